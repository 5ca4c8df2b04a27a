import CSharpSyntax
import LanguageServerProtocol

/// Converts between byte offsets in a text and LSP positions in the negotiated encoding.
struct PositionConverter: Sendable {
  let bytes: [UInt8]
  let lines: LineTable
  let encoding: PositionEncodingKind

  init(bytes: [UInt8], lines: LineTable, encoding: PositionEncodingKind) {
    self.bytes = bytes
    self.lines = lines
    self.encoding = encoding
  }

  init(bytes: [UInt8], encoding: PositionEncodingKind) {
    self.init(bytes: bytes, lines: LineTable(bytes), encoding: encoding)
  }

  /// The position of a byte. What lies behind the end, or inside a line end, is cut to before it.
  func position(of offset: ByteOffset) -> Position {
    let line = lines.line(containing: offset)
    let start = Int(lines.start(ofLine: line).value)
    let content = start..<max(start, Int(lines.content(ofLine: line, in: bytes).end.value))
    let end = min(Int(offset.value), content.upperBound)
    return Position(
      line: UInt32(clamping: line),
      character: UInt32(clamping: units(from: content.lowerBound, to: max(content.lowerBound, end))))
  }

  func range(of range: TextRange) -> Range {
    Range(start: position(of: range.start), end: position(of: range.end))
  }

  /// The byte at a position. A column behind the line's end means its end, a line behind the last the text's end; a
  /// column inside a character means its beginning.
  func offset(of position: Position) -> ByteOffset {
    guard let line = Int(exactly: position.line), line < lines.lineCount else {
      return ByteOffset(clamping: bytes.count)
    }
    let start = Int(lines.start(ofLine: line).value)
    let content = start..<max(start, Int(lines.content(ofLine: line, in: bytes).end.value))
    return ByteOffset(
      clamping: advance(from: content.lowerBound, to: content.upperBound, by: Int(position.character)))
  }

  /// The bytes of a range; one that is upside down is turned round.
  func textRange(of range: Range) -> TextRange {
    let start = offset(of: range.start)
    let end = offset(of: range.end)
    return start <= end ? TextRange(start: start, end: end) : TextRange(start: end, end: start)
  }

  private func units(from start: Int, to end: Int) -> Int {
    guard encoding != .utf8 else { return end - start }
    return bytes.withUnsafeBytes { buffer in
      var count = 0
      var position = start
      while position < end {
        if position &+ 8 <= end,
          buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          count &+= 8
          position &+= 8
          continue
        }
        count &+= width(buffer[position])
        position &+= 1
      }
      return count
    }
  }

  /// How many units begin with a byte.
  @inline(__always)
  private func width(_ byte: UInt8) -> Int {
    if byte & 0xC0 == 0x80 { return 0 }
    return byte >= 0xF0 && encoding == .utf16 ? 2 : 1
  }

  private func advance(from start: Int, to end: Int, by units: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      if encoding == .utf8 {
        guard units < end - start else { return end }
        var position = start + units
        while position > start, buffer[position] & 0xC0 == 0x80 { position &-= 1 }
        return position
      }
      var remaining = units
      var position = start
      while position < end, remaining > 0 {
        if remaining >= 8, position &+ 8 <= end,
          buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          position &+= 8
          remaining &-= 8
          continue
        }
        let width = width(buffer[position])
        guard width <= remaining else { return position }
        remaining &-= width
        position &+= 1
        while position < end, buffer[position] & 0xC0 == 0x80 { position &+= 1 }
      }
      return position
    }
  }
}
