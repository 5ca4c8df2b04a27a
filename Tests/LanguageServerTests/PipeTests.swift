import Foundation
import JSONRPC
import LanguageServerProtocol
import Synchronization
import Testing

@testable import LanguageServer

/// A whole server, with its threads, between two pipes.
private final class PipedServer: @unchecked Sendable {
  private let toServer = Pipe()
  private let fromServer = Pipe()
  private let code = Monitor<Int32?>(nil)
  private var decoder = FrameDecoder()
  private var received: [IncomingMessage] = []

  init(_ configure: (inout ServerOptions) -> Void = { _ in }) {
    var options = ServerOptions(version: "1.2.3")
    options.settings.debounceMilliseconds = 0
    options.logLevel = .error
    options.cacheDirectory = FileManager.default.temporaryDirectory.path + "/awaitwise-tests-\(UUID().uuidString)"
    configure(&options)
    let input = toServer.fileHandleForReading.fileDescriptor
    let output = fromServer.fileHandleForWriting.fileDescriptor
    let code = code
    let final = options
    // Kept for good: the server's reader outlives the test, and must not find another test's pipe under its number.
    _ = Unmanaged.passRetained(self)
    _ = Thread.start(stackSize: Thread.smallStack) {
      let result = runLanguageServer(
        input: input, output: output, host: FakeHost(), documentation: FakeDocumentation(), options: final)
      code.withLock { $0 = result }
      code.wakeAll()
    }
  }

  func write(_ bytes: [UInt8]) { toServer.fileHandleForWriting.write(Data(bytes)) }
  func write(_ text: String) { write(Array(text.utf8)) }
  func send(_ json: JSONValue) { write(frame(json.serialized())) }
  func closeInput() { try? toServer.fileHandleForWriting.close() }
  func stopReading() { try? fromServer.fileHandleForReading.close() }

  /// The next message; waits for it.
  func receive() throws -> IncomingMessage {
    while true {
      while let event = decoder.next() {
        guard case .body(let body) = event else {
          Issue.record("\(event)")
          continue
        }
        received.append(try IncomingMessage(body: body))
      }
      if !received.isEmpty { return received.removeFirst() }
      let data = fromServer.fileHandleForReading.availableData
      try #require(!data.isEmpty, "the server closed its output")
      decoder.append(data)
    }
  }

  /// The exit code; waits for the end.
  func exitCode() -> Int32? {
    code.wait(until: ContinuousClock.now + .seconds(20)) { $0.map { Optional($0) } } ?? nil
  }

  func initialize(_ capabilities: JSONValue = [:]) throws {
    send([
      "jsonrpc": "2.0", "id": 0, "method": "initialize",
      "params": ["processId": .integer(Platform.processID), "rootUri": "file:///w", "capabilities": capabilities],
    ])
    guard case .response(.integer(0), .success) = try receive() else {
      Issue.record("no response to initialize")
      return
    }
    send(["jsonrpc": "2.0", "method": "initialized", "params": [:]])
  }

  func open(_ name: String, _ text: String) {
    send([
      "jsonrpc": "2.0", "method": "textDocument/didOpen",
      "params": [
        "textDocument": ["uri": .string(uri(name)), "languageId": "csharp", "version": 1, "text": .string(text)]
      ],
    ])
  }

  func shutDown() throws {
    send(["jsonrpc": "2.0", "id": "bye", "method": "shutdown"])
    #expect(try receive() == .response(id: .string("bye"), result: .success(.null)))
    send(["jsonrpc": "2.0", "method": "exit"])
  }
}

@Suite struct PipeTests {
  private func diagnostics(_ message: IncomingMessage) -> String? {
    guard case .notification(Method.publishDiagnostics, let params) = message else { return nil }
    return describe(params?["diagnostics"])
  }

  @Test func aSession() throws {
    let server = PipedServer()
    try server.initialize()
    server.open("a.cs", "Bad")
    #expect(diagnostics(try server.receive()) == "AW101@0:0")
    try server.shutDown()
    #expect(server.exitCode() == 0)
  }

  @Test func garbageBetweenMessages() throws {
    let server = PipedServer()
    try server.initialize()
    server.write("what is this?\r\n\r\n")
    server.open("a.cs", "Bad")
    #expect(diagnostics(try server.receive()) == "AW101@0:0")
    server.write("Content-Length: 5\r\n\r\n{\"a\":")
    guard case .response(nil, .failure(let error)) = try server.receive() else {
      Issue.record("no parse error")
      return
    }
    #expect(error.code == .parseError)
    server.write("Content-Length: 0\r\n\r\n")
    guard case .response(nil, .failure(let empty)) = try server.receive() else {
      Issue.record("no parse error")
      return
    }
    #expect(empty.code == .parseError)
    try server.shutDown()
    #expect(server.exitCode() == 0)
  }

