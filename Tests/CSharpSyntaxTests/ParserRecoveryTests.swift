import Foundation
import Testing

@testable import CSharpSyntax

/// Whatever the text, the tokens of the tree give it back, and nothing traps or takes too long.
@Suite struct ParserRecoveryTests {
  /// The tree's tokens, checked to cover the text without a gap.
  @discardableResult
  static func roundTripped(_ text: [UInt8], _ comment: Comment? = nil) throws -> SyntaxTree {
    let tree = try #require(parse(text))
    var place: UInt32 = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var held: Set<UInt32> = []
    tree.root.walk { node in
      for element in node.children where element.isToken { held.insert(element.index) }
      return true
    }
    for index in 0..<tree.sourceTokenCount {
      let token = tree.tokens[index]
      if token.kind == .none { continue }
      #expect(token.fullStart == place, comment)
      #expect(token.fullStart <= token.start && token.start <= token.end && token.end <= token.fullEnd, comment)
      #expect(held.contains(UInt32(index)), comment)
      place = token.fullEnd
    }
    #expect(Int(place) == text.count, comment)
    return tree
  }

  @Test(arguments: [
    "class C { int x }", "class C { void M( { }", "class C { void M() { a. } }", "class C { void M() { f(; } }",
    "class C { void M() { if (a) } }", "class C { void M() { x = ; } }", "}", "class C { } }", "class",
    "class C { [A int x; }", "class C { void M() { \"abc } }", "class C { void M() { $\"{a } }", "using",
    "namespace", "class C { int P { get set } }", "class C { x = 1; }", "void M() { public int y; }",
    "<<<<<<< a\nclass C { }\n=======\nclass D { }\n>>>>>>> b\n", "class C { \0 int x; }", "#if A\nclass C {",
    "class C { void M() { for (; } }", "class C { void M() { switch (x) { case } } }", "a is", "x switch {",
    "class C : { }", "class C<T { }", "class C { A<B x; }", "class C { void M() { try { } } }", "else x;",
    "class C { void M() { new ; } }", "class C { event E; }", "class C { operator +(); }", "enum E { A B; C }",
    "class C { void M() { from x in y; } }", "f(1 2)", "x = [1 2];", "@", "$", "\"",
    "'", "/*", "'ab", "0x", "1e", "\\u12",
  ])
  func brokenTextIsReportedAndKept(_ text: String) throws {
    let tree = try Self.roundTripped(Array(text.utf8))
    #expect(!tree.errors.isEmpty || text.hasPrefix("#"))
  }

  @Test func aBrokenMemberLeavesItsNeighboursWhole() throws {
    let text = "class C { void A() { } void B() { f(; } int P { get; } void D() { x. } int E; } class F { }"
    let tree = try Self.roundTripped(Array(text.utf8))
    let members = try #require(CompilationUnitSyntax(tree.root)).members
    #expect(members.map(\.kind) == [.classDeclaration, .classDeclaration])
    let inner = try #require(TypeDeclarationSyntax(members.first)).members
    #expect(
      inner.map(\.kind) == [
        .methodDeclaration, .methodDeclaration, .propertyDeclaration, .methodDeclaration, .fieldDeclaration,
      ])
  }

  /// Bytes deleted, doubled, swapped and overwritten in valid texts, with a fixed seed.
  @Test func damagedTextsAreKept() throws {
    var random = SplitMix(state: 7)
    let texts = try ["CSharp1", "CSharp2To14", "Declarations"].map { name in
      try [UInt8](Data(contentsOf: ParserTreeTests.folder.appendingPathComponent(name + ".cs")))
    }
    for round in 0..<400 {
      var text = texts[round % texts.count]
      // A window keeps each round short.
      let start = Int(random.next() % UInt64(text.count))
      text = Array(text[start..<min(text.count, start + 700)])
      for _ in 0..<(1 + random.next() % 4) where text.count > 4 {
        let place = Int(random.next() % UInt64(text.count - 2))
        switch random.next() % 4 {
        case 0: text.remove(at: place)
        case 1: text.insert(text[place], at: place)
        case 2: text.swapAt(place, place + 1)
        default: text[place] = Self.symbols[Int(random.next() % UInt64(Self.symbols.count))]
        }
      }
      try Self.roundTripped(text, "round \(round)")
    }
  }

  private static let symbols = Array("{}()[]<>;,.?:\"'$@=+-*&|!~^%# \n_az09".utf8)

  struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
