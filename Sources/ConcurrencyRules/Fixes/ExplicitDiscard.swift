import CSharpSemantics
import CSharpSyntax

/// Says that a value is dropped on purpose (T12).
struct ExplicitDiscard {
  let context: RuleContext

  /// - Parameter expression: the whole expression in statement position.
  func fixes(for expression: SyntaxNode, type: TypeSymbol?, safety: FixSafety = .safe) -> [Fix] {
    [discard(expression, safety), forget(expression, type)].compactMap { $0 }
  }

  private func discard(_ expression: SyntaxNode, _ safety: FixSafety) -> Fix? {
    guard context.tree.options.languageVersion >= .csharp7, !isUnderscoreTaken(at: expression) else { return nil }
    let start = expression.range.start
    return Fix(
      title: "Discard explicitly", actionKey: "Discard explicitly", safety: safety, isPreferred: false,
      edits: [TextEdit(range: TextRange(start: start, end: start), newText: "_ = ")])
  }

  /// Whether `_` is a variable there, or a member that would be assigned to.
  private func isUnderscoreTaken(at node: SyntaxNode) -> Bool {
    context.model.lookupSymbols(named: "_", at: node).contains { symbol in
      switch symbol.kind {
      case .local, .parameter, .field, .property, .rangeVariable: true
      default: false
      }
    }
  }

  /// `.Forget()` of the vs-threading package, where the project references it.
  private func forget(_ expression: SyntaxNode, _ type: TypeSymbol?) -> Fix? {
    guard let type, type.isOrDerives(from: Awaitability.taskName),
      context.model.context.type(named: "Microsoft.VisualStudio.Threading.TplExtensions", arity: 0) != nil
    else { return nil }
    var edits: [TextEdit] = []
    if context.model.lookupMembers(of: type, named: "Forget", at: expression).isEmpty {
      guard
        let directive = UsingDirectives(context: context).directive(importing: "Microsoft.VisualStudio.Threading")
      else { return nil }
      edits.append(directive)
    }
    let end = expression.range.end
    edits.append(TextEdit(range: TextRange(start: end, end: end), newText: ".Forget()"))
    return Fix(
      title: "Use '.Forget()'", actionKey: "Use '.Forget()'", safety: .safe, isPreferred: false, edits: edits)
  }
}
