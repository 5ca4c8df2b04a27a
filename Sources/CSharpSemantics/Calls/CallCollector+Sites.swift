import CSharpSyntax

extension CallCollector {
  /// Takes down what a node calls by itself.
  /// - Returns: whether to look at its children.
  mutating func note(_ node: SyntaxNode) -> Bool {
    noteConversion(node)
    switch node.kind {
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression, .localFunctionStatement,
      .attributeList, .typeOfExpression, .sizeOfExpression, .defaultExpression, .predefinedType, .typeArgumentList:
      return false
    case .invocationExpression: return noteInvocation(node)
    case .objectCreationExpression: noteCreation(node, arguments: 2)
    case .implicitObjectCreationExpression: noteCreation(node, arguments: 1)
    case .baseConstructorInitializer, .thisConstructorInitializer:
      if let symbol = model.symbol(of: node).symbol {
        add(.constructor, constructor(symbol), at: node, arguments: node.requiredNode(2), of: symbol, isReduced: false)
      }
    case .identifierName: noteName(node)
    case .simpleMemberAccessExpression, .memberBindingExpression, .elementAccessExpression, .elementBindingExpression,
      .implicitElementAccess:
      noteMember(node)
    case .forEachStatement, .forEachVariableStatement: noteForEach(node)
    case .usingStatement:
      let isAsync = node.optionalToken(1)?.kind == .awaitKeyword
      if let declaration = node.optionalNode(4) { noteDisposal(of: declaration, isAsync: isAsync) }
      if let expression = node.optionalNode(5), let type = model.type(of: expression).type {
        noteDisposal(of: type, at: expression, isAsync: isAsync)
      }
    case .localDeclarationStatement where node.optionalToken(2)?.kind == .usingKeyword:
      noteDisposal(of: node.requiredNode(4), isAsync: node.optionalToken(1)?.kind == .awaitKeyword)
    case .awaitExpression:
      if let info = model.awaitInfo(for: node) {
        for method in [info.getAwaiter, info.getResult] {
          if let method, method.isFromSource { add(.implicit, member(method), at: node, marks: .awaited) }
        }
      }
    case .simpleAssignmentExpression, .recursivePattern:
      if let method = model.deconstructMethod(for: node) { add(.implicit, member(method), at: node) }
    case .fromClause, .letClause, .joinClause, .whereClause, .orderByClause, .ascendingOrdering, .descendingOrdering,
      .selectClause, .groupClause:
      noteQueryClause(node)
    case .collectionInitializerExpression:
      for element in node.nodeList(1) {
        if let method = model.addMethod(for: element) { add(.implicit, member(method), at: element) }
      }
    default: noteOperator(node)
    }
    return true
  }

  // MARK: Taking down

  mutating func add(_ kind: CallKind, _ target: CallTarget?, at node: SyntaxNode, marks: CallMarks = []) {
    guard let target, target != .unknown else { return }
    let none = Int32(truncatingIfNeeded: summary.delegates.count)
    summary.calls.append(
      CallSite(
        kind: kind, marks: marks, target: target, node: node.index, range: node.range, delegates: none..<none))
  }

  /// The same for a call that may hand on delegates.
  mutating func add(
    _ kind: CallKind, _ target: CallTarget?, at node: SyntaxNode, marks: CallMarks = [], arguments: SyntaxNode?,
    of method: Symbol, isReduced: Bool
  ) {
    let start = Int32(truncatingIfNeeded: summary.delegates.count)
    if let arguments { noteDelegates(arguments, of: method, isReduced: isReduced, marks) }
    let end = Int32(truncatingIfNeeded: summary.delegates.count)
    guard start < end || (target != nil && target != .unknown) else { return }
    summary.calls.append(
      CallSite(
        kind: kind, marks: marks, target: target ?? .unknown, node: node.index, range: node.range,
        delegates: start..<end))
  }

  /// A member as a target; `nil` if no function of the solution can be meant.
  mutating func member(_ symbol: Symbol, _ role: CallNames.Role = .whole, isBase: Bool = false) -> CallTarget? {
    let definition = symbol.originalDefinition
    if definition.methodKind == .localFunction { return functionBySymbol[definition].map { .nested($0) } }
    let isFinal =
      isBase || definition.isSealed || definition.isStatic && !definition.isAbstract && !definition.isVirtual
      || (definition.containingType?.isSealed ?? false)
    let isVirtual = definition.isVirtual || definition.isAbstract || definition.isOverride
    let dispatches = isVirtual && !isFinal
    guard dispatches || definition.isFromSource else { return nil }
    return .member(index(names.name(of: definition, role)), dispatches ? .virtual : .direct)
  }

