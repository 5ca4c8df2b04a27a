import CSharpSemantics
import CSharpSyntax

/// Names for new locals.
struct LocalName {
  let context: RuleContext

  /// The first of `base`, `base1`, `base2` … that means nothing at a place, and is written nowhere in the member around.
  ///
  /// - Parameter count: how many of them are left to others.
  func free(_ base: String, at node: SyntaxNode, skipping count: Int = 0) -> String {
    let scope = FunctionSyntax.owningMember(of: node) ?? context.tree.root
    var taken: Set<String> = []
    var token: SyntaxToken? = scope.firstToken
    let end = scope.range.end
    while let current = token, current.range.start < end {
      if current.kind == .identifierToken { taken.insert(current.text) }
      token = current.next
    }
    var name = base
    var left = count
    for number in 1...1000 {
      if !taken.contains(name), context.model.lookupSymbols(named: name, at: node).isEmpty {
        if left == 0 { break }
        left -= 1
      }
      name = base + String(number)
    }
    return name
  }
}
