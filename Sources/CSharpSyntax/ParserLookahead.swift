/// What a stretch of tokens that may be a type looks like.
enum TypeScan: UInt8 {
  case notType
  /// It can be nothing but a type: `int`, `A[]`.
  case mustBeType
  /// `A<int>`
  case genericTypeOrMethod
  /// `A<B>`
  case genericTypeOrExpression
  /// `A`, `A.B`
  case nonGenericTypeOrExpression
  /// `A::B`
  case aliasQualifiedName
  case nullableType
  case pointerOrMultiplication
  case tupleType
}

struct TypeScanResult {
  var scan: TypeScan
  var end: UInt32
  var isDefinite: Bool
}

/// Where a type stands: decides what `?`, `*`, `<` and identifiers behind it mean.
enum TypeMode: UInt8 {
  case normal
  case parameter
  case afterIs
  case definitePattern
  case afterOut
  case afterTupleComma
  case asExpression
  case newExpression
  case firstElementOfPossibleTuple
}

/// In which surroundings a name is parsed: decides whether `<` behind it opens type arguments.
struct NameOptions: OptionSet {
  let rawValue: UInt8
  static let inExpression = NameOptions(rawValue: 1)
  static let inTypeList = NameOptions(rawValue: 2)
  static let afterIs = NameOptions(rawValue: 4)
  static let definitePattern = NameOptions(rawValue: 8)
  static let afterOut = NameOptions(rawValue: 16)
  static let afterTupleComma = NameOptions(rawValue: 32)
  static let firstElementOfPossibleTuple = NameOptions(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ mode: TypeMode) {
    switch mode {
    case .afterIs: self = [.inExpression, .afterIs]
    case .definitePattern: self = [.inExpression, .definitePattern]
    case .afterOut: self = [.inExpression, .afterOut]
    case .afterTupleComma: self = [.inExpression, .afterTupleComma]
    case .firstElementOfPossibleTuple: self = [.inExpression, .firstElementOfPossibleTuple]
    case .normal, .parameter, .asExpression, .newExpression: self = []
    }
  }
}

// MARK: - Brackets
extension Parser {
  /// Index of the token that closes the bracket at `index`; `nil` where none does.
  mutating func closer(of index: Int) -> Int? {
    if closers.isEmpty { pairBrackets() }
    guard index < closers.count else { return nil }
    let closer = Int(closers[index])
    return closer == 0 ? nil : closer
  }

  /// Pairs brackets of all kinds in one pass; an unpaired one never hides a pair of braces around it.
  private mutating func pairBrackets() {
    closers = [UInt32](repeating: 0, count: endIndex + 1)
    var open: [UInt32] = []
    for index in 0..<endIndex {
      let kind = builder.tokens[index].kind
      let opener: SyntaxKind
      switch kind {
      case .openParenToken, .openBracketToken, .openBraceToken:
        open.append(UInt32(truncatingIfNeeded: index))
        continue
      case .closeParenToken: opener = .openParenToken
      case .closeBracketToken: opener = .openBracketToken
      case .closeBraceToken: opener = .openBraceToken
      default: continue
      }
      // Beyond a few unpaired ones inside, a closing one is taken as stray: keeps this linear.
      var place = open.count - 1
      var tries = 0
      while place >= 0, tries < 8 || opener == .openBraceToken {
        let candidate = builder.tokens[Int(open[place])].kind
        if candidate == opener {
          closers[Int(open[place])] = UInt32(truncatingIfNeeded: index)
          open.removeLast(open.count - place)
          break
        }
        if candidate == .openBraceToken { break }
        place -= 1
        tries += 1
      }
    }
  }

  /// Behind the bracket group that begins at `index`, or `nil` if it is not closed.
  mutating func afterGroup(_ index: Int) -> Int? {
    guard let closer = closer(of: index) else { return nil }
    return closer + 1
  }
}

