// MARK: - Modifiers
extension Parser {
  /// Whether the contextual word at `index` (`async`, `required`, `file` …) is a modifier rather than a type's name.
  mutating func isModifierWord(at start: Int, inStatement: Bool) -> Bool {
    if isReservedModifier(at: start + 1) { return true }
    var index = start + 1
    if !inStatement, contextual(at: index) == .partialKeyword { index += 1 }
    if !inStatement {
      let next = kind(at: index)
      if next.startsTypeDeclaration || next == .eventKeyword { return true }
      if next == .explicitKeyword || next == .implicitKeyword, kind(at: index + 1) == .operatorKeyword {
        return true
      }
      // `file record R`
      if contextual(at: index) == .recordKeyword, isTypeDeclarationStart(at: index) { return true }
      if contextual(at: index) == .unionKeyword, isTypeDeclarationStart(at: index) { return true }
    }
    guard scanType(&index) != .notType || kind(at: index) == .voidKeyword else { return false }
    if isPossibleMemberName(at: index) { return true }
    let next = kind(at: index)
    switch next {
    case .endOfFileToken, .closeBraceToken, .namespaceKeyword: return true
    case .operatorKeyword: return !inStatement
    default:
      return next.isPredefinedType || isReservedModifier(at: index) || isTypeDeclarationStart(at: index)
    }
  }

  private func isReservedModifier(at index: Int) -> Bool {
    kind(at: index).isReservedModifier
  }

  /// Modifiers of a declaration, pushed.
  mutating func parseModifiers(forAccessors: Bool = false) {
    while true {
      switch kind {
      case .publicKeyword, .internalKeyword, .protectedKeyword, .privateKeyword, .sealedKeyword, .abstractKeyword,
        .staticKeyword, .virtualKeyword, .externKeyword, .newKeyword, .overrideKeyword, .readOnlyKeyword,
        .volatileKeyword, .unsafeKeyword:
        push(eat())
      case .refKeyword:
        let next = peekContextual(1)
        let isStruct =
          next == .structKeyword || (next == .recordKeyword && isTypeDeclarationStart(at: position + 1))
          || (next == .partialKeyword && (peek(2) == .structKeyword || peekContextual(2) == .recordKeyword))
        guard isStruct else { return }
        push(eat())
      case .identifierToken:
        switch builder.tokens[position].contextualKind {
        case .partialKeyword:
          let next = peek(1)
          guard
            isPartialType(at: position) || isPartialMember(at: position) || next == .namespaceKeyword
              || next == .enumKeyword || next == .delegateKeyword
              || (next.startsTypeDeclaration && next.isReservedModifier)
          else { return }
          push(eat(as: .partialKeyword))
        case .asyncKeyword:
          guard isModifierWord(at: position, inStatement: false) else { return }
          push(eat(as: .asyncKeyword))
        case .requiredKeyword:
          guard isRequiredModifier() else { return }
          push(eat(as: .requiredKeyword))
        case .fileKeyword:
          guard isModifierWord(at: position, inStatement: false) else { return }
          push(eat(as: .fileKeyword))
        case .closedKeyword:
          guard isModifierWord(at: position, inStatement: false) else { return }
          push(eat(as: .closedKeyword))
        case .safeKeyword:
          return
        case .scopedKeyword:
          guard !forAccessors, isPossibleScopedKeyword(at: position), !isScopedField() else { return }
          push(eat(as: .scopedKeyword))
        default: return
        }
      default: return
      }
    }
  }

  /// `scoped T x` of a field, where the word belongs to the type.
  private mutating func isScopedField() -> Bool {
    var index = position + 1
    guard scanType(&index) != .notType else { return false }
    switch kind(at: index + 1) {
    case .dotToken, .colonColonToken, .lessThanToken, .openBraceToken, .equalsGreaterThanToken, .openParenToken:
      return false
    default: return kind(at: index) == .identifierToken
    }
  }

  private mutating func isRequiredModifier() -> Bool {
    version >= .csharp11 || isModifierWord(at: position, inStatement: false)
  }
}

// MARK: - Members
extension Parser {
  /// A member of a type or namespace; `nil`, with nothing consumed, where none begins.
  mutating func parseMember(in parent: SyntaxKind) -> SyntaxElement? {
    let attributes = kind == .openBracketToken ? parseAttributeLists() : .nothing
    return parseMember(attributes, in: parent)
  }

