import CSharpSemantics
import CSharpSyntax

/// Whether the value of an expression can't be null where it is evaluated: by its declaration in nullable-aware code, or
/// because every path to it has tested or assigned it.
struct NonNullReceiver {
  let context: RuleContext

  private var model: SemanticModel { context.model }

  func isProvenNonNull(_ receiver: SyntaxNode) -> Bool {
    let node = receiver.withoutParentheses
    switch node.kind {
    case .thisExpression, .baseExpression, .objectCreationExpression, .implicitObjectCreationExpression,
      .stringLiteralExpression, .typeOfExpression:
      return true
    default: break
    }
    if context.isNullableEnabled(at: node), isDeclaredNonNull(node) { return true }
    guard let variable = VariablePath(node, model: model), let function = FunctionSyntax.nearest(to: node) else {
      return false
    }
    let graph = ControlFlowGraph(of: function, model: model)
    guard !graph.isTruncated else { return false }
    let solver = DataFlowSolver(graph: graph, problem: NonNullVariable(model: model, variable: variable))
    guard let entries = solver.solveForward() else { return false }
    let positions = graph.positions(of: node)
    var isReached = false
    for position in positions {
      guard let holds = solver.state(before: position, entries: entries) else { continue }
      isReached = true
      if !holds { return false }
    }
    return isReached
  }

  /// Whether the expression's type says that there is always a value. Where nobody knows what a declaration says, it is
  /// taken to say so: the compiler speaks where a null may come out.
  private func isDeclaredNonNull(_ node: SyntaxNode) -> Bool {
    guard let symbol = model.symbol(of: node).symbol else { return false }
    guard let reference = symbol.originalDefinition.declaringSyntaxReferences.first else { return true }
    guard let written = DeclaredType.syntax(of: symbol) else {
      // `var` takes over what the initializer may be.
      return false
    }
    if written.kind == .nullableType { return false }
    if written.kind == .identifierName, written.text == "var" { return false }
    return NullableContext.isEnabled(
      at: reference.node.range.start, in: reference.tree, byDefault: context.project.isNullableEnabled)
  }
}

/// Whether a variable is known not to be null.
private struct NonNullVariable: DataFlowProblem {
  let model: SemanticModel
  let variable: VariablePath

  func boundary(_ block: Int) -> Bool { false }
  func join(_ a: Bool, _ b: Bool) -> Bool { a && b }

  func transfer(_ operation: FlowOperation, _ state: inout Bool) {
    for (written, value) in model.writes(of: operation) where variable.isChanged(byWriteTo: written) {
      state = written == variable && (isNonNull(value) || isMatched(operation))
    }
    // Anybody may write a field that is not `readonly` while other code runs.
    if !variable.isStable, operation.kind == .evaluate,
      operation.node.kind == .invocationExpression || operation.node.kind == .awaitExpression
    {
      state = false
    }
  }

  /// The variable of `is T x` or `is { } x`: it gets a value only where there is one.
  private func isMatched(_ operation: FlowOperation) -> Bool {
    guard operation.kind == .bindPattern else { return false }
    switch operation.node.parent?.kind {
    case .declarationPattern, .recursivePattern: return true
    default: return false
    }
  }

  private func isNonNull(_ value: SyntaxNode?) -> Bool {
    switch value?.withoutParentheses.kind {
    case .objectCreationExpression, .implicitObjectCreationExpression, .stringLiteralExpression: true
    default: false
    }
  }

  func refine(_ branch: FlowBranch, isTrue: Bool, _ state: inout Bool) {
    switch branch.test {
    case .boolean: if proves(branch.condition.withoutParentheses, isTrue) { state = true }
    case .pattern:
      guard let subject = branch.subject, isVariable(subject) else { return }
      if matches(branch.condition, isTrue) { state = true }
    case .isNull: if !isTrue, isVariable(branch.condition) { state = true }
    case .caseValue, .hasNext: break
    }
  }

  private func isVariable(_ node: SyntaxNode) -> Bool { VariablePath(node, model: model) == variable }

  private func proves(_ condition: SyntaxNode, _ isTrue: Bool) -> Bool {
    switch condition.kind {
    case .notEqualsExpression, .equalsExpression:
      let left = condition.requiredNode(0).withoutParentheses
      let right = condition.requiredNode(2).withoutParentheses
      let differs = isTrue == (condition.kind == .notEqualsExpression)
      return differs
        && (right.kind == .nullLiteralExpression && isVariable(left)
          || left.kind == .nullLiteralExpression && isVariable(right))
    case .isExpression: return isTrue && isVariable(condition.requiredNode(0))
    case .isPatternExpression:
      return isVariable(condition.requiredNode(0)) && matches(condition.requiredNode(2), isTrue)
    default: return false
    }
  }

  private func matches(_ pattern: SyntaxNode, _ isTrue: Bool, depth: Int = 0) -> Bool {
    guard depth < 16 else { return false }
    switch pattern.kind {
    case .parenthesizedPattern: return matches(pattern.requiredNode(1), isTrue, depth: depth + 1)
    case .notPattern: return matches(pattern.requiredNode(1), !isTrue, depth: depth + 1)
    case .constantPattern: return !isTrue && pattern.requiredNode(0).kind == .nullLiteralExpression
    case .recursivePattern, .declarationPattern, .typePattern: return isTrue
    default: return false
    }
  }
}

/// The type that a declaration in source gives a symbol, as written.
enum DeclaredType {
  /// `nil` for symbols of other assemblies and for declarations without a type.
  static func syntax(of symbol: Symbol) -> SyntaxNode? {
    guard let node = symbol.originalDefinition.declaringSyntaxReferences.first?.node else { return nil }
    switch node.kind {
    case .variableDeclarator: return node.parent.flatMap { VariableDeclarationSyntax($0)?.type }
    case .parameter: return node.optionalNode(2)
    case .propertyDeclaration, .indexerDeclaration, .methodDeclaration, .localFunctionStatement:
      return node.requiredNode(2)
    case .singleVariableDesignation:
      guard let parent = node.parent else { return nil }
      switch parent.kind {
      case .declarationExpression, .declarationPattern: return parent.requiredNode(0)
      default: return nil
      }
    case .forEachStatement: return node.requiredNode(4)
    default: return nil
    }
  }
}
