// MARK: - Statements
extension Parser {
  /// A statement; `nil` where what stands here is none (nothing is consumed then).
  mutating func parseStatement() -> SyntaxElement? {
    if kind == .openBracketToken {
      guard statementBeginsWithAttributes() else { return parseStatement(.nothing) }
      if isMemberBehindAttributes() { return nil }
      let attributes = parseAttributeLists()
      return parseStatement(attributes)
    }
    return parseStatement(.nothing)
  }

  mutating func parseStatement(_ attributes: SyntaxElement) -> SyntaxElement? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Parser.maximumDepth else { return tooDeepStatement(attributes) }
    switch kind {
    case .identifierToken:
      if builder.tokens[position].contextualKind != .none || peek(1) == .colonToken,
        let statement = parseStatementOfWord(attributes)
      {
        return statement
      }
    case .openBraceToken: return parseBlock(attributes)
    case .semicolonToken:
      let semicolon = eat()
      return builder.node(.emptyStatement, attributes, semicolon)
    case .ifKeyword: return parseIf(attributes)
    case .returnKeyword: return parseReturn(attributes)
    case .forEachKeyword: return parseForEach(attributes, await: .nothing)
    case .forKeyword: return parseFor(attributes)
    case .whileKeyword: return parseWhile(attributes)
    case .doKeyword: return parseDo(attributes)
    case .throwKeyword: return parseThrow(attributes)
    case .tryKeyword, .catchKeyword, .finallyKeyword: return parseTry(attributes)
    case .switchKeyword, .caseKeyword: return parseSwitch(attributes)
    case .usingKeyword:
      if peek(1) == .openParenToken { return parseUsing(attributes, await: .nothing) }
      return parseLocalDeclaration(attributes)
    case .breakKeyword: return parseJump(attributes, .breakStatement)
    case .continueKeyword: return parseJump(attributes, .continueStatement)
    case .gotoKeyword: return parseGoto(attributes)
    case .lockKeyword: return parseLock(attributes)
    case .fixedKeyword: return parseFixed(attributes)
    case .checkedKeyword: if peek(1) == .openBraceToken { return parseChecked(attributes, .checkedStatement) }
    case .uncheckedKeyword: if peek(1) == .openBraceToken { return parseChecked(attributes, .uncheckedStatement) }
    case .unsafeKeyword:
      if peek(1) == .openBraceToken {
        let keyword = eat()
        let block = parseBlock()
        return builder.node(.unsafeStatement, attributes, keyword, block)
      }
    case .elseKeyword: return parseMisplacedElse(attributes)
    default: break
    }
    if isPossibleLocalDeclaration() {
      if contextual == .awaitKeyword, !context.isInAsync, isMisplacedAwait() {
        let saved = context
        context.isInAsync = true
        defer { context = saved }
        return parseExpressionStatement(attributes)
      }
      return parseLocalDeclaration(attributes)
    }
    return parseExpressionStatement(attributes)
  }

  /// `await x…` outside of asynchronous code that would make no proper declaration: an operator all the same.
  private mutating func isMisplacedAwait() -> Bool {
    guard peek(1) == .identifierToken else { return false }
    switch peek(2) {
    case .semicolonToken, .equalsToken, .commaToken: return false
    case .openParenToken, .lessThanToken: return !isLocalFunctionBehindAwait(at: position + 1)
    default: return true
    }
  }

  /// A statement that begins with a contextual keyword or a label.
  private mutating func parseStatementOfWord(_ attributes: SyntaxElement) -> SyntaxElement? {
    let word = contextual
    if word == .awaitKeyword {
      if peek(1) == .forEachKeyword {
        let keyword = eat(as: .awaitKeyword)
        return parseForEach(attributes, await: keyword)
      }
      if peek(1) == .usingKeyword, peek(2) == .openParenToken {
        let keyword = eat(as: .awaitKeyword)
        return parseUsing(attributes, await: keyword)
      }
    }
    if peek(1) == .colonToken, isTrueIdentifier() { return parseLabeled(attributes) }
    if word == .yieldKeyword, peek(1) == .returnKeyword || peek(1) == .breakKeyword {
      return parseYield(attributes)
    }
    if word == .awaitKeyword, context.isInAsync, peek(1) != .usingKeyword {
      return parseExpressionStatement(attributes)
    }
    if word == .fromKeyword, isQueryExpression(mayBeVariableDeclaration: true, mayBeMemberDeclaration: false) {
      return parseExpressionStatement(attributes)
    }
    return nil
  }

  /// Whether the bracket at the current token opens attributes of a statement rather than a collection.
  mutating func statementBeginsWithAttributes() -> Bool {
    guard beginsAttribute(at: position) else { return false }
    var index = position
    while beginsAttribute(at: index) {
      guard let end = afterGroup(index) else { return true }
      index = end
    }
    switch kind(at: index) {
    case .dotToken, .questionToken, .exclamationToken, .minusGreaterThanToken, .equalsToken, .commaToken,
      .closeParenToken, .closeBracketToken, .dotDotToken, .questionQuestionToken, .questionQuestionEqualsToken,
      .equalsEqualsToken, .exclamationEqualsToken, .lessThanToken, .plusEqualsToken, .isKeyword, .asKeyword:
      return false
    default: return true
    }
  }

  /// `[` and what may be an attribute's name or target.
  func beginsAttribute(at index: Int) -> Bool {
    kind(at: index) == .openBracketToken
      && (isTrueIdentifier(at: index + 1) || kind(at: index + 1).isReservedKeyword)
  }

  /// Whether attributes are followed by accessibility that shows a member of a type rather than a local function.
  mutating func isMemberBehindAttributes() -> Bool {
    var index = position
    while kind(at: index) == .openBracketToken {
      guard let end = afterGroup(index) else { return false }
      index = end
    }
    return kind(at: index).isAccessibilityModifier && !isLocalFunction(at: index)
  }

  /// A statement in the place of a body.
  mutating func parseEmbeddedStatement() -> SyntaxElement {
    let attributes =
      kind == .openBracketToken && statementBeginsWithAttributes() ? parseAttributeLists() : .nothing
    let isLabel = kind == .identifierToken && peek(1) == .colonToken
    guard isPossibleStatement(acceptAccessibility: false) || kind == .elseKeyword,
      let statement = parseStatement(attributes)
    else {
      let semicolon = missingStatementSemicolon()
      return builder.node(.emptyStatement, attributes, semicolon)
    }
    let node = builder.kind(of: statement)
    if isLabel || node == .localDeclarationStatement || node == .localFunctionStatement {
      report(1023, on: statement, "Embedded statement cannot be a declaration or labeled statement")
    }
    return statement
  }

  private mutating func missingStatementSemicolon() -> SyntaxElement {
    if kind == .semicolonToken { return eat() }
    if kind == .closeBraceToken || kind == .endOfFileToken || !isPossibleExpression {
      return missingWithError(.semicolonToken)
    }
    return missingWithError(.semicolonToken)
  }

  mutating func parseExpressionStatement(_ attributes: SyntaxElement) -> SyntaxElement {
    let expression = parseExpression()
    let semicolon = expect(.semicolonToken)
    return builder.node(.expressionStatement, attributes, expression, semicolon)
  }

  var isPossibleSwitchSection: Bool {
    kind == .caseKeyword || (kind == .defaultKeyword && peek(1) != .openParenToken)
  }

  func isPossibleStatement(acceptAccessibility: Bool) -> Bool {
    switch kind {
    case .identifierToken: return isTrueIdentifier()
    case .fixedKeyword, .breakKeyword, .continueKeyword, .tryKeyword, .checkedKeyword, .uncheckedKeyword,
      .constKeyword, .doKeyword, .forKeyword, .forEachKeyword, .gotoKeyword, .ifKeyword, .elseKeyword,
      .lockKeyword, .returnKeyword, .switchKeyword, .throwKeyword, .unsafeKeyword, .usingKeyword, .whileKeyword,
      .openBraceToken, .semicolonToken, .staticKeyword, .readOnlyKeyword, .volatileKeyword, .refKeyword,
      .externKeyword, .openBracketToken, .caseKeyword:
      return true
    case .catchKeyword, .finallyKeyword: return !context.isInTry
    case .publicKeyword, .internalKeyword, .protectedKeyword, .privateKeyword: return acceptAccessibility
    default: return kind.isPredefinedType || isPossibleExpression
    }
  }

  private mutating func tooDeepStatement(_ attributes: SyntaxElement) -> SyntaxElement {
    reportNesting()
    skipOperand()
    let semicolon = kind == .semicolonToken ? eat() : missing(.semicolonToken)
    return builder.node(.emptyStatement, attributes, semicolon)
  }
}