  mutating func parseMember(_ attributes: SyntaxElement, in parent: SyntaxKind) -> SyntaxElement? {
    depth += 1
    defer { depth -= 1 }
    let mark = stack.count
    parseModifiers()
    let isAsync = stack[mark...].contains { builder.kind(of: $0) == .asyncKeyword }
    let modifiers = list(from: mark)
    if isTypeDeclarationStart(at: position) { return parseTypeDeclaration(attributes, modifiers) }
    switch kind {
    case .identifierToken:
      if peek(1) == .openParenToken {
        return parseConstructor(attributes, modifiers)
      }
    case .tildeToken: return parseDestructor(attributes, modifiers)
    case .constKeyword: return parseConstants(attributes, modifiers)
    case .eventKeyword: return parseEvent(attributes, modifiers)
    case .fixedKeyword: return parseFixedBuffer(attributes, modifiers)
    case .explicitKeyword, .implicitKeyword: return parseConversion(attributes, modifiers)
    case .namespaceKeyword:
      // Modifiers or attributes before a namespace.
      return parseNamespace(attributes, modifiers, isGlobal: parent == .compilationUnit)
    default: break
    }
    let scoped =
      contextual == .scopedKeyword && isPossibleScopedKeyword(at: position) ? eat(as: .scopedKeyword) : .nothing
    var type = parseReturnType()
    if !scoped.isNothing { type = builder.node(.scopedType, scoped, type) }
    if kind == .operatorKeyword { return parseOperator(attributes, modifiers, type, .nothing) }
    if isField { return parseField(attributes, modifiers, type) }
    let (interface, name, typeParameters) = parseMemberName()
    if kind == .operatorKeyword, !interface.isNothing, name.isNothing {
      return parseOperator(attributes, modifiers, type, interface)
    }
    if interface.isNothing, name.isNothing {
      return parseIncompleteMember(attributes, modifiers, type, in: parent)
    }
    if builder.kind(of: name) == .thisKeyword {
      skipTypeParameters(typeParameters)
      return parseIndexer(attributes, modifiers, type, interface, name)
    }
    if kind == .openBraceToken || kind == .equalsGreaterThanToken || (kind == .semicolonToken && !interface.isNothing) {
      skipTypeParameters(typeParameters)
      return parseProperty(attributes, modifiers, type, interface, name)
    }
    return parseMethod(attributes, modifiers, type, interface, name, typeParameters, isAsync: isAsync)
  }

  /// Leaves out the type parameters that a property or indexer can't have.
  private mutating func skipTypeParameters(_ typeParameters: SyntaxElement) {
    guard typeParameters.isNode else { return }
    report(7002, on: typeParameters, "Unexpected use of a generic name")
    let first = Int(builder.nodes[Int(typeParameters.index)].firstToken)
    var before = first - 1
    while before >= 0, builder.tokens[before].kind == .none { before -= 1 }
    skipAgain(from: first, behind: before)
  }

  /// Behind a type: a name, then nothing that makes it a property, a method or an explicit implementation.
  private var isField: Bool {
    guard kind == .identifierToken else { return false }
    if contextual == .globalKeyword, peek(1) == .usingKeyword { return false }
    switch peek(1) {
    case .dotToken, .colonColonToken, .dotDotToken, .lessThanToken, .openBraceToken, .equalsGreaterThanToken,
      .openParenToken:
      return false
    default: return isTrueIdentifier()
    }
  }

  private mutating func parseField(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement, _ type: SyntaxElement
  ) -> SyntaxElement {
    let saved = terminators
    terminators.insert(.fieldDeclaration)
    let variables = parseVariables(isLocal: false)
    terminators = saved
    let declaration = builder.node(.variableDeclaration, type, variables)
    let semicolon = expect(.semicolonToken)
    return builder.node(.fieldDeclaration, attributes, modifiers, declaration, semicolon)
  }

  private mutating func parseConstants(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let all = append(keyword, to: modifiers)
    let type = parseType()
    let variables = parseVariables(isConst: true, isLocal: false)
    let declaration = builder.node(.variableDeclaration, type, variables)
    let semicolon = expect(.semicolonToken)
    return builder.node(.fieldDeclaration, attributes, all, declaration, semicolon)
  }

