/// Where the lines of a text begin, for LSP positions: a line ends with `\n`, `\r\n` or `\r`, and with nothing else.
/// (C# ends lines at three more characters; that is the lexer's business.)
struct LineTable: Hashable, Sendable {
  /// Byte offsets, ascending; the first is 0.
  private(set) var starts: [UInt32]

  init(_ bytes: [UInt8]) {
    starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    LineTable.scan(bytes, from: 0, to: bytes.count, into: &starts)
  }

  var count: Int { starts.count }

  func start(of line: Int) -> Int { Int(starts[line]) }

  /// The line that an offset lies in.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a line's text ends, before what ends the line.
  func contentEnd(of line: Int, in bytes: [UInt8]) -> Int {
    guard line + 1 < starts.count else { return bytes.count }
    var end = min(Int(starts[line + 1]), bytes.count)
    let start = Int(starts[line])
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Follows a change of the text: only the lines that it touches are looked at again, the starts behind are shifted.
  ///
  /// - Parameters:
  ///   - range: what was replaced, in the old text.
  ///   - newLength: the length of what stands there now.
  ///   - bytes: the new text.
  mutating func replace(_ start: Int, _ end: Int, newLength: Int, bytes: [UInt8]) {
    // A `\r` before the change may form a line end of its own or half of one, depending on what follows it now.
    var first = line(at: start)
    if first > 0, Int(starts[first]) == start { first -= 1 }
    // The first line start behind the change stays one: what ends the line before it was not touched, save that
    // a `\n` may have lost the `\r` before it, and then still ends the line.
    var after = line(at: end) + 1
    while after < starts.count, Int(starts[after]) <= end { after += 1 }
    let delta = newLength - (end - start)
    let limit = after < starts.count ? Int(starts[after]) + delta : bytes.count
    var fresh: [UInt32] = []
    LineTable.scan(bytes, from: Int(starts[first]), to: limit, into: &fresh)
    // The scan finds the line start at its limit too; that one is already there.
    if after < starts.count, fresh.last == UInt32(clamping: limit) { fresh.removeLast() }
    if delta != 0, after < starts.count {
      let shift = UInt32(truncatingIfNeeded: delta)
      for index in after..<starts.count { starts[index] &+= shift }
    }
    starts.replaceSubrange(first + 1..<after, with: fresh)
  }

  /// Appends the starts of the lines that begin behind line ends in a stretch of the text.
  private static func scan(_ bytes: [UInt8], from start: Int, to end: Int, into starts: inout [UInt32]) {
    let total = bytes.count
    bytes.withUnsafeBytes { buffer in
      let end = min(end, buffer.count)
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      var position = start
      while position < end {
        if position &+ 8 <= end {
          let word = buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
          let feeds = word ^ (ones &* 0x0A)
          let returns = word ^ (ones &* 0x0D)
          let marked = ((feeds &- ones) & ~feeds | (returns &- ones) & ~returns) & highs
          if marked == 0 {
            position &+= 8
            continue
          }
          position &+= marked.trailingZeroBitCount &>> 3
        }
        let byte = buffer[position]
        position &+= 1
        if byte == 0x0A {
          starts.append(UInt32(truncatingIfNeeded: position))
        } else if byte == 0x0D {
          if position < total, buffer[position] == 0x0A { position &+= 1 }
          starts.append(UInt32(truncatingIfNeeded: position))
        }
      }
    }
  }
}
