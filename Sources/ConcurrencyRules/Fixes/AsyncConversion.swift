import CSharpSemantics
import CSharpSyntax

/// The change of a method from `R` to `Task<R>`, with its family (T1, steps 2 to 7) and its callers (T2).
final class AsyncConversion {
  private let contexts: SolutionContexts
  private let root: RuleContext
  private let uses: UseClassifier
  private let updatesCallers: Bool
  private let newName: String?

  private var edits = EditCollection()
  private var changes: [FunctionKey: Change] = [:]
  private var pending: [MethodFamily] = []
  private var converted: Set<MethodKey> = []
  /// Calls that became awaits, or blocking ones, outside the method itself.
  private(set) var callCount = 0
  private(set) var callFiles: Set<String> = []
  private(set) var blockingCount = 0
  private let limit: Int

  /// A function in its file.
  struct FunctionKey: Hashable {
    let path: String
    let node: TextRange

    init(_ function: FunctionSyntax, _ context: RuleContext) {
      path = context.path
      node = function.node.range
    }
  }

  private struct Change {
    let context: RuleContext
    let function: FunctionSyntax
    /// Whether it contains an `await` now.
    var awaits = false
    /// Whether its return type changes.
    var changesType = false
    /// Whether it returns a task already, so that its returns are rewritten.
    var isLifted = false
    /// What it is called from now on.
    var newName: String?
  }

  init(
    _ contexts: SolutionContexts, root: RuleContext, classifier: UseClassifier, updatesCallers: Bool, newName: String?
  ) {
    self.contexts = contexts
    self.root = root
    self.updatesCallers = updatesCallers
    self.newName = newName
    uses = classifier
    limit = MakeAsyncActions.maximumCallerEdits(root.settings)
  }

  /// - Parameters:
  ///   - site: what is done at the place that needs the `await`; `nil` if the function awaits already.
  /// - Returns: the edits; `nil` if something stands in the way.
  func edits(converting function: FunctionSyntax, _ family: MethodFamily, site: AwaitSite?) -> [TextEdit]? {
    if let site { edits.add(site.edits, for: site.node.range, in: root.path) }
    note(function, root) {
      $0.awaits = true
      $0.changesType = true
    }
    add(family)
    while let next = pending.popLast() {
      guard rewriteReferences(of: next, isRoot: next.keys == family.keys) else { return nil }
      if callCount > limit { return nil }
    }
    if let newName, !Renaming(contexts).rename(family, to: newName, uses.references(of: family), into: &edits) {
      return nil
    }
    guard finish() else { return nil }
    return edits.edits(own: root.path)
  }

  /// An expression that gives a task from now on, whose value is awaited where it was used.
  struct NewTask {
    let context: RuleContext
    let node: SyntaxNode
    /// What makes it one; inside the node, its end included.
    let edits: [TextEdit]
    /// The edits put the `await` there as well.
    var isAwaited = false
  }

  /// Changes declarations so that expressions give tasks, which are awaited as T2's rows say.
  ///
  /// - Parameters:
  ///   - declarations: what is changed where the expressions get their values from, with the nodes that it changes.
  ///   - blocksElsewhere: whether a place that can't await waits.
  /// - Returns: the edits; `nil` if something stands in the way.
  func edits(
    declarations: [(edits: [TextEdit], node: SyntaxNode)], awaiting tasks: [NewTask], blocksElsewhere: Bool
  ) -> [TextEdit]? {
    for (declaration, node) in declarations { edits.add(declaration, for: node.range, in: root.path) }
    for task in tasks {
      let (context, node) = (task.context, task.node)
      guard contexts.isEditable(context) else { return nil }
      callCount += 1
      callFiles.insert(context.path)
      guard let caller = uses.caller(of: node, context) else {
        guard blocksElsewhere else { return nil }
        edits.add(
          task.edits + [.insertion(".GetAwaiter().GetResult()", at: node.range.end)], for: node.range, in: context.path)
        blockingCount += 1
        continue
      }
      guard context.isAwaitInsertable(node), follow(caller, call: node, context) else { return nil }
      if task.isAwaited {
        edits.add(task.edits, for: node.range, in: context.path)
        continue
      }
      let needsParentheses = AwaitInsertion.bindsTighter(node)
      let suffix =
        AwaitConfiguration(context: context).suffix(at: node, awaiting: nil, isTask: true)
        + (needsParentheses ? ")" : "")
      edits.add(
        .insertion(needsParentheses ? "(await " : "await ", at: node.range.start), for: node.range, in: context.path)
      edits.add(task.edits, for: node.range, in: context.path)
      if !suffix.isEmpty { edits.add(.insertion(suffix, at: node.range.end), for: node.range, in: context.path) }
    }
    while let next = pending.popLast() {
      guard rewriteReferences(of: next, isRoot: false), callCount <= limit else { return nil }
    }
    guard finish() else { return nil }
    return edits.edits(own: root.path)
  }

  private func add(_ family: MethodFamily) {
    guard converted.isDisjoint(with: family.keys) else { return }
    converted.formUnion(family.keys)
    pending.append(family)
    for member in family.members {
      guard let function = member.function else { continue }
      note(function, member.context) { $0.changesType = true }
    }
  }

