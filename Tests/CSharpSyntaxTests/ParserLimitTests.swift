import Testing

@testable import CSharpSyntax

/// Nesting without end is cut off with an error; time grows with the text's length only.
@Suite struct ParserLimitTests {
  @Test(arguments: [
    ("class C { int x = ", "(", "1", ")", "; }"), ("class C { void M() ", "{", "", "}", " }"),
    ("class C { ", "A<", "int", ">", " x; }"), ("class C { object x = ", "A<", "int", ">", ".y; }"),
    ("class C { object x = ", "x => ", "1", "", "; }"), ("class C { object x = ", "!", "1", "", "; }"),
    ("class C { object x = ", "f(", "", ")", "; }"), ("class C { object x = ", "[", "", "]", "; }"),
    ("class C { bool x = a is ", "(", "1", ")", "; }"), ("class C { bool x = a is ", "{ A: ", "1", "}", "; }"),
    ("class C { object x = new A ", "{ A = ", "1", "}", "; }"), ("", "class C { ", "", "}", ""),
    ("", "namespace N { ", "", "}", ""), ("class C { void M() { ", "if (a) ", ";", "", " } }"),
    ("class C { object x = ", "(x) => (", "1", ")", "; }"), ("class C { object x = ", "(", "", "", "; }"),
    ("class C { ", "(int a, ", "int b", ")", " x; }"), ("class C { object x = ", "async ", "x => x", "", "; }"),
    ("class C { object x = ", "a ? ", "1", " : b", "; }"), ("class C { object x = ", "a?[", "0", "]", "; }"),
  ])
  func deepNestingEndsInAnError(_ shape: (String, String, String, String, String)) throws {
    let count = 20_000
    let text =
      shape.0 + String(repeating: shape.1, count: count) + shape.2 + String(repeating: shape.3, count: count)
      + shape.4
    let tree = try ParserRecoveryTests.roundTripped(Array(text.utf8), Comment(rawValue: shape.1))
    // Type arguments in an expression that nest too deeply are taken for comparisons.
    switch (shape.0, shape.1) {
    case (_, "async "): #expect(tree.errors.isEmpty)
    case ("class C { object x = ", "A<"): #expect(!tree.errors.isEmpty)
    default: #expect(tree.errors.contains { $0.id == 8078 })
    }
  }

  @Test(arguments: [
    ("class C { object x = ", "1 + ", "1; }"), ("class C { object x = a", ".b()", "; }"),
    ("class C { object x = a", "?.b", "; }"), ("class C { object x = a", "?[0]", "; }"),
    ("class C { object x = ", "a ? b : ", "c; }"), ("class C { void M() { ", "if (a) b(); else ", "c(); } }"),
    ("class C { bool x = a is ", "1 or ", "1; }"), ("class C { bool x = a is ", "not ", "1; }"),
    ("class C { void M() { ", "[A] ", "int x; } }"), ("class C { int", "[]", " x; }"),
  ])
  func longChainsAreNoNesting(_ shape: (String, String, String)) throws {
    let text = shape.0 + String(repeating: shape.1, count: 20_000) + shape.2
    let tree = try #require(parse(Array(text.utf8)))
    #expect(tree.errors.isEmpty, "\(shape.1)")
  }

  /// Four times the text takes at most ten times as long: a square would take sixteen.
  @Test(arguments: [
    "partial ", "a<b,", "x + ; ", "} ", "( ", "[A ", "foo( ; ", "async ", "class ", "$\"{a ", "var (", "a?[", ".. ",
  ])
  func timeGrowsWithLength(_ piece: String) throws {
    func time(_ count: Int) throws -> Duration {
      let text = Array(String(repeating: piece, count: count).utf8)
      return try (0..<2).map { _ in
        try ContinuousClock().measure { _ = try #require(parse(text)) }
      }.min() ?? .zero
    }
    _ = try time(100)
    let short = try time(2_000)
    let long = try time(8_000)
    #expect(long < short * 10 + .milliseconds(30), "\(short) and \(long)")
  }
}
