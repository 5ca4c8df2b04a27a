import CSharpSemantics
import CSharpSyntax

/// A use of a member that holds its thread until a task is complete (D20).
struct BlockingWait {
  enum Member: Hashable {
    /// `t.Result`.
    case result
    /// `t.Wait(…)`.
    case wait
    /// `t.GetAwaiter().GetResult()`.
    case getResult
    /// `Task.WaitAll(…)`.
    case waitAll
    /// `Task.WaitAny(…)`.
    case waitAny
    /// `JoinableTaskFactory.Run(…)`.
    case joinableRun
    /// `JoinableTask.Join(…)`.
    case joinableJoin
    /// `IVsTask.Wait`, `IVsTask.GetResult`.
    case vsTask
    /// A member that the configuration names.
    case configured
  }

  let member: Member
  /// The access or call; with `?.` only what stands behind it.
  let node: SyntaxNode
  /// The member's name: the span of findings.
  let name: SyntaxNode
  /// What `await` would be put in front of: the task as written, `ConfigureAwait` included; `nil` for static waits, and
  /// for awaiters that a local keeps.
  let awaited: SyntaxNode?
  /// The task itself, parentheses and `ConfigureAwait` taken off.
  let task: SyntaxNode?
  /// The arguments of the call.
  let arguments: [ArgumentSyntax]
  /// Written `t?.Wait()`.
  let isConditional: Bool
  /// A name that was taken for what it says.
  let unresolvedName: String?

  var displayName: String { name.identifierText }
}

/// Recognises blocking waits, and remembers what it found for the rules that follow.
final class BlockingWaitFinder {
  private unowned let context: RuleContext
  private var found: [SyntaxNode: BlockingWait?] = [:]
  private let configured: MemberTable
  private let hasConfigured: Bool
  private lazy var annotations = BlockingCallAnnotations(context: context)

  /// The kinds of node that waits are.
  static let nodeKinds: [SyntaxKind] = [
    .invocationExpression, .simpleMemberAccessExpression, .memberBindingExpression,
  ]

  init(context: RuleContext) {
    self.context = context
    var table = MemberTable()
    table.add(context.settings.list("blocking_members") ?? [])
    configured = table
    hasConfigured = !table.isEmpty
  }

  private var model: SemanticModel { context.model }

  /// The wait that a node is, if it is one that may really block: not one for a task that is known to be complete, nor a
  /// mere test with a timeout of zero.
  func wait(at node: SyntaxNode) -> BlockingWait? {
    // Nearly all nodes are sorted out by the length of their names.
    guard let name = nameOfWait(node) else { return nil }
    if let known = found[node] { return known }
    var result = find(node, name)
    if let wait = result, isHarmless(wait) { result = nil }
    found[node] = result
    return result
  }

  private static let names: [String: BlockingWait.Member] = [
    "Result": .result, "Wait": .wait, "GetResult": .getResult, "WaitAll": .waitAll, "WaitAny": .waitAny,
    "Run": .joinableRun, "Join": .joinableJoin,
  ]

  private func nameOfWait(_ node: SyntaxNode) -> SyntaxNode? {
    let expression = node.kind == .invocationExpression ? node.requiredNode(0) : node
    guard let name = simpleName(of: expression) else { return nil }
    if node.kind != .invocationExpression, node.parent?.kind == .invocationExpression,
      node.parent?.requiredNode(0) == node
    {
      return nil
    }
    if hasConfigured, configured.mentions(member: name.identifierText) { return name }
    switch name.requiredToken(0).range.length {
    case 3, 4, 6, 7, 9: break
    default: return nil
    }
    guard let member = BlockingWaitFinder.names[name.requiredToken(0).text] else { return nil }
    return (member == .result) == (node.kind != .invocationExpression) ? name : nil
  }

  // MARK: Recognising

  private func find(_ node: SyntaxNode, _ name: SyntaxNode) -> BlockingWait? {
    let info = model.symbol(of: node)
    guard let symbol = info.symbol ?? info.candidates.first else {
      return info.isUnknown ? byConvention(node, name) : nil
    }
    guard let type = symbol.containingType?.qualifiedName, symbol.kind == .property || symbol.kind == .method else {
      return nil
    }
    if symbol.kind == .method, annotations.contains(symbol) { return nil }
    if hasConfigured, configured.contains(symbol) { return make(.configured, node, name) }
    switch BlockingWaitFinder.names[name.identifierText] {
    case .result? where type == Awaitability.taskName || type == Awaitability.valueTaskName:
      return make(.result, node, name)
    case .wait?:
      if type == Awaitability.taskName { return make(.wait, node, name) }
      return type == BlockingWaitFinder.vsTask ? make(.vsTask, node, name) : nil
    case .waitAll? where type == Awaitability.taskName: return make(.waitAll, node, name)
    case .waitAny? where type == Awaitability.taskName: return make(.waitAny, node, name)
    case .getResult?:
      if type == BlockingWaitFinder.vsTask { return make(.vsTask, node, name) }
      guard BlockingWaitFinder.awaiters.contains(type) else { return nil }
      return make(.getResult, node, name)
    case .joinableRun? where type == "Microsoft.VisualStudio.Threading.JoinableTaskFactory":
      return make(.joinableRun, node, name)
    case .joinableJoin? where type == "Microsoft.VisualStudio.Threading.JoinableTask":
      return make(.joinableJoin, node, name)
    default: return nil
    }
  }

