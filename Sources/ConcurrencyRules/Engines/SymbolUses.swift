import CSharpSemantics
import CSharpSyntax

/// A place of the project that names a member.
struct SymbolUse {
  /// The simple name.
  let name: SyntaxNode
  let model: SemanticModel

  /// The expression that the name stands for: `_gate`, `this._gate`, `other._gate`.
  var expression: SyntaxNode {
    guard let parent = name.parent, parent.kind == .simpleMemberAccessExpression, parent.requiredNode(2) == name else {
      return name
    }
    return parent
  }

  /// What stands before the dot.
  var receiver: SyntaxNode? {
    let expression = expression
    return expression == name ? nil : expression.requiredNode(0).withoutParentheses
  }

  /// Whether the value is not read or written there.
  var isNameOf: Bool {
    guard let argument = expression.parent, argument.kind == .argument, let call = argument.parent?.parent,
      call.kind == .invocationExpression
    else { return false }
    let callee = call.requiredNode(0)
    return callee.kind == .identifierName && callee.text == "nameof" && !model.symbol(of: callee).isBound
  }
}

extension RuleContext {
  /// The places of the project that name a field or property, in the order of files and text; declarations, text that is
  /// not compiled, and other projects are not looked at. A private member is sought in its type only.
  ///
  /// - Parameter isWanted: tells names by their syntax, before they are bound.
  func uses(of member: Symbol, where isWanted: (SyntaxNode) -> Bool = { _ in true }) -> [SymbolUse] {
    let member = member.originalDefinition
    guard let type = member.containingType else { return [] }
    let name = member.name
    var result: [SymbolUse] = []
    func collect(in root: SyntaxNode, _ model: SemanticModel) {
      root.walk { node in
        if node.kind == .identifierName, node.identifierText == name, isWanted(node),
          model.symbol(of: node).symbol?.originalDefinition == member
        {
          result.append(SymbolUse(name: node, model: model))
        }
        return true
      }
    }
    if member.accessibility == .private {
      for (part, model) in parts(of: type) { collect(in: part, model) }
      return result
    }
    let word = Array(name.utf8)
    for (index, file) in model.context.compilation.files.enumerated() {
      guard file.bytes.contains(word: word), let model = model(ofFile: index) else { continue }
      collect(in: model.tree.root, model)
    }
    return result
  }
}
