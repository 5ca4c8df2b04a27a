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

  /// What a node under construction knows of the children that it has so far.
  private struct Pending {
    let index: UInt32
    let slotStart: UInt32
    var first = UInt32.max
    var last = UInt32.max
    var flags: ElementFlags = .missing
  }

  @inline(__always)
  private func begin() -> Pending {
    Pending(index: UInt32(truncatingIfNeeded: nodes.count), slotStart: UInt32(truncatingIfNeeded: slots.count))
  }

  @inline(__always)
  private mutating func add(_ element: SyntaxElement, to pending: inout Pending) {
    slots.append(element)
    if element.isNothing { return }
    let childIndex = Int(element.index)
    if element.isToken {
      tokens[childIndex].parent = pending.index
      let flags = tokens[childIndex].flags
      pending.flags.formUnion(flags.intersection(.containsDirectives))
      if !flags.contains(.missing) { pending.flags.remove(.missing) }
      if pending.first == .max { pending.first = element.index }
      pending.last = element.index
    } else {
      nodes[childIndex].parent = pending.index
      let child = nodes[childIndex]
      pending.flags.formUnion(child.flags.intersection(.containsDirectives))
      if !child.flags.contains(.missing) { pending.flags.remove(.missing) }
      if child.firstToken != .max {
        if pending.first == .max { pending.first = child.firstToken }
        pending.last = child.lastToken
      }
    }
  }

  @inline(__always)
  private mutating func finish(_ kind: SyntaxKind, _ pending: Pending) -> SyntaxElement {
    nodes.append(
      NodeRecord(
        kind: kind, flags: pending.flags, slotStart: pending.slotStart,
        slotCount: UInt32(truncatingIfNeeded: slots.count) &- pending.slotStart, parent: .max,
        firstToken: pending.first, lastToken: pending.last))
    return .node(pending.index)
  }

  /// The list of the stack's elements from `mark` on in its most compact form (nothing, the single element, or a
  /// list node); takes them off the stack.
  mutating func list(_ stack: inout [SyntaxElement], from mark: Int) -> SyntaxElement {
    let count = stack.count - mark
    if count <= 0 { return .nothing }
    if count == 1 { return stack.removeLast() }
    var pending = begin()
    for index in mark..<stack.count { add(stack[index], to: &pending) }
    stack.removeLast(count)
    return finish(.list, pending)
  }

  /// The list of the given elements, for where speed does not matter.
  mutating func list(_ elements: [SyntaxElement]) -> SyntaxElement {
    var elements = elements
    return list(&elements, from: 0)
  }

  /// Makes a node of all that lies on the stack from `mark` on, one slot each; takes it off the stack.
  mutating func node(_ kind: SyntaxKind, _ stack: inout [SyntaxElement], from mark: Int) -> SyntaxElement {
    var pending = begin()
    for index in mark..<stack.count { add(stack[index], to: &pending) }
    stack.removeLast(stack.count - mark)
    return finish(kind, pending)
  }

  /// Takes back the node that was made last, if it is of that kind; answers its slots' elements through `slot`.
  /// Its children keep a wrong parent until another node takes them up.
  mutating func takeBack(_ element: SyntaxElement, _ kind: SyntaxKind) -> Bool {
    guard element.isNode, Int(element.index) == nodes.count - 1, let last = nodes.last, last.kind == kind,
      Int(last.slotStart + last.slotCount) == slots.count
    else { return false }
    nodes.removeLast()
    slots.removeLast(Int(last.slotCount))
    return true
  }

  func kind(of element: SyntaxElement) -> SyntaxKind {
    if element.isNothing { return .none }
    return element.isNode ? nodes[Int(element.index)].kind : tokens[Int(element.index)].kind
  }

  func isMissing(_ element: SyntaxElement) -> Bool {
    if element.isNothing { return true }
    return element.isNode
      ? nodes[Int(element.index)].flags.contains(.missing) : tokens[Int(element.index)].flags.contains(.missing)
  }

  func slot(_ element: SyntaxElement, _ index: Int) -> SyntaxElement {
    guard element.isNode else { return .nothing }
    let record = nodes[Int(element.index)]
    guard index >= 0, index < Int(record.slotCount) else { return .nothing }
    return slots[Int(record.slotStart) + index]
  }
  // Fixed numbers of slots: a variadic one would allocate an array per node.

  mutating func node(_ kind: SyntaxKind) -> SyntaxElement {
    finish(kind, begin())
  }

  mutating func node(_ kind: SyntaxKind, _ a: SyntaxElement) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(_ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(_ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement, _ f: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    add(f, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement, _ f: SyntaxElement, _ g: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    add(f, to: &pending)
    add(g, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement, _ f: SyntaxElement, _ g: SyntaxElement, _ h: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    add(f, to: &pending)
    add(g, to: &pending)
    add(h, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement, _ f: SyntaxElement, _ g: SyntaxElement, _ h: SyntaxElement, _ i: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    add(f, to: &pending)
    add(g, to: &pending)
    add(h, to: &pending)
    add(i, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement, _ f: SyntaxElement, _ g: SyntaxElement, _ h: SyntaxElement, _ i: SyntaxElement,
    _ j: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    add(f, to: &pending)
    add(g, to: &pending)
    add(h, to: &pending)
    add(i, to: &pending)
    add(j, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement, _ f: SyntaxElement, _ g: SyntaxElement, _ h: SyntaxElement, _ i: SyntaxElement,
    _ j: SyntaxElement, _ k: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    add(f, to: &pending)
    add(g, to: &pending)
    add(h, to: &pending)
    add(i, to: &pending)
    add(j, to: &pending)
    add(k, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement, _ f: SyntaxElement, _ g: SyntaxElement, _ h: SyntaxElement, _ i: SyntaxElement,
    _ j: SyntaxElement, _ k: SyntaxElement, _ l: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    add(f, to: &pending)
    add(g, to: &pending)
    add(h, to: &pending)
    add(i, to: &pending)
    add(j, to: &pending)
    add(k, to: &pending)
    add(l, to: &pending)
    return finish(kind, pending)
  }

  mutating func node(
    _ kind: SyntaxKind, _ a: SyntaxElement, _ b: SyntaxElement, _ c: SyntaxElement,
    _ d:
      SyntaxElement, _ e: SyntaxElement, _ f: SyntaxElement, _ g: SyntaxElement, _ h: SyntaxElement, _ i: SyntaxElement,
    _ j: SyntaxElement, _ k: SyntaxElement, _ l: SyntaxElement, _ m: SyntaxElement
  ) -> SyntaxElement {
    var pending = begin()
    add(a, to: &pending)
    add(b, to: &pending)
    add(c, to: &pending)
    add(d, to: &pending)
    add(e, to: &pending)
    add(f, to: &pending)
    add(g, to: &pending)
    add(h, to: &pending)
    add(i, to: &pending)
    add(j, to: &pending)
    add(k, to: &pending)
    add(l, to: &pending)
    add(m, to: &pending)
    return finish(kind, pending)
  }
}
