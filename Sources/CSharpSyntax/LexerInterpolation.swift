/// An interpolated string whose text or hole is being read.
struct InterpolatedStringFrame {
  enum Form {
    case regular
    case verbatim
    case rawSingleLine
    case rawMultiLine
  }
  var form: Form
  /// How many braces begin a hole.
  var braces: Int
  /// How many quotes end it; 1 unless it is raw.
  var quotes: Int
  var start: Int
  /// How many brackets were open where the present hole began.
  var bracketBase: Int
  /// Whether one error was reported for it: the compiler reports no more.
  var hasError = false

  var isRaw: Bool { form == .rawSingleLine || form == .rawMultiLine }
}

extension Lexer {
  /// Whether no bracket is open in the present hole.
  var isAtHoleDepthZero: Bool {
    guard let frame = strings.last else { return false }
    return openBrackets.count <= frame.bracketBase
  }

  /// Forgets the bracket that a closing one in a hole ends; one that does not fit closes nothing.
  mutating func closeBracketInHole(_ byte: UInt8) {
    guard !isAtHoleDepthZero, openBrackets.last == byte else { return }
    openBrackets.removeLast()
  }

  /// Reports an error in the innermost interpolated string, unless it had one.
  private mutating func addStringError(_ id: UInt16, _ start: Int, _ end: Int, _ message: String) {
    guard let last = strings.indices.last, !strings[last].hasError else { return }
    strings[last].hasError = true
    addError(id, start, end, message)
  }

  /// Reads an interpolated string's beginning and its text up to the first hole, or its end.
  ///
  /// - Returns: whether one begins here; else nothing is read.
  mutating func lexInterpolatedString() -> Bool {
    let start = position
    var dollars = 0
    var signs = 0
    // `@$"` or `$@"`; more signs of one kind than that are an error, except dollars of a raw string.
    var index = start
    while index < count, base[index] == UInt8(ascii: "@") {
      signs &+= 1
      index &+= 1
    }
    while index < count, base[index] == UInt8(ascii: "$") {
      dollars &+= 1
      index &+= 1
    }
    while index < count, base[index] == UInt8(ascii: "@") {
      signs &+= 1
      index &+= 1
    }
    guard dollars > 0, index < count, base[index] == UInt8(ascii: "\"") else { return false }
    position = index
    let quotes = skipRun(of: UInt8(ascii: "\""))
    if signs == 0, quotes >= 3 {
      lexRawInterpolatedString(start, dollars, quotes)
      return true
    }
    position = index &+ 1
    strings.append(
      InterpolatedStringFrame(
        form: signs > 0 ? .verbatim : .regular, braces: 1, quotes: 1, start: start, bracketBase: openBrackets.count))
    if signs > 1 { addStringError(9008, start, start &+ signs, "A string takes one '@' only") }
    if dollars > 1 { addStringError(9005, start, index, "Only raw strings take more than one '$'") }
    emitBare(signs > 0 ? .interpolatedVerbatimStringStartToken : .interpolatedStringStartToken, start: start)
    lexInterpolatedText()
    return true
  }

  private mutating func lexRawInterpolatedString(_ start: Int, _ dollars: Int, _ quotes: Int) {
    let afterQuotes = position
    skipBlanks()
    var form = InterpolatedStringFrame.Form.rawSingleLine
    if lineEndLength > 0 {
      skipLineEnd()
      form = .rawMultiLine
    } else {
      position = afterQuotes
    }
    strings.append(
      InterpolatedStringFrame(
        form: form, braces: dollars, quotes: quotes, start: start, bracketBase: openBrackets.count))
    emitBare(
      form == .rawMultiLine
        ? .interpolatedMultiLineRawStringStartToken : .interpolatedSingleLineRawStringStartToken, start: start)
    lexInterpolatedText()
  }

  /// Reads text of the innermost string from the present place to its next hole or its end.
  mutating func lexInterpolatedText() {
    guard let frame = strings.last else { return }
    switch frame.form {
    case .regular, .verbatim: lexQuotedText(isVerbatim: frame.form == .verbatim)
    case .rawSingleLine, .rawMultiLine: lexRawText(frame)
    }
  }

