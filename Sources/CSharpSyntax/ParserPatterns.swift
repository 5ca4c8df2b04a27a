// MARK: - is, case, switch
extension Parser {
  /// What follows `left is`.
  mutating func parseIs(_ left: SyntaxElement, _ keyword: SyntaxElement) -> SyntaxElement {
    if isPlainTypeAfterIs() {
      let type = parseType(.afterIs)
      return builder.node(.isExpression, left, keyword, type)
    }
    let pattern = parsePattern(.relational, afterIs: true)
    let child = builder.slot(pattern, 0)
    if builder.kind(of: pattern) == .discardPattern, builder.takeBack(pattern, .discardPattern) {
      // `x is _` asks for a type of that name.
      builder.tokens[Int(child.index)].kind = .identifierToken
      let name = builder.node(.identifierName, child)
      return builder.node(.isExpression, left, keyword, name)
    }
    if builder.kind(of: pattern) == .typePattern, builder.takeBack(pattern, .typePattern) {
      return builder.node(.isExpression, left, keyword, child)
    }
    if builder.isMissing(pattern), builder.kind(of: pattern) == .constantPattern,
      builder.takeBack(pattern, .constantPattern)
    {
      return builder.node(.isExpression, left, keyword, child)
    }
    return builder.node(.isPatternExpression, left, keyword, pattern)
  }

  /// A type behind `is` and nothing that would make it a pattern.
  private mutating func isPlainTypeAfterIs() -> Bool {
    switch contextual {
    case .underscoreToken, .notKeyword: return false
    default: break
    }
    guard looksLikeTypeOfPattern() else { return false }
    var end = position
    guard scanPatternType(&end, .afterIs), canFollowTypeInPattern(at: end, .relational) else { return false }
    switch kind(at: end) {
    case .openParenToken, .openBraceToken: return false
    case .identifierToken:
      return !isBinaryPatternWord(at: end) && !isPatternDesignation(at: end, whenIsKeyword: false)
    default: return true
    }
  }

  /// What follows `case`: an expression, or a pattern, which has a `Pattern` kind.
  mutating func parseExpressionOrPatternForCase() -> SyntaxElement {
    let pattern = parsePattern(.conditional, whenIsKeyword: true)
    let child = builder.slot(pattern, 0)
    if builder.kind(of: pattern) == .discardPattern, builder.takeBack(pattern, .discardPattern) {
      // A label `_` is a name.
      builder.tokens[Int(child.index)].kind = .identifierToken
      let name = builder.node(.identifierName, child)
      return contextual == .whenKeyword ? builder.node(.constantPattern, name) : name
    }
    if contextual == .whenKeyword { return pattern }
    if builder.kind(of: pattern) == .constantPattern, builder.takeBack(pattern, .constantPattern) { return child }
    return pattern
  }

  mutating func parseWhenClause(_ precedence: Precedence) -> SyntaxElement {
    guard contextual == .whenKeyword else { return .nothing }
    let keyword = eat(as: .whenKeyword)
    let condition = parseSubExpression(precedence)
    return builder.node(.whenClause, keyword, condition)
  }

  /// `x switch { pattern when c => value, … }`
  mutating func parseSwitchExpression(_ governing: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let open = eat()
    let mark = stack.count
    var last = -1
    let saved = context.pendingColons
    context.pendingColons = 0
    while kind != .closeBraceToken, kind != .endOfFileToken, position != last {
      last = position
      push(parseSwitchExpressionArm())
      if kind != .closeBraceToken {
        if kind == .commaToken {
          push(eat())
        } else {
          // A semicolon in place of the comma is taken for it.
          if kind == .semicolonToken {
            reportHere(1003, "Syntax error, ',' expected")
            push(missing(.commaToken))
            skipToken()
          } else if !isPossibleSubpatternElement {
            push(missingWithError(.commaToken))
            break
          } else {
            push(missingWithError(.commaToken))
          }
        }
      }
    }
    context.pendingColons = saved
    // A separator behind which no arm came ends the list all the same.
    let arms = list(from: mark)
    let close = expect(.closeBraceToken)
    return builder.node(.switchExpression, governing, keyword, open, arms, close)
  }

