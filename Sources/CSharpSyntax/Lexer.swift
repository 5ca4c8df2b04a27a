/// Reads a whole text into ``TreeBuilder/tokens``: every token in order of the source, an `EndOfFileToken` last,
/// with its trivia. Lexical errors go to ``TreeBuilder/errors``.
///
/// - Returns: the directives of the text in order, those in disabled text too.
func lexTokens(
  _ bytes: UnsafeBufferPointer<UInt8>, options: ParseOptions, into builder: inout TreeBuilder
) -> [DirectiveRecord] {
  var empty: UInt8 = 0
  return withUnsafePointer(to: &empty) { fallback in
    var lexer = Lexer(base: bytes.baseAddress ?? fallback, count: bytes.count, options: options)
    swap(&lexer.tokens, &builder.tokens)
    swap(&lexer.errors, &builder.errors)
    lexer.run()
    swap(&lexer.tokens, &builder.tokens)
    swap(&lexer.errors, &builder.errors)
    return lexer.directives
  }
}

/// The state of one pass over a text.
///
/// Lexical structure follows the C# compiler's: trailing trivia ends behind the first end of line, directives and
/// disabled text are leading trivia, and interpolated strings come as a flat run of tokens.
struct Lexer {
  let base: UnsafePointer<UInt8>
  let count: Int
  let classes: UnsafePointer<UInt8>
  let keywords: KeywordTable
  let options: ParseOptions

  var position = 0
  /// Where the token that is read began with its leading trivia.
  var fullStart = 0
  /// Flags that trivia or errors met on the way give to the token that is read.
  var pendingFlags = ElementFlags()
  var tokens: [TokenRecord] = []
  var errors: [SyntaxError] = []
  var badCharacterCount = 0

  /// The interpolated strings that surround the present place, and the brackets open in their holes.
  var strings: [InterpolatedStringFrame] = []
  var openBrackets: [UInt8] = []
  /// Whether the present place is the hole of an interpolated string.
  var isInHole = false

  var directives: [DirectiveRecord] = []
  var directiveState: DirectiveState

  init(base: UnsafePointer<UInt8>, count: Int, options: ParseOptions) {
    self.base = base
    self.count = min(count, Int(UInt32.max) - 1)
    self.options = options
    classes = Characters.classes.pointer
    keywords = KeywordTable.shared
    directiveState = DirectiveState(defines: options.defines)
  }

