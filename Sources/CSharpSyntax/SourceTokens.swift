extension SyntaxTree {
  /// The first token that the source holds; go on by ``SyntaxToken/next``. `nil` for a tree without tokens.
  package var firstSourceToken: SyntaxToken? {
    // What comes before may be skipped text of the first that the tree holds.
    let first = tokens.prefix(sourceTokenCount).firstIndex { $0.kind != .none }
    return first.map { SyntaxToken(tree: self, index: UInt32(truncatingIfNeeded: $0)) }
  }
}
