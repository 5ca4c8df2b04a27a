/// How far a compilation unit or namespace has come: what belongs further up is an error.
private enum NamespacePart: UInt8, Comparable {
  case none, externs, usings, globalAttributes, members
  static func < (a: NamespacePart, b: NamespacePart) -> Bool { a.rawValue < b.rawValue }
}

/// The lists of a compilation unit's or namespace's body.
struct NamespaceBody {
  var externs = SyntaxElement.nothing
  var usings = SyntaxElement.nothing
  var attributes = SyntaxElement.nothing
  var members = SyntaxElement.nothing
}

// MARK: - Compilation unit
extension Parser {
  /// The whole file.
  mutating func parseCompilationUnit() -> SyntaxElement {
    let body = parseNamespaceBody(isGlobal: true)
    let end = eat()
    return builder.node(.compilationUnit, body.externs, body.usings, body.attributes, body.members, end)
  }

  /// Externs, usings, attributes and members in turn. What comes too late or is none of them is skipped.
  private mutating func parseNamespaceBody(isGlobal: Bool) -> NamespaceBody {
    let saved = terminators
    terminators.insert(.namespaceMember)
    var seen = NamespacePart.none
    var reports = true
    var sawType = false
    // One list at a time is open on the stack.
    var open = NamespacePart.none
    var body = NamespaceBody()
    var mark = stack.count
    // Where the unfinished members began that nothing but such members precedes.
    var incomplete: (position: Int, lastConsumed: Int)?
    func close(_ parser: inout Parser, _ next: NamespacePart) {
      guard next != open else { return }
      if open == .members, next != .none, let first = incomplete {
        // Only unfinished members stand before what belongs further up: they are left out of the tree.
        parser.stack.removeLast(parser.stack.count - mark)
        parser.skipAgain(from: first.position, behind: first.lastConsumed)
        incomplete = nil
        open = .none
      }
      let list = parser.list(from: mark)
      switch open {
      case .none: break
      case .externs: body.externs = list
      case .usings: body.usings = list
      case .globalAttributes: body.attributes = list
      case .members: body.members = list
      }
      open = next
      mark = parser.stack.count
      // A list that goes on behind unfinished members is one with what stands before them.
      switch next {
      case .none, .members: break
      case .externs: parser.pushElements(of: body.externs)
      case .usings: parser.pushElements(of: body.usings)
      case .globalAttributes: parser.pushElements(of: body.attributes)
      }
    }
    loop: while true {
      switch kind {
      case .endOfFileToken: break loop
      case .closeBraceToken:
        guard isGlobal else { break loop }
        // A stray brace must not hide the rest of the file.
        reportHere(1022, SyntaxErrorText.endOfFileExpected)
        skipToken()
        reports = true
        continue
      case .namespaceKeyword:
        close(&self, .members)
        seen = .members
        sawType = true
        push(parseNamespace(.nothing, .nothing, isGlobal: isGlobal))
        reports = true
        continue
      case .externKeyword:
        if isExternAlias {
          if seen > .externs {
            reportHere(439, "An extern alias declaration must precede all other elements defined in the namespace")
            skipDirective()
          } else {
            close(&self, .externs)
            seen = .externs
            push(parseExternAlias())
          }
          reports = true
          continue
        }
      case .usingKeyword:
        if !(isGlobal && isTopLevelUsing()) {
          parseUsingOrSkip(&seen) { close(&$0, .usings) }
          reports = true
          continue
        }
      case .identifierToken:
        if contextual == .globalKeyword, peek(1) == .usingKeyword {
          parseUsingOrSkip(&seen) { close(&$0, .usings) }
          reports = true
          continue
        }
      case .openBracketToken:
        if isGlobalAttributeStart {
          if !isGlobal || seen > .globalAttributes {
            reportHere(
              1730, "Assembly and module attributes must precede all other elements defined in a file")
            if let end = afterGroup(position) { skip(to: end) } else { skipToken() }
          } else {
            close(&self, .globalAttributes)
            seen = .globalAttributes
            push(parseAttributeList())
          }
          reports = true
          continue
        }
      default: break
      }
      let start = position
      let before = lastConsumed
      let member = isGlobal ? parseMemberOrStatement() : parseMember(in: .namespaceDeclaration)
      if let member {
        if open != .members {
          // The list's elements must lie on the stack in one piece, the new one last.
          close(&self, .members)
        }
        push(member)
        if isGlobal { checkOrder(member, &sawType) }
        if builder.kind(of: member) != .incompleteMember {
          seen = .members
          incomplete = nil
        } else if seen < .members, incomplete == nil {
          incomplete = (start, before)
        }
        reports = true
        if position == start, kind != .endOfFileToken { skipToken() }
      } else {
        if reports { reportHere(1022, SyntaxErrorText.endOfFileExpected) }
        reports = false
        skipToken()
      }
    }
    close(&self, .none)
    terminators = saved
    return body
  }

