import CSharpSemantics
import CSharpSyntax

/// The repairs of AW207.
struct BlockingInInitializationFixes {
  let initialization: InitializationWait
  /// The whole wait.
  let node: SyntaxNode
  let context: RuleContext

  func fixes() -> [Fix] {
    switch initialization.place {
    case .instance: ConstructorFactory(aroundWait: node, in: context)?.fixes() ?? []
    case .type, .factory: []
    }
  }
}
