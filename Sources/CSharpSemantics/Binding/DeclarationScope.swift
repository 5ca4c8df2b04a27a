import CSharpSyntax

/// What a type or namespace declaration brings into scope for the names inside it.
final class DeclarationScope {
  let parent: DeclarationScope?
  /// A namespace or a named type.
  let container: Symbol
  /// Imports that belong to this declaration; a namespace `A.B` has them in its innermost part.
  let imports: Imports?
  let file: Int
  var typeCache: [TypeNameKey: TypeNameLookup] = [:]

  init(parent: DeclarationScope?, container: Symbol, imports: Imports?, file: Int) {
    self.parent = parent
    self.container = container
    self.imports = imports
    self.file = file
  }

  var containingType: Symbol? {
    var scope: DeclarationScope? = self
    while let current = scope {
      if current.container.kind == .namedType { return current.container }
      scope = current.parent
    }
    return nil
  }
}

struct TypeNameKey: Hashable {
  let name: Name
  let arity: Int
}

/// What a simple name means as namespace or type.
struct TypeNameLookup {
  /// A namespace, named type or type parameter.
  var symbol: Symbol?
  /// The constructed type that a nested type was found in.
  var outer: TypeSymbol?
  /// The target of an alias for a type.
  var aliasTarget: TypeSymbol?
  var candidates: [Symbol] = []

  var isFound: Bool { symbol != nil || aliasTarget != nil }
}

/// Using directives of a compilation unit or namespace declaration, or the global ones of a project.
final class Imports {
  enum Origin {
    case syntax(SyntaxNode, file: Int)
    case text(String)
  }

  struct Alias {
    let origin: Origin
    var isResolving = false
    var lookup: TypeNameLookup?
  }

  /// Keeps the directives' nodes alive: files may have another text when a directive is looked at first.
  private var trees: [SyntaxTree] = []
  var aliases: [Name: Alias] = [:]
  var directives: [Origin] = []
  /// Scope in which the directives' names are looked up; `nil`: the global namespace.
  var resolutionScope: DeclarationScope?
  /// The project's global ones, for those of a compilation unit.
  var global: Imports?
  var state = SymbolData.Completion.none
  var namespaces: [Symbol] = []
  var staticTypes: [TypeSymbol] = []
  /// Whether some directive names a namespace that nothing declares.
  var hasUnresolved = false

  func keepAlive(_ tree: SyntaxTree) {
    if trees.last !== tree { trees.append(tree) }
  }
}

extension BindingContext {
  /// The scope inside a declaration: 0 is the compilation unit.
  func scope(file: Int, declaration: Int32) -> DeclarationScope {
    if let known = files[file].scopes[declaration] { return known }
    let source = files[file].declarations
    let record = source.declarations[Int(declaration)]
    let made: DeclarationScope
    switch record.kind {
    case .compilationUnit:
      let imports = makeImports(record.node.nodeList(1), externs: record.node.nodeList(0), scope: nil, file: file)
      imports.global = globalImports(assembly: files[file].assembly)
      made = DeclarationScope(parent: nil, container: globalNamespace, imports: imports, file: file)
    case .namespace:
      let outer = scope(file: file, declaration: record.parent)
      guard let innermost = files[file].symbols[Int(declaration)], innermost.kind == .namespace else { return outer }
      // `namespace A.B` is B inside A; imports belong to B.
      var chain: [Symbol] = []
      var current: Symbol? = innermost
      while let namespace = current, namespace != outer.container {
        chain.append(namespace)
        current = namespace.pointer.pointee.containing
      }
      var parent = outer
      for namespace in chain.reversed().dropLast() {
        parent = DeclarationScope(parent: parent, container: namespace, imports: nil, file: file)
      }
      let imports = makeImports(record.node.nodeList(6), externs: record.node.nodeList(5), scope: parent, file: file)
      made = DeclarationScope(parent: parent, container: innermost, imports: imports, file: file)
      // Directives see the namespace's own members, but not each other.
      imports.resolutionScope = DeclarationScope(parent: parent, container: innermost, imports: nil, file: file)
    default:
      guard record.kind.isType, let type = files[file].symbols[Int(declaration)], type.kind == .namedType else {
        return record.parent >= 0
          ? scope(file: file, declaration: record.parent)
          : DeclarationScope(parent: nil, container: globalNamespace, imports: nil, file: file)
      }
      made = DeclarationScope(
        parent: scope(file: file, declaration: record.parent), container: type, imports: nil, file: file)
    }
    files[file].scopes[declaration] = made
    return made
  }

  private func makeImports(
    _ usings: SyntaxNodeList, externs: SyntaxNodeList, scope: DeclarationScope?, file: Int
  ) -> Imports {
    let result = Imports()
    for node in usings where node.kind == .usingDirective && node.optionalToken(0) == nil {
      add(node, file: file, to: result)
    }
    return result
  }

