import CSharpSemantics
import CSharpSyntax

/// AW309: a task that is returned out of a `using` or `try` while it runs.
package enum TaskEscapesScope: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.returnStatement]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let value = ReturnStatementSyntax(node)?.expression, let function = FunctionSyntax.nearest(to: node),
      !function.isAsync, let body = function.body, let scope = innermostScope(of: node, in: body, context: context),
      !context.isUnsafe(function.node),
      let type = context.model.returnType(of: function), type.isTaskLike,
      context.asyncTier(of: function) == .liftable, isRunningTask(value, in: context)
    else { return }
    let message: String
    let related: RelatedLocation
    switch scope {
    case .resource(let range, let text):
      message =
        "'\(text)' is disposed when this method returns, while the returned task is still running. "
        + "Await the task inside the using."
      related = RelatedLocation(range: range, message: "disposed at the end of this scope")
    case .handler(let keyword):
      let what = keyword.kind == .catchKeyword ? "the catch clause" : "the finally block runs too early, and"
      message =
        "The returned task fails after this try block has been left: \(what) will not see it. "
        + "Await the task inside the try."
      related = RelatedLocation(
        range: keyword.range,
        message: keyword.kind == .catchKeyword ? "does not see the task's exceptions" : "runs before the task ends")
    }
    context.report(
      descriptor, at: value.withoutParentheses.range, place: value, message: message, related: [related],
      placeholders: placeholders(scope)
    ) {
      guard context.isAwaitInsertable(value) else { return [] }
      return MakeAsync(context: context).fixes(
        for: AwaitSite(
          node, title: "Await inside the block", actionKey: "Await inside the block", safety: .safe, edits: []))
    }
  }

  private enum Scope {
    /// Where the resource is declared, and what it is called.
    case resource(TextRange, String)
    /// The keyword of the catch clause or finally block.
    case handler(SyntaxToken)
  }

  private static func placeholders(_ scope: Scope) -> [Placeholder] {
    switch scope {
    case .resource(_, let text): [Placeholder("resource", text)]
    case .handler(let keyword): [Placeholder("catch", keyword.text)]
    }
  }

  // MARK: Scopes

  private static func innermostScope(of statement: SyntaxNode, in body: SyntaxNode, context: RuleContext) -> Scope? {
    var child = statement
    for ancestor in statement.ancestors {
      switch ancestor.kind {
      case .usingStatement:
        guard let using = UsingStatementSyntax(ancestor), using.statement == child, using.awaitKeyword == nil else {
          break
        }
        if let found = resource(of: using, in: context) { return found }
      case .block, .switchSection:
        for sibling in ancestor.nodeList(ancestor.kind == .block ? 2 : 1).prefix(while: { $0 != child }).reversed() {
          if let found = resource(ofDeclaration: sibling, in: context) { return found }
        }
      case .tryStatement:
        guard let attempt = TryStatementSyntax(ancestor), attempt.block == child else { break }
        if let keyword = Handlers(attempt, context: context).first { return .handler(keyword) }
      default: break
      }
      if ancestor == body { return nil }
      child = ancestor
    }
    return nil
  }

  private static func resource(of using: UsingStatementSyntax, in context: RuleContext) -> Scope? {
    if let declaration = VariableDeclarationSyntax(using.declaration) { return resource(of: declaration, in: context) }
    guard let expression = using.expression, !expression.isNone, !isHarmless(expression, in: context) else {
      return nil
    }
    return .resource(expression.range, shown(expression))
  }

  private static func resource(ofDeclaration statement: SyntaxNode, in context: RuleContext) -> Scope? {
    guard let local = LocalDeclarationStatementSyntax(statement), local.usingKeyword != nil, local.awaitKeyword == nil,
      let declaration = VariableDeclarationSyntax(local.declaration)
    else { return nil }
    return resource(of: declaration, in: context)
  }

  private static func resource(of declaration: VariableDeclarationSyntax, in context: RuleContext) -> Scope? {
    for variable in declaration.variables.reversed() {
      guard let declarator = VariableDeclaratorSyntax(variable),
        let value = EqualsValueClauseSyntax(declarator.initializer)?.value, !isHarmless(value, in: context)
      else { continue }
      let name = declarator.identifier.text
      return .resource(declarator.identifier.range, name == "_" ? shown(value) : name)
    }
    return nil
  }

  private static func shown(_ expression: SyntaxNode) -> String {
    let text = expression.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.count <= 60 ? text : String(text.prefix(59)) + "…"
  }

  /// Resources whose early disposal is no harm: the suppressed flow of the execution context has to end on this thread,
  /// and a `Dispose` without a statement does nothing.
  private static func isHarmless(_ resource: SyntaxNode, in context: RuleContext) -> Bool {
    guard let type = context.model.type(of: resource).type else { return true }
    if isFlowControl(type) { return true }
    if type.isErrorType { return false }
    // A type that wraps one.
    if let definition = type.definition, definition.isFromSource,
      definition.members.contains(where: { $0.kind == .field && isFlowControl($0.type) })
    {
      return true
    }
    let own = type.members(named: "Dispose").filter { $0.parameters.isEmpty && $0.kind == .method }
    guard let dispose = own.first, let reference = dispose.originalDefinition.declaringSyntaxReferences.first,
      let body = FunctionSyntax(declaredBy: reference.node)?.body, !dispose.isVirtual, !dispose.isOverride
    else { return false }
    return BlockSyntax(body)?.statements.isEmpty ?? false
  }

  private static func isFlowControl(_ type: TypeSymbol) -> Bool {
    (type.nullableUnderlyingType ?? type).qualifiedName == "System.Threading.AsyncFlowControl"
  }

  // MARK: Tasks

  /// Whether a part of the returned value may be a task that has not ended yet.
  private static func isRunningTask(_ value: SyntaxNode, in context: RuleContext) -> Bool {
    guard let type = context.model.type(of: value).type ?? context.model.type(of: value).convertedType,
      !type.containsErrorType
    else { return false }
    return valueBranches(of: value).contains { branch in
      switch ReturnedTask(branch, context.model) {
      case .result, .exception, .completed, .null, .defaultResult, .thrown: false
      case .task(let inner): !context.completeTasks.isCompleteValue(inner)
      case .other: !context.completeTasks.isCompleteValue(branch)
      }
    }
  }
}

