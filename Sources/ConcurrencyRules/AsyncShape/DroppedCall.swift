import CSharpSemantics
import CSharpSyntax

/// A call whose awaitable result nobody looks at: what AW301 and AW302 share.
struct DroppedCall {
  /// The whole dropped expression: the call with `.ConfigureAwait(…)` and `x?.` around it.
  let whole: SyntaxNode
  /// The call that makes the task.
  let invocation: SyntaxNode
  /// What stands before its parentheses.
  let callee: SyntaxNode
  /// `nil` where the call is judged by its name.
  let method: Symbol?
  /// Reached through `?.`.
  let isConditional: Bool
  let isConfigured: Bool

  /// The place that findings show.
  var range: TextRange { (simpleName(of: callee) ?? callee).range }

  func displayName(model: SemanticModel) -> String { calleeName(of: callee, model: model) }

  /// What is called, and how; nothing is asked about its type.
  init(_ node: SyntaxNode, whole: SyntaxNode, model: SemanticModel) {
    var invocation = node
    var isConfigured = false
    if let access = MemberAccessExpressionSyntax(node.requiredNode(0)), access.name.text == "ConfigureAwait",
      case let receiver = access.expression.withoutParentheses, receiver.kind == .invocationExpression
    {
      invocation = receiver
      isConfigured = true
    }
    self.invocation = invocation
    self.isConfigured = isConfigured
    self.whole = whole
    callee = invocation.requiredNode(0).withoutParentheses
    method = model.symbol(of: invocation).symbol
    isConditional = whole.withoutParentheses.kind == .conditionalAccessExpression
  }

  /// Whether the compiler reports CS4014 outside of async code: the callee is an async function of the same project,
  /// called directly.
  func isReportedOutsideAsyncCode(model: SemanticModel) -> Bool {
    guard !isConditional, !isConfigured, let method = method?.originalDefinition, method.methodKind != .delegateInvoke,
      method.isAsync
    else { return false }
    if method.methodKind == .localFunction { return true }
    let own = model.context.compilation.files.indices
    return method.declaringSyntaxReferences.contains { own.contains($0.file) }
  }
}

/// Finds calls whose awaitable result is dropped (AW301 (a)).
struct DroppedCalls {
  let context: RuleContext

  private var model: SemanticModel { context.model }

  /// The dropped call that an invocation is, if it is one.
  func dropped(_ node: SyntaxNode) -> DroppedCall? {
    let whole = node.outermostEquivalent
    // A call that is still being typed is not dropped yet.
    guard isDropped(whole), !whole.containsErrors, let type = model.type(of: node).type,
      context.isStronglyAwaitable(type, at: node)
    else {
      return nil
    }
    let call = DroppedCall(node, whole: whole, model: model)
    guard call.method != nil, !isExempt(call, type: type) else { return nil }
    return call
  }

  private func isDropped(_ whole: SyntaxNode) -> Bool {
    guard let parent = whole.parent else { return false }
    switch parent.kind {
    case .expressionStatement: return true
    case .forStatement, .arrowExpressionClause, .simpleLambdaExpression, .parenthesizedLambdaExpression:
      return TaskFates(model: model).isInStatementPosition(whole)
    case .simpleAssignmentExpression:
      guard reportsDiscarded, case .discarded = TaskFates(model: model).fate(of: whole) else { return false }
      return true
    default: return false
    }
  }

  private var reportsDiscarded: Bool {
    if let own = context.settings.option("report_discarded", of: UnobservedTask.descriptor.id)?.lowercased() {
      return own == "true"
    }
    return context.settings.flag("honor_peer_options", default: true)
      && context.settings.value("MA0134.report_discarded")?.lowercased() == "true"
  }

  /// Whether the result may be dropped: visibly detached work, verification of test doubles, what is made for it.
  func isExempt(_ call: DroppedCall, type: TypeSymbol) -> Bool {
    if !context.settings.flag("report_offloads", of: UnobservedTask.descriptor.id, default: false), isOffload(call) {
      return true
    }
    return MeantToBeDropped.contains(call, model: model) || TestDoubles.isVerification(call)
      || ConsumingExtension.handles(call, type: type, model: model) || HandedBack.isArgument(call, model: model)
  }

  private func isOffload(_ call: DroppedCall) -> Bool {
    if context.offloads.offload(at: call.invocation) != nil { return true }
    guard let method = call.method, let owner = method.containingType?.qualifiedName else { return false }
    switch method.name {
    case "ContinueWith": return owner == Awaitability.taskName
    case "ContinueWhenAll", "ContinueWhenAny": return owner == "System.Threading.Tasks.TaskFactory"
    case "Unwrap":
      guard call.callee.kind == .simpleMemberAccessExpression,
        case let receiver = call.callee.requiredNode(0).withoutParentheses, receiver.kind == .invocationExpression
      else { return false }
      return context.offloads.offload(at: receiver) != nil || invokedName(of: receiver) == "ContinueWith"
    default: return false
    }
  }
}

/// Members whose result is there to be dropped.
private enum MeantToBeDropped {
  private static let names: Set<String> = ["Forget", "FireAndForget", "SafeFireAndForget", "NoAwait"]

  static func contains(_ call: DroppedCall, model: SemanticModel) -> Bool {
    guard let method = call.method else { return false }
    if names.contains(method.name), takesTask(method, call, model) { return true }
    guard let owner = method.containingType, owner.name == "Dispatcher" else { return false }
    switch method.name {
    case "BeginInvoke": return true
    case "InvokeAsync":
      // With a delegate that returns a task the operation is over before the task is.
      return method.parameters.first?.type.delegateInvokeMethod?.returnsVoid ?? false
    default: return false
    }
  }

