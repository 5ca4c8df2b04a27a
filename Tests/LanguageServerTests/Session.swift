import Foundation
import JSONRPC
import LanguageServerProtocol
import Synchronization
import Testing

@testable import LanguageServer

/// Holds jobs until the test runs them, in the order it likes.
final class HeldJobs: WorkExecutor {
  private(set) var jobs: [Job] = []
  private(set) var promoted: [JobID] = []

  func submit(_ job: Job) { jobs.append(job) }
  func promote(_ id: JobID) { promoted.append(id) }

  func take(at index: Int) -> Job { jobs.remove(at: index) }
}

/// A server whose loop the test turns by hand: events go in, messages come out, jobs end when the test says so, and time
/// passes when the test says so.
final class Session {
  let host = FakeHost()
  let jobs = HeldJobs()
  let state: ServerState
  private let clock: Clock
  private let outgoing: Outgoing
  let logged = Mutex<[String]>([])
  private var nextID: Int64 = 100

  private final class Clock { var now = ContinuousClock.now }
  private final class Outgoing { var messages: [OutgoingMessage] = [] }

  final class World {
    var deadProcesses: Set<Int64> = []
    var stamps: [String: FileStamp] = [:]
  }
  let world = World()
  private let logLines: LogLines

  private final class LogLines: Sendable { let lines = Mutex<[String]>([]) }

  init(_ configure: (inout ServerOptions, inout ServerEnvironment) -> Void = { _, _ in }) {
    let clock = Clock()
    let outgoing = Outgoing()
    let world = world
    let logLines = LogLines()
    var options = ServerOptions(version: "1.2.3")
    options.settings.debounceMilliseconds = 0
    options.logLevel = .debug
    var environment = ServerEnvironment(log: Log(.debug) { line in logLines.lines.withLock { $0.append(line) } })
    environment.now = { clock.now }
    environment.isProcessAlive = { !world.deadProcesses.contains($0) }
    environment.fileStamp = { world.stamps[$0] }
    environment.homeDirectory = "/home/user"
    configure(&options, &environment)
    self.clock = clock
    self.outgoing = outgoing
    self.logLines = logLines
    state = ServerState(
      host: host, documentation: FakeDocumentation(), options: options, environment: environment, executor: jobs,
      send: { outgoing.messages.append($0) })
  }

  var log: [String] { logLines.lines.withLock { $0 } }

  // MARK: In

  func notify(_ method: String, _ params: JSONValue? = nil) {
    state.handle(.message(.notification(method: method, params: params)))
  }

  @discardableResult
  func request(_ method: String, _ params: JSONValue? = nil, id: RequestID? = nil) -> RequestID {
    nextID += 1
    let id = id ?? .integer(nextID)
    state.handle(.message(.request(id: id, method: method, params: params)))
    return id
  }

  func reply(to id: RequestID, _ result: JSONValue = .null) {
    state.handle(.message(.response(id: id, result: .success(result))))
  }

  /// Lets time pass and does what is due.
  func pass(_ milliseconds: Int = 0) {
    clock.now = clock.now.advanced(by: .milliseconds(milliseconds))
    state.fireDeadlines()
  }

  /// Runs one of the held jobs and hands its result to the loop.
  func finish(job index: Int = 0) {
    let job = jobs.take(at: index)
    state.handle(.finished(job.id, job.work()))
  }

  /// Turns the loop until nothing is left to do.
  func settle() {
    for _ in 0..<1000 {
      pass()
      guard !jobs.jobs.isEmpty else { return }
      finish()
    }
    Issue.record("the server does not come to rest")
  }

  // MARK: Out

  /// Takes what was sent since the last time.
  func take() -> [OutgoingMessage] {
    let messages = outgoing.messages
    outgoing.messages = []
    return messages
  }

  var sent: [OutgoingMessage] { outgoing.messages }

