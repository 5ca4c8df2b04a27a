import CSharpSyntax

extension Binder {
  // MARK: Entry points

  /// Binds an expression and takes its natural type down; its place may convert it later.
  func bind(_ node: SyntaxNode) -> Bound {
    depth += 1
    defer { depth -= 1 }
    guard depth < Binder.maximumDepth, !model.isCancelled else { return unknown(node) }
    trialCount &+= 1
    let bound = bindUnrecorded(node)
    model.record(bound)
    return bound
  }

  /// Binds an expression whose value is used as it is.
  @discardableResult
  func bindValue(_ node: SyntaxNode) -> Bound {
    let bound = bind(node)
    return finish(bound)
  }

  /// Binds and converts.
  @discardableResult
  func bind(_ node: SyntaxNode, to type: TypeSymbol) -> Bound {
    let bound = bind(node)
    convert(bound, to: type)
    return bound
  }

  private func bindUnrecorded(_ node: SyntaxNode) -> Bound {
    switch node.kind {
    case .identifierName, .genericName: return bindSimpleName(node, isInvoked: false)
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression:
      return bindMemberAccess(node, isInvoked: false)
    case .invocationExpression: return bindInvocation(node)
    case .parenthesizedExpression: return bindParenthesized(node)
    case .objectCreationExpression: return bindObjectCreation(node)
    case .implicitObjectCreationExpression: return bindImplicitCreation(node)
    case .numericLiteralExpression, .stringLiteralExpression, .utf8StringLiteralExpression,
      .characterLiteralExpression, .trueLiteralExpression, .falseLiteralExpression, .nullLiteralExpression,
      .defaultLiteralExpression:
      return bindLiteral(node)
    case .interpolatedStringExpression: return bindInterpolated(node)
    case .awaitExpression: return bindAwait(node)
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
      return makeLambda(node)
    case .thisExpression:
      guard let type = containingType, hasThis else { return unknown(node) }
      var bound = value(node, extensionReceiverType ?? type.type)
      bound.isVariable = type.typeDetails.typeKind == .struct
      return bound
    case .baseExpression:
      guard let type = containingType, let base = context.baseType(of: type.type) else { return unknown(node) }
      return value(node, base)
    case .simpleAssignmentExpression: return bindAssignment(node)
    case .coalesceAssignmentExpression: return bindCoalesceAssignment(node)
    case .addAssignmentExpression, .subtractAssignmentExpression, .multiplyAssignmentExpression,
      .divideAssignmentExpression, .moduloAssignmentExpression, .andAssignmentExpression,
      .exclusiveOrAssignmentExpression, .orAssignmentExpression, .leftShiftAssignmentExpression,
      .rightShiftAssignmentExpression, .unsignedRightShiftAssignmentExpression:
      return bindCompoundAssignment(node)
    case .addExpression, .subtractExpression, .multiplyExpression, .divideExpression, .moduloExpression,
      .leftShiftExpression, .rightShiftExpression, .unsignedRightShiftExpression, .logicalOrExpression,
      .logicalAndExpression, .bitwiseOrExpression, .bitwiseAndExpression, .exclusiveOrExpression, .equalsExpression,
      .notEqualsExpression, .lessThanExpression, .lessThanOrEqualExpression, .greaterThanExpression,
      .greaterThanOrEqualExpression:
      return bindBinary(node)
    case .coalesceExpression: return bindCoalesce(node)
    case .isExpression: return bindIs(node)
    case .asExpression:
      bindValue(node.requiredNode(0))
      let type = bindType(node.requiredNode(2))
      return value(node, type)
    case .isPatternExpression:
      let operand = bindValue(node.requiredNode(0))
      bindPattern(node.requiredNode(2), input: operand.type ?? context.unknownType)
      return value(node, context.booleanType)
    case .castExpression: return bindCast(node)
    case .conditionalExpression: return bindConditional(node)
    case .conditionalAccessExpression: return bindConditionalAccess(node)
    case .memberBindingExpression: return bindMemberBinding(node, isInvoked: false)
    case .elementBindingExpression:
      guard let receiver = conditionalReceivers.last else { return bindArgumentsOnly(node, node.requiredNode(0)) }
      return bindElementAccess(node, receiver: receiver, list: node.requiredNode(0))
    case .elementAccessExpression:
      let receiver = bindValue(node.requiredNode(0))
      return bindElementAccess(node, receiver: receiver, list: node.requiredNode(1))
    case .implicitElementAccess:
      guard let receiver = initializerTypes.last else { return bindArgumentsOnly(node, node.requiredNode(0)) }
      return bindElementAccess(node, receiver: receiver, list: node.requiredNode(0))
    case .unaryPlusExpression, .unaryMinusExpression, .bitwiseNotExpression, .logicalNotExpression,
      .preIncrementExpression, .preDecrementExpression, .addressOfExpression, .pointerIndirectionExpression,
      .indexExpression:
      return bindPrefix(node)
    case .postIncrementExpression, .postDecrementExpression: return bindPostfix(node)
    case .suppressNullableWarningExpression:
      let inner = bind(node.requiredNode(0))
      return rewrapped(inner, node)
    case .rangeExpression:
      let index = context.type(named: "System.Index") ?? context.unknownType
      for slot in [0, 2] { if let end = node.optionalNode(slot) { bind(end, to: index) } }
      return value(node, context.type(named: "System.Range") ?? context.unknownType)
    case .tupleExpression: return bindTuple(node)
    case .defaultExpression: return value(node, bindType(node.requiredNode(2)))
    case .typeOfExpression:
      _ = bindType(node.requiredNode(2))
      return value(node, context.type(named: "System.Type") ?? wellKnownError("Type"))
    case .sizeOfExpression:
      var result = value(node, context.intType)
      if let size = SpecialType.size(of: bindType(node.requiredNode(2))) { result.constant = .integer(size) }
      return result
    case .checkedExpression, .uncheckedExpression:
      let inner = bind(node.requiredNode(2))
      return rewrapped(inner, node)
    case .arrayCreationExpression: return bindArrayCreation(node)
    case .implicitArrayCreationExpression: return bindImplicitArray(node)
    case .stackAllocArrayCreationExpression, .implicitStackAllocArrayCreationExpression: return bindStackAlloc(node)
    case .arrayInitializerExpression:
      for element in node.nodeList(1) { bindValue(element) }
      return unknown(node)
    case .collectionExpression: return bindCollection(node)
    case .anonymousObjectCreationExpression: return bindAnonymousObject(node)
    case .withExpression: return bindWith(node)
    case .queryExpression: return bindQuery(node)
    case .switchExpression: return bindSwitchExpression(node)
    case .throwExpression:
      bindValue(node.requiredNode(1))
      return Bound(node, .throwExpression)
    case .declarationExpression: return bindDeclarationExpression(node)
    case .refExpression:
      var inner = bind(node.requiredNode(1))
      inner = finish(inner)
      return rewrapped(inner, node)
    case .fieldExpression:
      if let type = environment.fieldType { return variable(node, type) }
      return unknown(node)
    case .makeRefExpression, .refTypeExpression, .refValueExpression:
      bindValue(node.requiredNode(2))
      return unknown(node)
    case .predefinedType, .arrayType, .nullableType, .pointerType, .qualifiedName, .aliasQualifiedName, .tupleType,
      .functionPointerType:
      return bindTypeExpression(node)
    default:
      for child in node.childNodes { _ = bind(child) }
      return unknown(node)
    }
  }

