import CSharpSemantics
import CSharpSyntax

/// Makes a private gate that is used by `Monitor` and `lock` a `SemaphoreSlim` that is awaited.
struct SemaphoreConversion {
  let fixes: [Fix]

  /// `nil` where the lock is something else, is used in another way, may be taken again by its holder, or is taken by a
  /// function that can't await.
  init?(_ action: LockAction, in context: RuleContext) {
    guard action.kind == .monitor,
      let field = context.model.symbol(of: LockIdentity.withoutConversions(action.target)).symbol?.originalDefinition,
      field.kind == .field, field.accessibility == .private, field.isReadOnly,
      let reference = field.declaringSyntaxReferences.first, reference.node.kind == .variableDeclarator,
      let declaration = reference.node.parent, declaration.nodeList(1).count == 1,
      let value = reference.node.optionalNode(2)?.requiredNode(1),
      value.kind == .objectCreationExpression || value.kind == .implicitObjectCreationExpression,
      field.type.specialType == .object, reference.file == context.model.file
    else { return nil }
    let spelling = UsingDirectives(context: context).spelling(
      of: "SemaphoreSlim", in: "System.Threading", at: reference.node)
    var edits: [TextEdit] = spelling.directive.map { [$0] } ?? []
    edits.append(TextEdit(range: declaration.requiredNode(0).range, newText: spelling.text))
    let creation = context.tree.options.languageVersion >= .csharp9 ? "new" : "new \(spelling.text)"
    edits.append(TextEdit(range: value.range, newText: creation + "(1, 1)"))
    var waits: [AsyncConversion.NewTask] = []
    for use in context.uses(of: field) {
      guard use.model.file == context.model.file, let node = SemaphoreConversion.locking(use.expression),
        let target = LockTarget(node, model: context.model),
        let replaced = SemaphoreConversion.edits(for: target, use, in: context)
      else { return nil }
      if target.method == "Exit" {
        edits += replaced
      } else {
        waits.append(AsyncConversion.NewTask(context: context, node: node, edits: replaced, isAwaited: true))
      }
    }
    guard let all = SemaphoreConversion.all(edits, waits, around: reference.node, in: context) else { return nil }
    fixes = [
      Fix(
        title: "Use a SemaphoreSlim", actionKey: "Use a SemaphoreSlim", safety: .unsafe, isPreferred: false,
        edits: all)
    ]
  }

  /// The edits, with what the functions need that wait from now on.
  private static func all(
    _ edits: [TextEdit], _ waits: [AsyncConversion.NewTask], around declarator: SyntaxNode, in context: RuleContext
  ) -> [TextEdit]? {
    let isAsync = waits.allSatisfy { wait in
      FunctionSyntax.nearest(to: wait.node).map { context.asyncTier(of: $0) == .async } ?? false
    }
    if isAsync {
      return (edits + waits.flatMap(\.edits)).sorted { $0.range.start < $1.range.start }
    }
    guard let solution = context.solutionForFixes() else { return nil }
    let contexts = SolutionContexts(solution, around: context)
    let conversion = AsyncConversion(
      contexts, root: context, classifier: UseClassifier(contexts), updatesCallers: true, newName: nil)
    guard
      let all = conversion.edits(declarations: [(edits, declarator)], awaiting: waits, blocksElsewhere: false),
      FixVerification(contexts).accepts(all, own: context)
    else { return nil }
    return all
  }

  /// The `lock` statement or call that a use is the expression of.
  private static func locking(_ expression: SyntaxNode) -> SyntaxNode? {
    let value = expression.outermostEquivalent
    guard let parent = value.parent else { return nil }
    if parent.kind == .lockStatement { return parent }
    guard parent.kind == .argument else { return nil }
    return parent.parent?.parent
  }

  private static func edits(for target: LockTarget, _ use: SymbolUse, in context: RuleContext) -> [TextEdit]? {
    // The holder must not come back to the semaphore: nothing else of the type may be called while it is held, as far as
    // that can be seen, so only bodies without nested locks on it are taken.
    guard let function = FunctionSyntax.nearest(to: target.node), context.tree.comments(inside: target.node) != nil
    else { return nil }
    let gate = use.expression.text
    let suffix = AwaitConfiguration(context: context).suffix(at: target.node, awaiting: nil, isTask: true)
    switch target.method {
    case "Enter":
      guard target.node.requiredNode(1).nodeList(1).count == 1, target.node.parent?.kind == .expressionStatement,
        context.isAwaitInsertable(target.node), !callsOwnMembers(in: function, context)
      else { return nil }
      return Replacement(of: target.node, by: "await \(gate).WaitAsync()" + suffix, keeping: [use.expression.range])
        .edits
    case "Exit":
      return Replacement(of: target.node, by: "\(gate).Release()", keeping: [use.expression.range]).edits
    case nil:
      let body = target.node.requiredNode(5)
      guard body.kind == .block, let parent = target.node.parent,
        [.block, .switchSection, .globalStatement].contains(parent.kind), !callsOwnMembers(in: function, context),
        context.isAwaitInsertable(target.node)
      else { return nil }
      let layout = BlockLayout(at: target.node, settings: context.settings)
      let head = TextRange(start: target.node.range.start, end: target.node.requiredToken(4).range.end)
      return [
        TextEdit(
          range: head,
          newText: "await \(gate).WaitAsync()\(suffix);\(layout.newLine)try"),
        .insertion(layout.newLine + layout.block("finally", ["\(gate).Release();"]), at: body.range.end),
      ]
    default: return nil
    }
  }

  /// Whether a function calls methods of its own type: these might take the lock that it holds.
  private static func callsOwnMembers(in function: FunctionSyntax, _ context: RuleContext) -> Bool {
    let type = context.enclosingType(of: function.node)?.definition
    return function.contains { node in
      guard node.kind == .invocationExpression, let method = context.model.symbol(of: node).symbol else { return false }
      return method.containingType == type
    }
  }
}
