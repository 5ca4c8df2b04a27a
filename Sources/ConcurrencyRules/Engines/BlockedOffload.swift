import CSharpSemantics
import CSharpSyntax

/// An offload whose task is blocked on at once: one thread waits while another works.
struct BlockedOffload {
  let offload: OffloadCall
  /// What the delegate does, if that is one call.
  let call: ForwardedCall?
  /// The delegate returns a task of its own.
  let isAsynchronous: Bool
  /// The offload is the very expression that is waited for, and not held by a local.
  let isDirect: Bool
  /// The name that messages use, without quotes.
  let callee: String
  /// A name whose meaning was judged by convention.
  let unresolvedName: String?

  /// `nil` unless the wait is for a plain offload, without a limit, and nothing else happens in between.
  init?(_ wait: BlockingWait, context: RuleContext) {
    switch wait.member {
    case .result, .getResult: break
    case .wait: guard wait.arguments.isEmpty else { return nil }
    case .waitAll, .waitAny, .joinableRun, .joinableJoin, .vsTask, .configured: return nil
    }
    guard let task = wait.task else { return nil }
    var value = task
    if task.kind == .identifierName {
      guard let initial = BlockedOffload.initialValue(of: task, wait: wait, context: context) else { return nil }
      value = initial.withoutConfigureAwait
    }
    guard let offload = BlockedOffload.offload(value, context: context), offload.isPlain, offload.whole == value else {
      return nil
    }
    // `StartNew(() => LoadAsync())` gives a task of the task: what is waited for is the start alone.
    if let result = context.model.type(of: value).type?.typeArguments.first {
      switch Awaitability(of: result) {
      case .task, .valueTask, .other, .unknown: return nil
      case .none: break
      }
    }
    self.offload = offload
    isDirect = value == task
    let call = BlockedOffload.call(of: offload, context: context)
    self.call = call
    guard let call else {
      guard let delegate = offload.delegate, let function = FunctionSyntax(declaredBy: delegate) else { return nil }
      // `Task.Run` unwraps what an expression gives, too.
      isAsynchronous = function.isAsync || BlockedOffload.returnsTask(delegate, context: context)
      callee = ""
      unresolvedName = offload.unresolvedName
      return
    }
    callee = call.displayName(model: context.model)
    let result = BlockedOffload.result(of: call, context: context)
    switch result {
    case .task(let name), .valueTask(let name):
      isAsynchronous = true
      unresolvedName = name ?? offload.unresolvedName
    case .synchronous(let name):
      isAsynchronous = false
      unresolvedName = name ?? offload.unresolvedName
    case .otherAwaitable:
      isAsynchronous = call.isAwaited
      unresolvedName = offload.unresolvedName
    case .unknown:
      guard call.isAwaited else { return nil }
      isAsynchronous = true
      unresolvedName = offload.unresolvedName
    }
  }

  /// The call that the delegate boils down to; what merely reads a value is no call.
  private static func call(of offload: OffloadCall, context: RuleContext) -> ForwardedCall? {
    guard let call = ForwardedCall(delegate: offload.delegate, model: context.model, statements: true) else {
      return nil
    }
    if call.isMethodGroup { return call }
    switch call.expression.kind {
    case .invocationExpression, .objectCreationExpression: return call
    default: return nil
    }
  }

  private static func result(of call: ForwardedCall, context: RuleContext) -> CallResult {
    if call.isMethodGroup {
      guard let method = context.model.symbol(of: call.expression).symbol else { return .unknown }
      return CallResult(ofMethod: method)
    }
    switch call.expression.kind {
    case .invocationExpression: return CallResult(of: call.expression, model: context.model)
    default:
      // A value that is no call: nothing to await, unless it is a task itself.
      switch Awaitability(of: context.model.type(of: call.expression).type) {
      case .task(let name): return .task(unresolvedName: name)
      case .valueTask(let name): return .valueTask(unresolvedName: name)
      case .other: return .otherAwaitable
      case .none: return .synchronous(unresolvedName: nil)
      case .unknown: return .unknown
      }
    }
  }

  private static func returnsTask(_ delegate: SyntaxNode, context: RuleContext) -> Bool {
    switch Awaitability(of: context.model.type(of: delegate).convertedType?.delegateInvokeMethod?.returnType) {
    case .task, .valueTask: true
    case .other, .none, .unknown: false
    }
  }

  /// The offload that an expression is, `.Unwrap()` included.
  private static func offload(_ node: SyntaxNode, context: RuleContext) -> OffloadCall? {
    guard node.kind == .invocationExpression else { return nil }
    if let offload = context.offloads.offload(at: node) { return offload }
    guard invokedName(of: node) == "Unwrap" else { return nil }
    if let inner = node.requiredNode(0).receiver?.withoutParentheses, inner.kind == .invocationExpression,
      let offload = context.offloads.offload(at: inner)
    {
      return offload
    }
    return node.requiredNode(1).nodeList(1).single.flatMap { ArgumentSyntax($0) }.flatMap {
      context.offloads.offload(at: $0.expression.withoutParentheses)
    }
  }

  /// What a local was initialized with whose only read is the wait, in the same block with nothing but trivial
  /// declarations between.
  private static func initialValue(of task: SyntaxNode, wait: BlockingWait, context: RuleContext) -> SyntaxNode? {
    guard let symbol = context.model.symbol(of: task).symbol, symbol.kind == .local,
      let declaration = context.model.declaringNode(of: symbol),
      declaration.kind == .variableDeclarator, let value = EqualsValueClauseSyntax(declaration.optionalNode(2))?.value,
      let statement = declaration.enclosingStatement, let waiting = wait.node.enclosingStatement
    else { return nil }
    let finder = TaskFates(model: context.model)
    let uses = finder.uses(of: symbol, name: symbol.name, around: declaration)
    guard uses.count == 1, uses.first == task else { return nil }
    let siblings = statement.siblingStatements
    guard let start = siblings.firstIndex(of: statement), let end = siblings.firstIndex(of: waiting), start < end else {
      return nil
    }
    // Other tasks that run meanwhile are what the offload is for.
    if siblings[..<start].contains(where: { declaresTask($0, context: context) }) { return nil }
    let trivial = TrivialExpression(model: context.model)
    guard siblings[(start + 1)..<end].allSatisfy({ AwaitedOffload.isTrivialDeclaration($0, trivial) }) else {
      return nil
    }
    return value.withoutParentheses
  }

  private static func declaresTask(_ statement: SyntaxNode, context: RuleContext) -> Bool {
    guard let local = LocalDeclarationStatementSyntax(statement),
      let declaration = VariableDeclarationSyntax(local.declaration)
    else { return false }
    return declaration.variables.contains { declarator in
      switch Awaitability(of: context.model.declaredSymbol(for: declarator)?.type) {
      case .task, .valueTask: true
      case .other, .none, .unknown: false
      }
    }
  }
}