  /// The same value under another node: parentheses, `!`, `checked`.
  private func rewrapped(_ inner: Bound, _ node: SyntaxNode) -> Bound {
    var result = Bound(node, inner.kind, type: inner.type, symbol: inner.symbol)
    result.constant = inner.constant
    result.payload = inner.payload
    result.isVariable = inner.isVariable
    return result
  }

  private func bindParenthesized(_ node: SyntaxNode) -> Bound {
    let inner = bind(node.requiredNode(1))
    if inner.kind == .type || inner.kind == .namespace { return unknown(node) }
    return rewrapped(inner, node)
  }

  func wellKnownError(_ name: String) -> TypeSymbol {
    context.makeErrorType(context.names.name(name), qualified: .empty, [])
  }

  func variable(_ node: SyntaxNode, _ type: TypeSymbol, _ symbol: Symbol? = nil) -> Bound {
    var bound = Bound(node, .value, type: type, symbol: symbol)
    bound.isVariable = true
    return bound
  }

  private func bindTypeExpression(_ node: SyntaxNode) -> Bound {
    switch typeBinder.bindNamespaceOrType(node) {
    case .namespace(let symbol): return Bound(node, .namespace, symbol: symbol)
    case .type(let type): return Bound(node, .type, type: type, symbol: type.definition)
    }
  }

