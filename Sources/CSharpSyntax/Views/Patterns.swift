/// Roslyn's `WhenClauseSyntax`; slots: whenKeyword, condition.
package struct WhenClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.whenClause]
  package var whenKeyword: SyntaxToken { node.requiredToken(0) }
  package var condition: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `DiscardPatternSyntax`; slots: underscoreToken.
package struct DiscardPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.discardPattern]
  package var underscoreToken: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `DeclarationPatternSyntax`; slots: type, designation.
package struct DeclarationPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.declarationPattern]
  package var type: SyntaxNode { node.requiredNode(0) }
  package var designation: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `VarPatternSyntax`; slots: varKeyword, designation.
package struct VarPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.varPattern]
  package var varKeyword: SyntaxToken { node.requiredToken(0) }
  package var designation: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `RecursivePatternSyntax`; slots: type, positionalPatternClause, propertyPatternClause, designation.
package struct RecursivePatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.recursivePattern]
  package var type: SyntaxNode? { node.optionalNode(0) }
  package var positionalPatternClause: SyntaxNode? { node.optionalNode(1) }
  package var propertyPatternClause: SyntaxNode? { node.optionalNode(2) }
  package var designation: SyntaxNode? { node.optionalNode(3) }
}

/// Roslyn's `PositionalPatternClauseSyntax`; slots: openParenToken, subpatterns, closeParenToken.
package struct PositionalPatternClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.positionalPatternClause]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var subpatterns: SyntaxNodeList { node.nodeList(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `PropertyPatternClauseSyntax`; slots: openBraceToken, subpatterns, closeBraceToken.
package struct PropertyPatternClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.propertyPatternClause]
  package var openBraceToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var subpatterns: SyntaxNodeList { node.nodeList(1) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `SubpatternSyntax`; slots: expressionColon, pattern.
package struct SubpatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.subpattern]
  package var expressionColon: SyntaxNode? { node.optionalNode(0) }
  package var pattern: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `ConstantPatternSyntax`; slots: expression.
package struct ConstantPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.constantPattern]
  package var expression: SyntaxNode { node.requiredNode(0) }
}

/// Roslyn's `ParenthesizedPatternSyntax`; slots: openParenToken, pattern, closeParenToken.
package struct ParenthesizedPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.parenthesizedPattern]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  package var pattern: SyntaxNode { node.requiredNode(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `RelationalPatternSyntax`; slots: operatorToken, expression.
package struct RelationalPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.relationalPattern]
  package var operatorToken: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `TypePatternSyntax`; slots: type.
package struct TypePatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.typePattern]
  package var type: SyntaxNode { node.requiredNode(0) }
}

/// Roslyn's `BinaryPatternSyntax`; slots: left, operatorToken, right.
package struct BinaryPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.orPattern, .andPattern]
  package var left: SyntaxNode { node.requiredNode(0) }
  package var operatorToken: SyntaxToken { node.requiredToken(1) }
  package var right: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `UnaryPatternSyntax`; slots: operatorToken, pattern.
package struct UnaryPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.notPattern]
  package var operatorToken: SyntaxToken { node.requiredToken(0) }
  package var pattern: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `ListPatternSyntax`; slots: openBracketToken, patterns, closeBracketToken, designation.
package struct ListPatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.listPattern]
  package var openBracketToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var patterns: SyntaxNodeList { node.nodeList(1) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(2) }
  package var designation: SyntaxNode? { node.optionalNode(3) }
}

/// Roslyn's `SlicePatternSyntax`; slots: dotDotToken, pattern.
package struct SlicePatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.slicePattern]
  package var dotDotToken: SyntaxToken { node.requiredToken(0) }
  package var pattern: SyntaxNode? { node.optionalNode(1) }
}

/// Roslyn's `SingleVariableDesignationSyntax`; slots: identifier.
package struct SingleVariableDesignationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.singleVariableDesignation]
  package var identifier: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `DiscardDesignationSyntax`; slots: underscoreToken.
package struct DiscardDesignationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.discardDesignation]
  package var underscoreToken: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `ParenthesizedVariableDesignationSyntax`; slots: openParenToken, variables, closeParenToken.
package struct ParenthesizedVariableDesignationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.parenthesizedVariableDesignation]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var variables: SyntaxNodeList { node.nodeList(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}
