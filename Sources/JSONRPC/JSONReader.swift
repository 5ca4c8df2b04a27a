/// Why a text is not JSON, and where.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  package enum Reason: String, Sendable {
    case unexpectedEnd = "the text ends inside a value"
    case unexpectedByte = "unexpected character"
    case controlCharacterInString = "control character in a string"
    case badEscape = "unknown escape in a string"
    case badNumber = "malformed number"
    case tooDeep = "values are nested too deeply"
    case trailingBytes = "characters behind the value"
  }

  package let reason: Reason
  /// In bytes from the beginning.
  package let offset: Int
}

extension JSONSyntaxError: CustomStringConvertible {
  package var description: String { "\(reason.rawValue) at byte \(offset)" }
}

extension JSONValue {
  /// How deep arrays and objects may lie in each other.
  package static let maximumDepth = 512

  /// Reads a text in UTF-8 (RFC 8259).
  ///
  /// A lone surrogate escape and invalid UTF-8 become U+FFFD, which is one UTF-16 unit like the surrogate it replaces;
  /// a byte order mark at the beginning is skipped.
  package init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    self = try bytes.withUnsafeBufferPointer { buffer throws(JSONSyntaxError) -> JSONValue in
      var reader = JSONReader(buffer)
      return try reader.readDocument()
    }
  }
}

