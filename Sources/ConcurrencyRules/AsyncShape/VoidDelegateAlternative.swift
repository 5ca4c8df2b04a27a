import CSharpSemantics
import CSharpSyntax

/// The API that takes an async lambda where one was given that can't wait for it (AW304's table).
struct VoidDelegateAlternative {
  private enum Form {
    /// `_ = Task.Run(async () => …)` in place of the whole statement's expression.
    case taskRun
    /// The call by another name; awaited where it returns a task.
    case twin(Symbol)
    /// WPF's dispatcher hands out an operation that produces the lambda's task.
    case dispatcherOperation(Symbol)
  }

  /// For messages.
  let name: String
  private let form: Form
  private let call: DelegateArgument
  private let lambda: SyntaxNode
  private let context: RuleContext

  init?(of call: DelegateArgument, lambda: SyntaxNode, context: RuleContext) {
    self.call = call
    self.lambda = lambda
    self.context = context
    guard let method = call.method, let owner = method.containingType else { return nil }
    switch (owner.qualifiedName, method.name) {
    case ("System.Threading.ThreadPool", "QueueUserWorkItem"),
      ("System.Threading.ThreadPool", "UnsafeQueueUserWorkItem"):
      (name, form) = ("Task.Run", .taskRun)
      return
    case ("System.Threading.Thread", ".ctor"):
      guard VoidDelegateAlternative.start(of: call.node) != nil else { return nil }
      (name, form) = ("Task.Run", .taskRun)
      return
    default: break
    }
    guard call.node.kind == .invocationExpression,
      let (twin, isWaitedFor) = VoidDelegateAlternative.twin(of: method, call: call, lambda: lambda, in: context)
    else { return nil }
    form = isWaitedFor ? .twin(twin) : .dispatcherOperation(twin)
    let shown = call.callee
    let qualifier = shown.contains(".") ? String(shown.prefix { $0 != "." }) + "." : ""
    name = qualifier + twin.name
  }

  // MARK: Finding

  /// Names whose counterpart is not the name with the suffix.
  private static func counterpartName(of method: Symbol) -> String {
    switch (method.containingType?.qualifiedName, method.name) {
    case (_, "BeginInvokeOnMainThread"): "InvokeOnMainThreadAsync"
    case (dispatcher, "BeginInvoke"), ("Avalonia.Threading.Dispatcher", "Post"): "InvokeAsync"
    default: method.name + "Async"
    }
  }

  private static let dispatcher = "System.Windows.Threading.Dispatcher"

  /// A method beside the called one that takes the same arguments, but a delegate that returns a task. A cast of the
  /// lambda, or a `new Action(…)` around it, is left out: it is what decided against that.
  ///
  /// - Returns: the method, and whether it waits for the task.
  private static func twin(
    of method: Symbol, call: DelegateArgument, lambda: SyntaxNode, in context: RuleContext
  ) -> (method: Symbol, isWaitedFor: Bool)? {
    let wanted = counterpartName(of: method)
    let candidates = context.model.lookupMembers(
      of: method.containingType?.type ?? method.returnType, named: wanted, at: call.node)
    guard !candidates.isEmpty, let edits = renaming(call, to: wanted, lambda: lambda),
      let text = context.text(of: call.node, after: edits),
      let rebinding = context.model.rebind(replacing: [(call.node.range, text)]),
      let found = rebinding.symbolInfo.symbol?.originalDefinition,
      let parameter = parameter(ofLambdaIn: rebinding, like: call),
      found.parameters.indices.contains(parameter.ordinal),
      case let declared = found.parameters[parameter.ordinal].type,
      let invoke = (declared.kind == .array ? declared.elementType : declared)?.delegateInvokeMethod
    else { return nil }
    let isDispatched = found.containingType?.qualifiedName == dispatcher
    guard let twin = candidates.first(where: { $0.documentationCommentID == found.documentationCommentID }) else {
      return nil
    }
    if Awaitability(of: invoke.returnType).isTaskLike { return (twin, true) }
    guard isDispatched, let made = parameter.type.delegateInvokeMethod, Awaitability(of: made.returnType).isTaskLike
    else {
      return nil
    }
    return (twin, false)
  }

  /// The parameter that a lambda goes to after the call was rewritten: the one at the argument's old place.
  private static func parameter(ofLambdaIn rebinding: Rebinding, like call: DelegateArgument) -> Symbol? {
    guard let list = call.argument.parent,
      let index = list.nodeList(1).enumerated().first(where: { $0.element == call.argument })?.offset,
      let changed = ArgumentListSyntax(rebinding.expression.optionalNode(1))?.node,
      let argument = changed.nodeList(1).enumerated().first(where: { $0.offset == index })?.element
    else { return nil }
    return DelegateArgument(argument, of: rebinding.expression, model: rebinding.model)?.parameter
  }

  /// Another name for what is called, and the lambda alone as the argument.
  private static func renaming(_ call: DelegateArgument, to name: String, lambda: SyntaxNode) -> [TextEdit]? {
    guard let token = simpleName(of: call.node.requiredNode(0))?.requiredToken(0),
      let value = ArgumentSyntax(call.argument)?.expression
    else { return nil }
    var edits = [TextEdit(range: token.range, newText: name)]
    // Parentheses may stay; a wrapper goes with them.
    if value.withoutParentheses != lambda { edits.append(TextEdit(range: value.range, newText: lambda.text)) }
    return edits
  }

