import CSharpSemantics
import CSharpSyntax

extension SolutionContexts {
  /// The interface members that a method implements for types that derive from its own: `class Base { public void M() … }`
  /// and `class Derived : Base, IM`. Nothing at the method tells.
  ///
  /// - Parameter path: where the method is declared.
  func contractsOfDerivedTypes(for method: Symbol, declaredIn path: String) -> [Symbol] {
    guard method.kind == .method, method.methodKind == .ordinary, method.accessibility == .public, !method.isStatic,
      let owner = method.containingType, owner.type.kind == .class, !owner.isSealed
    else { return [] }
    var found: [Symbol] = []
    for file in files(mentioning: owner.name, visibleFrom: path) {
      file.tree.root.walk { node in
        switch node.kind {
        case .compilationUnit, .namespaceDeclaration, .fileScopedNamespaceDeclaration, .structDeclaration: return true
        case .classDeclaration, .recordDeclaration: break
        default: return false
        }
        guard let derived = file.model.declaredSymbol(for: node)?.type, derives(derived, from: owner) else {
          return true
        }
        for interface in derived.allInterfaces {
          for member in interface.members(named: method.name) where hasSameParameters(member, method) {
            let contract = member.originalDefinition
            if !found.contains(contract) { found.append(contract) }
          }
        }
        return true
      }
    }
    return found
  }

  private func derives(_ type: TypeSymbol, from owner: Symbol) -> Bool {
    let id = owner.documentationCommentID
    var current = type.baseType
    var depth = 0
    while let base = current?.originalDefinition.definition, depth < 64 {
      // Models of different projects have symbols of their own.
      if base.name == owner.name, base.documentationCommentID == id { return true }
      current = current?.baseType
      depth += 1
    }
    return false
  }

  private func hasSameParameters(_ member: Symbol, _ method: Symbol) -> Bool {
    guard member.kind == .method, member.arity == method.arity, member.parameters.count == method.parameters.count
    else { return false }
    // Type parameters have names of their own.
    return method.arity > 0
      || zip(member.parameters, method.parameters).allSatisfy { $0.type.displayString == $1.type.displayString }
  }
}
