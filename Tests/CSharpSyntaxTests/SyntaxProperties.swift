#if canImport(CSharpSyntax)
  @testable import CSharpSyntax
#endif

/// What a text's tree does not keep to.
struct PropertyViolation: Error, CustomStringConvertible {
  let description: String
}

private func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
  if !condition { throw PropertyViolation(description: message()) }
}

/// What must hold for every text. The tests use this, and so does the fuzzer's target, which is one module with the
/// sources of CSharpSyntax.
enum TextProperties {
  static func check(_ bytes: [UInt8], options: ParseOptions = ParseOptions()) throws {
    guard let tree = parse(bytes, options: options), let again = parse(bytes, options: options) else {
      throw PropertyViolation(description: "parsing was cancelled by nobody")
    }
    try withExtendedLifetime((tree, again)) {
      try SyntaxProperties(tree: tree).check()
      try checkSame(tree, again)
    }
    try checkLines(bytes)
  }
}

/// What must hold for every tree.
struct SyntaxProperties {
  let tree: SyntaxTree

  func check() throws {
    try checkTokens()
    try checkErrors()
    try checkNodes()
    try checkTrivia()
  }

  /// Tokens of the source lie side by side from the text's beginning to its end.
  private func checkTokens() throws {
    let hasMark = tree.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var place: UInt32 = hasMark ? 3 : 0
    try require(tree.sourceTokenCount > 0, "no end of file")
    for index in 0..<tree.sourceTokenCount {
      let token = tree.tokens[index]
      // What the parser skipped belongs to the trivia of a token before or behind it.
      if token.kind == .none {
        try require(token.fullStart == token.fullEnd, "skipped token \(index) has a width")
        continue
      }
      try require(token.fullStart == place, "token \(index) begins at \(token.fullStart) instead of \(place)")
      try require(
        token.fullStart <= token.start && token.start <= token.end && token.end <= token.fullEnd, "token \(index)")
      place = token.fullEnd
    }
    try require(Int(place) == tree.bytes.count, "the tokens end at \(place) of \(tree.bytes.count)")
    try require(tree.tokens[tree.sourceTokenCount - 1].kind == .endOfFileToken, "the last token is no end of file")
    for index in tree.sourceTokenCount..<tree.tokenCount {
      let token = tree.tokens[index]
      try require(token.fullStart == token.fullEnd && Int(token.fullEnd) <= tree.bytes.count, "made up token \(index)")
    }
  }

  private func checkErrors() throws {
    for error in tree.errors {
      try require(Int(error.range.end.value) <= tree.bytes.count, "error \(error.id) lies outside of the text")
      try require(!error.message.isEmpty, "error \(error.id) says nothing")
    }
  }

  /// Nodes form a tree: each is met once, below the parent that it names, inside of its range and behind its sibling.
  private func checkNodes() throws {
    var seenNodes = [Bool](repeating: false, count: tree.nodeCount)
    var seenTokens = [Bool](repeating: false, count: tree.tokenCount)
    try require(tree.root.kind == .compilationUnit, "the root is a \(tree.root.kind)")
    try require(tree.nodes[Int(tree.rootIndex)].parent == .max, "the root has a parent")
    var stack = [tree.rootIndex]
    seenNodes[Int(tree.rootIndex)] = true
    while let index = stack.popLast() {
      let record = tree.nodes[Int(index)]
      let range = SyntaxNode(tree: tree, index: index).fullRange
      try require(record.kind != .none, "node \(index) is of no kind")
      try require(Int(record.slotStart) + Int(record.slotCount) <= tree.slots.count, "slots of node \(index)")
      var place = range.start
      for slot in 0..<Int(record.slotCount) {
        let element = tree.slots[Int(record.slotStart) + slot]
        if element.isNothing { continue }
        let childIndex = Int(element.index)
        let childRange: TextRange
        if element.isToken {
          try require(childIndex < tree.tokenCount && !seenTokens[childIndex], "token \(childIndex) is met twice")
          seenTokens[childIndex] = true
          let token = tree.tokens[childIndex]
          try require(token.parent == index, "token \(childIndex) names another parent")
          try require(token.kind != .none, "token \(childIndex) is of no kind")
          childRange = TextRange(token.fullStart, token.fullEnd)
        } else {
          try require(childIndex < tree.nodeCount && !seenNodes[childIndex], "node \(childIndex) is met twice")
          seenNodes[childIndex] = true
          try require(tree.nodes[childIndex].parent == index, "node \(childIndex) names another parent")
          stack.append(element.index)
          if tree.nodes[childIndex].firstToken == .max { continue }
          childRange = SyntaxNode(tree: tree, index: element.index).fullRange
        }
        try require(range.contains(childRange), "a child of node \(index) (\(record.kind)) lies outside of it")
        try require(childRange.start >= place, "children of node \(index) (\(record.kind)) are out of order")
        place = childRange.end
      }
    }
    for index in 0..<tree.sourceTokenCount where !seenTokens[index] {
      let token = tree.tokens[index]
      try require(token.fullStart == token.fullEnd, "token \(index) (\(token.kind)) is in no node")
    }
  }

