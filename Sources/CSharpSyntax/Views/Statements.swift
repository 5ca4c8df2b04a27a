/// Roslyn's `GlobalStatementSyntax`; slots: attributeLists, modifiers, statement.
package struct GlobalStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.globalStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var statement: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `BlockSyntax`; slots: attributeLists, openBraceToken, statements, closeBraceToken.
package struct BlockSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.block]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var openBraceToken: SyntaxToken { node.requiredToken(1) }
  package var statements: SyntaxNodeList { node.nodeList(2) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `LocalFunctionStatementSyntax`; slots: attributeLists, modifiers, returnType, identifier,
/// typeParameterList, parameterList, constraintClauses, body, expressionBody, semicolonToken.
package struct LocalFunctionStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.localFunctionStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var modifiers: SyntaxTokenList { node.tokenList(1) }
  package var returnType: SyntaxNode { node.requiredNode(2) }
  package var identifier: SyntaxToken { node.requiredToken(3) }
  package var typeParameterList: SyntaxNode? { node.optionalNode(4) }
  package var parameterList: SyntaxNode { node.requiredNode(5) }
  package var constraintClauses: SyntaxNodeList { node.nodeList(6) }
  package var body: SyntaxNode? { node.optionalNode(7) }
  package var expressionBody: SyntaxNode? { node.optionalNode(8) }
  package var semicolonToken: SyntaxToken? { node.optionalToken(9) }
}

/// Roslyn's `LocalDeclarationStatementSyntax`; slots: attributeLists, awaitKeyword, usingKeyword, modifiers,
/// declaration, semicolonToken.
package struct LocalDeclarationStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.localDeclarationStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var awaitKeyword: SyntaxToken? { node.optionalToken(1) }
  package var usingKeyword: SyntaxToken? { node.optionalToken(2) }
  package var modifiers: SyntaxTokenList { node.tokenList(3) }
  package var declaration: SyntaxNode { node.requiredNode(4) }
  package var semicolonToken: SyntaxToken { node.requiredToken(5) }
}

/// Roslyn's `VariableDeclarationSyntax`; slots: type, variables.
package struct VariableDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.variableDeclaration]
  package var type: SyntaxNode { node.requiredNode(0) }
  /// Without the separators.
  package var variables: SyntaxNodeList { node.nodeList(1) }
}

/// Roslyn's `VariableDeclaratorSyntax`; slots: identifier, argumentList, initializer.
package struct VariableDeclaratorSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.variableDeclarator]
  package var identifier: SyntaxToken { node.requiredToken(0) }
  package var argumentList: SyntaxNode? { node.optionalNode(1) }
  package var initializer: SyntaxNode? { node.optionalNode(2) }
}

/// Roslyn's `EqualsValueClauseSyntax`; slots: equalsToken, value.
package struct EqualsValueClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.equalsValueClause]
  package var equalsToken: SyntaxToken { node.requiredToken(0) }
  package var value: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `ExpressionStatementSyntax`; slots: attributeLists, expression, semicolonToken.
package struct ExpressionStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.expressionStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var expression: SyntaxNode { node.requiredNode(1) }
  package var semicolonToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `EmptyStatementSyntax`; slots: attributeLists, semicolonToken.
package struct EmptyStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.emptyStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var semicolonToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `LabeledStatementSyntax`; slots: attributeLists, identifier, colonToken, statement.
package struct LabeledStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.labeledStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var identifier: SyntaxToken { node.requiredToken(1) }
  package var colonToken: SyntaxToken { node.requiredToken(2) }
  package var statement: SyntaxNode { node.requiredNode(3) }
}

/// Roslyn's `GotoStatementSyntax`; slots: attributeLists, gotoKeyword, caseOrDefaultKeyword, expression,
/// semicolonToken.
package struct GotoStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.gotoStatement, .gotoCaseStatement, .gotoDefaultStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var gotoKeyword: SyntaxToken { node.requiredToken(1) }
  package var caseOrDefaultKeyword: SyntaxToken? { node.optionalToken(2) }
  package var expression: SyntaxNode? { node.optionalNode(3) }
  package var semicolonToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `BreakStatementSyntax`; slots: attributeLists, breakKeyword, identifier, semicolonToken.
