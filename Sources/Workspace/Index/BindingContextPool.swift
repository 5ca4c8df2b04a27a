import CSharpSemantics
import Synchronization

/// Binding contexts that no thread uses at the moment. Making one costs a pass over all declarations, so they are kept
/// and brought up to date; a few only, since each holds all symbols that it has made.
final class BindingContextPool: Sendable {
  private let idle = Mutex(Idle())
  private let capacity: Int

  private struct Idle: ~Copyable {
    var contexts: [Lent] = []
    /// How many are taken.
    var lentCount = 0
    /// Counts what is taken.
    var clock: UInt64 = 0
  }

  /// A context that was not asked for in so many turns is of a project that is done with.
  private static let patience: UInt64 = 16

  /// A context, and the compilation that it is of.
  final class Lent: @unchecked Sendable {
    let project: String
    fileprivate(set) var compilation: UInt64
    fileprivate var lastUse: UInt64 = 0
    let context: BindingContext

    fileprivate init(project: String, compilation: UInt64, context: BindingContext) {
      self.project = project
      self.compilation = compilation
      self.context = context
    }
  }

  /// - Parameter capacity: how many contexts there may be, unless more are taken at the same time.
  init(capacity: Int) { self.capacity = capacity }

  /// Takes a context of a compilation for the calling thread alone.
  func take(_ numbered: NumberedCompilation) -> Lent {
    let (known, dropped) = idle.withLock { idle -> (Lent?, [Lent]) in
      idle.lentCount += 1
      let exact = idle.contexts.lastIndex { $0.compilation == numbered.number }
      if let index = exact ?? idle.contexts.lastIndex(where: { $0.project == numbered.project }) {
        return (idle.contexts.remove(at: index), [])
      }
      return (nil, drop(&idle))
    }
    // Freed outside of the lock.
    _ = dropped
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
    let dropped = idle.withLock { idle -> [Lent] in
      idle.clock &+= 1
      lent.lastUse = idle.clock
      idle.lentCount -= 1
      idle.contexts.append(lent)
      return drop(&idle)
    }
    _ = dropped
  }

  /// Takes those out that were not asked for lately, and the oldest until there are no more than wanted, lent ones
  /// included.
  private func drop(_ idle: inout Idle) -> [Lent] {
    let oldest = idle.clock > BindingContextPool.patience ? idle.clock - BindingContextPool.patience : 0
    let excess = max(0, idle.contexts.count + idle.lentCount - capacity)
    var dropped = Array(idle.contexts.prefix(excess))
    idle.contexts.removeFirst(min(excess, idle.contexts.count))
    dropped += idle.contexts.filter { $0.lastUse < oldest }
    idle.contexts.removeAll { $0.lastUse < oldest }
    return dropped
  }
}

/// A compilation with a number of its own, so that equal ones are known without comparing.
struct NumberedCompilation: Sendable {
  let project: String
  let number: UInt64
  let compilation: Compilation
}
