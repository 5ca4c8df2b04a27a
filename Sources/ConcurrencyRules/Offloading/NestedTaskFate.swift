import CSharpSemantics
import CSharpSyntax

/// Whether anybody gets at the inner task of a task of a task.
struct NestedTaskFate {
  let model: SemanticModel

  private static let maximumDepth = 12

  /// Whether the inner task of a value is provably lost: nothing unwraps it, awaits it, or hands it on as what it is.
  func isInnerLost(_ expression: SyntaxNode) -> Bool { isLost(expression, depth: 0) }

  private func isLost(_ expression: SyntaxNode, depth: Int) -> Bool {
    guard depth < NestedTaskFate.maximumDepth else { return false }
    let outer = expression.outermostEquivalent
    guard let parent = outer.parent else { return false }
    switch parent.kind {
    case .expressionStatement, .forStatement: return true
    case .awaitExpression: return isValueLost(parent)
    case .simpleMemberAccessExpression where parent.requiredNode(0) == outer: return isLost(through: parent, depth)
    case .conditionalExpression:
      if parent.requiredNode(0) == outer { return false }
      return isPlainTask(outer) || isLost(parent, depth: depth + 1)
    case .coalesceExpression, .castExpression: return isPlainTask(parent) || isLost(parent, depth: depth + 1)
    case .simpleAssignmentExpression:
      return parent.requiredNode(2) == outer && isLost(assigned: outer, by: parent, depth)
    case .equalsValueClause: return isLost(initializing: parent, value: outer, depth)
    case .argument: return isLost(argument: parent, value: outer, depth)
    case .returnStatement, .arrowExpressionClause, .simpleLambdaExpression, .parenthesizedLambdaExpression:
      return isPlainTask(outer) || isLost(returned: outer, depth)
    case .arrayInitializerExpression, .collectionInitializerExpression, .expressionElement: return isPlainTask(outer)
    default: return false
    }
  }

  /// Whether an expression is converted to the plain `Task`, which does not know of an inner one.
  private func isPlainTask(_ expression: SyntaxNode) -> Bool {
    guard let type = model.type(of: expression).convertedType else { return false }
    return type.qualifiedName == Awaitability.taskName && type.typeArguments.isEmpty
  }

  /// Whether the inner task itself, as an expression, is dropped.
  private func isValueLost(_ inner: SyntaxNode) -> Bool {
    let fates = TaskFates(model: model)
    if fates.isInStatementPosition(inner) { return true }
    if case .discarded = fates.fate(of: inner.outermostEquivalent) { return true }
    return false
  }

  private func isLost(through access: SyntaxNode, _ depth: Int) -> Bool {
    let call = access.parent.flatMap { $0.kind == .invocationExpression && $0.requiredNode(0) == access ? $0 : nil }
    switch access.requiredNode(2).requiredToken(0).text {
    case "ConfigureAwait": return call.map { isLost($0, depth: depth + 1) } ?? false
    case "Wait": return call != nil
    case "Result": return isValueLost(access)
    case "IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled", "Status", "Id", "Exception": return true
    case "GetAwaiter":
      guard let call, let next = call.parent, next.kind == .simpleMemberAccessExpression,
        next.requiredNode(2).text == "GetResult", let result = next.parent, result.kind == .invocationExpression
      else { return false }
      return isValueLost(result)
    default:
      // An extension of plain tasks, such as `Forget`.
      guard let call, let method = model.symbol(of: call).symbol?.originalDefinition, method.isExtensionMember,
        let receiver = method.parameters.first, receiver.isThis
      else { return false }
      return receiver.type.qualifiedName == Awaitability.taskName && receiver.type.typeArguments.isEmpty
    }
  }

  private func isLost(assigned value: SyntaxNode, by assignment: SyntaxNode, _ depth: Int) -> Bool {
    if isPlainTask(value) { return true }
    switch TaskFates(model: model).fate(of: value) {
    case .discarded: return true
    case .local(let local): return isLost(local, depth)
    default: return false
    }
  }

