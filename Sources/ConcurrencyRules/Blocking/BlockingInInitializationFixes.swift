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
    case .instance: return ConstructorFactory(aroundWait: node, in: context)?.fixes() ?? []
    case .type:
      // A static constructor does more than make a value.
      guard initialization.function.kind == .initializer else { return [] }
      return LazyTaskConversion(initializerOf: node, in: context)?.fixes() ?? []
    case .factory(let factory):
      switch factory.sort {
      case .lazy: return LazyTaskConversion(factory, in: context)?.fixes() ?? []
      case .cache: return TaskCacheConversion(factory, in: context)?.fixes() ?? []
      case .container: return []
      }
    }
  }
}
