import CSharpSyntax

/// The text with all edits made; each range refers to `bytes` as given. The edits' `path` is not looked at.
///
/// Insertions at one place come out in the order of the array, and before a replacement that begins there.
/// - Returns: `nil` if two edits overlap, or one reaches past the end.
package func applying(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8]? {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var position = 0
  for edit in inOrder(edits) {
    let range = edit.range.indices
    guard range.lowerBound >= position, range.upperBound <= bytes.count else { return nil }
    result.append(contentsOf: bytes[position..<range.lowerBound])
    result.append(contentsOf: edit.newText.utf8)
    position = range.upperBound
  }
  result.append(contentsOf: bytes[position...])
  return result
}

/// Edits by place; insertions at one place in the order of the array, and before a replacement that begins there.
func inOrder(_ edits: [TextEdit]) -> [TextEdit] {
  edits.enumerated().sorted { a, b in
    let (first, second) = (a.element.range, b.element.range)
    if first.start != second.start { return first.start < second.start }
    if first.isEmpty != second.isEmpty { return first.isEmpty }
    return a.offset < b.offset
  }.map(\.element)
}

extension SyntaxNode {
  /// The node's text with edits made that lie inside of it; `nil` if one does not, or two overlap.
  func text(applying edits: [TextEdit]) -> String? {
    let start = range.start.value
    guard edits.allSatisfy({ range.contains($0.range) }) else { return nil }
    let moved = edits.map { edit in
      TextEdit(
        range: TextRange(edit.range.start.value - start, edit.range.end.value - start), newText: edit.newText)
    }
    return ConcurrencyRules.applying(moved, to: Array(tree.slice(range))).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Whether two edits of one text can't be made together without one deciding over the other.
///
/// Insertions at the same place conflict unless both add the same `using` directive, which is wanted once.
package func conflict(_ a: TextEdit, _ b: TextEdit) -> Bool {
  if a.range.isEmpty && b.range.isEmpty { return a.range == b.range && !(a == b && isUsingDirective(a.newText)) }
  return a.range.overlaps(b.range)
}

/// Whether the text is nothing but a `using` directive and white space.
func isUsingDirective(_ text: String) -> Bool {
  var words = text.split { $0 == " " || $0.isNewline || $0 == "\t" }
  if words.first == "global" { words.removeFirst() }
  guard words.first == "using", let last = words.last, last.hasSuffix(";") else { return false }
  return !text.contains("(") && words.dropLast().allSatisfy { !$0.contains(";") }
}
