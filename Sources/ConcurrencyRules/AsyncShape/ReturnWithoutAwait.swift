import CSharpSemantics
import CSharpSyntax

/// AW313: a task that is returned where it could be awaited.
package enum ReturnWithoutAwait: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .methodDeclaration, .localFunctionStatement, .simpleLambdaExpression, .parenthesizedLambdaExpression,
    .anonymousMethodExpression,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let function = FunctionSyntax(declaredBy: node), !function.isAsync, let body = function.body,
      !node.containsErrors, let values = returnedValues(of: function, body: body), let first = values.first,
      let type = context.model.returnType(of: function), type.isTaskLike, !type.containsErrorType,
      context.asyncTier(of: function) == .liftable, !isExempt(function, body: body, value: first, in: context),
      values.allSatisfy({ isRunning($0, in: context) })
    else { return }
    let name = function.displayName
    let callee = calleeName(first)
    context.report(
      descriptor, at: first.withoutParentheses.range, place: node,
      message: "'\(name)' returns the task of '\(callee)' without awaiting it; await it so that exceptions carry this "
        + "frame and later scopes cannot be left early.",
      related: values.dropFirst().map {
        RelatedLocation(range: $0.withoutParentheses.range, message: "also returned without await")
      },
      placeholders: [Placeholder("name", name), Placeholder("callee", callee)]
    ) {
      fix(function, in: context).map { [$0] } ?? []
    }
  }

  /// The values of the function's own returns; `nil` where one lies in a `try`, `using` or `lock`, or there is no value.
  private static func returnedValues(of function: FunctionSyntax, body: SyntaxNode) -> [SyntaxNode]? {
    guard body.kind == .block else { return [body] }
    var values: [SyntaxNode] = []
    var isOther = false
    function.walkOwn { node in
      switch node.kind {
      case .returnStatement:
        guard let value = ReturnStatementSyntax(node)?.expression, isInTheOpen(node, in: body) else {
          isOther = true
          break
        }
        values.append(value)
      case .yieldReturnStatement, .yieldBreakStatement: isOther = true
      default: break
      }
      return !isOther
    }
    return isOther || values.isEmpty ? nil : values
  }

  /// Whether no block around wants to do something at its end, which AW309 is about.
  private static func isInTheOpen(_ statement: SyntaxNode, in body: SyntaxNode) -> Bool {
    var child = statement
    for ancestor in statement.ancestors {
      switch ancestor.kind {
      case .tryStatement, .catchClause, .finallyClause, .usingStatement, .lockStatement, .fixedStatement: return false
      case .block, .switchSection:
        for sibling in ancestor.nodeList(ancestor.kind == .block ? 2 : 1).prefix(while: { $0 != child })
        where LocalDeclarationStatementSyntax(sibling)?.usingKeyword != nil {
          return false
        }
      default: break
      }
      if ancestor == body { return true }
      child = ancestor
    }
    return true
  }

  private static func isRunning(_ value: SyntaxNode, in context: RuleContext) -> Bool {
    guard let type = context.model.type(of: value).type ?? context.model.type(of: value).convertedType,
      type.isTaskLike, !type.containsErrorType, context.isAwaitInsertable(value)
    else { return false }
    return valueBranches(of: value).allSatisfy { branch in
      switch ReturnedTask(branch, context.model) {
      case .result, .exception, .completed, .null, .defaultResult, .thrown: false
      case .task(let inner): !context.completeTasks.isCompleteValue(inner)
      case .other: !mayBeMissing(branch) && !context.completeTasks.isCompleteValue(branch)
      }
    }
  }

  /// `x?.F()` without a fallback: where there is no receiver there is no task to await.
  private static func mayBeMissing(_ branch: SyntaxNode) -> Bool {
    guard branch.kind == .conditionalAccessExpression else { return false }
    let whole = branch.outermostEquivalent
    guard let parent = whole.parent, parent.kind == .coalesceExpression else { return true }
    return parent.requiredNode(0) != whole
  }

  // MARK: Exemptions

  private static func isExempt(
    _ function: FunctionSyntax, body: SyntaxNode, value: SyntaxNode, in context: RuleContext
  ) -> Bool {
    switch function.kind {
    case .lambda, .anonymousMethod:
      if context.settings.flag("lambdas", of: "AW313", default: false) { return false }
      return body.kind != .block && function.node.outermostEquivalent.parent?.kind == .argument
    case .method, .localFunction:
      guard context.settings.flag("overload_forwarding", of: "AW313", default: true) else { return false }
      return forwardsToOverload(function, body: body, value: value, in: context)
    default: return false
    }
  }

  /// Whether the only thing that the function does is to call another of its name, with arguments filled in.
  private static func forwardsToOverload(
    _ function: FunctionSyntax, body: SyntaxNode, value: SyntaxNode, in context: RuleContext
  ) -> Bool {
    if let block = BlockSyntax(body), block.statements.single == nil { return false }
    let call = value.withoutParentheses
    guard call.kind == .invocationExpression, invokedName(of: call) == function.displayName,
      let target = context.model.symbol(of: call).symbol?.originalDefinition,
      let own = context.model.declaredSymbol(for: function.node)
    else { return false }
    return target != own && target.containingType == own.containingType
  }

  private static func calleeName(_ value: SyntaxNode) -> String {
    let value = value.withoutParentheses
    if value.kind == .invocationExpression, let name = invokedName(of: value) { return name }
    let text = value.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.count <= 40 ? text : String(text.prefix(39)) + "…"
  }

  // MARK: The fix

  private static func fix(_ function: FunctionSyntax, in context: RuleContext) -> Fix? {
    guard let type = context.model.returnType(of: function),
      let outcome = ReturnLifting(function: function, context: context).outcome(
        hasResult: !type.typeArguments.isEmpty, awaiting: nil)
    else { return nil }
    let edits = MakeAsync.merged(MakeAsync.modifier(of: function) + outcome.before + outcome.after)
    if function.kind == .lambda || function.kind == .anonymousMethod,
      !context.keepsDelegate(function.node, after: edits)
    {
      return nil
    }
    return Fix(
      title: "Make '\(function.displayName)' async and await", actionKey: "Make the function async and await",
      safety: outcome.changesNull ? .unsafe : .safe, isPreferred: true, edits: edits)
  }
}
