import CSharpSyntax

extension Binder {
  func bindBlock(_ block: SyntaxNode) {
    withScope { bindStatements(block.nodeList(2)) }
  }

  /// Local functions of a list are known in all of it.
  func bindStatements(_ statements: SyntaxNodeList) {
    declareLocalFunctions(statements)
    for statement in statements { bindStatement(statement) }
  }

  func declareLocalFunctions(_ statements: SyntaxNodeList) {
    for statement in statements {
      var statement = statement
      while statement.kind == .labeledStatement { statement = statement.requiredNode(3) }
      if statement.kind == .globalStatement { statement = statement.requiredNode(2) }
      if statement.kind == .localFunctionStatement { declareLocalFunction(statement) }
    }
  }

  private func label(of statement: SyntaxNode) -> Symbol {
    if let known = model.labels[statement.index] { return known }
    let label = makeLocal(
      statement.requiredToken(1), type: context.unknownType, node: statement, kind: .label)
    model.labels[statement.index] = label
    return label
  }

  /// The label of a `goto` lies in a block around it, in the same function.
  private func bindGoto(_ node: SyntaxNode) {
    guard let name = node.optionalNode(3), name.kind == .identifierName else { return }
    let wanted = context.name(of: name.requiredToken(0))
    for ancestor in node.ancestors {
      let statements: SyntaxNodeList
      switch ancestor.kind {
      case .block: statements = ancestor.nodeList(2)
      case .switchSection: statements = ancestor.nodeList(1)
      case .compilationUnit: statements = ancestor.nodeList(3)
      case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression, .localFunctionStatement:
        return
      default: continue
      }
      for statement in statements {
        var inner = statement.kind == .globalStatement ? statement.requiredNode(2) : statement
        while inner.kind == .labeledStatement {
          if context.name(of: inner.requiredToken(1)) == wanted {
            model.recordSymbol(name, label(of: inner))
            return
          }
          inner = inner.requiredNode(3)
        }
      }
    }
  }

  private func declareLocalFunction(_ node: SyntaxNode) {
    let symbol = Symbol(
      context.symbols.allocate(
        SymbolData(
          context: context, kind: .method, name: context.name(of: node.requiredToken(3)),
          containing: environment.symbol ?? containingType)))
    symbol.pointer.pointee.methodKind = .localFunction
    symbol.pointer.pointee.declaration = Int32(truncatingIfNeeded: node.index)
    let (flags, _) = DeclarationModifiers.read(node.tokenList(1))
    symbol.pointer.pointee.flags = flags
    if let list = node.optionalNode(4) {
      symbol.pointer.pointee.typeParameters = context.makeTypeParameters(list, owner: symbol, firstOrdinal: 0)
      symbol.pointer.pointee.arity = UInt16(clamping: symbol.pointer.pointee.typeParameters.count)
      for parameter in symbol.pointer.pointee.typeParameters {
        let details = TypeParameterDetails()
        parameter.pointer.pointee.details = details
        for clause in node.nodeList(6) {
          context.read(
            constraintClause: clause, of: parameter, details, file: declarationScope.file, declaration: 0)
        }
      }
      for (index, parameterNode) in list.nodeList(1).enumerated()
      where index < symbol.pointer.pointee.typeParameters.count {
        model.recordDeclared(parameterNode, symbol.pointer.pointee.typeParameters[index])
      }
    }
    let binder = TypeBinder(
      context: context, scope: declarationScope,
      typeParameters: environment.typeParameters + symbol.pointer.pointee.typeParameters, recorder: model)
    for parameter in symbol.pointer.pointee.typeParameters {
      if let details = parameter.pointer.pointee.details as? TypeParameterDetails {
        for (type, _, _, _) in details.pending { details.constraintTypes.append(binder.bindType(type)) }
        details.pending = []
      }
    }
    symbol.pointer.pointee.refKind = context.refKind(ofReturn: node.requiredNode(2))
    symbol.pointer.pointee.type = binder.bindType(node.requiredNode(2))
    symbol.pointer.pointee.parameters = context.makeParameters(node.requiredNode(5), owner: symbol, binder)
    for (parameter, parameterNode) in zip(symbol.pointer.pointee.parameters, node.requiredNode(5).nodeList(1)) {
      parameter.pointer.pointee.declaration = Int32(truncatingIfNeeded: parameterNode.index)
      model.recordDeclared(parameterNode, parameter)
    }
    model.recordDeclared(node, symbol)
    scope.declare(symbol)
  }

