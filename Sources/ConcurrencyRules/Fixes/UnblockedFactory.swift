import CSharpSemantics
import CSharpSyntax

/// Has the code that makes a value hand out a task: without waiting for one where the task is all that it makes, as an
/// `async` lambda where it goes on with the result, in a completed task where it waits for nothing.
struct UnblockedFactory {
  let context: RuleContext
  /// What the value is, from now on the result of a task.
  let result: TypeSymbol

  /// The edits inside of a factory.
  ///
  /// - Parameter written: the result's type as it is written.
  /// - Returns: `nil` where a wait can't be awaited.
  func edits(for lambda: FunctionSyntax, written: String) -> [TextEdit]? {
    guard let body = lambda.body, !lambda.isAsync else { return nil }
    if body.kind != .block, let task = bareTask(body) { return task }
    let waits = waits(in: lambda)
    if waits.isEmpty {
      let name = UsingDirectives(context: context).spelling(of: "Task", in: "System.Threading.Tasks", at: lambda.node)
      guard name.directive == nil else { return nil }
      return ReturnWrapping(function: lambda, context: context, form: .taskOf(name.text, written, result)).edits()
    }
    var edits = [TextEdit.insertion("async ", at: MakeAsync.modifierPlace(of: lambda))]
    for wait in waits {
      guard let insertion = AwaitInsertion(replacingWait: wait, in: context) else { return nil }
      edits += insertion.edits
    }
    return MakeAsync.merged(edits)
  }

  /// The edits that make a value, written without a function around it, a lambda that hands out a task.
  func edits(forValue value: SyntaxNode) -> [TextEdit]? {
    if let task = bareTask(value) { return MakeAsync.merged([.insertion("() => ", at: value.range.start)] + task) }
    var waits: [SyntaxNode] = []
    value.walk { node in
      if FunctionSyntax(declaredBy: node) != nil { return false }
      if isWait(node) { waits.append(node) }
      return true
    }
    guard !waits.isEmpty else { return nil }
    var edits = [TextEdit.insertion("async () => ", at: value.range.start)]
    for wait in waits {
      guard let insertion = AwaitInsertion(replacingWait: wait, in: context) else { return nil }
      edits += insertion.edits
    }
    return MakeAsync.merged(edits)
  }

  private func waits(in lambda: FunctionSyntax) -> [SyntaxNode] {
    var waits: [SyntaxNode] = []
    lambda.walkOwn { node in
      if isWait(node) { waits.append(node) }
      return true
    }
    return waits
  }

  private func isWait(_ node: SyntaxNode) -> Bool {
    BlockingWaitFinder.nodeKinds.contains(node.kind) && context.waits.wait(at: node) != nil
  }

  /// The edits that leave the task of a value that is nothing but a wait for it.
  private func bareTask(_ value: SyntaxNode) -> [TextEdit]? {
    let whole = value.withoutParentheses
    guard BlockingWaitFinder.nodeKinds.contains(whole.kind), let wait = context.waits.wait(at: whole),
      wait.member == .result || wait.member == .getResult, !wait.isConditional, let task = wait.task,
      let type = context.model.type(of: task).type, type.qualifiedName == Awaitability.taskName,
      type.typeArguments.count == 1, type.typeArguments[0].isIdentical(to: result), !hasWait(inside: task),
      let before = context.tree.pieces(
        toDelete: TextRange(start: whole.range.start, end: task.range.start), in: whole),
      let after = context.tree.pieces(toDelete: TextRange(start: task.range.end, end: whole.range.end), in: whole)
    else { return nil }
    return (before + after).map { .deletion($0) }
  }

  private func hasWait(inside node: SyntaxNode) -> Bool {
    var found = false
    node.walk { inner in
      if !found, FunctionSyntax(declaredBy: inner) == nil { found = isWait(inner) }
      return !found && FunctionSyntax(declaredBy: inner) == nil
    }
    return found
  }
}
