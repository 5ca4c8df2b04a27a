import CSharpSemantics
import CSharpSyntax

/// A read of a variable that takes the result of its value task, when that may have been taken before.
struct RepeatedConsumption {
  /// The variable's name at the later place.
  let use: SyntaxNode
  /// Where the result was taken before; the same place if a loop leads back to it.
  let earlier: [SyntaxNode]
}

/// A local or parameter that holds a value task, or what `ConfigureAwait` makes of one.
struct ValueTaskVariable {
  let symbol: Symbol
  /// The node that declares it: a declarator, designation, `foreach` or parameter.
  let declaration: SyntaxNode
  /// The names that stand for the variable in the function itself, in order.
  let uses: [SyntaxNode]
  let repeated: [RepeatedConsumption]

  /// The declarator that gives a local its first value.
  var declarator: SyntaxNode? { declaration.kind == .variableDeclarator ? declaration : nil }
}

/// Follows the value tasks that a function's own locals and parameters hold; each function is looked at once.
final class ValueTaskConsumptionFinder {
  private unowned let context: RuleContext
  private var known: [FunctionSyntax: FunctionValueTasks] = [:]

  init(context: RuleContext) { self.context = context }

  private var model: SemanticModel { context.model }

  private static let configured: Set<String> = ["System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable"]

  static func isValueTask(_ type: TypeSymbol) -> Bool { type.qualifiedName == Awaitability.valueTaskName }

  static func carriesValueTask(_ type: TypeSymbol) -> Bool {
    isValueTask(type) || configured.contains(type.qualifiedName)
  }

  /// - Parameter declaration: a variable declarator, designation, `foreach` or parameter.
  func variable(declaredBy declaration: SyntaxNode) -> ValueTaskVariable? {
    guard let symbol = model.declaredSymbol(for: declaration) else { return nil }
    return variable(symbol)
  }

  func variable(_ symbol: Symbol) -> ValueTaskVariable? {
    guard let function = function(declaring: symbol) else { return nil }
    return tasks(of: function).variables[symbol]
  }

  /// Whether a use of a variable takes a result that may have been taken before.
  func isRepeated(_ use: SyntaxNode) -> Bool {
    guard let symbol = model.symbol(of: use).symbol, let variable = variable(symbol) else { return false }
    return variable.repeated.contains { $0.use == use }
  }

  /// Whether the value task that a use names wraps a result or a task, so that its result may be taken at any time.
  func isReusable(_ use: SyntaxNode) -> Bool {
    guard let symbol = model.symbol(of: use).symbol, let function = function(declaring: symbol) else { return false }
    let tasks = tasks(of: function)
    return tasks.reusableUses.contains(use) || tasks.reusableVariables.contains(symbol)
  }

  /// The variable that an expression names, or whose value it configures: `v`, `v.ConfigureAwait(false)`.
  func copied(_ value: SyntaxNode) -> Symbol? {
    let value = value.withoutParentheses.withoutConfigureAwait
    guard value.kind == .identifierName, let symbol = model.symbol(of: value).symbol,
      symbol.kind == .local || symbol.kind == .parameter,
      ValueTaskConsumptionFinder.carriesValueTask(symbol.type)
    else { return nil }
    return symbol
  }

  private func tasks(of function: FunctionSyntax) -> FunctionValueTasks {
    if let known = known[function] { return known }
    let tasks = FunctionValueTasks(of: function, in: context)
    known[function] = tasks
    return tasks
  }

  /// The function whose own variable a by-value local or parameter of a value task is.
  private func function(declaring symbol: Symbol) -> FunctionSyntax? {
    guard symbol.kind == .local || symbol.kind == .parameter, symbol.refKind == .none,
      ValueTaskConsumptionFinder.carriesValueTask(symbol.type), let declaration = model.declaringNode(of: symbol)
    else { return nil }
    if symbol.kind == .local { return FunctionSyntax.nearest(to: declaration) }
    for ancestor in declaration.ancestors {
      if let function = FunctionSyntax(declaredBy: ancestor) { return function.body == nil ? nil : function }
      if ancestor.kind != .parameterList { return nil }
    }
    return nil
  }

