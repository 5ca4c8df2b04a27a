import CSharpSyntax

/// What expressions say about tasks: the vocabulary of definition D19.
struct TaskMembers {
  let model: SemanticModel

  static let task = "System.Threading.Tasks.Task"
  static let valueTask = "System.Threading.Tasks.ValueTask"

  /// The name of a member of `Task` or `ValueTask`, or of what is written so and binds to nothing.
  func staticMember(_ access: SyntaxNode) -> String? {
    let access = access.withoutParentheses
    let name: SyntaxNode
    switch access.kind {
    case .simpleMemberAccessExpression: name = access.requiredNode(2)
    case .identifierName, .genericName: name = access
    default: return nil
    }
    let info = model.symbol(of: access)
    if let symbol = info.symbol ?? info.candidates.first {
      guard symbol.isStatic, let type = symbol.containingType?.qualifiedName,
        type == TaskMembers.task || type == TaskMembers.valueTask
      else { return nil }
      return name.requiredToken(0).text
    }
    guard access.kind == .simpleMemberAccessExpression else { return nil }
    let receiver = access.requiredNode(0).text
    return receiver == "Task" || receiver == "ValueTask" ? name.requiredToken(0).text : nil
  }

  /// The name of the static method of `Task` that an invocation calls.
  func staticCall(_ node: SyntaxNode) -> String? {
    node.kind == .invocationExpression ? staticMember(node.requiredNode(0)) : nil
  }

  /// The receiver and name of a call `x.M(…)`.
  func call(_ node: SyntaxNode) -> (receiver: SyntaxNode, name: String, arguments: [SyntaxNode])? {
    guard node.kind == .invocationExpression else { return nil }
    let callee = node.requiredNode(0).withoutParentheses
    guard callee.kind == .simpleMemberAccessExpression else { return nil }
    return (
      callee.requiredNode(0).withoutParentheses, callee.requiredNode(2).requiredToken(0).text,
      TaskMembers.arguments(of: node)
    )
  }

  static func arguments(of call: SyntaxNode) -> [SyntaxNode] {
    call.requiredNode(1).nodeList(1).map { $0.requiredNode(2).withoutParentheses }
  }

  /// Without `.ConfigureAwait(…)` behind, and without a cast to a less special task.
  func unconfigured(_ node: SyntaxNode) -> SyntaxNode {
    var node = node.withoutParentheses
    for _ in 0..<32 {
      if let call = call(node), call.name == "ConfigureAwait" {
        node = call.receiver
      } else if node.kind == .castExpression, isPlainTask(node) {
        node = node.requiredNode(3).withoutParentheses
      } else {
        break
      }
    }
    return node
  }

  private func isPlainTask(_ node: SyntaxNode) -> Bool {
    guard let type = model.type(of: node).type else { return false }
    return type.qualifiedName == TaskMembers.task && type.arity == 0
  }

  /// The task that an operation waits for, if it is a wait without a timeout (way 1): `await e`, `e.Wait()`,
  /// `e.GetAwaiter().GetResult()`, `e.Result`, `e.RunSynchronously()`.
  func waitedTask(_ node: SyntaxNode) -> (task: SyntaxNode, isCancellable: Bool)? {
    switch node.kind {
    case .awaitExpression:
      let task = unconfigured(node.requiredNode(1))
      // What `WaitAsync` throws says nothing about the task itself.
      if let call = call(task), call.name == "WaitAsync" { return (unconfigured(call.receiver), true) }
      return (task, false)
    case .simpleMemberAccessExpression where node.requiredNode(2).text == "Result":
      return (node.requiredNode(0).withoutParentheses, false)
    case .invocationExpression:
      guard let call = call(node) else { return nil }
      switch call.name {
      case "Wait":
        if call.arguments.isEmpty { return (call.receiver, false) }
        guard call.arguments.count == 1, isCancellationToken(call.arguments[0]) else { return nil }
        return (call.receiver, true)
      case "RunSynchronously": return (call.receiver, false)
      case "GetResult":
        guard let awaiter = self.call(call.receiver), awaiter.name == "GetAwaiter" else { return nil }
        return (unconfigured(awaiter.receiver), false)
      default: return nil
      }
    default: return nil
    }
  }

  private func isCancellationToken(_ node: SyntaxNode) -> Bool {
    model.type(of: node).type?.qualifiedName == "System.Threading.CancellationToken"
  }

