/// A recursive-descent parser over the tokens that the lexer has laid into the builder.
///
/// It builds Roslyn's trees: the same kinds, slots and missing tokens. Decisions that need more than one token are
/// taken by scanning token indices (see `ParserLookahead`), never by building nodes and throwing them away.
struct Parser {
  var builder: TreeBuilder
  let version: LanguageVersion
  /// Index of the current token, and its kind.
  var position = 0
  var kind: SyntaxKind = .endOfFileToken
  /// Index of the end-of-file token.
  let endIndex: Int
  /// The last source token that went into the tree; skipped text hangs on it. −1 at the beginning.
  var lastConsumed = -1
  /// Elements of the lists under construction.
  var stack: [SyntaxElement] = []
  var depth = 0
  var context = ParserContext()
  var terminators = Terminators()
  /// For each opening parenthesis, bracket and brace the index of its closing one, 0 where it has none.
  var closers: [UInt32] = []
  /// Brackets that are known to open an element access although a `?` stands before them.
  var knownAccesses: Set<UInt32> = []
  /// What long scans found, so that nested ones are not repeated.
  var scanMemo: [UInt32: TypeScanResult] = [:]
  /// How many namespaces, and how many types, surround the current token.
  var namespaceDepth = 0
  var typeDepth = 0
  var scanDepth = 0
  /// Whether the scan at hand is to decide about the word `partial`.
  var isScanningPartial = false
  /// Tokens in which an error or skipped text lies: their nodes are marked at the end.
  var flagged: [UInt32] = []
  /// Where the last error was reported that the nesting limit caused.
  var reportedNesting = false
  var reportedOrder = false
  let bytes: [UInt8]

  /// How deep declarations, statements, expressions, types and patterns may nest, counted in calls of their parsers.
  static let maximumDepth = 600

  init(builder: TreeBuilder, bytes: [UInt8], options: ParseOptions) {
    self.builder = builder
    self.bytes = bytes
    version = options.languageVersion
    endIndex = max(builder.tokens.count - 1, 0)
    kind = builder.tokens.isEmpty ? .endOfFileToken : builder.tokens[0].kind
    stack.reserveCapacity(256)
  }
}

/// What surrounds the current token as far as it changes the meaning of words.
struct ParserContext {
  var isInAsync = false
  var isInQuery = false
  /// In an accessor of a property, where `field` names the backing field.
  var isInFieldAccessor = false
  /// How many `?:` around here still wait for their colon: `a?[b]` needs one more to be a conditional expression.
  var pendingColons = 0
  var isInTry = false
}

// MARK: - Tokens
extension Parser {
  @inline(__always)
  func kind(at index: Int) -> SyntaxKind {
    index < endIndex ? builder.tokens[index].kind : .endOfFileToken
  }

  @inline(__always)
  func peek(_ distance: Int) -> SyntaxKind { kind(at: position &+ distance) }

  /// An identifier's contextual keyword, `.identifierToken` if it has none; another token's kind.
  @inline(__always)
  func contextual(at index: Int) -> SyntaxKind {
    let kind = kind(at: index)
    guard kind == .identifierToken else { return kind }
    let word = builder.tokens[index].contextualKind
    return word == .none ? .identifierToken : word
  }

  /// As `contextual(at:)` of the current token.
  @inline(__always)
  var contextual: SyntaxKind {
    guard kind == .identifierToken else { return kind }
    let word = builder.tokens[position].contextualKind
    return word == .none ? .identifierToken : word
  }

  @inline(__always)
  func peekContextual(_ distance: Int) -> SyntaxKind { contextual(at: position &+ distance) }

  @inline(__always)
  func at(_ word: SyntaxKind) -> Bool { kind == word }

  @inline(__always)
  mutating func moveOn(to index: Int) {
    position = index < endIndex ? index : endIndex
    kind = builder.tokens[position].kind
  }

  /// Takes the current token into the tree.
  @inline(__always)
  mutating func eat() -> SyntaxElement {
    let index = position
    lastConsumed = index
    if index < endIndex {
      position = index &+ 1
      kind = builder.tokens[position].kind
    }
    return .token(UInt32(truncatingIfNeeded: index))
  }

  /// Takes the current token as one of another kind: an identifier as the contextual keyword that it spells.
  mutating func eat(as newKind: SyntaxKind) -> SyntaxElement {
    builder.tokens[position].kind = newKind
    return eat()
  }

