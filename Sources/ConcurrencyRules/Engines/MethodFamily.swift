import CSharpSemantics
import CSharpSyntax

/// Names a method of the source in all binding contexts that know it.
struct MethodKey: Hashable {
  let id: String
  /// The path of its type's first part.
  let place: String
  /// A local function, which only one model knows.
  private let local: Symbol?

  /// `nil` for what is not declared in source.
  init?(_ symbol: Symbol) {
    let symbol = symbol.originalDefinition
    guard symbol.kind == .method else { return nil }
    if symbol.methodKind == .localFunction {
      id = symbol.name
      place = ""
      local = symbol
      return
    }
    local = nil
    guard symbol.isFromSource, let type = symbol.containingType, let reference = type.declaringSyntaxReferences.first
    else { return nil }
    id = symbol.documentationCommentID
    place = type.declaringPath(of: reference) ?? ""
  }
}

/// The rule contexts of the files that a fix looks at, one per path.
final class SolutionContexts {
  let solution: any Solution
  private let own: RuleContext
  private var contexts: [String: RuleContext] = [:]
  private(set) var editable: [String: Bool] = [:]
  /// Classes that derive from a class or name an interface, by its documentation comment id.
  var derivedTypesByClass: [String: [TypeSymbol]] = [:]

  init(_ solution: any Solution, around own: RuleContext) {
    self.solution = solution
    self.own = own
    contexts[own.path] = own
    editable[own.path] = true
  }

  /// The files that hold a word, as seen from where a method is declared.
  func files(mentioning word: String, visibleFrom path: String) -> [RuleContext] {
    solution.files(mentioning: word, visibleFrom: path).map { file in
      if let known = contexts[file.path] { return known }
      let context = RuleContext(model: file.model, settings: file.settings, project: file.project, decisions: [:])
      contexts[file.path] = context
      editable[file.path] = file.isEditable && !GeneratedFileName.matches(file.path)
      return context
    }
  }

  /// The files that may create objects of a type, each once: `new(…)` does not say what it makes.
  func files(creating type: String, visibleFrom path: String) -> [RuleContext] {
    var seen: Set<String> = []
    return [type, "new(", "new ("].flatMap { files(mentioning: $0, visibleFrom: path) }
      .filter { seen.insert($0.path).inserted }
  }

  /// The same for several places: the files that see any of them, each once.
  func files(mentioning word: String, visibleFrom paths: [String]) -> [RuleContext] {
    var seen: Set<String> = []
    return paths.flatMap { files(mentioning: word, visibleFrom: $0) }.filter { seen.insert($0.path).inserted }
      .sorted { $0.path < $1.path }
  }

  /// The context of a file that was looked at.
  func context(of path: String) -> RuleContext? { contexts[path] }

  func isEditable(_ context: RuleContext) -> Bool { editable[context.path] ?? false }
}

/// Everything that is connected to a method by overriding and implementing (D12), in all files that see it.
struct MethodFamily {
  /// A declaration of a member. Both parts of a partial method are members.
  struct Member {
    let context: RuleContext
    /// A method declaration or local function.
    let node: SyntaxNode
    let symbol: Symbol
    let key: MethodKey

    var function: FunctionSyntax? { FunctionSyntax(declaredBy: node) }
  }

  let members: [Member]
  let keys: Set<MethodKey>
  let name: String
  /// Whether every member lies in source that may be edited.
  let isEditable: Bool

  /// - Returns: `nil` if the method itself has no declaration in source.
  init?(of function: FunctionSyntax, in context: RuleContext, contexts: SolutionContexts) {
    guard let symbol = context.model.declaredSymbol(for: function.node), symbol.kind == .method,
      let key = MethodKey(symbol)
    else { return nil }
    name = function.simpleName
    let own = Member(context: context, node: function.node, symbol: symbol, key: key)
    if function.kind == .localFunction {
      members = [own]
      keys = [key]
      isEditable = contexts.isEditable(context)
      return
    }
    let contracts =
      Signatures.contracts(of: symbol)
      + contexts.contractsOfDerivedTypes(for: symbol, declaredIn: context.path)
    var keys: Set<MethodKey> = [key]
    for contract in contracts { if let key = MethodKey(contract) { keys.insert(key) } }
    var isEditable = contracts.allSatisfy { MethodKey($0) != nil }

    // Other members have the same name and number of parameters.
    var candidates: [(member: Member, related: Set<MethodKey>, isClosed: Bool)] = []
    let mayHaveOthers =
      !contracts.isEmpty || symbol.isVirtual || symbol.isAbstract || symbol.isOverride || symbol.isPartial
      || symbol.containingType?.type.kind == .interface
    // Whoever sees a contract may implement it, this project or another one.
    let places = [context.path] + Set(keys.map(\.place)).subtracting(["", context.path]).sorted()
    for file in mayHaveOthers ? contexts.files(mentioning: name, visibleFrom: places) : [] {
      for node in file.methods(named: name) {
        guard let candidate = file.model.declaredSymbol(for: node), candidate.kind == .method,
          candidate.parameters.count == symbol.parameters.count, candidate.arity == symbol.arity,
          let key = MethodKey(candidate)
        else { continue }
        let above = Signatures.contracts(of: candidate)
        let related = Set(above.compactMap { MethodKey($0) })
        candidates.append(
          (
            Member(context: file, node: node, symbol: candidate, key: key), related.union([key]),
            above.allSatisfy { MethodKey($0) != nil }
          ))
      }
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for candidate in candidates where !candidate.related.isDisjoint(with: keys) {
        if !candidate.related.isSubset(of: keys) {
          keys.formUnion(candidate.related)
          isGrowing = true
        }
      }
      if isGrowing { continue }
      let promises = candidates.map(\.member).filter {
        keys.contains($0.key) && $0.symbol.containingType?.type.kind == .interface
      }
      for index in candidates.indices where candidates[index].related.isDisjoint(with: keys) {
        for promise in promises
        where contexts.implements(
          candidates[index].member.symbol, promise.symbol, declaredIn: promise.context.path)
        {
          candidates[index].related.insert(promise.key)
          isGrowing = true
        }
      }
    }
    var members: [Member] = []
    for candidate in candidates where keys.contains(candidate.member.key) {
      members.append(candidate.member)
      if !candidate.isClosed { isEditable = false }
    }
    if !members.contains(where: { $0.context === context && $0.node == function.node }) { members.insert(own, at: 0) }
    self.members = members
    self.keys = keys
    let declared = Set(members.map(\.key))
    self.isEditable =
      isEditable && keys.isSubset(of: declared)
      && members.allSatisfy { contexts.isEditable($0.context) && Signatures.isFree($0.symbol.originalDefinition) }
  }
}

