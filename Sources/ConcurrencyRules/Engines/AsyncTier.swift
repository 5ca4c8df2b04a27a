import CSharpSemantics
import CSharpSyntax

/// What it takes to put an `await` into a function (D6).
enum AsyncTier: Hashable {
  /// A0: has `async`, or is the top-level program; nothing is needed.
  case async
  /// A1: returns a task-like already; `async` and rewritten returns are needed.
  case liftable
  /// A2: returns nothing or a plain value; a new return type, and with it new calls, are needed.
  case convertible
  /// A3: nothing helps.
  case fixed
}

extension RuleContext {
  /// The tier of a function (D6).
  func asyncTier(of function: FunctionSyntax) -> AsyncTier {
    if let known = asyncTiers[function] { return known }
    let tier = AsyncTierFinder(context: self).tier(of: function)
    asyncTiers[function] = tier
    return tier
  }

  /// Whether a place is in an async context (D7): its nearest function is async or liftable, and `await` is legal there.
  func isAsyncContext(_ node: SyntaxNode) -> Bool {
    guard let function = FunctionSyntax.nearest(to: node), isAwaitLegal(node) else { return false }
    switch asyncTier(of: function) {
    case .async, .liftable: return true
    case .convertible, .fixed: return false
    }
  }
}

/// Decides the tier of functions.
private struct AsyncTierFinder {
  let context: RuleContext

  private var model: SemanticModel { context.model }

  func tier(of function: FunctionSyntax) -> AsyncTier {
    if function.isAsync { return .async }
    switch function.kind {
    case .method, .localFunction: return methodTier(function)
    case .lambda, .anonymousMethod: return lambdaTier(function)
    default: return .fixed
    }
  }

  private func methodTier(_ function: FunctionSyntax) -> AsyncTier {
    guard function.body != nil, let symbol = model.declaredSymbol(for: function.node), symbol.kind == .method,
      symbol.refKind == .none, hasPlainParameters(symbol.parameters)
    else { return .fixed }
    let type = symbol.returnType
    switch Awaitability(of: type) {
    case .task, .valueTask, .other, .unknown:
      if isTaskLike(type) { return .liftable }
      // An unknown type is a plain value unless its name says otherwise; who converts it asks a human anyway.
      guard type.isErrorType, !type.name.contains("Task"), !type.name.isEmpty else { return .fixed }
    case .none: break
    }
    guard !type.isStream, !isRefLike(type), type.kind != .pointer, type.kind != .functionPointer,
      !isIterator(function), context.isSignatureFree(symbol)
    else { return .fixed }
    return .convertible
  }

  private func lambdaTier(_ lambda: FunctionSyntax) -> AsyncTier {
    guard let type = model.type(of: lambda.node).convertedType, let invoke = type.delegateInvokeMethod,
      type.qualifiedName != "System.Linq.Expressions.Expression", hasPlainParameters(invoke.parameters)
    else { return .fixed }
    if isTaskLike(invoke.returnType) { return .liftable }
    if invoke.returnType.isErrorType || isIterator(lambda) { return .fixed }
    return rebindsAsAsync(lambda) ? .liftable : .fixed
  }

