// MARK: - Local declarations
extension Parser {
  /// Whether a declaration of locals or a local function, rather than an expression, begins at the current token.
  mutating func isPossibleLocalDeclaration() -> Bool {
    if kind == .refKeyword { return !isPossibleLambda(.expression) }
    if kind.isDeclarationModifier { return true }
    if kind.isPredefinedType {
      let next = peek(1)
      if next != .dotToken, next != .openParenToken { return true }
    }
    if kind == .usingKeyword { return true }
    let word = contextual
    switch word {
    case .awaitKeyword: if peek(1) == .usingKeyword { return true }
    case .scopedKeyword: if isPossibleScopedKeyword(at: position) { return true }
    case .asyncKeyword: if isModifierWord(at: position, inStatement: true) { return true }
    default: if word.isLocalFunctionModifier { return true }
    }
    return isTypedIdentifierStart()
  }

  /// `T x`, with what follows if that is in doubt.
  private mutating func isTypedIdentifierStart() -> Bool {
    if kind == .identifierToken, isTrueIdentifier() {
      switch peek(1) {
      case .dotToken:
        if isUnfinishedAccessBeforeStatement { return false }
      case .asteriskToken, .questionToken, .openBracketToken, .lessThanToken, .colonColonToken: break
      case .openParenToken: if !isVar(at: position) { return false }
      case .identifierToken: return isTrueIdentifier(at: position + 1)
      default: return false
      }
    }
    var index = position
    let scan = scanType(&index)
    let next = kind(at: index)
    if scan == .mustBeType, next != .dotToken, next != .openParenToken { return true }
    return scan != .notType && next == .identifierToken && (isTrueIdentifier(at: index) || !context.isInQuery)
  }

  /// `X.` at the end of a line, then `Y z` that is no declaration: the name behind the dot is still to be written.
  private var isUnfinishedAccessBeforeStatement: Bool {
    guard peek(2) == .identifierToken, peek(3) == .identifierToken, endsLine(position + 1) else { return false }
    switch peek(4) {
    case .semicolonToken, .equalsToken, .commaToken, .openParenToken, .lessThanToken: return false
    default: return true
    }
  }

  /// Locals or a local function; `nil`, with nothing consumed, where modifiers show that it is a member.
  mutating func parseLocalDeclaration(_ attributes: SyntaxElement) -> SyntaxElement? {
    if kind.isAccessibilityModifier, !isLocalFunction(at: position) { return nil }
    var awaitKeyword = SyntaxElement.nothing
    var usingKeyword = SyntaxElement.nothing
    if contextual == .awaitKeyword, peek(1) == .usingKeyword {
      awaitKeyword = eat(as: .awaitKeyword)
      usingKeyword = eat()
    } else if kind == .usingKeyword {
      usingKeyword = eat()
    }
    let mark = stack.count
    let isAsync = parseLocalModifiers()
    let isConst = stack[mark...].contains { builder.kind(of: $0) == .constKeyword }
    let modifierCount = stack.count - mark
    let modifiers = list(from: mark)
    let type = parseLocalTypeOrVoid(isFunctionPossible: usingKeyword.isNothing)
    if usingKeyword.isNothing, kind == .identifierToken, peek(1) == .openParenToken || peek(1) == .lessThanToken,
      isLocalFunctionName(type, isAsync: isAsync)
    {
      return parseLocalFunction(attributes, modifiers, type, isAsync: isAsync)
    }
    if modifierCount > 0 { reportModifiers(modifiers, ofFunction: false) }
    let variables = parseVariables(isConst: isConst)
    let declaration = builder.node(.variableDeclaration, type, variables)
    let semicolon = expect(.semicolonToken)
    return builder.node(
      .localDeclarationStatement, attributes, awaitKeyword, usingKeyword, modifiers, declaration, semicolon)
  }

  /// Behind modifiers with accessibility: `T name(` or `T name<`.
  mutating func isLocalFunction(at start: Int) -> Bool {
    var index = start
    while kind(at: index).isDeclarationModifier || contextual(at: index).isLocalFunctionModifier { index += 1 }
    guard scanType(&index) != .notType, kind(at: index) == .identifierToken else { return false }
    let next = kind(at: index + 1)
    return next == .openParenToken || next == .lessThanToken
  }

