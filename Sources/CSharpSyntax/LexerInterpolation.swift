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
  /// The runs of text read so far, in a raw string of several lines only.
  var texts: [TextRange] = []
  /// Where the text behind its start token begins.
  var contentStart: Int
  /// Where the present hole began.
  var holeStart = 0
  /// Whether an error of its structure was reported: there is one for each string. Where a hole ends is then
  /// doubtful, and the next quote ends it, so that the rest of the file is read as it was meant.
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
    if !isAtHoleDepthZero, openBrackets.last == byte {
      openBrackets.removeLast()
      return
    }
    addStringError(1003, position, position &+ 1, "A bracket that does not fit")
  }

  /// Reports a `#` in a hole: no directive may stand there.
  mutating func reportDirectiveInHole() {
    addStringError(1003, position, position &+ 1, "A directive in a hole of a string")
  }

  /// Leaves the innermost hole at the quote that begins here, if the string has an error that makes the hole's end
  /// doubtful; the quote is the string's again.
  ///
  /// - Returns: whether the hole was left.
  mutating func leaveRunawayHole() -> Bool {
    guard let frame = strings.last, frame.hasError else { return false }
    openBrackets.removeSubrange(min(frame.bracketBase, openBrackets.count)...)
    lexInterpolatedText()
    return true
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
    let quote = UInt8(ascii: "\"")
    if peek() == UInt8(ascii: "$") ? peek(1) == UInt8(ascii: "@") : peek(1) == UInt8(ascii: "$"), peek(2) == quote {
      beginQuotedString(.verbatim, 3)
      return true
    }
    if peek() == UInt8(ascii: "$"), peek(1) == quote, peek(2) != quote || peek(3) != quote {
      beginQuotedString(.regular, 2)
      return true
    }
    // What remains is raw, or meant to be.
    var signs = skipRun(of: UInt8(ascii: "@"))
    let dollars = skipRun(of: UInt8(ascii: "$"))
    signs &+= skipRun(of: UInt8(ascii: "@"))
    if signs &+ dollars < 2, peek() != quote {
      position = start
      return false
    }
    let quotes = skipRun(of: quote)
    if quotes == 0 {
      addError(9009, start, position, "A string has to begin with a quote")
      emit(
        signs == 1 && dollars == 1
          ? .interpolatedVerbatimStringStartToken : .interpolatedSingleLineRawStringStartToken, start: start)
      return true
    }
    beginRawString(start, dollars: dollars, signs: signs, quotes: quotes)
    return true
  }

  private mutating func beginQuotedString(_ form: InterpolatedStringFrame.Form, _ length: Int) {
    let start = position
    position &+= length
    strings.append(
      InterpolatedStringFrame(
        form: form, braces: 1, quotes: 1, start: start, bracketBase: openBrackets.count,
        contentStart: position))
    emitBare(
      form == .verbatim ? .interpolatedVerbatimStringStartToken : .interpolatedStringStartToken, start: start)
    lexInterpolatedText()
  }

  private mutating func beginRawString(_ start: Int, dollars: Int, signs: Int, quotes: Int) {
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
        form: form, braces: dollars, quotes: quotes, start: start, bracketBase: openBrackets.count,
        contentStart: position))
    if signs > 0 {
      addStringError(9008, start, afterQuotes, "A string takes one '@' only, a raw one none")
    } else if quotes < 3 {
      addStringError(9004, afterQuotes &- quotes, afterQuotes, "A raw string begins with three quotes at least")
    }
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
    guard position > start else { return }
    if let last = strings.indices.last, strings[last].form == .rawMultiLine {
      strings[last].texts.append(
        TextRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: position)))
    }
    emitBare(.interpolatedStringTextToken, start: start)
  }

  /// Leaves the innermost string.
  private mutating func leaveString() {
    if let frame = strings.popLast() {
      openBrackets.removeSubrange(min(frame.bracketBase, openBrackets.count)...)
    }
    isInHole = !strings.isEmpty
  }

  /// Ends the innermost string where its end is missing. The trivia behind it belongs to the missing token.
  private mutating func emitMissingEnd() {
    guard let frame = strings.last else { return }
    leaveString()
    pendingFlags.insert(.missing)
    emit(frame.isRaw ? .interpolatedRawStringEndToken : .interpolatedStringEndToken, start: position)
  }

  /// Enters a hole; the present place is behind its opening braces.
  private mutating func enterHole(_ braceStart: Int) {
    isInHole = true
    if let last = strings.indices.last {
      strings[last].bracketBase = openBrackets.count
      strings[last].holeStart = braceStart
    }
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
        if isVerbatim, peek(1) == UInt8(ascii: "\""), strings.last?.hasError != true {
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
        if position &+ 1 == count {
          addError(1010, start &- 1, start &- 1, "A line ends inside a string")
          position &+= 1
          continue
        }
        _ = lexEscape()
        if standsForBrace(escape) {
          addStringError(8087, escape, position, "An escape can't stand for a brace in an interpolated string")
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

  /// Whether an escape just read stands for a brace.
  private func standsForBrace(_ escape: Int) -> Bool {
    var value: UInt32 = 0
    var index = escape &+ 1
    guard index < position else { return false }
    if base[index] == UInt8(ascii: "{") || base[index] == UInt8(ascii: "}") { return true }
    index &+= 1
    while index < position {
      guard let digit = Characters.hexValue(base[index]) else { return false }
      value = value << 4 | digit
      index &+= 1
    }
    return value == 0x7B || value == 0x7D
  }

  private mutating func unterminatedText(_ start: Int) {
    addStringError(1039, position &- 1, position, "An interpolated string does not end")
    emitText(start)
    emitMissingEnd()
  }

  private mutating func lexRawText(_ frame: InterpolatedStringFrame) {
    isInHole = false
    let start = position
    let isMultiLine = frame.form == .rawMultiLine
    // Behind the start token of a string of several lines a line begins.
    var lineStart = isMultiLine && isAtRawLineStart(frame, position) ? position : -1
    while position < count {
      if lineStart == position {
        skipBlanks()
        if let run = closingRun(frame.quotes) {
          if lineStart == start, isAtRawLineStart(frame, start) {
            // The string ends on its first line: it has no content.
            addStringError(9002, position, position &+ run, "A raw string of several lines has no line of content")
            endRawString(start, endStart: position, run, frame)
          } else {
            endRawString(start, endStart: beforeLineEnd(lineStart, start), run, frame)
          }
          return
        }
        lineStart = -1
        continue
      }
      let lineEnd = lineEndLength
      if lineEnd > 0 {
        if !isMultiLine {
          addStringError(8997, position, position, "A raw string does not end")
          emitText(start)
          emitMissingEnd()
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
    emitMissingEnd()
  }

  /// Whether a place is the first line's begin of a raw string of several lines.
  private func isAtRawLineStart(_ frame: InterpolatedStringFrame, _ place: Int) -> Bool {
    guard let last = tokens.last else { return false }
    return last.kind == .interpolatedMultiLineRawStringStartToken && Int(last.fullEnd) == place
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
    if let frame = strings.last, frame.form == .rawMultiLine, !frame.hasError {
      checkIndentation(of: frame, lastLine: endStart, quotes: quotes)
    }
    leaveString()
    emit(.interpolatedRawStringEndToken, start: endStart)
  }

  /// Checks the lines of a raw string's text against the last one, which holds the quotes.
  private mutating func checkIndentation(of frame: InterpolatedStringFrame, lastLine end: Int, quotes: Int) {
    let place = position
    position = end
    skipLineEnd()
    let lastLine = position
    position = place
    let indentation = quotes &- lastLine
    if indentation > 0, frame.contentStart < end, frame.texts.first.map({ Int($0.start.value) }) != frame.contentStart {
      addError(
        8999, frame.contentStart, frame.contentStart &+ 1, "A line is indented less than the last one")
    }
    for text in frame.texts {
      var start = Int(text.start.value)
      if start != frame.contentStart {
        // The text goes on behind a hole: its first line was begun there.
        position = start
        skipToEndOfLine()
        skipLineEnd()
        start = position
        position = place
      }
      checkIndentation(from: start, to: Int(text.end.value), lastLine, indentation)
    }
  }

  /// Ends a hole at the brace that begins here, and goes on with the string's text.
  mutating func closeHole() {
    guard let frame = strings.last else { return }
    let start = position
    if frame.isRaw {
      let run = min(skipRun(of: UInt8(ascii: "}")), frame.braces)
      position = start &+ run
      if run < frame.braces {
        addStringError(9005, frame.holeStart, frame.holeStart, "Fewer braces end a hole than began it")
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
    var endsLine = false
    scan: while position < count {
      switch base[position] {
      case UInt8(ascii: "\\") where frame.form == .regular:
        let escape = position
        if position &+ 1 == count {
          endsLine = true
          position &+= 1
          continue
        }
        _ = lexEscape()
        if standsForBrace(escape) {
          addStringError(8087, escape, escape &+ 1, "An escape can't stand for a brace in an interpolated string")
        }
      case UInt8(ascii: "\""):
        guard frame.form == .verbatim, peek(1) == UInt8(ascii: "\"") else { break scan }
        position &+= 2
      case UInt8(ascii: "{"):
        addStringError(1056, position, position &+ 1, "Unexpected character")
        position &+= 1
      case UInt8(ascii: "}"): break scan
      default:
        if frame.form == .regular, lineEndLength > 0 { endsLine = true }
        position &+= 1
      }
    }
    if endsLine { addError(1010, start &- 1, start &- 1, "A line ends inside a format") }
    emitBare(.interpolatedStringTextToken, start: start)
    if position < count, base[position] == UInt8(ascii: "}") {
      closeHole()
    } else {
      // The hole is not closed: what follows is the string's text again, which ends here.
      reportOpenHole()
      lexInterpolatedText()
    }
  }

  /// Reports that the innermost string's hole is not closed.
  private mutating func reportOpenHole() {
    guard let frame = strings.last else { return }
    let start = frame.isRaw ? frame.holeStart : frame.holeStart &- 1
    addStringError(
      8076, start, frame.holeStart &+ frame.braces, "A hole of an interpolated string is not closed")
  }

  /// Reports the strings whose holes the text's end leaves open.
  mutating func finishInterpolatedStrings() {
    while !strings.isEmpty {
      reportOpenHole()
      emitMissingEnd()
    }
  }
}
