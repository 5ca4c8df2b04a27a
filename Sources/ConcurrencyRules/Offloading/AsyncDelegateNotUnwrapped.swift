import CSharpSemantics
import CSharpSyntax

/// AW107: a task of a task whose inner one nobody waits for.
package enum AsyncDelegateNotUnwrapped: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  /// The starting methods and the type that each belongs to.
  private static let owners: [String: String] = [
    "StartNew": "System.Threading.Tasks.TaskFactory", "Run": Awaitability.taskName,
    "ContinueWith": Awaitability.taskName, "ContinueWhenAll": "System.Threading.Tasks.TaskFactory",
    "ContinueWhenAny": "System.Threading.Tasks.TaskFactory",
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let name = simpleName(of: node.requiredNode(0)), let owner = owners[name.identifierText],
      let method = context.model.symbol(of: node).symbol, method.kind == .method,
      method.containingType?.qualifiedName == owner, let type = context.model.type(of: node).type,
      type.qualifiedName == Awaitability.taskName, let inner = type.typeArguments.first, inner.kind != .typeParameter,
      inner.isTaskLike, !inner.containsErrorType
    else { return }
    let start = NestedStart(call: node, name: name, method: name.identifierText, type: type, inner: inner)
    // `Task.Run` unwraps tasks; one inside another is the doing of who started it.
    if start.method == "Run", inner.isTaskType { return }
    guard NestedTaskFate(model: context.model).isInnerLost(node) else { return }
    let shown = type.minimalDisplayString
    context.report(
      descriptor, at: name.requiredToken(0).range, place: node, message: message(start, shown),
      related: related(start, in: context), placeholders: [Placeholder("type", shown)]
    ) {
      AsyncDelegateNotUnwrappedFixes(start: start, context: context).fixes
    }
  }

  private static func message(_ start: NestedStart, _ type: String) -> String {
    switch start.method {
    case "StartNew":
      "StartNew does not unwrap the task of its async delegate: the result is '\(type)' and completes when the "
        + "delegate has merely started. Use Task.Run or add Unwrap()."
    case "Run":
      "The delegate returns a value task, which Task.Run does not unwrap: the result is '\(type)'. "
        + "Make the lambda async or use AsTask()."
    default: "\(start.method) does not unwrap the task of its async delegate. Add Unwrap() or await."
    }
  }

  private static func related(_ start: NestedStart, in context: RuleContext) -> [RelatedLocation] {
    guard let delegate = start.delegate(model: context.model) else { return [] }
    let range: TextRange
    if let function = FunctionSyntax(declaredBy: delegate), let body = function.body {
      if let keyword = function.asyncKeyword {
        range = keyword.range
      } else if body.kind == .block {
        var value: SyntaxNode?
        function.walkOwn { node in
          if value == nil { value = ReturnStatementSyntax(node)?.expression }
          return value == nil
        }
        range = (value ?? delegate).range
      } else {
        range = body.range
      }
    } else {
      range = delegate.range
    }
    return [RelatedLocation(range: range, message: "this task is not observed")]
  }
}

/// A call that gives a task of a task.
struct NestedStart {
  let call: SyntaxNode
  /// The simple name of what is called.
  let name: SyntaxNode
  let method: String
  let type: TypeSymbol
  let inner: TypeSymbol

  /// The lambda, anonymous method or method group that is started.
  func delegate(model: SemanticModel) -> SyntaxNode? {
    for argument in call.requiredNode(1).nodeList(1) {
      guard let expression = ArgumentSyntax(argument)?.expression.withoutParentheses else { continue }
      if FunctionSyntax(declaredBy: expression) != nil { return expression }
      if simpleName(of: expression) != nil, model.symbol(of: expression).symbol?.kind == .method { return expression }
    }
    return nil
  }
}
