import CSharpSemantics
import CSharpSyntax

/// What can be done about an async function that awaits nothing that is not complete.
struct AsyncWithoutAwaitFixes {
  let function: FunctionSyntax
  let pointless: [PointlessAwait]
  let context: RuleContext

  var fixes: [Fix] { [] }
}
