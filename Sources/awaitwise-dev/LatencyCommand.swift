import Glibc
import JSONRPC

/// `awaitwise-dev latency FILE`: how long a user waits between an edit and its diagnostics.
///
/// Starts the server over real pipes, opens the file, inserts and removes an empty line in its middle, and takes the
/// time from the first byte of each change to the last byte of the diagnostics for it. Such an edit moves all findings
/// below it, so that there is something to publish; in a file without findings the time is taken to the answer of
/// `awaitwise.waitUntilIdle`, and the output says so.
enum LatencyCommand {
  private struct Options {
    var file: String?
    var edits = 200
    var server: String?
    var folder: String?
  }

  static func run(_ arguments: [String]) -> Int32 {
    guard let options = parse(arguments), let file = options.file else {
      complain("usage: awaitwise-dev latency FILE [--edits N] [--server PATH] [--folder PATH]")
      return 2
    }
    guard let path = absolute(file), let bytes = contents(of: path) else {
      complain("\(file): can't be read")
      return 2
    }
    let server = options.server ?? besideThis("awaitwise")
    let folder = options.folder.flatMap(absolute) ?? absolute(".") ?? "/"
    guard let process = ServerProcess(server) else {
      complain("\(server): can't be started")
      return 2
    }
    defer { process.end() }
    do throws(ServerProcess.Failure) {
      let measurement = try measure(process, path: path, folder: folder, bytes: bytes, edits: options.edits)
      report(measurement, bytes: bytes)
      return 0
    } catch {
      complain("\(server): \(error.reason)")
      return 1
    }
  }

