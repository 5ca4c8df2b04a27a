// A libFuzzer target: whatever bytes come, the lexer, the parser and what reads their trees keep their promises.
// Compiled together with the sources of CSharpSyntax by the script `run` beside it.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSyntax(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : count))
  // What changes the reading follows from the text, so that a seed stays a plain C# file.
  let versions: [LanguageVersion] = [.csharp15, .csharp14, .csharp15, .csharp7Point3, .csharp15, .csharp9]
  let options = ParseOptions(
    defines: count % 2 == 0 ? ["A", "DEBUG"] : [], languageVersion: versions[count % versions.count])
  guard let tree = parse(bytes, options: options), let again = parse(bytes, options: options) else {
    fatalError("parsing was cancelled by nobody")
  }
  withExtendedLifetime((tree, again)) {
    SyntaxProperties(tree: tree).check()
    checkSame(tree, again)
  }
  checkLines(bytes)
  return 0
}

private func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}

/// What must hold for every tree.
private struct SyntaxProperties {
  let tree: SyntaxTree

  func check() {
    checkTokens()
    checkErrors()
    checkNodes()
    checkTrivia()
  }

  /// Tokens of the source lie side by side from the text's beginning to its end.
  private func checkTokens() {
    let hasMark = tree.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var place: UInt32 = hasMark ? 3 : 0
    require(tree.sourceTokenCount > 0, "no end of file")
    for index in 0..<tree.sourceTokenCount {
      let token = tree.tokens[index]
      // What the parser skipped belongs to the trivia of a token before or behind it.
      if token.kind == .none {
        require(token.fullStart == token.fullEnd, "skipped token \(index) has a width")
        continue
      }
      require(token.fullStart == place, "token \(index) begins at \(token.fullStart) instead of \(place)")
      require(token.fullStart <= token.start && token.start <= token.end && token.end <= token.fullEnd, "token \(index)")
      place = token.fullEnd
    }
    require(Int(place) == tree.bytes.count, "the tokens end at \(place) of \(tree.bytes.count)")
    require(tree.tokens[tree.sourceTokenCount - 1].kind == .endOfFileToken, "the last token is no end of file")
    for index in tree.sourceTokenCount..<tree.tokenCount {
      let token = tree.tokens[index]
      require(token.fullStart == token.fullEnd && Int(token.fullEnd) <= tree.bytes.count, "made up token \(index)")
    }
  }

  private func checkErrors() {
    for error in tree.errors {
      require(Int(error.range.end.value) <= tree.bytes.count, "error \(error.id) lies outside of the text")
      require(!error.message.isEmpty, "error \(error.id) says nothing")
    }
  }

  /// Nodes form a tree: each is met once, below the parent that it names, inside of its range and behind its sibling.
  private func checkNodes() {
    var seenNodes = [Bool](repeating: false, count: tree.nodeCount)
    var seenTokens = [Bool](repeating: false, count: tree.tokenCount)
    require(tree.root.kind == .compilationUnit, "the root is a \(tree.root.kind)")
    require(tree.nodes[Int(tree.rootIndex)].parent == .max, "the root has a parent")
    var stack = [tree.rootIndex]
    seenNodes[Int(tree.rootIndex)] = true
    while let index = stack.popLast() {
      let record = tree.nodes[Int(index)]
      let range = SyntaxNode(tree: tree, index: index).fullRange
      require(record.kind != .none, "node \(index) is of no kind")
      require(Int(record.slotStart) + Int(record.slotCount) <= tree.slots.count, "slots of node \(index)")
      var place = range.start
      for slot in 0..<Int(record.slotCount) {
        let element = tree.slots[Int(record.slotStart) + slot]
        if element.isNothing { continue }
        let childIndex = Int(element.index)
        let childRange: TextRange
        if element.isToken {
          require(childIndex < tree.tokenCount && !seenTokens[childIndex], "token \(childIndex) is met twice")
          seenTokens[childIndex] = true
          let token = tree.tokens[childIndex]
          require(token.parent == index, "token \(childIndex) names another parent")
          require(token.kind != .none, "token \(childIndex) is of no kind")
          childRange = TextRange(token.fullStart, token.fullEnd)
        } else {
          require(childIndex < tree.nodeCount && !seenNodes[childIndex], "node \(childIndex) is met twice")
          seenNodes[childIndex] = true
          require(tree.nodes[childIndex].parent == index, "node \(childIndex) names another parent")
          stack.append(element.index)
          if tree.nodes[childIndex].firstToken == .max { continue }
          childRange = SyntaxNode(tree: tree, index: element.index).fullRange
        }
        require(range.contains(childRange), "a child of node \(index) (\(record.kind)) lies outside of it")
        require(childRange.start >= place, "children of node \(index) (\(record.kind)) are out of order")
        place = childRange.end
      }
    }
    for index in 0..<tree.sourceTokenCount where !seenTokens[index] {
      let token = tree.tokens[index]
      require(token.fullStart == token.fullEnd, "token \(index) (\(token.kind)) is in no node")
    }
  }

