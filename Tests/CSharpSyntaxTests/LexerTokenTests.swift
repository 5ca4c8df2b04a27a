import Testing

@testable import CSharpSyntax

@Suite struct LexerTokenTests {
  @Test(arguments: [
    ("1 0x1F 0b1010 1_000 0x_1 0b_1", ["1", "0x1F", "0b1010", "1_000", "0x_1", "0b_1"]),
    ("1u 1l 1ul 1LU 1UL 0x1Ful", ["1u", "1l", "1ul", "1LU", "1UL", "0x1Ful"]),
    (".5 1.5 1e3 1e-3 1E+3f 1f 1d 1m 1.5M", [".5", "1.5", "1e3", "1e-3", "1E+3f", "1f", "1d", "1m", "1.5M"]),
    ("0xE+1", ["0xE", "+", "1"]), ("1uu", ["1u", "u"]), ("0b12", ["0b1", "2"]), ("1.5L", ["1.5", "L"]),
  ])
  func numbers(_ source: String, _ expected: [String]) {
    let lexed = LexedText(source)
    #expect(lexed.tokens.dropLast().map { lexed.text($0.start, $0.end) } == expected)
    #expect(lexed.errors.isEmpty)
  }

  @Test(arguments: [
    ("1..2", ["NumericLiteral:1", "DotDot", "NumericLiteral:2"]),
    ("1.", ["NumericLiteral:1", "Dot"]),
    ("1.ToString", ["NumericLiteral:1", "Dot", "Identifier:ToString"]),
    ("1.5.ToString", ["NumericLiteral:1.5", "Dot", "Identifier:ToString"]),
    ("..a", ["DotDot", "Identifier:a"]),
    ("a..", ["Identifier:a", "DotDot"]),
  ])
  func dotsBesideNumbers(_ source: String, _ expected: [String]) {
    #expect(LexedText(source).summary == expected)
  }

  @Test(arguments: [
    ("0x", 1013), ("0b", 1013), ("1_", 1013), ("1__", 1013), ("1_.5", 1013), ("1e", 595), ("1e+", 595),
    ("18446744073709551616", 1021), ("0x1FFFFFFFFFFFFFFFF", 1021), ("1e309", 594), ("1e39f", 594),
    ("79228162514264337593543950336m", 594), ("1e29m", 594),
  ])
  func brokenNumbers(_ source: String, _ id: Int) {
    let lexed = LexedText(source)
    #expect(lexed.errorIds == [id])
    #expect(lexed.tokens.first?.kind == .numericLiteralToken)
  }

  @Test(arguments: [
    "18446744073709551615", "0xFFFFFFFFFFFFFFFF", "1e308", "1e38f", "79228162514264337593543950335m", "1e-500",
    "0.0000000000000000000000000000000001m",
  ])
  func largestNumbers(_ source: String) {
    #expect(LexedText(source).errors.isEmpty)
  }