  private func bindLocalFunctionBody(_ node: SyntaxNode) {
    guard let symbol = model.declared[node.index] else { return }
    let savedEnvironment = environment
    let inner = FunctionEnvironment(
      parent: environment, symbol: symbol, isStatic: symbol.isStatic, isAsync: symbol.isAsync,
      typeParameters: environment.typeParameters + symbol.pointer.pointee.typeParameters)
    inner.returnType = returnTarget(symbol.type, isAsync: symbol.isAsync)
    inner.yieldType = iteratorElement(symbol.type)
    inner.fieldType = environment.fieldType
    environment = inner
    let savedScope = scope
    scope = LocalScope(parent: scope, functionBoundary: true)
    for (parameter, parameterNode) in zip(symbol.pointer.pointee.parameters, node.requiredNode(5).nodeList(1)) {
      scope.declare(parameter)
      if let clause = parameterNode.optionalNode(4) { bind(clause.requiredNode(1), to: parameter.type) }
    }
    bindAttributes(node.nodeList(0))
    if let body = node.optionalNode(7) {
      bindBlock(body)
    } else if let arrow = node.optionalNode(8) {
      bindExpressionBody(arrow.requiredNode(1))
    }
    scope = savedScope
    environment = savedEnvironment
  }

  /// What `return` converts to: the task's result in `async` functions.
  func returnTarget(_ type: TypeSymbol, isAsync: Bool) -> TypeSymbol? {
    if isAsync { return taskElement(of: type)?.type ?? (type.isErrorType ? context.unknownType : nil) }
    return type.specialType == .void ? nil : type
  }

  /// The element of an iterator's return type.
  func iteratorElement(_ type: TypeSymbol) -> TypeSymbol? {
    switch type.name {
    case "IEnumerable", "IEnumerator", "IAsyncEnumerable", "IAsyncEnumerator":
      return type.pointer.pointee.arguments.first ?? (type.isErrorType ? nil : context.objectType)
    default: return nil
    }
  }

  func bindExpressionBody(_ expression: SyntaxNode) {
    if let target = environment.returnType { bind(expression, to: target) } else { bindValue(expression) }
  }

  // MARK: Statements

  private func bindEmbedded(_ node: SyntaxNode) {
    if node.kind == .block { bindStatement(node) } else { withScope { bindStatement(node) } }
  }

