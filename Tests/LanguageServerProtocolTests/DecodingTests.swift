import JSONRPC
import LanguageServerProtocol
import Testing

private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

@Suite struct DecodingTests {
  @Test func namesWhatIsWrong() throws {
    func failure(_ text: String) throws -> String? {
      do {
        _ = try DidOpenTextDocumentParams(json: try json(text))
        return nil
      } catch let failure as DecodingFailure {
        return failure.description
      }
    }
    #expect(try failure("null") == "'textDocument' must be present.")
    #expect(try failure("[]") == "'textDocument' must be present.")
    #expect(try failure(#"{"textDocument":{}}"#) == "'textDocument.uri' must be present.")
    #expect(try failure(#"{"textDocument":{"uri":3}}"#) == "'textDocument.uri' must be a string.")
    #expect(try failure(#"{"textDocument":{"uri":"a"}}"#) == "'textDocument.text' must be present.")
    #expect(try failure(#"{"textDocument":{"uri":"a","text":""}}"#) == nil)
  }

  @Test func positionsAreForgiving() throws {
    #expect(try Position(json: json(#"{"line":1.0,"character":2}"#)) == Position(line: 1, character: 2))
    #expect(
      try Position(json: json(#"{"line":99999999999,"character":-1}"#)) == Position(line: .max, character: 0))
    #expect(throws: DecodingFailure.self) { try Position(json: json(#"{"line":1.5,"character":2}"#)) }
    #expect(throws: DecodingFailure.self) { try Position(json: json(#"{"line":"1","character":2}"#)) }
    #expect(throws: DecodingFailure.self) { try Position(json: json(#"{"line":1}"#)) }
  }

  @Test func changesWithAndWithoutRange() throws {
    let params = try DidChangeTextDocumentParams(
      json: json(
        #"{"textDocument":{"uri":"a","version":null},"contentChanges":[{"text":"x"},{"range":null,"text":"y"},"#
          + #"{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":2}},"rangeLength":1,"text":""}]}"#)
    )
    #expect(params.textDocument.version == nil)
    #expect(params.contentChanges.map(\.range?.start.character) == [nil, nil, 1])
    // A range that can't be read must not be taken for "everything".
    #expect(throws: DecodingFailure.self) {
      try TextDocumentContentChangeEvent(json: json(#"{"range":{"start":{}},"text":"x"}"#))
    }
    #expect(
      try DidChangeTextDocumentParams(json: json(#"{"textDocument":{"uri":"a"},"contentChanges":{}}"#))
        .contentChanges.isEmpty)
  }

  @Test func initializeParams() throws {
    let bare = try InitializeParams(json: json("{}"))
    #expect(bare.processID == nil)
    #expect(bare.folders.isEmpty)
    #expect(bare.trace == .off)
    #expect(bare.capabilities == ClientCapabilities())
    #expect(try InitializeParams(json: json("[]")).folders.isEmpty)
    #expect(throws: DecodingFailure.self) { try InitializeParams(json: json("null")) }
    #expect(throws: DecodingFailure.self) { try InitializeParams(json: json("3")) }

    let full = try InitializeParams(
      json: json(
        #"{"processId":7,"clientInfo":{"name":"n"},"rootUri":"file:///a","rootPath":"/b","trace":"verbose","#
          + #""workspaceFolders":[{"uri":"file:///c","name":"c"},{"name":"broken"}],"initializationOptions":[]}"#))
    #expect(full.processID == 7)
    #expect(full.clientInfo?.name == "n")
    #expect(full.folders == [DocumentURI("file:///c")])
    #expect(full.trace == .verbose)

    #expect(
      try InitializeParams(json: json(#"{"rootUri":"file:///a","rootPath":"/b"}"#)).folders.map(\.string) == [
        "file:///a"
      ])
    #expect(try InitializeParams(json: json(#"{"rootUri":null,"rootPath":"/b"}"#)).folders.map(\.string) == ["/b"])
    #expect(try InitializeParams(json: json(#"{"workspaceFolders":null,"rootUri":null}"#)).folders.isEmpty)
  }

  @Test func capabilitiesOfOtherTypesCountAsAbsent() throws {
    let odd = ClientCapabilities(
      json: try json(
        #"{"general":[],"workspace":{"configuration":"yes","workspaceEdit":true,"didChangeWatchedFiles":[]},"#
          + #""textDocument":{"publishDiagnostics":{"tagSupport":true,"relatedInformation":1},"codeAction":null,"#
          + #""hover":{"contentFormat":"markdown"}},"window":3}"#))
    #expect(odd == ClientCapabilities())
    #expect(ClientCapabilities(json: .null) == ClientCapabilities())
    #expect(ClientCapabilities(json: []) == ClientCapabilities())
  }

  @Test func emptyLuaTablesAreObjects() throws {
    let capabilities = ClientCapabilities(
      json: try json(#"{"textDocument":{"diagnostic":[],"codeAction":{"codeActionLiteralSupport":[]}}}"#))
    #expect(capabilities.pullsDiagnostics)
    #expect(capabilities.codeActionLiterals)
  }

  @Test func pullingClientsMayDeclareInEitherPlace() throws {
    let text = #"{"textDocument":{"publishDiagnostics":{"dataSupport":true,"tagSupport":{"valueSet":[1]}},"#
    let pull = ClientCapabilities(
      json: try json(text + #""diagnostic":{"relatedInformation":true,"tagSupport":{"valueSet":[2,9]}}}}"#))
    #expect(pull.diagnostics.data)
    #expect(pull.diagnostics.relatedInformation)
    #expect(pull.diagnostics.tags == [.unnecessary, .deprecated])
    #expect(!pull.diagnostics.codeDescription)
  }

  @Test func codeActionContextKeepsWhatCanBeRead() throws {
    let params = try CodeActionParams(
      json: json(
        #"{"textDocument":{"uri":"a"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"#
          + #""context":{"diagnostics":[{"message":"no range"},{"range":{"start":{"line":1,"character":2},"#
          + #""end":{"line":3,"character":4}},"code":7,"source":"x","extra":[1]}],"only":["a",5],"triggerKind":2}}"#))
    #expect(params.diagnostics.count == 1)
    #expect(params.diagnostics.first?.code == nil)
    #expect(params.diagnostics.first?.json["extra"] == [1])
    #expect(params.only == [CodeActionKind("a")])
    #expect(params.triggerKind == .automatic)
  }

  @Test(arguments: [
    ("a", "a", true), ("a", "a.b", true), ("a", "ab", false), ("a.b", "a", false), ("", "x", true),
    ("source", "source.fixAll.awaitwise", true), ("source.fixAll", "source.fixAll.awaitwise", true),
    ("source.fix", "source.fixAll", false), ("quickfix", "source.fixAll", false),
  ])
  func kindsFormATree(wanted: String, kind: String, expected: Bool) {
    #expect(CodeActionKind(wanted).includes(CodeActionKind(kind)) == expected)
  }

  @Test func traceValues() throws {
    #expect(try SetTraceParams(json: json(#"{"value":"messages"}"#)).value == .messages)
    #expect(throws: DecodingFailure.self) { try SetTraceParams(json: json(#"{"value":"loud"}"#)) }
    #expect(try CancelParams(json: json(#"{"id":"a"}"#)).id == .string("a"))
    #expect(throws: DecodingFailure.self) { try CancelParams(json: json(#"{"id":null}"#)) }
  }
}

@Suite struct EncodingTests {
  private func text(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }
  private let range = Range(start: Position(line: 1, character: 2), end: Position(line: 3, character: 4))
  private let rangeText = #"{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}"#

  @Test func aBareDiagnosticHasNoOptionalMember() {
    let diagnostic = Diagnostic(range: range, severity: .warning, code: nil, source: "s", message: "m")
    #expect(text(diagnostic.json) == #"{"range":\#(rangeText),"severity":2,"source":"s","message":"m"}"#)
  }

  @Test func aFullDiagnostic() {
    var diagnostic = Diagnostic(range: range, severity: .information, code: "AW1", source: "s", message: "m")
    diagnostic.codeDescription = "https://x"
    diagnostic.tags = [.unnecessary, .deprecated]
    diagnostic.relatedInformation = [
      DiagnosticRelatedInformation(location: Location(uri: DocumentURI("file:///a"), range: range), message: "r")
    ]
    diagnostic.data = ["rule": "AW1"]
    #expect(
      text(diagnostic.json)
        == #"{"range":\#(rangeText),"severity":3,"code":"AW1","codeDescription":{"href":"https://x"},"source":"s","#
        + #""message":"m","tags":[1,2],"relatedInformation":[{"location":{"uri":"file:///a","range":\#(rangeText)},"#
        + #""message":"r"}],"data":{"rule":"AW1"}}"#)
  }

  @Test func reports() {
    #expect(
      text(DocumentDiagnosticReport.full(resultID: "1", items: []).json)
        == #"{"kind":"full","resultId":"1","items":[]}"#)
    #expect(text(DocumentDiagnosticReport.unchanged(resultID: "1").json) == #"{"kind":"unchanged","resultId":"1"}"#)
    #expect(
      text(PublishDiagnosticsParams(uri: DocumentURI("u"), version: 3, diagnostics: []).json)
        == #"{"uri":"u","version":3,"diagnostics":[]}"#)
    #expect(
      text(PublishDiagnosticsParams(uri: DocumentURI("u"), version: nil, diagnostics: []).json)
        == #"{"uri":"u","diagnostics":[]}"#)
  }

  @Test func edits() {
    let document = TextDocumentEdit(
      uri: DocumentURI("u"), version: nil, edits: [TextEdit(range: range, newText: "x")])
    #expect(
      text(WorkspaceEdit.documentChanges([document]).json)
        == #"{"documentChanges":[{"textDocument":{"uri":"u","version":null},"edits":[{"range":\#(rangeText),"#
        + #""newText":"x"}]}]}"#)
    #expect(
      text(WorkspaceEdit.changes([document]).json)
        == #"{"changes":{"u":[{"range":\#(rangeText),"newText":"x"}]}}"#)
  }

  @Test func progress() {
    #expect(
      text(ProgressParams(token: "t", value: .begin(title: "T", cancellable: true, message: nil, percentage: 0)).json)
        == #"{"token":"t","value":{"kind":"begin","title":"T","cancellable":true,"percentage":0}}"#)
    #expect(
      text(ProgressParams(token: "t", value: .report(message: "m", percentage: nil)).json)
        == #"{"token":"t","value":{"kind":"report","message":"m"}}"#)
    #expect(text(ProgressParams(token: "t", value: .end).json) == #"{"token":"t","value":{"kind":"end"}}"#)
  }

  @Test func registrations() {
    let watcher = FileSystemWatcher(base: DocumentURI("file:///a"), pattern: "*.cs")
    #expect(text(watcher.json) == #"{"globPattern":{"baseUri":"file:///a","pattern":"*.cs"}}"#)
    #expect(text(FileSystemWatcher(base: nil, pattern: "*").json) == #"{"globPattern":"*"}"#)
    #expect(
      text(UnregistrationParams(id: "i", method: "m").json) == #"{"unregisterations":[{"id":"i","method":"m"}]}"#)
    #expect(
      text(RegistrationParams(registrations: [Registration(id: "i", method: "m")]).json)
        == #"{"registrations":[{"id":"i","method":"m"}]}"#)
  }
}
