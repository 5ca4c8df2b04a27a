import CSharpSemantics
import CSharpSyntax

/// What can be done about an async function that awaits nothing, or only what is complete.
struct AsyncWithoutAwaitFixes {
  let function: FunctionSyntax
  let pointless: [PointlessAwait]
  let context: RuleContext

  private var tree: SyntaxTree { context.tree }
  private var model: SemanticModel { context.model }

  var fixes: [Fix] {
    let removal = pointlessRemoval
    var fixes: [Fix] = []
    if let type = model.returnType(of: function), !type.containsErrorType {
      if type.specialType == .void {
        if let fix = withoutModifier(removal) { fixes.append(fix) }
      } else {
        if let fix = keepingTask(type, removal) { fixes.append(fix) }
        if let removal, let conversion = MakeSynchronous(function: function, context: context) {
          fixes += conversion.fixes(withoutAwaits: pointless.map(\.node), beside: removal)
        }
      }
    }
    if !pointless.isEmpty, let removal {
      fixes.append(
        Fix(
          title: "Remove the pointless await", actionKey: "Remove the pointless await", safety: .safe,
          isPreferred: false, edits: MakeAsync.merged(removal)))
    }
    return fixes
  }

  // MARK: The modifier

  private var modifierRemoval: TextEdit? { AsyncRemoval.removal(of: function, tree) }

  /// `async void`: only the modifier goes.
  private func withoutModifier(_ removal: [TextEdit]?) -> Fix? {
    guard let modifier = modifierRemoval, let removal else { return nil }
    let edits = MakeAsync.merged([modifier] + removal)
    guard keepsDelegate(edits) else { return nil }
    return Fix(title: "Remove 'async'", actionKey: "Remove 'async'", safety: .safe, isPreferred: true, edits: edits)
  }

  /// T3a: the values of the returns are put into completed tasks.
  private func keepingTask(_ type: TypeSymbol, _ removal: [TextEdit]?) -> Fix? {
    guard let modifier = modifierRemoval else { return nil }
    var edits = [modifier]
    if let awaiting = expressionBodyAwait, isReturnable(awaiting, as: type) {
      // The completed task that is awaited is returned itself.
      guard let unwrapped = awaitRemoval(awaiting) else { return nil }
      edits += unwrapped
    } else {
      guard let removal, let form = AsyncRemoval(function: function, context: context)?.form,
        let wrapping = ReturnWrapping(function: function, context: context, form: form).edits(removing: removal)
      else { return nil }
      edits += wrapping + removal
    }
    let merged = MakeAsync.merged(edits)
    guard keepsDelegate(merged) else { return nil }
    return Fix(
      title: "Remove 'async', keep returning a task", actionKey: "Remove 'async', keep returning a task",
      safety: .unsafe, isPreferred: true, edits: merged)
  }

  /// Whether a lambda stays the same delegate: an overload may take the one without `async` for another.
  private func keepsDelegate(_ edits: [TextEdit]) -> Bool {
    guard function.kind == .lambda || function.kind == .anonymousMethod else { return true }
    return context.keepsDelegate(function.node, after: edits)
  }

  // MARK: Pointless awaits

  private var expressionBodyAwait: PointlessAwait? {
    guard let body = function.body, body.kind == .awaitExpression else { return nil }
    return pointless.first { $0.node == body }
  }

  private func isReturnable(_ awaiting: PointlessAwait, as type: TypeSymbol) -> Bool {
    guard let own = model.type(of: awaiting.node.requiredNode(1).withoutConfigureAwait).type else { return false }
    return own.isIdentical(to: type) || (type.qualifiedName == Awaitability.taskName && type.typeArguments.isEmpty)
  }

  /// Removes `await` and a `ConfigureAwait` behind the task.
  private func awaitRemoval(_ awaiting: PointlessAwait) -> [TextEdit]? {
    guard let keyword = AwaitExpressionSyntax(awaiting.node)?.awaitKeyword, let next = keyword.next,
      tree.comments(in: keyword.trailingTrivia + next.leadingTrivia)?.isEmpty == true
    else { return nil }
    var edits: [TextEdit] = [.deletion(TextRange(start: keyword.range.start, end: next.range.start))]
    let call = awaiting.node.requiredNode(1).withoutParentheses
    if call.withoutConfigureAwait != call {
      guard let access = MemberAccessExpressionSyntax(call.requiredNode(0)) else { return nil }
      edits.append(.deletion(TextRange(start: access.expression.range.end, end: call.range.end)))
    }
    return edits
  }

  /// The removal of all of them; `nil` if one can't go.
  private var pointlessRemoval: [TextEdit]? {
    var edits: [TextEdit] = []
    for awaiting in pointless {
      guard let removal = removal(of: awaiting) else { return nil }
      edits += removal
    }
    return edits
  }

  private func removal(of awaiting: PointlessAwait) -> [TextEdit]? {
    let outer = awaiting.node.outermostEquivalent
    guard let parent = outer.parent else { return nil }
    if parent.kind == .expressionStatement {
      guard let value = awaiting.value, !TrivialExpression(model: model).isTrivial(value) else {
        return removal(ofStatement: parent)
      }
      guard [.invocationExpression, .objectCreationExpression].contains(value.kind) else { return nil }
      return Replacement(of: outer, by: value.text, keeping: [value.range]).edits
    }
    if outer == function.body {
      if awaiting.value == nil { return BlockBody(insteadOf: outer)?.emptied() }
      if model.returnType(of: function)?.taskResult == nil { return nil }
    }
    guard let value = awaiting.value, hasSameType(value, as: awaiting, in: parent) else { return nil }
    let text = needsParentheses(value, in: parent) ? "(" + value.text + ")" : value.text
    return Replacement(of: outer, by: text, keeping: [value.range]).edits
  }

  private func removal(ofStatement statement: SyntaxNode) -> [TextEdit]? {
    switch statement.parent?.kind {
    case .block, .switchSection: return StatementRemoval(statement).map { [$0.edit] }
    default: return Replacement(of: statement, by: "{ }", keeping: []).edits
    }
  }

  private func hasSameType(_ value: SyntaxNode, as awaiting: PointlessAwait, in parent: SyntaxNode) -> Bool {
    guard let whole = model.type(of: awaiting.node).type else { return false }
    if let own = model.type(of: value).type, own.isIdentical(to: whole) { return true }
    // A returned value is converted to the result type anyway.
    guard parent.kind == .returnStatement || awaiting.node == function.body,
      let result = model.returnType(of: function)?.taskResult
    else { return false }
    return result.isIdentical(to: whole)
  }

  private func needsParentheses(_ value: SyntaxNode, in parent: SyntaxNode) -> Bool {
    switch parent.kind {
    case .parenthesizedExpression, .argument, .equalsValueClause, .arrowExpressionClause, .returnStatement,
      .expressionElement, .simpleLambdaExpression, .parenthesizedLambdaExpression, .simpleAssignmentExpression:
      return false
    default:
      return AwaitInsertion.needsParentheses(value, isReceiver: true)
    }
  }
}
