import CSharpSemantics
import CSharpSyntax

extension RuleContext {
  /// A node's text with edits made that lie in it; `nil` if one reaches out of it.
  func text(of node: SyntaxNode, after edits: [TextEdit]) -> String? {
    guard edits.allSatisfy({ node.range.contains($0.range) }) else { return nil }
    let base = node.range.start.value
    let relative = edits.map { edit in
      TextEdit(range: TextRange(edit.range.start.value &- base, edit.range.end.value &- base), newText: edit.newText)
    }
    return applying(relative, to: Array(node.text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a lambda or anonymous method becomes the same delegate once it is edited, and the statement around it binds
  /// as before: an overload may take the one with `async` for another.
  func keepsDelegate(_ lambda: SyntaxNode, after edits: [TextEdit]) -> Bool {
    guard let before = model.type(of: lambda).convertedType, let text = text(of: lambda, after: edits),
      let rebound = model.rebind(replacing: [(lambda.range, text)]), rebound.keepsStatement,
      let after = rebound.typeInfo.convertedType
    else { return false }
    return after.isIdentical(to: before)
  }
}