  /// Trivia fill the place before and behind their token, and their structures lie in them.
  private func checkTrivia() throws {
    for index in 0..<tree.sourceTokenCount {
      let token = SyntaxToken(tree: tree, index: UInt32(index))
      try checkTrivia(token.leadingTrivia, fill: token.leadingTriviaRange)
      try checkTrivia(token.trailingTrivia, fill: token.trailingTriviaRange)
    }
  }

  private func checkTrivia(_ pieces: [Trivia], fill range: TextRange) throws {
    var place = range.start
    for piece in pieces {
      try require(piece.range.start == place && !piece.range.isEmpty, "trivia leave a gap at \(place.value)")
      place = piece.range.end
      guard piece.hasStructure else { continue }
      guard let structure = tree.structure(of: piece) else {
        throw PropertyViolation(description: "no structure at \(piece.range)")
      }
      try withExtendedLifetime(structure) {
        try require(piece.range.contains(structure.root.fullRange), "a structure leaves its trivia at \(piece.range)")
      }
    }
    try require(place == range.end, "trivia end at \(place.value) instead of \(range.end.value)")
  }
}

/// Two trees of one text are the same.
private func checkSame(_ a: SyntaxTree, _ b: SyntaxTree) throws {
  try require(a.errors == b.errors, "errors differ")
  try require(a.directives == b.directives, "directives differ")
  try require(
    a.nodeCount == b.nodeCount && a.tokenCount == b.tokenCount && a.slots.elementsEqual(b.slots), "trees differ")
  for (x, y) in zip(a.nodes, b.nodes) {
    try require(x.kind == y.kind && x.parent == y.parent && x.flags == y.flags, "nodes differ")
  }
  for (x, y) in zip(a.tokens, b.tokens) {
    try require(x.kind == y.kind && x.start == y.start && x.end == y.end && x.flags == y.flags, "tokens differ")
  }
}

/// Offsets survive the way to a line and column and back, but for those inside a character or an end of line.
private func checkLines(_ bytes: [UInt8]) throws {
  for ends in [LineTable.LineEnds.languageServer, .csharp] {
    let table = LineTable(bytes, lineEnds: ends)
    try require(table.line(containing: ByteOffset(clamping: bytes.count)) == table.lineCount - 1, "last line")
    let unit = ColumnUnit.allCases[bytes.count % ColumnUnit.allCases.count]
    var offset = 0
    while offset <= bytes.count {
      let position = table.position(of: ByteOffset(clamping: offset), in: bytes, columns: unit)
      let back = table.offset(of: position, in: bytes, columns: unit)
      try require(Int(back.value) <= max(offset, 3), "offset \(offset) comes back as \(back.value)")
      let again = table.position(of: back, in: bytes, columns: unit)
      try require(again == position, "position \(position) comes back as \(again)")
      offset += 1 + bytes.count / 64
    }
  }
}
