/// A token of a tree: a handle like ``SyntaxNode``.
package struct SyntaxToken: Hashable, @unchecked Sendable {
  package unowned(unsafe) let tree: SyntaxTree
  /// `.max` for the token that an empty required slot answers.
  package let index: UInt32

  @inline(__always)
  init(tree: SyntaxTree, index: UInt32) {
    self.tree = tree
    self.index = index
  }

  @inline(__always)
  var record: TokenRecord {
    guard index != .max else {
      return TokenRecord(
        kind: .none, flags: .missing, fullStart: 0, start: 0, end: 0, fullEnd: 0, parent: .max, contextualKind: .none)
    }
    return tree.tokens[Int(index)]
  }

  package var kind: SyntaxKind { record.kind }
  /// The contextual keyword that an identifier's text spells, whatever it means here; `.none` for other words.
  package var contextualKind: SyntaxKind { record.contextualKind }
  package var isMissing: Bool { record.flags.contains(.missing) }
  package var isNone: Bool { index == .max }

  /// Without trivia.
  package var range: TextRange {
    let record = record
    return TextRange(record.start, record.end)
  }

  /// With the trivia before and after.
  package var fullRange: TextRange {
    let record = record
    return TextRange(record.fullStart, record.fullEnd)
  }

  package var leadingTriviaRange: TextRange {
    let record = record
    return TextRange(record.fullStart, record.start)
  }

  package var trailingTriviaRange: TextRange {
    let record = record
    return TextRange(record.end, record.fullEnd)
  }

  package var text: String { tree.text(range) }

  /// The node that holds the token; lists are looked through.
  package var parent: SyntaxNode? {
    let parent = record.parent
    guard parent != .max else { return nil }
    let node = SyntaxNode(tree: tree, index: parent)
    return node.kind == .list ? node.parent : node
  }

  /// The token before in the source; missing ones are not met, nor what was put into another token or its trivia.
  package var previous: SyntaxToken? {
    guard index != .max, Int(index) < tree.sourceTokenCount else { return nil }
    var other = index
    while other > 0 {
      other -= 1
      if tree.tokens[Int(other)].kind != .none { return SyntaxToken(tree: tree, index: other) }
    }
    return nil
  }

  /// The token behind in the source; missing ones are not met, nor what was put into another token or its trivia.
  package var next: SyntaxToken? {
    guard index != .max else { return nil }
    var other = Int(index) + 1
    while other < tree.sourceTokenCount {
      if tree.tokens[other].kind != .none {
        return SyntaxToken(tree: tree, index: UInt32(truncatingIfNeeded: other))
      }
      other += 1
    }
    return nil
  }

  package static func == (a: SyntaxToken, b: SyntaxToken) -> Bool { a.index == b.index && a.tree === b.tree }

  package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