  private func note(_ function: FunctionSyntax, _ context: RuleContext, _ change: (inout Change) -> Void) {
    let key = FunctionKey(function, context)
    var known = changes[key] ?? Change(context: context, function: function)
    change(&known)
    changes[key] = known
  }

  // MARK: References

  private func rewriteReferences(of family: MethodFamily, isRoot: Bool) -> Bool {
    for reference in uses.references(of: family) {
      let isInside =
        isRoot
        && family.members.contains { member in
          member.context === reference.context
            && FunctionSyntax.nearest(to: reference.name)?.node == member.node
        }
      if !updatesCallers, !isInside { continue }
      guard rewrite(reference, isInside: isInside) else { return false }
    }
    return true
  }

  private func rewrite(_ reference: MethodReference, isInside: Bool) -> Bool {
    let context = reference.context
    let path = context.path
    var use = uses.use(of: reference)
    // Inside the method itself, which is going to be `async`, calls are awaited.
    if isInside, let call = reference.call, context.isAwaitInsertable(call),
      let caller = FunctionSyntax.nearest(to: call)
    {
      note(caller, context) { $0.awaits = true }
      use = .awaited(call, .async)
    }
    switch use {
    case .nothing: return true
    case .blocked: return false
    case .blocking(let call):
      edits.add(.insertion(".GetAwaiter().GetResult()", at: call.range.end), for: call.range, in: path)
      blockingCount += 1
    case .awaited(let call, let function):
      guard let insertion = AwaitInsertion(replacing: call, awaiting: call, in: context, isTask: true) else {
        return false
      }
      edits.add(insertion.edits, for: call.range, in: path)
      guard follow(function, call: call, context) else { return false }
    case .conditional(let access, let call, let function):
      let suffix = AwaitConfiguration(context: context).suffix(at: access, awaiting: nil, isTask: true)
      guard let replaced = NullTest(access, in: context, suffix: suffix) else { return false }
      edits.add(replaced.edits, for: access.range, in: path)
      guard follow(function, call: call, context) else { return false }
    }
    if !isInside {
      callCount += 1
      callFiles.insert(path)
    }
    return true
  }

  /// Sees to the function that contains an `await` from now on.
  private func follow(_ use: UseClassifier.Caller, call: SyntaxNode, _ context: RuleContext) -> Bool {
    guard let function = FunctionSyntax.nearest(to: call) else { return false }
    switch use {
    case .async: break
    case .lifted:
      note(function, context) {
        $0.awaits = true
        $0.isLifted = true
      }
    case .handler: note(function, context) { $0.awaits = true }
    case .twin(let name):
      note(function, context) {
        $0.awaits = true
        $0.changesType = true
        $0.newName = name
      }
    case .converted(let family):
      note(function, context) {
        $0.awaits = true
        $0.changesType = true
      }
      add(family)
    }
    return true
  }

  // MARK: Declarations

  private func finish() -> Bool {
    for key in changes.keys.sorted(by: { ($0.path, $0.node.start) < ($1.path, $1.node.start) }) {
      guard let change = changes[key], finish(change) else { return false }
    }
    return true
  }

  private func finish(_ change: Change) -> Bool {
    let (function, context) = (change.function, change.context)
    let path = context.path
    if change.awaits, !function.isAsync, function.body != nil {
      let place = MakeAsync.modifierPlace(of: function)
      edits.add(.insertion("async ", at: place), for: function.node.range, in: path)
    }
    if change.isLifted, !function.isAsync {
      guard let lifted = uses.lifting(of: function, context) else { return false }
      edits.add(lifted.before, for: function.node.range, in: path)
      edits.add(lifted.after, for: function.node.range, in: path)
    }
    if let newName = change.newName, let token = function.nameToken {
      edits.add(TextEdit(range: token.range, newText: newName), for: token.range, in: path)
    }
    guard change.changesType else { return true }
    let type = function.node.requiredNode(2)
    let isValueTask =
      context.settings.flag("make_async_value_task", default: false)
      && context.model.declaredSymbol(for: function.node)?.accessibility == .private
    let name = isValueTask ? "ValueTask" : "Task"
    let spelling = UsingDirectives(context: context).spelling(of: name, in: "System.Threading.Tasks", at: type)
    edits.add(directive: spelling.directive, in: path)
    let isVoid = type.text == "void"
    if isVoid {
      edits.add(TextEdit(range: type.range, newText: spelling.text), for: type.range, in: path)
    } else {
      edits.add(.insertion(spelling.text + "<", at: type.range.start), for: type.range, in: path)
      edits.add(.insertion(">", at: type.range.end), for: type.range, in: path)
    }
    guard !change.awaits, !function.isAsync, function.body != nil else { return true }
    let result = context.model.type(of: type).type
    let form: ReturnWrapping.Form =
      switch (isVoid, isValueTask) {
      case (true, false): .task(spelling.text)
      case (true, true): .valueTask
      case (false, false): .taskOf(spelling.text, type.text, result)
      case (false, true): .valueTaskOf(spelling.text, type.text, result)
      }
    guard let wrapped = ReturnWrapping(function: function, context: context, form: form).edits() else { return false }
    edits.add(wrapped, for: function.node.range, in: path)
    return true
  }
}
