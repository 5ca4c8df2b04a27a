/// How a file's text is encoded on disk. Trees are made of UTF-8; other texts are converted before and back after.
package enum SourceEncoding: Sendable {
  /// UTF-8, with or without a byte order mark (which stays in the text); also what is no valid UTF-8.
  case utf8
  /// UTF-16 with a byte order mark.
  case utf16LittleEndian
  case utf16BigEndian

  /// A text in UTF-8, and what it was before.
  package struct Decoded: Sendable {
    package let bytes: [UInt8]
    package let encoding: SourceEncoding
  }

  /// Tells the encoding by the byte order mark, and converts UTF-16 to UTF-8. The mark is converted too.
  /// A lone surrogate becomes U+FFFD.
  package static func decode(_ bytes: [UInt8]) -> Decoded {
    guard bytes.count >= 2 else { return Decoded(bytes: bytes, encoding: .utf8) }
    let encoding: SourceEncoding
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): encoding = .utf16LittleEndian
    case (0xFE, 0xFF): encoding = .utf16BigEndian
    default: return Decoded(bytes: bytes, encoding: .utf8)
    }
    let low = encoding == .utf16LittleEndian ? 0 : 1
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
      index += 2
    }
    // Half a unit at the end stands for nothing.
    if index < bytes.count { units.append(0xFFFD) }
    return Decoded(bytes: Array(String(decoding: units, as: UTF16.self).utf8), encoding: encoding)
  }

  /// Converts a text back to what it was on disk.
  package func encode(_ text: [UInt8]) -> [UInt8] {
    guard self != .utf8 else { return text }
    var bytes: [UInt8] = []
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let high = UInt8(truncatingIfNeeded: unit >> 8)
      let low = UInt8(truncatingIfNeeded: unit)
      bytes.append(self == .utf16LittleEndian ? low : high)
      bytes.append(self == .utf16LittleEndian ? high : low)
    }
    return bytes
  }
}