  /// Emits the text since `start`, unless it is empty.
  private mutating func emitText(_ start: Int) {
    if position > start { emitBare(.interpolatedStringTextToken, start: start) }
  }

  /// Leaves the innermost string.
  private mutating func leaveString() {
    if let frame = strings.popLast() {
      openBrackets.removeSubrange(min(frame.bracketBase, openBrackets.count)...)
    }
    isInHole = !strings.isEmpty
  }

  /// Enters a hole; the present place is behind its opening braces.
  private mutating func enterHole(_ braceStart: Int) {
    isInHole = true
    if let last = strings.indices.last { strings[last].bracketBase = openBrackets.count }
    emit(.openBraceToken, start: braceStart)
  }

  private mutating func lexQuotedText(isVerbatim: Bool) {
    isInHole = false
    let start = position
    while true {
      while position < count, classes[Int(base[position])] & Characters.textStop == 0 { position &+= 1 }
      guard position < count else { break }
      switch base[position] {
      case UInt8(ascii: "\""):
        if isVerbatim, peek(1) == UInt8(ascii: "\"") {
          position &+= 2
          continue
        }
        emitText(start)
        let quote = position
        position &+= 1
        // The trailing trivia of the end already lies where the string lies.
        leaveString()
        emit(.interpolatedStringEndToken, start: quote)
        return
      case UInt8(ascii: "{"):
        if peek(1) == UInt8(ascii: "{") {
          position &+= 2
          continue
        }
        emitText(start)
        let brace = position
        position &+= 1
        enterHole(brace)
        return
      case UInt8(ascii: "}"):
        if peek(1) == UInt8(ascii: "}") {
          position &+= 2
        } else {
          addStringError(8086, position, position &+ 1, "A '}' in an interpolated string has to be doubled")
          position &+= 1
        }
      case UInt8(ascii: "\\") where !isVerbatim:
        let escape = position
        let errorCount = errors.count
        _ = lexEscape()
        if errors.count > errorCount, let last = strings.indices.last {
          if strings[last].hasError { errors.removeLast() }
          strings[last].hasError = true
        } else if let brace = escapedBrace(escape) {
          addStringError(8087, escape, position, "An escape can't stand for '\(brace)' in an interpolated string")
        }
      default:
        if !isVerbatim, lineEndLength > 0 {
          unterminatedText(start)
          return
        }
        position &+= 1
      }
    }
    unterminatedText(start)
  }

  /// The brace that an escape just read stands for, if it does.
  private func escapedBrace(_ escape: Int) -> Character? {
    var value: UInt32 = 0
    var index = escape &+ 2
    while index < position {
      guard let digit = Characters.hexValue(base[index]) else { return nil }
      value = value << 4 | digit
      index &+= 1
    }
    return value == 0x7B ? "{" : value == 0x7D ? "}" : nil
  }

  private mutating func unterminatedText(_ start: Int) {
    addStringError(1039, position, position, "An interpolated string does not end")
    emitText(start)
    leaveString()
  }

  private mutating func lexRawText(_ frame: InterpolatedStringFrame) {
    isInHole = false
    let start = position
    let isMultiLine = frame.form == .rawMultiLine
    // Behind the start token of a string of several lines a line begins.
    var lineStart = isMultiLine && isAtRawLineStart(frame) ? position : -1
    while position < count {
      if lineStart == position {
        skipBlanks()
        if let run = closingRun(frame.quotes) {
          endRawString(start, endStart: beforeLineEnd(lineStart, start), run, frame)
          return
        }
        lineStart = -1
        continue
      }
      let lineEnd = lineEndLength
      if lineEnd > 0 {
        if !isMultiLine {
          addStringError(8997, position, position &+ lineEnd, "A raw string does not end")
          emitText(start)
          leaveString()
          return
        }
        position &+= lineEnd
        lineStart = position
        continue
      }
      switch base[position] {
      case UInt8(ascii: "\""):
        if let run = closingRun(frame.quotes) {
          if isMultiLine {
            addStringError(
              9000, position, position &+ run, "The quotes that end a raw string belong on their own line")
          }
          endRawString(start, endStart: position, run, frame)
          return
        }
        _ = skipRun(of: UInt8(ascii: "\""))
      case UInt8(ascii: "{"):
        let run = skipRun(of: UInt8(ascii: "{"))
        if run < frame.braces { continue }
        if run >= 2 &* frame.braces {
          addStringError(
            9006, position &- run, position &- frame.braces, "More braces than the string has '$' for")
        }
        let brace = position &- frame.braces
        position = brace
        emitText(start)
        position = brace &+ frame.braces
        enterHole(brace)
        return
      case UInt8(ascii: "}"):
        let run = skipRun(of: UInt8(ascii: "}"))
        if run >= frame.braces {
          addStringError(9007, position &- run, position, "More braces than the string has '$' for")
        }
      default: position &+= 1
      }
    }
    addStringError(8997, position, position, "A raw string does not end")
    emitText(start)
    leaveString()
  }

