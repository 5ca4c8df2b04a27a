import CSharpSemantics
import CSharpSyntax

/// What can be done about a dropped task (AW301, AW302).
struct DroppedCallFixes {
  let call: DroppedCall
  let callee: String
  let context: RuleContext
  /// Whether the call's meaning is known, not judged by its name.
  var isBound = true

  static let compilerNote = " (The compiler reports CS4014 here.)"

  /// "Await": the call in an `await` of its own, with what that asks of its function.
  func awaiting(isPreferred: Bool) -> [Fix] {
    guard let edits = awaitEdits() else { return [] }
    return makeAsync(title: "Await '\(callee)'", isPreferred: isPreferred, edits: edits)
  }

  private func makeAsync(title: String, isPreferred: Bool, edits: [TextEdit]) -> [Fix] {
    MakeAsync(context: context).fixes(
      for: AwaitSite(
        call.whole, title: title, actionKey: "Await", safety: isBound ? .safe : .unsafe, isPreferred: isPreferred,
        edits: edits))
  }

  private func awaitEdits() -> [TextEdit]? {
    guard context.isAwaitInsertable(call.whole), !beginsForStatement else { return nil }
    if call.isConditional {
      // A discarded one has no statement of its own that could become an `if`.
      let suffix = AwaitConfiguration(context: context).suffix(at: call.whole, awaiting: call.method?.returnType)
      return NullTest(call.whole, in: context, suffix: call.isConfigured ? "" : suffix)?.edits
    }
    guard let edits = AwaitInsertion(awaiting: call.whole, in: context)?.edits else { return nil }
    guard let assignment = AssignmentExpressionSyntax(call.whole.parent), assignment.right == call.whole else {
      return edits
    }
    // `_ = F()`: the discard goes.
    let discard = TextRange(start: assignment.range.start, end: call.whole.range.start)
    return [TextEdit(range: discard, newText: "")] + edits
  }

  /// To the compiler `for (await F(); …)` declares something of a type `await`.
  private var beginsForStatement: Bool {
    guard let loop = ForStatementSyntax(call.whole.parent) else { return false }
    return loop.initializers.first == call.whole
  }

  // MARK: Return

  /// "Return the task": the call is the last thing that a task-returning function does before it returns a completed
  /// task.
  func returning() -> [Fix] {
    guard !call.isConditional, !call.isConfigured, let statement = call.whole.parent,
      statement.kind == .expressionStatement, let function = FunctionSyntax.nearest(to: call.whole), !function.isAsync,
      let block = function.body, block.kind == .block, statement.parent == block,
      let last = ReturnStatementSyntax(statement.followingStatement), last.node == block.nodeList(2).last,
      let value = last.expression, isCompletedTask(value), hasNoResource(block, before: statement),
      let returned = context.model.type(of: call.invocation).type,
      let wanted = context.model.returnType(of: function), convertsWithoutHarm(returned, to: wanted),
      let removal = StatementRemoval(last.node)
    else { return [] }
    let start = statement.range.start
    return [
      Fix(
        title: "Return the task", actionKey: "Return the task", safety: .safe, isPreferred: false,
        edits: [TextEdit(range: TextRange(start: start, end: start), newText: "return "), removal.edit])
    ]
  }

  private func isCompletedTask(_ value: SyntaxNode) -> Bool {
    let value = value.withoutParentheses
    guard let symbol = context.model.symbol(of: value).symbol, symbol.name == "CompletedTask" else {
      return value.kind == .defaultLiteralExpression || value.kind == .defaultExpression
    }
    let owner = symbol.containingType?.qualifiedName
    return owner == Awaitability.taskName || owner == Awaitability.valueTaskName
  }

  /// What is disposed of at the end of the block must outlive the task.
  private func hasNoResource(_ block: SyntaxNode, before statement: SyntaxNode) -> Bool {
    block.nodeList(2).allSatisfy { LocalDeclarationStatementSyntax($0)?.usingKeyword == nil }
  }

  /// The same type, or a task that is one by inheritance; a result is never asked for.
  private func convertsWithoutHarm(_ type: TypeSymbol, to wanted: TypeSymbol) -> Bool {
    guard wanted.typeArguments.isEmpty, !type.containsErrorType, !wanted.containsErrorType else { return false }
    return type.isIdentical(to: wanted)
      || (wanted.qualifiedName == Awaitability.taskName && type.isOrDerives(from: Awaitability.taskName))
  }

  // MARK: Discard

  func discarding() -> [Fix] {
    if call.whole.parent?.kind == .simpleAssignmentExpression { return [] }
    return ExplicitDiscard(context: context).fixes(
      for: call.whole, type: context.model.type(of: call.invocation).type, safety: isBound ? .safe : .unsafe)
  }

  // MARK: Locals

  /// "Await" for `var t = F();`: the local goes.
  func awaitingLocal(_ declarator: SyntaxNode, name: String) -> [Fix] {
    guard let declaration = VariableDeclarationSyntax(declarator.parent), declaration.variables.single == declarator,
      let statement = declaration.node.parent, !call.isConditional,
      let insertion = AwaitInsertion(awaiting: call.whole, in: context),
      let before = context.tree.comments(inside: statement),
      case let head = TextRange(start: statement.range.start, end: call.whole.range.start),
      !before.contains(where: { head.contains($0.range) })
    else { return [] }
    return makeAsync(
      title: "Await '\(name)'", isPreferred: false,
      edits: [TextEdit(range: head, newText: "")] + insertion.edits)
  }
}
