import Testing

@testable import CSharpSyntax

@Test func kindsHaveRoslynNames() {
  #expect(SyntaxKind.identifierName.name == "IdentifierName")
  #expect(SyntaxKind.uLongKeyword.name == "ULongKeyword")
  #expect(Set(SyntaxKind.allCases.map(\.name)).count == SyntaxKind.allCases.count)
}
