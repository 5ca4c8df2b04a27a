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

  private var modifierRemoval: TextEdit? {
    guard let keyword = function.asyncKeyword, let next = keyword.next,
      let comments = tree.comments(in: keyword.trailingTrivia + next.leadingTrivia)
    else { return nil }
    let end = comments.isEmpty ? next.range.start : keyword.range.end
    return .deletion(TextRange(start: keyword.range.start, end: end))
  }

  /// `async void`: only the modifier goes.
  private func withoutModifier(_ removal: [TextEdit]?) -> Fix? {
    guard let modifier = modifierRemoval, let removal else { return nil }
    let edits = MakeAsync.merged([modifier] + removal)
    guard keepsDelegate(edits) else { return nil }
    return Fix(title: "Remove 'async'", actionKey: "Remove 'async'", safety: .safe, isPreferred: true, edits: edits)
  }

  /// Whether a lambda stays the same delegate: an overload may take the one without `async` for another.
  private func keepsDelegate(_ edits: [TextEdit]) -> Bool {
    guard function.kind == .lambda || function.kind == .anonymousMethod else { return true }
    return context.keepsDelegate(function.node, after: edits)
  }

  // MARK: Pointless awaits

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
      if awaiting.value == nil { return emptyBody(insteadOf: outer) }
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

  private func emptyBody(insteadOf body: SyntaxNode) -> [TextEdit]? {
    guard let clause = body.parent, tree.comments(inside: body)?.isEmpty == true else { return nil }
    guard clause.kind == .arrowExpressionClause else { return [TextEdit(range: body.range, newText: "{ }")] }
    let last = function.node.lastToken
    guard last.kind == .semicolonToken else { return nil }
    return [TextEdit(range: TextRange(start: clause.range.start, end: last.range.end), newText: "{ }")]
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