// MARK: - Words
extension Parser {
  /// Whether an identifier may be a name here: no contextual keyword of a query, of `partial` or `where`.
  @inline(__always)
  func isTrueIdentifier() -> Bool {
    guard kind == .identifierToken else { return false }
    return builder.tokens[position].contextualKind == .none || isTrueIdentifierWord(at: position)
  }

  @inline(__always)
  func isTrueIdentifier(at index: Int) -> Bool {
    guard kind(at: index) == .identifierToken else { return false }
    return builder.tokens[index].contextualKind == .none || isTrueIdentifierWord(at: index)
  }

  private func isTrueIdentifierWord(at index: Int) -> Bool {
    let word = builder.tokens[index].contextualKind
    switch word {
    case .partialKeyword: return !isPartialType(at: index) && !isPartialMember(at: index)
    case .whereKeyword:
      if context.isInQuery { return false }
      return !isWhereOfConstraintClause(at: index)
    default: return !(context.isInQuery && word.isQueryKeyword)
    }
  }

  /// `where T :`
  func isWhereOfConstraintClause(at index: Int) -> Bool {
    contextual(at: index) == .whereKeyword && kind(at: index + 1) == .identifierToken
      && kind(at: index + 2) == .colonToken
  }

  var isWhereOfConstraintClause: Bool {
    kind == .identifierToken && isWhereOfConstraintClause(at: position)
  }

  var isQueryKeywordInQuery: Bool { context.isInQuery && contextual.isQueryKeyword }

  func isPartialType(at index: Int) -> Bool {
    switch contextual(at: index + 1) {
    case .structKeyword, .classKeyword, .interfaceKeyword: return true
    case .recordKeyword: return version >= .csharp9
    case .unionKeyword: return version >= .csharp15 && isUnionDeclarationStart(at: index + 1)
    default: return false
    }
  }

  /// `union Name`, where `(`, `<`, `:`, `{`, `where` or the end follows.
  func isUnionDeclarationStart(at index: Int) -> Bool {
    guard version >= .csharp15, contextual(at: index) == .unionKeyword, kind(at: index + 1) == .identifierToken
    else { return false }
    return true
  }

  func isPartialMember(at index: Int) -> Bool {
    if kind(at: index + 1) == .eventKeyword { return true }
    if kind(at: index + 1) == .identifierToken, kind(at: index + 2) == .openParenToken {
      return version >= .csharp14
    }
    // A word `partial` further on is not asked again: that would double the work with each.
    if isScanningPartial { return false }
    var scanner = self
    scanner.isScanningPartial = true
    var end = index + 1
    guard scanner.scanType(&end, .normal) != .notType else { return false }
    return isPossibleMemberName(at: end)
  }

  func isPossibleMemberName(at index: Int) -> Bool {
    switch kind(at: index) {
    case .identifierToken:
      return !(contextual(at: index) == .globalKeyword && kind(at: index + 1) == .usingKeyword)
    case .thisKeyword: return true
    default: return false
    }
  }

  func isDotOrColonColon(at index: Int) -> Bool {
    let kind = kind(at: index)
    return kind == .dotToken || kind == .colonColonToken
  }

  func isFunctionPointerStart(at index: Int) -> Bool {
    kind(at: index) == .delegateKeyword && kind(at: index + 1) == .asteriskToken
  }

  func isVar(at index: Int) -> Bool { contextual(at: index) == .varKeyword }
}

