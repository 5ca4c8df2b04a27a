import CSharpSyntax

extension SemanticModel {
  /// Where a local, parameter or range variable of this file is declared: what ``declaredSymbol(for:)`` answers it for.
  package func declaringNode(of symbol: Symbol) -> SyntaxNode? {
    let data = symbol.pointer.pointee
    if data.declaration >= 0, let node = tree.node(at: UInt32(data.declaration)), declared[node.index] == symbol {
      return node
    }
    guard let node = symbol.declaringSyntaxReferences.first?.node, node.tree === tree else { return nil }
    return node
  }

  /// What a local variable is initialized with in its declaration.
  package func initialValue(ofLocal symbol: Symbol) -> SyntaxNode? {
    guard symbol.kind == .local, let declaration = declaringNode(of: symbol), declaration.kind == .variableDeclarator
    else { return nil }
    return declaration.optionalNode(2)?.requiredNode(1)
  }
}
