import CSharpSemantics
import CSharpSyntax

/// Text that a directive switches off here, and another framework or configuration compiles.
enum DisabledText {
  /// Whether such text inside a node holds a word.
  static func mentions(_ word: String, in node: SyntaxNode) -> Bool {
    guard node.tree.directives.contains(where: { node.range.contains($0.range) }) else { return false }
    let word = Array(word.utf8)
    let end = node.range.end
    var token: SyntaxToken? = node.firstToken
    while let current = token, current.range.start < end {
      for trivia in current.leadingTrivia where trivia.kind == .disabledTextTrivia {
        if Array(node.tree.slice(trivia.range)).contains(word: word) { return true }
      }
      token = current.next
    }
    return false
  }
}
