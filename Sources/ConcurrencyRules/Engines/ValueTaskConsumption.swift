import CSharpSemantics
import CSharpSyntax

/// A read of a variable that takes the result of its value task, when that may have been taken before.
struct RepeatedConsumption {
  /// The variable's name at the later place.
  let use: SyntaxNode
  /// Where the result was taken before; the same place if a loop leads back to it.
  let earlier: [SyntaxNode]
}

/// A local or parameter that holds a value task or what `ConfigureAwait` makes of one, with those that hold the same.
struct ValueTaskVariable {
  let symbol: Symbol
  /// The declarator; `nil` for parameters.
  let declarator: SyntaxNode?
  let function: FunctionSyntax
  /// The reads of the variable and of its other names in the function itself, in order.
  let uses: [SyntaxNode]
  let repeated: [RepeatedConsumption]
}

/// Finds which variables' value tasks are consumed more than once on one path.
final class ValueTaskConsumptionFinder {
  private unowned let context: RuleContext
  private var known: [Symbol: ValueTaskVariable] = [:]

  init(context: RuleContext) { self.context = context }

  private var model: SemanticModel { context.model }

  static let configured: Set<String> = ["System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable"]

  static func isValueTask(_ type: TypeSymbol) -> Bool { type.qualifiedName == Awaitability.valueTaskName }

  static func carriesValueTask(_ type: TypeSymbol) -> Bool {
    isValueTask(type) || configured.contains(type.qualifiedName)
  }

  /// - Parameter declaration: a variable declarator or parameter.
  func variable(declaredBy declaration: SyntaxNode) -> ValueTaskVariable? {
    guard let symbol = model.declaredSymbol(for: declaration) else { return nil }
    return variable(symbol, declaration)
  }

  private func variable(_ symbol: Symbol, _ declaration: SyntaxNode) -> ValueTaskVariable? {
    if let known = known[symbol] { return known }
    guard ValueTaskConsumptionFinder.carriesValueTask(symbol.type), symbol.refKind == .none,
      let function = owner(of: symbol, declaration)
    else { return nil }
    let isLocal = declaration.kind == .variableDeclarator
    // What has another name already belongs to that one.
    if isLocal, let value = declaration.optionalNode(2)?.requiredNode(1), original(of: value) != nil { return nil }
    let names = aliases(of: symbol, in: function)
    let uses = uses(of: names, in: function)
    let result = ValueTaskVariable(
      symbol: symbol, declarator: isLocal ? declaration : nil, function: function, uses: uses,
      repeated: repeated(names, uses, in: function))
    known[symbol] = result
    return result
  }

  private func owner(of symbol: Symbol, _ declaration: SyntaxNode) -> FunctionSyntax? {
    if symbol.kind == .local { return FunctionSyntax.nearest(to: declaration) }
    guard symbol.kind == .parameter else { return nil }
    for ancestor in declaration.ancestors {
      if let function = FunctionSyntax(declaredBy: ancestor) { return function.body == nil ? nil : function }
      if ancestor.kind != .parameterList { return nil }
    }
    return nil
  }

  // MARK: Names

  /// The variable whose value an initializer hands on: `v`, `v.ConfigureAwait(false)`.
  private func original(of value: SyntaxNode) -> Symbol? {
    var value = value.withoutParentheses
    if value.kind == .invocationExpression {
      let callee = value.requiredNode(0)
      guard callee.kind == .simpleMemberAccessExpression, callee.requiredNode(2).text == "ConfigureAwait" else {
        return nil
      }
      value = callee.requiredNode(0).withoutParentheses
    }
    guard value.kind == .identifierName, let symbol = model.symbol(of: value).symbol,
      symbol.kind == .local || symbol.kind == .parameter,
      ValueTaskConsumptionFinder.carriesValueTask(symbol.type)
    else { return nil }
    return symbol
  }

  private func aliases(of symbol: Symbol, in function: FunctionSyntax) -> Set<Symbol> {
    var names: Set<Symbol> = [symbol]
    function.walkOwn { node in
      if node.kind == .variableDeclarator, let value = node.optionalNode(2)?.requiredNode(1),
        let original = original(of: value), names.contains(original), let alias = model.declaredSymbol(for: node)
      {
        names.insert(alias)
      }
      return true
    }
    return names
  }

  private func uses(of names: Set<Symbol>, in function: FunctionSyntax) -> [SyntaxNode] {
    let texts = Set(names.map(\.name))
    var result: [SyntaxNode] = []
    function.walkOwn { node in
      if node.kind == .identifierName, texts.contains(node.identifierText),
        let symbol = model.symbol(of: node).symbol, names.contains(symbol)
      {
        result.append(node)
      }
      return true
    }
    return result
  }

  // MARK: Consumptions

