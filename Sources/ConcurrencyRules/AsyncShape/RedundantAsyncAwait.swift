import CSharpSemantics
import CSharpSyntax

/// AW312: `async` and `await` that only pass a task on.
package enum RedundantAsyncAwait: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .methodDeclaration, .localFunctionStatement, .simpleLambdaExpression, .parenthesizedLambdaExpression,
    .anonymousMethodExpression,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let function = FunctionSyntax(declaredBy: node), let keyword = function.asyncKeyword,
      let body = function.body, !node.containsErrors, isWantedShape(body, in: context),
      let forwarded = ForwardedAwaits(function), !hasDirectives(node),
      let type = context.model.returnType(of: function), type.isTaskLike, !type.containsErrorType,
      forwarded.awaits.allSatisfy({ isForwarded($0, from: function, as: type, in: context) }),
      !isKeptAsync(function, in: context), !OwnWork(function: function, context: context).needsAsync(forwarded)
    else { return }
    let fix = RedundantAsyncAwaitFix(forwarded: forwarded, context: context)
    if function.kind == .lambda || function.kind == .anonymousMethod, !fix.keepsLambdaType { return }
    let name = function.displayName
    context.report(
      descriptor, at: keyword.range, place: node,
      message: "'\(name)' only forwards the task it awaits; 'async' and 'await' can be dropped.",
      related: forwarded.awaits.map {
        RelatedLocation(range: $0.node.requiredToken(0).range, message: "this await can be dropped")
      }, placeholders: [Placeholder("name", name)]
    ) {
      fix.fix.map { [$0] } ?? []
    }
  }

  private static func isWantedShape(_ body: SyntaxNode, in context: RuleContext) -> Bool {
    guard context.settings.option("shapes", of: "AW312")?.lowercased() == "expression_bodies" else { return true }
    return body.kind != .block
  }

  private static func hasDirectives(_ node: SyntaxNode) -> Bool {
    node.tree.directives.contains { node.range.contains($0.range) }
  }

  /// Whether a task can be returned in place of its result.
  private static func isForwarded(
    _ ending: ForwardedAwaits.FinalAwait, from function: FunctionSyntax, as type: TypeSymbol, in context: RuleContext
  ) -> Bool {
    guard isPlainConfiguration(ending.node.requiredNode(1), in: context),
      let own = context.model.type(of: ending.task).type, !own.containsErrorType,
      own.isIdentical(to: type)
        || (type.qualifiedName == Awaitability.taskName && type.typeArguments.isEmpty && own.isTaskType)
    else { return false }
    // A missing task throws at the `await`; returned, it would get out.
    let mayBeNull = valueBranches(of: ending.task).contains { branch in
      switch branch.kind {
      case .conditionalAccessExpression, .nullLiteralExpression, .defaultLiteralExpression, .defaultExpression: true
      default: false
      }
    }
    return !mayBeNull && ResultAnnotations(context: context).agree(ending.task, with: function, result: type.taskResult)
  }

  /// `ConfigureAwait` with a boolean says where to go on, which nobody does; other options change what is thrown.
  private static func isPlainConfiguration(_ operand: SyntaxNode, in context: RuleContext) -> Bool {
    let operand = operand.withoutParentheses
    guard operand.withoutConfigureAwait != operand else { return true }
    guard
      let argument = ArgumentListSyntax(operand.requiredNode(1))?.arguments.single.flatMap({ ArgumentSyntax($0) })
    else { return false }
    return context.model.type(of: argument.expression).type?.specialType == .boolean
  }

  /// Functions whose `async` somebody else counts on.
  private static func isKeptAsync(_ function: FunctionSyntax, in context: RuleContext) -> Bool {
    let isNamed = function.kind == .method || function.kind == .localFunction
    guard let symbol = context.model.declaredSymbol(for: function.node) else { return isNamed }
    if context.hasEventHandlerParameters(symbol) { return true }
    guard isNamed else { return false }
    if symbol.hasAttribute("System.Runtime.CompilerServices.AsyncMethodBuilderAttribute") { return true }
    if function.kind == .method, context.isEntryPoint(symbol) { return true }
    return TestCode.isTestMethod(symbol)
  }
}