  // MARK: Consumptions

  /// The node whose evaluation takes the result that a use names; `nil` for uses that take none.
  fileprivate func consumer(of use: SyntaxNode) -> SyntaxNode? {
    let value = use.outermostEquivalent
    guard let parent = value.parent else { return nil }
    switch parent.kind {
    case .awaitExpression: return parent
    case .simpleMemberAccessExpression:
      guard parent.requiredNode(0) == value else { return nil }
      switch parent.requiredNode(2).text {
      case "Result": return parent
      case "AsTask", "GetAwaiter":
        guard let call = parent.parent, call.kind == .invocationExpression else { return nil }
        return call
      case "ConfigureAwait":
        guard let call = parent.parent, call.kind == .invocationExpression else { return nil }
        return consumer(of: call)
      default: return nil
      }
    case .argument:
      guard parent.optionalToken(1) == nil, let list = parent.parent, list.kind == .argumentList,
        let call = list.parent, call.kind != .tupleExpression, takesValueTask(call, parent, in: list)
      else { return nil }
      return call
    case .returnStatement: return parent
    case .arrowExpressionClause: return value.withoutParentheses
    default: return nil
    }
  }

  /// Comparing and printing take nothing.
  private static let harmlessCallees: Set<String> = [
    "Equals", "ReferenceEquals", "GetHashCode", "ToString", "WriteLine", "Write", "Format",
  ]

  /// Whether a callee that is known may take the result of what it is given; what does nothing but look is none.
  private func takesValueTask(_ call: SyntaxNode, _ argument: SyntaxNode, in list: SyntaxNode) -> Bool {
    guard let method = model.symbol(of: call).symbol, method.kind == .method,
      !ValueTaskConsumptionFinder.harmlessCallees.contains(method.name)
    else { return false }
    guard let declaration = model.declaringNode(of: method.originalDefinition),
      let body = FunctionSyntax(declaredBy: declaration)?.body,
      let parameter = parameter(of: method.originalDefinition, for: argument, in: list)
    else { return true }
    var onlyLooks = true
    body.walk { node in
      guard onlyLooks, node.kind == .identifierName, node.identifierText == parameter else { return onlyLooks }
      onlyLooks = isLook(node)
      return true
    }
    return !onlyLooks
  }

  private func parameter(of method: Symbol, for argument: SyntaxNode, in list: SyntaxNode) -> String? {
    if let name = argument.optionalNode(0)?.requiredNode(0).identifierText { return name }
    guard let index = list.nodeList(1).enumerated().first(where: { $0.element == argument })?.offset,
      method.parameters.indices.contains(index), !(method.parameters.first?.isThis ?? false)
    else { return nil }
    return method.parameters[index].name
  }

  private func isLook(_ name: SyntaxNode) -> Bool {
    guard let access = name.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(0) == name else {
      return false
    }
    switch access.requiredNode(2).text {
    case "IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled": return true
    default: return false
    }
  }

  // MARK: Values

  /// Whether a value wraps a result or a task, whichever branch it comes from.
  func isReusableValue(_ value: SyntaxNode) -> Bool {
    valueBranches(of: value).allSatisfy { branch in
      let value = branch.withoutConfigureAwait
      switch value.kind {
      case .defaultLiteralExpression, .defaultExpression, .throwExpression: return true
      case .objectCreationExpression, .implicitObjectCreationExpression:
        let info = model.type(of: value)
        guard let type = info.type ?? info.convertedType, ValueTaskConsumptionFinder.isValueTask(type),
          let constructor = model.symbol(of: value).symbol
        else { return false }
        return constructor.parameters.count <= 1
      case .simpleMemberAccessExpression:
        return value.requiredNode(2).text == "CompletedTask" && isValueTaskMember(value)
      case .invocationExpression:
        switch invokedName(of: value) {
        case "Preserve", "FromResult", "FromException", "FromCanceled": return isValueTaskMember(value)
        default: return false
        }
      default: return false
      }
    }
  }

  private func isValueTaskMember(_ value: SyntaxNode) -> Bool {
    model.symbol(of: value).symbol?.containingType?.qualifiedName == Awaitability.valueTaskName
  }
}

