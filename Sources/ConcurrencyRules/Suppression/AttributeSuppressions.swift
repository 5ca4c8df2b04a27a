import CSharpSemantics
import CSharpSyntax

/// `SuppressMessage` attributes (rule catalogue, section 6, form 3).
struct AttributeSuppressions {
  private let model: SemanticModel
  /// Most files have no such attribute; then nobody looks for one around each finding.
  private let isMentioned: Bool
  /// Those on the assembly or module, of all files of the project.
  private let ofAssembly: [SuppressMessage]

  init(_ model: SemanticModel) {
    self.model = model
    isMentioned = model.tree.bytes.contains(word: Array("SuppressMessage".utf8))
    let compilation = model.context.compilation
    ofAssembly = compilation.hasAssemblySuppressions ? compilation.files.flatMap(\.suppressMessages) : []
  }

  /// The attribute that silences one of some ids at a place.
  func suppression(of ids: [String], at range: TextRange) -> SuppressMessage? {
    guard let node = model.tree.innermostNode(containing: range) else { return nil }
    for ancestor in sequence(first: node, next: { $0.parent }) {
      if isMentioned, ancestor.kind != .compilationUnit {
        for list in ancestor.attributeLists {
          for attribute in list.nodeList(2) {
            if let found = SuppressMessage(attribute), ids.contains(found.id) { return found }
          }
        }
      }
      if let found = onOtherPart(of: ancestor, ids) { return found }
    }
    let candidates = ofAssembly.filter { ids.contains($0.id) }
    return candidates.isEmpty ? nil : candidates.first(matching: Declarations(around: node, model))
  }

  /// An attribute of a partial type belongs to all parts.
  private func onOtherPart(of node: SyntaxNode, _ ids: [String]) -> SuppressMessage? {
    switch node.kind {
    case .classDeclaration, .structDeclaration, .interfaceDeclaration, .recordDeclaration, .recordStructDeclaration:
      guard node.tokenList(1).contains(.partialKeyword), let symbol = model.declaredSymbol(for: node) else {
        return nil
      }
      for attribute in symbol.attributes {
        guard let syntax = attribute.syntax, let found = SuppressMessage(syntax.node), ids.contains(found.id) else {
          continue
        }
        return found
      }
      return nil
    default: return nil
    }
  }

  /// The places in this file where rules of ours are named, on the assembly only where they are about all of it: what
  /// another target's attribute silences may lie in another file.
  var mentions: [(ruleID: String, range: TextRange)] {
    guard isMentioned else { return [] }
    var mentions: [(String, TextRange)] = []
    model.tree.root.walk { node in
      guard node.kind == .attribute else { return true }
      guard let found = SuppressMessage(node), RuleID.isWellFormed(found.id),
        node.parent?.parent?.kind != .compilationUnit
      else { return false }
      mentions.append((found.id, found.range))
      return false
    }
    return mentions
  }

  /// What is declared around a place, inside out.
  fileprivate struct Declarations {
    var members: [Symbol] = []
    var types: [Symbol] = []
    /// Such as `N.Inner`; empty for the global one.
    var namespace = ""

    init(around node: SyntaxNode, _ model: SemanticModel) {
      for ancestor in sequence(first: node, next: { $0.parent }) {
        guard let symbol = model.declaredSymbol(for: ancestor) else { continue }
        switch symbol.kind {
        case .namedType: types.append(symbol)
        case .method, .property, .field, .event: members.append(symbol)
        default: continue
        }
      }
      var names: [String] = []
      var current = (types.last ?? members.last)?.containingNamespace
      while let symbol = current, !symbol.isGlobalNamespace {
        names.append(symbol.name)
        current = symbol.containingNamespace
      }
      namespace = names.reversed().joined(separator: ".")
    }
  }
}

extension [SuppressMessage] {
  fileprivate func first(matching declarations: AttributeSuppressions.Declarations) -> SuppressMessage? {
    first { $0.covers(declarations) }
  }
}

extension SuppressMessage {
  /// Whether the scope and target of an attribute on the assembly cover a place.
  ///
  /// `namespace` stands for the types of that very namespace, `namespaceanddescendants` for those of inner ones too.
  fileprivate func covers(_ declarations: AttributeSuppressions.Declarations) -> Bool {
    if target.isEmpty { return scope.isEmpty || scope == "module" }
    switch scope {
    case "", "module": return scope == "module"
    case "member": return (declarations.members + declarations.types).contains { names($0) }
    case "type": return declarations.types.contains { names($0) }
    case "namespace": return namespaceName == declarations.namespace
    case "namespaceanddescendants":
      let name = namespaceName
      return name == declarations.namespace || declarations.namespace.hasPrefix(name + ".")
    default: return false
    }
  }

  private var namespaceName: String { target.hasPrefix("N:") ? String(target.dropFirst(2)) : target }

  /// Whether the target means a symbol: by its documentation-comment id, that of a method perhaps with the type that it
  /// returns, or as older tools write it (`N.Outer+Inner.#Member(System.Int32)`).
  private func names(_ symbol: Symbol) -> Bool {
    let id = symbol.documentationCommentID
    if id == target { return true }
    if target.hasPrefix(id), target.dropFirst(id.count).first == "~" { return true }
    guard target.dropFirst().first != ":" else { return false }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if symbol.kind == .namedType { return parts.count == 1 && "T:" + target.replacing("+", with: ".") == id }
    guard parts.count == 2, parts[0].hasSuffix("."), let type = symbol.containingType else { return false }
    let typeID = "T:" + parts[0].dropLast().replacing("+", with: ".")
    return type.documentationCommentID == typeID && parts[1].prefix { $0 != "(" } == symbol.name
  }
}