  private mutating func parseLocalModifiers() -> Bool {
    var isAsync = false
    while true {
      let word = contextual
      if word == .asyncKeyword {
        guard isAsyncBeforeLocalFunction() else { return isAsync }
        isAsync = true
        push(eat(as: .asyncKeyword))
      } else if word.isDeclarationModifier || word.isLocalFunctionModifier {
        push(eat())
      } else {
        return isAsync
      }
    }
  }

  private mutating func isAsyncBeforeLocalFunction() -> Bool {
    let next = peekContextual(1)
    if next.isDeclarationModifier || (next.isLocalFunctionModifier && next != .asyncKeyword) { return true }
    var index = position + 1
    return scanType(&index) != .notType && kind(at: index) == .identifierToken
  }

  private mutating func parseLocalTypeOrVoid(isFunctionPossible: Bool) -> SyntaxElement {
    if isPossibleScopedKeyword(at: position) {
      let scoped = eat(as: .scopedKeyword)
      let type = parseType()
      return builder.node(.scopedType, scoped, type)
    }
    if isFunctionPossible, kind == .voidKeyword, peek(1) == .identifierToken,
      peek(2) == .openParenToken || peek(2) == .lessThanToken
    {
      return parseTypeOrVoid()
    }
    return parseType()
  }

  /// `await f(x)` outside of asynchronous code is a function only if its parameters or body say so.
  private mutating func isLocalFunctionName(_ type: SyntaxElement, isAsync: Bool) -> Bool {
    guard !isAsync, builder.kind(of: type) == .identifierName else { return true }
    let token = builder.slot(type, 0)
    guard builder.tokens[Int(token.index)].contextualKind == .awaitKeyword else { return true }
    return isLocalFunctionBehindAwait(at: position)
  }

  /// Whether parameters or a body show that the name at `start` is a function's, whose return type is called `await`.
  mutating func isLocalFunctionBehindAwait(at start: Int) -> Bool {
    var index = start + 1
    if kind(at: index) == .lessThanToken {
      let result = scanTypeArguments(index)
      guard result.scan != .notType else { return false }
      index = Int(result.end)
    }
    guard kind(at: index) == .openParenToken, let end = afterGroup(index) else { return false }
    if kind(at: end) == .openBraceToken || kind(at: end) == .equalsGreaterThanToken { return true }
    // `await x(T y)`: a parameter.
    var first = index + 1
    return scanType(&first) != .notType && isTrueIdentifier(at: first)
  }

  private mutating func parseLocalFunction(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement, _ type: SyntaxElement, isAsync: Bool
  ) -> SyntaxElement {
    if !modifiers.isNothing { reportModifiers(modifiers, ofFunction: true) }
    let saved = context
    context.isInAsync = isAsync
    context.pendingColons = 0
    let name = eat()
    let typeParameters = parseTypeParameterList()
    let parameters = parseParameterList()
    let constraints = isWhereOfConstraintClause ? parseConstraintClauses() : .nothing
    let (body, expressionBody, semicolon) = parseBody(semicolonAfterBlock: false)
    context = saved
    return builder.node(
      .localFunctionStatement, attributes, modifiers, type, name, typeParameters, parameters, constraints, body,
      expressionBody, semicolon)
  }

  /// Modifiers that locals, or local functions, cannot have.
  private mutating func reportModifiers(_ modifiers: SyntaxElement, ofFunction: Bool) {
    if modifiers.isToken {
      reportModifier(modifiers, ofFunction)
    } else if modifiers.isNode {
      let record = builder.nodes[Int(modifiers.index)]
      for slot in 0..<Int(record.slotCount) { reportModifier(builder.slot(modifiers, slot), ofFunction) }
    }
  }

  private mutating func reportModifier(_ token: SyntaxElement, _ ofFunction: Bool) {
    let kind = builder.kind(of: token)
    switch kind {
    case .constKeyword: if !ofFunction { return }
    case .staticKeyword, .asyncKeyword, .unsafeKeyword, .externKeyword: if ofFunction { return }
    default: break
    }
    let word = text(of: Int(token.index))
    report(106, on: token, "The modifier '\(word)' is not valid for this item")
  }
}

// MARK: - Variables
extension Parser {
  /// `x = 1, y`
  mutating func parseVariables(
    stopsAtParenthesis: Bool = false, isConst: Bool = false, isFixed: Bool = false, isLocal: Bool = true
  ) -> SyntaxElement {
    let mark = stack.count
    push(parseVariable(isFirst: true, isConst: isConst, isFixed: isFixed, isLocal: isLocal))
    var last = -1
    while kind != .semicolonToken, !(stopsAtParenthesis && kind == .closeParenToken), position != last {
      last = position
      guard kind == .commaToken else {
        let saved = terminators
        if !isLocal { terminators.insert(.variableDeclaration) }
        terminators = saved
        break
      }
      push(eat())
      push(parseVariable(isFirst: false, isConst: isConst, isFixed: isFixed, isLocal: isLocal))
    }
    return list(from: mark)
  }