  /// Statements behind types and namespaces are an error, reported once.
  private mutating func checkOrder(_ member: SyntaxElement, _ sawType: inout Bool) {
    switch builder.kind(of: member) {
    case .globalStatement:
      guard sawType, !reportedOrder else { return }
      reportedOrder = true
      report(8803, on: member, "Top-level statements must precede namespace and type declarations.")
    case .incompleteMember: break
    default: sawType = true
    }
  }

  private mutating func parseUsingOrSkip(_ seen: inout NamespacePart, _ open: (inout Parser) -> Void) {
    if seen > .usings {
      reportHere(
        1529,
        "A using clause must precede all other elements defined in the namespace except extern alias declarations"
      )
      skipDirective()
      return
    }
    open(&self)
    seen = .usings
    push(parseUsingDirective())
  }

  /// Skips a using or extern directive that comes too late, to its semicolon or the end of its line.
  private mutating func skipDirective() {
    while kind != .endOfFileToken {
      let isLast = kind == .semicolonToken
      let endsLine = endsLine(position)
      if kind == .openBraceToken || kind == .closeBraceToken { return }
      skipToken()
      if isLast || (endsLine && kind.startsTypeDeclaration) { return }
    }
  }

  private var isExternAlias: Bool {
    peekContextual(1) == .aliasKeyword && peek(2) == .identifierToken
      || (peekContextual(1) == .aliasKeyword && peek(2) == .semicolonToken)
  }

  private var isGlobalAttributeStart: Bool {
    let word = peekContextual(1)
    return (word == .assemblyKeyword || word == .moduleKeyword) && peek(2) == .colonToken
  }

  /// `using (`, or `using T x`: a statement at the top level.
  private mutating func isTopLevelUsing() -> Bool {
    if peek(1) == .openParenToken { return true }
    if peek(1) == .staticKeyword || peek(1) == .unsafeKeyword { return false }
    var index = position + 1
    if isPossibleScopedKeyword(at: index) { index += 1 }
    guard scanType(&index) != .notType, kind(at: index) == .identifierToken else { return false }
    // `using A` unfinished, with a declaration on the next line, is a directive.
    switch kind(at: index + 1) {
    case .equalsToken, .semicolonToken, .commaToken: return true
    default: return !endsLine(index - 1)
    }
  }

  private mutating func parseExternAlias() -> SyntaxElement {
    let keyword = eat()
    let alias = expectContextual(.aliasKeyword)
    let name = parseIdentifierToken()
    let semicolon = expect(.semicolonToken)
    return builder.node(.externAliasDirective, keyword, alias, name, semicolon)
  }

  private mutating func parseUsingDirective() -> SyntaxElement {
    let global = contextual == .globalKeyword ? eat(as: .globalKeyword) : .nothing
    let keyword = eat()
    var staticKeyword = eatIf(.staticKeyword)
    let unsafe = eatIf(.unsafeKeyword)
    if staticKeyword.isNothing, !unsafe.isNothing, kind == .staticKeyword {
      reportHere(9133, "'static' modifier must precede 'unsafe' modifier.")
      skipToken()
      staticKeyword = .nothing
    }
    let alias = isNamedAssignment ? parseNameEquals() : .nothing
    let type: SyntaxElement
    let semicolon: SyntaxElement
    if isPossibleNamespaceMember {
      // The directive is unfinished: what follows is left alone.
      let name = missingWithError(.identifierToken)
      type = builder.node(.identifierName, name)
      semicolon = missing(.semicolonToken)
    } else {
      type = alias.isNothing && unsafe.isNothing ? parseQualifiedName() : parseType()
      if isMissing(type), peek(1) == .semicolonToken { skipToken() }
      semicolon = expect(.semicolonToken)
    }
    return builder.node(.usingDirective, global, keyword, staticKeyword, unsafe, alias, type, semicolon)
  }

