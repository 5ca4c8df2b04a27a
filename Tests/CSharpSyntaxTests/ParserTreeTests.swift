import Foundation
import Testing

@testable import CSharpSyntax

/// Texts whose trees the C# compiler has printed (one line a node, with kind and places), kept beside them.
@Suite struct ParserTreeTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  @Test(arguments: ["Ambiguities", "CSharp1", "CSharp2To14", "Declarations", "LexicalForms"])
  func validTextGivesTheCompilersTree(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name + ".cs")))
    let expected = try String(contentsOf: Self.folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    let tree = try #require(parse(bytes))
    #expect(tree.errors.isEmpty, "\(tree.errors.prefix(3))")
    let actual = printed(tree, name: name + ".cs")
    let difference = zip(expected.split(separator: "\n"), actual.split(separator: "\n")).first { $0 != $1 }
    if let difference { Issue.record("expected \(difference.0), was \(difference.1)") }
    #expect(expected == actual)
  }

  private func printed(_ tree: SyntaxTree, name: String) -> String {
    var printer = TreePrinter(options: TreePrinter.Options(includesTokens: false))
    printer.print(tree, name: name)
    return String(decoding: printer.output.bytes, as: UTF8.self)
  }

  @Test func versionsDecideWhereTheyParseDifferently() throws {
    func firstMember(_ text: String, _ version: LanguageVersion) throws -> SyntaxKind {
      let tree = try #require(parse(Array(text.utf8), options: ParseOptions(languageVersion: version)))
      return try #require(CompilationUnitSyntax(tree.root)?.members.first).kind
    }
    #expect(try firstMember("union U(int, string);", .csharp15) == .unionDeclaration)
    #expect(try firstMember("union U(A a, B b);", .csharp14) == .globalStatement)
    #expect(try firstMember("record R(int X);", .csharp9) == .recordDeclaration)
    #expect(try firstMember("record R(int X);", .csharp8) == .globalStatement)
  }

  @Test func fieldIsAWordOfAccessorsSinceVersion14() throws {
    let text = Array("class C { int P { get => field; } }".utf8)
    func kinds(_ version: LanguageVersion) throws -> Set<SyntaxKind> {
      let tree = try #require(parse(text, options: ParseOptions(languageVersion: version)))
      var kinds: Set<SyntaxKind> = []
      tree.root.walk {
        kinds.insert($0.kind)
        return true
      }
      return kinds
    }
    #expect(try kinds(.csharp14).contains(.fieldExpression))
    #expect(try !kinds(.csharp13).contains(.fieldExpression))
  }
}
