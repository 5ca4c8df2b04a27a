// MARK: - Names
extension Parser {
  /// An identifier's token, or a missing one with an error.
  mutating func parseIdentifierToken(_ id: UInt16 = 1001, _ message: String = "Identifier expected") -> SyntaxElement {
    if kind == .identifierToken {
      if isTrueIdentifier() { return eat() }
      // A word of `partial`, a query or constraints begins something else.
      reportAtMissing(isQueryKeywordInQuery ? 742 : id, message)
      let token = missing(.identifierToken)
      flag(token)
      return token
    }
    if id == 1001 { return missingWithError(.identifierToken) }
    reportAtMissing(id, message)
    let token = missing(.identifierToken)
    flag(token)
    return token
  }

  mutating func parseIdentifierName(_ id: UInt16 = 1001, _ message: String = "Identifier expected") -> SyntaxElement {
    let token = parseIdentifierToken(id, message)
    return builder.node(.identifierName, token)
  }

  /// A missing name with that error.
  mutating func missingName(_ id: UInt16, _ message: String) -> SyntaxElement {
    reportAtMissing(id, message)
    let token = missing(.identifierToken)
    flag(token)
    return builder.node(.identifierName, token)
  }

  /// A missing name with an error on the current token itself.
  mutating func missingNameHere(_ id: UInt16, _ message: String) -> SyntaxElement {
    let token = missing(.identifierToken)
    let record = builder.tokens[position]
    report(id, record.start, record.end, message)
    flag(token)
    return builder.node(.identifierName, token)
  }

  /// `A` or `A<B>`
  mutating func parseSimpleName(_ options: NameOptions = []) -> SyntaxElement {
    let identifier = parseIdentifierToken()
    if kind == .lessThanToken, !builder.isMissing(identifier), opensTypeArguments(options) {
      let arguments = parseTypeArgumentList()
      return builder.node(.genericName, identifier, arguments)
    }
    return builder.node(.identifierName, identifier)
  }

  /// `A`, `A<B>` or `A::B`
  mutating func parseAliasQualifiedName(_ options: NameOptions = []) -> SyntaxElement {
    if kind == .identifierToken, peek(1) == .colonColonToken, isTrueIdentifier() {
      let alias = contextual == .globalKeyword ? eat(as: .globalKeyword) : eat()
      let left = builder.node(.identifierName, alias)
      let colons = eat()
      let right = parseSimpleName(options)
      return builder.node(.aliasQualifiedName, left, colons, right)
    }
    let name = parseSimpleName(options)
    guard kind == .colonColonToken else { return name }
    let colons = eat()
    let right = parseSimpleName(options)
    return builder.node(.aliasQualifiedName, name, colons, right)
  }

  /// `A.B<C>.D`, perhaps behind an alias.
  mutating func parseQualifiedName(_ options: NameOptions = []) -> SyntaxElement {
    var name = parseAliasQualifiedName(options)
    while kind == .dotToken || kind == .colonColonToken || kind == .dotDotToken {
      if peek(1) == .thisKeyword { break }
      name = parseQualifiedNameRight(name, options)
    }
    return name
  }

  private mutating func parseQualifiedNameRight(_ left: SyntaxElement, _ options: NameOptions) -> SyntaxElement {
    let dot: SyntaxElement
    if kind == .dotToken {
      dot = eat()
    } else {
      // `::` or `..` in place of a dot.
      reportHere(kind == .colonColonToken ? 7000 : 1003, "Unexpected use of '\(currentText)'")
      dot = eat(as: .dotToken)
    }
    let right = parseSimpleName(options)
    return builder.node(.qualifiedName, left, dot, right)
  }

  /// `<A, B>` or `<,>`
  mutating func parseTypeArgumentList() -> SyntaxElement {
    let open = expect(.lessThanToken)
    let mark = stack.count
    if isOpenTypeArgumentList() {
      push(omittedTypeArgument())
      while kind == .commaToken {
        push(eat())
        push(omittedTypeArgument())
      }
      let arguments = list(from: mark)
      let close = expect(.greaterThanToken)
      return builder.node(.typeArgumentList, open, arguments, close)
    }
    let saved = terminators
    terminators.insert(.typeArgumentList)
    push(parseTypeArgument())
    var last = -1
    while kind != .greaterThanToken, position != last {
      last = position
      if breaksTypeArgumentList { break }
      if kind == .commaToken || isPossibleType(at: position) {
        push(expect(.commaToken))
        push(parseTypeArgument())
      } else if !skipBad(.typeArgument, expected: .commaToken) {
        break
      }
    }
    terminators = saved
    let arguments = list(from: mark)
    let close = expect(.greaterThanToken)
    return builder.node(.typeArgumentList, open, arguments, close)
  }

  /// Tokens at which a list of type arguments is taken to be unfinished.
  private var breaksTypeArgumentList: Bool {
    switch kind {
    case .openBraceToken, .closeBraceToken, .semicolonToken, .equalsToken, .closeParenToken, .endOfFileToken:
      return true
    default: return false
    }
  }

