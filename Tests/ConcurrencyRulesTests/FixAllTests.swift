import CSharpSyntax
import Testing

@testable import ConcurrencyRules

private func edit(_ start: UInt32, _ end: UInt32, _ text: String) -> TextEdit {
  TextEdit(range: TextRange(start, end), newText: text)
}

private func apply(_ edits: [TextEdit], _ text: String) -> String? {
  applying(edits, to: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
}

@Suite struct TextEditTests {
  @Test func replacesInsertsAndDeletesInAnyOrder() {
    #expect(apply([edit(6, 11, "there"), edit(0, 0, ">"), edit(5, 6, "")], "hello world") == ">hellothere")
    #expect(apply([], "x") == "x")
    #expect(apply([edit(0, 0, "x")], "") == "x")
  }

  @Test func insertionsAtOnePlaceKeepTheirOrderAndPrecedeAReplacement() {
    #expect(apply([edit(1, 2, "R"), edit(1, 1, "1"), edit(1, 1, "2")], "abc") == "a12Rc")
    #expect(apply([edit(3, 3, "!"), edit(2, 3, "C")], "abc") == "abC!")
  }

  @Test func refusesOverlapsAndPlacesBehindTheEnd() {
    #expect(apply([edit(0, 2, ""), edit(1, 3, "")], "abc") == nil)
    #expect(apply([edit(0, 2, ""), edit(1, 1, "x")], "abc") == nil)
    #expect(apply([edit(2, 4, "")], "abc") == nil)
    #expect(apply([edit(4, 4, "x")], "abc") == nil)
    #expect(apply([edit(.max, .max, "x")], "abc") == nil)
  }

  @Test func keepsBytesThatAreNoText() {
    #expect(applying([edit(1, 2, "é")], to: [0xff, 0x41, 0xfe]) == [0xff, 0xc3, 0xa9, 0xfe])
  }

  @Test func sameUsingDirectiveIsWantedOnce() {
    #expect(!conflict(edit(0, 0, "using System;\n"), edit(0, 0, "using System;\n")))
    #expect(
      !conflict(edit(0, 0, "global using System.Threading;\r\n"), edit(0, 0, "global using System.Threading;\r\n")))
    #expect(conflict(edit(0, 0, "using System;\n"), edit(0, 0, "using System.IO;\n")))
    #expect(conflict(edit(0, 0, "await "), edit(0, 0, "await ")))
    #expect(conflict(edit(0, 0, "using (x) ;"), edit(0, 0, "using (x) ;")))
    #expect(conflict(edit(0, 3, ""), edit(2, 4, "")))
    #expect(!conflict(edit(0, 3, ""), edit(3, 4, "")))
    #expect(!conflict(edit(0, 0, "x"), edit(0, 4, "")))
  }

  /// Seeded, so that a failure can be seen again.
  @Test func appliedEditsAreWhatTheNaiveWayGives() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      var edits: [TextEdit] = []
      var position = 0
      while position < text.count {
        let start = Int.random(in: position...text.count, using: &random)
        let end = Int.random(in: start...text.count, using: &random)
        if start < end { edits.append(edit(UInt32(start), UInt32(end), "<\(start)>")) }
        position = end + 1
      }
      var expected = text
      for edit in edits.reversed() { expected.replaceSubrange(edit.range.indices, with: edit.newText.utf8) }
      #expect(applying(edits.shuffled(using: &random), to: text) == expected)
    }
  }
}

struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

private func finding(
  _ range: TextRange, rule: String = "AW101", _ fixes: [Fix]
) -> Finding {
  Finding(ruleID: rule, severity: .warning, confidence: .bound, message: "m", range: range, fixes: fixes)
}

private func fix(
  _ edits: [TextEdit], safety: FixSafety = .safe, key: String = "remove", preferred: Bool = true
) -> Fix {
  Fix(title: "Remove it", actionKey: key, safety: safety, isPreferred: preferred, edits: edits)
}

@Suite struct FixFilterTests {
  @Test func takesThePreferredFixThenSafeOnes() {
    let safe = fix([edit(0, 1, "s")], key: "a", preferred: false)
    let preferredUnsafe = fix([edit(0, 1, "u")], safety: .unsafe, key: "b")
    let suppression = fix([edit(0, 0, "//")], key: "suppress.comment", preferred: false)
    let all = finding(TextRange(0, 1), [suppression, preferredUnsafe, safe])
    #expect(FixFilter().choice(for: all) == safe)
    #expect(FixFilter(safety: .unsafe).choice(for: all) == preferredUnsafe)
    #expect(FixFilter(safety: .unsafe, actionKey: "a").choice(for: all) == safe)
    #expect(FixFilter(actionKey: "suppress.comment").choice(for: all) == suppression)
    #expect(FixFilter(ruleID: "AW999").choice(for: all) == nil)
    #expect(FixFilter(safety: .unsafe).choice(for: finding(TextRange(0, 1), [suppression])) == nil)
    #expect(FixFilter().choice(for: finding(TextRange(0, 1), [preferredUnsafe])) == nil)
  }
}