  private func add(_ node: SyntaxNode, file: Int, to imports: Imports) {
    imports.keepAlive(node.tree)
    if let alias = node.optionalNode(4) {
      let name = name(of: alias.requiredNode(0).requiredToken(0))
      if imports.aliases[name] == nil { imports.aliases[name] = Imports.Alias(origin: .syntax(node, file: file)) }
    } else {
      imports.directives.append(.syntax(node, file: file))
    }
  }

  func globalImports(assembly: Int) -> Imports {
    if let known = assemblies[assembly].globalImports { return known }
    let result = Imports()
    for text in assemblies[assembly].options.globalUsings {
      if let equals = text.firstIndex(of: "=") {
        let alias = String(text[..<equals].filter { !$0.isWhitespace })
        result.aliases[names.name(alias)] = Imports.Alias(origin: .text(text))
      } else {
        result.directives.append(.text(text))
      }
    }
    for (index, file) in files.enumerated() where file.assembly == assembly {
      for node in file.declarations.tree.root.nodeList(1)
      where node.kind == .usingDirective && node.optionalToken(0) != nil {
        add(node, file: index, to: result)
      }
    }
    assemblies[assembly].globalImports = result
    return result
  }

  /// Resolves the directives when they are first needed.
  func resolve(_ imports: Imports) {
    guard imports.state == .none else { return }
    imports.state = .running
    if let global = imports.global {
      resolve(global)
      imports.namespaces = global.namespaces
      imports.staticTypes = global.staticTypes
      imports.hasUnresolved = global.hasUnresolved
    }
    for directive in imports.directives {
      switch directive {
      case .text(let text):
        var words = text.split(separator: " ").map(String.init)
        let isStatic = words.first == "static"
        if isStatic { words.removeFirst() }
        let path = words.joined()
        if isStatic {
          if let type = type(named: path) { imports.staticTypes.append(type) } else { imports.hasUnresolved = true }
        } else if let namespace = namespace(path: path) {
          if !imports.namespaces.contains(namespace) { imports.namespaces.append(namespace) }
        } else {
          imports.hasUnresolved = true
        }
      case .syntax(let node, let file):
        let binder = TypeBinder(
          context: self, scope: imports.resolutionScope ?? bareGlobalScope(file: file), typeParameters: [])
        if node.optionalToken(2) != nil {
          let type = binder.bindType(node.requiredNode(5))
          if type.isErrorType { imports.hasUnresolved = true } else { imports.staticTypes.append(type) }
        } else if case .namespace(let namespace) = binder.bindNamespaceOrType(node.requiredNode(5)) {
          if !imports.namespaces.contains(namespace) { imports.namespaces.append(namespace) }
        } else {
          imports.hasUnresolved = true
        }
      }
    }
    imports.state = .done
  }

  func bareGlobalScope(file: Int) -> DeclarationScope {
    DeclarationScope(parent: nil, container: globalNamespace, imports: nil, file: file)
  }

  func namespace(path: String) -> Symbol? {
    var current = globalNamespace
    var path = path[...]
    if path.hasPrefix("global::") { path = path.dropFirst(8) }
    for part in path.split(separator: ".") {
      guard let next = namespace(named: names.name(String(part)), in: current) else { return nil }
      current = next
    }
    return current
  }

  func resolveAlias(_ name: Name, in imports: Imports) -> TypeNameLookup? {
    guard let alias = imports.aliases[name] else { return imports.global.flatMap { resolveAlias(name, in: $0) } }
    if let known = alias.lookup { return known }
    if alias.isResolving { return TypeNameLookup() }
    imports.aliases[name]?.isResolving = true
    var lookup = TypeNameLookup()
    switch alias.origin {
    case .text(let text):
      let path = String(
        text[text.index(after: text.firstIndex(of: "=") ?? text.startIndex)...].filter { !$0.isWhitespace })
      if let namespace = namespace(path: path) {
        lookup.symbol = namespace
      } else {
        lookup.aliasTarget = type(named: path)
      }
    case .syntax(let node, let file):
      let binder = TypeBinder(
        context: self, scope: imports.resolutionScope ?? bareGlobalScope(file: file), typeParameters: [])
      switch binder.bindNamespaceOrType(node.requiredNode(5)) {
      case .namespace(let namespace): lookup.symbol = namespace
      case .type(let type): lookup.aliasTarget = type
      }
    }
    imports.aliases[name]?.isResolving = false
    imports.aliases[name]?.lookup = lookup
    return lookup
  }

  // MARK: Simple names

  /// What a simple name means as a namespace or type in a scope (C# §7.8).
  func lookupNamespaceOrType(_ name: Name, arity: Int, scope: DeclarationScope) -> TypeNameLookup {
    let key = TypeNameKey(name: name, arity: arity)
    if let known = scope.typeCache[key] { return known }
    let result = lookupUncached(name, arity: arity, scope: scope)
    if result.isFound || !isResolvingSomething(scope) { scope.typeCache[key] = result }
    return result
  }

