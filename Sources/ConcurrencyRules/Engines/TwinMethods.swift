import CSharpSemantics
import CSharpSyntax

/// How a synchronous method and its namesake are built on each other, where their source is there: then the namesake may
/// be no counterpart.
struct TwinMethods {
  let synchronous: Symbol
  let asynchronous: Symbol

  /// The asynchronous one only calls the synchronous one: to await it frees nobody.
  var isAsynchronousInNameOnly: Bool { calls(from: asynchronous, of: synchronous.name) { _ in true } }

  /// The synchronous one does nothing, or calls the asynchronous one to wait for it.
  var isSynchronousInNameOnly: Bool {
    if calls(from: synchronous, of: asynchronous.name, { _ in true }) { return true }
    return synchronous.originalDefinition.declaringSyntaxReferences.contains { reference in
      BlockSyntax(FunctionSyntax(declaredBy: reference.node)?.body)?.statements.isEmpty ?? false
    }
  }

  /// The synchronous one starts the asynchronous one and goes on: it does not block.
  var isSynchronousAStarter: Bool {
    guard synchronous.returnsVoid else { return false }
    return calls(from: synchronous, of: asynchronous.name) { TwinMethods.isStarted($0) }
  }

  /// The asynchronous one calls another member, so that it can't be called from there in turn.
  func isAsynchronous(callingMember name: String) -> Bool { calls(from: asynchronous, of: name) { _ in true } }

  /// Whether a method's body calls something of a name, or hands it on as a method group, in a way that counts.
  private func calls(from method: Symbol, of name: String, _ counts: (SyntaxNode) -> Bool) -> Bool {
    let definition = method.originalDefinition
    guard definition.isFromSource else { return false }
    for reference in definition.declaringSyntaxReferences {
      guard let body = FunctionSyntax(declaredBy: reference.node)?.body else { continue }
      var found = false
      body.walk { node in
        guard !found else { return false }
        if node.kind == .identifierName || node.kind == .genericName, node.identifierText == name,
          TwinMethods.isCallee(node), counts(node)
        {
          found = true
        }
        return !found
      }
      if found { return true }
    }
    return false
  }

  /// Called, or given to something as a method group; on the object itself or on another one.
  private static func isCallee(_ name: SyntaxNode) -> Bool {
    let whole = access(of: name)
    guard let parent = whole.parent else { return false }
    return (parent.kind == .invocationExpression && parent.requiredNode(0) == whole) || parent.kind == .argument
  }

  private static func access(of name: SyntaxNode) -> SyntaxNode {
    guard let parent = name.parent else { return name }
    switch parent.kind {
    case .simpleMemberAccessExpression where parent.requiredNode(2) == name: return parent
    case .memberBindingExpression: return parent
    default: return name
    }
  }

  private static let starters = [
    "Enqueue", "Queue", "FireAndForget", "Schedule", "RunInBackground", "StartBackground", "Post", "Forget", "Ignore",
  ]

  /// Whether a call's task is dropped, discarded, forgotten, or made by something that runs it later.
  private static func isStarted(_ name: SyntaxNode) -> Bool {
    let whole = access(of: name)
    guard let call = whole.parent, call.kind == .invocationExpression, call.requiredNode(0) == whole else {
      return isGivenToStarter(whole)
    }
    let outer = call.outermostEquivalent
    switch outer.parent?.kind {
    case .expressionStatement?: return true
    case .arrowExpressionClause?: return true
    case .simpleAssignmentExpression?: return outer.parent?.requiredNode(0).text == "_"
    case .simpleMemberAccessExpression?:
      guard let member = outer.parent?.requiredNode(2).text else { return false }
      return starters.contains { member.hasPrefix($0) }
    default: return isGivenToStarter(outer)
    }
  }

  private static func isGivenToStarter(_ node: SyntaxNode) -> Bool {
    for ancestor in node.ancestors.prefix(8) where ancestor.kind == .invocationExpression {
      guard let name = invokedName(of: ancestor) else { continue }
      if starters.contains(where: { name.hasPrefix($0) }) { return true }
    }
    return false
  }
}

/// Code that serves synchronous and asynchronous callers alike and asks which one it has.
enum SynchronousBranch {
  /// Whether a place lies in a branch that is chosen by a flag such as `async` or `isSync`.
  static func contains(_ node: SyntaxNode) -> Bool {
    var child = node
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .ifStatement:
        if let condition = IfStatementSyntax(ancestor)?.condition, condition != child, asks(condition) { return true }
      case .conditionalExpression:
        if ancestor.requiredNode(0) != child, asks(ancestor.requiredNode(0)) { return true }
      case .logicalAndExpression, .logicalOrExpression:
        if ancestor.requiredNode(2) == child, asks(ancestor.requiredNode(0)) { return true }
      case .block: if isBehindBranch(child, in: ancestor) { return true }
      default: break
      }
      if FunctionSyntax(declaredBy: ancestor) != nil { return false }
      child = ancestor
    }
    return false
  }

  /// `if (async) { …; return; }` before the place.
  private static func isBehindBranch(_ statement: SyntaxNode, in block: SyntaxNode) -> Bool {
    for candidate in block.nodeList(2) {
      if candidate == statement { return false }
      guard let test = IfStatementSyntax(candidate), test.elseClause == nil, asks(test.condition) else { continue }
      let last = test.statement.kind == .block ? test.statement.nodeList(2).last : test.statement
      if last?.kind == .returnStatement || last?.kind == .throwStatement { return true }
    }
    return false
  }

  /// Whether a condition is, or negates, or combines a flag whose name says so.
  private static func asks(_ condition: SyntaxNode, depth: Int = 0) -> Bool {
    guard depth < 16 else { return false }
    let condition = condition.withoutParentheses
    switch condition.kind {
    case .identifierName: return isFlag(condition.identifierText)
    case .simpleMemberAccessExpression: return isFlag(condition.requiredNode(2).identifierText)
    case .logicalNotExpression: return asks(condition.requiredNode(1), depth: depth + 1)
    case .logicalAndExpression, .logicalOrExpression, .equalsExpression, .notEqualsExpression:
      return asks(condition.requiredNode(0), depth: depth + 1) || asks(condition.requiredNode(2), depth: depth + 1)
    default: return false
    }
  }

  private static func isFlag(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("async") || name.contains("synchronous") || name.hasSuffix("sync")
  }
}
