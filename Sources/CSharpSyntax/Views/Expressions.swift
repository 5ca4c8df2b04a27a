/// Roslyn's `ParenthesizedExpressionSyntax`; slots: openParenToken, expression, closeParenToken.
package struct ParenthesizedExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.parenthesizedExpression]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `TupleExpressionSyntax`; slots: openParenToken, arguments, closeParenToken.
package struct TupleExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.tupleExpression]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var arguments: SyntaxNodeList { node.nodeList(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `PrefixUnaryExpressionSyntax`; slots: operatorToken, operand.
package struct PrefixUnaryExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [
    .unaryPlusExpression,
    .unaryMinusExpression,
    .bitwiseNotExpression,
    .logicalNotExpression,
    .preIncrementExpression,
    .preDecrementExpression,
    .addressOfExpression,
    .pointerIndirectionExpression,
    .indexExpression,
  ]
  package var operatorToken: SyntaxToken { node.requiredToken(0) }
  package var operand: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `AwaitExpressionSyntax`; slots: awaitKeyword, expression.
package struct AwaitExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.awaitExpression]
  package var awaitKeyword: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `PostfixUnaryExpressionSyntax`; slots: operand, operatorToken.
package struct PostfixUnaryExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [
    .postIncrementExpression,
    .postDecrementExpression,
    .suppressNullableWarningExpression,
  ]
  package var operand: SyntaxNode { node.requiredNode(0) }
  package var operatorToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `MemberAccessExpressionSyntax`; slots: expression, operatorToken, name.
package struct MemberAccessExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.simpleMemberAccessExpression, .pointerMemberAccessExpression]
  package var expression: SyntaxNode { node.requiredNode(0) }
  package var operatorToken: SyntaxToken { node.requiredToken(1) }
  package var name: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `ConditionalAccessExpressionSyntax`; slots: expression, operatorToken, whenNotNull.
package struct ConditionalAccessExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.conditionalAccessExpression]
  package var expression: SyntaxNode { node.requiredNode(0) }
  package var operatorToken: SyntaxToken { node.requiredToken(1) }
  package var whenNotNull: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `MemberBindingExpressionSyntax`; slots: operatorToken, name.
package struct MemberBindingExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.memberBindingExpression]
  package var operatorToken: SyntaxToken { node.requiredToken(0) }
  package var name: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `ElementBindingExpressionSyntax`; slots: argumentList.
package struct ElementBindingExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.elementBindingExpression]
  package var argumentList: SyntaxNode { node.requiredNode(0) }
}

/// Roslyn's `RangeExpressionSyntax`; slots: leftOperand, operatorToken, rightOperand.
package struct RangeExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.rangeExpression]
  package var leftOperand: SyntaxNode? { node.optionalNode(0) }
  package var operatorToken: SyntaxToken { node.requiredToken(1) }
  package var rightOperand: SyntaxNode? { node.optionalNode(2) }
}

/// Roslyn's `ImplicitElementAccessSyntax`; slots: argumentList.
package struct ImplicitElementAccessSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.implicitElementAccess]
  package var argumentList: SyntaxNode { node.requiredNode(0) }
}

/// Roslyn's `BinaryExpressionSyntax`; slots: left, operatorToken, right.
package struct BinaryExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [
    .addExpression,
    .subtractExpression,
    .multiplyExpression,
    .divideExpression,
    .moduloExpression,
    .leftShiftExpression,
    .rightShiftExpression,
    .unsignedRightShiftExpression,
    .logicalOrExpression,
    .logicalAndExpression,
    .bitwiseOrExpression,
    .bitwiseAndExpression,
    .exclusiveOrExpression,
    .equalsExpression,
    .notEqualsExpression,
    .lessThanExpression,
    .lessThanOrEqualExpression,
    .greaterThanExpression,
    .greaterThanOrEqualExpression,
    .isExpression,
    .asExpression,
    .coalesceExpression,
  ]
  package var left: SyntaxNode { node.requiredNode(0) }
  package var operatorToken: SyntaxToken { node.requiredToken(1) }
  package var right: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `AssignmentExpressionSyntax`; slots: left, operatorToken, right.
