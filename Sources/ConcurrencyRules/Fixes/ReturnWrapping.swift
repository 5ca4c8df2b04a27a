import CSharpSemantics
import CSharpSyntax

/// The returns of a function without `async` that returns a task from now on: plain values are put into completed ones.
struct ReturnWrapping {
  let function: FunctionSyntax
  let context: RuleContext
  let form: Form

  enum Form {
    /// `Task`; the name as it is written at the place.
    case task(String)
    /// `Task<T>`: its name, `T` as written, and the type if it is known.
    case taskOf(String, String, TypeSymbol?)
    case valueTask
    case valueTaskOf(String, String, TypeSymbol?)
    case void
  }

  private var tree: SyntaxTree { context.tree }

  /// - Parameter removing: edits that are made besides, for what is inserted where they insert or delete.
  /// - Returns: `nil` where it can't be done.
  func edits(removing: [TextEdit] = []) -> [TextEdit]? {
    guard let body = function.body else { return nil }
    guard let block = BlockSyntax(body) else { return expressionBody(body) }
    var edits: [TextEdit] = []
    function.walkOwn { node in
      guard let statement = ReturnStatementSyntax(node) else { return true }
      if let value = statement.expression {
        edits += wrap(value)
      } else if let completed {
        edits.append(.insertion(" " + completed, at: statement.returnKeyword.range.end))
      }
      return true
    }
    if let completed, canReachEnd(of: body) { edits.append(end(of: block, completed)) }
    return edits
  }

  /// The completed task without a result.
  private var completed: String? {
    switch form {
    case .task(let name): name + ".CompletedTask"
    case .valueTask: "default"
    case .taskOf, .valueTaskOf, .void: nil
    }
  }

  /// Text before and after a returned value.
  private func wrap(_ value: SyntaxNode) -> [TextEdit] {
    if value.withoutParentheses.kind == .throwExpression { return [] }
    let before: String
    switch form {
    case .taskOf(let name, let written, let type):
      before = name + ".FromResult" + (needsTypeArgument(value, type) ? "<" + written + ">" : "") + "("
    case .valueTaskOf(let name, let written, _): before = "new " + name + "<" + written + ">("
    case .task, .valueTask, .void: return []
    }
    return [.insertion(before, at: value.range.start), .insertion(")", at: value.range.end)]
  }

  private func needsTypeArgument(_ value: SyntaxNode, _ type: TypeSymbol?) -> Bool {
    guard let own = context.model.type(of: value).type, let type, !own.containsErrorType, !type.containsErrorType else {
      switch value.withoutParentheses.kind {
      case .invocationExpression, .identifierName, .simpleMemberAccessExpression, .objectCreationExpression,
        .elementAccessExpression:
        return false
      default: return true
      }
    }
    return !own.isIdentical(to: type)
  }

  private func end(of block: BlockSyntax, _ completed: String) -> TextEdit {
    let close = block.closeBraceToken.range.start
    guard let indentation = tree.indentation(before: close) else {
      // `{ F(); }` on one line.
      let needsBlank = close.value > 0 && tree.slice(TextRange(close.value - 1, close.value)).first != 0x20
      return .insertion((needsBlank ? " " : "") + "return \(completed); ", at: close)
    }
    let last = block.statements.last
    let inner =
      last.flatMap { tree.indentation(before: $0.range.start) } ?? indentation + tree.indentationUnit
    let start = ByteOffset(close.value - UInt32(min(indentation.utf8.count, Int(close.value))))
    return .insertion(inner + "return \(completed);" + tree.lineEnd, at: start)
  }

  /// `=> v` gets a task around `v`; `=> F()` without a value becomes a block.
  private func expressionBody(_ body: SyntaxNode) -> [TextEdit]? {
    if body.withoutParentheses.kind == .throwExpression { return [] }
    switch form {
    case .taskOf, .valueTaskOf: return wrap(body)
    case .void: return []
    case .task, .valueTask:
      guard let completed else { return nil }
      return BlockBody(insteadOf: body)?.edits(after: "; return \(completed);")
    }
  }

  // MARK: Reachability

  /// Whether control can leave a statement at its end, as the language decides it but for constants in conditions.
  private func canReachEnd(of statement: SyntaxNode) -> Bool {
    switch statement.kind {
    case .returnStatement, .throwStatement, .breakStatement, .continueStatement, .gotoStatement, .gotoCaseStatement,
      .gotoDefaultStatement:
      return false
    case .block:
      return !statement.nodeList(2).contains { $0.kind != .localFunctionStatement && !canReachEnd(of: $0) }
    case .ifStatement:
      guard let view = IfStatementSyntax(statement), let other = ElseClauseSyntax(view.elseClause) else { return true }
      return canReachEnd(of: view.statement) || canReachEnd(of: other.statement)
    case .whileStatement:
      return WhileStatementSyntax(statement)?.condition.withoutParentheses.kind != .trueLiteralExpression
        || hasBreak(statement)
    case .forStatement:
      return ForStatementSyntax(statement)?.condition != nil || hasBreak(statement)
    case .doStatement:
      return DoStatementSyntax(statement)?.condition.withoutParentheses.kind != .trueLiteralExpression
        || hasBreak(statement)
    case .usingStatement: return canReachEnd(of: statement.requiredNode(7))
    case .lockStatement, .fixedStatement: return canReachEnd(of: statement.requiredNode(5))
    case .checkedStatement, .uncheckedStatement, .unsafeStatement: return canReachEnd(of: statement.requiredNode(2))
    case .labeledStatement: return canReachEnd(of: statement.requiredNode(3))
    case .tryStatement:
      guard let view = TryStatementSyntax(statement) else { return true }
      if let finally = FinallyClauseSyntax(view.finallyClause), !canReachEnd(of: finally.block) { return false }
      return canReachEnd(of: view.block)
        || view.catches.contains { CatchClauseSyntax($0).map { canReachEnd(of: $0.block) } ?? true }
    case .switchStatement:
      guard let view = SwitchStatementSyntax(statement) else { return true }
      let hasDefault = view.sections.contains { $0.nodeList(0).contains { $0.kind == .defaultSwitchLabel } }
      return !hasDefault || hasBreak(statement)
    default: return true
    }
  }

  /// Whether a `break` leaves this statement.
  private func hasBreak(_ statement: SyntaxNode) -> Bool {
    var found = false
    statement.walk { node in
      if found || FunctionSyntax(declaredBy: node) != nil { return false }
      if node != statement, node.kind.isLoop || node.kind == .switchStatement { return false }
      if node.kind == .breakStatement { found = true }
      return true
    }
    return found
  }
}

extension SyntaxTree {
  /// One step of indentation, as the file has it: four blanks where nothing is indented.
  var indentationUnit: String {
    var unit: String?
    root.walk { node in
      guard unit == nil else { return false }
      if node.kind == .block, let first = node.nodeList(2).first, let close = BlockSyntax(node)?.closeBraceToken,
        let inner = indentation(before: first.range.start), let outer = indentation(before: close.range.start),
        inner.hasPrefix(outer), inner.utf8.count > outer.utf8.count
      {
        unit = String(inner.dropFirst(outer.count))
      }
      return true
    }
    return unit ?? "    "
  }
}