// MARK: - Types
extension Parser {
  /// Moves over a type without building it. `index` ends behind it; where there is none it is anywhere.
  mutating func scanType(_ index: inout Int, _ mode: TypeMode = .normal) -> TypeScan {
    scanDepth += 1
    defer { scanDepth -= 1 }
    guard scanDepth < 200 else { return .notType }
    if kind(at: index) == .refKeyword {
      index += 1
      if kind(at: index) == .readOnlyKeyword { index += 1 }
    }
    var result: TypeScan
    let first = kind(at: index)
    if first == .identifierToken && isTrueIdentifier(at: index) || first == .colonColonToken {
      var isAlias = true
      if first == .colonColonToken {
        result = .nonGenericTypeOrExpression
      } else {
        isAlias = kind(at: index + 1) == .colonColonToken
        result = scanNamedTypePart(&index)
        if result == .notType { return .notType }
      }
      var isFirst = true
      while isDotOrColonColon(at: index) {
        if !isFirst { isAlias = false }
        isFirst = false
        index += 1
        result = scanNamedTypePart(&index)
        if result == .notType { return .notType }
      }
      if isAlias { result = .aliasQualifiedName }
    } else if first.isPredefinedType {
      index += 1
      result = .mustBeType
    } else if first == .openParenToken {
      index += 1
      result = scanTupleType(&index)
      if result == .notType || (mode == .definitePattern && kind(at: index) != .openBracketToken) { return .notType }
    } else if isFunctionPointerStart(at: index) {
      result = scanFunctionPointerType(&index)
      if result == .notType { return .notType }
    } else {
      return .notType
    }
    while true {
      switch kind(at: index) {
      case .questionToken:
        let last = kind(at: index - 1)
        if last == .questionToken || last == .asteriskToken { return result }
        if !mayFollowNullableType(at: index + 1, mode) { return result }
        index += 1
        result = .nullableType
      case .asteriskToken:
        switch mode {
        case .firstElementOfPossibleTuple, .afterTupleComma, .afterIs:
          if !pointerModifiersLeadToRank(at: index) { return result }
        case .definitePattern: return result
        default: break
        }
        index += 1
        if result == .genericTypeOrExpression || result == .nonGenericTypeOrExpression {
          result = .pointerOrMultiplication
        } else if result == .genericTypeOrMethod {
          result = .mustBeType
        }
      case .openBracketToken:
        var end = index + 1
        while kind(at: end) == .commaToken { end += 1 }
        if kind(at: end) != .closeBracketToken { return .notType }
        index = end + 1
        result = .mustBeType
      default:
        return result
      }
    }
  }

  /// Whether the `?` before `index` may belong to a nullable type in these surroundings.
  mutating func mayFollowNullableType(at index: Int, _ mode: TypeMode) -> Bool {
    switch mode {
    case .afterIs, .definitePattern, .asExpression:
      // `T?[]`
      if kind(at: index) == .openBracketToken {
        var end = index + 1
        while kind(at: end) == .commaToken { end += 1 }
        return kind(at: end) == .closeBracketToken
      }
      return !canStartExpression(at: index)
    case .newExpression:
      let next = kind(at: index)
      return next == .openParenToken || next == .openBracketToken || next == .openBraceToken
    default: return true
    }
  }

  /// `**…[,]`: a pointer type as the element type of an array.
  func pointerModifiersLeadToRank(at start: Int) -> Bool {
    var index = start
    while kind(at: index) == .asteriskToken { index += 1 }
    guard kind(at: index) == .openBracketToken else { return false }
    index += 1
    while kind(at: index) == .commaToken { index += 1 }
    return kind(at: index) == .closeBracketToken
  }

  mutating func scanNamedTypePart(_ index: inout Int) -> TypeScan {
    guard isTrueIdentifier(at: index) else { return .notType }
    index += 1
    guard kind(at: index) == .lessThanToken else { return .nonGenericTypeOrExpression }
    let result = scanTypeArguments(index)
    index = Int(result.end)
    return result.scan
  }

  /// Scans `<…>` from the `<` at `start` on.
  mutating func scanTypeArguments(_ start: Int) -> TypeScanResult {
    if let known = scanMemo[UInt32(truncatingIfNeeded: start)] { return known }
    let result = scanTypeArgumentsAnew(start)
    // Only what costs much is worth remembering; in a query words mean something else.
    if Int(result.end) - start > 24, !context.isInQuery {
      scanMemo[UInt32(truncatingIfNeeded: start)] = result
    }
    return result
  }

