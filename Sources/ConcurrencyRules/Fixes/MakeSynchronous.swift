import CSharpSemantics
import CSharpSyntax

/// Makes a method that awaits nothing synchronous, and has its callers follow (T3b).
struct MakeSynchronous {
  let context: RuleContext
  let function: FunctionSyntax

  init?(function: FunctionSyntax?, context: RuleContext) {
    guard let function, function.isAsync, function.kind == .method || function.kind == .localFunction,
      function.body != nil
    else { return nil }
    self.function = function
    self.context = context
  }

  /// The code actions: one that keeps the name and, for a name that ends in `Async`, one that takes the suffix off.
  ///
  /// - Parameters:
  ///   - awaiting: the awaits that `edits` remove.
  ///   - title: the title's beginning, before `make '…' synchronous`; empty for an action of its own.
  func fixes(withoutAwaits awaiting: [SyntaxNode] = [], beside edits: [TextEdit] = [], title: String = "") -> [Fix] {
    guard !function.awaits(otherThan: awaiting), let solution = context.solutionForFixes() else { return [] }
    let contexts = SolutionContexts(solution, around: context)
    guard let symbol = context.model.declaredSymbol(for: function.node), !context.isEntryPoint(symbol),
      let family = MethodFamily(of: function, in: context, contexts: contexts), family.isEditable
    else { return [] }
    let references = MethodReference.all(of: family, contexts: contexts)
    let name = function.simpleName
    let base =
      title.isEmpty ? "Make '\(name)' synchronous and update its callers" : "\(title) and make '\(name)' synchronous"
    let key = title.isEmpty ? "Make synchronous and update callers" : "Call directly and make synchronous"
    var fixes: [Fix] = []
    func add(_ newName: String?) {
      guard
        let all = self.edits(
          family, references, contexts, awaiting: awaiting, beside: edits, newName: newName),
        FixVerification(contexts).accepts(all, own: context)
      else { return }
      fixes.append(
        Fix(
          title: newName.map { "\(base) and rename it to '\($0)'" } ?? base,
          actionKey: newName == nil ? key : key + " and rename", safety: .unsafe, isPreferred: false, edits: all))
    }
    add(nil)
    if name.hasSuffix("Async"), name.count > 5 {
      let plain = String(name.dropLast(5))
      if Renaming(contexts).isFree(plain, for: family, references) { add(plain) }
    }
    return fixes
  }

  private func edits(
    _ family: MethodFamily, _ references: [MethodReference], _ contexts: SolutionContexts, awaiting: [SyntaxNode],
    beside site: [TextEdit], newName: String?
  ) -> [TextEdit]? {
    var edits = EditCollection()
    if let extent = awaiting.first { edits.add(site, for: extent.range, in: context.path) }
    for member in family.members {
      let isOwn = member.context === context && member.node == function.node
      guard change(member, awaiting: isOwn ? awaiting : [], into: &edits) else { return nil }
    }
    let hasResult = family.members.first.map { !$0.symbol.returnType.typeArguments.isEmpty } ?? false
    for reference in references {
      guard contexts.isEditable(reference.context),
        SynchronousCall(reference, hasResult: hasResult)?.add(to: &edits) ?? false
      else { return nil }
    }
    if let newName, !Renaming(contexts).rename(family, to: newName, references, into: &edits) { return nil }
    return edits.edits(own: context.path)
  }

  // MARK: Declarations

  private func change(_ member: MethodFamily.Member, awaiting: [SyntaxNode], into edits: inout EditCollection) -> Bool {
    guard let function = member.function else { return false }
    let path = member.context.path
    let type = function.node.requiredNode(2)
    guard changeType(type, in: member.context, into: &edits) else { return false }
    guard function.body != nil else { return true }
    if function.isAsync {
      guard !function.awaits(otherThan: awaiting), let removal = AsyncRemoval.removal(of: function, member.context.tree)
      else { return false }
      edits.add(removal, for: function.node.range, in: path)
      return true
    }
    // Another member of the family hands out completed tasks: their values come bare from now on.
    let lifting = ReturnLifting(function: function, context: member.context)
    guard onlyCompleted(function, member.context),
      let outcome = lifting.outcome(hasResult: !member.symbol.returnType.typeArguments.isEmpty, awaiting: nil),
      !outcome.changesNull
    else { return false }
    edits.add(outcome.before + outcome.after, for: function.node.range, in: path)
    return true
  }

