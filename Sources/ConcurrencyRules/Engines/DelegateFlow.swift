import CSharpSemantics
import CSharpSyntax

/// When and how often a delegate argument runs (definition D17).
struct DelegateFlow: OptionSet, Hashable {
  let rawValue: UInt8

  /// Runs after its member has gone on, and the member never joins it.
  static let escaping = DelegateFlow(rawValue: 1)
  /// Runs side by side with itself or with its member.
  static let parallel = DelegateFlow(rawValue: 2)
  /// Runs again and again for as long as somebody calls it.
  static let repeated = DelegateFlow(rawValue: 4)
}

extension RuleContext {
  /// What becomes of a delegate expression (a lambda, anonymous method or method group) at its place.
  func delegateFlow(of delegate: SyntaxNode) -> DelegateFlow { DelegateFlowFinder(context: self).flow(of: delegate) }
}

private struct DelegateFlowFinder {
  let context: RuleContext

  private var model: SemanticModel { context.model }

  func flow(of delegate: SyntaxNode) -> DelegateFlow {
    let target = DelegateTarget(delegate, model: model)
    if target.isAttachedToEvent {
      return isTimerEvent(delegate) ? [.escaping, .repeated] : .repeated
    }
    guard let call = target.call, let method = call.method else { return [] }
    if TimerCallbacks.contains(call, type: model.type(of: delegate).convertedType ?? method.returnType) {
      return [.escaping, .repeated]
    }
    var flow: DelegateFlow = []
    if isParallel(method) { flow.insert(.parallel) }
    if isOffload(call), isStartedManyTimes(call) { flow.insert(.parallel) }
    if runsLater(call, method), isDetached(call) { flow.insert(.escaping) }
    return flow
  }

  // MARK: Who runs it

  private func isOffload(_ call: DelegateArgument) -> Bool {
    if call.method?.isConstructor == true {
      return call.method?.containingType?.qualifiedName == "System.Threading.Thread"
    }
    return context.offloads.offload(at: call.node) != nil
  }

  private func runsLater(_ call: DelegateArgument, _ method: Symbol) -> Bool {
    if isOffload(call) { return true }
    let owner = method.containingType?.qualifiedName ?? ""
    switch (owner, method.name) {
    case ("System.Threading.CancellationToken", "Register"), ("System.Threading.CancellationToken", "UnsafeRegister"),
      ("System.Threading.ThreadPool", "RegisterWaitForSingleObject"),
      ("System.Threading.ThreadPool", "UnsafeRegisterWaitForSingleObject"),
      ("System.Threading.Tasks.Task", "ContinueWith"):
      return true
    default: break
    }
    if DelegateFlowFinder.prefixes.contains(where: method.name.hasPrefix), !isSequenceOperator(owner) { return true }
    guard let listed = context.settings.list("escaping_methods") else { return false }
    return listed.contains(owner + "." + method.name)
  }

  private static let prefixes = [
    "Enqueue", "Queue", "FireAndForget", "Schedule", "RunInBackground", "StartBackground",
  ]

  private func isSequenceOperator(_ owner: String) -> Bool { owner.hasPrefix("System.Linq.") }

  private func isParallel(_ method: Symbol) -> Bool {
    switch (method.containingType?.qualifiedName ?? "", method.name) {
    case ("System.Threading.Tasks.Parallel", "For"), ("System.Threading.Tasks.Parallel", "ForEach"),
      ("System.Threading.Tasks.Parallel", "Invoke"), ("System.Threading.Tasks.Parallel", "ForEachAsync"),
      ("System.Threading.Tasks.Parallel", "ForAsync"):
      return true
    case ("System.Linq.ParallelEnumerable", _): return true
    default: return false
    }
  }

  /// `timer.Elapsed += …`, `timer.Tick += …`.
  private func isTimerEvent(_ delegate: SyntaxNode) -> Bool {
    for ancestor in delegate.ancestors {
      guard ancestor.kind == .addAssignmentExpression else { continue }
      let name = simpleName(of: ancestor.requiredNode(0))?.identifierText
      return name == "Elapsed" || name == "Tick"
    }
    return false
  }

  // MARK: Joining

  /// Whether nobody in the member waits for it: the call returns no task, or one that is dropped, discarded, or put into
  /// a local that is never joined.
  private func isDetached(_ call: DelegateArgument) -> Bool {
    let whole = (context.offloads.offload(at: call.node)?.whole ?? call.node).outermostEquivalent
    guard let type = model.type(of: call.node).type, Awaitability(of: type).isTaskLike else { return true }
    let fates = TaskFates(model: model)
    switch fates.fate(of: whole) {
    case .dropped, .discarded: return true
    case .local, .collected: return !fates.isJoined(whole)
    default: return false
    }
  }

  // MARK: Repetition

  /// Whether the call stands in a loop or in a projection of a sequence, and its task is collected.
  private func isStartedManyTimes(_ call: DelegateArgument) -> Bool {
    let whole = (context.offloads.offload(at: call.node)?.whole ?? call.node).outermostEquivalent
    switch TaskFates(model: model).fate(of: whole) {
    case .collected, .stored(.member), .stored(.element): return isInLoop(call.node)
    case .returned: return isProjected(whole)
    default: return false
    }
  }

  private func isInLoop(_ node: SyntaxNode) -> Bool {
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .forStatement, .forEachStatement, .forEachVariableStatement, .whileStatement, .doStatement: return true
      default: if FunctionSyntax(declaredBy: ancestor) != nil { return false }
      }
    }
    return false
  }

  /// The result of a lambda that is given to a query operator.
  private func isProjected(_ node: SyntaxNode) -> Bool {
    guard let function = FunctionSyntax.nearest(to: node), function.kind == .lambda,
      let call = DelegateTarget(function.node, model: model).call,
      let owner = call.method?.containingType?.qualifiedName
    else { return false }
    return owner.hasPrefix("System.Linq.") && ["Select", "SelectMany"].contains(call.method?.name ?? "")
  }
}