package struct BreakStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.breakStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var breakKeyword: SyntaxToken { node.requiredToken(1) }
  package var identifier: SyntaxNode? { node.optionalNode(2) }
  package var semicolonToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `ContinueStatementSyntax`; slots: attributeLists, continueKeyword, identifier, semicolonToken.
package struct ContinueStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.continueStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var continueKeyword: SyntaxToken { node.requiredToken(1) }
  package var identifier: SyntaxNode? { node.optionalNode(2) }
  package var semicolonToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `ReturnStatementSyntax`; slots: attributeLists, returnKeyword, expression, semicolonToken.
package struct ReturnStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.returnStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var returnKeyword: SyntaxToken { node.requiredToken(1) }
  package var expression: SyntaxNode? { node.optionalNode(2) }
  package var semicolonToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `ThrowStatementSyntax`; slots: attributeLists, throwKeyword, expression, semicolonToken.
package struct ThrowStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.throwStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var throwKeyword: SyntaxToken { node.requiredToken(1) }
  package var expression: SyntaxNode? { node.optionalNode(2) }
  package var semicolonToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `YieldStatementSyntax`; slots: attributeLists, yieldKeyword, returnOrBreakKeyword, expression,
/// semicolonToken.
package struct YieldStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.yieldReturnStatement, .yieldBreakStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var yieldKeyword: SyntaxToken { node.requiredToken(1) }
  package var returnOrBreakKeyword: SyntaxToken { node.requiredToken(2) }
  package var expression: SyntaxNode? { node.optionalNode(3) }
  package var semicolonToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `WhileStatementSyntax`; slots: attributeLists, whileKeyword, openParenToken, condition, closeParenToken,
/// statement.
package struct WhileStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.whileStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var whileKeyword: SyntaxToken { node.requiredToken(1) }
  package var openParenToken: SyntaxToken { node.requiredToken(2) }
  package var condition: SyntaxNode { node.requiredNode(3) }
  package var closeParenToken: SyntaxToken { node.requiredToken(4) }
  package var statement: SyntaxNode { node.requiredNode(5) }
}

/// Roslyn's `DoStatementSyntax`; slots: attributeLists, doKeyword, statement, whileKeyword, openParenToken,
/// condition, closeParenToken, semicolonToken.
package struct DoStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.doStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var doKeyword: SyntaxToken { node.requiredToken(1) }
  package var statement: SyntaxNode { node.requiredNode(2) }
  package var whileKeyword: SyntaxToken { node.requiredToken(3) }
  package var openParenToken: SyntaxToken { node.requiredToken(4) }
  package var condition: SyntaxNode { node.requiredNode(5) }
  package var closeParenToken: SyntaxToken { node.requiredToken(6) }
  package var semicolonToken: SyntaxToken { node.requiredToken(7) }
}

/// Roslyn's `ForStatementSyntax`; slots: attributeLists, forKeyword, openParenToken, declaration, initializers,
/// firstSemicolonToken, condition, secondSemicolonToken, incrementors, closeParenToken, statement.
package struct ForStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.forStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var forKeyword: SyntaxToken { node.requiredToken(1) }
  package var openParenToken: SyntaxToken { node.requiredToken(2) }
  package var declaration: SyntaxNode? { node.optionalNode(3) }
  /// Without the separators.
  package var initializers: SyntaxNodeList { node.nodeList(4) }
  package var firstSemicolonToken: SyntaxToken { node.requiredToken(5) }
  package var condition: SyntaxNode? { node.optionalNode(6) }
  package var secondSemicolonToken: SyntaxToken { node.requiredToken(7) }
  /// Without the separators.
  package var incrementors: SyntaxNodeList { node.nodeList(8) }
  package var closeParenToken: SyntaxToken { node.requiredToken(9) }
  package var statement: SyntaxNode { node.requiredNode(10) }
}