package struct AssignmentExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [
    .simpleAssignmentExpression,
    .addAssignmentExpression,
    .subtractAssignmentExpression,
    .multiplyAssignmentExpression,
    .divideAssignmentExpression,
    .moduloAssignmentExpression,
    .andAssignmentExpression,
    .exclusiveOrAssignmentExpression,
    .orAssignmentExpression,
    .leftShiftAssignmentExpression,
    .rightShiftAssignmentExpression,
    .unsignedRightShiftAssignmentExpression,
    .coalesceAssignmentExpression,
  ]
  package var left: SyntaxNode { node.requiredNode(0) }
  package var operatorToken: SyntaxToken { node.requiredToken(1) }
  package var right: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `ConditionalExpressionSyntax`; slots: condition, questionToken, whenTrue, colonToken, whenFalse.
package struct ConditionalExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.conditionalExpression]
  package var condition: SyntaxNode { node.requiredNode(0) }
  package var questionToken: SyntaxToken { node.requiredToken(1) }
  package var whenTrue: SyntaxNode { node.requiredNode(2) }
  package var colonToken: SyntaxToken { node.requiredToken(3) }
  package var whenFalse: SyntaxNode { node.requiredNode(4) }
}

/// Roslyn's `ThisExpressionSyntax`; slots: token.
package struct ThisExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.thisExpression]
  package var token: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `BaseExpressionSyntax`; slots: token.
package struct BaseExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.baseExpression]
  package var token: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `FieldExpressionSyntax`; slots: token.
package struct FieldExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.fieldExpression]
  package var token: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `LiteralExpressionSyntax`; slots: token.
package struct LiteralExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [
    .argListExpression,
    .numericLiteralExpression,
    .stringLiteralExpression,
    .utf8StringLiteralExpression,
    .characterLiteralExpression,
    .trueLiteralExpression,
    .falseLiteralExpression,
    .nullLiteralExpression,
    .defaultLiteralExpression,
  ]
  package var token: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `MakeRefExpressionSyntax`; slots: keyword, openParenToken, expression, closeParenToken.
package struct MakeRefExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.makeRefExpression]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var expression: SyntaxNode { node.requiredNode(2) }
  package var closeParenToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `RefTypeExpressionSyntax`; slots: keyword, openParenToken, expression, closeParenToken.
package struct RefTypeExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.refTypeExpression]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var expression: SyntaxNode { node.requiredNode(2) }
  package var closeParenToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `RefValueExpressionSyntax`; slots: keyword, openParenToken, expression, comma, type, closeParenToken.
package struct RefValueExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.refValueExpression]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var expression: SyntaxNode { node.requiredNode(2) }
  package var comma: SyntaxToken { node.requiredToken(3) }
  package var type: SyntaxNode { node.requiredNode(4) }
  package var closeParenToken: SyntaxToken { node.requiredToken(5) }
}

/// Roslyn's `CheckedExpressionSyntax`; slots: keyword, openParenToken, expression, closeParenToken.
package struct CheckedExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.checkedExpression, .uncheckedExpression]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var expression: SyntaxNode { node.requiredNode(2) }
  package var closeParenToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `DefaultExpressionSyntax`; slots: keyword, openParenToken, type, closeParenToken.
package struct DefaultExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.defaultExpression]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var type: SyntaxNode { node.requiredNode(2) }
  package var closeParenToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `TypeOfExpressionSyntax`; slots: keyword, openParenToken, type, closeParenToken.
package struct TypeOfExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.typeOfExpression]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var type: SyntaxNode { node.requiredNode(2) }
  package var closeParenToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `SizeOfExpressionSyntax`; slots: keyword, openParenToken, type, closeParenToken.
package struct SizeOfExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.sizeOfExpression]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var type: SyntaxNode { node.requiredNode(2) }
  package var closeParenToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `InvocationExpressionSyntax`; slots: expression, argumentList.
