import CSharpSemantics
import CSharpSyntax

/// AW306: an async function that never awaits, or only what is complete.
package enum AsyncWithoutAwait: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .methodDeclaration, .localFunctionStatement, .simpleLambdaExpression, .parenthesizedLambdaExpression,
    .anonymousMethodExpression,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let function = FunctionSyntax(declaredBy: node), let keyword = function.asyncKeyword,
      let body = function.body, !body.containsErrors, !onlyThrows(body), let awaits = ownAwaits(of: function)
    else { return }
    let pointless = awaits.compactMap { PointlessAwait($0, model: context.model) }
    guard pointless.count == awaits.count, !isWantedEmpty(function, body: body, in: context),
      !DisabledText.mentions("await", in: body)
    else { return }
    let name = function.displayName
    if pointless.isEmpty {
      report(
        function, at: keyword,
        message: "'\(name)' is async but never awaits; it runs synchronously and pays for a state machine. "
          + "Remove 'async' or make it synchronous.", pointless: [], in: context)
    } else {
      report(
        function, at: keyword, message: "The only awaits in '\(name)' are of completed tasks; it runs synchronously.",
        pointless: pointless, in: context)
    }
  }

  private static func report(
    _ function: FunctionSyntax, at keyword: SyntaxToken, message: String, pointless: [PointlessAwait],
    in context: RuleContext
  ) {
    context.report(
      descriptor, at: keyword.range, place: function.node, message: message, isReportedByCompiler: pointless.isEmpty,
      placeholders: [Placeholder("name", function.displayName)]
    ) {
      AsyncWithoutAwaitFixes(function: function, pointless: pointless, context: context).fixes
    }
  }

  /// The function's own `await` expressions; `nil` if it awaits otherwise (`await foreach`, `await using`) or yields.
  private static func ownAwaits(of function: FunctionSyntax) -> [SyntaxNode]? {
    var awaits: [SyntaxNode] = []
    var isOther = false
    function.walkOwn { node in
      switch node.kind {
      case .awaitExpression: awaits.append(node)
      case .yieldReturnStatement, .yieldBreakStatement: isOther = true
      case .forEachStatement, .forEachVariableStatement, .usingStatement, .localDeclarationStatement:
        if node.optionalToken(1)?.kind == .awaitKeyword { isOther = true }
      default: break
      }
      return !isOther
    }
    return isOther ? nil : awaits
  }

  /// A stub: `=> throw …`, or a block that is one `throw`.
  private static func onlyThrows(_ body: SyntaxNode) -> Bool {
    guard let block = BlockSyntax(body) else { return body.withoutParentheses.kind == .throwExpression }
    return block.statements.single?.kind == .throwStatement
  }

  /// An override that does nothing, and a lambda in a test that does nothing, have to be async for somebody else.
  private static func isWantedEmpty(_ function: FunctionSyntax, body: SyntaxNode, in context: RuleContext) -> Bool {
    guard let block = BlockSyntax(body), block.statements.isEmpty else { return false }
    switch function.kind {
    case .method: return function.modifiers.contains(.overrideKeyword)
    case .lambda, .anonymousMethod: return context.isTestCode(function.node)
    default: return false
    }
  }
}

/// An `await` of a task that is complete from the start.
struct PointlessAwait {
  let node: SyntaxNode
  /// What `Task.FromResult` was given.
  let value: SyntaxNode?
  /// The type argument of `Task.FromResult<T>`, as written.
  let writtenType: SyntaxNode?

  init?(_ node: SyntaxNode, model: SemanticModel) {
    guard let awaiting = AwaitExpressionSyntax(node) else { return nil }
    let operand = awaiting.expression.withoutConfigureAwait
    switch operand.kind {
    case .simpleMemberAccessExpression, .identifierName, .defaultExpression:
      guard case .completed = ReturnedTask(operand, model) else { return nil }
      value = nil
      writtenType = nil
    case .invocationExpression:
      guard case .result(let value) = ReturnedTask(operand, model),
        model.symbol(of: operand).symbol?.containingType?.qualifiedName == Awaitability.taskName
      else { return nil }
      self.value = value
      let name = simpleName(of: operand.requiredNode(0))
      writtenType = TypeArgumentListSyntax(GenericNameSyntax(name)?.typeArgumentList)?.arguments.single
    default: return nil
    }
    self.node = node
  }
}
