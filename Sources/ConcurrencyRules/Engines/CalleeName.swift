import CSharpSemantics
import CSharpSyntax

/// The name that messages use for what is called: the method's, with its type where a type's name is the receiver.
func calleeName(of callee: SyntaxNode, model: SemanticModel) -> String {
  guard let name = simpleName(of: callee) else {
    return callee.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
  if callee.kind == .simpleMemberAccessExpression {
    let receiver = callee.requiredNode(0)
    if model.symbol(of: receiver).symbol?.kind == .namedType, let type = simpleName(of: receiver) {
      return type.identifierText + "." + name.identifierText
    }
  }
  return name.identifierText
}
