import CSharpSemantics
import CSharpSyntax

/// AW103: opt-in, every offload in server and library code.
package enum TaskRunInServerCode: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  private static let defaultKinds = ["web", "function", "library"]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let offload = context.offloads.offload(at: node) else { return }
    let kinds = context.settings.list("kinds", of: descriptor.id) ?? defaultKinds
    let kind = context.project.kind.rawValue
    guard kinds.contains(where: { $0.lowercased() == kind }), !context.isTestCode(node),
      !isAllowedMember(node, in: context), !isAllowedHostedService(node, in: context)
    else { return }
    context.report(
      descriptor, at: offload.calledExpression.range, place: offload.whole,
      message: "Task.Run in \(kind) code: it hands the work to another pool thread and back without gaining capacity. "
        + "Await asynchronous APIs, call synchronous ones directly, or move background work into a hosted service.",
      unresolvedName: offload.unresolvedName, placeholders: [Placeholder("kind", kind)])
  }

  private static func isAllowedMember(_ node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let allowed = context.settings.list("allowed_members", of: descriptor.id), !allowed.isEmpty,
      let member = FunctionSyntax.owningMember(of: node), let symbol = context.model.declaredSymbol(for: member)
    else { return false }
    return allowed.contains(symbol.qualifiedName)
  }

  private static func isAllowedHostedService(_ node: SyntaxNode, in context: RuleContext) -> Bool {
    guard context.settings.flag("allow_hosted_services", of: descriptor.id, default: true),
      let type = context.enclosingType(of: node)
    else { return false }
    return HostedServices.contains(type)
  }
}
