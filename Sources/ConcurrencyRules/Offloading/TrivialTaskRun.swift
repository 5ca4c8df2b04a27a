import CSharpSemantics
import CSharpSyntax

/// AW104: `Task.Run` around a value that costs nothing.
package enum TrivialTaskRun: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let offload = context.offloads.offload(at: node), offload.isPlain, !offload.isUnwrapped,
      offload.unresolvedName == nil, let delegate = offload.delegate,
      let function = FunctionSyntax(declaredBy: delegate), !function.isAsync, ForwardedCall.hasNoParameters(function),
      let body = function.body
    else { return }
    let fate = TaskFates(model: context.model).fate(of: offload.whole.outermostEquivalent)
    guard isUsed(fate) else { return }
    if let block = BlockSyntax(body), block.statements.isEmpty {
      report(offload, expression: nil, fate: fate, in: context)
      return
    }
    guard let expression = ForwardedCall.onlyExpression(of: body, statements: false),
      isBound(expression, in: context), TrivialExpression(model: context.model).isTrivial(expression),
      CheapRead(context: context).holds(for: expression), hasValue(expression, in: context),
      !isWrittenLater(expression, after: offload.whole, in: context)
    else { return }
    report(offload, expression: expression, fate: fate, in: context)
  }

  private static func isUsed(_ fate: TaskFate) -> Bool {
    switch fate {
    case .awaited, .returned, .combined, .raced, .passed, .stored, .local, .collected, .iterated: true
    case .blocked, .received, .dropped, .discarded, .unknown: false
    }
  }

  /// A task is no such value: `Task.Run` gives what that gives.
  private static func hasValue(_ expression: SyntaxNode, in context: RuleContext) -> Bool {
    guard let type = context.model.type(of: expression).type else { return false }
    return type.specialType != .void && !type.containsErrorType && !Awaitability(of: type).isTaskLike
  }

  /// Whether every name in it means something: this rule judges by bound facts only.
  private static func isBound(_ expression: SyntaxNode, in context: RuleContext) -> Bool {
    var result = true
    expression.walk { node in
      if node.kind == .identifierName || node.kind == .genericName, !context.model.symbol(of: node).isBound,
        node.text != "nameof"
      {
        result = false
      }
      return result
    }
    return result
  }

  /// Whether a variable that the expression reads is written behind the start of the offload: the moment of reading
  /// would move. In a loop, everything is behind.
  private static func isWrittenLater(_ expression: SyntaxNode, after offload: SyntaxNode, in context: RuleContext)
    -> Bool
  {
    var variables: Set<Symbol> = []
    expression.walk { node in
      if node.kind == .identifierName, let symbol = context.model.symbol(of: node).symbol,
        [.local, .parameter, .field, .property].contains(symbol.kind)
      {
        variables.insert(symbol)
      }
      return true
    }
    guard !variables.isEmpty, let member = FunctionSyntax.owningMember(of: offload) else { return false }
    let loop = outermostLoop(around: offload, in: member)
    var found = false
    member.walk { node in
      if let target = writtenTarget(of: node), let symbol = context.model.symbol(of: target).symbol,
        variables.contains(symbol),
        node.range.start >= offload.range.end || loop?.range.contains(node.range) == true
          || isInNestedFunction(node, of: member)
      {
        found = true
      }
      return !found
    }
    return found
  }

  private static func outermostLoop(around node: SyntaxNode, in member: SyntaxNode) -> SyntaxNode? {
    var loop: SyntaxNode?
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .forStatement, .whileStatement, .doStatement, .forEachStatement, .forEachVariableStatement: loop = ancestor
      default: break
      }
      if ancestor == member { break }
    }
    return loop
  }

  private static func isInNestedFunction(_ node: SyntaxNode, of member: SyntaxNode) -> Bool {
    for ancestor in node.ancestors {
      if ancestor == member { return false }
      if FunctionSyntax(declaredBy: ancestor) != nil { return true }
    }
    return false
  }

  /// What an assignment, increment or `ref`/`out` argument writes.
  private static func writtenTarget(of node: SyntaxNode) -> SyntaxNode? {
    if AssignmentExpressionSyntax.kinds.contains(node.kind) { return node.requiredNode(0).withoutParentheses }
    switch node.kind {
    case .preIncrementExpression, .preDecrementExpression: return node.requiredNode(1).withoutParentheses
    case .postIncrementExpression, .postDecrementExpression: return node.requiredNode(0).withoutParentheses
    case .argument:
      guard let argument = ArgumentSyntax(node), let keyword = argument.refKindKeyword, keyword.kind != .inKeyword
      else {
        return nil
      }
      return argument.expression.withoutParentheses
    default: return nil
    }
  }

  // MARK: Reporting

  private static func report(_ offload: OffloadCall, expression: SyntaxNode?, fate: TaskFate, in context: RuleContext) {
    var isAwaited = false
    if case .awaited(let node) = fate, node.requiredNode(1).withoutConfigureAwait == offload.whole { isAwaited = true }
    let replacement = expression == nil ? "Task.CompletedTask" : isAwaited ? "the value itself" : "Task.FromResult"
    let shown = expression?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? "nothing"
    context.report(
      descriptor, at: offload.whole.range, place: offload.whole,
      message: "Computing '\(shown)' is cheaper than queueing it. Use \(replacement).",
      placeholders: [Placeholder("expression", shown), Placeholder("replacement", replacement)]
    ) {
      fixes(offload, expression: expression, fate: fate, isAwaited: isAwaited, in: context)
    }
  }

  private static func fixes(
    _ offload: OffloadCall, expression: SyntaxNode?, fate: TaskFate, isAwaited: Bool, in context: RuleContext
  ) -> [Fix] {
    let task = taskSpelling(offload)
    guard let expression else {
      return replacing(offload.whole, by: task + ".CompletedTask", keeping: []).map {
        [
          Fix(
            title: "Use Task.CompletedTask", actionKey: "Use Task.CompletedTask", safety: .safe, isPreferred: true,
            edits: $0)
        ]
      } ?? []
    }
    var fixes: [Fix] = []
    if isAwaited, case .awaited(let awaiting) = fate, keepsType(expression, of: awaiting, in: context),
      let edits = value(expression, inPlaceOf: awaiting)
    {
      fixes.append(
        Fix(title: "Use the value", actionKey: "Use the value", safety: .safe, isPreferred: true, edits: edits))
    }
    let text = task + ".FromResult" + typeArgument(offload, expression, in: context) + "(" + expression.text + ")"
    if let edits = replacing(offload.whole, by: text, keeping: [expression.range]) {
      fixes.append(
        Fix(
          title: "Use Task.FromResult", actionKey: "Use Task.FromResult", safety: .safe, isPreferred: fixes.isEmpty,
          edits: edits))
    }
    return fixes
  }

  private static func replacing(_ node: SyntaxNode, by text: String, keeping: [TextRange]) -> [TextEdit]? {
    Replacement(of: node, by: text, keeping: keeping).edits
  }

  private static func keepsType(_ expression: SyntaxNode, of awaiting: SyntaxNode, in context: RuleContext) -> Bool {
    guard let inner = context.model.type(of: expression).type, let outer = context.model.type(of: awaiting).type else {
      return false
    }
    return inner.isIdentical(to: outer)
  }

  /// The value where the `await` stood: not as a statement of its own, and in parentheses where its operators bind less.
  private static func value(_ expression: SyntaxNode, inPlaceOf awaiting: SyntaxNode) -> [TextEdit]? {
    guard let parent = awaiting.parent, parent.kind != .expressionStatement else { return nil }
    let text = needsParentheses(expression, in: parent) ? "(" + expression.text + ")" : expression.text
    return replacing(awaiting, by: text, keeping: [expression.range])
  }

  private static func needsParentheses(_ expression: SyntaxNode, in parent: SyntaxNode) -> Bool {
    switch expression.kind {
    case .conditionalExpression, .coalesceExpression, .isExpression, .asExpression, .castExpression,
      .unaryMinusExpression,
      .unaryPlusExpression, .logicalNotExpression, .bitwiseNotExpression, .indexExpression:
      break
    default: if !BinaryExpressionSyntax.kinds.contains(expression.kind) { return false }
    }
    switch parent.kind {
    case .parenthesizedExpression, .argument, .equalsValueClause, .arrowExpressionClause, .returnStatement,
      .expressionElement, .simpleLambdaExpression, .parenthesizedLambdaExpression, .ifStatement, .whileStatement,
      .arrayInitializerExpression, .collectionInitializerExpression:
      return false
    case .simpleAssignmentExpression: return false
    default: return true
    }
  }

  /// `Task` as it is written in the offload.
  private static func taskSpelling(_ offload: OffloadCall) -> String {
    guard let access = MemberAccessExpressionSyntax(offload.calledExpression) else {
      return "System.Threading.Tasks.Task"
    }
    if offload.method == .run { return access.expression.text }
    if let factory = MemberAccessExpressionSyntax(access.expression), factory.name.text == "Factory",
      factory.expression.kind != .genericName
    {
      return factory.expression.text
    }
    return "System.Threading.Tasks.Task"
  }

  /// `<T>` where the task's result type is not the expression's own.
  private static func typeArgument(_ offload: OffloadCall, _ expression: SyntaxNode, in context: RuleContext) -> String
  {
    guard let result = context.model.type(of: offload.whole).type?.typeArguments.first,
      let own = context.model.type(of: expression).type, !own.isIdentical(to: result)
    else { return "" }
    if let written = GenericNameSyntax(simpleName(of: offload.calledExpression)) {
      return written.typeArgumentList.text
    }
    return "<" + result.minimalDisplayString + ">"
  }
}
