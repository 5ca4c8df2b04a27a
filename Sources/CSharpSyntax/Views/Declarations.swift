/// Roslyn's `CompilationUnitSyntax`; slots: externs, usings, attributeLists, members, endOfFileToken.
package struct CompilationUnitSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.compilationUnit]
  package var externs: SyntaxNodeList { node.nodeList(0) }
  package var usings: SyntaxNodeList { node.nodeList(1) }
  package var attributeLists: SyntaxNodeList { node.nodeList(2) }
  package var members: SyntaxNodeList { node.nodeList(3) }
  package var endOfFileToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `ExternAliasDirectiveSyntax`; slots: externKeyword, aliasKeyword, identifier, semicolonToken.
package struct ExternAliasDirectiveSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.externAliasDirective]
  package var externKeyword: SyntaxToken { node.requiredToken(0) }
  package var aliasKeyword: SyntaxToken { node.requiredToken(1) }
  package var identifier: SyntaxToken { node.requiredToken(2) }
  package var semicolonToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `UsingDirectiveSyntax`; slots: globalKeyword, usingKeyword, staticKeyword, unsafeKeyword, alias,
/// namespaceOrType, semicolonToken.
package struct UsingDirectiveSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.usingDirective]
  package var globalKeyword: SyntaxToken? { node.optionalToken(0) }
  package var usingKeyword: SyntaxToken { node.requiredToken(1) }
  package var staticKeyword: SyntaxToken? { node.optionalToken(2) }
  package var unsafeKeyword: SyntaxToken? { node.optionalToken(3) }
  package var alias: SyntaxNode? { node.optionalNode(4) }
  package var namespaceOrType: SyntaxNode { node.requiredNode(5) }
  package var semicolonToken: SyntaxToken { node.requiredToken(6) }
}

/// Roslyn's `NameEqualsSyntax`; slots: name, equalsToken.
package struct NameEqualsSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.nameEquals]
  package var name: SyntaxNode { node.requiredNode(0) }
  package var equalsToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `NamespaceDeclarationSyntax`; slots: attributeLists, modifiers, namespaceKeyword, name, openBraceToken,
/// externs, usings, members, closeBraceToken, semicolonToken.
package struct NamespaceDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.namespaceDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var namespaceKeyword: SyntaxToken { node.requiredToken(2) }
  package var name: SyntaxNode { node.requiredNode(3) }
  package var openBraceToken: SyntaxToken { node.requiredToken(4) }
  package var externs: SyntaxNodeList { node.nodeList(5) }
  package var usings: SyntaxNodeList { node.nodeList(6) }
  package var members: SyntaxNodeList { node.nodeList(7) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(8) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(9) }
}

/// Roslyn's `FileScopedNamespaceDeclarationSyntax`; slots: attributeLists, modifiers, namespaceKeyword, name,
/// semicolonToken, externs, usings, members.
package struct FileScopedNamespaceDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.fileScopedNamespaceDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var namespaceKeyword: SyntaxToken { node.requiredToken(2) }
  package var name: SyntaxNode { node.requiredNode(3) }
  package var semicolonToken: SyntaxToken { node.requiredToken(4) }
  package var externs: SyntaxNodeList { node.nodeList(5) }
  package var usings: SyntaxNodeList { node.nodeList(6) }
  package var members: SyntaxNodeList { node.nodeList(7) }
}

/// Roslyn's `AttributeListSyntax`; slots: openBracketToken, target, attributes, closeBracketToken.
package struct AttributeListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.attributeList]
  package var openBracketToken: SyntaxToken { node.requiredToken(0) }
  package var target: SyntaxNode? { node.optionalNode(1) }
  /// Without the separators.
  package var attributes: SyntaxNodeList { node.nodeList(2) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `AttributeTargetSpecifierSyntax`; slots: identifier, colonToken.
package struct AttributeTargetSpecifierSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.attributeTargetSpecifier]
  package var identifier: SyntaxToken { node.requiredToken(0) }
  package var colonToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `AttributeSyntax`; slots: name, argumentList.
package struct AttributeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.attribute]
  package var name: SyntaxNode { node.requiredNode(0) }
  package var argumentList: SyntaxNode? { node.optionalNode(1) }
}

