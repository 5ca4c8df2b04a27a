import CSharpSemantics
import CSharpSyntax

/// Drops `async` and the awaits of a function that only passes tasks on.
struct RedundantAsyncAwaitFix {
  let forwarded: ForwardedAwaits
  let context: RuleContext

  private var tree: SyntaxTree { context.tree }

  var fix: Fix? {
    guard let edits else { return nil }
    return Fix(
      title: "Return the task directly", actionKey: "Return the task directly", safety: .safe, isPreferred: true,
      edits: edits)
  }

  /// Whether the lambda without `async` becomes the same delegate, and the statement around it stays as it is.
  var keepsLambdaType: Bool { edits.map { context.keepsDelegate(forwarded.function.node, after: $0) } ?? false }

  private var edits: [TextEdit]? {
    guard !forwarded.endsElsewhere, let modifier = modifierRemoval else { return nil }
    var edits = [modifier]
    for ending in forwarded.awaits {
      guard let removal = removal(of: ending) else { return nil }
      edits += removal
    }
    return edits
  }

  private var modifierRemoval: TextEdit? {
    guard let keyword = forwarded.function.asyncKeyword, let next = keyword.next,
      let comments = tree.comments(in: keyword.trailingTrivia + next.leadingTrivia)
    else { return nil }
    let end = comments.isEmpty ? next.range.start : keyword.range.end
    return .deletion(TextRange(start: keyword.range.start, end: end))
  }

  private func removal(of ending: ForwardedAwaits.FinalAwait) -> [TextEdit]? {
    guard let keyword = AwaitExpressionSyntax(ending.node)?.awaitKeyword, let next = keyword.next,
      let comments = tree.comments(in: keyword.trailingTrivia + next.leadingTrivia)
    else { return nil }
    var edits: [TextEdit] = []
    var jump: SyntaxNode?
    switch ending.form {
    case .expressionBody, .returned:
      let end = comments.isEmpty ? next.range.start : keyword.range.end
      edits.append(.deletion(TextRange(start: keyword.range.start, end: end)))
    case .statement(let following):
      edits.append(TextEdit(range: keyword.range, newText: "return"))
      jump = following
    }
    guard let configuration = configurationRemoval(of: ending) else { return nil }
    edits += configuration
    if let jump {
      guard let removal = StatementRemoval(jump) else { return nil }
      edits.append(removal.edit)
    }
    return edits
  }

  /// Removes a `ConfigureAwait` behind the task.
  private func configurationRemoval(of ending: ForwardedAwaits.FinalAwait) -> [TextEdit]? {
    let operand = ending.node.requiredNode(1)
    let call = operand.withoutParentheses
    guard call.withoutConfigureAwait != call else { return [] }
    guard let access = MemberAccessExpressionSyntax(call.requiredNode(0)) else { return nil }
    let range = TextRange(start: access.expression.range.end, end: call.range.end)
    return tree.pieces(toDelete: range, in: call).map { $0.map { .deletion($0) } }
  }
}
