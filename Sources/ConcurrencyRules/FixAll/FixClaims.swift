import CSharpSyntax

extension Fix {
  /// The fix with what it claims of the finding's own file (``Fix/claims``): where it takes an `async` away, the function;
  /// where it takes an `await` away, what was awaited.
  func claiming(in tree: SyntaxTree) -> Fix {
    var fix = self
    var claims: Set<TextRange> = []
    for edit in edits where edit.path == nil && !edit.range.isEmpty {
      var token = tree.token(at: edit.range.start)
      while let current = token, current.range.start < edit.range.end {
        if edit.range.contains(current.range), let claim = Fix.claim(of: current) { claims.insert(claim) }
        token = current.next
      }
    }
    fix.claims = claims.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    return fix
  }

  private static func claim(of keyword: SyntaxToken) -> TextRange? {
    // Another fix may want to await something in the one, and to configure the other.
    keyword.kind == .asyncKeyword || keyword.kind == .awaitKeyword ? keyword.parent?.range : nil
  }
}
