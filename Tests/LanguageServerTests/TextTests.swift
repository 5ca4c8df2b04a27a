import CSharpSyntax
import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

private let encodings = [PositionEncodingKind.utf8, .utf16, .utf32]

/// The slow and obvious way to do what the server does with bytes: a text as scalars.
private struct Model {
  var scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  func width(_ scalar: Unicode.Scalar, _ encoding: PositionEncodingKind) -> Int {
    switch encoding {
    case .utf8: return UTF8.width(scalar)
    case .utf16: return UTF16.width(scalar)
    case .utf32: return 1
    }
  }

  /// The lines as ranges of scalars, without what ends them.
  var lines: [Swift.Range<Int>] {
    var lines: [Swift.Range<Int>] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\n" || scalars[index] == "\r" {
        lines.append(start..<index)
        if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(start..<scalars.count)
    return lines
  }

  func index(_ position: Position, _ encoding: PositionEncodingKind) -> Int {
    let lines = lines
    guard position.line < lines.count else { return scalars.count }
    let line = lines[Int(position.line)]
    var units = 0
    for index in line {
      units += width(scalars[index], encoding)
      if units > position.character { return index }
    }
    return line.upperBound
  }

  mutating func apply(_ change: TextDocumentContentChangeEvent, _ encoding: PositionEncodingKind) {
    guard let range = change.range else {
      self = Model(change.text)
      return
    }
    let a = index(range.start, encoding)
    let b = index(range.end, encoding)
    scalars.replaceSubrange(min(a, b)..<max(a, b), with: Array(change.text.unicodeScalars))
  }
}

@Suite struct TextTests {
  private static let pieces = [
    "\n", "\r\n", "\r", "a", "bc", "ä", "€", "😀", "\t", "\u{2028}", "\u{85}", "\u{FEFF}", "long plain text 0123456789",
    "class C { }",
  ]

  private func randomText(_ random: inout RandomSource, _ count: Int) -> String {
    (0..<count).compactMap { _ in TextTests.pieces.randomElement(using: &random) }.joined()
  }

  private func document(_ text: String) throws -> OpenDocument {
    OpenDocument(
      try TextDocumentItem(json: ["uri": "file:///w/a.cs", "text": .string(text)]), generation: 1, epoch: 0)
  }

  private func randomPosition(_ random: inout RandomSource, _ lines: Int) -> Position {
    Position(
      line: UInt32.random(in: 0...UInt32(lines + 1), using: &random),
      character: Int.random(in: 0...9, using: &random) == 0 ? .max : UInt32.random(in: 0...30, using: &random))
  }