  mutating func constructor(_ symbol: Symbol) -> CallTarget? {
    let definition = symbol.originalDefinition
    guard definition.methodKind == .constructor, let type = definition.containingType,
      !type.typeDetails.parts.isEmpty
    else { return nil }
    return .constructor(index(names.name(of: definition)), type: index(names.name(of: type)))
  }

  /// What a call's place says about its end.
  func marks(of node: SyntaxNode, _ type: TypeSymbol?) -> CallMarks {
    if isAwaited(node) { return .awaited }
    guard let type, isAwaitable(type) else { return [] }
    return .started
  }

  /// `await f()`, `await f().ConfigureAwait(…)`, `await foreach (… in f())`.
  private func isAwaited(_ node: SyntaxNode) -> Bool {
    var current = node.outermostEquivalent
    var steps = 0
    while let parent = current.parent, steps < 8 {
      steps += 1
      switch parent.kind {
      case .awaitExpression: return true
      case .simpleMemberAccessExpression:
        guard parent.requiredNode(0) == current, let call = parent.parent, call.kind == .invocationExpression,
          call.requiredNode(0) == parent
        else { return false }
        let name = parent.requiredNode(2).text
        guard name == "ConfigureAwait" || name == "WithCancellation" else { return false }
        current = call.outermostEquivalent
      case .forEachStatement:
        return parent.optionalToken(1)?.kind == .awaitKeyword && parent.requiredNode(7) == current
      case .forEachVariableStatement:
        return parent.optionalToken(1)?.kind == .awaitKeyword && parent.requiredNode(6) == current
      default: return false
      }
    }
    return false
  }

  // MARK: Calls

  private mutating func noteInvocation(_ node: SyntaxNode) -> Bool {
    if isNameOf(node) { return false }
    guard let symbol = model.symbol(of: node).symbol else { return true }
    let info = model.symbol(of: node)
    let marks = marks(of: node, model.type(of: node).type)
    let callee = node.requiredNode(0).withoutParentheses
    if symbol.methodKind == .delegateInvoke {
      if let invoked = invokedDelegate(callee, node) {
        add(.call, target(ofDelegate: invoked), at: node, marks: marks)
      }
      return true
    }
    let isBase = callee.kind == .simpleMemberAccessExpression && callee.requiredNode(0).kind == .baseExpression
    add(
      .call, member(symbol, isBase: isBase), at: node, marks: marks, arguments: node.requiredNode(1), of: symbol,
      isReduced: info.isReducedExtension)
    return true
  }

  /// The delegate of `d()`, `d.Invoke()` or `d?.Invoke()`.
  private func invokedDelegate(_ callee: SyntaxNode, _ call: SyntaxNode) -> SyntaxNode? {
    switch callee.kind {
    case .simpleMemberAccessExpression where callee.requiredNode(2).text == "Invoke":
      if model.type(of: callee.requiredNode(0)).type?.kind == .delegate { return callee.requiredNode(0) }
      return callee
    case .memberBindingExpression:
      guard callee.requiredNode(1).text == "Invoke" else { return nil }
      for ancestor in call.ancestors where ancestor.kind == .conditionalAccessExpression {
        if ancestor.requiredNode(2).range.contains(call.range) { return ancestor.requiredNode(0) }
      }
      return nil
    default: return callee
    }
  }

  private mutating func noteCreation(_ node: SyntaxNode, arguments: Int) {
    guard let symbol = model.symbol(of: node).symbol else { return }
    add(
      .constructor, constructor(symbol), at: node, arguments: node.optionalNode(arguments), of: symbol,
      isReduced: false)
  }

  /// Without an initializer a constructor calls its base's parameterless one.
  mutating func addImplicitBaseConstructor(_ function: FunctionSyntax) {
    guard let type = model.declaredSymbol(for: function.node)?.containingType?.type, type.kind == .class,
      let base = type.baseType?.definition, base.isFromSource || !base.typeDetails.parts.isEmpty
    else { return }
    for constructor in base.members(named: ".ctor")
    where !constructor.isStatic && constructor.parameters.allSatisfy({ $0.isOptional || $0.isParams }) {
      add(.constructor, self.constructor(constructor), at: function.node)
      return
    }
  }

  // MARK: Members

  private mutating func noteName(_ node: SyntaxNode) {
    guard let parent = node.parent else { return }
    switch parent.kind {
    case .simpleMemberAccessExpression where parent.requiredNode(2) == node,
      .memberBindingExpression, .qualifiedName, .aliasQualifiedName:
      return
    case .nameColon where parent.parent?.kind != .subpattern: return
    default: noteMember(node)
    }
  }