  @Test func messagesByteByByte() throws {
    let server = PipedServer()
    let message: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": "initialize", "params": ["capabilities": [:]]]
    for byte in frame(message.serialized()) { server.write([byte]) }
    guard case .response(.integer(1), .success) = try server.receive() else {
      Issue.record("no response")
      return
    }
    server.closeInput()
    #expect(server.exitCode() == 1)
  }

  @Test func theEndInTheMiddleOfAMessage() throws {
    let server = PipedServer()
    try server.initialize()
    server.write("Content-Length: 100\r\n\r\n{\"jsonrpc\"")
    server.closeInput()
    #expect(server.exitCode() == 1)
  }

  @Test func aLengthThatCannotBeMeant() throws {
    let server = PipedServer()
    try server.initialize()
    server.write("Content-Length: 99999999999\r\n\r\n{}")
    #expect(server.exitCode() == 1)
  }

  @Test func aClientThatStopsReading() throws {
    let server = PipedServer()
    try server.initialize()
    server.stopReading()
    for version in 0..<50 { server.open("a.cs", String(repeating: "Bad ", count: version)) }
    #expect(server.exitCode() == 1)
  }

  @Test func manyMessagesAtOnceKeepTheirOrder() throws {
    let server = PipedServer()
    try server.initialize(["textDocument": ["diagnostic": [:]]])
    var bytes: [UInt8] = []
    server.open("a.cs", "")
    for id in 1...200 as ClosedRange<Int64> {
      let change: JSONValue = [
        "jsonrpc": "2.0", "method": "textDocument/didChange",
        "params": [
          "textDocument": ["uri": "file:///w/a.cs", "version": .integer(id)],
          "contentChanges": [["text": .string(String(repeating: "Bad ", count: Int(id) % 7))]],
        ],
      ]
      let hover: JSONValue = [
        "jsonrpc": "2.0", "id": .integer(id), "method": "textDocument/hover",
        "params": ["textDocument": ["uri": "file:///w/a.cs"], "position": ["line": 0, "character": 0]],
      ]
      bytes += frame(change.serialized()) + frame(hover.serialized())
    }
    server.write(bytes)
    var answered: Set<Int64> = []
    for _ in 1...200 {
      guard case .response(.integer(let id), .success(let result)) = try server.receive() else {
        Issue.record("not a response")
        return
      }
      #expect(answered.insert(id).inserted)
      #expect((result == .null) == (id % 7 == 0), "request \(id) sees its own text")
    }
    try server.shutDown()
    #expect(server.exitCode() == 0)
  }

  @Test func aBigDocument() throws {
    let server = PipedServer()
    try server.initialize()
    server.open("big.cs", String(repeating: "// plain line of text\r\n", count: 5000) + "Bad")
    #expect(diagnostics(try server.receive()) == "AW101@5000:0")
    try server.shutDown()
    #expect(server.exitCode() == 0)
  }
}