  mutating func parseNamespace(
    _ attributes: SyntaxElement, _ modifiers: SyntaxElement, isGlobal: Bool
  ) -> SyntaxElement {
    depth += 1
    defer { depth -= 1 }
    let keyword = eat()
    let name = parseQualifiedName()
    if kind == .semicolonToken {
      let semicolon = eat()
      namespaceDepth += 1
      let body = parseNamespaceBody(isGlobal: false)
      namespaceDepth -= 1
      return builder.node(
        .fileScopedNamespaceDeclaration, attributes, modifiers, keyword, name, semicolon, body.externs, body.usings,
        body.members)
    }
    guard depth < Parser.maximumDepth else {
      reportNesting()
      let open = missing(.openBraceToken)
      if kind == .openBraceToken, let end = afterGroup(position) { skip(to: end) } else { skipToken() }
      let close = missing(.closeBraceToken)
      return builder.node(
        .namespaceDeclaration, attributes, modifiers, keyword, name, open, .nothing, .nothing, .nothing, close,
        .nothing)
    }
    let open = expect(.openBraceToken)
    namespaceDepth += 1
    let body = parseNamespaceBody(isGlobal: false)
    namespaceDepth -= 1
    let close = expect(.closeBraceToken)
    let semicolon = eatIf(.semicolonToken)
    return builder.node(
      .namespaceDeclaration, attributes, modifiers, keyword, name, open, body.externs, body.usings, body.members,
      close, semicolon)
  }

  var isPossibleNamespaceMember: Bool {
    switch kind {
    case .externKeyword, .usingKeyword, .namespaceKeyword: return true
    case .identifierToken:
      return contextual == .partialKeyword
        && (isPartialType(at: position) || peek(1) == .namespaceKeyword)
    default: return kind.startsTypeDeclaration
    }
  }
}

// MARK: - Top level
extension Parser {
  /// A member of the compilation unit, statements included.
  private mutating func parseMemberOrStatement() -> SyntaxElement? {
    let hasAttributes = kind == .openBracketToken && statementBeginsWithAttributes()
    if kind == .openBracketToken, !hasAttributes { return parseGlobalStatement(.nothing) }
    if !hasAttributes {
      return isTopLevelStatement(at: position) ? parseGlobalStatement(.nothing) : parseMember(in: .compilationUnit)
    }
    var index = position
    while kind(at: index) == .openBracketToken {
      guard beginsAttribute(at: index), let end = afterGroup(index) else { break }
      index = end
    }
    let isStatement = isTopLevelStatement(at: index)
    let attributes = parseAttributeLists()
    return isStatement ? parseGlobalStatement(attributes) : parseMember(attributes, in: .compilationUnit)
  }

  private mutating func parseGlobalStatement(_ attributes: SyntaxElement) -> SyntaxElement? {
    let saved = context
    // The program's entry point may be asynchronous.
    context.isInAsync = true
    defer { context = saved }
    guard let statement = parseStatement(attributes) else {
      return attributes.isNothing ? nil : builder.node(.incompleteMember, attributes, .nothing, .nothing)
    }
    return builder.node(.globalStatement, .nothing, .nothing, statement)
  }

