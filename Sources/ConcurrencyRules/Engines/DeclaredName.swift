import CSharpSyntax

extension SyntaxNode {
  /// The identifier that a declaration of a variable, field, property, parameter, method or local function gives its name
  /// to; `nil` for other nodes.
  var declaredName: SyntaxToken? {
    switch kind {
    case .variableDeclarator, .singleVariableDesignation: requiredToken(0)
    case .parameter, .localFunctionStatement: requiredToken(3)
    case .propertyDeclaration, .methodDeclaration: requiredToken(4)
    case .forEachStatement: requiredToken(5)
    default: nil
    }
  }
}
