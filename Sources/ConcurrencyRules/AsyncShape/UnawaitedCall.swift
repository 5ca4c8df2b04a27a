import CSharpSemantics
import CSharpSyntax

/// AW302: a task is dropped in an async function.
package enum UnawaitedCall: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    if let call = DroppedCalls(context: context).dropped(node) {
      guard let function = FunctionSyntax.nearest(to: call.whole), function.isAsync else { return }
      report(call, unresolvedName: nil, in: context)
    } else if let (call, name) = unresolvedCall(node, in: context) {
      report(call, unresolvedName: name, in: context)
    }
  }

  private static func report(_ call: DroppedCall, unresolvedName: String?, in context: RuleContext) {
    let callee = call.displayName(model: context.model)
    let isCovered = unresolvedName == nil && isReportedByCompiler(call, model: context.model)
    context.report(
      descriptor, at: call.range, place: call.whole,
      message: "'\(callee)' is not awaited: execution goes on before it ends and its exceptions are lost."
        + (isCovered ? DroppedCallFixes.compilerNote : ""),
      defaultSeverity: call.isConditional ? .warning : nil, unresolvedName: unresolvedName,
      isReportedByCompiler: isCovered, placeholders: [Placeholder("callee", callee)]
    ) {
      let fixes = DroppedCallFixes(call: call, callee: callee, context: context, isBound: unresolvedName == nil)
      return fixes.awaiting(isPreferred: true) + fixes.discarding()
    }
  }

  /// The compiler has nothing to say about what is dropped behind a question mark. A top-level program without any
  /// `await` is not async to it.
  private static func isReportedByCompiler(_ call: DroppedCall, model: SemanticModel) -> Bool {
    if call.isConditional { return false }
    guard let function = FunctionSyntax.nearest(to: call.whole), function.kind == .topLevelProgram else { return true }
    return call.isReportedOutsideAsyncCode(model: model) || hasAwait(function)
  }

  private static func hasAwait(_ program: FunctionSyntax) -> Bool {
    var found = false
    for member in program.node.nodeList(3) where member.kind == .globalStatement {
      member.walk { node in
        if FunctionSyntax(declaredBy: node) != nil { return false }
        switch node.kind {
        case .awaitExpression: found = true
        case .forEachStatement, .forEachVariableStatement, .usingStatement, .localDeclarationStatement:
          if node.optionalToken(1)?.kind == .awaitKeyword { found = true }
        default: break
        }
        return !found
      }
    }
    return found
  }

  // MARK: By name

  /// A statement that calls something unresolved whose name says that it is asynchronous (N2), in an async function that
  /// awaits another such call.
  private static func unresolvedCall(_ node: SyntaxNode, in context: RuleContext) -> (call: DroppedCall, name: String)?
  {
    let whole = node.outermostEquivalent
    guard whole.parent?.kind == .expressionStatement, !whole.containsErrors,
      case let call = DroppedCall(node, whole: whole, model: context.model),
      let name = unresolvedName(of: call.invocation, in: context),
      let function = FunctionSyntax.nearest(to: whole), function.isAsync,
      awaitsUnresolvedCall(function, in: context)
    else { return nil }
    return (call, name)
  }

  private static func unresolvedName(of invocation: SyntaxNode, in context: RuleContext) -> String? {
    guard let name = invokedName(of: invocation), name.count > 5, name.hasSuffix("Async"),
      context.model.symbol(of: invocation).isUnknown
    else { return nil }
    return name
  }

  private static func awaitsUnresolvedCall(_ function: FunctionSyntax, in context: RuleContext) -> Bool {
    guard let body = function.body else { return false }
    var found = false
    body.walk { node in
      if node != body, FunctionSyntax(declaredBy: node) != nil { return false }
      if node.kind == .awaitExpression, case let operand = node.requiredNode(1).withoutConfigureAwait,
        operand.kind == .invocationExpression, unresolvedName(of: operand, in: context) != nil
      {
        found = true
      }
      return !found
    }
    return found
  }
}