  private static let vsTask = "Microsoft.VisualStudio.Shell.Interop.IVsTask"

  private static let awaiters: Set<String> = [
    "System.Runtime.CompilerServices.TaskAwaiter", "System.Runtime.CompilerServices.ValueTaskAwaiter",
    "System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter",
    "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter",
  ]

  /// Names that bind to nothing: a task by its method's name (N2), the framework's `Task` (N1).
  private func byConvention(_ node: SyntaxNode, _ name: SyntaxNode) -> BlockingWait? {
    guard let member = BlockingWaitFinder.names[name.identifierText] else { return nil }
    switch member {
    case .result, .wait, .getResult:
      guard let wait = make(member, node, name), let task = wait.task, task.kind == .invocationExpression,
        let called = invokedName(of: task), called.hasSuffix("Async"), called.count > 5,
        model.symbol(of: task).isUnknown
      else { return nil }
      return make(member, node, name, unresolvedName: called)
    case .waitAll, .waitAny:
      let callee = node.requiredNode(0)
      guard callee.kind == .simpleMemberAccessExpression, let type = simpleName(of: callee.requiredNode(0)),
        type.text == "Task", model.symbol(of: callee.requiredNode(0)).isUnknown
      else { return nil }
      return make(member, node, name, unresolvedName: "Task")
    case .joinableRun, .joinableJoin, .vsTask, .configured: return nil
    }
  }

  private func make(
    _ member: BlockingWait.Member, _ node: SyntaxNode, _ name: SyntaxNode, unresolvedName: String? = nil
  ) -> BlockingWait? {
    let isCall = node.kind == .invocationExpression
    let access = isCall ? node.requiredNode(0) : node
    let arguments =
      isCall ? ArgumentListSyntax(node.optionalNode(1))?.arguments.compactMap { ArgumentSyntax($0) } ?? [] : []
    let isConditional = access.isBehindConditionalAccess
    // What `await` can't be put in front of here.
    var isKept = false
    var awaited: SyntaxNode?
    switch member {
    case .result, .wait: awaited = access.receiver
    case .getResult:
      guard let receiver = access.receiver?.withoutParentheses, arguments.isEmpty else { return nil }
      isKept = receiver.kind != .invocationExpression
      guard let awaiter = isKept ? keptAwaiter(receiver) : receiver, invokedName(of: awaiter) == "GetAwaiter" else {
        return nil
      }
      awaited = awaiter.requiredNode(0).receiver
      guard awaited != nil else { return nil }
      if isKept, let task = awaited?.withoutConfigureAwait, isComplete(task, at: node) { return nil }
    case .waitAll, .waitAny, .joinableRun, .joinableJoin, .vsTask, .configured: break
    }
    return BlockingWait(
      member: member, node: node, name: name, awaited: isKept ? nil : awaited,
      task: isKept ? nil : awaited?.withoutConfigureAwait, arguments: arguments, isConditional: isConditional,
      unresolvedName: unresolvedName)
  }

  /// The `t.GetAwaiter()` that a local was initialized with, if nothing but its result is asked for: an awaiter that is
  /// kept is mostly asked first whether it is complete.
  private func keptAwaiter(_ awaiter: SyntaxNode) -> SyntaxNode? {
    guard awaiter.kind == .identifierName, let local = model.symbol(of: awaiter).symbol,
      let value = model.initialValue(ofLocal: local)?.withoutParentheses, value.kind == .invocationExpression,
      let declaration = model.declaringNode(of: local)
    else { return nil }
    let uses = TaskFates(model: model).uses(of: local, name: local.name, around: declaration)
    let isOnlyAskedForResult = uses.allSatisfy { use in
      guard let access = use.parent, access.kind == .simpleMemberAccessExpression else { return false }
      return access.requiredNode(0) == use && access.requiredNode(2).text == "GetResult"
    }
    return isOnlyAskedForResult ? value : nil
  }

