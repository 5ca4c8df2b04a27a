import CSharpSyntax

extension BindingContext {
  /// The symbol of a declaration; members are made with their type's.
  func symbol(file: Int, declaration: Int32) -> Symbol? {
    guard files.indices.contains(file) else { return nil }
    let record = files[file].declarations.declarations[Int(declaration)]
    if let known = files[file].symbols[Int(declaration)] { return known }
    guard record.parent >= 0, let owner = files[file].symbols[Int(record.parent)], owner.kind == .namedType else {
      return nil
    }
    completeMembers(owner)
    return files[file].symbols[Int(declaration)]
  }
}

extension SemanticModel {
  /// Binds the member, header or directive that a node belongs to, once.
  ///
  /// Each node on the way up is marked, so that asking about every link of a long chain stays linear.
  func ensureBound(_ node: SyntaxNode) {
    guard node.tree === tree else { return }
    var current: SyntaxNode? = node
    while let candidate = current {
      let index = Int(candidate.index)
      guard index < infoIndex.count else { return }
      if infoIndex[index] != SemanticModel.notAskedFor, !SemanticModel.isRoot(candidate) { return }
      if SemanticModel.isRoot(candidate) {
        if boundRoots.insert(candidate.index).inserted { bind(root: candidate) }
        break
      }
      current = candidate.parent
    }
    current = node
    while let candidate = current, infoIndex[Int(candidate.index)] == SemanticModel.notAskedFor,
      !SemanticModel.isRoot(candidate)
    {
      infoIndex[Int(candidate.index)] = SemanticModel.withoutAnswer
      current = candidate.parent
    }
  }

  /// Binds everything in the file.
  package func bindAll() {
    tree.root.walk { node in
      switch node.kind {
      case .compilationUnit, .namespaceDeclaration, .fileScopedNamespaceDeclaration, .classDeclaration,
        .structDeclaration, .interfaceDeclaration, .recordDeclaration, .recordStructDeclaration, .unionDeclaration,
        .extensionBlockDeclaration, .enumDeclaration:
        ensureBound(node)
        return true
      default:
        if SemanticModel.isRoot(node) {
          ensureBound(node)
          return false
        }
        return false
      }
    }
  }