  /// Whether a statement begins at `start`, rather than a declaration that only a type or namespace can hold.
  private mutating func isTopLevelStatement(at start: Int) -> Bool {
    var index = start
    var hasAccess = false
    var hasOtherModifier = false
    switch kind(at: index) {
    case .ifKeyword, .forKeyword, .forEachKeyword, .whileKeyword, .doKeyword, .switchKeyword, .returnKeyword,
      .throwKeyword, .tryKeyword, .lockKeyword, .breakKeyword, .continueKeyword, .gotoKeyword, .checkedKeyword,
      .uncheckedKeyword, .openBraceToken, .semicolonToken, .usingKeyword, .elseKeyword, .caseKeyword, .catchKeyword,
      .finallyKeyword, .constKeyword, .tildeToken:
      return true
    case .unsafeKeyword: if kind(at: index + 1) == .openBraceToken { return true }
    case .fixedKeyword: return kind(at: index + 1) == .openParenToken
    case .delegateKeyword:
      let next = kind(at: index + 1)
      return next == .openParenToken || next == .openBraceToken
        || (next == .asteriskToken && isTopLevelStatementBehindModifiers(at: index, hasAccess: false))
    case .newKeyword: return isPossibleNewExpression(at: index)
    case .eventKeyword, .namespaceKeyword: return false
    default: break
    }
    while true {
      let word = contextual(at: index)
      if word == .staticKeyword || word == .externKeyword || word == .unsafeKeyword || word == .readOnlyKeyword
        || word == .volatileKeyword || word == .constKeyword
      {
        index += 1
      } else if word.isAccessibilityModifier {
        hasAccess = true
        index += 1
      } else if word.isReservedModifier, word != .refKeyword {
        hasOtherModifier = true
        index += 1
      } else if word == .refKeyword {
        guard kind(at: index + 1) == .structKeyword || contextual(at: index + 1) == .partialKeyword else { break }
        return false
      } else if word == .asyncKeyword, isModifierWord(at: index, inStatement: false) {
        index += 1
      } else if word == .partialKeyword,
        isPartialType(at: index) || isPartialMember(at: index)
          || kind(at: index + 1).startsTypeDeclaration
      {
        return false
      } else if word == .fileKeyword || word == .requiredKeyword || word == .closedKeyword || word == .safeKeyword,
        isModifierWord(at: index, inStatement: false)
      {
        hasOtherModifier = hasOtherModifier || word != .fileKeyword
        index += 1
      } else {
        break
      }
    }
    if isTypeDeclarationStart(at: index) { return false }
    switch kind(at: index) {
    case .eventKeyword, .namespaceKeyword: return false
    case .explicitKeyword, .implicitKeyword: return false
    case .fixedKeyword: return kind(at: index + 1) == .openParenToken
    case .endOfFileToken, .closeBraceToken: return false
    default: break
    }
    if hasOtherModifier { return false }
    return isTopLevelStatementBehindModifiers(at: index, hasAccess: hasAccess)
  }

  private mutating func isTopLevelStatementBehindModifiers(at start: Int, hasAccess: Bool) -> Bool {
    var index = start
    if contextual(at: index) == .awaitKeyword { return true }
    let isVoid = kind(at: index) == .voidKeyword && kind(at: index + 1) != .asteriskToken
    let scan = scanType(&index)
    let next = kind(at: index)
    if scan != .notType || isVoid {
      if next == .operatorKeyword || next == .thisKeyword && kind(at: index + 1) == .openBracketToken { return false }
      if next == .identifierToken {
        switch kind(at: index + 1) {
        // A property; `record {` and the like are none.
        case .openBraceToken: return false
        case .equalsGreaterThanToken: return false
        case .openParenToken: return true
        case .lessThanToken, .dotToken, .colonColonToken: return !isExplicitMember(at: index)
        default: return !hasAccess
        }
      }
      return !hasAccess
    }
    return !hasAccess
  }

  /// `I.this[`, `I<T>.P {` or an operator behind a type: what no local can be.
  private mutating func isExplicitMember(at start: Int) -> Bool {
    var index = start
    var isQualified = false
    while scanNamedTypePart(&index) != .notType {
      guard isDotOrColonColon(at: index) else {
        return isQualified && (kind(at: index) == .openBraceToken || kind(at: index) == .equalsGreaterThanToken)
      }
      isQualified = true
      index += 1
      if kind(at: index) == .thisKeyword || kind(at: index) == .operatorKeyword { return true }
    }
    return false
  }

  private mutating func isPossibleNewExpression(at index: Int) -> Bool {
    switch kind(at: index + 1) {
    case .openBraceToken, .openBracketToken, .openParenToken: return true
    default: break
    }
    var end = index + 1
    guard scanType(&end) != .notType else {
      // `new int[3]`
      end = index + 1
      while kind(at: end) == .identifierToken || kind(at: end) == .dotToken || kind(at: end).isPredefinedType {
        end += 1
      }
      return kind(at: end) == .openBracketToken
    }
    return kind(at: end) == .openParenToken || kind(at: end) == .openBraceToken || kind(at: end) == .openBracketToken
      || kind(at: end - 1) == .closeBracketToken && !isPossibleMemberName(at: end)
  }
}

