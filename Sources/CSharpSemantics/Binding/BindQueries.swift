import CSharpSyntax

extension Binder {
  /// The variables that a query has at some point, and how its items are made.
  private struct QueryState {
    /// Range variables with their types; more than one are the members of a transparent identifier.
    var variables: [(token: SyntaxToken, symbol: Symbol)] = []
    var source: Bound
    var element: TypeSymbol
  }

  /// A query expression, translated clause by clause into calls (C# §12.20.3).
  func bindQuery(_ node: SyntaxNode) -> Bound {
    let from = node.requiredNode(0)
    let savedScope = scope
    defer { scope = savedScope }
    var source = bindValue(from.requiredNode(4))
    if let type = from.optionalNode(1) {
      source = cast(source, to: bindType(type), clause: from)
    }
    let element = queryElement(of: source)
    var state = QueryState(source: source, element: element)
    declare(from.requiredToken(2), element, from, &state)
    return bindQueryBody(node.requiredNode(1), state, node)
  }

  private func bindQueryBody(_ body: SyntaxNode, _ initial: QueryState, _ node: SyntaxNode) -> Bound {
    depth += 4
    defer { depth -= 4 }
    guard depth < Binder.maximumDepth else { return unknown(node) }
    var state = initial
    let clauses = Array(body.nodeList(0))
    for (index, clause) in clauses.enumerated() {
      let isLast = index == clauses.count - 1
      bindClause(clause, &state, isLast: isLast, selection: body.requiredNode(1))
    }
    var result = bindSelection(body.requiredNode(1), state, wasFused: fusedSelection)
    fusedSelection = false
    if let continuation = body.optionalNode(2) {
      let element = queryElement(of: result)
      scope = LocalScope(parent: scope)
      var next = QueryState(source: result, element: element)
      declare(continuation.requiredToken(1), element, continuation, &next)
      result = bindQueryBody(continuation.requiredNode(2), next, node)
    }
    return Bound(node, .value, type: result.type, symbol: nil)
  }

  /// The element type as a lambda over the source would get it.
  private func queryElement(of source: Bound) -> TypeSymbol {
    guard let type = source.type else { return context.unknownType }
    return enumeratedType(of: type) ?? context.unknownType
  }

  private func declare(_ token: SyntaxToken, _ type: TypeSymbol, _ node: SyntaxNode, _ state: inout QueryState) {
    let symbol = makeLocal(token, type: type, node: node, kind: .rangeVariable)
    model.recordDeclared(node, symbol)
    scope = LocalScope(parent: scope)
    scope.declare(symbol)
    state.variables.append((token, symbol))
  }

  private func cast(_ source: Bound, to type: TypeSymbol, clause: SyntaxNode) -> Bound {
    let group = queryGroup("Cast", source, typeArguments: [type])
    guard let best = resolve(group, []).best else { return value(source.node, context.unknownType) }
    model.recordQueryCast(clause, best.constructed(context), isReduced: best.isReduced)
    return value(source.node, resultType(best))
  }

  private func resultType(_ best: ApplicableCandidate) -> TypeSymbol {
    var map = context.typeMap(of: best.candidate.instance)
    map.method = best.method
    map.methodArguments = best.typeArguments
    return context.substitute(best.method.type, map)
  }

  private func queryGroup(_ name: String, _ source: Bound, typeArguments: [TypeSymbol] = []) -> MethodGroup {
    let interned = context.names.name(name)
    let type = source.type ?? context.unknownType
    var methods: [MethodCandidate] = []
    var isIncomplete = context.hasUnknownMembers(type)
    if !type.isErrorType, case .methods(let found, let incomplete) = lookupMember(interned, in: type, isInvoked: true) {
      methods = found
      isIncomplete = incomplete
    }
    let group = MethodGroup(
      name: interned, methods: methods, receiver: .instance, receiverType: type, typeArguments: typeArguments)
    group.receiverBound = source
    group.isIncomplete = isIncomplete
    return group
  }

  /// A clause's expression as a lambda over the range variables.
  private func queryLambda(_ expression: SyntaxNode, parameters: [TypeSymbol]) -> Bound {
    var bound = Bound(expression, .lambda)
    bound.payload = QueryLambda(
      node: expression, scope: scope, environment: environment, isAsync: false, hasParameterList: true,
      parameters: parameters)
    return bound
  }

