import CSharpSemantics
import CSharpSyntax

/// Writes names of types at places where their namespace may not be imported (T5).
struct UsingDirectives {
  let context: RuleContext

  /// How a type, or the static class of extension methods, is written.
  struct Spelling: Hashable {
    let text: String
    /// The directive that makes the text bind, if one is needed.
    let directive: TextEdit?
  }

  private var model: SemanticModel { context.model }
  private var tree: SyntaxTree { context.tree }

  /// The shortest way to write a type at a place.
  ///
  /// - Parameter arity: of a generic type, whose name alone is written.
  func spelling(of name: String, arity: Int = 0, in namespace: String, at node: SyntaxNode) -> Spelling {
    let full = namespace + "." + name
    let found = model.lookupSymbols(named: name, arity: arity, at: node)
    if let first = found.first {
      return first.qualifiedName == full
        ? Spelling(text: name, directive: nil) : Spelling(text: qualified(full, at: node), directive: nil)
    }
    if let directive = directive(importing: namespace) { return Spelling(text: name, directive: directive) }
    return Spelling(text: qualified(full, at: node), directive: nil)
  }

  private func qualified(_ full: String, at node: SyntaxNode) -> String {
    let root = full.prefix { $0 != "." }
    let isHidden = model.lookupSymbols(named: String(root), at: node).first.map { $0.kind != .namespace } ?? false
    return isHidden ? "global::" + full : full
  }

  /// The edit that imports a namespace.
  ///
  /// - Returns: `nil` if the directive would change what another name of the file means, or has no place.
  func directive(importing namespace: String) -> TextEdit? {
    guard !changesMeaning(importing: namespace), let edit = insertion(of: namespace),
      !isConditional(edit.range.start)
    else { return nil }
    return edit
  }

  /// Whether a name that means something already would be ambiguous.
  private func changesMeaning(importing namespace: String) -> Bool {
    var seen: Set<String> = []
    var isChanged = false
    tree.root.walk { node in
      guard !isChanged else { return false }
      guard node.kind == .identifierName || node.kind == .genericName else { return true }
      if node.parent?.kind == .simpleMemberAccessExpression, node.parent?.requiredNode(2) == node { return true }
      if node.parent?.kind == .qualifiedName, node.parent?.requiredNode(2) == node { return true }
      let name = node.identifierText
      let arity = node.kind == .genericName ? node.requiredNode(1).nodeList(1).count : 0
      guard seen.insert("\(name)`\(arity)").inserted,
        let imported = model.context.type(named: namespace + "." + name, arity: arity)?.definition
      else { return true }
      if let current = model.symbol(of: node).symbol ?? model.type(of: node).type?.definition,
        current.kind == .namedType, current != imported, current.containingNamespace?.qualifiedName != namespace
      {
        isChanged = true
      }
      return true
    }
    return isChanged
  }

  // MARK: Place

  private func insertion(of namespace: String) -> TextEdit? {
    guard let unit = CompilationUnitSyntax(tree.root) else { return nil }
    let text = "using \(namespace);"
    var directives = Array(unit.usings)
    if directives.isEmpty {
      for member in unit.members {
        let own =
          NamespaceDeclarationSyntax(member)?.usings ?? FileScopedNamespaceDeclarationSyntax(member)?.usings
        directives = own.map(Array.init) ?? []
        if !directives.isEmpty { break }
      }
    }
    // Global ones come before all others.
    let plain = directives.filter { UsingDirectiveSyntax($0)?.globalKeyword == nil }
    guard !plain.isEmpty else {
      if let last = directives.last { return .insertion(tree.lineEnd + text, at: last.range.end) }
      return firstDirective(text, in: unit)
    }
    let sortable = plain.filter {
      UsingDirectiveSyntax($0)?.alias == nil && UsingDirectiveSyntax($0)?.staticKeyword == nil
    }
    let names = sortable.map { UsingDirectiveSyntax($0)?.namespaceOrType.text ?? "" }
    for comparison in [Comparison.systemFirst, .alphabetical] where comparison.isSorted(names) {
      if let index = names.firstIndex(where: { comparison.precedes(namespace, $0) }) {
        let directive = sortable[index]
        let indentation = tree.indentation(before: directive.range.start) ?? ""
        return .insertion(text + tree.lineEnd + indentation, at: directive.range.start)
      }
      break
    }
    guard let last = sortable.last ?? plain.last else { return nil }
    let indentation = tree.indentation(before: last.range.start) ?? ""
    return .insertion(tree.lineEnd + indentation + text, at: last.range.end)
  }

  private enum Comparison {
    case systemFirst
    case alphabetical

    func precedes(_ a: String, _ b: String) -> Bool {
      if self == .systemFirst, isSystem(a) != isSystem(b) { return isSystem(a) }
      return a.lowercased() < b.lowercased()
    }

    func isSorted(_ names: [String]) -> Bool { zip(names, names.dropFirst()).allSatisfy { !precedes($1, $0) } }

    private func isSystem(_ name: String) -> Bool { name == "System" || name.hasPrefix("System.") }
  }

  /// The first directive of a file: before its first declaration, behind the comments at its head.
  private func firstDirective(_ text: String, in unit: CompilationUnitSyntax) -> TextEdit? {
    let inserted = text + tree.lineEnd + tree.lineEnd
    if let last = Array(unit.externs).last {
      return .insertion(tree.lineEnd + tree.lineEnd + text, at: last.range.end)
    }
    guard let first = unit.attributeLists.first ?? unit.members.first else { return nil }
    let token = first.firstToken
    // Comments that touch the declaration belong to it, those before a blank line, or before a namespace, to the file.
    let isNamespace = first.kind == .namespaceDeclaration || first.kind == .fileScopedNamespaceDeclaration
    guard !isNamespace, let comments = tree.comments(in: token.leadingTrivia) else {
      return .insertion(inserted, at: first.range.start)
    }
    guard !comments.isEmpty else { return .insertion(inserted, at: first.range.start) }
    var start = first.range.start
    for comment in comments.reversed() {
      let between = tree.slice(TextRange(start: comment.range.end, end: start))
      if between.filter({ $0 == 0x0A }).count > 1 { break }
      start = comment.range.start
    }
    return .insertion(inserted, at: start)
  }

  /// Whether a place lies in a conditional section.
  private func isConditional(_ offset: ByteOffset) -> Bool {
    var depth = 0
    for directive in tree.directives where directive.range.start < offset {
      switch directive.kind {
      case .ifDirectiveTrivia: depth += 1
      case .endIfDirectiveTrivia: depth -= 1
      default: break
      }
    }
    return depth > 0
  }
}