  @Test("random edits leave the text that the model has", arguments: encodings)
  func editsFollowTheModel(encoding: PositionEncodingKind) throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = RandomSource(seed: seed &* 31)
      let text = randomText(&random, Int.random(in: 0...60, using: &random))
      var model = Model(text)
      let document = try document(text)
      for generation in 2...30 as ClosedRange<UInt64> {
        var changes: [TextDocumentContentChangeEvent] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let new = randomText(&random, Int.random(in: 0...5, using: &random))
          let isWhole = Int.random(in: 0...12, using: &random) == 0
          let start = randomPosition(&random, model.lines.count)
          let end = Bool.random(using: &random) ? start : randomPosition(&random, model.lines.count)
          let change = TextDocumentContentChangeEvent(range: isWhole ? nil : Range(start: start, end: end), text: new)
          changes.append(change)
          model.apply(change, encoding)
        }
        _ = document.apply(changes, encoding: encoding, generation: generation)
        #expect(String(decoding: document.bytes, as: UTF8.self).unicodeScalars.elementsEqual(model.scalars))
        #expect(document.lines == LineTable(document.bytes), "the patched line table is the one made anew")
        guard document.lines == LineTable(document.bytes) else { return }
      }
    }
  }

  @Test("positions and offsets are each other's inverse", arguments: encodings)
  func positionsRoundTrip(encoding: PositionEncodingKind) {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = RandomSource(seed: seed)
      let text = randomText(&random, Int.random(in: 0...40, using: &random))
      let model = Model(text)
      let converter = PositionConverter(bytes: Array(text.utf8), encoding: encoding)
      var offsets: [Int] = [0]
      for scalar in model.scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
      // Each place in a line's text, in both directions.
      for (number, line) in model.lines.enumerated() {
        var units = 0
        for index in line.lowerBound...line.upperBound {
          let position = Position(line: UInt32(number), character: UInt32(units))
          #expect(converter.offset(of: position) == ByteOffset(UInt32(offsets[index])))
          #expect(converter.position(of: ByteOffset(UInt32(offsets[index]))) == position)
          if index < line.upperBound { units += model.width(model.scalars[index], encoding) }
        }
      }
      // Everything else is cut to a valid place.
      for _ in 0..<50 {
        let position = randomPosition(&random, model.lines.count)
        let offset = converter.offset(of: position)
        #expect(Int(offset.value) == offsets[model.index(position, encoding)])
        let valid = converter.position(of: offset)
        #expect(converter.offset(of: valid) == offset)
        #expect(valid <= position || position.line >= model.lines.count)
      }
    }
  }

  @Test func columnsInsideACharacterMeanItsBeginning() {
    let bytes = Array("a😀b".utf8)
    let utf16 = PositionConverter(bytes: bytes, encoding: .utf16)
    #expect([0, 1, 2, 3, 4, 9].map { utf16.offset(of: Position(line: 0, character: $0)).value } == [0, 1, 1, 5, 6, 6])
    let utf8 = PositionConverter(bytes: bytes, encoding: .utf8)
    #expect(
      [0, 1, 2, 4, 5, 6, 9].map { utf8.offset(of: Position(line: 0, character: $0)).value } == [0, 1, 1, 1, 5, 6, 6])
    let utf32 = PositionConverter(bytes: bytes, encoding: .utf32)
    #expect([0, 1, 2, 3, 9].map { utf32.offset(of: Position(line: 0, character: $0)).value } == [0, 1, 5, 6, 6])
  }

  @Test func onlyThreeLineEndsCount() {
    let text = "a\u{2028}b\u{85}c\u{B}d\rE\r\nF\nG\n\rH"
    let converter = PositionConverter(bytes: Array(text.utf8), encoding: .utf16)
    #expect(converter.lines.lineCount == 6)
    let places = ["E", "F", "G", "H"].map { letter -> Position in
      let index = Array(text.utf8).firstIndex(of: letter.utf8.first ?? 0) ?? 0
      return converter.position(of: ByteOffset(UInt32(index)))
    }
    #expect(places.map(\.line) == [1, 2, 3, 5])
    #expect(places.allSatisfy { $0.character == 0 })
  }

  @Test func invalidBytesDoNoHarm() {
    var random = RandomSource(seed: 9)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : 0x0D
      }
      for encoding in encodings {
        let converter = PositionConverter(bytes: bytes, encoding: encoding)
        for offset in 0...bytes.count + 3 {
          let position = converter.position(of: ByteOffset(UInt32(offset)))
          #expect(Int(converter.offset(of: position).value) <= bytes.count)
        }
      }
    }
  }

  @Test func manyEditsInOneMessage() throws {
    let session = try Session.ready()
    session.open("a.cs", String(repeating: "0123456789\n", count: 100))
    var changes: [JSONValue] = []
    for line in (0..<100).reversed() as ReversedCollection<Swift.Range<Int64>> {
      let place: JSONValue = ["line": .integer(line), "character": 5]
      changes.append(["range": ["start": place, "end": place], "rangeLength": 77, "text": "\r\n"])
    }
    session.notify(
      Method.didChange, ["textDocument": ["uri": "file:///w/a.cs", "version": 2], "contentChanges": .array(changes)])
    let document = try #require(session.state.documents["/w/a.cs"])
    #expect(document.bytes == Array(String(repeating: "01234\r\n56789\n", count: 100).utf8))
    #expect(document.lines.lineCount == 201)
  }

  @Test func wholeAndPartialChangesMix() throws {
    let session = try Session.ready()
    session.open("a.cs", "abc")
    func range(_ a: Int64, _ b: Int64) -> JSONValue {
      ["start": ["line": 0, "character": .integer(a)], "end": ["line": 0, "character": .integer(b)]]
    }
    session.notify(
      Method.didChange,
      [
        "textDocument": ["uri": "file:///w/a.cs", "version": 2],
        "contentChanges": [
          ["range": range(0, 1), "text": "lost"], ["text": "12345"], ["range": range(1, 2), "text": ""],
          ["range": range(3, 1), "text": "x"],
        ],
      ])
    #expect(session.state.documents["/w/a.cs"]?.bytes == Array("1x5".utf8))
    #expect(session.log.contains { $0.contains("had its end before its start") })
  }

  @Test func oddVersionsAreFollowed() throws {
    let session = try Session.ready()
    session.open("a.cs", "x", version: 5)
    session.change("a.cs", "Bad", version: 3)
    session.settle()
    #expect(session.published() == ["a.cs@3: AW101@0:0"])
    #expect(session.log.contains { $0 == "warning: file:///w/a.cs went from version 5 to 3" })
    session.change("a.cs", " Bad", version: 50)
    session.settle()
    #expect(session.published() == ["a.cs@50: AW101@0:1"])
  }

  @Test func documentsThatAreNotOpen() throws {
    let session = try Session.ready()
    session.change("a.cs", "Bad", version: 2)
    session.close("a.cs")
    session.save("a.cs")
    let hover = session.hover("a.cs", 0, 0)
    let actions = session.codeActions("a.cs")
    session.settle()
    #expect(try session.result(of: hover) == .null)
    #expect(try session.result(of: actions) == [])
    #expect(session.take().isEmpty)
    #expect(session.log.contains { $0.contains("which is not open, was ignored") })
  }

  @Test func openingTwiceReplaces() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    session.settle()
    session.open("a.cs", "Bad Bad", version: 9)
    session.settle()
    #expect(session.published() == ["a.cs@1: AW101@0:0", "a.cs@9: AW101@0:0 AW101@0:4"])
    #expect(session.log.contains { $0.contains("was opened twice") })
  }

  @Test func twoSpellingsOfOneURI() throws {
    let session = try Session.ready()
    session.open("file:///w/with%20blank.cs", "x")
    session.change("file:///w/with blank.cs", "Bad", version: 2)
    session.settle()
    let published = session.notifications(Method.publishDiagnostics)
    #expect(published.count == 1)
    #expect(published.last?["uri"] == "file:///w/with%20blank.cs")
    #expect(published.last?["version"] == 2)
  }

  @Test func savedTextThatDiffersIsAdopted() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    session.settle()
    _ = session.take()
    session.notify(Method.didSave, ["textDocument": ["uri": "file:///w/a.cs"], "text": "Bad"])
    session.settle()
    #expect(session.take().isEmpty)
    session.notify(Method.didSave, ["textDocument": ["uri": "file:///w/a.cs"], "text": "Old"])
    session.settle()
    #expect(session.published() == ["a.cs@1: AW306@0:0"])
    #expect(session.log.contains { $0.hasPrefix("error: file:///w/a.cs was saved with another text") })
  }

  @Test(arguments: [
    ("a.cs", "x", true), ("a.CSX", "x", true), ("a.txt", "csharp", true), ("untitled:Untitled-1", "csharp", true),
    ("untitled:Untitled-1", "c-sharp", true), ("untitled:x", "C#", true), ("untitled:x", "CSharp", true),
    ("a.csproj", "xml", false), (".editorconfig", "editorconfig", false), ("untitled:x", "plaintext", false),
  ])
  func csharpIsKnownByNameOrLanguage(name: String, language: String, expected: Bool) throws {
    let session = try Session.ready()
    session.open(name, "Bad", languageID: language)
    session.settle()
    #expect(session.notifications(Method.publishDiagnostics).count == (expected ? 1 : 0))
    #expect(session.host.setDocumentCount == (expected ? 1 : 0))
  }
}
