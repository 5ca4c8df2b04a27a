import CSharpSyntax

extension SemanticModel {
  /// The node that declares a local variable: its declarator, designation, `foreach`, catch declaration …
  ///
  /// - Parameter use: a place that sees the local.
  package func declaration(ofLocal symbol: Symbol, usedAt use: SyntaxNode) -> SyntaxNode? {
    guard symbol.kind == .local, use.tree === tree, let member = FunctionSyntax.owningMember(of: use) else {
      return nil
    }
    let index = symbol.pointer.pointee.declaration
    guard index >= 0, declared[UInt32(index)] == symbol else { return nil }
    var found: SyntaxNode?
    member.walk { node in
      if node.index == UInt32(index) { found = node }
      return found == nil
    }
    return found
  }

  /// What a local variable is initialized with in its declaration.
  package func initialValue(ofLocal symbol: Symbol, usedAt use: SyntaxNode) -> SyntaxNode? {
    guard let declaration = declaration(ofLocal: symbol, usedAt: use), declaration.kind == .variableDeclarator else {
      return nil
    }
    return declaration.optionalNode(2)?.requiredNode(1)
  }
}
