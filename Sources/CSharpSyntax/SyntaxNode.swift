/// A node of a tree: a handle of two words, cheap to copy. It does not keep the tree alive.
package struct SyntaxNode: Hashable, @unchecked Sendable {
  package unowned(unsafe) let tree: SyntaxTree
  package let index: UInt32

  @inline(__always)
  init(tree: SyntaxTree, index: UInt32) {
    self.tree = tree
    self.index = index
  }

  @inline(__always)
  var record: NodeRecord { tree.nodes[Int(index)] }

  package var kind: SyntaxKind { record.kind }

  /// Whether this stands for an empty required slot; it has no children and no place.
  package var isNone: Bool { index == 0 }

  /// Whether the parser made it up: it has no token that the source holds.
  package var isMissing: Bool { record.flags.contains(.missing) }

  /// Whether a syntax error lies in it.
  package var containsErrors: Bool { record.flags.contains(.containsErrors) }

  /// The node above; lists are looked through. `nil` for the root.
  package var parent: SyntaxNode? {
    var current = record.parent
    while current != .max {
      let parent = SyntaxNode(tree: tree, index: current)
      if parent.kind != .list { return parent }
      current = parent.record.parent
    }
    return nil
  }

  package var slotCount: Int { Int(record.slotCount) }

  /// What fills a slot; ``SyntaxElement/nothing`` for an empty one or an index outside.
  package func element(_ slot: Int) -> SyntaxElement {
    let record = record
    guard slot >= 0, slot < Int(record.slotCount) else { return .nothing }
    return tree.slots[Int(record.slotStart) + slot]
  }

  /// The node in a slot, or node 0 where there is none.
  package func requiredNode(_ slot: Int) -> SyntaxNode {
    let element = element(slot)
    return SyntaxNode(tree: tree, index: element.isNode ? element.index : 0)
  }

  package func optionalNode(_ slot: Int) -> SyntaxNode? {
    let element = element(slot)
    return element.isNode ? SyntaxNode(tree: tree, index: element.index) : nil
  }

  /// The token in a slot, or one of kind `.none` where there is none.
  package func requiredToken(_ slot: Int) -> SyntaxToken {
    let element = element(slot)
    return SyntaxToken(tree: tree, index: element.isToken ? element.index : .max)
  }

  package func optionalToken(_ slot: Int) -> SyntaxToken? {
    let element = element(slot)
    return element.isToken ? SyntaxToken(tree: tree, index: element.index) : nil
  }

  /// The nodes of a list slot, separators left out.
  package func nodeList(_ slot: Int) -> SyntaxNodeList { SyntaxNodeList(elements: elements(slot)) }

  /// The tokens of a list slot.
  package func tokenList(_ slot: Int) -> SyntaxTokenList { SyntaxTokenList(elements: elements(slot)) }

  /// All elements of a list slot, separators included.
  package func elements(_ slot: Int) -> SyntaxElementList {
    let record = record
    guard slot >= 0, slot < Int(record.slotCount) else { return SyntaxElementList(tree: tree, start: 0, count: 0) }
    let position = Int(record.slotStart) + slot
    let element = tree.slots[position]
    if element.isNothing { return SyntaxElementList(tree: tree, start: 0, count: 0) }
    if element.isNode {
      let list = tree.nodes[Int(element.index)]
      if list.kind == .list {
        return SyntaxElementList(tree: tree, start: Int(list.slotStart), count: Int(list.slotCount))
      }
    }
    return SyntaxElementList(tree: tree, start: position, count: 1)
  }

  /// From the first token's first byte to the last one's last; trivia at both ends left out.
  package var range: TextRange {
    let record = record
    guard record.firstToken != .max else { return TextRange(0, 0) }
    return TextRange(tree.tokens[Int(record.firstToken)].start, tree.tokens[Int(record.lastToken)].end)
  }

  /// With the trivia before and after.
  package var fullRange: TextRange {
    let record = record
    guard record.firstToken != .max else { return TextRange(0, 0) }
    return TextRange(tree.tokens[Int(record.firstToken)].fullStart, tree.tokens[Int(record.lastToken)].fullEnd)
  }

  package var text: String { tree.text(range) }

  package var firstToken: SyntaxToken { SyntaxToken(tree: tree, index: record.firstToken) }
  package var lastToken: SyntaxToken { SyntaxToken(tree: tree, index: record.lastToken) }

  /// Child nodes and tokens in order; lists are looked through, empty slots left out.
  package var children: SyntaxChildren { SyntaxChildren(node: self) }

  /// The child nodes in order; lists are looked through.
  package var childNodes: [SyntaxNode] {
    children.compactMap { $0.isNode ? SyntaxNode(tree: tree, index: $0.index) : nil }
  }

  package static func == (a: SyntaxNode, b: SyntaxNode) -> Bool { a.index == b.index && a.tree === b.tree }

  package func hash(into hasher: inout Hasher) { hasher.combine(index) }

  /// Calls `visit` for this node and all below it in pre-order; where `visit` answers `false` its children are left out.
  package func walk(_ visit: (SyntaxNode) -> Bool) {
    var stack = [self]
    while let node = stack.popLast() {
      guard visit(node) else { continue }
      let record = node.record
      var slot = Int(record.slotStart) + Int(record.slotCount)
      while slot > Int(record.slotStart) {
        slot -= 1
        pushNodes(of: tree.slots[slot], to: &stack)
      }
    }
  }

  private func pushNodes(of element: SyntaxElement, to stack: inout [SyntaxNode]) {
    guard element.isNode else { return }
    let node = SyntaxNode(tree: tree, index: element.index)
    guard node.kind == .list else {
      stack.append(node)
      return
    }
    let record = node.record
    for slot in (Int(record.slotStart)..<Int(record.slotStart) + Int(record.slotCount)).reversed() {
      let element = tree.slots[slot]
      if element.isNode { stack.append(SyntaxNode(tree: tree, index: element.index)) }
    }
  }

  /// The nodes above, nearest first.
  package var ancestors: some Sequence<SyntaxNode> {
    sequence(state: parent) { state in
      defer { state = state?.parent }
      return state
    }
  }
}