  func bindStatement(_ node: SyntaxNode) {
    depth += 1
    defer { depth -= 1 }
    guard depth < Binder.maximumDepth, !model.isCancelled else { return }
    if environment.collector == nil { trialCount = 0 }
    switch node.kind {
    case .block: bindBlock(node)
    case .localDeclarationStatement: bindLocalDeclaration(node)
    case .expressionStatement: bindValue(node.requiredNode(1))
    case .returnStatement:
      guard let expression = node.optionalNode(2) else {
        environment.collector?.returnsNothing = true
        return
      }
      if let collector = environment.collector, environment.returnType == nil {
        collector.returns.append(bind(expression))
      } else if let target = environment.returnType {
        let bound = bind(expression, to: target)
        environment.collector?.returns.append(bound)
      } else {
        bindValue(expression)
      }
    case .ifStatement:
      // Variables of the condition stay in scope behind the statement.
      bind(node.requiredNode(3), to: context.booleanType)
      bindEmbedded(node.requiredNode(5))
      let outer = scope
      var next = node.optionalNode(6)
      // `else if` chains without recursion.
      while let clause = next {
        let statement = clause.requiredNode(1)
        guard statement.kind == .ifStatement else {
          bindEmbedded(statement)
          break
        }
        scope = LocalScope(parent: scope)
        bind(statement.requiredNode(3), to: context.booleanType)
        bindEmbedded(statement.requiredNode(5))
        next = statement.optionalNode(6)
      }
      scope = outer
    case .whileStatement:
      withScope {
        bind(node.requiredNode(3), to: context.booleanType)
        bindEmbedded(node.requiredNode(5))
      }
    case .doStatement:
      bindEmbedded(node.requiredNode(2))
      withScope { _ = bind(node.requiredNode(5), to: context.booleanType) }
    case .forStatement:
      withScope {
        if let declaration = node.optionalNode(3) { bindVariables(declaration, isConst: false) }
        for initializer in node.nodeList(4) { bindValue(initializer) }
        if let condition = node.optionalNode(6) { bind(condition, to: context.booleanType) }
        for incrementor in node.nodeList(8) { bindValue(incrementor) }
        bindEmbedded(node.requiredNode(10))
      }
    case .forEachStatement, .forEachVariableStatement: bindForEach(node)
    case .usingStatement:
      withScope {
        if let declaration = node.optionalNode(4) {
          bindVariables(declaration, isConst: false)
        } else if let expression = node.optionalNode(5) {
          bindValue(expression)
        }
        bindEmbedded(node.requiredNode(7))
      }
    case .fixedStatement:
      withScope {
        bindVariables(node.requiredNode(3), isConst: false)
        bindEmbedded(node.requiredNode(5))
      }
    case .lockStatement:
      withScope {
        bindValue(node.requiredNode(3))
        bindEmbedded(node.requiredNode(5))
      }
    case .checkedStatement, .uncheckedStatement, .unsafeStatement: bindBlock(node.requiredNode(2))
    case .switchStatement: bindSwitch(node)
    case .tryStatement:
      bindBlock(node.requiredNode(2))
      for clause in node.nodeList(3) { bindCatch(clause) }
      if let finally = node.optionalNode(4) { bindBlock(finally.requiredNode(1)) }
    case .throwStatement:
      if let expression = node.optionalNode(2) { bindValue(expression) }
    case .yieldReturnStatement:
      if let expression = node.optionalNode(3) {
        if let type = environment.yieldType { bind(expression, to: type) } else { bindValue(expression) }
      }
    case .labeledStatement:
      model.recordDeclared(node, label(of: node))
      bindStatement(node.requiredNode(3))
    case .gotoStatement: bindGoto(node)
    case .gotoCaseStatement:
      if let expression = node.optionalNode(3) { bindValue(expression) }
    case .localFunctionStatement: bindLocalFunctionBody(node)
    case .globalStatement: bindStatement(node.requiredNode(2))
    default: break
    }
  }

  // MARK: Locals

  private func bindLocalDeclaration(_ node: SyntaxNode) {
    let isConst = node.tokenList(3).contains(.constKeyword)
    bindVariables(node.requiredNode(4), isConst: isConst)
  }

