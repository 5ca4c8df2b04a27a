import CSharpSyntax

extension Binder {
  // MARK: Tuples

  func bindTuple(_ node: SyntaxNode) -> Bound {
    var parts: [Bound] = []
    var elementNames: [Name] = []
    for argument in node.nodeList(1) {
      let part = bind(argument.requiredNode(2))
      parts.append(part.kind == .type || part.kind == .namespace ? unknown(part.node) : part)
      if let name = argument.optionalNode(0) {
        elementNames.append(context.name(of: name.requiredNode(0).requiredToken(0)))
      } else {
        elementNames.append(inferredName(argument.requiredNode(2)))
      }
    }
    // Inferred names that occur twice, or are reserved, don't count.
    for (index, name) in elementNames.enumerated() where !name.isEmpty {
      let isWritten = Array(node.nodeList(1))[index].optionalNode(0) != nil
      if !isWritten, elementNames.enumerated().contains(where: { $0 != index && $1 == name }) || isReserved(name) {
        elementNames[index] = .empty
      }
    }
    var bound = Bound(node, .tuple)
    let payload = BoundParts(parts)
    payload.names = elementNames
    bound.payload = payload
    var types: [TypeSymbol] = []
    for part in parts {
      guard let type = tupleElementType(part), type.specialType != .void else { return bound }
      types.append(type)
    }
    if !types.isEmpty {
      let type = context.tupleType(types, names: elementNames)
      bound.type = type
      for (index, argument) in node.nodeList(1).enumerated() {
        if let colon = argument.optionalNode(0) {
          model.recordSymbol(colon.requiredNode(0), context.tupleField(of: type, index))
        }
      }
    }
    return bound
  }

  private func tupleElementType(_ part: Bound) -> TypeSymbol? {
    switch part.kind {
    case .value, .unknown, .interpolatedString, .tuple, .conditional, .switchExpression: part.type
    case .stackAlloc: part.type
    case .lambda: part.lambda.flatMap { naturalDelegate(of: $0) }
    case .methodGroup: part.group.flatMap { naturalDelegate(of: $0) }
    default: nil
    }
  }

  private func isReserved(_ name: Name) -> Bool {
    let text = context.text(name)
    if text.hasPrefix("Item"), Int(text.dropFirst(4)) != nil { return true }
    return ["Rest", "ToString", "Equals", "GetHashCode", "CompareTo", "GetType"].contains(text)
  }

  /// The name that an element gets from its expression: `x`, `a.x`, `a?.x`.
  func inferredName(_ node: SyntaxNode) -> Name {
    switch node.kind {
    case .identifierName: return context.name(of: node.requiredToken(0))
    case .simpleMemberAccessExpression: return context.name(of: node.requiredNode(2).requiredToken(0))
    case .memberBindingExpression: return context.name(of: node.requiredNode(1).requiredToken(0))
    case .conditionalAccessExpression: return inferredName(node.requiredNode(2))
    case .suppressNullableWarningExpression: return .empty
    case .declarationExpression:
      let designation = node.requiredNode(1)
      return designation.kind == .singleVariableDesignation ? context.name(of: designation.requiredToken(0)) : .empty
    default: return .empty
    }
  }

  // MARK: Anonymous objects, `with`

  func bindAnonymousObject(_ node: SyntaxNode) -> Bound {
    var memberNames: [Name] = []
    var types: [TypeSymbol] = []
    var declarators: [SyntaxNode] = []
    for declarator in node.nodeList(2) {
      let bound = bindValue(declarator.requiredNode(1))
      let name =
        declarator.optionalNode(0).map { context.name(of: $0.requiredNode(0).requiredToken(0)) }
        ?? inferredName(declarator.requiredNode(1))
      memberNames.append(name)
      types.append(bound.type ?? context.unknownType)
      declarators.append(declarator)
    }
    let type = context.anonymousType(memberNames, types)
    for (index, declarator) in declarators.enumerated() {
      model.recordDeclared(declarator, context.anonymousMember(of: type, index))
    }
    return value(node, type)
  }

  func bindWith(_ node: SyntaxNode) -> Bound {
    let receiver = bindValue(node.requiredNode(0))
    let type = receiver.type ?? context.unknownType
    bindInitializer(node.requiredNode(2), for: value(node, type))
    return value(node, type)
  }

  // MARK: Arrays

  func bindArrayCreation(_ node: SyntaxNode) -> Bound {
    let syntax = node.requiredNode(1)
    let type = bindType(syntax)
    for rank in syntax.nodeList(1) {
      for size in rank.nodeList(1) where size.kind != .omittedArraySizeExpression { bindIndexLike(size) }
    }
    if let initializer = node.optionalNode(2) { bindArrayInitializer(initializer, type) }
    return value(node, type)
  }

