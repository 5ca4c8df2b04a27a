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
    let line = outcome.converter.lines.line(at: offset)
    let start = outcome.converter.lines.start(of: line)
    let end = max(start, outcome.converter.lines.contentEnd(of: line, in: bytes))
    if let comment = IgnoreComment(bytes, start, end), offset >= comment.start {
      let named = comment.ids.first { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
      // Elsewhere in a comment about one rule the rule is meant as well.
      guard let found = named ?? (comment.ids.count == 1 ? comment.ids.first : nil) else { return nil }
      return (found.id, textRange(found.range))
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let isPragma = text.drop { $0 == " " || $0 == "\t" }.hasPrefix("#") && text.contains("pragma")
    guard isPragma || text.contains("SuppressMessage") else { return nil }
    for candidate in max(start, offset - 5)...max(start, offset) {
      if let range = ruleIDRange(bytes, at: candidate, end), range.lowerBound <= offset, offset <= range.upperBound {
        return (String(decoding: bytes[range], as: UTF8.self), textRange(range))
      }
    }
    return nil
  }

  private func textRange(_ range: Swift.Range<Int>) -> TextRange {
    TextRange(start: ByteOffset(clamping: range.lowerBound), end: ByteOffset(clamping: range.upperBound))
  }
}
