import CSharpSemantics
import CSharpSyntax

/// What messages say about blocking waits.
enum BlockingWaitWording {
  /// What a wait does where it stands (rule catalogue, section 8).
  static func consequence(at node: SyntaxNode, in context: RuleContext) -> String {
    switch context.contextPresence(at: node) {
    case .present: "can deadlock with the current synchronization context"
    case .absent: "blocks a pool thread and can starve the pool"
    case .unknown: "blocks the thread and can deadlock where a synchronization context exists"
    }
  }

  /// Where the task that is waited for comes from, when it is a local.
  static func related(to wait: BlockingWait, in context: RuleContext) -> [RelatedLocation] {
    guard let task = wait.task, task.kind == .identifierName, let symbol = context.model.symbol(of: task).symbol,
      symbol.kind == .local, let declaration = symbol.declaringSyntaxReferences.first?.node,
      declaration.tree === context.tree
    else { return [] }
    if declaration.kind == .variableDeclarator, let value = EqualsValueClauseSyntax(declaration.optionalNode(2))?.value {
      return [RelatedLocation(range: value.range, message: "the task is started here")]
    }
    return [RelatedLocation(range: declaration.range, message: "the task is declared here")]
  }
}
