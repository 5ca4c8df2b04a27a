import CSharpSyntax

/// Whether a variable holds a complete task, and which collections hold its present value.
struct VariableCompletion: DataFlowProblem {
  struct State: Equatable {
    var isComplete: Bool
    var collections: Set<VariablePath> = []
  }

  let tasks: KnownCompleteTasks
  let variable: VariablePath
  let startsComplete: Bool

  private var model: SemanticModel { tasks.model }
  private var members: TaskMembers { tasks.members }

  func boundary(_ block: Int) -> State { State(isComplete: startsComplete) }

  func join(_ a: State, _ b: State) -> State {
    State(isComplete: a.isComplete && b.isComplete, collections: a.collections.intersection(b.collections))
  }

  func transfer(_ operation: FlowOperation, _ state: inout State) {
    if operation.kind == .evaluate, completes(operation.node, state) != nil { state.isComplete = true }
    for (written, value) in model.writes(of: operation) {
      if variable.isChanged(byWriteTo: written) {
        state = State(isComplete: written == variable && isComplete(value, operation))
      } else if let local = written.local, written.fields.isEmpty, local.kind == .local {
        if value.map({ holds($0, state) }) ?? false {
          state.collections.insert(written)
        } else {
          state.collections.remove(written)
        }
      }
    }
    guard operation.kind == .evaluate, let call = members.call(operation.node),
      let collection = VariablePath(call.receiver, model: model)
    else { return }
    switch call.name {
    case "Add", "Append", "Enqueue", "Push", "Insert":
      if call.arguments.contains(where: isVariable) { state.collections.insert(collection) }
    case "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Dequeue", "Pop", "TryTake", "TryPop",
      "TryDequeue":
      state.collections.remove(collection)
    default: break
    }
  }

  /// Whether a value is a collection with the task among its elements, or a task that waits for it: `Task.WhenAll(t, u)`.
  private func holds(_ value: SyntaxNode, _ state: State) -> Bool {
    let value = value.withoutParentheses
    if members.elements(of: value)?.contains(where: isVariable) ?? false { return true }
    guard members.staticCall(value) == "WhenAll" else { return false }
    return TaskMembers.arguments(of: value).contains { argument in
      isVariable(argument) || members.elements(of: argument)?.contains(where: isVariable) ?? false
        || VariablePath(argument, model: model).map { state.collections.contains($0) } ?? false
    }
  }

  func raised(_ operation: FlowOperation, _ state: State) -> State? {
    guard operation.kind == .evaluate else { return state }
    if let wait = completes(operation.node, state) {
      // What a wait throws it throws when the task is complete, unless it was cancelled itself.
      return wait.isCancellable ? state : State(isComplete: true, collections: state.collections)
    }
    // These throw for null only; then there is no task.
    if let name = members.staticCall(operation.node), name == "WhenAll" || name == "WhenAny" { return nil }
    if let call = members.call(operation.node), call.name == "ConfigureAwait" || call.name == "GetAwaiter" {
      return nil
    }
    return state
  }

  func refine(_ branch: FlowBranch, isTrue: Bool, _ state: inout State) {
    switch branch.test {
    case .boolean: if proves(branch.condition, isTrue) { state.isComplete = true }
    case .pattern, .caseValue:
      guard let subject = branch.subject else { return }
      if matches(subject, branch.condition, isTrue: isTrue) { state.isComplete = true }
    case .isNull, .hasNext: break
    }
  }

  private func isVariable(_ node: SyntaxNode) -> Bool { VariablePath(node, model: model) == variable }

  private func isComplete(_ value: SyntaxNode?, _ operation: FlowOperation) -> Bool {
    if operation.kind == .iterate, operation.node.kind == .forEachStatement {
      // `await foreach` over these gets each task when it is complete.
      if members.staticCall(operation.node.requiredNode(7).withoutParentheses) == "WhenEach" { return true }
      return tasks.isCollectionComplete(operation.node.requiredNode(7), at: operation.node)
    }
    return value.map(tasks.isCompleteValue) ?? false
  }

