import CSharpSyntax

/// What the value of an expression may come from: the arms of conditionals, switch expressions and `??`, through
/// parentheses, casts and `!`.
func valueBranches(of expression: SyntaxNode) -> [SyntaxNode] {
  var branches: [SyntaxNode] = []
  var pending = [expression]
  while let next = pending.popLast(), branches.count + pending.count < 256 {
    switch next.kind {
    case .parenthesizedExpression: pending.append(next.requiredNode(1))
    case .suppressNullableWarningExpression: pending.append(next.requiredNode(0))
    case .castExpression: pending.append(next.requiredNode(3))
    case .conditionalExpression: pending += [next.requiredNode(4), next.requiredNode(2)]
    case .coalesceExpression: pending += [next.requiredNode(2), next.requiredNode(0)]
    case .switchExpression:
      for arm in Array(SwitchExpressionSyntax(next)?.arms.map { $0 } ?? []).reversed() {
        pending.append(arm.requiredNode(3))
      }
    default: branches.append(next)
    }
  }
  return branches
}