// MARK: - Blocks
extension Parser {
  mutating func parseBlock(_ attributes: SyntaxElement = .nothing) -> SyntaxElement {
    let open = expect(.openBraceToken)
    let statements = parseStatements(inSwitchSection: false)
    let close = expect(.closeBraceToken)
    return builder.node(.block, attributes, open, statements, close)
  }

  private mutating func parseStatements(inSwitchSection: Bool) -> SyntaxElement {
    let saved = terminators
    let savedTry = context.isInTry
    if savedTry { context.isInTry = true }
    terminators.insert(.statement)
    if inSwitchSection { terminators.insert(.switchSection) }
    let mark = stack.count
    var last = -1
    while kind != .closeBraceToken, kind != .endOfFileToken, !(inSwitchSection && isPossibleSwitchSection),
      position != last
    {
      last = position
      if isPossibleStatement(acceptAccessibility: true), let statement = parseStatement() {
        push(statement)
        continue
      }
      // Accessibility before what is no local function: a member, so the block was not closed.
      if kind.isAccessibilityModifier || (kind == .openBracketToken && isMemberBehindAttributes()) { break }
      if !skipBad(inSwitchSection ? .switchSectionStatement : .statement, expected: .closeBraceToken) { break }
    }
    terminators = saved
    return list(from: mark)
  }