  private mutating func parseFixedBuffer(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let all = append(keyword, to: modifiers)
    let type = parseType()
    let variables = parseVariables(isFixed: true, isLocal: false)
    let declaration = builder.node(.variableDeclaration, type, variables)
    let semicolon = expect(.semicolonToken)
    return builder.node(.fieldDeclaration, attributes, all, declaration, semicolon)
  }

  /// The list of modifiers with one more at its end.
  private mutating func append(_ token: SyntaxElement, to modifiers: SyntaxElement) -> SyntaxElement {
    let mark = stack.count
    if modifiers.isToken {
      push(modifiers)
    } else if modifiers.isNode {
      let count = Int(builder.nodes[Int(modifiers.index)].slotCount)
      for slot in 0..<count { push(builder.slot(modifiers, slot)) }
    }
    push(token)
    return list(from: mark)
  }

  private mutating func parseIncompleteMember(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement, _ type: SyntaxElement, in parent: SyntaxKind
  ) -> SyntaxElement? {
    let isTypeMissing = isMissing(type) && builder.kind(of: type) != .refType
    if attributes.isNothing, modifiers.isNothing, isTypeMissing {
      // Nothing was consumed: the error of the type is not the one to show.
      if let last = builder.errors.last, last.id == 1031 { builder.errors.removeLast() }
      return nil
    }
    if !isTypeMissing {
      if parent == .namespaceDeclaration || parent == .compilationUnit {
        report(
          116, on: type, "A namespace cannot directly contain members such as fields, methods or statements")
      } else {
        reportHere(1519, SyntaxErrorText.invalidMember(currentText))
      }
    }
    return builder.node(.incompleteMember, attributes, modifiers, isTypeMissing ? .nothing : type)
  }

  /// `I.`, then a name or `this`, then type parameters; all nothing where no name stands.
  private mutating func parseMemberName() -> (
    interface: SyntaxElement, name: SyntaxElement, typeParameters: SyntaxElement
  ) {
    guard isPossibleMemberName(at: position) else { return (.nothing, .nothing, .nothing) }
    var interface = SyntaxElement.nothing
    while true {
      if kind == .thisKeyword {
        let keyword = eat()
        let typeParameters = parseTypeParameterList()
        return (interface, keyword, typeParameters)
      }
      if kind == .operatorKeyword { return (interface, .nothing, .nothing) }
      var index = position
      let scan = scanNamedTypePart(&index)
      let goesOn = scan != .notType && (isDotOrColonColon(at: index) || kind(at: index) == .dotDotToken)
      guard goesOn else {
        let name = parseIdentifierToken()
        let typeParameters = parseTypeParameterList()
        return (interface, name, typeParameters)
      }
      interface = parseExplicitInterface()
    }
  }

  /// `A.B<C>.` up to the dot before the member's own name.
  private mutating func parseExplicitInterface() -> SyntaxElement {
    var name = parseAliasQualifiedName()
    while kind == .dotToken || kind == .colonColonToken || kind == .dotDotToken {
      // Is what follows the dot the last name?
      var index = position + 1
      let isLast: Bool
      if kind(at: index) == .thisKeyword || kind(at: index) == .operatorKeyword {
        isLast = true
      } else {
        let scan = scanNamedTypePart(&index)
        isLast = scan == .notType || !(isDotOrColonColon(at: index) || kind(at: index) == .dotDotToken)
      }
      let dot: SyntaxElement
      if kind == .dotToken {
        dot = eat()
      } else {
        reportHere(687, "The namespace alias qualifier '::' always resolves to a type or namespace")
        dot = eat(as: .dotToken)
      }
      if isLast { return builder.node(.explicitInterfaceSpecifier, name, dot) }
      let right = parseSimpleName()
      name = builder.node(.qualifiedName, name, dot, right)
    }
    let dot = missingWithError(.dotToken)
    return builder.node(.explicitInterfaceSpecifier, name, dot)
  }
}