  // MARK: Finishing

  /// Gives an expression the type that it has by itself, as in `var x = e` or a statement.
  @discardableResult
  func finish(_ bound: Bound) -> Bound {
    var result = bound
    switch bound.kind {
    case .lambda:
      result.type = finishLambda(bound)
    case .methodGroup:
      if let group = bound.group {
        if let type = naturalDelegate(of: group) {
          convert(bound, to: type)
          result.type = type
          result.kind = .value
          return result
        }
        model.recordGroup(bound.node, group.methods.map(\.method), .memberGroup)
      }
      result.type = context.unknownType
    case .tuple:
      if let type = bound.type {
        convert(bound, to: type)
      } else {
        for part in bound.parts { finish(part) }
        result.type = context.unknownType
      }
    case .conditional, .switchExpression:
      if let type = bound.type {
        for part in bound.parts { convert(part, to: type) }
      } else {
        for part in bound.parts { finish(part) }
      }
    case .interpolatedString:
      result.kind = .value
      result.type = context.stringType
    case .collection:
      for part in bound.parts { finish(part) }
      result.type = context.unknownType
    case .implicitNew:
      for argument in bound.arguments { finish(argument.bound) }
      result.type = context.unknownType
    case .stackAlloc:
      result.kind = .value
    case .outVariable:
      convert(bound, to: context.unknownType)
      result.type = context.unknownType
    default: break
    }
    return result
  }

  /// Converts to the type that the place asks for, and takes that down.
  @discardableResult
  func convert(_ bound: Bound, to target: TypeSymbol) -> Conversion {
    let conversion = classify(bound, to: target)
    model.recordConversion(bound.node, target, conversion.method)
    if bound.node.kind == .parenthesizedExpression || bound.node.kind == .suppressNullableWarningExpression
      || bound.node.kind == .checkedExpression || bound.node.kind == .uncheckedExpression
    {
      recordInnerConversion(bound, target, conversion)
    }
    switch bound.kind {
    case .lambda: finish(lambda: bound, to: target)
    case .methodGroup: finish(group: bound, to: target)
    case .tuple:
      let bare = target.nullableUnderlyingType ?? target
      if bare.kind == .tuple, bare.pointer.pointee.arguments.count == bound.parts.count {
        for (part, element) in zip(bound.parts, bare.pointer.pointee.arguments) { convert(part, to: element) }
      } else if let own = bound.type, own != target {
        for (part, element) in zip(bound.parts, own.pointer.pointee.arguments) { convert(part, to: element) }
      } else {
        for part in bound.parts { finish(part) }
      }
    case .conditional, .switchExpression:
      if let own = bound.type, classifyTypes(own, target).exists {
        for part in bound.parts { convert(part, to: own) }
      } else {
        for part in bound.parts { convert(part, to: target) }
        model.recordNaturalType(bound.node, target)
      }
    case .collection: finish(collection: bound, to: target)
    case .implicitNew: finish(creation: bound, to: target)
    case .outVariable:
      finish(outVariable: bound, to: target)
    case .defaultLiteral: model.recordNaturalType(bound.node, target)
    case .discard: model.recordDiscard(bound.node, target)
    default: break
    }
    return conversion
  }

  private func recordInnerConversion(_ bound: Bound, _ target: TypeSymbol, _ conversion: Conversion) {
    let inner = bound.node.withoutParentheses
    guard inner != bound.node else { return }
    switch bound.kind {
    case .lambda, .methodGroup, .defaultLiteral, .implicitNew, .collection, .conditional, .switchExpression, .null,
      .tuple:
      model.recordConversion(inner, target, conversion.method)
      if bound.kind == .defaultLiteral { model.recordNaturalType(inner, target) }
    default: break
    }
  }

  private func finish(group bound: Bound, to target: TypeSymbol) {
    guard let group = bound.group else { return }
    var delegate = target
    if isDelegateBase(target), let natural = naturalDelegate(of: group) { delegate = natural }
    let node = bound.node.withoutParentheses
    guard let invoke = delegate.delegateInvokeMethod else {
      if delegate.kind == .functionPointer || delegate.kind == .pointer, group.methods.count == 1 {
        model.recordSymbol(node, context.constructed(group.methods[0].method, in: group.methods[0].instance))
      } else {
        model.recordGroup(node, group.methods.map(\.method), .overloadResolutionFailure)
        if delegate.kind == .error || group.isIncomplete { model.recordUnknown(node) }
      }
      return
    }
    let resolution = resolve(group, for: invoke)
    if let best = resolution.best {
      model.recordSymbol(node, best.constructed(context), isReduced: best.isReduced)
    } else if resolution.isUnknown {
      model.recordUnknown(node)
    } else {
      model.recordGroup(node, resolution.candidates, resolution.reason)
    }
  }

