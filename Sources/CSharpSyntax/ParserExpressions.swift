// MARK: - Operators
extension Parser {
  mutating func parseExpression() -> SyntaxElement { parseSubExpression(.expression) }

  /// An expression, perhaps behind `ref`.
  mutating func parsePossibleRefExpression() -> SyntaxElement {
    guard kind == .refKeyword, !isPossibleLambda(.expression) else { return parseExpression() }
    let keyword = eat()
    let expression = parseExpression()
    return builder.node(.refExpression, keyword, expression)
  }

  /// An expression of operators that bind at least as tightly as that.
  mutating func parseSubExpression(_ precedence: Precedence) -> SyntaxElement {
    depth += 1
    defer { depth -= 1 }
    guard depth < Parser.maximumDepth else { return tooDeepExpression() }
    let left = parseOperand(precedence)
    let expression = parseBinaryContinuation(left, precedence)
    guard kind == .questionToken, precedence <= .conditional else { return expression }
    return parseConditional(expression)
  }

  /// Goes on behind an expression that was already parsed.
  mutating func parseContinuation(_ left: SyntaxElement, _ precedence: Precedence) -> SyntaxElement {
    let expression = parseBinaryContinuation(left, precedence)
    guard kind == .questionToken, precedence <= .conditional else { return expression }
    return parseConditional(expression)
  }

  /// `c ? a : b`; a chain of them in the last operand takes no recursion.
  private mutating func parseConditional(_ condition: SyntaxElement) -> SyntaxElement {
    var last = condition
    let mark = stack.count
    while kind == .questionToken {
      push(last)
      push(eat())
      push(parseMiddleOperand())
      if kind == .colonToken, peek(1) == .interpolatedStringTextToken {
        // In a hole the colon begins the format.
        let colon = missing(.colonToken)
        reportHere(
          8361,
          "A conditional expression cannot be used directly in a string interpolation because the ':' ends the interpolation. Parenthesize the conditional expression."
        )
        push(colon)
        last = missingName()
        break
      }
      push(expect(.colonToken))
      if kind == .refKeyword, !isPossibleLambda(.expression) {
        last = parsePossibleRefExpression()
      } else {
        let operand = parseOperand(.expression)
        last = parseBinaryContinuation(operand, .expression)
      }
    }
    while stack.count > mark {
      let base = stack.count - 4
      last = builder.node(
        .conditionalExpression, stack[base], stack[base + 1], stack[base + 2], stack[base + 3], last)
      stack.removeLast(4)
    }
    return last
  }

  /// The operand between `?` and `:`.
  private mutating func parseMiddleOperand() -> SyntaxElement {
    context.pendingColons += 1
    let operand = parsePossibleRefExpression()
    context.pendingColons -= 1
    return operand
  }

  private mutating func parseOperand(_ precedence: Precedence) -> SyntaxElement {
    switch kind {
    case .identifierToken:
      let word = builder.tokens[position].contextualKind
      if word == .none { return parseTerm(precedence) }
      if word == .awaitKeyword, isAwaitExpression(at: position) {
        let keyword = eat(as: .awaitKeyword)
        let operand = parseSubExpression(.unary)
        return builder.node(.awaitExpression, keyword, operand)
      }
      if word == .fromKeyword {
        if isQueryExpression(mayBeVariableDeclaration: false, mayBeMemberDeclaration: false) {
          return parseQueryExpression()
        }
        if context.isInQuery {
          reportHere(1525, SyntaxErrorText.invalidTerm(currentText))
          let name = missingName()
          skipToken()
          return name
        }
      }
      if word == .varKeyword, isPossibleDeconstructionLeft(precedence) {
        return parseDeclarationExpression(.normal, isScoped: false)
      }
      return parseTerm(precedence)
    case .plusToken, .minusToken, .tildeToken, .exclamationToken, .plusPlusToken, .minusMinusToken, .ampersandToken,
      .asteriskToken, .caretToken:
      let node = kind.prefixExpression
      let token = eat()
      let operand = parseSubExpression(.unary)
      return builder.node(node, token, operand)
    case .dotDotToken:
      let token = eat()
      let right = canStartExpression ? parseSubExpression(.range) : .nothing
      return builder.node(.rangeExpression, .nothing, token, right)
    case .throwKeyword:
      if precedence > .coalescing { reportHere(1525, SyntaxErrorText.invalidTerm("throw")) }
      let keyword = eat()
      let expression = parseSubExpression(.coalescing)
      return builder.node(.throwExpression, keyword, expression)
    default:
      if kind.isPredefinedType, isPossibleDeconstructionLeft(precedence) {
        return parseDeclarationExpression(.normal, isScoped: false)
      }
      if isInvalidTerm { return missingNameHere(1525, SyntaxErrorText.invalidTerm(currentText)) }
      return parseTerm(precedence)
    }
  }

