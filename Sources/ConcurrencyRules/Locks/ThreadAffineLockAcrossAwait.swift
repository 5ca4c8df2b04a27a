import CSharpSemantics
import CSharpSyntax

/// AW606: a lock that belongs to a thread, held across an `await`.
package enum ThreadAffineLockAcrossAwait: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let name = invokedName(of: node), mayAcquire(name), let function = FunctionSyntax.nearest(to: node),
      function.isAsync
    else { return }
    let members = LockMembers(model: context.model)
    guard let action = members.action(of: node), action.effect != .release, action.kind.isThreadAffine,
      let held = context.suspendedLocks.acquisition(at: node, in: function), let suspension = held.suspension,
      let release = held.acquisition.release
    else { return }
    let lock = action.target.text
    var related = [RelatedLocation(range: action.name.range, message: "The lock is entered here.")]
    if release.range != node.range {
      related.append(RelatedLocation(range: place(ofRelease: release), message: "It is given back here."))
    }
    context.report(
      descriptor, at: suspension.range, place: node,
      message: "'\(lock)' belongs to the thread that entered it, and after this await another thread may run: the "
        + "release throws or frees nobody's lock. Use SemaphoreSlim.WaitAsync.",
      related: related, placeholders: [Placeholder("lock", lock)]
    ) {
      SemaphoreConversion(action, in: context)?.fixes ?? []
    }
  }

  private static func mayAcquire(_ name: String) -> Bool {
    name == "WaitOne" || name.hasPrefix("Enter") || name.hasPrefix("TryEnter") || name.hasPrefix("Acquire")
  }

  private static func place(ofRelease node: SyntaxNode) -> TextRange {
    switch node.kind {
    case .invocationExpression: simpleName(of: node.requiredNode(0))?.range ?? node.range
    case .usingStatement: node.requiredToken(2).range
    case .localDeclarationStatement: node.requiredToken(2).range
    default: node.range
    }
  }
}
