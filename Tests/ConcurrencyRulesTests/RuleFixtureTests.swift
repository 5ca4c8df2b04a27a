import CSharpSyntax
import ConcurrencyRules
import Testing

@Suite struct RuleFixtureTests {
  @Test func thereAreFixturesForEveryRule() {
    for descriptor in RuleCatalogue.descriptors {
      #expect(Fixture.all.contains { $0.ruleID == descriptor.id }, "\(descriptor.id) has no fixture")
    }
  }

  @Test(arguments: Fixture.all)
  func saysWhatIsUnderstood(_ fixture: Fixture) {
    #expect(FixtureProject.mistakes(fixture.files).isEmpty)
  }

  @Test(arguments: Fixture.all)
  func findsExactlyWhatIsMarked(_ fixture: Fixture) throws {
    try check(fixture) { ($0, { $0 }) }
  }

  @Test(arguments: Fixture.all)
  func findsTheSameBehindAByteOrderMark(_ fixture: Fixture) throws {
    try check(fixture) { ([0xEF, 0xBB, 0xBF] + $0, { $0 + 3 }) }
  }

  @Test(arguments: Fixture.all)
  func findsTheSameBehindNonASCIIText(_ fixture: Fixture) throws {
    let prefix = Array("// Grüße, 世界 🙂\n".utf8)
    try check(fixture) { (prefix + $0, { $0 + prefix.count }) }
  }

  @Test(arguments: Fixture.all)
  func findsTheSameWithWindowsLineEnds(_ fixture: Fixture) throws {
    try check(fixture) { bytes in
      var linesBefore = [0]
      for byte in bytes { linesBefore.append(linesBefore[linesBefore.count - 1] + (byte == 10 ? 1 : 0)) }
      return (windows(bytes), { [linesBefore] in $0 + linesBefore[$0] })
    }
  }