  private mutating func scanTypeArgumentsAnew(_ start: Int) -> TypeScanResult {
    var index = start
    var isDefinite = false
    var result = TypeScan.genericTypeOrExpression
    repeat {
      index += 1
      // Type arguments have no attributes.
      if kind(at: index) == .openBracketToken { return failure(index) }
      if kind(at: index) == .greaterThanToken {
        return TypeScanResult(scan: result, end: UInt32(truncatingIfNeeded: index + 1), isDefinite: isDefinite)
      }
      if kind(at: index) == .commaToken { continue }
      let argument = scanType(&index)
      let next = kind(at: index)
      let isClosed = next == .commaToken || next == .greaterThanToken
      switch argument {
      case .notType: return failure(index)
      case .mustBeType, .tupleType:
        isDefinite = isDefinite || isClosed
        result = .genericTypeOrMethod
      case .nullableType, .genericTypeOrExpression:
        isDefinite = isDefinite || isClosed
        if isDefinite { result = .genericTypeOrMethod }
      case .genericTypeOrMethod: result = .genericTypeOrMethod
      default: break
      }
    } while kind(at: index) == .commaToken
    // `A<B, C d`: the closing one is taken to be forgotten.
    if kind(at: index) == .identifierToken {
      return TypeScanResult(scan: result, end: UInt32(truncatingIfNeeded: index), isDefinite: isDefinite)
    }
    guard kind(at: index) == .greaterThanToken else { return failure(index) }
    return TypeScanResult(scan: result, end: UInt32(truncatingIfNeeded: index + 1), isDefinite: isDefinite)
  }

  private func failure(_ index: Int) -> TypeScanResult {
    TypeScanResult(scan: .notType, end: UInt32(truncatingIfNeeded: index), isDefinite: false)
  }

  /// Scans a tuple type from behind its `(` on.
  mutating func scanTupleType(_ index: inout Int) -> TypeScan {
    let start = index
    // Nested parentheses are scanned once per level otherwise.
    if let known = scanMemo[UInt32(truncatingIfNeeded: start - 1)] {
      index = Int(known.end)
      return known.scan
    }
    let result = scanTupleTypeAnew(&index)
    if index - start > 24 || result == .notType && kind(at: start) == .openParenToken, !context.isInQuery {
      scanMemo[UInt32(truncatingIfNeeded: start - 1)] = TypeScanResult(
        scan: result, end: UInt32(truncatingIfNeeded: index), isDefinite: false)
    }
    return result
  }

  private mutating func scanTupleTypeAnew(_ index: inout Int) -> TypeScan {
    guard scanType(&index) != .notType else { return .notType }
    if isTrueIdentifier(at: index) { index += 1 }
    guard kind(at: index) == .commaToken else { return .notType }
    repeat {
      index += 1
      guard scanType(&index) != .notType else { return .notType }
      if isTrueIdentifier(at: index) { index += 1 }
    } while kind(at: index) == .commaToken
    guard kind(at: index) == .closeParenToken else { return .notType }
    index += 1
    return .tupleType
  }

  /// `delegate* managed<ref int, void>`
  mutating func scanFunctionPointerType(_ index: inout Int) -> TypeScan {
    index += 2
    if kind(at: index) == .identifierToken {
      let word = contextual(at: index)
      if word == .managedKeyword || word == .unmanagedKeyword || kind(at: index + 1) == .lessThanToken
        || kind(at: index + 1) == .openBracketToken
      {
        index += 1
      }
      if kind(at: index) == .openBracketToken {
        guard let end = afterGroup(index) else { return .notType }
        index = end
      }
    }
    // An incomplete one is still nothing else.
    guard kind(at: index) == .lessThanToken else { return .mustBeType }
    repeat {
      index += 1
      while kind(at: index).isParameterModifier { index += 1 }
      if contextual(at: index) == .scopedKeyword, kind(at: index + 1).isParameterModifier { index += 1 }
      guard scanType(&index) != .notType else { return .notType }
    } while kind(at: index) == .commaToken
    guard kind(at: index) == .greaterThanToken else { return .notType }
    index += 1
    return .mustBeType
  }

