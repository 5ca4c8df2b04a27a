import CSharpSemantics
import CSharpSyntax

/// AW205: `Thread.Sleep` where the thread need not be held.
package enum ThreadSleep: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let name = simpleName(of: node.requiredNode(0)), name.requiredToken(0).range.length == 5,
      name.text == "Sleep",
      let call = call(node, in: context), isLongEnough(call.pause, in: context)
    else { return }
    let isAsync = context.isAsyncContext(node)
    guard isAsync || (call.unresolvedName == nil && TestCode.isInTestMethod(node, model: context.model)) else { return }
    let message =
      isAsync
      ? "Thread.Sleep holds the thread for the whole pause. Use await Task.Delay."
      : "Thread.Sleep makes the test slow and timing-dependent. Wait for the condition itself, or make the test async "
        + "and use Task.Delay."
    context.report(
      descriptor, at: node.requiredNode(0).range, place: node, message: message, unresolvedName: call.unresolvedName
    ) {
      fixes(node, pause: call.pause, isAsync: isAsync, isBound: call.unresolvedName == nil, in: context)
    }
  }

  private static func call(_ node: SyntaxNode, in context: RuleContext) -> (
    pause: SyntaxNode?, unresolvedName: String?
  )? {
    let pause = node.requiredNode(1).nodeList(1).single.flatMap { ArgumentSyntax($0)?.expression }
    let info = context.model.symbol(of: node)
    if let symbol = info.symbol ?? info.candidates.first {
      return symbol.containingType?.qualifiedName == "System.Threading.Thread" ? (pause, nil) : nil
    }
    guard info.isUnknown, let receiver = node.requiredNode(0).receiver, receiver.kind == .identifierName,
      receiver.text == "Thread", context.model.symbol(of: receiver).isUnknown,
      FunctionSyntax.nearest(to: node)?.isAsync == true
    else { return nil }
    return (pause, "Thread")
  }

  /// Constants below the configured length are let pass.
  private static func isLongEnough(_ pause: SyntaxNode?, in context: RuleContext) -> Bool {
    guard let text = context.settings.option("min_milliseconds", of: descriptor.id), let least = Int64(text), let pause,
      case .integer(let value)? = context.model.constantValue(of: pause)
    else { return true }
    return value < 0 || value >= least
  }

  // MARK: Fixes

  private static func fixes(
    _ node: SyntaxNode, pause: SyntaxNode?, isAsync: Bool, isBound: Bool, in context: RuleContext
  ) -> [Fix] {
    guard let pause, context.isAwaitInsertable(node) else { return [] }
    let spelling = UsingDirectives(context: context).spelling(
      of: "Task", in: "System.Threading.Tasks", at: node)
    let isZero = context.model.constantValue(of: pause) == .integer(0)
    var fixes = make(node, pause: pause, isZero: isZero, token: nil, spelling, isAsync, isBound, context)
    if !isZero, let token = context.tokens.bestToken(at: node, upTo: .strong) {
      fixes += make(node, pause: pause, isZero: false, token: token.text, spelling, isAsync, isBound, context)
    }
    return fixes
  }

  private static func make(
    _ node: SyntaxNode, pause: SyntaxNode, isZero: Bool, token: String?, _ spelling: UsingDirectives.Spelling,
    _ isAsync: Bool, _ isBound: Bool, _ context: RuleContext
  ) -> [Fix] {
    let call =
      isZero
      ? spelling.text + ".Yield()" : spelling.text + ".Delay(" + pause.text + (token.map { ", " + $0 } ?? "") + ")"
    let suffix =
      isZero
      ? ""
      : AwaitConfiguration(context: context).suffix(
        at: node, awaiting: context.model.context.type(named: Awaitability.taskName))
    guard let edits = Replacement(of: node, by: "await " + call + suffix, keeping: [pause.range]).edits else {
      return []
    }
    let title = "Use await Task.Delay"
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        node, title: token.map { title + " with '\($0)'" } ?? (isZero ? "Use await Task.Yield" : title),
        actionKey: token == nil ? title : title + " with the token", safety: isAsync && isBound ? .safe : .unsafe,
        isPreferred: token == nil, edits: edits + (spelling.directive.map { [$0] } ?? [])))
  }
}
