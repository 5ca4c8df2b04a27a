import Synchronization

/// How long rules took in all files that were analysed so far, on all threads, and how much was bound for them.
package final class RuleTimes: Sendable {
  private let nanoseconds = Mutex<[String: UInt64]>([:])
  private let members = Atomic<Int>(0)

  package init() {}

  func add(_ times: [String: UInt64]) {
    nanoseconds.withLock { $0.merge(times) { $0 &+ $1 } }
  }

  func add(boundMembers count: Int) { members.wrappingAdd(count, ordering: .relaxed) }

  /// The slowest first.
  package var slowest: [(ruleID: String, nanoseconds: UInt64)] {
    nanoseconds.withLock { $0 }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// Members and headers of types whose meaning somebody asked for, in the files that were analysed.
  package var boundMemberCount: Int { members.load(ordering: .relaxed) }
}
