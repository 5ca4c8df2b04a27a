import CSharpSyntax

/// Where the lines of a text begin, for questions about "the same line" and "the line above".
struct LineStarts {
  private let starts: [UInt32]

  init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(UInt32(clamping: index)) }
    }
    self.starts = starts
  }

  /// From 0.
  func line(of offset: ByteOffset) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset.value { low = middle } else { high = middle }
    }
    return low
  }
}