  private mutating func parseChecked(_ attributes: SyntaxElement, _ node: SyntaxKind) -> SyntaxElement {
    let keyword = eat()
    let block = parseBlock()
    return builder.node(node, attributes, keyword, block)
  }

  private mutating func parseLock(_ attributes: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let open = expect(.openParenToken)
    let expression = parseExpression()
    let close = expect(.closeParenToken)
    let statement = parseEmbeddedStatement()
    return builder.node(.lockStatement, attributes, keyword, open, expression, close, statement)
  }

  private mutating func parseFixed(_ attributes: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let open = expect(.openParenToken)
    let saved = terminators
    terminators.insert(.fixedStatement)
    let declaration = parseParenthesizedDeclaration()
    terminators = saved
    let close = expect(.closeParenToken)
    let statement = parseEmbeddedStatement()
    return builder.node(.fixedStatement, attributes, keyword, open, declaration, close, statement)
  }

  private mutating func parseUsing(_ attributes: SyntaxElement, await awaitKeyword: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let open = expect(.openParenToken)
    var declaration = SyntaxElement.nothing
    var expression = SyntaxElement.nothing
    if isDeclarationInUsing() {
      declaration = parseParenthesizedDeclaration()
    } else {
      expression = parseExpression()
    }
    let close = expect(.closeParenToken)
    let statement = parseEmbeddedStatement()
    return builder.node(
      .usingStatement, attributes, awaitKeyword, keyword, open, declaration, expression, close, statement)
  }

  private mutating func isDeclarationInUsing() -> Bool {
    if isAwaitExpression(at: position) { return false }
    if isQueryExpression(mayBeVariableDeclaration: true, mayBeMemberDeclaration: false) { return false }
    if isPossibleScopedKeyword(at: position) { return true }
    var index = position
    let scan = scanType(&index)
    if scan == .notType { return false }
    let next = kind(at: index)
    if scan == .nullableType {
      // `using (f ? x = a : b)`
      guard next == .identifierToken else { return false }
      switch kind(at: index + 1) {
      case .commaToken, .closeParenToken: return true
      case .equalsToken: return !colonFollows(index + 2)
      default: return false
      }
    }
    if scan == .mustBeType, next != .dotToken { return true }
    return next == .identifierToken
      && (scan == .nonGenericTypeOrExpression || kind(at: index + 1) == .equalsToken
        || kind(at: index + 1) == .closeParenToken)
  }

  /// Whether a colon comes before the parenthesis closes.
  private mutating func colonFollows(_ start: Int) -> Bool {
    var index = start
    while true {
      switch kind(at: index) {
      case .colonToken: return true
      case .openParenToken, .openBracketToken, .openBraceToken:
        guard let end = afterGroup(index) else { return false }
        index = end
        continue
      case .closeParenToken, .semicolonToken, .endOfFileToken, .closeBraceToken: return false
      default: index += 1
      }
    }
  }