  func bindVariables(_ declaration: SyntaxNode, isConst: Bool) {
    let typeSyntax = declaration.requiredNode(0)
    var inner = typeSyntax
    if inner.kind == .scopedType { inner = inner.requiredNode(1) }
    var refKind = RefKind.none
    if inner.kind == .refType {
      refKind = inner.optionalToken(1) != nil ? .refReadOnly : .ref
      inner = inner.requiredNode(2)
    }
    let isInferred = isVar(inner)
    let written = isInferred ? nil : bindType(typeSyntax)
    for variable in declaration.nodeList(1) where variable.kind == .variableDeclarator {
      var type = written ?? context.unknownType
      var constant: ConstantValue?
      if let list = variable.optionalNode(1) { for argument in bindArguments(list) { finish(argument.bound) } }
      // The variable is in scope in its own initializer.
      let symbol = makeLocal(variable.requiredToken(0), type: type, node: variable)
      symbol.pointer.pointee.refKind = refKind
      if isConst { symbol.pointer.pointee.flags = [.const] }
      model.recordDeclared(variable, symbol)
      scope.declare(symbol)
      if let clause = variable.optionalNode(2) {
        let value = clause.requiredNode(1)
        if value.kind == .arrayInitializerExpression {
          if let written { bindArrayInitializer(value, written) } else { bindValue(value) }
        } else if let written {
          let bound = bind(value, to: written)
          constant = bound.constant
        } else {
          let bound = bindValue(value)
          type = bound.type ?? context.unknownType
          if bound.kind == .type || bound.kind == .namespace { type = context.unknownType }
          constant = bound.constant
        }
      }
      symbol.pointer.pointee.type = type
      if isConst { model.localConstants[symbol] = constant ?? .unknown }
      if isConst, let constant { context.constantCache[symbol] = constant }
      if isInferred { model.recordType(inner, type) }
    }
  }

  private func bindCatch(_ clause: SyntaxNode) {
    withScope {
      if let declaration = clause.optionalNode(1) {
        let type = bindType(declaration.requiredNode(1))
        if let identifier = declaration.optionalToken(2) {
          declareLocal(identifier, type: type, node: declaration)
        }
      }
      if let filter = clause.optionalNode(2) { bind(filter.requiredNode(2), to: context.booleanType) }
      bindBlock(clause.requiredNode(3))
    }
  }

  private func bindSwitch(_ node: SyntaxNode) {
    withScope {
      let governing = bindValue(node.requiredNode(3))
      let input = governing.type ?? context.unknownType
      withScope {
        for section in node.nodeList(6) { declareLocalFunctions(section.nodeList(1)) }
        for section in node.nodeList(6) {
          for label in section.nodeList(0) {
            switch label.kind {
            case .caseSwitchLabel:
              let bound = bindTypeOrConstant(label.requiredNode(1))
              if bound.kind == .type { continue }
              let wanted = input.nullableUnderlyingType ?? input
              if wanted.kind != .error, classify(bound, to: wanted).exists {
                convert(bound, to: wanted)
              } else {
                finish(bound)
              }
            case .casePatternSwitchLabel:
              bindPattern(label.requiredNode(1), input: input)
              if let when = label.optionalNode(2) { bind(when.requiredNode(1), to: context.booleanType) }
            default: break
            }
          }
          for statement in section.nodeList(1) { bindStatement(statement) }
        }
      }
    }
  }

  // MARK: `foreach`

  struct EnumeratorPattern {
    var getEnumerator: Symbol?
    var isReduced = false
    var moveNext: Symbol?
    var current: Symbol?
    var dispose: Symbol?
    var elementType: TypeSymbol?
  }

  private func bindForEach(_ node: SyntaxNode) {
    let isVariable = node.kind == .forEachVariableStatement
    let isAsync = node.optionalToken(1) != nil
    withScope {
      let collection = bindValue(node.requiredNode(isVariable ? 6 : 7))
      let type = collection.type ?? context.unknownType
      let pattern = enumerator(of: type, at: collection, isAsync: isAsync)
      model.recordForEach(node, pattern, collection: type)
      let element = pattern.elementType ?? context.unknownType
      if isVariable {
        _ = assignTarget(node.requiredNode(4), element)
      } else {
        let syntax = node.requiredNode(4)
        var inner = syntax
        if inner.kind == .scopedType { inner = inner.requiredNode(1) }
        if inner.kind == .refType { inner = inner.requiredNode(2) }
        let isInferred = isVar(inner)
        let own = isInferred ? element : bindType(syntax)
        declareLocal(node.requiredToken(5), type: own, node: node)
        if isInferred { model.recordType(inner, own) }
      }
      bindEmbedded(node.requiredNode(isVariable ? 8 : 9))
    }
  }

