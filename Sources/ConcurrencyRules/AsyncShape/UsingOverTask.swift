import CSharpSemantics
import CSharpSyntax

/// AW311: a `using` whose resource is the task instead of what it produces.
package enum UsingOverTask: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.usingStatement, .localDeclarationStatement]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    if let using = UsingStatementSyntax(node) {
      guard using.awaitKeyword == nil else { return }
      if let expression = using.expression { judge(expression, of: node, keyword: using.usingKeyword, in: context) }
      check(using.declaration, of: node, keyword: using.usingKeyword, in: context)
    } else if let local = LocalDeclarationStatementSyntax(node), let keyword = local.usingKeyword,
      local.awaitKeyword == nil
    {
      check(local.declaration, of: node, keyword: keyword, in: context)
    }
  }

  private static func check(
    _ declaration: SyntaxNode?, of statement: SyntaxNode, keyword: SyntaxToken, in context: RuleContext
  ) {
    guard let declaration = VariableDeclarationSyntax(declaration) else { return }
    for variable in declaration.variables {
      guard let value = EqualsValueClauseSyntax(VariableDeclaratorSyntax(variable)?.initializer)?.value else {
        continue
      }
      judge(value, of: statement, keyword: keyword, declarator: variable, in: context)
    }
  }

  private static func judge(
    _ resource: SyntaxNode, of statement: SyntaxNode, keyword: SyntaxToken, declarator: SyntaxNode? = nil,
    in context: RuleContext
  ) {
    guard !resource.isNone else { return }
    let expression = resource.withoutParentheses
    guard let type = context.model.type(of: expression).type, !type.isErrorType else {
      unresolved(expression, in: context)
      return
    }
    guard type.isTaskType || isConstrainedToTask(type), !disposesItself(type) else { return }
    let result = type.taskResult
    let disposal = result.flatMap { Disposal(of: $0) }
    let message: String
    var placeholders: [Placeholder] = []
    if let result, disposal != nil {
      let name = result.minimalDisplayString
      message = "This using disposes the task itself, not the '\(name)' it produces. Await the task."
      placeholders.append(Placeholder("result", name))
    } else {
      message = "This using disposes a task; nothing is waited for."
    }
    context.report(
      descriptor, at: expression.range, place: expression, message: message, placeholders: placeholders
    ) {
      guard let disposal else { return [] }
      return fixes(expression, keyword: keyword, declarator: declarator, disposal: disposal, in: context)
    }
  }

  /// N2: a call that could not be resolved, by its name.
  private static func unresolved(_ expression: SyntaxNode, in context: RuleContext) {
    guard expression.kind == .invocationExpression, let name = invokedName(of: expression), name.count > 5,
      name.hasSuffix("Async"), context.model.symbol(of: expression).isUnknown
    else { return }
    context.report(
      descriptor, at: expression.range, place: expression,
      message: "This using disposes a task; nothing is waited for.", unresolvedName: name)
  }

  /// A type parameter counts as what its constraints say.
  private static func isConstrainedToTask(_ type: TypeSymbol) -> Bool {
    guard type.kind == .typeParameter, case .task(nil) = Awaitability(of: type) else { return false }
    return true
  }

  /// Whether a type of this code that derives from `Task` has a disposal of its own.
  private static func disposesItself(_ type: TypeSymbol) -> Bool {
    var current: TypeSymbol? = type
    var depth = 0
    while let candidate = current, depth < 64, let definition = candidate.definition, definition.isFromSource {
      let own = definition.members(named: "Dispose")
      if own.contains(where: {
        $0.isOverride && $0.parameters.count == 1 && $0.parameters.first?.type.specialType == .boolean
      }) {
        return true
      }
      current = candidate.baseType
      depth += 1
    }
    return false
  }

  // MARK: The fix

  private enum Disposal {
    case synchronous
    case asynchronousOnly

    init?(of type: TypeSymbol) {
      if type.isOrDerives(from: "System.IDisposable") {
        self = .synchronous
      } else if type.isOrDerives(from: "System.IAsyncDisposable") {
        self = .asynchronousOnly
      } else if type.kind == .typeParameter,
        type.constraintTypes.contains(where: { $0.isOrDerives(from: "System.IDisposable") })
      {
        self = .synchronous
      } else {
        return nil
      }
    }
  }

  private static func fixes(
    _ expression: SyntaxNode, keyword: SyntaxToken, declarator: SyntaxNode?, disposal: Disposal, in context: RuleContext
  ) -> [Fix] {
    if let declarator, !canChangeType(of: declarator, in: context) { return [] }
    guard let insertion = AwaitInsertion(awaiting: expression, in: context) else { return [] }
    var edits = insertion.edits
    if case .asynchronousOnly = disposal {
      guard isOnlyResource(declarator) else { return [] }
      edits.insert(.insertion("await ", at: keyword.range.start), at: 0)
    }
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        expression, title: insertion.title("Await the task"), actionKey: "Await the task", safety: .safe, edits: edits))
  }

  /// Whether the variable may hold the result from now on: its type is inferred, and nobody uses it as the task.
  private static func canChangeType(of declarator: SyntaxNode, in context: RuleContext) -> Bool {
    guard let type = declarator.parent.flatMap({ VariableDeclarationSyntax($0)?.type }), type.text == "var",
      let symbol = context.model.declaredSymbol(for: declarator)
    else { return false }
    return TaskFates(model: context.model).uses(of: symbol, name: symbol.name, around: declarator).isEmpty
  }

  private static func isOnlyResource(_ declarator: SyntaxNode?) -> Bool {
    guard let declarator else { return true }
    return declarator.parent.flatMap { VariableDeclarationSyntax($0)?.variables.count } == 1
  }
}
