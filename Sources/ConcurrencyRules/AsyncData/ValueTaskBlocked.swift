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
    /// The value task itself, or a local that holds its awaiter.
    let valueTask: SyntaxNode
    /// The value task that the local's awaiter belongs to.
    let awaiterOf: SyntaxNode?

    init?(_ node: SyntaxNode, in context: RuleContext) {
      let model = context.model
      if node.kind == .simpleMemberAccessExpression {
        name = node.requiredNode(2)
        guard name.kind == .identifierName, name.text == "Result", node.parent?.kind != .invocationExpression,
          model.symbol(of: node).symbol?.containingType?.qualifiedName == Awaitability.valueTaskName
        else { return nil }
        valueTask = node.requiredNode(0).withoutParentheses
        awaiterOf = nil
      } else {
        let callee = node.requiredNode(0)
        guard callee.kind == .simpleMemberAccessExpression, callee.requiredNode(2).text == "GetResult" else {
          return nil
        }
        name = callee.requiredNode(2)
        let awaiter = callee.requiredNode(0).withoutParentheses
        if awaiter.kind == .identifierName {
          guard let value = Wait.valueTask(ofAwaiter: awaiter, model) else { return nil }
          valueTask = awaiter
          awaiterOf = value
        } else {
          guard let value = Wait.valueTask(ofGetAwaiter: awaiter, model) else { return nil }
          valueTask = value
          awaiterOf = nil
        }
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

    /// `v` of `v.GetAwaiter()`, `v.ConfigureAwait(false).GetAwaiter()`.
    private static func valueTask(ofGetAwaiter call: SyntaxNode, _ model: SemanticModel) -> SyntaxNode? {
      guard call.kind == .invocationExpression, call.requiredNode(0).kind == .simpleMemberAccessExpression,
        invokedName(of: call) == "GetAwaiter"
      else { return nil }
      let value = call.requiredNode(0).requiredNode(0).withoutParentheses.withoutConfigureAwait
      guard let type = model.type(of: value).type, ValueTaskConsumptionFinder.carriesValueTask(type) else { return nil }
      return value
    }

    /// The value task of a local awaiter that is written once, and read in the function that declares it: a
    /// continuation runs when the value task is complete.
    private static func valueTask(ofAwaiter name: SyntaxNode, _ model: SemanticModel) -> SyntaxNode? {
      guard let local = model.symbol(of: name).symbol, local.kind == .local,
        local.type.qualifiedName.contains("ValueTask"), let declaration = model.declaringNode(of: local),
        FunctionSyntax.nearest(to: declaration) == FunctionSyntax.nearest(to: name),
        let value = model.initialValue(ofLocal: local)?.withoutParentheses,
        let member = FunctionSyntax.owningMember(of: name)
      else { return nil }
      var writes = 0
      model.forEachWrite(in: member) { if $0.local == local { writes += 1 } }
      return writes == 1 ? valueTask(ofGetAwaiter: value, model) : nil
    }
  }

  private static func isKnownComplete(_ wait: Wait, in context: RuleContext) -> Bool {
    let value = wait.valueTask
    // From a value, or from a task, which can be waited for.
    if value.kind != .identifierName { return context.valueTasks.isReusableValue(value) }
    if context.completeTasks.isKnownComplete(value, at: wait.node) { return true }
    if wait.awaiterOf != nil { return isKnownComplete(awaiter: wait, in: context) }
    // What was consumed before is spoken of as such.
    return context.valueTasks.isReusable(value) || context.valueTasks.isRepeated(value)
  }

  /// Whether the value task was complete, or could be waited for, when its awaiter was taken.
  private static func isKnownComplete(awaiter wait: Wait, in context: RuleContext) -> Bool {
    guard let value = wait.awaiterOf else { return false }
    if context.valueTasks.isReusableValue(value) { return true }
    return context.completeTasks.isKnownComplete(value) || context.valueTasks.isReusable(value)
  }

  // MARK: Fixes

  private static func fixes(_ wait: Wait, in context: RuleContext) -> [Fix] {
    // An awaiter that has a name may be asked elsewhere.
    if wait.awaiterOf != nil { return [] }
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
