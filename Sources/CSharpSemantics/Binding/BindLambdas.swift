import CSharpSyntax

extension Binder {
  // MARK: Making

  /// A lambda waits for its delegate type; only what is written about its parameters is bound now.
  func makeLambda(_ node: SyntaxNode) -> Bound {
    let isAnonymous = node.kind == .anonymousMethodExpression
    let modifiers = node.tokenList(isAnonymous ? 0 : 1)
    let lambda = LambdaInfo(
      node: node, scope: scope, environment: environment, isAsync: modifiers.contains(.asyncKeyword),
      hasParameterList: !isAnonymous || node.optionalNode(2) != nil)
    var parameters: [SyntaxNode] = []
    switch node.kind {
    case .simpleLambdaExpression: parameters = [node.requiredNode(2)]
    case .parenthesizedLambdaExpression:
      parameters = Array(node.requiredNode(3).nodeList(1))
      if let written = node.optionalNode(2) { lambda.explicitReturnType = bindType(written) }
    default: parameters = node.optionalNode(2).map { Array($0.nodeList(1)) } ?? []
    }
    for parameter in parameters {
      lambda.parameterNodes.append(parameter)
      lambda.parameterNames.append(context.name(of: parameter.requiredToken(3)))
      lambda.parameterTypes.append(parameter.optionalNode(2).map { bindType($0) })
      var refKind = RefKind.none
      for token in parameter.tokenList(1) {
        switch token.kind {
        case .refKeyword: refKind = .ref
        case .outKeyword: refKind = .out
        case .inKeyword: refKind = .in
        default: break
        }
      }
      lambda.parameterRefKinds.append(refKind)
    }
    var bound = Bound(node, .lambda)
    bound.payload = lambda
    return bound
  }

  // MARK: Binding the body

  /// Binds a lambda's body with certain parameter types, or answers from memory.
  func bindLambda(_ lambda: LambdaInfo, parameterTypes: [TypeSymbol], isFinal: Bool = false) -> LambdaResult {
    if let known = lambda.results[parameterTypes], !isFinal || lambda.lastBound == parameterTypes { return known }
    let result = LambdaResult()
    if let query = lambda as? QueryLambda { return bindQueryLambda(query, parameterTypes) }
    guard trialCount < Binder.maximumTrials || isFinal, depth < Binder.maximumDepth else {
      result.hasErrors = true
      return result
    }
    let savedScope = scope
    let savedEnvironment = environment
    let savedReceivers = conditionalReceivers
    let savedInitializers = initializerTypes
    depth += 4
    defer {
      scope = savedScope
      environment = savedEnvironment
      conditionalReceivers = savedReceivers
      initializerTypes = savedInitializers
      depth -= 4
    }
    let node = lambda.node
    let symbol = Symbol(
      model.localSymbols.allocate(
        SymbolData(context: context, kind: .method, name: .empty, containing: lambda.environment.symbol)))
    symbol.pointer.pointee.methodKind = .anonymousFunction
    symbol.pointer.pointee.declaration = Int32(truncatingIfNeeded: node.index)
    let isStatic = node.tokenList(node.kind == .anonymousMethodExpression ? 0 : 1).contains(.staticKeyword)
    if lambda.isAsync { symbol.pointer.pointee.flags.insert(.async) }
    if isStatic { symbol.pointer.pointee.flags.insert(.static) }
    let inner = FunctionEnvironment(
      parent: lambda.environment, symbol: symbol, isStatic: isStatic, isAsync: lambda.isAsync,
      typeParameters: lambda.environment.typeParameters)
    inner.collector = result
    inner.fieldType = lambda.environment.fieldType
    environment = inner
    scope = LocalScope(parent: lambda.scope, functionBoundary: true)
    conditionalReceivers = []
    var parameters: [Symbol] = []
    var underscores = 0
    for name in lambda.parameterNames where name == names.underscore { underscores += 1 }
    for (index, parameterNode) in lambda.parameterNodes.enumerated() {
      let type = index < parameterTypes.count ? parameterTypes[index] : context.unknownType
      let parameter = makeLocal(parameterNode.requiredToken(3), type: type, node: parameterNode, kind: .parameter)
      parameter.pointer.pointee.containing = symbol
      parameter.pointer.pointee.ordinal = Int32(index)
      parameter.pointer.pointee.refKind = lambda.parameterRefKinds[index]
      context.readModifiers(of: parameter, from: parameterNode)
      model.recordDeclared(parameterNode, parameter)
      // `(_, _) => …` are discards.
      if !(underscores > 1 && parameter.pointer.pointee.name == names.underscore) { scope.declare(parameter) }
      if isFinal || lambda.lastBound == nil { bindAttributes(parameterNode.nodeList(0)) }
      if let clause = parameterNode.optionalNode(4) { bind(clause.requiredNode(1), to: type) }
      parameters.append(parameter)
    }
    symbol.pointer.pointee.parameters = parameters
    model.recordDeclared(node, symbol)
    if node.kind != .anonymousMethodExpression, isFinal || lambda.lastBound == nil { bindAttributes(node.nodeList(0)) }
    result.symbol = symbol
    let blockSlot = node.kind == .simpleLambdaExpression ? 4 : node.kind == .parenthesizedLambdaExpression ? 5 : 3
    if let block = node.optionalNode(blockSlot) {
      bindBlock(block)
      result.fallsThrough = Reachability.canComplete(block)
    } else if let expression = node.optionalNode(blockSlot + 1) {
      let bound = bind(expression)
      result.isExpressionBody = true
      result.isStatementExpression = Binder.isStatementExpression(expression)
      result.returns = [bound]
    }
    result.valueType = bestCommonType(result.returns)
    if let explicit = lambda.explicitReturnType {
      inner.returnType = explicit
      if !lambda.isAsync { result.valueType = explicit } else { result.valueType = taskElement(of: explicit)?.type }
    }
    result.hasErrors = result.returns.contains { $0.isUnknown }
    symbol.pointer.pointee.type = lambdaReturnType(lambda, result)
    // A lambda that is returned knows what it is in, and would keep it and be kept by it.
    inner.collector = nil
    lambda.results[parameterTypes] = result
    lambda.lastBound = parameterTypes
    return result
  }

