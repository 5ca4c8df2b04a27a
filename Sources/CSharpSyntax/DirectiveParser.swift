/// What the lexer knows where a directive begins.
struct DirectiveContext {
  /// Whether the directive stands in text that is compiled.
  var isActive = true
  /// Whether the text behind it would be, were the branch that it begins taken.
  var isEndActive = true
  /// Whether a token of the file lies before.
  var isAfterFirstToken = false
  /// Whether the file begins with it.
  var isFirst = false
}

/// Which branches and regions are open, and which symbols are defined.
struct DirectiveState {
  struct Opening {
    var kind: SyntaxKind
    var isBranchTaken: Bool
  }

  var defines: Set<String>
  var openings: [Opening] = []
  var hasConditional = false

  init(defines: Set<String>) { self.defines = defines }

  var hasUnfinishedRegion: Bool { openings.last?.kind == .regionDirectiveTrivia }
  var hasUnfinishedIf: Bool { openings.last.map { $0.kind != .regionDirectiveTrivia } ?? false }

  var hasPreviousIfOrElif: Bool {
    openings.last?.kind == .ifDirectiveTrivia || openings.last?.kind == .elifDirectiveTrivia
  }

  /// Whether a branch of the innermost `#if` was taken.
  var previousBranchTaken: Bool {
    for opening in openings.reversed() where opening.kind != .regionDirectiveTrivia {
      if opening.isBranchTaken { return true }
      if opening.kind == .ifDirectiveTrivia { return false }
    }
    return false
  }

  /// Takes in what a directive opens or closes.
  mutating func apply(_ kind: SyntaxKind, isBranchTaken: Bool) {
    switch kind {
    case .ifDirectiveTrivia, .elifDirectiveTrivia, .elseDirectiveTrivia, .regionDirectiveTrivia:
      openings.append(Opening(kind: kind, isBranchTaken: isBranchTaken))
    case .endIfDirectiveTrivia:
      while let opening = openings.popLast(), opening.kind != .ifDirectiveTrivia {}
    case .endRegionDirectiveTrivia:
      if hasUnfinishedRegion { openings.removeLast() }
    default: break
    }
  }
}

/// Reads one directive into nodes and tokens. The lexer needs what it says; the nodes are kept only when somebody asks.
struct DirectiveParser {
  let base: UnsafePointer<UInt8>
  let count: Int
  var context: DirectiveContext
  /// Where the next token begins.
  var position: Int
  var builder = TreeBuilder()
  private var current: TokenRecord?
  /// An error of the token that comes next; lost when that token is skipped.
  private var currentError: SyntaxError?
  private var depth = 0

  init(base: UnsafePointer<UInt8>, count: Int, position: Int, context: DirectiveContext) {
    self.base = base
    self.count = count
    self.position = position
    self.context = context
  }

  struct Result {
    var kind: SyntaxKind
    var root: SyntaxElement
    var isBranchTaken = false
    /// The symbol that `#define` or `#undef` names.
    var symbol: TextRange?
    var setting = SyntaxKind.none
    var target = SyntaxKind.none
    var warningIds: [TextRange] = []
  }

  // MARK: Tokens

  private func peekByte(_ distance: Int = 0) -> UInt8 {
    let index = position &+ distance
    return index < count ? base[index] : 0
  }

