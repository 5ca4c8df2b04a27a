import CSharpSemantics
import CSharpSyntax

/// AW404: a test of the token and a thrown exception where `ThrowIfCancellationRequested` does both.
package enum CheckAndThrow: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.ifStatement, .conditionalExpression]

  private static let exception = "System.OperationCanceledException"

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    if let statement = IfStatementSyntax(node) {
      check(statement, in: context)
    } else if let conditional = ConditionalExpressionSyntax(node) {
      check(conditional, in: context)
    }
  }

  private static func check(_ statement: IfStatementSyntax, in context: RuleContext) {
    guard let test = test(statement.condition) else { return }
    let otherwise = ElseClauseSyntax(statement.elseClause)?.statement
    guard let branch = test.isNegated ? otherwise : statement.statement,
      let thrown = thrownException(of: branch), isMatch(test.token, thrown, in: context)
    else { return }
    let rest = test.isNegated ? statement.statement : otherwise
    let range = TextRange(start: statement.ifKeyword.range.start, end: statement.closeParenToken.range.end)
    report(at: range, place: statement.node, token: test.token, in: context) {
      CheckAndThrowFix(statement: statement, branch: branch, rest: rest, token: test.token).edits
    }
  }

  /// `_ = token.IsCancellationRequested ? throw … : 0;`
  private static func check(_ conditional: ConditionalExpressionSyntax, in context: RuleContext) {
    guard let test = test(conditional.condition), !test.isNegated,
      let thrown = ThrowExpressionSyntax(conditional.whenTrue.withoutParentheses)?.expression,
      conditional.whenFalse.kind.isLiteral,
      let assignment = conditional.node.outermostEquivalent.parent, assignment.kind == .simpleAssignmentExpression,
      assignment.requiredNode(0).text == "_", let statement = assignment.parent, statement.kind == .expressionStatement,
      context.model.isDiscard(assignment.requiredNode(0)), isMatch(test.token, thrown, in: context)
    else { return }
    report(at: conditional.condition.range, place: statement, token: test.token, in: context) {
      Replacement(
        of: statement, by: test.token.text + ".ThrowIfCancellationRequested();", keeping: [test.token.range]
      ).edits
    }
  }

  /// What a condition tests: exactly `x.IsCancellationRequested`, or its opposite.
  private static func test(_ condition: SyntaxNode) -> (token: SyntaxNode, isNegated: Bool)? {
    var isNegated = false
    var current = condition.withoutParentheses
    while true {
      switch current.kind {
      case .logicalNotExpression:
        isNegated.toggle()
        current = current.requiredNode(1).withoutParentheses
      case .equalsExpression:
        switch current.requiredNode(2).kind {
        case .trueLiteralExpression: break
        case .falseLiteralExpression: isNegated.toggle()
        default: return nil
        }
        current = current.requiredNode(0).withoutParentheses
      case .simpleMemberAccessExpression:
        guard current.requiredNode(2).text == "IsCancellationRequested" else { return nil }
        return (current.requiredNode(0), isNegated)
      default: return nil
      }
    }
  }

  /// The exception that a statement does nothing but throw.
  private static func thrownException(of statement: SyntaxNode) -> SyntaxNode? {
    var statement = statement
    while let block = BlockSyntax(statement) {
      guard let only = block.statements.single else { return nil }
      statement = only
    }
    return ThrowStatementSyntax(statement)?.expression
  }

  /// Whether the token is one, and the exception is the one that it would throw.
  private static func isMatch(_ token: SyntaxNode, _ thrown: SyntaxNode, in context: RuleContext) -> Bool {
    guard let creation = ObjectCreationExpressionSyntax(thrown.withoutParentheses), creation.initializer == nil,
      let access = token.parent,
      let property = context.model.symbol(of: access).symbol,
      property.containingType?.qualifiedName == TokenInScope.tokenType,
      context.model.type(of: creation.node).type?.qualifiedName == exception,
      let constructor = context.model.symbol(of: creation.node).symbol
    else { return false }
    let arguments = creation.argumentList.map { Array($0.nodeList(1)) } ?? []
    if arguments.isEmpty { return true }
    guard let argument = ArgumentSyntax(arguments[0]), arguments.count == 1,
      constructor.parameters.first?.type.qualifiedName == TokenInScope.tokenType
    else { return false }
    return isSameExpression(token, argument.expression, model: context.model)
  }

  private static func report(
    at range: TextRange, place: SyntaxNode, token: SyntaxNode, in context: RuleContext,
    edits: @escaping () -> [TextEdit]?
  ) {
    let shown = token.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    context.report(
      descriptor, at: range, place: place,
      message: "Use '\(shown).ThrowIfCancellationRequested()': it throws the same exception and keeps the token.",
      placeholders: [Placeholder("token", shown)]
    ) {
      edits().map {
        [
          Fix(
            title: "Use ThrowIfCancellationRequested", actionKey: "Use ThrowIfCancellationRequested", safety: .safe,
            isPreferred: true, edits: $0)
        ]
      } ?? []
    }
  }
}