  /// Whether `<` at the current token, behind a name, opens type arguments.
  @inline(__always)
  mutating func opensTypeArguments(_ options: NameOptions) -> Bool {
    !options.contains(.inExpression) || opensTypeArguments(at: position, options)
  }

  mutating func opensTypeArguments(at start: Int, _ options: NameOptions) -> Bool {
    let result = scanTypeArguments(start)
    if result.scan == .notType { return false }
    if result.isDefinite { return true }
    let end = Int(result.end)
    switch kind(at: end) {
    case .openParenToken, .closeParenToken, .closeBracketToken, .closeBraceToken, .colonToken, .semicolonToken,
      .commaToken, .dotToken, .questionToken, .equalsEqualsToken, .exclamationEqualsToken, .barToken, .caretToken,
      .ampersandAmpersandToken, .barBarToken, .ampersandToken, .openBracketToken, .lessThanToken,
      .lessThanEqualsToken, .greaterThanEqualsToken, .isKeyword, .asKeyword, .openBraceToken, .endOfFileToken,
      .equalsGreaterThanToken:
      return true
    case .greaterThanToken:
      return options.contains(.afterIs) && kind(at: end + 1) != .greaterThanToken
    case .identifierToken:
      let next = kind(at: end + 1)
      if !options.isDisjoint(with: [.afterIs, .definitePattern, .afterOut]) { return true }
      if options.contains(.afterTupleComma), next == .commaToken || next == .closeParenToken { return true }
      if options.contains(.firstElementOfPossibleTuple), next == .commaToken { return true }
      return options.contains(.inTypeList)
    default:
      return options.contains(.inTypeList)
    }
  }
}

// MARK: - Expressions
extension Parser {
  func canStartExpression(at index: Int) -> Bool {
    let kind = kind(at: index)
    if kind == .identifierToken { return isTrueIdentifier(at: index) || contextual(at: index) == .fromKeyword }
    if kind == .staticKeyword {
      return isPossibleAnonymousMethod(at: index) || isStaticLambdaStart(at: index)
    }
    return kind.startsExpression
  }

  private func isStaticLambdaStart(at index: Int) -> Bool {
    var next = index + 1
    if contextual(at: next) == .asyncKeyword { next += 1 }
    let kind = kind(at: next)
    return kind == .openParenToken || kind == .identifierToken || kind.isPredefinedType
  }

  var canStartExpression: Bool { canStartExpression(at: position) }

  /// As `canStartExpression`, binary and assignment operators included, for recovery.
  var isPossibleExpression: Bool {
    canStartExpression(at: position) || Precedence.binaryOperator(kind) != nil || kind.isAssignmentOperator
  }

  /// `delegate`, also behind `async` and `static`, unless a function pointer type begins there.
  func isPossibleAnonymousMethod(at start: Int) -> Bool {
    var index = start
    while kind(at: index) == .staticKeyword || contextual(at: index) == .asyncKeyword { index += 1 }
    return kind(at: index) == .delegateKeyword && kind(at: index + 1) != .asteriskToken
  }

  /// Whether a lambda begins at the current token.
  mutating func isPossibleLambda(_ precedence: Precedence) -> Bool {
    guard precedence <= .lambda else { return false }
    return isLambda(at: position)
  }

