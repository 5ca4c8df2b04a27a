import CSharpSyntax

/// A comment `// awaitwise-ignore AW101, AW102: reason` (rule catalogue, section 6, form 4).
package struct SuppressionComment: Hashable, Sendable {
  package struct RuleMention: Hashable, Sendable {
    /// In upper case.
    package let ruleID: String
    package let range: TextRange
  }

  /// The whole comment.
  package let range: TextRange
  /// At least one.
  package let rules: [RuleMention]
  package let hasReason: Bool

  package var ruleIDs: [String] { rules.map(\.ruleID) }

  static let marker: [UInt8] = Array("awaitwise-ignore".utf8)

  /// Reads a comment's text; `nil` if it is none of this form, or names no rule.
  init?(_ bytes: [UInt8], range: TextRange) {
    let comment = bytes[range.indices]
    var end = comment.endIndex
    if comment.starts(with: Array("/*".utf8)), comment.count >= 4 { end -= 2 }
    var position = comment.startIndex + 2
    guard position <= end else { return nil }
    func skip(_ isSkipped: (UInt8) -> Bool) {
      while position < end, isSkipped(bytes[position]) { position += 1 }
    }
    skip { $0 == 0x20 || $0 == 0x09 || $0 == 0x2F }
    guard bytes[position..<end].starts(with: SuppressionComment.marker) else { return nil }
    position += SuppressionComment.marker.count
    guard position < end, bytes[position] == 0x20 || bytes[position] == 0x09 else { return nil }
    var rules: [RuleMention] = []
    while position < end, bytes[position] != UInt8(ascii: ":") {
      skip { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }
      let start = position
      skip { !($0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":")) }
      if start == position { continue }
      let id = String(decoding: bytes[start..<position], as: UTF8.self).uppercased()
      // Words that are no ids: a remark about such comments, not one of them.
      guard RuleID.isWellFormed(id) else { return nil }
      rules.append(
        RuleMention(
          ruleID: id, range: TextRange(start: ByteOffset(clamping: start), end: ByteOffset(clamping: position))))
    }
    guard !rules.isEmpty else { return nil }
    self.range = range
    self.rules = rules
    hasReason = position < end && bytes[(position + 1)..<end].contains { $0 > 0x20 }
  }

  /// The comments of this form in a text, in order.
  package static func all(in tree: SyntaxTree) -> [SuppressionComment] {
    // Most files have none: look for the word before looking at trivia.
    var found: [SuppressionComment] = []
    var position = 0
    while let start = tree.bytes.firstIndex(of: marker, from: position) {
      position = start + marker.count
      guard let token = tree.token(at: ByteOffset(clamping: start)) else { continue }
      let trivia = token.comments.first { $0.range.indices.contains(start) }
      guard let trivia, found.last?.range != trivia.range,
        let comment = SuppressionComment(tree.bytes, range: trivia.range)
      else { continue }
      found.append(comment)
    }
    return found
  }
}

/// How ids of rules are written.
package enum RuleID {
  /// `AW` and three digits.
  package static func isWellFormed(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 5 && bytes.starts(with: [0x41, 0x57]) && bytes[2...].allSatisfy { (0x30...0x39).contains($0) }
  }
}
