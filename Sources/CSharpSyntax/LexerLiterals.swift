extension Lexer {
  // MARK: Numbers

  /// Reads a number that begins with a digit, or with `.` and a digit.
  mutating func lexNumber() {
    let start = position
    var digits = DigitRun()
    var isReal = false
    var suffix: UInt8 = 0
    if base[position] == UInt8(ascii: "0"), let radixClass = radixClass(peek(1)) {
      position &+= 2
      digits.allowsLeadingUnderscore = true
      readDigits(&digits, radixClass)
      readIntegerSuffix()
      finishInteger(start, digits, bitsPerDigit: radixClass == Characters.hexDigit ? 4 : 1)
      emit(.numericLiteralToken, start: start)
      return
    }
    readDigits(&digits, Characters.decimalDigit)
    if peek() == UInt8(ascii: "."), classes[Int(peek(1))] & Characters.decimalDigit != 0 {
      isReal = true
      position &+= 1
      readDigits(&digits, Characters.decimalDigit)
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      isReal = true
      position &+= 1
      if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") { position &+= 1 }
      if classes[Int(peek())] & Characters.decimalDigit == 0, peek() != UInt8(ascii: "_") {
        addError(595, start, start, "A real number's exponent has no digits")
      } else {
        readDigits(&digits, Characters.decimalDigit)
      }
    }
    let numberEnd = position
    switch peek() | 0x20 {
    case UInt8(ascii: "f"), UInt8(ascii: "d"), UInt8(ascii: "m"):
      isReal = true
      suffix = peek() | 0x20
      position &+= 1
    default:
      if !isReal { readIntegerSuffix() }
    }
    if isReal {
      if digits.isMisplaced { addError(1013, start, position, "Misplaced '_' in a number") }
      if numberEnd &- start > 25 || digits.count < numberEnd &- start { checkRealRange(start, numberEnd, suffix) }
    } else {
      finishInteger(start, digits, bitsPerDigit: 0)
    }
    emit(.numericLiteralToken, start: start)
  }

  struct DigitRun {
    /// All digits read.
    var count = 0
    /// Those from the first that is not zero on.
    var significantCount = 0
    var value: UInt64 = 0
    var overflows = false
    var allowsLeadingUnderscore = false
    /// Whether a `_` stands at an end.
    var isMisplaced = false
  }

  /// The class of digits that follows `0x` or `0b`; for the latter digits above 1 end the number.
  private func radixClass(_ letter: UInt8) -> UInt8? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): return Characters.hexDigit
    case UInt8(ascii: "b"): return 0
    default: return nil
    }
  }

  /// Reads digits and underscores; a class of 0 stands for binary digits.
  private mutating func readDigits(_ run: inout DigitRun, _ digitClass: UInt8) {
    if peek() == UInt8(ascii: "_"), !run.allowsLeadingUnderscore { run.isMisplaced = true }
    var endsInUnderscore = false
    while position < count {
      let byte = base[position]
      if byte == UInt8(ascii: "_") {
        endsInUnderscore = true
      } else {
        let isDigit =
          digitClass == 0
          ? byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") : classes[Int(byte)] & digitClass != 0
        guard isDigit else { break }
        endsInUnderscore = false
        run.count &+= 1
        if byte != UInt8(ascii: "0") || run.significantCount > 0 { run.significantCount &+= 1 }
        if digitClass == Characters.decimalDigit, !run.overflows {
          let (product, tooLarge) = run.value.multipliedReportingOverflow(by: 10)
          let (sum, tooLargeSum) = product.addingReportingOverflow(UInt64(byte &- UInt8(ascii: "0")))
          run.value = sum
          run.overflows = tooLarge || tooLargeSum
        }
      }
      position &+= 1
    }
    if endsInUnderscore { run.isMisplaced = true }
  }

  private mutating func readIntegerSuffix() {
    let first = peek() | 0x20
    guard first == UInt8(ascii: "l") || first == UInt8(ascii: "u") else { return }
    position &+= 1
    let second = peek() | 0x20
    if second != first, second == UInt8(ascii: "l") || second == UInt8(ascii: "u") { position &+= 1 }
  }

  private mutating func finishInteger(_ start: Int, _ digits: DigitRun, bitsPerDigit: Int) {
    if digits.isMisplaced || digits.count == 0 {
      addError(
        1013, start, digits.isMisplaced ? position : start, "A number without digits, or with a '_' at an end")
    }
    let overflows = bitsPerDigit == 0 ? digits.overflows : digits.significantCount &* bitsPerDigit > 64
    if overflows { addError(1021, start, start, "An integer too large for every type") }
  }

  /// Reports a number that is infinite in its type.
  private mutating func checkRealRange(_ start: Int, _ end: Int, _ suffix: UInt8) {
    var text = ""
    for index in start..<end where base[index] != UInt8(ascii: "_") {
      text.unicodeScalars.append(Unicode.Scalar(base[index]))
    }
    switch suffix {
    case UInt8(ascii: "f"):
      if let value = Float(text), value.isInfinite {
        addError(594, start, start, "A number outside the range of float")
      }
    case UInt8(ascii: "m"):
      if !Lexer.isDecimal(text) { addError(594, start, position, "A number outside the range of decimal") }
    default:
      if let value = Double(text), value.isInfinite {
        addError(594, start, start, "A number outside the range of double")
      }
    }
  }

  /// Whether the number's integer part is at most 2⁹⁶ - 1.
  private static func isDecimal(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard let mantissa = parts.first else { return true }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? (parts[1].hasPrefix("-") ? -1000 : 1000) : 0
    let sides = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var digits = sides.joined()
    // Where the point lies among the digits.
    var point = (sides.first?.count ?? 0) + max(-1000, min(1000, exponent))
    while digits.hasPrefix("0") {
      digits.removeFirst()
      point -= 1
    }
    if digits.isEmpty || point < 29 { return true }
    if point > 29 { return false }
    let integer = digits.prefix(29) + String(repeating: "0", count: max(0, 29 - digits.count))
    return integer <= "79228162514264337593543950335"
  }

  // MARK: Characters and strings

  mutating func lexCharacter() {
    let start = position
    position &+= 1
    var units = 0
    while true {
      guard position < count, lineEndLength == 0 else {
        addError(1010, start, start, "A line ends inside a character")
        break
      }
      let byte = base[position]
      if byte == UInt8(ascii: "'") {
        position &+= 1
        break
      }
      if byte == UInt8(ascii: "\\") {
        units &+= lexEscape()
      } else {
        let character = decodeCharacter(base, at: position, count: count)
        position &+= character.length
        units &+= character.value > 0xFFFF ? 2 : 1
      }
    }
    if units == 0 { addError(1011, start, start, "A character literal without a character") }
    if units > 1 { addError(1012, start, start, "More than one character in a character literal") }
    emit(.characterLiteralToken, start: start)
  }

  mutating func lexString() {
    if peek(1) == UInt8(ascii: "\""), peek(2) == UInt8(ascii: "\"") {
      lexRawString()
      return
    }
    let start = position
    position &+= 1
    scan: while true {
      while position < count, classes[Int(base[position])] & Characters.textStop == 0 { position &+= 1 }
      guard position < count else {
        addError(1010, start, start, "A line ends inside a string")
        break
      }
      switch base[position] {
      case UInt8(ascii: "\""):
        position &+= 1
        break scan
      case UInt8(ascii: "\\"): _ = lexEscape()
      default:
        if lineEndLength > 0 {
          addError(1010, start, start, "A line ends inside a string")
          break scan
        }
        position &+= 1
      }
    }
    emit(readUtf8Suffix() ? .utf8StringLiteralToken : .stringLiteralToken, start: start)
  }

  /// Reads an escape in a character or string, and reports what is none.
  ///
  /// - Returns: the number of UTF-16 units that it stands for.
  mutating func lexEscape() -> Int {
    let start = position
    switch peek(1) {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "0"), UInt8(ascii: "a"),
      UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"),
      UInt8(ascii: "v"), UInt8(ascii: "e"):
      position &+= 2
      return 1
    case UInt8(ascii: "x"):
      position &+= 2
      var digits = 0
      while digits < 4, Characters.hexValue(peek()) != nil {
        position &+= 1
        digits &+= 1
      }
      if digits == 0 { addError(1009, start, position, "An unknown escape") }
      return 1
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let escape = readUnicodeEscape()
      if !escape.isComplete { addError(1009, start, position, "An unknown escape") }
      return escape.value > 0xFFFF ? 2 : 1
    default:
      position &+= 1
      if position < count { position &+= decodeCharacter(base, at: position, count: count).length }
      addError(1009, start, position, "An unknown escape")
      return 1
    }
  }

  /// Takes `u8` behind a string.
  private mutating func readUtf8Suffix() -> Bool {
    guard peek() | 0x20 == UInt8(ascii: "u"), peek(1) == UInt8(ascii: "8") else { return false }
    position &+= 2
    return true
  }

  mutating func lexVerbatimString(signs: Int) {
    let start = position
    if signs > 1 { addError(9008, start, start &+ signs, "A string takes one '@' only") }
    position &+= signs &+ 1
    while true {
      guard position < count else {
        addError(1039, start, start, "A string does not end")
        break
      }
      if base[position] == UInt8(ascii: "\"") {
        if peek(1) != UInt8(ascii: "\"") {
          position &+= 1
          break
        }
        position &+= 1
      }
      position &+= 1
    }
    pendingFlags.insert(.isEscaped)
    emit(readUtf8Suffix() ? .utf8StringLiteralToken : .stringLiteralToken, start: start)
  }

  // MARK: Raw strings

  /// Goes over a run of one byte, and counts it.
  mutating func skipRun(of byte: UInt8) -> Int {
    let start = position
    while position < count, base[position] == byte { position &+= 1 }
    return position &- start
  }

  /// Goes over white space that ends no line.
  mutating func skipBlanks() {
    while position < count {
      let byte = base[position]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        position &+= 1
      } else if byte < 0x80 {
        guard byte == 0x0B || byte == 0x0C || byte == 0x1A else { return }
        position &+= 1
      } else {
        let character = decodeCharacter(base, at: position, count: count)
        guard Characters.isWhitespace(character.value) else { return }
        position &+= character.length
      }
    }
  }

  private mutating func lexRawString() {
    let start = position
    let quotes = skipRun(of: UInt8(ascii: "\""))
    let contentStart = position
    skipBlanks()
    if lineEndLength > 0 {
      lexMultiLineRawString(start, quotes)
    } else {
      position = contentStart
      lexSingleLineRawString(start, quotes)
    }
  }

  private mutating func lexSingleLineRawString(_ start: Int, _ quotes: Int) {
    while true {
      if position >= count || lineEndLength > 0 {
        addError(8997, position, position, "A raw string does not end")
        break
      }
      if base[position] != UInt8(ascii: "\"") {
        position &+= 1
        continue
      }
      let run = skipRun(of: UInt8(ascii: "\""))
      if run < quotes { continue }
      if run > quotes {
        addError(8998, position &- (run &- quotes), position, "More quotes end a raw string than began it")
      }
      break
    }
    emit(
      readUtf8Suffix() ? .utf8SingleLineRawStringLiteralToken : .singleLineRawStringLiteralToken, start: start)
  }

  private mutating func lexMultiLineRawString(_ start: Int, _ quotes: Int) {
    skipLineEnd()
    let contentStart = position
    while true {
      let lineStart = position
      skipBlanks()
      if let run = closingRun(quotes) {
        if run > quotes {
          addError(8998, position &+ quotes, position &+ run, "More quotes end a raw string than began it")
        } else if lineStart == contentStart {
          addError(9002, position, position &+ quotes, "A raw string of several lines has no line of content")
        } else {
          checkIndentation(contentStart, lineStart, position &- lineStart)
        }
        position &+= run
        break
      }
      var isClosed = false
      while position < count, lineEndLength == 0 {
        if let run = closingRun(quotes) {
          addError(9000, position, position &+ run, "The quotes that end a raw string belong on their own line")
          position &+= run
          isClosed = true
          break
        }
        if base[position] == UInt8(ascii: "\"") {
          _ = skipRun(of: UInt8(ascii: "\""))
        } else {
          position &+= 1
        }
      }
      if isClosed { break }
      if position >= count {
        addError(8997, position, position, "A raw string does not end")
        break
      }
      skipLineEnd()
    }
    emit(readUtf8Suffix() ? .utf8MultiLineRawStringLiteralToken : .multiLineRawStringLiteralToken, start: start)
  }

  /// How many quotes begin here, if enough to end a raw string.
  func closingRun(_ quotes: Int) -> Int? {
    guard peek() == UInt8(ascii: "\"") else { return nil }
    var run = 0
    while peek(run) == UInt8(ascii: "\"") { run &+= 1 }
    return run >= quotes ? run : nil
  }

  /// Reports the first line of a raw string that does not begin with the white space of its last line.
  mutating func checkIndentation(_ contentStart: Int, _ lastLine: Int, _ indentation: Int) {
    checkIndentation(from: contentStart, to: lastLine, lastLine, indentation)
  }

  /// The same for the lines that begin in a stretch of the string.
  mutating func checkIndentation(from: Int, to end: Int, _ lastLine: Int, _ indentation: Int) {
    guard indentation > 0 else { return }
    let place = position
    defer { position = place }
    position = from
    while position < end {
      let lineStart = position
      skipBlanks()
      let blanks = position &- lineStart
      var common = 0
      while common < min(blanks, indentation), base[lineStart &+ common] == base[lastLine &+ common] { common &+= 1 }
      let isBlankLine = lineEndLength > 0
      if common < indentation {
        // A blank line may be shorter.
        if common < min(blanks, indentation) {
          addError(9003, lineStart, lineStart &+ blanks, "A line is indented by other white space than the last one")
          return
        }
        if !isBlankLine {
          addError(8999, lineStart, lineStart &+ blanks, "A line is indented less than the last one")
          return
        }
      }
      skipToEndOfLine()
      skipLineEnd()
    }
  }
}