// MARK: - Attributes
extension Parser {
  mutating func parseAttributeLists() -> SyntaxElement {
    let saved = terminators
    terminators.insert(.attributeList)
    let mark = stack.count
    repeat { push(parseAttributeList()) } while beginsAttribute(at: position)
    terminators = saved
    return list(from: mark)
  }

  /// `[target: A, B(1)]`
  private mutating func parseAttributeList() -> SyntaxElement {
    let open = eat()
    var target = SyntaxElement.nothing
    if peek(1) == .colonToken, kind == .identifierToken || kind.isReservedKeyword {
      let identifier: SyntaxElement
      switch contextual {
      case .assemblyKeyword, .moduleKeyword, .fieldKeyword, .eventKeyword, .methodKeyword, .paramKeyword,
        .propertyKeyword, .returnKeyword, .typeKeyword, .typeVarKeyword:
        identifier = eat(as: contextual)
      default:
        identifier = eat(as: kind)
      }
      let colon = eat()
      target = builder.node(.attributeTargetSpecifier, identifier, colon)
    }
    let mark = stack.count
    push(parseAttribute())
    var last = -1
    while kind != .closeBracketToken, position != last {
      last = position
      if kind == .commaToken {
        push(eat())
        if kind == .closeBracketToken { break }
        push(parseAttribute())
      } else if isTrueIdentifier() {
        push(missingWithError(.commaToken))
        push(parseAttribute())
      } else if !skipBad(.attribute, expected: .commaToken) {
        break
      }
    }
    let attributes = list(from: mark)
    let close = expect(.closeBracketToken)
    return builder.node(.attributeList, open, target, attributes, close)
  }

  private mutating func parseAttribute() -> SyntaxElement {
    let name = parseQualifiedName()
    guard kind == .openParenToken else { return builder.node(.attribute, name, .nothing) }
    let open = eat()
    let mark = stack.count
    var last = -1
    let savedColons = context.pendingColons
    context.pendingColons = 0
    while kind != .closeParenToken, position != last {
      last = position
      if isPossibleExpression || kind == .commaToken {
        push(parseAttributeArgument())
        if kind == .commaToken {
          push(eat())
          if kind == .closeParenToken {
            let expression = missingNameHere(1525, SyntaxErrorText.invalidTerm(currentText))
            push(builder.node(.attributeArgument, .nothing, .nothing, expression))
          }
        } else if isPossibleExpression {
          push(missingWithError(.commaToken))
        }
      } else if !skipBad(.attributeArgument, expected: .commaToken) {
        break
      }
    }
    context.pendingColons = savedColons
    let arguments = list(from: mark)
    let close = expect(.closeParenToken)
    let argumentList = builder.node(.attributeArgumentList, open, arguments, close)
    return builder.node(.attribute, name, argumentList)
  }

  private mutating func parseAttributeArgument() -> SyntaxElement {
    var nameEquals = SyntaxElement.nothing
    var nameColon = SyntaxElement.nothing
    if kind == .identifierToken {
      if peek(1) == .equalsToken {
        nameEquals = parseNameEquals()
      } else if peek(1) == .colonToken {
        nameColon = parseNameColon()
      }
    }
    let expression = parseExpression()
    return builder.node(.attributeArgument, nameEquals, nameColon, expression)
  }
}

// MARK: - Types
extension Parser {
  mutating func isTypeDeclarationStart(at index: Int) -> Bool {
    switch kind(at: index) {
    case .classKeyword, .structKeyword, .interfaceKeyword, .enumKeyword: return true
    case .delegateKeyword: return !isFunctionPointerStart(at: index)
    case .identifierToken:
      switch contextual(at: index) {
      case .recordKeyword: return version >= .csharp9
      case .extensionKeyword: return isExtensionStart(at: index)
      case .unionKeyword: return isUnionDeclarationStart(at: index)
      default: return false
      }
    default: return false
    }
  }

  /// `extension(` or `extension<`
  func isExtensionStart(at index: Int) -> Bool {
    guard version >= .csharp14, contextual(at: index) == .extensionKeyword else { return false }
    let next = kind(at: index + 1)
    return next == .openParenToken || next == .lessThanToken
  }

