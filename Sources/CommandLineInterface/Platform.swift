// What the command line asks of the operating system. Everything that differs between systems is here and in
// WorkerThreads.swift.

import ConcurrencyRules
import Workspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum Platform {
  /// A reader that went away must end the output instead of the process.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  static func currentDirectory() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  static func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
  }

  static func environmentVariables(_ names: [String]) -> [String: String] {
    var variables: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }

  static func readAll(_ descriptor: Int32) -> Result<[UInt8], FileError> {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes.append(contentsOf: buffer[..<count])
      } else if count == 0 {
        return .success(bytes)
      } else if errno != EINTR {
        let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
        return .failure(FileError(path: "-", operation: "read", code: errno, reason: reason))
      }
    }
  }

  /// - Returns: whether all of it was written.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count >= 0 {
          offset += count
        } else if errno == EAGAIN {
          // A descriptor may be shared with a process that made it non-blocking.
          var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&request, 1, 1000)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  static func channel(_ descriptor: Int32) -> OutputChannel {
    var size = winsize()
    let isTerminal = isatty(descriptor) == 1
    let hasSize = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return OutputChannel(isTerminal: isTerminal, width: hasSize ? Int(size.ws_col) : nil) {
      writeAll($0, to: descriptor)
    }
  }
}

extension CommandLineEnvironment {
  /// The environment of this process.
  ///
  /// - Parameters:
  ///   - makeHost: makes the analyzer of a run.
  ///   - runLanguageServer: serves until the client leaves and gives the exit status; see
  ///     ``CommandLineEnvironment/runLanguageServer``.
  package static func process(
    version: String, rules: [RuleDescriptor], makeHost: @escaping (HostOptions) -> any AnalysisHost,
    runLanguageServer: @escaping ([String]) -> Int32
  ) -> CommandLineEnvironment {
    Platform.ignoreBrokenPipes()
    let files = LocalFileSystem()
    return CommandLineEnvironment(
      version: version, currentDirectory: Platform.currentDirectory(),
      variables: Platform.environmentVariables(["NO_COLOR", "CLICOLOR_FORCE", "TERM", "GITHUB_WORKSPACE"]),
      pathStyle: .current, readStandardInput: { Platform.readAll(0) }, standardOutput: Platform.channel(1),
      standardError: Platform.channel(2), files: files, sources: WorkspaceSources(files), makeHost: makeHost,
      rules: rules, monotonicNanoseconds: Platform.monotonicNanoseconds, processorCount: Platform.processorCount,
      runLanguageServer: runLanguageServer)
  }
}