  /// Words that cannot be in an expression at all: nothing is consumed.
  private var isInvalidTerm: Bool {
    switch kind {
    case .breakKeyword, .caseKeyword, .catchKeyword, .constKeyword, .continueKeyword, .doKeyword, .finallyKeyword,
      .forKeyword, .forEachKeyword, .gotoKeyword, .ifKeyword, .elseKeyword, .lockKeyword, .returnKeyword,
      .switchKeyword, .tryKeyword, .usingKeyword, .whileKeyword:
      return true
    default: return false
    }
  }

  /// The operators behind `left` that bind tightly enough, without `?:`.
  private mutating func parseBinaryContinuation(_ first: SyntaxElement, _ precedence: Precedence) -> SyntaxElement {
    var left = first
    while true {
      if kind == .closeParenToken || kind == .semicolonToken || kind == .commaToken { return left }
      if let (node, operatorPrecedence) = Precedence.binaryOperator(kind) {
        if kind == .greaterThanToken {
          guard let merged = parseGreaterThan(left, precedence) else { return left }
          left = merged
          continue
        }
        if operatorPrecedence < precedence { return left }
        if operatorPrecedence == precedence, node != .coalesceExpression { return left }
        if operatorPrecedence > .relational, builder.kind(of: left) == .isPatternExpression {
          reportHere(1073, "Unexpected token '\(currentText)'")
        }
        let token = eat()
        switch node {
        case .isExpression: left = parseIs(left, token)
        case .asExpression:
          let type = parseType(.asExpression)
          left = builder.node(.asExpression, left, token, type)
        default:
          let right = parseSubExpression(operatorPrecedence)
          left = builder.node(node, left, token, right)
        }
        continue
      }
      switch kind {
      case .dotDotToken:
        guard precedence < .range else { return left }
        let token = eat()
        let right = canStartExpression ? parseSubExpression(.range) : .nothing
        left = builder.node(.rangeExpression, left, token, right)
      case .switchKeyword:
        guard precedence < .switchExpression, peek(1) == .openBraceToken else { return left }
        left = parseSwitchExpression(left)
      case .identifierToken:
        guard precedence < .switchExpression, contextual == .withKeyword, peek(1) == .openBraceToken else {
          return left
        }
        left = parseWithExpression(left)
      default:
        let node = kind.assignmentExpression
        guard node != .none, precedence <= .assignment else { return left }
        let token = eat()
        left = parseAssignment(node, left, token)
      }
    }
  }

  private mutating func parseAssignment(
    _ node: SyntaxKind, _ left: SyntaxElement, _ token: SyntaxElement
  ) -> SyntaxElement {
    let right =
      node == .simpleAssignmentExpression ? parsePossibleRefExpression() : parseSubExpression(.assignment)
    return builder.node(node, left, token, right)
  }

