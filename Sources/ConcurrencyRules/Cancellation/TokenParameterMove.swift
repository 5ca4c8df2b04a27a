import CSharpSemantics
import CSharpSyntax

/// The repair of AW403: the parameter goes to where it belongs, in all declarations and calls (T7).
struct TokenParameterMove {
  let member: Symbol
  /// Its declaration in the file.
  let node: SyntaxNode
  /// The parameter's place now.
  let from: Int
  /// Its place among the others.
  let to: Int
  let context: RuleContext

  var fixes: [Fix] {
    guard member.methodKind != .delegateInvoke, member.parameters.indices.contains(from),
      let solution = context.solutionForFixes()
    else { return [] }
    let contexts = SolutionContexts(solution, around: context)
    let change = ParameterOrder(of: member, declaredBy: node, order: order, context: context, contexts: contexts)
    guard let edits = change.makeEdits(), !edits.isEmpty, FixVerification(contexts).accepts(edits, own: context) else {
      return []
    }
    let title = "Move '\(member.parameters[from].name)' to the end"
    return [
      Fix(
        title: context.isExposed(member) ? title + " (breaking change)" : title,
        actionKey: "Move the token to the end", safety: .unsafe, isPreferred: false, edits: edits)
    ]
  }

  private var order: [Int] {
    var order = Array(member.parameters.indices)
    let moved = order.remove(at: from)
    order.insert(moved, at: min(to, order.count))
    return order
  }
}
