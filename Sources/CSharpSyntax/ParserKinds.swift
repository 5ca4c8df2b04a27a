/// How tightly an operator binds, loosest first.
enum Precedence: UInt8, Comparable {
  case expression = 0
  case conditional
  case coalescing
  case conditionalOr
  case conditionalAnd
  case logicalOr
  case logicalXor
  case logicalAnd
  case equality
  case relational
  case shift
  case additive
  case multiplicative
  case switchExpression
  case range
  case unary
  case cast
  case primary

  static let assignment = Precedence.expression
  static let lambda = Precedence.expression

  @inline(__always)
  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// The node and precedence of a binary operator's token; shifts to the right are merged by the caller.
  @inline(__always)
  static func binaryOperator(_ token: SyntaxKind) -> (kind: SyntaxKind, precedence: Precedence)? {
    switch token {
    case .questionQuestionToken: return (.coalesceExpression, .coalescing)
    case .barBarToken: return (.logicalOrExpression, .conditionalOr)
    case .ampersandAmpersandToken: return (.logicalAndExpression, .conditionalAnd)
    case .barToken: return (.bitwiseOrExpression, .logicalOr)
    case .caretToken: return (.exclusiveOrExpression, .logicalXor)
    case .ampersandToken: return (.bitwiseAndExpression, .logicalAnd)
    case .equalsEqualsToken: return (.equalsExpression, .equality)
    case .exclamationEqualsToken: return (.notEqualsExpression, .equality)
    case .lessThanToken: return (.lessThanExpression, .relational)
    case .lessThanEqualsToken: return (.lessThanOrEqualExpression, .relational)
    case .greaterThanToken: return (.greaterThanExpression, .relational)
    case .greaterThanEqualsToken: return (.greaterThanOrEqualExpression, .relational)
    case .isKeyword: return (.isExpression, .relational)
    case .asKeyword: return (.asExpression, .relational)
    case .lessThanLessThanToken: return (.leftShiftExpression, .shift)
    case .plusToken: return (.addExpression, .additive)
    case .minusToken: return (.subtractExpression, .additive)
    case .asteriskToken: return (.multiplyExpression, .multiplicative)
    case .slashToken: return (.divideExpression, .multiplicative)
    case .percentToken: return (.moduloExpression, .multiplicative)
    default: return nil
    }
  }
}

/// In which lists and bodies the parser is: a token at which one of them goes on or ends is not skipped.
struct Terminators: OptionSet {
  let rawValue: UInt32
  static let namespaceMember = Terminators(rawValue: 1 << 0)
  static let attributeList = Terminators(rawValue: 1 << 1)
  static let constraintClause = Terminators(rawValue: 1 << 2)
  static let member = Terminators(rawValue: 1 << 3)
  static let returnType = Terminators(rawValue: 1 << 4)
  static let parameterList = Terminators(rawValue: 1 << 5)
  static let fieldDeclaration = Terminators(rawValue: 1 << 6)
  static let variableDeclaration = Terminators(rawValue: 1 << 7)
  static let typeArgumentList = Terminators(rawValue: 1 << 8)
  static let statement = Terminators(rawValue: 1 << 9)
  static let fixedStatement = Terminators(rawValue: 1 << 10)
  static let tryBlock = Terminators(rawValue: 1 << 11)
  static let catchClause = Terminators(rawValue: 1 << 12)
  static let filterClause = Terminators(rawValue: 1 << 13)
  static let catchBlock = Terminators(rawValue: 1 << 14)
  static let doWhileCondition = Terminators(rawValue: 1 << 15)
  static let forStatement = Terminators(rawValue: 1 << 16)
  static let declarationClause = Terminators(rawValue: 1 << 17)
  static let argumentList = Terminators(rawValue: 1 << 18)
  static let switchSection = Terminators(rawValue: 1 << 19)
  static let typeParameterList = Terminators(rawValue: 1 << 20)
  static let methodSignature = Terminators(rawValue: 1 << 21)
  static let typeSignature = Terminators(rawValue: 1 << 22)
  static let switchExpressionArm = Terminators(rawValue: 1 << 23)
  static let caseLabel = Terminators(rawValue: 1 << 24)
}

extension SyntaxKind {
  @inline(__always)
  var isPredefinedType: Bool {
    rawValue >= SyntaxKind.boolKeyword.rawValue && rawValue <= SyntaxKind.objectKeyword.rawValue
  }