  /// `>`, `>>`, `>>>`, `>>=` or `>>>=` behind `left`, `nil` if it does not bind tightly enough.
  private mutating func parseGreaterThan(_ left: SyntaxElement, _ precedence: Precedence) -> SyntaxElement? {
    func touches(_ index: Int) -> Bool {
      index + 1 < endIndex && builder.tokens[index].end == builder.tokens[index + 1].start
    }
    var count = 1
    var isAssignment = false
    if touches(position) {
      switch peek(1) {
      case .greaterThanToken:
        count = 2
        if touches(position + 1) {
          if peek(2) == .greaterThanToken {
            count = 3
          } else if peek(2) == .greaterThanEqualsToken {
            count = 3
            isAssignment = true
          }
        }
      case .greaterThanEqualsToken:
        count = 2
        isAssignment = true
      default: break
      }
    }
    if isAssignment {
      guard precedence <= .assignment else { return nil }
      let token = eatMerged(
        count,
        as: count == 2
          ? .greaterThanGreaterThanEqualsToken : .greaterThanGreaterThanGreaterThanEqualsToken)
      return parseAssignment(
        count == 2 ? .rightShiftAssignmentExpression : .unsignedRightShiftAssignmentExpression, left, token)
    }
    if count == 1 {
      guard precedence < .relational else { return nil }
      let token = eat()
      let right = parseSubExpression(.relational)
      return builder.node(.greaterThanExpression, left, token, right)
    }
    guard precedence < .shift else { return nil }
    let token = eatMerged(
      count, as: count == 2 ? .greaterThanGreaterThanToken : .greaterThanGreaterThanGreaterThanToken)
    let right = parseSubExpression(.shift)
    return builder.node(
      count == 2 ? .rightShiftExpression : .unsignedRightShiftExpression, left, token, right)
  }
}

// MARK: - Terms
extension Parser {
  private mutating func parseTerm(_ precedence: Precedence) -> SyntaxElement {
    let term = parseTermWithoutPostfix(precedence)
    switch kind {
    case .closeParenToken, .semicolonToken, .commaToken: return term
    default:
      // A lambda has no postfix operators.
      let node = builder.kind(of: term)
      if node == .simpleLambdaExpression || node == .parenthesizedLambdaExpression
        || node == .anonymousMethodExpression
      {
        return term
      }
      return parsePostfix(term)
    }
  }

  private mutating func parseTermWithoutPostfix(_ precedence: Precedence) -> SyntaxElement {
    switch kind {
    case .identifierToken: return parseIdentifierTerm(precedence)
    case .stringLiteralToken, .numericLiteralToken, .characterLiteralToken, .trueKeyword, .falseKeyword,
      .nullKeyword, .argListKeyword, .utf8StringLiteralToken, .singleLineRawStringLiteralToken,
      .multiLineRawStringLiteralToken, .utf8SingleLineRawStringLiteralToken, .utf8MultiLineRawStringLiteralToken:
      let node = kind.literalExpression
      let token = eat()
      return builder.node(node, token)
    case .openParenToken:
      if isPossibleLambda(precedence) { return parseLambda() }
      return parseParenthesized()
    case .newKeyword: return parseNew()
    case .thisKeyword:
      let token = eat()
      return builder.node(.thisExpression, token)
    case .baseKeyword:
      let token = eat()
      return builder.node(.baseExpression, token)
    case .interpolatedStringStartToken, .interpolatedVerbatimStringStartToken,
      .interpolatedSingleLineRawStringStartToken, .interpolatedMultiLineRawStringStartToken:
      return parseInterpolatedString()
    case .typeOfKeyword: return parseTypeOperator(.typeOfExpression)
    case .sizeOfKeyword: return parseTypeOperator(.sizeOfExpression)
    case .defaultKeyword:
      if peek(1) == .openParenToken { return parseTypeOperator(.defaultExpression) }
      let token = eat()
      return builder.node(.defaultLiteralExpression, token)
    case .checkedKeyword: return parseOperandInParentheses(.checkedExpression)
    case .uncheckedKeyword: return parseOperandInParentheses(.uncheckedExpression)
    case .makeRefKeyword: return parseOperandInParentheses(.makeRefExpression)
    case .refTypeKeyword: return parseOperandInParentheses(.refTypeExpression)
    case .refValueKeyword: return parseRefValue()
    case .openBracketToken:
      if isPossibleLambda(precedence) { return parseLambda() }
      return parseCollectionExpression()
    case .stackAllocKeyword: return parseStackAlloc()
    case .delegateKeyword:
      if isPossibleLambda(precedence) { return parseLambda() }
      return parseAnonymousMethod()
    case .staticKeyword:
      if isPossibleAnonymousMethod(at: position) { return parseAnonymousMethod() }
      if isPossibleLambda(precedence) { return parseLambda() }
      return missingNameHere(1525, SyntaxErrorText.invalidTerm(currentText))
    case .equalsGreaterThanToken: return parseLambda()
    case .colonColonToken: return parseQualifiedName(.inExpression)
    case .refKeyword:
      if isPossibleLambda(precedence) { return parseLambda() }
      reportHere(1525, SyntaxErrorText.invalidTerm("ref"))
      let keyword = eat()
      let expression = parseExpression()
      return builder.node(.refExpression, keyword, expression)
    default:
      if kind.isPredefinedType {
        if isPossibleLambda(precedence) { return parseLambda() }
        let word = currentText
        let isVoid = kind == .voidKeyword
        let token = eat()
        let type = builder.node(.predefinedType, token)
        if kind != .dotToken || isVoid { report(1525, on: type, SyntaxErrorText.invalidTerm(word)) }
        return type
      }
      if kind == .endOfFileToken { return missingName(1733, "Expected expression") }
      return missingNameHere(1525, SyntaxErrorText.invalidTerm(currentText))
    }
  }

