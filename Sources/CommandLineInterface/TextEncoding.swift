/// How a file's text is encoded. Everything but UTF-16 with a byte order mark is taken as UTF-8.
enum TextEncoding {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian

  init(of bytes: [UInt8]) {
    if bytes.starts(with: [0xff, 0xfe]) {
      self = .utf16LittleEndian
    } else if bytes.starts(with: [0xfe, 0xff]) {
      self = .utf16BigEndian
    } else {
      self = .utf8
    }
  }

  /// The text in UTF-8; a byte order mark stays one.
  func decoded(_ bytes: [UInt8]) -> [UInt8] {
    if self == .utf8 { return bytes }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(self == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The opposite of ``decoded(_:)``.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    if self == .utf8 { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 2)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
      bytes.append(contentsOf: self == .utf16LittleEndian ? [low, high] : [high, low])
    }
    return bytes
  }
}

/// A file's bytes beside the text that was analysed, so that a changed text can be written as the file was.
struct EncodedText {
  /// As the analysis saw it.
  let text: [UInt8]
  private let encoding: TextEncoding
  /// A byte order mark that the analysis left out.
  private let omittedMark: Bool

  /// - Returns: `nil` if the text is not that of the bytes, or could not be written back unchanged.
  init?(bytes: [UInt8], analysed text: [UInt8]) {
    let encoding = TextEncoding(of: bytes)
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let decoded = encoding.decoded(bytes)
    if decoded == text {
      omittedMark = false
    } else if decoded.starts(with: mark), decoded.dropFirst(3).elementsEqual(text) {
      omittedMark = true
    } else {
      return nil
    }
    guard encoding.encoded(decoded) == bytes else { return nil }
    self.text = text
    self.encoding = encoding
  }

  func fileBytes(of newText: [UInt8]) -> [UInt8] {
    encoding.encoded(omittedMark ? [0xef, 0xbb, 0xbf] + newText : newText)
  }
}
