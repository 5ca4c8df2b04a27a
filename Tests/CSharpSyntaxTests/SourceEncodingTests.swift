import Testing

@testable import CSharpSyntax

@Suite struct SourceEncodingTests {
  @Test func utf16IsReadAndWrittenBack() {
    let text = "\u{FEFF}class é😀 { }"
    for (encoding, isLittle) in [(SourceEncoding.utf16LittleEndian, true), (.utf16BigEndian, false)] {
      let bytes = text.utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isLittle ? pair : pair.reversed()
      }
      let decoded = SourceEncoding.decode(bytes)
      #expect(decoded.encoding == encoding)
      #expect(decoded.bytes == Array(text.utf8))
      #expect(encoding.encode(decoded.bytes) == bytes)
      #expect(LexedText(decoded.bytes).tokens.first?.fullStart == 3)
    }
  }

  @Test func otherBytesStayAsTheyAre() {
    for bytes: [UInt8] in [[], [0x61], [0xFF], [0xEF, 0xBB, 0xBF, 0x61], [0xC0, 0xAF]] {
      let decoded = SourceEncoding.decode(bytes)
      #expect(decoded.encoding == .utf8)
      #expect(decoded.bytes == bytes)
      #expect(decoded.encoding.encode(bytes) == bytes)
    }
  }

  @Test func brokenUTF16IsRepaired() {
    #expect(SourceEncoding.decode([0xFF, 0xFE, 0x00, 0xD8]).bytes == Array("\u{FEFF}\u{FFFD}".utf8))
    #expect(SourceEncoding.decode([0xFF, 0xFE, 0x61]).bytes == Array("\u{FEFF}\u{FFFD}".utf8))
  }
}
