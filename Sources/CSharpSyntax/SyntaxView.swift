/// A typed view of a node: named access to its slots, which lie as in Roslyn's `Syntax.xml`.
///
/// Accessors never trap: where a required slot is empty they answer a node or token of kind `.none`.
package protocol SyntaxView: Hashable, Sendable {
  static var kinds: [SyntaxKind] { get }
  var node: SyntaxNode { get }
  /// The caller has seen that the node is of one of ``kinds``.
  init(unchecked node: SyntaxNode)
}

extension SyntaxView {
  /// `nil` if the node is of another kind.
  package init?(_ node: SyntaxNode) {
    guard Self.kinds.contains(node.kind) else { return nil }
    self.init(unchecked: node)
  }

  /// `nil` for no node, or one of another kind.
  package init?(_ node: SyntaxNode?) {
    guard let node else { return nil }
    self.init(node)
  }

  package var range: TextRange { node.range }
}

extension SyntaxNode {
  /// The typed view of this node, if it is of such a kind.
  package func `as`<View: SyntaxView>(_ view: View.Type) -> View? { View(self) }
}