/// Roslyn's `AttributeArgumentListSyntax`; slots: openParenToken, arguments, closeParenToken.
package struct AttributeArgumentListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.attributeArgumentList]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var arguments: SyntaxNodeList { node.nodeList(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `AttributeArgumentSyntax`; slots: nameEquals, nameColon, expression.
package struct AttributeArgumentSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.attributeArgument]
  package var nameEquals: SyntaxNode? { node.optionalNode(0) }
  package var nameColon: SyntaxNode? { node.optionalNode(1) }
  package var expression: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `TypeParameterListSyntax`; slots: lessThanToken, parameters, greaterThanToken.
package struct TypeParameterListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.typeParameterList]
  package var lessThanToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var parameters: SyntaxNodeList { node.nodeList(1) }
  package var greaterThanToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `TypeParameterSyntax`; slots: attributeLists, varianceKeyword, identifier.
package struct TypeParameterSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.typeParameter]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var varianceKeyword: SyntaxToken? { node.optionalToken(1) }
  package var identifier: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `TypeDeclarationSyntax`; slots: attributeLists, modifiers, keyword, identifier, typeParameterList,
/// parameterList, baseList, constraintClauses, openBraceToken, members, closeBraceToken, semicolonToken.
package struct TypeDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.classDeclaration, .structDeclaration, .interfaceDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var keyword: SyntaxToken { node.requiredToken(2) }
  package var identifier: SyntaxToken { node.requiredToken(3) }
  package var typeParameterList: SyntaxNode? { node.optionalNode(4) }
  package var parameterList: SyntaxNode? { node.optionalNode(5) }
  package var baseList: SyntaxNode? { node.optionalNode(6) }
  package var constraintClauses: SyntaxNodeList { node.nodeList(7) }
  package var openBraceToken: SyntaxToken? { node.optionalToken(8) }
  package var members: SyntaxNodeList { node.nodeList(9) }
  package var closeBraceToken: SyntaxToken? { node.optionalToken(10) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(11) }
}

/// Roslyn's `RecordDeclarationSyntax`; slots: attributeLists, modifiers, keyword, classOrStructKeyword, identifier,
/// typeParameterList, parameterList, baseList, constraintClauses, openBraceToken, members, closeBraceToken,
/// semicolonToken.
package struct RecordDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.recordDeclaration, .recordStructDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var keyword: SyntaxToken { node.requiredToken(2) }
  package var classOrStructKeyword: SyntaxToken? { node.optionalToken(3) }
  package var identifier: SyntaxToken { node.requiredToken(4) }
  package var typeParameterList: SyntaxNode? { node.optionalNode(5) }
  package var parameterList: SyntaxNode? { node.optionalNode(6) }
  package var baseList: SyntaxNode? { node.optionalNode(7) }
  package var constraintClauses: SyntaxNodeList { node.nodeList(8) }
  package var openBraceToken: SyntaxToken? { node.optionalToken(9) }
  package var members: SyntaxNodeList { node.nodeList(10) }
  package var closeBraceToken: SyntaxToken? { node.optionalToken(11) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(12) }
}

/// Roslyn's `UnionDeclarationSyntax`; slots: attributeLists, modifiers, keyword, identifier, typeParameterList,
/// parameterList, baseList, constraintClauses, openBraceToken, members, closeBraceToken, semicolonToken.
package struct UnionDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.unionDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var keyword: SyntaxToken { node.requiredToken(2) }
  package var identifier: SyntaxToken { node.requiredToken(3) }
  package var typeParameterList: SyntaxNode? { node.optionalNode(4) }
  package var parameterList: SyntaxNode? { node.optionalNode(5) }
  package var baseList: SyntaxNode? { node.optionalNode(6) }
  package var constraintClauses: SyntaxNodeList { node.nodeList(7) }
  package var openBraceToken: SyntaxToken? { node.optionalToken(8) }
  package var members: SyntaxNodeList { node.nodeList(9) }
  package var closeBraceToken: SyntaxToken? { node.optionalToken(10) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(11) }
}

/// Roslyn's `ExtensionBlockDeclarationSyntax`; slots: attributeLists, modifiers, keyword, typeParameterList,
/// parameterList, constraintClauses, openBraceToken, members, closeBraceToken, semicolonToken.
package struct ExtensionBlockDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.extensionBlockDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var keyword: SyntaxToken { node.requiredToken(2) }
  package var typeParameterList: SyntaxNode? { node.optionalNode(3) }
  package var parameterList: SyntaxNode? { node.optionalNode(4) }
  package var constraintClauses: SyntaxNodeList { node.nodeList(5) }
  package var openBraceToken: SyntaxToken? { node.optionalToken(6) }
  package var members: SyntaxNodeList { node.nodeList(7) }
  package var closeBraceToken: SyntaxToken? { node.optionalToken(8) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(9) }
}

