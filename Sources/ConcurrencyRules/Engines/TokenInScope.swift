import CSharpSemantics
import CSharpSyntax

/// The best cancellation token that can be used at a place (D24, strong and medium grades).
struct TokenInScope {
  static let tokenType = "System.Threading.CancellationToken"
  private static let sourceType = "System.Threading.CancellationTokenSource"

  let model: SemanticModel

  /// An expression for the token; `nil` where there is none, or none is wanted.
  func best(at node: SyntaxNode) -> String? {
    if isUnwanted(at: node) { return nil }
    let locals = model.visibleLocals(at: node).filter { isUsable($0, at: node) }
    if let parameter = locals.first(where: { $0.kind == .parameter && isToken($0.type) }) { return parameter.name }
    if let local = locals.first(where: { $0.kind == .local && isToken($0.type) }) { return local.name }
    if let source = locals.first(where: { $0.type.qualifiedName == TokenInScope.sourceType }) {
      return source.name + ".Token"
    }
    return member(at: node)
  }

  private func isToken(_ type: TypeSymbol) -> Bool { type.qualifiedName == TokenInScope.tokenType }

  /// Not the variable that is just being declared.
  private func isUsable(_ symbol: Symbol, at node: SyntaxNode) -> Bool {
    guard let declaration = symbol.declaringSyntaxReferences.first?.node else { return true }
    return !declaration.range.contains(node.range) || symbol.kind == .parameter
  }

  private func member(at node: SyntaxNode) -> String? {
    guard let function = FunctionSyntax.owningMember(of: node), let owner = model.declaredSymbol(for: function),
      let type = owner.containingType?.type
    else { return nil }
    var current: TypeSymbol? = type
    var depth = 0
    while let candidate = current, depth < 64 {
      for member in candidate.definition?.members ?? [] where member.kind == .field || member.kind == .property {
        guard !member.isImplicitlyDeclared, member.isStatic || !owner.isStatic,
          model.isAccessible(member, at: node), !member.name.isEmpty
        else { continue }
        let isShown = model.lookupSymbols(named: member.name, at: node).first == member
        guard isShown else { continue }
        if isToken(member.type) { return member.name }
        if member.type.qualifiedName == TokenInScope.sourceType { return member.name + ".Token" }
      }
      current = candidate.baseType
      depth += 1
    }
    return nil
  }

  /// In clean-up code nobody wants to be cancelled.
  private func isUnwanted(at node: SyntaxNode) -> Bool {
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .finallyClause: return true
      case .catchClause:
        if let type = CatchDeclarationSyntax(CatchClauseSyntax(ancestor)?.declaration)?.type,
          ["OperationCanceledException", "TaskCanceledException"].contains(simpleName(of: type)?.text ?? type.text)
        {
          return true
        }
      case .methodDeclaration:
        let name = MethodDeclarationSyntax(ancestor)?.identifier.text ?? ""
        return ["Dispose", "DisposeAsync", "DisposeAsyncCore"].contains(name)
      default: break
      }
    }
    return false
  }
}
