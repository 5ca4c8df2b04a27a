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
    guard tree.slice(trailing).contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      edit = TextEdit(range: TextRange(start: range.start, end: trailing.end), newText: "")
      return
    }
    let lines = TextRange(start: StatementRemoval.lineStart(of: range.start, in: tree), end: trailing.end)
    edit = TextEdit(range: StatementRemoval.withSuperfluousBlankLine(lines, of: statement), newText: "")
  }

  /// Some whole lines with one blank line beside them that nobody would leave: of two that would meet, the second; the one
  /// at the edge of a block.
  private static func withSuperfluousBlankLine(_ lines: TextRange, of statement: SyntaxNode) -> TextRange {
    let tree = statement.tree
    let before = blankLine(endingAt: lines.start, in: tree)
    let after = blankLine(startingAt: lines.end, in: tree)
    let previous = statement.firstToken.previous
    let isFirst = previous?.kind == .openBraceToken && previous?.trailingTriviaRange.end == lines.start
    let isLast =
      statement.lastToken.next.map {
        $0.kind == .closeBraceToken && lineStart(of: $0.range.start, in: tree) == lines.end
      } ?? false
    if let after, before != nil || isFirst { return TextRange(start: lines.start, end: after) }
    if let before, isLast { return TextRange(start: before, end: lines.end) }
    return lines
  }

  /// Where the line behind a place ends, if it is blank.
  private static func blankLine(startingAt start: ByteOffset, in tree: SyntaxTree) -> ByteOffset? {
    var end = Int(start.value)
    while end < tree.bytes.count, tree.bytes[end] == 0x20 || tree.bytes[end] == 0x09 { end += 1 }
    guard end < tree.bytes.count, tree.bytes[end] == 0x0A || tree.bytes[end] == 0x0D else { return nil }
    if tree.bytes[end] == 0x0D, end + 1 < tree.bytes.count, tree.bytes[end + 1] == 0x0A { end += 1 }
    return ByteOffset(clamping: end + 1)
  }

  /// Where the line before the start of another begins, if it is blank.
  private static func blankLine(endingAt end: ByteOffset, in tree: SyntaxTree) -> ByteOffset? {
    var start = Int(end.value)
    guard start > 0, start <= tree.bytes.count else { return nil }
    start -= 1
    if tree.bytes[start] == 0x0A, start > 0, tree.bytes[start - 1] == 0x0D { start -= 1 }
    while start > 0, tree.bytes[start - 1] == 0x20 || tree.bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || tree.bytes[start - 1] == 0x0A || tree.bytes[start - 1] == 0x0D else { return nil }
    return ByteOffset(clamping: start)
  }

  private static func lineStart(of offset: ByteOffset, in tree: SyntaxTree) -> ByteOffset {
    let length = tree.indentation(before: offset)?.utf8.count ?? 0
    return ByteOffset(offset.value - UInt32(min(length, Int(offset.value))))
  }
}