  /// The current token if it is of that kind, else nothing.
  @inline(__always)
  mutating func eatIf(_ wanted: SyntaxKind) -> SyntaxElement {
    kind == wanted ? eat() : .nothing
  }

  /// The current token if it is of that kind, else a missing one with an error.
  @inline(__always)
  mutating func expect(_ wanted: SyntaxKind) -> SyntaxElement {
    kind == wanted ? eat() : missingWithError(wanted)
  }

  /// The current token as a contextual keyword, or a missing one with an error.
  mutating func expectContextual(_ wanted: SyntaxKind) -> SyntaxElement {
    contextual == wanted ? eat(as: wanted) : missingWithError(wanted)
  }

  /// Takes two or three adjacent tokens, the first a `>`, as one operator.
  mutating func eatMerged(_ count: Int, as newKind: SyntaxKind) -> SyntaxElement {
    let first = position
    let last = min(first + count - 1, endIndex)
    let end = builder.tokens[last].end
    let fullEnd = builder.tokens[last].fullEnd
    builder.tokens[first].kind = newKind
    builder.tokens[first].end = end
    builder.tokens[first].fullEnd = fullEnd
    for index in (first + 1)..<(last + 1) { bury(index, at: fullEnd) }
    lastConsumed = first
    moveOn(to: last + 1)
    return .token(UInt32(truncatingIfNeeded: first))
  }

  /// Makes a source token's record one that stands for nothing, since another token or its trivia has its text now.
  mutating func bury(_ index: Int, at place: UInt32) {
    builder.tokens[index] = TokenRecord(
      kind: .none, flags: [], fullStart: place, start: place, end: place, fullEnd: place, parent: .max,
      contextualKind: .none)
  }

  /// A token of no width that is not in the source.
  mutating func zeroWidthToken(_ kind: SyntaxKind, flags: ElementFlags = []) -> SyntaxElement {
    let place = builder.tokens[position].fullStart
    let index = UInt32(truncatingIfNeeded: builder.tokens.count)
    builder.tokens.append(
      TokenRecord(
        kind: kind, flags: flags, fullStart: place, start: place, end: place,
        fullEnd: UInt32(truncatingIfNeeded: lastConsumed), parent: .max, contextualKind: .none))
    return .token(index)
  }

  /// Moves tokens of no width behind the text that was skipped after they were made: until now `fullEnd` holds the
  /// index of the token that they follow.
  mutating func placeZeroWidthTokens() {
    for index in (endIndex + 1)..<max(builder.tokens.count, endIndex + 1) {
      let before = builder.tokens[index].fullEnd
      let place = before < endIndex ? builder.tokens[Int(before)].fullEnd : builder.tokens[index].start
      builder.tokens[index].fullStart = place
      builder.tokens[index].start = place
      builder.tokens[index].end = place
      builder.tokens[index].fullEnd = place
    }
  }

  /// A missing token, without an error.
  mutating func missing(_ kind: SyntaxKind) -> SyntaxElement { zeroWidthToken(kind, flags: .missing) }

  /// A missing token that stands before what was parsed since: behind the token that was then the last consumed.
  mutating func missing(_ kind: SyntaxKind, after before: Int) -> SyntaxElement {
    let token = missing(kind)
    let place = before < 0 ? builder.tokens[0].fullStart : builder.tokens[before].fullEnd
    builder.tokens[Int(token.index)].fullStart = place
    builder.tokens[Int(token.index)].start = place
    builder.tokens[Int(token.index)].end = place
    builder.tokens[Int(token.index)].fullEnd = UInt32(truncatingIfNeeded: before)
    return token
  }

  /// A missing token and the compiler's error for it.
  mutating func missingWithError(_ wanted: SyntaxKind) -> SyntaxElement {
    let (id, message) = SyntaxErrorText.expected(wanted, found: kind, spelling: currentText)
    reportAtMissing(id, message)
    let token = missing(wanted)
    flag(token)
    return token
  }

  /// A missing name without an error.
  mutating func missingName() -> SyntaxElement {
    let token = missing(.identifierToken)
    return builder.node(.identifierName, token)
  }

  var currentText: String { text(of: position) }

