/// The simple name that an expression ends in: `c` of `a.b.c`, `M` of `x.M<T>`, `N` of `?.N`.
package func simpleName(of expression: SyntaxNode) -> SyntaxNode? {
  switch expression.kind {
  case .identifierName, .genericName: expression
  case .simpleMemberAccessExpression, .pointerMemberAccessExpression: expression.optionalNode(2)
  case .memberBindingExpression: expression.optionalNode(1)
  case .aliasQualifiedName: expression.optionalNode(2)
  default: nil
  }
}

extension SyntaxNode {
  /// The identifier of a simple name, without `@`.
  package var identifierText: String {
    let text = requiredToken(0).text
    return text.hasPrefix("@") ? String(text.dropFirst()) : text
  }
}