/// Reads one JSON text. Every access to the bytes lies behind a comparison with their end.
private struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position = 0
  /// Collects the text of a string that has escapes; kept between strings to allocate once.
  private var scratch: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.end = bytes.count
  }

  mutating func readDocument() throws(JSONSyntaxError) -> JSONValue {
    if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    skipWhiteSpace()
    let value = try readValue(depth: 0)
    skipWhiteSpace()
    guard position == end else { throw failure(.trailingBytes) }
    return value
  }

  private func failure(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
    JSONSyntaxError(reason: position >= end && reason == .unexpectedByte ? .unexpectedEnd : reason, offset: position)
  }

  @inline(__always)
  private mutating func skipWhiteSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position &+= 1
      default: return
      }
    }
  }

  private mutating func readValue(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard position < end else { throw failure(.unexpectedEnd) }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "t"):
      try readWord("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try readWord("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try readWord("null")
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw failure(.unexpectedByte)
    }
  }

  private mutating func readWord(_ word: StaticString) throws(JSONSyntaxError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard position < end, bytes[position] == word.utf8Start[index] else { throw failure(.unexpectedByte) }
      position &+= 1
    }
  }

  private mutating func readArray(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth < JSONValue.maximumDepth else { throw failure(.tooDeep) }
    position &+= 1
    skipWhiteSpace()
    var values: [JSONValue] = []
    if position < end, bytes[position] == UInt8(ascii: "]") {
      position &+= 1
      return .array(values)
    }
    while true {
      values.append(try readValue(depth: depth &+ 1))
      skipWhiteSpace()
      guard position < end else { throw failure(.unexpectedEnd) }
      switch bytes[position] {
      case UInt8(ascii: ","):
        position &+= 1
        skipWhiteSpace()
      case UInt8(ascii: "]"):
        position &+= 1
        return .array(values)
      default: throw failure(.unexpectedByte)
      }
    }
  }

  private mutating func readObject(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth < JSONValue.maximumDepth else { throw failure(.tooDeep) }
    position &+= 1
    skipWhiteSpace()
    var object = JSONObject()
    if position < end, bytes[position] == UInt8(ascii: "}") {
      position &+= 1
      return .object(object)
    }
    while true {
      guard position < end, bytes[position] == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
      let key = try readString()
      skipWhiteSpace()
      guard position < end, bytes[position] == UInt8(ascii: ":") else { throw failure(.unexpectedByte) }
      position &+= 1
      skipWhiteSpace()
      object.append(key, try readValue(depth: depth &+ 1))
      skipWhiteSpace()
      guard position < end else { throw failure(.unexpectedEnd) }
      switch bytes[position] {
      case UInt8(ascii: ","):
        position &+= 1
        skipWhiteSpace()
      case UInt8(ascii: "}"):
        position &+= 1
        return .object(object)
      default: throw failure(.unexpectedByte)
      }
    }
  }

  /// Reads a string whose opening quote is at the position.
  private mutating func readString() throws(JSONSyntaxError) -> String {
    position &+= 1
    let start = position
    skipPlainCharacters()
    guard position < end else { throw failure(.unexpectedEnd) }
    if bytes[position] == UInt8(ascii: "\"") {
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
      position &+= 1
      return text
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
    while true {
      guard position < end else { throw failure(.unexpectedEnd) }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position &+= 1
        return String(decoding: scratch, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try readEscape()
      default:
        throw failure(.controlCharacterInString)
      }
      let run = position
      skipPlainCharacters()
      if run < position { scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<position])) }
    }
  }

  /// Goes to the next quote, backslash or control character, eight bytes at a time.
  @inline(__always)
  private mutating func skipPlainCharacters() {
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while position &+ 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      // The lowest marked byte is exact; borrows may mark bytes above it, which the count of trailing zeros ignores.
      let marked =
        ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word) & highs
      if marked != 0 {
        position &+= marked.trailingZeroBitCount &>> 3
        return
      }
      position &+= 8
    }
    while position < end {
      let byte = bytes[position]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return }
      position &+= 1
    }
  }

  private mutating func readEscape() throws(JSONSyntaxError) {
    position &+= 1
    guard position < end else { throw failure(.unexpectedEnd) }
    let byte: UInt8
    switch bytes[position] {
    case UInt8(ascii: "n"): byte = 0x0A
    case UInt8(ascii: "\""): byte = 0x22
    case UInt8(ascii: "\\"): byte = 0x5C
    case UInt8(ascii: "r"): byte = 0x0D
    case UInt8(ascii: "t"): byte = 0x09
    case UInt8(ascii: "/"): byte = 0x2F
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "u"):
      position &+= 1
      try readUnicodeEscape()
      return
    default: throw failure(.badEscape)
    }
    position &+= 1
    scratch.append(byte)
  }

  /// Reads the digits behind `\u`, and a second escape where the first is the upper half of a surrogate pair.
  private mutating func readUnicodeEscape() throws(JSONSyntaxError) {
    let unit = try readHexDigits()
    var scalar = unit
    if unit & 0xFC00 == 0xD800, position &+ 6 <= end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position &+ 1] == UInt8(ascii: "u")
    {
      let afterFirst = position
      position &+= 2
      let low = try readHexDigits()
      if low & 0xFC00 == 0xDC00 {
        scalar = 0x10000 &+ ((unit & 0x3FF) &<< 10) &+ (low & 0x3FF)
      } else {
        position = afterFirst
      }
    }
    appendScalar(Unicode.Scalar(scalar) ?? "\u{FFFD}")
  }

  private mutating func readHexDigits() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < end else { throw failure(.unexpectedEnd) }
      let byte = bytes[position]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- UInt8(ascii: "A") &+ 10
      default: throw failure(.badEscape)
      }
      value = value &<< 4 | UInt32(digit)
      position &+= 1
    }
    return value
  }

  private mutating func appendScalar(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { scratch.append(byte) }
  }

  private mutating func readNumber() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    var isNegative = false
    if bytes[position] == UInt8(ascii: "-") {
      isNegative = true
      position &+= 1
    }
    let firstDigit = position
    var magnitude: Int64 = 0
    var fits = true
    while let digit = nextDigit() {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      // Collected as a negative number, whose range is wider by one.
      let (sum, overflow2) = product.subtractingReportingOverflow(Int64(digit))
      if overflow || overflow2 { fits = false }
      magnitude = sum
    }
    let digits = position &- firstDigit
    guard digits > 0, digits == 1 || bytes[firstDigit] != UInt8(ascii: "0") else { throw failure(.badNumber) }
    var isInteger = true
    if position < end, bytes[position] == UInt8(ascii: ".") {
      isInteger = false
      position &+= 1
      guard nextDigit() != nil else { throw failure(.badNumber) }
      while nextDigit() != nil {}
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position &+= 1
      if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position &+= 1
      }
      guard nextDigit() != nil else { throw failure(.badNumber) }
      while nextDigit() != nil {}
    }
    if isInteger, fits {
      if isNegative { return .integer(magnitude) }
      let (value, overflow) = Int64(0).subtractingReportingOverflow(magnitude)
      if !overflow { return .integer(value) }
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    guard let value = Double(text) else { throw failure(.badNumber) }
    // A number that is too great for a double stays a number, which an infinity would not when it is written again.
    return .number(min(max(value, -Double.greatestFiniteMagnitude), .greatestFiniteMagnitude))
  }

  @inline(__always)
  private mutating func nextDigit() -> UInt8? {
    guard position < end else { return nil }
    let digit = bytes[position] &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    position &+= 1
    return digit
  }
}
