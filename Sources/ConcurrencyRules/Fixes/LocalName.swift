import CSharpSemantics
import CSharpSyntax

/// Names for new locals.
struct LocalName {
  let context: RuleContext

  /// The first of `base`, `base1`, `base2` … that means nothing at a place, and is written nowhere in the member around.
  func free(_ base: String, at node: SyntaxNode) -> String {
    let scope = FunctionSyntax.owningMember(of: node) ?? context.tree.root
    var taken: Set<String> = []
    var token: SyntaxToken? = scope.firstToken
    let end = scope.range.end
    while let current = token, current.range.start < end {
      if current.kind == .identifierToken { taken.insert(current.text) }
      token = current.next
    }
    var name = base
    for number in 1...1000 {
      if !taken.contains(name), context.model.lookupSymbols(named: name, at: node).isEmpty { break }
      name = base + String(number)
    }
    return name
  }
}
