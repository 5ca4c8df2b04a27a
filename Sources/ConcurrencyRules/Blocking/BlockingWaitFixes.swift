import CSharpSemantics
import CSharpSyntax

/// The repairs that put an `await` in the place of a blocking wait.
struct BlockingWaitFixes {
  let wait: BlockingWait
  let context: RuleContext

  private static let await = "Await the task"

  /// The fix for the member, with what its function needs to be `async`.
  func awaiting() -> [Fix] {
    if let offloaded = awaitingOffloadedWork() { return offloaded }
    if wait.isConditional { return awaitingConditionally() }
    switch wait.member {
    case .result, .getResult: return awaitingTask()
    case .wait: return wait.arguments.isEmpty ? awaitingTask() : awaitingWithLimit()
    case .waitAll: return combining("WhenAll")
    case .waitAny: return isStatement ? combining("WhenAny") : []
    case .joinableRun: return renaming(to: "RunAsync")
    case .joinableJoin: return renaming(to: "JoinAsync")
    case .vsTask, .configured: return []
    }
  }

  /// Whether nobody uses the value.
  private var isStatement: Bool {
    switch TaskFates(model: context.model).fate(of: wait.node.outermostEquivalent) {
    case .dropped, .discarded: true
    default: false
    }
  }

  private func safety(_ insertion: AwaitInsertion) -> FixSafety {
    wait.unresolvedName != nil || insertion.changesExceptions ? .unsafe : .safe
  }

  private func awaitingTask() -> [Fix] {
    guard wait.awaited != nil, let insertion = AwaitInsertion(replacingWait: wait.node, in: context) else { return [] }
    return fixes(
      title: insertion.title(BlockingWaitFixes.await), key: BlockingWaitFixes.await, safety: safety(insertion),
      edits: insertion.edits)
  }

  private func fixes(title: String, key: String, safety: FixSafety, edits: [TextEdit]) -> [Fix] {
    MakeAsync(context: context).fixes(
      for: AwaitSite(wait.node, title: title, actionKey: key, safety: safety, edits: edits))
  }

  private func renaming(_ edits: [TextEdit] = [], to name: String, title: String? = nil, safety: FixSafety? = nil)
    -> [Fix]
  {
    guard
      let insertion = AwaitInsertion(
        replacing: wait.node, awaiting: wait.node, in: context,
        changesExceptions: wait.member == .waitAll || wait.member == .wait,
        awaitedType: context.model.context.type(named: Awaitability.taskName))
    else { return [] }
    let title = title ?? "Await '\(name)'"
    let rename = TextEdit(range: wait.name.requiredToken(0).range, newText: name)
    return fixes(
      title: insertion.title(title), key: title, safety: safety ?? self.safety(insertion),
      edits: MakeAsync.merged(insertion.edits + [rename] + edits))
  }

  // MARK: Limits

  private var hasWaitAsync: Bool {
    context.model.context.type(named: Awaitability.taskName)?.members(named: "WaitAsync").isEmpty == false
  }

  private func isTimeout(_ argument: ArgumentSyntax) -> Bool {
    let type = context.model.type(of: argument.expression).convertedType
    return type?.specialType == .int32 || type?.qualifiedName == "System.TimeSpan"
  }

  private func isToken(_ argument: ArgumentSyntax) -> Bool {
    context.model.type(of: argument.expression).convertedType?.qualifiedName == TokenInScope.tokenType
  }

  /// Milliseconds become a time span: `WaitAsync` takes nothing else.
  private func timeSpans(_ arguments: [ArgumentSyntax]) -> [TextEdit] {
    let milliseconds = arguments.filter {
      context.model.type(of: $0.expression).convertedType?.specialType == .int32
    }
    guard !milliseconds.isEmpty else { return [] }
    let type = UsingDirectives(context: context).spelling(of: "TimeSpan", in: "System", at: wait.node)
    return (type.directive.map { [$0] } ?? [])
      + milliseconds.flatMap { argument in
        let range = argument.expression.range
        return [
          TextEdit.insertion("\(type.text).FromMilliseconds(", at: range.start),
          TextEdit.insertion(")", at: range.end),
        ]
      }
  }

