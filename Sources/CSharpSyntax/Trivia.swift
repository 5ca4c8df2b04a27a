/// A piece of text between tokens: white space, an end of line, a comment, a directive, text that is not compiled, or
/// tokens that the parser skipped. Read again from the text when somebody asks; trees don't store them.
package struct Trivia: Hashable, Sendable {
  /// For directives the directive's own kind, such as `IfDirectiveTrivia`.
  package let kind: SyntaxKind
  package let range: TextRange

  package init(kind: SyntaxKind, range: TextRange) {
    self.kind = kind
    self.range = range
  }

  package var isComment: Bool {
    switch kind {
    case .singleLineCommentTrivia, .multiLineCommentTrivia: true
    default: isDocumentationComment
    }
  }

  package var isDocumentationComment: Bool {
    kind == .singleLineDocumentationCommentTrivia || kind == .multiLineDocumentationCommentTrivia
  }

  package var isDirective: Bool {
    kind.rawValue >= SyntaxKind.ifDirectiveTrivia.rawValue && kind.rawValue < SyntaxKind.skippedTokensTrivia.rawValue
  }

  /// Whether it has nodes and tokens of its own, which ``SyntaxTree/structure(of:)`` makes.
  package var hasStructure: Bool { isDirective || kind == .skippedTokensTrivia }
}

extension SyntaxToken {
  /// What lies before the token and belongs to it, in order.
  package var leadingTrivia: [Trivia] {
    guard index != .max else { return [] }
    let record = record
    return tree.trivia(record.fullStart, record.start, isLeading: true, record)
  }

  /// What lies behind the token and belongs to it, in order.
  package var trailingTrivia: [Trivia] {
    guard index != .max else { return [] }
    let record = record
    return tree.trivia(record.end, record.fullEnd, isLeading: false, record)
  }

  /// The comments before the token and behind it, documentation comments included.
  package var comments: [Trivia] { (leadingTrivia + trailingTrivia).filter(\.isComment) }
}

extension SyntaxTree {
  /// Whether this is the structure of a directive or of skipped tokens rather than a file.
  var isStructure: Bool {
    let kind = nodes[Int(rootIndex)].kind
    return kind != .compilationUnit && kind != .none
  }

  fileprivate func trivia(_ start: UInt32, _ end: UInt32, isLeading: Bool, _ token: TokenRecord) -> [Trivia] {
    guard start < end else { return [] }
    if isStructure, isLeading {
      return directiveEndTrivia(start, end, token)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      var reader = TriviaReader(
        base: base, end: min(Int(end), buffer.count), position: min(Int(start), buffer.count), directives: directives,
        isInDirective: isStructure)
      return reader.readAll()
    }
  }

  /// Only a directive's end has leading trivia: its message, or what should not be there.
  private func directiveEndTrivia(_ start: UInt32, _ end: UInt32, _ token: TokenRecord) -> [Trivia] {
    guard token.flags.contains(.containsSkippedText) else {
      return [Trivia(kind: .preprocessingMessageTrivia, range: TextRange(start, end))]
    }
    // The condition of an `#elif` without `#if` counts as text that is not compiled.
    var conditionEnd = start
    if root.kind == .badDirectiveTrivia, root.requiredToken(1).kind == .elifKeyword {
      let elif = Trivia(kind: .elifDirectiveTrivia, range: TextRange(root.requiredToken(0).range.start.value, end))
      if let tree = structure(of: elif) { conditionEnd = tree.root.lastToken.fullRange.start.value }
    }
    return [
      Trivia(kind: .disabledTextTrivia, range: TextRange(start, conditionEnd)),
      Trivia(kind: .skippedTokensTrivia, range: TextRange(conditionEnd, end)),
    ].filter { !$0.range.isEmpty }
  }

  /// The nodes and tokens of a directive or of skipped tokens, as a tree over the same text: the root is the
  /// directive. `nil` for trivia without structure.
  package func structure(of trivia: Trivia) -> SyntaxTree? {
    guard trivia.hasStructure, Int(trivia.range.end.value) <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer -> SyntaxTree? in
      guard let base = buffer.baseAddress else { return nil }
      if trivia.kind == .skippedTokensTrivia { return skippedTokens(trivia, base) }
      let start = trivia.range.start.value
      let isFirst = start == 0 || (start == 3 && base[0] == 0xEF)
      var parser = DirectiveParser(
        base: base, count: buffer.count, position: Int(start), context: DirectiveContext(isFirst: isFirst))
      // What the directive ends must be open for it to read as what it was.
      var state = DirectiveState(defines: [])
      switch trivia.kind {
      case .elifDirectiveTrivia, .elseDirectiveTrivia, .endIfDirectiveTrivia:
        state.apply(.ifDirectiveTrivia, isBranchTaken: false)
      case .endRegionDirectiveTrivia: state.apply(.regionDirectiveTrivia, isBranchTaken: false)
      default: break
      }
      let result = parser.parse(&state)
      return structure(parser.builder, root: result.root)
    }
  }

  private func skippedTokens(_ trivia: Trivia, _ base: UnsafePointer<UInt8>) -> SyntaxTree? {
    let start = Int(trivia.range.start.value)
    let end = Int(trivia.range.end.value)
    var builder = TreeBuilder()
    var elements: [SyntaxElement] = []
    if isStructure {
      var parser = DirectiveParser(base: base, count: end, position: start, context: DirectiveContext())
      builder = parser.parseTokens()
      elements = builder.tokens.indices.map { .token(UInt32(truncatingIfNeeded: $0)) }
    } else {
      builder.tokens.append(TriviaReader.skippedToken(base, start: start, end: end))
      elements = [.token(0)]
    }
    let root = builder.node(.skippedTokensTrivia, builder.list(elements))
    return structure(builder, root: root)
  }

  private func structure(_ builder: TreeBuilder, root: SyntaxElement) -> SyntaxTree {
    SyntaxTree(
      bytes: bytes, options: options, errors: [], nodes: builder.nodes, tokens: builder.tokens, slots: builder.slots,
      sourceTokenCount: builder.tokens.count, rootIndex: root.index)
  }

  /// The directives that begin in a range.
  package func directives(in range: TextRange) -> ArraySlice<DirectiveRecord> {
    let first = TriviaReader.firstIndex(directives, from: range.start.value)
    return directives[first..<TriviaReader.firstIndex(directives, from: range.end.value)]
  }
}
