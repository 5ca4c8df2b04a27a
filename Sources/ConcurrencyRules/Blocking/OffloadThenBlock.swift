import CSharpSemantics
import CSharpSyntax

/// AW203: work is queued to the pool, and the thread that queued it waits until it is done.
package enum OffloadThenBlock: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = BlockingWaitFinder.nodeKinds

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let wait = context.waits.wait(at: node) ?? context.waits.waitForUnresolvedOffload(at: node),
      let blocked = BlockedOffload(wait, context: context), !context.isAsyncContext(node)
    else { return }
    context.report(
      descriptor, at: wait.name.range, place: node, message: message(blocked),
      unresolvedName: wait.unresolvedName ?? blocked.unresolvedName,
      related: [RelatedLocation(range: blocked.offload.calledExpression.range, message: "the work is queued here")],
      placeholders: [Placeholder("callee", blocked.callee)]
    ) {
      fixes(wait, blocked, in: context)
    }
  }

  private static func message(_ blocked: BlockedOffload) -> String {
    let hasName = !blocked.callee.isEmpty
    if blocked.isAsynchronous {
      let api = blocked.offload.method == .run ? "Task.Run" : "StartNew"
      let callee = hasName ? "'\(blocked.callee)'" : "the async lambda"
      return "\(api) hides a blocking wait: two pool threads serve one call to \(callee). "
        + "Make this function async and await it."
    }
    return hasName
      ? "One thread waits while another runs '\(blocked.callee)'. Call '\(blocked.callee)' directly."
      : "One thread waits while another runs the delegate. Run its code directly."
  }

  private static func fixes(_ wait: BlockingWait, _ blocked: BlockedOffload, in context: RuleContext) -> [Fix] {
    guard blocked.isDirect, let call = blocked.call, !wait.isConditional else { return [] }
    let isBound = wait.unresolvedName == nil && blocked.unresolvedName == nil
    guard blocked.isAsynchronous else {
      guard let edits = Replacement(of: wait.node, by: call.text, keeping: [call.expression.range]).edits else {
        return []
      }
      let wraps = wait.member != .getResult && AwaitInsertion.isExceptionInspected(around: wait.node, in: context)
      let isSafe = isBound && !wraps && context.contextPresence(at: wait.node) != .present
      return [
        Fix(
          title: "Call '\(blocked.callee)' directly" + (wraps ? AwaitInsertion.exceptionNote : ""),
          actionKey: "Call directly", safety: isSafe ? .safe : .unsafe, isPreferred: true, edits: edits)
      ]
    }
    guard context.isAwaitInsertable(wait.node) else { return [] }
    let text = AwaitInsertion.bindsTighter(wait.node) ? "(await \(call.text))" : "await \(call.text)"
    guard let edits = Replacement(of: wait.node, by: text, keeping: [call.expression.range]).edits else { return [] }
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        wait.node, title: "Await '\(blocked.callee)'", actionKey: "Await the offloaded call", safety: .unsafe,
        isPreferred: false, awaitedName: blocked.callee.isEmpty ? nil : blocked.callee, edits: edits))
  }
}