  private func windows(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == 10 ? [13, 10] : [$0] }
  }

  /// - Parameter variant: another writing of a text, and where its places lie in it.
  private func check(_ fixture: Fixture, _ variant: ([UInt8]) -> ([UInt8], (Int) -> Int)) throws {
    let variants = fixture.texts.map(variant)
    let analyzed = try #require(fixture.analyze(variants.map(\.0)))
    for (file, (result, (bytes, offset))) in zip(fixture.files, zip(analyzed, variants)) {
      let isBroken = file.text.contains("// summary: Broken") || fixture.reasonNotToCompile?.contains("syntax") ?? false
      #expect(result.tree.errors.isEmpty || isBroken, "syntax errors: \(result.tree.errors)")
      compare(result.output.findings, with: file, bytes, offset, in: fixture)
    }
  }

  private func compare(
    _ findings: [Finding], with file: FixtureFile, _ bytes: [UInt8], _ offset: (Int) -> Int, in fixture: Fixture
  ) {
    let name = fixture.files.count == 1 ? "\(fixture)" : "\(fixture)/\(file.name)"
    var unmatched = findings
    for expectation in file.expectations {
      let range = offset(expectation.range.lowerBound)..<offset(expectation.range.upperBound)
      guard
        let index = unmatched.firstIndex(where: { $0.ruleID == expectation.ruleID && $0.range.indices == range })
      else {
        Issue.record("\(name): no \(expectation.ruleID) at \(place(range, bytes))")
        continue
      }
      let finding = unmatched.remove(at: index)
      if let severity = expectation.severity {
        #expect(finding.severity == severity, "\(name) at \(place(range, bytes))")
      }
      if let part = expectation.messagePart {
        #expect(finding.message.contains(part), "\(name) at \(place(range, bytes)): \(finding.message)")
      }
    }
    for expectation in file.relatedExpectations {
      let range = offset(expectation.range.lowerBound)..<offset(expectation.range.upperBound)
      let isThere = findings.contains { finding in
        finding.ruleID == expectation.ruleID
          && finding.related.contains {
            $0.range.indices == range && (expectation.messagePart.map($0.message.contains) ?? true)
          }
      }
      #expect(isThere, "\(name): no related location of \(expectation.ruleID) at \(place(range, bytes))")
    }
    for finding in unmatched {
      Issue.record(
        "\(name): unexpected \(finding.ruleID) at \(place(finding.range.indices, bytes)): \(finding.message)")
    }
    for line in file.negativeLines {
      for finding in findings where offset(line.lowerBound) <= finding.range.indices.lowerBound {
        #expect(finding.range.indices.lowerBound >= offset(line.upperBound), "reported on a line marked ok")
      }
    }
  }

  /// `line 3: text of the range`.
  private func place(_ range: Range<Int>, _ bytes: [UInt8]) -> String {
    let line = bytes.prefix(range.lowerBound).count { $0 == 10 } + 1
    return "line \(line): \(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))"
  }

  @Test(arguments: Fixture.all.filter(\.isFixed))
  func fixesGiveTheExpectedText(_ fixture: Fixture) throws {
    let fixed = try #require(fixture.fixAll(fixture.texts)).map(withoutMarks)
    for (file, text) in zip(fixture.files, fixed) {
      // A file without a fixed text is one that no fix may change.
      #expect(text == file.fixedText ?? withoutMarks(Array(file.text.utf8)), "\(file.name)")
    }
    let after = try #require(fixture.analyze(fixed.map { Array($0.utf8) }))
    for finding in after.flatMap(\.output.findings) where finding.ruleID == fixture.ruleID {
      #expect(fixture.chosenFix(of: finding) == nil, "the finding is still there: \(finding.message)")
    }
    if fixture.fixName == nil {
      #expect(!after.flatMap(\.output.findings).contains { $0.ruleID == fixture.ruleID }, "the finding is still there")
    }
  }

  @Test(arguments: Fixture.all.filter(\.isFixed))
  func fixesKeepWindowsLineEnds(_ fixture: Fixture) throws {
    let fixed = try #require(fixture.fixAll(fixture.texts.map(windows)))
    for (file, bytes) in zip(fixture.files, fixed) {
      for (index, byte) in bytes.enumerated() where byte == 10 { #expect(index > 0 && bytes[index - 1] == 13) }
      let text = withoutMarks(bytes.filter { $0 != 13 })
      #expect(text == file.fixedText ?? withoutMarks(Array(file.text.utf8)), "\(file.name)")
    }
  }

  /// Every single fix leaves a text without new syntax errors.
  @Test(arguments: Fixture.all)
  func everyFixAloneParses(_ fixture: Fixture) throws {
    let texts = fixture.texts
    let analyzed = try #require(fixture.analyze(texts))
    for (file, (_, output)) in analyzed.enumerated() {
      for fix in output.findings.flatMap(\.fixes) {
        let changed = try #require(
          fixture.applying(fix.edits, of: file, to: texts), "edits of '\(fix.title)' overlap, or lie in no file")
        for (index, bytes) in changed.enumerated() where bytes != texts[index] {
          let parsed = try #require(parse(bytes, options: fixture.project.parseOptions))
          #expect(parsed.errors.count <= analyzed[index].tree.errors.count, "'\(fix.title)' breaks the syntax")
        }
      }
    }
  }

  /// Lines that only hold marks are part of the fixture, not of its code.
  private func withoutMarks(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let body = line.drop { $0 == " " }
      guard body.hasPrefix("//") else { return true }
      let mark = body.dropFirst(2).drop { $0 == " " }
      return !mark.hasPrefix("^") && !mark.hasPrefix("~")
    }.joined(separator: "\n")
  }

  /// A text cut anywhere is analysed without a trap; findings stay inside it.
  @Test(arguments: Fixture.all)
  func survivesTruncation(_ fixture: Fixture) throws {
    for file in fixture.files.indices { try truncate(fixture, file: file) }
  }

  private func truncate(_ fixture: Fixture, file: Int) throws {
    var texts = fixture.texts
    let bytes = texts[file]
    let tree = try #require(parse(bytes, options: fixture.project.parseOptions))
    var ends: [Int] = []
    var token = tree.firstSourceToken
    while let current = token {
      token = current.next
      ends.append(Int(current.range.end.value))
    }
    // Each cut costs a parse and a bind: a hundred of them, spread over the text.
    let step = max(1, ends.count * fixture.files.count / 100)
    for (counter, end) in ends.enumerated() where counter % step == 0 {
      texts[file] = Array(bytes.prefix(end))
      // Binding against the framework takes its time: now and then only.
      let analyzed = try #require(fixture.analyze(texts, isBound: counter / step % 20 == 0))
      for (text, (_, output)) in zip(texts, analyzed) {
        #expect(output.findings.allSatisfy { $0.range.indices.upperBound <= text.count })
      }
    }
  }
}