  /// `T x = 1, y = 2` in parentheses.
  private mutating func parseParenthesizedDeclaration() -> SyntaxElement {
    let type = parseLocalType()
    let variables = parseVariables(stopsAtParenthesis: true)
    return builder.node(.variableDeclaration, type, variables)
  }

  /// A local's type, perhaps `scoped`.
  private mutating func parseLocalType() -> SyntaxElement {
    guard isPossibleScopedKeyword(at: position) else { return parseType() }
    let scoped = eat(as: .scopedKeyword)
    let type = parseType()
    return builder.node(.scopedType, scoped, type)
  }
}

// MARK: - Selection
extension Parser {
  /// `if … else if …`: the chain takes no recursion.
  private mutating func parseIf(_ attributes: SyntaxElement) -> SyntaxElement {
    let mark = stack.count
    push(attributes)
    var result: SyntaxElement
    var elseKeyword = SyntaxElement.nothing
    while true {
      push(eat())
      push(expect(.openParenToken))
      push(parseExpression())
      push(expect(.closeParenToken))
      push(parseEmbeddedStatement())
      guard kind == .elseKeyword else {
        result = .nothing
        break
      }
      elseKeyword = eat()
      guard kind == .ifKeyword else {
        let statement = parseEmbeddedStatement()
        result = builder.node(.elseClause, elseKeyword, statement)
        break
      }
      push(elseKeyword)
    }
    // On the stack: attributes, then five elements per `if`, with `else` between.
    while true {
      let base = stack.count - 5
      let first = base == mark + 1 ? attributes : .nothing
      let statement = builder.node(
        .ifStatement, first, stack[base], stack[base + 1], stack[base + 2], stack[base + 3], stack[base + 4],
        result)
      stack.removeLast(5)
      if stack.count == mark + 1 {
        stack.removeLast()
        return statement
      }
      let word = stack.removeLast()
      result = builder.node(.elseClause, word, statement)
    }
  }

  /// `else` without `if`.
  private mutating func parseMisplacedElse(_ attributes: SyntaxElement) -> SyntaxElement {
    let ifKeyword = missing(.ifKeyword)
    reportHere(8641, "'else' cannot start a statement.")
    let open = missing(.openParenToken)
    let condition = missingName()
    let close = missing(.closeParenToken)
    let semicolon = missing(.semicolonToken)
    let empty = builder.node(.emptyStatement, .nothing, semicolon)
    let elseKeyword = eat()
    let statement = parseEmbeddedStatement()
    let clause = builder.node(.elseClause, elseKeyword, statement)
    return builder.node(.ifStatement, attributes, ifKeyword, open, condition, close, empty, clause)
  }

  private mutating func parseSwitch(_ attributes: SyntaxElement) -> SyntaxElement {
    if kind == .caseKeyword {
      // Sections without the statement around them.
      let keyword = missingWithError(.switchKeyword)
      let open = missing(.openParenToken)
      let name = missingName()
      let close = missing(.closeParenToken)
      let openBrace = missing(.openBraceToken)
      let mark = stack.count
      while isPossibleSwitchSection { push(parseSwitchSection()) }
      let sections = list(from: mark)
      let closeBrace = missing(.closeBraceToken)
      return builder.node(
        .switchStatement, attributes, keyword, open, name, close, openBrace, sections, closeBrace)
    }
    let keyword = eat()
    let keywordIndex = lastConsumed
    var open = SyntaxElement.nothing
    var close = SyntaxElement.nothing
    var expression = parseExpression()
    switch builder.kind(of: expression) {
    case .parenthesizedExpression:
      let inner = builder.slot(expression, 1)
      let first = builder.slot(expression, 0)
      let last = builder.slot(expression, 2)
      if builder.takeBack(expression, .parenthesizedExpression) {
        open = first
        close = last
        expression = inner
      }
    case .tupleExpression: break
    default:
      report(8415, on: expression, "Parentheses are required around the switch governing expression.")
      open = missing(.openParenToken, after: keywordIndex)
      close = missing(.closeParenToken)
    }
    let openBrace = expect(.openBraceToken)
    let mark = stack.count
    var last = -1
    while isPossibleSwitchSection, position != last {
      last = position
      push(parseSwitchSection())
    }
    let sections = list(from: mark)
    let closeBrace = expect(.closeBraceToken)
    return builder.node(
      .switchStatement, attributes, keyword, open, expression, close, openBrace, sections, closeBrace)
  }