  private static let timeoutNote = " (throws TimeoutException when the time is up)"

  /// `t.Wait(token)`, `t.Wait(timeout)`.
  private func awaitingWithLimit() -> [Fix] {
    guard hasWaitAsync else { return [] }
    let limits = wait.arguments.contains(where: isTimeout)
    if limits, !isStatement { return [] }
    return renaming(
      timeSpans(wait.arguments), to: "WaitAsync",
      title: limits ? "Await 'WaitAsync'" + BlockingWaitFixes.timeoutNote : "Await 'WaitAsync'", safety: .unsafe)
  }

  /// `Task.WaitAll(…)` and `Task.WaitAny(…)`, with what limits them moved behind.
  private func combining(_ name: String) -> [Fix] {
    let limits = wait.arguments.drop { !isTimeout($0) && !isToken($0) }
    guard let first = limits.first else { return renaming(to: name, title: "Await 'Task.\(name)'") }
    guard hasWaitAsync, isStatement || name == "WhenAll" && !limits.contains(where: isTimeout),
      let index = wait.arguments.firstIndex(of: first), index > 0,
      let list = ArgumentListSyntax(wait.node.requiredNode(1))
    else { return [] }
    let gap = TextRange(start: wait.arguments[index - 1].node.range.end, end: first.node.range.start)
    guard list.node.range.contains(gap) else { return [] }
    let note = limits.contains(where: isTimeout) ? BlockingWaitFixes.timeoutNote : ""
    return renaming(
      [TextEdit(range: gap, newText: ").WaitAsync(")] + timeSpans(Array(limits)), to: name,
      title: "Await 'Task.\(name)'" + note, safety: .unsafe)
  }

  // MARK: Conditional access

  /// `t?.Wait();` becomes `if (t != null) { await t; }`.
  private func awaitingConditionally() -> [Fix] {
    guard wait.member == .wait, wait.arguments.isEmpty, context.isAwaitInsertable(wait.node),
      let access = NullTest.access(endingIn: wait.node, in: context),
      wait.node.requiredNode(0).kind == .memberBindingExpression
    else { return [] }
    let suffix = AwaitConfiguration(context: context).suffix(
      at: wait.node, awaiting: wait.awaited.flatMap { context.model.type(of: $0).type })
    guard
      let test = NullTest(access, in: context, changing: [.deletion(wait.node.range)], suffix: suffix)
    else { return [] }
    return fixes(
      title: BlockingWaitFixes.await, key: BlockingWaitFixes.await,
      safety: wait.unresolvedName == nil ? .safe : .unsafe, edits: test.edits)
  }

  // MARK: Offloads

  /// `Task.Run(() => e).Result`: what the pool did is awaited, or done, right here.
  private func awaitingOffloadedWork() -> [Fix]? {
    guard let blocked = BlockedOffload(wait, context: context), blocked.isDirect, let call = blocked.call,
      wait.arguments.isEmpty, !wait.isConditional
    else { return nil }
    let isAsync = blocked.isAsynchronous
    guard !isAsync || context.isAwaitInsertable(wait.node) else { return [] }
    let text = isAsync ? awaitText(call.text) : call.text
    guard let edits = Replacement(of: wait.node, by: text, keeping: [call.expression.range]).edits else { return [] }
    let title = isAsync ? "Await '\(blocked.callee)'" : "Call '\(blocked.callee)' directly"
    let key = isAsync ? "Await the offloaded call" : "Call directly"
    let isSafe =
      wait.unresolvedName == nil && blocked.unresolvedName == nil
      && context.contextPresence(at: wait.node) != .present
    let safety: FixSafety = isSafe ? .safe : .unsafe
    if isAsync { return fixes(title: title, key: key, safety: safety, edits: edits) }
    return [Fix(title: title, actionKey: key, safety: safety, isPreferred: true, edits: edits)]
  }

  private func awaitText(_ text: String) -> String {
    AwaitInsertion.bindsTighter(wait.node) ? "(await \(text))" : "await \(text)"
  }
}