  mutating func parseTypeDeclaration(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    switch contextual {
    case .enumKeyword: return parseEnum(attributes, modifiers)
    case .delegateKeyword: return parseDelegate(attributes, modifiers)
    default: return parseClassLike(attributes, modifiers)
    }
  }

  /// Classes, structs, interfaces, records, unions and extension blocks.
  private mutating func parseClassLike(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let word = contextual
    var node: SyntaxKind
    switch word {
    case .structKeyword: node = .structDeclaration
    case .interfaceKeyword: node = .interfaceDeclaration
    case .recordKeyword: node = .recordDeclaration
    case .unionKeyword: node = .unionDeclaration
    case .extensionKeyword: node = .extensionBlockDeclaration
    default: node = .classDeclaration
    }
    let mark = stack.count
    push(attributes)
    push(modifiers)
    push(eat(as: word))
    if word == .recordKeyword {
      if kind == .structKeyword { node = .recordStructDeclaration }
      push(kind == .structKeyword || kind == .classKeyword ? eat() : .nothing)
    }
    let saved = terminators
    terminators.insert(.typeSignature)
    if word != .extensionKeyword { push(parseIdentifierToken()) }
    push(parseTypeParameterList())
    if word == .extensionKeyword {
      push(parseParameterList(mayOmitNames: true))
    } else {
      push(kind == .openParenToken ? parseParameterList(mayOmitNames: word == .unionKeyword) : .nothing)
      push(kind == .colonToken ? parseBaseList() : .nothing)
    }
    terminators = saved
    push(isWhereOfConstraintClause ? parseConstraintClauses() : .nothing)
    depth += 1
    defer { depth -= 1 }
    if depth >= Parser.maximumDepth, kind == .openBraceToken {
      reportNesting()
      let open = eat()
      if let close = closers.indices.contains(lastConsumed) ? Int(closers[lastConsumed]) : nil, close > 0 {
        skip(to: close)
      }
      push(open)
      push(.nothing)
      push(expect(.closeBraceToken))
      push(eatIf(.semicolonToken))
      return builder.node(node, &stack, from: mark)
    }
    if kind == .semicolonToken {
      push(.nothing)
      push(.nothing)
      push(.nothing)
      push(eat())
      return builder.node(node, &stack, from: mark)
    }
    let open = expect(.openBraceToken)
    push(open)
    if builder.isMissing(open) {
      push(.nothing)
      push(missing(.closeBraceToken))
    } else {
      push(parseMembers(in: node))
      push(expect(.closeBraceToken))
    }
    push(eatIf(.semicolonToken))
    return builder.node(node, &stack, from: mark)
  }

  private mutating func parseMembers(in parent: SyntaxKind) -> SyntaxElement {
    let saved = terminators
    let savedContext = context
    context = ParserContext()
    terminators.insert(.member)
    typeDepth += 1
    defer { typeDepth -= 1 }
    let mark = stack.count
    while true {
      if kind.startsMember {
        let start = position
        if let member = parseMember(in: parent) {
          push(member)
          if position == start { skipBadMembers() }
        } else {
          skipBadMembers()
        }
      } else if kind == .closeBraceToken, typeDepth == 1, memberFollows(position + 1) {
        // One brace too many: what follows can only be in a type.
        reportHere(1519, SyntaxErrorText.invalidMember("}"))
        skipTokenForward()
      } else if kind == .closeBraceToken || kind == .endOfFileToken || isTerminator() {
        break
      } else {
        skipBadMembers()
      }
    }
    terminators = saved
    context = savedContext
    return list(from: mark)
  }

  /// Whether a member begins at `start` that a namespace, or the compilation unit, cannot hold.
  private mutating func memberFollows(_ start: Int) -> Bool {
    var index = start
    while beginsAttribute(at: index), let end = afterGroup(index) { index = end }
    guard kind(at: index).startsMember else { return false }
    if namespaceDepth == 0, isTopLevelStatement(at: index) { return false }
    while true {
      let word = contextual(at: index)
      if word == .asyncKeyword || word == .requiredKeyword || word == .fileKeyword || word == .closedKeyword {
        guard isModifierWord(at: index, inStatement: false) else { break }
      } else if word == .partialKeyword {
        guard isPartialType(at: index) || isPartialMember(at: index) else { break }
      } else if !word.isReservedModifier || (word == .refKeyword && kind(at: index + 1) != .structKeyword) {
        break
      }
      index += 1
    }
    if isTypeDeclarationStart(at: index) { return false }
    switch kind(at: index) {
    case .tildeToken, .constKeyword, .eventKeyword, .fixedKeyword, .implicitKeyword, .explicitKeyword: return true
    case .identifierToken: if kind(at: index + 1) == .openParenToken { return true }
    case .voidKeyword: if kind(at: index + 1) == .identifierToken { return true }
    default: break
    }
    guard scanType(&index) != .notType else { return false }
    return isPossibleMemberName(at: index) || kind(at: index) == .operatorKeyword
  }

