import CSharpSyntax

/// Answers whether a task is *known complete* at a place (definition D19): whether on every flow path to it, exceptional
/// ones included, something happened after which the task is complete, and its variable was not written since.
package final class KnownCompleteTasks {
  package let model: SemanticModel
  let members: TaskMembers
  private var graphs: [FunctionSyntax: ControlFlowGraph] = [:]
  private var depth = 0
  private var answers: [Question: Answers] = [:]
  private var completeFields: [Symbol: Bool] = [:]

  /// What is asked of one variable at many places.
  private struct Question: Hashable {
    let variable: VariablePath
    let function: FunctionSyntax
  }

  /// Whether the task is complete before each operation; `nil` where control never comes.
  private typealias Answers = [Bool?]

  /// Questions that lead to questions stop here.
  private static let maximumDepth = 8

  package init(model: SemanticModel) {
    self.model = model
    members = TaskMembers(model: model)
  }

  /// The graph of a function, made once.
  package func graph(of function: FunctionSyntax) -> ControlFlowGraph {
    if let known = graphs[function] { return known }
    let graph = ControlFlowGraph(of: function, model: model)
    graphs[function] = graph
    return graph
  }

  /// Whether the task that an expression names is complete when a place is evaluated; by default the expression's own.
  package func isKnownComplete(_ expression: SyntaxNode, at place: SyntaxNode? = nil) -> Bool {
    guard depth < KnownCompleteTasks.maximumDepth else { return false }
    depth += 1
    defer { depth -= 1 }
    let place = place ?? expression
    let expression = TaskMembers.withoutCasts(expression)
    if members.isCompleteFromTheStart(expression) { return true }
    if let tasks = elementTasks(expression) {
      return isCollectionComplete(tasks.collection, at: tasks.place, tasks.element)
    }
    if expression.kind == .elementAccessExpression { return isElementComplete(expression, at: place) }
    guard let variable = VariablePath(expression, model: model) else { return false }
    return isComplete(variable, at: place)
  }

  // MARK: Variables

  func isComplete(_ variable: VariablePath, at place: SyntaxNode) -> Bool {
    if let field = variable.fields.last ?? (variable.local == nil ? staticField(variable) : nil),
      isCompleteField(field)
    {
      return true
    }
    guard variable.isStable else { return false }
    guard let function = FunctionSyntax.nearest(to: place) else { return false }
    let question = Question(variable: variable, function: function)
    let known: Answers
    if let answered = answers[question] {
      known = answered
    } else {
      let problem = VariableCompletion(
        tasks: self, variable: variable, startsComplete: startsComplete(variable, function))
      known = answer(problem, in: function) { $0.isComplete }
      // A question that another one led to may have been cut short.
      if depth <= 1 { answers[question] = known }
    }
    return holds(known, at: place, in: function)
  }

  private func staticField(_ variable: VariablePath) -> Symbol? {
    if case .variable(let symbol) = variable.root, symbol.kind == .field { symbol } else { nil }
  }

  /// Whether a question's answer is yes at every place where a node is evaluated.
  private func holds<Problem: DataFlowProblem>(
    _ problem: Problem, at place: SyntaxNode, in function: FunctionSyntax, _ test: (Problem.State) -> Bool
  ) -> Bool {
    holds(answer(problem, in: function, test), at: place, in: function)
  }

  /// - Returns: empty where nothing can be proved.
  private func answer<Problem: DataFlowProblem>(
    _ problem: Problem, in function: FunctionSyntax, _ test: (Problem.State) -> Bool
  ) -> Answers {
    let graph = graph(of: function)
    let solver = DataFlowSolver(graph: graph, problem: problem)
    guard !graph.isTruncated, let entries = solver.solveForward() else { return [] }
    var answers = Answers(repeating: nil, count: graph.operations.count)
    solver.forEachOperation(entries: entries) { answers[$0] = test($1) }
    return answers
  }

  private func holds(_ answers: Answers, at place: SyntaxNode, in function: FunctionSyntax) -> Bool {
    guard !answers.isEmpty else { return false }
    var isReached = false
    for position in positions(of: place, in: graph(of: function), function) {
      guard answers.indices.contains(position.operation), let answer = answers[position.operation] else { continue }
      isReached = true
      if !answer { return false }
    }
    return isReached
  }

  /// Where a place is evaluated; for a node that is no operation by itself, where the nearest one around it is.
  private func positions(
    of place: SyntaxNode, in graph: ControlFlowGraph, _ function: FunctionSyntax
  ) -> [FlowPosition] {
    var current: SyntaxNode? = place
    while let node = current {
      let found = graph.positions(of: node)
      if node.kind == .forEachStatement || node.kind == .forEachVariableStatement {
        return found.filter { graph.operations[$0.operation].kind == .getEnumerator }
      }
      if !found.isEmpty { return found }
      if node == function.body || node == function.node { return [] }
      current = node.parent
    }
    return []
  }

  /// What is known of a variable when its function begins.
  private func startsComplete(_ variable: VariablePath, _ function: FunctionSyntax) -> Bool {
    if variable.fields.isEmpty, let local = variable.local, local.kind == .parameter,
      let owner = model.declaredSymbol(for: function.node), local.containingSymbol == owner
    {
      return isAntecedent(local, of: function) || isElementParameter(local, of: function)
    }
    if variable.fields.isEmpty, let local = variable.local, local.kind == .rangeVariable {
      return isElementVariable(local, of: function)
    }
    // A lambda sees what was so when it was made, as long as nobody writes the variable again.
    guard isNested(function) else { return false }
    if let local = variable.local, !isWrittenOnce(local, around: function.node) { return false }
    if let local = variable.local, let owner = model.declaredSymbol(for: function.node),
      model.isDeclared(local, inside: owner)
    {
      return false
    }
    return isContinued(variable, by: function) || isComplete(nested: variable, at: function.node)
  }

  private func isNested(_ function: FunctionSyntax) -> Bool {
    switch function.kind {
    case .lambda, .anonymousMethod, .queryClause: true
    default: false
    }
  }

  /// Whether a lambda runs when the task of a variable is complete, alone or among others.
  private func isContinued(_ variable: VariablePath, by function: FunctionSyntax) -> Bool {
    guard let receiver = continued(by: function) else { return false }
    func isVariable(_ node: SyntaxNode) -> Bool { VariablePath(node, model: model) == variable }
    if isVariable(receiver) { return true }
    guard members.staticCall(receiver) == "WhenAll" else { return false }
    return TaskMembers.arguments(of: receiver).contains {
      isVariable($0) || members.elements(of: $0)?.contains(where: isVariable) ?? false
    }
  }

  /// What a lambda is given to as a continuation: `t` of `t.ContinueWith(…)` and `t.GetAwaiter().OnCompleted(…)`.
  private func continued(by function: FunctionSyntax) -> SyntaxNode? {
    guard function.kind == .lambda || function.kind == .anonymousMethod,
      let argument = function.node.outermostEquivalent.parent, argument.kind == .argument, let list = argument.parent,
      list.nodeList(1).first == argument, let call = list.parent, let (receiver, name, _) = members.call(call)
    else { return nil }
    switch name {
    case "ContinueWith": return isContinuation(function.node.outermostEquivalent) ? receiver : nil
    case "OnCompleted", "UnsafeOnCompleted":
      guard let awaiter = members.call(receiver), awaiter.name == "GetAwaiter" else { return nil }
      return members.unconfigured(awaiter.receiver)
    default: return nil
    }
  }

  private func isComplete(nested variable: VariablePath, at place: SyntaxNode) -> Bool {
    guard depth < KnownCompleteTasks.maximumDepth else { return false }
    depth += 1
    defer { depth -= 1 }
    return isComplete(variable, at: place)
  }

  /// Whether a local has one write in its member, or a parameter none.
  func isWrittenOnce(_ local: Symbol, around node: SyntaxNode) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: node) else { return false }
    var count = local.kind == .parameter ? 1 : 0
    model.forEachWrite(in: member) { if $0.local == local, $0.fields.isEmpty { count += 1 } }
    return count <= 1
  }

  /// Whether a field that only its type can write gets nothing but complete tasks, in all parts of the type (way 5).
  private func isCompleteField(_ field: Symbol) -> Bool {
    if let known = completeFields[field] { return known }
    // A field that is assigned itself is what its other values are.
    completeFields[field] = true
    let isComplete = getsOnlyCompleteTasks(field)
    // What rests on another field that is still looked at does not last.
    completeFields[field] = isComplete && depth > 1 ? nil : isComplete
    return isComplete
  }

  private func getsOnlyCompleteTasks(_ field: Symbol) -> Bool {
    guard field.isReadOnly || field.accessibility == .private, let reference = field.declaringSyntaxReferences.first,
      reference.node.kind == .variableDeclarator, let type = field.containingType
    else { return false }
    var values = 0
    if let clause = reference.node.optionalNode(2) {
      guard isCompleteFromTheStart(clause.requiredNode(1), in: reference) else { return false }
      values += 1
    }
    for part in type.declaringSyntaxReferences {
      var isOnly = true
      part.node.walk { node in
        guard isOnly, node.kind == .identifierName, node.identifierText == field.name else { return isOnly }
        switch FieldUse(node) {
        case .read: break
        case .written(let value):
          values += 1
          isOnly = isCompleteFromTheStart(value, in: part)
        case .handedOut: isOnly = false
        }
        return isOnly
      }
      if !isOnly { return false }
    }
    return values > 0
  }

  private func isCompleteFromTheStart(_ value: SyntaxNode, in part: SyntaxReference) -> Bool {
    if part.tree === model.tree { return isCompleteValue(value) }
    guard let other = model.context.semanticModel(file: part.file) else { return false }
    return KnownCompleteTasks(model: other).isCompleteValue(value)
  }

  /// What becomes of a field where it is named.
  private enum FieldUse {
    case read
    case written(SyntaxNode)
    /// By reference: anything may be written.
    case handedOut

    init(_ name: SyntaxNode) {
      var node = name
      if let access = node.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(2) == node {
        node = access
      }
      node = node.outermostEquivalent
      guard let parent = node.parent else {
        self = .read
        return
      }
      switch parent.kind {
      case .simpleAssignmentExpression, .coalesceAssignmentExpression:
        self = parent.requiredNode(0) == node ? .written(parent.requiredNode(2)) : .read
      case .argument: self = parent.optionalToken(1) != nil || FieldUse.isTarget(parent) ? .handedOut : .read
      case .refExpression, .addressOfExpression: self = .handedOut
      default: self = .read
      }
    }

    /// Whether an element of a tuple is assigned to.
    private static func isTarget(_ argument: SyntaxNode) -> Bool {
      var node = argument
      while let tuple = node.parent, tuple.kind == .tupleExpression {
        guard let outer = tuple.parent else { return false }
        if outer.kind == .simpleAssignmentExpression { return outer.requiredNode(0) == tuple }
        guard outer.kind == .argument else { return false }
        node = outer
      }
      return false
    }
  }

  // MARK: Parameters of delegates

  /// Whether a function's first parameter is the antecedent of `ContinueWith` (way 6).
  private func isAntecedent(_ parameter: Symbol, of function: FunctionSyntax) -> Bool {
    guard parameter.ordinal == 0 else { return false }
    switch function.kind {
    case .lambda, .anonymousMethod:
      let value = function.node.outermostEquivalent
      if isContinuation(value) { return true }
      // Through a local that is used only so.
      guard let clause = value.parent, clause.kind == .equalsValueClause, let declarator = clause.parent,
        declarator.kind == .variableDeclarator, let local = model.declaredSymbol(for: declarator),
        local.kind == .local, isWrittenOnce(local, around: declarator)
      else { return false }
      return isUsedOnlyAsContinuation(local, in: FunctionSyntax.owningMember(of: declarator))
    case .localFunction, .method:
      guard let symbol = model.declaredSymbol(for: function.node) else { return false }
      if function.kind == .localFunction {
        return isUsedOnlyAsContinuation(symbol, in: FunctionSyntax.owningMember(of: function.node))
      }
      guard symbol.accessibility == .private || symbol.accessibility == .notApplicable, !symbol.isVirtual,
        !symbol.isOverride, let type = symbol.containingType, type.declaringSyntaxReferences.count == 1
      else { return false }
      return isUsedOnlyAsContinuation(symbol, in: type.declaringSyntaxReferences.first?.node)
    default: return false
    }
  }

  /// Whether an expression is the delegate argument of `Task.ContinueWith`.
  private func isContinuation(_ value: SyntaxNode) -> Bool {
    guard let argument = value.parent, argument.kind == .argument, let list = argument.parent,
      list.nodeList(1).first == argument, let call = list.parent, let (receiver, name, _) = members.call(call),
      name == "ContinueWith"
    else { return false }
    if let symbol = model.symbol(of: call).symbol { return symbol.containingType?.qualifiedName == TaskMembers.task }
    return model.type(of: receiver).type?.isOrDerives(from: TaskMembers.task) ?? false
  }

  private func isUsedOnlyAsContinuation(_ symbol: Symbol, in root: SyntaxNode?) -> Bool {
    guard let root else { return false }
    var uses = 0
    var isOnly = true
    root.walk { node in
      guard isOnly, node.kind == .identifierName, node.text == symbol.name else { return isOnly }
      let info = model.symbol(of: node)
      guard info.symbol?.originalDefinition == symbol || info.candidates.contains(symbol) else { return true }
      uses += 1
      var value = node
      if let access = node.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(2) == node {
        value = access
      }
      isOnly = isContinuation(value.outermostEquivalent)
      return isOnly
    }
    return isOnly && uses > 0
  }

  /// Operators of LINQ that hand on elements as they are.
  static let passingOperators: Set<String> = [
    "Where", "OrderBy", "OrderByDescending", "Take", "Skip", "TakeWhile", "SkipWhile", "Reverse", "ToList", "ToArray",
    "AsEnumerable", "Distinct",
  ]

  /// Whether a lambda's parameter is an element of a collection of complete tasks that a LINQ operator runs over (way 2).
  private func isElementParameter(_ parameter: Symbol, of function: FunctionSyntax) -> Bool {
    guard function.kind == .lambda || function.kind == .anonymousMethod, parameter.ordinal == 0,
      let argument = function.node.outermostEquivalent.parent, argument.kind == .argument,
      let call = argument.parent?.parent, let (receiver, name, _) = members.call(call), isLINQ(call, name)
    else { return false }
    return isCollectionComplete(receiver, at: function.node)
  }

  /// Whether a query's variable runs over a collection of complete tasks.
  private func isElementVariable(_ variable: Symbol, of function: FunctionSyntax) -> Bool {
    for ancestor in function.node.ancestors {
      guard ancestor.kind == .queryExpression else { continue }
      let clause = ancestor.requiredNode(0)
      guard clause.kind == .fromClause, model.declaredSymbol(for: clause) == variable else { continue }
      return isCollectionComplete(clause.requiredNode(4), at: ancestor)
    }
    return false
  }

  func isLINQ(_ call: SyntaxNode, _ name: String) -> Bool {
    guard let symbol = model.symbol(of: call).symbol else { return false }
    return symbol.containingType?.qualifiedName == "System.Linq.Enumerable"
  }

  // MARK: Collections

  /// Whether the tasks that all elements of a collection local are or hold are complete at a place.
  func isCollectionComplete(
    _ expression: SyntaxNode, at place: SyntaxNode, _ element: ElementTask = .itself
  ) -> Bool {
    let source = source(of: expression, element)
    guard depth < KnownCompleteTasks.maximumDepth, let collection = collection(source.collection) else { return false }
    return isCollectionComplete(collection, source.element, at: place)
  }

  private func isCollectionComplete(_ collection: VariablePath, _ element: ElementTask, at place: SyntaxNode) -> Bool {
    guard depth < KnownCompleteTasks.maximumDepth, let function = FunctionSyntax.nearest(to: place) else {
      return false
    }
    depth += 1
    defer { depth -= 1 }
    let problem = CollectionCompletion(
      tasks: self, collection: collection, element: element, index: nil,
      startsComplete: startsComplete(collection, element, function))
    return holds(problem, at: place, in: function) { $0.all }
  }

  /// A lambda sees a collection as it was when the lambda was made, as long as nobody gives it other tasks.
  private func startsComplete(
    _ collection: VariablePath, _ element: ElementTask, _ function: FunctionSyntax
  ) -> Bool {
    guard isNested(function), let local = collection.local, isWrittenOnce(local, around: function.node),
      let owner = model.declaredSymbol(for: function.node), !model.isDeclared(local, inside: owner)
    else { return false }
    if let receiver = continued(by: function),
      members.staticCall(receiver) == "WhenAll",
      TaskMembers.arguments(of: receiver).contains(where: { covers($0, collection, element) })
    {
      return true
    }
    return isCollectionComplete(collection, element, at: function.node)
  }

  private func isElementComplete(_ access: SyntaxNode, at place: SyntaxNode) -> Bool {
    let arguments = access.requiredNode(1).nodeList(1)
    guard let index = arguments.single?.requiredNode(2).withoutParentheses,
      let collection = collection(access.requiredNode(0)), let function = FunctionSyntax.nearest(to: place)
    else { return false }
    if isWaitAny(index, of: collection) { return true }
    let problem = CollectionCompletion(
      tasks: self, collection: collection, element: .itself, index: VariablePath(index, model: model),
      startsComplete: startsComplete(collection, .itself, function))
    return holds(problem, at: place, in: function) { $0.all || $0.indexed }
  }

  func isWaitAny(_ node: SyntaxNode, of collection: VariablePath) -> Bool {
    guard members.staticCall(node.withoutParentheses) == "WaitAny" else { return false }
    return TaskMembers.arguments(of: node.withoutParentheses).first.flatMap { VariablePath($0, model: model) }
      == collection
  }

  /// A local or parameter that holds its elements: a query gives new ones each time it runs.
  private func collection(_ expression: SyntaxNode) -> VariablePath? {
    let expression = expression.withoutParentheses
    guard let variable = VariablePath(expression, model: model), variable.fields.isEmpty,
      let local = variable.local, local.kind == .local || local.kind == .parameter
    else { return nil }
    switch local.type.name {
    case "IEnumerable", "IQueryable", "IOrderedEnumerable", "IOrderedQueryable", "ParallelQuery", "IAsyncEnumerable":
      return nil
    default: return variable
    }
  }

  // MARK: Values

  /// Whether every task that an expression may give is complete where it is evaluated (ways 4, 5, or another known complete
  /// one). Where there is no task, none runs.
  package func isCompleteValue(_ value: SyntaxNode) -> Bool {
    var pending = [value]
    var steps = 0
    while let next = pending.popLast() {
      steps += 1
      guard steps < 32 else { return false }
      let node = next.withoutParentheses
      switch node.kind {
      case .conditionalExpression: pending += [node.requiredNode(2), node.requiredNode(4)]
      case .coalesceExpression: pending += [node.requiredNode(0), node.requiredNode(2)]
      case .switchExpression: for arm in node.nodeList(3) { pending.append(arm.requiredNode(3)) }
      case .castExpression: pending.append(node.requiredNode(3))
      case .asExpression, .suppressNullableWarningExpression: pending.append(node.requiredNode(0))
      case .simpleAssignmentExpression: pending.append(node.requiredNode(2))
      case .coalesceAssignmentExpression: pending += [node.requiredNode(0), node.requiredNode(2)]
      case .nullLiteralExpression, .defaultLiteralExpression, .defaultExpression, .throwExpression: break
      case .identifierName, .simpleMemberAccessExpression, .elementAccessExpression, .invocationExpression,
        .awaitExpression, .objectCreationExpression, .implicitObjectCreationExpression:
        guard isKnownComplete(node) else { return false }
      default: return false
      }
    }
    return true
  }
}
