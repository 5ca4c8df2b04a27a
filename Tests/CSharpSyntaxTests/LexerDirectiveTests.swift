import Testing

@testable import CSharpSyntax

@Suite struct LexerDirectiveTests {
  /// The identifiers that a text leaves compiled.
  private func names(_ source: String, _ defines: Set<String> = []) -> String {
    let lexed = LexedText(source, defines: defines)
    return lexed.tokens.dropLast().map { lexed.text($0.start, $0.end) }.joined(separator: " ")
  }

  @Test(arguments: [
    ("A", true), ("B", false), ("!B", true), ("A && B", false), ("A || B", true), ("A == B", false), ("A != B", true),
    ("true", true), ("false", false), ("(A)", true), ("!(A && B) == true", true), ("A && !B || B", true),
    ("false == false == false", false), ("!!A", true), ("A // comment", true), ("\\u0041", false),
  ])
  func conditions(_ condition: String, _ isTrue: Bool) {
    #expect(names("#if \(condition)\nx\n#else\ny\n#endif\nz", ["A"]) == (isTrue ? "x z" : "y z"))
  }

  @Test func firstTrueBranchIsTaken() {
    let source = "#if A\na\n#elif B\nb\n#elif C\nc\n#else\nd\n#endif\ne"
    #expect(names(source, ["A", "B"]) == "a e")
    #expect(names(source, ["B", "C"]) == "b e")
    #expect(names(source, ["C"]) == "c e")
    #expect(names(source) == "d e")
  }

  @Test func excludedDirectivesNest() {
    #expect(names("#if A\n#if B\na\n#else\nb\n#endif\nc\n#else\nd\n#endif") == "d")
    #expect(names("#if A\n# if true\n#elif true\n#else\n# endif\n#elif true\nx\n#endif") == "x")
    #expect(names("#if true\n#if false\na\n#endif\nb\n#endif") == "b")
  }

  @Test func branchesMaySplitAnything() {
    #expect(names("f(\n#if A\na,\n#else\nb,\n#endif\nc)") == "f ( b , c )")
    #expect(names("class C\n#if A\n: D {\n#else\n{\n#endif\n}") == "class C { }")
  }

  @Test func excludedTextIsNotLexed() {
    #expect(names("#if A\n\" ' /* @\"\n#endif\nx") == "x")
    #expect(names("#if A\nx # else\n#endif\ny") == "y")
  }

  @Test func noDirectivesInsideTokens() {
    #expect(LexedText("/*\n#if A\n*/ x").directives.isEmpty)
    #expect(LexedText("@\"\n#if A\n\"").directives.isEmpty)
    #expect(LexedText("\"\"\"\n#if A\n\"\"\"").directives.isEmpty)
    #expect(LexedText("// a\\\n#region b\n#endregion").directives.count == 2)
  }

  @Test func definesHoldFromThereOn() {
    #expect(names("#define X\n#if X\nx\n#endif") == "x")
    #expect(names("#undef A\n#if A\nx\n#endif", ["A"]).isEmpty)
    #expect(names("#if A\n#define X\n#endif\n#if X\nx\n#endif").isEmpty)
    #expect(names("#define if\n#if if\nx\n#endif") == "x")
    #expect(LexedText("x\n#define A").errorIds == [1032])
    #expect(LexedText("#define").errorIds == [1001])
    #expect(LexedText("#define true").errorIds == [1001])
    #expect(LexedText("#define A B").errorIds == [1025])
  }

  @Test(arguments: [
    ("#if A\nx", [1027]), ("#region", [1038]), ("#endif", [1028]), ("#else", [1028]), ("#endregion", [1028]),
    ("#elif A", [1028]), ("#if A\n#endregion\n#endif", [1027]), ("#if true\n#endregion\n#endif", [1027]),
    ("#region\n#endif\n#endregion", [1038]), ("#if", [1027, 1517]), ("#if (A", [1026, 1027]),
    ("#if A B", [1025, 1027]),
    ("#error a b", [1029]), ("#warning a", []), ("#foo", [1024]), ("#", [1024]), ("#line 1 \"f\"", []),
    ("#line default", []), ("#line hidden", []), ("#line", [1576]), ("#line 0", [1576]), ("#line 1 x", [1578]),
    ("#line (1,2)-(3,4) 5 \"f\"", []), ("#line (1,2)-(1,1) \"f\"", [8939]), ("#line (0,1)-(1,1) \"f\"", [8938]),
    ("#pragma warning disable CS1998, 0618", []), ("#pragma checksum \"a\" \"b\" \"c\"", []), ("#pragma x", []),
    ("#nullable enable", []), ("#nullable x", [8637]), ("#nullable enable x", [8668]), ("#r \"x\"", [7011]),
    ("#load \"x\"", [8097]), ("#!/usr/bin/env x", []), ("\n#!x", [9378]), ("#:package a@1", []),
    ("#if A\n#endif\n#:sdk x", [9299]), ("x\n#:sdk y", [9297]), ("x #if A", [1040]), ("# define A", []),
    ("#if A\n#error x\n#foo\n#line 0\n#endif", [1024]), ("#line 1 \"a", [1010]),
  ])
  func errors(_ source: String, _ ids: [Int]) {
    let lexed = LexedText(source)
    #expect(lexed.errorIds.sorted() == ids.sorted())
    #expect(lexed.coversText)
  }

  @Test func recordsTellWhatRulesNeed() throws {
    let source = """
      #nullable disable warnings
      #pragma warning disable CS1998, 0618 // why
      #if A
      #pragma warning restore
      #endif
      #pragma warning restore CS1998
      """
    let lexed = LexedText(source)
    #expect(
      lexed.directives.map(\.kind) == [
        .nullableDirectiveTrivia, .pragmaWarningDirectiveTrivia, .ifDirectiveTrivia, .pragmaWarningDirectiveTrivia,
        .endIfDirectiveTrivia, .pragmaWarningDirectiveTrivia,
      ])
    #expect(lexed.directives[0].setting == .disableKeyword)
    #expect(lexed.directives[0].target == .warningsKeyword)
    let pragma = lexed.directives[1]
    #expect(pragma.setting == .disableKeyword)
    #expect(pragma.warningIds.map { lexed.text($0.start.value, $0.end.value) } == ["CS1998", "0618"])
    #expect(lexed.directives[2].isBranchTaken == false)
    #expect(lexed.directives[3].isActive == false)
    #expect(lexed.directives[5].setting == .restoreKeyword)
    #expect(lexed.directives.allSatisfy { lexed.text($0.range.start.value, $0.range.start.value + 1) == "#" })
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"])
  func everyLineEndEndsADirective(_ end: String) {
    #expect(names("#if A\(end)x\(end)#else\(end)y\(end)#endif\(end)z") == "y z")
  }

  @Test func deepConditionsEndSomewhere() {
    for source in [
      "#if " + String(repeating: "(", count: 100_000), "#if " + String(repeating: "!", count: 100_000),
      "#if " + String(repeating: "A == ", count: 50_000), String(repeating: "#if A\n", count: 20_000),
    ] {
      #expect(LexedText(source).coversText)
    }
  }
}
