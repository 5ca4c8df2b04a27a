/// What the directives met so far left behind.
struct DirectiveState {
  var defines: Set<String>

  init(defines: Set<String>) { self.defines = defines }
}

/// A directive as the lexer met it.
struct DirectiveRecord {
  var kind: SyntaxKind
  /// Where its `#` lies, and the end of its line with the line's end.
  var start: UInt32
  var end: UInt32
}

extension Lexer {
  mutating func lexDirective(isAfterNonWhitespace: Bool) {
    skipToEndOfLine()
    skipLineEnd()
  }
  mutating func finishDirectives() {}
}
