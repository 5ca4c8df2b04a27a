import CSharpSemantics
import Synchronization

/// Binding contexts that no thread uses at the moment. Making one costs a pass over all declarations, so they are kept
/// and brought up to date; a few only, since each holds all symbols that it has made.
final class BindingContextPool: Sendable {
  private let idle = Mutex(Idle())
  private let limits: Limits

  /// What the pool may hold.
  struct Limits: Sendable {
    /// How many contexts there may be, unless more are taken at the same time.
    var count: Int
    /// A context that was not asked for in so many turns is of a project that is done with.
    var patience: UInt64
    /// How much memory a context may take that is kept, roughly; it may always be twice as big as it was at first.
    var contextSize: Int
    /// How much those may take together that were not used in the last few turns.
    var totalSize: Int
  }

  private struct Idle: ~Copyable {
    /// The one that was given back last comes last.
    var contexts: [Lent] = []
    /// How many are taken.
    var lentCount = 0
    /// Counts what is taken.
    var clock: UInt64 = 0
  }

  /// The frameworks of one project take turns: their contexts are kept whatever they take.
  private static let recentTurns: UInt64 = 8

  /// A context, and the compilation that it is of.
  final class Lent: @unchecked Sendable {
    let project: String
    fileprivate(set) var compilation: UInt64
    fileprivate var lastUse: UInt64 = 0
    fileprivate var size = 0
    fileprivate let firstSize: Int
    let context: BindingContext

    fileprivate init(project: String, compilation: UInt64, context: BindingContext) {
      self.project = project
      self.compilation = compilation
      self.context = context
      firstSize = context.estimatedSize
    }
  }

  init(_ limits: Limits) { self.limits = limits }

  /// Takes a context of a compilation for the calling thread alone.
  func take(_ numbered: NumberedCompilation) -> Lent {
    var dropped: [Lent] = []
    let known = idle.withLock { idle -> Lent? in
      idle.lentCount += 1
      let exact = idle.contexts.lastIndex { $0.compilation == numbered.number }
      if let index = exact ?? idle.contexts.lastIndex(where: { $0.project == numbered.project }) {
        return idle.contexts.remove(at: index)
      }
      dropped = drop(&idle)
      return nil
    }
    free(&dropped)
    guard let known else {
      return Lent(
        project: numbered.project, compilation: numbered.number,
        context: BindingContext(compilation: numbered.compilation))
    }
    if known.compilation != numbered.number {
      known.context.update(to: numbered.compilation)
      known.compilation = numbered.number
    }
    return known
  }

  func giveBack(_ lent: Lent) {
    lent.context.releaseTrees()
    lent.size = lent.context.estimatedSize
    var dropped = idle.withLock { idle -> [Lent] in
      idle.clock &+= 1
      idle.lentCount -= 1
      lent.lastUse = idle.clock
      if lent.size > max(limits.contextSize, lent.firstSize * 2) { return [lent] }
      idle.contexts.append(lent)
      return drop(&idle)
    }
    free(&dropped)
  }

  /// Takes those out that were not asked for lately, and the oldest until the rest is within the limits.
  private func drop(_ idle: inout Idle) -> [Lent] {
    let clock = idle.clock
    var size = idle.contexts.reduce(0) { $0 + $1.size }
    var count = idle.contexts.count + idle.lentCount
    var dropped: [Lent] = []
    idle.contexts.removeAll { lent in
      let age = clock - lent.lastUse
      guard
        age > limits.patience || count > limits.count
          || size > limits.totalSize && age > BindingContextPool.recentTurns
      else { return false }
      size -= lent.size
      count -= 1
      dropped.append(lent)
      return true
    }
    return dropped
  }

  /// Outside of the lock: that takes a while.
  private func free(_ dropped: inout [Lent]) {
    if dropped.isEmpty { return }
    dropped = []
    Platform.returnFreedMemory()
  }
}

/// A compilation with a number of its own, so that equal ones are known without comparing.
struct NumberedCompilation: Sendable {
  let project: String
  let number: UInt64
  let compilation: Compilation
}
