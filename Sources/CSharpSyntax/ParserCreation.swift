// MARK: - new
extension Parser {
  mutating func parseNew() -> SyntaxElement {
    switch peek(1) {
    case .openBraceToken: return parseAnonymousObject()
    case .openBracketToken: return parseImplicitArrayCreation()
    default: return parseObjectOrArrayCreation()
    }
  }

  /// `new { a, b = c }`
  private mutating func parseAnonymousObject() -> SyntaxElement {
    let new = eat()
    let open = eat()
    let mark = stack.count
    var last = -1
    while kind != .closeBraceToken, position != last {
      last = position
      if isPossibleExpression {
        push(parseAnonymousObjectMember())
        if kind == .commaToken {
          push(eat())
        } else if isPossibleExpression {
          push(missingWithError(.commaToken))
        }
      } else if kind == .commaToken {
        push(parseAnonymousObjectMember())
        push(eat())
      } else if !skipBad(.initializer, expected: .commaToken) {
        break
      }
    }
    let members = list(from: mark)
    let close = expect(.closeBraceToken)
    return builder.node(.anonymousObjectCreationExpression, new, open, members, close)
  }

  private mutating func parseAnonymousObjectMember() -> SyntaxElement {
    let name = isNamedAssignment ? parseNameEquals() : .nothing
    let expression = parseExpression()
    return builder.node(.anonymousObjectMemberDeclarator, name, expression)
  }

  var isNamedAssignment: Bool { kind == .identifierToken && peek(1) == .equalsToken }

  mutating func parseNameEquals() -> SyntaxElement {
    let token = eat()
    let name = builder.node(.identifierName, token)
    let equals = expect(.equalsToken)
    return builder.node(.nameEquals, name, equals)
  }

  /// `new[,] { … }`
  private mutating func parseImplicitArrayCreation() -> SyntaxElement {
    let new = eat()
    let open = eat()
    let mark = stack.count
    while kind == .commaToken { push(eat()) }
    if kind != .closeBracketToken, canStartExpression {
      reportHere(178, "Invalid rank specifier: expected ',' or ']'")
      while kind != .closeBracketToken, kind != .openBraceToken, kind != .semicolonToken, kind != .endOfFileToken,
        kind != .closeBraceToken
      {
        skipToken()
      }
    }
    let commas = list(from: mark)
    let close = expect(.closeBracketToken)
    let initializer = parseArrayInitializer()
    return builder.node(.implicitArrayCreationExpression, new, open, commas, close, initializer)
  }

  private mutating func parseObjectOrArrayCreation() -> SyntaxElement {
    let new = eat()
    var type = SyntaxElement.nothing
    if !isImplicitObjectCreation() {
      type = parseType(.newExpression)
      if builder.kind(of: type) == .arrayType {
        let initializer = kind == .openBraceToken ? parseArrayInitializer() : .nothing
        return builder.node(.arrayCreationExpression, new, type, initializer)
      }
    }
    var arguments = kind == .openParenToken ? parseArgumentList() : .nothing
    let initializer = kind == .openBraceToken ? parseObjectInitializer() : .nothing
    if arguments.isNothing, initializer.isNothing {
      if !isMissing(type) {
        reportAtMissing(1526, "A new expression requires an argument list or (), [], or {} after type")
      }
      let open = missing(.openParenToken)
      flag(open)
      let close = missing(.closeParenToken)
      arguments = builder.node(.argumentList, open, .nothing, close)
    }
    if type.isNothing {
      return builder.node(.implicitObjectCreationExpression, new, arguments, initializer)
    }
    return builder.node(.objectCreationExpression, new, type, arguments, initializer)
  }

  /// `new(…)`, told from `new (int, int)[2]`.
  private mutating func isImplicitObjectCreation() -> Bool {
    guard kind == .openParenToken else { return false }
    var index = position + 1
    guard scanTupleType(&index) != .notType else { return true }
    switch kind(at: index) {
    case .questionToken, .openBracketToken, .openParenToken: return false
    default: return true
    }
  }

  /// `stackalloc T[n]`, `stackalloc[] { … }`
  mutating func parseStackAlloc() -> SyntaxElement {
    let keyword = eat()
    if kind == .openBracketToken {
      let open = eat()
      if kind != .closeBracketToken, kind != .openBraceToken, canStartExpression {
        reportHere(8381, "Invalid rank specifier: expected ']'")
        while kind != .closeBracketToken, kind != .openBraceToken, kind != .semicolonToken,
          kind != .endOfFileToken, kind != .closeBraceToken
        {
          skipToken()
        }
      }
      let close = expect(.closeBracketToken)
      let initializer = parseArrayInitializer()
      return builder.node(.implicitStackAllocArrayCreationExpression, keyword, open, close, initializer)
    }
    let type = parseType(.newExpression)
    let initializer = kind == .openBraceToken ? parseArrayInitializer() : .nothing
    return builder.node(.stackAllocArrayCreationExpression, keyword, type, initializer)
  }
}