  /// A wait for an offload that does not bind because its delegate does not, for the rule that judges such by what their
  /// names say (N1 to N3).
  func waitForUnresolvedOffload(at node: SyntaxNode) -> BlockingWait? {
    guard let name = nameOfWait(node), model.symbol(of: node).isUnknown,
      let member = BlockingWaitFinder.names[name.identifierText], [.result, .wait, .getResult].contains(member),
      let wait = make(member, node, name), let task = wait.task, task.kind == .invocationExpression
    else { return nil }
    return wait
  }

  // MARK: What does not block

  private func isHarmless(_ wait: BlockingWait) -> Bool {
    switch wait.member {
    case .wait:
      if wait.arguments.contains(where: { isZeroTimeout($0, in: wait) }) { return true }
    case .waitAll, .waitAny:
      if wait.arguments.dropFirst().contains(where: { isZeroTimeout($0, in: wait) }) { return true }
    case .result, .getResult, .joinableRun, .joinableJoin, .vsTask, .configured: break
    }
    if isMemberOfAwaiter(wait.node) { return true }
    guard let task = wait.task else { return false }
    return isComplete(task, at: wait.node)
  }

  private func isComplete(_ task: SyntaxNode, at place: SyntaxNode, depth: Int = 0) -> Bool {
    let task = task.withoutParentheses
    if task.kind == .conditionalExpression, depth < 8 {
      return isComplete(task.requiredNode(2), at: place, depth: depth + 1)
        && isComplete(task.requiredNode(4), at: place, depth: depth + 1)
    }
    return context.completeTasks.isKnownComplete(task, at: place) || CompletionGuard(model: model).holds(for: task)
      || holdsCompleteTasksOnly(task)
  }

  /// A private field that is never given anything but complete tasks: a cached result.
  private func holdsCompleteTasksOnly(_ task: SyntaxNode) -> Bool {
    guard task.kind == .identifierName || task.kind == .simpleMemberAccessExpression,
      let field = model.symbol(of: task).symbol, field.kind == .field, field.accessibility == .private,
      let type = field.containingType, type.declaringSyntaxReferences.allSatisfy({ $0.tree === context.tree })
    else { return false }
    var isComplete = true
    var isAssigned = false
    for part in type.declaringSyntaxReferences {
      part.node.walk { node in
        guard isComplete else { return false }
        switch node.kind {
        case .simpleAssignmentExpression, .coalesceAssignmentExpression:
          guard simpleName(of: node.requiredNode(0))?.identifierText == field.name else { return true }
          isAssigned = true
          isComplete = isMadeComplete(node.requiredNode(2).withoutParentheses)
        case .variableDeclarator:
          guard node.requiredToken(0).text == field.name,
            let value = EqualsValueClauseSyntax(node.optionalNode(2))?.value
          else { return true }
          isAssigned = true
          isComplete = isMadeComplete(value.withoutParentheses)
        case .argument:
          let argument = ArgumentSyntax(node)
          if argument?.refKindKeyword != nil, simpleName(of: node.requiredNode(2))?.identifierText == field.name {
            isComplete = false
          }
        default: break
        }
        return isComplete
      }
    }
    return isComplete && isAssigned
  }

  private func isMadeComplete(_ value: SyntaxNode) -> Bool {
    if value.kind == .nullLiteralExpression || value.kind == .defaultLiteralExpression { return true }
    return context.completeTasks.isKnownComplete(value)
  }

  private func isZeroTimeout(_ argument: ArgumentSyntax, in wait: BlockingWait) -> Bool {
    let value = argument.expression.withoutParentheses
    guard let type = model.type(of: value).convertedType else { return false }
    guard type.specialType == .int32 || type.qualifiedName == "System.TimeSpan" else { return false }
    return ZeroTimeout.isZero(value, model: model)
  }

  /// Awaiters and value-task sources are asked for their result when it is there.
  private func isMemberOfAwaiter(_ node: SyntaxNode) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: node), let owner = model.declaredSymbol(for: member),
      owner.name == "GetResult" || owner.name.hasSuffix(".GetResult"), let type = owner.containingType?.type
    else { return false }
    return type.isOrDerives(from: "System.Runtime.CompilerServices.INotifyCompletion")
      || type.isOrDerives(from: "System.Threading.Tasks.Sources.IValueTaskSource")
  }
}

/// Tests of a task's state around a place, for expressions that the flow analysis does not follow: properties and fields
/// that may be written.
struct CompletionGuard {
  let model: SemanticModel

  private static let tests: Set<String> = ["IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled"]