  /// Range variables have their types already: the expression is bound once.
  private func bindQueryLambda(_ lambda: QueryLambda, _ parameterTypes: [TypeSymbol]) -> LambdaResult {
    if let known = lambda.results.values.first { return known }
    let result = LambdaResult()
    result.isExpressionBody = true
    if let fixed = lambda.fixedResult {
      result.valueType = fixed
      result.returns = [value(lambda.node, fixed)]
    } else {
      let savedScope = scope
      let savedEnvironment = environment
      scope = lambda.scope
      environment = lambda.environment
      let bound = bind(lambda.node)
      scope = savedScope
      environment = savedEnvironment
      result.returns = [bound]
      result.valueType = bestCommonType([bound])
    }
    lambda.results[parameterTypes] = result
    lambda.lastBound = parameterTypes
    return result
  }

  static func isStatementExpression(_ node: SyntaxNode) -> Bool {
    switch node.withoutParentheses.kind {
    case .invocationExpression, .objectCreationExpression, .implicitObjectCreationExpression, .awaitExpression,
      .simpleAssignmentExpression, .addAssignmentExpression, .subtractAssignmentExpression,
      .multiplyAssignmentExpression, .divideAssignmentExpression, .moduloAssignmentExpression,
      .andAssignmentExpression, .exclusiveOrAssignmentExpression, .orAssignmentExpression,
      .leftShiftAssignmentExpression, .rightShiftAssignmentExpression, .unsignedRightShiftAssignmentExpression,
      .coalesceAssignmentExpression, .preIncrementExpression, .preDecrementExpression, .postIncrementExpression,
      .postDecrementExpression, .throwExpression:
      return true
    case .conditionalAccessExpression:
      var tail = node.withoutParentheses.requiredNode(2)
      while tail.kind == .conditionalAccessExpression { tail = tail.requiredNode(2) }
      return isStatementExpression(tail)
    default: return false
    }
  }

  private func lambdaReturnType(_ lambda: LambdaInfo, _ result: LambdaResult) -> TypeSymbol {
    if let explicit = lambda.explicitReturnType { return explicit }
    if lambda.isAsync {
      return taskType(of: result.valueType.flatMap { $0.specialType == .void ? nil : $0 })
    }
    return result.valueType ?? (result.returns.isEmpty ? context.voidType : context.unknownType)
  }

  // MARK: Finishing