  /// `.Start()` on a thread that is made there.
  private static func start(of creation: SyntaxNode) -> SyntaxNode? {
    let outer = creation.outermostEquivalent
    guard let access = outer.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(0) == outer,
      access.requiredNode(2).text == "Start", let invocation = access.parent,
      invocation.kind == .invocationExpression, invocation.requiredNode(1).nodeList(1).isEmpty
    else { return nil }
    return invocation
  }

  // MARK: Fixes

  func fixes() -> [Fix] {
    switch form {
    case .taskRun: taskRun().map { [$0] } ?? []
    case .twin(let twin): callTwin(twin)
    case .dispatcherOperation(let twin): awaitOperation(of: twin)
    }
  }

  private func taskRun() -> Fix? {
    let whole = VoidDelegateAlternative.start(of: call.node) ?? call.node
    guard whole.parent?.kind == .expressionStatement, let function = FunctionSyntax(declaredBy: lambda),
      let body = function.body, hasNoUsedParameter(function), isOnlyCallback,
      context.tree.options.languageVersion >= .csharp7,
      !context.model.lookupSymbols(named: "_", at: whole).contains(where: { [.local, .parameter].contains($0.kind) })
    else { return nil }
    let gap = TextRange(start: body.firstToken.previous?.range.end ?? body.range.start, end: body.range.start)
    let head = TextRange(start: whole.range.start, end: body.range.start)
    let tail = TextRange(start: body.range.end, end: whole.range.end)
    guard let comments = context.tree.comments(inside: whole),
      !comments.contains(where: {
        head.contains($0.range) && !(body.kind == .block && gap.contains($0.range)) || tail.contains($0.range)
      })
    else { return nil }
    let spelling = UsingDirectives(context: context).spelling(of: "Task", in: "System.Threading.Tasks", at: whole)
    let between = body.kind == .block ? context.tree.text(gap) : " "
    let space = between.isEmpty ? " " : between
    var edits = [
      TextEdit(range: head, newText: "_ = \(spelling.text).Run(async () =>\(space)"),
      TextEdit(range: tail, newText: ")"),
    ]
    if let directive = spelling.directive { edits.insert(directive, at: 0) }
    return Fix(title: "Use Task.Run", actionKey: "Use Task.Run", safety: .unsafe, isPreferred: false, edits: edits)
  }

  private func hasNoUsedParameter(_ function: FunctionSyntax) -> Bool {
    guard let symbol = context.model.declaredSymbol(for: function.node), let body = function.body else { return false }
    let parameters = Set(symbol.parameters)
    if parameters.isEmpty { return true }
    var isUsed = false
    body.walk { node in
      if node.kind == .identifierName, let used = context.model.symbol(of: node).symbol, parameters.contains(used) {
        isUsed = true
      }
      return !isUsed
    }
    return !isUsed
  }

  /// No further argument but a state that the callback does not look at.
  private var isOnlyCallback: Bool {
    guard let arguments = call.argument.parent?.nodeList(1), arguments.first == call.argument else { return false }
    return arguments.dropFirst().allSatisfy { argument in
      ArgumentSyntax(argument).map { TrivialExpression(model: context.model).isTrivial($0.expression) } ?? false
    }
  }

  private func callTwin(_ twin: Symbol) -> [Fix] {
    guard let renaming = VoidDelegateAlternative.renaming(call, to: twin.name, lambda: lambda) else { return [] }
    let title = isKnown ? "Use \(twin.name)" : "Call '\(twin.name)'"
    let key = isKnown ? title : "Call the asynchronous method"
    // NUnit's waits by itself and returns what was thrown.
    guard Awaitability(of: twin.returnType).isTaskLike else {
      return [Fix(title: title, actionKey: key, safety: .safe, isPreferred: false, edits: renaming)]
    }
    guard
      let insertion = AwaitInsertion(
        replacing: call.node, awaiting: call.node, in: context, awaitedType: twin.returnType)
    else { return [] }
    let isRelaxed = call.method?.name == "BeginInvokeOnMainThread"
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        call.node, title: title, actionKey: key, safety: isRelaxed ? .unsafe : .safe, isPreferred: false,
        edits: MakeAsync.merged(insertion.edits + renaming)))
  }

  /// `await dispatcher.InvokeAsync(async () => …).Task.Unwrap()`: the operation ends when the lambda has given its task.
  private func awaitOperation(of twin: Symbol) -> [Fix] {
    guard call.node.parent?.kind == .expressionStatement, context.isAwaitInsertable(call.node),
      let renaming = VoidDelegateAlternative.renaming(call, to: twin.name, lambda: lambda)
    else { return [] }
    let edits =
      [TextEdit.insertion("await ", at: call.node.range.start)] + renaming
      + [TextEdit.insertion(".Task.Unwrap()", at: call.node.range.end)]
    let title = "Use \(twin.name)"
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        call.node, title: title, actionKey: title, safety: .unsafe, isPreferred: false, edits: edits))
  }

  /// Whether the pair is one of the table, not found by its name alone.
  private var isKnown: Bool { call.method?.isFromSource != true }
}
