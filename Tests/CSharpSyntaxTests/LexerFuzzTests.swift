import Testing

@testable import CSharpSyntax

/// Whatever bytes come: nothing traps, tokens and trivia cover the text, and trivia can be listed.
@Suite struct LexerFuzzTests {
  private static let seeds = [
    "class C { int x = 1; string s = $\"a{b:c}{{d}}\"; /* e */ // f\n}", "$$\"\"\"a{{b}}\"\"\" + $@\"x\"\"{y}\"",
    "#if A && (B || !C)\nx\n#elif D\ny\n#else\nz\n#endif\n#region r\n#endregion",
    "x = \"\"\"\n    a\n    b\n    \"\"\"u8; y = 'c'; z = @\"d\"\"e\";",
    "/// <a/>\n/** b */ 0x1F 1.5e-3f 1_000ul .5 1..2",
    "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n",
    "#pragma warning disable CS1, 2\n#nullable enable\n#line (1,2)-(3,4) 5 \"f\"",
  ]
  private static let fragments: [[UInt8]] =
    [
      "\"", "\"\"\"", "$\"", "$$\"\"\"", "@\"", "{", "}", "{{", "'", "\\", "//", "/*", "*/", "///", "/**", "\n", "\r\n",
      "\r", "#", "#if A\n", "#endif\n", "#else", "(", ")", "[", "]", ":", "::", ".", "..", "1", "0x", "_", "e", "u8",
      "@",
      "$", "<<<<<<< ", "=======\n", ">>", "?", "é", "\u{2028}", "\u{85}", "😀", "\\u0041", "\u{A0}", "\0", " ",
    ].map { Array($0.utf8) } + [[0xFF], [0xC2], [0xE2, 0x80], [0xEF, 0xBB, 0xBF], [0xF0, 0x9F]]

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0, 1:
      let fragment = Self.fragments[Int.random(in: 0..<Self.fragments.count, using: &random)]
      bytes.insert(contentsOf: fragment, at: place)
    case 2:
      let end = min(bytes.count, place + Int.random(in: 1...4, using: &random))
      bytes.removeSubrange(place..<end)
    default:
      if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    }
  }

  private func check(_ bytes: [UInt8]) {
    let lexed = LexedText(bytes)
    #expect(lexed.coversText, "\(bytes)")
    #expect(lexed.errors.allSatisfy { Int($0.range.end.value) <= bytes.count }, "\(bytes)")
  }

  @Test(arguments: 0..<8)
  func mutatedTexts(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<400 {
      var bytes = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &random)].utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) { mutate(&bytes, &random) }
      check(bytes)
    }
  }

  @Test func randomBytes() {
    var random = SeededGenerator(seed: 99)
    for length in 0..<300 {
      check((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test func everyPrefixOfEverySeed() {
    for seed in Self.seeds {
      let bytes = Array(seed.utf8)
      for length in 0...bytes.count { check(Array(bytes.prefix(length))) }
    }
  }

  /// Trivia of every token lie side by side and fill its trivia's range, structures within their trivia.
  @Test func triviaOfMutatedTexts() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      var bytes = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &random)].utf8)
      for _ in 0..<Int.random(in: 0...5, using: &random) { mutate(&bytes, &random) }
      let tree = try #require(parse(bytes))
      var token = tree.firstSourceToken
      while let current = token {
        for (range, pieces) in [
          (current.leadingTriviaRange, current.leadingTrivia), (current.trailingTriviaRange, current.trailingTrivia),
        ] {
          var place = range.start
          for piece in pieces {
            #expect(piece.range.start == place && !piece.range.isEmpty, "\(bytes)")
            place = piece.range.end
            if piece.hasStructure {
              let structure = try #require(tree.structure(of: piece))
              let range = withExtendedLifetime(structure) { structure.root.fullRange }
              #expect(range.start >= piece.range.start && range.end <= piece.range.end, "\(bytes)")
            }
          }
          #expect(place == range.end, "\(bytes)")
        }
        token = current.next
      }
    }
  }
}
