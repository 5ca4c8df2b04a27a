import CSharpSemantics
import CSharpSyntax

/// AW802: a value task whose result is read before it is known to be complete.
package enum ValueTaskBlocked: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.simpleMemberAccessExpression, .invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let wait = Wait(node, in: context), !isKnownComplete(wait, in: context) else { return }
    let member = wait.name.identifierText
    context.report(
      descriptor, at: wait.name.range, place: node,
      message: "'\(member)' on a value task is only valid after it has completed; before that the result is undefined. "
        + "Await it, or use AsTask() to block.",
      placeholders: [Placeholder("member", member)]
    ) {
      fixes(wait, in: context)
    }
  }

  /// A read of `Result`, or the end of `GetAwaiter().GetResult()`.
  private struct Wait {
    let node: SyntaxNode
    let name: SyntaxNode
    /// The value task itself.
    let valueTask: SyntaxNode

    init?(_ node: SyntaxNode, in context: RuleContext) {
      let model = context.model
      if node.kind == .simpleMemberAccessExpression {
        name = node.requiredNode(2)
        guard name.kind == .identifierName, name.text == "Result", node.parent?.kind != .invocationExpression,
          model.symbol(of: node).symbol?.containingType?.qualifiedName == Awaitability.valueTaskName
        else { return nil }
        valueTask = node.requiredNode(0).withoutParentheses
      } else {
        let callee = node.requiredNode(0)
        guard callee.kind == .simpleMemberAccessExpression, callee.requiredNode(2).text == "GetResult",
          case let awaiter = callee.requiredNode(0).withoutParentheses, awaiter.kind == .invocationExpression,
          awaiter.requiredNode(0).kind == .simpleMemberAccessExpression, invokedName(of: awaiter) == "GetAwaiter"
        else { return nil }
        name = callee.requiredNode(2)
        var value = awaiter.requiredNode(0).requiredNode(0).withoutParentheses
        if value.kind == .invocationExpression, invokedName(of: value) == "ConfigureAwait",
          value.requiredNode(0).kind == .simpleMemberAccessExpression
        {
          value = value.requiredNode(0).requiredNode(0).withoutParentheses
        }
        guard let type = model.type(of: value).type, ValueTaskConsumptionFinder.carriesValueTask(type) else {
          return nil
        }
        valueTask = value
      }
      self.node = node
      switch valueTask.kind {
      case .invocationExpression, .objectCreationExpression, .implicitObjectCreationExpression, .defaultExpression:
        break
      case .identifierName:
        guard let kind = model.symbol(of: valueTask).symbol?.kind, kind == .local || kind == .parameter else {
          return nil
        }
      default: return nil
      }
    }
  }

  private static func isKnownComplete(_ wait: Wait, in context: RuleContext) -> Bool {
    let value = wait.valueTask
    switch value.kind {
    case .defaultExpression: return true
    case .objectCreationExpression, .implicitObjectCreationExpression:
      // From a value, or from a task, which can be waited for.
      return (context.model.symbol(of: value).symbol?.parameters.count ?? 0) <= 1
    case .invocationExpression:
      if let name = invokedName(of: value), ["FromResult", "FromException", "FromCanceled", "Preserve"].contains(name),
        context.model.symbol(of: value).symbol?.containingType?.qualifiedName == Awaitability.valueTaskName
      {
        return true
      }
      return false
    default: break
    }
    if context.completeTasks.isKnownComplete(value, at: wait.node) { return true }
    guard let symbol = context.model.symbol(of: value).symbol else { return true }
    if isAlwaysReady(symbol, around: wait.node, in: context) { return true }
    // What was consumed before is spoken of as such.
    return isConsumedBefore(symbol, at: value, in: context)
  }

  /// Whether every value that a local gets wraps a result or a task.
  private static func isAlwaysReady(_ local: Symbol, around node: SyntaxNode, in context: RuleContext) -> Bool {
    guard local.kind == .local, let member = FunctionSyntax.owningMember(of: node) else { return false }
    var values: [SyntaxNode] = []
    var isClear = true
    member.walk { candidate in
      switch candidate.kind {
      case .variableDeclarator:
        if let value = candidate.optionalNode(2)?.requiredNode(1), candidate.requiredToken(0).text == local.name,
          context.model.declaredSymbol(for: candidate) == local
        {
          values.append(value)
        }
      case .simpleAssignmentExpression:
        let target = candidate.requiredNode(0).withoutParentheses
        if target.kind == .identifierName, target.identifierText == local.name,
          context.model.symbol(of: target).symbol == local
        {
          values.append(candidate.requiredNode(2))
        }
      case .argument:
        let value = candidate.requiredNode(2).withoutParentheses
        if candidate.optionalToken(1) != nil, value.kind == .identifierName, value.identifierText == local.name {
          isClear = false
        }
      default: break
      }
      return true
    }
    return isClear && !values.isEmpty && values.allSatisfy { isReady($0.withoutParentheses, in: context) }
  }

  private static func isReady(_ value: SyntaxNode, in context: RuleContext) -> Bool {
    switch value.kind {
    case .defaultLiteralExpression, .defaultExpression: return true
    case .objectCreationExpression, .implicitObjectCreationExpression:
      return (context.model.symbol(of: value).symbol?.parameters.count ?? 2) <= 1
    case .simpleMemberAccessExpression:
      return value.requiredNode(2).text == "CompletedTask"
    case .invocationExpression:
      guard let name = invokedName(of: value),
        ["FromResult", "FromException", "FromCanceled", "Preserve"].contains(name)
      else { return false }
      return context.model.symbol(of: value).symbol?.containingType?.qualifiedName == Awaitability.valueTaskName
    default: return false
    }
  }

  private static func isConsumedBefore(_ symbol: Symbol, at use: SyntaxNode, in context: RuleContext) -> Bool {
    guard
      let declaration = symbol.declaringSyntaxReferences.first?.node ?? declarator(of: symbol, around: use, context),
      let variable = context.valueTasks.variable(declaredBy: declaration)
    else { return false }
    return variable.repeated.contains { $0.use == use }
  }

  private static func declarator(of symbol: Symbol, around node: SyntaxNode, _ context: RuleContext) -> SyntaxNode? {
    guard let member = FunctionSyntax.owningMember(of: node) else { return nil }
    var found: SyntaxNode?
    member.walk { candidate in
      if candidate.kind == .variableDeclarator || candidate.kind == .parameter, found == nil,
        context.model.declaredSymbol(for: candidate) == symbol
      {
        found = candidate
      }
      return found == nil
    }
    return found
  }

  // MARK: Fixes

  private static func fixes(_ wait: Wait, in context: RuleContext) -> [Fix] {
    var fixes: [Fix] = []
    if !isPlainLambda(around: wait.node, in: context),
      let insertion = AwaitInsertion(replacingWait: wait.node, in: context)
    {
      let site = AwaitSite(
        wait.node, title: insertion.title("Await it"), actionKey: "Await it",
        safety: insertion.changesExceptions ? .unsafe : .safe, edits: insertion.edits)
      fixes = MakeAsync(context: context).fixes(for: site)
    }
    if !context.isAsyncContext(wait.node), let edits = blocking(wait, in: context) {
      fixes.append(
        Fix(
          title: "Block through AsTask()", actionKey: "Block through AsTask()", safety: .safe,
          isPreferred: fixes.isEmpty, edits: edits))
    }
    return fixes
  }

  /// A lambda that gives a plain value: others take that value, and would be given a task.
  private static func isPlainLambda(around node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let function = FunctionSyntax.nearest(to: node), !function.isAsync,
      function.kind == .lambda || function.kind == .anonymousMethod
    else { return false }
    let type = context.model.type(of: function.node).convertedType?.delegateInvokeMethod?.returnType
    return !Awaitability(of: type).isTaskLike
  }

  private static func blocking(_ wait: Wait, in context: RuleContext) -> [TextEdit]? {
    let value = wait.valueTask
    guard value.kind == .invocationExpression || value.kind == .identifierName,
      let type = context.model.type(of: value).type, ValueTaskConsumptionFinder.isValueTask(type)
    else { return nil }
    if wait.node.kind == .simpleMemberAccessExpression {
      // `v.Result` throws what the awaiter's `GetResult` throws; a task's `Result` would wrap it.
      guard let end = wait.node.requiredNode(0).lastToken.next, end.kind == .dotToken else { return nil }
      return [
        TextEdit(range: wait.name.range, newText: "AsTask().GetAwaiter().GetResult()")
      ]
    }
    return [.insertion(".AsTask()", at: value.range.end)]
  }
}