  /// What an operation waits for all of: the arguments of `await Task.WhenAll(…)`, of a blocking wait on it, or of
  /// `Task.WaitAll(…)` without timeout (way 2).
  func waitedForAll(_ node: SyntaxNode) -> (tasks: [SyntaxNode], isCancellable: Bool)? {
    if staticCall(node) == "WaitAll" {
      var arguments = TaskMembers.arguments(of: node)
      var isCancellable = false
      if arguments.count > 1, let last = arguments.last, let type = model.type(of: last).type {
        if type.qualifiedName == "System.Threading.CancellationToken" {
          isCancellable = true
          arguments.removeLast()
        } else if type.specialType == .int32 || type.qualifiedName == "System.TimeSpan" {
          return nil
        }
      }
      // Array, timeout, token.
      if arguments.contains(where: { model.type(of: $0).type?.specialType == .int32 }) { return nil }
      return (arguments, isCancellable)
    }
    guard let (task, isCancellable) = waitedTask(node) else { return nil }
    switch staticCall(task) {
    case "WhenAll": return (TaskMembers.arguments(of: task), isCancellable)
    case "WhenAny":
      // Any of one.
      let arguments = TaskMembers.arguments(of: task)
      guard arguments.count == 1, let only = arguments.first,
        model.type(of: only).type?.isOrDerives(from: TaskMembers.task) == true
      else { return nil }
      return (arguments, isCancellable)
    default: return nil
    }
  }

  /// Without casts, which don't change what task it is.
  static func withoutCasts(_ node: SyntaxNode) -> SyntaxNode {
    var node = node.withoutParentheses
    for _ in 0..<32 {
      switch node.kind {
      case .castExpression: node = node.requiredNode(3).withoutParentheses
      case .asExpression: node = node.requiredNode(0).withoutParentheses
      default: return node
      }
    }
    return node
  }

  /// The elements of an array or collection that is written down; `nil` for other expressions.
  func elements(of node: SyntaxNode) -> [SyntaxNode]? {
    let node = node.withoutParentheses
    let initializer: SyntaxNode?
    switch node.kind {
    case .collectionExpression:
      return node.nodeList(1).filter { $0.kind == .expressionElement }.map { $0.requiredNode(0).withoutParentheses }
    case .arrayInitializerExpression: initializer = node
    case .arrayCreationExpression: initializer = node.optionalNode(2)
    case .implicitArrayCreationExpression: initializer = node.optionalNode(4)
    case .objectCreationExpression: initializer = node.optionalNode(3)
    case .implicitObjectCreationExpression: initializer = node.optionalNode(2)
    default: return nil
    }
    guard let initializer, initializer.kind != .objectInitializerExpression else { return nil }
    return initializer.nodeList(1).map(\.withoutParentheses)
  }

  /// Whether an expression makes a task that is complete from the start (way 5), or is the awaited result of
  /// `Task.WhenAny` (way 4).
  func isCompleteFromTheStart(_ node: SyntaxNode) -> Bool {
    let node = node.withoutParentheses
    switch node.kind {
    case .simpleMemberAccessExpression, .identifierName: return staticMember(node) == "CompletedTask"
    case .invocationExpression:
      switch staticCall(node) {
      case "FromResult", "FromException", "FromCanceled": return true
      default: return false
      }
    case .awaitExpression: return staticCall(unconfigured(node.requiredNode(1))) == "WhenAny"
    case .objectCreationExpression, .implicitObjectCreationExpression:
      guard let type = model.type(of: node).type, type.qualifiedName == TaskMembers.valueTask, type.arity == 1,
        let constructor = model.symbol(of: node).symbol, constructor.parameters.count == 1,
        let parameter = constructor.originalDefinition.parameters.first
      else { return false }
      return parameter.type.kind == .typeParameter
    default: return false
    }
  }

  static let completionProperties: Set<String> = [
    "IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled",
  ]

  /// The receiver of `e.IsCompleted` and the like; `e?.IsCompleted` too.
  func completionProperty(_ node: SyntaxNode, named names: Set<String> = completionProperties) -> SyntaxNode? {
    let node = node.withoutParentheses
    switch node.kind {
    case .simpleMemberAccessExpression:
      return names.contains(node.requiredNode(2).text) ? node.requiredNode(0).withoutParentheses : nil
    case .conditionalAccessExpression:
      let binding = node.requiredNode(2)
      guard binding.kind == .memberBindingExpression, names.contains(binding.requiredNode(1).text) else { return nil }
      return node.requiredNode(0).withoutParentheses
    default: return nil
    }
  }

  /// Whether an expression is `TaskStatus.RanToCompletion`.
  func isRanToCompletion(_ node: SyntaxNode) -> Bool {
    let node = node.withoutParentheses
    // `is TaskStatus.RanToCompletion` is parsed as the test of a type.
    if node.kind == .qualifiedName { return node.text.hasSuffix("TaskStatus.RanToCompletion") }
    guard node.kind == .simpleMemberAccessExpression || node.kind == .identifierName else { return false }
    if let symbol = model.symbol(of: node).symbol {
      return symbol.name == "RanToCompletion"
        && symbol.containingType?.qualifiedName == "System.Threading.Tasks.TaskStatus"
    }
    return node.text.hasSuffix("TaskStatus.RanToCompletion")
  }
}