@Suite struct RecorderTests {
  private func record(_ recording: (String) -> ServerOptions.Recording, _ play: (PipedServer) throws -> Void) throws
    -> JSONValue
  {
    let path = FileManager.default.temporaryDirectory.path + "/recorded-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let server = PipedServer { $0.recording = recording(path) }
    try play(server)
    _ = server.exitCode()
    return try JSONValue(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test func aSessionBecomesAScenario() throws {
    let scenario = try record(ServerOptions.Recording.whole) { server in
      try server.initialize(["workspace": ["configuration": true]])
      guard case .request(let id, Method.configuration, _) = try server.receive() else {
        Issue.record("no configuration request")
        return
      }
      server.send(["jsonrpc": "2.0", "id": id.json, "result": [.null]])
      server.open("a b.cs", "Bad")
      _ = try server.receive()
      try server.shutDown()
    }
    let steps = try #require(scenario["steps"]?.arrayValue)
    #expect(steps[0]["request"] == "1-initialize")
    #expect(steps[0]["send"]?["params"]?["processId"] == ["$pid": "runner"])
    #expect(steps[0]["send"]?["params"]?["rootUri"] == ["$uri": ""])
    #expect(steps[1]["response"] == "1-initialize")
    #expect(steps[1]["result"]?["serverInfo"]?["version"] == ["$any": "string"])
    #expect(steps[2] == ["send": ["method": "initialized", "params": [:]]])
    #expect(
      steps[3] == [
        "expect": ["method": "workspace/configuration", "params": ["items": [["section": "awaitwise"]]]],
        "reply": ["result": [.null]],
      ])
    #expect(steps[4]["send"]?["params"]?["textDocument"]?["uri"] == ["$uri": "a b.cs"])
    #expect(steps[4]["send"]?["params"]?["textDocument"]?["text"] == "Bad")
    #expect(steps[5]["expect"]?["method"] == "textDocument/publishDiagnostics")
    #expect(steps[6] == ["request": "2-shutdown", "send": ["method": "shutdown"]])
    #expect(steps[7] == ["response": "2-shutdown", "result": .null])
    #expect(steps[8] == ["send": ["method": "exit"]])
    #expect(steps[9] == ["exit": 0])
    #expect(steps.count == 10)
  }

  @Test func textsCanBeLeftOut() throws {
    let scenario = try record(ServerOptions.Recording.withoutTexts) { server in
      try server.initialize()
      server.open("a.cs", "Secret 42;\n")
      _ = try server.receive()
      server.closeInput()
    }
    let opened = scenario["steps"]?.arrayValue?.first { $0["send"]?["method"] == "textDocument/didOpen" }
    #expect(opened?["send"]?["params"]?["textDocument"]?["text"] == "xxxxxx 42;\n")
    #expect(opened?["send"]?["params"]?["textDocument"]?["languageId"] == "csharp")
    #expect(scenario["steps"]?.arrayValue?.suffix(2) == [["closeInput": true], ["exit": 1]])
  }
}

@Suite struct CrashNoteTests {
  private func directory() -> String {
    FileManager.default.temporaryDirectory.path + "/awaitwise-notes-\(UUID().uuidString)/deeper"
  }

  @Test func whatADeadProcessLeft() throws {
    let directory = directory()
    let note = try #require(CrashNote.create(inDirectory: directory, slotCount: 3))
    note.begin("/w/first.cs", worker: 0)
    note.begin("/w/second.cs", worker: 1)
    note.begin(String(repeating: "x", count: 5000), worker: 2)
    note.end(worker: 2)
    note.begin("ignored", worker: 7)
    note.begin("/w/2.cs", worker: 1)
    // Our own note is not taken for a dead process's.
    #expect(CrashNote.takeLeftBehind(inDirectory: directory) == [])
    let own = directory + "/analysis-\(Platform.processID)"
    // No process has this number.
    try FileManager.default.moveItem(atPath: own, toPath: directory + "/analysis-2147483646")
    try Data("x".utf8).write(to: URL(fileURLWithPath: directory + "/something else"))
    #expect(CrashNote.takeLeftBehind(inDirectory: directory) == ["/w/first.cs", "/w/2.cs"])
    #expect(CrashNote.takeLeftBehind(inDirectory: directory) == [])
    #expect(Platform.names(inDirectory: directory) == ["something else"])
  }

  @Test func aServerThatEndsWellLeavesNothing() throws {
    let directory = directory()
    let server = PipedServer { $0.cacheDirectory = directory }
    try server.initialize()
    server.open("a.cs", "Bad")
    _ = try server.receive()
    #expect(Platform.names(inDirectory: directory) == ["analysis-\(Platform.processID)"])
    try server.shutDown()
    #expect(server.exitCode() == 0)
    #expect(Platform.names(inDirectory: directory) == [])
  }

  @Test func aFolderThatCannotBeMade() {
    #expect(CrashNote.create(inDirectory: "/proc/nowhere", slotCount: 2) == nil)
    #expect(CrashNote.takeLeftBehind(inDirectory: "/proc/nowhere") == [])
  }
}

@Suite struct DeadlineTests {
  @Test func timersComeInOrderAndOnce() {
    var random = RandomSource(seed: 3)
    let start = ContinuousClock.now
    var heap = DeadlineHeap<Int>()
    var model: [Int: Int] = [:]
    for _ in 0..<2000 {
      let name = Int.random(in: 0..<30, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0, 1:
        let time = Int.random(in: 0..<1000, using: &random)
        model[name] = time
        heap.schedule(name, at: start + .milliseconds(time))
      case 2:
        model[name] = nil
        heap.cancel(name)
      default:
        let now = Int.random(in: 0..<1000, using: &random)
        let due = heap.popDue(start + .milliseconds(now))
        let earliest = model.values.min()
        if let due {
          #expect(model[due] == earliest)
          #expect((earliest ?? .max) <= now)
          model[due] = nil
        } else {
          #expect(earliest.map { $0 > now } ?? true)
        }
      }
      let next = heap.next()
      #expect(next == model.values.min().map { start + .milliseconds($0) })
      #expect(Set(heap.names) == Set(model.keys))
    }
  }
}