  private static func parse(_ arguments: [String]) -> Options? {
    var options = Options()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--edits":
        guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else { return nil }
        options.edits = number
      case "--server":
        guard let path = rest.popFirst() else { return nil }
        options.server = path
      case "--folder":
        guard let path = rest.popFirst() else { return nil }
        options.folder = path
      default:
        guard options.file == nil, !argument.hasPrefix("--") else { return nil }
        options.file = argument
      }
    }
    return options
  }

  // MARK: Measuring

  private struct Measurement {
    var untilInitialized: Duration
    var untilFirstDiagnostics: Duration
    var edits: [Duration]
    var endsWithPublish: Bool
  }

  private static func measure(
    _ server: ServerProcess, path: String, folder: String, bytes: [UInt8], edits: Int
  ) throws(ServerProcess.Failure) -> Measurement {
    let clock = ContinuousClock()
    let uri = JSONValue.string(fileURI(path))
    try server.request(
      "initialize",
      [
        "processId": .integer(Int64(getpid())), "rootUri": .string(fileURI(folder)),
        "capabilities": ["textDocument": ["publishDiagnostics": ["versionSupport": true]]],
        "initializationOptions": ["debounceMilliseconds": 0],
      ])
    let untilInitialized = clock.now - server.startedAt
    try server.notify("initialized", [:])

    let opened = clock.now
    try server.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": uri, "languageId": "csharp", "version": 0, "text": .string(String(decoding: bytes, as: UTF8.self)),
        ]
      ])
    let first = try server.diagnostics(version: 0)
    let untilFirst = clock.now - opened
    try server.waitUntilIdle()

    let lineCount = bytes.count { $0 == 0x0A } + 1
    let lines = first.compactMap { $0["range"]?["start"]?["line"]?.integerValue }
    let middle = Int64(lineCount / 2)
    // Above the last finding, so that the edit moves it.
    let line = (lines.max()).map { min(middle, $0) } ?? middle
    var durations: [Duration] = []
    let warmUp = 5
    for number in 1...edits + warmUp {
      let start: JSONValue = ["line": .integer(line), "character": 0]
      let end: JSONValue = ["line": .integer(line + 1), "character": 0]
      let isInsertion = number % 2 == 1
      let change: JSONValue = [
        "range": ["start": start, "end": isInsertion ? start : end], "text": .string(isInsertion ? "\n" : ""),
      ]
      let sent = clock.now
      try server.notify(
        "textDocument/didChange",
        ["textDocument": ["uri": uri, "version": .integer(Int64(number))], "contentChanges": [change]])
      if lines.isEmpty {
        try server.waitUntilIdle()
      } else {
        _ = try server.diagnostics(version: Int64(number))
      }
      if number > warmUp { durations.append(clock.now - sent) }
    }
    try server.request("shutdown", .null)
    try server.notify("exit", .null)
    return Measurement(
      untilInitialized: untilInitialized, untilFirstDiagnostics: untilFirst, edits: durations,
      endsWithPublish: !lines.isEmpty)
  }

  private static func report(_ measurement: Measurement, bytes: [UInt8]) {
    let sorted = measurement.edits.sorted()
    let lines = bytes.count { $0 == 0x0A } + 1
    let end = measurement.endsWithPublish ? "published diagnostics" : "idle server (the file has no findings)"
    print("\(lines) lines, \(bytes.count) bytes, \(sorted.count) edits, from edit to \(end)")
    metric("latency/initialize", measurement.untilInitialized)
    metric("latency/open", measurement.untilFirstDiagnostics)
    metric("latency/edit/p50", percentile(sorted, 50))
    metric("latency/edit/p99", percentile(sorted, 99))
    metric("latency/edit/max", percentile(sorted, 100))
  }

  private static func percentile(_ sorted: [Duration], _ percent: Int) -> Duration {
    guard !sorted.isEmpty else { return .zero }
    return sorted[min(sorted.count - 1, (sorted.count * percent + 99) / 100 - 1)]
  }

  private static func metric(_ name: String, _ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let fraction = String(microseconds % 1000 + 1000).dropFirst()
    print("METRIC \(name):\(microseconds / 1000).\(fraction):ms")
  }

  // MARK: Files

  private static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func besideThis(_ name: String) -> String {
    let own = absolute("/proc/self/exe") ?? ""
    return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    // Editors do not send it.
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private static func fileURI(_ path: String) -> String {
    var text = "file://"
    for byte in path.utf8 {
      let isPlain =
        byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
      if isPlain || "/-._~".utf8.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}

/// A server at the other end of two pipes.
private final class ServerProcess {
  struct Failure: Error {
    let reason: String
  }

  let startedAt: ContinuousClock.Instant
  private let id: pid_t
  private let input: Int32
  private let output: Int32
  private var decoder = FrameDecoder()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var counter: Int64 = 0

  init?(_ path: String) {
    signal(SIGPIPE, SIG_IGN)
    var toServer: [Int32] = [0, 0]
    var fromServer: [Int32] = [0, 0]
    guard pipe(&toServer) == 0, pipe(&fromServer) == 0 else { return nil }
    // The child must not hold our ends open, or it would never see the end of its input.
    for descriptor in [toServer[1], fromServer[0]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toServer[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromServer[1], 1)
    let arguments = [path, "lsp", "--debounce", "0", "--log-level", "error"]
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var id = pid_t()
    startedAt = ContinuousClock.now
    guard posix_spawn(&id, path, &actions, nil, &pointers, environ) == 0 else { return nil }
    close(toServer[0])
    close(fromServer[1])
    self.id = id
    input = toServer[1]
    output = fromServer[0]
  }

  func end() {
    close(input)
    close(output)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
  }

  // MARK: Messages

  func notify(_ method: String, _ params: JSONValue) throws(Failure) {
    try send(.notification(method: method, params: params.isNull ? nil : params))
  }

  /// Sends a request and waits for its response; what comes before is passed over.
  func request(_ method: String, _ params: JSONValue) throws(Failure) {
    counter += 1
    let id = RequestID.integer(counter)
    try send(.request(id: id, method: method, params: params.isNull ? nil : params))
    while true {
      guard case .response(id, let result) = try receive() else { continue }
      if case .failure(let error) = result { throw Failure(reason: "\(method): \(error.message)") }
      return
    }
  }

  func waitUntilIdle() throws(Failure) {
    try request("workspace/executeCommand", ["command": "awaitwise.waitUntilIdle"])
  }

  /// Waits for the diagnostics of a version.
  func diagnostics(version: Int64) throws(Failure) -> [JSONValue] {
    while true {
      guard case .notification("textDocument/publishDiagnostics", let params?) = try receive(),
        params["version"]?.integerValue == version
      else { continue }
      return params["diagnostics"]?.arrayValue ?? []
    }
  }

  private func send(_ message: OutgoingMessage) throws(Failure) {
    let bytes = message.frame()
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { write(input, $0.baseAddress.map { $0 + offset }, bytes.count - offset) }
      guard count > 0 || errno == EINTR else { throw Failure(reason: "does not read any more") }
      offset += max(0, count)
    }
  }

  private func receive() throws(Failure) -> IncomingMessage {
    while true {
      while let event = decoder.next() {
        guard case .body(let body) = event, let message = try? IncomingMessage(body: body) else {
          throw Failure(reason: "sent something that is no message")
        }
        if case .request(let id, _, _) = message {
          try send(.response(id: id, result: .success(.null)))
          continue
        }
        return message
      }
      var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 60_000) > 0 else { throw Failure(reason: "is silent for a minute") }
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { throw Failure(reason: "ended early") }
      decoder.append(buffer[..<count])
    }
  }
}
