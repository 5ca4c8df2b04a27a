import CSharpSyntax

/// The values of locals that are written nowhere but where they are declared. Each member is looked through once.
package final class OnlyValues {
  let model: SemanticModel
  private var members: [SyntaxNode: [Symbol: SyntaxNode]] = [:]

  package init(model: SemanticModel) { self.model = model }

  /// The initializer of a local that is written nowhere else.
  ///
  /// - Parameter node: a place in the member that declares the local.
  package func value(of local: Symbol, around node: SyntaxNode) -> SyntaxNode? {
    guard let member = FunctionSyntax.owningMember(of: node) else { return nil }
    if let known = members[member] { return known[local] }
    let values = find(in: member)
    members[member] = values
    return values[local]
  }

  private func find(in member: SyntaxNode) -> [Symbol: SyntaxNode] {
    var writes: [Symbol: Int] = [:]
    model.forEachWrite(in: member) { path in
      if path.fields.isEmpty, let local = path.local { writes[local, default: 0] += 1 }
    }
    var values: [Symbol: SyntaxNode] = [:]
    member.walk { candidate in
      if candidate.kind == .variableDeclarator, let clause = candidate.optionalNode(2),
        let local = model.declaredSymbol(for: candidate), writes[local] == 1, values[local] == nil
      {
        values[local] = clause.requiredNode(1)
      }
      return true
    }
    return values
  }
}