package struct InvocationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.invocationExpression]
  package var expression: SyntaxNode { node.requiredNode(0) }
  package var argumentList: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `ElementAccessExpressionSyntax`; slots: expression, argumentList.
package struct ElementAccessExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.elementAccessExpression]
  package var expression: SyntaxNode { node.requiredNode(0) }
  package var argumentList: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `ArgumentListSyntax`; slots: openParenToken, arguments, closeParenToken.
package struct ArgumentListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.argumentList]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var arguments: SyntaxNodeList { node.nodeList(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `BracketedArgumentListSyntax`; slots: openBracketToken, arguments, closeBracketToken.
package struct BracketedArgumentListSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.bracketedArgumentList]
  package var openBracketToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var arguments: SyntaxNodeList { node.nodeList(1) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `ArgumentSyntax`; slots: nameColon, refKindKeyword, expression.
package struct ArgumentSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.argument]
  package var nameColon: SyntaxNode? { node.optionalNode(0) }
  package var refKindKeyword: SyntaxToken? { node.optionalToken(1) }
  package var expression: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `ExpressionColonSyntax`; slots: expression, colonToken.
package struct ExpressionColonSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.expressionColon]
  package var expression: SyntaxNode { node.requiredNode(0) }
  package var colonToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `NameColonSyntax`; slots: name, colonToken.
package struct NameColonSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.nameColon]
  package var name: SyntaxNode { node.requiredNode(0) }
  package var colonToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `DeclarationExpressionSyntax`; slots: type, designation.
package struct DeclarationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.declarationExpression]
  package var type: SyntaxNode { node.requiredNode(0) }
  package var designation: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `CastExpressionSyntax`; slots: openParenToken, type, closeParenToken, expression.
package struct CastExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.castExpression]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  package var type: SyntaxNode { node.requiredNode(1) }
  package var closeParenToken: SyntaxToken { node.requiredToken(2) }
  package var expression: SyntaxNode { node.requiredNode(3) }
}

/// Roslyn's `AnonymousMethodExpressionSyntax`; slots: modifiers, delegateKeyword, parameterList, block,
/// expressionBody.
package struct AnonymousMethodExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.anonymousMethodExpression]
  package var modifiers: SyntaxTokenList { node.tokenList(0) }
  package var delegateKeyword: SyntaxToken { node.requiredToken(1) }
  package var parameterList: SyntaxNode? { node.optionalNode(2) }
  package var block: SyntaxNode { node.requiredNode(3) }
  package var expressionBody: SyntaxNode? { node.optionalNode(4) }
}

/// Roslyn's `SimpleLambdaExpressionSyntax`; slots: attributeLists, modifiers, parameter, arrowToken, block,
/// expressionBody.
package struct SimpleLambdaExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.simpleLambdaExpression]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var parameter: SyntaxNode { node.requiredNode(2) }
  package var arrowToken: SyntaxToken { node.requiredToken(3) }
  package var block: SyntaxNode? { node.optionalNode(4) }
  package var expressionBody: SyntaxNode? { node.optionalNode(5) }
}

/// Roslyn's `ParenthesizedLambdaExpressionSyntax`; slots: attributeLists, modifiers, returnType, parameterList,
/// arrowToken, block, expressionBody.
package struct ParenthesizedLambdaExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.parenthesizedLambdaExpression]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var returnType: SyntaxNode? { node.optionalNode(2) }
  package var parameterList: SyntaxNode { node.requiredNode(3) }
  package var arrowToken: SyntaxToken { node.requiredToken(4) }
  package var block: SyntaxNode? { node.optionalNode(5) }
  package var expressionBody: SyntaxNode? { node.optionalNode(6) }
}

/// Roslyn's `RefExpressionSyntax`; slots: refKeyword, expression.
package struct RefExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.refExpression]
  package var refKeyword: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `InitializerExpressionSyntax`; slots: openBraceToken, expressions, closeBraceToken.
