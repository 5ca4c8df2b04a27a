import CSharpSyntax

/// `[SuppressMessage("category", "id:name", Scope = "…", Target = "…", Justification = "…")]`, as far as literals say it.
package struct SuppressMessage: Hashable, Sendable {
  /// The whole attribute.
  package let range: TextRange
  /// In upper case, without the name behind the colon.
  package let id: String
  /// In lower case; empty without one.
  package let scope: String
  /// A documentation-comment id without `~`, or an older tool's name; empty without one.
  package let target: String
  /// Empty without one.
  package let justification: String

  /// - Returns: `nil` for other attributes, and for one whose id is no literal.
  package init?(_ attribute: SyntaxNode) {
    guard attribute.kind == .attribute, SuppressMessage.isNamed(attribute.requiredNode(0)),
      let list = attribute.optionalNode(1)
    else { return nil }
    var positional: [SyntaxNode] = []
    var named: [String: SyntaxNode] = [:]
    for argument in list.nodeList(1) {
      if let name = argument.optionalNode(0) ?? argument.optionalNode(1) {
        named[name.requiredNode(0).text] = argument.requiredNode(2)
      } else {
        positional.append(argument.requiredNode(2))
      }
    }
    func text(_ node: SyntaxNode?) -> String? {
      guard let node, node.kind == .stringLiteralExpression else { return nil }
      return StringLiteral.value(node.requiredToken(0).text)
    }
    guard let check = text(positional.count > 1 ? positional[1] : named["checkId"]) else { return nil }
    range = attribute.range
    id = String(check.prefix { $0 != ":" }.filter { !$0.isWhitespace }).uppercased()
    scope = (text(named["Scope"]) ?? "").lowercased()
    let target = text(named["Target"]) ?? ""
    self.target = target.hasPrefix("~") ? String(target.dropFirst()) : target
    justification = text(named["Justification"]) ?? ""
  }

  private static func isNamed(_ name: SyntaxNode) -> Bool {
    let simple: SyntaxNode
    switch name.kind {
    case .qualifiedName: simple = name.requiredNode(2)
    case .aliasQualifiedName: simple = name.requiredNode(2)
    default: simple = name
    }
    var text = Substring(simple.text)
    if text.hasSuffix("Attribute") { text = text.dropLast("Attribute".count) }
    return text == "SuppressMessage" || text == "UnconditionalSuppressMessage"
  }
}

extension Compilation {
  /// Whether some file has such an attribute on the assembly or module: most projects have none.
  package var hasAssemblySuppressions: Bool { files.contains { !$0.suppressMessages.isEmpty } }
}