  // MARK: Literals

  private func bindLiteral(_ node: SyntaxNode) -> Bound {
    let token = node.requiredToken(0)
    switch node.kind {
    case .nullLiteralExpression: return Bound(node, .null)
    case .defaultLiteralExpression: return Bound(node, .defaultLiteral)
    case .trueLiteralExpression, .falseLiteralExpression:
      var bound = value(node, context.booleanType)
      bound.constant = .boolean(node.kind == .trueLiteralExpression)
      return bound
    case .characterLiteralExpression:
      var bound = value(node, context.specialType(.char))
      bound.constant = context.literalValue(node) ?? .unknown
      return bound
    case .stringLiteralExpression:
      var bound = value(node, context.stringType)
      bound.constant = .unknown
      return bound
    case .utf8StringLiteralExpression:
      guard let definition = context.type(named: "System.ReadOnlySpan", arity: 1)?.definition else {
        return unknown(node)
      }
      return value(node, context.namedType(definition, [context.specialType(.byte)]))
    default:
      let (special, constant) = NumericLiteral.read(token.text)
      var bound = value(node, context.specialType(special))
      bound.constant = constant
      return bound
    }
  }

  private func bindInterpolated(_ node: SyntaxNode) -> Bound {
    for content in node.nodeList(1) where content.kind == .interpolation {
      let inner = bindValue(content.requiredNode(1))
      _ = inner
      if let alignment = content.optionalNode(2) { bindValue(alignment.requiredNode(1)) }
    }
    return Bound(node, .interpolatedString, type: context.stringType)
  }

  // MARK: Names

  /// A name that stands alone (C# §12.8.4).
  /// - Parameter other: a name that takes the place of the written one.
  func bindSimpleName(_ node: SyntaxNode, isInvoked: Bool, named other: Name? = nil) -> Bound {
    let name = other ?? context.name(of: node.requiredToken(0))
    let binder = typeBinder
    let arity = binder.arity(node)
    if name.isEmpty { return unknown(node) }
    if arity == 0, let local = scope.lookup(name) { return bind(local: local, node) }
    if arity > 0, let local = scope.lookup(name), local.kind == .method {
      return bind(local: local, node, typeArguments: binder.typeArguments(node) ?? [])
    }
    if arity == 0 {
      for parameter in environment.typeParameters.reversed() where parameter.pointer.pointee.name == name {
        return Bound(node, .type, type: parameter.type, symbol: parameter)
      }
    }
    var isIncomplete = false
    var inaccessible: [Symbol] = []
    var declaration: DeclarationScope? = declarationScope
    while let current = declaration {
      if current.container.kind == .namedType {
        let type = current.container
        if isInInitializer, arity == 0, let parameter = primaryParameter(name, of: type) {
          return variable(node, parameter.type, parameter)
        }
        if arity == 0 {
          for parameter in type.pointer.pointee.typeParameters where parameter.pointer.pointee.name == name {
            return Bound(node, .type, type: parameter.type, symbol: parameter)
          }
        }
        if type.typeDetails.typeKind == .extension, arity == 0, let receiver = type.typeDetails.receiver,
          receiver.pointer.pointee.name == name
        {
          context.complete(receiver)
          return variable(node, receiver.type, receiver)
        }
        switch lookupMember(name, in: type.type, arity: arity, isInvoked: isInvoked) {
        case .methods(let methods, let incomplete):
          let group = MethodGroup(
            name: name, methods: methods, receiver: .implicit, receiverType: type.type,
            typeArguments: binder.typeArguments(node) ?? [])
          group.isIncomplete = incomplete
          if let type = containingType, type == current.container, !isStaticContext {
            // `M()` inside a type does not reach extension methods, but `this.M()` would.
            group.receiverBound = nil
          }
          var bound = Bound(node, .methodGroup)
          bound.payload = group
          return bound
        case .member(let symbol, let instance):
          return bind(member: symbol, instance: instance, node)
        case .type(let symbol, let instance):
          let type = binder.instance(symbol, outer: instance, arguments: binder.typeArguments(node))
          return Bound(node, .type, type: type, symbol: symbol)
        case .inaccessible(let symbols): inaccessible += symbols
        case .notFound(let incomplete): if incomplete { isIncomplete = true }
        }
        if arity == 0, let parameter = primaryParameter(name, of: type) {
          return variable(node, parameter.type, parameter)
        }
      } else {
        if let found = bindInNamespace(node, name, arity: arity, scope: current, isInvoked: isInvoked, binder) {
          return found
        }
      }
      declaration = current.parent
    }
    if arity == 0 {
      if name == names.nint || name == names.nuint || name == names.dynamic {
        let type = typeBinder.bindType(node)
        return Bound(node, .type, type: type, symbol: type.definition)
      }
      if name == names.underscore { return Bound(node, .discard) }
      if name == names.field, let type = environment.fieldType { return variable(node, type) }
    }
    if !inaccessible.isEmpty, !isIncomplete {
      model.recordGroup(node, inaccessible, .inaccessible)
    }
    _ = binder.typeArguments(node)
    return unknown(node)
  }

