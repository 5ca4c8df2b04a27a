import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

@Suite struct CapabilityTests {
  private func initialize(_ capabilities: JSONValue) throws -> (session: Session, result: JSONValue) {
    let session = Session()
    let id = session.request(Method.initialize, ["capabilities": capabilities])
    return (session, try session.result(of: id))
  }

  @Test(
    arguments: [
      (["utf-8", "utf-16"], "utf-8"), (["utf-16", "utf-8"], "utf-16"), (["utf-32", "utf-8", "utf-16"], "utf-32"),
      (["utf-7", "utf-8"], "utf-8"), ([], nil), (["utf-7"], nil),
    ] as [([String], String?)])
  func theClientsFirstEncodingThatWeKnow(offered: [String], chosen: String?) throws {
    let (session, result) = try initialize(["general": ["positionEncodings": .array(offered.map(JSONValue.string))]])
    #expect(result["capabilities"]?["positionEncoding"]?.stringValue == chosen)
    #expect(session.state.encoding.rawValue == chosen ?? "utf-16")
  }

  @Test func aClientWithoutCapabilities() throws {
    let (session, result) = try initialize([:])
    #expect(
      result == [
        "capabilities": [
          "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
          "hoverProvider": true, "codeActionProvider": true,
          "executeCommandProvider": ["commands": ["awaitwise.debugDump", "awaitwise.waitUntilIdle"]],
          "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
        ],
        "serverInfo": ["name": "awaitwise", "version": "1.2.3"],
      ])
    session.notify(Method.initialized)
    #expect(session.take().isEmpty)
    session.open("a.cs", "Old")
    session.settle()
    #expect(
      session.notifications(Method.publishDiagnostics) == [
        [
          "uri": "file:///w/a.cs",
          "diagnostics": [
            [
              "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 3]], "severity": 3,
              "code": "AW306", "source": "awaitwise", "message": "AW306 at 0",
            ]
          ],
        ]
      ])
    // Without literals an action could only be a command.
    let actions = session.codeActions("a.cs")
    session.settle()
    #expect(try session.result(of: actions) == [])
  }

  private let optionalMembers: [String: JSONValue] = [
    "version": ["versionSupport": true], "relatedInformation": ["relatedInformation": true],
    "tags": ["tagSupport": ["valueSet": [1]]], "codeDescription": ["codeDescriptionSupport": true],
    "data": ["dataSupport": true],
  ]

  @Test(arguments: ["version", "relatedInformation", "tags", "codeDescription", "data"])
  func optionalMembersOnlyWhereDeclared(member: String) throws {
    let session = try Session.ready(
      ["textDocument": ["publishDiagnostics": try #require(optionalMembers[member])]])
    session.open("a.cs", "Old", version: 4)
    session.settle()
    let params = try #require(session.notifications(Method.publishDiagnostics).first)
    var seen = Set((params["diagnostics"]?.arrayValue?.first?.objectValue?.members ?? []).map(\.key))
    if params["version"] != nil { seen.insert("version") }
    #expect(seen.subtracting(["range", "severity", "code", "source", "message"]) == [member])
  }

  @Test func onlyDeclaredTags() throws {
    let session = try Session.ready(["textDocument": ["publishDiagnostics": ["tagSupport": ["valueSet": [2]]]]])
    session.open("a.cs", "Old")
    session.settle()
    #expect(session.notifications(Method.publishDiagnostics).first?["diagnostics"]?.arrayValue?.first?["tags"] == nil)
  }

  @Test func everythingThatAFullClientUnderstands() throws {
    let session = try Session.ready()
    session.host.disk["/w/other.cs"] = Array("a\nbcd".utf8)
    session.open("a.cs", "x\nOld", version: 3)
    session.settle()
    let range: JSONValue = ["start": ["line": 1, "character": 0], "end": ["line": 1, "character": 3]]
    #expect(
      session.notifications(Method.publishDiagnostics) == [
        [
          "uri": "file:///w/a.cs", "version": 3,
          "diagnostics": [
            [
              "range": range, "severity": 3, "code": "AW306",
              "codeDescription": ["href": "https://example.org/AW306"], "source": "awaitwise", "message": "AW306 at 2",
              "tags": [1],
              "relatedInformation": [
                [
                  "location": [
                    "uri": "file:///w/a.cs",
                    "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 1]],
                  ],
                  "message": "the beginning",
                ],
                [
                  "location": [
                    "uri": "file:///w/other.cs",
                    "range": ["start": ["line": 1, "character": 0], "end": ["line": 1, "character": 1]],
                  ],
                  "message": "elsewhere",
                ],
              ],
              "data": ["rule": "AW306", "confidence": "bound", "placeholders": ["word": "Old"]],
            ]
          ],
        ]
      ])
  }

  @Test func pullIsOfferedStaticallyOrRegistered() throws {
    let (_, fixed) = try initialize(["textDocument": ["diagnostic": ["dynamicRegistration": false]]])
    #expect(
      fixed["capabilities"]?["diagnosticProvider"]
        == ["identifier": "awaitwise", "interFileDependencies": true, "workspaceDiagnostics": false])

    let (session, dynamic) = try initialize(["textDocument": ["diagnostic": ["dynamicRegistration": true]]])
    #expect(dynamic["capabilities"]?["diagnosticProvider"] == nil)
    session.notify(Method.initialized)
    let registrations = try #require(session.requests(Method.registerCapability).first?.params["registrations"])
    #expect(
      registrations == [
        [
          "id": "awaitwise-diagnostics", "method": "textDocument/diagnostic",
          "registerOptions": [
            "documentSelector": [["language": "csharp"], ["pattern": "**/*.{cs,csx}"]], "identifier": "awaitwise",
            "interFileDependencies": true, "workspaceDiagnostics": false,
          ],
        ]
      ])
  }

  @Test func resolveIsOfferedOnlyToThoseWhoGiveDataBack() throws {
    func offers(_ codeAction: JSONValue) throws -> JSONValue? {
      try initialize(["textDocument": ["codeAction": codeAction]]).result["capabilities"]?["codeActionProvider"]
    }
    let literals: JSONValue = ["codeActionKind": ["valueSet": []]]
    let kinds: JSONValue = ["quickfix", "source.fixAll.awaitwise"]
    #expect(try offers([:]) == true)
    #expect(
      try offers(["codeActionLiteralSupport": literals]) == ["codeActionKinds": kinds, "resolveProvider": false])
    #expect(
      try offers(["codeActionLiteralSupport": literals, "dataSupport": true])?["resolveProvider"] == false)
    #expect(
      try offers(["codeActionLiteralSupport": literals, "resolveSupport": ["properties": ["edit"]]])?["resolveProvider"]
        == false)
    #expect(
      try offers([
        "codeActionLiteralSupport": literals, "dataSupport": true, "resolveSupport": ["properties": ["command"]],
      ])?["resolveProvider"] == false)
    #expect(
      try offers([
        "codeActionLiteralSupport": literals, "dataSupport": true, "resolveSupport": ["properties": ["edit"]],
      ])?["resolveProvider"] == true)
  }

  // MARK: Real clients

  struct Expectation: Sendable, CustomTestStringConvertible {
    let client: String
    let encoding: String
    let isPull: Bool
    let resolves: Bool
    let diagnosticMembers: Set<String>
    let versions: Bool
    let documentChanges: Bool
    let isPreferred: Bool
    let registrations: [String]
    let asksConfiguration: Bool

    var testDescription: String { client }
  }

  static let clients = [
    Expectation(
      client: "emacs-28.2-eglot-1.9", encoding: "utf-16", isPull: false, resolves: false, diagnosticMembers: ["tags"],
      versions: false, documentChanges: true, isPreferred: true, registrations: [Method.didChangeWatchedFiles],
      asksConfiguration: true),
    Expectation(
      client: "emacs-28.2-lsp-mode-8.0.0", encoding: "utf-16", isPull: false, resolves: true,
      diagnosticMembers: ["tags", "relatedInformation"], versions: true, documentChanges: true, isPreferred: true,
      registrations: [], asksConfiguration: true),
    Expectation(
      client: "kate-22.12.3", encoding: "utf-16", isPull: false, resolves: false,
      diagnosticMembers: ["relatedInformation"], versions: false, documentChanges: false, isPreferred: false,
      registrations: [], asksConfiguration: false),
    Expectation(
      client: "neovim-0.7.2", encoding: "utf-16", isPull: false, resolves: true,
      diagnosticMembers: ["tags", "relatedInformation"], versions: false, documentChanges: false, isPreferred: false,
      registrations: [], asksConfiguration: false),
    Expectation(
      client: "neovim-0.11.4", encoding: "utf-8", isPull: true, resolves: true,
      diagnosticMembers: ["tags", "relatedInformation", "data"], versions: false, documentChanges: false,
      isPreferred: true, registrations: [], asksConfiguration: true),
    Expectation(
      client: "vscode-1.139.1-languageclient-11.0.0", encoding: "utf-16", isPull: true, resolves: true,
      diagnosticMembers: ["tags", "relatedInformation", "data", "codeDescription"], versions: false,
      documentChanges: true, isPreferred: true,
      registrations: [Method.diagnostic, Method.didChangeConfiguration, Method.didChangeWatchedFiles],
      asksConfiguration: true),
  ]

  @Test(arguments: clients)
  func servesRealClients(expected: Expectation) throws {
    let session = Session()
    let id = session.request(Method.initialize, try capturedParameters(expected.client), id: .integer(0))
    let result = try session.result(of: id)
    #expect(session.sent.isEmpty)
    #expect(session.state.encoding.rawValue == expected.encoding)
    #expect(
      result["capabilities"]?["positionEncoding"]
        == (expected.client == "neovim-0.11.4" ? "utf-8" : expected.client.hasPrefix("vscode") ? "utf-16" : nil))
    #expect(result["capabilities"]?["codeActionProvider"]?["resolveProvider"] == .bool(expected.resolves))

    session.notify(Method.initialized, [:])
    let registered = session.requests(Method.registerCapability).flatMap {
      ($0.params["registrations"]?.arrayValue ?? []).compactMap { $0["method"]?.stringValue }
    }
    #expect(registered == expected.registrations)
    #expect(
      (result["capabilities"]?["diagnosticProvider"] != nil)
        == (expected.isPull && !expected.registrations.contains(Method.diagnostic)))
    let configuration = session.requests(Method.configuration)
    #expect(configuration.count == (expected.asksConfiguration ? 1 : 0))
    for request in configuration { session.reply(to: request.id, [.null]) }

    // Open, edit, act, close.
    session.open("a.cs", "Old", version: 0)
    session.settle()
    session.change("a.cs", "  Old", version: 5)
    let diagnostics: [JSONValue]
    if expected.isPull {
      let pull = session.pull("a.cs")
      session.settle()
      diagnostics = try session.result(of: pull)["items"]?.arrayValue ?? []
      #expect(session.notifications(Method.publishDiagnostics).isEmpty)
    } else {
      session.settle()
      let published = session.notifications(Method.publishDiagnostics)
      #expect(published.count == 2)
      #expect(published.last?["version"] == (expected.versions ? 5 : nil))
      diagnostics = published.last?["diagnostics"]?.arrayValue ?? []
    }
    let diagnostic = try #require(diagnostics.first?.objectValue)
    #expect(diagnostics.count == 1)
    #expect(
      Set(diagnostic.members.map(\.key))
        == expected.diagnosticMembers.union(["range", "severity", "code", "source", "message"]))

    let request = session.codeActions("a.cs", 0, 3, diagnostics: .array(diagnostics))
    session.settle()
    let actions = try session.result(of: request).arrayValue ?? []
    #expect(
      actions.map { $0["title"]?.stringValue } == [
        "Awaitwise (AW306): Remove it", "Suppress AW306 with a comment", "Suppress AW306 with #pragma",
        "Awaitwise: Apply all safe fixes in this file",
      ])
    let edit = try #require(actions.first?["edit"])
    #expect((edit["documentChanges"] != nil) == expected.documentChanges)
    #expect((edit["changes"] != nil) == !expected.documentChanges)
    #expect((actions.last?["edit"] == nil) == expected.resolves)
    #expect((actions.last?["data"] != nil) == expected.resolves)

    session.open("b.cs", "Bad")
    let preferred = session.codeActions("b.cs", only: ["quickfix"])
    session.settle()
    #expect(
      try session.result(of: preferred).arrayValue?.first?["isPreferred"] == (expected.isPreferred ? true : nil))

    session.close("a.cs")
    session.settle()
    let shutdown = session.request(Method.shutdown)
    #expect(try session.result(of: shutdown) == .null)
    session.notify(Method.exit)
    #expect(session.state.exitCode == 0)
  }
}
