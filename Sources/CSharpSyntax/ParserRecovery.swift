/// Lists in which tokens are skipped that cannot go on with them.
enum BadList: UInt8 {
  case typeArgument, typeParameter, arrayRank, argument, bracketedArgument, initializer, collection, lambdaParameter
  case parameter, bracketedParameter, subpattern, positionalSubpattern, listPattern, attribute, attributeArgument
  case variable, baseType, constraint, constraintClause, enumMember, accessor, statement, switchSectionStatement
  case forExpression
}

// MARK: - Skipping
extension Parser {
  /// Leaves the current token out of the tree: its text becomes trivia behind the last token that is in it, or before
  /// the first one.
  mutating func skipToken() {
    guard position < endIndex else { return }
    let record = builder.tokens[position]
    if lastConsumed >= 0, record.kind == .none {
      // Its text has been taken before.
      return moveOn(to: position + 1)
    }
    if lastConsumed >= 0 {
      builder.tokens[lastConsumed].fullEnd = record.fullEnd
      mark(lastConsumed, record.flags)
      bury(position, at: record.fullEnd)
    } else {
      let next = position + 1
      builder.tokens[next].fullStart = record.fullStart
      mark(next, record.flags)
      bury(position, at: record.fullStart)
    }
    moveOn(to: position + 1)
  }

  /// Leaves the current token out of the tree: its text becomes trivia before the next one.
  mutating func skipTokenForward() {
    guard position < endIndex else { return }
    let record = builder.tokens[position]
    builder.tokens[position + 1].fullStart = record.fullStart
    mark(position + 1, record.flags)
    bury(position, at: record.fullStart)
    moveOn(to: position + 1)
  }

  private mutating func mark(_ index: Int, _ skipped: ElementFlags) {
    builder.tokens[index].flags.formUnion(skipped.intersection([.containsDirectives, .containsErrors]))
    if !builder.tokens[index].flags.contains(.containsSkippedText) {
      builder.tokens[index].flags.insert(.containsSkippedText)
      flagged.append(UInt32(truncatingIfNeeded: index))
    }
  }

  /// Skips what was parsed from the token at `start` up to the current one, whose nodes go nowhere.
  mutating func skipAgain(from start: Int, behind before: Int) {
    let end = position
    lastConsumed = before
    moveOn(to: start)
    skip(to: end)
  }

  mutating func skip(to index: Int) {
    while position < index, position < endIndex { skipToken() }
  }

  /// Skips tokens that cannot go on with a list. Answers whether the list goes on, rather than ends here.
  mutating func skipBad(_ list: BadList, expected: SyntaxKind) -> Bool {
    var isFirst = true
    while !isExpected(in: list) {
      if isEnd(of: list) { return false }
      if isFirst {
        let (id, message) = SyntaxErrorText.expected(expected, found: kind, spelling: currentText)
        reportHere(id, message)
        isFirst = false
      }
      skipToken()
    }
    return true
  }

  private mutating func isExpected(in list: BadList) -> Bool {
    switch list {
    case .typeArgument: return kind == .commaToken || isPossibleType(at: position)
    case .typeParameter: return kind == .commaToken
    case .arrayRank, .initializer, .collection:
      return kind == .commaToken || kind == .openBraceToken && list == .initializer || isPossibleExpression
    case .argument, .bracketedArgument: return kind == .commaToken || isPossibleArgument
    case .lambdaParameter: return kind == .commaToken || isPossibleLambdaParameter
    case .parameter, .bracketedParameter: return kind == .commaToken || isPossibleParameter
    case .subpattern, .positionalSubpattern, .listPattern: return kind == .commaToken || isPossibleSubpatternElement
    case .attribute: return kind == .commaToken || isTrueIdentifier()
    case .attributeArgument: return kind == .commaToken || isPossibleExpression
    case .variable: return kind == .commaToken
    case .baseType: return kind == .commaToken || isPossibleType(at: position) || kind == .openParenToken
    case .constraint: return kind == .commaToken || isPossibleConstraint
    case .constraintClause: return isWhereOfConstraintClause
    case .enumMember: return kind == .commaToken || kind == .semicolonToken || isPossibleEnumMember
    case .accessor: return isPossibleAccessor
    case .statement, .switchSectionStatement: return isPossibleStatement(acceptAccessibility: true)
    case .forExpression: return kind == .commaToken || isPossibleExpression
    }
  }

  private mutating func isEnd(of list: BadList) -> Bool {
    switch list {
    case .typeArgument, .typeParameter: return kind == .greaterThanToken || isTerminator()
    case .arrayRank: return kind == .closeBracketToken || kind == .semicolonToken || isTerminator()
    case .argument, .lambdaParameter, .positionalSubpattern, .parameter:
      return kind == .closeParenToken || kind == .semicolonToken || isTerminator()
    case .bracketedArgument, .bracketedParameter, .collection, .listPattern:
      return kind == .closeBracketToken || kind == .semicolonToken || isTerminator()
    case .initializer: return kind == .closeBraceToken || isTerminator()
    case .subpattern: return kind == .closeBraceToken || kind == .semicolonToken || isTerminator()
    case .attribute: return kind == .closeBracketToken || isTerminator()
    case .attributeArgument: return kind == .closeParenToken || isTerminator()
    case .variable: return kind == .semicolonToken || isTerminator()
    case .baseType, .constraint, .constraintClause: return kind == .openBraceToken || isTerminator()
    case .enumMember: return kind == .closeBraceToken || isTerminator()
    case .accessor, .statement: return kind == .closeBraceToken || isTerminator()
    case .switchSectionStatement: return kind == .closeBraceToken || isPossibleSwitchSection || isTerminator()
    case .forExpression: return kind == .closeParenToken || kind == .semicolonToken || isTerminator()
    }
  }