  var isParameterModifier: Bool {
    switch self {
    case .refKeyword, .outKeyword, .inKeyword, .thisKeyword, .paramsKeyword, .readOnlyKeyword: return true
    default: return false
    }
  }

  var isAssignmentOperator: Bool { assignmentExpression != .none }

  /// The node that an assignment operator's token makes.
  @inline(__always)
  var assignmentExpression: SyntaxKind {
    switch self {
    case .equalsToken: return .simpleAssignmentExpression
    case .plusEqualsToken: return .addAssignmentExpression
    case .minusEqualsToken: return .subtractAssignmentExpression
    case .asteriskEqualsToken: return .multiplyAssignmentExpression
    case .slashEqualsToken: return .divideAssignmentExpression
    case .percentEqualsToken: return .moduloAssignmentExpression
    case .ampersandEqualsToken: return .andAssignmentExpression
    case .caretEqualsToken: return .exclusiveOrAssignmentExpression
    case .barEqualsToken: return .orAssignmentExpression
    case .lessThanLessThanEqualsToken: return .leftShiftAssignmentExpression
    case .questionQuestionEqualsToken: return .coalesceAssignmentExpression
    default: return .none
    }
  }

  /// The node that a prefix operator's token makes.
  @inline(__always)
  var prefixExpression: SyntaxKind {
    switch self {
    case .plusToken: return .unaryPlusExpression
    case .minusToken: return .unaryMinusExpression
    case .tildeToken: return .bitwiseNotExpression
    case .exclamationToken: return .logicalNotExpression
    case .plusPlusToken: return .preIncrementExpression
    case .minusMinusToken: return .preDecrementExpression
    case .ampersandToken: return .addressOfExpression
    case .asteriskToken: return .pointerIndirectionExpression
    case .caretToken: return .indexExpression
    default: return .none
    }
  }

  /// The node of a literal's token.
  var literalExpression: SyntaxKind {
    switch self {
    case .numericLiteralToken: return .numericLiteralExpression
    case .stringLiteralToken, .singleLineRawStringLiteralToken, .multiLineRawStringLiteralToken:
      return .stringLiteralExpression
    case .utf8StringLiteralToken, .utf8SingleLineRawStringLiteralToken, .utf8MultiLineRawStringLiteralToken:
      return .utf8StringLiteralExpression
    case .characterLiteralToken: return .characterLiteralExpression
    case .trueKeyword: return .trueLiteralExpression
    case .falseKeyword: return .falseLiteralExpression
    case .nullKeyword: return .nullLiteralExpression
    case .argListKeyword: return .argListExpression
    default: return .none
    }
  }

  var isInterpolatedStringStart: Bool {
    switch self {
    case .interpolatedStringStartToken, .interpolatedVerbatimStringStartToken,
      .interpolatedSingleLineRawStringStartToken, .interpolatedMultiLineRawStringStartToken:
      return true
    default: return false
    }
  }

  /// Whether an expression can begin with this token; identifiers and `static` are looked at by the caller.
  var startsExpression: Bool {
    switch self {
    case .typeOfKeyword, .defaultKeyword, .sizeOfKeyword, .makeRefKeyword, .refTypeKeyword, .checkedKeyword,
      .uncheckedKeyword, .refValueKeyword, .argListKeyword, .baseKeyword, .falseKeyword, .thisKeyword, .trueKeyword,
      .nullKeyword, .openParenToken, .numericLiteralToken, .stringLiteralToken, .utf8StringLiteralToken,
      .singleLineRawStringLiteralToken, .multiLineRawStringLiteralToken, .utf8SingleLineRawStringLiteralToken,
      .utf8MultiLineRawStringLiteralToken, .characterLiteralToken, .interpolatedStringStartToken,
      .interpolatedVerbatimStringStartToken, .interpolatedSingleLineRawStringStartToken,
      .interpolatedMultiLineRawStringStartToken, .newKeyword, .delegateKeyword, .colonColonToken, .throwKeyword,
      .stackAllocKeyword, .dotDotToken, .refKeyword, .openBracketToken:
      return true
    case .voidKeyword: return false
    default: return isPredefinedType || prefixExpression != .none
    }
  }

