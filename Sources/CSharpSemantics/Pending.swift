import CSharpSyntax

extension BindingContext { func literalValue(_ node: SyntaxNode) -> ConstantValue? { nil } }
extension SemanticModel {
  func recordType(_ n: SyntaxNode, _ t: TypeSymbol) {}
  func recordSymbol(_ n: SyntaxNode, _ s: Symbol?) {}
}