  /// Whether the current token goes on with, or ends, something that is being parsed further out.
  mutating func isTerminator() -> Bool {
    if kind == .endOfFileToken { return true }
    // Within a hole of an interpolated string nothing outside of it goes on.
    if kind == .interpolatedStringTextToken || kind == .interpolatedStringEndToken
      || kind == .interpolatedRawStringEndToken
    {
      return true
    }
    let set = terminators
    if set.contains(.namespaceMember),
      kind == .closeBraceToken || isPossibleNamespaceMember
    {
      return true
    }
    if set.contains(.attributeList), kind == .closeBracketToken || kind == .openBracketToken { return true }
    if set.contains(.constraintClause),
      kind == .colonToken || kind == .openBraceToken || isWhereOfConstraintClause
    {
      return true
    }
    if set.contains(.member), kind == .closeBraceToken || kind.startsMember { return true }
    if set.contains(.returnType), kind == .openParenToken || kind == .openBraceToken || kind == .semicolonToken {
      return true
    }
    if !set.isDisjoint(with: [.parameterList, .argumentList]),
      kind == .closeParenToken || kind == .closeBracketToken
    {
      return true
    }
    if set.contains(.fieldDeclaration), kind == .semicolonToken { return true }
    if set.contains(.variableDeclaration), kind == .commaToken || kind == .semicolonToken { return true }
    if set.contains(.typeArgumentList), kind == .greaterThanToken { return true }
    if set.contains(.statement), kind == .semicolonToken || isPossibleStatement(acceptAccessibility: false) {
      return true
    }
    if set.contains(.fixedStatement),
      kind == .closeParenToken || kind == .semicolonToken || kind == .openBraceToken
    {
      return true
    }
    if !set.isDisjoint(with: [.tryBlock, .catchBlock, .catchClause, .filterClause]),
      kind == .closeBraceToken || kind == .catchKeyword || kind == .finallyKeyword
    {
      return true
    }
    if !set.isDisjoint(with: [.catchClause, .filterClause]), kind == .closeParenToken || kind == .openBraceToken {
      return true
    }
    if set.contains(.doWhileCondition), kind == .closeParenToken || kind == .semicolonToken { return true }
    if set.contains(.forStatement),
      kind == .semicolonToken || kind == .closeParenToken || kind == .openBraceToken
    {
      return true
    }
    if set.contains(.declarationClause),
      kind == .semicolonToken || kind == .closeParenToken || kind == .closeBracketToken
    {
      return true
    }
    if set.contains(.switchSection), isPossibleSwitchSection { return true }
    if set.contains(.typeParameterList) {
      switch kind {
      case .greaterThanToken, .openParenToken, .colonToken, .openBraceToken: return true
      default: if isWhereOfConstraintClause { return true }
      }
    }
    if !set.isDisjoint(with: [.methodSignature, .typeSignature]),
      kind == .semicolonToken || kind == .openBraceToken
    {
      return true
    }
    if set.contains(.switchExpressionArm), kind == .commaToken || kind == .equalsGreaterThanToken { return true }
    return false
  }
}

// MARK: - Nesting
extension Parser {
  mutating func reportNesting() {
    guard !reportedNesting else { return }
    reportedNesting = true
    reportHere(8078, SyntaxErrorText.nesting)
  }

  /// Stands for an expression that nests too deeply; its tokens are skipped.
  mutating func tooDeepExpression() -> SyntaxElement {
    reportNesting()
    let name = missingName()
    skipOperand()
    return name
  }

  /// Stands for a type that nests too deeply.
  mutating func tooDeepType() -> SyntaxElement {
    reportNesting()
    let name = missingName()
    var open = 0
    while position < endIndex {
      switch kind {
      case .lessThanToken: open += 1
      case .greaterThanToken:
        if open == 0 { return name }
        open -= 1
      case .openParenToken, .openBracketToken:
        if let end = afterGroup(position) {
          skip(to: end)
          continue
        }
      case .semicolonToken, .openBraceToken, .closeBraceToken, .closeParenToken, .closeBracketToken: return name
      case .commaToken: if open == 0 { return name }
      default: break
      }
      skipToken()
    }
    return name
  }

  /// Skips to where an operand that was not parsed must end, bracket groups as a whole.
  mutating func skipOperand() {
    while position < endIndex {
      switch kind {
      case .openParenToken, .openBracketToken, .openBraceToken:
        if let end = afterGroup(position) {
          skip(to: end)
          continue
        }
      case .semicolonToken, .closeBraceToken, .closeParenToken, .closeBracketToken, .commaToken,
        .interpolatedStringTextToken, .interpolatedStringEndToken, .interpolatedRawStringEndToken:
        return
      default: break
      }
      skipToken()
    }
  }
}
