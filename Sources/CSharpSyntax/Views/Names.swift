/// Roslyn's `IdentifierNameSyntax`; slots: identifier.
package struct IdentifierNameSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.identifierName]
  package var identifier: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `QualifiedNameSyntax`; slots: left, dotToken, right.
package struct QualifiedNameSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.qualifiedName]
  package var left: SyntaxNode { node.requiredNode(0) }
  package var dotToken: SyntaxToken { node.requiredToken(1) }
  package var right: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `GenericNameSyntax`; slots: identifier, typeArgumentList.
package struct GenericNameSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.genericName]
  package var identifier: SyntaxToken { node.requiredToken(0) }
  package var typeArgumentList: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `TypeArgumentListSyntax`; slots: lessThanToken, arguments, greaterThanToken.
package struct TypeArgumentListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.typeArgumentList]
  package var lessThanToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var arguments: SyntaxNodeList { node.nodeList(1) }
  package var greaterThanToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `AliasQualifiedNameSyntax`; slots: alias, colonColonToken, name.
package struct AliasQualifiedNameSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.aliasQualifiedName]
  package var alias: SyntaxNode { node.requiredNode(0) }
  package var colonColonToken: SyntaxToken { node.requiredToken(1) }
  package var name: SyntaxNode { node.requiredNode(2) }
}