  /// A lambda whose result is not an expression of its own: the transparent identifier.
  private func fixedLambda(_ node: SyntaxNode, parameters: [TypeSymbol], result: TypeSymbol) -> Bound {
    let lambda = QueryLambda(
      node: node, scope: scope, environment: environment, isAsync: false, hasParameterList: true,
      parameters: parameters)
    lambda.fixedResult = result
    var bound = Bound(node, .lambda)
    bound.payload = lambda
    return bound
  }

  private func call(
    _ name: String, _ source: Bound, _ lambdas: [Bound], clause: SyntaxNode, plain: [Bound] = []
  ) -> Bound {
    let arguments = (plain + lambdas).map { Argument(node: $0.node, bound: $0) }
    if source.isUnknown || source.type == nil {
      for argument in arguments { finishQuery(argument.bound) }
      return unknown(source.node)
    }
    let group = queryGroup(name, source)
    let resolution = resolve(group, arguments)
    guard let best = resolution.best else {
      for argument in arguments { finishQuery(argument.bound) }
      return value(source.node, context.unknownType)
    }
    let offset = best.isReduced ? 1 : 0
    for (index, argument) in arguments.enumerated() {
      if argument.bound.kind == .lambda {
        finishQuery(argument.bound, to: best.parameterTypes[index + offset])
      } else {
        convert(argument.bound, to: best.parameterTypes[index + offset])
      }
    }
    model.recordSymbol(clause, best.constructed(context), isReduced: best.isReduced)
    model.recordReduced(clause, best.isReduced)
    let result = value(source.node, resultType(best))
    model.recordQueryType(clause, result.type)
    return result
  }

  private func finishQuery(_ bound: Bound, to target: TypeSymbol? = nil) {
    guard bound.kind == .lambda, let lambda = bound.lambda as? QueryLambda else {
      finish(bound)
      return
    }
    guard lambda.fixedResult == nil else { return }
    let result = bindLambda(lambda, parameterTypes: lambda.queryParameters)
    var wanted: TypeSymbol?
    if let target, let invoke = delegateType(of: target).delegateInvokeMethod { wanted = invoke.type }
    for value in result.returns {
      if let wanted, wanted.specialType != .void { convert(value, to: wanted) } else { finish(value) }
    }
  }

  private func transparentType(_ state: QueryState) -> TypeSymbol {
    if state.variables.count == 1 { return state.element }
    return context.anonymousType(
      state.variables.map { context.name(of: $0.token) }, state.variables.map { $0.symbol.type })
  }