/// The clauses of a `try` that would do something with an exception, or with the end of the task.
private struct Handlers {
  /// The keyword of the first of them.
  let first: SyntaxToken?

  init(_ attempt: TryStatementSyntax, context: RuleContext) {
    let clauses = attempt.catches.compactMap { CatchClauseSyntax($0) }.filter { !Handlers.onlyRethrows($0, context) }
    let isAboutArguments = clauses.allSatisfy { Handlers.catchesArguments($0, context) }
    if let clause = clauses.first, !isAboutArguments {
      first = clause.catchKeyword
    } else if let clause = FinallyClauseSyntax(attempt.finallyClause),
      BlockSyntax(clause.block)?.statements.isEmpty == false
    {
      first = clause.node.requiredToken(0)
    } else {
      first = nil
    }
  }

  /// `throw;`, `throw ex;`, and, what means the same to who awaits the task, `return Task.FromException(ex);`.
  private static func onlyRethrows(_ clause: CatchClauseSyntax, _ context: RuleContext) -> Bool {
    guard let statement = BlockSyntax(clause.block)?.statements.single else { return false }
    let caught = CatchDeclarationSyntax(clause.declaration)?.identifier?.text
    if let rethrow = ThrowStatementSyntax(statement) {
      guard let value = rethrow.node.optionalNode(2) else { return true }
      return value.kind == .identifierName && value.text == caught
    }
    guard var value = ReturnStatementSyntax(statement)?.expression?.withoutParentheses else { return false }
    // `new ValueTask(Task.FromException(ex))`
    if case .task(let inner) = ReturnedTask(value, context.model) { value = inner.withoutParentheses }
    guard case .exception(let exception) = ReturnedTask(value, context.model) else { return false }
    return exception.kind == .identifierName && exception.text == caught
  }

  /// Whether a clause catches only what calls throw before they make a task.
  private static func catchesArguments(_ clause: CatchClauseSyntax, _ context: RuleContext) -> Bool {
    guard let type = CatchDeclarationSyntax(clause.declaration)?.type else { return false }
    return context.model.type(of: type).type?.isOrDerives(from: "System.ArgumentException") ?? false
  }
}
