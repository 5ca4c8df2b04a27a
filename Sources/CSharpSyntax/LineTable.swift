/// A place in a text by line and column, both counted from 0; what a column counts is told beside.
package struct LinePosition: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: LinePosition, b: LinePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// What a column counts.
package enum ColumnUnit: Sendable, CaseIterable {
  /// Bytes of UTF-8.
  case utf8
  /// Units of UTF-16; a character beyond U+FFFF counts two.
  case utf16
  /// Unicode scalars.
  case utf32
}

/// Where the lines of a text begin.
///
/// The table knows the text's length but does not keep the text: whoever asks brings the same bytes again.
/// A byte order mark at the beginning belongs to no column.
package struct LineTable: Hashable, Sendable {
  /// What ends a line.
  package enum LineEnds: Sendable {
    /// LF, CR LF and CR: what the language server protocol counts.
    case languageServer
    /// Those and U+0085, U+2028 and U+2029: what the C# compiler counts.
    case csharp
  }

  package let lineEnds: LineEnds
  /// The offset of each line's first byte; never empty, the first is 0.
  private var starts: [UInt32]
  private var length: UInt32

  package init(_ bytes: [UInt8], lineEnds: LineEnds = .languageServer) {
    self.lineEnds = lineEnds
    length = UInt32(clamping: bytes.count)
    starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBufferPointer {
      LineTable.scan($0, from: 0, to: Int(length), lineEnds, into: &starts)
    }
  }

  package var lineCount: Int { starts.count }

  /// Where a line begins; the text's end for a line that it has not.
  package func start(ofLine line: Int) -> ByteOffset {
    guard line > 0 else { return ByteOffset(0) }
    return ByteOffset(line < starts.count ? starts[line] : length)
  }

  /// The line that holds an offset; the last one for offsets behind the end.
  package func line(containing offset: ByteOffset) -> Int {
    var low = 0
    var high = starts.count
    // The first line that begins behind the offset.
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset.value { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// A line without its end of line.
  package func content(ofLine line: Int, in bytes: [UInt8]) -> TextRange {
    guard line >= 0, line < starts.count else { return TextRange(length, length) }
    var start = Int(starts[line])
    var end = line + 1 < starts.count ? Int(starts[line + 1]) : Int(length)
    end = min(end, bytes.count)
    start = min(start, end)
    if line == 0 { start = min(LineTable.markLength(bytes), end) }
    if line + 1 < starts.count { end -= LineTable.lineEndLength(bytes, start, end, lineEnds) }
    return TextRange(UInt32(clamping: start), UInt32(clamping: end))
  }

  /// Line and column of an offset. An offset inside a character or an end of line is taken as its beginning,
  /// one behind the text as the text's end.
  package func position(of offset: ByteOffset, in bytes: [UInt8], columns: ColumnUnit) -> LinePosition {
    let line = line(containing: offset)
    let content = content(ofLine: line, in: bytes)
    let target = min(Int(offset.value), Int(content.end.value))
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return LinePosition(line: line, column: 0) }
      var index = Int(content.start.value)
      var column = 0
      while index < target {
        if base[index] < 0x80 {
          index += 1
          column += 1
          continue
        }
        let character = decodeCharacter(base, at: index, count: buffer.count)
        index += character.length
        if index > target { break }
        column += LineTable.width(of: character, columns)
      }
      return LinePosition(line: line, column: column)
    }
  }

  /// The offset of a line and column. A column behind the line's end is taken as that end, a line behind the last
  /// one as the text's end, a column inside a character as the character's beginning.
  package func offset(of position: LinePosition, in bytes: [UInt8], columns: ColumnUnit) -> ByteOffset {
    guard position.line >= 0 else { return content(ofLine: 0, in: bytes).start }
    guard position.line < starts.count else { return ByteOffset(length) }
    let content = content(ofLine: position.line, in: bytes)
    let end = Int(content.end.value)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return ByteOffset(0) }
      var index = Int(content.start.value)
      var column = 0
      while index < end, column < position.column {
        let character = decodeCharacter(base, at: index, count: buffer.count)
        column += LineTable.width(of: character, columns)
        if column > position.column { break }
        index += character.length
      }
      return ByteOffset(clamping: index)
    }
  }

  /// Takes in an edit: `range` of the text before was replaced, and `bytes` is the text after.
  /// Only the lines that the edit touches are read again.
  package mutating func replace(_ range: TextRange, in bytes: [UInt8]) {
    let newLength = UInt32(clamping: bytes.count)
    let oldEnd = min(range.end.value, length)
    let oldStart = min(range.start.value, oldEnd)
    let delta = Int(newLength) - Int(length)
    // An end of line has up to three bytes: the edit may have made or broken one that begins before it.
    let firstLine = line(containing: ByteOffset(oldStart > 3 ? oldStart - 3 : 0))
    // The first line that keeps its beginning, merely moved.
    var kept = line(containing: ByteOffset(oldEnd)) + 1
    while kept < starts.count, starts[kept] <= oldEnd &+ 3 { kept += 1 }
    let scanEnd = kept < starts.count ? Int(starts[kept]) + delta : bytes.count
    var fresh: [UInt32] = []
    bytes.withUnsafeBufferPointer {
      LineTable.scan($0, from: Int(starts[firstLine]), to: min(scanEnd, bytes.count), lineEnds, into: &fresh)
    }
    // The scan finds the beginning of the line that was kept, too.
    if kept < starts.count, let last = fresh.last, Int(last) == scanEnd { fresh.removeLast() }
    if delta != 0 {
      let shift = UInt32(truncatingIfNeeded: delta)
      starts.withUnsafeMutableBufferPointer { buffer in
        for index in kept..<buffer.count { buffer[index] = buffer[index] &+ shift }
      }
    }
    starts.replaceSubrange(firstLine + 1..<kept, with: fresh)
    length = newLength
  }

  // MARK: Bytes

  private static func width(of character: DecodedCharacter, _ columns: ColumnUnit) -> Int {
    switch columns {
    case .utf8: character.length
    case .utf16: character.value > 0xFFFF ? 2 : 1
    case .utf32: 1
    }
  }

  /// The length of a byte order mark.
  private static func markLength(_ bytes: [UInt8]) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The length of the end of line that ends at `end`.
  private static func lineEndLength(_ bytes: [UInt8], _ start: Int, _ end: Int, _ lineEnds: LineEnds) -> Int {
    guard end > start else { return 0 }
    switch bytes[end - 1] {
    case UInt8(ascii: "\n"): return end - 1 > start && bytes[end - 2] == UInt8(ascii: "\r") ? 2 : 1
    case UInt8(ascii: "\r"): return 1
    case 0x85 where lineEnds == .csharp: return min(2, end - start)
    case 0xA8 where lineEnds == .csharp, 0xA9 where lineEnds == .csharp: return min(3, end - start)
    default: return 0
    }
  }

  /// Appends the offset behind each end of line in a stretch of the text.
  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int, _ lineEnds: LineEnds, into starts: inout [UInt32]
  ) {
    guard let base = bytes.baseAddress else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    // All bytes below U+000E, and where C# counts the high bits too, are looked at one by one.
    let wide: UInt64 = lineEnds == .csharp ? highBits : 0
    var index = from
    while index < to {
      if index &+ 8 <= to {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        if (((word &- ones &* 0x0E) & ~word) | (word & wide)) & highBits == 0 {
          index &+= 8
          continue
        }
      }
      let stop = min(to, index &+ 8)
      while index < stop {
        let byte = base[index]
        index &+= 1
        switch byte {
        case UInt8(ascii: "\n"):
          starts.append(UInt32(truncatingIfNeeded: index))
        case UInt8(ascii: "\r"):
          if index < bytes.count, base[index] == UInt8(ascii: "\n") { continue }
          starts.append(UInt32(truncatingIfNeeded: index))
        case 0x85 where lineEnds == .csharp:
          if index >= 2, base[index &- 2] == 0xC2 { starts.append(UInt32(truncatingIfNeeded: index)) }
        case 0xA8 where lineEnds == .csharp, 0xA9 where lineEnds == .csharp:
          if index >= 3, base[index &- 2] == 0x80, base[index &- 3] == 0xE2 {
            starts.append(UInt32(truncatingIfNeeded: index))
          }
        default: break
        }
      }
    }
  }
}
