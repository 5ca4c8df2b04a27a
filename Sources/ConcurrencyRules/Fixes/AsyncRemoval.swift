import CSharpSemantics
import CSharpSyntax

/// Removes `async` from a function that awaits nothing any more, and keeps its task (T3a).
struct AsyncRemoval {
  private let function: FunctionSyntax
  private let context: RuleContext
  private let returnType: SyntaxNode
  private let form: Form

  private enum Form {
    case task
    case taskOf(String, TypeSymbol?)
    case valueTask
    case valueTaskOf(String, TypeSymbol?)
    case void
  }

  /// `nil` for functions whose form this does not handle: lambdas, iterators, other builder types, the top-level program.
  init?(function: FunctionSyntax?, context: RuleContext) {
    guard let function, function.isAsync, function.kind == .method || function.kind == .localFunction,
      function.body != nil
    else { return nil }
    self.function = function
    self.context = context
    returnType = function.node.requiredNode(2)
    let name = simpleName(of: AsyncRemoval.unqualified(returnType))
    let argument = TypeArgumentListSyntax(GenericNameSyntax(name)?.typeArgumentList)?.arguments.single
    let result = argument.flatMap { context.model.type(of: $0).type }
    switch (name?.requiredToken(0).text ?? returnType.text, argument) {
    case ("Task", nil): form = .task
    case ("Task", let argument?): form = .taskOf(argument.text, result)
    case ("ValueTask", nil): form = .valueTask
    case ("ValueTask", let argument?): form = .valueTaskOf(argument.text, result)
    case ("void", nil): form = .void
    default: return nil
    }
  }

  private static func unqualified(_ type: SyntaxNode) -> SyntaxNode {
    type.kind == .qualifiedName ? type.requiredNode(2) : type
  }

  /// The edits, together with those that remove the last await.
  ///
  /// - Returns: `nil` if the function has another `await` of its own, or yields.
  func edits(withoutAwait awaiting: SyntaxNode, beside edits: [TextEdit]) -> [TextEdit]? {
    guard let body = function.body, !hasOtherAwait(than: awaiting, in: body),
      let modifier = function.modifiers.first(.asyncKeyword)
    else { return nil }
    let removal = TextRange(start: modifier.range.start, end: modifier.next?.range.start ?? modifier.range.end)
    guard context.tree.comments(in: modifier.trailingTrivia + (modifier.next?.leadingTrivia ?? []))?.isEmpty == true
    else {
      return nil
    }
    var all = edits + [TextEdit(range: removal, newText: "")]
    if BlockSyntax(body) != nil {
      all += returns(in: body)
      if let end = reachableEnd(of: body, removed: edits) { all.append(end) }
    } else {
      guard let wrapped = expressionBody(body, awaiting: awaiting) else { return nil }
      all += wrapped
    }
    return AsyncRemoval.ordered(all)
  }

  /// Ascending by place; insertions before what they precede.
  private static func ordered(_ edits: [TextEdit]) -> [TextEdit] {
    edits.enumerated().sorted { a, b in
      let (first, second) = (a.element.range, b.element.range)
      if first.start != second.start { return first.start < second.start }
      if first.isEmpty != second.isEmpty { return first.isEmpty }
      return a.offset < b.offset
    }.map(\.element)
  }

  private func own(in body: SyntaxNode, _ visit: (SyntaxNode) -> Void) {
    body.walk { node in
      if node != body, FunctionSyntax(declaredBy: node) != nil { return false }
      visit(node)
      return true
    }
  }

  private func hasOtherAwait(than awaiting: SyntaxNode, in body: SyntaxNode) -> Bool {
    var found = false
    own(in: body) { node in
      switch node.kind {
      case .awaitExpression: if node != awaiting { found = true }
      case .yieldReturnStatement, .yieldBreakStatement: found = true
      case .forEachStatement, .forEachVariableStatement, .usingStatement, .localDeclarationStatement:
        if node.optionalToken(1)?.kind == .awaitKeyword { found = true }
      default: break
      }
    }
    return found
  }

  private func returns(in body: SyntaxNode) -> [TextEdit] {
    var edits: [TextEdit] = []
    own(in: body) { node in
      guard let statement = ReturnStatementSyntax(node) else { return }
      if let value = statement.expression {
        edits += wrap(value)
      } else if let completed = completedTask {
        let end = statement.returnKeyword.range.end
        edits.append(TextEdit(range: TextRange(start: end, end: end), newText: " " + completed))
      }
    }
    return edits
  }

  /// Text before and after a returned value.
  private func wrap(_ value: SyntaxNode) -> [TextEdit] {
    let before: String
    switch form {
    case .taskOf(let written, let type):
      before = "Task.FromResult" + (needsTypeArgument(value, type) ? "<" + written + ">" : "") + "("
    case .valueTaskOf(let written, _): before = "new ValueTask<" + written + ">("
    case .task, .valueTask, .void: return []
    }
    return [
      TextEdit(range: TextRange(start: value.range.start, end: value.range.start), newText: before),
      TextEdit(range: TextRange(start: value.range.end, end: value.range.end), newText: ")"),
    ]
  }

  private func needsTypeArgument(_ value: SyntaxNode, _ type: TypeSymbol?) -> Bool {
    guard let own = context.model.type(of: value).type, let type, !own.containsErrorType, !type.containsErrorType else {
      return value.kind == .nullLiteralExpression || value.kind == .defaultLiteralExpression
        || value.kind == .implicitObjectCreationExpression
    }
    return !own.isIdentical(to: type)
  }

  private var completedTask: String? {
    switch form {
    case .task: "Task.CompletedTask"
    case .valueTask: "default"
    case .taskOf, .valueTaskOf, .void: nil
    }
  }

  /// `return Task.CompletedTask;` where control may reach the end of the body.
  private func reachableEnd(of body: SyntaxNode, removed: [TextEdit]) -> TextEdit? {
    guard let completed = completedTask, let block = BlockSyntax(body) else { return nil }
    let last = block.statements.last
    if let last, last.kind == .returnStatement || last.kind == .throwStatement { return nil }
    let close = block.closeBraceToken.range.start
    let lineEnd = context.tree.lineEnd
    guard let indentation = context.tree.indentation(before: close) else {
      return TextEdit(range: TextRange(start: close, end: close), newText: "return \(completed); ")
    }
    let inner = last.flatMap { context.tree.indentation(before: $0.range.start) } ?? indentation + "    "
    let start = ByteOffset(close.value - UInt32(min(indentation.utf8.count, Int(close.value))))
    return TextEdit(range: TextRange(start: start, end: start), newText: inner + "return \(completed);" + lineEnd)
  }

  /// `=> v` gets a task around `v`; `=> F()` without a value becomes a block.
  private func expressionBody(_ body: SyntaxNode, awaiting: SyntaxNode) -> [TextEdit]? {
    switch form {
    case .taskOf, .valueTaskOf: return wrap(body)
    case .void: return []
    case .task, .valueTask:
      guard let completed = completedTask, let clause = body.parent, clause.kind == .arrowExpressionClause,
        function.node.lastToken.kind == .semicolonToken, let arrow = ArrowExpressionClauseSyntax(clause)?.arrowToken
      else { return nil }
      return [
        TextEdit(range: arrow.range, newText: "{"),
        TextEdit(range: function.node.lastToken.range, newText: "; return \(completed); }"),
      ]
    }
  }
}
