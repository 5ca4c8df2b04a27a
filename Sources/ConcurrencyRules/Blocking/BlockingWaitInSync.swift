import CSharpSemantics
import CSharpSyntax

/// AW202: synchronous code blocks on a task.
package enum BlockingWaitInSync: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = BlockingWaitFinder.nodeKinds

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let wait = context.waits.wait(at: node), wait.member.isSyncOverAsync, !context.isAsyncContext(node),
      BlockedOffload(wait, context: context) == nil, InitializationWait(wait, context: context) == nil
    else { return }
    let owner = Owner(of: node, in: context)
    if owner.isAllowed(by: context.settings.list("allowed_members", of: descriptor.id) ?? []) { return }
    var severity: Severity?
    if owner.isEntryPoint {
      if context.settings.option("entry_point", of: descriptor.id)?.lowercased() == "off" { return }
      if context.tree.options.languageVersion < .csharp7Point1 { return }
      severity = .suggestion
    }
    if owner.isBridge || owner.disposesItself(wait, in: context) { severity = .suggestion }

    let consequence = BlockingWaitWording.consequence(at: node, in: context)
    var placeholders = [Placeholder("member", wait.displayName), Placeholder("consequence", consequence)]
    let message: String
    if let function = owner.convertibleName(at: node, in: context) {
      message =
        "'\(wait.displayName)' \(consequence). Make '\(function)' async and await, or call a synchronous API."
      placeholders.append(Placeholder("function", function))
    } else {
      let what = AwaitObstacle.description(at: node, in: context)
      message = "'\(wait.displayName)' \(consequence), and \(what) cannot await."
      placeholders.append(Placeholder("what", what))
    }
    context.report(
      descriptor, at: wait.name.range, place: node, message: message, defaultSeverity: severity,
      unresolvedName: wait.unresolvedName,
      related: BlockingWaitWording.related(to: wait, in: context)
        + BlockingWaitWording.continuations(of: wait, in: context),
      placeholders: placeholders
    ) {
      SynchronousCallFix(wait: wait, context: context).fixes()
        + BlockingWaitFixes(wait: wait, context: context).awaiting()
    }
  }

  /// The member that the wait belongs to.
  private struct Owner {
    let symbol: Symbol?
    let isEntryPoint: Bool

    init(of node: SyntaxNode, in context: RuleContext) {
      symbol = FunctionSyntax.owningMember(of: node).flatMap { context.model.declaredSymbol(for: $0) }
      isEntryPoint =
        symbol.map { context.isEntryPoint($0) } ?? false
        && FunctionSyntax.nearest(to: node)?.node == FunctionSyntax.owningMember(of: node)
    }

    func isAllowed(by names: [String]) -> Bool {
      guard let symbol else { return false }
      return names.contains { $0 == symbol.name || $0 == symbol.qualifiedName }
    }

    /// A method that only exists to call an asynchronous twin from synchronous code.
    var isBridge: Bool {
      guard let symbol, symbol.kind == .method, let type = symbol.containingType?.type else { return false }
      return ["Sync", "Blocking", "AndWait"].contains { suffix in
        symbol.name.count > suffix.count && symbol.name.hasSuffix(suffix)
          && !type.members(named: symbol.name.dropLast(suffix.count) + "Async").isEmpty
      }
    }

    /// `Dispose()` that waits for the object's own `DisposeAsync()`.
    func disposesItself(_ wait: BlockingWait, in context: RuleContext) -> Bool {
      guard let symbol, symbol.name == "Dispose" || symbol.name.hasSuffix(".Dispose"), var task = wait.task else {
        return false
      }
      if task.kind == .invocationExpression, invokedName(of: task) == "AsTask",
        let inner = task.requiredNode(0).receiver?.withoutParentheses
      {
        task = inner
      }
      guard task.kind == .invocationExpression, let name = invokedName(of: task), name.hasPrefix("DisposeAsync") else {
        return false
      }
      let receiver = task.requiredNode(0).receiver
      return receiver == nil || receiver?.kind == .thisExpression
    }

    /// The name of the function around, if its signature may be changed.
    func convertibleName(at node: SyntaxNode, in context: RuleContext) -> String? {
      guard let function = FunctionSyntax.nearest(to: node), context.isAwaitLegal(node),
        context.asyncTier(of: function) == .convertible
      else { return nil }
      return context.model.declaredSymbol(for: function.node)?.name
    }
  }
}

extension BlockingWait.Member {
  /// Waits of joinable tasks are bridges that were made for this; other rules speak about them.
  var isSyncOverAsync: Bool {
    switch self {
    case .result, .wait, .getResult, .waitAll, .waitAny, .configured: true
    case .joinableRun, .joinableJoin, .vsTask: false
    }
  }
}

/// The repair that calls a synchronous method instead of blocking on its asynchronous counterpart.
struct SynchronousCallFix {
  let wait: BlockingWait
  let context: RuleContext

  func fixes() -> [Fix] {
    guard wait.unresolvedName == nil, !wait.isConditional, let task = wait.task, task.kind == .invocationExpression,
      wait.arguments.isEmpty
    else { return [] }
    let result = wait.member == .wait ? nil : context.model.type(of: wait.node).type
    guard let twin = context.counterparts.synchronousCounterpart(ofInvocation: task, wants: result),
      let edits = Replacement(of: wait.node, by: twin.text, keeping: [task.range]).edits
    else { return [] }
    return [
      Fix(
        title: "Call the synchronous '\(twin.displayName)'", actionKey: "Call the synchronous method", safety: .safe,
        isPreferred: true, edits: edits)
    ]
  }
}
