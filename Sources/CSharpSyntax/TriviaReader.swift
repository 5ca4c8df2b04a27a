/// Reads a stretch of text between two tokens into pieces.
struct TriviaReader {
  let base: UnsafePointer<UInt8>
  /// Where the stretch ends.
  let end: Int
  var position: Int
  let directives: [DirectiveRecord]
  /// Whether the stretch lies behind a token of a directive, where there are only blanks and `//` comments.
  let isInDirective: Bool
  private var pieces: [Trivia] = []

  init(
    base: UnsafePointer<UInt8>, end: Int, position: Int, directives: [DirectiveRecord], isInDirective: Bool
  ) {
    self.base = base
    self.end = end
    self.position = position
    self.directives = directives
    self.isInDirective = isInDirective
  }

  /// The index of the first directive that begins at an offset or behind it.
  static func firstIndex(_ directives: [DirectiveRecord], from offset: UInt32) -> Int {
    var low = 0
    var high = directives.count
    while low < high {
      let middle = (low + high) / 2
      if directives[middle].range.start.value < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func readAll() -> [Trivia] {
    while position < end { readPiece() }
    return pieces
  }

  @inline(__always)
  private func peek(_ distance: Int = 0) -> UInt8 {
    let index = position &+ distance
    return index < end ? base[index] : 0
  }

  private mutating func add(_ kind: SyntaxKind, from start: Int) {
    guard position > start else { return }
    pieces.append(
      Trivia(
        kind: kind, range: TextRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: position))))
  }