// MARK: - Methods
extension Parser {
  private mutating func parseMethod(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement, _ type: SyntaxElement, _ interface: SyntaxElement,
    _ name: SyntaxElement, _ typeParameters: SyntaxElement, isAsync: Bool
  ) -> SyntaxElement {
    let saved = terminators
    terminators.insert(.methodSignature)
    let parameters = parseParameterList()
    var constraints = SyntaxElement.nothing
    if isWhereOfConstraintClause {
      constraints = parseConstraintClauses()
    } else if kind == .colonToken {
      // A constructor's initializer has no place here.
      reportHere(1003, "Unexpected token ':'")
      skipToken()
      if kind == .baseKeyword || kind == .thisKeyword { skipToken() }
      if kind == .openParenToken, let end = afterGroup(position) { skip(to: end) }
    }
    terminators = saved
    let savedContext = context
    context.isInAsync = isAsync
    let (body, expressionBody, semicolon) = parseBody(semicolonAfterBlock: true)
    context = savedContext
    return builder.node(
      .methodDeclaration, attributes, modifiers, type, interface, name, typeParameters, parameters, constraints,
      body, expressionBody, semicolon)
  }

  /// A block, `=> expression;`, or only a semicolon.
  mutating func parseBody(
    semicolonAfterBlock: Bool
  ) -> (block: SyntaxElement, expression: SyntaxElement, semicolon: SyntaxElement) {
    if kind == .semicolonToken { return (.nothing, .nothing, eat()) }
    let block = kind == .openBraceToken ? parseBlock() : .nothing
    var expression = SyntaxElement.nothing
    if kind == .equalsGreaterThanToken {
      if !block.isNothing {
        reportHere(8057, "Block bodies and expression bodies cannot both be provided.")
      }
      expression = parseArrow()
    }
    if !expression.isNothing || block.isNothing {
      return (block, expression, expect(.semicolonToken))
    }
    if semicolonAfterBlock, kind == .semicolonToken {
      reportHere(1597, "Semicolon after method or accessor block is not valid")
      return (block, expression, eat())
    }
    return (block, expression, .nothing)
  }

  /// `=> expression`
  mutating func parseArrow() -> SyntaxElement {
    let arrow = eat()
    let expression = parsePossibleRefExpression()
    return builder.node(.arrowExpressionClause, arrow, expression)
  }

  private mutating func parseConstructor(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let name = parseIdentifierToken()
    let saved = terminators
    terminators.insert(.methodSignature)
    let parameters = parseParameterList()
    let initializer = kind == .colonToken ? parseConstructorInitializer() : .nothing
    terminators = saved
    let (body, expressionBody, semicolon) = parseBody(semicolonAfterBlock: true)
    return builder.node(
      .constructorDeclaration, attributes, modifiers, name, parameters, initializer, body, expressionBody, semicolon)
  }

  /// `: base(…)`
  private mutating func parseConstructorInitializer() -> SyntaxElement {
    let colon = eat()
    let isBase = kind != .thisKeyword
    let keyword: SyntaxElement
    if kind == .baseKeyword || kind == .thisKeyword {
      keyword = eat()
    } else {
      reportAtMissing(1018, "Keyword 'this' or 'base' expected")
      keyword = missing(.thisKeyword)
      flag(keyword)
    }
    let arguments: SyntaxElement
    if kind == .openParenToken {
      arguments = parseArgumentList()
    } else {
      let open = missingWithError(.openParenToken)
      let close = missingWithError(.closeParenToken)
      arguments = builder.node(.argumentList, open, .nothing, close)
    }
    return builder.node(
      isBase && !builder.isMissing(keyword) ? .baseConstructorInitializer : .thisConstructorInitializer, colon,
      keyword, arguments)
  }

  private mutating func parseDestructor(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let tilde = eat()
    let name = parseIdentifierToken()
    let parameters: SyntaxElement
    if kind == .openParenToken {
      parameters = parseParameterList()
    } else {
      let open = missingWithError(.openParenToken)
      let close = missingWithError(.closeParenToken)
      parameters = builder.node(.parameterList, open, .nothing, close)
    }
    let (body, expressionBody, semicolon) = parseBody(semicolonAfterBlock: true)
    return builder.node(
      .destructorDeclaration, attributes, modifiers, tilde, name, parameters, body, expressionBody, semicolon)
  }

  private mutating func parseConversion(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    var interface = SyntaxElement.nothing
    if kind == .identifierToken { interface = parseExplicitInterface() }
    let operatorKeyword = expect(.operatorKeyword)
    let checked = eatIf(.checkedKeyword)
    let type = parseType()
    let parameters = parseParameterList()
    let (body, expressionBody, semicolon) = parseBody(semicolonAfterBlock: true)
    return builder.node(
      .conversionOperatorDeclaration, attributes, modifiers, keyword, interface, operatorKeyword, checked, type,
      parameters, body, expressionBody, semicolon)
  }