package struct InitializerExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [
    .objectInitializerExpression,
    .collectionInitializerExpression,
    .arrayInitializerExpression,
    .complexElementInitializerExpression,
    .withInitializerExpression,
  ]
  package var openBraceToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var expressions: SyntaxNodeList { node.nodeList(1) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `ImplicitObjectCreationExpressionSyntax`; slots: newKeyword, argumentList, initializer.
package struct ImplicitObjectCreationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.implicitObjectCreationExpression]
  package var newKeyword: SyntaxToken { node.requiredToken(0) }
  package var argumentList: SyntaxNode { node.requiredNode(1) }
  package var initializer: SyntaxNode? { node.optionalNode(2) }
}

/// Roslyn's `ObjectCreationExpressionSyntax`; slots: newKeyword, type, argumentList, initializer.
package struct ObjectCreationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.objectCreationExpression]
  package var newKeyword: SyntaxToken { node.requiredToken(0) }
  package var type: SyntaxNode { node.requiredNode(1) }
  package var argumentList: SyntaxNode? { node.optionalNode(2) }
  package var initializer: SyntaxNode? { node.optionalNode(3) }
}

/// Roslyn's `WithExpressionSyntax`; slots: expression, withKeyword, initializer.
package struct WithExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.withExpression]
  package var expression: SyntaxNode { node.requiredNode(0) }
  package var withKeyword: SyntaxToken { node.requiredToken(1) }
  package var initializer: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `AnonymousObjectMemberDeclaratorSyntax`; slots: nameEquals, expression.
package struct AnonymousObjectMemberDeclaratorSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.anonymousObjectMemberDeclarator]
  package var nameEquals: SyntaxNode? { node.optionalNode(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `AnonymousObjectCreationExpressionSyntax`; slots: newKeyword, openBraceToken, initializers,
/// closeBraceToken.
package struct AnonymousObjectCreationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.anonymousObjectCreationExpression]
  package var newKeyword: SyntaxToken { node.requiredToken(0) }
  package var openBraceToken: SyntaxToken { node.requiredToken(1) }
  /// Without the separators.
  package var initializers: SyntaxNodeList { node.nodeList(2) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `ArrayCreationExpressionSyntax`; slots: newKeyword, type, initializer.
package struct ArrayCreationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.arrayCreationExpression]
  package var newKeyword: SyntaxToken { node.requiredToken(0) }
  package var type: SyntaxNode { node.requiredNode(1) }
  package var initializer: SyntaxNode? { node.optionalNode(2) }
}

/// Roslyn's `ImplicitArrayCreationExpressionSyntax`; slots: newKeyword, openBracketToken, commas, closeBracketToken,
/// initializer.
package struct ImplicitArrayCreationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.implicitArrayCreationExpression]
  package var newKeyword: SyntaxToken { node.requiredToken(0) }
  package var openBracketToken: SyntaxToken { node.requiredToken(1) }
  package var commas: SyntaxTokenList { node.tokenList(2) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(3) }
  package var initializer: SyntaxNode { node.requiredNode(4) }
}

/// Roslyn's `StackAllocArrayCreationExpressionSyntax`; slots: stackAllocKeyword, type, initializer.
package struct StackAllocArrayCreationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.stackAllocArrayCreationExpression]
  package var stackAllocKeyword: SyntaxToken { node.requiredToken(0) }
  package var type: SyntaxNode { node.requiredNode(1) }
  package var initializer: SyntaxNode? { node.optionalNode(2) }
}

/// Roslyn's `ImplicitStackAllocArrayCreationExpressionSyntax`; slots: stackAllocKeyword, openBracketToken,
/// closeBracketToken, initializer.
package struct ImplicitStackAllocArrayCreationExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.implicitStackAllocArrayCreationExpression]
  package var stackAllocKeyword: SyntaxToken { node.requiredToken(0) }
  package var openBracketToken: SyntaxToken { node.requiredToken(1) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(2) }
  package var initializer: SyntaxNode { node.requiredNode(3) }
}

/// Roslyn's `CollectionExpressionSyntax`; slots: openBracketToken, elements, closeBracketToken.
package struct CollectionExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.collectionExpression]
  package var openBracketToken: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var elements: SyntaxNodeList { node.nodeList(1) }
  package var closeBracketToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `ExpressionElementSyntax`; slots: expression.
