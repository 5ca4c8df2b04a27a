import CSharpSemantics
import CSharpSyntax

/// AW201: code that could await a task blocks on it.
package enum BlockingWaitInAsync: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = BlockingWaitFinder.nodeKinds

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let wait = context.waits.wait(at: node), context.isAsyncContext(node), !SynchronousBranch.contains(node)
    else { return }
    let replacement = replacement(of: wait)
    let consequence = BlockingWaitWording.consequence(at: node, in: context)
    context.report(
      descriptor, at: wait.name.range, place: node,
      message: "'\(wait.displayName)' \(consequence); this function can await. Use \(replacement).",
      unresolvedName: wait.unresolvedName, related: BlockingWaitWording.related(to: wait, in: context),
      placeholders: [
        Placeholder("member", wait.displayName), Placeholder("consequence", consequence),
        Placeholder("replacement", replacement),
      ]
    ) {
      BlockingWaitFixes(wait: wait, context: context).awaiting()
    }
  }

  private static func replacement(of wait: BlockingWait) -> String {
    switch wait.member {
    case .waitAll: "await Task.WhenAll"
    case .waitAny: "await Task.WhenAny"
    case .joinableRun: "await RunAsync"
    case .joinableJoin: "await JoinAsync"
    case .wait: wait.arguments.isEmpty ? "await" : "await WaitAsync"
    case .result, .getResult, .vsTask, .configured: "await"
    }
  }
}