  /// The result of a request, taken from what was sent.
  func result(of id: RequestID, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSONValue {
    switch try response(to: id, sourceLocation: sourceLocation) {
    case .success(let value): return value
    case .failure(let error):
      throw error
    }
  }

  func error(of id: RequestID, sourceLocation: SourceLocation = #_sourceLocation) throws -> ResponseError? {
    if case .failure(let error) = try response(to: id, sourceLocation: sourceLocation) { return error }
    return nil
  }

  private func response(
    to id: RequestID, sourceLocation: SourceLocation
  ) throws -> Result<JSONValue, ResponseError> {
    var found: [Result<JSONValue, ResponseError>] = []
    outgoing.messages.removeAll { message in
      guard case .response(id, let result) = message else { return false }
      found.append(result)
      return true
    }
    #expect(found.count == 1, "responses to \(id)", sourceLocation: sourceLocation)
    return try #require(found.first, sourceLocation: sourceLocation)
  }

  /// The parameters of the notifications of one method, taken from what was sent.
  func notifications(_ method: String) -> [JSONValue] {
    var found: [JSONValue] = []
    outgoing.messages.removeAll { message in
      guard case .notification(method, let params) = message else { return false }
      found.append(params ?? .null)
      return true
    }
    return found
  }

  /// The ids and parameters of the server's requests of one method, taken from what was sent.
  func requests(_ method: String) -> [(id: RequestID, params: JSONValue)] {
    var found: [(RequestID, JSONValue)] = []
    outgoing.messages.removeAll { message in
      guard case .request(let id, method, let params) = message else { return false }
      found.append((id, params ?? .null))
      return true
    }
    return found
  }

  /// What was published: version and codes with their places, as text.
  func published() -> [String] {
    notifications(Method.publishDiagnostics).map { params in
      let name = params["uri"]?.stringValue?.split(separator: "/").last.map(String.init) ?? "?"
      let version = params["version"]?.integerValue.map { "@\($0)" } ?? ""
      return "\(name)\(version): \(describe(params["diagnostics"]))"
    }
  }

  // MARK: Usual steps

  static let pushing: JSONValue = [
    "textDocument": [
      "publishDiagnostics": [
        "versionSupport": true, "relatedInformation": true, "tagSupport": ["valueSet": [1, 2]],
        "codeDescriptionSupport": true, "dataSupport": true,
      ],
      "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]], "isPreferredSupport": true],
      "hover": ["contentFormat": ["markdown", "plaintext"]],
    ],
    "workspace": ["workspaceEdit": ["documentChanges": true], "workspaceFolders": true],
  ]

  static let pulling: JSONValue = [
    "textDocument": ["diagnostic": ["dynamicRegistration": false]],
    "workspace": ["diagnostics": ["refreshSupport": true]],
  ]

  /// A session past its handshake.
  static func ready(
    _ capabilities: JSONValue = pushing, options: JSONValue = [:], root: JSONValue = "file:///w",
    _ configure: (inout ServerOptions, inout ServerEnvironment) -> Void = { _, _ in }
  ) throws -> Session {
    let session = Session(configure)
    let id = session.request(
      Method.initialize,
      ["processId": 7, "rootUri": root, "capabilities": capabilities, "initializationOptions": options])
    _ = try session.result(of: id)
    session.notify(Method.initialized, [:])
    return session
  }

  func open(_ name: String, _ text: String, version: Int64 = 1, languageID: String = "csharp") {
    notify(
      Method.didOpen,
      [
        "textDocument": [
          "uri": .string(uri(name)), "languageId": .string(languageID), "version": .integer(version),
          "text": .string(text),
        ]
      ])
  }

  /// Replaces the whole text.
  func change(_ name: String, _ text: String, version: Int64) {
    notify(
      Method.didChange,
      [
        "textDocument": ["uri": .string(uri(name)), "version": .integer(version)],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  func close(_ name: String) { notify(Method.didClose, ["textDocument": ["uri": .string(uri(name))]]) }
  func save(_ name: String) { notify(Method.didSave, ["textDocument": ["uri": .string(uri(name))]]) }

  func pull(_ name: String, previous: String? = nil) -> RequestID {
    var params = JSONObject([JSONObject.Member("textDocument", ["uri": .string(uri(name))])])
    params.append("previousResultId", ifPresent: previous.map(JSONValue.string))
    return request(Method.diagnostic, .object(params))
  }

  func codeActions(
    _ name: String, _ line: Int64 = 0, _ character: Int64 = 0, only: [String]? = nil, trigger: Int64? = 1,
    diagnostics: JSONValue = []
  ) -> RequestID {
    var context = JSONObject([JSONObject.Member("diagnostics", diagnostics)])
    context.append("only", ifPresent: only.map { .array($0.map(JSONValue.string)) })
    context.append("triggerKind", ifPresent: trigger.map(JSONValue.integer))
    let position: JSONValue = ["line": .integer(line), "character": .integer(character)]
    return request(
      Method.codeAction,
      [
        "textDocument": ["uri": .string(uri(name))], "range": ["start": position, "end": position],
        "context": .object(context),
      ])
  }

  func hover(_ name: String, _ line: Int64, _ character: Int64) -> RequestID {
    request(
      Method.hover,
      [
        "textDocument": ["uri": .string(uri(name))],
        "position": ["line": .integer(line), "character": .integer(character)],
      ])
  }
}

func uri(_ name: String) -> String { name.contains(":") ? name : "file:///w/" + name }

/// `AW101@0:4 AW306@2:0`.
func describe(_ diagnostics: JSONValue?) -> String {
  (diagnostics?.arrayValue ?? []).map { diagnostic in
    let start = diagnostic["range"]?["start"]
    return "\(diagnostic["code"]?.stringValue ?? "-")@\(start?["line"]?.integerValue ?? -1):"
      + "\(start?["character"]?.integerValue ?? -1)"
  }.joined(separator: " ")
}

/// The parameters that a real client sent with `initialize`.
func capturedParameters(_ name: String) throws -> JSONValue {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/clients/\(name).initialize.json")
  let json = try JSONValue(parsing: Array(try Data(contentsOf: url)))
  return json["params"] ?? json
}