  /// Whether the task is complete after an expression was evaluated without exception.
  private func completes(_ node: SyntaxNode, _ state: State) -> (isCancellable: Bool, Void)? {
    if let (all, isCancellable) = members.waitedForAll(node) {
      for task in all {
        if isVariable(task) || members.elements(of: task)?.contains(where: isVariable) ?? false {
          return (isCancellable, ())
        }
        if let collection = VariablePath(task, model: model), state.collections.contains(collection) {
          return (isCancellable, ())
        }
      }
      return nil
    }
    if let (task, isCancellable) = members.waitedTask(node) {
      if isVariable(task) { return (isCancellable, ()) }
      if let all = VariablePath(task, model: model), state.collections.contains(all) { return (isCancellable, ()) }
    }
    return node.kind == .invocationExpression && isAssertion(node) ? (false, ()) : nil
  }

  private static let doesNotReturnIf = "System.Diagnostics.CodeAnalysis.DoesNotReturnIfAttribute"

  /// Whether a call returns only if the task is complete: `Debug.Assert(e.IsCompleted)` and the assertions of test
  /// frameworks, `SpinWait.SpinUntil(() => e.IsCompleted)`.
  private func isAssertion(_ node: SyntaxNode) -> Bool {
    guard let call = members.call(node) else { return isConditionalReturn(node) }
    switch call.name {
    case "Assert" where call.receiver.text.hasSuffix("Debug") || call.receiver.text.hasSuffix("Trace"):
      return call.arguments.first.map { asserts($0, true) } ?? false
    case "SpinUntil":
      // Without a timeout it comes back only when the condition holds.
      guard call.receiver.text.hasSuffix("SpinWait"), call.arguments.count == 1, let condition = call.arguments.first,
        let body = FunctionSyntax(declaredBy: condition)?.body
      else { return false }
      return asserts(body, true)
    case "ShouldBeTrue", "BeTrue":
      // `e.IsCompleted.ShouldBeTrue()`, `e.IsCompleted.Should().BeTrue()`
      var subject = call.receiver
      if let should = members.call(subject), should.name == "Should" { subject = should.receiver }
      return proves(subject, true)
    default: return isConditionalReturn(node)
    }
  }

