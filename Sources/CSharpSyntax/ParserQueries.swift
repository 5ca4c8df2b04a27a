// MARK: - Queries
extension Parser {
  /// `from x in xs … select y`; the caller has seen that it is one.
  mutating func parseQueryExpression() -> SyntaxElement {
    let saved = context.isInQuery
    context.isInQuery = true
    let from = parseFromClause()
    let body = parseQueryBody()
    context.isInQuery = saved
    return builder.node(.queryExpression, from, body)
  }

  private mutating func parseQueryBody() -> SyntaxElement {
    depth += 1
    defer { depth -= 1 }
    let mark = stack.count
    clauses: while true {
      switch contextual {
      case .fromKeyword: push(parseFromClause())
      case .joinKeyword: push(parseJoinClause())
      case .letKeyword: push(parseLetClause())
      case .whereKeyword: push(parseWhereClause())
      case .orderByKeyword: push(parseOrderByClause())
      default: break clauses
      }
    }
    let clauses = list(from: mark)
    let end: SyntaxElement
    switch contextual {
    case .selectKeyword:
      let keyword = eat(as: .selectKeyword)
      let expression = parseExpression()
      end = builder.node(.selectClause, keyword, expression)
    case .groupKeyword:
      let keyword = eat(as: .groupKeyword)
      let value = parseExpression()
      let by = expectContextual(.byKeyword)
      let key = parseExpression()
      end = builder.node(.groupClause, keyword, value, by, key)
    default:
      reportAtMissing(742, "A query body must end with a select clause or a group clause")
      let keyword = missing(.selectKeyword)
      flag(keyword)
      let name = missingName()
      end = builder.node(.selectClause, keyword, name)
    }
    guard contextual == .intoKeyword else { return builder.node(.queryBody, clauses, end, .nothing) }
    let into = eat(as: .intoKeyword)
    let name = parseIdentifierToken()
    guard depth < Parser.maximumDepth else {
      reportNesting()
      skipOperand()
      return builder.node(.queryBody, clauses, end, .nothing)
    }
    let body = parseQueryBody()
    let continuation = builder.node(.queryContinuation, into, name, body)
    return builder.node(.queryBody, clauses, end, continuation)
  }

  private mutating func parseFromClause() -> SyntaxElement {
    let keyword = eat(as: .fromKeyword)
    let type = peek(1) == .inKeyword ? .nothing : parseType()
    let name = parseRangeVariable()
    let inKeyword = expect(.inKeyword)
    let expression = parseExpression()
    return builder.node(.fromClause, keyword, type, name, inKeyword, expression)
  }

  private mutating func parseRangeVariable() -> SyntaxElement {
    guard peek(1) == .inKeyword, kind != .identifierToken || isQueryKeywordInQuery else {
      return parseIdentifierToken()
    }
    // Something else stands where the name should, and `in` behind it.
    reportHere(1001, "Identifier expected")
    let name = missing(.identifierToken)
    flag(name)
    skipToken()
    return name
  }

  private mutating func parseJoinClause() -> SyntaxElement {
    let keyword = eat(as: .joinKeyword)
    let type = peek(1) == .inKeyword ? .nothing : parseType()
    let name = parseRangeVariable()
    let inKeyword = expect(.inKeyword)
    let source = parseExpression()
    let on = expectContextual(.onKeyword)
    let left = parseExpression()
    let equals = expectContextual(.equalsKeyword)
    let right = parseExpression()
    var into = SyntaxElement.nothing
    if contextual == .intoKeyword {
      let word = eat(as: .intoKeyword)
      let group = parseIdentifierToken()
      into = builder.node(.joinIntoClause, word, group)
    }
    return builder.node(
      .joinClause, keyword, type, name, inKeyword, source, on, left, equals, right, into)
  }

  private mutating func parseLetClause() -> SyntaxElement {
    let keyword = eat(as: .letKeyword)
    let name = parseIdentifierToken()
    let equals = expect(.equalsToken)
    let expression = parseExpression()
    return builder.node(.letClause, keyword, name, equals, expression)
  }

  private mutating func parseWhereClause() -> SyntaxElement {
    let keyword = eat(as: .whereKeyword)
    let condition = parseExpression()
    return builder.node(.whereClause, keyword, condition)
  }

  private mutating func parseOrderByClause() -> SyntaxElement {
    let keyword = eat(as: .orderByKeyword)
    let mark = stack.count
    push(parseOrdering())
    while kind == .commaToken {
      push(eat())
      push(parseOrdering())
    }
    let orderings = list(from: mark)
    return builder.node(.orderByClause, keyword, orderings)
  }

  private mutating func parseOrdering() -> SyntaxElement {
    let expression = parseExpression()
    switch contextual {
    case .ascendingKeyword:
      let word = eat(as: .ascendingKeyword)
      return builder.node(.ascendingOrdering, expression, word)
    case .descendingKeyword:
      let word = eat(as: .descendingKeyword)
      return builder.node(.descendingOrdering, expression, word)
    default:
      return builder.node(.ascendingOrdering, expression, .nothing)
    }
  }
}