  mutating func isLambda(at start: Int) -> Bool {
    var index = start
    let first = kind(at: index)
    // The usual cases first.
    if first == .identifierToken {
      let next = kind(at: index + 1)
      switch next {
      case .equalsGreaterThanToken: return true
      case .openParenToken:
        guard let end = afterGroup(index + 1) else { return false }
        return kind(at: end) == .equalsGreaterThanToken && isTrueIdentifier(at: index)
      case .dotToken, .lessThanToken, .questionToken, .openBracketToken, .asteriskToken, .colonColonToken: break
      default: if contextual(at: index) != .asyncKeyword { return false }
      }
    } else if first == .openParenToken {
      guard let end = afterGroup(index) else { return isUnclosedLambda(at: index) }
      switch kind(at: end) {
      case .equalsGreaterThanToken: return true
      case .openParenToken, .questionToken, .openBracketToken, .asteriskToken: break
      default: return false
      }
    } else if first == .openBracketToken {
      while kind(at: index) == .openBracketToken {
        guard let end = afterGroup(index) else { return false }
        index = end
      }
    }
    var sawStatic = false
    while true {
      if kind(at: index) == .staticKeyword {
        sawStatic = true
        index += 1
      } else if contextual(at: index) == .asyncKeyword, isAsyncLambdaModifier(at: index) {
        index += 1
      } else {
        break
      }
    }
    if kind(at: index) == .equalsGreaterThanToken { return sawStatic }
    if kind(at: index) == .identifierToken, kind(at: index + 1) == .equalsGreaterThanToken { return true }
    if kind(at: index) == .openParenToken {
      if let end = afterGroup(index) {
        if kind(at: end) == .equalsGreaterThanToken { return true }
      } else {
        return isUnclosedLambda(at: index)
      }
    }
    // An explicit return type.
    guard scanType(&index) != .notType, kind(at: index) == .openParenToken, let end = afterGroup(index),
      kind(at: end) == .equalsGreaterThanToken
    else { return false }
    // `a ? (b) => c : d`
    return kind(at: index - 1) != .questionToken || !colonFollowsOperand(at: end + 1, needed: 1)
  }

  /// `async` before a lambda: something that can go on as one follows.
  func isAsyncLambdaModifier(at index: Int) -> Bool {
    switch kind(at: index + 1) {
    case .identifierToken, .openParenToken, .staticKeyword, .refKeyword, .delegateKeyword: return true
    case let next: return next.isPredefinedType
    }
  }

  /// A parenthesis that is never closed but holds what only a lambda's parameters do.
  private func isUnclosedLambda(at index: Int) -> Bool {
    kind(at: index + 1) == .paramsKeyword
  }

  /// Whether the parenthesis at the current token holds the type of a cast.
  mutating func scanCast(forPattern: Bool = false, whenIsKeyword: Bool = false) -> Bool {
    var index = position + 1
    // Parentheses in parentheses: only a tuple type could be in there.
    let type = scanType(&index, forPattern ? .definitePattern : .normal)
    guard type != .notType, kind(at: index) == .closeParenToken else { return false }
    index += 1
    let next = kind(at: index)
    if forPattern, next == .identifierToken {
      // A binary pattern's word is no operand.
      return !isBinaryPatternWord(at: index) && !(whenIsKeyword && contextual(at: index) == .whenKeyword)
    }
    switch type {
    case .pointerOrMultiplication, .nullableType, .mustBeType, .aliasQualifiedName:
      if !forPattern { return true }
      switch next {
      case .plusToken, .minusToken, .ampersandToken, .asteriskToken, .dotDotToken: return true
      default: return next.canFollowCast
      }
    case .genericTypeOrMethod, .genericTypeOrExpression, .tupleType:
      return next == .openBracketToken || next.canFollowCast
    default: return next.canFollowCast
    }
  }

  func isBinaryPatternWord(at index: Int) -> Bool {
    let word = contextual(at: index)
    return word == .orKeyword || word == .andKeyword
  }

