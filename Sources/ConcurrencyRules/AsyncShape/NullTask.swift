import CSharpSemantics
import CSharpSyntax

/// AW307: `null` where a task is returned.
package enum NullTask: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .returnStatement, .arrowExpressionClause, .simpleLambdaExpression, .parenthesizedLambdaExpression,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let value = returnedValue(of: node), !value.isNone else { return }
    let branches = branches(of: value)
    guard !branches.isEmpty, let function = function(of: node, value: value), !function.isAsync,
      let type = context.model.returnType(of: function), type.isTaskType,
      !ReturnNullability(context: context).mayReturnNull(function)
    else { return }
    for branch in branches { judge(branch, in: function, type: type, context: context) }
  }

  private static func returnedValue(of node: SyntaxNode) -> SyntaxNode? {
    switch node.kind {
    case .returnStatement: ReturnStatementSyntax(node)?.expression
    case .arrowExpressionClause: ArrowExpressionClauseSyntax(node)?.expression
    case .simpleLambdaExpression: SimpleLambdaExpressionSyntax(node)?.expressionBody
    case .parenthesizedLambdaExpression: ParenthesizedLambdaExpressionSyntax(node)?.expressionBody
    default: nil
    }
  }

  private static func function(of node: SyntaxNode, value: SyntaxNode) -> FunctionSyntax? {
    guard let function = FunctionSyntax.nearest(to: value) else { return nil }
    switch function.kind {
    case .method, .localFunction, .lambda, .anonymousMethod: return function
    case .accessor:
      switch function.node.kind {
      case .propertyDeclaration, .indexerDeclaration, .getAccessorDeclaration: return function
      default: return nil
      }
    default: return nil
    }
  }

  /// The parts of a returned value that are `null`, or may be, to look at them: only their kinds are known here.
  private static func branches(of value: SyntaxNode) -> [SyntaxNode] {
    var branches: [SyntaxNode] = []
    var pending = [value]
    while let next = pending.popLast(), branches.count + pending.count < 256 {
      switch next.kind {
      case .parenthesizedExpression: pending.append(next.requiredNode(1))
      case .suppressNullableWarningExpression: pending.append(next.requiredNode(0))
      case .castExpression: pending.append(next.requiredNode(3))
      case .conditionalExpression: pending += [next.requiredNode(4), next.requiredNode(2)]
      case .coalesceExpression: pending.append(next.requiredNode(2))
      case .switchExpression: for arm in next.nodeList(3) { pending.append(arm.requiredNode(3)) }
      case .nullLiteralExpression, .defaultLiteralExpression, .defaultExpression, .conditionalAccessExpression,
        .identifierName, .simpleMemberAccessExpression:
        branches.append(next)
      default: break
      }
    }
    return branches
  }

  private static func judge(
    _ branch: SyntaxNode, in function: FunctionSyntax, type: TypeSymbol, context: RuleContext
  ) {
    guard castsKeepTasks(around: branch, in: context) else { return }
    switch branch.kind {
    case .nullLiteralExpression, .defaultLiteralExpression:
      break
    case .defaultExpression:
      guard context.model.type(of: branch).type?.isTaskType == true else { return }
    case .conditionalAccessExpression:
      conditionalAccess(branch, in: function, type: type, context: context)
      return
    default:
      // A constant of a class type can only be null.
      guard let symbol = context.model.symbol(of: branch).symbol, symbol.isConst, symbol.type.isTaskType else { return }
    }
    let replacement = TaskReplacement(type: type, function: function, at: branch, context: context)
    let shown = replacement?.text ?? (type.taskResult == nil ? "Task.CompletedTask" : "Task.FromResult")
    context.report(
      descriptor, at: branch.range, place: branch,
      message: "'\(function.displayName)' returns null instead of a task; awaiting it throws. Return \(shown).",
      placeholders: [Placeholder("name", function.displayName), Placeholder("replacement", shown)]
    ) {
      replacement.map { NullTaskFixes.returning($0, for: branch, in: context) } ?? []
    }
  }

  /// Casts between the branch and the returned value must be to task types.
  private static func castsKeepTasks(around branch: SyntaxNode, in context: RuleContext) -> Bool {
    var node = branch
    while let parent = node.parent {
      switch parent.kind {
      case .castExpression:
        guard context.model.type(of: parent).type?.isTaskType == true else { return false }
      case .parenthesizedExpression, .suppressNullableWarningExpression, .conditionalExpression, .coalesceExpression,
        .switchExpression, .switchExpressionArm:
        break
      default: return true
      }
      node = parent
    }
    return true
  }

  private static func conditionalAccess(
    _ access: SyntaxNode, in function: FunctionSyntax, type: TypeSymbol, context: RuleContext
  ) {
    guard let value = context.model.type(of: access).type, value.isTaskType, let receiver = receiver(of: access),
      !NonNullReceiver(context: context).isProvenNonNull(receiver.node)
    else { return }
    let expression = oneLine(access.text)
    context.report(
      descriptor, at: access.range, place: access,
      message: "'\(expression)' is null when '\(receiver.text)' is null; awaiting the result then throws.",
      placeholders: [Placeholder("expression", expression), Placeholder("receiver", receiver.text)]
    ) {
      TaskReplacement(type: type, function: function, at: access, context: context).map {
        NullTaskFixes.fallingBack(to: $0, for: access, in: context)
      } ?? []
    }
  }

  /// What stands before the last `?.`: it decides whether there is a task.
  private static func receiver(of access: SyntaxNode) -> (node: SyntaxNode, text: String)? {
    var current = access
    var depth = 0
    while let tail = ConditionalAccessExpressionSyntax(current)?.whenNotNull, depth < 64 {
      guard tail.kind == .conditionalAccessExpression else { break }
      current = tail
      depth += 1
    }
    guard let last = ConditionalAccessExpressionSyntax(current) else { return nil }
    let range = TextRange(start: access.range.start, end: last.expression.range.end)
    return (last.expression, oneLine(access.tree.text(range)))
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Whether a function's return type says that there may be no task.
struct ReturnNullability {
  let context: RuleContext

  func mayReturnNull(_ function: FunctionSyntax) -> Bool {
    if let written = function.returnTypeSyntax {
      return written.kind == .nullableType || hasMaybeNull(function.node)
    }
    switch function.kind {
    case .lambda, .anonymousMethod: return delegateMayReturnNull(function.node)
    default: return false
    }
  }

  /// `[return: MaybeNull]`
  private func hasMaybeNull(_ node: SyntaxNode) -> Bool {
    node.nodeList(0).contains { list in
      guard list.kind == .attributeList, list.optionalNode(1)?.text.hasPrefix("return") == true else { return false }
      return list.nodeList(2).contains { attribute in
        guard let name = AttributeSyntax(attribute).flatMap({ simpleName(of: $0.name) })?.identifierText else {
          return false
        }
        return ["MaybeNull", "MaybeNullAttribute"].contains(name)
      }
    }
  }

  /// What the place wants the lambda to return, as written where the delegate's type is.
  private func delegateMayReturnNull(_ lambda: SyntaxNode) -> Bool {
    let value = lambda.outermostEquivalent
    guard let parent = value.parent else { return true }
    switch parent.kind {
    case .equalsValueClause:
      guard let owner = parent.parent, let symbol = context.model.declaredSymbol(for: owner) else { return true }
      return declarationSaysNull(symbol)
    case .simpleAssignmentExpression, .coalesceAssignmentExpression, .addAssignmentExpression:
      guard let symbol = context.model.symbol(of: parent.requiredNode(0)).symbol else { return true }
      return declarationSaysNull(symbol)
    case .castExpression: return saysNull(parent.requiredNode(1))
    case .returnStatement, .arrowExpressionClause:
      guard let function = FunctionSyntax.nearest(to: value), let written = function.returnTypeSyntax else {
        return false
      }
      return saysNull(written)
    case .argument: return parameterSaysNull(parent)
    default: return false
    }
  }

  private func declarationSaysNull(_ symbol: Symbol) -> Bool {
    DeclaredType.syntax(of: symbol).map { saysNull($0) } ?? false
  }

  /// Whether a delegate's type, as written, returns a nullable type.
  private func saysNull(_ type: SyntaxNode) -> Bool {
    var bare = type
    while true {
      if bare.kind == .nullableType {
        bare = bare.requiredNode(0)
      } else if bare.kind == .qualifiedName || bare.kind == .aliasQualifiedName {
        bare = bare.requiredNode(2)
      } else {
        break
      }
    }
    if let arguments = TypeArgumentListSyntax(GenericNameSyntax(bare)?.typeArgumentList)?.arguments,
      arguments.last?.kind == .nullableType
    {
      return true
    }
    guard let definition = context.model.type(of: bare).type?.definition,
      let declaration = definition.declaringSyntaxReferences.first?.node, declaration.kind == .delegateDeclaration
    else { return false }
    return DelegateDeclarationSyntax(declaration)?.returnType.kind == .nullableType
  }

  /// A result type that is inferred from the lambda itself is what the lambda returns.
  private func parameterSaysNull(_ argument: SyntaxNode) -> Bool {
    guard let list = argument.parent, let call = list.parent, let method = context.model.symbol(of: call).symbol,
      method.kind == .method
    else { return true }
    let info = context.model.symbol(of: call)
    let arguments = list.nodeList(1)
    guard let index = arguments.enumerated().first(where: { $0.element == argument })?.offset else { return true }
    let parameters = method.originalDefinition.parameters
    let parameter: Symbol?
    if let name = NameColonSyntax(ArgumentSyntax(argument)?.nameColon)?.name.text {
      parameter = parameters.first { $0.name == name }
    } else {
      let offset = info.isReducedExtension && parameters.first?.isThis == true ? 1 : 0
      parameter = parameters.indices.contains(index + offset) ? parameters[index + offset] : parameters.last
    }
    guard let parameter else { return true }
    if let written = DeclaredType.syntax(of: parameter), saysNull(written) { return true }
    guard let result = parameter.type.delegateInvokeMethod?.returnType else { return true }
    return mentionsTypeParameter(result)
  }

  private func mentionsTypeParameter(_ type: TypeSymbol, depth: Int = 0) -> Bool {
    if type.kind == .typeParameter { return true }
    // `Func<Task<T>>`: only the result is inferred, the task is asked for.
    return false
  }
}