  private mutating func parseIdentifierTerm(_ precedence: Precedence) -> SyntaxElement {
    let word = builder.tokens[position].contextualKind
    if word != .none {
      guard isTrueIdentifier() else {
        return missingNameHere(1525, SyntaxErrorText.invalidTerm(currentText))
      }
      if word == .asyncKeyword, isPossibleAnonymousMethod(at: position) { return parseAnonymousMethod() }
    }
    if isPossibleLambda(precedence) { return parseLambda() }
    if word == .fieldKeyword, context.isInFieldAccessor, version >= .csharp14, peek(1) != .colonColonToken {
      let token = eat(as: .fieldKeyword)
      return builder.node(.fieldExpression, token)
    }
    return parseAliasQualifiedName(.inExpression)
  }

  mutating func parsePostfix(_ term: SyntaxElement) -> SyntaxElement {
    var expression = term
    while true {
      switch kind {
      case .dotToken:
        if isUnfinishedMemberAccess {
          let dot = eat()
          let name = missingName(1001, "Identifier expected")
          return builder.node(.simpleMemberAccessExpression, expression, dot, name)
        }
        let dot = eat()
        let name = parseSimpleName(.inExpression)
        expression = builder.node(.simpleMemberAccessExpression, expression, dot, name)
      case .openParenToken:
        let arguments = parseArgumentList()
        expression = builder.node(.invocationExpression, expression, arguments)
      case .openBracketToken:
        let arguments = parseBracketedArgumentList()
        expression = builder.node(.elementAccessExpression, expression, arguments)
      case .plusPlusToken:
        let token = eat()
        expression = builder.node(.postIncrementExpression, expression, token)
      case .minusMinusToken:
        let token = eat()
        expression = builder.node(.postDecrementExpression, expression, token)
      case .exclamationToken:
        let token = eat()
        expression = builder.node(.suppressNullableWarningExpression, expression, token)
      case .minusGreaterThanToken:
        let token = eat()
        let name = parseSimpleName(.inExpression)
        expression = builder.node(.pointerMemberAccessExpression, expression, token, name)
      case .questionToken:
        guard startsConditionalAccess(at: position) else { return expression }
        expression = parseConditionalAccess(expression)
      case .colonColonToken:
        reportHere(7000, "Unexpected use of an aliased name")
        if peek(1) == .identifierToken {
          let dot = eat(as: .dotToken)
          let name = parseSimpleName(.inExpression)
          expression = builder.node(.simpleMemberAccessExpression, expression, dot, name)
        } else {
          skipToken()
        }
      default:
        return expression
      }
    }
  }

