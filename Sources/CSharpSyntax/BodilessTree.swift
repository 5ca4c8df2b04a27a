/// What a tree says outside of bodies, in a quarter of the memory: enough to know what a file declares.
///
/// Bodies, initializers that are no constants, constructor initializers and top-level statements are left without
/// children; they keep their own tokens (`{`, `}`, `=>`, `=`), so that whether there is one, and where, is still known.
/// The text and all places in it are those of the whole tree.
package struct BodilessTree {
  package let tree: SyntaxTree
  private let nodes: [UInt32]
  private let tokens: [UInt32]

  package init(of whole: SyntaxTree) {
    var builder = BodilessTreeBuilder(whole)
    tree = builder.build()
    nodes = builder.nodes
    tokens = builder.tokens
  }

  /// The node of the whole tree in this one; node 0 for one that lies in a body.
  package func node(_ node: SyntaxNode) -> SyntaxNode {
    let index = Int(node.index)
    return SyntaxNode(tree: tree, index: index < nodes.count && nodes[index] != .max ? nodes[index] : 0)
  }

  /// The token of the whole tree in this one; none for one that lies in a body.
  package func token(_ token: SyntaxToken) -> SyntaxToken {
    let index = Int(token.index)
    return SyntaxToken(tree: tree, index: index < tokens.count ? tokens[index] : .max)
  }
}

private struct BodilessTreeBuilder {
  let whole: SyntaxTree
  /// New indices by old ones; `.max` for what is left out.
  var nodes: [UInt32]
  var tokens: [UInt32]

  init(_ whole: SyntaxTree) {
    self.whole = whole
    nodes = Array(repeating: .max, count: whole.nodes.count)
    tokens = Array(repeating: .max, count: whole.tokens.count)
  }

  mutating func build() -> SyntaxTree {
    let slotCount = markKept()
    let nodeCount = BodilessTreeBuilder.number(&nodes)
    let tokenCount = BodilessTreeBuilder.number(&tokens)
    var newNodes: [NodeRecord] = []
    newNodes.reserveCapacity(nodeCount)
    var newTokens: [TokenRecord] = []
    newTokens.reserveCapacity(tokenCount)
    var newSlots: [SyntaxElement] = []
    newSlots.reserveCapacity(slotCount)
    var sourceTokenCount = 0
    for (old, new) in tokens.enumerated() where new != .max {
      var record = whole.tokens[old]
      record.parent = record.parent == .max ? .max : nodes[Int(record.parent)]
      newTokens.append(record)
      if old < whole.sourceTokenCount { sourceTokenCount += 1 }
    }
    for (old, new) in nodes.enumerated() where new != .max {
      var record = whole.nodes[old]
      let start = Int(record.slotStart)
      record.slotStart = UInt32(truncatingIfNeeded: newSlots.count)
      record.parent = record.parent == .max ? .max : nodes[Int(record.parent)]
      record.firstToken = record.firstToken == .max ? .max : tokens[Int(record.firstToken)]
      record.lastToken = record.lastToken == .max ? .max : tokens[Int(record.lastToken)]
      for slot in start..<start + Int(record.slotCount) { newSlots.append(renumbered(whole.slots[slot])) }
      newNodes.append(record)
    }
    return SyntaxTree(
      bytes: whole.bytes, options: whole.options, errors: [], nodes: newNodes, tokens: newTokens, slots: newSlots,
      sourceTokenCount: sourceTokenCount, rootIndex: nodes[Int(whole.rootIndex)])
  }

  private func renumbered(_ element: SyntaxElement) -> SyntaxElement {
    if element.isNothing { return .nothing }
    let new = element.isNode ? nodes[Int(element.index)] : tokens[Int(element.index)]
    if new == .max { return .nothing }
    return element.isNode ? .node(new) : .token(new)
  }

  /// Marks with 0 what stays.
  ///
  /// - Returns: how many slots that takes.
  private mutating func markKept() -> Int {
    var slotCount = 0
    nodes[0] = 0
    var stack = [whole.rootIndex]
    while let index = stack.popLast() {
      let record = whole.nodes[Int(index)]
      nodes[Int(index)] = 0
      slotCount += Int(record.slotCount)
      // Ranges are told by these.
      if record.firstToken != .max { tokens[Int(record.firstToken)] = 0 }
      if record.lastToken != .max { tokens[Int(record.lastToken)] = 0 }
      let isBody = isBody(SyntaxNode(tree: whole, index: index))
      for slot in Int(record.slotStart)..<Int(record.slotStart) + Int(record.slotCount) {
        let element = whole.slots[slot]
        if element.isNothing { continue }
        if element.isToken {
          tokens[Int(element.index)] = 0
        } else if !isBody {
          stack.append(element.index)
        }
      }
    }
    return slotCount
  }

  private func isBody(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .block, .arrowExpressionClause, .baseConstructorInitializer, .thisConstructorInitializer, .globalStatement:
      return true
    case .equalsValueClause:
      guard let owner = node.parent else { return false }
      if owner.kind == .propertyDeclaration { return true }
      // Values of enumeration members, defaults of parameters and constants belong to what is declared.
      guard owner.kind == .variableDeclarator, let field = owner.parent?.parent else { return false }
      return !field.tokenList(1).contains(.constKeyword)
    default:
      return false
    }
  }

  /// Numbers what is marked, in order.
  private static func number(_ marks: inout [UInt32]) -> Int {
    var count: UInt32 = 0
    for index in marks.indices where marks[index] != .max {
      marks[index] = count
      count += 1
    }
    return Int(count)
  }
}