  private mutating func parseSwitchSection() -> SyntaxElement {
    let mark = stack.count
    repeat {
      if kind == .caseKeyword {
        push(parseCaseLabel())
      } else {
        let keyword = expect(.defaultKeyword)
        let colon = expect(.colonToken)
        push(builder.node(.defaultSwitchLabel, keyword, colon))
      }
    } while isPossibleSwitchSection
    let labels = list(from: mark)
    let statements = parseStatements(inSwitchSection: true)
    return builder.node(.switchSection, labels, statements)
  }

  private mutating func parseCaseLabel() -> SyntaxElement {
    let keyword = eat()
    if kind == .colonToken {
      let name = missingName(150, "A constant value is expected")
      let colon = eat()
      return builder.node(.caseSwitchLabel, keyword, name, colon)
    }
    let saved = terminators
    terminators.insert(.caseLabel)
    let label = parseExpressionOrPatternForCase()
    terminators = saved
    if isPattern(builder.kind(of: label)) {
      if builder.kind(of: label) == .discardPattern {
        report(8523, on: label, "The discard pattern is not permitted as a case label in a switch statement.")
      }
      let when = parseWhenClause(.expression)
      let colon = expectCaseColon()
      return builder.node(.casePatternSwitchLabel, keyword, label, when, colon)
    }
    let colon = expectCaseColon()
    return builder.node(.caseSwitchLabel, keyword, label, colon)
  }

  private mutating func expectCaseColon() -> SyntaxElement {
    if kind == .semicolonToken {
      reportHere(1003, "Syntax error, ':' expected")
      let colon = missing(.colonToken)
      flag(colon)
      skipToken()
      return colon
    }
    return expect(.colonToken)
  }

  private func isPattern(_ kind: SyntaxKind) -> Bool {
    kind.rawValue >= SyntaxKind.discardPattern.rawValue && kind.rawValue <= SyntaxKind.slicePattern.rawValue
      && kind != .positionalPatternClause && kind != .propertyPatternClause && kind != .subpattern
  }
}

// MARK: - Iteration
extension Parser {
  private mutating func parseWhile(_ attributes: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let open = expect(.openParenToken)
    let condition = parseExpression()
    let close = expect(.closeParenToken)
    let statement = parseEmbeddedStatement()
    return builder.node(.whileStatement, attributes, keyword, open, condition, close, statement)
  }

  private mutating func parseDo(_ attributes: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let statement = parseEmbeddedStatement()
    let whileKeyword = expect(.whileKeyword)
    let open = expect(.openParenToken)
    let saved = terminators
    terminators.insert(.doWhileCondition)
    let condition = parseExpression()
    terminators = saved
    let close = expect(.closeParenToken)
    let semicolon = expect(.semicolonToken)
    return builder.node(
      .doStatement, attributes, keyword, statement, whileKeyword, open, condition, close, semicolon)
  }

  private mutating func parseFor(_ attributes: SyntaxElement) -> SyntaxElement {
    // `for` in place of `foreach`.
    if isForEachByMistake() { return parseForEach(attributes, await: .nothing) }
    let keyword = eat()
    let open = expect(.openParenToken)
    let saved = terminators
    terminators.insert(.forStatement)
    var declaration = SyntaxElement.nothing
    var initializers = SyntaxElement.nothing
    if kind != .semicolonToken {
      if isDeclarationInFor() {
        declaration = parseParenthesizedDeclaration()
      } else if kind != .closeParenToken {
        initializers = parseForExpressions()
      }
    }
    let first = expect(.semicolonToken)
    var condition = SyntaxElement.nothing
    if kind != .semicolonToken, kind != .closeParenToken { condition = parseExpression() }
    let second = expect(.semicolonToken)
    var incrementors = SyntaxElement.nothing
    if kind != .closeParenToken { incrementors = parseForExpressions() }
    terminators = saved
    let close = expect(.closeParenToken)
    let statement = parseEmbeddedStatement()
    return builder.node(
      .forStatement, attributes, keyword, open, declaration, initializers, first, condition, second, incrementors,
      close, statement)
  }