  /// What `foreach` iterates with (C# §13.9.5).
  func enumerator(of type: TypeSymbol, at operand: Bound, isAsync: Bool) -> EnumeratorPattern {
    var pattern = EnumeratorPattern()
    if type.kind == .dynamic, !isAsync {
      pattern.elementType = type
      return pattern
    }
    if type.kind == .error {
      if type.name == (isAsync ? "IAsyncEnumerable" : "IEnumerable") || (!isAsync && type.name == "List"),
        type.pointer.pointee.arguments.count == 1
      {
        pattern.elementType = type.pointer.pointee.arguments[0]
      }
      return pattern
    }
    if let found = findEnumerator(of: type, isAsync: isAsync) {
      if type.kind == .array, !isAsync {
        var array = found
        array.elementType = type.elementType
        return array
      }
      return found
    }
    // An extension `GetEnumerator`.
    let name = isAsync ? names.getAsyncEnumerator : names.getEnumerator
    let group = MethodGroup(name: name, methods: [], receiver: .instance, receiverType: type)
    var receiver = operand
    receiver.kind = .value
    receiver.type = type
    group.receiverBound = receiver
    if let best = resolve(group, []).best {
      pattern.getEnumerator = best.constructed(context)
      pattern.isReduced = true
      var map = TypeMap()
      map.method = best.method
      map.methodArguments = best.typeArguments
      complete(&pattern, context.substitute(best.method.type, map), isAsync: isAsync)
    }
    return pattern
  }

  private func complete(_ pattern: inout EnumeratorPattern, _ enumerator: TypeSymbol, isAsync: Bool) {
    if case .methods(let methods, _) = lookupMember(
      isAsync ? names.moveNextAsync : names.moveNext, in: enumerator, isInvoked: true),
      let move = methods.first(where: { candidate in
        candidate.method.parameters.allSatisfy { $0.isOptional } && !candidate.method.isStatic
      })
    {
      pattern.moveNext = context.constructed(move.method, in: move.instance)
    }
    if case .member(let symbol, let instance) = lookupMember(names.current, in: enumerator) {
      let current = context.constructed(symbol, in: instance)
      pattern.current = current
      pattern.elementType = current.type
    }
    let disposeName = isAsync ? "System.IAsyncDisposable" : "System.IDisposable"
    if let interface = context.type(named: disposeName),
      context.implements(enumerator, disposeName), let definition = interface.definition
    {
      pattern.dispose = context.members(of: definition, named: isAsync ? names.disposeAsync : names.dispose).first
    }
  }

