import CSharpSyntax

/// The removal of one attribute: with its whole list where it is alone, and with the line where that is alone. Comments
/// on the line stay.
struct AttributeRemoval {
  let edit: TextEdit

  /// `nil` if a directive lies in what would be removed.
  init?(_ attribute: SyntaxNode) {
    guard let list = attribute.parent, list.kind == .attributeList else { return nil }
    let tree = attribute.tree
    let attributes = Array(list.nodeList(2))
    if attributes.count > 1 {
      guard let index = attributes.firstIndex(of: attribute) else { return nil }
      // With the comma behind it, or, for the last one, the comma before it.
      let range =
        index + 1 < attributes.count
        ? TextRange(start: attribute.range.start, end: attributes[index + 1].range.start)
        : TextRange(start: attributes[index - 1].range.end, end: attribute.range.end)
      guard AttributeRemoval.hasOnlyCommas(in: range, except: attribute) else { return nil }
      edit = TextEdit(range: range, newText: "")
      return
    }
    guard tree.comments(inside: list)?.isEmpty == true, let next = list.lastToken.next,
      let comments = tree.comments(in: list.lastToken.trailingTrivia)
    else { return nil }
    let trailing = list.lastToken.trailingTriviaRange
    let endsLine = tree.slice(trailing).contains { $0 == 0x0A || $0 == 0x0D }
    if let comment = comments.first {
      edit = TextEdit(range: TextRange(start: list.range.start, end: comment.range.start), newText: "")
    } else if endsLine, let indentation = tree.indentation(before: list.range.start) {
      let start = ByteOffset(clamping: Int(list.range.start.value) - indentation.utf8.count)
      edit = TextEdit(range: TextRange(start: start, end: trailing.end), newText: "")
    } else {
      edit = TextEdit(
        range: TextRange(start: list.range.start, end: endsLine ? list.range.end : next.range.start), newText: "")
    }
  }

  /// Whether nothing but blanks and commas is removed beside the attribute.
  private static func hasOnlyCommas(in range: TextRange, except attribute: SyntaxNode) -> Bool {
    let tree = attribute.tree
    let before = tree.slice(TextRange(start: range.start, end: attribute.range.start))
    let after = tree.slice(TextRange(start: attribute.range.end, end: range.end))
    return (before + after).allSatisfy { [0x20, 0x09, 0x0A, 0x0D, 0x2C].contains($0) }
  }
}