  func text(of index: Int) -> String {
    let record = builder.tokens[index]
    let end = min(Int(record.end), bytes.count)
    let start = min(Int(record.start), end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether the trivia behind a token ends its line.
  func endsLine(_ index: Int) -> Bool {
    let record = builder.tokens[index]
    guard record.fullEnd > record.end, Int(record.fullEnd) <= bytes.count else { return false }
    let last = bytes[Int(record.fullEnd) - 1]
    if last == 0x0A || last == 0x0D { return true }
    // U+0085, U+2028, U+2029
    if last == 0x85, record.fullEnd - record.end >= 2, bytes[Int(record.fullEnd) - 2] == 0xC2 { return true }
    if last == 0xA8 || last == 0xA9, record.fullEnd - record.end >= 3 {
      return bytes[Int(record.fullEnd) - 2] == 0x80 && bytes[Int(record.fullEnd) - 3] == 0xE2
    }
    return false
  }
}

// MARK: - Nodes
extension Parser {
  @inline(__always)
  mutating func push(_ element: SyntaxElement) { stack.append(element) }

  /// The list of what was pushed since the stack had `mark` elements.
  @inline(__always)
  mutating func list(from mark: Int) -> SyntaxElement {
    builder.list(&stack, from: mark)
  }

  /// Pushes what a list holds, to go on with it; the list's own node is left over.
  mutating func pushElements(of list: SyntaxElement) {
    guard !list.isNothing else { return }
    guard builder.kind(of: list) == .list else { return push(list) }
    for slot in 0..<Int(builder.nodes[Int(list.index)].slotCount) { push(builder.slot(list, slot)) }
  }

  func isMissing(_ element: SyntaxElement) -> Bool { builder.isMissing(element) }
}

// MARK: - Errors
extension Parser {
  mutating func report(_ id: UInt16, _ start: UInt32, _ end: UInt32, _ message: String) {
    builder.errors.append(SyntaxError(id: id, range: TextRange(start, end), message: message))
  }

  /// Reports an error on the current token.
  mutating func reportHere(_ id: UInt16, _ message: String) {
    let record = builder.tokens[position]
    report(id, record.start, record.end, message)
    flagToken(position)
  }

  /// Reports an error on a token or node of the tree.
  mutating func report(_ id: UInt16, on element: SyntaxElement, _ message: String) {
    guard !element.isNothing else { return reportHere(id, message) }
    var first = element.index
    var last = element.index
    if element.isNode {
      let record = builder.nodes[Int(element.index)]
      guard record.firstToken != .max else { return reportHere(id, message) }
      first = record.firstToken
      last = record.lastToken
    }
    report(id, builder.tokens[Int(first)].start, builder.tokens[Int(last)].end, message)
    flagToken(Int(first))
  }

  /// Reports a feature that the language version in force does not have.
  mutating func reportUnavailable(_ feature: String, _ since: LanguageVersion, on element: SyntaxElement) {
    guard version < since else { return }
    report(
      version.featureErrorID, on: element,
      "Feature '\(feature)' is not available in C# \(version.written). Please use language version \(since.written) or greater."
    )
  }

  /// Reports that something is missing before the current token: on that token, or, if it stands on another line,
  /// behind the one before.
  mutating func reportAtMissing(_ id: UInt16, _ message: String) {
    if lastConsumed >= 0, endsLine(lastConsumed) {
      let end = builder.tokens[lastConsumed].end
      report(id, end, end, message)
    } else {
      let record = builder.tokens[position]
      report(id, record.start, record.end, message)
    }
  }

  mutating func flag(_ element: SyntaxElement) {
    if element.isToken { flagToken(Int(element.index)) }
  }

  mutating func flagToken(_ index: Int) {
    builder.tokens[index].flags.insert(.containsErrors)
    flagged.append(UInt32(truncatingIfNeeded: index))
  }

  /// Hands the flags of tokens with errors or skipped text up to their ancestors.
  mutating func propagateFlags() {
    for index in flagged {
      let flags = builder.tokens[Int(index)].flags.intersection([.containsErrors, .containsSkippedText])
      var parent = builder.tokens[Int(index)].parent
      while parent != .max, !builder.nodes[Int(parent)].flags.isSuperset(of: flags) {
        builder.nodes[Int(parent)].flags.formUnion(flags)
        parent = builder.nodes[Int(parent)].parent
      }
    }
  }
}
