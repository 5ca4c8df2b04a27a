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
    let errorCount = errors.count
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
        guard let scalar = readUnicodeEscape(reportsErrors: false) else { break }
        // `isIdentifierPart` takes formatting characters, which the identifier's value leaves out.
        guard hasCharacters ? Characters.isIdentifierPart(scalar) : Characters.isIdentifierStart(scalar) else {
          position = escapeStart
          break
        }
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
      errors.removeSubrange(errorCount...)
      return false
    }
    if atSigns > 1 {
      addError(9008, start, start &+ atSigns, "An identifier takes one '@' only")
    }
    if isEscaped { pendingFlags.insert(.isEscaped) }
    emit(.identifierToken, start: start)
    return true
  }

  /// Reads `\uXXXX` or `\UXXXXXXXX` at the present place.
  ///
  /// - Returns: the scalar; `nil`, and nothing read, where the digits are missing.
  mutating func readUnicodeEscape(reportsErrors: Bool) -> UInt32? {
    let digits: Int
    switch peek(1) {
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: return nil
    }
    var value: UInt32 = 0
    for index in 0..<digits {
      guard let digit = Characters.hexValue(peek(2 &+ index)) else { return nil }
      value = value << 4 | digit
    }
    guard value <= 0x10FFFF else { return nil }
    position &+= 2 &+ digits
    return value
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
      if !lexInterpolatedString() { lexLoneAtSigns(start, signs) }
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
