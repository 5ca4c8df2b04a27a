import CSharpSemantics
import CSharpSyntax

/// Edits that state `ConfigureAwait`.
struct ConfigureAwaitFixes {
  let context: RuleContext

  /// What an `await using` disposes of.
  enum Disposal {
    case expression(SyntaxNode)
    /// The variable of an `await using (var a = v) …`.
    case statement(SyntaxNode)
    /// That of an `await using var a = v;`.
    case declaration(SyntaxNode)
  }

  /// `.ConfigureAwait(value)` behind an expression.
  static func appending(_ value: String, to expression: SyntaxNode) -> [TextEdit]? {
    let call = ".ConfigureAwait(\(value))"
    let range = expression.range
    if AwaitInsertion.needsParentheses(expression, isReceiver: true) {
      return [.insertion("(", at: range.start), .insertion(")" + call, at: range.end)]
    }
    return [.insertion(lineBreak(before: expression) + call, at: range.end)]
  }

  /// A chain whose last dot begins a line goes on so.
  private static func lineBreak(before expression: SyntaxNode) -> String {
    guard expression.kind == .invocationExpression, expression.requiredNode(0).kind == .simpleMemberAccessExpression
    else { return "" }
    let dot = expression.requiredNode(0).requiredToken(1)
    guard let indentation = expression.tree.indentation(before: dot.range.start) else { return "" }
    return expression.tree.lineEnd + indentation
  }

  func disposal(_ form: Disposal, of statement: SyntaxNode, _ value: String) -> [TextEdit]? {
    switch form {
    case .expression(let expression): return ConfigureAwaitFixes.appending(value, to: expression)
    case .declaration(let declaration): return declared(declaration, of: statement, value)
    case .statement(let declaration): return stated(declaration, of: statement, value)
    }
  }

  /// `await using var a = v;` becomes `var a = v;` and `await using var _a = a.ConfigureAwait(false);`.
  private func declared(_ declaration: SyntaxNode, of statement: SyntaxNode, _ value: String) -> [TextEdit]? {
    guard let names = variableNames(declaration), let comments = context.tree.comments(inside: statement),
      !comments.contains(where: { $0.range.start < declaration.range.start }), !statement.siblingStatements.isEmpty
    else { return nil }
    let indentation = context.tree.indentation(before: statement.range.start)
    let separator = indentation.map { context.tree.lineEnd + $0 } ?? " "
    let configured = names.map { name in
      let free = LocalName(context: context).free("_" + name, at: statement)
      return separator + "await using var \(free) = \(name).ConfigureAwait(\(value));"
    }
    return [
      .deletion(TextRange(start: statement.range.start, end: declaration.range.start)),
      .insertion(configured.joined(), at: statement.range.end),
    ]
  }

  /// `await using (var a = v) …` becomes `var a = v;` and `await using (a.ConfigureAwait(false)) …`.
  private func stated(_ declaration: SyntaxNode, of statement: SyntaxNode, _ value: String) -> [TextEdit]? {
    guard let names = variableNames(declaration), names.count == 1, let name = names.first,
      let using = UsingStatementSyntax(statement),
      let comments = context.tree.comments(inside: statement),
      !comments.contains(where: { $0.range.start < using.closeParenToken.range.start })
    else { return nil }
    let tree = context.tree
    let indentation = tree.indentation(before: statement.range.start)
    let head = "await using (\(name).ConfigureAwait(\(value)))"
    let headRange = TextRange(start: statement.range.start, end: using.closeParenToken.range.end)
    let separator = indentation.map { tree.lineEnd + $0 } ?? " "
    if !statement.siblingStatements.isEmpty, !isUsedElsewhere(name, than: statement) {
      return [TextEdit(range: headRange, newText: declaration.text + ";" + separator + head)]
    }
    // A block of its own keeps the variable where it was.
    guard let indentation, !Indentation.isFixed(statement) else {
      return [
        TextEdit(range: headRange, newText: "{ " + declaration.text + "; " + head),
        .insertion(" }", at: statement.range.end),
      ]
    }
    let inner = BlockLayout(at: statement, settings: context.settings).inner
    let unit = String(inner.dropFirst(indentation.count))
    let body = tree.text(TextRange(start: using.closeParenToken.range.end, end: statement.range.end))
    let text =
      "{" + tree.lineEnd + inner + declaration.text + ";" + tree.lineEnd + inner + head
      + Indentation.shifted(body, by: unit)
      + tree.lineEnd + indentation + "}"
    return [TextEdit(range: statement.range, newText: text)]
  }

  private func variableNames(_ declaration: SyntaxNode) -> [String]? {
    let names = declaration.nodeList(1).map { $0.requiredToken(0).text }
    return names.isEmpty || declaration.kind != .variableDeclaration ? nil : names
  }

  /// Whether the name is used in the member outside of the statement: a wider scope would clash with it.
  private func isUsedElsewhere(_ name: String, than statement: SyntaxNode) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: statement) else { return true }
    var token: SyntaxToken? = member.firstToken
    let last = member.lastToken
    while let current = token {
      if current.kind == .identifierToken, current.text == name, !statement.range.contains(current.range) {
        return true
      }
      token = current == last ? nil : current.next
    }
    return false
  }
}
