import CSharpSemantics
import CSharpSyntax

/// The ways out of a task of a task.
struct AsyncDelegateNotUnwrappedFixes {
  let start: NestedStart
  let context: RuleContext

  private var model: SemanticModel { context.model }

  var fixes: [Fix] {
    if start.method == "Run" { return asyncLambda.map { [$0] } ?? [] }
    guard start.inner.isTaskType else { return [] }
    return [taskRun, unwrap].compactMap { $0 }
  }

  /// Whether a text in place of the call binds, and the place can do with what it gives. A local whose type is inferred
  /// takes any: all its reads lose the inner task, so none needs it.
  private func fits(_ text: String) -> Bool {
    guard let rebound = model.rebind(replacing: [(start.call.range, text)]), rebound.symbolInfo.isBound else {
      return false
    }
    if rebound.keepsStatement { return true }
    let outer = start.call.outermostEquivalent
    guard let clause = outer.parent, clause.kind == .equalsValueClause,
      let declaration = clause.parent?.parent.flatMap({ VariableDeclarationSyntax($0) })
    else { return false }
    return declaration.type.text == "var"
  }

  // MARK: Task.Run

  private var taskRun: Fix? {
    guard start.method == "StartNew", let offload = context.offloads.offload(at: start.call), offload.isPlain,
      let delegate = offload.delegate, let task = factoryOwner, hasNoState
    else { return nil }
    var text = task + ".Run(" + delegate.text
    if let token = offload.token { text += ", " + token.text }
    text += ")"
    let kept = [delegate.range] + [offload.token?.range].compactMap { $0 }
    guard fits(text), let edits = Replacement(of: start.call, by: text, keeping: kept).edits else { return nil }
    return Fix(
      title: "Use Task.Run", actionKey: "Use Task.Run", safety: .safe, isPreferred: true, edits: edits)
  }

  /// `Task` as it is written before `.Factory`; `nil` for factories with options of their own.
  private var factoryOwner: String? {
    guard let access = MemberAccessExpressionSyntax(start.call.requiredNode(0)),
      let factory = MemberAccessExpressionSyntax(access.expression), factory.name.text == "Factory",
      let symbol = model.symbol(of: factory.node).symbol, symbol.isStatic,
      symbol.containingType?.qualifiedName == Awaitability.taskName
    else { return nil }
    let owner = factory.expression
    guard let name = simpleName(of: owner) else { return nil }
    // `Task<int>.Factory`: without the type argument.
    let range = TextRange(start: owner.range.start, end: name.requiredToken(0).range.end)
    return owner.tree.text(range)
  }

  private var hasNoState: Bool {
    guard let method = model.symbol(of: start.call).symbol else { return false }
    return !method.parameters.contains { $0.name == "state" }
  }

  // MARK: Unwrap

  private var unwrap: Fix? {
    var edits = [TextEdit.insertion(".Unwrap()", at: start.call.range.end)]
    if model.lookupMembers(of: start.type, named: "Unwrap", at: start.call).isEmpty {
      guard let directive = UsingDirectives(context: context).directive(importing: "System.Threading.Tasks") else {
        return nil
      }
      edits.insert(directive, at: 0)
    } else if !fits(start.call.text + ".Unwrap()") {
      return nil
    }
    return Fix(title: "Add Unwrap()", actionKey: "Add Unwrap()", safety: .safe, isPreferred: false, edits: edits)
  }

  // MARK: Async lambda

  private var asyncLambda: Fix? {
    guard let delegate = start.delegate(model: model) else { return nil }
    let edits: [TextEdit]
    if let function = FunctionSyntax(declaredBy: delegate) {
      guard !function.isAsync,
        let outcome = ReturnLifting(function: function, context: context).outcome(
          hasResult: !start.inner.typeArguments.isEmpty, awaiting: nil), !outcome.changesNull
      else { return nil }
      edits = MakeAsync.merged(
        [.insertion("async ", at: MakeAsync.modifierPlace(of: function))] + outcome.before + outcome.after)
    } else {
      edits = [
        .insertion("async () => await ", at: delegate.range.start), .insertion("()", at: delegate.range.end),
      ]
    }
    guard let text = context.text(of: start.call, after: edits), fits(text) else { return nil }
    return Fix(
      title: "Make the lambda async", actionKey: "Make the lambda async", safety: .safe, isPreferred: false,
      edits: edits)
  }
}
