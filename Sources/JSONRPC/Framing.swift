/// The header and a body, as one piece.
package func frame(_ body: [UInt8]) -> [UInt8] {
  var bytes = Array("Content-Length: \(body.count)\r\n\r\n".utf8)
  bytes.reserveCapacity(bytes.count &+ body.count)
  bytes.append(contentsOf: body)
  return bytes
}

/// What a stream of bytes turned out to hold next.
package enum FrameEvent: Hashable, Sendable {
  /// The body of a message.
  case body([UInt8])
  /// A frame whose body can't be read; the stream goes on. It deserves a parse error without an id.
  case rejected(reason: String)
  /// Bytes that belong to no frame were passed over.
  case skipped(byteCount: Int)
  /// Nothing behind this can be trusted. No further event follows.
  case unrecoverable(reason: String)
}

/// Cuts a stream of bytes into messages by their `Content-Length` (LSP 3.17, base protocol).
///
/// Header names are compared without case; white space around a value is optional and a bare line feed ends a line
/// too; unknown headers are ignored. What is no header is passed over up to the next `Content-Length:`. Only a length
/// that can't be meant seriously ends the stream.
package struct FrameDecoder: Sendable {
  /// The longest body that is accepted, in bytes.
  package static let maximumBodyLength = 256 << 20
  /// The longest header block that is accepted, in bytes.
  static let maximumHeaderLength = 4 << 10

  private enum State {
    case header
    case body(length: Int, isReadable: Bool)
    /// Looking for the next length; counts what was passed over.
    case searching(skipped: Int)
    case ended
  }

  private var state = State.header
  private var buffer: [UInt8] = []
  /// What lies before has been used.
  private var start = 0
  /// Where the search for the header's next line goes on, so that a header that trickles in is not read again.
  private var header = HeaderBlock(searchStart: 0)

  package init() {}

  /// Adds bytes as they came from the stream, in pieces of any size.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    if start > 0, start == buffer.count || start >= 1 << 16 {
      buffer.removeFirst(start)
      header.searchStart &-= start
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// Whether the stream ends here without cutting a message.
  package var isAtBoundary: Bool {
    if case .header = state { return start == buffer.count }
    return false
  }

  /// The next event, or `nil` until more bytes are there.
  package mutating func next() -> FrameEvent? {
    while true {
      switch state {
      case .ended:
        return nil
      case .header:
        switch readHeader() {
        case .incomplete:
          return nil
        case .malformed:
          state = .searching(skipped: 0)
        case .tooLong(let reason):
          state = .ended
          return .unrecoverable(reason: reason)
        case .complete(let length, let isReadable):
          state = .body(length: length, isReadable: isReadable)
        }
      case .body(let length, let isReadable):
        guard buffer.count &- start >= length else { return nil }
        let body = isReadable ? Array(buffer[start..<start &+ length]) : []
        start &+= length
        header = HeaderBlock(searchStart: start)
        state = .header
        guard isReadable else { return .rejected(reason: "Only the charset utf-8 is supported.") }
        guard length > 0 else { return .rejected(reason: "The message is empty.") }
        return .body(body)
      case .searching(let skipped):
        guard let event = search(skipped) else { return nil }
        return event
      }
    }
  }

  // MARK: Header

  private struct HeaderBlock {
    var searchStart: Int
    var length: Int?
    var isReadable = true
    var isEmpty = true
  }

  private enum HeaderResult {
    case incomplete
    case malformed
    case tooLong(String)
    case complete(length: Int, isReadable: Bool)
  }

  private mutating func readHeader() -> HeaderResult {
    while let lineFeed = buffer[header.searchStart...].firstIndex(of: 0x0A) {
      var lineEnd = lineFeed
      if lineEnd > header.searchStart, buffer[lineEnd &- 1] == 0x0D { lineEnd &-= 1 }
      let line = buffer[header.searchStart..<lineEnd]
      header.searchStart = lineFeed &+ 1
      if line.isEmpty {
        // Empty lines between messages do no harm.
        if header.isEmpty {
          start = header.searchStart
          continue
        }
        guard let length = header.length else { return .malformed }
        let isReadable = header.isReadable
        start = header.searchStart
        return .complete(length: length, isReadable: isReadable)
      }
      header.isEmpty = false
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return .malformed }
      let name = trimmed(line[line.startIndex..<colon])
      let value = trimmed(line[(colon &+ 1)...])
      if equal(name, "content-length") {
        switch parseLength(value) {
        case .value(let length): header.length = length
        case .notANumber: return .malformed
        case .excessive:
          return .tooLong(
            "Content-Length \(String(decoding: value.prefix(40), as: UTF8.self)) exceeds \(FrameDecoder.maximumBodyLength)."
          )
        }
      } else if equal(name, "content-type") {
        header.isReadable = isUTF8(value)
      } else if name.isEmpty || name.contains(where: { !isHeaderNameByte($0) }) {
        return .malformed
      }
    }
    return buffer.count &- start > FrameDecoder.maximumHeaderLength ? .malformed : .incomplete
  }

  private enum Length {
    case value(Int)
    case notANumber
    case excessive
  }

  private func parseLength(_ digits: ArraySlice<UInt8>) -> Length {
    guard !digits.isEmpty else { return .notANumber }
    var length = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return .notANumber }
      if length <= FrameDecoder.maximumBodyLength { length = length &* 10 &+ Int(digit) }
    }
    return length <= FrameDecoder.maximumBodyLength ? .value(length) : .excessive
  }

  private func isUTF8(_ contentType: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: contentType, as: UTF8.self).lowercased()
    guard let charset = text.firstRange(of: "charset=") else { return true }
    let value = text[charset.upperBound...].prefix { $0 != ";" }
      .filter { $0 != "\"" && $0 != " " && $0 != "\t" }
    return value == "utf-8" || value == "utf8"
  }

  // MARK: After garbage

  /// Looks for the next `Content-Length:` that a number follows.
  private mutating func search(_ skipped: Int) -> FrameEvent? {
    let name = Array("content-length:".utf8)
    var index = start
    // At the place where the malformed header starts nothing new is found, unless it was passed over already.
    if skipped == 0, buffer.count > start { index = start &+ 1 }
    while index &+ name.count <= buffer.count {
      guard matches(name, at: index) else {
        index &+= 1
        continue
      }
      switch numberFollows(at: index &+ name.count) {
      case .some(true):
        let total = skipped &+ index &- start
        start = index
        header = HeaderBlock(searchStart: start)
        state = .header
        return .skipped(byteCount: total)
      case .some(false):
        index &+= name.count
      case .none:
        return wait(at: index, skipped)
      }
    }
    return wait(at: max(start, min(index, buffer.count)), skipped)
  }

  /// Passes over what can't be part of a header and waits for more bytes.
  private mutating func wait(at index: Int, _ skipped: Int) -> FrameEvent? {
    state = .searching(skipped: skipped &+ index &- start)
    start = index
    return nil
  }

  private func matches(_ lowercased: [UInt8], at index: Int) -> Bool {
    for offset in 0..<lowercased.count where lower(buffer[index &+ offset]) != lowercased[offset] { return false }
    return true
  }

  /// Whether a line with nothing but a number begins here; `nil` while that can't be told.
  private func numberFollows(at index: Int) -> Bool? {
    var position = index
    while position < buffer.count, buffer[position] == 0x20 || buffer[position] == 0x09 { position &+= 1 }
    let digits = position
    while position < buffer.count, buffer[position] &- UInt8(ascii: "0") < 10 { position &+= 1 }
    guard position < buffer.count else { return position &- index > 64 ? false : nil }
    guard position > digits else { return false }
    while position < buffer.count, buffer[position] == 0x20 || buffer[position] == 0x09 || buffer[position] == 0x0D {
      position &+= 1
    }
    guard position < buffer.count else { return position &- index > 64 ? false : nil }
    return buffer[position] == 0x0A
  }

  private func lower(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  private func equal(_ bytes: ArraySlice<UInt8>, _ lowercased: StaticString) -> Bool {
    guard bytes.count == lowercased.utf8CodeUnitCount else { return false }
    for (offset, byte) in bytes.enumerated() where lower(byte) != lowercased.utf8Start[offset] { return false }
    return true
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes
  }

  private func isHeaderNameByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "{") && byte != UInt8(ascii: "\"")
  }
}