@Suite struct FixRoundTests {
  @Test func innerFixesComeFirstAndOverlappingOnesWait() {
    let outer = finding(TextRange(0, 10), [fix([edit(0, 10, "outer")])])
    let inner = finding(TextRange(3, 5), [fix([edit(3, 5, "in")])])
    let round = FixRound([("f", [outer, inner])], filter: FixFilter()) { _ in true }
    #expect(round.edits == ["f": [edit(3, 5, "in")]])
    #expect(round.deferred == 1)
    #expect(round.applied.count == 1)
  }

  @Test func editsAroundAnotherFixGoTogether() {
    let outer = finding(TextRange(0, 10), [fix([edit(0, 2, ""), edit(9, 10, "")])])
    let inner = finding(TextRange(3, 5), [fix([edit(3, 5, "in")])])
    let round = FixRound([("f", [outer, inner])], filter: FixFilter()) { _ in true }
    #expect(round.edits["f"] == [edit(0, 2, ""), edit(3, 5, "in"), edit(9, 10, "")])
    #expect(round.deferred == 0)
  }

  @Test func aFixIsWholeOrNotAtAll() {
    let using = edit(0, 0, "using System;\n")
    let first = finding(TextRange(5, 6), [fix([using, edit(5, 6, "1")])])
    let second = finding(TextRange(7, 8), [fix([using, edit(7, 8, "2")])])
    let third = finding(TextRange(5, 8), [fix([edit(5, 8, "3"), edit(20, 21, "x")])])
    let round = FixRound([("f", [first, second, third])], filter: FixFilter()) { _ in true }
    #expect(round.edits["f"] == [using, edit(5, 6, "1"), edit(7, 8, "2")])
  }

  /// Ranges of code that a round changes, when each is the place of a fix.
  private func round(_ text: String, safe: [String], unsafe: [String] = []) throws -> [String] {
    let tree = try #require(parse(Array(text.utf8), options: ParseOptions()))
    func findings(_ parts: [String], _ safety: FixSafety) throws -> [Finding] {
      try parts.map { part in
        // The place is marked by what stands before it.
        let (before, changed) = (part.split(separator: "|").first ?? "", part.split(separator: "|").last ?? "")
        let start = try #require(text.range(of: before + changed)).lowerBound
        let lower = UInt32(text.utf8.distance(from: text.startIndex, to: start) + before.utf8.count)
        let range = TextRange(lower, lower + UInt32(changed.utf8.count))
        let whole = fix([TextEdit(range: range, newText: part)], safety: safety, key: String(changed))
        return finding(range, [whole.claiming(in: tree)])
      }
    }
    let all = try findings(safe, .safe) + findings(unsafe, .unsafe)
    let edits = FixRound([("f", all)], filter: FixFilter(safety: .unsafe)) { _ in true }.edits["f"] ?? []
    return edits.map(\.newText)
  }

  @Test func aLambdaAndItsBodyAreNotChangedInOneRound() throws {
    let text = "class C { System.Action a = async () => { M(); }; System.Action b = x => N(); }"
    #expect(try round(text, safe: ["{ |M()"], unsafe: ["= |async"]) == ["{ |M()"], "what is safe comes first")
    #expect(try round(text, safe: ["= |async"], unsafe: ["{ |M()"]) == ["= |async"])
    #expect(try round(text, safe: ["= |async", "=> |N()"]) == ["= |async", "=> |N()"])
    #expect(try round(text, safe: ["= |x", "=> |N()"]).count == 1)
  }

  @Test func declarationsHaveRoundsOfTheirOwn() throws {
    let text = "class C { int f; async void N() { M(() => { M(); }); } void M() { int O() => P; } }"
    #expect(try round(text, safe: ["; |async"], unsafe: ["{ |M()"]) == ["{ |M()"], "bodies come first")
    #expect(try round(text, safe: ["; |async", "{ |int f"]) == ["{ |int f"], "one action at a time")
    #expect(try round(text, safe: ["; |async", "=> |P"]) == ["=> |P"])
    #expect(try round(text, safe: ["{ |int O"]) == ["{ |int O"])
  }

  @Test func documentsOutsideAreNotTouched() {
    let elsewhere = TextEdit(path: "g", range: TextRange(0, 1), newText: "x")
    let across = finding(TextRange(0, 1), [fix([edit(0, 1, "y"), elsewhere])])
    #expect(FixRound([("f", [across])], filter: FixFilter()) { $0 == "f" }.applied.isEmpty)
    let round = FixRound([("f", [across])], filter: FixFilter()) { _ in true }
    #expect(round.edits == ["f": [edit(0, 1, "y")], "g": [edit(0, 1, "x")]])
    #expect(round.reachesAcrossDocuments)
  }
}

@Suite struct FixAllTests {
  /// Each `(x)` may lose its parentheses.
  private func unwrap(_ bytes: [UInt8]) -> FixableText {
    var findings: [Finding] = []
    var open: [UInt32] = []
    for (index, byte) in bytes.enumerated() {
      let place = UInt32(index)
      if byte == UInt8(ascii: "(") { open.append(place) }
      if byte == UInt8(ascii: ")"), let start = open.popLast() {
        let inner = String(decoding: bytes[Int(start) + 1..<index], as: UTF8.self)
        findings.append(finding(TextRange(start, place + 1), [fix([edit(start, place + 1, inner)])]))
      }
    }
    return FixableText(findings: findings, syntaxErrorCount: 0)
  }