  func primaryParameter(_ name: Name, of type: Symbol) -> Symbol? {
    context.completeMembers(type)
    guard let constructor = type.typeDetails.primaryConstructor else { return nil }
    context.complete(constructor)
    return constructor.pointer.pointee.parameters.first { $0.pointer.pointee.name == name }
  }

  private func bindInNamespace(
    _ node: SyntaxNode, _ name: Name, arity: Int, scope: DeclarationScope, isInvoked: Bool, _ binder: TypeBinder
  ) -> Bound? {
    let types = context.types(named: name, arity: arity, in: scope.container)
    if let type = context.preferred(types, file: scope.file), !isInvoked {
      let instance = binder.instance(type, outer: nil, arguments: binder.typeArguments(node))
      return Bound(node, .type, type: instance, symbol: type)
    }
    if arity == 0, let namespace = context.namespace(named: name, in: scope.container) {
      return Bound(node, .namespace, symbol: namespace)
    }
    guard let imports = scope.imports else { return nil }
    if arity == 0, let alias = context.resolveAlias(name, in: imports) {
      if let target = alias.aliasTarget { return Bound(node, .type, type: target, symbol: target.definition) }
      if let namespace = alias.symbol { return Bound(node, .namespace, symbol: namespace) }
    }
    context.resolve(imports)
    // Static members that are imported.
    var methods: [MethodCandidate] = []
    for type in imports.staticTypes {
      switch lookupMember(name, in: type, arity: arity, isInvoked: isInvoked) {
      case .methods(let found, _):
        methods += found.filter { $0.method.isStatic && !$0.method.isExtensionMember }
          .map { MethodCandidate(method: $0.method, instance: $0.instance, depth: 0) }
      case .member(let symbol, let instance) where symbol.isStatic:
        return bind(member: symbol, instance: instance, node)
      default: break
      }
    }
    if !methods.isEmpty {
      let group = MethodGroup(
        name: name, methods: methods, receiver: .type, receiverType: nil,
        typeArguments: binder.typeArguments(node) ?? [])
      var bound = Bound(node, .methodGroup)
      bound.payload = group
      return bound
    }
    if isInvoked { return nil }
    let lookup = context.lookupNamespaceOrType(name, arity: arity, scope: scope)
    if let symbol = lookup.symbol, symbol.kind == .namedType {
      let instance = binder.instance(symbol, outer: lookup.outer, arguments: binder.typeArguments(node))
      return Bound(node, .type, type: instance, symbol: symbol)
    }
    return nil
  }

  private func bind(local: Symbol, _ node: SyntaxNode, typeArguments: [TypeSymbol] = []) -> Bound {
    if local.kind == .method {
      let group = MethodGroup(
        name: local.pointer.pointee.name, methods: [MethodCandidate(method: local, instance: nil)],
        receiver: .implicit, receiverType: nil, typeArguments: typeArguments)
      var bound = Bound(node, .methodGroup)
      bound.payload = group
      return bound
    }
    var bound = variable(node, local.type, local)
    if local.isConst { bound.constant = context.constantCache[local] ?? .unknown }
    withAlternative(&bound, node)
    return bound
  }

