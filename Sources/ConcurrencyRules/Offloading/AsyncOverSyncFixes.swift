import CSharpSemantics
import CSharpSyntax

/// The repairs of AW102.
struct AsyncOverSyncFixes {
  let offload: OffloadCall
  let call: ForwardedCall
  let callee: String
  let awaited: AwaitedOffload
  let context: RuleContext

  func fixes(counterpart: CounterpartCall?, isBound: Bool) -> [Fix] {
    var fixes: [Fix] = []
    if let counterpart, let edits = awaiting(counterpart) {
      fixes.append(
        Fix(
          title: "Await '\(counterpart.displayName)' instead", actionKey: "Await the counterpart instead",
          safety: .safe,
          isPreferred: true, edits: edits))
    }
    if let edits = callingDirectly() {
      fixes.append(
        Fix(
          title: isBound ? "Call '\(callee)' directly" : "Call '\(callee)' directly (if it is synchronous)",
          actionKey: "Call directly", safety: isBound && keepsType ? .safe : .unsafe,
          isPreferred: fixes.isEmpty, edits: edits))
      let function = FunctionSyntax.nearest(to: awaited.awaiting)
      if isBound, let removal = AsyncRemoval(function: function, context: context),
        let all = removal.edits(withoutAwait: awaited.awaiting, beside: edits)
      {
        fixes.append(
          Fix(
            title: "Call '\(callee)' directly and remove 'async'", actionKey: "Call directly and remove 'async'",
            safety: .unsafe, isPreferred: false, edits: all))
      }
      if isBound, let change = MakeSynchronous(function: function, context: context) {
        fixes += change.fixes(
          withoutAwaits: [awaited.awaiting], beside: edits, title: "Call '\(callee)' directly")
      }
    }
    if !isBound, let edits = Replacement(of: offload.whole, by: call.text, keeping: [call.expression.range]).edits {
      fixes.append(
        Fix(
          title: "Await '\(callee)' directly (if it returns a task)",
          actionKey: "Await directly (if it returns a task)",
          safety: .unsafe, isPreferred: false, edits: edits))
    }
    return fixes
  }

  /// The counterpart in place of the offload; an `await` and a task variable stay.
  private func awaiting(_ counterpart: CounterpartCall) -> [TextEdit]? {
    if case .throughLocal(let declaration, _) = awaited, !fits(counterpart.method.returnType, declaration) {
      return nil
    }
    return Replacement(of: offload.whole, by: counterpart.text, keeping: [call.expression.range]).edits
  }

  /// Whether the task variable can hold the counterpart's task.
  private func fits(_ type: TypeSymbol, _ declaration: SyntaxNode) -> Bool {
    if case .task = Awaitability(of: type) { return true }
    guard declaration.kind == .variableDeclarator, let written = VariableDeclarationSyntax(declaration.parent)?.type
    else {
      return false
    }
    return written.text == "var"
  }

  /// Whether the call's value has the type that the `await` gave, so that nothing around it changes its meaning.
  private var keepsType: Bool {
    if awaited.awaiting.outermostEquivalent.parent?.kind == .expressionStatement { return true }
    guard !call.isMethodGroup, let inner = context.model.type(of: call.expression).type,
      let outer = context.model.type(of: awaited.awaiting).type
    else { return true }
    return inner.containsErrorType || outer.containsErrorType || inner.isIdentical(to: outer)
  }

  private func callingDirectly() -> [TextEdit]? {
    switch awaited {
    case .directly(let node):
      return Replacement(
        of: TaskLocalJoin.outermost(node), by: call.text, keeping: [call.expression.range]
      ).edits
    case .throughLocal(let declaration, let node):
      return TaskLocalJoin(declaration: declaration, awaiting: node).edits(
        replacedBy: call.text, keeping: call.expression)
    }
  }
}
