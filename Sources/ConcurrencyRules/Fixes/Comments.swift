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
  func comments(in trivia: [Trivia]) -> [Comment]? {
    var comments: [Comment] = []
    for piece in trivia {
      switch piece.kind {
      case .whitespaceTrivia, .endOfLineTrivia: continue
      case .singleLineCommentTrivia, .singleLineDocumentationCommentTrivia:
        comments.append(Comment(range: piece.range, isLine: true))
      case .multiLineCommentTrivia, .multiLineDocumentationCommentTrivia:
        comments.append(Comment(range: piece.range, isLine: false))
      default: return nil
      }
    }
    return comments
  }

  /// The comments inside a node, without those of the trivia around it.
  ///
  /// - Returns: `nil` if a directive or the like lies inside.
  func comments(inside node: SyntaxNode) -> [Comment]? {
    var comments: [Comment] = []
    var token = node.firstToken
    let last = node.lastToken
    while token != last {
      guard let next = token.next,
        let found = self.comments(in: token.trailingTrivia + next.leadingTrivia)
      else { return nil }
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
  package func contains(word: [UInt8]) -> Bool { firstIndex(of: word) != nil }

  /// Where the bytes of a word occur first.
  func firstIndex(of word: [UInt8], from start: Int = 0) -> Int? {
    guard let last = word.last, start >= 0, count - start >= word.count else { return nil }
    // Horspool's search: looks at every sixteenth byte or so.
    var shifts = [Int](repeating: word.count, count: 256)
    for (index, byte) in word.dropLast().enumerated() { shifts[Int(byte)] = word.count - 1 - index }
    return withUnsafeBufferPointer { bytes in
      shifts.withUnsafeBufferPointer { shifts in
        var end = start + word.count - 1
        while end < bytes.count {
          let byte = bytes[end]
          let first = end - word.count + 1
          if byte == last, bytes[first...end].elementsEqual(word) { return first }
          end += shifts[Int(byte)]
        }
        return nil
      }
    }
  }
}
