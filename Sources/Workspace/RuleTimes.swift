import Synchronization

/// How long rules took in all files that were analysed so far, on all threads.
package final class RuleTimes: Sendable {
  private let nanoseconds = Mutex<[String: UInt64]>([:])

  package init() {}

  func add(_ times: [String: UInt64]) {
    nanoseconds.withLock { $0.merge(times) { $0 &+ $1 } }
  }

  /// The slowest first.
  package var slowest: [(ruleID: String, nanoseconds: UInt64)] {
    nanoseconds.withLock { $0 }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}