package struct ExpressionElementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.expressionElement]
  package var expression: SyntaxNode { node.requiredNode(0) }
}

/// Roslyn's `SpreadElementSyntax`; slots: operatorToken, expression.
package struct SpreadElementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.spreadElement]
  package var operatorToken: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `WithElementSyntax`; slots: withKeyword, argumentList.
package struct WithElementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.withElement]
  package var withKeyword: SyntaxToken { node.requiredToken(0) }
  package var argumentList: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `QueryExpressionSyntax`; slots: fromClause, body.
package struct QueryExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.queryExpression]
  package var fromClause: SyntaxNode { node.requiredNode(0) }
  package var body: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `QueryBodySyntax`; slots: clauses, selectOrGroup, continuation.
package struct QueryBodySyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.queryBody]
  package var clauses: SyntaxNodeList { node.nodeList(0) }
  package var selectOrGroup: SyntaxNode { node.requiredNode(1) }
  package var continuation: SyntaxNode? { node.optionalNode(2) }
}

/// Roslyn's `FromClauseSyntax`; slots: fromKeyword, type, identifier, inKeyword, expression.
package struct FromClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.fromClause]
  package var fromKeyword: SyntaxToken { node.requiredToken(0) }
  package var type: SyntaxNode? { node.optionalNode(1) }
  package var identifier: SyntaxToken { node.requiredToken(2) }
  package var inKeyword: SyntaxToken { node.requiredToken(3) }
  package var expression: SyntaxNode { node.requiredNode(4) }
}

/// Roslyn's `LetClauseSyntax`; slots: letKeyword, identifier, equalsToken, expression.
package struct LetClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.letClause]
  package var letKeyword: SyntaxToken { node.requiredToken(0) }
  package var identifier: SyntaxToken { node.requiredToken(1) }
  package var equalsToken: SyntaxToken { node.requiredToken(2) }
  package var expression: SyntaxNode { node.requiredNode(3) }
}

/// Roslyn's `JoinClauseSyntax`; slots: joinKeyword, type, identifier, inKeyword, inExpression, onKeyword,
/// leftExpression, equalsKeyword, rightExpression, into.
package struct JoinClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.joinClause]
  package var joinKeyword: SyntaxToken { node.requiredToken(0) }
  package var type: SyntaxNode? { node.optionalNode(1) }
  package var identifier: SyntaxToken { node.requiredToken(2) }
  package var inKeyword: SyntaxToken { node.requiredToken(3) }
  package var inExpression: SyntaxNode { node.requiredNode(4) }
  package var onKeyword: SyntaxToken { node.requiredToken(5) }
  package var leftExpression: SyntaxNode { node.requiredNode(6) }
  package var equalsKeyword: SyntaxToken { node.requiredToken(7) }
  package var rightExpression: SyntaxNode { node.requiredNode(8) }
  package var into: SyntaxNode? { node.optionalNode(9) }
}

/// Roslyn's `JoinIntoClauseSyntax`; slots: intoKeyword, identifier.
package struct JoinIntoClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.joinIntoClause]
  package var intoKeyword: SyntaxToken { node.requiredToken(0) }
  package var identifier: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `WhereClauseSyntax`; slots: whereKeyword, condition.
package struct WhereClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.whereClause]
  package var whereKeyword: SyntaxToken { node.requiredToken(0) }
  package var condition: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `OrderByClauseSyntax`; slots: orderByKeyword, orderings.
package struct OrderByClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.orderByClause]
  package var orderByKeyword: SyntaxToken { node.requiredToken(0) }
  /// Without the separators.
  package var orderings: SyntaxNodeList { node.nodeList(1) }
}

/// Roslyn's `OrderingSyntax`; slots: expression, ascendingOrDescendingKeyword.
package struct OrderingSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.ascendingOrdering, .descendingOrdering]
  package var expression: SyntaxNode { node.requiredNode(0) }
  package var ascendingOrDescendingKeyword: SyntaxToken? { node.optionalToken(1) }
}

