import CSharpSemantics
import CSharpSyntax

/// The repairs of AW207.
struct BlockingInInitializationFixes {
  let initialization: InitializationWait
  let context: RuleContext

  func fixes() -> [Fix] { [] }
}