  private func isOpenTypeArgumentList() -> Bool {
    var index = position
    while kind(at: index) == .commaToken { index += 1 }
    return kind(at: index) == .greaterThanToken
  }

  private mutating func omittedTypeArgument() -> SyntaxElement {
    let token = zeroWidthToken(.omittedTypeArgumentToken)
    return builder.node(.omittedTypeArgument, token)
  }

  private mutating func parseTypeArgument() -> SyntaxElement {
    if kind == .openBracketToken, peek(1) != .closeBracketToken {
      // Attributes are not allowed here, yet what is meant is plain.
      reportHere(7026, "Attributes are not valid in this context")
      while kind == .openBracketToken, let end = afterGroup(position) { skip(to: end) }
    }
    if kind == .inKeyword || kind == .outKeyword {
      reportHere(
        1960, "Invalid variance modifier. Only interface and delegate type parameters can be specified as variant")
      skipToken()
    }
    return parseType()
  }

  /// `A.B`, told from `A.B.` by what follows; a name of an interface before a member's name.
  mutating func parseTypeParameterList() -> SyntaxElement {
    guard kind == .lessThanToken else { return .nothing }
    let saved = terminators
    terminators.insert(.typeParameterList)
    let open = eat()
    let mark = stack.count
    push(parseTypeParameter())
    var last = -1
    while kind != .greaterThanToken, !isWhereOfConstraintClause, position != last {
      last = position
      if kind == .commaToken {
        push(eat())
        push(parseTypeParameter())
      } else if !skipBad(.typeParameter, expected: .commaToken) {
        break
      }
    }
    terminators = saved
    let parameters = list(from: mark)
    let close = expect(.greaterThanToken)
    return builder.node(.typeParameterList, open, parameters, close)
  }

  private mutating func parseTypeParameter() -> SyntaxElement {
    if isWhereOfConstraintClause {
      let token = missingWithError(.identifierToken)
      return builder.node(.typeParameter, .nothing, .nothing, token)
    }
    var attributes = SyntaxElement.nothing
    if kind == .openBracketToken, peek(1) != .closeBracketToken {
      let saved = terminators
      terminators = .attributeList
      attributes = parseAttributeLists()
      terminators = saved
    }
    var variance = SyntaxElement.nothing
    if kind == .inKeyword || kind == .outKeyword { variance = eat() }
    let identifier = parseIdentifierToken()
    return builder.node(.typeParameter, attributes, variance, identifier)
  }
}

// MARK: - Types
extension Parser {
  func isPossibleType(at index: Int) -> Bool {
    let kind = kind(at: index)
    return kind.isPredefinedType || isTrueIdentifier(at: index) || isFunctionPointerStart(at: index)
  }

  /// `void`, unless it begins a pointer type, else a type.
  mutating func parseReturnType() -> SyntaxElement {
    let saved = terminators
    terminators.insert(.returnType)
    let type = parseTypeOrVoid()
    terminators = saved
    return type
  }

  mutating func parseTypeOrVoid() -> SyntaxElement {
    if kind == .voidKeyword, peek(1) != .asteriskToken {
      let token = eat()
      return builder.node(.predefinedType, token)
    }
    return parseType()
  }

  mutating func parseType(_ mode: TypeMode = .normal) -> SyntaxElement {
    depth += 1
    defer { depth -= 1 }
    guard depth < Parser.maximumDepth else { return tooDeepType() }
    if kind == .refKeyword {
      let refKeyword = eat()
      let readOnly = eatIf(.readOnlyKeyword)
      let type = parseTypeCore(mode)
      return builder.node(.refType, refKeyword, readOnly, type)
    }
    return parseTypeCore(mode)
  }

  private mutating func parseTypeCore(_ mode: TypeMode) -> SyntaxElement {
    var type = parseUnderlyingType(mode)
    while true {
      switch kind {
      case .questionToken:
        let last = builder.kind(of: type)
        if last == .nullableType || last == .pointerType || last == .functionPointerType { return type }
        guard mayFollowNullableType(at: position + 1, mode) else { return type }
        let question = eat()
        type = builder.node(.nullableType, type, question)
      case .asteriskToken:
        switch mode {
        case .afterIs, .definitePattern, .afterTupleComma, .firstElementOfPossibleTuple:
          guard pointerModifiersLeadToRank(at: position) else { return type }
        default: break
        }
        let asterisk = eat()
        type = builder.node(.pointerType, type, asterisk)
      case .openBracketToken:
        let mark = stack.count
        repeat { push(parseArrayRankSpecifier()) } while kind == .openBracketToken
        let ranks = list(from: mark)
        type = builder.node(.arrayType, type, ranks)
      default:
        return type
      }
    }
  }

