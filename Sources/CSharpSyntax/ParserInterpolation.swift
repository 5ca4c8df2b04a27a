// MARK: - Interpolated strings
extension Parser {
  /// `$"text {hole,3:format}"` from the lexer's flat tokens.
  mutating func parseInterpolatedString() -> SyntaxElement {
    let start = eat()
    let mark = stack.count
    loop: while true {
      switch kind {
      case .interpolatedStringTextToken:
        let token = eat()
        push(builder.node(.interpolatedStringText, token))
      case .openBraceToken: push(parseInterpolation())
      default: break loop
      }
    }
    let contents = list(from: mark)
    let end: SyntaxElement
    if kind == .interpolatedStringEndToken || kind == .interpolatedRawStringEndToken {
      end = eat()
    } else {
      end = missing(.interpolatedStringEndToken)
      // The lexer has reported the string that is not closed.
      if builder.errors.isEmpty { reportAtMissing(1039, "Unterminated string literal") }
    }
    return builder.node(.interpolatedStringExpression, start, contents, end)
  }

  private mutating func parseInterpolation() -> SyntaxElement {
    let closer = closer(of: position)
    let open = eat()
    let saved = context
    context.pendingColons = 0
    let expression: SyntaxElement
    if kind == .closeBraceToken {
      expression = missingName(1733, "Expected expression")
    } else {
      expression = parseExpression()
    }
    var alignment = SyntaxElement.nothing
    if kind == .commaToken {
      let comma = eat()
      let value = parseExpression()
      alignment = builder.node(.interpolationAlignmentClause, comma, value)
    }
    var format = SyntaxElement.nothing
    if kind == .colonToken {
      let colon = eat()
      let text =
        kind == .interpolatedStringTextToken ? eat() : zeroWidthToken(.interpolatedStringTextToken)
      format = builder.node(.interpolationFormatClause, colon, text)
    }
    context = saved
    // Whatever is left of the hole belongs to nothing.
    if kind != .closeBraceToken, let closer, closer > position {
      reportHere(1003, "Syntax error, '}' expected")
      skip(to: closer)
    }
    let close = expect(.closeBraceToken)
    return builder.node(.interpolation, open, expression, alignment, format, close)
  }
}
