import Testing

@testable import CSharpSyntax

@Suite struct TriviaTests {
  private func describe(_ trivia: [Trivia], in tree: SyntaxTree) -> [String] {
    trivia.map { "\($0.kind.name):\(tree.text($0.range))" }
  }

  @Test func piecesOfATokensTrivia() throws {
    let tree = try #require(parse(Array("\t// a\n/* b */ class /* c */ C { } // d\n".utf8)))
    let token = tree.root.firstToken
    #expect(
      describe(token.leadingTrivia, in: tree) == [
        "WhitespaceTrivia:\t", "SingleLineCommentTrivia:// a", "EndOfLineTrivia:\n", "MultiLineCommentTrivia:/* b */",
        "WhitespaceTrivia: ",
      ])
    #expect(
      describe(token.trailingTrivia, in: tree) == [
        "WhitespaceTrivia: ", "MultiLineCommentTrivia:/* c */", "WhitespaceTrivia: ",
      ])
    #expect(token.comments.map { tree.text($0.range) } == ["// a", "/* b */", "/* c */"])
  }

  @Test func documentationLinesAreOnePiece() throws {
    let tree = try #require(parse(Array("  /// a\n  /// b\n//// c\n/** d */\n/// e\n\n/// f\nclass C { }".utf8)))
    #expect(
      describe(tree.root.firstToken.leadingTrivia, in: tree) == [
        "WhitespaceTrivia:  ", "SingleLineDocumentationCommentTrivia:/// a\n  /// b\n",
        "SingleLineCommentTrivia://// c", "EndOfLineTrivia:\n", "MultiLineDocumentationCommentTrivia:/** d */",
        "EndOfLineTrivia:\n", "SingleLineDocumentationCommentTrivia:/// e\n", "EndOfLineTrivia:\n",
        "SingleLineDocumentationCommentTrivia:/// f\n",
      ])
  }

  @Test func directivesAndDisabledText() throws {
    let source = "#if A\n  x\n  # if B\n y\n  #endif\n#else\n#endif\nclass C { }"
    let tree = try #require(parse(Array(source.utf8)))
    #expect(
      describe(tree.root.firstToken.leadingTrivia, in: tree) == [
        "IfDirectiveTrivia:#if A\n", "DisabledTextTrivia:  x\n", "WhitespaceTrivia:  ", "IfDirectiveTrivia:# if B\n",
        "DisabledTextTrivia: y\n", "WhitespaceTrivia:  ", "EndIfDirectiveTrivia:#endif\n",
        "ElseDirectiveTrivia:#else\n", "EndIfDirectiveTrivia:#endif\n",
      ])
    #expect(tree.directives.count == 5)
  }

  @Test func structureOfDirectives() throws {
    let source =
      "#pragma warning disable CS1998, 42 // why\n#region A b\n#endregion\n#nullable enable annotations\nclass C { }"
    let tree = try #require(parse(Array(source.utf8)))
    let trivia = tree.root.firstToken.leadingTrivia
    let pragma = try #require(trivia.first.flatMap { tree.structure(of: $0) })
    let view = try #require(pragma.root.as(PragmaWarningDirectiveTriviaSyntax.self))
    #expect(view.disableOrRestoreKeyword.kind == .disableKeyword)
    #expect(view.errorCodes.map(\.text) == ["CS1998", "42"])
    #expect(
      describe(view.errorCodes.last.map { $0.lastToken.trailingTrivia } ?? [], in: pragma) == [
        "WhitespaceTrivia: ", "SingleLineCommentTrivia:// why",
      ])
    let region = try #require(tree.structure(of: trivia[1]))
    #expect(describe(region.root.lastToken.leadingTrivia, in: region) == ["PreprocessingMessageTrivia:A b"])
    let structure = try #require(tree.structure(of: trivia[3]))
    try withExtendedLifetime(structure) {
      let nullable = try #require(structure.root.as(NullableDirectiveTriviaSyntax.self))
      #expect(nullable.settingToken.kind == .enableKeyword)
      #expect(nullable.targetToken?.kind == .annotationsKeyword)
    }
  }

  @Test func conditionsAreExpressions() throws {
    let tree = try #require(parse(Array("#if A && !(B == true)\n#endif\nclass C { }".utf8)))
    let structure = try #require(tree.root.firstToken.leadingTrivia.first.flatMap { tree.structure(of: $0) })
    try withExtendedLifetime(structure) {
      let directive = try #require(structure.root.as(IfDirectiveTriviaSyntax.self))
      #expect(directive.condition.kind == .logicalAndExpression)
      #expect(directive.condition.text == "A && !(B == true)")
    }
  }

  @Test func skippedTokensAreListed() throws {
    let tree = try #require(parse(Array("class C { } /* a */ } class D { }".utf8)))
    var skipped: [String] = []
    var token = tree.firstSourceToken
    while let current = token {
      skipped += (current.leadingTrivia + current.trailingTrivia).filter { $0.kind == .skippedTokensTrivia }
        .map { tree.text($0.range) }
      token = current.next
    }
    #expect(skipped == ["}"])
  }

  @Test func directivesInARange() throws {
    let source = "#region a\nclass C { }\n#endregion\n#region b\n#endregion\n"
    let tree = try #require(parse(Array(source.utf8)))
    #expect(tree.directives(in: TextRange(0, 5)).map(\.kind) == [.regionDirectiveTrivia])
    #expect(tree.directives(in: TextRange(1, 30)).map(\.kind) == [.endRegionDirectiveTrivia])
    #expect(tree.directives(in: TextRange(0, 1000)).count == 4)
  }
}