  /// The node whose evaluation takes the result that a use names; `nil` for uses that take none.
  private func consumer(of use: SyntaxNode) -> SyntaxNode? {
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
        let call = list.parent, call.kind != .tupleExpression, !isNameOf(call), keepsValueTask(call)
      else { return nil }
      return call
    case .returnStatement: return parent
    case .arrowExpressionClause: return value.withoutParentheses
    default: return nil
    }
  }

  private func isNameOf(_ call: SyntaxNode) -> Bool {
    call.requiredNode(0).text == "nameof" && !model.symbol(of: call.requiredNode(0)).isBound
  }

  /// Whether the callee is known; what it does with the value is its own matter.
  private func keepsValueTask(_ call: SyntaxNode) -> Bool {
    guard let method = model.symbol(of: call).symbol else { return false }
    // Comparing and printing take nothing.
    return !["Equals", "ReferenceEquals", "GetHashCode", "ToString", "WriteLine"].contains(method.name)
  }

  private func repeated(_ names: Set<Symbol>, _ uses: [SyntaxNode], in function: FunctionSyntax)
    -> [RepeatedConsumption]
  {
    var consumptions: [UInt32: [SyntaxNode]] = [:]
    var count = 0
    for use in uses {
      guard let consumer = consumer(of: use) else { continue }
      consumptions[consumer.index, default: []].append(use)
      count += 1
    }
    let isInLoop = uses.contains { use in
      consumer(of: use) != nil && use.ancestors.contains { $0.kind.isLoop || $0.kind == .labeledStatement }
    }
    guard count > 1 || count == 1 && isInLoop else { return [] }
    let graph = context.completeTasks.graph(of: function)
    guard !graph.isTruncated else { return [] }
    let problem = ConsumedValueTask(model: model, names: names, consumptions: consumptions)
    let solver = DataFlowSolver(graph: graph, problem: problem)
    guard let entries = solver.solveForward() else { return [] }
    var earlier: [SyntaxNode: Set<SyntaxNode>] = [:]
    for (block, content) in graph.blocks.enumerated() {
      guard var state = entries[block] else { continue }
      for index in content.operations {
        let operation = graph.operations[index]
        if problem.consumes(operation), !state.isReusable {
          var before = state.consumed
          for use in consumptions[operation.node.index] ?? [] {
            if !before.isEmpty { earlier[use, default: []].formUnion(before) }
            before.insert(use)
          }
        }
        problem.transfer(operation, &state)
      }
    }
    return uses.compactMap { use in
      earlier[use].map { RepeatedConsumption(use: use, earlier: $0.sorted { $0.range.start < $1.range.start }) }
    }
  }
}

/// Where the value task that a variable holds may have been consumed.
private struct ConsumedValueTask: DataFlowProblem {
  struct State: Equatable {
    var consumed: Set<SyntaxNode> = []
    /// Whether it is sure that the value may be consumed again and again: made from a result or a task, or preserved.
    var isReusable = false
  }

  let model: SemanticModel
  let names: Set<Symbol>
  /// The uses by the node that consumes.
  let consumptions: [UInt32: [SyntaxNode]]

  func boundary(_ block: Int) -> State { State() }

  func join(_ a: State, _ b: State) -> State {
    State(consumed: a.consumed.union(b.consumed), isReusable: a.isReusable && b.isReusable)
  }

  func consumes(_ operation: FlowOperation) -> Bool {
    switch operation.kind {
    case .evaluate, .returnValue: consumptions[operation.node.index] != nil
    default: false
    }
  }

  func transfer(_ operation: FlowOperation, _ state: inout State) {
    if consumes(operation), !state.isReusable {
      state.consumed.formUnion(consumptions[operation.node.index] ?? [])
    }
    for (written, value) in model.writes(of: operation) {
      guard written.fields.isEmpty, let local = written.local, names.contains(local) else { continue }
      // Another name of what it is already.
      if let value, isOwnValue(value) { continue }
      state = State(consumed: [], isReusable: value.map(isReusable) ?? false)
    }
  }

  private func isOwnValue(_ value: SyntaxNode) -> Bool {
    var value = value.withoutParentheses
    if value.kind == .invocationExpression, invokedName(of: value) == "ConfigureAwait" {
      value = value.requiredNode(0).requiredNode(0).withoutParentheses
    }
    guard value.kind == .identifierName, let symbol = model.symbol(of: value).symbol else { return false }
    return names.contains(symbol)
  }

  /// Whether a value wraps a result or a task.
  private func isReusable(_ value: SyntaxNode) -> Bool {
    var value = value.withoutParentheses
    while value.kind == .invocationExpression, invokedName(of: value) == "ConfigureAwait",
      value.requiredNode(0).kind == .simpleMemberAccessExpression
    {
      value = value.requiredNode(0).requiredNode(0).withoutParentheses
    }
    switch value.kind {
    case .defaultLiteralExpression, .defaultExpression: return true
    case .conditionalExpression: return isReusable(value.requiredNode(2)) && isReusable(value.requiredNode(4))
    case .objectCreationExpression, .implicitObjectCreationExpression:
      guard let type = model.type(of: value).type ?? model.type(of: value).convertedType,
        ValueTaskConsumptionFinder.isValueTask(type), let constructor = model.symbol(of: value).symbol
      else { return false }
      return constructor.parameters.count <= 1
    case .simpleMemberAccessExpression:
      return value.requiredNode(2).text == "CompletedTask"
        && model.symbol(of: value).symbol?.containingType?.qualifiedName == Awaitability.valueTaskName
    case .invocationExpression:
      guard let name = invokedName(of: value),
        ["Preserve", "FromResult", "FromException", "FromCanceled"].contains(name)
      else { return false }
      return model.symbol(of: value).symbol?.containingType?.qualifiedName == Awaitability.valueTaskName
    default: return false
    }
  }
}
