import CSharpSemantics
import CSharpSyntax

/// `var t = F(); var r = await t;` as `var r = F();`: the task's local goes, and what it was made from takes the place of
/// its `await`.
struct TaskLocalJoin {
  let declaration: SyntaxNode
  let awaiting: SyntaxNode

  init(declaration: SyntaxNode, awaiting: SyntaxNode) {
    self.declaration = declaration
    self.awaiting = awaiting
  }

  /// For an expression whose task is kept in a local that is awaited at once, and read nowhere else.
  init?(of expression: SyntaxNode, model: SemanticModel) {
    guard case .throughLocal(let declaration, let awaiting)? = AwaitedOffload(expression, model: model),
      declaration.kind == .variableDeclarator
    else { return nil }
    self.init(declaration: declaration, awaiting: awaiting)
  }

  /// An `await`, with parentheses around that only it needed: a call binds as tight as anything.
  static func outermost(_ awaiting: SyntaxNode) -> SyntaxNode {
    guard let parent = awaiting.parent, parent.kind == .parenthesizedExpression, let outer = parent.parent else {
      return awaiting
    }
    switch outer.kind {
    case .simpleMemberAccessExpression, .elementAccessExpression, .conditionalAccessExpression,
      .suppressNullableWarningExpression:
      return parent
    default: return awaiting
    }
  }

  /// - Parameters:
  ///   - text: takes the place of the `await`.
  ///   - expression: what the text comes from, with its comments.
  func edits(replacedBy text: String, keeping expression: SyntaxNode) -> [TextEdit]? {
    let tree = awaiting.tree
    guard declaration.kind == .variableDeclarator,
      VariableDeclarationSyntax(declaration.parent)?.variables.count == 1,
      let statement = declaration.enclosingStatement, let removal = StatementRemoval(statement),
      let inner = tree.comments(inside: statement),
      var edits = Replacement(of: TaskLocalJoin.outermost(awaiting), by: text, keeping: []).edits
    else { return nil }
    // What was written inside the removed statement, but outside the call, moves above the remaining one.
    let lost = inner.filter { comment in
      !expression.range.contains(comment.range) && removal.edit.range.contains(comment.range)
    }
    if !lost.isEmpty {
      guard let insertion = Replacement.insertion(ofLines: lost.map { tree.text($0.range) }, above: awaiting),
        !edits.contains(where: { $0.range == insertion.range })
      else { return nil }
      edits.insert(insertion, at: 0)
    }
    return [removal.edit] + edits
  }
}
