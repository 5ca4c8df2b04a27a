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
    for derived in derivedTypes(of: owner, declaredIn: path) {
      for interface in derived.allInterfaces {
        for member in interface.members(named: method.name) where hasSameParameters(member, method) {
          let contract = member.originalDefinition
          if !found.contains(contract) { found.append(contract) }
        }
      }
    }
    return found
  }

  /// The classes that derive from one, in all files that see it.
  private func derivedTypes(of owner: Symbol, declaredIn path: String) -> [TypeSymbol] {
    let id = owner.documentationCommentID
    if let known = derivedTypesByClass[id] { return known }
    var found: [TypeSymbol] = []
    var pending = [owner]
    var seen: Set<String> = [id]
    while let next = pending.popLast(), seen.count < 256 {
      for symbol in classes(naming: next, declaredIn: path) where derives(symbol.type, from: next) {
        found.append(symbol.type)
        if seen.insert(symbol.documentationCommentID).inserted { pending.append(symbol) }
      }
    }
    derivedTypesByClass[id] = found
    return found
  }

  /// Whether a class implements an interface's method for a type that derives from it and names the interface.
  ///
  /// - Parameter path: where the interface is declared.
  func implements(_ candidate: Symbol, _ member: Symbol, declaredIn path: String) -> Bool {
    guard let interface = member.containingType, let owner = candidate.containingType, owner.type.kind == .class,
      candidate.accessibility == .public, !candidate.isStatic, hasSameParameters(member, candidate)
    else { return false }
    let id = interface.documentationCommentID
    let implementers: [TypeSymbol]
    if let known = derivedTypesByClass[id] {
      implementers = known
    } else {
      implementers = classes(naming: interface, declaredIn: path).map(\.type)
      derivedTypesByClass[id] = implementers
    }
    return implementers.contains { derives($0, from: owner) }
  }

  /// The classes in whose lists of bases a type's name stands.
  private func classes(naming type: Symbol, declaredIn path: String) -> [Symbol] {
    var found: [Symbol] = []
    for file in files(mentioning: type.name, visibleFrom: path) {
      file.tree.root.walk { node in
        switch node.kind {
        case .compilationUnit, .namespaceDeclaration, .fileScopedNamespaceDeclaration, .structDeclaration: return true
        case .classDeclaration, .recordDeclaration: break
        default: return false
        }
        if let bases = node.childNodes.first(where: { $0.kind == .baseList }), bases.text.contains(type.name),
          let symbol = file.model.declaredSymbol(for: node)
        {
          found.append(symbol)
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