/// What becomes of the value tasks of one function.
private struct FunctionValueTasks {
  private(set) var variables: [Symbol: ValueTaskVariable] = [:]
  /// The uses that name what wraps a result or a task.
  private(set) var reusableUses: Set<SyntaxNode> = []
  /// The locals that never hold anything else.
  private(set) var reusableVariables: Set<Symbol> = []

  init(of function: FunctionSyntax, in context: RuleContext) {
    let model = context.model
    let finder = context.valueTasks
    var declarations: [Symbol: SyntaxNode] = [:]
    FunctionValueTasks.forEachDeclaration(of: function) { node in
      guard let symbol = model.declaredSymbol(for: node), symbol.refKind == .none,
        ValueTaskConsumptionFinder.carriesValueTask(symbol.type)
      else { return }
      declarations[symbol] = node
    }
    guard !declarations.isEmpty else { return }
    // Nobody can tell when a nested function or a reference writes a variable.
    for symbol in FunctionValueTasks.writtenElsewhere(Set(declarations.keys), function, model) {
      declarations[symbol] = nil
    }
    let names = Set(declarations.keys.map(\.name))
    var uses: [Symbol: [SyntaxNode]] = [:]
    var consumptions: [UInt32: [SyntaxNode]] = [:]
    function.walkOwn { node in
      if node.kind == .identifierName, names.contains(node.identifierText),
        let symbol = model.symbol(of: node).symbol, declarations[symbol] != nil
      {
        uses[symbol, default: []].append(node)
        if let consumer = finder.consumer(of: node) { consumptions[consumer.index, default: []].append(node) }
      }
      return true
    }
    let repeated = follow(
      Set(declarations.keys), consumptions, graph: context.completeTasks.graph(of: function), model, finder)
    for (symbol, declaration) in declarations {
      let own = uses[symbol] ?? []
      variables[symbol] = ValueTaskVariable(
        symbol: symbol, declaration: declaration, uses: own,
        repeated: own.compactMap { use in
          repeated[use].map { RepeatedConsumption(use: use, earlier: $0.sorted { $0.range.start < $1.range.start }) }
        })
    }
  }

  /// The nodes that declare a function's own variables.
  private static func forEachDeclaration(of function: FunctionSyntax, _ visit: (SyntaxNode) -> Void) {
    switch function.kind {
    case .lambda, .anonymousMethod, .localFunction, .method, .constructor, .operator:
      for child in function.node.childNodes {
        if child.kind == .parameter { visit(child) }
        if child.kind == .parameterList { child.nodeList(1).forEach(visit) }
      }
    default: break
    }
    function.walkOwn { node in
      switch node.kind {
      case .variableDeclarator, .singleVariableDesignation, .forEachStatement: visit(node)
      default: break
      }
      return true
    }
  }

  private static func writtenElsewhere(
    _ symbols: Set<Symbol>, _ function: FunctionSyntax, _ model: SemanticModel
  ) -> Set<Symbol> {
    var result: Set<Symbol> = []
    function.body?.walk { node in
      if node.kind == .refExpression, let symbol = model.symbol(of: node.requiredNode(1).withoutParentheses).symbol,
        symbols.contains(symbol), node.parent?.kind != .argument
      {
        result.insert(symbol)
      }
      guard FunctionSyntax(declaredBy: node) != nil, node != function.node else { return true }
      model.forEachWrite(in: node) { path in
        if let local = path.local, symbols.contains(local) { result.insert(local) }
      }
      return true
    }
    return result
  }