  private static func isRoot(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .methodDeclaration, .operatorDeclaration, .conversionOperatorDeclaration, .constructorDeclaration,
      .destructorDeclaration, .propertyDeclaration, .indexerDeclaration, .eventDeclaration, .fieldDeclaration,
      .eventFieldDeclaration, .enumMemberDeclaration, .classDeclaration, .structDeclaration, .interfaceDeclaration,
      .recordDeclaration, .recordStructDeclaration, .unionDeclaration, .enumDeclaration, .delegateDeclaration,
      .extensionBlockDeclaration, .usingDirective, .namespaceDeclaration, .fileScopedNamespaceDeclaration,
      .compilationUnit, .incompleteMember:
      true
    default: false
    }
  }

  private func bind(root node: SyntaxNode) {
    switch node.kind {
    case .usingDirective: bind(using: node)
    case .compilationUnit: bind(unit: node)
    case .namespaceDeclaration, .fileScopedNamespaceDeclaration:
      bind(namespaceName: node.requiredNode(3))
    case .classDeclaration, .structDeclaration, .interfaceDeclaration, .recordDeclaration, .recordStructDeclaration,
      .unionDeclaration, .enumDeclaration, .extensionBlockDeclaration:
      bind(header: node)
    default: bind(member: node)
    }
  }

  private func bind(using node: SyntaxNode) {
    let scope: DeclarationScope
    if node.optionalToken(0) != nil || node.parent?.kind == .compilationUnit {
      scope = context.bareGlobalScope(file: file)
    } else if let parent = node.parent, let index = source.declarationByNode[parent.index] {
      let inner = context.scope(file: file, declaration: index)
      scope = DeclarationScope(parent: inner.parent, container: inner.container, imports: nil, file: file)
    } else {
      scope = context.bareGlobalScope(file: file)
    }
    let binder = TypeBinder(context: context, scope: scope, typeParameters: [], recorder: self)
    _ = binder.bindNamespaceOrType(node.requiredNode(5))
  }

  private func bind(namespaceName node: SyntaxNode) {
    guard let parent = node.parent, let index = source.declarationByNode[parent.index],
      var namespace = context.files[file].symbols[Int(index)], namespace.kind == .namespace
    else { return }
    var current = node
    while current.kind == .qualifiedName {
      recordSymbol(current, namespace)
      recordSymbol(current.requiredNode(2), namespace)
      guard let outer = namespace.containingSymbol else { return }
      namespace = outer
      current = current.requiredNode(0)
    }
    recordSymbol(current, namespace)
  }

  private func bind(unit node: SyntaxNode) {
    let binder = makeBinder(at: node)
    binder.bindAttributes(node.nodeList(2))
    guard source.hasTopLevelStatements else { return }
    guard let main = context.topLevelMain() else { return }
    let program = DeclarationScope(
      parent: context.scope(file: file, declaration: 0), container: main.containingType ?? context.globalNamespace,
      imports: nil, file: file)
    let environment = FunctionEnvironment(
      parent: nil, symbol: main, isStatic: true, isAsync: true, typeParameters: [])
    let body = Binder(context: context, model: self, declarationScope: program, environment: environment)
    body.environment.returnType = hasReturnValue(node) ? context.intType : nil
    for parameter in main.parameters { body.scope.declare(parameter) }
    body.scope = LocalScope(parent: body.scope)
    body.bindStatements(node.nodeList(3))
  }

  private func hasReturnValue(_ unit: SyntaxNode) -> Bool {
    for member in unit.nodeList(3) where member.kind == .globalStatement {
      if member.requiredNode(2).kind == .returnStatement { return true }
    }
    return false
  }

  // MARK: Headers

  private func bind(header node: SyntaxNode) {
    guard let index = source.declarationByNode[node.index], let type = context.files[file].symbols[Int(index)],
      type.kind == .namedType
    else { return }
    let record = source.declarations[Int(index)]
    let outer = context.scope(file: file, declaration: max(0, record.parent))
    let attributes = Binder(
      context: context, model: self, declarationScope: outer,
      environment: FunctionEnvironment(
        parent: nil, symbol: nil, isStatic: true, isAsync: false, typeParameters: type.pointer.pointee.typeParameters))
    attributes.bindAttributes(node.nodeList(0))
    let bases = TypeBinder(
      context: context, scope: outer, typeParameters: type.pointer.pointee.typeParameters, recorder: self)
    let inner = context.scope(file: file, declaration: index)
    let innerBinder = TypeBinder(
      context: context, scope: inner, typeParameters: [], recorder: self)
    if let list = context.typeParameterList(of: record) {
      for (ordinal, parameter) in list.nodeList(1).enumerated()
      where ordinal < type.pointer.pointee.typeParameters.count {
        recordDeclared(parameter, type.pointer.pointee.typeParameters[ordinal])
        attributes.bindAttributes(parameter.nodeList(0))
      }
    }
    for child in node.childNodes {
      switch child.kind {
      case .baseList:
        for entry in child.nodeList(1) {
          let base = bases.bindType(entry.requiredNode(0))
          if entry.kind == .primaryConstructorBaseType { bind(primaryBase: entry, base, inner) }
        }
      case .typeParameterConstraintClause:
        bind(constraints: child, innerBinder)
      case .parameterList:
        let binder = Binder(
          context: context, model: self, declarationScope: inner,
          environment: FunctionEnvironment(
            parent: nil, symbol: nil, isStatic: true, isAsync: false, typeParameters: []))
        let parameters: [Symbol]
        if let constructor = type.typeDetails.primaryConstructor ?? completedPrimary(type) {
          parameters = constructor.parameters
        } else {
          parameters = type.typeDetails.receiver.map { [$0] } ?? []
        }
        bind(parameters: child, parameters, innerBinder, binder)
      default: break
      }
    }
  }

  private func completedPrimary(_ type: Symbol) -> Symbol? {
    context.completeMembers(type)
    return type.typeDetails.primaryConstructor
  }

  private func bind(primaryBase entry: SyntaxNode, _ base: TypeSymbol, _ scope: DeclarationScope) {
    let binder = Binder(
      context: context, model: self, declarationScope: scope,
      environment: FunctionEnvironment(parent: nil, symbol: nil, isStatic: true, isAsync: false, typeParameters: []))
    binder.isInInitializer = true
    let arguments = binder.bindArguments(entry.requiredNode(1))
    recordSymbol(entry, binder.resolveBaseConstructor(of: base, arguments, entry))
  }

  private func bind(constraints clause: SyntaxNode, _ binder: TypeBinder) {
    _ = binder.bindType(clause.requiredNode(1))
    for constraint in clause.nodeList(3) where constraint.kind == .typeConstraint {
      let type = constraint.requiredNode(0)
      if type.kind == .identifierName {
        let name = context.name(of: type.requiredToken(0))
        if name == context.wellKnownNames.unmanaged || name == context.wellKnownNames.notnull { continue }
      }
      _ = binder.bindType(type)
    }
  }

  private func bind(
    parameters list: SyntaxNode, _ symbols: [Symbol], _ types: TypeBinder, _ binder: Binder
  ) {
    for (ordinal, node) in list.nodeList(1).enumerated() where node.kind == .parameter {
      if let type = node.optionalNode(2) { _ = types.bindType(type) }
      binder.bindAttributes(node.nodeList(0))
      guard ordinal < symbols.count else { continue }
      recordDeclared(node, symbols[ordinal])
      if let clause = node.optionalNode(4) { binder.bind(clause.requiredNode(1), to: symbols[ordinal].type) }
    }
  }

  // MARK: Members

  private func bind(member node: SyntaxNode) {
    if node.kind == .fieldDeclaration || node.kind == .eventFieldDeclaration {
      bind(fields: node)
      return
    }
    guard let index = source.declarationByNode[node.index],
      let symbol = context.symbol(file: file, declaration: index)
    else {
      // Half-typed members: their types at least.
      if node.kind == .incompleteMember, let type = node.optionalNode(2) {
        _ = self.makeBinder(at: node).bindType(type)
      }
      return
    }
    context.complete(symbol)
    let record = source.declarations[Int(index)]
    let scope = context.scope(file: file, declaration: record.kind == .delegate ? index : record.parent)
    let isMethod = symbol.kind == .method
    let typeParameters = isMethod ? symbol.pointer.pointee.typeParameters : []
    let types = TypeBinder(context: context, scope: scope, typeParameters: typeParameters, recorder: self)
    func makeBinder(_ function: Symbol?, isStatic: Bool) -> Binder {
      let environment = FunctionEnvironment(
        parent: nil, symbol: function, isStatic: isStatic, isAsync: function?.isAsync ?? false,
        typeParameters: typeParameters)
      return Binder(context: context, model: self, declarationScope: scope, environment: environment)
    }
    let attributes = makeBinder(nil, isStatic: true)
    // `nameof` in an attribute sees the parameters.
    let own = record.kind == .delegate ? symbol.type.delegateInvokeMethod?.originalDefinition.parameters : nil
    for parameter in own ?? symbol.parameters { attributes.scope.declare(parameter) }
    attributes.bindAttributes(node.nodeList(0))
    for child in node.childNodes {
      switch child.kind {
      case .explicitInterfaceSpecifier: _ = types.bindNamespaceOrType(child.requiredNode(0))
      case .typeParameterList:
        for (ordinal, parameter) in child.nodeList(1).enumerated() where ordinal < typeParameters.count {
          recordDeclared(parameter, typeParameters[ordinal])
          attributes.bindAttributes(parameter.nodeList(0))
        }
      case .typeParameterConstraintClause: bind(constraints: child, types)
      case .parameterList, .bracketedParameterList:
        let parameters: [Symbol]
        if record.kind == .delegate, let invoke = symbol.type.delegateInvokeMethod {
          parameters = invoke.originalDefinition.parameters
        } else {
          parameters = symbol.parameters
        }
        bind(parameters: child, parameters, types, attributes)
      default: break
      }
    }
    if let type = SemanticModel.typeSyntax(of: node) { _ = types.bindType(type) }
    switch node.kind {
    case .methodDeclaration, .operatorDeclaration, .conversionOperatorDeclaration:
      bind(body: node.optionalNode(8), node.optionalNode(9), makeBinder(symbol, isStatic: symbol.isStatic), symbol)
    case .constructorDeclaration:
      let binder = makeBinder(symbol, isStatic: symbol.isStatic)
      for parameter in symbol.parameters { binder.scope.declare(parameter) }
      if let initializer = node.optionalNode(4) { bind(constructorInitializer: initializer, binder) }
      bind(body: node.optionalNode(5), node.optionalNode(6), binder, symbol)
    case .destructorDeclaration:
      bind(body: node.optionalNode(5), node.optionalNode(6), makeBinder(symbol, isStatic: false), symbol)
    case .propertyDeclaration, .indexerDeclaration, .eventDeclaration:
      bind(accessorsOf: node, symbol, makeBinder)
      if node.kind == .propertyDeclaration, let clause = node.optionalNode(7) {
        let binder = makeBinder(nil, isStatic: symbol.isStatic)
        binder.hasThis = false
        binder.isInInitializer = true
        bind(initializer: clause, to: symbol.type, binder)
      }
    case .enumMemberDeclaration:
      if let clause = node.optionalNode(3) {
        let owner = symbol.containingType
        let binder = makeBinder(nil, isStatic: true)
        binder.initializedEnum = owner
        binder.bind(clause.requiredNode(1), to: owner?.typeDetails.enumUnderlying ?? context.intType)
      }
    default: break
    }
  }

  /// The type or return type that a member is written with.
  private static func typeSyntax(of node: SyntaxNode) -> SyntaxNode? {
    switch node.kind {
    case .methodDeclaration, .operatorDeclaration, .propertyDeclaration, .indexerDeclaration: node.optionalNode(2)
    case .delegateDeclaration, .eventDeclaration: node.optionalNode(3)
    case .conversionOperatorDeclaration: node.optionalNode(6)
    default: nil
    }
  }

  private func bind(initializer clause: SyntaxNode, to type: TypeSymbol, _ binder: Binder) {
    let value = clause.requiredNode(1)
    if value.kind == .arrayInitializerExpression {
      binder.bindArrayInitializer(value, type)
    } else {
      binder.bind(value, to: type)
    }
  }

  private func bind(fields node: SyntaxNode) {
    let declaration = node.requiredNode(node.kind == .fieldDeclaration ? 2 : 3)
    let scope = declarationScope(at: node.parent ?? node)
    let isStatic = node.tokenList(1).contains(.staticKeyword) || node.tokenList(1).contains(.constKeyword)
    let binder = Binder(
      context: context, model: self, declarationScope: scope,
      environment: FunctionEnvironment(parent: nil, symbol: nil, isStatic: isStatic, isAsync: false, typeParameters: [])
    )
    binder.bindAttributes(node.nodeList(0))
    binder.hasThis = false
    binder.isInInitializer = true
    _ = binder.bindType(declaration.requiredNode(0))
    for variable in declaration.nodeList(1) where variable.kind == .variableDeclarator {
      guard let symbol = declaredSymbol(for: variable) else { continue }
      context.complete(symbol)
      if let list = variable.optionalNode(1) {
        for argument in binder.bindArguments(list) { binder.finish(argument.bound) }
      }
      if let clause = variable.optionalNode(2) {
        binder.scope = LocalScope(parent: nil)
        bind(initializer: clause, to: symbol.type, binder)
      }
    }
  }

  private func bind(body block: SyntaxNode?, _ arrow: SyntaxNode?, _ binder: Binder, _ symbol: Symbol) {
    guard block != nil || arrow != nil else { return }
    let owner = symbol.pointer.pointee.methodKind
    let isVoidLike = owner == .constructor || owner == .staticConstructor || owner == .destructor
    binder.environment.returnType = isVoidLike ? nil : binder.returnTarget(symbol.type, isAsync: symbol.isAsync)
    binder.environment.yieldType = binder.iteratorElement(symbol.type)
    if binder.scope.symbols.isEmpty { for parameter in symbol.parameters { binder.scope.declare(parameter) } }
    if let block { binder.bindBlock(block) }
    if let arrow {
      binder.withScope { binder.bindExpressionBody(arrow.requiredNode(1)) }
    }
  }

  private func bind(constructorInitializer node: SyntaxNode, _ binder: Binder) {
    let arguments = binder.bindArguments(node.requiredNode(2))
    guard let type = binder.containingType else { return }
    let target = node.kind == .thisConstructorInitializer ? type.type : context.baseType(of: type.type)
    guard let target else {
      for argument in arguments { binder.finish(argument.bound) }
      return
    }
    recordSymbol(node, binder.resolveBaseConstructor(of: target, arguments, node))
  }

  private func bind(
    accessorsOf node: SyntaxNode, _ symbol: Symbol, _ makeBinder: (Symbol?, Bool) -> Binder
  ) {
    let arrow =
      node.kind == .propertyDeclaration
      ? node.optionalNode(6) : node.kind == .indexerDeclaration ? node.optionalNode(7) : nil
    let list = node.kind == .propertyDeclaration ? node.optionalNode(5) : node.optionalNode(6)
    let type = symbol.type
    if let arrow {
      let binder = makeBinder(symbol.getter, symbol.isStatic)
      binder.environment.fieldType = type
      binder.environment.returnType = type
      for parameter in symbol.parameters { binder.scope.declare(parameter) }
      binder.withScope { binder.bindExpressionBody(arrow.requiredNode(1)) }
    }
    guard let list, list.kind == .accessorList else { return }
    for accessor in list.nodeList(1) {
      let isGet = accessor.kind == .getAccessorDeclaration
      let function = symbol.kind == .event ? nil : isGet ? symbol.getter : symbol.setter
      let binder = makeBinder(function, symbol.isStatic)
      binder.bindAttributes(accessor.nodeList(0))
      if symbol.kind == .property { binder.environment.fieldType = type }
      for parameter in symbol.parameters { binder.scope.declare(parameter) }
      if !isGet {
        if let value = function?.parameters.last {
          binder.scope.declare(value)
        } else {
          let value = context.makeSymbol(.parameter, context.wellKnownNames.value, in: symbol)
          value.pointer.pointee.type = type
          binder.scope.declare(value)
        }
      }
      binder.environment.returnType = isGet ? type : nil
      binder.environment.yieldType = isGet ? binder.iteratorElement(type) : nil
      if let block = accessor.optionalNode(3) { binder.bindBlock(block) }
      if let arrow = accessor.optionalNode(4) {
        binder.withScope { binder.bindExpressionBody(arrow.requiredNode(1)) }
      }
    }
  }
}

extension Binder {
  /// A constructor initializer's target: protected constructors, and those of abstract classes, may be called.
  func resolveBaseConstructor(of type: TypeSymbol, _ arguments: [Argument], _ node: SyntaxNode) -> Symbol? {
    guard let definition = type.definition, definition.kind == .namedType else {
      for argument in arguments { finish(argument.bound) }
      return nil
    }
    let candidates = context.members(of: definition, named: names.constructor)
      .filter { isAccessible($0) && !$0.isStatic }
      .map { MethodCandidate(method: $0, instance: type) }
    let resolution = resolve(candidates, arguments, isIncomplete: definition.typeDetails.isPlaceholder)
    convertArguments(arguments, resolution.best)
    if resolution.best == nil, !resolution.isUnknown, !candidates.isEmpty {
      model.recordGroup(node, resolution.candidates, resolution.reason)
    }
    return resolution.best?.constructed(context)
  }

  /// The receiver of an extension block is no `this`.
  var extensionReceiverType: TypeSymbol? { nil }
}