  private func isLost(initializing clause: SyntaxNode, value: SyntaxNode, _ depth: Int) -> Bool {
    if isPlainTask(value) { return true }
    guard case .local(let local) = TaskFates(model: model).fate(of: value) else { return false }
    return isLost(local, depth)
  }

  /// A local is followed: all its reads must lose the inner task.
  private func isLost(_ local: TaskLocal, _ depth: Int) -> Bool {
    guard let symbol = local.symbol, !local.isCaptured else { return false }
    let fates = TaskFates(model: model)
    return fates.uses(of: symbol, name: local.name, around: local.declaration).allSatisfy { use in
      fates.isWrite(use) || isLost(use, depth: depth + 1)
    }
  }

  private func isLost(argument: SyntaxNode, value: SyntaxNode, _ depth: Int) -> Bool {
    guard let call = argument.parent?.parent, call.kind == .invocationExpression else { return isPlainTask(value) }
    if isPlainTask(value) { return true }
    switch combinator(call) {
    case "WaitAll"?, "WaitAny"?: return true
    case "WhenAll"?: return isCombinationLost(call, depth)
    default: return false
    }
  }

  private func combinator(_ call: SyntaxNode) -> String? {
    guard call.kind == .invocationExpression, let name = invokedName(of: call),
      ["WaitAll", "WaitAny", "WhenAll"].contains(name),
      model.symbol(of: call).symbol?.containingType?.qualifiedName == Awaitability.taskName
    else { return nil }
    return name
  }

  /// Whether nobody looks at what `Task.WhenAll` gives.
  private func isCombinationLost(_ call: SyntaxNode, _ depth: Int) -> Bool {
    let outer = call.outermostEquivalent
    guard let parent = outer.parent else { return false }
    switch parent.kind {
    case .expressionStatement: return true
    case .awaitExpression: return isValueLost(parent)
    case .simpleMemberAccessExpression:
      let name = parent.requiredNode(2).text
      guard let next = parent.parent, next.kind == .invocationExpression else { return false }
      if name == "Wait" { return true }
      return name == "ConfigureAwait" && depth < NestedTaskFate.maximumDepth && isCombinationLost(next, depth + 1)
    default: return false
    }
  }

  // MARK: Queries

  /// The result of a lambda whose type is inferred: lost if the tasks of the query are only waited for together.
  private func isLost(returned value: SyntaxNode, _ depth: Int) -> Bool {
    guard let function = FunctionSyntax.nearest(to: value), function.kind == .lambda,
      let argument = function.node.outermostEquivalent.parent, argument.kind == .argument,
      let call = argument.parent?.parent, invokedName(of: call) == "Select",
      model.symbol(of: call).symbol?.containingType?.qualifiedName == "System.Linq.Enumerable"
    else { return false }
    return isQueryLost(call, depth + 1)
  }

  private func isQueryLost(_ query: SyntaxNode, _ depth: Int) -> Bool {
    guard depth < NestedTaskFate.maximumDepth else { return false }
    let outer = query.outermostEquivalent
    guard let parent = outer.parent else { return false }
    switch parent.kind {
    case .argument:
      guard let call = parent.parent?.parent else { return false }
      switch combinator(call) {
      case "WaitAll"?: return true
      case "WhenAll"?: return isCombinationLost(call, depth + 1)
      default: return false
      }
    case .simpleMemberAccessExpression where parent.requiredNode(0) == outer:
      guard let call = parent.parent, call.kind == .invocationExpression,
        ["ToArray", "ToList", "Where", "Take", "Skip"].contains(parent.requiredNode(2).requiredToken(0).text)
      else { return false }
      return isQueryLost(call, depth + 1)
    case .equalsValueClause, .simpleAssignmentExpression:
      let fates = TaskFates(model: model)
      guard case .local(let local) = fates.fate(of: outer), let symbol = local.symbol, !local.isCaptured else {
        return false
      }
      let reads = fates.uses(of: symbol, name: local.name, around: local.declaration).filter { !fates.isWrite($0) }
      return !reads.isEmpty && reads.allSatisfy { isQueryLost($0, depth + 1) }
    default: return false
    }
  }
}