  private mutating func parseOperator(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement, _ type: SyntaxElement, _ interface: SyntaxElement
  ) -> SyntaxElement {
    let keyword = eat()
    let checked = eatIf(.checkedKeyword)
    let token = parseOperatorToken()
    let parameters = parseParameterList()
    let (body, expressionBody, semicolon) = parseBody(semicolonAfterBlock: true)
    return builder.node(
      .operatorDeclaration, attributes, modifiers, type, interface, keyword, checked, token, parameters, body,
      expressionBody, semicolon)
  }

  /// The operator that is overloaded; shifts to the right are put together.
  private mutating func parseOperatorToken() -> SyntaxElement {
    if kind == .greaterThanToken {
      var count = 1
      while count < 3, touches(position + count - 1), peek(count) == .greaterThanToken { count += 1 }
      let isAssignment = count < 4 && touches(position + count - 1) && peek(count) == .greaterThanEqualsToken
      if isAssignment {
        return count == 1
          ? eatMerged(2, as: .greaterThanGreaterThanEqualsToken)
          : eatMerged(3, as: .greaterThanGreaterThanGreaterThanEqualsToken)
      }
      switch count {
      case 2: return eatMerged(2, as: .greaterThanGreaterThanToken)
      case 3: return eatMerged(3, as: .greaterThanGreaterThanGreaterThanToken)
      default: return eat()
      }
    }
    switch kind {
    case .trueKeyword, .falseKeyword, .isKeyword: return eat()
    default:
      if kind.prefixExpression != .none || Precedence.binaryOperator(kind) != nil || kind.isAssignmentOperator {
        return eat()
      }
      reportHere(1037, "Overloadable operator expected")
      let token = missing(.plusToken)
      flag(token)
      if kind != .openParenToken, kind != .closeBraceToken, kind != .semicolonToken, kind != .openBraceToken {
        skipToken()
      }
      return token
    }
  }

  private func touches(_ index: Int) -> Bool {
    index + 1 < endIndex && builder.tokens[index].end == builder.tokens[index + 1].start
  }
}

// MARK: - Properties and events
extension Parser {
  private mutating func parseProperty(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement, _ type: SyntaxElement, _ interface: SyntaxElement,
    _ name: SyntaxElement
  ) -> SyntaxElement {
    let saved = context
    context.isInFieldAccessor = true
    let accessors = kind == .openBraceToken ? parseAccessorList(isEvent: false) : .nothing
    var expression = SyntaxElement.nothing
    var initializer = SyntaxElement.nothing
    if kind == .equalsGreaterThanToken {
      expression = parseArrow()
      context = saved
    } else {
      context = saved
      if kind == .equalsToken {
        let equals = eat()
        let value = parseVariableInitializer()
        initializer = builder.node(.equalsValueClause, equals, value)
      }
    }
    var semicolon = SyntaxElement.nothing
    if !expression.isNothing || !initializer.isNothing {
      semicolon = expect(.semicolonToken)
    } else if kind == .semicolonToken {
      reportHere(1597, "Semicolon after method or accessor block is not valid")
      semicolon = eat()
    }
    return builder.node(
      .propertyDeclaration, attributes, modifiers, type, interface, name, accessors, expression, initializer,
      semicolon)
  }

  private mutating func parseIndexer(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement, _ type: SyntaxElement, _ interface: SyntaxElement,
    _ this: SyntaxElement
  ) -> SyntaxElement {
    let parameters = parseBracketedParameterList()
    var accessors = SyntaxElement.nothing
    var expression = SyntaxElement.nothing
    var semicolon = SyntaxElement.nothing
    if kind == .equalsGreaterThanToken {
      expression = parseArrow()
      semicolon = expect(.semicolonToken)
    } else if kind == .semicolonToken {
      reportHere(1514, "{ expected")
      semicolon = eat()
    } else {
      accessors = parseAccessorList(isEvent: false)
      if kind == .equalsGreaterThanToken {
        reportHere(8057, "Block bodies and expression bodies cannot both be provided.")
        expression = parseArrow()
        semicolon = expect(.semicolonToken)
      } else if kind == .semicolonToken {
        reportHere(1597, "Semicolon after method or accessor block is not valid")
        semicolon = eat()
      }
    }
    return builder.node(
      .indexerDeclaration, attributes, modifiers, type, interface, this, parameters, accessors, expression,
      semicolon)
  }

