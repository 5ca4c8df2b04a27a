/// Roslyn's `PredefinedTypeSyntax`; slots: keyword.
package struct PredefinedTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.predefinedType]
  package var keyword: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `ArrayTypeSyntax`; slots: elementType, rankSpecifiers.
package struct ArrayTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.arrayType]
  package var elementType: SyntaxNode { node.requiredNode(0) }
  package var rankSpecifiers: SyntaxNodeList { node.nodeList(1) }
}

/// Roslyn's `ArrayRankSpecifierSyntax`; slots: openBracketToken, sizes, closeBracketToken.
package struct ArrayRankSpecifierSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.arrayRankSpecifier]
  package var openBracketToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var sizes: SyntaxNodeList { node.nodeList(1) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `PointerTypeSyntax`; slots: elementType, asteriskToken.
package struct PointerTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.pointerType]
  package var elementType: SyntaxNode { node.requiredNode(0) }
  package var asteriskToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `FunctionPointerTypeSyntax`; slots: delegateKeyword, asteriskToken, callingConvention, parameterList.
package struct FunctionPointerTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.functionPointerType]
  package var delegateKeyword: SyntaxToken { node.requiredToken(0) }
  package var asteriskToken: SyntaxToken { node.requiredToken(1) }
  package var callingConvention: SyntaxNode? { node.optionalNode(2) }
  package var parameterList: SyntaxNode { node.requiredNode(3) }
}

/// Roslyn's `FunctionPointerParameterListSyntax`; slots: lessThanToken, parameters, greaterThanToken.
package struct FunctionPointerParameterListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.functionPointerParameterList]
  package var lessThanToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var parameters: SyntaxNodeList { node.nodeList(1) }
  package var greaterThanToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `FunctionPointerCallingConventionSyntax`; slots: managedOrUnmanagedKeyword,
/// unmanagedCallingConventionList.
package struct FunctionPointerCallingConventionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.functionPointerCallingConvention]
  package var managedOrUnmanagedKeyword: SyntaxToken { node.requiredToken(0) }
  package var unmanagedCallingConventionList: SyntaxNode? { node.optionalNode(1) }
}

/// Roslyn's `FunctionPointerUnmanagedCallingConventionListSyntax`; slots: openBracketToken, callingConventions,
/// closeBracketToken.
package struct FunctionPointerUnmanagedCallingConventionListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.functionPointerUnmanagedCallingConventionList]
  package var openBracketToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var callingConventions: SyntaxNodeList { node.nodeList(1) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `FunctionPointerUnmanagedCallingConventionSyntax`; slots: name.
package struct FunctionPointerUnmanagedCallingConventionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.functionPointerUnmanagedCallingConvention]
  package var name: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `NullableTypeSyntax`; slots: elementType, questionToken.
package struct NullableTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.nullableType]
  package var elementType: SyntaxNode { node.requiredNode(0) }
  package var questionToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `TupleTypeSyntax`; slots: openParenToken, elements, closeParenToken.
package struct TupleTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.tupleType]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var elements: SyntaxNodeList { node.nodeList(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `TupleElementSyntax`; slots: type, identifier.
package struct TupleElementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.tupleElement]
  package var type: SyntaxNode { node.requiredNode(0) }
  package var identifier: SyntaxToken? { node.optionalToken(1) }
}

/// Roslyn's `OmittedTypeArgumentSyntax`; slots: omittedTypeArgumentToken.
package struct OmittedTypeArgumentSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.omittedTypeArgument]
  package var omittedTypeArgumentToken: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `RefTypeSyntax`; slots: refKeyword, readOnlyKeyword, type.
package struct RefTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.refType]
  package var refKeyword: SyntaxToken { node.requiredToken(0) }
  package var readOnlyKeyword: SyntaxToken? { node.optionalToken(1) }
  package var type: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `ScopedTypeSyntax`; slots: scopedKeyword, type.
package struct ScopedTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.scopedType]
  package var scopedKeyword: SyntaxToken { node.requiredToken(0) }
  package var type: SyntaxNode { node.requiredNode(1) }
}
