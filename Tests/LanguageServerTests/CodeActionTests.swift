import CSharpSyntax
import ConcurrencyRules
import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

@Suite struct CodeActionTests {
  private func titles(_ session: Session, _ id: RequestID) throws -> [String] {
    session.settle()
    return try session.result(of: id).arrayValue?.compactMap { $0["title"]?.stringValue } ?? []
  }

  private func action(_ session: Session, _ id: RequestID, _ title: String) throws -> JSONValue {
    session.settle()
    let actions = try session.result(of: id).arrayValue ?? []
    return try #require(actions.first { $0["title"]?.stringValue == title }, "\(actions.map { $0["title"] })")
  }

  /// The text that an action's edit leads to.
  private func applied(_ action: JSONValue, to text: String, in name: String = "a.cs") throws -> String {
    let edits =
      action["edit"]?["changes"]?[uri(name)]?.arrayValue
      ?? action["edit"]?["documentChanges"]?.arrayValue?.first?["edits"]?.arrayValue
    let converter = PositionConverter(bytes: Array(text.utf8), encoding: .utf16)
    var bytes = converter.bytes
    var end = UInt32.max
    for edit in try #require(edits).reversed() {
      let range = converter.textRange(of: try LanguageServerProtocol.Range(json: try #require(edit["range"])))
      #expect(range.end.value <= end, "edits ascend without overlap")
      end = range.start.value
      bytes.replaceSubrange(range.indices, with: Array(try #require(edit["newText"]?.stringValue).utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func orderOfActions() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad Old Bad")
    let id = session.request(
      Method.codeAction,
      [
        "textDocument": ["uri": "file:///w/a.cs"],
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 5]],
        "context": ["diagnostics": []],
      ])
    #expect(
      try titles(session, id) == [
        "Awaitwise (AW101): Make it good", "Awaitwise (AW306): Remove it", "Awaitwise (AW101): Make it ugly",
        "Fix all AW101 (Make it ugly) in this file", "Fix all AW101 (Make it good) in this file",
        "Suppress AW101 with a comment", "Suppress AW306 with a comment",
        "Suppress AW101 with #pragma", "Suppress AW306 with #pragma",
        "Awaitwise: Apply all safe fixes in this file",
      ])
  }

  @Test func aFixCarriesItsEditWithTheVersion() throws {
    let session = try Session.ready()
    session.open("a.cs", "x\nBad", version: 7)
    let id = session.codeActions("a.cs", 1, 1, only: ["quickfix"])
    session.settle()
    let first = try #require(try session.result(of: id).arrayValue?.first?.objectValue)
    let range: JSONValue = ["start": ["line": 1, "character": 0], "end": ["line": 1, "character": 3]]
    #expect(first.members.map(\.key) == ["title", "kind", "diagnostics", "isPreferred", "edit"])
    #expect(first["kind"] == "quickfix")
    #expect(first["isPreferred"] == true)
    #expect(
      first["edit"] == [
        "documentChanges": [
          [
            "textDocument": ["uri": "file:///w/a.cs", "version": 7],
            "edits": [["range": range, "newText": "Good"]],
          ]
        ]
      ])
    #expect(first["diagnostics"]?.arrayValue?.first?["code"] == "AW101")
  }