  private mutating func parseEvent(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let type = parseType()
    if isEventField {
      let variables = parseVariables(isLocal: false)
      let declaration = builder.node(.variableDeclaration, type, variables)
      let semicolon = expect(.semicolonToken)
      return builder.node(.eventFieldDeclaration, attributes, modifiers, keyword, declaration, semicolon)
    }
    var (interface, name, typeParameters) = parseMemberName()
    skipTypeParameters(typeParameters)
    if name.isNothing {
      name = parseIdentifierToken()
    }
    var accessors = SyntaxElement.nothing
    var semicolon = SyntaxElement.nothing
    if kind == .semicolonToken, !interface.isNothing {
      semicolon = eat()
    } else if kind == .openBraceToken || !isMissing(name) {
      accessors = parseAccessorList(isEvent: true)
      if kind == .semicolonToken {
        reportHere(1597, "Semicolon after method or accessor block is not valid")
        semicolon = eat()
      }
    } else {
      let open = missing(.openBraceToken)
      let close = missing(.closeBraceToken)
      accessors = builder.node(.accessorList, open, .nothing, close)
    }
    return builder.node(
      .eventDeclaration, attributes, modifiers, keyword, type, interface, name, accessors, semicolon)
  }

  private var isEventField: Bool {
    guard kind == .identifierToken, isTrueIdentifier() else { return false }
    switch peek(1) {
    case .dotToken, .colonColonToken, .dotDotToken, .openBraceToken, .equalsGreaterThanToken, .lessThanToken:
      return false
    default: return true
    }
  }

  // MARK: Accessors
  var isPossibleAccessor: Bool {
    switch kind {
    case .openBracketToken, .publicKeyword, .privateKeyword, .protectedKeyword, .internalKeyword, .readOnlyKeyword:
      return true
    default: return isAccessorWord(contextual)
    }
  }

  private func isAccessorWord(_ word: SyntaxKind) -> Bool {
    switch word {
    case .getKeyword, .setKeyword, .initKeyword, .addKeyword, .removeKeyword: return true
    default: return false
    }
  }

  mutating func parseAccessorList(isEvent: Bool) -> SyntaxElement {
    let open = expect(.openBraceToken)
    let mark = stack.count
    if !builder.isMissing(open) || !isTerminator() {
      var last = -1
      while kind != .closeBraceToken, position != last {
        last = position
        if isPossibleAccessor || kind == .identifierToken {
          push(parseAccessor(isEvent: isEvent))
        } else if !skipBad(.accessor, expected: .identifierToken) {
          break
        }
      }
    }
    let accessors = list(from: mark)
    let close = expect(.closeBraceToken)
    return builder.node(.accessorList, open, accessors, close)
  }

  private mutating func parseAccessor(isEvent: Bool) -> SyntaxElement {
    let attributes = kind == .openBracketToken ? parseAttributeLists() : .nothing
    let mark = stack.count
    parseModifiers(forAccessors: true)
    let modifiers = list(from: mark)
    let word = contextual
    let node: SyntaxKind
    switch word {
    case .getKeyword where !isEvent: node = .getAccessorDeclaration
    case .setKeyword where !isEvent: node = .setAccessorDeclaration
    case .initKeyword where !isEvent: node = .initAccessorDeclaration
    case .addKeyword where isEvent: node = .addAccessorDeclaration
    case .removeKeyword where isEvent: node = .removeAccessorDeclaration
    default: node = .unknownAccessorDeclaration
    }
    let name: SyntaxElement
    if node == .unknownAccessorDeclaration {
      reportHere(
        isEvent ? 1055 : 1014, isEvent ? "An add or remove accessor expected" : "A get or set accessor expected")
      name = kind == .identifierToken ? eat() : missing(.identifierToken)
      flag(name)
    } else {
      name = eat(as: word)
    }
    if kind == .openBraceToken || kind == .equalsGreaterThanToken || kind == .semicolonToken {
      let (block, expression, semicolon) = parseBody(semicolonAfterBlock: true)
      return builder.node(node, attributes, modifiers, name, block, expression, semicolon)
    }
    if node == .unknownAccessorDeclaration {
      return builder.node(node, attributes, modifiers, name, .nothing, .nothing, .nothing)
    }
    if isPossibleAccessor || kind == .closeBraceToken || isTerminator() {
      reportAtMissing(8180, "{ or ; or => expected")
      let semicolon = missing(.semicolonToken)
      flag(semicolon)
      return builder.node(node, attributes, modifiers, name, .nothing, .nothing, semicolon)
    }
    let block = parseBlock()
    return builder.node(node, attributes, modifiers, name, block, .nothing, .nothing)
  }
}

