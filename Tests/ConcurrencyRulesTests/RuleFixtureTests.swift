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
  func findsExactlyWhatIsMarked(_ fixture: Fixture) throws {
    try check(fixture, bytes: Array(fixture.text.utf8), offset: { $0 })
  }

  @Test(arguments: Fixture.all)
  func findsTheSameBehindAByteOrderMark(_ fixture: Fixture) throws {
    try check(fixture, bytes: [0xEF, 0xBB, 0xBF] + Array(fixture.text.utf8), offset: { $0 + 3 })
  }

  @Test(arguments: Fixture.all)
  func findsTheSameBehindNonASCIIText(_ fixture: Fixture) throws {
    let prefix = Array("// Grüße, 世界 🙂\n".utf8)
    try check(fixture, bytes: prefix + Array(fixture.text.utf8), offset: { $0 + prefix.count })
  }

  @Test(arguments: Fixture.all)
  func findsTheSameWithWindowsLineEnds(_ fixture: Fixture) throws {
    let bytes = Array(fixture.text.utf8)
    var linesBefore = [0]
    for byte in bytes { linesBefore.append(linesBefore[linesBefore.count - 1] + (byte == 10 ? 1 : 0)) }
    try check(fixture, bytes: windows(bytes), offset: { $0 + linesBefore[$0] })
  }

  private func windows(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == 10 ? [13, 10] : [$0] }
  }

  private func check(_ fixture: Fixture, bytes: [UInt8], offset: (Int) -> Int) throws {
    let (tree, output) = try #require(analyzeText(bytes, settings: fixture.settings, rules: fixture.rules))
    #expect(tree.errors.isEmpty || fixture.text.contains("// summary: Broken"), "syntax errors: \(tree.errors)")
    var unmatched = output.findings
    for expectation in fixture.expectations {
      let range = offset(expectation.range.lowerBound)..<offset(expectation.range.upperBound)
      guard
        let index = unmatched.firstIndex(where: { $0.ruleID == expectation.ruleID && $0.range.indices == range })
      else {
        Issue.record("\(fixture): no \(expectation.ruleID) at \(place(range, bytes))")
        continue
      }
      let finding = unmatched.remove(at: index)
      if let severity = expectation.severity { #expect(finding.severity == severity, "at \(place(range, bytes))") }
      if let part = expectation.messagePart {
        #expect(finding.message.contains(part), "at \(place(range, bytes)): \(finding.message)")
      }
    }
    for finding in unmatched {
      Issue.record(
        "\(fixture): unexpected \(finding.ruleID) at \(place(finding.range.indices, bytes)): \(finding.message)")
    }
    for line in fixture.negativeLines {
      for finding in output.findings where offset(line.lowerBound) <= finding.range.indices.lowerBound {
        #expect(finding.range.indices.lowerBound >= offset(line.upperBound), "reported on a line marked ok")
      }
    }
  }

  /// `line 3: text of the range`.
  private func place(_ range: Range<Int>, _ bytes: [UInt8]) -> String {
    let line = bytes.prefix(range.lowerBound).count { $0 == 10 } + 1
    return "line \(line): \(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))"
  }

  @Test(arguments: Fixture.all.filter { $0.fixedText != nil })
  func fixesGiveTheExpectedText(_ fixture: Fixture) throws {
    let fixed = try #require(
      fixAllPreferred(Array(fixture.text.utf8), settings: fixture.settings, rules: fixture.rules))
    let text = withoutMarks(String(decoding: fixed, as: UTF8.self))
    #expect(text == fixture.fixedText)
    let (_, after) = try #require(analyzeText(Array(text.utf8), settings: fixture.settings, rules: fixture.rules))
    #expect(!after.findings.contains { $0.ruleID == fixture.ruleID }, "the finding is still there")
  }

  @Test(arguments: Fixture.all.filter { $0.fixedText != nil })
  func fixesKeepWindowsLineEnds(_ fixture: Fixture) throws {
    let fixed = try #require(
      fixAllPreferred(windows(Array(fixture.text.utf8)), settings: fixture.settings, rules: fixture.rules))
    for (index, byte) in fixed.enumerated() where byte == 10 { #expect(index > 0 && fixed[index - 1] == 13) }
    let text = String(decoding: fixed.filter { $0 != 13 }, as: UTF8.self)
    #expect(withoutMarks(text) == fixture.fixedText)
  }

  /// Every single fix leaves a text without new syntax errors.
  @Test(arguments: Fixture.all)
  func everyFixAloneParses(_ fixture: Fixture) throws {
    let bytes = Array(fixture.text.utf8)
    let (tree, output) = try #require(analyzeText(bytes, settings: fixture.settings, rules: fixture.rules))
    for finding in output.findings {
      for fix in finding.fixes {
        let changed = try #require(apply(fix.edits, to: bytes), "edits of '\(fix.title)' overlap")
        let parsed = try #require(parse(changed))
        #expect(parsed.errors.count <= tree.errors.count, "'\(fix.title)' breaks the syntax")
      }
    }
  }

  /// Lines that only hold marks are part of the fixture, not of its code.
  private func withoutMarks(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let body = line.drop { $0 == " " }
      guard body.hasPrefix("//") else { return true }
      return !body.dropFirst(2).drop { $0 == " " }.hasPrefix("^")
    }.joined(separator: "\n")
  }

  /// A text cut anywhere is analysed without a trap; findings stay inside it.
  @Test(arguments: Fixture.all)
  func survivesTruncation(_ fixture: Fixture) throws {
    let bytes = Array(fixture.text.utf8)
    let tree = try #require(parse(bytes))
    var ends: [Int] = []
    var token = tree.firstSourceToken
    while let current = token {
      token = current.next
      ends.append(Int(current.range.end.value))
    }
    // Each cut costs a parse and a bind: a hundred of them, spread over the text.
    let step = max(1, ends.count / 100)
    for (counter, end) in ends.enumerated() where counter % step == 0 {
      let cut = Array(bytes.prefix(end))
      // Binding against the framework takes its time: now and then only.
      let (_, output) = try #require(
        analyzeText(
          cut, settings: fixture.settings, rules: fixture.rules,
          references: counter / step % 20 == 0 ? fixtureReferences : nil
        ))
      #expect(output.findings.allSatisfy { $0.range.indices.upperBound <= cut.count })
    }
  }
}
