import CSharpSyntax

/// The removal of a whole statement, with the line that it stood on; a comment behind it stays on a line of its own.
struct StatementRemoval {
  let edit: TextEdit

  /// `nil` if a directive lies in or right behind the statement.
  init?(_ statement: SyntaxNode) {
    let tree = statement.tree
    let range = statement.range
    let trailing = statement.lastToken.trailingTriviaRange
    guard let comments = tree.comments(in: statement.lastToken.trailingTrivia) else { return nil }
    guard tree.indentation(before: range.start) != nil else {
      // Other code stands before it on the line: the text up to the next token goes, unless a comment follows.
      let end = comments.first?.range.start ?? trailing.end
      edit = TextEdit(range: TextRange(start: range.start, end: end), newText: "")
      return
    }
    if let comment = comments.first {
      edit = TextEdit(range: TextRange(start: range.start, end: comment.range.start), newText: "")
      return
    }
    let endsLine = tree.slice(trailing).contains { $0 == 0x0A || $0 == 0x0D }
    let start = endsLine ? StatementRemoval.lineStart(of: range.start, in: tree) : range.start
    edit = TextEdit(range: TextRange(start: start, end: trailing.end), newText: "")
  }

  private static func lineStart(of offset: ByteOffset, in tree: SyntaxTree) -> ByteOffset {
    let length = tree.indentation(before: offset)?.utf8.count ?? 0
    return ByteOffset(offset.value - UInt32(min(length, Int(offset.value))))
  }
}
