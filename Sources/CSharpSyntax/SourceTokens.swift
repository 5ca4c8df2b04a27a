extension SyntaxTree {
  /// The first token that the source holds; go on by ``SyntaxToken/next``. `nil` for a tree without tokens.
  package var firstSourceToken: SyntaxToken? {
    sourceTokenCount > 0 ? SyntaxToken(tree: self, index: 0) : nil
  }
}
