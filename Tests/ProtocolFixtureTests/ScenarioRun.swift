import Foundation

/// One replay of one scenario against a process of its own, in a folder of its own.
final class ScenarioRun {
  /// A request that is answered only after everything that arrived before it has been worked off.
  private static let barrier = JSONValue.object([
    "request": .string("barrier"),
    "send": .object([
      "method": .string("workspace/executeCommand"),
      "params": .object(["command": .string("awaitwise.waitUntilIdle")]),
    ]),
  ])

  private let scenario: Scenario
  private let folder: String
  private let values: Values
  private let server: ServerProcess
  private let timeout: TimeInterval
  private var methods: [String: String] = [:]
  private var answered: Set<String> = []
  private var nextID = 1
  private var started: [String: ChildProcess] = [:]
  private var isAtEnd = false

  static func run(_ scenario: Scenario, executable: String) throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let folder = temporary.appendingPathComponent("awaitwise-fixture-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder + "/workspace", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try ScenarioRun(scenario, executable: executable, folder: folder)
    defer { run.stop() }
    do {
      try run.runSteps()
    } catch let failure as Failure {
      let log = (try? String(contentsOfFile: folder + "/stderr.txt", encoding: .utf8)) ?? ""
      let lines = log.split(separator: "\n").suffix(12).map { "\n    stderr: \($0)" }
      throw Failure(failure.description + lines.joined())
    }
  }

  private init(_ scenario: Scenario, executable: String, folder: String) throws {
    self.scenario = scenario
    self.folder = folder
    values = Values(scenario, root: folder + "/workspace")
    let patience = ProcessInfo.processInfo.environment["AWAITWISE_FIXTURE_PATIENCE"].flatMap(Double.init) ?? 1
    timeout = Double(scenario.content["timeoutSeconds"]?.integer ?? 20) * patience
    for name in (scenario.content["files"]?.object ?? [:]).keys {
      try Self.write(try values.text(named: name), to: values.path(name))
    }
    let arguments = (scenario.content["arguments"]?.array ?? []).compactMap(\.string)
    server = try ServerProcess(
      executable, ["lsp"] + arguments, directory: values.root, log: folder + "/stderr.txt")
  }

  private func stop() {
    server.stop()
    for process in started.values { process.kill() }
  }

  private func runSteps() throws {
    for (index, step) in scenario.steps.enumerated() {
      do {
        try run(step)
      } catch let error as FormatError {
        throw FormatError("step \(index + 1) is wrong: \(error)")
      } catch {
        throw Failure(
          "step \(index + 1) of \(scenario.steps.count)\n    expected: \(step.shortened)\n    got: \(error)")
      }
    }
  }

  private func run(_ step: JSONValue) throws {
    if let message = step["send"] {
      try send(message, named: step["request"]?.string, id: step["id"])
    } else if step["response"] != nil || step["expect"] != nil {
      try take([step])
    } else if let steps = step["together"]?.array {
      try take(steps)
    } else if step["quiet"] != nil {
      try expectQuiet()
    } else if let bytes = step["sendBytes"] {
      try sendBytes(bytes, chunks: (step["chunks"]?.array ?? []).compactMap(\.integer))
    } else if step["closeInput"] != nil {
      server.closeInput()
    } else if let code = step["exit"]?.integer {
      try expectExit(code)
    } else if let file = step["writeFile"] {
      try Self.write(try values.text(file["text"] ?? .null), to: values.path(file["name"]?.string ?? ""))
    } else if let name = step["deleteFile"]?.string {
      try FileManager.default.removeItem(atPath: values.path(name))
    } else if let name = step["startProcess"]?.string {
      let process = try ChildProcess.start("/bin/sleep", ["600"])
      started[name] = process
      values.processes[name] = Int(process.id)
    } else if let name = step["endProcess"]?.string {
      started[name]?.kill()
    } else if step["note"] == nil {
      throw FormatError("it has none of the known keys")
    }
  }