  /// What is left to the compiler is not published, but the compiler's diagnostic gets the fix.
  @Test func fixesAreOfferedForTheCompilersDiagnostics() throws {
    let session = try Session.ready()
    session.open("a.cs", "Covered")
    let range: JSONValue = ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 7]]
    let compilers: JSONValue = ["range": range, "code": "CS4014", "source": "csharp", "message": "not awaited"]
    let other: JSONValue = ["range": range, "code": "CS0168", "source": "csharp", "message": "unused"]
    let id = session.request(
      Method.codeAction,
      [
        "textDocument": ["uri": "file:///w/a.cs"], "range": range,
        "context": ["diagnostics": [other, compilers], "only": ["quickfix"]],
      ])
    let action = try action(session, id, "Awaitwise (AW302): Await it")
    #expect(action["diagnostics"]?.arrayValue == [compilers])
    #expect(try applied(action, to: "Covered") == "await Covered")
  }

  @Test func unsafeFixesAreNotPreferred() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad Old")
    let bad = session.codeActions("a.cs", 0, 0)
    #expect(try action(session, bad, "Awaitwise (AW101): Make it ugly")["isPreferred"] == nil)
    let old = session.codeActions("a.cs", 0, 5)
    #expect(try action(session, old, "Awaitwise (AW306): Remove it")["isPreferred"] == nil)
  }

  @Test func changesWithoutVersionsWhereDeclaredSo() throws {
    let session = try Session.ready(["textDocument": ["codeAction": ["codeActionLiteralSupport": [:]]]])
    session.open("a.cs", "Bad")
    let fix = try action(session, session.codeActions("a.cs"), "Awaitwise (AW101): Make it good")
    #expect(fix["edit"]?["documentChanges"] == nil)
    #expect(fix["edit"]?["changes"]?.objectValue?.members.map(\.key) == ["file:///w/a.cs"])
    #expect(try applied(fix, to: "Bad") == "Good")
  }

  @Test(
    arguments: [
      (["quickfix"], 1, true, false), (["source"], 1, false, true), (["source.fixAll"], 2, false, true),
      (["source.fixAll.awaitwise"], 2, false, true), (["source.fixAll.other"], 1, false, false),
      (["source.fix"], 1, false, false), (["refactor"], 1, false, false), ([""], 1, true, true),
      (["quickfix", "source.fixAll"], 1, true, true), ([], 1, false, false), (nil, 1, true, true),
      (nil, 2, true, false), (nil, nil, true, true),
    ] as [([String]?, Int64?, Bool, Bool)])
  func onlyWhatIsWanted(only: [String]?, trigger: Int64?, fixes: Bool, source: Bool) throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    let id = session.codeActions("a.cs", only: only, trigger: trigger)
    session.settle()
    let kinds = Set(try session.result(of: id).arrayValue?.compactMap { $0["kind"]?.stringValue } ?? [])
    #expect(kinds.contains("quickfix") == fixes)
    #expect(kinds.contains("source.fixAll.awaitwise") == source)
    #expect(kinds.isSubset(of: ["quickfix", "source.fixAll.awaitwise"]))
  }

  @Test func placesWithoutFindings() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad     x")
    #expect(try titles(session, session.codeActions("a.cs", 0, 3, trigger: 2)).count == 4)
    #expect(try titles(session, session.codeActions("a.cs", 0, 4, trigger: 2)) == [])
    #expect(try titles(session, session.codeActions("a.cs", 7, 99, trigger: 2)) == [])
    session.open("clean.cs", "x")
    #expect(try titles(session, session.codeActions("clean.cs", only: ["source.fixAll"])) == [])
  }

  @Test func theClientsOwnDiagnosticsAreGivenBack() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    let range: JSONValue = ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 3]]
    let mine: JSONValue = ["range": range, "code": "AW101", "source": "awaitwise", "message": "as the client has it"]
    let theirs: JSONValue = ["range": range, "code": "AW101", "source": "other", "message": "of another server"]
    let id = session.codeActions("a.cs", diagnostics: [3, theirs, ["range": 1], mine])
    let fix = try action(session, id, "Awaitwise (AW101): Make it good")
    #expect(fix["diagnostics"] == [mine])
    let without = try action(
      session, session.codeActions("a.cs", diagnostics: [theirs]), "Awaitwise (AW101): Make it good")
    #expect(without["diagnostics"]?.arrayValue?.first?["message"] == "AW101 at 0")
  }

  // MARK: Whole file

  @Test func fixAllAppliesSafeFixesUntilNoneIsLeft() throws {
    let session = try Session.ready()
    let text = "Bad Nested\r\nOld Nested"
    session.open("a.cs", text)
    let id = session.codeActions("a.cs", only: ["source.fixAll"])
    let fix = try action(session, id, "Awaitwise: Apply all safe fixes in this file")
    // `Nested` becomes `Bad` in the first round and `Good` in the second.
    #expect(try applied(fix, to: text) == "Good Good\r\n Good")
    #expect(fix["diagnostics"] == nil)
  }

  @Test func fixAllStopsAfterOneRoundWhereTextsCannotBeTried() throws {
    let session = try Session.ready()
    session.host.supportsHypotheticalTexts = false
    session.open("a.cs", "Nested Bad")
    let id = session.codeActions("a.cs", only: ["source.fixAll"])
    let fix = try action(session, id, "Awaitwise: Apply all safe fixes in this file")
    #expect(try applied(fix, to: "Nested Bad") == "Bad Good")
  }

  @Test func fixAllOfOneAction() throws {
    let session = try Session.ready()
    let text = "Bad Old Bad"
    session.open("a.cs", text)
    let ugly = try action(session, session.codeActions("a.cs"), "Fix all AW101 (Make it ugly) in this file")
    #expect(try applied(ugly, to: text) == "Ugly Old Ugly")
    #expect(ugly["kind"] == "quickfix")
    #expect(ugly["isPreferred"] == nil)
  }

  private let resolving: JSONValue = [
    "textDocument": [
      "codeAction": [
        "codeActionLiteralSupport": [:], "dataSupport": true, "resolveSupport": ["properties": ["edit"]],
      ]
    ]
  ]

  @Test func fixAllIsResolvedWhereDeclared() throws {
    let session = try Session.ready(resolving)
    session.open("a.cs", "Bad Bad", version: 3)
    let lazy = try action(
      session, session.codeActions("a.cs"), "Awaitwise: Apply all safe fixes in this file")
    #expect(lazy["edit"] == nil)
    #expect(lazy["data"] == ["awaitwise": "fixAll", "uri": "file:///w/a.cs", "version": 3])
    let id = session.request(Method.resolveCodeAction, lazy)
    session.settle()
    let resolved = try session.result(of: id)
    #expect(try applied(resolved, to: "Bad Bad") == "Good Good")
    // Nothing else may change.
    var expected = try #require(lazy.objectValue)
    expected.append("edit", try #require(resolved["edit"]))
    #expect(resolved == .object(expected))
    // Single fixes have their edit at once.
    let fix = try action(session, session.codeActions("a.cs"), "Awaitwise (AW101): Make it good")
    #expect(fix["edit"] != nil)
  }

  @Test func resolvingTooLate() throws {
    let session = try Session.ready(resolving)
    session.open("a.cs", "Bad Bad", version: 3)
    let id = session.codeActions("a.cs")
    let lazy = try action(session, id, "Fix all AW101 (Make it good) in this file")
    #expect(lazy["data"]?["rule"] == "AW101")
    session.change("a.cs", "Bad Bad Bad", version: 4)
    let late = session.request(Method.resolveCodeAction, lazy)
    #expect(try session.error(of: late)?.code == .contentModified)
    session.close("a.cs")
    let closed = session.request(Method.resolveCodeAction, lazy)
    #expect(try session.error(of: closed)?.code == .contentModified)
  }

  @Test func resolvingWhatIsNotOurs() throws {
    let session = try Session.ready(resolving)
    for action in [["title": "x"], ["title": "x", "data": ["uri": "file:///w/a.cs"]], ["data": 3]] as [JSONValue] {
      let id = session.request(Method.resolveCodeAction, action)
      #expect(try session.result(of: id) == action)
    }
  }

  // MARK: Suppressions

  @Test(
    arguments: [
      ("x\n  Bad;\n", 1, 2, "x\n  // awaitwise-ignore AW101: TODO say why\n  Bad;\n"),
      ("Bad", 0, 0, "// awaitwise-ignore AW101: TODO say why\nBad"),
      ("\tx\r\n\tBad\r\n", 1, 1, "\tx\r\n\t// awaitwise-ignore AW101: TODO say why\r\n\tBad\r\n"),
      // A comment that is there already takes the id in.
      ("// awaitwise-ignore AW306: why\nBad", 1, 0, "// awaitwise-ignore AW306, AW101: why\nBad"),
      ("Bad // awaitwise-ignore AW306, AW102 : why\n", 0, 0, "Bad // awaitwise-ignore AW306, AW102, AW101 : why\n"),
      // One that stands behind code belongs to that line.
      (
        "x // awaitwise-ignore AW306: why\nBad", 1, 0,
        "x // awaitwise-ignore AW306: why\n// awaitwise-ignore AW101: TODO say why\nBad"
      ),
    ] as [(String, Int64, Int64, String)])
  func suppressWithAComment(text: String, line: Int64, character: Int64, expected: String) throws {
    let session = try Session.ready()
    session.open("a.cs", text)
    let id = session.codeActions("a.cs", line, character)
    let suppression = try action(session, id, "Suppress AW101 with a comment")
    #expect(try applied(suppression, to: text) == expected)
    #expect(suppression["isPreferred"] == nil)
    #expect(suppression["kind"] == "quickfix")
  }

  @Test(
    arguments: [
      (
        "x\n  Bad;\ny\n", 1, 2,
        "x\n#pragma warning disable AW101\n  Bad;\n#pragma warning restore AW101\ny\n"
      ),
      ("Bad", 0, 0, "#pragma warning disable AW101\nBad\n#pragma warning restore AW101\n"),
      ("Bad\r\n", 0, 0, "#pragma warning disable AW101\r\nBad\r\n#pragma warning restore AW101\r\n"),
    ] as [(String, Int64, Int64, String)])
  func suppressWithPragma(text: String, line: Int64, character: Int64, expected: String) throws {
    let session = try Session.ready()
    session.open("a.cs", text)
    let id = session.codeActions("a.cs", line, character)
    #expect(try applied(try action(session, id, "Suppress AW101 with #pragma"), to: text) == expected)
  }

  @Test func twoFindingsOnOneLineAreSuppressedTogether() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad Bad")
    let id = session.request(
      Method.codeAction,
      [
        "textDocument": ["uri": "file:///w/a.cs"],
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 7]],
        "context": ["diagnostics": []],
      ])
    session.settle()
    let actions = try session.result(of: id).arrayValue ?? []
    let suppressions = actions.filter { $0["title"] == "Suppress AW101 with a comment" }
    #expect(suppressions.count == 1)
    #expect(suppressions.first?["diagnostics"]?.arrayValue?.count == 2)
  }
}

