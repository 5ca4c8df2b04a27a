/// Reads a whole text into ``TreeBuilder/tokens``: every token in order of the source, an `EndOfFileToken` last,
/// with its trivia. Lexical errors go to ``TreeBuilder/errors``.
///
/// - Returns: the directives of the text in order, those in disabled text too.
func lexTokens(
  _ bytes: UnsafeBufferPointer<UInt8>, options: ParseOptions, into builder: inout TreeBuilder
) -> [DirectiveRecord] {
  return []
}

/// A directive as the lexer met it.
struct DirectiveRecord {
  var kind: SyntaxKind
  /// Where its `#` lies, and the end of its line with the line's end.
  var start: UInt32
  var end: UInt32
}