  /// `await` as an operator, which outside of asynchronous code needs an operand that no name can have behind it.
  func isAwaitExpression(at index: Int) -> Bool {
    guard contextual(at: index) == .awaitKeyword else { return false }
    if context.isInAsync { return true }
    switch kind(at: index + 1) {
    case .identifierToken: return contextual(at: index + 1) != .withKeyword
    case .newKeyword, .thisKeyword, .baseKeyword, .checkedKeyword, .uncheckedKeyword, .typeOfKeyword,
      .defaultKeyword, .sizeOfKeyword, .numericLiteralToken, .stringLiteralToken, .utf8StringLiteralToken,
      .singleLineRawStringLiteralToken, .multiLineRawStringLiteralToken, .utf8SingleLineRawStringLiteralToken,
      .utf8MultiLineRawStringLiteralToken, .characterLiteralToken, .nullKeyword, .falseKeyword, .trueKeyword,
      .interpolatedStringStartToken, .interpolatedVerbatimStringStartToken,
      .interpolatedSingleLineRawStringStartToken, .interpolatedMultiLineRawStringStartToken, .delegateKeyword:
      return true
    default: return false
    }
  }

  /// Whether a query expression begins at the current token.
  mutating func isQueryExpression(mayBeVariableDeclaration: Bool, mayBeMemberDeclaration: Bool) -> Bool {
    guard contextual == .fromKeyword else { return false }
    let next = peek(1)
    if next.isPredefinedType { return true }
    if next == .identifierToken {
      let second = peek(2)
      if second == .inKeyword { return true }
      if mayBeVariableDeclaration, second == .semicolonToken || second == .commaToken || second == .equalsToken {
        return false
      }
      guard mayBeMemberDeclaration else { return true }
      if second == .openParenToken || second == .openBraceToken { return false }
    }
    var index = position + 1
    guard scanType(&index) != .notType else { return false }
    return kind(at: index) == .identifierToken || kind(at: index) == .inKeyword
  }

  /// `var (a, b) =`
  func isPossibleDeconstructionLeft(_ precedence: Precedence) -> Bool {
    guard precedence <= .assignment, isVar(at: position) || kind.isPredefinedType, peek(1) == .openParenToken
    else { return false }
    var index = position + 1
    return scanDesignator(&index, 0) && kind(at: index) == .equalsToken
  }

  private func scanDesignator(_ index: inout Int, _ depth: Int) -> Bool {
    guard depth < 100 else { return false }
    switch kind(at: index) {
    case .identifierToken:
      guard isTrueIdentifier(at: index) else { return false }
      index += 1
      return true
    case .openParenToken:
      while true {
        index += 1
        guard scanDesignator(&index, depth + 1) else { return false }
        switch kind(at: index) {
        case .commaToken: continue
        case .closeParenToken:
          index += 1
          return true
        default: return false
        }
      }
    default: return false
    }
  }

  /// Scans `x` or, if permitted, `(x, (y, z))`.
  private func scanDesignation(_ index: inout Int, permitTuple: Bool, _ depth: Int = 0) -> Bool {
    if isTrueIdentifier(at: index) {
      index += 1
      return true
    }
    guard permitTuple, depth < 100, kind(at: index) == .openParenToken else { return false }
    index += 1
    var sawComma = false
    while true {
      guard scanDesignation(&index, permitTuple: true, depth + 1) else { return false }
      switch kind(at: index) {
      case .commaToken:
        sawComma = true
        index += 1
      case .closeParenToken:
        index += 1
        return sawComma
      default: return false
      }
    }
  }