  @Test func longestMatchOfPunctuation() {
    let lexed = LexedText(
      "a ??= b ?? c ?. d ? e : f :: g => h -> i -- -= << <<= <= ++ += && &= || |= ^= *= /= %= != == ~")
    #expect(
      lexed.summary.filter { !$0.hasPrefix("Identifier") } == [
        "QuestionQuestionEquals", "QuestionQuestion", "Question", "Dot", "Question", "Colon", "ColonColon",
        "EqualsGreaterThan", "MinusGreaterThan", "MinusMinus", "MinusEquals", "LessThanLessThan",
        "LessThanLessThanEquals", "LessThanEquals", "PlusPlus", "PlusEquals", "AmpersandAmpersand",
        "AmpersandEquals", "BarBar", "BarEquals", "CaretEquals", "AsteriskEquals", "SlashEquals", "PercentEquals",
        "ExclamationEquals", "EqualsEquals", "Tilde",
      ])
  }

  /// Type arguments may end there, so the parser joins what belongs together.
  @Test func greaterThanStaysSingle() {
    #expect(LexedText("> >> >>> >>= >>>= >=").summary.allSatisfy { $0 == "GreaterThan" || $0 == "GreaterThanEquals" })
    #expect(LexedText(">>>=").summary == ["GreaterThan", "GreaterThan", "GreaterThanEquals"])
  }

  @Test func reservedWordsAreKeywords() {
    for (word, kind) in KeywordTable.reservedWords {
      let lexed = LexedText(word)
      #expect(lexed.tokens.first?.kind == kind)
      #expect(lexed.tokens.first?.contextualKind == kind)
      #expect(LexedText("@" + word).summary == ["Identifier:@" + word])
      #expect(LexedText(word + "x").summary == ["Identifier:\(word)x"])
      #expect(LexedText("x" + word).summary == ["Identifier:x\(word)"])
      #expect(LexedText(word.uppercased() + "q").tokens.first?.kind == .identifierToken)
    }
  }

  @Test func contextualWordsStayIdentifiers() {
    for (word, kind) in KeywordTable.contextualWords {
      // Behind the word there may be enough text for a wide read, or not.
      for source in [word, word + " ", word + "                    "] {
        let lexed = LexedText(source)
        #expect(lexed.tokens.first?.kind == .identifierToken)
        #expect(lexed.tokens.first?.contextualKind == kind)
      }
      let escaped = LexedText("@" + word).tokens.first
      #expect(escaped?.contextualKind == SyntaxKind.none)
      #expect(escaped?.flags.contains(.isEscaped) == true)
    }
    #expect(LexedText("ordinary").tokens.first?.contextualKind == SyntaxKind.none)
  }

  @Test(arguments: [
    "é", "Ω", "日本", "a\u{301}", "\u{2164}", "a\u{203F}b", "x\u{200D}y", "a\u{903}", "\\u0061b", "a\\u0062",
    "\\U00000041", "cl\\u0061ss", "@\\u0061", "a\\u200Db", "_1", "ⅷ",
  ])
  func identifiersBeyondASCII(_ source: String) {
    let lexed = LexedText(source)
    #expect(lexed.summary == ["Identifier:" + source])
    #expect(lexed.errors.isEmpty)
    #expect(lexed.tokens.first?.flags.contains(.isEscaped) == (source.contains("\\") || source.contains("@")))
  }

  @Test(arguments: [
    ("\\u0031", ["Bad:\\u0031"], [1056]), ("a\\u0020b", ["Identifier:a", "Bad:\\u0020", "Identifier:b"], [1056]),
    ("\\x41", ["Bad:\\", "Identifier:x41"], [1056]), ("\\u", ["Identifier:\\u"], [1009]),
    ("\\u00", ["Bad:\\u00"], [1009, 1056]), ("`", ["Bad:`"], [1056]), ("\u{903}", ["Bad:\u{903}"], [1056]),
    ("😀", ["Bad:😀"], [1056]), ("a\0b", ["Identifier:a", "Bad:\0", "Identifier:b"], [1056]),
    ("@", ["Bad:@"], [1646]), ("@ x", ["Bad:@", "Identifier:x"], [1646]), ("@@x", ["Identifier:@@x"], [9008]),
    ("$", ["Bad:$"], [1056]), ("a...b", ["Identifier:a", "DotDot", "Dot", "Identifier:b"], [8635]),
  ])
  func charactersThatBeginNothing(_ source: String, _ expected: [String], _ ids: [Int]) {
    let lexed = LexedText(source)
    #expect(lexed.summary == expected)
    #expect(lexed.errorIds == ids)
    #expect(lexed.coversText)
  }

  @Test func endsATextOfRubbishAsOneToken() {
    let lexed = LexedText(String(repeating: "`", count: 100_000))
    #expect(lexed.tokens.count == 203)
    #expect(lexed.coversText)
  }

  @Test(arguments: ["a\rb", "a\nb", "a\r\nb", "a\u{85}b", "a\u{2028}b", "a\u{2029}b"])
  func lineEndsBelongToTheTokenBefore(_ source: String) {
    let lexed = LexedText(source)
    #expect(lexed.summary == ["Identifier:a", "Identifier:b"])
    #expect(lexed.tokens[0].fullEnd == lexed.tokens[1].start)
    #expect(lexed.tokens[1].fullStart == lexed.tokens[1].start)
  }

  @Test(arguments: ["\t", "\u{B}", "\u{C}", " ", "\u{A0}", "\u{1680}", "\u{2003}", "\u{3000}", "\u{1A}"])
  func whitespaceSeparates(_ blank: String) {
    let lexed = LexedText("a\(blank)b\(blank)")
    #expect(lexed.summary == ["Identifier:a", "Identifier:b"])
    #expect(lexed.errors.isEmpty)
    #expect(lexed.coversText)
  }

  /// U+FEFF is a blank between tokens, but a formatting character inside an identifier.
  @Test func zeroWidthNoBreakSpace() {
    #expect(LexedText("\u{FEFF};\u{FEFF}a\u{FEFF}b").summary == ["Semicolon", "Identifier:a\u{FEFF}b"])
  }

  @Test func marksAndBrokenBytesAreKept() {
    #expect(LexedText([0xEF, 0xBB, 0xBF] + Array("a".utf8)).tokens[0].fullStart == 3)
    for bytes: [UInt8] in [
      [0xFF], [0x61, 0xC0, 0xAF, 0x62], [0x22, 0xFF, 0x22], [0xE2, 0x80], [0xED, 0xA0, 0x80], [],
    ] {
      #expect(LexedText(bytes).coversText)
    }
    #expect(
      LexedText([0x61, 0xC0, 0xAF, 0x62]).tokens.map(\.kind) == [
        .identifierToken, .badToken, .badToken, .identifierToken, .endOfFileToken,
      ])
  }

  @Test func trailingTriviaEndsBehindTheLine() {
    let lexed = LexedText("a /* x */ // y\n  // z\n b // c")
    #expect(lexed.text(lexed.tokens[0].end, lexed.tokens[0].fullEnd) == " /* x */ // y\n")
    #expect(lexed.text(lexed.tokens[1].fullStart, lexed.tokens[1].start) == "  // z\n ")
    #expect(lexed.text(lexed.tokens[1].end, lexed.tokens[1].fullEnd) == " // c")
  }

  @Test func documentationCommentsNeverTrail() {
    for comment in ["/// d\n", "/** d */ "] {
      let lexed = LexedText("a \(comment)b")
      #expect(lexed.text(lexed.tokens[0].end, lexed.tokens[0].fullEnd) == " ")
      #expect(lexed.text(lexed.tokens[1].fullStart, lexed.tokens[1].start) == comment)
    }
    for comment in ["//// d\n", "/*** d */ ", "/**/ "] {
      let lexed = LexedText("a \(comment)b")
      #expect(lexed.text(lexed.tokens[0].end, lexed.tokens[0].fullEnd) == " " + comment)
    }
  }

  @Test func reportsAnOpenComment() {
    #expect(LexedText("/* a").errorIds == [1035])
    #expect(LexedText("a /* b").errorIds == [1035])
    #expect(LexedText("/** a").errorIds == [1035])
  }

  @Test func conflictMarkersAreTrivia() {
    let source = "a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\nd"
    let lexed = LexedText(source)
    #expect(lexed.summary == ["Identifier:a", "Identifier:b", "Identifier:d"])
    #expect(lexed.errorIds == [8300, 8300, 8300])
    #expect(LexedText(" <<<<<<< x").summary.first == "LessThanLessThan")
    #expect(LexedText("<<<<<<<x").errors.isEmpty)
    let base = LexedText("<<<<<<< x\na\n||||||| b\nc\n=======\nd\n>>>>>>> y\ne")
    #expect(base.summary == ["Identifier:a", "Identifier:e"])
  }
}