/// Roslyn's `ForEachStatementSyntax`; slots: attributeLists, awaitKeyword, forEachKeyword, openParenToken, type,
/// identifier, inKeyword, expression, closeParenToken, statement.
package struct ForEachStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.forEachStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var awaitKeyword: SyntaxToken? { node.optionalToken(1) }
  package var forEachKeyword: SyntaxToken { node.requiredToken(2) }
  package var openParenToken: SyntaxToken { node.requiredToken(3) }
  package var type: SyntaxNode { node.requiredNode(4) }
  package var identifier: SyntaxToken { node.requiredToken(5) }
  package var inKeyword: SyntaxToken { node.requiredToken(6) }
  package var expression: SyntaxNode { node.requiredNode(7) }
  package var closeParenToken: SyntaxToken { node.requiredToken(8) }
  package var statement: SyntaxNode { node.requiredNode(9) }
}

/// Roslyn's `ForEachVariableStatementSyntax`; slots: attributeLists, awaitKeyword, forEachKeyword, openParenToken,
/// variable, inKeyword, expression, closeParenToken, statement.
package struct ForEachVariableStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.forEachVariableStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var awaitKeyword: SyntaxToken? { node.optionalToken(1) }
  package var forEachKeyword: SyntaxToken { node.requiredToken(2) }
  package var openParenToken: SyntaxToken { node.requiredToken(3) }
  package var variable: SyntaxNode { node.requiredNode(4) }
  package var inKeyword: SyntaxToken { node.requiredToken(5) }
  package var expression: SyntaxNode { node.requiredNode(6) }
  package var closeParenToken: SyntaxToken { node.requiredToken(7) }
  package var statement: SyntaxNode { node.requiredNode(8) }
}

/// Roslyn's `UsingStatementSyntax`; slots: attributeLists, awaitKeyword, usingKeyword, openParenToken, declaration,
/// expression, closeParenToken, statement.
package struct UsingStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.usingStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var awaitKeyword: SyntaxToken? { node.optionalToken(1) }
  package var usingKeyword: SyntaxToken { node.requiredToken(2) }
  package var openParenToken: SyntaxToken { node.requiredToken(3) }
  package var declaration: SyntaxNode? { node.optionalNode(4) }
  package var expression: SyntaxNode? { node.optionalNode(5) }
  package var closeParenToken: SyntaxToken { node.requiredToken(6) }
  package var statement: SyntaxNode { node.requiredNode(7) }
}

/// Roslyn's `FixedStatementSyntax`; slots: attributeLists, fixedKeyword, openParenToken, declaration,
/// closeParenToken, statement.
package struct FixedStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.fixedStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var fixedKeyword: SyntaxToken { node.requiredToken(1) }
  package var openParenToken: SyntaxToken { node.requiredToken(2) }
  package var declaration: SyntaxNode { node.requiredNode(3) }
  package var closeParenToken: SyntaxToken { node.requiredToken(4) }
  package var statement: SyntaxNode { node.requiredNode(5) }
}

/// Roslyn's `CheckedStatementSyntax`; slots: attributeLists, keyword, block.
package struct CheckedStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.checkedStatement, .uncheckedStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var keyword: SyntaxToken { node.requiredToken(1) }
  package var block: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `UnsafeStatementSyntax`; slots: attributeLists, unsafeKeyword, block.
package struct UnsafeStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.unsafeStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var unsafeKeyword: SyntaxToken { node.requiredToken(1) }
  package var block: SyntaxNode { node.requiredNode(2) }
}

/// Roslyn's `LockStatementSyntax`; slots: attributeLists, lockKeyword, openParenToken, expression, closeParenToken,
/// statement.
package struct LockStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.lockStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var lockKeyword: SyntaxToken { node.requiredToken(1) }
  package var openParenToken: SyntaxToken { node.requiredToken(2) }
  package var expression: SyntaxNode { node.requiredNode(3) }
  package var closeParenToken: SyntaxToken { node.requiredToken(4) }
  package var statement: SyntaxNode { node.requiredNode(5) }
}

/// Roslyn's `IfStatementSyntax`; slots: attributeLists, ifKeyword, openParenToken, condition, closeParenToken,
/// statement, elseClause.
package struct IfStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.ifStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var ifKeyword: SyntaxToken { node.requiredToken(1) }
  package var openParenToken: SyntaxToken { node.requiredToken(2) }
  package var condition: SyntaxNode { node.requiredNode(3) }
  package var closeParenToken: SyntaxToken { node.requiredToken(4) }
  package var statement: SyntaxNode { node.requiredNode(5) }
  package var elseClause: SyntaxNode? { node.optionalNode(6) }
}

