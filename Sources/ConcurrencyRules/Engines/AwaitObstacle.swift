import CSharpSemantics
import CSharpSyntax

/// Why code at a place can't await, in a reader's words: `a constructor`, `a lock block`.
enum AwaitObstacle {
  /// - Returns: a subject for "… cannot await".
  static func description(at node: SyntaxNode, in context: RuleContext) -> String {
    guard let function = FunctionSyntax.nearest(to: node) else { return "this place" }
    var child = node
    for ancestor in node.ancestors {
      if ancestor == function.node { break }
      switch ancestor.kind {
      case .lockStatement where LockStatementSyntax(ancestor)?.statement == child: return "a lock block"
      case .catchFilterClause: return "an exception filter"
      case .fixedStatement where FixedStatementSyntax(ancestor)?.statement == child: return "a fixed block"
      case .unsafeStatement: return "unsafe code"
      default: break
      }
      child = ancestor
    }
    switch function.kind {
    case .constructor: return "a constructor"
    case .staticConstructor: return "a static constructor"
    case .destructor: return "a finalizer"
    case .operator: return "an operator"
    case .conversion: return "a conversion"
    case .accessor: return accessor(function.node)
    case .initializer: return "an initializer"
    case .queryClause: return "a query clause"
    case .lambda, .anonymousMethod: return "this lambda"
    case .topLevelProgram: return "this program"
    case .method, .localFunction: return method(function, context)
    }
  }

  private static func accessor(_ node: SyntaxNode) -> String {
    switch node.kind {
    case .indexerDeclaration: return "an indexer"
    case .addAccessorDeclaration, .removeAccessorDeclaration: return "an event accessor"
    default: break
    }
    return node.parent?.parent?.kind == .indexerDeclaration ? "an indexer" : "a property"
  }

  private static func method(_ function: FunctionSyntax, _ context: RuleContext) -> String {
    guard let symbol = context.model.declaredSymbol(for: function.node) else { return "this function" }
    if symbol.parameters.contains(where: { $0.refKind != .none }) { return "a function with by-reference parameters" }
    if function.body?.containsYield == true { return "an iterator" }
    if symbol.isOverride { return "this override" }
    if symbol.isExplicitInterfaceImplementation || !symbol.implementedInterfaceMembers.isEmpty {
      return "this interface implementation"
    }
    return "this function"
  }
}

extension SyntaxNode {
  /// Whether a `yield` stands in it, nested functions left out.
  fileprivate var containsYield: Bool {
    var found = false
    walk { node in
      if node != self, FunctionSyntax(declaredBy: node) != nil { return false }
      if node.kind == .yieldReturnStatement || node.kind == .yieldBreakStatement { found = true }
      return !found
    }
    return found
  }
}
