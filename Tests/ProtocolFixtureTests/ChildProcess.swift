import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that this one started. Foundation's `Process` waits by running the thread's run loop, which hangs on the
/// threads that tests run on.
final class ChildProcess: @unchecked Sendable {
  let id: Int32
  private let status = Mutex<Int32?>(nil)

  /// Held while descriptors exist that a process started meanwhile would inherit: it would keep a pipe open that its
  /// reader waits for the end of.
  private static let starting = Mutex<Void>(())

  /// - Parameter descriptors: which of ours the new process gets as its 0, 1, 2; `nil` for one that reads or writes
  ///   nothing.
  private init(_ path: String, _ arguments: [String], descriptors: [Int32?]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in descriptors.enumerated() {
      if let descriptor {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
      } else {
        posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/null", O_RDWR, 0)
      }
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var id: pid_t = 0
    let error = posix_spawn(&id, path, &actions, nil, words, environ)
    guard error == 0 else { throw FormatError("\(path) can't be started: \(String(cString: strerror(error)))") }
    self.id = id
  }

  /// A process without input and output.
  static func start(_ path: String, _ arguments: [String]) throws -> ChildProcess {
    try starting.withLock { _ in
      try ChildProcess(path, arguments, descriptors: [nil, nil, nil])
    }
  }

  /// A process with pipes to its input and from its output; its error output goes to a file.
  static func start(
    _ path: String, _ arguments: [String], directory: String, log: String
  ) throws -> (process: ChildProcess, input: Int32, output: Int32) {
    try starting.withLock { _ in
      let (inputRead, inputWrite) = try pipe()
      let (outputRead, outputWrite) = try pipe()
      let log = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      defer { for descriptor in [inputRead, outputWrite, log] { close(descriptor) } }
      // The shell becomes the process itself: nothing that is portable sets the folder of a new process.
      let process = try ChildProcess(
        "/bin/sh", ["-c", "cd \"$1\" && shift && exec \"$@\"", "sh", directory, path] + arguments,
        descriptors: [inputRead, outputWrite, log])
      return (process, inputWrite, outputRead)
    }
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    #if canImport(Glibc)
      let error = Glibc.pipe(&ends)
    #else
      let error = Darwin.pipe(&ends)
    #endif
    guard error == 0 else { throw FormatError("no pipe: \(String(cString: strerror(errno)))") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// The exit code, or minus the number of the signal; `nil` when the process doesn't end in time.
  func exitCode(before deadline: Date) -> Int32? {
    while true {
      if let code = reap(WNOHANG) { return code }
      guard Date() < deadline else { return nil }
      Thread.sleep(forTimeInterval: 0.003)
    }
  }

  /// Ends the process, whatever it is doing.
  func kill() {
    status.withLock { status in
      guard status == nil else { return }
      #if canImport(Glibc)
        _ = Glibc.kill(id, SIGKILL)
      #else
        _ = Darwin.kill(id, SIGKILL)
      #endif
    }
    _ = reap(0)
  }

  private func reap(_ options: Int32) -> Int32? {
    status.withLock { status in
      if let status { return status }
      var raw: Int32 = 0
      while true {
        let result = waitpid(id, &raw, options)
        if result == id { break }
        guard result < 0, errno == EINTR else { return nil }
      }
      let signal = raw & 0x7F
      status = signal == 0 ? (raw >> 8) & 0xFF : -signal
      return status
    }
  }
}
