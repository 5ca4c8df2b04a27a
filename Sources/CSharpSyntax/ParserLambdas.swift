// MARK: - Anonymous functions
extension Parser {
  /// `delegate (int x) { … }`
  mutating func parseAnonymousMethod() -> SyntaxElement {
    let saved = context
    let mark = stack.count
    parseAnonymousFunctionModifiers()
    let modifiers = list(from: mark)
    let keyword = expect(.delegateKeyword)
    let parameters = kind == .openParenToken ? parseParameterList() : .nothing
    context.pendingColons = 0
    let block: SyntaxElement
    if kind == .openBraceToken {
      block = parseBlock()
    } else {
      // Without a body the tree still has an empty one.
      let open = missingWithError(.openBraceToken)
      let close = missing(.closeBraceToken)
      block = builder.node(.block, .nothing, open, .nothing, close)
    }
    context = saved
    return builder.node(.anonymousMethodExpression, modifiers, keyword, parameters, block, .nothing)
  }

  private mutating func parseAnonymousFunctionModifiers() {
    while true {
      if kind == .staticKeyword {
        push(eat())
      } else if contextual == .asyncKeyword, peek(1) != .equalsGreaterThanToken {
        push(eat(as: .asyncKeyword))
        context.isInAsync = true
      } else {
        return
      }
    }
  }

  /// A lambda; the caller has seen that one begins here.
  mutating func parseLambda() -> SyntaxElement {
    // The commonest form.
    if kind == .identifierToken, peek(1) == .equalsGreaterThanToken { return parseSimpleLambda(.nothing, .nothing) }
    let saved = context
    let attributes = kind == .openBracketToken ? parseAttributeLists() : .nothing
    let mark = stack.count
    // `async` may be the name of the parameter or the return type's.
    while true {
      if kind == .staticKeyword {
        push(eat())
      } else if contextual == .asyncKeyword, isAsyncLambdaModifier(at: position) {
        push(eat(as: .asyncKeyword))
        context.isInAsync = true
      } else {
        break
      }
    }
    let modifiers = list(from: mark)
    var returnType = SyntaxElement.nothing
    if kind == .openParenToken {
      if let end = afterGroup(position), self.kind(at: end) != .equalsGreaterThanToken {
        var index = position
        if scanType(&index) != .notType, self.kind(at: index) == .openParenToken { returnType = parseReturnType() }
      }
    } else if !(kind == .identifierToken && peek(1) == .equalsGreaterThanToken) {
      if kind == .equalsGreaterThanToken {
        let lambda = parseSimpleLambda(attributes, modifiers)
        context = saved
        return lambda
      }
      returnType = parseReturnType()
    }
    let lambda: SyntaxElement
    if kind == .openParenToken || !returnType.isNothing {
      let parameters = parseLambdaParameterList()
      let arrow = expect(.equalsGreaterThanToken)
      let (block, expression) = parseLambdaBody()
      lambda = builder.node(
        .parenthesizedLambdaExpression, attributes, modifiers, returnType, parameters, arrow, block, expression)
    } else {
      lambda = parseSimpleLambda(attributes, modifiers)
    }
    context = saved
    return lambda
  }

  private mutating func parseSimpleLambda(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement
  ) -> SyntaxElement {
    let identifier = parseIdentifierToken()
    let parameter = builder.node(.parameter, .nothing, .nothing, .nothing, identifier, .nothing)
    let arrow = expect(.equalsGreaterThanToken)
    let (block, expression) = parseLambdaBody()
    return builder.node(.simpleLambdaExpression, attributes, modifiers, parameter, arrow, block, expression)
  }

  private mutating func parseLambdaBody() -> (block: SyntaxElement, expression: SyntaxElement) {
    let saved = context.pendingColons
    context.pendingColons = 0
    defer { context.pendingColons = saved }
    if kind == .openBraceToken { return (parseBlock(), .nothing) }
    return (.nothing, parsePossibleRefExpression())
  }

  private mutating func parseLambdaParameterList() -> SyntaxElement {
    let open = expect(.openParenToken)
    let saved = terminators
    terminators.insert(.parameterList)
    let mark = stack.count
    var last = -1
    if kind != .closeParenToken {
      while true {
        if isPossibleLambdaParameter || kind == .commaToken {
          push(parseLambdaParameter())
          break
        }
        guard skipBad(.lambdaParameter, expected: .identifierToken), kind != .closeParenToken else { break }
      }
    }
    while kind != .closeParenToken, position != last {
      last = position
      if kind == .commaToken || isPossibleLambdaParameter {
        push(expect(.commaToken))
        push(parseLambdaParameter())
      } else if !skipBad(.lambdaParameter, expected: .commaToken) {
        break
      }
    }
    terminators = saved
    let parameters = list(from: mark)
    let close = expect(.closeParenToken)
    return builder.node(.parameterList, open, parameters, close)
  }

  var isPossibleLambdaParameter: Bool {
    switch kind {
    case .paramsKeyword, .refKeyword, .outKeyword, .inKeyword, .openParenToken, .openBracketToken, .readOnlyKeyword,
      .thisKeyword:
      return true
    case .identifierToken: return isTrueIdentifier()
    case .delegateKeyword: return isFunctionPointerStart(at: position)
    default: return kind.isPredefinedType
    }
  }

  private mutating func parseLambdaParameter() -> SyntaxElement {
    let attributes = kind == .openBracketToken ? parseAttributeLists() : .nothing
    let modifiers = parseParameterModifiers(isLambdaParameter: true)
    var type = SyntaxElement.nothing
    if lambdaParameterHasType { type = parseType(.parameter) }
    let identifier = parseIdentifierToken()
    let value = kind == .equalsToken ? parseEqualsValue() : .nothing
    return builder.node(.parameter, attributes, modifiers, type, identifier, value)
  }

  private var lambdaParameterHasType: Bool {
    guard isTrueIdentifier() else { return true }
    switch peek(1) {
    case .commaToken, .closeParenToken, .equalsGreaterThanToken, .equalsToken: return false
    default: return true
    }
  }

  /// `= value`
  mutating func parseEqualsValue() -> SyntaxElement {
    let equals = eat()
    let value = parsePossibleRefExpression()
    return builder.node(.equalsValueClause, equals, value)
  }
}