extension MethodFamily {
  /// A file of each project that declares a member: code that sees one of them may use the family.
  var viewpoints: [String] {
    var seen: Set<String> = []
    return members.filter { seen.insert($0.context.model.context.compilation.options.assemblyName).inserted }
      .map(\.context.path)
  }
}

extension FunctionSyntax {
  /// The name of a method or local function, without an interface's before it; empty for others.
  var simpleName: String { nameToken.map { $0.text.hasPrefix("@") ? String($0.text.dropFirst()) : $0.text } ?? "" }

  var nameToken: SyntaxToken? {
    switch node.kind {
    case .methodDeclaration, .localFunctionStatement: node.declaredName
    default: nil
    }
  }
}

extension RuleContext {
  /// The path of the file, as the compilation has it.
  var path: String {
    let files = model.context.compilation.files
    return files.indices.contains(model.file) ? files[model.file].path : ""
  }

  /// The declarations of methods with a name.
  func methods(named name: String) -> [SyntaxNode] {
    var found: [SyntaxNode] = []
    tree.root.walk { node in
      switch node.kind {
      case .methodDeclaration:
        if FunctionSyntax(declaredBy: node)?.simpleName == name { found.append(node) }
        return false
      case .compilationUnit, .namespaceDeclaration, .fileScopedNamespaceDeclaration, .classDeclaration,
        .structDeclaration, .interfaceDeclaration, .recordDeclaration, .recordStructDeclaration,
        .extensionBlockDeclaration, .unionDeclaration:
        return true
      default: return false
      }
    }
    return found
  }
}

/// A place where a member of a family is named.
struct MethodReference {
  let context: RuleContext
  /// The simple name: an identifier or generic name.
  let name: SyntaxNode

  /// The whole expression that names the method: `a.b.M`, `M<int>`, `.M` behind a `?`.
  var expression: SyntaxNode {
    guard let parent = name.parent else { return name }
    switch parent.kind {
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression:
      return parent.requiredNode(2) == name ? parent : name
    case .memberBindingExpression: return parent
    default: return name
    }
  }

  /// The call, if that is what it is.
  var call: SyntaxNode? {
    let expression = expression
    guard let parent = expression.parent, parent.kind == .invocationExpression, parent.requiredNode(0) == expression
    else { return nil }
    return parent
  }

  /// All places of the files that see the family; declarations left out.
  static func all(of family: MethodFamily, contexts: SolutionContexts) -> [MethodReference] {
    guard let first = family.members.first else { return [] }
    let local = first.symbol.methodKind == .localFunction || first.symbol.accessibility == .private
    var found: [MethodReference] = []
    // A private method is named in its type's files only.
    let files = contexts.files(mentioning: family.name, visibleFrom: family.viewpoints)
    let declaring = Set(
      (first.symbol.containingType?.declaringSyntaxReferences ?? []).compactMap { first.symbol.declaringPath(of: $0) })
    let isLocalFunction = first.symbol.methodKind == .localFunction
    for file in files where !local || file.path == first.context.path || declaring.contains(file.path) {
      if isLocalFunction, file !== first.context { continue }
      file.tree.root.walk { node in
        guard node.kind == .identifierName || node.kind == .genericName else { return true }
        guard node.identifierText == family.name else { return true }
        let info = file.model.symbol(of: node)
        let named = [info.symbol].compactMap { $0 } + (info.symbol == nil ? info.candidates : [])
        if named.contains(where: { MethodKey($0).map(family.keys.contains) ?? false }) {
          found.append(MethodReference(context: file, name: node))
        }
        return true
      }
    }
    return found
  }
}