  /// Whether a method of such a name is about a task: its receiver or first parameter is one. `cache.Forget(key)` isn't.
  private static func takesTask(_ method: Symbol, _ call: DroppedCall, _ model: SemanticModel) -> Bool {
    let receiver = call.callee.kind == .simpleMemberAccessExpression ? call.callee.requiredNode(0) : nil
    let types = [method.parameters.first?.type, receiver.flatMap { model.type(of: $0).type }].compactMap { $0 }
    return types.contains { type in
      if case .none = Awaitability(of: type) { return type.delegateInvokeMethod != nil }
      return true
    }
  }
}

/// Calls that only say which call a test double should have received.
private enum TestDoubles {
  static func isVerification(_ call: DroppedCall) -> Bool {
    var node = call.callee
    while true {
      switch node.kind {
      case .simpleMemberAccessExpression, .parenthesizedExpression, .suppressNullableWarningExpression,
        .elementAccessExpression:
        node = node.kind == .parenthesizedExpression ? node.requiredNode(1) : node.requiredNode(0)
        continue
      case .invocationExpression:
        if let name = invokedName(of: node), isVerifying(name) { return true }
        node = node.requiredNode(0)
        continue
      default: break
      }
      break
    }
    return isInVerifyingLambda(call.whole)
  }

  private static func isVerifying(_ name: String) -> Bool {
    name.hasPrefix("Received") || name.hasPrefix("DidNotReceive") || name == "When" || name == "WhenForAnyArgs"
      || name == "Verify"
  }

  /// `substitute.When(x => x.SaveAsync())`, `Received.InOrder(() => { … })`.
  private static func isInVerifyingLambda(_ node: SyntaxNode) -> Bool {
    guard let function = FunctionSyntax.nearest(to: node),
      function.kind == .lambda || function.kind == .anonymousMethod,
      let argument = function.node.outermostEquivalent.parent, argument.kind == .argument,
      let call = argument.parent?.parent, call.kind == .invocationExpression, let name = invokedName(of: call)
    else { return false }
    if isVerifying(name) { return true }
    let callee = call.requiredNode(0)
    return callee.kind == .simpleMemberAccessExpression && callee.requiredNode(0).text == "Received"
  }
}

/// Extension methods of the sources that hand their receiver on after they have taken care of it.
private enum ConsumingExtension {
  static func handles(_ call: DroppedCall, type: TypeSymbol, model: SemanticModel) -> Bool {
    guard let method = call.method?.originalDefinition, method.isExtensionMember, method.isFromSource,
      let receiver = method.extensionReceiver, receiver.type.isIdentical(to: method.returnType)
    else { return false }
    for reference in method.declaringSyntaxReferences {
      guard let body = FunctionSyntax(declaredBy: reference.node)?.body else { continue }
      let isHere = reference.tree === model.tree
      guard let other = isHere ? model : model.context.semanticModel(file: reference.file) else { continue }
      let fates = TaskFates(model: other)
      for use in fates.uses(of: receiver, name: receiver.name, around: body) where consumes(fates.fate(of: use)) {
        return true
      }
    }
    return false
  }

  private static func consumes(_ fate: TaskFate) -> Bool {
    switch fate {
    case .awaited, .blocked, .received, .passed, .stored: true
    case .returned, .combined, .raced, .local, .collected, .iterated, .dropped, .discarded, .unknown: false
    }
  }
}

/// Methods of the sources that do no more with an awaitable argument than to keep it and give it back: the caller has it.
private enum HandedBack {
  static func isArgument(_ call: DroppedCall, model: SemanticModel) -> Bool {
    guard let method = call.method?.originalDefinition, method.isFromSource, method.kind == .method, !method.isAsync,
      case let parameters = method.parameters.filter({ $0.type.isIdentical(to: method.returnType) }),
      !parameters.isEmpty
    else { return false }
    for reference in method.declaringSyntaxReferences {
      guard let function = FunctionSyntax(declaredBy: reference.node), let body = function.body else { continue }
      let isHere = reference.tree === model.tree
      guard let other = isHere ? model : model.context.semanticModel(file: reference.file) else { continue }
      var values = body.kind == .block ? [] : [body]
      function.walkOwn { node in
        if let value = ReturnStatementSyntax(node)?.expression { values.append(value) }
        return true
      }
      let isOnlyParameter = values.allSatisfy { value in
        other.symbol(of: value.withoutParentheses).symbol.map(parameters.contains) ?? false
      }
      if !values.isEmpty, isOnlyParameter { return call.hasVariable(for: parameters) }
    }
    return false
  }
}

extension DroppedCall {
  /// Whether the arguments for some parameters are variables, which somebody may still await.
  fileprivate func hasVariable(for parameters: [Symbol]) -> Bool {
    let arguments = invocation.requiredNode(1).nodeList(1).compactMap { ArgumentSyntax($0) }
    guard let method else { return false }
    let offset = method.parameters.first?.isThis == true && callee.kind != .identifierName ? 1 : 0
    return parameters.allSatisfy { parameter in
      let argument =
        arguments.first { NameColonSyntax($0.nameColon)?.name.identifierText == parameter.name }
        ?? (arguments.indices.contains(parameter.ordinal - offset) ? arguments[parameter.ordinal - offset] : nil)
      guard let value = argument?.expression.withoutParentheses else { return false }
      return [.identifierName, .simpleMemberAccessExpression, .thisExpression].contains(value.kind)
    }
  }
}