  /// Skips tokens to where a member can begin or the body ends; at least one.
  private mutating func skipBadMembers() {
    guard kind != .endOfFileToken else { return }
    reportHere(1519, SyntaxErrorText.invalidMember(currentText))
    var depth = 0
    if kind == .openBraceToken { depth += 1 }
    skipToken()
    while true {
      if kind.startsMember,
        !(kind == .delegateKeyword && (peek(1) == .openBraceToken || peek(1) == .openParenToken))
      {
        return
      }
      switch kind {
      case .openBraceToken: depth += 1
      case .closeBraceToken:
        if depth == 0 { return }
        depth -= 1
      case .endOfFileToken: return
      default: break
      }
      skipToken()
    }
  }

  private mutating func parseBaseList() -> SyntaxElement {
    let colon = eat()
    let mark = stack.count
    push(parseBaseType())
    var last = -1
    while position != last {
      last = position
      if kind == .openBraceToken || kind == .semicolonToken || isWhereOfConstraintClause { break }
      if kind == .commaToken || isPossibleType(at: position) {
        push(expect(.commaToken))
        push(parseBaseType())
      } else if !skipBad(.baseType, expected: .commaToken) {
        break
      }
    }
    let types = list(from: mark)
    return builder.node(.baseList, colon, types)
  }

  private mutating func parseBaseType() -> SyntaxElement {
    let type = parseType()
    if kind == .openParenToken {
      let arguments = parseArgumentList()
      return builder.node(.primaryConstructorBaseType, type, arguments)
    }
    return builder.node(.simpleBaseType, type)
  }

  mutating func parseConstraintClauses() -> SyntaxElement {
    let mark = stack.count
    while contextual == .whereKeyword { push(parseConstraintClause()) }
    return list(from: mark)
  }

  /// `where T : class, new()`
  private mutating func parseConstraintClause() -> SyntaxElement {
    let keyword = eat(as: .whereKeyword)
    let name = isTrueIdentifier() ? parseIdentifierName() : missingName(1001, "Identifier expected")
    let colon = expect(.colonToken)
    let mark = stack.count
    if kind == .openBraceToken || isWhereOfConstraintClause {
      let missing = missingName(1031, SyntaxErrorText.typeExpected)
      push(builder.node(.typeConstraint, missing))
    } else {
      push(parseConstraint())
      var last = -1
      while position != last {
        last = position
        if kind == .openBraceToken || kind == .semicolonToken || kind == .equalsGreaterThanToken
          || contextual == .whereKeyword
        {
          break
        }
        if kind == .commaToken || isPossibleConstraint {
          push(expect(.commaToken))
          if isWhereOfConstraintClause {
            let missing = missingName(1031, SyntaxErrorText.typeExpected)
            push(builder.node(.typeConstraint, missing))
            break
          }
          push(parseConstraint())
        } else if !skipBad(.constraint, expected: .commaToken) {
          break
        }
      }
    }
    let constraints = list(from: mark)
    return builder.node(.typeParameterConstraintClause, keyword, name, colon, constraints)
  }

  var isPossibleConstraint: Bool {
    switch kind {
    case .newKeyword, .classKeyword, .structKeyword, .defaultKeyword: return true
    case .identifierToken: return isTrueIdentifier()
    default: return kind.isPredefinedType
    }
  }