  private mutating func parseSwitchExpressionArm() -> SyntaxElement {
    let saved = terminators
    terminators.insert(.switchExpressionArm)
    if kind == .caseKeyword {
      reportHere(9134, "A switch expression arm does not begin with a 'case' keyword.")
      skipToken()
    }
    let pattern = parsePattern(.coalescing, whenIsKeyword: true)
    let when = parseWhenClause(.coalescing)
    let arrow: SyntaxElement
    if kind == .colonToken {
      reportHere(1003, "Syntax error, '=>' expected")
      arrow = missing(.equalsGreaterThanToken)
      skipToken()
    } else {
      arrow = expect(.equalsGreaterThanToken)
    }
    let expression = parseExpression()
    terminators = saved
    return builder.node(.switchExpressionArm, pattern, when, arrow, expression)
  }
}

// MARK: - Patterns
extension Parser {
  mutating func parsePattern(
    _ precedence: Precedence, afterIs: Bool = false, whenIsKeyword: Bool = false
  ) -> SyntaxElement {
    depth += 1
    defer { depth -= 1 }
    guard depth < Parser.maximumDepth else {
      let expression = tooDeepExpression()
      return builder.node(.constantPattern, expression)
    }
    var left = parseConjunctivePattern(precedence, afterIs, whenIsKeyword)
    while contextual == .orKeyword {
      let word = eat(as: .orKeyword)
      let right = parseConjunctivePattern(precedence, afterIs, whenIsKeyword)
      left = builder.node(.orPattern, left, word, right)
    }
    return left
  }

  private mutating func parseConjunctivePattern(
    _ precedence: Precedence, _ afterIs: Bool, _ whenIsKeyword: Bool
  ) -> SyntaxElement {
    var left = parseNegatedPattern(precedence, afterIs, whenIsKeyword)
    while contextual == .andKeyword {
      let word = eat(as: .andKeyword)
      let right = parseNegatedPattern(precedence, afterIs, whenIsKeyword)
      left = builder.node(.andPattern, left, word, right)
    }
    return left
  }

  private mutating func parseNegatedPattern(
    _ precedence: Precedence, _ afterIs: Bool, _ whenIsKeyword: Bool
  ) -> SyntaxElement {
    guard contextual == .notKeyword else { return parsePrimaryPattern(precedence, afterIs, whenIsKeyword) }
    let mark = stack.count
    while contextual == .notKeyword { push(eat(as: .notKeyword)) }
    var pattern = parsePrimaryPattern(precedence, afterIs, whenIsKeyword)
    while stack.count > mark {
      let word = stack.removeLast()
      pattern = builder.node(.notPattern, word, pattern)
    }
    return pattern
  }

  private mutating func parsePrimaryPattern(
    _ precedence: Precedence, _ afterIs: Bool, _ whenIsKeyword: Bool
  ) -> SyntaxElement {
    switch kind {
    case .commaToken, .semicolonToken, .closeBraceToken, .closeParenToken, .closeBracketToken,
      .equalsGreaterThanToken:
      let name = missingName(8504, "Pattern missing")
      return builder.node(.constantPattern, name)
    case .openBracketToken: return parseListPattern(whenIsKeyword)
    case .dotDotToken:
      let dots = eat()
      let pattern = isPossibleSubpatternElement ? parsePattern(precedence, whenIsKeyword: whenIsKeyword) : .nothing
      return builder.node(.slicePattern, dots, pattern)
    case .lessThanToken, .lessThanEqualsToken, .greaterThanToken, .greaterThanEqualsToken, .equalsEqualsToken,
      .exclamationEqualsToken:
      let token = eat()
      let expression = parseSubExpression(.relational)
      return builder.node(.relationalPattern, token, expression)
    case .identifierToken:
      if contextual == .underscoreToken {
        let token = eat(as: .underscoreToken)
        return builder.node(.discardPattern, token)
      }
    default: break
    }
    let mode: TypeMode = afterIs ? .afterIs : .definitePattern
    if looksLikeTypeOfPattern() {
      var end = position
      if scanPatternType(&end, mode), canFollowTypeInPattern(at: end, precedence) {
        return parsePatternOfType(end, mode, precedence, whenIsKeyword)
      }
    }
    if kind == .openParenToken, !scanCast(forPattern: true, whenIsKeyword: whenIsKeyword) {
      return parsePositionalPattern(.nothing, precedence, whenIsKeyword)
    }
    if kind == .openBraceToken {
      return parsePropertyPattern(.nothing, .nothing, whenIsKeyword)
    }
    let value = parseSubExpression(precedence)
    return builder.node(.constantPattern, value)
  }

