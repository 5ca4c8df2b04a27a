import CSharpSyntax

extension Binder {
  /// Binds a pattern against a value of a type; declares its variables.
  ///
  /// - Returns: the type that the value has where the pattern matches.
  @discardableResult
  func bindPattern(_ node: SyntaxNode, input: TypeSymbol) -> TypeSymbol {
    depth += 1
    defer { depth -= 1 }
    guard depth < Binder.maximumDepth else { return input }
    switch node.kind {
    case .constantPattern:
      let expression = node.requiredNode(0)
      let bound = bindTypeOrConstant(expression)
      if bound.kind == .type { return bound.type ?? input }
      let wanted = input.nullableUnderlyingType ?? input
      if bound.kind == .null || bound.kind == .defaultLiteral {
        convert(bound, to: input)
      } else if wanted.kind != .error, classify(bound, to: wanted).exists {
        convert(bound, to: wanted)
      } else {
        finish(bound)
      }
      return input
    case .typePattern:
      return bindType(node.requiredNode(0))
    case .declarationPattern:
      let syntax = node.requiredNode(0)
      let type = isVar(syntax) ? input : bindType(syntax)
      designate(node.requiredNode(1), type, isWritten: true)
      return type
    case .varPattern:
      designate(node.requiredNode(1), input)
      return input
    case .recursivePattern: return bindRecursivePattern(node, input)
    case .parenthesizedPattern: return bindPattern(node.requiredNode(1), input: input)
    case .notPattern:
      bindPattern(node.requiredNode(1), input: input)
      return input
    case .andPattern:
      let narrowed = bindPattern(node.requiredNode(0), input: input)
      return bindPattern(node.requiredNode(2), input: narrowed)
    case .orPattern:
      // A long chain of alternatives leans to the left.
      var alternatives: [SyntaxNode] = []
      var current = node
      while current.kind == .orPattern, alternatives.count < 100_000 {
        alternatives.append(current.requiredNode(2))
        current = current.requiredNode(0)
      }
      bindPattern(current, input: input)
      for alternative in alternatives.reversed() { bindPattern(alternative, input: input) }
      return input
    case .relationalPattern:
      let bound = bind(node.requiredNode(1))
      let wanted = input.nullableUnderlyingType ?? input
      if wanted.kind != .error, classify(bound, to: wanted).exists { convert(bound, to: wanted) } else { finish(bound) }
      return input
    case .listPattern:
      let bare = input.nullableUnderlyingType ?? input
      let element = listElementType(bare)
      for pattern in node.nodeList(1) {
        if pattern.kind == .slicePattern {
          if let inner = pattern.optionalNode(1) { bindPattern(inner, input: sliceType(bare)) }
        } else {
          bindPattern(pattern, input: element)
        }
      }
      if let designation = node.optionalNode(3) { designate(designation, bare) }
      return bare
    case .slicePattern:
      if let inner = node.optionalNode(1) { bindPattern(inner, input: input) }
      return input
    default:
      return input
    }
  }

  private func listElementType(_ type: TypeSymbol) -> TypeSymbol {
    if let element = type.elementType, type.kind == .array { return element }
    if type.specialType == .string { return context.specialType(.char) }
    let lookup = context.lookupMembers(names.indexer, in: type)
    for entry in lookup.entries {
      let indexer = context.constructed(entry.symbol, in: entry.instance)
      if indexer.parameters.count == 1, indexer.parameters[0].type.specialType == .int32 { return indexer.type }
    }
    return context.unknownType
  }

  private func sliceType(_ type: TypeSymbol) -> TypeSymbol {
    if type.kind == .array || type.specialType == .string { return type }
    if case .methods(let methods, _) = lookupMember(names.slice, in: type, isInvoked: true),
      let slice = methods.first(where: { $0.method.parameters.count == 2 })
    {
      return context.constructed(slice.method, in: slice.instance).type
    }
    return context.unknownType
  }

  private func bindRecursivePattern(_ node: SyntaxNode, _ input: TypeSymbol) -> TypeSymbol {
    let type = node.optionalNode(0).map { bindType($0) } ?? input.nullableUnderlyingType ?? input
    if let positional = node.optionalNode(1) {
      let patterns = Array(positional.nodeList(1))
      let elements = deconstruct(type, count: patterns.count, at: value(node, type), node: node)
      for (index, subpattern) in patterns.enumerated() {
        if let colon = subpattern.optionalNode(0), type.kind == .tuple, colon.requiredNode(0).kind == .identifierName {
          model.record(
            bindInstanceMember(
              context.name(of: colon.requiredNode(0).requiredToken(0)), of: value(node, type), type,
              colon.requiredNode(0), typeArguments: [], arity: 0, isInvoked: false))
        }
        bindPattern(subpattern.requiredNode(1), input: index < elements.count ? elements[index] : context.unknownType)
      }
    }
    if let properties = node.optionalNode(2) {
      for subpattern in properties.nodeList(1) {
        var member = type
        if let colon = subpattern.optionalNode(0) {
          member = bindPatternMember(colon.requiredNode(0), of: type, depth: 0)
        }
        bindPattern(subpattern.requiredNode(1), input: member)
      }
    }
    if let designation = node.optionalNode(3) { designate(designation, type, isWritten: true) }
    return type
  }

  /// `Name` or `A.B` in front of a colon.
  private func bindPatternMember(_ node: SyntaxNode, of type: TypeSymbol, depth: Int) -> TypeSymbol {
    guard depth < 64 else { return context.unknownType }
    if node.kind == .simpleMemberAccessExpression {
      let left = bindPatternMember(node.requiredNode(0), of: type, depth: depth + 1)
      let bare = left.nullableUnderlyingType ?? left
      let bound = bindInstanceMember(
        context.name(of: node.requiredNode(2).requiredToken(0)), of: value(node, bare), bare, node, typeArguments: [],
        arity: 0, isInvoked: false)
      model.record(bound)
      return bound.type ?? context.unknownType
    }
    guard node.kind == .identifierName else { return context.unknownType }
    let bare = type.nullableUnderlyingType ?? type
    let bound = bindInstanceMember(
      context.name(of: node.requiredToken(0)), of: value(node, bare), bare, node, typeArguments: [], arity: 0,
      isInvoked: false)
    model.record(bound)
    return bound.type ?? context.unknownType
  }
}