// MARK: - Initializers
extension Parser {
  /// `{ 1, { 2, 3 } }` of an array.
  mutating func parseArrayInitializer() -> SyntaxElement {
    depth += 1
    defer { depth -= 1 }
    guard depth < Parser.maximumDepth else { return tooDeepExpression() }
    let open = expect(.openBraceToken)
    let mark = stack.count
    var last = -1
    while kind != .closeBraceToken, position != last {
      last = position
      if kind == .openBraceToken || isPossibleExpression || kind == .commaToken {
        push(parseVariableInitializer())
        if kind == .commaToken {
          push(eat())
        } else if kind == .openBraceToken || isPossibleExpression {
          push(missingWithError(.commaToken))
        }
      } else if !skipBad(.initializer, expected: .commaToken) {
        break
      }
    }
    let values = list(from: mark)
    let close = expect(.closeBraceToken)
    return builder.node(.arrayInitializerExpression, open, values, close)
  }

  mutating func parseVariableInitializer() -> SyntaxElement {
    kind == .openBraceToken ? parseArrayInitializer() : parseExpression()
  }

  /// `{ A = 1, [2] = 3, { 4, 5 } }` behind `new`.
  mutating func parseObjectInitializer() -> SyntaxElement {
    depth += 1
    defer { depth -= 1 }
    guard depth < Parser.maximumDepth else { return tooDeepExpression() }
    let open = expect(.openBraceToken)
    var isObject = false
    let members = parseInitializerMembers(&isObject)
    let isEmpty = members.isNothing
    let close = expect(.closeBraceToken)
    return builder.node(
      isObject || isEmpty ? .objectInitializerExpression : .collectionInitializerExpression, open, members, close)
  }

  private mutating func parseInitializerMembers(_ isObject: inout Bool) -> SyntaxElement {
    let mark = stack.count
    var last = -1
    while kind != .closeBraceToken, position != last {
      last = position
      if isInitializerMember || kind == .commaToken {
        push(parseInitializerMember(&isObject))
        if kind == .commaToken {
          push(eat())
        } else if isInitializerMember {
          push(missingWithError(.commaToken))
        }
      } else if !skipBad(.initializer, expected: .commaToken) {
        break
      }
    }
    return list(from: mark)
  }

  private var isInitializerMember: Bool {
    kind == .openBraceToken || kind == .openBracketToken || isPossibleExpression
  }

  private mutating func parseInitializerMember(_ isObject: inout Bool) -> SyntaxElement {
    if kind == .openBraceToken { return parseComplexElement() }
    if kind == .openBracketToken {
      isObject = true
      let arguments = parseBracketedArgumentList()
      let access = builder.node(.implicitElementAccess, arguments)
      let equals = expect(.equalsToken)
      let value = parseInitializerValue()
      return builder.node(.simpleAssignmentExpression, access, equals, value)
    }
    if isNamedAssignment {
      isObject = true
      let token = eat()
      let name = builder.node(.identifierName, token)
      let equals = eat()
      let value = parseInitializerValue()
      return builder.node(.simpleAssignmentExpression, name, equals, value)
    }
    return parseExpression()
  }

  private mutating func parseInitializerValue() -> SyntaxElement {
    if kind == .openBraceToken { return parseObjectInitializer() }
    return parsePossibleRefExpression()
  }

  /// `{ key, value }` in a collection initializer.
  private mutating func parseComplexElement() -> SyntaxElement {
    let open = eat()
    let mark = stack.count
    var last = -1
    while kind != .closeBraceToken, position != last {
      last = position
      if isPossibleExpression || kind == .commaToken {
        push(parseExpression())
        if kind == .commaToken {
          push(eat())
        } else if isPossibleExpression {
          push(missingWithError(.commaToken))
        }
      } else if !skipBad(.initializer, expected: .commaToken) {
        break
      }
    }
    let values = list(from: mark)
    let close = expect(.closeBraceToken)
    return builder.node(.complexElementInitializerExpression, open, values, close)
  }

  /// `x with { A = 1 }`
  mutating func parseWithExpression(_ receiver: SyntaxElement) -> SyntaxElement {
    let keyword = eat(as: .withKeyword)
    let open = eat()
    var isObject = false
    let members = parseInitializerMembers(&isObject)
    let close = expect(.closeBraceToken)
    let initializer = builder.node(.withInitializerExpression, open, members, close)
    return builder.node(.withExpression, receiver, keyword, initializer)
  }

  /// `[a, ..b]`
  mutating func parseCollectionExpression() -> SyntaxElement {
    let open = eat()
    let saved = context.pendingColons
    context.pendingColons = 0
    defer { context.pendingColons = saved }
    let mark = stack.count
    var last = -1
    while kind != .closeBracketToken, position != last {
      last = position
      if isPossibleExpression || kind == .commaToken {
        push(parseCollectionElement())
        if kind == .commaToken {
          push(eat())
        } else if isPossibleExpression {
          push(missingWithError(.commaToken))
        }
      } else if !skipBad(.collection, expected: .commaToken) {
        break
      }
    }
    let elements = list(from: mark)
    let close = expect(.closeBracketToken)
    return builder.node(.collectionExpression, open, elements, close)
  }

  private mutating func parseCollectionElement() -> SyntaxElement {
    if kind == .dotDotToken {
      let dots = eat()
      let expression = parseExpression()
      return builder.node(.spreadElement, dots, expression)
    }
    if contextual == .withKeyword, peek(1) == .openParenToken {
      let keyword = eat(as: .withKeyword)
      let arguments = parseArgumentList()
      return builder.node(.withElement, keyword, arguments)
    }
    let expression = parseExpression()
    return builder.node(.expressionElement, expression)
  }
}
