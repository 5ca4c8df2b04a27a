/// What the lexer asks about characters.
enum Characters {
  static let identifierPart: UInt8 = 1
  static let identifierStart: UInt8 = 2
  static let decimalDigit: UInt8 = 4
  static let hexDigit: UInt8 = 8
  /// Ends a run of plain text in a regular string: quotes, `\`, braces, line ends and bytes that may begin one.
  static let textStop: UInt8 = 16
  /// May end a line: CR, LF and the first bytes of U+0085, U+2028 and U+2029.
  static let lineStop: UInt8 = 32

  /// The class bits of each byte; never freed.
  static let classes: UnsafeSharedTable = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in 0..<256 {
      var bits: UInt8 = 0
      switch UInt8(byte) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): bits = identifierPart | decimalDigit | hexDigit
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        bits = identifierPart | identifierStart | hexDigit
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
        bits = identifierPart | identifierStart
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0xC2, 0xE2: bits = lineStop | textStop
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        bits = textStop
      default: break
      }
      table[byte] = bits
    }
    return UnsafeSharedTable(pointer: UnsafePointer(table))
  }()

  /// U+0085, U+2028, U+2029 or an ASCII line end.
  @inline(__always)
  static func isNewLine(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x0D || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
  }

  static func isWhitespace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0B, 0x0C, 0x1A, 0xA0, 0xFEFF, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  static func isIdentifierStart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return classes.pointer[Int(scalar)] & identifierStart != 0
    }
    switch category(scalar) {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return true
    default: return false
    }
  }

  static func isIdentifierPart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return classes.pointer[Int(scalar)] & identifierPart != 0
    }
    switch category(scalar) {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation, .format:
      return true
    default: return false
    }
  }

  /// The category as the C# compiler sees it: it looks at UTF-16 units, so that nothing beyond U+FFFF is a letter.
  private static func category(_ scalar: UInt32) -> Unicode.GeneralCategory {
    guard scalar <= 0xFFFF, let scalar = Unicode.Scalar(scalar) else { return .surrogate }
    return scalar.properties.generalCategory
  }

  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return UInt32(byte &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return UInt32(byte &- UInt8(ascii: "A") &+ 10)
    default: return nil
    }
  }
}

/// A table that lives as long as the process and is never written again.
struct UnsafeSharedTable: @unchecked Sendable {
  let pointer: UnsafePointer<UInt8>
}

/// A character read from UTF-8: its value and how many bytes it takes.
/// Bytes that are no UTF-8 read as U+FFFD, one for each longest beginning of a sequence.
struct DecodedCharacter {
  var value: UInt32
  var length: Int
}

/// Reads the character at a place inside the bytes.
func decodeCharacter(_ base: UnsafePointer<UInt8>, at position: Int, count: Int) -> DecodedCharacter {
  let first = base[position]
  if first < 0x80 { return DecodedCharacter(value: UInt32(first), length: 1) }
  let bad = DecodedCharacter(value: 0xFFFD, length: 1)
  var lower: UInt8 = 0x80
  var upper: UInt8 = 0xBF
  let length: Int
  var value: UInt32
  switch first {
  case 0xC2...0xDF:
    length = 2
    value = UInt32(first & 0x1F)
  case 0xE0...0xEF:
    length = 3
    value = UInt32(first & 0x0F)
    if first == 0xE0 { lower = 0xA0 }
    if first == 0xED { upper = 0x9F }
  case 0xF0...0xF4:
    length = 4
    value = UInt32(first & 0x07)
    if first == 0xF0 { lower = 0x90 }
    if first == 0xF4 { upper = 0x8F }
  default: return bad
  }
  var index = 1
  while index < length {
    guard position &+ index < count else { return DecodedCharacter(value: 0xFFFD, length: index) }
    let byte = base[position &+ index]
    guard byte >= lower, byte <= upper else { return DecodedCharacter(value: 0xFFFD, length: index) }
    value = value << 6 | UInt32(byte & 0x3F)
    lower = 0x80
    upper = 0xBF
    index &+= 1
  }
  return DecodedCharacter(value: value, length: length)
}
