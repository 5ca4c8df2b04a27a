import CSharpSemantics
import CSharpSyntax

/// What the delegate of an offload boils down to when it does nothing but one call.
struct ForwardedCall {
  /// The invocation or object creation; for a method group the group itself.
  let expression: SyntaxNode
  /// The delegate is a parameterless method group: `expression` is called with no argument.
  let isMethodGroup: Bool
  /// An async lambda that only awaits the call.
  let isAwaited: Bool

  /// The name that messages use: the method's, with its type where a type's name is the receiver.
  func displayName(model: SemanticModel) -> String {
    let callee = isMethodGroup || expression.kind != .invocationExpression ? expression : expression.requiredNode(0)
    if let creation = ObjectCreationExpressionSyntax(callee) { return creation.type.text }
    return calleeName(of: callee, model: model)
  }

  /// The text of the call in place of the offload.
  var text: String { isMethodGroup ? expression.text + "()" : expression.text }

  /// - Parameter statements: whether an expression statement counts as the call (its value is dropped).
  init?(delegate: SyntaxNode?, model: SemanticModel, statements: Bool) {
    guard let delegate else { return nil }
    guard let function = FunctionSyntax(declaredBy: delegate) else {
      guard ForwardedCall.isParameterlessMethodGroup(delegate, model: model) else { return nil }
      self.init(expression: delegate, isMethodGroup: true, isAwaited: false)
      return
    }
    guard ForwardedCall.hasNoParameters(function), let body = function.body else { return nil }
    guard var expression = ForwardedCall.onlyExpression(of: body, statements: statements || function.isAsync) else {
      return nil
    }
    expression = expression.withoutParentheses
    guard function.isAsync else {
      self.init(expression: expression, isMethodGroup: false, isAwaited: false)
      return
    }
    guard let awaiting = AwaitExpressionSyntax(expression) else { return nil }
    self.init(expression: awaiting.expression.withoutConfigureAwait, isMethodGroup: false, isAwaited: true)
  }

  private init(expression: SyntaxNode, isMethodGroup: Bool, isAwaited: Bool) {
    self.expression = expression
    self.isMethodGroup = isMethodGroup
    self.isAwaited = isAwaited
  }

  static func hasNoParameters(_ function: FunctionSyntax) -> Bool {
    switch function.node.kind {
    case .parenthesizedLambdaExpression:
      ParenthesizedLambdaExpressionSyntax(function.node)
        .flatMap { ParameterListSyntax($0.parameterList)?.parameters.isEmpty } ?? false
    case .anonymousMethodExpression:
      AnonymousMethodExpressionSyntax(function.node).map {
        ParameterListSyntax($0.parameterList)?.parameters.isEmpty ?? true
      } ?? false
    default: false
    }
  }

  /// The expression body, or that of the only statement of a block.
  static func onlyExpression(of body: SyntaxNode, statements: Bool) -> SyntaxNode? {
    guard let block = BlockSyntax(body) else { return body }
    guard let statement = block.statements.single else { return nil }
    if let returning = ReturnStatementSyntax(statement) { return returning.expression }
    if statements, let expression = ExpressionStatementSyntax(statement) { return expression.expression }
    return nil
  }

  private static func isParameterlessMethodGroup(_ node: SyntaxNode, model: SemanticModel) -> Bool {
    guard simpleName(of: node) != nil, node.kind != .memberBindingExpression else { return false }
    let info = model.symbol(of: node)
    guard let method = info.symbol, method.kind == .method else { return false }
    if info.isReducedExtension { return method.parameters.filter { !$0.isThis }.isEmpty }
    return method.parameters.isEmpty
  }
}

extension SyntaxNode {
  /// The receiver of a `.ConfigureAwait(…)` that this is, parentheses looked through; else the node itself.
  var withoutConfigureAwait: SyntaxNode {
    let node = withoutParentheses
    guard let invocation = InvocationExpressionSyntax(node),
      let access = MemberAccessExpressionSyntax(invocation.expression), access.name.text == "ConfigureAwait"
    else { return node }
    return access.expression.withoutParentheses
  }
}