  private mutating func isForEachByMistake() -> Bool {
    guard peek(1) == .openParenToken else { return false }
    var index = position + 2
    guard scanType(&index) != .notType else { return false }
    return kind(at: index) == .identifierToken && kind(at: index + 1) == .inKeyword
  }

  private mutating func isDeclarationInFor() -> Bool {
    if kind == .refKeyword { return true }
    if isPossibleScopedKeyword(at: position) { return true }
    if isQueryExpression(mayBeVariableDeclaration: true, mayBeMemberDeclaration: false) { return false }
    var index = position
    return scanType(&index) != .notType && isTrueIdentifier(at: index)
  }

  private mutating func parseForExpressions() -> SyntaxElement {
    let mark = stack.count
    guard isPossibleExpression || kind == .commaToken || skipBad(.forExpression, expected: .identifierToken) else {
      return .nothing
    }
    push(parseExpression())
    var last = -1
    while kind != .closeParenToken, kind != .semicolonToken, position != last {
      last = position
      if kind == .commaToken || isPossibleExpression {
        push(expect(.commaToken))
        push(parseExpression())
      } else if !skipBad(.forExpression, expected: .commaToken) {
        break
      }
    }
    return list(from: mark)
  }

  private mutating func parseForEach(_ attributes: SyntaxElement, await awaitKeyword: SyntaxElement) -> SyntaxElement {
    let keyword: SyntaxElement
    if kind == .forKeyword {
      reportHere(1003, "Syntax error, 'foreach' expected")
      keyword = eat(as: .forEachKeyword)
    } else {
      keyword = eat()
    }
    let open = expect(.openParenToken)
    var type = SyntaxElement.nothing
    var identifier = SyntaxElement.nothing
    var variable = SyntaxElement.nothing
    if isSimpleForEachVariable() {
      type = parseLocalType()
      identifier = parseIdentifierToken()
    } else {
      variable = parseExpressionOrDeclaration(.normal, permitTuple: true)
      let node = builder.kind(of: variable)
      if kind != .inKeyword,
        node == .identifierName || node == .genericName || node == .qualifiedName
          || node == .predefinedType
      {
        // A type without a name.
        reportAtMissing(230, "Type and identifier are both required in a foreach statement")
        type = variable
        variable = .nothing
        identifier = missing(.identifierToken)
        flag(identifier)
      } else if node != .declarationExpression, node != .tupleExpression {
        report(230, on: variable, "Type and identifier are both required in a foreach statement")
      }
    }
    let inKeyword = expect(.inKeyword)
    let expression = parseExpression()
    let close = expect(.closeParenToken)
    let statement = parseEmbeddedStatement()
    if variable.isNothing {
      return builder.node(
        .forEachStatement, attributes, awaitKeyword, keyword, open, type, identifier, inKeyword, expression, close,
        statement)
    }
    return builder.node(
      .forEachVariableStatement, attributes, awaitKeyword, keyword, open, variable, inKeyword, expression, close,
      statement)
  }

  /// `T x` where neither is a tuple of variables.
  private mutating func isSimpleForEachVariable() -> Bool {
    var index = position
    if isPossibleScopedKeyword(at: index) { index += 1 }
    return scanType(&index) != .notType && isTrueIdentifier(at: index)
  }
}

// MARK: - Jumps
extension Parser {
  /// `break`, `continue`, perhaps with a label.
  private mutating func parseJump(_ attributes: SyntaxElement, _ node: SyntaxKind) -> SyntaxElement {
    let keyword = eat()
    var label = SyntaxElement.nothing
    if isTrueIdentifier() {
      let token = eat()
      label = builder.node(.identifierName, token)
    }
    let semicolon = expect(.semicolonToken)
    return builder.node(node, attributes, keyword, label, semicolon)
  }

  private mutating func parseReturn(_ attributes: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let expression = kind == .semicolonToken ? .nothing : parsePossibleRefExpression()
    let semicolon = expect(.semicolonToken)
    return builder.node(.returnStatement, attributes, keyword, expression, semicolon)
  }

  private mutating func parseThrow(_ attributes: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let expression = kind == .semicolonToken ? .nothing : parseExpression()
    let semicolon = expect(.semicolonToken)
    return builder.node(.throwStatement, attributes, keyword, expression, semicolon)
  }

