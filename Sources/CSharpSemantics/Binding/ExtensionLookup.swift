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

/// The extension members of one name that a declaration's code sees, for each level of scope, from inside out; found as
/// they are asked for.
final class ExtensionLevels {
  /// Kept alive, as its identity is a key.
  let scope: DeclarationScope
  fileprivate var levels: [[Symbol]] = []
  /// The first scope that was not looked at yet.
  fileprivate var rest: DeclarationScope?

  fileprivate init(_ scope: DeclarationScope) {
    self.scope = scope
    rest = scope
  }

  struct Key: Hashable {
    let scope: ObjectIdentifier
    let name: Name
  }
}

extension Binder {
  /// Calls `visit` with the extension members of a name for each level of scope, from inside out, until it answers `true`.
  func forEachExtensionLevel(_ name: Name, _ visit: ([Symbol]) -> Bool) {
    let key = ExtensionLevels.Key(scope: ObjectIdentifier(declarationScope), name: name)
    let found: ExtensionLevels
    if let known = model.extensionLevels[key] {
      found = known
    } else {
      found = ExtensionLevels(declarationScope)
      model.extensionLevels[key] = found
    }
    var index = 0
    while true {
      // Binding an argument may come here again, for the same name.
      while index < found.levels.count {
        if visit(found.levels[index]) { return }
        index += 1
      }
      guard let scope = found.rest else { return }
      found.rest = scope.parent
      if !addLevels(of: scope, name, to: found) { model.extensionLevels[key] = nil }
    }
  }

  /// - Returns: whether that is all there ever will be: not while imports are being resolved.
  private func addLevels(of scope: DeclarationScope, _ name: Name, to found: ExtensionLevels) -> Bool {
    guard scope.container.kind == .namespace else { return true }
    let own = context.extensionMembers(name, in: scope.container).filter { isExtensionVisible($0) }
    if !own.isEmpty { found.levels.append(own) }
    guard let imports = scope.imports else { return true }
    context.resolve(imports)
    var imported: [Symbol] = []
    for namespace in imports.namespaces where namespace != scope.container {
      imported += context.extensionMembers(name, in: namespace)
    }
    for type in imports.staticTypes {
      if let definition = type.definition, definition.kind == .namedType {
        imported += context.extensionMembers(name, declaredIn: definition)
      }
    }
    var seen: Set<Symbol> = []
    imported = imported.filter { seen.insert($0).inserted && isExtensionVisible($0) }
    if !imported.isEmpty { found.levels.append(imported) }
    return imports.state == .done
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
