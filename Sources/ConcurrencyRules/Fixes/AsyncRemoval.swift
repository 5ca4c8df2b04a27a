import CSharpSemantics
import CSharpSyntax

/// Removes `async` from a function that awaits nothing any more, and keeps its task (T3a).
struct AsyncRemoval {
  let function: FunctionSyntax
  private let context: RuleContext
  let form: ReturnWrapping.Form

  /// `nil` for functions whose form this does not handle: iterators, other builder types, the top-level program.
  init?(function: FunctionSyntax?, context: RuleContext) {
    guard let function, function.isAsync, function.body != nil, function.kind != .topLevelProgram,
      let form = AsyncRemoval.form(of: function, context)
    else { return nil }
    self.function = function
    self.context = context
    self.form = form
  }

  private static func form(of function: FunctionSyntax, _ context: RuleContext) -> ReturnWrapping.Form? {
    let node: SyntaxNode?
    switch function.kind {
    case .method, .localFunction: node = function.node.requiredNode(2)
    case .lambda where function.node.kind == .parenthesizedLambdaExpression: node = function.node.optionalNode(2)
    case .lambda, .anonymousMethod: node = nil
    default: return nil
    }
    guard let node else { return lambdaForm(of: function, context) }
    let unqualified = node.kind == .qualifiedName ? node.requiredNode(2) : node
    let qualifier = node.kind == .qualifiedName ? node.requiredNode(0).text + "." : ""
    let name = simpleName(of: unqualified)
    let argument = TypeArgumentListSyntax(GenericNameSyntax(name)?.typeArgumentList)?.arguments.single
    let result = argument.flatMap { context.model.type(of: $0).type }
    switch (name?.requiredToken(0).text ?? node.text, argument) {
    case ("Task", nil): return .task(qualifier + "Task")
    case ("Task", let argument?): return .taskOf(qualifier + "Task", argument.text, result)
    case ("ValueTask", nil): return .valueTask
    case ("ValueTask", let argument?): return .valueTaskOf(qualifier + "ValueTask", argument.text, result)
    case ("void", nil): return .void
    default: return nil
    }
  }

  /// What a lambda returns is said by the delegate that it becomes.
  private static func lambdaForm(of function: FunctionSyntax, _ context: RuleContext) -> ReturnWrapping.Form? {
    guard let invoke = context.model.type(of: function.node).convertedType?.delegateInvokeMethod else { return nil }
    let type = invoke.returnType
    if type.specialType == .void { return .void }
    let name = UsingDirectives(context: context).spelling(
      of: type.name, in: "System.Threading.Tasks", at: function.node
    ).text
    let result = type.typeArguments.first
    switch (type.qualifiedName, result) {
    case (Awaitability.taskName, nil): return .task(name)
    case (Awaitability.taskName, let result?): return .taskOf(name, result.minimalDisplayString, result)
    case (Awaitability.valueTaskName, nil): return .valueTask
    case (Awaitability.valueTaskName, let result?): return .valueTaskOf(name, result.minimalDisplayString, result)
    default: return nil
    }
  }

  /// The edits, together with those that remove the last await.
  ///
  /// - Parameter awaiting: the await that `edits` remove; `nil` if the function has none anyway.
  /// - Returns: `nil` if the function has another `await` of its own, or yields.
  func edits(withoutAwait awaiting: SyntaxNode? = nil, beside edits: [TextEdit] = []) -> [TextEdit]? {
    guard !function.awaits(otherThan: awaiting.map { [$0] } ?? []),
      let removal = AsyncRemoval.removal(of: function, context.tree),
      let wrapped = ReturnWrapping(function: function, context: context, form: form).edits(removing: edits)
    else { return nil }
    var before: [TextEdit] = [removal]
    var after: [TextEdit] = []
    // What ends a value goes behind what the caller has put there.
    for edit in wrapped {
      if edit.range.isEmpty,
        edits.contains(where: { $0.range.end == edit.range.start && $0.range.start < edit.range.start })
      {
        after.append(edit)
      } else {
        before.append(edit)
      }
    }
    return MakeAsync.merged(before + edits + after)
  }

  /// Deletes the modifier with the blank behind it.
  static func removal(of function: FunctionSyntax, _ tree: SyntaxTree) -> TextEdit? {
    guard let modifier = function.modifiers.first(.asyncKeyword), let next = modifier.next,
      let comments = tree.comments(in: modifier.trailingTrivia + next.leadingTrivia)
    else { return nil }
    // A comment on it stays.
    let end = comments.first?.range.start ?? next.range.start
    return .deletion(TextRange(start: modifier.range.start, end: end))
  }
}

extension FunctionSyntax {
  /// Whether it has an `await` of its own, `await foreach` and `await using` included, or yields.
  ///
  /// - Parameter awaiting: awaits that don't count.
  func awaits(otherThan awaiting: [SyntaxNode] = []) -> Bool {
    contains { node in
      switch node.kind {
      case .awaitExpression: return !awaiting.contains(node)
      case .yieldReturnStatement, .yieldBreakStatement: return true
      case .forEachStatement, .forEachVariableStatement, .usingStatement, .localDeclarationStatement:
        return node.optionalToken(1)?.kind == .awaitKeyword
      default: return false
      }
    }
  }
}