  private func onlyCompleted(_ function: FunctionSyntax, _ context: RuleContext) -> Bool {
    guard let body = function.body else { return true }
    func isCompleted(_ value: SyntaxNode) -> Bool {
      switch ReturnedTask(value.withoutParentheses, context.model) {
      case .result, .exception, .completed, .thrown: true
      case .task, .null, .defaultResult, .other: false
      }
    }
    if body.kind != .block { return isCompleted(body) }
    return !function.contains { node in
      guard let value = ReturnStatementSyntax(node)?.expression else { return false }
      return !isCompleted(value)
    }
  }

  /// `Task` becomes `void`, `Task<T>` becomes `T`.
  private func changeType(_ type: SyntaxNode, in context: RuleContext, into edits: inout EditCollection) -> Bool {
    guard let known = context.model.type(of: type).type,
      known.qualifiedName == Awaitability.taskName || known.qualifiedName == Awaitability.valueTaskName
    else { return false }
    let unqualified = type.kind == .qualifiedName ? type.requiredNode(2) : type
    guard let list = TypeArgumentListSyntax(GenericNameSyntax(unqualified)?.typeArgumentList) else {
      guard known.typeArguments.isEmpty else { return false }
      edits.add(TextEdit(range: type.range, newText: "void"), for: type.range, in: context.path)
      return true
    }
    guard let argument = list.arguments.single else { return false }
    edits.add(
      [
        .deletion(TextRange(start: type.range.start, end: argument.range.start)),
        .deletion(TextRange(start: argument.range.end, end: type.range.end)),
      ], for: type.range, in: context.path)
    return true
  }
}

/// What becomes of a use of a method that returns its value at once from now on.
private struct SynchronousCall {
  private let path: String
  private let call: SyntaxNode
  private let edits: [TextEdit]

  func add(to collection: inout EditCollection) -> Bool {
    collection.add(edits, for: call.range, in: path)
    return true
  }

