import CSharpSemantics
import CSharpSyntax

extension SyntaxNode {
  /// The innermost statement that holds the node, or is it; blocks of lambdas are looked at like others.
  var enclosingStatement: SyntaxNode? {
    var current: SyntaxNode? = self
    while let node = current {
      if node.kind.isStatement, node.kind != .block { return node }
      if FunctionSyntax(declaredBy: node) != nil, node != self { return nil }
      current = node.parent
    }
    return nil
  }

  /// The statements of the list that a statement stands in: of its block, switch section or top-level program.
  var siblingStatements: [SyntaxNode] {
    guard let parent else { return [] }
    switch parent.kind {
    case .block: return Array(parent.nodeList(2))
    case .switchSection: return Array(parent.nodeList(1))
    case .globalStatement:
      return parent.parent.map { unit in
        unit.nodeList(3).filter { $0.kind == .globalStatement }.map { $0.requiredNode(2) }
      } ?? []
    default: return []
    }
  }

  /// The statement right behind in the same list.
  var followingStatement: SyntaxNode? {
    let siblings = siblingStatements
    guard let index = siblings.firstIndex(of: self), index + 1 < siblings.count else { return nil }
    return siblings[index + 1]
  }

  /// The statement that the node belongs to, or, in an expression body or initializer, the member.
  var enclosingStatementOrMember: SyntaxNode? {
    if let statement = enclosingOuterStatement { return statement }
    for ancestor in ancestors where ancestor.parent.map({ $0.isTypeOrUnit }) ?? false { return ancestor }
    return nil
  }

  /// The innermost statement around, blocks left out; function boundaries are passed.
  private var enclosingOuterStatement: SyntaxNode? {
    if kind.isStatement, kind != .block { return self }
    return ancestors.first { $0.kind.isStatement && $0.kind != .block }
  }

  private var isTypeOrUnit: Bool {
    TypeDeclarationSyntax.kinds.contains(kind) || RecordDeclarationSyntax.kinds.contains(kind)
      || kind == .compilationUnit || kind == .namespaceDeclaration || kind == .fileScopedNamespaceDeclaration
      || kind == .extensionBlockDeclaration || kind == .unionDeclaration
  }
}

extension SyntaxKind {
  private static let statements: Set<SyntaxKind> = [
    .block, .localFunctionStatement, .localDeclarationStatement, .expressionStatement, .emptyStatement,
    .labeledStatement, .gotoStatement, .gotoCaseStatement, .gotoDefaultStatement, .breakStatement, .continueStatement,
    .returnStatement, .throwStatement, .yieldReturnStatement, .yieldBreakStatement, .whileStatement, .doStatement,
    .forStatement, .forEachStatement, .forEachVariableStatement, .usingStatement, .fixedStatement, .checkedStatement,
    .uncheckedStatement, .unsafeStatement, .lockStatement, .ifStatement, .switchStatement, .tryStatement,
  ]

  /// Whether nodes of the kind are statements.
  var isStatement: Bool { SyntaxKind.statements.contains(self) }
}
