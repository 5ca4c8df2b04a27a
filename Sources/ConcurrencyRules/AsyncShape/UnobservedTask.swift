import CSharpSemantics
import CSharpSyntax

/// AW301: a task is dropped outside async code, or put into a local that nobody reads.
package enum UnobservedTask: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression, .variableDeclarator]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    if node.kind == .variableDeclarator { return checkLocal(node, in: context) }
    guard let call = DroppedCalls(context: context).dropped(node),
      let function = FunctionSyntax.nearest(to: call.whole), !function.isAsync
    else { return }
    let callee = call.displayName(model: context.model)
    let isCovered = call.isReportedOutsideAsyncCode(model: context.model)
    context.report(
      descriptor, at: call.range, place: call.whole,
      message: "The task of '\(callee)' is not observed: the caller goes on before it ends and its exceptions are lost."
        + (isCovered ? DroppedCallFixes.compilerNote : ""),
      isReportedByCompiler: isCovered, placeholders: [Placeholder("callee", callee)]
    ) {
      let fixes = DroppedCallFixes(call: call, callee: callee, context: context)
      return fixes.awaiting(isPreferred: false) + fixes.returning() + fixes.discarding()
    }
  }

  // MARK: Locals

  /// `var t = F();` and nothing more.
  private static func checkLocal(_ node: SyntaxNode, in context: RuleContext) {
    guard let clause = EqualsValueClauseSyntax(node.optionalNode(2)),
      let statement = node.parent?.parent,
      [.forStatement, .localDeclarationStatement].contains(statement.kind),
      LocalDeclarationStatementSyntax(statement)?.usingKeyword == nil,
      context.settings.flag("report_unused_locals", of: descriptor.id, default: true)
    else { return }
    let name = node.identifierText
    // `var _ = F();` means to discard.
    guard !name.allSatisfy({ $0 == "_" }), let invocation = invocation(clause.value),
      let type = context.model.type(of: invocation).type, context.isStronglyAwaitable(type, at: invocation)
    else { return }
    let call = DroppedCall(invocation, whole: invocation.outermostEquivalent, model: context.model)
    let calls = DroppedCalls(context: context)
    guard call.method != nil, !calls.isExempt(call, type: type),
      let names = namesWithoutRead(node, name: name, in: context)
    else { return }
    let callee = call.displayName(model: context.model)
    context.report(
      descriptor, at: node.requiredToken(0).range, place: call.whole,
      message: "The task in '\(name)' is never used: nobody waits for '\(callee)' or sees its exceptions.",
      related: [RelatedLocation(range: call.range, message: "this call makes the task of '\(name)'")],
      placeholders: [Placeholder("local", name), Placeholder("callee", callee)]
    ) {
      // `nameof` needs the local; a loop may have others.
      names.isEmpty && statement.kind != .forStatement
        ? DroppedCallFixes(call: call, callee: callee, context: context).awaitingLocal(node, name: name) : []
    }
  }

  /// The call that an initializer is, parentheses and `x?.` looked through.
  private static func invocation(_ value: SyntaxNode) -> SyntaxNode? {
    var node = value.withoutParentheses
    while node.kind == .conditionalAccessExpression { node = node.requiredNode(2).withoutParentheses }
    return node.kind == .invocationExpression ? node : nil
  }

  /// The uses of a local that read nothing, which are those in `nameof`; `nil` if there are others.
  private static func namesWithoutRead(_ declarator: SyntaxNode, name: String, in context: RuleContext) -> [SyntaxNode]?
  {
    guard let symbol = context.model.declaredSymbol(for: declarator) else { return nil }
    let uses = TaskFates(model: context.model).uses(of: symbol, name: name, around: declarator)
    guard uses.allSatisfy({ isInNameOf($0, in: context) }), let member = FunctionSyntax.owningMember(of: declarator),
      !DisabledText.mentions(name, in: member)
    else { return nil }
    return uses
  }

  private static func isInNameOf(_ use: SyntaxNode, in context: RuleContext) -> Bool {
    guard let call = use.outermostEquivalent.parent?.parent?.parent, call.kind == .invocationExpression else {
      return false
    }
    return call.requiredNode(0).text == "nameof" && context.model.symbol(of: call).symbol?.kind != .method
  }
}
