import Synchronization

/// Tells a worker that nobody wants its result any more.
final class CancellationFlag: Sendable {
  private let flag = Atomic(false)

  func cancel() { flag.store(true, ordering: .relaxed) }
  var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
