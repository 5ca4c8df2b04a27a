/// Writes trees as lines of text, one for each node and token in pre-order: depth, kind, full start, start, end and
/// full end in bytes, and `m` behind what is missing. The format is that of the compiler's trees which ours are
/// compared with.
package struct TreePrinter: ~Copyable {
  /// What to print.
  package struct Options: Sendable {
    package var includesTokens: Bool
    package var includesTrivia: Bool

    package init(includesTokens: Bool = true, includesTrivia: Bool = false) {
      self.includesTokens = includesTokens
      self.includesTrivia = includesTrivia
    }
  }

  let options: Options
  package var output: LineBuffer

  package init(options: Options = Options()) {
    self.options = options
    output = LineBuffer()
  }

  /// Prints a heading with the file's name, then its tree.
  package mutating func print(_ tree: SyntaxTree, name: String) {
    output.write("# ")
    output.write(name)
    output.write(" bytes=")
    output.write(tree.bytes.count)
    output.write(" errors=")
    output.write(tree.errors.count)
    output.endLine()
    printNode(.node(tree.rootIndex), of: tree, depth: 0)
  }

  /// Prints the elements below `root` with it.
  mutating func printNode(_ root: SyntaxElement, of tree: SyntaxTree, depth: Int) {
    var stack: [(element: SyntaxElement, depth: Int)] = [(root, depth)]
    // Where a node without any token lies: behind what was printed before.
    var place: UInt32 = 0
    while let (element, depth) = stack.popLast() {
      if element.isToken {
        let token = tree.tokens[Int(element.index)]
        place = token.fullEnd
        guard options.includesTokens else { continue }
        line(
          depth, token.kind, token.fullStart, token.start, token.end, token.fullEnd, token.flags.contains(.missing))
        if options.includesTrivia { printTrivia(of: element.index, in: tree, depth: depth) }
        continue
      }
      let node = tree.nodes[Int(element.index)]
      if node.kind == .list {
        push(node, of: tree, depth: depth, to: &stack)
        continue
      }
      if node.firstToken == .max || node.lastToken == .max {
        line(depth, node.kind, place, place, place, place, node.flags.contains(.missing))
      } else {
        let first = tree.tokens[Int(node.firstToken)]
        let last = tree.tokens[Int(node.lastToken)]
        line(depth, node.kind, first.fullStart, first.start, last.end, last.fullEnd, node.flags.contains(.missing))
      }
      push(node, of: tree, depth: depth + 1, to: &stack)
    }
  }

  @inline(__always)
  private func push(
    _ node: NodeRecord, of tree: SyntaxTree, depth: Int, to stack: inout [(element: SyntaxElement, depth: Int)]
  ) {
    var slot = Int(node.slotStart) + Int(node.slotCount)
    while slot > Int(node.slotStart) {
      slot -= 1
      let element = tree.slots[slot]
      if !element.isNothing { stack.append((element, depth)) }
    }
  }

  @inline(__always)
  mutating func line(
    _ depth: Int, _ kind: SyntaxKind, _ fullStart: UInt32, _ start: UInt32, _ end: UInt32, _ fullEnd: UInt32,
    _ isMissing: Bool
  ) {
    output.write(depth)
    output.writeSpace()
    output.write(kind)
    output.writeSpace()
    output.write(Int(fullStart))
    output.writeSpace()
    output.write(Int(start))
    output.writeSpace()
    output.write(Int(end))
    output.writeSpace()
    output.write(Int(fullEnd))
    if isMissing { output.write(" m") }
    output.endLine()
  }

  /// Prints the tokens that the lexer finds in a text, as if no parser had looked at them.
  package mutating func printTokens(_ bytes: [UInt8], options: ParseOptions, name: String) {
    var builder = TreeBuilder()
    let directives = bytes.withUnsafeBufferPointer { lexTokens($0, options: options, into: &builder) }
    let root = builder.node(.compilationUnit)
    let tree = SyntaxTree(
      bytes: bytes, options: options, errors: builder.errors, nodes: builder.nodes, tokens: builder.tokens,
      slots: builder.slots, sourceTokenCount: builder.tokens.count, rootIndex: root.index, directives: directives)
    output.write("# ")
    output.write(name)
    output.endLine()
    for index in tree.tokens.indices {
      printNode(.token(UInt32(truncatingIfNeeded: index)), of: tree, depth: 0)
    }
  }
}

/// Lines of text being written.
package struct LineBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0

  package init() {
    capacity = 1 << 16
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// What was written so far.
  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  package mutating func removeAll() { count = 0 }

  @inline(__always)
  private mutating func reserve(_ extra: Int) {
    if count &+ extra > capacity { grow(extra) }
  }

  private mutating func grow(_ extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  @inline(__always)
  package mutating func writeByte(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  @inline(__always)
  package mutating func writeSpace() { writeByte(UInt8(ascii: " ")) }

  @inline(__always)
  package mutating func endLine() { writeByte(UInt8(ascii: "\n")) }

  package mutating func write(_ text: String) {
    for byte in text.utf8 { writeByte(byte) }
  }

  /// Writes a kind's name.
  package mutating func write(_ kind: SyntaxKind) {
    let name = KindNames.shared.names[Int(kind.rawValue)]
    reserve(name.count)
    guard let source = name.baseAddress else { return }
    (base + count).update(from: source, count: name.count)
    count &+= name.count
  }

  package mutating func write(_ number: Int) {
    reserve(20)
    guard number >= 0 else {
      write(String(number))
      return
    }
    var digits = 1
    var limit = 10
    while digits < 19, number >= limit {
      digits &+= 1
      limit = limit &* 10
    }
    var rest = UInt64(truncatingIfNeeded: number)
    var index = count &+ digits
    count = index
    repeat {
      index &-= 1
      base[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }
}

/// The kinds' names as bytes; never freed.
private struct KindNames: @unchecked Sendable {
  let names: [UnsafeBufferPointer<UInt8>]

  static let shared = KindNames()

  private init() {
    names = SyntaxKind.allCases.map { kind in
      let bytes = Array(kind.name.utf8)
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = copy.initialize(from: bytes)
      return UnsafeBufferPointer(copy)
    }
  }
}
extension TreePrinter {
  /// Prints a token's trivia one level deeper than the token, and the nodes in it one deeper again.
  mutating func printTrivia(of token: UInt32, in tree: SyntaxTree, depth: Int) {
    let token = SyntaxToken(tree: tree, index: token)
    for trivia in token.leadingTrivia { printTrivia(trivia, UInt8(ascii: "<"), of: tree, depth: depth + 1) }
    for trivia in token.trailingTrivia { printTrivia(trivia, UInt8(ascii: ">"), of: tree, depth: depth + 1) }
  }

  private mutating func printTrivia(_ trivia: Trivia, _ side: UInt8, of tree: SyntaxTree, depth: Int) {
    output.write(depth)
    output.writeSpace()
    output.writeByte(side)
    output.write(trivia.kind)
    output.writeSpace()
    output.write(Int(trivia.range.start.value))
    output.writeSpace()
    output.write(Int(trivia.range.end.value))
    output.endLine()
    if let structure = tree.structure(of: trivia) {
      printNode(.node(structure.rootIndex), of: structure, depth: depth + 1)
    }
  }
}
