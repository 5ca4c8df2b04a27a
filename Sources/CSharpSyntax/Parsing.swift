/// Parses a file. Never fails and never traps: any bytes give a tree that covers them all, plus errors.
///
/// - Parameter isCancelled: polled now and then; once it answers `true` the result is `nil`.
package func parse(
  _ bytes: [UInt8], options: ParseOptions = ParseOptions(), isCancelled: () -> Bool = { false }
) -> SyntaxTree? {
  var builder = TreeBuilder()
  let directives = bytes.withUnsafeBufferPointer { lexTokens($0, options: options, into: &builder) }
  if isCancelled() { return nil }
  let sourceTokenCount = builder.tokens.count
  var parser = Parser(builder: builder, bytes: bytes, options: options)
  builder = TreeBuilder()
  let root = parser.parseCompilationUnit()
  parser.placeZeroWidthTokens()
  parser.propagateFlags()
  if isCancelled() { return nil }
  return SyntaxTree(
    bytes: bytes, options: options, errors: parser.builder.errors, nodes: parser.builder.nodes,
    tokens: parser.builder.tokens, slots: parser.builder.slots, sourceTokenCount: sourceTokenCount,
    rootIndex: root.index, directives: directives)
}
