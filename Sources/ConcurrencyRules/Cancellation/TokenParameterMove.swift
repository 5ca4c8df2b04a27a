import CSharpSemantics
import CSharpSyntax

/// The repair of AW403: the parameter goes to where it belongs, in all declarations and calls (T7).
struct TokenParameterMove {
  let member: Symbol
  /// The parameter's place now.
  let from: Int
  /// Its place among the others.
  let to: Int
  let context: RuleContext

  var fixes: [Fix] { [] }
}
