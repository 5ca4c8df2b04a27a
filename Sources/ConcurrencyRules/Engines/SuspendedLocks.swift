import CSharpSemantics
import CSharpSyntax

/// Finds where functions may be left while they hold a lock; each function is looked at once.
final class SuspendedLocks {
  /// A place that takes a lock.
  struct HeldLock {
    let acquisition: LockAcquisition
    /// The first place, in the order of the text, where the function may be left with the lock and come back on another
    /// thread.
    let suspension: SyntaxToken?
  }

  private unowned let context: RuleContext
  private let members: LockMembers
  private var found: [FunctionSyntax: [SyntaxNode: HeldLock]] = [:]

  init(context: RuleContext) {
    self.context = context
    members = LockMembers(model: context.model)
  }

  func acquisition(at node: SyntaxNode, in function: FunctionSyntax) -> HeldLock? {
    if let known = found[function] { return known[node] }
    let locks = find(in: function)
    found[function] = locks
    return locks[node]
  }

  private func find(in function: FunctionSyntax) -> [SyntaxNode: HeldLock] {
    guard
      let regions = LockRegions(
        graph: context.completeTasks.graph(of: function), paths: .some, members: members)
    else { return [:] }
    var places: [(keyword: SyntaxToken, held: HeldLockSet)] = []
    regions.forEachOperation { operation, held in
      guard !held.isEmpty, let keyword = suspendingKeyword(of: operation) else { return }
      places.append((keyword, held))
    }
    // In the order of the text, so that each lock is looked at once, however many suspensions follow.
    places.sort { $0.keyword.range.start < $1.keyword.range.start }
    var suspensions: [Int: SyntaxToken] = [:]
    var seen = HeldLockSet()
    for (keyword, held) in places {
      var new = held
      new.subtract(seen)
      for index in new.indices { suspensions[index] = keyword }
      seen.formUnion(new)
    }
    let locks = regions.acquisitions.enumerated().map { index, acquisition in
      (acquisition.node, HeldLock(acquisition: acquisition, suspension: suspensions[index]))
    }
    return Dictionary(locks, uniquingKeysWith: { first, _ in first })
  }

  private func suspendingKeyword(of operation: FlowOperation) -> SyntaxToken? {
    let node = operation.node
    switch (operation.kind, node.kind) {
    case (.evaluate, .awaitExpression): return node.requiredToken(0)
    case (.yieldReturn, _): return node.requiredToken(1)
    case (.moveNext, .forEachStatement), (.moveNext, .forEachVariableStatement), (.dispose, .forEachStatement),
      (.dispose, .forEachVariableStatement), (.dispose, .usingStatement), (.dispose, .localDeclarationStatement):
      return node.optionalToken(1)
    default: return nil
    }
  }
}
