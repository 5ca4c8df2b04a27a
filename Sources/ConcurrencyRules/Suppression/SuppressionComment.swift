import CSharpSyntax

/// A comment `// awaitwise-ignore AW101, AW102: reason` (rule catalogue, section 6, form 4).
package struct SuppressionComment: Hashable, Sendable {
  /// The whole comment.
  package let range: TextRange
  package let ruleIDs: [String]
  package let hasReason: Bool

  static let marker: [UInt8] = Array("awaitwise-ignore".utf8)

  /// Reads a comment's text; `nil` if it is none of this form, or names no rule.
  init?(comment: ArraySlice<UInt8>, range: TextRange) {
    var rest = comment.dropFirst(2)
    if comment.starts(with: Array("/*".utf8)), comment.count >= 4 { rest = rest.dropLast(2) }
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x2F }
    guard rest.starts(with: SuppressionComment.marker) else { return nil }
    let text = String(decoding: rest.dropFirst(SuppressionComment.marker.count), as: UTF8.self)
    guard text.first?.isWhitespace == true else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let ids = parts[0].split { $0 == "," || $0.isWhitespace }.map { $0.uppercased() }
    guard !ids.isEmpty, ids.allSatisfy(SuppressionComment.isRuleID) else { return nil }
    self.range = range
    self.ruleIDs = ids
    self.hasReason = parts.count > 1 && !trimmed(parts[1]).isEmpty
  }

  static func isRuleID(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 5 && bytes.starts(with: [0x41, 0x57]) && bytes[2...].allSatisfy { (0x30...0x39).contains($0) }
  }
}
