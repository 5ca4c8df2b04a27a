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
      symbol.kind == .local,
      let declaration = context.model.declaringNode(of: symbol)
    else { return [] }
    if declaration.kind == .variableDeclarator, let value = EqualsValueClauseSyntax(declaration.optionalNode(2))?.value
    {
      return [RelatedLocation(range: value.range, message: "the task is started here")]
    }
    return [RelatedLocation(range: declaration.range, message: "the task is declared here")]
  }

  /// Where the awaited function comes back to the context that is blocked, if one is current.
  static func continuations(of wait: BlockingWait, in context: RuleContext) -> [RelatedLocation] {
    guard context.contextPresence(at: wait.node) == .present, let task = wait.task, task.kind == .invocationExpression,
      let method = context.model.symbol(of: task).symbol?.originalDefinition, method.isFromSource
    else { return [] }
    for reference in method.declaringSyntaxReferences {
      guard let body = FunctionSyntax(declaredBy: reference.node)?.body, let awaiting = firstReturningAwait(in: body)
      else { continue }
      let path = reference.tree === context.tree ? nil : reference.path(in: method)
      return [RelatedLocation(path: path, range: awaiting.range, message: "continues on the current context")]
    }
    return []
  }

  /// The first `await` that is not configured.
  private static func firstReturningAwait(in body: SyntaxNode) -> SyntaxNode? {
    var found: SyntaxNode?
    body.walk { node in
      if found != nil || (node != body && FunctionSyntax(declaredBy: node) != nil) { return false }
      if let awaiting = AwaitExpressionSyntax(node) {
        let operand = awaiting.expression.withoutParentheses
        if operand.withoutConfigureAwait == operand { found = node }
      }
      return found == nil
    }
    return found
  }
}