  private mutating func parseVariable(
    isFirst: Bool, isConst: Bool, isFixed: Bool, isLocal: Bool
  ) -> SyntaxElement {
    let name = parseIdentifierToken()
    if !isFirst, isTrueIdentifier() {
      reportHere(1044, "Cannot use more than one type in a for, using, fixed, or declaration statement")
    }
    var arguments = SyntaxElement.nothing
    if kind == .openBracketToken {
      arguments = parseFixedSize(isFixed: isFixed)
    } else if kind == .openParenToken, !isMissing(name) {
      arguments = parseConstructorLikeArguments()
    }
    if kind == .equalsToken {
      let equals = eat()
      let value: SyntaxElement
      if kind == .refKeyword, isLocal, !isConst {
        value = parsePossibleRefExpression()
      } else {
        value = parseVariableInitializer()
      }
      let initializer = builder.node(.equalsValueClause, equals, value)
      return builder.node(.variableDeclarator, name, arguments, initializer)
    }
    if isConst, !isMissing(name) { report(145, on: name, "A const field requires a value to be provided") }
    if isFixed, arguments.isNothing, !isMissing(name) {
      report(443, on: name, "Syntax error; value expected")
    }
    return builder.node(.variableDeclarator, name, arguments, .nothing)
  }

  /// `[n]` behind a name: the size of a fixed buffer, or an array declared as in C.
  private mutating func parseFixedSize(isFixed: Bool) -> SyntaxElement {
    let saved = terminators
    terminators.insert(.variableDeclaration)
    let open = eat()
    let mark = stack.count
    var last = -1
    var sawSize = false
    while kind != .closeBracketToken, position != last {
      last = position
      if kind == .commaToken {
        let token = zeroWidthToken(.omittedArraySizeExpressionToken)
        let omitted = builder.node(.omittedArraySizeExpression, token)
        push(builder.node(.argument, .nothing, .nothing, omitted))
        push(eat())
      } else if isPossibleExpression {
        let size = parseExpression()
        sawSize = true
        push(builder.node(.argument, .nothing, .nothing, size))
        if kind != .closeBracketToken { push(expect(.commaToken)) }
      } else if !skipBad(.arrayRank, expected: .commaToken) {
        break
      }
    }
    if stack.count == mark || builder.kind(of: stack[stack.count - 1]) == .commaToken {
      let token = zeroWidthToken(.omittedArraySizeExpressionToken)
      let omitted = builder.node(.omittedArraySizeExpression, token)
      push(builder.node(.argument, .nothing, .nothing, omitted))
    }
    let sizes = list(from: mark)
    let close = expect(.closeBracketToken)
    terminators = saved
    let list = builder.node(.bracketedArgumentList, open, sizes, close)
    if !isFixed {
      report(
        650, on: list,
        "Bad array declarator: To declare a managed array the rank specifier precedes the variable's identifier.")
    } else if !sawSize {
      report(443, on: list, "Syntax error; value expected")
    }
    return list
  }

  /// `T x(1)`, as C++ constructs objects.
  private mutating func parseConstructorLikeArguments() -> SyntaxElement {
    let saved = terminators
    terminators.insert(.variableDeclaration)
    // The tree wants brackets: the parentheses are skipped text and missing brackets stand for them.
    reportHere(1528, "Expected ; or = (cannot specify constructor arguments in declaration)")
    reportHere(1003, "Syntax error, '[' expected")
    let open = missing(.openBracketToken)
    flag(open)
    let arguments = SyntaxElement.nothing
    if let end = afterGroup(position), !stopsBefore(end) {
      skip(to: end)
    } else {
      skipToken()
    }
    let close = missing(.closeBracketToken)
    terminators = saved
    let name = missingName()
    let argument = builder.node(.argument, .nothing, .nothing, name)
    _ = arguments
    return builder.node(.bracketedArgumentList, open, argument, close)
  }

  /// Whether a brace or a semicolon lies between here and `end`, outside of groups.
  private mutating func stopsBefore(_ end: Int) -> Bool {
    for index in position..<end where kind(at: index) == .semicolonToken { return true }
    return false
  }
}