  /// Whether some condition that is given to a call is one without which it would not return.
  private func isConditionalReturn(_ call: SyntaxNode) -> Bool {
    for (index, argument) in call.requiredNode(1).nodeList(1).enumerated() {
      let condition = argument.requiredNode(2)
      let holds = asserts(condition, true)
      guard holds || asserts(condition, false), let method = model.symbol(of: call).symbol else { continue }
      let name = argument.optionalNode(0)?.requiredNode(0).identifierText
      let parameter =
        method.originalDefinition.parameters.first { $0.name == name }
        ?? (method.parameters.indices.contains(index) ? method.originalDefinition.parameters[index] : nil)
      let value = parameter?.attributes.first { $0.matches(VariableCompletion.doesNotReturnIf) }?.arguments.first
      switch value {
      case .some(.boolean(let value)): if value != holds { return true }
      case .some(.integer(let value)): if (value != 0) != holds { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether an outcome of a condition has a part that proves completion.
  private func asserts(_ condition: SyntaxNode, _ isTrue: Bool) -> Bool {
    var pending = [(condition, isTrue)]
    while let (next, isTrue) = pending.popLast() {
      let node = next.withoutParentheses
      switch node.kind {
      case .logicalAndExpression where isTrue, .logicalOrExpression where !isTrue:
        pending += [(node.requiredNode(0), isTrue), (node.requiredNode(2), isTrue)]
      case .logicalNotExpression: pending.append((node.requiredNode(1), !isTrue))
      default: if proves(node, isTrue) { return true }
      }
    }
    return false
  }

  /// Whether an outcome of a condition means that the task is complete (ways 3 and 4).
  private func proves(_ condition: SyntaxNode, _ isTrue: Bool) -> Bool {
    let node = condition.withoutParentheses
    if let receiver = members.completionProperty(node), node.kind != .conditionalAccessExpression {
      return isTrue && isVariable(receiver)
    }
    switch node.kind {
    case .equalsExpression, .notEqualsExpression, .isExpression:
      let left = node.requiredNode(0).withoutParentheses
      let right = node.requiredNode(2).withoutParentheses
      let isEqual = isTrue == (node.kind != .notEqualsExpression)
      return equality(left, right, isEqual) || equality(right, left, isEqual)
    case .invocationExpression:
      let callee = node.requiredNode(0)
      let name = callee.kind == .simpleMemberAccessExpression ? callee.requiredNode(2).text : callee.text
      let arguments = TaskMembers.arguments(of: node)
      guard name == "ReferenceEquals", arguments.count == 2, isTrue else { return false }
      return isSame(arguments[0], arguments[1]) || isSame(arguments[1], arguments[0])
    case .identifierName:
      // `bool isDone = e.IsCompleted;`, where neither of the two is written again.
      guard let local = model.symbol(of: node).symbol, local.type.specialType == .boolean,
        let value = model.initialValue(ofLocal: local)?.withoutParentheses, value.kind != .identifierName,
        proves(value, isTrue), let own = variable.local
      else { return false }
      return tasks.isWrittenOnce(local, around: node) && tasks.isWrittenOnce(own, around: node)
    default: return false
    }
  }

  private func equality(_ left: SyntaxNode, _ right: SyntaxNode, _ isEqual: Bool) -> Bool {
    if let receiver = members.completionProperty(left), isVariable(receiver) {
      switch right.kind {
      case .trueLiteralExpression: return isEqual
      case .falseLiteralExpression: return !isEqual && left.kind != .conditionalAccessExpression
      default: return false
      }
    }
    if let receiver = members.completionProperty(left, named: ["Status"]), isVariable(receiver) {
      return isEqual && members.isRanToCompletion(right)
    }
    return isEqual ? isSame(left, right) : isTheOther(left, right)
  }

  /// Whether the variable is the other one of two tasks: the left side is the result of `Task.WhenAny(a, b)` and is not
  /// the right one.
  private func isTheOther(_ first: SyntaxNode, _ right: SyntaxNode) -> Bool {
    guard let local = model.symbol(of: first).symbol,
      let value = model.initialValue(ofLocal: local)?.withoutParentheses, value.kind == .awaitExpression,
      tasks.isWrittenOnce(local, around: value)
    else { return false }
    let call = members.unconfigured(value.requiredNode(1))
    let raced = members.staticCall(call) == "WhenAny" ? TaskMembers.arguments(of: call) : []
    guard raced.count == 2, raced.contains(where: isVariable), !isVariable(right),
      let other = VariablePath(right, model: model)
    else { return false }
    return raced.contains { VariablePath($0, model: model) == other }
  }

  /// Whether the left side is the variable and the right one a task that is known to be complete.
  private func isSame(_ left: SyntaxNode, _ right: SyntaxNode) -> Bool {
    isVariable(left) && right.kind != .nullLiteralExpression && !isVariable(right) && tasks.isKnownComplete(right)
  }

  private func matches(_ subject: SyntaxNode, _ condition: SyntaxNode, isTrue: Bool) -> Bool {
    let subject = subject.withoutParentheses
    let value = condition.kind == .constantPattern ? condition.requiredNode(0) : condition
    if condition.kind == .recursivePattern {
      return isVariable(subject) && (isTrue ? demandsCompletion(condition) : demandsIncompletion(condition))
    }
    return equality(subject, value.withoutParentheses, isTrue)
  }

  /// `{ IsCompleted: false }` and nothing else.
  private func demandsIncompletion(_ pattern: SyntaxNode) -> Bool {
    guard pattern.optionalNode(0) == nil, pattern.optionalNode(1) == nil,
      let part = pattern.optionalNode(2)?.nodeList(1).single, let name = part.optionalNode(0)?.requiredNode(0).text,
      TaskMembers.completionProperties.contains(name), part.requiredNode(1).kind == .constantPattern
    else { return false }
    return part.requiredNode(1).requiredNode(0).withoutParentheses.kind == .falseLiteralExpression
  }

  /// `{ IsCompleted: true }`, `{ Status: TaskStatus.RanToCompletion }`.
  private func demandsCompletion(_ pattern: SyntaxNode) -> Bool {
    guard let clause = pattern.optionalNode(2) else { return false }
    return clause.nodeList(1).contains { part in
      guard let name = part.optionalNode(0)?.requiredNode(0).text, part.requiredNode(1).kind == .constantPattern else {
        return false
      }
      let value = part.requiredNode(1).requiredNode(0).withoutParentheses
      if name == "Status" { return members.isRanToCompletion(value) }
      return TaskMembers.completionProperties.contains(name) && value.kind == .trueLiteralExpression
    }
  }
}

/// Whether all elements of a collection local are complete, or the one at an index.
struct CollectionCompletion: DataFlowProblem {
  struct State: Equatable {
    /// All elements are complete.
    var all = false
    /// The one at the index is.
    var indexed = false
    /// Locals that hold a task which waits for all: `Task.WhenAll(c)`.
    var joins: Set<VariablePath> = []
  }

  let tasks: KnownCompleteTasks
  let collection: VariablePath
  let element: ElementTask
  /// A variable that holds the result of `Task.WaitAny` makes that element complete.
  let index: VariablePath?
  let startsComplete: Bool

  private var model: SemanticModel { tasks.model }
  private var members: TaskMembers { tasks.members }

  func boundary(_ block: Int) -> State { State(all: startsComplete) }
  func join(_ a: State, _ b: State) -> State {
    State(all: a.all && b.all, indexed: a.indexed && b.indexed, joins: a.joins.intersection(b.joins))
  }

  func transfer(_ operation: FlowOperation, _ state: inout State) {
    if operation.kind == .evaluate {
      if waits(operation.node, state) != nil {
        state.all = true
        return
      }
      if mayChange(operation.node) { state = State() }
    }
    if operation.kind == .createFunction, changes(in: operation.node) { state = State() }
    for (written, value) in model.writes(of: operation) {
      if written == collection {
        state = State()
      } else if let local = written.local, local.kind == .local, written.fields.isEmpty {
        if value.map(waitsForAll) ?? false { state.joins.insert(written) } else { state.joins.remove(written) }
      }
      if written == index { state.indexed = value.map { tasks.isWaitAny($0, of: collection) } ?? false }
    }
  }

  func raised(_ operation: FlowOperation, _ state: State) -> State? {
    guard operation.kind == .evaluate else { return state }
    if let wait = waits(operation.node, state) {
      return wait.isCancellable ? state : State(all: true, indexed: state.indexed, joins: state.joins)
    }
    if let name = members.staticCall(operation.node), name == "WhenAll" || name == "WhenAny" { return nil }
    if let call = members.call(operation.node), call.name == "ConfigureAwait" || call.name == "GetAwaiter" {
      return nil
    }
    return state
  }

  private func isCollection(_ node: SyntaxNode) -> Bool { VariablePath(node, model: model) == collection }

  private func waits(_ node: SyntaxNode, _ state: State) -> (isCancellable: Bool, Void)? {
    if let (all, isCancellable) = members.waitedForAll(node) {
      return all.contains(where: covers) ? (isCancellable, ()) : nil
    }
    guard let (task, isCancellable) = members.waitedTask(node), let all = VariablePath(task, model: model),
      state.joins.contains(all)
    else { return nil }
    return (isCancellable, ())
  }

  private func waitsForAll(_ value: SyntaxNode) -> Bool {
    let value = value.withoutParentheses
    return members.staticCall(value) == "WhenAll" && TaskMembers.arguments(of: value).contains(where: covers)
  }

  private func covers(_ sequence: SyntaxNode) -> Bool { tasks.covers(sequence, collection, element) }

  /// Whether an expression may put another task into the collection: it is changed, or handed to somebody else.
  private func mayChange(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .simpleAssignmentExpression, .coalesceAssignmentExpression:
      let target = node.requiredNode(0).withoutParentheses
      return target.kind == .elementAccessExpression && isCollection(target.requiredNode(0))
    case .invocationExpression:
      if let call = members.call(node), isCollection(call.receiver) { return !isReader(node, call.name) }
      guard TaskMembers.arguments(of: node).contains(where: isCollection) else { return false }
      if members.staticCall(node) != nil { return false }
      return model.symbol(of: node).symbol?.containingType?.qualifiedName != "System.Linq.Enumerable"
    case .objectCreationExpression, .implicitObjectCreationExpression:
      let list = node.optionalNode(node.kind == .objectCreationExpression ? 2 : 1)
      return list?.nodeList(1).contains { isCollection($0.requiredNode(2)) } ?? false
    default: return false
    }
  }

  private func isReader(_ call: SyntaxNode, _ name: String) -> Bool {
    if model.symbol(of: call).symbol?.containingType?.qualifiedName == "System.Linq.Enumerable" { return true }
    switch name {
    case "Contains", "ContainsKey", "TryGetValue", "IndexOf", "ToArray", "GetEnumerator", "ForEach", "Find", "FindAll",
      "Exists", "TrueForAll",
      "Remove", "RemoveAt", "RemoveAll", "Clear", "Any", "All", "Count", "First", "Select", "Where":
      return true
    default: return false
    }
  }

  private func changes(in function: SyntaxNode) -> Bool {
    var isFound = false
    function.walk { node in
      if mayChange(node) { isFound = true }
      return !isFound
    }
    return isFound
  }
}