  /// `x.` at the end of a line before one that begins with a declaration: the name is still to be written.
  private var isUnfinishedMemberAccess: Bool {
    peek(1) == .identifierToken && peekContextual(2) == .identifierToken && endsLine(position)
  }

  /// `a?.b.c`, `a?[i]`, and an assignment to it.
  private mutating func parseConditionalAccess(_ expression: SyntaxElement) -> SyntaxElement {
    // A chain `a?.b?.c` nests to the right; collected here, built from its end.
    let mark = stack.count
    push(expression)
    push(eat())
    var consequence: SyntaxElement
    outer: while true {
      if kind == .dotToken {
        let dot = eat()
        let name = parseSimpleName(.inExpression)
        consequence = builder.node(.memberBindingExpression, dot, name)
      } else {
        let arguments = parseBracketedArgumentList()
        consequence = builder.node(.elementBindingExpression, arguments)
      }
      while true {
        if kind == .exclamationToken, suppressionLeadsToAccess {
          while kind == .exclamationToken {
            let token = eat()
            consequence = builder.node(.suppressNullableWarningExpression, consequence, token)
          }
        }
        switch kind {
        case .openParenToken:
          let arguments = parseArgumentList()
          consequence = builder.node(.invocationExpression, consequence, arguments)
        case .openBracketToken:
          let arguments = parseBracketedArgumentList()
          consequence = builder.node(.elementAccessExpression, consequence, arguments)
        case .dotToken:
          if isUnfinishedMemberAccess {
            let dot = eat()
            let name = missingName(1001, "Identifier expected")
            consequence = builder.node(.simpleMemberAccessExpression, consequence, dot, name)
            break outer
          }
          let dot = eat()
          let name = parseSimpleName(.inExpression)
          consequence = builder.node(.simpleMemberAccessExpression, consequence, dot, name)
        case .questionToken:
          guard startsConditionalAccess(at: position) else { break outer }
          push(consequence)
          push(eat())
          continue outer
        default:
          break outer
        }
      }
    }
    let assignment = kind.assignmentExpression
    if assignment != .none {
      let token = eat()
      consequence = parseAssignment(assignment, consequence, token)
    } else if kind == .greaterThanToken, let shifted = parseShiftAssignment(consequence) {
      consequence = shifted
    }
    while stack.count > mark {
      let base = stack.count - 2
      consequence = builder.node(.conditionalAccessExpression, stack[base], stack[base + 1], consequence)
      stack.removeLast(2)
    }
    return consequence
  }

  /// `>>=` or `>>>=` behind a conditional access.
  private mutating func parseShiftAssignment(_ left: SyntaxElement) -> SyntaxElement? {
    let isShift =
      peek(1) == .greaterThanEqualsToken
      || (peek(1) == .greaterThanToken && peek(2) == .greaterThanEqualsToken)
    guard isShift else { return nil }
    return parseGreaterThan(left, .assignment)
  }

  /// `!` within a conditional access: it belongs to it only if more of it follows.
  private var suppressionLeadsToAccess: Bool {
    var distance = 0
    while peek(distance) == .exclamationToken { distance += 1 }
    switch peek(distance) {
    case .openParenToken, .openBracketToken, .dotToken: return true
    case .questionToken:
      let next = peek(distance + 1)
      return next == .dotToken || next == .openBracketToken
    default: return false
    }
  }

