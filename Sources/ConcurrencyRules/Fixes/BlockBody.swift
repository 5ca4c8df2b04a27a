import CSharpSemantics
import CSharpSyntax

/// A block in place of the expression body of a method, local function or lambda (T14). The expression stays where it is,
/// so that edits inside of it can be made together with these.
struct BlockBody {
  private let body: SyntaxNode
  /// The arrow and the semicolon of a member's body; a lambda keeps its arrow.
  private let clause: (arrow: TextRange, semicolon: TextRange)?

  /// `nil` where the node is no expression body.
  init?(insteadOf body: SyntaxNode) {
    guard let parent = body.parent else { return nil }
    self.body = body
    switch parent.kind {
    case .simpleLambdaExpression, .parenthesizedLambdaExpression:
      guard body.kind != .block, FunctionSyntax(declaredBy: parent)?.body == body else { return nil }
      clause = nil
    case .arrowExpressionClause:
      guard let view = ArrowExpressionClauseSyntax(parent), let semicolon = parent.parent?.lastToken,
        semicolon.kind == .semicolonToken
      else { return nil }
      clause = (view.arrowToken.range, semicolon.range)
    default: return nil
    }
  }

  /// `=> e` as `{ before e after }`.
  func edits(before: String = "", after: String) -> [TextEdit] {
    guard let clause else {
      return [
        .insertion("{ " + before, at: body.range.start), .insertion(after + " }", at: body.range.end),
      ]
    }
    let opening = TextEdit(range: clause.arrow, newText: "{")
    let closing = TextEdit(range: clause.semicolon, newText: after + " }")
    return before.isEmpty ? [opening, closing] : [opening, .insertion(before, at: body.range.start), closing]
  }

  /// `=> e` as `{ }`; `nil` where a comment would be lost.
  func emptied() -> [TextEdit]? {
    let lost = clause == nil ? body : body.parent ?? body
    guard body.tree.comments(inside: lost)?.isEmpty == true else { return nil }
    guard let clause else { return [TextEdit(range: body.range, newText: "{ }")] }
    return [TextEdit(range: TextRange(start: clause.arrow.start, end: clause.semicolon.end), newText: "{ }")]
  }
}
