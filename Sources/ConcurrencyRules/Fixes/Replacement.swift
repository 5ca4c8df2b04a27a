import CSharpSyntax

/// The replacement of a node by a text, with the comments of what is removed kept: `/* … */` behind the new text,
/// `// …` on lines of their own above the statement.
struct Replacement {
  /// Ascending, without overlap; `nil` if a directive lies in what is removed.
  let edits: [TextEdit]?

  /// - Parameter keeping: the ranges inside the node whose text, comments included, the new text takes over.
  init(of node: SyntaxNode, by text: String, keeping: [TextRange]) {
    let tree = node.tree
    guard let comments = tree.comments(inside: node) else {
      edits = nil
      return
    }
    let lost = comments.filter { comment in !keeping.contains { $0.contains(comment.range) } }
    var text = text
    for comment in lost where !comment.isLine { text += " " + tree.text(comment.range) }
    var edits = [TextEdit(range: node.range, newText: text)]
    let lines = lost.filter(\.isLine).map { tree.text($0.range) }
    if !lines.isEmpty {
      guard let insertion = Replacement.insertion(ofLines: lines, above: node) else {
        self.edits = nil
        return
      }
      edits.insert(insertion, at: 0)
    }
    self.edits = edits
  }

  /// Lines above the statement (or member) that holds a node, with its indentation.
  static func insertion(ofLines lines: [String], above node: SyntaxNode) -> TextEdit? {
    guard let statement = node.enclosingStatementOrMember else { return nil }
    let tree = node.tree
    let start = statement.range.start
    let indentation = tree.indentation(before: start) ?? ""
    let text = lines.map { $0 + tree.lineEnd + indentation }.joined()
    return TextEdit(range: TextRange(start: start, end: start), newText: text)
  }
}
