import CSharpSyntax

/// What sort of function a ``FunctionSyntax`` is.
package enum FunctionKind: Sendable {
  case method
  case localFunction
  case lambda
  case anonymousMethod
  case constructor
  case staticConstructor
  case destructor
  case `operator`
  case conversion
  /// `get`, `set`, `init`, `add`, `remove`, and an expression-bodied property or indexer.
  case accessor
  /// The initializer of a field or property, or the arguments of a primary constructor's base call.
  case initializer
  /// A clause of a query expression.
  case queryClause
  /// All top-level statements together.
  case topLevelProgram
}

/// A piece of code that runs as one: the nodes whose nearest function it is are its own.
package struct FunctionSyntax: Hashable, Sendable {
  package let kind: FunctionKind
  /// The declaration, lambda, clause or initializer; the compilation unit for the top-level program.
  package let node: SyntaxNode
  /// The block, the expression after `=>` or `=`; `nil` without a body. For the top-level program the compilation unit.
  package let body: SyntaxNode?

  /// Whether it is written with `async`; the top-level program counts as such.
  package var isAsync: Bool {
    if kind == .topLevelProgram { return true }
    return modifiers.contains(.asyncKeyword)
  }

  package var isStatic: Bool { modifiers.contains(.staticKeyword) }

  package var modifiers: SyntaxTokenList {
    switch node.kind {
    case .methodDeclaration, .operatorDeclaration, .conversionOperatorDeclaration, .constructorDeclaration,
      .destructorDeclaration, .localFunctionStatement, .simpleLambdaExpression, .parenthesizedLambdaExpression,
      .propertyDeclaration, .indexerDeclaration, .getAccessorDeclaration, .setAccessorDeclaration,
      .initAccessorDeclaration, .addAccessorDeclaration, .removeAccessorDeclaration:
      return node.tokenList(1)
    default:
      return node.tokenList(node.kind == .anonymousMethodExpression ? 0 : -1)
    }
  }

  /// The function that the node is the declaration of, if it is one; its body need not hold anything.
  package init?(declaredBy node: SyntaxNode) {
    func make(_ kind: FunctionKind, _ block: Int, _ arrow: Int) -> FunctionSyntax {
      let body = node.optionalNode(block) ?? node.optionalNode(arrow).map(FunctionSyntax.bare)
      return FunctionSyntax(kind: kind, node: node, body: body)
    }
    switch node.kind {
    case .methodDeclaration: self = make(.method, 8, 9)
    case .operatorDeclaration: self = make(.operator, 8, 9)
    case .conversionOperatorDeclaration: self = make(.conversion, 8, 9)
    case .constructorDeclaration:
      self = make(node.tokenList(1).contains(.staticKeyword) ? .staticConstructor : .constructor, 5, 6)
    case .destructorDeclaration: self = make(.destructor, 5, 6)
    case .localFunctionStatement: self = make(.localFunction, 7, 8)
    case .getAccessorDeclaration, .setAccessorDeclaration, .initAccessorDeclaration, .addAccessorDeclaration,
      .removeAccessorDeclaration:
      self = make(.accessor, 3, 4)
    case .propertyDeclaration:
      guard node.optionalNode(6) != nil else { return nil }
      self = make(.accessor, -1, 6)
    case .indexerDeclaration:
      guard node.optionalNode(7) != nil else { return nil }
      self = make(.accessor, -1, 7)
    case .simpleLambdaExpression: self = make(.lambda, 4, 5)
    case .parenthesizedLambdaExpression: self = make(.lambda, 5, 6)
    case .anonymousMethodExpression: self = make(.anonymousMethod, 3, 4)
    default: return nil
    }
  }

  private init(kind: FunctionKind, node: SyntaxNode, body: SyntaxNode?) {
    self.kind = kind
    self.node = node
    self.body = body
  }

  private static func bare(_ node: SyntaxNode) -> SyntaxNode {
    node.kind == .arrowExpressionClause ? node.requiredNode(1) : node
  }

  /// The innermost function whose body, expression body or initializer contains the node (definition D1); a function's
  /// own declaration belongs to the function around it. `nil` outside of all functions: in parameter defaults,
  /// attributes, types of members …
  package static func nearest(to node: SyntaxNode) -> FunctionSyntax? {
    var child = node
    var current = node.parent
    while let parent = current {
      switch parent.kind {
      case .parameter, .attributeList, .attribute:
        // A default value or attribute: of no function, but still inside the one around a lambda or local function.
        guard let around = FunctionSyntax.owner(ofParameterPart: parent) else { return nil }
        child = around
        current = around.parent
        continue
      case .globalStatement:
        if let unit = parent.parent, unit.kind == .compilationUnit {
          return FunctionSyntax(kind: .topLevelProgram, node: unit, body: unit)
        }
      case .equalsValueClause:
        if let function = initializer(parent) { return function }
      case .primaryConstructorBaseType:
        if child == parent.requiredNode(1) {
          return FunctionSyntax(kind: .initializer, node: parent, body: child)
        }
      case .baseConstructorInitializer, .thisConstructorInitializer:
        if let declaration = parent.parent, let function = FunctionSyntax(declaredBy: declaration) { return function }
      case .fromClause, .letClause, .joinClause, .whereClause, .ascendingOrdering, .descendingOrdering, .selectClause,
        .groupClause:
        if isQueryFunction(parent, child) {
          return FunctionSyntax(kind: .queryClause, node: parent, body: child)
        }
      case .arrowExpressionClause:
        if let declaration = parent.parent, let function = FunctionSyntax(declaredBy: declaration) { return function }
      default:
        if let function = FunctionSyntax(declaredBy: parent), let body = function.body, body == child {
          return function
        }
      }
      child = parent
      current = parent.parent
    }
    return nil
  }

  /// The lambda or local function that a parameter or attribute belongs to.
  private static func owner(ofParameterPart node: SyntaxNode) -> SyntaxNode? {
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .localFunctionStatement, .simpleLambdaExpression, .parenthesizedLambdaExpression,
        .anonymousMethodExpression:
        return ancestor
      case .parameter, .parameterList, .bracketedParameterList, .attributeList, .attribute, .attributeArgument,
        .attributeArgumentList, .equalsValueClause:
        continue
      default:
        return nil
      }
    }
    return nil
  }

  private static func initializer(_ clause: SyntaxNode) -> FunctionSyntax? {
    guard let owner = clause.parent else { return nil }
    if owner.kind == .propertyDeclaration {
      return FunctionSyntax(kind: .initializer, node: owner, body: clause.requiredNode(1))
    }
    guard owner.kind == .variableDeclarator, let field = owner.parent?.parent,
      field.kind == .fieldDeclaration || field.kind == .eventFieldDeclaration
    else { return nil }
    return FunctionSyntax(kind: .initializer, node: owner, body: clause.requiredNode(1))
  }

  /// Every clause expression but the source of the first `from` and that of a `join` (D1).
  private static func isQueryFunction(_ clause: SyntaxNode, _ child: SyntaxNode) -> Bool {
    switch clause.kind {
    case .fromClause:
      return child == clause.requiredNode(4) && clause.parent?.kind == .queryBody
    case .joinClause:
      return child == clause.requiredNode(6) || child == clause.requiredNode(8)
    case .letClause: return child == clause.requiredNode(3)
    case .ascendingOrdering, .descendingOrdering: return child == clause.requiredNode(0)
    default: return child == clause.requiredNode(1) || child == clause.requiredNode(3)
    }
  }

  /// The nearest enclosing member declaration, or the top-level program (definition D2): lambdas and local functions are
  /// looked through. A field's declaration for its initializers.
  package static func owningMember(of node: SyntaxNode) -> SyntaxNode? {
    var current: SyntaxNode? = node
    while let candidate = current {
      switch candidate.kind {
      case .methodDeclaration, .operatorDeclaration, .conversionOperatorDeclaration, .constructorDeclaration,
        .destructorDeclaration, .propertyDeclaration, .indexerDeclaration, .eventDeclaration, .fieldDeclaration,
        .eventFieldDeclaration, .enumMemberDeclaration, .classDeclaration, .structDeclaration, .interfaceDeclaration,
        .recordDeclaration, .recordStructDeclaration, .unionDeclaration, .enumDeclaration, .delegateDeclaration,
        .extensionBlockDeclaration:
        return candidate
      case .globalStatement:
        return candidate.parent
      default:
        current = candidate.parent
      }
    }
    return nil
  }
}

extension SyntaxNode {
  /// Without parentheses and `!` around: the expression itself.
  package var withoutParentheses: SyntaxNode {
    var node = self
    while node.kind == .parenthesizedExpression || node.kind == .suppressNullableWarningExpression {
      let inner = node.kind == .parenthesizedExpression ? node.requiredNode(1) : node.requiredNode(0)
      if inner.isNone { return node }
      node = inner
    }
    return node
  }

  /// The outermost expression that stands for this one: parentheses, `!` and the tail of `?.` around it are taken in.
  package var outermostEquivalent: SyntaxNode {
    var node = self
    while let parent = node.parent {
      switch parent.kind {
      case .parenthesizedExpression, .suppressNullableWarningExpression:
        node = parent
      case .conditionalAccessExpression where parent.requiredNode(2) == node:
        node = parent
      default:
        return node
      }
    }
    return node
  }
}