  /// A pattern that begins with a type, which ends before `end`.
  private mutating func parsePatternOfType(
    _ end: Int, _ mode: TypeMode, _ precedence: Precedence, _ whenIsKeyword: Bool
  ) -> SyntaxElement {
    let next = kind(at: end)
    let isDesignated = isPatternDesignation(at: end, whenIsKeyword: whenIsKeyword)
    if end == position + 1, isVar(at: position), next == .openParenToken || isDesignated {
      let keyword = eat(as: .varKeyword)
      let designation = parseDesignation(forPattern: true)
      return builder.node(.varPattern, keyword, designation)
    }
    if next == .openParenToken {
      let type = parseType(mode)
      return parsePositionalPattern(type, precedence, whenIsKeyword)
    }
    if next == .openBraceToken {
      let type = parseType(mode)
      return parsePropertyPattern(type, .nothing, whenIsKeyword)
    }
    if isDesignated {
      let type = parseType(mode)
      let designation = parseSimpleDesignation()
      return builder.node(.declarationPattern, type, designation)
    }
    if isNameOnly(until: end) {
      // What could be a constant's name is one.
      var expression = parseAliasQualifiedName(NameOptions(mode))
      while kind == .dotToken, position < end {
        let dot = eat()
        let name = parseSimpleName(NameOptions(mode))
        expression = builder.node(.simpleMemberAccessExpression, expression, dot, name)
      }
      let value = parseContinuation(expression, precedence)
      return builder.node(.constantPattern, value)
    }
    let type = parseType(mode)
    return builder.node(.typePattern, type)
  }

  /// Whether the type that was scanned is a name, which could be an expression too.
  private func isNameOnly(until end: Int) -> Bool {
    guard kind == .identifierToken else { return false }
    return kind(at: end - 1) == .identifierToken
  }

  private func looksLikeTypeOfPatternWord() -> Bool {
    let word = contextual
    return word != .underscoreToken && !(word == .nameOfKeyword && peek(1) == .openParenToken)
  }

  private mutating func looksLikeTypeOfPattern() -> Bool {
    if kind == .identifierToken { return isTrueIdentifier() && looksLikeTypeOfPatternWord() }
    if kind.isPredefinedType { return true }
    if kind == .openParenToken {
      var index = position
      return scanType(&index, .definitePattern) != .notType
    }
    return isFunctionPointerStart(at: position)
  }

  /// Scans a type as a pattern may have it: in doubt `<`, `?` and `[` do not belong to it.
  private mutating func scanPatternType(_ index: inout Int, _ mode: TypeMode) -> Bool {
    if kind(at: index).isPredefinedType {
      index += 1
    } else if kind(at: index) == .identifierToken {
      while true {
        guard isTrueIdentifier(at: index) else { return false }
        index += 1
        if kind(at: index) == .lessThanToken, opensTypeArguments(at: index, NameOptions(mode)) {
          index = Int(scanTypeArguments(index).end)
        }
        guard isDotOrColonColon(at: index), kind(at: index + 1) == .identifierToken else { break }
        index += 1
      }
    } else {
      return scanType(&index, mode) != .notType
    }
    while true {
      switch kind(at: index) {
      case .questionToken:
        if kind(at: index - 1) == .questionToken || !mayFollowNullableType(at: index + 1, mode) { return true }
        index += 1
      case .asteriskToken:
        guard pointerModifiersLeadToRank(at: index) else { return true }
        index += 1
      case .openBracketToken:
        var end = index + 1
        while kind(at: end) == .commaToken { end += 1 }
        guard kind(at: end) == .closeBracketToken else { return false }
        index = end + 1
      default: return true
      }
    }
  }