  /// Whether `T x` (or `var (x, y)`) follows rather than an expression.
  mutating func isPossibleDeclarationExpression(_ mode: TypeMode, permitTuple: Bool) -> (Bool, isScoped: Bool) {
    if context.isInAsync, contextual == .awaitKeyword { return (false, false) }
    var index = position
    let isScoped = isPossibleScopedKeyword(at: index)
    if isScoped { index += 1 }
    let first = kind(at: index)
    // The usual expressions are told from a declaration by one token.
    if !isScoped, first == .identifierToken {
      switch kind(at: index + 1) {
      case .closeParenToken, .commaToken, .openParenToken, .semicolonToken, .equalsToken:
        if !(kind(at: index + 1) == .openParenToken && isVar(at: index)) { return (false, false) }
      default: break
      }
    }
    let typeIsVar = isVarType(at: index)
    guard scanType(&index, mode) != .notType else { return (false, isScoped) }
    let permitsTuple = permitTuple && (typeIsVar || kind(at: index - 1).isPredefinedType)
    guard scanDesignation(&index, permitTuple: permitsTuple) else { return (false, isScoped) }
    switch mode {
    case .firstElementOfPossibleTuple: return (kind(at: index) == .commaToken, isScoped)
    case .afterTupleComma:
      let next = kind(at: index)
      return (next == .commaToken || next == .closeParenToken, isScoped)
    default: return (true, isScoped)
    }
  }

  private func isVarType(at index: Int) -> Bool {
    guard isVar(at: index) else { return false }
    switch kind(at: index + 1) {
    case .dotToken, .colonColonToken, .openBracketToken, .asteriskToken, .questionToken, .lessThanToken: return false
    default: return true
    }
  }

  /// Whether `scoped` at `index` is a modifier.
  mutating func isPossibleScopedKeyword(
    at index: Int, isFunctionPointerParameter: Bool = false, isLambdaParameter: Bool = false
  ) -> Bool {
    guard contextual(at: index) == .scopedKeyword else { return false }
    switch kind(at: index + 1) {
    case .refKeyword, .outKeyword, .inKeyword, .paramsKeyword: return true
    default: break
    }
    var end = index + 1
    guard scanType(&end) != .notType else { return false }
    switch kind(at: end) {
    case .identifierToken: return true
    case .thisKeyword: return !isFunctionPointerParameter
    case .commaToken, .greaterThanToken: return isFunctionPointerParameter
    default: return false
    }
  }

  /// Whether what follows `?` at the current token makes it the `?.` or `?[` of a conditional access.
  mutating func startsConditionalAccess(at index: Int) -> Bool {
    switch kind(at: index + 1) {
    case .dotToken: return true
    case .openBracketToken:
      return !colonFollowsOperand(at: index + 1, needed: context.pendingColons + 1)
    default: return false
    }
  }

  /// Whether an expression that begins at `start` is followed by as many colons as needed, one for each `?:` that is
  /// still without. Bracket groups are leapt over; further `?` take a colon each.
  private mutating func colonFollowsOperand(at start: Int, needed: Int) -> Bool {
    // In a chain `a?[b]?[c]` the first look sees to the end of it.
    if knownAccesses.contains(UInt32(truncatingIfNeeded: start)) { return false }
    var index = start
    var found = 0
    var sawOther = false
    var chain: [UInt32] = []
    for _ in 0..<4096 {
      switch kind(at: index) {
      case .openParenToken, .openBracketToken, .openBraceToken:
        guard let end = afterGroup(index) else { return false }
        index = end
        continue
      case .questionToken:
        let next = kind(at: index + 1)
        if next == .dotToken {
          index += 2
          continue
        }
        if next == .openBracketToken {
          // A nested `?[` is counted as an access; the outer one decides by the colons left over.
          index += 1
          chain.append(UInt32(truncatingIfNeeded: index))
          continue
        }
        sawOther = true
        found -= 1
      case .colonToken:
        // In a hole of a string the format begins here.
        if kind(at: index + 1) == .interpolatedStringTextToken { return false }
        sawOther = true
        found += 1
        if found >= needed { return true }
      case .semicolonToken, .commaToken, .closeParenToken, .closeBracketToken, .closeBraceToken, .endOfFileToken,
        .interpolatedStringTextToken, .interpolatedStringEndToken:
        if !sawOther { knownAccesses.formUnion(chain) }
        return false
      default: break
      }
      index += 1
    }
    if !sawOther { knownAccesses.formUnion(chain) }
    return false
  }
}