/// Whether nullable annotations of a task's result are those that the function promises.
private struct ResultAnnotations {
  let context: RuleContext

  func agree(_ task: SyntaxNode, with function: FunctionSyntax, result: TypeSymbol?) -> Bool {
    guard let result, !(result.isValueType && result.typeArguments.isEmpty && result.kind != .tuple),
      context.isNullableEnabled(at: function.node), let written = function.returnTypeSyntax
    else { return true }
    let promised = mentionsNullable(written)
    guard let symbol = context.model.symbol(of: task).symbol, let declared = DeclaredType.syntax(of: symbol) else {
      // Annotations of other assemblies are not known; without a `?` here the result was taken as it is.
      return !promised
    }
    return promised == mentionsNullable(declared)
  }

  private func mentionsNullable(_ type: SyntaxNode) -> Bool {
    var found = false
    type.walk { node in
      if node.kind == .nullableType { found = true }
      return !found
    }
    return found
  }
}

/// What a function does besides that would be different without `async`: exceptions that go into the task, changes of the
/// execution context that end with it.
private struct OwnWork {
  let function: FunctionSyntax
  let context: RuleContext

  func needsAsync(_ forwarded: ForwardedAwaits) -> Bool {
    let tasks = Set(forwarded.awaits.map(\.task))
    return function.contains { node in
      switch node.kind {
      case .throwStatement, .throwExpression: return true
      case .invocationExpression: return !tasks.contains(node) && isTelling(node)
      case .preIncrementExpression, .preDecrementExpression: return isAmbient(node.requiredNode(1))
      case .postIncrementExpression, .postDecrementExpression: return isAmbient(node.requiredNode(0))
      default: return AssignmentExpressionSyntax.kinds.contains(node.kind) && isAmbient(node.requiredNode(0))
      }
    }
  }

  /// Whether a call checks something, or opens a scope, by its name.
  private func isTelling(_ call: SyntaxNode) -> Bool {
    guard let name = invokedName(of: call) else { return false }
    if OwnWork.scopes.contains(name) { return true }
    if OwnWork.checks.contains(where: { starts(name, with: $0) }) { return true }
    guard call.requiredNode(0).kind == .simpleMemberAccessExpression,
      let receiver = simpleName(of: call.requiredNode(0).requiredNode(0))?.identifierText
    else { return false }
    // `RequestContext.Set(…)`: a value that flows with the execution context.
    if name == "Set", receiver.hasSuffix("Context") { return true }
    return OwnWork.checkers.contains(receiver)
  }

  /// Whether a name begins with a word: `Check` of `CheckDisposed`, not of `Checkout`.
  private func starts(_ name: String, with word: String) -> Bool {
    guard name.hasPrefix(word) else { return false }
    return name.dropFirst(word.count).first.map { !$0.isLowercase } ?? true
  }

  private static let scopes: Set<String> = [
    "BeginScope", "StartActivity", "SuppressFlow", "RestoreFlow", "PushProperty", "SetBaggage", "CreateScope",
  ]
  private static let checks = [
    "Throw", "Ensure", "Validate", "Verify", "Require", "Requires", "Assert", "Check", "Guard", "NotNull", "Demand",
  ]
  private static let checkers: Set<String> = [
    "Guard", "Check", "Ensure", "Requires", "Contract", "Verify", "Assert", "Assumes", "Argument", "Throw", "Debug",
  ]

  private func isAmbient(_ target: SyntaxNode) -> Bool {
    guard target.kind == .simpleMemberAccessExpression || target.kind == .identifierName,
      let symbol = context.model.symbol(of: target).symbol, symbol.kind == .property,
      let type = symbol.containingType?.qualifiedName
    else { return false }
    switch type {
    case "System.Threading.AsyncLocal": return symbol.name == "Value"
    case "System.Globalization.CultureInfo": return symbol.name.hasPrefix("Current")
    case "System.Threading.Thread": return symbol.name.hasPrefix("Current")
    case "System.Diagnostics.Activity": return symbol.name == "Current"
    default: return false
    }
  }
}
