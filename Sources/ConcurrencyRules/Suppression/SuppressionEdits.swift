import CSharpSyntax

/// Edits that silence a finding where it is (rule catalogue, T15).
package struct SuppressionEdits {
  private let tree: SyntaxTree
  private let lines: LineTable

  /// - Parameter lines: of the tree's text.
  package init(_ tree: SyntaxTree, lines: LineTable) {
    self.tree = tree
    self.lines = lines
  }

  private var bytes: [UInt8] { tree.bytes }

  /// A comment on the line above, or the rule's id in one that is there already.
  ///
  /// - Returns: `nil` where no comment can stand, in the middle of a text for instance.
  package func comment(for finding: Finding) -> [TextEdit]? {
    let line = lines.line(containing: finding.range.start)
    for candidate in [line, line - 1] where candidate >= 0 {
      if let mention = lastMention(line: candidate, mustBeAlone: candidate != line) {
        return [TextEdit.insertion(", \(finding.ruleID)", at: mention)]
      }
    }
    let start = lines.start(ofLine: line)
    guard isBetweenTokens(start) else { return nil }
    let text = "\(indentation(of: line))// awaitwise-ignore \(finding.ruleID): TODO say why\(tree.lineEnd)"
    return [TextEdit.insertion(text, at: afterByteOrderMark(start))]
  }

  /// Directives around the lines of the finding.
  package func pragma(for finding: Finding) -> [TextEdit]? {
    var first = lines.line(containing: finding.range.start)
    while first > 0, !isBetweenTokens(lines.start(ofLine: first)) { first -= 1 }
    guard isBetweenTokens(lines.start(ofLine: first)) else { return nil }
    var after = lines.line(containing: finding.range.end) + 1
    while after < lines.lineCount, !isBetweenTokens(lines.start(ofLine: after)) { after += 1 }
    let lineEnd = tree.lineEnd
    let restore = "#pragma warning restore \(finding.ruleID)\(lineEnd)"
    let start = TextEdit.insertion(
      "#pragma warning disable \(finding.ruleID)\(lineEnd)", at: afterByteOrderMark(lines.start(ofLine: first)))
    if after < lines.lineCount { return [start, TextEdit.insertion(restore, at: lines.start(ofLine: after))] }
    return [start, TextEdit.insertion(lineEnd + restore, at: ByteOffset(clamping: bytes.count))]
  }

  private func afterByteOrderMark(_ offset: ByteOffset) -> ByteOffset {
    offset.value == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? ByteOffset(3) : offset
  }

  private func indentation(of line: Int) -> String {
    let white = tree.slice(lines.content(ofLine: line, in: bytes)).prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: white, as: UTF8.self)
  }

  /// Whether a line of its own may be put in here: not inside a token, nor inside an interpolated string.
  private func isBetweenTokens(_ offset: ByteOffset) -> Bool {
    guard let token = tree.token(at: offset) else { return true }
    if token.range.start < offset, offset < token.range.end { return false }
    var node = token.parent
    while let current = node {
      if current.kind == .interpolatedStringExpression, current.range.start < offset, offset < current.range.end {
        return false
      }
      node = current.parent
    }
    return true
  }

  /// Behind the last id of a comment that silences rules, if a line holds one.
  private func lastMention(line: Int, mustBeAlone: Bool) -> ByteOffset? {
    let content = lines.content(ofLine: line, in: bytes)
    guard Array(tree.slice(content)).contains(word: SuppressionComment.marker) else { return nil }
    let comment = SuppressionComment.all(in: tree).first { content.contains($0.range) }
    guard let comment, !mustBeAlone || tree.indentation(before: comment.range.start) != nil else { return nil }
    return comment.rules.last?.range.end
  }
}
