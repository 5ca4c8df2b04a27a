import CSharpSemantics
import CSharpSyntax

/// An offload whose task is awaited at once (AW102): there is nothing that could overlap with it.
enum AwaitedOffload {
  /// `await Task.Run(…)`; the `await` expression.
  case directly(SyntaxNode)
  /// `var t = Task.Run(…);` and `await t` behind it, read nowhere else.
  case throughLocal(declaration: SyntaxNode, await: SyntaxNode)

  /// The `await`.
  var awaiting: SyntaxNode {
    switch self {
    case .directly(let node): node
    case .throughLocal(_, let node): node
    }
  }

  init?(_ offload: SyntaxNode, model: SemanticModel) {
    let fates = TaskFates(model: model)
    switch fates.fate(of: offload.outermostEquivalent) {
    case .awaited(let node):
      // Only parentheses and ConfigureAwait may stand between.
      guard node.requiredNode(1).withoutConfigureAwait == offload else { return nil }
      self = .directly(node)
    case .local(let local):
      guard let initializer = AwaitedOffload.value(of: local.declaration), initializer.withoutParentheses == offload,
        let node = AwaitedOffload.onlyAwait(of: local, fates: fates)
      else { return nil }
      self = .throughLocal(declaration: local.declaration, await: node)
    default: return nil
    }
  }

  private static func value(of declaration: SyntaxNode) -> SyntaxNode? {
    if let declarator = VariableDeclaratorSyntax(declaration) {
      return EqualsValueClauseSyntax(declarator.initializer)?.value
    }
    return AssignmentExpressionSyntax(declaration)?.right
  }

  /// The `await` that is the only read of the local, in the same block, with nothing but trivial declarations between.
  private static func onlyAwait(of local: TaskLocal, fates: TaskFates) -> SyntaxNode? {
    let declaration = local.declaration
    guard let statement = declaration.enclosingStatement else { return nil }
    var reads: [SyntaxNode] = []
    for use in fates.uses(of: local.symbol, name: local.name, around: declaration) {
      guard fates.isWrite(use) else {
        reads.append(use)
        continue
      }
      // Assigned once: by the offload, and by nothing else.
      if !declaration.range.contains(use.range) { return nil }
    }
    guard reads.count == 1, let read = reads.first, case .awaited(let node) = fates.fate(of: read),
      node.requiredNode(1).withoutConfigureAwait == read, let joined = node.enclosingStatement
    else { return nil }
    let siblings = statement.siblingStatements
    guard let start = siblings.firstIndex(of: statement),
      let end = siblings.firstIndex(where: { $0.range.contains(joined.range) }), start < end,
      isEvaluatedOnce(node, in: siblings[end])
    else { return nil }
    let trivial = TrivialExpression(model: fates.model)
    return siblings[(start + 1)..<end].allSatisfy { isTrivialDeclaration($0, trivial) } ? node : nil
  }

  /// Whether the place is part of the statement's own block: in no nested block, loop body or function.
  private static func isEvaluatedOnce(_ node: SyntaxNode, in statement: SyntaxNode) -> Bool {
    for ancestor in node.ancestors {
      if ancestor == statement { return isSimple(statement) }
      if ancestor.kind.isStatement || FunctionSyntax(declaredBy: ancestor) != nil { return false }
    }
    return statement == node
  }

  /// Statements whose expressions are evaluated exactly once, when control reaches them.
  private static func isSimple(_ statement: SyntaxNode) -> Bool {
    switch statement.kind {
    case .whileStatement, .doStatement, .forStatement: false
    default: true
    }
  }

  static func isTrivialDeclaration(_ statement: SyntaxNode, _ trivial: TrivialExpression) -> Bool {
    guard let local = LocalDeclarationStatementSyntax(statement), local.usingKeyword == nil,
      let declaration = VariableDeclarationSyntax(local.declaration)
    else { return false }
    return declaration.variables.allSatisfy { declarator in
      guard let initializer = EqualsValueClauseSyntax(VariableDeclaratorSyntax(declarator)?.initializer) else {
        return true
      }
      return trivial.isTrivial(initializer.value)
    }
  }
}
