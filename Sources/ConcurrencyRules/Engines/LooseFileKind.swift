import CSharpSyntax

/// What a file without a project is taken for (D13, `unknown`).
enum LooseFileKind {
  private static let webBases: Set<String> = ["Controller", "ControllerBase", "Hub", "PageModel"]
  private static let webNamespaces = ["Microsoft.AspNetCore", "System.Web"]
  private static let uiNamespaces = ["System.Windows", "Microsoft.Maui", "Microsoft.UI.Xaml", "Avalonia"]

  static func of(_ tree: SyntaxTree) -> ProjectKind {
    var kind = ProjectKind.unknown
    tree.root.walk { node in
      guard kind == .unknown else { return false }
      switch node.kind {
      case .usingDirective:
        let name = UsingDirectiveSyntax(unchecked: node).namespaceOrType.text
        if matches(name, webNamespaces) { kind = .web }
        if matches(name, uiNamespaces) { kind = .ui }
        return false
      case .baseList:
        for base in node.nodeList(1) {
          if let name = simpleName(of: AttributeName.bare(base.requiredNode(0))), webBases.contains(name.identifierText)
          {
            kind = .web
          }
        }
        return false
      case .compilationUnit, .namespaceDeclaration, .fileScopedNamespaceDeclaration, .classDeclaration: return true
      default: return false
      }
    }
    return kind
  }

  private static func matches(_ name: String, _ namespaces: [String]) -> Bool {
    namespaces.contains { name == $0 || name.hasPrefix($0 + ".") }
  }
}
