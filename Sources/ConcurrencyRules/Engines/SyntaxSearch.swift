import CSharpSyntax

extension SyntaxTree {
  /// The innermost node whose text holds a range.
  func innermostNode(containing range: TextRange) -> SyntaxNode? {
    var current = root
    while true {
      guard let child = current.childNodes.first(where: { $0.range.contains(range) }) else { return current }
      current = child
    }
  }
}

extension SyntaxNode {
  /// The attribute lists in the first slot of declarations, statements, lambdas; those of a compilation unit.
  var attributeLists: [SyntaxNode] {
    switch kind {
    case .compilationUnit: nodeList(2).filter { $0.kind == .attributeList }
    default: nodeList(0).filter { $0.kind == .attributeList }
    }
  }
}

/// The simple name of an attribute's name.
enum AttributeName {
  static func bare(_ name: SyntaxNode) -> SyntaxNode {
    name.kind == .qualifiedName ? name.requiredNode(2) : name
  }
}