  /// Whether the token behind a type leaves it a type, rather than makes it an operand.
  private func canFollowTypeInPattern(at index: Int, _ precedence: Precedence) -> Bool {
    let kind = kind(at: index)
    switch kind {
    case .openParenToken, .openBraceToken, .identifierToken, .closeBraceToken: return true
    case .dotToken, .minusGreaterThanToken, .exclamationToken: return false
    case .greaterThanToken:
      let isShift =
        self.kind(at: index + 1) == .greaterThanToken && index + 1 < endIndex
        && builder.tokens[index].end == builder.tokens[index + 1].start
      return (isShift ? Precedence.shift : .relational) <= precedence
    default:
      guard let (_, operatorPrecedence) = Precedence.binaryOperator(kind) else { return true }
      return operatorPrecedence <= precedence
    }
  }

  /// Whether the identifier at `index` names the variable of a pattern.
  private func isPatternDesignation(at index: Int, whenIsKeyword: Bool) -> Bool {
    guard isTrueIdentifier(at: index) else { return false }
    switch contextual(at: index) {
    case .whenKeyword: return !whenIsKeyword
    case .andKeyword, .orKeyword:
      let next = kind(at: index + 1)
      switch next {
      case .closeBraceToken, .closeBracketToken, .closeParenToken, .commaToken, .semicolonToken, .questionToken,
        .colonToken:
        return true
      case .lessThanEqualsToken, .lessThanToken, .greaterThanEqualsToken, .greaterThanToken, .identifierToken,
        .openBraceToken, .openParenToken, .openBracketToken:
        return false
      default:
        if Precedence.binaryOperator(next) != nil { return true }
        return !canStartExpression(at: index + 1)
      }
    default: return true
    }
  }

  /// `(a, b)`, with a type before or not, or a pattern in parentheses.
  private mutating func parsePositionalPattern(
    _ type: SyntaxElement, _ precedence: Precedence, _ whenIsKeyword: Bool
  ) -> SyntaxElement {
    let open = eat()
    let mark = stack.count
    if kind != .closeParenToken {
      let (colon, pattern) = parseSubpatternParts()
      if type.isNothing, colon.isNothing, kind == .closeParenToken, peek(1) != .openBraceToken,
        !isPatternDesignation(at: position + 1, whenIsKeyword: whenIsKeyword)
      {
        let close = eat()
        let value = builder.slot(pattern, 0)
        guard builder.kind(of: pattern) == .constantPattern, builder.takeBack(pattern, .constantPattern) else {
          return builder.node(.parenthesizedPattern, open, pattern, close)
        }
        // A constant in parentheses is an expression.
        let inner = builder.node(.parenthesizedExpression, open, value, close)
        let expression = parseContinuation(inner, precedence)
        return builder.node(.constantPattern, expression)
      }
      push(builder.node(.subpattern, colon, pattern))
      parseFurtherSubpatterns(closing: .closeParenToken)
    }
    let subpatterns = list(from: mark)
    let close = expect(.closeParenToken)
    let clause = builder.node(.positionalPatternClause, open, subpatterns, close)
    if kind == .openBraceToken { return parsePropertyPattern(type, clause, whenIsKeyword) }
    let designation = parseOptionalDesignation(whenIsKeyword)
    return builder.node(.recursivePattern, type, clause, .nothing, designation)
  }

  private mutating func parsePropertyPattern(
    _ type: SyntaxElement, _ positional: SyntaxElement, _ whenIsKeyword: Bool
  ) -> SyntaxElement {
    let open = eat()
    let mark = stack.count
    if kind != .closeBraceToken {
      var isFound = isPossibleSubpatternElement || kind == .commaToken
      while !isFound, skipBad(.subpattern, expected: .identifierToken), kind != .closeBraceToken {
        isFound = isPossibleSubpatternElement || kind == .commaToken
      }
      if isFound {
        push(parseSubpattern())
        parseFurtherSubpatterns(closing: .closeBraceToken)
      }
    }
    let subpatterns = list(from: mark)
    let close = expect(.closeBraceToken)
    let clause = builder.node(.propertyPatternClause, open, subpatterns, close)
    let designation = parseOptionalDesignation(whenIsKeyword)
    return builder.node(.recursivePattern, type, positional, clause, designation)
  }