/// Roslyn's `EnumDeclarationSyntax`; slots: attributeLists, modifiers, enumKeyword, identifier, baseList,
/// openBraceToken, members, closeBraceToken, semicolonToken.
package struct EnumDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.enumDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var enumKeyword: SyntaxToken { node.requiredToken(2) }
  package var identifier: SyntaxToken { node.requiredToken(3) }
  package var baseList: SyntaxNode? { node.optionalNode(4) }
  package var openBraceToken: SyntaxToken? { node.optionalToken(5) }
  /// Without the separators.
  package var members: SyntaxNodeList { node.nodeList(6) }
  package var closeBraceToken: SyntaxToken? { node.optionalToken(7) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(8) }
}

/// Roslyn's `DelegateDeclarationSyntax`; slots: attributeLists, modifiers, delegateKeyword, returnType, identifier,
/// typeParameterList, parameterList, constraintClauses, semicolonToken.
package struct DelegateDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.delegateDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var delegateKeyword: SyntaxToken { node.requiredToken(2) }
  package var returnType: SyntaxNode { node.requiredNode(3) }
  package var identifier: SyntaxToken { node.requiredToken(4) }
  package var typeParameterList: SyntaxNode? { node.optionalNode(5) }
  package var parameterList: SyntaxNode { node.requiredNode(6) }
  package var constraintClauses: SyntaxNodeList { node.nodeList(7) }
  package var semicolonToken: SyntaxToken { node.requiredToken(8) }
}

/// Roslyn's `EnumMemberDeclarationSyntax`; slots: attributeLists, modifiers, identifier, equalsValue.
package struct EnumMemberDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.enumMemberDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var identifier: SyntaxToken { node.requiredToken(2) }
  package var equalsValue: SyntaxNode? { node.optionalNode(3) }
}

/// Roslyn's `BaseListSyntax`; slots: colonToken, types.
package struct BaseListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.baseList]
  package var colonToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var types: SyntaxNodeList { node.nodeList(1) }
}

/// Roslyn's `SimpleBaseTypeSyntax`; slots: type.
package struct SimpleBaseTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.simpleBaseType]
  package var type: SyntaxNode { node.requiredNode(0) }
}

/// Roslyn's `PrimaryConstructorBaseTypeSyntax`; slots: type, argumentList.
package struct PrimaryConstructorBaseTypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.primaryConstructorBaseType]
  package var type: SyntaxNode { node.requiredNode(0) }
  package var argumentList: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `TypeParameterConstraintClauseSyntax`; slots: whereKeyword, name, colonToken, constraints.
package struct TypeParameterConstraintClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.typeParameterConstraintClause]
  package var whereKeyword: SyntaxToken { node.requiredToken(0) }
  package var name: SyntaxNode { node.requiredNode(1) }
  package var colonToken: SyntaxToken { node.requiredToken(2) }
  /// Without the separators.
  package var constraints: SyntaxNodeList { node.nodeList(3) }
}

/// Roslyn's `ConstructorConstraintSyntax`; slots: newKeyword, openParenToken, closeParenToken.
package struct ConstructorConstraintSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.constructorConstraint]
  package var newKeyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `ClassOrStructConstraintSyntax`; slots: classOrStructKeyword, questionToken.
package struct ClassOrStructConstraintSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.classConstraint, .structConstraint]
  package var classOrStructKeyword: SyntaxToken { node.requiredToken(0) }
  package var questionToken: SyntaxToken? { node.optionalToken(1) }
}

/// Roslyn's `TypeConstraintSyntax`; slots: type.
package struct TypeConstraintSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.typeConstraint]
  package var type: SyntaxNode { node.requiredNode(0) }
}

/// Roslyn's `DefaultConstraintSyntax`; slots: defaultKeyword.
package struct DefaultConstraintSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.defaultConstraint]
  package var defaultKeyword: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `AllowsConstraintClauseSyntax`; slots: allowsKeyword, constraints.
package struct AllowsConstraintClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.allowsConstraintClause]
  package var allowsKeyword: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var constraints: SyntaxNodeList { node.nodeList(1) }
}

/// Roslyn's `RefStructConstraintSyntax`; slots: refKeyword, structKeyword.
package struct RefStructConstraintSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.refStructConstraint]
  package var refKeyword: SyntaxToken { node.requiredToken(0) }
  package var structKeyword: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `FieldDeclarationSyntax`; slots: attributeLists, modifiers, declaration, semicolonToken.
package struct FieldDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.fieldDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var declaration: SyntaxNode { node.requiredNode(2) }
  package var semicolonToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `EventFieldDeclarationSyntax`; slots: attributeLists, modifiers, eventKeyword, declaration,