/// Roslyn's `SelectClauseSyntax`; slots: selectKeyword, expression.
package struct SelectClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.selectClause]
  package var selectKeyword: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `GroupClauseSyntax`; slots: groupKeyword, groupExpression, byKeyword, byExpression.
package struct GroupClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.groupClause]
  package var groupKeyword: SyntaxToken { node.requiredToken(0) }
  package var groupExpression: SyntaxNode { node.requiredNode(1) }
  package var byKeyword: SyntaxToken { node.requiredToken(2) }
  package var byExpression: SyntaxNode { node.requiredNode(3) }
}

/// Roslyn's `QueryContinuationSyntax`; slots: intoKeyword, identifier, body.
package struct QueryContinuationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.queryContinuation]
  package var intoKeyword: SyntaxToken { node.requiredToken(0) }
  package var identifier: SyntaxToken { node.requiredToken(1) }
  package var body: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `OmittedArraySizeExpressionSyntax`; slots: omittedArraySizeExpressionToken.
package struct OmittedArraySizeExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.omittedArraySizeExpression]
  package var omittedArraySizeExpressionToken: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `InterpolatedStringExpressionSyntax`; slots: stringStartToken, contents, stringEndToken.
package struct InterpolatedStringExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.interpolatedStringExpression]
  package var stringStartToken: SyntaxToken { node.requiredToken(0) }
  package var contents: SyntaxNodeList { node.nodeList(1) }
  package var stringEndToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `IsPatternExpressionSyntax`; slots: expression, isKeyword, pattern.
package struct IsPatternExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.isPatternExpression]
  package var expression: SyntaxNode { node.requiredNode(0) }
  package var isKeyword: SyntaxToken { node.requiredToken(1) }
  package var pattern: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `ThrowExpressionSyntax`; slots: throwKeyword, expression.
package struct ThrowExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.throwExpression]
  package var throwKeyword: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `SwitchExpressionSyntax`; slots: governingExpression, switchKeyword, openBraceToken, arms,
/// closeBraceToken.
package struct SwitchExpressionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.switchExpression]
  package var governingExpression: SyntaxNode { node.requiredNode(0) }
  package var switchKeyword: SyntaxToken { node.requiredToken(1) }
  package var openBraceToken: SyntaxToken { node.requiredToken(2) }
  /// Without the separators.
  package var arms: SyntaxNodeList { node.nodeList(3) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `SwitchExpressionArmSyntax`; slots: pattern, whenClause, equalsGreaterThanToken, expression.
package struct SwitchExpressionArmSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.switchExpressionArm]
  package var pattern: SyntaxNode { node.requiredNode(0) }
  package var whenClause: SyntaxNode? { node.optionalNode(1) }
  package var equalsGreaterThanToken: SyntaxToken { node.requiredToken(2) }
  package var expression: SyntaxNode { node.requiredNode(3) }
}

/// Roslyn's `InterpolatedStringTextSyntax`; slots: textToken.
package struct InterpolatedStringTextSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.interpolatedStringText]
  package var textToken: SyntaxToken { node.requiredToken(0) }
}

/// Roslyn's `InterpolationSyntax`; slots: openBraceToken, expression, alignmentClause, formatClause, closeBraceToken.
package struct InterpolationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.interpolation]
  package var openBraceToken: SyntaxToken { node.requiredToken(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
  package var alignmentClause: SyntaxNode? { node.optionalNode(2) }
  package var formatClause: SyntaxNode? { node.optionalNode(3) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `InterpolationAlignmentClauseSyntax`; slots: commaToken, value.
package struct InterpolationAlignmentClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.interpolationAlignmentClause]
  package var commaToken: SyntaxToken { node.requiredToken(0) }
  package var value: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `InterpolationFormatClauseSyntax`; slots: colonToken, formatStringToken.
package struct InterpolationFormatClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.interpolationFormatClause]
  package var colonToken: SyntaxToken { node.requiredToken(0) }
  package var formatStringToken: SyntaxToken { node.requiredToken(1) }
}
