import CSharpSyntax

/// A file's bytes beside the text that was analysed, so that a changed text can be written as the file was.
struct EncodedText {
  /// As the analysis saw it.
  let text: [UInt8]
  private let encoding: SourceEncoding
  /// A byte order mark that the analysis left out.
  private let omittedMark: Bool

  /// - Returns: `nil` if the text is not that of the bytes, or could not be written back unchanged.
  init?(bytes: [UInt8], analysed text: [UInt8]) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let source = SourceEncoding.decode(bytes)
    let decoded = source.bytes
    if decoded == text {
      omittedMark = false
    } else if decoded.starts(with: mark), decoded.dropFirst(3).elementsEqual(text) {
      omittedMark = true
    } else {
      return nil
    }
    // What is damaged does not come back as it was.
    guard source.encoding.encode(decoded) == bytes else { return nil }
    self.text = text
    encoding = source.encoding
  }

  func fileBytes(of newText: [UInt8]) -> [UInt8] {
    encoding.encode(omittedMark ? [0xef, 0xbb, 0xbf] + newText : newText)
  }
}
