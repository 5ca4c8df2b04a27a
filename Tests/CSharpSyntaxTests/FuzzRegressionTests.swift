import Testing

@testable import CSharpSyntax

/// What the fuzzer found, in its smallest form.
@Suite struct FuzzRegressionTests {
  @Test(arguments: [
    // Tokens made up before text that is skipped.
    "class C { void M() { f(, ,1 2; new ; } }", "class C { void M() { int[3] b; } }",
    // The parenthesis that `switch` lacks stands before the expression.
    "class C { void M() { switch a { } } }", "class C { void M() { switch a + b { case 1: } } }",
    // Unfinished members before what belongs further up.
    "public ced />\nusing System;\nclass C { }", "/ [A] x\n[assembly: B]\nclass C { }",
    "namespace N { public x\nusing System;\npublic y\nextern alias Z; using A; }", "public x\nusing A;\npublic y",
    "using A;\npublic x\nusing B;\npublic y\nusing C;\nclass D { }", "[assembly: A]\npublic x\n[assembly: B]",
    "namespace N;\n[assembly: A]\nclass C { }", "namespace N;\nusing A;\npublic x\n[module: A]\nusing B;",
    // Attributes before what is no statement.
    "{ [A, B(c)] public virtual Task M() => x; }", "class C { void M() { [A] private int x; } }",
    // Type parameters of what can have none.
    "class C { string P<T>.Q<int>; int P<A, B> { get; } int this<T>[int i] => 1; event E F<T> { add { } } int I.<T> { } }",
  ])
  func textKeepsItsProperties(_ text: String) throws {
    try TextProperties.check(Array(text.utf8))
  }

  @Test func usingsOnBothSidesOfUnfinishedMembersAreOneList() throws {
    let tree = try #require(parse(Array("using A;\npublic x\nusing B;\nclass C { }".utf8)))
    let unit = try #require(CompilationUnitSyntax(tree.root))
    #expect(unit.usings.count == 2)
    #expect(unit.members.map(\.kind) == [.classDeclaration])
  }

  @Test func unfinishedMembersBeforeUsingsAreSkipped() throws {
    let tree = try #require(parse(Array("public x\nusing System;\nclass C { }".utf8)))
    let unit = try #require(CompilationUnitSyntax(tree.root))
    #expect(unit.members.map(\.kind) == [.classDeclaration])
    #expect(unit.usings.map(\.kind) == [.usingDirective])
    #expect(!tree.errors.isEmpty)
  }
}
