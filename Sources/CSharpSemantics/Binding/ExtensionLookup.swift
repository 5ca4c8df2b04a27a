import CSharpSyntax

extension BindingContext {
  /// The extension methods of a name in the static classes of a namespace.
  func extensionMembers(_ name: Name, in namespace: Symbol) -> [Symbol] {
    let details = namespace.namespaceDetails
    if let known = details.extensionMembers[name] { return known }
    loadMetadata(of: namespace)
    materializeExtensions(of: namespace, details)
    var result: [Symbol] = []
    for container in details.extensionContainers {
      result += extensionMembers(name, declaredIn: container)
    }
    details.extensionMembers[name] = result
    return result
  }

  /// Classic extension methods, and members of extension blocks, of one static class.
  func extensionMembers(_ name: Name, declaredIn type: Symbol) -> [Symbol] {
    var result = members(of: type, named: name).filter { $0.kind == .method && $0.isExtensionMember }
    for block in type.typeDetails.nestedTypes where block.typeDetails.typeKind == .extension {
      result += members(of: block, named: name).filter { $0.kind == .method || $0.kind == .property }
    }
    return result
  }
}

extension Binder {
  /// Calls `visit` with the extension members of a name for each level of scope, from inside out, until it answers `true`.
  func forEachExtensionLevel(_ name: Name, _ visit: ([Symbol]) -> Bool) {
    var scope: DeclarationScope? = declarationScope
    while let current = scope {
      if current.container.kind == .namespace {
        let own = context.extensionMembers(name, in: current.container).filter { isExtensionVisible($0) }
        if !own.isEmpty, visit(own) { return }
        if let imports = current.imports {
          context.resolve(imports)
          var imported: [Symbol] = []
          for namespace in imports.namespaces where namespace != current.container {
            imported += context.extensionMembers(name, in: namespace)
          }
          for type in imports.staticTypes {
            if let definition = type.definition, definition.kind == .namedType {
              imported += context.extensionMembers(name, declaredIn: definition)
            }
          }
          var seen: Set<Symbol> = []
          imported = imported.filter { seen.insert($0).inserted && isExtensionVisible($0) }
          if !imported.isEmpty, visit(imported) { return }
        }
      }
      scope = current.parent
    }
  }

  private func isExtensionVisible(_ method: Symbol) -> Bool {
    guard isAccessible(method) else { return false }
    guard let owner = method.containingType else { return true }
    let type = owner.typeDetails.typeKind == .extension ? owner.containingType ?? owner : owner
    return isAccessible(type)
  }

  /// Whether unresolved imports may hide extension methods.
  var mayMissExtensions: Bool {
    var scope: DeclarationScope? = declarationScope
    while let current = scope {
      if let imports = current.imports {
        context.resolve(imports)
        if imports.hasUnresolved { return true }
      }
      scope = current.parent
    }
    return false
  }
}