  private func bindIndexLike(_ node: SyntaxNode) {
    let bound = bind(node)
    if classify(bound, to: context.intType).exists { convert(bound, to: context.intType) } else { finish(bound) }
  }

  func bindArrayInitializer(_ node: SyntaxNode, _ type: TypeSymbol, dimension: Int = 0) {
    depth += 1
    defer { depth -= 1 }
    guard depth < Binder.maximumDepth else { return }
    let element = type.elementType ?? context.unknownType
    for item in node.nodeList(1) {
      if item.kind == .arrayInitializerExpression {
        if dimension + 1 < type.rank {
          bindArrayInitializer(item, type, dimension: dimension + 1)
        } else {
          bindArrayInitializer(item, element)
        }
      } else {
        bind(item, to: element)
      }
    }
    model.recordConversion(node, type, nil)
  }

  func bindImplicitArray(_ node: SyntaxNode) -> Bound {
    var bounds: [Bound] = []
    func collect(_ initializer: SyntaxNode, _ level: Int) {
      for item in initializer.nodeList(1) {
        if item.kind == .arrayInitializerExpression, level < 32 {
          collect(item, level + 1)
        } else {
          bounds.append(bind(item))
        }
      }
    }
    collect(node.requiredNode(4), 0)
    guard let element = bestCommonType(bounds) else {
      for bound in bounds { finish(bound) }
      return unknown(node)
    }
    for bound in bounds { convert(bound, to: element) }
    return value(node, context.arrayType(element, rank: node.tokenList(2).count + 1))
  }

  func bindStackAlloc(_ node: SyntaxNode) -> Bound {
    var element = context.unknownType
    if node.kind == .stackAllocArrayCreationExpression {
      let syntax = node.requiredNode(1)
      let type = bindType(syntax)
      element = type.elementType ?? type
      for rank in syntax.nodeList(1) {
        for size in rank.nodeList(1) where size.kind != .omittedArraySizeExpression { bindIndexLike(size) }
      }
      if let initializer = node.optionalNode(2) { bindArrayInitializer(initializer, context.arrayType(element)) }
    } else {
      let bounds = node.requiredNode(3).nodeList(1).map { bind($0) }
      element = bestCommonType(bounds) ?? context.unknownType
      for bound in bounds { convert(bound, to: element) }
    }
    let parent = node.parent
    let isInitializer = parent?.kind == .equalsValueClause && parent?.parent?.kind == .variableDeclarator
    if isInitializer { return Bound(node, .stackAlloc, type: context.pointerType(element)) }
    guard let span = context.type(named: "System.Span", arity: 1)?.definition else { return unknown(node) }
    return Bound(node, .stackAlloc, type: context.namedType(span, [element]))
  }

  // MARK: Collection expressions

  func bindCollection(_ node: SyntaxNode) -> Bound {
    var bound = Bound(node, .collection)
    var parts: [Bound] = []
    for element in node.nodeList(1) {
      switch element.kind {
      case .expressionElement: parts.append(bind(element.requiredNode(0)))
      case .spreadElement: parts.append(bindValue(element.requiredNode(1)))
      case .withElement: for argument in bindArguments(element.requiredNode(1)) { finish(argument.bound) }
      default: break
      }
    }
    bound.payload = BoundParts(parts)
    return bound
  }

  func finish(collection bound: Bound, to target: TypeSymbol) {
    let bare = target.nullableUnderlyingType ?? target
    guard let element = collectionElementType(bare) else {
      for part in bound.parts { finish(part) }
      return
    }
    for part in bound.parts where part.node.parent?.kind != .spreadElement { convert(part, to: element) }
  }

  // MARK: `switch` expressions

  func bindSwitchExpression(_ node: SyntaxNode) -> Bound {
    let governing = bindValue(node.requiredNode(0))
    let input = governing.type ?? context.unknownType
    var parts: [Bound] = []
    for arm in node.nodeList(3) {
      withScope {
        bindPattern(arm.requiredNode(0), input: input)
        if let when = arm.optionalNode(1) { bind(when.requiredNode(1), to: context.booleanType) }
        parts.append(bind(arm.requiredNode(3)))
      }
    }
    var bound = Bound(node, .switchExpression)
    bound.payload = BoundParts(parts)
    let typed = parts.filter { $0.kind != .throwExpression }
    bound.type = typed.isEmpty ? nil : bestCommonType(typed)
    if bound.type == nil, typed.contains(where: \.isUnknown) {
      for part in parts { finish(part) }
      return unknown(node)
    }
    return bound
  }
}