  /// Trivia fill the place before and behind their token, and their structures lie in them.
  private func checkTrivia() {
    for index in 0..<tree.sourceTokenCount {
      let token = SyntaxToken(tree: tree, index: UInt32(index))
      checkTrivia(token.leadingTrivia, fill: token.leadingTriviaRange)
      checkTrivia(token.trailingTrivia, fill: token.trailingTriviaRange)
    }
  }

  private func checkTrivia(_ pieces: [Trivia], fill range: TextRange) {
    var place = range.start
    for piece in pieces {
      require(piece.range.start == place && !piece.range.isEmpty, "trivia leave a gap at \(place.value)")
      place = piece.range.end
      guard piece.hasStructure else { continue }
      guard let structure = tree.structure(of: piece) else { fatalError("no structure at \(piece.range)") }
      withExtendedLifetime(structure) {
        require(piece.range.contains(structure.root.fullRange), "a structure leaves its trivia at \(piece.range)")
      }
    }
    require(place == range.end, "trivia end at \(place.value) instead of \(range.end.value)")
  }
}

/// Two trees of one text are the same.
private func checkSame(_ a: SyntaxTree, _ b: SyntaxTree) {
  require(a.errors == b.errors, "errors differ")
  require(a.directives == b.directives, "directives differ")
  require(a.nodeCount == b.nodeCount && a.tokenCount == b.tokenCount && a.slots.elementsEqual(b.slots), "trees differ")
  for (x, y) in zip(a.nodes, b.nodes) {
    require(x.kind == y.kind && x.parent == y.parent && x.flags == y.flags, "nodes differ")
  }
  for (x, y) in zip(a.tokens, b.tokens) {
    require(x.kind == y.kind && x.start == y.start && x.end == y.end && x.flags == y.flags, "tokens differ")
  }
}

/// Offsets survive the way to a line and column and back, but for those inside a character or an end of line.
private func checkLines(_ bytes: [UInt8]) {
  for ends in [LineTable.LineEnds.languageServer, .csharp] {
    let table = LineTable(bytes, lineEnds: ends)
    require(table.line(containing: ByteOffset(clamping: bytes.count)) == table.lineCount - 1, "last line")
    let unit = ColumnUnit.allCases[bytes.count % ColumnUnit.allCases.count]
    var offset = 0
    while offset <= bytes.count {
      let position = table.position(of: ByteOffset(clamping: offset), in: bytes, columns: unit)
      let back = table.offset(of: position, in: bytes, columns: unit)
      require(Int(back.value) <= max(offset, 3), "offset \(offset) comes back as \(back.value)")
      let again = table.position(of: back, in: bytes, columns: unit)
      require(again == position, "position \(position) comes back as \(again)")
      offset += 1 + bytes.count / 64
    }
  }
}