  /// Whether the call that the lambda is an argument of takes a task-returning delegate once the lambda is `async`.
  private func rebindsAsAsync(_ lambda: FunctionSyntax) -> Bool {
    guard lambda.modifiers.isEmpty || lambda.isStatic, let argument = lambda.node.outermostEquivalent.parent,
      argument.kind == .argument, let list = argument.parent, let call = list.parent,
      call.kind == .invocationExpression || call.kind == .objectCreationExpression,
      let index = list.nodeList(1).enumerated().first(where: { $0.element == argument })?.offset
    else { return false }
    let insertion = MakeAsync.modifierPlace(of: lambda)
    let offset = Int(insertion.value) - Int(call.range.start.value)
    var bytes = Array(call.text.utf8)
    guard offset >= 0, offset <= bytes.count else { return false }
    bytes.insert(contentsOf: Array("async ".utf8), at: offset)
    guard
      let rebound = model.rebind(replacing: [(call.range, String(decoding: bytes, as: UTF8.self))]),
      rebound.succeeds
    else { return false }
    var found: SyntaxNode?
    rebound.expression.walk { node in
      if found == nil, node.kind == call.kind, node.range.start == rebound.expression.range.start { found = node }
      return found == nil
    }
    guard let changed = found,
      let changedList = changed.childNodes.first(where: { $0.kind == .argumentList }),
      let changedArgument = changedList.nodeList(1).enumerated().first(where: { $0.offset == index })?.element,
      let expression = ArgumentSyntax(changedArgument)?.expression.withoutParentheses,
      let invoke = rebound.model.type(of: expression).convertedType?.delegateInvokeMethod, isTaskLike(invoke.returnType)
    else { return false }
    // What the call gives must stay what it was: `void` would become a task that nobody awaits.
    guard let before = model.type(of: call).type, let after = rebound.model.type(of: changed).type,
      before.displayString == after.displayString
    else { return false }
    return wantsTask(changed, argument: changedArgument, index: index, model: rebound.model)
  }

  /// Whether the chosen overload itself says that its delegate returns a task: where a type argument is merely inferred
  /// to be one (`Select`, `Execute<TResult>`), nobody awaits it.
  private func wantsTask(_ call: SyntaxNode, argument: SyntaxNode, index: Int, model: SemanticModel) -> Bool {
    let info = model.symbol(of: call)
    guard let parameters = info.symbol?.originalDefinition.parameters else { return false }
    let name = NameColonSyntax(ArgumentSyntax(argument)?.nameColon)?.name.identifierText
    let place = info.isReducedExtension && parameters.first?.isThis == true ? index + 1 : index
    let parameter =
      name.map { name in parameters.first { $0.name == name } }
      ?? (parameters.indices.contains(place) ? parameters[place] : parameters.last)
    guard let invoke = parameter?.type.delegateInvokeMethod else { return false }
    return isTaskLike(invoke.returnType)
  }

  /// What an `async` function may return besides `void` and streams (D3).
  private func isTaskLike(_ type: TypeSymbol) -> Bool {
    if type.isErrorType {
      switch Awaitability(of: type) {
      case .task, .valueTask: return true
      case .other, .none, .unknown: return false
      }
    }
    switch type.qualifiedName {
    case Awaitability.taskName, Awaitability.valueTaskName: return true
    default:
      guard let definition = type.definition, definition.kind == .namedType else { return false }
      return definition.hasAttribute("System.Runtime.CompilerServices.AsyncMethodBuilderAttribute")
    }
  }

  private func hasPlainParameters(_ parameters: [Symbol]) -> Bool {
    parameters.allSatisfy {
      $0.refKind == .none && !isRefLike($0.type) && $0.type.kind != .pointer && $0.type.kind != .functionPointer
    }
  }

  private func isIterator(_ function: FunctionSyntax) -> Bool {
    guard let body = function.body, body.kind == .block else { return false }
    return function.contains { $0.kind == .yieldReturnStatement || $0.kind == .yieldBreakStatement }
  }
}

/// Whether a type is a `ref struct`.
func isRefLike(_ type: TypeSymbol) -> Bool {
  guard type.kind == .struct, let definition = type.definition else { return false }
  return definition.isRefLikeType
}

extension FunctionSyntax {
  /// Calls `visit` for each node whose nearest function this is; nested functions' own nodes are shown, what is in them
  /// is not. Query clauses count as part of the function around.
  func walkOwn(_ visit: (SyntaxNode) -> Bool) {
    guard let body else { return }
    body.walk { current in
      if kind == .topLevelProgram, TypeDeclarationSyntax.kinds.contains(current.kind) { return false }
      guard visit(current) else { return false }
      return current == node || FunctionSyntax(declaredBy: current) == nil
    }
  }

  /// Whether one of its own nodes is of a sort.
  func contains(_ isWanted: (SyntaxNode) -> Bool) -> Bool {
    var found = false
    walkOwn { node in
      if !found, isWanted(node) { found = true }
      return !found
    }
    return found
  }
}