// MARK: - Parameters
extension Parser {
  mutating func parseParameterList(mayOmitNames: Bool = false) -> SyntaxElement {
    let open = expect(.openParenToken)
    if kind == .closeParenToken {
      let close = eat()
      return builder.node(.parameterList, open, .nothing, close)
    }
    let parameters = parseParameters(closing: .closeParenToken, mayOmitNames: mayOmitNames)
    let close = expect(.closeParenToken)
    return builder.node(.parameterList, open, parameters, close)
  }

  mutating func parseBracketedParameterList() -> SyntaxElement {
    let open = expect(.openBracketToken)
    let parameters = parseParameters(closing: .closeBracketToken, mayOmitNames: false)
    let close = expect(.closeBracketToken)
    return builder.node(.bracketedParameterList, open, parameters, close)
  }

  private mutating func parseParameters(closing: SyntaxKind, mayOmitNames: Bool) -> SyntaxElement {
    let saved = terminators
    terminators.insert(.parameterList)
    defer { terminators = saved }
    let mark = stack.count
    let list: BadList = closing == .closeParenToken ? .parameter : .bracketedParameter
    while kind != closing {
      if isPossibleParameter || kind == .commaToken {
        push(parseParameter(mayOmitName: mayOmitNames))
        break
      }
      guard skipBad(list, expected: .identifierToken) else { return self.list(from: mark) }
    }
    var last = -1
    while kind != closing, position != last {
      last = position
      if kind == .commaToken || isPossibleParameter {
        push(expect(.commaToken))
        push(parseParameter(mayOmitName: mayOmitNames))
      } else if !skipBad(list, expected: .commaToken) {
        break
      }
    }
    return self.list(from: mark)
  }

  var isPossibleParameter: Bool {
    switch kind {
    case .openBracketToken, .argListKeyword, .openParenToken: return true
    case .delegateKeyword: return isFunctionPointerStart(at: position)
    case .identifierToken: return isTrueIdentifier()
    default: return kind.isParameterModifier || kind.isPredefinedType
    }
  }

  /// `this`, `ref`, `scoped` … of a parameter.
  mutating func parseParameterModifiers(
    isFunctionPointerParameter: Bool = false, isLambdaParameter: Bool = false
  ) -> SyntaxElement {
    let mark = stack.count
    while kind.isParameterModifier { push(eat()) }
    if contextual == .scopedKeyword,
      isPossibleScopedKeyword(
        at: position, isFunctionPointerParameter: isFunctionPointerParameter, isLambdaParameter: isLambdaParameter)
    {
      push(eat(as: .scopedKeyword))
      while kind.isParameterModifier { push(eat()) }
    }
    return list(from: mark)
  }

  private mutating func parseParameter(mayOmitName: Bool) -> SyntaxElement {
    let attributes = kind == .openBracketToken ? parseAttributeLists() : .nothing
    let modifiers = parseParameterModifiers()
    if kind == .argListKeyword {
      let token = eat()
      return builder.node(.parameter, attributes, modifiers, .nothing, token, .nothing)
    }
    let type = parseType(.parameter)
    let name: SyntaxElement
    if mayOmitName, kind != .identifierToken {
      name = .nothing
    } else if kind == .thisKeyword {
      reportHere(1041, "Identifier expected; 'this' is a keyword")
      name = missing(.identifierToken)
      flag(name)
      skipToken()
    } else {
      name = parseIdentifierToken()
    }
    if kind == .openBracketToken, peek(1) == .closeBracketToken {
      reportHere(1552, "Array type specifier, [], must appear before parameter name")
      skipToken()
      skipToken()
    }
    let value = kind == .equalsToken ? parseParameterDefault() : .nothing
    return builder.node(.parameter, attributes, modifiers, type, name, value)
  }

  private mutating func parseParameterDefault() -> SyntaxElement {
    let equals = eat()
    let value = parseExpression()
    return builder.node(.equalsValueClause, equals, value)
  }
}