  /// The byte at a distance from the present place; 0 behind the end.
  @inline(__always)
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position &+ distance
    return index < count ? base[index] : 0
  }

  mutating func run() {
    tokens.reserveCapacity(tokens.count + count / 5 + 16)
    if count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { position = 3 }
    fullStart = position
    while true {
      skipLeadingTrivia()
      if position >= count { break }
      lexToken()
    }
    finishInterpolatedStrings()
    finishDirectives()
    emit(.endOfFileToken, start: position)
  }

  /// Reads one token from the present place on; an interpolated string's tokens up to its end.
  mutating func lexOne() {
    guard position < count else { return }
    repeat {
      lexToken()
      if strings.isEmpty { return }
      skipLeadingTrivia()
    } while position < count
  }

  /// Ends the token that began at `start` here, and takes its trailing trivia.
  @inline(__always)
  mutating func emit(_ kind: SyntaxKind, _ contextualKind: SyntaxKind = .none, start: Int) {
    let end = position
    skipTrailingTrivia()
    append(kind, contextualKind, start: start, end: end)
  }

  /// Ends a token that has no trailing trivia.
  @inline(__always)
  mutating func emitBare(_ kind: SyntaxKind, start: Int) {
    append(kind, .none, start: start, end: position)
  }

  @inline(__always)
  private mutating func append(_ kind: SyntaxKind, _ contextualKind: SyntaxKind, start: Int, end: Int) {
    tokens.append(
      TokenRecord(
        kind: kind, flags: pendingFlags, fullStart: UInt32(truncatingIfNeeded: fullStart),
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        fullEnd: UInt32(truncatingIfNeeded: position), parent: .max, contextualKind: contextualKind))
    fullStart = position
    pendingFlags = []
  }

  /// Notes an error of the token that is read.
  mutating func addError(_ id: UInt16, _ start: Int, _ end: Int, _ message: String) {
    pendingFlags.insert(.containsErrors)
    errors.append(
      SyntaxError(
        id: id, range: TextRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end)), message: message))
  }

  /// Ends a token of punctuation that is `length` bytes long.
  @inline(__always)
  private mutating func punctuation(_ kind: SyntaxKind, _ length: Int) {
    let start = position
    position &+= length
    emit(kind, start: start)
  }

  private mutating func lexToken() {
    let start = position
    let byte = base[start]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      lexIdentifierOrKeyword()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      lexNumber()
    case UInt8(ascii: "\""):
      if isInHole, leaveRunawayHole() { return }
      lexString()
    case UInt8(ascii: "'"):
      lexCharacter()
    case UInt8(ascii: "."):
      // Behind another `.` a digit begins a number of its own, so that `1...2` is no `.2`.
      if classes[Int(peek(1))] & Characters.decimalDigit != 0, start == 0 || base[start &- 1] != byte {
        lexNumber()
      } else if peek(1) == UInt8(ascii: ".") {
        if peek(2) == UInt8(ascii: ".") { addError(8635, start, start, "'...' is not an operator") }
        punctuation(.dotDotToken, 2)
      } else {
        punctuation(.dotToken, 1)
      }
    case UInt8(ascii: ","): punctuation(.commaToken, 1)
    case UInt8(ascii: ";"): punctuation(.semicolonToken, 1)
    case UInt8(ascii: "~"): punctuation(.tildeToken, 1)
    case UInt8(ascii: "("):
      if isInHole { openBrackets.append(UInt8(ascii: ")")) }
      punctuation(.openParenToken, 1)
    case UInt8(ascii: "["):
      if isInHole { openBrackets.append(UInt8(ascii: "]")) }
      punctuation(.openBracketToken, 1)
    case UInt8(ascii: "{"):
      if isInHole { openBrackets.append(UInt8(ascii: "}")) }
      punctuation(.openBraceToken, 1)
    case UInt8(ascii: ")"):
      if isInHole { closeBracketInHole(byte) }
      punctuation(.closeParenToken, 1)
    case UInt8(ascii: "]"):
      if isInHole { closeBracketInHole(byte) }
      punctuation(.closeBracketToken, 1)
    case UInt8(ascii: "}"):
      if isInHole {
        if isAtHoleDepthZero {
          closeHole()
          return
        }
        closeBracketInHole(byte)
      }
      punctuation(.closeBraceToken, 1)
    case UInt8(ascii: ":"):
      if isInHole, isAtHoleDepthZero {
        lexFormatClause()
      } else if peek(1) == UInt8(ascii: ":") {
        punctuation(.colonColonToken, 2)
      } else {
        punctuation(.colonToken, 1)
      }
    case UInt8(ascii: "="):
      switch peek(1) {
      case UInt8(ascii: "="): punctuation(.equalsEqualsToken, 2)
      case UInt8(ascii: ">"): punctuation(.equalsGreaterThanToken, 2)
      default: punctuation(.equalsToken, 1)
      }
    case UInt8(ascii: "<"):
      switch peek(1) {
      case UInt8(ascii: "="): punctuation(.lessThanEqualsToken, 2)
      case UInt8(ascii: "<"):
        if peek(2) == UInt8(ascii: "=") {
          punctuation(.lessThanLessThanEqualsToken, 3)
        } else {
          punctuation(.lessThanLessThanToken, 2)
        }
      default: punctuation(.lessThanToken, 1)
      }
    case UInt8(ascii: ">"):
      // `>>` is left to the parser, which knows whether type arguments end here.
      if peek(1) == UInt8(ascii: "=") {
        punctuation(.greaterThanEqualsToken, 2)
      } else {
        punctuation(.greaterThanToken, 1)
      }
    case UInt8(ascii: "?"):
      if peek(1) == UInt8(ascii: "?") {
        if peek(2) == UInt8(ascii: "=") {
          punctuation(.questionQuestionEqualsToken, 3)
        } else {
          punctuation(.questionQuestionToken, 2)
        }
      } else {
        punctuation(.questionToken, 1)
      }
    case UInt8(ascii: "+"):
      switch peek(1) {
      case UInt8(ascii: "+"): punctuation(.plusPlusToken, 2)
      case UInt8(ascii: "="): punctuation(.plusEqualsToken, 2)
      default: punctuation(.plusToken, 1)
      }
    case UInt8(ascii: "-"):
      switch peek(1) {
      case UInt8(ascii: "-"): punctuation(.minusMinusToken, 2)
      case UInt8(ascii: "="): punctuation(.minusEqualsToken, 2)
      case UInt8(ascii: ">"): punctuation(.minusGreaterThanToken, 2)
      default: punctuation(.minusToken, 1)
      }
    case UInt8(ascii: "*"): withEquals(.asteriskToken, .asteriskEqualsToken)
    case UInt8(ascii: "/"): withEquals(.slashToken, .slashEqualsToken)
    case UInt8(ascii: "%"): withEquals(.percentToken, .percentEqualsToken)
    case UInt8(ascii: "^"): withEquals(.caretToken, .caretEqualsToken)
    case UInt8(ascii: "!"): withEquals(.exclamationToken, .exclamationEqualsToken)
    case UInt8(ascii: "&"):
      if peek(1) == UInt8(ascii: "&") {
        punctuation(.ampersandAmpersandToken, 2)
      } else {
        withEquals(.ampersandToken, .ampersandEqualsToken)
      }
    case UInt8(ascii: "|"):
      if peek(1) == UInt8(ascii: "|") {
        punctuation(.barBarToken, 2)
      } else {
        withEquals(.barToken, .barEqualsToken)
      }
    case UInt8(ascii: "@"):
      lexAtSign()
    case UInt8(ascii: "$"):
      if !lexInterpolatedString() { lexBadCharacter() }
    case UInt8(ascii: "\\"), 0x80...0xFF:
      if !lexIdentifierSlowly() { lexBadCharacter() }
    default:
      if byte == UInt8(ascii: "#"), isInHole { reportDirectiveInHole() }
      lexBadCharacter()
    }
  }

  @inline(__always)
  private mutating func withEquals(_ plain: SyntaxKind, _ assignment: SyntaxKind) {
    if peek(1) == UInt8(ascii: "=") {
      punctuation(assignment, 2)
    } else {
      punctuation(plain, 1)
    }
  }

  /// Makes a token of a character that begins none. After two hundred of them the rest of the text is one token:
  /// it is no C#.
  private mutating func lexBadCharacter() {
    let start = position
    badCharacterCount &+= 1
    if badCharacterCount > 201 {
      position = count
    } else if base[position] == UInt8(ascii: "\\"), isAtUnicodeEscape {
      if !readUnicodeEscape().isComplete { addError(1009, start, position, "An unknown escape") }
    } else {
      position = min(count, position &+ decodeCharacter(base, at: position, count: count).length)
    }
    addError(1056, start, start, "Unexpected character")
    emit(.badToken, start: start)
  }
}

/// How many tokens the lexer finds in a text; for measurements of the lexer alone.
package func lexedTokenCount(_ bytes: [UInt8], options: ParseOptions = ParseOptions()) -> Int {
  var builder = TreeBuilder()
  _ = bytes.withUnsafeBufferPointer { lexTokens($0, options: options, into: &builder) }
  return builder.tokens.count
}