  private func bindClause(_ clause: SyntaxNode, _ state: inout QueryState, isLast: Bool, selection: SyntaxNode) {
    let parameter = transparentType(state)
    switch clause.kind {
    case .whereClause:
      let lambda = queryLambda(clause.requiredNode(1), parameters: [parameter])
      let result = call("Where", state.source, [lambda], clause: clause)
      if !(result.type?.isErrorType ?? true) { state.source = result }
    case .orderByClause:
      for (index, ordering) in clause.nodeList(1).enumerated() {
        let isDescending = ordering.kind == .descendingOrdering
        let name = (index == 0 ? "OrderBy" : "ThenBy") + (isDescending ? "Descending" : "")
        let lambda = queryLambda(ordering.requiredNode(0), parameters: [parameter])
        state.source = call(name, state.source, [lambda], clause: ordering)
      }
    case .letClause:
      let expression = clause.requiredNode(3)
      let bound = bindLambda(
        QueryLambda(
          node: expression, scope: scope, environment: environment, isAsync: false, hasParameterList: true,
          parameters: [parameter]), parameterTypes: [parameter])
      for value in bound.returns { finish(value) }
      let type = bound.valueType ?? context.unknownType
      declare(clause.requiredToken(1), type, clause, &state)
      let transparent = transparentType(state)
      state.source = call(
        "Select", state.source, [fixedLambda(expression, parameters: [parameter], result: transparent)], clause: clause)
      state.element = transparent
    case .fromClause:
      let expression = clause.requiredNode(4)
      let lambda = queryLambda(expression, parameters: [parameter])
      guard let info = lambda.lambda as? QueryLambda else { return }
      let bound = bindLambda(info, parameterTypes: [parameter])
      var inner = bound.returns.first.map { finish($0) } ?? unknown(expression)
      if let type = clause.optionalNode(1) { inner = cast(inner, to: bindType(type), clause: clause) }
      let element = queryElement(of: inner)
      var collection: Bound = lambda
      if clause.optionalNode(1) != nil {
        collection = fixedLambda(expression, parameters: [parameter], result: inner.type ?? context.unknownType)
      }
      declare(clause.requiredToken(2), element, clause, &state)
      if isLast, selection.kind == .selectClause {
        let result = queryLambda(selection.requiredNode(1), parameters: [parameter, element])
        state.source = call("SelectMany", state.source, [collection, result], clause: clause)
        fusedSelection = true
        return
      }
      let transparent = transparentType(state)
      state.source = call(
        "SelectMany", state.source,
        [collection, fixedLambda(expression, parameters: [parameter, element], result: transparent)], clause: clause)
      state.element = transparent
    case .joinClause:
      var inner: Bound
      let saved = scope
      scope = outerScope(of: state) ?? scope
      inner = bindValue(clause.requiredNode(4))
      scope = saved
      if let type = clause.optionalNode(1) { inner = cast(inner, to: bindType(type), clause: clause) }
      let element = queryElement(of: inner)
      let left = queryLambda(clause.requiredNode(6), parameters: [parameter])
      // The right key sees only the joined variable.
      let before = scope
      scope = LocalScope(parent: outerScope(of: state) ?? scope)
      let joined = makeLocal(clause.requiredToken(2), type: element, node: clause, kind: .rangeVariable)
      model.recordDeclared(clause, joined)
      scope.declare(joined)
      let right = queryLambda(clause.requiredNode(8), parameters: [element])
      scope = before
      let into = clause.optionalNode(9)
      if let into {
        let sequence =
          context.type(named: "System.Collections.Generic.IEnumerable", arity: 1)?.definition.map {
            context.namedType($0, [element])
          } ?? context.unknownType
        declare(into.requiredToken(1), sequence, into, &state)
      } else {
        scope = LocalScope(parent: scope)
        scope.declare(joined)
        state.variables.append((clause.requiredToken(2), joined))
      }
      let second = state.variables.last?.symbol.type ?? context.unknownType
      let name = into == nil ? "Join" : "GroupJoin"
      let result: Bound
      if isLast, selection.kind == .selectClause {
        result = queryLambda(selection.requiredNode(1), parameters: [parameter, second])
        state.source = call(name, state.source, [left, right, result], clause: clause, plain: [inner])
        fusedSelection = true
        return
      }
      let transparent = transparentType(state)
      result = fixedLambda(clause, parameters: [parameter, second], result: transparent)
      state.source = call(name, state.source, [left, right, result], clause: clause, plain: [inner])
      state.element = transparent
    default: break
    }
  }

  /// The scope around a query's range variables.
  private func outerScope(of state: QueryState) -> LocalScope? {
    guard let first = state.variables.first?.symbol else { return nil }
    var current: LocalScope? = scope
    while let scope = current {
      if scope.symbols.contains(first) { return scope.parent }
      current = scope.parent
    }
    return nil
  }

  private func bindSelection(_ clause: SyntaxNode, _ state: QueryState, wasFused: Bool) -> Bound {
    if wasFused { return state.source }
    let parameter = transparentType(state)
    if clause.kind == .groupClause {
      let group = clause.requiredNode(1)
      let key = queryLambda(clause.requiredNode(3), parameters: [parameter])
      if state.variables.count == 1, isVariable(group, state.variables[0].symbol) {
        bindValue(group)
        return call("GroupBy", state.source, [key], clause: clause)
      }
      return call(
        "GroupBy", state.source, [key, queryLambda(group, parameters: [parameter])], clause: clause)
    }
    let expression = clause.requiredNode(1)
    if state.variables.count == 1, isVariable(expression, state.variables[0].symbol),
      clause.parent?.nodeList(0).isEmpty == false
    {
      // `select x` of what is there already is left out.
      bindValue(expression)
      return state.source
    }
    return call("Select", state.source, [queryLambda(expression, parameters: [parameter])], clause: clause)
  }

  private func isVariable(_ node: SyntaxNode, _ symbol: Symbol) -> Bool {
    node.kind == .identifierName && context.name(of: node.requiredToken(0)) == symbol.pointer.pointee.name
  }
}

/// A query clause's expression: a lambda whose parameters are the range variables in scope.
final class QueryLambda: LambdaInfo {
  let queryParameters: [TypeSymbol]
  var fixedResult: TypeSymbol?

  init(
    node: SyntaxNode, scope: LocalScope, environment: FunctionEnvironment, isAsync: Bool, hasParameterList: Bool,
    parameters: [TypeSymbol]
  ) {
    queryParameters = parameters
    super.init(
      node: node, scope: scope, environment: environment, isAsync: isAsync, hasParameterList: hasParameterList)
    parameterTypes = parameters.map { _ in nil }
    parameterNames = parameters.map { _ in .empty }
    parameterRefKinds = parameters.map { _ in .none }
  }
}