  /// Whether, behind `(A)`, the token makes that a cast rather than a parenthesized expression.
  var canFollowCast: Bool {
    switch self {
    case .asKeyword, .isKeyword, .semicolonToken, .closeParenToken, .closeBracketToken, .openBraceToken,
      .closeBraceToken, .commaToken, .equalsToken, .plusEqualsToken, .minusEqualsToken, .asteriskEqualsToken,
      .slashEqualsToken, .percentEqualsToken, .ampersandEqualsToken, .caretEqualsToken, .barEqualsToken,
      .lessThanLessThanEqualsToken, .questionToken, .colonToken, .barBarToken, .ampersandAmpersandToken, .barToken,
      .caretToken, .ampersandToken, .equalsEqualsToken, .exclamationEqualsToken, .lessThanToken,
      .lessThanEqualsToken, .greaterThanToken, .greaterThanEqualsToken, .questionQuestionEqualsToken,
      .lessThanLessThanToken, .plusToken, .minusToken, .asteriskToken, .slashToken, .percentToken, .plusPlusToken,
      .minusMinusToken, .openBracketToken, .dotToken, .minusGreaterThanToken, .questionQuestionToken,
      .endOfFileToken, .switchKeyword, .equalsGreaterThanToken, .dotDotToken, .interpolatedStringTextToken,
      .interpolatedStringEndToken, .interpolatedRawStringEndToken:
      return false
    default: return true
    }
  }

  /// Words that a query gives a meaning.
  var isQueryKeyword: Bool {
    switch self {
    case .fromKeyword, .whereKeyword, .selectKeyword, .groupKeyword, .intoKeyword, .orderByKeyword, .joinKeyword,
      .letKeyword, .onKeyword, .equalsKeyword, .byKeyword, .ascendingKeyword, .descendingKeyword:
      return true
    default: return false
    }
  }

  /// `const`, `static`, `readonly`, `volatile`: what may stand before a local declaration.
  var isDeclarationModifier: Bool {
    self == .constKeyword || self == .staticKeyword || self == .readOnlyKeyword || self == .volatileKeyword
  }

  /// What may stand before a local function beyond `static`; accessibility is an error there.
  var isLocalFunctionModifier: Bool {
    switch self {
    case .staticKeyword, .asyncKeyword, .unsafeKeyword, .externKeyword: return true
    default: return isAccessibilityModifier
    }
  }

  var isAccessibilityModifier: Bool {
    self == .publicKeyword || self == .internalKeyword || self == .protectedKeyword || self == .privateKeyword
  }

  /// Modifiers of declarations that are reserved words.
  var isReservedModifier: Bool {
    switch self {
    case .publicKeyword, .internalKeyword, .protectedKeyword, .privateKeyword, .sealedKeyword, .abstractKeyword,
      .staticKeyword, .virtualKeyword, .externKeyword, .newKeyword, .overrideKeyword, .readOnlyKeyword,
      .volatileKeyword, .unsafeKeyword, .refKeyword, .fixedKeyword:
      return self != .fixedKeyword
    default: return false
    }
  }

  /// Words with which a type declaration can begin.
  var startsTypeDeclaration: Bool {
    switch self {
    case .enumKeyword, .delegateKeyword, .classKeyword, .interfaceKeyword, .structKeyword, .abstractKeyword,
      .internalKeyword, .newKeyword, .privateKeyword, .protectedKeyword, .publicKeyword, .sealedKeyword,
      .staticKeyword, .unsafeKeyword, .openBracketToken:
      return true
    default: return false
    }
  }

  /// Whether a member of a type can begin with this token.
  var startsMember: Bool {
    switch self {
    case .abstractKeyword, .boolKeyword, .byteKeyword, .charKeyword, .classKeyword, .constKeyword, .decimalKeyword,
      .delegateKeyword, .doubleKeyword, .enumKeyword, .eventKeyword, .explicitKeyword, .externKeyword,
      .fixedKeyword, .floatKeyword, .implicitKeyword, .intKeyword, .interfaceKeyword, .internalKeyword,
      .longKeyword, .newKeyword, .objectKeyword, .overrideKeyword, .privateKeyword, .protectedKeyword,
      .publicKeyword, .readOnlyKeyword, .sByteKeyword, .sealedKeyword, .shortKeyword, .staticKeyword,
      .stringKeyword, .structKeyword, .uIntKeyword, .uLongKeyword, .unsafeKeyword, .uShortKeyword,
      .virtualKeyword, .voidKeyword, .volatileKeyword, .identifierToken, .tildeToken, .openBracketToken,
      .openParenToken, .refKeyword:
      return true
    default: return false
    }
  }
}
