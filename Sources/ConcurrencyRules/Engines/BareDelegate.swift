import CSharpSemantics
import CSharpSyntax

extension SemanticModel {
  /// What a delegate expression is made of: parentheses, casts and `new D(x)` are looked through.
  func bareDelegate(_ expression: SyntaxNode) -> SyntaxNode {
    var current = expression.withoutParentheses
    for _ in 0..<8 {
      if let cast = CastExpressionSyntax(current) {
        current = cast.expression.withoutParentheses
      } else if let creation = ObjectCreationExpressionSyntax(current),
        let argument = ArgumentListSyntax(creation.argumentList)?.arguments.single.flatMap({ ArgumentSyntax($0) }),
        isFunctionLike(argument.expression.withoutParentheses)
      {
        current = argument.expression.withoutParentheses
      } else {
        break
      }
    }
    return current
  }

  private func isFunctionLike(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression: true
    default: symbol(of: node).symbol?.kind == .method
    }
  }
}
