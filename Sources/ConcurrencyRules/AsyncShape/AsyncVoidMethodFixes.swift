import CSharpSemantics
import CSharpSyntax

/// Gives an async void method a task to return (AW303).
struct AsyncVoidMethodFixes {
  let function: FunctionSyntax
  let symbol: Symbol
  let context: RuleContext

  func fixes() -> [Fix] {
    let solution = context.solutionForFixes()
    let contexts = solution.map { SolutionContexts($0, around: context) }
    let classifier = contexts.map(UseClassifier.init)
    return [returning(classifier), awaitingCallers(contexts, classifier)].compactMap { $0 }
  }

  /// "Return Task": nothing but the type.
  private func returning(_ classifier: UseClassifier?) -> Fix? {
    // The other part of a partial method would have to follow.
    guard !symbol.isPartial, !isConvertedToDelegate else { return nil }
    let type = function.node.requiredNode(2)
    let spelling = UsingDirectives(context: context).spelling(of: "Task", in: "System.Threading.Tasks", at: type)
    var edits = [TextEdit(range: type.range, newText: spelling.text)]
    if let directive = spelling.directive { edits.insert(directive, at: 0) }
    return Fix(
      title: "Return Task", actionKey: "Return Task", safety: isSafe(classifier) ? .safe : .unsafe,
      isPreferred: false, edits: edits)
  }

  /// Test runners and frameworks await what such a method returns; elsewhere nobody may drop the task from now on.
  private func isSafe(_ classifier: UseClassifier?) -> Bool {
    if TestCode.isTestMethod(symbol) || context.isAction(symbol) { return true }
    if !ownReferences.isEmpty { return false }
    if symbol.methodKind == .localFunction { return true }
    if symbol.accessibility == .private, symbol.containingType?.declaringSyntaxReferences.count == 1 { return true }
    guard let classifier, let family = classifier.family(of: function, context), family.isEditable,
      !classifier.contexts.solution.isMentionedInMarkup(function.simpleName, visibleFrom: context.path)
    else { return false }
    return classifier.references(of: family).isEmpty
  }

  /// Names of the method in its own file.
  private var ownReferences: [SyntaxNode] {
    let name = function.simpleName
    var found: [SyntaxNode] = []
    context.tree.root.walk { node in
      guard node.kind == .identifierName || node.kind == .genericName, node.identifierText == name else { return true }
      let info = context.model.symbol(of: node)
      let named = [info.symbol].compactMap { $0 } + info.candidates
      if named.contains(where: { $0.originalDefinition == symbol }) { found.append(node) }
      return true
    }
    return found
  }

  /// Whether it is used by its name alone somewhere in the file: the delegate there may want a method without a result.
  private var isConvertedToDelegate: Bool {
    ownReferences.contains { name in
      var node = name
      if let access = node.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(2) == node {
        node = access
      } else if let binding = node.parent, binding.kind == .memberBindingExpression {
        node = binding
      }
      guard let parent = node.parent else { return false }
      if parent.kind == .invocationExpression, parent.requiredNode(0) == node { return false }
      return !node.ancestors.contains {
        $0.kind == .invocationExpression && $0.requiredNode(0).kind == .identifierName
          && $0.requiredNode(0).text == "nameof"
      }
    }
  }

  /// "Return Task and await it in its callers".
  private func awaitingCallers(_ contexts: SolutionContexts?, _ classifier: UseClassifier?) -> Fix? {
    guard let contexts, let classifier, let family = classifier.family(of: function, context), family.isEditable,
      !contexts.solution.isMentionedInMarkup(function.simpleName, visibleFrom: context.path),
      !classifier.references(of: family).contains(where: classifier.isForbidding)
    else { return nil }
    let conversion = AsyncConversion(
      contexts, root: context, classifier: classifier, updatesCallers: true, newName: nil)
    guard let edits = conversion.edits(converting: function, family, site: nil), conversion.callCount > 0,
      FixVerification(contexts).accepts(edits, own: context)
    else { return nil }
    var title = "Return Task and await it in its callers (\(conversion.callCount))"
    if conversion.blockingCount > 0 {
      title +=
        conversion.blockingCount == 1
        ? "; 1 caller cannot be async and will block"
        : "; \(conversion.blockingCount) callers cannot be async and will block"
    }
    return Fix(
      title: title, actionKey: "Return Task and await it in its callers", safety: .unsafe, isPreferred: false,
      edits: edits)
  }
}