  /// `typeof(T)`, `sizeof(T)`, `default(T)`
  private mutating func parseTypeOperator(_ node: SyntaxKind) -> SyntaxElement {
    let keyword = eat()
    let open = expect(.openParenToken)
    let type = node == .typeOfExpression ? parseTypeOrVoid() : parseType()
    let close = expect(.closeParenToken)
    return builder.node(node, keyword, open, type, close)
  }

  /// `checked(x)`, `__makeref(x)`
  private mutating func parseOperandInParentheses(_ node: SyntaxKind) -> SyntaxElement {
    let keyword = eat()
    let open = expect(.openParenToken)
    let expression = parseExpression()
    let close = expect(.closeParenToken)
    return builder.node(node, keyword, open, expression, close)
  }

  /// `__refvalue(x, T)`
  private mutating func parseRefValue() -> SyntaxElement {
    let keyword = eat()
    let open = expect(.openParenToken)
    let expression = parseExpression()
    let comma = expect(.commaToken)
    let type = parseType()
    let close = expect(.closeParenToken)
    return builder.node(.refValueExpression, keyword, open, expression, comma, type, close)
  }

  /// A cast, a tuple or a parenthesized expression.
  private mutating func parseParenthesized() -> SyntaxElement {
    if scanCast(), !isQueryKeywordBehindParenthesis() {
      let open = eat()
      let type = parseType()
      let close = expect(.closeParenToken)
      let operand = parseSubExpression(.cast)
      return builder.node(.castExpression, open, type, close, operand)
    }
    let saved = context.pendingColons
    context.pendingColons = 0
    defer { context.pendingColons = saved }
    let open = eat()
    let expression = parseExpressionOrDeclaration(.firstElementOfPossibleTuple, permitTuple: true)
    if kind == .commaToken {
      let argument = builder.node(.argument, .nothing, .nothing, expression)
      return parseTupleTail(open, argument)
    }
    if kind == .colonToken, builder.kind(of: expression) == .identifierName {
      let colon = eat()
      let name = builder.node(.nameColon, expression, colon)
      let value = parseExpressionOrDeclaration(.firstElementOfPossibleTuple, permitTuple: true)
      let argument = builder.node(.argument, name, .nothing, value)
      return parseTupleTail(open, argument)
    }
    let close = expect(.closeParenToken)
    return builder.node(.parenthesizedExpression, open, expression, close)
  }

  /// In a query `(A) select` is no cast of `select`.
  private mutating func isQueryKeywordBehindParenthesis() -> Bool {
    guard context.isInQuery, let end = afterGroup(position) else { return false }
    return contextual(at: end).isQueryKeyword
  }

  private mutating func parseTupleTail(_ open: SyntaxElement, _ first: SyntaxElement) -> SyntaxElement {
    let mark = stack.count
    push(first)
    var count = 1
    while kind == .commaToken {
      push(eat())
      let expression = parseExpressionOrDeclaration(.afterTupleComma, permitTuple: true)
      if kind == .colonToken, builder.kind(of: expression) == .identifierName {
        let colon = eat()
        let name = builder.node(.nameColon, expression, colon)
        let value = parseExpressionOrDeclaration(.afterTupleComma, permitTuple: true)
        push(builder.node(.argument, name, .nothing, value))
      } else {
        push(builder.node(.argument, .nothing, .nothing, expression))
      }
      count += 1
    }
    if count < 2 {
      reportAtMissing(8124, "Tuple must contain at least two elements.")
      push(missing(.commaToken))
      let name = missingName()
      push(builder.node(.argument, .nothing, .nothing, name))
    }
    let arguments = list(from: mark)
    let close = expect(.closeParenToken)
    return builder.node(.tupleExpression, open, arguments, close)
  }

  mutating func parseExpressionOrDeclaration(_ mode: TypeMode, permitTuple: Bool) -> SyntaxElement {
    let (isDeclaration, isScoped) = isPossibleDeclarationExpression(mode, permitTuple: permitTuple)
    if isDeclaration { return parseDeclarationExpression(mode, isScoped: isScoped) }
    return parseExpression()
  }