  private mutating func parseConstraint() -> SyntaxElement {
    switch kind {
    case .newKeyword:
      let keyword = eat()
      let open = expect(.openParenToken)
      let close = expect(.closeParenToken)
      return builder.node(.constructorConstraint, keyword, open, close)
    case .structKeyword:
      let keyword = eat()
      var question = SyntaxElement.nothing
      if kind == .questionToken {
        question = eat()
        report(1003, on: question, "Unexpected token '?'")
      }
      return builder.node(.structConstraint, keyword, question)
    case .classKeyword:
      let keyword = eat()
      let question = eatIf(.questionToken)
      return builder.node(.classConstraint, keyword, question)
    case .defaultKeyword:
      let keyword = eat()
      return builder.node(.defaultConstraint, keyword)
    case .identifierToken where contextual == .allowsKeyword && peek(1) == .refKeyword:
      let keyword = eat(as: .allowsKeyword)
      let mark = stack.count
      while true {
        let ref = expect(.refKeyword)
        let structKeyword = expect(.structKeyword)
        push(builder.node(.refStructConstraint, ref, structKeyword))
        guard kind == .commaToken, peek(1) == .refKeyword else { break }
        push(eat())
      }
      let constraints = list(from: mark)
      return builder.node(.allowsConstraintClause, keyword, constraints)
    default:
      let type = parseType()
      return builder.node(.typeConstraint, type)
    }
  }

  private mutating func parseDelegate(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let type = parseReturnType()
    let saved = terminators
    terminators.insert(.methodSignature)
    let name = parseIdentifierToken()
    let typeParameters = parseTypeParameterList()
    let parameters = parseParameterList()
    let constraints = isWhereOfConstraintClause ? parseConstraintClauses() : .nothing
    terminators = saved
    let semicolon = expect(.semicolonToken)
    return builder.node(
      .delegateDeclaration, attributes, modifiers, keyword, type, name, typeParameters, parameters, constraints,
      semicolon)
  }

  private mutating func parseEnum(_ attributes: SyntaxElement, _ modifiers: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let name = parseIdentifierToken()
    if kind == .lessThanToken {
      reportHere(1675, "Enums cannot have type parameters")
      let result = scanTypeArguments(position)
      if result.scan != .notType { skip(to: Int(result.end)) } else { skipToken() }
    }
    var bases = SyntaxElement.nothing
    if kind == .colonToken {
      let colon = eat()
      let type = parseType()
      let base = builder.node(.simpleBaseType, type)
      bases = builder.node(.baseList, colon, base)
    }
    if kind == .semicolonToken {
      let semicolon = eat()
      return builder.node(
        .enumDeclaration, attributes, modifiers, keyword, name, bases, .nothing, .nothing, .nothing, semicolon)
    }
    let open = expect(.openBraceToken)
    var members = SyntaxElement.nothing
    if !builder.isMissing(open) { members = parseEnumMembers() }
    let close = builder.isMissing(open) ? missing(.closeBraceToken) : expect(.closeBraceToken)
    let semicolon = eatIf(.semicolonToken)
    return builder.node(
      .enumDeclaration, attributes, modifiers, keyword, name, bases, open, members, close, semicolon)
  }

  private mutating func parseEnumMembers() -> SyntaxElement {
    let mark = stack.count
    var last = -1
    while kind != .closeBraceToken, position != last {
      last = position
      if isPossibleEnumMember || kind == .commaToken {
        push(parseEnumMember())
        if kind == .commaToken {
          push(eat())
        } else if kind == .semicolonToken {
          reportHere(1003, "Syntax error, ',' expected")
          push(missing(.commaToken))
          skipToken()
        } else if isPossibleEnumMember {
          push(missingWithError(.commaToken))
        }
      } else if !skipBad(.enumMember, expected: .commaToken) {
        break
      }
    }
    return list(from: mark)
  }

  var isPossibleEnumMember: Bool { kind == .openBracketToken || isTrueIdentifier() }

  private mutating func parseEnumMember() -> SyntaxElement {
    let attributes = kind == .openBracketToken ? parseAttributeLists() : .nothing
    let name = parseIdentifierToken()
    var value = SyntaxElement.nothing
    if kind == .equalsToken {
      let equals = eat()
      if kind == .commaToken || kind == .closeBraceToken {
        let expression = missingName(150, "A constant value is expected")
        value = builder.node(.equalsValueClause, equals, expression)
      } else {
        let expression = parseExpression()
        value = builder.node(.equalsValueClause, equals, expression)
      }
    }
    return builder.node(.enumMemberDeclaration, attributes, .nothing, name, value)
  }
}