  /// `Color Color`: the name of a value is also the name of its type.
  private func withAlternative(_ bound: inout Bound, _ node: SyntaxNode) {
    guard node.kind == .identifierName, let type = bound.type, type.kind != .error,
      type.definition?.pointer.pointee.name == context.name(of: node.requiredToken(0)),
      let parent = node.parent, parent.kind == .simpleMemberAccessExpression, parent.requiredNode(0) == node
    else { return }
    let lookup = context.lookupNamespaceOrType(
      context.name(of: node.requiredToken(0)), arity: 0, scope: declarationScope)
    if let found = lookup.aliasTarget ?? lookup.symbol.flatMap({ $0.kind == .namedType ? $0.type : nil }), found == type
    {
      bound.alternativeType = type
    }
  }

  /// A field, property or event.
  func bind(member symbol: Symbol, instance: TypeSymbol?, _ node: SyntaxNode) -> Bound {
    let member = context.constructed(symbol, in: instance)
    let type = member.type
    var bound = Bound(node, .value, type: type, symbol: member)
    switch symbol.kind {
    case .field:
      bound.isVariable = !symbol.isConst
      if symbol.isConst { bound.constant = context.constantValue(of: symbol) ?? .unknown }
    case .property: bound.isVariable = member.refKind != .none
    default: break
    }
    withAlternative(&bound, node)
    return bound
  }

  // MARK: Member access

  /// The left side of a dot: may be a namespace or type.
  func bindLeft(_ node: SyntaxNode) -> Bound {
    switch node.kind {
    case .predefinedType, .qualifiedName, .aliasQualifiedName, .genericName, .identifierName,
      .simpleMemberAccessExpression:
      return bind(node)
    default:
      return finishReceiver(bind(node))
    }
  }

  private func finishReceiver(_ bound: Bound) -> Bound {
    switch bound.kind {
    case .value, .type, .namespace, .unknown, .methodGroup: return bound
    default: return finish(bound)
    }
  }

  func bindMemberAccess(_ node: SyntaxNode, isInvoked: Bool) -> Bound {
    var left = bindLeft(node.requiredNode(0))
    if node.kind == .pointerMemberAccessExpression {
      left = value(left.node, left.type?.elementType ?? context.unknownType)
    }
    return bindMember(node.requiredNode(2), of: left, node, isInvoked: isInvoked)
  }

  func bindMemberBinding(_ node: SyntaxNode, isInvoked: Bool) -> Bound {
    guard let receiver = conditionalReceivers.last else { return unknown(node) }
    return bindMember(node.requiredNode(1), of: receiver, node, isInvoked: isInvoked)
  }

  /// - Parameter other: a name that takes the place of the written one.
  func bindMember(
    _ nameNode: SyntaxNode, of left: Bound, _ node: SyntaxNode, isInvoked: Bool, named other: Name? = nil
  ) -> Bound {
    let name = other ?? context.name(of: nameNode.requiredToken(0))
    let binder = typeBinder
    let arity = binder.arity(nameNode)
    let typeArguments = binder.typeArguments(nameNode)
    switch left.kind {
    case .namespace:
      guard let namespace = left.symbol else { return unknown(node) }
      if let type = context.preferred(
        context.types(named: name, arity: arity, in: namespace), file: declarationScope.file)
      {
        return Bound(node, .type, type: binder.instance(type, outer: nil, arguments: typeArguments), symbol: type)
      }
      if arity == 0, let inner = context.namespace(named: name, in: namespace) {
        return Bound(node, .namespace, symbol: inner)
      }
      return unknown(node)
    case .type:
      guard let type = left.type else { return unknown(node) }
      return bindStaticMember(
        name, of: type, node, typeArguments: typeArguments, arity: arity, isInvoked: isInvoked, binder)
    case .value:
      guard let type = left.type else { return unknown(node) }
      if let alternative = left.alternativeType {
        return bindColorColor(name, left, alternative, node, typeArguments, arity, isInvoked: isInvoked, binder)
      }
      return bindInstanceMember(
        name, of: left, type, node, typeArguments: typeArguments ?? [], arity: arity, isInvoked: isInvoked)
    case .methodGroup, .lambda, .null, .defaultLiteral, .implicitNew, .collection, .tuple, .conditional,
      .switchExpression, .throwExpression, .interpolatedString, .stackAlloc, .outVariable, .discard, .unknown:
      if let type = left.type, !type.isErrorType {
        return bindInstanceMember(
          name, of: left, type, node, typeArguments: typeArguments ?? [], arity: arity, isInvoked: isInvoked)
      }
      return unknown(node)
    }
  }