  private mutating func noteMember(_ node: SyntaxNode) {
    guard let symbol = model.symbol(of: node).symbol else { return }
    let isBase =
      (node.kind == .simpleMemberAccessExpression || node.kind == .elementAccessExpression)
      && node.requiredNode(0).kind == .baseExpression
    switch symbol.kind {
    case .property:
      let access = VariableAccess(of: node)
      if access.isRead {
        add(.get, member(symbol, .get, isBase: isBase), at: node, marks: marks(of: node, symbol.type))
      }
      if access.isWritten { add(.set, member(symbol, .set, isBase: isBase), at: node) }
    case .event:
      let outer = node.outermostEquivalent
      guard let assignment = outer.parent, assignment.requiredNode(0) == outer else { return }
      if assignment.kind == .addAssignmentExpression {
        add(.add, member(symbol, .add, isBase: isBase), at: node)
      } else if assignment.kind == .subtractAssignmentExpression {
        add(.remove, member(symbol, .remove, isBase: isBase), at: node)
      }
    default: break
    }
  }

  private mutating func noteOperator(_ node: SyntaxNode) {
    guard let info = model.answer(node), let method = info.operatorMethod, method.kind == .method,
      method.methodKind == .userDefinedOperator || method.methodKind == .conversion
    else { return }
    add(.call, member(method), at: node)
  }

  private mutating func noteConversion(_ node: SyntaxNode) {
    guard let method = model.answer(node)?.conversion, method.isFromSource else { return }
    add(.implicit, member(method), at: node)
  }

  // MARK: Statements

  private mutating func noteForEach(_ node: SyntaxNode) {
    guard let info = model.forEachInfo(for: node) else { return }
    let marks: CallMarks = node.optionalToken(1)?.kind == .awaitKeyword ? .awaited : []
    // Calls through the framework's interfaces would lead to every enumerator of the solution.
    if let method = info.getEnumerator, method.isFromSource { add(.implicit, member(method), at: node) }
    if let method = info.moveNext, method.isFromSource { add(.implicit, member(method), at: node, marks: marks) }
    if let property = info.current, property.isFromSource { add(.implicit, member(property, .get), at: node) }
    if let method = info.dispose, method.isFromSource { add(.implicit, member(method), at: node, marks: marks) }
  }

  private mutating func noteDisposal(of declaration: SyntaxNode, isAsync: Bool) {
    for variable in declaration.nodeList(1) where variable.kind == .variableDeclarator {
      guard let type = model.declaredSymbol(for: variable)?.type else { continue }
      noteDisposal(of: type, at: variable, isAsync: isAsync)
    }
  }

  private mutating func noteDisposal(of type: TypeSymbol, at node: SyntaxNode, isAsync: Bool) {
    for method in type.members(named: isAsync ? "DisposeAsync" : "Dispose")
    where method.kind == .method && method.parameters.isEmpty && method.isFromSource {
      add(.implicit, member(method), at: node, marks: isAsync ? .awaited : [])
      return
    }
  }

  private mutating func noteQueryClause(_ node: SyntaxNode) {
    let info = model.symbol(of: node)
    guard let method = info.symbol, method.kind == .method, let type = method.containingType else { return }
    let start = Int32(truncatingIfNeeded: summary.delegates.count)
    let marks = DelegateInvokers.marks(type.qualifiedName, method.name)
    for child in node.childNodes {
      guard let body = function(withBody: child), marks != nil || type.isFromSource else { continue }
      summary.delegates.append(
        DelegateArgument(
          body: .nested(body), ordinal: info.isReducedExtension ? 1 : 0, marks: marks, node: child.index))
    }
    let end = Int32(truncatingIfNeeded: summary.delegates.count)
    let target = member(method) ?? .unknown
    guard start < end || target != .unknown else { return }
    summary.calls.append(
      CallSite(
        kind: .call, marks: [], target: target, node: node.index, range: node.firstToken.range, delegates: start..<end))
  }
}

/// Whether an expression's place reads or writes what it names.
struct VariableAccess {
  let isRead: Bool
  let isWritten: Bool

  init(of node: SyntaxNode) {
    var current = node.outermostEquivalent
    // The targets of a deconstruction lie in tuples.
    while let argument = current.parent, argument.kind == .argument, let tuple = argument.parent,
      tuple.kind == .tupleExpression
    {
      current = tuple.outermostEquivalent
    }
    guard let parent = current.parent, parent.requiredNode(0) == current else {
      let isIncrement =
        current.parent?.kind == .preIncrementExpression || current.parent?.kind == .preDecrementExpression
      isRead = true
      isWritten = isIncrement
      return
    }
    switch parent.kind {
    case .simpleAssignmentExpression:
      isRead = false
      isWritten = true
    case .postIncrementExpression, .postDecrementExpression:
      isRead = true
      isWritten = true
    default:
      isRead = true
      isWritten = AssignmentExpressionSyntax.kinds.contains(parent.kind)
    }
  }
}
