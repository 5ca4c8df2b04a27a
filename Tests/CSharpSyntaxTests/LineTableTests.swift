import Testing

@testable import CSharpSyntax

@Suite struct LineTableTests {
  @Test func countsLinesOfTheProtocolAndOfTheLanguage() {
    let bytes = Array("a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g".utf8)
    #expect(LineTable(bytes).lineCount == 4)
    #expect(LineTable(bytes, lineEnds: .csharp).lineCount == 7)
    #expect(LineTable([]).lineCount == 1)
    #expect(LineTable(Array("\n".utf8)).lineCount == 2)
  }

  @Test func columnsCountWhatIsAskedFor() {
    let bytes = Array("é😀x\nyz".utf8)
    let table = LineTable(bytes)
    let x = ByteOffset(6)
    #expect(table.position(of: x, in: bytes, columns: .utf8) == LinePosition(line: 0, column: 6))
    #expect(table.position(of: x, in: bytes, columns: .utf16) == LinePosition(line: 0, column: 3))
    #expect(table.position(of: x, in: bytes, columns: .utf32) == LinePosition(line: 0, column: 2))
    for unit in ColumnUnit.allCases {
      let position = table.position(of: x, in: bytes, columns: unit)
      #expect(table.offset(of: position, in: bytes, columns: unit) == x)
    }
  }

  @Test func placesInsideCharactersRoundDown() {
    let bytes = Array("a😀b".utf8)
    let table = LineTable(bytes)
    #expect(table.position(of: ByteOffset(3), in: bytes, columns: .utf16).column == 1)
    #expect(table.offset(of: LinePosition(line: 0, column: 2), in: bytes, columns: .utf16) == ByteOffset(1))
    #expect(table.offset(of: LinePosition(line: 0, column: 3), in: bytes, columns: .utf8) == ByteOffset(1))
  }

  @Test func placesOutsideClamp() {
    let bytes = Array("ab\r\ncd".utf8)
    let table = LineTable(bytes)
    #expect(table.offset(of: LinePosition(line: 0, column: 99), in: bytes, columns: .utf16) == ByteOffset(2))
    #expect(table.offset(of: LinePosition(line: 9, column: 0), in: bytes, columns: .utf16) == ByteOffset(6))
    #expect(table.offset(of: LinePosition(line: -1, column: 5), in: bytes, columns: .utf16) == ByteOffset(0))
    #expect(table.offset(of: LinePosition(line: 1, column: -5), in: bytes, columns: .utf16) == ByteOffset(4))
    #expect(table.position(of: ByteOffset(3), in: bytes, columns: .utf16) == LinePosition(line: 0, column: 2))
    #expect(table.position(of: ByteOffset(99), in: bytes, columns: .utf16) == LinePosition(line: 1, column: 2))
  }

  @Test func markHasNoColumn() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("ab".utf8)
    let table = LineTable(bytes)
    #expect(table.position(of: ByteOffset(4), in: bytes, columns: .utf16).column == 1)
    #expect(table.offset(of: LinePosition(line: 0, column: 0), in: bytes, columns: .utf8) == ByteOffset(3))
    #expect(table.position(of: ByteOffset(1), in: bytes, columns: .utf8).column == 0)
  }

  private static let pieces: [[UInt8]] =
    [
      "a", "bc", "\n", "\r", "\r\n", "é", "😀", "\u{85}", "\u{2028}", "\u{2029}", "xxxxxxxxxxxxxxxxxxx", "\t",
    ].map { Array($0.utf8) } + [[0xFF], [0xC2], [0xE2, 0x80], [0xE2]]

  private func text(_ random: inout SeededGenerator, _ most: Int) -> [UInt8] {
    (0..<Int.random(in: 0...most, using: &random)).flatMap { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    }
  }

  /// The lines found by looking at one character after the other.
  private func slowStarts(_ bytes: [UInt8], _ lineEnds: LineTable.LineEnds) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: [0x0D, 0x0A]) {
        index += 2
      } else if rest.first == 0x0A || rest.first == 0x0D {
        index += 1
      } else if lineEnds == .csharp, rest.starts(with: [0xC2, 0x85]) {
        index += 2
      } else if lineEnds == .csharp, rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) {
        index += 3
      } else {
        index += 1
        continue
      }
      starts.append(index)
    }
    return starts
  }

  @Test(arguments: [LineTable.LineEnds.languageServer, .csharp])
  func findsTheLinesOfRandomTexts(_ lineEnds: LineTable.LineEnds) {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let bytes = text(&random, 60)
      let table = LineTable(bytes, lineEnds: lineEnds)
      let starts = slowStarts(bytes, lineEnds)
      #expect((0..<table.lineCount).map { Int(table.start(ofLine: $0).value) } == starts, "\(bytes)")
      for offset in 0...bytes.count {
        let line = table.line(containing: ByteOffset(clamping: offset))
        #expect(line == (starts.lastIndex { $0 <= offset } ?? 0), "\(bytes) \(offset)")
      }
    }
  }

  @Test(arguments: [LineTable.LineEnds.languageServer, .csharp])
  func patchedTableEqualsAFreshOne(_ lineEnds: LineTable.LineEnds) {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      var bytes = text(&random, 30)
      var table = LineTable(bytes, lineEnds: lineEnds)
      for _ in 0..<10 {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = Int.random(in: start...bytes.count, using: &random)
        let before = bytes
        bytes.replaceSubrange(start..<end, with: text(&random, 4))
        table.replace(TextRange(UInt32(start), UInt32(end)), in: bytes)
        #expect(table == LineTable(bytes, lineEnds: lineEnds), "\(before) \(start)..<\(end) \(bytes)")
      }
    }
  }

  @Test func offsetsAndPositionsAreInverse() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let bytes = text(&random, 20)
      let table = LineTable(bytes)
      for unit in ColumnUnit.allCases {
        var last = LinePosition(line: 0, column: 0)
        for offset in 0...bytes.count {
          let position = table.position(of: ByteOffset(clamping: offset), in: bytes, columns: unit)
          #expect(position >= last)
          last = position
          let back = table.offset(of: position, in: bytes, columns: unit)
          #expect(Int(back.value) <= offset)
          // Whatever the offset was rounded to stays what it is.
          #expect(table.position(of: back, in: bytes, columns: unit) == position, "\(bytes) \(offset)")
        }
      }
    }
  }
}