/// semicolonToken.
package struct EventFieldDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.eventFieldDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var eventKeyword: SyntaxToken { node.requiredToken(2) }
  package var declaration: SyntaxNode { node.requiredNode(3) }
  package var semicolonToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `ExplicitInterfaceSpecifierSyntax`; slots: name, dotToken.
package struct ExplicitInterfaceSpecifierSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.explicitInterfaceSpecifier]
  package var name: SyntaxNode { node.requiredNode(0) }
  package var dotToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `MethodDeclarationSyntax`; slots: attributeLists, modifiers, returnType, explicitInterfaceSpecifier,
/// identifier, typeParameterList, parameterList, constraintClauses, body, expressionBody, semicolonToken.
package struct MethodDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.methodDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var returnType: SyntaxNode { node.requiredNode(2) }
  package var explicitInterfaceSpecifier: SyntaxNode? { node.optionalNode(3) }
  package var identifier: SyntaxToken { node.requiredToken(4) }
  package var typeParameterList: SyntaxNode? { node.optionalNode(5) }
  package var parameterList: SyntaxNode { node.requiredNode(6) }
  package var constraintClauses: SyntaxNodeList { node.nodeList(7) }
  package var body: SyntaxNode? { node.optionalNode(8) }
  package var expressionBody: SyntaxNode? { node.optionalNode(9) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(10) }
}

/// Roslyn's `OperatorDeclarationSyntax`; slots: attributeLists, modifiers, returnType, explicitInterfaceSpecifier,
/// operatorKeyword, checkedKeyword, operatorToken, parameterList, body, expressionBody, semicolonToken.
package struct OperatorDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.operatorDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var returnType: SyntaxNode { node.requiredNode(2) }
  package var explicitInterfaceSpecifier: SyntaxNode? { node.optionalNode(3) }
  package var operatorKeyword: SyntaxToken { node.requiredToken(4) }
  package var checkedKeyword: SyntaxToken? { node.optionalToken(5) }
  package var operatorToken: SyntaxToken { node.requiredToken(6) }
  package var parameterList: SyntaxNode { node.requiredNode(7) }
  package var body: SyntaxNode? { node.optionalNode(8) }
  package var expressionBody: SyntaxNode? { node.optionalNode(9) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(10) }
}

/// Roslyn's `ConversionOperatorDeclarationSyntax`; slots: attributeLists, modifiers, implicitOrExplicitKeyword,
/// explicitInterfaceSpecifier, operatorKeyword, checkedKeyword, type, parameterList, body, expressionBody,
/// semicolonToken.
package struct ConversionOperatorDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.conversionOperatorDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var implicitOrExplicitKeyword: SyntaxToken { node.requiredToken(2) }
  package var explicitInterfaceSpecifier: SyntaxNode? { node.optionalNode(3) }
  package var operatorKeyword: SyntaxToken { node.requiredToken(4) }
  package var checkedKeyword: SyntaxToken? { node.optionalToken(5) }
  package var type: SyntaxNode { node.requiredNode(6) }
  package var parameterList: SyntaxNode { node.requiredNode(7) }
  package var body: SyntaxNode? { node.optionalNode(8) }
  package var expressionBody: SyntaxNode? { node.optionalNode(9) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(10) }
}

/// Roslyn's `ConstructorDeclarationSyntax`; slots: attributeLists, modifiers, identifier, parameterList, initializer,
/// body, expressionBody, semicolonToken.
package struct ConstructorDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.constructorDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var identifier: SyntaxToken { node.requiredToken(2) }
  package var parameterList: SyntaxNode { node.requiredNode(3) }
  package var initializer: SyntaxNode? { node.optionalNode(4) }
  package var body: SyntaxNode? { node.optionalNode(5) }
  package var expressionBody: SyntaxNode? { node.optionalNode(6) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(7) }
}

/// Roslyn's `ConstructorInitializerSyntax`; slots: colonToken, thisOrBaseKeyword, argumentList.
package struct ConstructorInitializerSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.baseConstructorInitializer, .thisConstructorInitializer]
  package var colonToken: SyntaxToken { node.requiredToken(0) }
  package var thisOrBaseKeyword: SyntaxToken { node.requiredToken(1) }
  package var argumentList: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `DestructorDeclarationSyntax`; slots: attributeLists, modifiers, tildeToken, identifier, parameterList,
