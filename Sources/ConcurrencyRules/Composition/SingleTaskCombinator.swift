import CSharpSemantics
import CSharpSyntax

/// AW901: a combinator over exactly one task.
package enum SingleTaskCombinator: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  private enum Combinator: String {
    case whenAll = "WhenAll"
    case whenAny = "WhenAny"
    case waitAll = "WaitAll"
    case waitAny = "WaitAny"

    var blocks: Bool { self == .waitAll || self == .waitAny }
  }

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let name = simpleName(of: node.requiredNode(0)), let combinator = Combinator(rawValue: name.identifierText),
      let argument = ArgumentSyntax(ArgumentListSyntax(node.requiredNode(1))?.arguments.single)?.expression,
      let method = context.model.symbol(of: node).symbol,
      method.containingType?.qualifiedName == Awaitability.taskName, method.parameters.count == 1,
      let task = onlyTask(argument, in: context)
    else { return }
    let replacement = combinator.blocks ? "Wait for the task itself" : "Await the task itself"
    let shown = "Task." + combinator.rawValue
    context.report(
      descriptor, at: name.requiredToken(0).range, place: node,
      message: "'\(shown)' is given a single task. \(replacement).",
      placeholders: [Placeholder("combinator", shown), Placeholder("replacement", replacement)]
    ) {
      fixes(node, combinator: combinator, task: task, in: context)
    }
  }

  /// The task that is written as the only argument, or as the only element of an array that is.
  private static func onlyTask(_ argument: SyntaxNode, in context: RuleContext) -> SyntaxNode? {
    let argument = argument.withoutParentheses
    let elements: SyntaxNodeList
    switch argument.kind {
    case .arrayCreationExpression, .implicitArrayCreationExpression:
      guard let initializer = argument.childNodes.last(where: { $0.kind == .arrayInitializerExpression }) else {
        return nil
      }
      elements = initializer.nodeList(1)
    case .collectionExpression: elements = argument.nodeList(1)
    default: return isTask(argument, in: context) ? argument : nil
    }
    guard let element = elements.single else { return nil }
    if argument.kind == .collectionExpression, element.kind != .expressionElement { return nil }
    let task = (element.kind == .expressionElement ? element.requiredNode(0) : element).withoutParentheses
    return isTask(task, in: context) ? task : nil
  }

  private static func isTask(_ expression: SyntaxNode, in context: RuleContext) -> Bool {
    if case .task(nil) = Awaitability(of: context.model.type(of: expression).type) { return true }
    return false
  }

  // MARK: Fixes

  private static func fixes(
    _ call: SyntaxNode, combinator: Combinator, task: SyntaxNode, in context: RuleContext
  ) -> [Fix] {
    switch combinator {
    case .whenAny, .waitAny: return []
    case .waitAll:
      guard call.outermostEquivalent.parent?.kind == .expressionStatement else { return [] }
      let text = parenthesized(task, asReceiver: true) + ".Wait()"
      return fix(
        "Wait for the task", call, by: text, keeping: task, isPreferred: !context.isAsyncContext(call))
    case .whenAll: return whenAllFixes(call, task: task, in: context)
    }
  }

  private static func whenAllFixes(_ call: SyntaxNode, task: SyntaxNode, in context: RuleContext) -> [Fix] {
    let model = context.model
    let isGeneric = model.type(of: call).type?.typeArguments.isEmpty == false
    guard let awaiting = awaiting(call) else {
      // Kept as a task: only where a plain one is wanted.
      let info = model.type(of: call)
      guard info.convertedType?.qualifiedName == Awaitability.taskName,
        info.convertedType?.typeArguments.isEmpty == true,
        call.outermostEquivalent.parent?.kind != .simpleMemberAccessExpression,
        !isGeneric || info.type != info.convertedType,
        !isInferred(call) || model.type(of: task).type.map({ type in info.type == type }) ?? false
      else { return [] }
      return fix("Await the task", call, by: task.text, keeping: task, isPreferred: true)
    }
    let isStatement = awaiting.outermostEquivalent.parent?.kind == .expressionStatement
    if isStatement || !isGeneric {
      let isReceiver = call.parent?.kind == .simpleMemberAccessExpression
      return fix(
        "Await the task", call, by: parenthesized(task, asReceiver: isReceiver), keeping: task, isPreferred: true)
    }
    // The result is an array: one of the only result.
    guard let type = model.type(of: awaiting).type?.elementType,
      model.type(of: task).type?.typeArguments.first.map({ $0.isIdentical(to: type) }) ?? false,
      let inner = Replacement(
        of: call, by: parenthesized(task, asReceiver: call.parent?.kind == .simpleMemberAccessExpression),
        keeping: [task.range]
      ).edits
    else { return [] }
    let edits =
      [TextEdit.insertion("new[] { ", at: awaiting.range.start)] + inner
      + [.insertion(" }", at: awaiting.range.end)]
    return [Fix(title: "Await the task", actionKey: "Await the task", safety: .safe, isPreferred: true, edits: edits)]
  }

  /// The `await` that takes the call's task, configured or not.
  private static func awaiting(_ call: SyntaxNode) -> SyntaxNode? {
    var node = call
    while let parent = node.parent {
      switch parent.kind {
      case .parenthesizedExpression: node = parent
      case .simpleMemberAccessExpression:
        guard parent.requiredNode(2).text == "ConfigureAwait", let invocation = parent.parent,
          invocation.kind == .invocationExpression
        else { return nil }
        node = invocation
      case .awaitExpression: return parent
      default: return nil
      }
    }
    return nil
  }

  /// `var all = Task.WhenAll(…)`: the variable takes the type of what is written.
  private static func isInferred(_ call: SyntaxNode) -> Bool {
    guard let clause = call.outermostEquivalent.parent, clause.kind == .equalsValueClause,
      let declaration = VariableDeclarationSyntax(clause.parent?.parent)
    else { return false }
    return declaration.type.text == "var"
  }

  private static func parenthesized(_ task: SyntaxNode, asReceiver: Bool) -> String {
    AwaitInsertion.needsParentheses(task, isReceiver: asReceiver) ? "(" + task.text + ")" : task.text
  }

  private static func fix(
    _ title: String, _ call: SyntaxNode, by text: String, keeping task: SyntaxNode, isPreferred: Bool
  ) -> [Fix] {
    guard let edits = Replacement(of: call, by: text, keeping: [task.range]).edits else { return [] }
    return [Fix(title: title, actionKey: title, safety: .safe, isPreferred: isPreferred, edits: edits)]
  }
}
