import CSharpSemantics
import CSharpSyntax
import Testing

@testable import Workspace

@Suite struct RecentTreesTests {
  private func file(_ name: String) throws -> FileDeclarations {
    let text = "class \(name) { void M() { var a = 1; var b = 2; } }"
    return FileDeclarations(path: name, tree: try #require(parse(Array(text.utf8))))
  }

  @Test func keepsWhatWasUsedLast() throws {
    let wholes = try (0..<8).map { try file("C\($0)") }
    let size = wholes[0].treeSize
    let trees = RecentTrees(capacity: size * 4)
    let files = wholes.map { trees.withoutBodies($0) }
    let isKept = { index in files[index].whole() === wholes[index] }
    #expect(isKept(7))
    #expect(!isKept(0))
    // The one that was parsed again is kept now.
    let again = files[0].whole()
    #expect(again === files[0].whole())
    #expect(again.bytes == wholes[0].bytes)
    #expect(again.declarationHash == wholes[0].declarationHash)
  }

  @Test func worksWithoutRoom() throws {
    let trees = RecentTrees(capacity: 0)
    let whole = try file("C")
    let cut = trees.withoutBodies(whole)
    #expect(cut.whole() !== whole)
    #expect(cut.whole().treeSize == whole.treeSize)
  }
}
