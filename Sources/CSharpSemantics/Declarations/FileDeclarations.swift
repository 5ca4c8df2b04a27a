import CSharpSyntax

/// What one file declares: a pure function of its tree.
package final class FileDeclarations: @unchecked Sendable {
  package let tree: SyntaxTree
  /// Names the file in messages and results.
  package let path: String
  /// Equal for two texts whose declarations are the same: bodies, initializers of variables, comments and white space
  /// don't count.
  package let declarationHash: UInt64

  package init(path: String, tree: SyntaxTree) {
    self.path = path
    self.tree = tree
    self.declarationHash = 0
  }
}