  /// Whether the present place is the first line's begin of a raw string of several lines.
  private func isAtRawLineStart(_ frame: InterpolatedStringFrame) -> Bool {
    guard let last = tokens.last else { return false }
    return last.kind == .interpolatedMultiLineRawStringStartToken && Int(last.fullEnd) == position
      && Int(last.start) == frame.start
  }

  /// Where the end of line before `lineStart` begins, not before `limit`.
  private func beforeLineEnd(_ lineStart: Int, _ limit: Int) -> Int {
    guard lineStart > limit else { return limit }
    switch base[lineStart &- 1] {
    case UInt8(ascii: "\n"):
      return lineStart &- 1 > limit && base[lineStart &- 2] == UInt8(ascii: "\r") ? lineStart &- 2 : lineStart &- 1
    case UInt8(ascii: "\r"): return lineStart &- 1
    case 0x85: return max(limit, lineStart &- 2)
    default: return max(limit, lineStart &- 3)
    }
  }

  /// Ends a raw string at the quotes that begin here; its end token begins at `endStart`.
  private mutating func endRawString(
    _ textStart: Int, endStart: Int, _ run: Int, _ frame: InterpolatedStringFrame
  ) {
    let quotes = position
    position = endStart
    emitText(textStart)
    position = quotes &+ run
    if run > frame.quotes {
      addStringError(8998, quotes &+ frame.quotes, position, "More quotes end a raw string than began it")
    }
    leaveString()
    emit(.interpolatedRawStringEndToken, start: endStart)
  }

  /// Ends a hole at the brace that begins here, and goes on with the string's text.
  mutating func closeHole() {
    guard let frame = strings.last else { return }
    let start = position
    if frame.isRaw {
      let run = min(skipRun(of: UInt8(ascii: "}")), frame.braces)
      position = start &+ run
      if run < frame.braces {
        addStringError(9005, start, position, "Fewer braces end a hole than began it")
      }
    } else {
      position &+= 1
    }
    emitBare(.closeBraceToken, start: start)
    lexInterpolatedText()
  }

  /// Reads the `:` that ends a hole's expression, and the format behind it.
  mutating func lexFormatClause() {
    guard let frame = strings.last else { return }
    let colon = position
    position &+= 1
    emitBare(.colonToken, start: colon)
    let start = position
    scan: while position < count {
      switch base[position] {
      case UInt8(ascii: "\\") where frame.form == .regular: _ = lexEscape()
      case UInt8(ascii: "\""):
        guard frame.form == .verbatim, peek(1) == UInt8(ascii: "\"") else {
          if frame.isRaw, closingRun(frame.quotes) == nil {
            _ = skipRun(of: UInt8(ascii: "\""))
            continue
          }
          break scan
        }
        position &+= 2
      case UInt8(ascii: "{"):
        addStringError(1056, position, position &+ 1, "Unexpected character")
        position &+= 1
      case UInt8(ascii: "}"): break scan
      default:
        if frame.form == .regular || frame.form == .rawSingleLine, lineEndLength > 0 { break scan }
        position &+= 1
      }
    }
    emitText(start)
    if position < count, base[position] == UInt8(ascii: "}") {
      closeHole()
    } else {
      // The hole is not closed: what follows is the string's text again, which ends here.
      addStringError(8076, position, position, "A hole of an interpolated string is not closed")
      lexInterpolatedText()
    }
  }
}