  /// `T x`, `var (x, y)`
  mutating func parseDeclarationExpression(_ mode: TypeMode, isScoped: Bool) -> SyntaxElement {
    let scoped = isScoped ? eat(as: .scopedKeyword) : .nothing
    var type = parseType(mode)
    if isScoped { type = builder.node(.scopedType, scoped, type) }
    let designation = parseDesignation(forPattern: false)
    return builder.node(.declarationExpression, type, designation)
  }
}

// MARK: - Arguments
extension Parser {
  mutating func parseArgumentList() -> SyntaxElement {
    let open = expect(.openParenToken)
    if kind == .closeParenToken {
      let close = eat()
      return builder.node(.argumentList, open, .nothing, close)
    }
    let arguments = parseArguments(closing: .closeParenToken)
    let close = expect(.closeParenToken)
    return builder.node(.argumentList, open, arguments, close)
  }

  mutating func parseBracketedArgumentList() -> SyntaxElement {
    let open = expect(.openBracketToken)
    let arguments: SyntaxElement
    if kind == .closeBracketToken {
      let name = missingName(443, "Syntax error; value expected")
      arguments = builder.node(.argument, .nothing, .nothing, name)
    } else {
      arguments = parseArguments(closing: .closeBracketToken)
    }
    let close = expect(.closeBracketToken)
    return builder.node(.bracketedArgumentList, open, arguments, close)
  }

  private mutating func parseArguments(closing: SyntaxKind) -> SyntaxElement {
    let saved = terminators
    terminators.insert(.argumentList)
    let savedColons = context.pendingColons
    context.pendingColons = 0
    defer {
      terminators = saved
      context.pendingColons = savedColons
    }
    let mark = stack.count
    let list: BadList = closing == .closeParenToken ? .argument : .bracketedArgument
    while true {
      if isPossibleArgument || kind == .commaToken {
        push(parseArgument(isIndexer: closing == .closeBracketToken))
        break
      }
      // Nothing that could be an argument.
      guard skipBad(list, expected: .identifierToken) else { return self.list(from: mark) }
      if kind == closing { return self.list(from: mark) }
    }
    var last = -1
    while kind != closing, position != last {
      last = position
      if kind == .commaToken {
        push(eat())
        push(parseArgument(isIndexer: closing == .closeBracketToken))
      } else if isPossibleArgument {
        push(missingWithError(.commaToken))
        push(parseArgument(isIndexer: closing == .closeBracketToken))
      } else if !skipBad(list, expected: .commaToken) {
        break
      }
    }
    return self.list(from: mark)
  }

  var isPossibleArgument: Bool {
    kind == .outKeyword || kind == .inKeyword || kind == .refKeyword || isPossibleExpression
  }

  private mutating func parseArgument(isIndexer: Bool) -> SyntaxElement {
    var name = SyntaxElement.nothing
    if kind == .identifierToken, peek(1) == .colonToken {
      name = parseNameColon()
    }
    var refKind = SyntaxElement.nothing
    var isOut = false
    switch kind {
    case .outKeyword:
      isOut = true
      refKind = eat()
    case .inKeyword: refKind = eat()
    case .refKeyword: if !isPossibleLambda(.expression) { refKind = eat() }
    default: break
    }
    let expression: SyntaxElement
    if isIndexer, kind == .commaToken || kind == .closeBracketToken {
      expression = missingName(443, "Syntax error; value expected")
    } else if kind == .commaToken || kind == .closeParenToken {
      expression = missingName(839, "Argument missing")
    } else if isOut {
      expression = parseExpressionOrDeclaration(.afterOut, permitTuple: false)
    } else {
      expression = parseExpression()
    }
    return builder.node(.argument, name, refKind, expression)
  }

  mutating func parseNameColon() -> SyntaxElement {
    let name = parseIdentifierName()
    let colon = expect(.colonToken)
    return builder.node(.nameColon, name, colon)
  }
}
