import Synchronization

package enum LogLevel: Int, Comparable, Sendable, CaseIterable {
  case error
  case warning
  case info
  case debug

  package static func < (a: LogLevel, b: LogLevel) -> Bool { a.rawValue < b.rawValue }

  package var name: String {
    switch self {
    case .error: return "error"
    case .warning: return "warning"
    case .info: return "info"
    case .debug: return "debug"
    }
  }

  package init?(name: String) {
    guard let level = LogLevel.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }
}

/// The server's log: lines on standard error, never anything on standard output.
///
/// *error*: a bug of ours, or the end. *warning*: the client or the user did something we can't follow.
/// *info*: what somebody who looks for a fault wants to know of each session. *debug*: everything else.
package final class Log: Sendable {
  private let threshold: Atomic<Int>
  private let write: @Sendable (String) -> Void

  package init(_ level: LogLevel, write: @escaping @Sendable (String) -> Void) {
    threshold = Atomic(level.rawValue)
    self.write = write
  }

  /// Writes lines to standard error.
  package static func standardError(_ level: LogLevel) -> Log {
    let start = ContinuousClock.now
    return Log(level) { line in
      let (seconds, attoseconds) = (ContinuousClock.now - start).components
      let milliseconds = String(attoseconds / 1_000_000_000_000_000 + 1000).dropFirst()
      _ = Platform.write(Platform.standardError, Array("awaitwise \(seconds).\(milliseconds) \(line)\n".utf8))
    }
  }

  package var level: LogLevel {
    get { LogLevel(rawValue: threshold.load(ordering: .relaxed)) ?? .info }
    set { threshold.store(newValue.rawValue, ordering: .relaxed) }
  }

  func error(_ message: @autoclosure () -> String) { log(.error, message) }
  func warning(_ message: @autoclosure () -> String) { log(.warning, message) }
  func info(_ message: @autoclosure () -> String) { log(.info, message) }
  func debug(_ message: @autoclosure () -> String) { log(.debug, message) }

  private func log(_ level: LogLevel, _ message: () -> String) {
    guard level.rawValue <= threshold.load(ordering: .relaxed) else { return }
    write("\(level.name): \(message())")
  }
}