/// The elements of one slot that holds a list.
package struct SyntaxElementList: RandomAccessCollection, @unchecked Sendable {
  package unowned(unsafe) let tree: SyntaxTree
  let start: Int
  package let count: Int

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }
  package subscript(position: Int) -> SyntaxElement {
    guard position >= 0, position < count else { return .nothing }
    return tree.slots[start + position]
  }
}

/// The nodes of a list, its separators left out.
package struct SyntaxNodeList: Sequence, @unchecked Sendable {
  package let elements: SyntaxElementList

  package var count: Int { elements.reduce(0) { $0 + ($1.isNode ? 1 : 0) } }
  package var isEmpty: Bool { first == nil }

  package var first: SyntaxNode? {
    for element in elements where element.isNode { return SyntaxNode(tree: elements.tree, index: element.index) }
    return nil
  }

  package var last: SyntaxNode? {
    for element in elements.reversed() where element.isNode {
      return SyntaxNode(tree: elements.tree, index: element.index)
    }
    return nil
  }

  /// The only node, if there is exactly one.
  package var single: SyntaxNode? { count == 1 ? first : nil }

  package struct Iterator: IteratorProtocol {
    let elements: SyntaxElementList
    var position = 0

    package mutating func next() -> SyntaxNode? {
      while position < elements.count {
        let element = elements[position]
        position += 1
        if element.isNode { return SyntaxNode(tree: elements.tree, index: element.index) }
      }
      return nil
    }
  }

  package func makeIterator() -> Iterator { Iterator(elements: elements) }
}

/// The tokens of a list.
package struct SyntaxTokenList: Sequence, @unchecked Sendable {
  package let elements: SyntaxElementList

  package var isEmpty: Bool { elements.isEmpty }
  package var count: Int { elements.count }

  package func contains(_ kind: SyntaxKind) -> Bool { contains { $0.kind == kind } }
  package func first(_ kind: SyntaxKind) -> SyntaxToken? { first { $0.kind == kind } }

  package struct Iterator: IteratorProtocol {
    let elements: SyntaxElementList
    var position = 0

    package mutating func next() -> SyntaxToken? {
      while position < elements.count {
        let element = elements[position]
        position += 1
        if element.isToken { return SyntaxToken(tree: elements.tree, index: element.index) }
      }
      return nil
    }
  }

  package func makeIterator() -> Iterator { Iterator(elements: elements) }
}

/// Nodes and tokens below a node, in order.
package struct SyntaxChildren: Sequence {
  let node: SyntaxNode

  package struct Iterator: IteratorProtocol {
    let node: SyntaxNode
    var slot = 0
    var list: SyntaxElementList?
    var position = 0

    package mutating func next() -> SyntaxElement? {
      while true {
        if let list {
          if position < list.count {
            position += 1
            return list[position - 1]
          }
          self.list = nil
        }
        guard slot < node.slotCount else { return nil }
        let element = node.element(slot)
        slot += 1
        if element.isNothing { continue }
        if element.isNode, node.tree.nodes[Int(element.index)].kind == .list {
          list = node.elements(slot - 1)
          position = 0
          continue
        }
        return element
      }
    }
  }

  package func makeIterator() -> Iterator { Iterator(node: node) }
}
