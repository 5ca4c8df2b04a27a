import CSharpSyntax

extension AsyncConversion {
  /// The action that makes the value of a private field a task, which is awaited where the field is read.
  ///
  /// - Parameters:
  ///   - declarations: edits of the field's declaration, each with a node around it.
  ///   - reads: the expressions that become tasks.
  /// - Returns: nothing where a read can't be awaited, or the result would not bind.
  static func fieldFix(
    title: String, declarations: [(edits: [TextEdit], node: SyntaxNode)], awaiting reads: [NewTask],
    contexts: SolutionContexts, own context: RuleContext
  ) -> [Fix] {
    let conversion = AsyncConversion(
      contexts, root: context, classifier: UseClassifier(contexts), updatesCallers: true, newName: nil)
    guard let edits = conversion.edits(declarations: declarations, awaiting: reads, blocksElsewhere: false),
      FixVerification(contexts).accepts(edits, own: context)
    else { return [] }
    return [Fix(title: title, actionKey: title, safety: .unsafe, isPreferred: false, edits: edits)]
  }
}
