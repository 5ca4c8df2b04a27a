import CSharpSyntax
import ConcurrencyRules

/// The edit that sets a key for all C# files in the text of an `.editorconfig`: its value where the key is there already, else
/// a line more at the end of the last section for C# files, else such a section at the end.
package func settingKey(_ key: String, to value: String, in bytes: [UInt8]) -> TextEdit {
  let lines = LineTable(bytes)
  var isForCSharp = false
  /// Behind the last line with content of the last section for C# files.
  var end: ByteOffset?
  for line in 0..<lines.lineCount {
    let range = lines.content(ofLine: line, in: bytes)
    let text = String(decoding: bytes[range.indices], as: UTF8.self)
    let content = text.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
    if content.hasPrefix("[") {
      isForCSharp = isSectionForCSharp(content)
      if isForCSharp { end = range.end }
      continue
    }
    guard isForCSharp, !content.allSatisfy(\.isWhitespace) else { continue }
    end = range.end
    guard let separator = content.firstIndex(where: { $0 == "=" || $0 == ":" }), !content.hasPrefix("#"),
      !content.hasPrefix(";"), trimmedBlanks(content[..<separator]).equalsIgnoringASCIICase(key)
    else { continue }
    return TextEdit(range: range, newText: "\(key) = \(value)")
  }
  let lineEnd = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
  if let end { return TextEdit(range: TextRange(start: end, end: end), newText: "\(lineEnd)\(key) = \(value)") }
  let last = ByteOffset(clamping: bytes.count)
  let isOpen = bytes.last.map { $0 != 0x0A } ?? false
  let before = bytes.isEmpty ? "" : isOpen ? lineEnd + lineEnd : lineEnd
  return TextEdit(
    range: TextRange(start: last, end: last), newText: "\(before)[*.cs]\(lineEnd)\(key) = \(value)\(lineEnd)")
}

private func isSectionForCSharp(_ heading: Substring) -> Bool {
  guard let close = heading.lastIndex(of: "]") else { return false }
  let pattern = heading[heading.index(after: heading.startIndex)..<close]
  return pattern == "*.cs" || pattern == "**.cs" || pattern == "**/*.cs" || pattern == "*.{cs}"
}

private func trimmedBlanks(_ text: Substring) -> String {
  var text = text
  while let last = text.last, last == " " || last == "\t" { text.removeLast() }
  return String(text)
}
