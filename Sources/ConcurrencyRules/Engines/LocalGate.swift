import CSharpSemantics
import CSharpSyntax

/// A local that is locked, and all that happens to it.
struct LocalGate {
  /// Whether it holds objects that are made in the function that locks it, and is used for nothing but locks.
  let isPrivateToTheCall: Bool
  /// The declaration, where it and the locks are all that there is.
  let declarator: SyntaxNode?

  init?(_ local: Symbol, _ target: LockTarget, in context: RuleContext) {
    guard let function = FunctionSyntax.nearest(to: target.node), let body = function.body else { return nil }
    var declarator: SyntaxNode?
    var assignments = 0
    var isPrivate = true
    body.walk { node in
      guard isPrivate else { return false }
      if node.kind == .variableDeclarator, node.requiredToken(0).text == local.name,
        context.model.declaredSymbol(for: node) == local
      {
        declarator = node
        if let value = node.optionalNode(2)?.requiredNode(1) {
          assignments += 1
          isPrivate = LocalGate.isCreation(value)
        }
        return true
      }
      guard node.kind == .identifierName, node.identifierText == local.name,
        context.model.symbol(of: node).symbol == local
      else { return true }
      if FunctionSyntax.nearest(to: node) != function {
        isPrivate = false
      } else if let parent = node.parent, parent.kind == .simpleAssignmentExpression, parent.requiredNode(0) == node,
        parent.parent?.kind == .expressionStatement
      {
        assignments += 1
        isPrivate = LocalGate.isCreation(parent.requiredNode(2))
      } else if !LocalGate.isLocked(node, context.model) {
        isPrivate = false
      }
      return true
    }
    guard let declarator else { return nil }
    isPrivateToTheCall = isPrivate && assignments > 0
    self.declarator = isPrivateToTheCall && assignments == 1 ? declarator : nil
  }

  private static func isCreation(_ value: SyntaxNode) -> Bool {
    switch LockIdentity.withoutConversions(value).kind {
    case .objectCreationExpression, .implicitObjectCreationExpression, .anonymousObjectCreationExpression,
      .arrayCreationExpression, .implicitArrayCreationExpression:
      true
    default: false
    }
  }

  /// Whether a use is the expression of a `lock` or a call of `Monitor`.
  private static func isLocked(_ node: SyntaxNode, _ model: SemanticModel) -> Bool {
    var value = node.outermostEquivalent
    while let parent = value.parent, parent.kind == .castExpression { value = parent.outermostEquivalent }
    guard let parent = value.parent else { return false }
    if parent.kind == .lockStatement { return parent.requiredNode(3) == value }
    guard parent.kind == .argument, let call = parent.parent?.parent else { return false }
    return LockTarget(call, model: model)?.core == node
  }
}