/// Roslyn's `ElseClauseSyntax`; slots: elseKeyword, statement.
package struct ElseClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.elseClause]
  package var elseKeyword: SyntaxToken { node.requiredToken(0) }
  package var statement: SyntaxNode { node.requiredNode(1) }
}

/// Roslyn's `SwitchStatementSyntax`; slots: attributeLists, switchKeyword, openParenToken, expression,
/// closeParenToken, openBraceToken, sections, closeBraceToken.
package struct SwitchStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.switchStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var switchKeyword: SyntaxToken { node.requiredToken(1) }
  package var openParenToken: SyntaxToken? { node.optionalToken(2) }
  package var expression: SyntaxNode { node.requiredNode(3) }
  package var closeParenToken: SyntaxToken? { node.optionalToken(4) }
  package var openBraceToken: SyntaxToken { node.requiredToken(5) }
  package var sections: SyntaxNodeList { node.nodeList(6) }
  package var closeBraceToken: SyntaxToken { node.requiredToken(7) }
}

/// Roslyn's `SwitchSectionSyntax`; slots: labels, statements.
package struct SwitchSectionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.switchSection]
  package var labels: SyntaxNodeList { node.nodeList(0) }
  package var statements: SyntaxNodeList { node.nodeList(1) }
}

/// Roslyn's `CasePatternSwitchLabelSyntax`; slots: keyword, pattern, whenClause, colonToken.
package struct CasePatternSwitchLabelSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.casePatternSwitchLabel]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var pattern: SyntaxNode { node.requiredNode(1) }
  package var whenClause: SyntaxNode? { node.optionalNode(2) }
  package var colonToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `CaseSwitchLabelSyntax`; slots: keyword, value, colonToken.
package struct CaseSwitchLabelSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.caseSwitchLabel]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var value: SyntaxNode { node.requiredNode(1) }
  package var colonToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `DefaultSwitchLabelSyntax`; slots: keyword, colonToken.
package struct DefaultSwitchLabelSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.defaultSwitchLabel]
  package var keyword: SyntaxToken { node.requiredToken(0) }
  package var colonToken: SyntaxToken { node.requiredToken(1) }
}

/// Roslyn's `TryStatementSyntax`; slots: attributeLists, tryKeyword, block, catches, finallyClause.
package struct TryStatementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.tryStatement]
  package var attributeLists: SyntaxNodeList { node.nodeList(0) }
  package var tryKeyword: SyntaxToken { node.requiredToken(1) }
  package var block: SyntaxNode { node.requiredNode(2) }
  package var catches: SyntaxNodeList { node.nodeList(3) }
  package var finallyClause: SyntaxNode? { node.optionalNode(4) }
}

/// Roslyn's `CatchClauseSyntax`; slots: catchKeyword, declaration, filter, block.
package struct CatchClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.catchClause]
  package var catchKeyword: SyntaxToken { node.requiredToken(0) }
  package var declaration: SyntaxNode? { node.optionalNode(1) }
  package var filter: SyntaxNode? { node.optionalNode(2) }
  package var block: SyntaxNode { node.requiredNode(3) }
}

/// Roslyn's `CatchDeclarationSyntax`; slots: openParenToken, type, identifier, closeParenToken.
package struct CatchDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.catchDeclaration]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  package var type: SyntaxNode { node.requiredNode(1) }
  package var identifier: SyntaxToken? { node.optionalToken(2) }
  package var closeParenToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `CatchFilterClauseSyntax`; slots: whenKeyword, openParenToken, filterExpression, closeParenToken.
package struct CatchFilterClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.catchFilterClause]
  package var whenKeyword: SyntaxToken { node.requiredToken(0) }
  package var openParenToken: SyntaxToken { node.requiredToken(1) }
  package var filterExpression: SyntaxNode { node.requiredNode(2) }
  package var closeParenToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `FinallyClauseSyntax`; slots: finallyKeyword, block.
package struct FinallyClauseSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.finallyClause]
  package var finallyKeyword: SyntaxToken { node.requiredToken(0) }
  package var block: SyntaxNode { node.requiredNode(1) }
}
