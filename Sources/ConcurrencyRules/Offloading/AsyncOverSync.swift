import CSharpSemantics
import CSharpSyntax

/// AW102: a synchronous call is sent to the pool only to be awaited at once.
package enum AsyncOverSync: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let offload = context.offloads.offload(at: node), offload.isPlain,
      let call = ForwardedCall(delegate: offload.delegate, model: context.model, statements: true), !call.isAwaited,
      let unresolvedCall = synchronousCall(call, in: context),
      let awaited = AwaitedOffload(offload.whole, model: context.model),
      !isExempt(call, offload: offload, in: context)
    else { return }

    let callee = call.displayName(model: context.model)
    let unresolvedName = unresolvedCall.name ?? offload.unresolvedName
    let counterpart = unresolvedName == nil ? context.counterparts.counterpart(of: call) : nil
    let message =
      if let counterpart {
        "'\(callee)' is synchronous and has the asynchronous counterpart '\(counterpart.displayName)'. "
          + "Await that instead of Task.Run."
      } else {
        "'\(callee)' is synchronous; awaiting it through Task.Run occupies a pool thread all the same and adds a "
          + "hand-off. Call it directly."
      }
    var related: [RelatedLocation] = []
    if case .throughLocal(_, let node) = awaited {
      related.append(RelatedLocation(range: node.range, message: "awaited here"))
    }
    var placeholders = [Placeholder("callee", callee)]
    if let counterpart { placeholders.append(Placeholder("counterpart", counterpart.displayName)) }
    context.report(
      descriptor, at: offload.calledExpression.range, place: offload.whole, message: message,
      unresolvedName: unresolvedName, related: related, placeholders: placeholders
    ) {
      AsyncOverSyncFixes(offload: offload, call: call, callee: callee, awaited: awaited, context: context)
        .fixes(counterpart: counterpart, isBound: unresolvedName == nil)
    }
  }

  /// Whether the call returns a plain value or nothing; with the name that says so by convention.
  private static func synchronousCall(_ call: ForwardedCall, in context: RuleContext) -> (name: String?, Void)? {
    if call.isMethodGroup {
      guard let method = context.model.symbol(of: call.expression).symbol,
        case .synchronous(let name) = CallResult(ofMethod: method)
      else { return nil }
      return (name, ())
    }
    switch call.expression.kind {
    case .invocationExpression:
      guard case .synchronous(let name) = CallResult(of: call.expression, model: context.model) else { return nil }
      return (name, ())
    case .objectCreationExpression:
      guard let creation = ObjectCreationExpressionSyntax(call.expression),
        let list = ArgumentListSyntax(creation.argumentList), !list.arguments.isEmpty,
        case .synchronous(let name) = CallResult(of: call.expression, model: context.model)
      else { return nil }
      return (name, ())
    default: return nil
    }
  }

  private static func isExempt(_ call: ForwardedCall, offload: OffloadCall, in context: RuleContext) -> Bool {
    let node = offload.invocation
    return context.project.kind == .ui || context.contextPresence(at: node) == .present
      || TrivialExpression(model: context.model).isTrivial(call.expression)
      || ProcessorWork.isKnown(call, model: context.model) || EndlessLoop.isBody(of: call, model: context.model)
      || isFirstAwaitOfHostedService(node, in: context)
      || (context.isTestCode(node) && hasOtherOffload(beside: node, in: context))
  }

  /// The first await of `ExecuteAsync` or `StartAsync` of a hosted service frees the start of the host.
  private static func isFirstAwaitOfHostedService(_ node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let member = MethodDeclarationSyntax(FunctionSyntax.owningMember(of: node)),
      ["ExecuteAsync", "StartAsync"].contains(member.identifier.text), let body = member.body ?? member.expressionBody,
      let type = context.enclosingType(of: node), HostedServices.contains(type)
    else { return false }
    var first: SyntaxNode?
    body.walk { candidate in
      if candidate.kind == .awaitExpression, first == nil { first = candidate }
      return first == nil
    }
    return first?.range.contains(node.range) ?? false
  }

  private static func hasOtherOffload(beside node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: node) else { return false }
    var found = false
    member.walk { candidate in
      if candidate.kind == .invocationExpression, candidate != node, context.offloads.offload(at: candidate) != nil {
        found = true
      }
      return !found
    }
    return found
  }
}