  private mutating func readPiece() {
    let start = position
    if lineEndLength > 0 {
      position &+= lineEndLength
      add(.endOfLineTrivia, from: start)
      return
    }
    skipBlanks()
    if position > start {
      add(.whitespaceTrivia, from: start)
      return
    }
    switch base[position] {
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
      if peek(2) == UInt8(ascii: "/"), peek(3) != UInt8(ascii: "/"), !isInDirective {
        skipDocumentationLines()
        add(.singleLineDocumentationCommentTrivia, from: start)
      } else {
        skipToEndOfLine()
        add(.singleLineCommentTrivia, from: start)
      }
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      let isDocumentation =
        peek(2) == UInt8(ascii: "*") && peek(3) != UInt8(ascii: "*") && peek(3) != UInt8(ascii: "/")
      position &+= 2
      while position < end, base[position] != UInt8(ascii: "*") || peek(1) != UInt8(ascii: "/") { position &+= 1 }
      position = min(end, position &+ 2)
      add(isDocumentation ? .multiLineDocumentationCommentTrivia : .multiLineCommentTrivia, from: start)
    case UInt8(ascii: "#"):
      let index = TriviaReader.firstIndex(directives, from: UInt32(truncatingIfNeeded: start))
      if index < directives.count, Int(directives[index].range.start.value) == start {
        readDirectives(index)
      } else {
        skipToEndOfLine()
        position &+= lineEndLength
        add(.skippedTokensTrivia, from: start)
      }
    case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: ">"):
      if isAtConflictMarker {
        readConflictMarker()
      } else {
        readSkippedToken()
      }
    default: readSkippedToken()
    }
  }

  /// Reads a directive, and behind a branch that is not taken all up to the directive that ends it.
  private mutating func readDirectives(_ first: Int) {
    add(directives[first])
    guard directives[first].isBranching, !directives[first].isBranchTaken else { return }
    var nested = 0
    var index = first + 1
    while position < end {
      let start = position
      guard index < directives.count, Int(directives[index].range.start.value) < end else {
        position = end
        add(.disabledTextTrivia, from: start)
        return
      }
      let next = directives[index]
      // The blanks before the directive are a piece of their own.
      var lineStart = Int(next.range.start.value)
      while lineStart > start, isBlank(before: lineStart) { lineStart = blankStart(before: lineStart) }
      position = lineStart
      add(.disabledTextTrivia, from: start)
      position = Int(next.range.start.value)
      add(.whitespaceTrivia, from: lineStart)
      add(next)
      index += 1
      if next.kind == .endIfDirectiveTrivia || (next.isBranching && next.isBranchTaken) {
        if nested == 0 { return }
        nested -= 1
      } else if next.kind == .ifDirectiveTrivia {
        nested += 1
      }
    }
  }

  private mutating func add(_ directive: DirectiveRecord) {
    position = min(end, Int(directive.range.end.value))
    pieces.append(Trivia(kind: directive.kind, range: directive.range))
  }

  /// Whether a blank that ends no line ends at a place.
  private func isBlank(before place: Int) -> Bool { blankStart(before: place) < place }

  private func blankStart(before place: Int) -> Int {
    guard place > 0 else { return place }
    let last = base[place &- 1]
    if last < 0x80 { return Characters.isWhitespace(UInt32(last)) ? place &- 1 : place }
    var start = place &- 1
    while start > 0, base[start] & 0xC0 == 0x80, place &- start < 4 { start &-= 1 }
    let character = decodeCharacter(base, at: start, count: place)
    return start &+ character.length == place && Characters.isWhitespace(character.value) ? start : place
  }

  private mutating func readSkippedToken() {
    let start = position
    let token = TriviaReader.skippedToken(base, start: start, end: end)
    position = max(start &+ 1, Int(token.end))
    add(.skippedTokensTrivia, from: start)
  }

  /// Reads the one token that begins at `start`; an interpolated string as a whole.
  static func skippedToken(_ base: UnsafePointer<UInt8>, start: Int, end: Int) -> TokenRecord {
    func token(_ kind: SyntaxKind, _ tokenEnd: Int, _ contextualKind: SyntaxKind = .none) -> TokenRecord {
      let from = UInt32(truncatingIfNeeded: start)
      let to = UInt32(truncatingIfNeeded: tokenEnd)
      return TokenRecord(
        kind: kind, flags: [], fullStart: from, start: from, end: to, fullEnd: to, parent: .max,
        contextualKind: contextualKind)
    }
    guard start < end else { return token(.badToken, end) }
    // A directive that is not the first on its line is one bad token with all of its line.
    if base[start] == UInt8(ascii: "#") { return token(.badToken, end) }
    var lexer = Lexer(base: base, count: end, options: ParseOptions())
    lexer.position = start
    lexer.fullStart = start
    lexer.lexOne()
    guard let first = lexer.tokens.first else { return token(.badToken, end) }
    guard let last = lexer.tokens.last, lexer.tokens.count > 1 else {
      return token(first.kind, Int(first.end), first.contextualKind)
    }
    return token(.interpolatedStringToken, Int(last.end))
  }

  // MARK: Characters

  private var lineEndLength: Int {
    guard position < end else { return 0 }
    switch base[position] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return peek(1) == UInt8(ascii: "\n") ? 2 : 1
    case 0xC2, 0xE2:
      let character = decodeCharacter(base, at: position, count: end)
      return Characters.isNewLine(character.value) ? character.length : 0
    default: return 0
    }
  }

  private mutating func skipToEndOfLine() {
    while position < end, lineEndLength == 0 { position &+= 1 }
  }

  private mutating func skipBlanks() {
    while position < end {
      let byte = base[position]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        position &+= 1
        continue
      }
      let character = decodeCharacter(base, at: position, count: end)
      guard Characters.isWhitespace(character.value) else { return }
      position &+= character.length
    }
  }

  /// Goes over all lines in a row that begin with `///`, and the end of the last.
  private mutating func skipDocumentationLines() {
    while true {
      skipToEndOfLine()
      position &+= lineEndLength
      let lineStart = position
      skipBlanks()
      guard peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/"), peek(2) == UInt8(ascii: "/"),
        peek(3) != UInt8(ascii: "/")
      else {
        position = lineStart
        return
      }
    }
  }

  // MARK: Conflict markers

  private var isAtConflictMarker: Bool {
    guard position &+ 7 <= end, isAtLineStart else { return false }
    let first = base[position]
    for distance in 1..<7 where base[position &+ distance] != first { return false }
    return first == UInt8(ascii: "=") || first == UInt8(ascii: "|") || peek(7) == UInt8(ascii: " ")
  }

  private var isAtLineStart: Bool {
    guard position > 0 else { return true }
    switch base[position &- 1] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
    case 0x85: return position >= 2 && base[position &- 2] == 0xC2
    case 0xA8, 0xA9: return position >= 3 && base[position &- 3] == 0xE2 && base[position &- 2] == 0x80
    case 0xBF: return position == 3
    default: return false
    }
  }

  private mutating func readConflictMarker() {
    var marker = base[position]
    while true {
      let start = position
      skipToEndOfLine()
      add(.conflictMarkerTrivia, from: start)
      let lineEnd = position
      position &+= lineEndLength
      add(.endOfLineTrivia, from: lineEnd)
      guard marker == UInt8(ascii: "=") || marker == UInt8(ascii: "|") else { return }
      let stopsAtMiddle = marker == UInt8(ascii: "|")
      marker = 0
      let textStart = position
      while position < end {
        let byte = base[position]
        if byte == UInt8(ascii: ">") || (stopsAtMiddle && byte == UInt8(ascii: "=")), isAtConflictMarker {
          marker = byte
          break
        }
        position &+= 1
      }
      add(.disabledTextTrivia, from: textStart)
      if marker == 0 { return }
    }
  }
}
