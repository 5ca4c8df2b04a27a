import CSharpSyntax
import ConcurrencyRules
import LanguageServerProtocol

/// Answers `textDocument/hover`: on our own findings, and on the ids in what suppresses them. Everywhere else the other
/// server of the editor has the word.
struct HoverBuilder {
  let outcome: AnalysisOutcome
  let documentation: any RuleDocumentationProvider
  let format: MarkupKind

  func hover(at position: Position) -> Hover? {
    let offset = outcome.converter.offset(of: position)
    let place = TextRange(start: offset, end: offset)
    let findings = outcome.analysis.findings.filter { $0.range.touches(place) }
    if let first = findings.first {
      let texts = findings.map(text)
      return Hover(
        contents: MarkupContent(kind: format, value: texts.joined(separator: "\n\n---\n\n")),
        range: outcome.converter.range(of: first.range))
    }
    guard let (id, range) = suppressedID(at: Int(offset.value)), let page = documentation.markdown(for: id) else {
      return nil
    }
    return Hover(contents: MarkupContent(kind: format, value: page), range: outcome.converter.range(of: range))
  }

  private func text(_ finding: Finding) -> String {
    let heading =
      format == .markdown ? "**\(finding.ruleID)** \(finding.message)" : "\(finding.ruleID) \(finding.message)"
    guard let page = documentation.markdown(for: finding.ruleID) else { return heading }
    return heading + "\n\n" + page
  }

  /// The rule's id under the cursor, if it stands in an ignore comment, a pragma or a `SuppressMessage` attribute.
  private func suppressedID(at offset: Int) -> (id: String, range: TextRange)? {
    let bytes = outcome.converter.bytes
    let lines = outcome.converter.lines
    let content = lines.content(ofLine: lines.line(containing: ByteOffset(clamping: offset)), in: bytes)
    let text = String(decoding: bytes[content.indices], as: UTF8.self)
    let place = TextRange(start: ByteOffset(clamping: offset), end: ByteOffset(clamping: offset))
    if text.contains("awaitwise-ignore") {
      let comments = SuppressionComment.all(in: outcome.analysis.tree)
      guard let comment = comments.first(where: { $0.range.touches(place) }) else { return nil }
      let named = comment.rules.first { $0.range.touches(place) }
      // Elsewhere in a comment about one rule the rule is meant as well.
      guard let found = named ?? (comment.rules.count == 1 ? comment.rules.first : nil) else { return nil }
      return (found.ruleID, found.range)
    }
    let isPragma = text.drop { $0 == " " || $0 == "\t" }.hasPrefix("#") && text.contains("pragma")
    guard isPragma || text.contains("SuppressMessage") else { return nil }
    func isWord(_ byte: UInt8) -> Bool {
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
    }
    var start = min(offset, content.indices.upperBound)
    var end = start
    while start > content.indices.lowerBound, isWord(bytes[start - 1]) { start -= 1 }
    while end < content.indices.upperBound, isWord(bytes[end]) { end += 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    guard RuleID.isWellFormed(word) else { return nil }
    return (word, TextRange(start: ByteOffset(clamping: start), end: ByteOffset(clamping: end)))
  }
}