  /// Binds the body for good with a delegate's parameter types, and converts what it returns.
  func finish(lambda bound: Bound, to target: TypeSymbol) {
    guard let lambda = bound.lambda else { return }
    var delegate = delegateType(of: target)
    if delegate.kind != .delegate, isDelegateBase(target), let natural = naturalDelegate(of: lambda) {
      delegate = natural
    }
    guard let invoke = delegate.delegateInvokeMethod else {
      finishLambda(bound)
      return
    }
    let parameters = invoke.parameters
    let result = bindLambda(lambda, parameterTypes: lambdaParameterTypes(lambda, parameters), isFinal: true)
    for (index, parameter) in (result.symbol?.pointer.pointee.parameters ?? []).enumerated()
    where index < parameters.count {
      if parameter.pointer.pointee.refKind == .none { parameter.pointer.pointee.refKind = parameters[index].refKind }
    }
    model.recordConversion(lambda.node, isDelegateBase(target) ? delegate : target, nil)
    let returned = invoke.type
    result.symbol?.pointer.pointee.type = lambda.explicitReturnType ?? returned
    finish(returns: result, lambda, wanted: returned)
  }

  private func finish(returns result: LambdaResult, _ lambda: LambdaInfo, wanted returned: TypeSymbol) {
    var wanted: TypeSymbol? = lambda.explicitReturnType ?? returned
    if lambda.isAsync {
      wanted = returned.specialType == .void ? nil : taskElement(of: returned)?.type
    } else if returned.specialType == .void {
      wanted = nil
    }
    for value in result.returns {
      if let wanted, wanted.specialType != .void { convert(value, to: wanted) } else { finish(value) }
    }
  }

  /// A lambda whose place gives no delegate type: its natural one (C# 10) if it has one.
  @discardableResult
  func finishLambda(_ bound: Bound) -> TypeSymbol {
    guard let lambda = bound.lambda else { return context.unknownType }
    let types = lambda.parameterTypes.map { $0 ?? context.unknownType }
    let result = bindLambda(lambda, parameterTypes: types, isFinal: true)
    let natural = naturalDelegate(of: lambda)
    let wanted: TypeSymbol = lambda.explicitReturnType ?? lambdaReturnType(lambda, result)
    if result.isExpressionBody, result.valueType == nil {
      for value in result.returns { finish(value) }
    } else {
      finish(returns: result, lambda, wanted: wanted)
    }
    if let natural { model.recordNaturalType(lambda.node, natural) }
    return natural ?? context.unknownType
  }

  func naturalDelegate(of lambda: LambdaInfo) -> TypeSymbol? {
    guard lambda.hasParameterList, lambda.isExplicitlyTyped else { return nil }
    let types = lambda.parameterTypes.compactMap { $0 }
    let result = bindLambda(lambda, parameterTypes: types)
    if lambda.explicitReturnType == nil, result.valueType == nil, !result.returns.isEmpty { return nil }
    return delegateType(
      parameters: Array(zip(types, lambda.parameterRefKinds)), returns: lambdaReturnType(lambda, result))
  }

  // MARK: Best common type (§12.6.3.15)

  /// The type among the expressions' own that all of them convert to.
  func bestCommonType(_ bounds: [Bound]) -> TypeSymbol? {
    var candidates: [TypeSymbol] = []
    // The types of lambdas and method groups count only where nothing else has one.
    let hasTyped = bounds.contains { !isFunction($0) && naturalType($0) != nil }
    for bound in bounds where !hasTyped || !isFunction(bound) {
      guard let type = naturalType(bound) else { continue }
      if !candidates.contains(where: { $0.isIdentical(to: type) }) { candidates.append(type) }
    }
    if candidates.isEmpty { return nil }
    if candidates.count == 1 {
      let only = candidates[0]
      if bounds.count == 1 { return only }
      return bounds.allSatisfy { classify($0, to: only).exists || $0.type == only } ? only : nil
    }
    if let unknown = candidates.first(where: { $0.kind == .error }) {
      let known = candidates.filter { $0.kind != .error }
      return known.count == 1 ? known[0] : unknown
    }
    let fitting = candidates.filter { candidate in
      candidates.allSatisfy { $0.isIdentical(to: candidate) || context.implicitConversion($0, candidate).exists }
    }
    guard fitting.count == 1 else { return nil }
    let best = fitting[0]
    return bounds.allSatisfy { classify($0, to: best).exists } ? best : nil
  }

  private func isFunction(_ bound: Bound) -> Bool { bound.kind == .lambda || bound.kind == .methodGroup }