  /// `nil` where the use wants a task that there is none for.
  init?(_ reference: MethodReference, hasResult: Bool) {
    path = reference.context.path
    let isNameof = reference.name.ancestors.contains {
      $0.kind == .invocationExpression && $0.requiredNode(0).text == "nameof"
    }
    if isNameof {
      call = reference.name
      edits = []
      return
    }
    guard let call = reference.call else { return nil }
    self.call = call
    let tree = reference.context.tree
    // The call with what is only there for the task.
    var whole = call
    if let access = whole.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(0) == whole,
      access.requiredNode(2).text == "ConfigureAwait", let outer = access.parent, outer.kind == .invocationExpression
    {
      whole = outer
    }
    let tail = SynchronousCall.tail(from: call, to: whole, tree)
    guard let tail else { return nil }
    // `await x?.F()` awaits the whole chain.
    let awaited =
      whole.parent?.kind == .conditionalAccessExpression && whole.parent?.requiredNode(2) == whole
      ? whole.parent ?? whole : whole
    let outer = awaited.outermostEquivalent
    if let parent = outer.parent, parent.kind == .awaitExpression {
      guard awaited == whole || parent.outermostEquivalent.parent?.kind == .expressionStatement,
        let removed = SynchronousCall.removal(of: parent, around: awaited, tree)
      else { return nil }
      edits = removed + tail
      return
    }
    if let wait = SynchronousCall.wait(on: whole), let removed = SynchronousCall.tail(from: whole, to: wait, tree) {
      edits = tail + removed
      return
    }
    guard let parent = outer.parent, tail.isEmpty else { return nil }
    if let join = TaskLocalJoin(of: call, model: reference.context.model) {
      guard let joined = join.edits(replacedBy: call.text, keeping: call) else { return nil }
      edits = joined
      return
    }
    switch parent.kind {
    case .expressionStatement:
      edits = []
    case .simpleAssignmentExpression
    where parent.requiredNode(0).text == "_" && parent.requiredNode(2) == outer
      && parent.parent?.kind == .expressionStatement:
      edits = [.deletion(TextRange(start: parent.range.start, end: outer.range.start))]
    case .returnStatement where !hasResult:
      guard let function = FunctionSyntax.nearest(to: parent), !function.isAsync, outer == call,
        Awaitability(of: reference.context.model.returnType(of: function)).isTaskLike,
        let keyword = ReturnStatementSyntax(parent)?.returnKeyword
      else { return nil }
      let completed = SynchronousCall.completed(function, reference.context)
      let head = TextEdit.deletion(TextRange(start: keyword.range.start, end: outer.range.start))
      let end = parent.range.end
      if let block = NewBlock(around: parent) {
        edits = [block.opening, head, .insertion(block.separator + "return \(completed);" + block.closing, at: end)]
      } else {
        let indentation = tree.indentation(before: parent.range.start)
        edits = [
          head,
          .insertion(
            indentation.map { tree.lineEnd + $0 + "return \(completed);" } ?? " return \(completed);", at: end),
        ]
      }
    default:
      // A task with the value serves wherever one is wanted.
      guard hasResult, whole.parent?.kind != .conditionalAccessExpression,
        reference.expression.kind != .memberBindingExpression
      else { return nil }
      let name = UsingDirectives(context: reference.context).spelling(
        of: "Task", in: "System.Threading.Tasks", at: call)
      guard name.directive == nil else { return nil }
      edits = [
        .insertion(name.text + ".FromResult(", at: call.range.start), .insertion(")", at: call.range.end),
      ]
    }
  }

  private static func completed(_ function: FunctionSyntax, _ context: RuleContext) -> String {
    guard let type = context.model.returnType(of: function),
      type.qualifiedName == Awaitability.taskName
    else { return "default" }
    return UsingDirectives(context: context).spelling(of: "Task", in: "System.Threading.Tasks", at: function.node).text
      + ".CompletedTask"
  }

  /// What deletes the text from the end of one expression to that of one around it.
  private static func tail(from inner: SyntaxNode, to outer: SyntaxNode, _ tree: SyntaxTree) -> [TextEdit]? {
    if inner == outer { return [] }
    return tree.pieces(toDelete: TextRange(start: inner.range.end, end: outer.range.end), in: outer)?
      .map { .deletion($0) }
  }

  /// Takes `await` away, with parentheses around that only it needed.
  private static func removal(of awaiting: SyntaxNode, around operand: SyntaxNode, _ tree: SyntaxTree) -> [TextEdit]? {
    var outer = awaiting
    if let parentheses = awaiting.parent, parentheses.kind == .parenthesizedExpression, let parent = parentheses.parent
    {
      switch parent.kind {
      case .simpleMemberAccessExpression, .elementAccessExpression, .conditionalAccessExpression,
        .suppressNullableWarningExpression, .invocationExpression:
        outer = parentheses
      default: break
      }
    }
    let before = TextRange(start: outer.range.start, end: operand.range.start)
    let after = TextRange(start: operand.range.end, end: outer.range.end)
    guard let first = tree.pieces(toDelete: before, in: outer), let last = tree.pieces(toDelete: after, in: outer)
    else {
      return nil
    }
    return (first + last).map { .deletion($0) }
  }

  /// The blocking wait whose receiver the expression is.
  private static func wait(on expression: SyntaxNode) -> SyntaxNode? {
    var candidate = expression.parent
    var depth = 0
    while let node = candidate, depth < 4 {
      if let receiver = AwaitInsertion.receiver(ofWait: node), receiver == expression { return node }
      candidate = node.parent
      depth += 1
    }
    return nil
  }
}
