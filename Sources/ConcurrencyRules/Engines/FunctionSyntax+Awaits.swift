import CSharpSemantics
import CSharpSyntax

extension FunctionSyntax {
  /// Whether the function itself awaits something: `await e`, `await foreach`, `await using`.
  var hasOwnAwait: Bool { contains(FunctionSyntax.isAwaiting) }

  static func isAwaiting(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .awaitExpression: true
    case .forEachStatement, .forEachVariableStatement, .usingStatement, .localDeclarationStatement:
      node.optionalToken(1)?.kind == .awaitKeyword
    default: false
    }
  }
}