  private mutating func parseYield(_ attributes: SyntaxElement) -> SyntaxElement {
    let keyword = eat(as: .yieldKeyword)
    let isBreak = kind == .breakKeyword
    let word = eat()
    var expression = SyntaxElement.nothing
    if !isBreak {
      expression =
        kind == .semicolonToken ? missingName(1627, "Expression expected after yield return") : parseExpression()
    }
    let semicolon = expect(.semicolonToken)
    return builder.node(
      isBreak ? .yieldBreakStatement : .yieldReturnStatement, attributes, keyword, word, expression, semicolon)
  }

  private mutating func parseGoto(_ attributes: SyntaxElement) -> SyntaxElement {
    let keyword = eat()
    let node: SyntaxKind
    var word = SyntaxElement.nothing
    var expression = SyntaxElement.nothing
    switch kind {
    case .caseKeyword:
      node = .gotoCaseStatement
      word = eat()
      expression = parseExpression()
    case .defaultKeyword:
      node = .gotoDefaultStatement
      word = eat()
    default:
      node = .gotoStatement
      expression = parseIdentifierName()
    }
    let semicolon = expect(.semicolonToken)
    return builder.node(node, attributes, keyword, word, expression, semicolon)
  }

  private mutating func parseLabeled(_ attributes: SyntaxElement) -> SyntaxElement {
    let identifier = eat()
    let colon = eat()
    let statement: SyntaxElement
    if isPossibleStatement(acceptAccessibility: true), let parsed = parseStatement() {
      statement = parsed
    } else {
      let semicolon = missingWithError(.semicolonToken)
      statement = builder.node(.emptyStatement, .nothing, semicolon)
    }
    return builder.node(.labeledStatement, attributes, identifier, colon, statement)
  }
}

// MARK: - Exceptions
extension Parser {
  private mutating func parseTry(_ attributes: SyntaxElement) -> SyntaxElement {
    let wasInTry = context.isInTry
    context.isInTry = true
    defer { context.isInTry = wasInTry }
    let keyword = expect(.tryKeyword)
    let block: SyntaxElement
    if builder.isMissing(keyword) {
      let open = missing(.openBraceToken)
      let close = missing(.closeBraceToken)
      block = builder.node(.block, .nothing, open, .nothing, close)
    } else {
      let saved = terminators
      terminators.insert(.tryBlock)
      block = parseBlock()
      terminators = saved
    }
    let mark = stack.count
    while kind == .catchKeyword { push(parseCatch()) }
    let hasCatch = stack.count > mark
    let catches = list(from: mark)
    var finally = SyntaxElement.nothing
    if kind == .finallyKeyword {
      let word = eat()
      let body = parseBlock()
      finally = builder.node(.finallyClause, word, body)
    } else if !hasCatch {
      reportAtMissing(1524, "Expected catch or finally")
      let word = missing(.finallyKeyword)
      flag(word)
      let open = missing(.openBraceToken)
      let close = missing(.closeBraceToken)
      let body = builder.node(.block, .nothing, open, .nothing, close)
      finally = builder.node(.finallyClause, word, body)
    }
    return builder.node(.tryStatement, attributes, keyword, block, catches, finally)
  }

  private mutating func parseCatch() -> SyntaxElement {
    let keyword = eat()
    let saved = terminators
    var declaration = SyntaxElement.nothing
    if kind == .openParenToken {
      let open = eat()
      terminators.insert(.catchClause)
      let type = parseType()
      let name = isTrueIdentifier() ? eat() : .nothing
      terminators = saved
      let close = expect(.closeParenToken)
      declaration = builder.node(.catchDeclaration, open, type, name, close)
    }
    var filter = SyntaxElement.nothing
    if contextual == .whenKeyword || kind == .ifKeyword {
      let word: SyntaxElement
      if kind == .ifKeyword {
        reportHere(1003, "Syntax error, 'when' expected")
        word = eat(as: .whenKeyword)
      } else {
        word = eat(as: .whenKeyword)
      }
      terminators.insert(.filterClause)
      let open = expect(.openParenToken)
      let expression = parseExpression()
      terminators = saved
      let close = expect(.closeParenToken)
      filter = builder.node(.catchFilterClause, word, open, expression, close)
    }
    terminators.insert(.catchBlock)
    let block = parseBlock()
    terminators = saved
    return builder.node(.catchClause, keyword, declaration, filter, block)
  }
}