  private mutating func parseUnderlyingType(_ mode: TypeMode) -> SyntaxElement {
    if kind == .identifierToken {
      if isTrueIdentifier() { return parseQualifiedName(NameOptions(mode)) }
    } else if kind.isPredefinedType {
      let isVoid = kind == .voidKeyword
      let token = eat()
      let type = builder.node(.predefinedType, token)
      if isVoid, kind != .asteriskToken {
        report(
          mode == .parameter ? 1536 : 1547, on: type,
          mode == .parameter ? "Invalid parameter type 'void'" : "Keyword 'void' cannot be used in this context")
      }
      return type
    }
    if kind == .colonColonToken { return parseQualifiedName(NameOptions(mode)) }
    if kind == .openParenToken { return parseTupleType() }
    if isFunctionPointerStart(at: position) { return parseFunctionPointerType() }
    return mode == .newExpression
      ? missingNameHere(1526, "A new expression requires an argument list or (), [], or {} after type")
      : missingNameHere(1031, SyntaxErrorText.typeExpected)
  }

  /// `(int a, string b)`
  private mutating func parseTupleType() -> SyntaxElement {
    let open = eat()
    let mark = stack.count
    push(parseTupleElement())
    var count = 1
    while kind == .commaToken {
      push(eat())
      push(parseTupleElement())
      count += 1
    }
    if count < 2 {
      reportAtMissing(8124, "Tuple must contain at least two elements.")
      push(missing(.commaToken))
      let name = missingName()
      let element = builder.node(.tupleElement, name, .nothing)
      push(element)
    }
    let elements = list(from: mark)
    let close = expect(.closeParenToken)
    return builder.node(.tupleType, open, elements, close)
  }

  private mutating func parseTupleElement() -> SyntaxElement {
    let type = parseType()
    let identifier = isTrueIdentifier() ? eat() : .nothing
    return builder.node(.tupleElement, type, identifier)
  }

  /// `[]`, `[,]`, `[3, 4]`
  mutating func parseArrayRankSpecifier() -> SyntaxElement {
    let open = expect(.openBracketToken)
    let mark = stack.count
    var endsWithSize = false
    var last = -1
    while kind != .closeBracketToken, position != last {
      last = position
      if kind == .commaToken {
        push(omittedArraySize())
        push(eat())
        endsWithSize = false
      } else if isPossibleExpression {
        push(parseExpression())
        endsWithSize = true
        if kind != .closeBracketToken {
          push(expect(.commaToken))
          endsWithSize = false
        }
      } else if !skipBad(.arrayRank, expected: .commaToken) {
        break
      }
    }
    if !endsWithSize { push(omittedArraySize()) }
    let sizes = list(from: mark)
    let close = expect(.closeBracketToken)
    return builder.node(.arrayRankSpecifier, open, sizes, close)
  }

  private mutating func omittedArraySize() -> SyntaxElement {
    let token = zeroWidthToken(.omittedArraySizeExpressionToken)
    return builder.node(.omittedArraySizeExpression, token)
  }

  /// `delegate* unmanaged[Cdecl]<ref int, void>`
  private mutating func parseFunctionPointerType() -> SyntaxElement {
    let delegateKeyword = eat()
    let asterisk = eat()
    let convention = parseCallingConvention()
    guard kind == .lessThanToken else {
      let open = missingWithError(.lessThanToken)
      let name = missingName()
      let parameter = builder.node(.functionPointerParameter, .nothing, .nothing, name)
      let close = missing(.greaterThanToken)
      let parameters = builder.node(.functionPointerParameterList, open, parameter, close)
      return builder.node(.functionPointerType, delegateKeyword, asterisk, convention, parameters)
    }
    let open = eat()
    let mark = stack.count
    push(parseFunctionPointerParameter())
    while kind == .commaToken {
      push(eat())
      push(parseFunctionPointerParameter())
    }
    let parameters = list(from: mark)
    let close = expect(.greaterThanToken)
    let parameterList = builder.node(.functionPointerParameterList, open, parameters, close)
    return builder.node(.functionPointerType, delegateKeyword, asterisk, convention, parameterList)
  }

  private mutating func parseFunctionPointerParameter() -> SyntaxElement {
    let modifiers = parseParameterModifiers(isFunctionPointerParameter: true)
    let type = parseTypeOrVoid()
    return builder.node(.functionPointerParameter, .nothing, modifiers, type)
  }

  private mutating func parseCallingConvention() -> SyntaxElement {
    guard kind == .identifierToken else { return .nothing }
    let keyword: SyntaxElement
    switch contextual {
    case .managedKeyword: keyword = eat(as: .managedKeyword)
    case .unmanagedKeyword: keyword = eat(as: .unmanagedKeyword)
    default:
      guard peek(1) == .lessThanToken || peek(1) == .openBracketToken else { return .nothing }
      reportHere(8889, "Invalid calling convention '\(currentText)'")
      skipToken()
      keyword = missing(.managedKeyword)
    }
    guard kind == .openBracketToken else {
      return builder.node(.functionPointerCallingConvention, keyword, .nothing)
    }
    let open = eat()
    let mark = stack.count
    while true {
      let name = parseIdentifierToken()
      push(builder.node(.functionPointerUnmanagedCallingConvention, name))
      guard kind == .commaToken else { break }
      push(eat())
    }
    let conventions = list(from: mark)
    let close = expect(.closeBracketToken)
    let conventionList = builder.node(
      .functionPointerUnmanagedCallingConventionList, open, conventions, close)
    return builder.node(.functionPointerCallingConvention, keyword, conventionList)
  }
}