  private static func write(_ content: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: url)
  }

  // MARK: Sending

  private func send(_ message: JSONValue, named name: String?, id: JSONValue?) throws {
    let method = message["method"]?.string ?? ""
    var members: [String: JSONValue] = ["jsonrpc": .string("2.0"), "method": .string(method)]
    if let name {
      let id = id ?? .integer(nextID)
      nextID += 1
      members["id"] = id
      values.ids[name] = id
      methods[id.description] = method
    }
    if let params = message["params"] { members["params"] = try values.build(params) }
    try server.send(.object(members))
  }

  private func sendBytes(_ bytes: JSONValue, chunks: [Int]) throws {
    var data = Data()
    for part in bytes.array ?? [bytes] { data += try self.bytes(part) }
    let sizes = chunks.isEmpty ? [max(1, data.count)] : chunks
    var start = 0
    var index = 0
    while start < data.count {
      let end = min(data.count, start + sizes[min(index, sizes.count - 1)])
      try server.write(data[start..<end])
      start = end
      index += 1
      if sizes.count > 1 || index < 50 { Thread.sleep(forTimeInterval: 0.002) }
    }
  }

  private func bytes(_ part: JSONValue) throws -> Data {
    guard let (key, body) = part.placeholder else { return Data(try values.text(part).utf8) }
    switch key {
    case "$hex":
      let digits = Array((body.string ?? "").filter { $0 != " " })
      return Data(
        stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) })
    case "$frame":
      let message = body["message"] ?? .null
      let header = body["header"]?.string ?? "Content-Length: {length}\r\n\r\n"
      if let text = message.string { return ServerProcess.frame(text, header: header) }
      let built = try values.build(message)
      if let id = built["id"], let method = built["method"]?.string { methods[id.description] = method }
      return ServerProcess.frame(built.description, header: header)
    default: return Data(try values.text(part).utf8)
    }
  }

  // MARK: Receiving

  /// The next message that is not ignored; `nil` at the end of the server's output.
  private func receive() throws -> JSONValue? {
    let deadline = Date() + timeout
    while !isAtEnd {
      switch server.receive(before: deadline) {
      case nil: throw Failure("nothing within \(timeout) s")
      case .end: isAtEnd = true
      case .broken(let reason): throw Failure(reason)
      case .message(let message):
        try check(message)
        if try !isIgnored(message) { return message }
      }
    }
    return nil
  }

  /// What holds for every message, whatever a scenario says.
  private func check(_ message: JSONValue) throws {
    guard message["jsonrpc"]?.string == "2.0" else {
      throw Failure("a message that is no JSON-RPC 2.0: \(message.shortened)")
    }
    if message["method"] != nil { return }
    guard (message["result"] == nil) != (message["error"] == nil) else {
      throw Failure("a response needs either a result or an error: \(message.shortened)")
    }
    let id = message["id"]?.description ?? "null"
    if id != "null" {
      guard methods[id] != nil else {
        throw Failure("a response to a request that nobody made: \(message.shortened)")
      }
      guard answered.insert(id).inserted else {
        throw Failure("a second response to one request: \(message.shortened)")
      }
    }
    if methods[id] == "initialize", let result = message["result"] {
      let name = result["capabilities"]?["positionEncoding"]?.string ?? "utf-16"
      guard let encoding = PositionEncoding(rawValue: name) else { throw Failure("an unknown encoding \(name)") }
      values.encoding = encoding
    }
  }

  private func isIgnored(_ message: JSONValue) throws -> Bool {
    guard let method = message["method"]?.string else { return false }
    for entry in scenario.ignored where (entry.string ?? entry["method"]?.string) == method {
      if let id = message["id"] {
        let result = try values.build(entry["reply"] ?? .null)
        try server.send(.object(["jsonrpc": .string("2.0"), "id": id, "result": result]))
      }
      return true
    }
    return false
  }

  /// Takes as many messages as there are steps, in any order.
  private func take(_ steps: [JSONValue]) throws {
    var steps = steps
    while !steps.isEmpty {
      guard let message = try receive() else { throw Failure("the end of the server's output") }
      var reasons: [String] = []
      let found = try steps.firstIndex { step in
        let before = values.bound
        do {
          try match(step, message)
          return true
        } catch let mismatch as Mismatch {
          values.bound = before
          reasons.append(mismatch.description)
          return false
        }
      }
      guard let found else {
        throw Failure("\(message.shortened)\n    because: " + reasons.joined(separator: "\n    or: "))
      }
      steps.remove(at: found)
    }
  }

  private func match(_ step: JSONValue, _ message: JSONValue) throws {
    var members = message.object ?? [:]
    members["jsonrpc"] = nil
    if let name = step["response"]?.string {
      guard let id = values.ids[name] else { throw FormatError("no request is called \(name)") }
      let kind = step["error"] != nil ? "error" : "result"
      try values.match(.object(["id": id, kind: step[kind] ?? .null]), .object(members), "response")
      return
    }
    let pattern = step["expect"] ?? .null
    let id = members["id"]
    if pattern["method"] != nil, pattern["id"] == nil {
      if step["reply"] != nil, id == nil { throw Mismatch("it is no request, so there is nothing to reply to") }
      if step["reply"] == nil, id != nil { throw Mismatch("it is a request, so the scenario must reply") }
      members["id"] = nil
    }
    try values.match(pattern, .object(members), "message")
    if let reply = step["reply"]?.object, let id {
      var response: [String: JSONValue] = ["jsonrpc": .string("2.0"), "id": id]
      for (name, value) in reply { response[name] = try values.build(value) }
      try server.send(.object(response))
    }
  }

  /// Asks for something that is answered last, so that silence needs no waiting.
  private func expectQuiet() throws {
    try run(Self.barrier)
    guard let message = try receive() else { throw Failure("the end of the server's output") }
    guard message["id"] == values.ids["barrier"] else {
      throw Failure("\(message.shortened), where nothing more should come")
    }
    guard message["error"] == nil else { throw Failure("the barrier request failed: \(message.shortened)") }
  }

  /// The process ends by itself with this code, and writes nothing more.
  private func expectExit(_ code: Int) throws {
    if let message = try receive() { throw Failure("\(message.shortened), where the server should end") }
    guard let got = server.exitCode(before: Date() + timeout) else {
      throw Failure("a server that closed its output but goes on")
    }
    guard Int(got) == code else { throw Failure("exit code \(got)") }
  }
}