  private mutating func parseFurtherSubpatterns(closing: SyntaxKind) {
    var last = -1
    while kind != closing, position != last {
      last = position
      if kind == .commaToken {
        push(eat())
        if kind == closing { return }
        push(parseSubpattern())
      } else if isPossibleSubpatternElement {
        push(missingWithError(.commaToken))
        push(parseSubpattern())
      } else if !skipBad(closing == .closeBraceToken ? .subpattern : .positionalSubpattern, expected: .commaToken) {
        return
      }
    }
  }

  var isPossibleSubpatternElement: Bool {
    if canStartExpression { return true }
    switch kind {
    case .openBraceToken, .openBracketToken, .lessThanToken, .lessThanEqualsToken, .greaterThanToken,
      .greaterThanEqualsToken:
      return true
    default: return false
    }
  }

  private mutating func parseSubpattern() -> SyntaxElement {
    let (colon, pattern) = parseSubpatternParts()
    return builder.node(.subpattern, colon, pattern)
  }

  private mutating func parseSubpatternParts() -> (colon: SyntaxElement, pattern: SyntaxElement) {
    if kind == .identifierToken, peek(1) == .colonToken, isTrueIdentifier(), contextual != .notKeyword {
      let name = parseNameColon()
      return (name, parsePattern(.conditional))
    }
    let pattern = parsePattern(.conditional)
    guard kind == .colonToken, builder.kind(of: pattern) == .constantPattern else { return (.nothing, pattern) }
    let value = builder.slot(pattern, 0)
    guard builder.takeBack(pattern, .constantPattern) else { return (.nothing, pattern) }
    let colon = eat()
    let name = builder.node(
      builder.kind(of: value) == .identifierName ? .nameColon : .expressionColon, value, colon)
    return (name, parsePattern(.conditional))
  }

  private mutating func parseListPattern(_ whenIsKeyword: Bool) -> SyntaxElement {
    let open = eat()
    let mark = stack.count
    var last = -1
    while kind != .closeBracketToken, position != last {
      last = position
      if isPossibleSubpatternElement || kind == .commaToken {
        push(parsePattern(.conditional))
        if kind == .commaToken {
          push(eat())
        } else if isPossibleSubpatternElement {
          push(missingWithError(.commaToken))
        }
      } else if !skipBad(.listPattern, expected: .commaToken) {
        break
      }
    }
    let patterns = list(from: mark)
    let close = expect(.closeBracketToken)
    let designation = parseOptionalDesignation(whenIsKeyword)
    return builder.node(.listPattern, open, patterns, close, designation)
  }

  private mutating func parseOptionalDesignation(_ whenIsKeyword: Bool) -> SyntaxElement {
    isPatternDesignation(at: position, whenIsKeyword: whenIsKeyword) ? parseSimpleDesignation() : .nothing
  }

  private mutating func parseSimpleDesignation() -> SyntaxElement {
    if contextual == .underscoreToken {
      let token = eat(as: .underscoreToken)
      return builder.node(.discardDesignation, token)
    }
    let token = parseIdentifierToken()
    return builder.node(.singleVariableDesignation, token)
  }

  /// `x`, `_` or `(x, (y, z))`
  mutating func parseDesignation(forPattern: Bool) -> SyntaxElement {
    guard kind == .openParenToken else { return parseSimpleDesignation() }
    depth += 1
    defer { depth -= 1 }
    guard depth < Parser.maximumDepth else {
      reportNesting()
      let token = missing(.identifierToken)
      skipOperand()
      return builder.node(.singleVariableDesignation, token)
    }
    let open = eat()
    let mark = stack.count
    if !(forPattern && kind == .closeParenToken) {
      push(parseDesignation(forPattern: forPattern))
      while kind == .commaToken {
        push(eat())
        push(parseDesignation(forPattern: forPattern))
      }
    }
    let variables = list(from: mark)
    let close = expect(.closeParenToken)
    return builder.node(.parenthesizedVariableDesignation, open, variables, close)
  }
}
