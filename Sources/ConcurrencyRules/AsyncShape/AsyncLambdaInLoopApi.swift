import CSharpSemantics
import CSharpSyntax

/// AW305: an async lambda is given to a loop that cannot wait for it.
package enum AsyncLambdaInLoopApi: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let list = ArgumentListSyntax(node.requiredNode(1)), !list.arguments.isEmpty,
      let loop = LoopCall(node, context: context)
    else { return }
    for argument in loop.arguments {
      let expression = context.model.bareDelegate(argument.expression)
      guard let range = asyncPart(of: expression, loop: loop, in: context) else { continue }
      report(loop, delegate: expression, at: range, in: context)
    }
  }

  /// The `async` of a lambda, or the name of an async void method, that is bound to a delegate without a result.
  private static func asyncPart(of node: SyntaxNode, loop: LoopCall, in context: RuleContext) -> TextRange? {
    switch node.kind {
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
      guard let function = FunctionSyntax(declaredBy: node),
        let keyword = function.modifiers.first(.asyncKeyword), function.hasOwnAwait
      else { return nil }
      if loop.method != nil {
        guard context.model.type(of: node).convertedType?.delegateInvokeMethod?.returnsVoid == true else { return nil }
      }
      return keyword.range
    case .identifierName, .simpleMemberAccessExpression, .genericName:
      let info = context.model.symbol(of: node)
      guard loop.method != nil, let method = info.symbol ?? (info.candidates.count == 1 ? info.candidates[0] : nil),
        method.kind == .method, method.returnsVoid, method.originalDefinition.isAsync
      else { return nil }
      return (simpleName(of: node) ?? node).range
    default: return nil
    }
  }

  private static func report(_ loop: LoopCall, delegate: SyntaxNode, at range: TextRange, in context: RuleContext) {
    let api = loop.displayName(model: context.model)
    let fixes = LoopApiFixes(loop: loop, delegate: delegate, context: context)
    let alternative = fixes.alternative
    context.report(
      descriptor, at: range, place: delegate,
      message: "'\(api)' returns before the async lambda has ended: it only starts all iterations. Use \(alternative).",
      unresolvedName: loop.unresolvedName,
      related: [RelatedLocation(range: loop.name.range, message: "does not wait")],
      placeholders: [Placeholder("api", api), Placeholder("alternative", alternative)]
    ) {
      fixes.fixes()
    }
  }
}
