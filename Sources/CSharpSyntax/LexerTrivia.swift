extension Lexer {
  /// Passes everything up to the next token.
  @inline(__always)
  mutating func skipLeadingTrivia() {
    // Most tokens follow the one before at once, or after blanks only.
    while position < count, base[position] == UInt8(ascii: " ") { position &+= 1 }
    if position < count, base[position] > UInt8(ascii: " "), base[position] < 0x80 {
      switch base[position] {
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "|"): break
      default: return
      }
    }
    skipLeadingTriviaSlowly()
  }

  private mutating func skipLeadingTriviaSlowly() {
    var isOnlyWhitespaceOnLine = true
    while position < count {
      switch base[position] {
      case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x1A: position &+= 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position &+= 1
        isOnlyWhitespaceOnLine = true
      case UInt8(ascii: "/"):
        if peek(1) == UInt8(ascii: "/") {
          if peek(2) != UInt8(ascii: "/") || peek(3) == UInt8(ascii: "/") { isOnlyWhitespaceOnLine = false }
          skipToEndOfLine()
        } else if peek(1) == UInt8(ascii: "*") {
          if !isAtDocumentationComment { isOnlyWhitespaceOnLine = false }
          skipDelimitedComment()
        } else {
          return
        }
      case UInt8(ascii: "#"):
        if isInHole { return }
        lexDirective(isAfterNonWhitespace: !isOnlyWhitespaceOnLine)
        isOnlyWhitespaceOnLine = true
      case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "|"):
        if !isAtConflictMarker { return }
        skipConflictMarker()
      case 0x80...0xFF:
        let character = decodeCharacter(base, at: position, count: count)
        if Characters.isNewLine(character.value) {
          isOnlyWhitespaceOnLine = true
        } else if !Characters.isWhitespace(character.value) {
          return
        }
        position &+= character.length
      default: return
      }
    }
  }

  /// Passes white space and comments up to the first end of line and over it.
  @inline(__always)
  mutating func skipTrailingTrivia() {
    if position < count, base[position] == UInt8(ascii: " ") { position &+= 1 }
    if position < count, base[position] > UInt8(ascii: "/"), base[position] < 0x80 { return }
    skipTrailingTriviaSlowly()
  }

  private mutating func skipTrailingTriviaSlowly() {
    while position < count {
      switch base[position] {
      case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x1A: position &+= 1
      case UInt8(ascii: "\n"):
        position &+= 1
        return
      case UInt8(ascii: "\r"):
        position &+= peek(1) == UInt8(ascii: "\n") ? 2 : 1
        return
      case UInt8(ascii: "/"):
        if isAtDocumentationComment { return }
        if peek(1) == UInt8(ascii: "/") {
          skipToEndOfLine()
        } else if peek(1) == UInt8(ascii: "*") {
          skipDelimitedComment()
        } else {
          return
        }
      case UInt8(ascii: "#"):
        if isInHole { return }
        lexDirective(isAfterNonWhitespace: true)
      case 0x80...0xFF:
        let character = decodeCharacter(base, at: position, count: count)
        if Characters.isNewLine(character.value) {
          position &+= character.length
          return
        }
        if !Characters.isWhitespace(character.value) { return }
        position &+= character.length
      default: return
      }
    }
  }

  /// Whether `///` (not `////`) or `/**` (neither `/***` nor `/**/`) begins here.
  var isAtDocumentationComment: Bool {
    let third = peek(2)
    switch peek(1) {
    case UInt8(ascii: "/"): return third == UInt8(ascii: "/") && peek(3) != UInt8(ascii: "/")
    case UInt8(ascii: "*"):
      return third == UInt8(ascii: "*") && peek(3) != UInt8(ascii: "*") && peek(3) != UInt8(ascii: "/")
    default: return false
    }
  }

  /// Goes to the next end of line, or the end of the text.
  mutating func skipToEndOfLine() {
    while position < count {
      let byte = base[position]
      if classes[Int(byte)] & Characters.lineStop != 0 {
        if byte < 0x80 || Characters.isNewLine(decodeCharacter(base, at: position, count: count).value) { return }
      }
      position &+= 1
    }
  }

  /// Goes over the end of line at the present place, if there is one.
  mutating func skipLineEnd() {
    guard position < count else { return }
    position &+= lineEndLength
  }

  /// How long the end of line at the present place is; 0 if there is none.
  var lineEndLength: Int {
    guard position < count else { return 0 }
    let byte = base[position]
    if byte == UInt8(ascii: "\n") { return 1 }
    if byte == UInt8(ascii: "\r") { return peek(1) == UInt8(ascii: "\n") ? 2 : 1 }
    guard byte >= 0x80, classes[Int(byte)] & Characters.lineStop != 0 else { return 0 }
    let character = decodeCharacter(base, at: position, count: count)
    return Characters.isNewLine(character.value) ? character.length : 0
  }

  /// Goes behind a comment that begins here with `/*`.
  mutating func skipDelimitedComment() {
    let start = position
    let isDocumentation = isAtDocumentationComment
    position &+= 2
    while position < count {
      if base[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position &+= 2
        return
      }
      position &+= 1
    }
    if isDocumentation {
      addError(1035, start &+ 3, start &+ 3, "'*/' is missing at the end of the file")
    } else {
      addError(1035, start, start, "'*/' is missing at the end of the file")
    }
  }

  /// Whether a line begins here with seven equal characters as version control leaves them.
  var isAtConflictMarker: Bool {
    guard position &+ 7 <= count else { return false }
    let first = base[position]
    for distance in 1..<7 where base[position &+ distance] != first { return false }
    guard isAtLineStart else { return false }
    if first == UInt8(ascii: "=") || first == UInt8(ascii: "|") { return true }
    return peek(7) == UInt8(ascii: " ")
  }

  private var isAtLineStart: Bool {
    if position == 0 || (position == 3 && tokens.isEmpty && base[0] == 0xEF) { return true }
    switch base[position &- 1] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
    case 0x85: return position >= 2 && base[position &- 2] == 0xC2
    case 0xA8, 0xA9: return position >= 3 && base[position &- 3] == 0xE2 && base[position &- 2] == 0x80
    default: return false
    }
  }

  /// Passes a conflict marker's line, and for a middle marker the text up to the end marker and that one's line.
  mutating func skipConflictMarker() {
    var marker = base[position]
    while true {
      addError(8300, position, position &+ 7, "Merge conflict marker")
      skipToEndOfLine()
      skipLineEnd()
      guard marker == UInt8(ascii: "=") || marker == UInt8(ascii: "|") else { return }
      let stopsAtMiddle = marker == UInt8(ascii: "|")
      marker = 0
      while position < count {
        let byte = base[position]
        if byte == UInt8(ascii: ">") || (stopsAtMiddle && byte == UInt8(ascii: "=")), isAtConflictMarker {
          marker = byte
          break
        }
        position &+= 1
      }
      if marker == 0 { return }
    }
  }
}
