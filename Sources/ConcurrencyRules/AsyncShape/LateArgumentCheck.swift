import CSharpSemantics
import CSharpSyntax

/// AW318: argument checks that run when a sequence is enumerated, or a task awaited, instead of at the call.
package enum LateArgumentCheck: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.methodDeclaration]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let method = MethodDeclarationSyntax(node), let block = BlockSyntax(method.body), !node.containsErrors,
      let function = FunctionSyntax(declaredBy: node), mayMatter(method, block, function),
      let parts = CheckedBody(block, function: function, context: context),
      !node.tree.directives.contains(where: { block.node.range.contains($0.range) }),
      !context.isUnsafe(node), !function.contains({ $0.kind == .unsafeStatement }), !context.isTestCode(block.node)
    else { return }
    let name = method.identifier.text
    let message: String
    if parts.isIterator {
      message =
        "The argument checks of '\(name)' run only when the sequence is enumerated. Split the checks from the iterator."
    } else {
      guard context.settings.flag("async_methods", of: "AW318", default: false), isOpenAsync(node, in: context) else {
        return
      }
      message =
        "The argument checks of '\(name)' do not throw at the call but when the task is awaited. "
        + "Split the checks from the async part."
    }
    context.report(
      descriptor, at: method.identifier.range, place: node, message: message,
      related: [RelatedLocation(range: parts.lastCheck.range, message: "the last check")],
      placeholders: [Placeholder("name", name)]
    ) {
      LateArgumentCheckFix(method: method, block: block, function: function, parts: parts, context: context).fix
        .map { [$0] } ?? []
    }
  }

  /// Cheap tests of the tree.
  private static func mayMatter(
    _ method: MethodDeclarationSyntax, _ block: BlockSyntax, _ function: FunctionSyntax
  ) -> Bool {
    guard let first = block.statements.first,
      [.ifStatement, .expressionStatement, .localDeclarationStatement].contains(first.kind),
      let parameters = ParameterListSyntax(method.parameterList)?.parameters, !parameters.isEmpty
    else { return false }
    return function.isAsync
      || function.contains { $0.kind == .yieldReturnStatement || $0.kind == .yieldBreakStatement }
  }

  /// Variant (b): methods that others call, and whose shape nobody else prescribes.
  private static func isOpenAsync(_ node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let symbol = context.model.declaredSymbol(for: node), !symbol.returnsVoid, context.isExposed(symbol),
      !context.isEntryPoint(symbol)
    else { return false }
    let contracts = symbol.implementedInterfaceMembers + [symbol.overriddenMember].compactMap { $0 }
    return contracts.allSatisfy { $0.isFromSource }
  }
}

/// A body that begins with argument checks.
struct CheckedBody {
  /// Declarations and checks, up to the last check.
  let checks: [SyntaxNode]
  /// What follows.
  let rest: [SyntaxNode]
  let isIterator: Bool
  let lastCheck: SyntaxNode

  /// `nil` unless the body begins with a check, goes on after the last one, and yields or awaits only there.
  init?(_ block: BlockSyntax, function: FunctionSyntax, context: RuleContext) {
    let statements = Array(block.statements)
    let guards = context.settings.list("guards", of: "AW318") ?? []
    var end = 0
    for (index, statement) in statements.enumerated() {
      if CheckedBody.isCheck(statement, guards: guards, context: context) {
        end = index + 1
      } else if LocalDeclarationStatementSyntax(statement).map({ $0.usingKeyword == nil }) != true {
        break
      }
    }
    guard end > 0, end < statements.count else { return nil }
    checks = Array(statements[..<end])
    rest = Array(statements[end...])
    lastCheck = statements[end - 1]
    var yields = false
    var awaits = false
    var isEarly = false
    let boundary = lastCheck.range.end
    function.walkOwn { node in
      switch node.kind {
      case .yieldReturnStatement, .yieldBreakStatement: yields = true
      case .awaitExpression: awaits = true
      case .forEachStatement, .forEachVariableStatement, .usingStatement, .localDeclarationStatement:
        guard node.optionalToken(1)?.kind == .awaitKeyword else { return true }
        awaits = true
      default: return true
      }
      if node.range.start < boundary { isEarly = true }
      return true
    }
    guard !isEarly, yields || (awaits && function.isAsync) else { return nil }
    isIterator = yields
  }

  // MARK: Checks

  private static func isCheck(_ statement: SyntaxNode, guards: [String], context: RuleContext) -> Bool {
    switch statement.kind {
    case .ifStatement:
      guard let choice = IfStatementSyntax(statement), choice.elseClause == nil else { return false }
      var thrown = choice.statement
      if let inner = BlockSyntax(thrown) {
        guard let single = inner.statements.single else { return false }
        thrown = single
      }
      guard thrown.kind == .throwStatement, let exception = thrown.optionalNode(2) else { return false }
      return isArgumentException(exception, context)
    case .expressionStatement:
      guard let expression = ExpressionStatementSyntax(statement)?.expression else { return false }
      switch expression.kind {
      case .invocationExpression: return isGuard(expression, guards: guards, context: context)
      case .simpleAssignmentExpression: return isThrowingAssignment(expression, context)
      default: return false
      }
    default: return false
    }
  }

  private static func isArgumentException(_ exception: SyntaxNode, _ context: RuleContext) -> Bool {
    guard exception.kind == .objectCreationExpression || exception.kind == .implicitObjectCreationExpression else {
      return false
    }
    return context.model.type(of: exception).type?.isOrDerives(from: "System.ArgumentException") ?? false
  }

  /// `ArgumentNullException.ThrowIfNull(…)` and the like, and what the configuration lists.
  private static func isGuard(_ call: SyntaxNode, guards: [String], context: RuleContext) -> Bool {
    guard let name = invokedName(of: call), name.hasPrefix("Throw") || !guards.isEmpty,
      let method = context.model.symbol(of: call).symbol, method.kind == .method, let type = method.containingType
    else { return false }
    if method.isStatic, name.hasPrefix("Throw"), type.type.isOrDerives(from: "System.ArgumentException") { return true }
    return guards.contains(type.qualifiedName + "." + name) || guards.contains(type.qualifiedName)
  }

  /// `p = p ?? throw new ArgumentNullException(…)`, `_ = p ?? throw …`.
  private static func isThrowingAssignment(_ assignment: SyntaxNode, _ context: RuleContext) -> Bool {
    let value = assignment.requiredNode(2).withoutParentheses
    guard value.kind == .coalesceExpression, value.requiredNode(2).kind == .throwExpression,
      let exception = value.requiredNode(2).optionalNode(1), isArgumentException(exception, context)
    else { return false }
    let target = assignment.requiredNode(0)
    guard target.kind == .identifierName else { return false }
    return target.text == "_" || context.model.symbol(of: target).symbol?.kind == .parameter
  }
}