  /// Whether the place is evaluated only if the very same expression was found complete just before.
  func holds(for task: SyntaxNode) -> Bool {
    guard task.kind == .simpleMemberAccessExpression || task.kind == .identifierName else { return false }
    var child = task
    for ancestor in task.ancestors {
      switch ancestor.kind {
      case .ifStatement:
        if IfStatementSyntax(ancestor)?.statement == child,
          let condition = IfStatementSyntax(ancestor)?.condition, tests(condition, task)
        {
          return true
        }
      case .conditionalExpression:
        if ancestor.requiredNode(2) == child, tests(ancestor.requiredNode(0), task) { return true }
      case .logicalAndExpression:
        if ancestor.requiredNode(2) == child, tests(ancestor.requiredNode(0), task) { return true }
      default: break
      }
      if ancestor.kind == .block, leavesBefore(child, in: ancestor, task) { return true }
      if FunctionSyntax(declaredBy: ancestor) != nil { return false }
      child = ancestor
    }
    return false
  }

  /// Whether a condition is true only if the task is complete.
  private func tests(_ condition: SyntaxNode, _ task: SyntaxNode, depth: Int = 0) -> Bool {
    guard depth < 32 else { return false }
    let condition = condition.withoutParentheses
    switch condition.kind {
    case .logicalAndExpression:
      return tests(condition.requiredNode(0), task, depth: depth + 1)
        || tests(condition.requiredNode(2), task, depth: depth + 1)
    case .simpleMemberAccessExpression:
      return CompletionGuard.tests.contains(condition.requiredNode(2).text)
        && isSameExpression(condition.requiredNode(0), task, model: model)
    case .invocationExpression:
      // `t.Wait(timeout)` says whether the task is complete.
      let callee = condition.requiredNode(0)
      return callee.kind == .simpleMemberAccessExpression && callee.requiredNode(2).text == "Wait"
        && isSameExpression(callee.requiredNode(0), task, model: model)
    case .equalsExpression:
      let (left, right) = (condition.requiredNode(0).withoutParentheses, condition.requiredNode(2))
      return left.kind == .simpleMemberAccessExpression && left.requiredNode(2).text == "Status"
        && isSameExpression(left.requiredNode(0), task, model: model) && right.text.hasSuffix("RanToCompletion")
    default: return false
    }
  }

  private static let assertions: Set<String> = ["True", "IsTrue", "Assert"]

  /// `if (!t.IsCompleted) return …;` or `Assert.True(t.IsCompleted);` before the place in the same block.
  private func leavesBefore(_ place: SyntaxNode, in block: SyntaxNode, _ task: SyntaxNode) -> Bool {
    for statement in block.nodeList(2) {
      if statement == place { return false }
      if let call = ExpressionStatementSyntax(statement)?.expression, call.kind == .invocationExpression,
        let name = invokedName(of: call), CompletionGuard.assertions.contains(name),
        let argument = ArgumentSyntax(call.requiredNode(1).nodeList(1).first)?.expression, tests(argument, task)
      {
        return true
      }
      guard let test = IfStatementSyntax(statement), test.elseClause == nil else { continue }
      let condition = test.condition.withoutParentheses
      guard condition.kind == .logicalNotExpression, tests(condition.requiredNode(1), task) else { continue }
      var body = test.statement
      if body.kind == .block {
        guard let last = body.nodeList(2).last else { continue }
        body = last
      }
      switch body.kind {
      case .returnStatement, .throwStatement, .continueStatement, .breakStatement: return true
      default: continue
      }
    }
    return false
  }
}

extension SyntaxNode {
  /// What stands before the dot of a member access, or before the `?.` that a member binding belongs to.
  var receiver: SyntaxNode? {
    switch kind {
    case .simpleMemberAccessExpression: return optionalNode(0)
    case .memberBindingExpression:
      var child = self
      for ancestor in ancestors {
        if ancestor.kind == .conditionalAccessExpression, ancestor.requiredNode(2) == child {
          return ancestor.requiredNode(0)
        }
        child = ancestor
      }
      return nil
    default: return nil
    }
  }

  /// Whether the chain of accesses that this ends begins behind a `?.`.
  var isBehindConditionalAccess: Bool {
    var node = self
    var depth = 0
    while depth < 256 {
      depth += 1
      switch node.kind {
      case .memberBindingExpression, .elementBindingExpression: return true
      case .simpleMemberAccessExpression, .invocationExpression, .elementAccessExpression,
        .suppressNullableWarningExpression:
        guard let next = node.optionalNode(0) else { return false }
        node = next
      default: return false
      }
    }
    return false
  }
}