  /// While bases or imports are still being resolved a failed lookup must not be remembered.
  private func isResolvingSomething(_ scope: DeclarationScope) -> Bool {
    var current: DeclarationScope? = scope
    while let scope = current {
      if scope.container.kind == .namedType, scope.container.typeDetails.basesState == .running { return true }
      if let imports = scope.imports, imports.state == .running { return true }
      current = scope.parent
    }
    return false
  }

  private func lookupUncached(_ name: Name, arity: Int, scope: DeclarationScope) -> TypeNameLookup {
    if scope.container.kind == .namedType {
      if arity == 0 {
        for parameter in scope.container.pointer.pointee.typeParameters where parameter.pointer.pointee.name == name {
          return TypeNameLookup(symbol: parameter)
        }
      }
      if let found = lookupNestedType(name, arity: arity, in: scope.container.type, file: scope.file) { return found }
    } else {
      let found = types(named: name, arity: arity, in: scope.container)
      if let type = preferred(found, file: scope.file) { return TypeNameLookup(symbol: type, candidates: found) }
      if arity == 0, let namespace = namespace(named: name, in: scope.container) {
        return TypeNameLookup(symbol: namespace)
      }
      if let imports = scope.imports {
        if arity == 0, let alias = resolveAlias(name, in: imports) { return alias }
        let found = lookup(name, arity: arity, imports: imports, file: scope.file)
        if found.isFound { return found }
      }
    }
    guard let parent = scope.parent else { return TypeNameLookup() }
    return lookupNamespaceOrType(name, arity: arity, scope: parent)
  }

  private func lookup(_ name: Name, arity: Int, imports: Imports, file: Int) -> TypeNameLookup {
    resolve(imports)
    var found: [Symbol] = []
    for namespace in imports.namespaces {
      for type in types(named: name, arity: arity, in: namespace) where !found.contains(type) { found.append(type) }
    }
    for type in imports.staticTypes {
      if let nested = lookupNestedType(name, arity: arity, in: type, file: file) {
        if let symbol = nested.symbol, !found.contains(symbol) { found.append(symbol) }
      }
    }
    guard let type = preferred(found, file: file) else { return TypeNameLookup(candidates: found) }
    return TypeNameLookup(symbol: type, candidates: found)
  }

  /// The one type that a name can mean: accessible ones, then those of this assembly, win.
  func preferred(_ types: [Symbol], file: Int) -> Symbol? {
    if types.count <= 1 { return types.first }
    let assembly = files.indices.contains(file) ? files[file].assembly : 0
    let accessible = types.filter { isTypeAccessible($0, assembly: assembly) }
    if accessible.count <= 1 { return accessible.first ?? types.first }
    let own = accessible.filter { assemblyIndex(of: $0) == assembly }
    if let first = own.first { return first }
    // The same full name in several references.
    let name = accessible[0].qualifiedName
    if accessible.allSatisfy({ $0.qualifiedName == name }) { return accessible[0] }
    return nil
  }

  func assemblyIndex(of symbol: Symbol) -> Int? {
    let file = symbol.pointer.pointee.file
    return file >= 0 ? files[Int(file)].assembly : nil
  }

  func isTypeAccessible(_ type: Symbol, assembly: Int) -> Bool {
    guard let own = assemblyIndex(of: type) else {
      return type.pointer.pointee.accessibility != .private
    }
    if own == assembly { return true }
    switch type.pointer.pointee.accessibility {
    case .internal, .private, .privateProtected: return isFriend(assembly, of: own)
    default: return true
    }
  }

  func isFriend(_ assembly: Int, of other: Int) -> Bool {
    assembly == other || assemblies[other].friends.contains(assemblies[assembly].options.assemblyName)
  }

  /// A type nested in a type or in one of its bases.
  func lookupNestedType(_ name: Name, arity: Int, in type: TypeSymbol, file: Int) -> TypeNameLookup? {
    var current: TypeSymbol? = type
    var depth = 0
    while let instance = current, depth < 64 {
      guard let definition = instance.definition, definition.kind == .namedType else { return nil }
      let found = nestedTypes(named: name, arity: arity, in: definition)
      if let symbol = preferred(found, file: file) { return TypeNameLookup(symbol: symbol, outer: instance) }
      if definition.typeDetails.typeKind == .interface {
        for interface in allInterfaces(of: instance) {
          guard let inner = interface.definition, inner.kind == .namedType else { continue }
          if let symbol = nestedTypes(named: name, arity: arity, in: inner).first {
            return TypeNameLookup(symbol: symbol, outer: interface)
          }
        }
        return nil
      }
      current = baseType(of: instance)
      depth += 1
    }
    return nil
  }
}