extension SyntaxKind {
  fileprivate var isLiteral: Bool {
    switch self {
    case .numericLiteralExpression, .stringLiteralExpression, .characterLiteralExpression, .trueLiteralExpression,
      .falseLiteralExpression, .nullLiteralExpression, .defaultLiteralExpression, .defaultExpression:
      true
    default: false
    }
  }
}

/// Puts `token.ThrowIfCancellationRequested();` in the place of an `if`, followed by what its other branch does.
struct CheckAndThrowFix {
  let statement: IfStatementSyntax
  /// The branch that throws.
  let branch: SyntaxNode
  /// The other branch.
  let rest: SyntaxNode?
  let token: SyntaxNode

  private var tree: SyntaxTree { statement.node.tree }

  /// `nil` where a directive lies inside.
  var edits: [TextEdit]? {
    let call = token.text + ".ThrowIfCancellationRequested();"
    guard let rest else {
      return Replacement(of: statement.node, by: call, keeping: [token.range]).edits
    }
    guard let comments = tree.comments(inside: statement.node) else { return nil }
    let isListed = !statement.node.siblingStatements.isEmpty
    let indentation = tree.indentation(before: statement.node.range.start)
    let lineBreak = tree.lineEnd + (indentation ?? "")
    let body = isListed ? unwrapped(rest, indentation: indentation) : nil
    let kept = body?.kept ?? rest.range
    var text = ""
    for comment in comments where !token.range.contains(comment.range) && !kept.contains(comment.range) {
      text += tree.text(comment.range) + (comment.isLine || indentation != nil ? lineBreak : " ")
    }
    text += call + (indentation == nil ? " " : lineBreak) + (body?.text ?? rest.text)
    if !isListed {
      guard statement.node.parent?.kind != .elseClause || indentation == nil else { return nil }
      text = "{ " + text + " }"
    }
    return [TextEdit(range: statement.node.range, newText: text)]
  }

  /// The statements of a block without its braces, moved to the indentation of the `if`; `nil` where they must stay a
  /// block: names that it declares are used around it, or a line break belongs to a text.
  private func unwrapped(_ rest: SyntaxNode, indentation: String?) -> (text: String, kept: TextRange)? {
    guard let block = BlockSyntax(rest) else { return (rest.text, rest.range) }
    guard let first = block.statements.first, let last = block.statements.last else { return ("", rest.range) }
    guard !declaresUsedName(block), !Indentation.isFixed(rest) else { return nil }
    // From the first statement to the last, with the comments before and behind them.
    let start = block.openBraceToken.next?.leadingTriviaStart(orAfter: block.openBraceToken) ?? first.range.start
    let end = last.lastToken.trailingCommentEnd ?? last.range.end
    let range = TextRange(start: start, end: end)
    let text = tree.text(range)
    guard let indentation, let inner = tree.indentation(before: first.range.start), inner.hasPrefix(indentation) else {
      return (text, range)
    }
    return (Indentation.replaced(inner, by: indentation, in: text), range)
  }

  private func declaresUsedName(_ block: BlockSyntax) -> Bool {
    var names: Set<String> = []
    for statement in block.statements {
      switch statement.kind {
      case .localDeclarationStatement:
        for variable in statement.requiredNode(4).nodeList(1) { names.insert(variable.requiredToken(0).text) }
      case .localFunctionStatement: names.insert(statement.requiredToken(3).text)
      case .labeledStatement: return true
      default: break
      }
      statement.walk { node in
        if node.kind == .block { return false }
        if node.kind == .singleVariableDesignation { names.insert(node.requiredToken(0).text) }
        return true
      }
    }
    guard !names.isEmpty, let member = FunctionSyntax.owningMember(of: block.node) else { return false }
    var token: SyntaxToken? = member.firstToken
    let last = member.lastToken
    while let current = token {
      if current.kind == .identifierToken, names.contains(current.text), !block.node.range.contains(current.range) {
        return true
      }
      token = current == last ? nil : current.next
    }
    return false
  }
}

extension SyntaxToken {
  /// Where the comments before the token begin, or the token itself.
  fileprivate func leadingTriviaStart(orAfter previous: SyntaxToken) -> ByteOffset {
    let trivia = previous.trailingTrivia + leadingTrivia
    let comment = trivia.first {
      $0.kind != .whitespaceTrivia && $0.kind != .endOfLineTrivia
    }
    return comment?.range.start ?? range.start
  }

  /// Where the last comment behind the token on its line ends.
  fileprivate var trailingCommentEnd: ByteOffset? {
    trailingTrivia.last { $0.kind != .whitespaceTrivia && $0.kind != .endOfLineTrivia }?.range.end
  }
}