  private var lineEndLength: Int {
    guard position < count else { return 0 }
    switch base[position] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return peekByte(1) == UInt8(ascii: "\n") ? 2 : 1
    case 0xC2, 0xE2:
      let character = decodeCharacter(base, at: position, count: count)
      return Characters.isNewLine(character.value) ? character.length : 0
    default: return 0
    }
  }

  private mutating func skipToEndOfLine() {
    while position < count, lineEndLength == 0 { position &+= 1 }
  }

  /// Passes blanks and a `//` comment; an end of line only behind the directive's end.
  private mutating func skipTrailingTrivia(endsDirective: Bool) {
    while position < count {
      switch base[position] {
      case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x1A: position &+= 1
      case UInt8(ascii: "/") where peekByte(1) == UInt8(ascii: "/"): skipToEndOfLine()
      default:
        let lineEnd = lineEndLength
        if lineEnd > 0 {
          if endsDirective { position &+= lineEnd }
          return
        }
        guard base[position] >= 0x80 else { return }
        let character = decodeCharacter(base, at: position, count: count)
        guard Characters.isWhitespace(character.value) else { return }
        position &+= character.length
      }
    }
  }

  private mutating func finish(_ kind: SyntaxKind, _ contextualKind: SyntaxKind = .none, _ start: Int) -> TokenRecord {
    let end = position
    skipTrailingTrivia(endsDirective: kind == .endOfDirectiveToken)
    return TokenRecord(
      kind: kind, flags: [], fullStart: UInt32(truncatingIfNeeded: start), start: UInt32(truncatingIfNeeded: start),
      end: UInt32(truncatingIfNeeded: end), fullEnd: UInt32(truncatingIfNeeded: position), parent: .max,
      contextualKind: contextualKind)
  }

  private mutating func punctuation(_ kind: SyntaxKind, _ length: Int = 1) -> TokenRecord {
    let start = position
    position &+= length
    return finish(kind, .none, start)
  }

  private mutating func lexToken() -> TokenRecord {
    let start = position
    if position >= count || lineEndLength > 0 { return finish(.endOfDirectiveToken, .none, start) }
    let byte = base[position]
    switch byte {
    case UInt8(ascii: "#"): return punctuation(.hashToken)
    case UInt8(ascii: "("): return punctuation(.openParenToken)
    case UInt8(ascii: ")"): return punctuation(.closeParenToken)
    case UInt8(ascii: ","): return punctuation(.commaToken)
    case UInt8(ascii: "-"): return punctuation(.minusToken)
    case UInt8(ascii: ":"): return punctuation(.colonToken)
    case UInt8(ascii: "!"):
      return peekByte(1) == UInt8(ascii: "=") ? punctuation(.exclamationEqualsToken, 2) : punctuation(.exclamationToken)
    case UInt8(ascii: "="):
      return peekByte(1) == UInt8(ascii: "=") ? punctuation(.equalsEqualsToken, 2) : punctuation(.equalsToken)
    case UInt8(ascii: "&") where peekByte(1) == byte: return punctuation(.ampersandAmpersandToken, 2)
    case UInt8(ascii: "|") where peekByte(1) == byte: return punctuation(.barBarToken, 2)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while case UInt8(ascii: "0")...UInt8(ascii: "9") = peekByte() { position &+= 1 }
      return finish(.numericLiteralToken, .none, start)
    case UInt8(ascii: "\"") where peekByte(1) == byte && peekByte(2) == byte:
      return lexRawString()
    case UInt8(ascii: "\""):
      position &+= 1
      while position < count, lineEndLength == 0 {
        position &+= 1
        if base[position &- 1] == UInt8(ascii: "\"") { return finish(.stringLiteralToken, .none, start) }
      }
      currentError = SyntaxError(
        id: 1010, range: TextRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: start)),
        message: "A line ends inside a string")
      return finish(.stringLiteralToken, .none, start)
    default:
      if readIdentifier() {
        let word = keyword(start, position)
        return finish(word.isReserved ? word.kind : .identifierToken, word.kind, start)
      }
      position = start &+ decodeCharacter(base, at: start, count: count).length
      return finish(.badToken, .none, start)
    }
  }

  /// Reads a raw string, which no directive may have; one of several lines takes them all.
  private mutating func lexRawString() -> TokenRecord {
    let start = position
    let quote = UInt8(ascii: "\"")
    while peekByte() == quote { position &+= 1 }
    let quotes = position &- start
    var end = position
    while end < count, base[end] == UInt8(ascii: " ") || base[end] == UInt8(ascii: "\t") { end &+= 1 }
    swap(&position, &end)
    let isMultiLine = lineEndLength > 0
    swap(&position, &end)
    var run = 0
    while position < count, run < quotes, isMultiLine || lineEndLength == 0 {
      run = base[position] == quote ? run &+ 1 : 0
      position &+= 1
    }
    while run >= quotes, peekByte() == quote { position &+= 1 }
    currentError = SyntaxError(
      id: 8996, range: TextRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: start)),
      message: "No raw string may stand in a directive")
    return finish(
      .stringLiteralToken, .none, start)
  }

  private mutating func readIdentifier() -> Bool {
    let start = position
    while position < count {
      let character = readCharacter()
      guard
        position == start
          ? Characters.isIdentifierStart(character.value) : Characters.isIdentifierPart(character.value)
      else { break }
      position &+= character.length
    }
    return position > start
  }

  /// The character here, or the one that a complete escape here stands for.
  private func readCharacter() -> DecodedCharacter {
    guard base[position] == UInt8(ascii: "\\"), peekByte(1) | 0x20 == UInt8(ascii: "u") else {
      return decodeCharacter(base, at: position, count: count)
    }
    let digits = peekByte(1) == UInt8(ascii: "u") ? 4 : 8
    var value: UInt32 = 0
    for index in 2..<2 + digits {
      guard let digit = Characters.hexValue(peekByte(index)) else { return DecodedCharacter(value: 0x5C, length: 1) }
      value = value << 4 | digit
    }
    return DecodedCharacter(value: value, length: 2 + digits)
  }

  /// The words that directives know. Those that begin a directive may be used as names too.
  private func keyword(_ start: Int, _ end: Int) -> (kind: SyntaxKind, isReserved: Bool) {
    guard end &- start <= 11 else { return (.none, false) }
    let word = String(decoding: UnsafeBufferPointer(start: base + start, count: end &- start), as: UTF8.self)
    guard let kind = KeywordTable.directiveKinds[word] else { return (.none, false) }
    switch kind {
    case .trueKeyword, .falseKeyword, .defaultKeyword, .hiddenKeyword, .checksumKeyword, .disableKeyword,
      .restoreKeyword, .enableKeyword, .warningsKeyword, .annotationsKeyword:
      return (kind, true)
    default: return (kind, false)
    }
  }

  private var currentKind: SyntaxKind {
    mutating get {
      if let current { return current.kind }
      let token = lexToken()
      current = token
      return token.kind
    }
  }

  /// The word that comes next, whether it is reserved or not.
  private var currentWord: SyntaxKind {
    mutating get {
      _ = currentKind
      return current?.contextualKind ?? .none
    }
  }

  /// Takes the word that comes next as the keyword that it may be.
  private mutating func eatWord() -> SyntaxElement {
    let kind = currentWord
    current?.kind = kind
    return eat()
  }

  /// Where the token that comes next begins.
  private var currentStart: Int { current.map { Int($0.start) } ?? position }

  private mutating func eat() -> SyntaxElement {
    _ = currentKind
    guard let token = current else { return .nothing }
    current = nil
    if let error = currentError {
      builder.errors.append(error)
      currentError = nil
    }
    builder.tokens.append(token)
    return .token(UInt32(truncatingIfNeeded: builder.tokens.count - 1))
  }

  private mutating func missing(_ kind: SyntaxKind, _ error: UInt16, _ message: String, reports: Bool = true)
    -> SyntaxElement
  {
    _ = currentKind
    if reports, error > 0, let current {
      addError(error, Int(current.start), Int(current.end), message)
    }
    let place = UInt32(truncatingIfNeeded: currentStart)
    builder.tokens.append(
      TokenRecord(
        kind: kind, flags: .missing, fullStart: place, start: place, end: place, fullEnd: place, parent: .max,
        contextualKind: .none))
    return .token(UInt32(truncatingIfNeeded: builder.tokens.count - 1))
  }

  private mutating func expect(_ kind: SyntaxKind, _ error: UInt16, _ message: String, reports: Bool = true)
    -> SyntaxElement
  {
    currentKind == kind ? eat() : missing(kind, error, message, reports: reports)
  }

  private mutating func addError(_ id: UInt16, _ start: Int, _ end: Int, _ message: String) {
    builder.errors.append(
      SyntaxError(
        id: id, range: TextRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end)),
        message: message))
  }

  private func record(_ element: SyntaxElement) -> TokenRecord { builder.tokens[Int(element.index)] }

  /// The end of the directive; what lies before it unread becomes its leading trivia.
  private mutating func endOfDirective(
    ignoresErrors: Bool, error: UInt16 = 1025, message: String = "Only a '//' comment may follow here"
  ) -> SyntaxElement {
    guard currentKind != .endOfDirectiveToken else { return eat() }
    guard let first = current else { return .nothing }
    if !ignoresErrors { addError(error, Int(first.start), Int(first.end), message) }
    while currentKind != .endOfDirectiveToken { current = nil }
    currentError = nil
    guard var end = current else { return .nothing }
    current = nil
    end.fullStart = first.fullStart
    end.flags.insert(.containsSkippedText)
    builder.tokens.append(end)
    return .token(UInt32(truncatingIfNeeded: builder.tokens.count - 1))
  }

  /// The end of a directive whose line holds free text.
  private mutating func endOfDirectiveWithMessage() -> SyntaxElement {
    let fullStart = position
    skipToEndOfLine()
    var end = finish(.endOfDirectiveToken, .none, position)
    end.fullStart = UInt32(truncatingIfNeeded: fullStart)
    builder.tokens.append(end)
    return .token(UInt32(truncatingIfNeeded: builder.tokens.count - 1))
  }

  /// Reads tokens up to the end of the text.
  mutating func parseTokens() -> TreeBuilder {
    while position < count, currentKind != .endOfDirectiveToken { _ = eat() }
    return builder
  }

  // MARK: Directives

  /// Reads the directive whose `#` lies here, up to and with its end of line.
  mutating func parse(_ state: inout DirectiveState) -> Result {
    let hash = eat()
    let isTight = record(hash).end == record(hash).fullEnd
    if peekByte() == UInt8(ascii: "!"), peekByte(1) != UInt8(ascii: "=") { return shebang(hash) }
    if isTight, peekByte() == UInt8(ascii: ":") { return ignored(hash, state) }
    switch currentWord {
    case .ifKeyword: return conditional(hash, &state)
    case .elifKeyword: return elif(hash, &state)
    case .elseKeyword: return `else`(hash, &state)
    case .endIfKeyword: return endIf(hash, state)
    case .regionKeyword:
      let keyword = eatWord()
      let end = endOfDirectiveWithMessage()
      return Result(kind: .regionDirectiveTrivia, root: builder.node(.regionDirectiveTrivia, hash, keyword, end))
    case .endRegionKeyword: return endRegion(hash, state)
    case .defineKeyword, .undefKeyword: return define(hash)
    case .errorKeyword, .warningKeyword: return message(hash)
    case .lineKeyword: return line(hash)
    case .pragmaKeyword: return pragma(hash)
    case .nullableKeyword: return nullable(hash)
    case .referenceKeyword: return script(hash, .referenceDirectiveTrivia, 7011)
    case .loadKeyword: return script(hash, .loadDirectiveTrivia, 8097)
    default: return bad(hash)
    }
  }

  private mutating func bad(_ hash: SyntaxElement) -> Result {
    let known = currentKind
    let identifier: SyntaxElement
    if known == .identifierToken {
      identifier = eat()
    } else {
      identifier = missing(.identifierToken, 0, "", reports: false)
    }
    let place = identifier.isToken && known == .identifierToken ? record(identifier) : record(hash)
    addError(1024, Int(place.start), Int(place.end), "An unknown directive")
    let end = endOfDirective(ignoresErrors: true)
    return Result(kind: .badDirectiveTrivia, root: builder.node(.badDirectiveTrivia, hash, identifier, end))
  }

  /// A directive that fits no open one.
  private mutating func misplaced(
    _ hash: SyntaxElement, _ keyword: SyntaxElement, _ end: SyntaxElement, _ state: DirectiveState,
    isRegionEnd: Bool = false
  ) -> Result {
    let start = Int(record(hash).start)
    let stop = Int(record(end).end)
    if state.hasUnfinishedRegion, !isRegionEnd {
      addError(1038, start, stop, "'#endregion' is missing before")
    } else if state.hasUnfinishedIf {
      addError(1027, start, stop, "'#endif' is missing before")
    } else {
      addError(1028, start, stop, "A directive that ends nothing")
    }
    return Result(kind: .badDirectiveTrivia, root: builder.node(.badDirectiveTrivia, hash, keyword, end))
  }

  private mutating func conditional(_ hash: SyntaxElement, _ state: inout DirectiveState) -> Result {
    let keyword = eatWord()
    let (condition, isTrue) = expression(state)
    let end = endOfDirective(ignoresErrors: false)
    return Result(
      kind: .ifDirectiveTrivia, root: builder.node(.ifDirectiveTrivia, hash, keyword, condition, end),
      isBranchTaken: context.isActive && isTrue)
  }

  private mutating func elif(_ hash: SyntaxElement, _ state: inout DirectiveState) -> Result {
    let keyword = eatWord()
    let conditionStart = currentStart
    let errorCount = builder.errors.count
    let (condition, isTrue) = expression(state)
    let conditionErrors = errorCount..<builder.errors.count
    let end = endOfDirective(ignoresErrors: false)
    guard state.hasPreviousIfOrElif else {
      // The condition becomes text that is skipped, and with it its errors.
      builder.errors.removeSubrange(conditionErrors)
      if record(end).start > UInt32(truncatingIfNeeded: conditionStart) {
        builder.tokens[Int(end.index)].fullStart = record(keyword).fullEnd
        builder.tokens[Int(end.index)].flags.insert(.containsSkippedText)
      }
      return misplaced(hash, keyword, end, state)
    }
    return Result(
      kind: .elifDirectiveTrivia, root: builder.node(.elifDirectiveTrivia, hash, keyword, condition, end),
      isBranchTaken: context.isEndActive && isTrue && !state.previousBranchTaken)
  }

  private mutating func `else`(_ hash: SyntaxElement, _ state: inout DirectiveState) -> Result {
    let keyword = eatWord()
    let end = endOfDirective(ignoresErrors: false)
    guard state.hasPreviousIfOrElif else { return misplaced(hash, keyword, end, state) }
    return Result(
      kind: .elseDirectiveTrivia, root: builder.node(.elseDirectiveTrivia, hash, keyword, end),
      isBranchTaken: context.isEndActive && !state.previousBranchTaken)
  }

  private mutating func endIf(_ hash: SyntaxElement, _ state: DirectiveState) -> Result {
    let keyword = eatWord()
    let end = endOfDirective(ignoresErrors: false)
    guard state.hasUnfinishedIf else { return misplaced(hash, keyword, end, state) }
    return Result(kind: .endIfDirectiveTrivia, root: builder.node(.endIfDirectiveTrivia, hash, keyword, end))
  }

  private mutating func endRegion(_ hash: SyntaxElement, _ state: DirectiveState) -> Result {
    let keyword = eatWord()
    let end = endOfDirectiveWithMessage()
    guard state.hasUnfinishedRegion else { return misplaced(hash, keyword, end, state, isRegionEnd: true) }
    return Result(kind: .endRegionDirectiveTrivia, root: builder.node(.endRegionDirectiveTrivia, hash, keyword, end))
  }

  private mutating func define(_ hash: SyntaxElement) -> Result {
    let isDefine = currentWord == .defineKeyword
    let keyword = eatWord()
    if context.isAfterFirstToken {
      let place = record(keyword)
      addError(1032, Int(place.start), Int(place.end), "Symbols are defined before the first token of a file only")
    }
    let name = expect(.identifierToken, 1001, "A symbol is missing", reports: context.isActive)
    let place = record(name)
    let end = endOfDirective(ignoresErrors: place.flags.contains(.missing))
    let kind: SyntaxKind = isDefine ? .defineDirectiveTrivia : .undefDirectiveTrivia
    return Result(
      kind: kind, root: builder.node(kind, hash, keyword, name, end),
      symbol: place.flags.contains(.missing) ? nil : TextRange(place.start, place.end))
  }

  private mutating func message(_ hash: SyntaxElement) -> Result {
    let isError = currentWord == .errorKeyword
    let keyword = eatWord()
    let end = endOfDirectiveWithMessage()
    if isError, context.isActive {
      // A comment behind the word belongs to the message, blanks do not.
      let word = record(keyword)
      var start = Int(word.end)
      while start < Int(word.fullEnd), base[start] == UInt8(ascii: " ") || base[start] == UInt8(ascii: "\t") {
        start &+= 1
      }
      let place = record(end)
      let text = String(
        decoding: UnsafeBufferPointer(start: base + start, count: max(0, Int(place.start) &- start)), as: UTF8.self)
      addError(1029, start, Int(place.start), "#error: \(text)")
    }
    let kind: SyntaxKind = isError ? .errorDirectiveTrivia : .warningDirectiveTrivia
    return Result(kind: kind, root: builder.node(kind, hash, keyword, end))
  }

  private mutating func line(_ hash: SyntaxElement) -> Result {
    let keyword = eatWord()
    if currentKind == .openParenToken { return lineSpan(hash, keyword) }
    var file = SyntaxElement.nothing
    var needsFile = false
    let line: SyntaxElement
    var isMissing = false
    switch currentKind {
    case .numericLiteralToken:
      line = eat()
      let place = record(line)
      if context.isActive, number(place) < 1 {
        addError(1576, Int(place.start), Int(place.end), "No line number")
      }
      if currentKind == .stringLiteralToken, place.fullEnd > place.end { file = eat() } else { needsFile = true }
    case .defaultKeyword, .hiddenKeyword: line = eat()
    default:
      line = missing(.numericLiteralToken, 1576, "A line number is missing", reports: context.isActive)
      isMissing = true
      if currentKind == .stringLiteralToken { file = eat() } else { needsFile = true }
    }
    let end = endOfDirective(
      ignoresErrors: isMissing || !context.isActive, error: needsFile ? 1578 : 1025,
      message: "A file name in quotes or the end of the line has to follow")
    return Result(
      kind: .lineDirectiveTrivia, root: builder.node(.lineDirectiveTrivia, hash, keyword, line, file, end))
  }

  /// The value of a run of digits; -1 if it is too large.
  private func number(_ token: TokenRecord) -> Int {
    var value = 0
    for index in Int(token.start)..<Int(token.end) {
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLargeSum) = product.addingReportingOverflow(Int(base[index] &- UInt8(ascii: "0")))
      if tooLarge || tooLargeSum { return -1 }
      value = sum
    }
    return value
  }

  private mutating func lineSpan(_ hash: SyntaxElement, _ keyword: SyntaxElement) -> Result {
    var reports = context.isActive
    let start = linePosition(&reports)
    let minus = spanToken(.minusToken, 1003, "'-' is missing", &reports)
    let end = linePosition(&reports)
    if reports, let from = place(start), let to = place(end), to < from {
      let first = builder.tokens[Int(builder.nodes[Int(end.index)].firstToken)]
      let last = builder.tokens[Int(builder.nodes[Int(end.index)].lastToken)]
      addError(8939, Int(first.start), Int(last.end), "The end lies before the start")
      reports = false
    }
    var offset = SyntaxElement.nothing
    if currentKind == .numericLiteralToken {
      offset = spanToken(.numericLiteralToken, 8938, "A number is missing", &reports)
    }
    let file = spanToken(.stringLiteralToken, 1578, "A file name in quotes is missing", &reports)
    let directiveEnd = endOfDirective(ignoresErrors: !reports)
    return Result(
      kind: .lineSpanDirectiveTrivia,
      root: builder.node(
        .lineSpanDirectiveTrivia, hash, keyword, start, minus, end, offset, file, directiveEnd))
  }

  private mutating func linePosition(_ reports: inout Bool) -> SyntaxElement {
    let open = spanToken(.openParenToken, 1003, "'(' is missing", &reports)
    let line = spanToken(.numericLiteralToken, 8938, "A number is missing", &reports)
    let comma = spanToken(.commaToken, 1003, "',' is missing", &reports)
    let character = spanToken(.numericLiteralToken, 8938, "A number is missing", &reports)
    let close = spanToken(.closeParenToken, 1026, "')' is missing", &reports)
    return builder.node(.lineDirectivePosition, open, line, comma, character, close)
  }

  /// Line and column of a complete position.
  private func place(_ element: SyntaxElement) -> LinePosition? {
    let slots = Int(builder.nodes[Int(element.index)].slotStart)
    guard slots + 4 < builder.slots.count else { return nil }
    let line = record(builder.slots[slots + 1])
    let character = record(builder.slots[slots + 3])
    guard !line.flags.contains(.missing), !character.flags.contains(.missing) else { return nil }
    return LinePosition(line: number(line), column: number(character))
  }

  /// A token of `#line (…)`; only the first that is missing is reported.
  private mutating func spanToken(_ kind: SyntaxKind, _ error: UInt16, _ message: String, _ reports: inout Bool)
    -> SyntaxElement
  {
    let token = expect(kind, error, message, reports: reports)
    let place = record(token)
    if place.flags.contains(.missing) {
      reports = false
    } else if context.isActive, kind == .numericLiteralToken, number(place) < 1 {
      addError(8938, Int(place.start), Int(place.end), "A number from 1 on is wanted")
      reports = false
    }
    return token
  }

  private mutating func pragma(_ hash: SyntaxElement) -> Result {
    let keyword = eatWord()
    switch currentWord {
    case .warningKeyword:
      let warning = eatWord()
      return pragmaWarning(hash, keyword, warning)
    case .checksumKeyword:
      let checksum = eatWord()
      let file = expect(.stringLiteralToken, 0, "", reports: false)
      let guid = expect(.stringLiteralToken, 0, "", reports: false)
      let bytes = expect(.stringLiteralToken, 0, "", reports: false)
      let end = endOfDirective(ignoresErrors: true)
      return Result(
        kind: .pragmaChecksumDirectiveTrivia,
        root: builder.node(.pragmaChecksumDirectiveTrivia, hash, keyword, checksum, file, guid, bytes, end))
    default:
      let warning = missing(.warningKeyword, 0, "", reports: false)
      let style = missing(.disableKeyword, 0, "", reports: false)
      let end = endOfDirective(ignoresErrors: true)
      return Result(
        kind: .pragmaWarningDirectiveTrivia,
        root: builder.node(.pragmaWarningDirectiveTrivia, hash, keyword, warning, style, .nothing, end))
    }
  }

  private mutating func pragmaWarning(_ hash: SyntaxElement, _ keyword: SyntaxElement, _ warning: SyntaxElement)
    -> Result
  {
    let setting = currentKind
    guard setting == .disableKeyword || setting == .restoreKeyword else {
      let style = missing(.disableKeyword, 0, "", reports: false)
      let end = endOfDirective(ignoresErrors: true)
      return Result(
        kind: .pragmaWarningDirectiveTrivia,
        root: builder.node(.pragmaWarningDirectiveTrivia, hash, keyword, warning, style, .nothing, end))
    }
    let style = eat()
    var codes: [SyntaxElement] = []
    var ids: [TextRange] = []
    while currentKind != .endOfDirectiveToken {
      let kind = currentKind
      if kind == .identifierToken || kind == .numericLiteralToken {
        let token = eat()
        let place = record(token)
        ids.append(TextRange(place.start, place.end))
        codes.append(builder.node(kind == .identifierToken ? .identifierName : .numericLiteralExpression, token))
      } else {
        let token = missing(.numericLiteralToken, 0, "", reports: false)
        codes.append(builder.node(.numericLiteralExpression, token))
      }
      guard currentKind == .commaToken else { break }
      codes.append(eat())
    }
    let end = endOfDirective(ignoresErrors: true)
    let list = builder.list(codes)
    return Result(
      kind: .pragmaWarningDirectiveTrivia,
      root: builder.node(.pragmaWarningDirectiveTrivia, hash, keyword, warning, style, list, end), setting: setting,
      warningIds: ids)
  }

  private mutating func nullable(_ hash: SyntaxElement) -> Result {
    let keyword = eatWord()
    var setting = currentKind
    let settingToken: SyntaxElement
    switch setting {
    case .enableKeyword, .disableKeyword, .restoreKeyword: settingToken = eat()
    default:
      settingToken = missing(
        .disableKeyword, 8637, "'enable', 'disable' or 'restore' is missing", reports: context.isActive)
      setting = .none
    }
    var target = SyntaxKind.none
    var targetToken = SyntaxElement.nothing
    var isTargetMissing = false
    switch currentKind {
    case .warningsKeyword, .annotationsKeyword:
      target = currentKind
      targetToken = eat()
    case .endOfDirectiveToken: break
    default:
      targetToken = missing(
        .warningsKeyword, 8668, "'warnings', 'annotations' or the end of the line has to follow",
        reports: setting != .none && context.isActive)
      isTargetMissing = true
    }
    let end = endOfDirective(ignoresErrors: setting == .none || isTargetMissing || !context.isActive)
    return Result(
      kind: .nullableDirectiveTrivia,
      root: builder.node(.nullableDirectiveTrivia, hash, keyword, settingToken, targetToken, end), setting: setting,
      target: target)
  }

  /// `#r` and `#load`, which only scripts may have.
  private mutating func script(_ hash: SyntaxElement, _ kind: SyntaxKind, _ error: UInt16) -> Result {
    let keyword = eatWord()
    if context.isActive {
      let place = record(keyword)
      addError(error, Int(place.start), Int(place.end), "A directive of scripts")
    }
    let file = expect(.stringLiteralToken, 0, "", reports: false)
    let end = endOfDirective(ignoresErrors: record(file).flags.contains(.missing) || !context.isActive)
    return Result(kind: kind, root: builder.node(kind, hash, keyword, file, end))
  }

  private mutating func shebang(_ hash: SyntaxElement) -> Result {
    let isTight = record(hash).end == record(hash).fullEnd
    let exclamation = eat()
    if !context.isFirst || !isTight {
      let place = record(hash)
      addError(9378, Int(place.start), Int(place.end), "'#!' has to begin the file")
    }
    let end = endOfDirectiveWithMessage()
    return Result(
      kind: .shebangDirectiveTrivia,
      root: builder.node(.shebangDirectiveTrivia, hash, exclamation, .nothing, end))
  }

  private mutating func ignored(_ hash: SyntaxElement, _ state: DirectiveState) -> Result {
    let colon = eat()
    if context.isActive {
      let place = record(colon)
      if state.hasConditional {
        addError(9299, Int(place.start), Int(place.end), "'#:' has to come before '#if'")
      }
      if context.isAfterFirstToken {
        addError(9297, Int(place.start), Int(place.end), "'#:' has to come before the first token of the file")
      }
    }
    var content = SyntaxElement.nothing
    let start = position
    skipToEndOfLine()
    if position > start {
      builder.tokens.append(finish(.stringLiteralToken, .none, start))
      content = .token(UInt32(truncatingIfNeeded: builder.tokens.count - 1))
    }
    let end = endOfDirective(ignoresErrors: true)
    return Result(
      kind: .ignoredDirectiveTrivia, root: builder.node(.ignoredDirectiveTrivia, hash, colon, content, end))
  }

  // MARK: Conditions

  private typealias Condition = (element: SyntaxElement, isTrue: Bool)

  /// Deeper conditions are not read: nobody writes them, and the stack is finite.
  private static let deepestCondition = 200

  private mutating func expression(_ state: DirectiveState) -> Condition {
    var left = and(state)
    while currentKind == .barBarToken {
      let op = eat()
      let right = and(state)
      left = (
        builder.node(.logicalOrExpression, left.element, op, right.element), left.isTrue || right.isTrue
      )
    }
    return left
  }

  private mutating func and(_ state: DirectiveState) -> Condition {
    var left = equality(state)
    while currentKind == .ampersandAmpersandToken {
      let op = eat()
      let right = equality(state)
      left = (
        builder.node(.logicalAndExpression, left.element, op, right.element), left.isTrue && right.isTrue
      )
    }
    return left
  }

  private mutating func equality(_ state: DirectiveState) -> Condition {
    depth &+= 1
    defer { depth &-= 1 }
    var left = not(state)
    while currentKind == .equalsEqualsToken || currentKind == .exclamationEqualsToken {
      guard depth < DirectiveParser.deepestCondition else { return left }
      let isEqual = currentKind == .equalsEqualsToken
      let op = eat()
      let right = equality(state)
      left = (
        builder.node(isEqual ? .equalsExpression : .notEqualsExpression, left.element, op, right.element),
        (left.isTrue == right.isTrue) == isEqual
      )
    }
    return left
  }

  private mutating func not(_ state: DirectiveState) -> Condition {
    guard currentKind == .exclamationToken, depth < DirectiveParser.deepestCondition else { return primary(state) }
    depth &+= 1
    defer { depth &-= 1 }
    let op = eat()
    let operand = not(state)
    return (builder.node(.logicalNotExpression, op, operand.element), !operand.isTrue)
  }

  private mutating func primary(_ state: DirectiveState) -> Condition {
    switch currentKind {
    case .openParenToken where depth < DirectiveParser.deepestCondition:
      let open = eat()
      let inner = expression(state)
      let close = expect(.closeParenToken, 1026, "')' is missing")
      return (builder.node(.parenthesizedExpression, open, inner.element, close), inner.isTrue)
    case .identifierToken:
      let token = eat()
      let place = record(token)
      let name = String(
        decoding: UnsafeBufferPointer(start: base + Int(place.start), count: Int(place.end &- place.start)),
        as: UTF8.self)
      return (builder.node(.identifierName, token), state.defines.contains(name))
    case .trueKeyword: return (builder.node(.trueLiteralExpression, eat()), true)
    case .falseKeyword: return (builder.node(.falseLiteralExpression, eat()), false)
    default:
      let token = missing(.identifierToken, 1517, "A condition is missing")
      return (builder.node(.identifierName, token), false)
    }
  }
}