  private func bindColorColor(
    _ name: Name, _ left: Bound, _ type: TypeSymbol, _ node: SyntaxNode, _ typeArguments: [TypeSymbol]?, _ arity: Int,
    isInvoked: Bool, _ binder: TypeBinder
  ) -> Bound {
    switch lookupMember(name, in: type, arity: arity, isInvoked: isInvoked) {
    case .member(let symbol, let instance):
      if symbol.isStatic {
        model.recordAsType(left.node, type)
        return bind(member: symbol, instance: instance, node)
      }
      return bind(member: symbol, instance: instance, node)
    case .type(let symbol, let instance):
      model.recordAsType(left.node, type)
      return Bound(
        node, .type, type: binder.instance(symbol, outer: instance, arguments: typeArguments), symbol: symbol)
    default:
      let bound = bindInstanceMember(
        name, of: left, type, node, typeArguments: typeArguments ?? [], arity: arity, isInvoked: isInvoked)
      bound.group?.alternativeType = type
      return bound
    }
  }

  private func bindStaticMember(
    _ name: Name, of type: TypeSymbol, _ node: SyntaxNode, typeArguments: [TypeSymbol]?, arity: Int, isInvoked: Bool,
    _ binder: TypeBinder
  ) -> Bound {
    if type.isErrorType { return unknown(node) }
    switch lookupMember(name, in: type, arity: arity, isInvoked: isInvoked) {
    case .methods(let methods, let isIncomplete):
      let group = MethodGroup(
        name: name, methods: methods, receiver: .type, receiverType: type, typeArguments: typeArguments ?? [])
      group.isIncomplete = isIncomplete
      var bound = Bound(node, .methodGroup)
      bound.payload = group
      return bound
    case .member(let symbol, let instance):
      if !symbol.isStatic, !isInNameOf {
        model.recordGroup(node, [symbol], .staticInstanceMismatch)
        return unknown(node)
      }
      return bind(member: symbol, instance: instance, node)
    case .type(let symbol, let instance):
      return Bound(
        node, .type, type: binder.instance(symbol, outer: instance, arguments: typeArguments), symbol: symbol)
    case .inaccessible(let symbols):
      model.recordGroup(node, symbols, .inaccessible)
      return unknown(node)
    case .notFound:
      if let member = extensionStaticMember(name, of: type) {
        if member.kind == .property { return bind(member: member, instance: nil, node) }
        let group = MethodGroup(
          name: name, methods: [MethodCandidate(method: member, instance: nil)], receiver: .type, receiverType: type,
          typeArguments: typeArguments ?? [])
        var bound = Bound(node, .methodGroup)
        bound.payload = group
        return bound
      }
      return unknown(node)
    }
  }

  private func extensionStaticMember(_ name: Name, of type: TypeSymbol) -> Symbol? {
    var result: Symbol?
    forEachExtensionLevel(name) { members in
      for member in members where member.isStatic {
        guard let block = member.containingType, block.typeDetails.typeKind == .extension,
          let receiver = block.typeDetails.receiver
        else { continue }
        context.complete(receiver)
        if receiver.type.isIdentical(to: type) {
          result = member
          return true
        }
      }
      return false
    }
    return result
  }

