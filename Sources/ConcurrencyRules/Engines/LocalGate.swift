import CSharpSemantics
import CSharpSyntax

/// A local that is locked, and all that happens to it.
struct LocalGate {
  /// Whether it holds objects that are made in the function that locks it, and is used for nothing but locks.
  let isPrivateToTheCall: Bool
  /// The declaration, where it and the locks are all that there is.
  let declarator: SyntaxNode?

  init?(_ local: Symbol, _ target: LockTarget, in context: RuleContext) {
    guard let function = FunctionSyntax.nearest(to: target.node), let body = function.body else { return nil }
    let keepsToItself = LocalGate.isContainer(local.type)
    var declarator: SyntaxNode?
    var assignments = 0
    var isPrivate = true
    var isLockOnly = true
    var escapes: Set<SyntaxNode> = []
    body.walk { node in
      guard isPrivate else { return false }
      if node.kind == .variableDeclarator, node.requiredToken(0).text == local.name,
        context.model.declaredSymbol(for: node) == local
      {
        declarator = node
        if let value = node.optionalNode(2)?.requiredNode(1) {
          assignments += 1
          isPrivate = LocalGate.isCreation(value)
        }
        return true
      }
      guard node.kind == .identifierName, node.identifierText == local.name,
        context.model.symbol(of: node).symbol == local
      else { return true }
      if FunctionSyntax.nearest(to: node) != function {
        isPrivate = false
      } else if let parent = node.parent, parent.kind == .simpleAssignmentExpression, parent.requiredNode(0) == node,
        parent.parent?.kind == .expressionStatement
      {
        assignments += 1
        isPrivate = LocalGate.isCreation(parent.requiredNode(2))
      } else if !LocalGate.isLocked(node, context.model) {
        isLockOnly = false
        // Whoever calls gets it, to lock it as well.
        if LocalGate.isReturned(node) { isPrivate = false }
        if !(keepsToItself && LocalGate.isUsedInPlace(node)) { escapes.insert(node) }
      }
      return true
    }
    guard let declarator else { return nil }
    isPrivateToTheCall =
      isPrivate && assignments > 0
      && (escapes.isEmpty || LocalGate.isUnseen(local, until: target, escapes, in: function, context))
    self.declarator = isPrivateToTheCall && isLockOnly && assignments == 1 ? declarator : nil
  }

  private static func isCreation(_ value: SyntaxNode) -> Bool {
    valueBranches(of: value).allSatisfy { branch in
      switch LockIdentity.withoutConversions(branch).kind {
      case .objectCreationExpression, .implicitObjectCreationExpression, .anonymousObjectCreationExpression,
        .arrayCreationExpression, .implicitArrayCreationExpression:
        true
      default: false
      }
    }
  }

  private static func isReturned(_ node: SyntaxNode) -> Bool {
    switch node.outermostEquivalent.parent?.kind {
    case .returnStatement, .yieldReturnStatement, .arrowExpressionClause: true
    default: false
    }
  }

  /// Types whose objects give themselves to nobody, whatever is asked of them.
  private static func isContainer(_ type: TypeSymbol) -> Bool {
    type.kind == .array || type.specialType == .object || type.qualifiedName.hasPrefix("System.Collections.")
      || type.qualifiedName == "System.Text.StringBuilder"
  }

  /// Whether a use asks the object for something, and does not hand it on.
  private static func isUsedInPlace(_ node: SyntaxNode) -> Bool {
    let value = node.outermostEquivalent
    guard let parent = value.parent else { return false }
    switch parent.kind {
    case .elementAccessExpression: return parent.requiredNode(0) == value
    case .forEachStatement: return parent.requiredNode(7) == value
    case .simpleMemberAccessExpression:
      guard parent.requiredNode(0) == value, let call = parent.parent else { return false }
      // An extension method is given the object; what it makes of it may hold on to it.
      return call.kind != .invocationExpression || call.parent?.kind == .expressionStatement
    default: return false
    }
  }

  /// Whether nobody else can have got the object on any path to a lock, nor gets it while the lock is held: what is
  /// published under its own lock makes those wait who find it.
  private static func isUnseen(
    _ local: Symbol, until target: LockTarget, _ escapes: Set<SyntaxNode>, in function: FunctionSyntax,
    _ context: RuleContext
  ) -> Bool {
    let lock = target.node
    guard target.method == nil, !escapes.contains(where: { lock.range.contains($0.range) }) else { return false }
    let graph = context.completeTasks.graph(of: function)
    let problem = EscapedObject(model: context.model, local: local, escapes: escapes)
    let solver = DataFlowSolver(graph: graph, problem: problem)
    guard !graph.isTruncated, let entries = solver.solveForward() else { return false }
    let positions = graph.positions(of: lock)
    return !positions.isEmpty && positions.allSatisfy { solver.state(before: $0, entries: entries) != true }
  }

  /// Whether a use is the expression of a `lock` or a call of `Monitor`.
  private static func isLocked(_ node: SyntaxNode, _ model: SemanticModel) -> Bool {
    var value = node.outermostEquivalent
    while let parent = value.parent, parent.kind == .castExpression { value = parent.outermostEquivalent }
    guard let parent = value.parent else { return false }
    if parent.kind == .lockStatement { return parent.requiredNode(3) == value }
    guard parent.kind == .argument, let call = parent.parent?.parent else { return false }
    return LockTarget(call, model: model)?.core == node
  }
}

/// Whether the object that a local holds may have been given to somebody.
private struct EscapedObject: DataFlowProblem {
  let model: SemanticModel
  let local: Symbol
  let escapes: Set<SyntaxNode>

  func boundary(_ block: Int) -> Bool { false }
  func join(_ a: Bool, _ b: Bool) -> Bool { a || b }

  func transfer(_ operation: FlowOperation, _ isEscaped: inout Bool) {
    if escapes.contains(operation.node) { isEscaped = true }
    // Every value that it gets is a new object.
    if model.writes(of: operation).contains(where: { $0.variable.fields.isEmpty && $0.variable.local == local }) {
      isEscaped = false
    }
  }
}
