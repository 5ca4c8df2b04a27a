/// Collects nodes and tokens while a file is parsed. Children are complete before their parent is made.
struct TreeBuilder {
  var nodes: [NodeRecord] = []
  var tokens: [TokenRecord] = []
  var slots: [SyntaxElement] = []
  var errors: [SyntaxError] = []

  init() {
    // Node 0: what an empty required slot answers.
    nodes.append(
      NodeRecord(
        kind: .none, flags: .missing, slotStart: 0, slotCount: 0, parent: .max, firstToken: .max, lastToken: .max))
  }

  /// Makes a node whose slots are the given elements, in Roslyn's order.
  @inline(__always)
  mutating func node(_ kind: SyntaxKind, _ elements: SyntaxElement...) -> SyntaxElement {
    makeNode(kind, elements)
  }

  /// The list of the given elements in its most compact form: nothing, the single element, or a list node.
  mutating func list(_ elements: some RandomAccessCollection<SyntaxElement>) -> SyntaxElement {
    switch elements.count {
    case 0: return .nothing
    case 1: return elements[elements.startIndex]
    default: return makeNode(.list, elements)
    }
  }

  mutating func makeNode(_ kind: SyntaxKind, _ elements: some Collection<SyntaxElement>) -> SyntaxElement {
    let index = UInt32(truncatingIfNeeded: nodes.count)
    let slotStart = UInt32(truncatingIfNeeded: slots.count)
    var first = UInt32.max
    var last = UInt32.max
    var flags = ElementFlags()
    var isMissing = true
    var count: UInt32 = 0
    for element in elements {
      slots.append(element)
      count &+= 1
      if element.isNothing { continue }
      let childIndex = Int(element.index)
      if element.isToken {
        tokens[childIndex].parent = index
        let child = tokens[childIndex].flags
        flags.formUnion(child.intersection([.containsErrors, .containsDirectives, .containsSkippedText]))
        if !child.contains(.missing) { isMissing = false }
        if first == .max { first = element.index }
        last = element.index
      } else {
        nodes[childIndex].parent = index
        let child = nodes[childIndex]
        flags.formUnion(child.flags.intersection([.containsErrors, .containsDirectives, .containsSkippedText]))
        if !child.flags.contains(.missing) { isMissing = false }
        if child.firstToken != .max {
          if first == .max { first = child.firstToken }
          last = child.lastToken
        }
      }
    }
    if isMissing { flags.insert(.missing) }
    nodes.append(
      NodeRecord(
        kind: kind, flags: flags, slotStart: slotStart, slotCount: count, parent: .max, firstToken: first,
        lastToken: last
      ))
    return .node(index)
  }
}
