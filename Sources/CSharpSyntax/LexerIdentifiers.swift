extension Lexer {
  /// Reads a word that begins with an ASCII letter or `_`.
  @inline(__always)
  mutating func lexIdentifierOrKeyword() {
    let start = position
    var index = start &+ 1
    while index < count, classes[Int(base[index])] & Characters.identifierPart != 0 { index &+= 1 }
    if index < count, base[index] >= 0x80 || base[index] == UInt8(ascii: "\\") {
      if !lexIdentifierSlowly() {
        position = index
        emit(.identifierToken, start: start)
      }
      return
    }
    position = index
    let length = index &- start
    if length <= KeywordTable.longestWord, base[start] >= UInt8(ascii: "_"),
      let entry = keywords.find(base, start: start, length: length, count: count)
    {
      emit(entry.pointee.isReserved ? entry.pointee.kind : .identifierToken, entry.pointee.kind, start: start)
      return
    }
    emit(.identifierToken, start: start)
  }

  /// Reads an identifier that may hold `@`, escapes and letters beyond ASCII.
  ///
  /// - Returns: whether one begins here; else nothing is read.
  mutating func lexIdentifierSlowly() -> Bool {
    let start = position
    var isEscaped = false
    var hasCharacters = false
    while position < count, base[position] == UInt8(ascii: "@") {
      position &+= 1
      isEscaped = true
    }
    let atSigns = position &- start
    while position < count {
      let byte = base[position]
      if byte == UInt8(ascii: "\\") {
        let escapeStart = position
        guard isAtUnicodeEscape else { break }
        let escape = readUnicodeEscape()
        guard
          hasCharacters
            ? Characters.isIdentifierPart(escape.value) : Characters.isIdentifierStart(escape.value)
        else {
          position = escapeStart
          break
        }
        if !escape.isComplete { addError(1009, escapeStart, position, "An unknown escape") }
        isEscaped = true
        hasCharacters = true
        continue
      }
      let character = decodeCharacter(base, at: position, count: count)
      guard
        hasCharacters
          ? Characters.isIdentifierPart(character.value) : Characters.isIdentifierStart(character.value)
      else { break }
      position &+= character.length
      hasCharacters = true
    }
    guard hasCharacters else {
      position = start
      return false
    }
    if atSigns > 1 {
      addError(9008, start, start &+ atSigns, "An identifier takes one '@' only")
    }
    if isEscaped { pendingFlags.insert(.isEscaped) }
    emit(.identifierToken, start: start)
    return true
  }

  struct UnicodeEscape {
    var value: UInt32
    var isComplete: Bool
  }

  /// Whether `\u` or `\U` begins here.
  var isAtUnicodeEscape: Bool { peek(1) | 0x20 == UInt8(ascii: "u") }

  /// Reads `\uXXXX` or `\UXXXXXXXX` at the present place, or as many of its digits as there are. Without digits the
  /// escape stands for its letter.
  mutating func readUnicodeEscape() -> UnicodeEscape {
    let letter = peek(1)
    let most = letter == UInt8(ascii: "u") ? 4 : 8
    position &+= 2
    var digits = 0
    var value: UInt32 = 0
    while digits < most, let digit = Characters.hexValue(peek()) {
      value = value << 4 | digit
      position &+= 1
      digits &+= 1
    }
    if digits == 0 { return UnicodeEscape(value: UInt32(letter), isComplete: false) }
    guard value <= 0x10FFFF else { return UnicodeEscape(value: 0xFFFD, isComplete: false) }
    return UnicodeEscape(value: value, isComplete: digits == most)
  }

  /// Reads what begins with `@`: a verbatim string, a verbatim identifier, or nothing known.
  mutating func lexAtSign() {
    let start = position
    var signs = 1
    while peek(signs) == UInt8(ascii: "@") { signs &+= 1 }
    switch peek(signs) {
    case UInt8(ascii: "\""):
      lexVerbatimString(signs: signs)
    case UInt8(ascii: "$"):
      _ = lexInterpolatedString()
    default:
      if !lexIdentifierSlowly() { lexLoneAtSigns(start, signs) }
    }
  }

  private mutating func lexLoneAtSigns(_ start: Int, _ signs: Int) {
    position = min(count, start &+ signs)
    addError(1646, start, start, "A keyword, identifier or string must follow '@'")
    emit(.badToken, start: start)
  }
}