  private func naturalType(_ bound: Bound) -> TypeSymbol? {
    switch bound.kind {
    case .value, .unknown, .interpolatedString, .conditional, .switchExpression, .tuple, .stackAlloc: return bound.type
    case .methodGroup: return bound.group.flatMap { naturalDelegate(of: $0) }
    case .lambda: return bound.lambda.flatMap { naturalDelegate(of: $0) }
    default: return nil
    }
  }
}

/// Whether control can reach the end of a statement, judged by its form.
enum Reachability {
  static func canComplete(_ statement: SyntaxNode, depth: Int = 0) -> Bool {
    guard depth < 200 else { return true }
    switch statement.kind {
    case .block:
      for inner in statement.nodeList(2) where !canComplete(inner, depth: depth + 1) {
        // A label behind it may be jumped to.
        return statement.nodeList(2).contains { $0.kind == .labeledStatement }
      }
      return true
    case .returnStatement, .throwStatement, .breakStatement, .continueStatement, .gotoStatement, .gotoCaseStatement,
      .gotoDefaultStatement, .yieldBreakStatement:
      return false
    case .ifStatement:
      guard let other = statement.optionalNode(6) else { return true }
      return canComplete(statement.requiredNode(5), depth: depth + 1)
        || canComplete(other.requiredNode(1), depth: depth + 1)
    case .whileStatement:
      return !(isTrue(statement.requiredNode(3)) && !hasBreak(statement.requiredNode(5), depth: depth))
    case .doStatement:
      if isTrue(statement.requiredNode(5)), !hasBreak(statement.requiredNode(2), depth: depth) { return false }
      return canComplete(statement.requiredNode(2), depth: depth + 1)
        || hasBreak(statement.requiredNode(2), depth: depth)
        || hasContinue(statement.requiredNode(2))
    case .forStatement:
      if let condition = statement.optionalNode(6), !isTrue(condition) { return true }
      return hasBreak(statement.requiredNode(10), depth: depth)
    case .usingStatement: return canComplete(statement.requiredNode(7), depth: depth + 1)
    case .lockStatement, .fixedStatement: return canComplete(statement.requiredNode(5), depth: depth + 1)
    case .checkedStatement, .uncheckedStatement, .unsafeStatement:
      return canComplete(statement.requiredNode(2), depth: depth + 1)
    case .labeledStatement: return canComplete(statement.requiredNode(3), depth: depth + 1)
    case .tryStatement:
      if let finally = statement.optionalNode(4), !canComplete(finally.requiredNode(1), depth: depth + 1) {
        return false
      }
      if canComplete(statement.requiredNode(2), depth: depth + 1) { return true }
      return statement.nodeList(3).contains { canComplete($0.requiredNode(3), depth: depth + 1) }
    case .switchStatement:
      var hasDefault = false
      for section in statement.nodeList(6) {
        for label in section.nodeList(0) {
          if label.kind == .defaultSwitchLabel { hasDefault = true }
          if label.kind == .casePatternSwitchLabel, label.optionalNode(2) == nil,
            label.requiredNode(1).kind == .discardPattern || label.requiredNode(1).kind == .varPattern
          {
            hasDefault = true
          }
        }
        var ends = true
        for inner in section.nodeList(1) {
          if hasBreak(inner, depth: depth) { return true }
          if !canComplete(inner, depth: depth + 1) { ends = false }
        }
        if ends, !section.nodeList(1).isEmpty { return true }
      }
      return !hasDefault
    default:
      return true
    }
  }

  private static func isTrue(_ condition: SyntaxNode) -> Bool {
    condition.withoutParentheses.kind == .trueLiteralExpression
  }

  /// Whether a `break` inside leaves this statement's loop or switch.
  private static func hasBreak(_ statement: SyntaxNode, depth: Int) -> Bool {
    var found = false
    statement.walk { node in
      if found { return false }
      switch node.kind {
      case .breakStatement: found = true
      case .whileStatement, .doStatement, .forStatement, .forEachStatement, .forEachVariableStatement,
        .switchStatement, .localFunctionStatement, .simpleLambdaExpression, .parenthesizedLambdaExpression,
        .anonymousMethodExpression:
        return false
      default: break
      }
      return true
    }
    return found
  }

  private static func hasContinue(_ statement: SyntaxNode) -> Bool {
    var found = false
    statement.walk { node in
      if node.kind == .continueStatement { found = true }
      return !found
    }
    return found
  }
}
