import Testing

@testable import CSharpSyntax

@Suite struct LexerStringTests {
  @Test(arguments: [
    #"'a'"#, #"'\''"#, #"'"'"#, #"'\\'"#, #"'\0'"#, #"'\x1'"#, #"'\x1234'"#, #"'\u0041'"#, #"'\U00000041'"#,
    #"'\e'"#, "'é'",
  ])
  func characters(_ source: String) {
    let lexed = LexedText(source)
    #expect(lexed.summary == ["CharacterLiteral:" + source])
    #expect(lexed.errors.isEmpty)
  }

  @Test(arguments: [
    ("''", [1011]), ("'ab'", [1012]), ("'a", [1010]), ("'\n", [1010, 1011]), (#"'\q'"#, [1009]), ("'😀'", [1012]),
    (#"'\U0001F600'"#, [1012]), (#"'\U00110000'"#, [1009]), (#"'\u12'"#, [1009]), (#"'\x'"#, [1009]),
  ])
  func brokenCharacters(_ source: String, _ ids: [Int]) {
    #expect(LexedText(source).errorIds == ids)
  }

  @Test(arguments: [
    (#""a\"b""#, "StringLiteral"), (#""\' \" \\ \0 \a \b \e \f \n \r \t \v \x1 \u0041 \U0001F600""#, "StringLiteral"),
    (#"@"a""b\""#, "StringLiteral"), ("@\"a\nb\"", "StringLiteral"), (#""a"u8"#, "Utf8StringLiteral"),
    (#""a"U8"#, "Utf8StringLiteral"), (#"@"a"u8"#, "Utf8StringLiteral"),
    (#""""a"b""c""""#, "SingleLineRawStringLiteral"),
    (#"""""a"""b"""""#, "SingleLineRawStringLiteral"), (#""""a"""u8"#, "Utf8SingleLineRawStringLiteral"),
    ("\"\"\"\n  a\n\n  b\n  \"\"\"", "MultiLineRawStringLiteral"),
    ("\"\"\" \n  a\n  \"\"\"u8", "Utf8MultiLineRawStringLiteral"),
    ("\"\"\"\r\n a\r\n \"\"\"", "MultiLineRawStringLiteral"),
  ])
  func strings(_ source: String, _ kind: String) {
    let lexed = LexedText(source + ";")
    #expect(lexed.summary == ["\(kind):\(source)", "Semicolon"])
    #expect(lexed.errors.isEmpty)
  }

  @Test func suffixHasToTouchTheString() {
    #expect(LexedText(#""a" u8"#).summary == [#"StringLiteral:"a""#, "Identifier:u8"])
  }

  @Test(arguments: [
    ("\"abc", [1010]), ("\"abc\ndef", [1010]), ("\"a\u{2028}", [1010]), (#""\q""#, [1009]), ("@\"abc", [1039]),
    ("@@\"a\"", [9008]), (#""""a"#, [8997]), (#""""a""""""#, [8998]), ("\"\"\"\n\"\"\"", [9002]),
    ("\"\"\"\n  a\n b\n  \"\"\"", [8999]), ("\"\"\"\n\ta\n  \"\"\"", [9003]), ("\"\"\"\n  a\"\"\"", [9000]),
    ("\"\"\"\n  a", [8997]),
  ])
  func brokenStrings(_ source: String, _ ids: [Int]) {
    let lexed = LexedText(source)
    #expect(lexed.errorIds == ids)
    #expect(lexed.coversText)
  }

  @Test func interpolatedStringComesFlat() {
    let lexed = LexedText(##"$"a{b,10:x2}c{{d}}{(e ? f : g)}";"##)
    #expect(
      lexed.summary == [
        "InterpolatedStringStart", "InterpolatedStringText:a", "OpenBrace", "Identifier:b", "Comma",
        "NumericLiteral:10", "Colon", "InterpolatedStringText:x2", "CloseBrace", "InterpolatedStringText:c{{d}}",
        "OpenBrace", "OpenParen", "Identifier:e", "Question", "Identifier:f", "Colon", "Identifier:g", "CloseParen",
        "CloseBrace", "InterpolatedStringEnd", "Semicolon",
      ])
    #expect(lexed.errors.isEmpty)
  }

  @Test func colonBeginsTheFormatAndTwoDoToo() {
    #expect(
      LexedText(##"$"{a::b}""##).summary == [
        "InterpolatedStringStart", "OpenBrace", "Identifier:a", "Colon", "InterpolatedStringText::b", "CloseBrace",
        "InterpolatedStringEnd",
      ])
    #expect(LexedText(##"$"{(a::b)}""##).summary.contains("ColonColon"))
    #expect(LexedText(##"$"{a[b:c]}""##).summary.filter { $0 == "Colon" }.count == 1)
    // An empty format is a token too.
    #expect(LexedText(##"$"{a:}""##).summary.contains("InterpolatedStringText:"))
  }

  @Test func holesHoldWholeLanguage() {
    let lexed = LexedText(##"$"{"}"}{'}'}{@"}"""}{$"{1}"}{/* } */ 2}{new { A = 1 }}""##)
    #expect(lexed.errors.isEmpty)
    #expect(lexed.summary.filter { $0 == "InterpolatedStringStart" }.count == 2)
    #expect(lexed.summary.last == "InterpolatedStringEnd")
    let lines = LexedText("$\"{\n  a // }\n}\"")
    #expect(lines.errors.isEmpty)
    #expect(
      lines.summary == [
        "InterpolatedStringStart", "OpenBrace", "Identifier:a", "CloseBrace", "InterpolatedStringEnd",
      ])
  }

  @Test(arguments: [#"$@"a""b{c}""#, #"@$"a""b{c}""#])
  func verbatimInterpolation(_ source: String) {
    #expect(
      LexedText(source).summary == [
        "InterpolatedVerbatimStringStart", #"InterpolatedStringText:a""b"#, "OpenBrace", "Identifier:c", "CloseBrace",
        "InterpolatedStringEnd",
      ])
  }

  @Test func bracesOfRawStringsAreCounted() {
    #expect(
      LexedText(###"$$"""a{b}{{c}}{{{d}}}""";"###).summary == [
        "InterpolatedSingleLineRawStringStart", "InterpolatedStringText:a{b}", "OpenBrace", "Identifier:c",
        "CloseBrace", "InterpolatedStringText:{", "OpenBrace", "Identifier:d", "CloseBrace",
        "InterpolatedStringText:}", "InterpolatedRawStringEnd", "Semicolon",
      ])
  }

  @Test func linesOfRawStringsBelongToStartAndEnd() {
    let lexed = LexedText("$\"\"\"\n    a {b}\n    {c:x}\n    \"\"\";")
    #expect(
      lexed.summary == [
        "InterpolatedMultiLineRawStringStart", "InterpolatedStringText:    a ", "OpenBrace", "Identifier:b",
        "CloseBrace", "InterpolatedStringText:\n    ", "OpenBrace", "Identifier:c", "Colon",
        "InterpolatedStringText:x", "CloseBrace", "InterpolatedRawStringEnd", "Semicolon",
      ])
    #expect(lexed.text(lexed.tokens[0].start, lexed.tokens[0].end) == "$\"\"\"\n")
    #expect(lexed.errors.isEmpty)
  }

  @Test(arguments: [
    (##"$"a"##, [1039]), ("$\"a\n", [1039]), (##"$"{a"##, [8076]), (##"$"}""##, [8086]), (##"$"{a}}""##, [8086]),
    (##"$"\{""##, [1009, 8087]), (##"$"\u007B""##, [8087]), (##"$"{a:{}""##, [1056]), (##"$"{a)}""##, [1003]),
    (##"$"{#a}""##, [1003, 1056]), (##"$$"a""##, [9004]), (##"$@@"a""##, [9008]), (##"$$ a"##, [9009]),
    (##"$$"""{{{{a}}""""##, [9006]), (##"$$"""{{a}b""""##, [9005]), (##"$"""a}""""##, [9007]),
    (##"$"""a"##, [8997]), ("$\"\"\"\n \"\"\"", [9002]), ("$\"\"\"\n  a\n b{c}\n  \"\"\"", [8999]),
    ("$\"\"\"\n  a{b}\"\"\"", [9000]),
  ])
  func brokenInterpolation(_ source: String, _ ids: [Int]) {
    let lexed = LexedText(source)
    #expect(lexed.errorIds.sorted() == ids.sorted())
    #expect(lexed.coversText)
  }

  @Test func missingEndTakesTheTriviaBehind() {
    let lexed = LexedText("$\"a // b\nc")
    #expect(
      lexed.summary == [
        "InterpolatedStringStart", "InterpolatedStringText:a // b", "InterpolatedStringEnd?", "Identifier:c",
      ])
    #expect(LexedText("$\"\"\"{$\"{a").summary.suffix(2) == ["InterpolatedStringEnd?", "InterpolatedRawStringEnd?"])
  }

  /// The rest of the file has to be read as it was meant.
  @Test func brokenHoleEndsAtTheNextQuote() {
    let lexed = LexedText(##"x = $"{a[1}"; y = "b";"##)
    #expect(lexed.summary.suffix(4) == ["Identifier:y", "Equals", #"StringLiteral:"b""#, "Semicolon"])
  }

  @Test func nestsWithoutEnd() {
    let lexed = LexedText(String(repeating: "$\"{", count: 20_000))
    #expect(lexed.coversText)
    #expect(lexed.tokens.filter { $0.flags.contains(.missing) }.count == 20_000)
  }
}