  func bindInstanceMember(
    _ name: Name, of left: Bound, _ type: TypeSymbol, _ node: SyntaxNode, typeArguments: [TypeSymbol], arity: Int,
    isInvoked: Bool
  ) -> Bound {
    if type.kind == .dynamic {
      model.recordGroup(node, [], .lateBound)
      return value(node, context.dynamicType)
    }
    if type.isErrorType { return unknown(node) }
    if let element = tupleElement(name, type) {
      return variable(node, element.type, element.symbol)
    }
    if type.kind == .anonymous, let index = type.pointer.pointee.elementNames.firstIndex(of: name) {
      let symbol = context.anonymousMember(of: type, index)
      return Bound(node, .value, type: type.pointer.pointee.arguments[index], symbol: symbol)
    }
    func group(_ methods: [MethodCandidate], _ isIncomplete: Bool) -> Bound {
      let group = MethodGroup(
        name: name, methods: methods, receiver: left.node.kind == .baseExpression ? .base : .instance,
        receiverType: type, typeArguments: typeArguments)
      group.receiverBound = left
      group.isIncomplete = isIncomplete
      var bound = Bound(node, .methodGroup)
      bound.payload = group
      return bound
    }
    let isOwn = left.node.kind == .thisExpression || left.node.kind == .baseExpression
    switch lookupMember(name, in: type, arity: arity, isInvoked: isInvoked, through: isOwn ? nil : type) {
    case .methods(let methods, let isIncomplete):
      return group(methods, isIncomplete)
    case .member(let symbol, let instance):
      if symbol.isStatic, !isInNameOf {
        model.recordGroup(node, [symbol], .staticInstanceMismatch)
        return unknown(node)
      }
      var bound = bind(member: symbol, instance: instance, node)
      if symbol.kind == .field, !left.isVariable, context.isValueType(type) { bound.isVariable = false }
      return bound
    case .type, .inaccessible, .notFound:
      var isIncomplete = context.hasUnknownMembers(type)
      // Extension members; a property decides alone.
      var property: Symbol?
      var hasMethods = false
      forEachExtensionLevel(name) { members in
        for member in members {
          if member.kind == .property {
            if !isInvoked, let found = context.extensionProperty(member, for: type, self) {
              property = found
              return true
            }
          } else if !member.isStatic || member.isExtensionMember {
            hasMethods = true
          }
        }
        return hasMethods
      }
      if let property {
        return Bound(node, .value, type: property.type, symbol: property)
      }
      if !isInvoked, !hasMethods {
        if mayMissExtensions { isIncomplete = true }
        if case .inaccessible(let symbols) = lookupMember(name, in: type, arity: arity, through: isOwn ? nil : type),
          !isIncomplete
        {
          model.recordGroup(node, symbols, .inaccessible)
        }
        return unknown(node)
      }
      if case .inaccessible(let symbols) = lookupMember(name, in: type, arity: arity, through: isOwn ? nil : type),
        !hasMethods
      {
        if !isIncomplete { model.recordGroup(node, symbols, .inaccessible) }
        return unknown(node)
      }
      return group([], isIncomplete)
    }
  }

  private func tupleElement(_ name: Name, _ type: TypeSymbol) -> (type: TypeSymbol, symbol: Symbol?)? {
    guard type.kind == .tuple else { return nil }
    let arguments = type.pointer.pointee.arguments
    if let index = type.pointer.pointee.elementNames.firstIndex(of: name), index < arguments.count {
      return (arguments[index], context.tupleField(of: type, index))
    }
    let text = context.text(name)
    if text.hasPrefix("Item"), let number = Int(text.dropFirst(4)), number >= 1, number <= arguments.count {
      return (arguments[number - 1], context.tupleField(of: type, number - 1))
    }
    return nil
  }
}

extension BindingContext {
  func anonymousMember(of type: TypeSymbol, _ index: Int) -> Symbol {
    let key = AnonymousMemberKey(type: type, index: index)
    if let known = anonymousMembers[key] { return known }
    let symbol = makeSymbol(.property, type.pointer.pointee.elementNames[index], in: nil)
    symbol.pointer.pointee.type = type.pointer.pointee.arguments[index]
    symbol.pointer.pointee.accessibility = .public
    symbol.pointer.pointee.flags = .implicit
    anonymousMembers[key] = symbol
    return symbol
  }

  /// The field of a tuple's underlying type; a named element is a field of its own name.
  func tupleField(of type: TypeSymbol, _ index: Int) -> Symbol? {
    let key = AnonymousMemberKey(type: type, index: index)
    if let known = anonymousMembers[key] { return known }
    let names = type.pointer.pointee.elementNames
    let item = self.names.name("Item" + String(index + 1))
    let name = index < names.count && !names[index].isEmpty ? names[index] : item
    let underlying = tupleUnderlyingType(of: type)
    if index < 7, let underlying, let definition = underlying.definition,
      let field = members(of: definition, named: item).first
    {
      let result = constructed(field, in: underlying)
      anonymousMembers[key] = result
      return result
    }
    let symbol = makeSymbol(.field, name, in: underlying?.definition)
    symbol.pointer.pointee.type = type.pointer.pointee.arguments[index]
    symbol.pointer.pointee.accessibility = .public
    symbol.pointer.pointee.flags = .implicit
    anonymousMembers[key] = symbol
    return symbol
  }
}

struct AnonymousMemberKey: Hashable {
  let type: TypeSymbol
  let index: Int
}