@Suite struct EditedTextTests {
  @Test func editsOfSeveralRoundsAreOneEditOfTheOriginal() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = RandomSource(seed: seed)
      let original = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 97...122, using: &random)
      }
      var expected = original
      var text = EditedText(original)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        var edits: [ConcurrencyRules.TextEdit] = []
        var position = 0
        while position <= expected.count, Bool.random(using: &random) {
          let start = Int.random(in: position...expected.count, using: &random)
          let end = Int.random(in: start...min(expected.count, start + 5), using: &random)
          let new = String(repeating: "X", count: Int.random(in: 0...3, using: &random))
          edits.append(
            ConcurrencyRules.TextEdit(range: TextRange(UInt32(start), UInt32(end)), newText: new))
          position = end + 1
        }
        for edit in edits.reversed() { expected.replaceSubrange(edit.range.indices, with: Array(edit.newText.utf8)) }
        let fits = text.apply(edits)
        #expect(fits)
        #expect(text.bytes == expected)
      }
      let edits = text.edits
      #expect(isWellFormed(edits, textLength: original.count))
      var result = original
      for edit in edits.reversed() { result.replaceSubrange(edit.range.indices, with: Array(edit.newText.utf8)) }
      #expect(result == expected)
    }
  }

  @Test func fixesAcrossFilesAreKeptAsLongAsNothingChanges() {
    let cache = SolutionFixCache()
    let now = AnalysisStamp(generation: 3, epoch: 1)
    func finding(_ id: String) -> Finding {
      Finding(ruleID: id, severity: .warning, confidence: .bound, message: id, range: TextRange(0, 1), fixes: [])
    }
    #expect(cache.findings([0], at: now) == nil)
    cache.keep([0: finding("AW202")], at: now)
    cache.keep([2: finding("AW301")], at: now)
    #expect(cache.findings([0, 2], at: now)?.mapValues(\.ruleID) == [0: "AW202", 2: "AW301"])
    #expect(cache.findings([0, 1], at: now) == nil)
    #expect(cache.findings([0], at: AnalysisStamp(generation: 4, epoch: 1)) == nil)
    cache.keep([1: finding("AW403")], at: AnalysisStamp(generation: 4, epoch: 1))
    #expect(cache.findings([0], at: AnalysisStamp(generation: 4, epoch: 1)) == nil)
  }
}