  /// - Returns: the uses that take what may have been taken before, with the places.
  private mutating func follow(
    _ symbols: Set<Symbol>, _ consumptions: [UInt32: [SyntaxNode]], graph: ControlFlowGraph, _ model: SemanticModel,
    _ finder: ValueTaskConsumptionFinder
  ) -> [SyntaxNode: Set<SyntaxNode>] {
    guard !consumptions.isEmpty, !graph.isTruncated else { return [:] }
    let problem = ConsumedValueTasks(model: model, finder: finder, symbols: symbols, consumptions: consumptions)
    let solver = DataFlowSolver(graph: graph, problem: problem)
    guard let entries = solver.solveForward() else { return [:] }
    var earlier: [SyntaxNode: Set<SyntaxNode>] = [:]
    var reusable: [SyntaxNode: Bool] = [:]
    solver.forEachOperation(entries: entries) { index, state in
      var state = state
      for (use, symbol) in problem.consumed(by: graph.operations[index]) {
        let isReusable = state.reusable.contains(symbol)
        reusable[use] = (reusable[use] ?? true) && isReusable
        if !isReusable, let before = state.consumed[symbol], !before.isEmpty {
          earlier[use, default: []].formUnion(before)
        }
        problem.consume(use, symbol, &state)
      }
    }
    reusableUses = Set(reusable.filter(\.value).keys)
    var written: [Symbol: Bool] = [:]
    for operation in graph.operations {
      for (variable, value) in model.writes(of: operation) {
        guard variable.fields.isEmpty, let local = variable.local, symbols.contains(local) else { continue }
        written[local] = (written[local] ?? (local.kind == .local)) && value.map(finder.isReusableValue) ?? false
      }
    }
    reusableVariables = Set(written.filter(\.value).keys)
    return earlier
  }
}

/// Where the value tasks that variables hold may have been consumed.
private struct ConsumedValueTasks: DataFlowProblem {
  /// Two variables that may hold the same value task.
  struct Pair: Hashable {
    let first: Symbol
    let second: Symbol

    func other(than symbol: Symbol) -> Symbol? { first == symbol ? second : second == symbol ? first : nil }
  }

  struct State: Equatable {
    var consumed: [Symbol: Set<SyntaxNode>] = [:]
    /// The variables whose value may surely be consumed again and again: made from a result or a task, or preserved.
    var reusable: Set<Symbol> = []
    var same: Set<Pair> = []
  }

  let model: SemanticModel
  let finder: ValueTaskConsumptionFinder
  let symbols: Set<Symbol>
  /// The uses by the node that consumes.
  let consumptions: [UInt32: [SyntaxNode]]

  func boundary(_ block: Int) -> State { State() }

  func join(_ a: State, _ b: State) -> State {
    State(
      consumed: a.consumed.merging(b.consumed) { $0.union($1) }, reusable: a.reusable.intersection(b.reusable),
      same: a.same.union(b.same))
  }

  /// The uses whose result an operation takes.
  func consumed(by operation: FlowOperation) -> [(use: SyntaxNode, symbol: Symbol)] {
    // The value of an expression body is returned by an operation of its own, that has the same node.
    switch (operation.kind, operation.node.kind) {
    case (.returnValue, .returnStatement), (.evaluate, _):
      return (consumptions[operation.node.index] ?? []).compactMap { use in
        model.symbol(of: use).symbol.map { (use, $0) }
      }
    default: return []
    }
  }

  func consume(_ use: SyntaxNode, _ symbol: Symbol, _ state: inout State) {
    guard !state.reusable.contains(symbol) else { return }
    state.consumed[symbol, default: []].insert(use)
    for pair in state.same {
      if let other = pair.other(than: symbol) { state.consumed[other, default: []].insert(use) }
    }
  }

  func transfer(_ operation: FlowOperation, _ state: inout State) {
    for (use, symbol) in consumed(by: operation) { consume(use, symbol, &state) }
    for (variable, value) in model.writes(of: operation) {
      guard variable.fields.isEmpty, let local = variable.local, symbols.contains(local) else { continue }
      let original = value.flatMap(finder.copied).flatMap { symbols.contains($0) ? $0 : nil }
      if original == local { continue }
      state.same = state.same.filter { $0.other(than: local) == nil }
      state.consumed[local] = nil
      state.reusable.remove(local)
      if let original {
        if let before = state.consumed[original] { state.consumed[local] = before }
        if state.reusable.contains(original) { state.reusable.insert(local) }
        let others = state.same.compactMap { $0.other(than: original) }
        for other in others + [original] { state.same.insert(Pair(first: other, second: local)) }
      } else if let value, finder.isReusableValue(value) {
        state.reusable.insert(local)
      }
    }
  }
}