  /// By pattern, then by interface; without extension methods.
  func findEnumerator(of type: TypeSymbol, isAsync: Bool) -> EnumeratorPattern? {
    var pattern = EnumeratorPattern()
    if type.kind == .array || (type.specialType == .string && !isAsync) {
      if type.kind == .array, !isAsync {
        pattern.elementType = type.elementType
        if let interface = context.type(named: "System.Collections.IEnumerable"), let definition = interface.definition
        {
          pattern.getEnumerator =
            context.members(of: definition, named: names.getEnumerator).first
          if let enumerator = context.type(named: "System.Collections.IEnumerator"), let owner = enumerator.definition {
            pattern.moveNext = context.members(of: owner, named: names.moveNext).first
            pattern.current = context.members(of: owner, named: names.current).first
          }
          if let dispose = context.type(named: "System.IDisposable")?.definition {
            pattern.dispose = context.members(of: dispose, named: names.dispose).first
          }
        }
        return pattern
      }
    }
    let name = isAsync ? names.getAsyncEnumerator : names.getEnumerator
    if case .methods(let methods, _) = lookupMember(name, in: type, isInvoked: true),
      let candidate = methods.first(where: { candidate in
        candidate.method.accessibility == .public && !candidate.method.isStatic && candidate.method.arity == 0
          && candidate.method.parameters.allSatisfy { $0.isOptional }
      })
    {
      let method = context.constructed(candidate.method, in: candidate.instance)
      pattern.getEnumerator = method
      complete(&pattern, method.type, isAsync: isAsync)
      if pattern.elementType != nil {
        if type.specialType == .string { pattern.elementType = context.specialType(.char) }
        return pattern
      }
      pattern = EnumeratorPattern()
    }
    let interfaceName =
      isAsync
      ? "System.Collections.Generic.IAsyncEnumerable" : "System.Collections.Generic.IEnumerable"
    let interfaces = context.allInterfaces(of: type)
    let generic = interfaces.filter { $0.qualifiedName == interfaceName && $0.arity == 1 }
    if generic.count == 1 || (generic.first != nil && generic.allSatisfy { $0 == generic.first }),
      let found = generic.first,
      let definition = found.definition, let method = context.members(of: definition, named: name).first
    {
      let constructed = context.constructed(method, in: found)
      pattern.getEnumerator = constructed
      complete(&pattern, constructed.type, isAsync: isAsync)
      if pattern.elementType == nil { pattern.elementType = found.pointer.pointee.arguments.first }
      return pattern
    }
    if !isAsync,
      let plain = interfaces.first(where: { $0.qualifiedName == "System.Collections.IEnumerable" && $0.arity == 0 }),
      let definition = plain.definition, let method = context.members(of: definition, named: name).first
    {
      pattern.getEnumerator = method
      complete(&pattern, method.type, isAsync: false)
      return pattern
    }
    // Unknown interfaces by name.
    if let unknown = interfaces.first(where: {
      $0.kind == .error && $0.name == (isAsync ? "IAsyncEnumerable" : "IEnumerable")
    }),
      let element = unknown.pointer.pointee.arguments.first
    {
      pattern.elementType = element
      return pattern
    }
    return nil
  }

  // MARK: Attributes

  func bindAttributes(_ lists: SyntaxNodeList) {
    for list in lists {
      for attribute in list.nodeList(2) { bindAttribute(attribute) }
    }
  }

  private func bindAttribute(_ attribute: SyntaxNode) {
    let name = attribute.requiredNode(0)
    let wasRecording = model.isRecording
    model.isRecording = false
    var plain = typeBinder
    plain.recorder = nil
    let type = context.bindAttributeType(name, plain)
    model.isRecording = wasRecording
    // Qualifiers and type arguments are names of their own.
    if name.kind == .qualifiedName { _ = typeBinder.bindNamespaceOrType(name.requiredNode(0)) }
    if name.kind == .genericName { _ = typeBinder.typeArguments(name) }
    model.recordType(name, type)
    let wasThis = hasThis
    hasThis = false
    var positional: [Argument] = []
    if let list = attribute.optionalNode(1) {
      for node in list.nodeList(1) {
        let expression = node.requiredNode(2)
        if let assigned = node.optionalNode(0) {
          let left = assigned.requiredNode(0)
          let member = bindInstanceMember(
            context.name(of: left.requiredToken(0)), of: value(left, type), type, left, typeArguments: [], arity: 0,
            isInvoked: false)
          model.record(member)
          bind(expression, to: member.type ?? context.unknownType)
          continue
        }
        var argument = Argument(node: node, bound: bind(expression))
        if let colon = node.optionalNode(1) {
          argument.name = context.name(of: colon.requiredNode(0).requiredToken(0))
        }
        positional.append(argument)
      }
    }
    hasThis = wasThis
    guard type.kind == .class else {
      for argument in positional { finish(argument.bound) }
      return
    }
    let constructor = resolveConstructor(of: type, positional, attribute)
    model.recordSymbol(attribute, constructor)
    model.recordSymbol(name, constructor)
    model.recordNaturalType(attribute, type)
  }
}