/// body, expressionBody, semicolonToken.
package struct DestructorDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.destructorDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var tildeToken: SyntaxToken { node.requiredToken(2) }
  package var identifier: SyntaxToken { node.requiredToken(3) }
  package var parameterList: SyntaxNode { node.requiredNode(4) }
  package var body: SyntaxNode? { node.optionalNode(5) }
  package var expressionBody: SyntaxNode? { node.optionalNode(6) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(7) }
}

/// Roslyn's `PropertyDeclarationSyntax`; slots: attributeLists, modifiers, type, explicitInterfaceSpecifier,
/// identifier, accessorList, expressionBody, initializer, semicolonToken.
package struct PropertyDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.propertyDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var type: SyntaxNode { node.requiredNode(2) }
  package var explicitInterfaceSpecifier: SyntaxNode? { node.optionalNode(3) }
  package var identifier: SyntaxToken { node.requiredToken(4) }
  package var accessorList: SyntaxNode? { node.optionalNode(5) }
  package var expressionBody: SyntaxNode? { node.optionalNode(6) }
  package var initializer: SyntaxNode? { node.optionalNode(7) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(8) }
}

/// Roslyn's `ArrowExpressionClauseSyntax`; slots: arrowToken, expression.
package struct ArrowExpressionClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.arrowExpressionClause]
  package var arrowToken: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `EventDeclarationSyntax`; slots: attributeLists, modifiers, eventKeyword, type,
/// explicitInterfaceSpecifier, identifier, accessorList, semicolonToken.
package struct EventDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.eventDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var eventKeyword: SyntaxToken { node.requiredToken(2) }
  package var type: SyntaxNode { node.requiredNode(3) }
  package var explicitInterfaceSpecifier: SyntaxNode? { node.optionalNode(4) }
  package var identifier: SyntaxToken { node.requiredToken(5) }
  package var accessorList: SyntaxNode? { node.optionalNode(6) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(7) }
}

/// Roslyn's `IndexerDeclarationSyntax`; slots: attributeLists, modifiers, type, explicitInterfaceSpecifier,
/// thisKeyword, parameterList, accessorList, expressionBody, semicolonToken.
package struct IndexerDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.indexerDeclaration]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var type: SyntaxNode { node.requiredNode(2) }
  package var explicitInterfaceSpecifier: SyntaxNode? { node.optionalNode(3) }
  package var thisKeyword: SyntaxToken { node.requiredToken(4) }
  package var parameterList: SyntaxNode { node.requiredNode(5) }
  package var accessorList: SyntaxNode? { node.optionalNode(6) }
  package var expressionBody: SyntaxNode? { node.optionalNode(7) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(8) }
}

/// Roslyn's `AccessorListSyntax`; slots: openBraceToken, accessors, closeBraceToken.
package struct AccessorListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.accessorList]
  package var openBraceToken: SyntaxToken { node.requiredToken(0) }
  package var accessors: SyntaxNodeList { node.nodeList(1) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `AccessorDeclarationSyntax`; slots: attributeLists, modifiers, keyword, body, expressionBody,
/// semicolonToken.
package struct AccessorDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [
    .getAccessorDeclaration,
    .setAccessorDeclaration,
    .initAccessorDeclaration,
    .addAccessorDeclaration,
    .removeAccessorDeclaration,
    .unknownAccessorDeclaration,
  ]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var keyword: SyntaxToken { node.requiredToken(2) }
  package var body: SyntaxNode? { node.optionalNode(3) }
  package var expressionBody: SyntaxNode? { node.optionalNode(4) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(5) }
}

/// Roslyn's `ParameterListSyntax`; slots: openParenToken, parameters, closeParenToken.
package struct ParameterListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.parameterList]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var parameters: SyntaxNodeList { node.nodeList(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `BracketedParameterListSyntax`; slots: openBracketToken, parameters, closeBracketToken.
package struct BracketedParameterListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.bracketedParameterList]
  package var openBracketToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var parameters: SyntaxNodeList { node.nodeList(1) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `ParameterSyntax`; slots: attributeLists, modifiers, type, identifier, defaultValue.
package struct ParameterSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.parameter]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var type: SyntaxNode? { node.optionalNode(2) }
  package var identifier: SyntaxToken { node.requiredToken(3) }
  package var defaultValue: SyntaxNode? { node.optionalNode(4) }
}

/// Roslyn's `FunctionPointerParameterSyntax`; slots: attributeLists, modifiers, type.
package struct FunctionPointerParameterSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.functionPointerParameter]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var type: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `IncompleteMemberSyntax`; slots: attributeLists, modifiers, type.
package struct IncompleteMemberSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.incompleteMember]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var type: SyntaxNode? { node.optionalNode(2) }
}
