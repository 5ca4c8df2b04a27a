import CSharpSyntax
import ConcurrencyRules

/// Edits that silence a finding where it is.
struct SuppressionEdits {
  let tree: SyntaxTree
  let lines: LineTable

  private var bytes: [UInt8] { tree.bytes }

  /// A comment on the line above, or the rule's id in one that is there already.
  ///
  /// - Returns: `nil` where no comment can stand, in the middle of a text for instance.
  func comment(for finding: Finding) -> [TextEdit]? {
    let line = lines.line(at: Int(finding.range.start.value))
    for candidate in [line, line - 1] where candidate >= 0 {
      if let end = endOfIgnoredIDs(line: candidate, mustBeAlone: candidate != line) {
        return [insertion(", \(finding.ruleID)", at: end)]
      }
    }
    let start = lines.start(of: line)
    guard isBetweenTokens(start) else { return nil }
    return [
      insertion("\(indentation(of: line))// awaitwise-ignore \(finding.ruleID): TODO say why\(lineEnd)", at: start)
    ]
  }

  /// Directives around the lines of the finding.
  func pragma(for finding: Finding) -> [TextEdit]? {
    var first = lines.line(at: Int(finding.range.start.value))
    while first > 0, !isBetweenTokens(lines.start(of: first)) { first -= 1 }
    guard isBetweenTokens(lines.start(of: first)) else { return nil }
    var after = lines.line(at: Int(finding.range.end.value)) + 1
    while after < lines.count, !isBetweenTokens(lines.start(of: after)) { after += 1 }
    let disable = "#pragma warning disable \(finding.ruleID)\(lineEnd)"
    let restore = "#pragma warning restore \(finding.ruleID)"
    let start = insertion(disable, at: afterByteOrderMark(lines.start(of: first)))
    if after < lines.count { return [start, insertion(restore + lineEnd, at: lines.start(of: after))] }
    return [start, insertion(lineEnd + restore + lineEnd, at: bytes.count)]
  }

  private func insertion(_ text: String, at offset: Int) -> TextEdit {
    let offset = ByteOffset(clamping: offset)
    return TextEdit(range: TextRange(start: offset, end: offset), newText: text)
  }

  private func afterByteOrderMark(_ offset: Int) -> Int {
    offset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : offset
  }

  /// Like the first line's, or a line feed in a text of one line.
  private var lineEnd: String {
    guard lines.count > 1 else { return "\n" }
    let start = lines.contentEnd(of: 0, in: bytes)
    return String(decoding: bytes[start..<lines.start(of: 1)], as: UTF8.self)
  }

  private func indentation(of line: Int) -> String {
    let start = afterByteOrderMark(lines.start(of: line))
    let end = lines.contentEnd(of: line, in: bytes)
    let white = bytes[start..<max(start, end)].prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: white, as: UTF8.self)
  }

  /// Whether a line of its own may be put in here: not inside a token, nor inside an interpolated string.
  private func isBetweenTokens(_ offset: Int) -> Bool {
    let position = ByteOffset(clamping: offset)
    var node = tree.root
    while true {
      if node.kind == .interpolatedStringExpression, node.range.start < position, position < node.range.end {
        return false
      }
      let inner = node.childNodes.first { $0.fullRange.start <= position && position < $0.fullRange.end }
      guard let inner else { break }
      node = inner
    }
    var token: SyntaxToken? = node.firstToken
    while let current = token, !current.isNone, current.fullRange.start <= position {
      if current.range.start < position, position < current.range.end { return false }
      token = current.next
    }
    return true
  }

  /// Where the ids of an ignore comment end, if a line holds one.
  private func endOfIgnoredIDs(line: Int, mustBeAlone: Bool) -> Int? {
    let start = lines.start(of: line)
    let end = lines.contentEnd(of: line, in: bytes)
    guard let comment = IgnoreComment(bytes, start, max(start, end)) else { return nil }
    if mustBeAlone {
      guard bytes[start..<comment.start].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
    }
    return comment.idsEnd
  }
}

/// A comment `// awaitwise-ignore AW101, AW102: reason` on one line.
struct IgnoreComment {
  /// Of the two slashes.
  let start: Int
  let ids: [(id: String, range: Swift.Range<Int>)]
  /// Behind the last id.
  let idsEnd: Int

  /// Looks for one in a stretch of a text that is one line.
  init?(_ bytes: [UInt8], _ lineStart: Int, _ lineEnd: Int) {
    let keyword = Array("awaitwise-ignore".utf8)
    var position = lineStart
    func skipBlanks() {
      while position < lineEnd, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    }
    while position + 1 < lineEnd {
      guard bytes[position] == UInt8(ascii: "/"), bytes[position + 1] == UInt8(ascii: "/") else {
        position += 1
        continue
      }
      let slashes = position
      position += 2
      skipBlanks()
      guard position + keyword.count <= lineEnd, bytes[position..<position + keyword.count].elementsEqual(keyword)
      else {
        position = slashes + 1
        continue
      }
      position += keyword.count
      var ids: [(String, Swift.Range<Int>)] = []
      while true {
        skipBlanks()
        guard let range = ruleIDRange(bytes, at: position, lineEnd) else { break }
        ids.append((String(decoding: bytes[range], as: UTF8.self), range))
        position = range.upperBound
        skipBlanks()
        guard position < lineEnd, bytes[position] == UInt8(ascii: ",") else { break }
        position += 1
      }
      guard let last = ids.last else { return nil }
      self.start = slashes
      self.ids = ids
      self.idsEnd = last.1.upperBound
      return
    }
    return nil
  }
}

/// The range of `AW` and three digits that begin here, if they do.
func ruleIDRange(_ bytes: [UInt8], at start: Int, _ end: Int) -> Swift.Range<Int>? {
  guard start >= 0, start + 5 <= end, end <= bytes.count, bytes[start] == UInt8(ascii: "A"),
    bytes[start + 1] == UInt8(ascii: "W"), bytes[start + 2..<start + 5].allSatisfy({ $0 &- 0x30 < 10 })
  else { return nil }
  if start + 5 < end, isWord(bytes[start + 5]) { return nil }
  if start > 0, isWord(bytes[start - 1]) { return nil }
  return start..<start + 5
}

private func isWord(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
}
