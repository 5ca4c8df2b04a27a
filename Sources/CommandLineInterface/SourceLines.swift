import CSharpSyntax

/// A text with its lines, for reports: CR, LF and CR LF end one, as in editors. C# ends lines at U+0085, U+2028 and U+2029 as
/// well, but line numbers are for those who open the file. A byte order mark belongs to no line.
struct SourceLines {
  let bytes: [UInt8]
  private let table: LineTable

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    table = LineTable(bytes)
  }

  var lineCount: Int { table.lineCount }

  /// The line with the offset, from 0.
  func lineIndex(at offset: ByteOffset) -> Int { table.line(containing: offset) }

  /// The offsets of a line (from 0) without its line end.
  func contentRange(ofLine index: Int) -> Range<Int> { table.content(ofLine: index, in: bytes).indices }

  /// What a report shows of a range: its first line, or of a very long line what lies around the range.
  func excerpt(of range: TextRange) -> Excerpt {
    let start = min(Int(range.start.value), bytes.count)
    let line = contentRange(ofLine: lineIndex(at: ByteOffset(clamping: start)))
    let markStart = min(max(start, line.lowerBound), line.upperBound)
    let markEnd = max(markStart, min(Int(range.end.value), line.upperBound))
    let first =
      line.lowerBound + Excerpt.reach < markStart ? boundary(markStart - Excerpt.reach, line) : line.lowerBound
    let last = markEnd + Excerpt.reach < line.upperBound ? boundary(markEnd + Excerpt.reach, line) : line.upperBound
    let cutMark = markEnd - markStart > Excerpt.reach ? boundary(markStart + Excerpt.reach, line) : markEnd
    return Excerpt(
      before: text(first..<markStart), marked: text(markStart..<cutMark),
      after: cutMark < markEnd ? "" : text(markEnd..<last), isCutAtStart: first > line.lowerBound,
      isCutAtEnd: cutMark < markEnd || last < line.upperBound)
  }

  func text(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : String(decoding: bytes[range], as: UTF8.self)
  }

  /// The next place that does not split a scalar; at most three bytes further, as no scalar of UTF-8 is longer.
  func boundary(_ offset: Int, _ line: Range<Int>) -> Int {
    var result = offset
    while result < min(line.upperBound, offset + 3), bytes[result] & 0xc0 == 0x80 { result += 1 }
    return result
  }

  func place(_ offset: ByteOffset) -> SourcePlace {
    let offset = min(Int(offset.value), bytes.count)
    let line = lineIndex(at: ByteOffset(clamping: offset))
    let start = contentRange(ofLine: line).lowerBound
    return SourcePlace(line: line + 1, column: utf16Length(start..<max(start, offset)) + 1)
  }

  func place(_ range: TextRange) -> SourceRange {
    SourceRange(start: place(range.start), end: place(range.end), offset: range.start, length: range.length)
  }

  /// UTF-16 units of the text, each invalid byte counted as one replacement character.
  private func utf16Length(_ range: Range<Int>) -> Int {
    let slice = bytes[range]
    if slice.allSatisfy({ $0 < 0x80 }) { return slice.count }
    return String(decoding: slice, as: UTF8.self).utf16.count
  }
}

/// A line and a column as people count them: from 1, columns in UTF-16 units, as C# compilers and SARIF do.
struct SourcePlace: Hashable, Comparable {
  let line: Int
  let column: Int

  static func < (a: SourcePlace, b: SourcePlace) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A stretch of a text, end exclusive.
struct SourceRange: Hashable {
  let start: SourcePlace
  let end: SourcePlace
  let offset: ByteOffset
  let length: UInt32
}

/// A line of source with a marked part.
struct Excerpt: Hashable, Sendable {
  let before: String
  let marked: String
  let after: String
  /// Whether the line goes on before or behind the excerpt.
  let isCutAtStart: Bool
  let isCutAtEnd: Bool

  /// How many bytes around the mark are shown at most.
  static let reach = 400

  var text: String { before + marked + after }
}