  /// Texts in memory whose findings a function tells.
  private struct Texts: FixableTexts {
    var present: [String: [UInt8]]
    var previous: [String: [UInt8]] = [:]
    var isAnalyzed = true
    let state: ([UInt8]) -> FixableText

    mutating func text(of document: String) -> [UInt8]? { present[document] }

    mutating func analyze(changing texts: [String: [UInt8]]) -> [String: FixableText]? {
      guard isAnalyzed else { return nil }
      previous = present
      present.merge(texts) { $1 }
      return texts.mapValues(state)
    }

    mutating func undo() { present = previous }
  }

  private func run(
    _ texts: [String: String], isAnalyzed: Bool = true, mayEdit: (String) -> Bool = { _ in true },
    _ state: @escaping ([UInt8]) -> FixableText
  ) -> (result: FixAllResult, texts: [String: String]) {
    var store = Texts(present: texts.mapValues { Array($0.utf8) }, isAnalyzed: isAnalyzed, state: state)
    let start = store.present.mapValues(state)
    let result = fixAll(start, in: &store, filter: FixFilter(), mayEdit: mayEdit)
    for text in result.texts.values {
      #expect(applying(text.edits, to: text.original) == text.bytes, "the edits lead to the text")
    }
    let after = texts.merging(result.texts.mapValues { String(decoding: $0.bytes, as: UTF8.self) }) { $1 }
    return (result, after)
  }

  @Test func repeatsUntilNothingIsLeft() {
    let (result, texts) = run(["a": "((a)) (b)", "b": "(c)", "c": "c"], unwrap)
    #expect(texts == ["a": "a b", "b": "c", "c": "c"])
    #expect(result.rounds == 2)
    #expect(result.applied.count == 4)
    #expect(result.ending == .finished)
    #expect(!result.reachesAcrossDocuments)
    #expect(Set(result.texts.keys) == ["a", "b"])
  }

  @Test func stopsAfterTwentyRounds() {
    let text = String(repeating: "(", count: 30) + "a" + String(repeating: ")", count: 30)
    let (result, texts) = run(["a": text], unwrap)
    #expect(result.rounds == 20)
    #expect(result.ending == .roundLimit)
    #expect(texts["a"]?.count == 21)
  }

  @Test func doesNotBreakTheSyntax() {
    let (result, texts) = run(["a": "(a)", "b": "(long)"]) { bytes in
      FixableText(findings: self.unwrap(bytes).findings, syntaxErrorCount: bytes.count < 3 ? 1 : 0)
    }
    #expect(result.broken == ["a"])
    #expect(texts == ["a": "(a)", "b": "long"], "the other document is repaired all the same")
    #expect(result.applied.map(\.document) == ["b"])
  }

  @Test func endsWhenFixesUndoEachOther() {
    let (result, _) = run(["a": "a"]) { bytes in
      let other = bytes == [0x61] ? "b" : "a"
      return FixableText(
        findings: [finding(TextRange(0, 1), [fix([edit(0, 1, other)])])], syntaxErrorCount: 0)
    }
    #expect(result.ending == .cycle)
    #expect(result.rounds <= 3)
  }

  @Test func stopsAfterOneRoundWithoutAnalysis() {
    let (result, texts) = run(["a": "((a))"], isAnalyzed: false, unwrap)
    #expect(result.ending == .notAnalyzed)
    #expect(texts == ["a": "(a)"])
  }

  private func acrossDocuments(_ bytes: [UInt8]) -> FixableText {
    let across = fix([edit(0, 1, "x"), TextEdit(path: "other", range: TextRange(0, 0), newText: "y")])
    return FixableText(
      findings: bytes == [0x61] ? [finding(TextRange(0, 1), [across])] : [], syntaxErrorCount: 0)
  }

  @Test func fixesThatReachIntoOtherDocumentsAreMadeWhole() {
    let (result, texts) = run(["this": "a", "other": ""], acrossDocuments)
    #expect(texts == ["this": "x", "other": "y"])
    #expect(result.reachesAcrossDocuments)
  }

  @Test func documentsThatMustNotChangeAreLeftOut() {
    let (result, texts) = run(["this": "a", "other": ""], mayEdit: { $0 == "this" }, acrossDocuments)
    #expect(result.applied.isEmpty)
    #expect(texts == ["this": "a", "other": ""])
    let (unknown, _) = run(["this": "a"], acrossDocuments)
    #expect(unknown.applied.isEmpty, "a document whose text can't be had")
    #expect(unknown.ending == .finished)
  }

  @Test func editsThatDoNotFitAreReported() {
    let (result, texts) = run(["a": "a"]) { _ in
      FixableText(findings: [finding(TextRange(0, 1), [fix([edit(0, 9, "x")])])], syntaxErrorCount: 0)
    }
    #expect(result.misfits == ["a"])
    #expect(texts == ["a": "a"])
  }
}
