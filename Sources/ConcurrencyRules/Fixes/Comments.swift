import CSharpSyntax

/// A comment between or around tokens.
struct Comment: Hashable {
  let range: TextRange
  /// `// …` up to the end of the line; else `/* … */`.
  let isLine: Bool
}

extension SyntaxTree {
  /// The comments of some trivia.
  ///
  /// - Returns: `nil` if a directive, disabled or skipped text lies there: such trivia can't be moved.
  func comments(inTrivia range: TextRange) -> [Comment]? {
    var comments: [Comment] = []
    let bytes = bytes
    var position = Int(range.start.value)
    let end = min(Int(range.end.value), bytes.count)
    while position < end {
      switch bytes[position] {
      case 0x2F where position + 1 < end && bytes[position + 1] == 0x2F:
        let start = position
        while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        comments.append(Comment(range: TextRange(UInt32(start), UInt32(position)), isLine: true))
      case 0x2F where position + 1 < end && bytes[position + 1] == 0x2A:
        let start = position
        position += 2
        while position + 1 < end, !(bytes[position] == 0x2A && bytes[position + 1] == 0x2F) { position += 1 }
        position = min(position + 2, end)
        comments.append(Comment(range: TextRange(UInt32(start), UInt32(position)), isLine: false))
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20: position += 1
      case 0x80...: position += 1  // Unicode white space and line ends
      default: return nil
      }
    }
    return comments
  }

  /// The comments of some trivia, directives and disabled text passed over.
  func commentRanges(inTrivia range: TextRange) -> [TextRange] {
    if let comments = comments(inTrivia: range) { return comments.map(\.range) }
    // Between directives: line by line, comments of one line only.
    var found: [TextRange] = []
    var start = Int(range.start.value)
    let end = min(Int(range.end.value), bytes.count)
    while start < end {
      var lineEnd = start
      while lineEnd < end, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
      let line = TextRange(UInt32(start), UInt32(lineEnd))
      found += (comments(inTrivia: line) ?? []).map(\.range)
      start = lineEnd + 1
    }
    return found
  }

  /// The comments inside a node, without those of the trivia around it.
  ///
  /// - Returns: `nil` if a directive or the like lies inside.
  func comments(inside node: SyntaxNode) -> [Comment]? {
    var comments: [Comment] = []
    var token = node.firstToken
    let last = node.lastToken
    while token != last {
      guard let next = token.next else { return nil }
      guard let found = self.comments(inTrivia: TextRange(start: token.range.end, end: next.range.start)) else {
        return nil
      }
      comments += found
      token = next
    }
    return comments
  }

  /// The white space from the start of the line to a place; `nil` if something else stands there.
  func indentation(before offset: ByteOffset) -> String? {
    let end = Int(offset.value)
    guard end <= bytes.count else { return nil }
    var start = end
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
    let line = bytes[start..<end]
    guard line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
    return String(decoding: line, as: UTF8.self)
  }

  /// The line end that the text uses: that of its first line, `\n` without any.
  var lineEnd: String {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if bytes[first] == 0x0A { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }
}

extension Array where Element == UInt8 {
  /// Whether the bytes of a word occur in it.
  func contains(word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    return withUnsafeBufferPointer { bytes in
      var index = 0
      let last = bytes.count - word.count
      while index <= last {
        if bytes[index] == first {
          var length = 1
          while length < word.count, bytes[index + length] == word[length] { length += 1 }
          if length == word.count { return true }
        }
        index += 1
      }
      return false
    }
  }
}
