import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A running server: bytes go in, messages come out in the order in which they arrive.
final class ServerProcess {
  /// What the server's output held next.
  enum Output: Sendable {
    case message(JSONValue)
    /// Bytes that are no message.
    case broken(String)
    case end
  }

  private let process: ChildProcess
  private let input: Int32
  private let output: Int32
  private var isInputOpen = true
  private let inbox = Inbox()

  init(_ executable: String, _ arguments: [String], directory: String, log: String) throws {
    signal(SIGPIPE, SIG_IGN)
    (process, input, output) = try ChildProcess.start(executable, arguments, directory: directory, log: log)
    let reader = FrameReader(descriptor: output, inbox: inbox)
    Thread { reader.run() }.start()
  }

  func write(_ data: Data) throws {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure("the server no longer reads") }
      rest = rest.dropFirst(count)
    }
  }

  func send(_ message: JSONValue) throws {
    try write(Self.frame(message.description))
  }

  func closeInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    close(input)
  }

  /// The next thing that the server writes; `nil` when nothing comes in time.
  func receive(before deadline: Date) -> Output? { inbox.take(before: deadline) }

  /// The exit code; `nil` when the process doesn't end in time.
  func exitCode(before deadline: Date) -> Int32? { process.exitCode(before: deadline) }

  func stop() {
    process.kill()
    closeInput()
    // The reader ends by itself, since nobody holds the other end of the pipe any more, and closes its end.
  }

  static func frame(_ body: String, header: String = "Content-Length: {length}\r\n\r\n") -> Data {
    let bytes = Data(body.utf8)
    return Data(header.replacingOccurrences(of: "{length}", with: String(bytes.count)).utf8) + bytes
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.write(descriptor, bytes, count)
  #else
    Darwin.write(descriptor, bytes, count)
  #endif
}

/// Messages on their way from the thread that reads them to the one that runs the scenario.
private final class Inbox: @unchecked Sendable {
  private let condition = NSCondition()
  private var waiting: [ServerProcess.Output] = []

  func put(_ output: ServerProcess.Output) {
    condition.lock()
    waiting.append(output)
    condition.signal()
    condition.unlock()
  }

  func take(before deadline: Date) -> ServerProcess.Output? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty {
      guard condition.wait(until: deadline) else { return nil }
    }
    return waiting.removeFirst()
  }
}

/// Reads frames until the end of the server's output.
private struct FrameReader: Sendable {
  let descriptor: Int32
  let inbox: Inbox

  func run() {
    defer { close(descriptor) }
    var buffer = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      buffer.append(contentsOf: chunk.prefix(count))
      guard takeFrames(from: &buffer) else { return }
    }
    if !buffer.isEmpty {
      inbox.put(.broken("the server's output ends inside a message: \(String(decoding: buffer, as: UTF8.self))"))
    }
    inbox.put(.end)
  }

  /// False after bytes that are no frame.
  private func takeFrames(from buffer: inout Data) -> Bool {
    let separator = Data("\r\n\r\n".utf8)
    while let split = buffer.range(of: separator) {
      let header = String(decoding: buffer[..<split.lowerBound], as: UTF8.self)
      let lines = header.components(separatedBy: "\r\n")
      guard let first = lines.first, first.hasPrefix("Content-Length: "),
        let length = Int(first.dropFirst("Content-Length: ".count)),
        lines.dropFirst().allSatisfy({ $0.hasPrefix("Content-Type: ") })
      else {
        inbox.put(.broken("the server wrote a header that is none: \(header.debugDescription)"))
        return false
      }
      guard buffer.distance(from: split.upperBound, to: buffer.endIndex) >= length else { return true }
      let body = buffer[split.upperBound..<(split.upperBound + length)]
      do {
        inbox.put(.message(try JSONValue(parsing: Data(body))))
      } catch {
        inbox.put(.broken("the server wrote a body that is no JSON: \(String(decoding: body, as: UTF8.self))"))
        return false
      }
      buffer = Data(buffer[(split.upperBound + length)...])
    }
    return true
  }
}
