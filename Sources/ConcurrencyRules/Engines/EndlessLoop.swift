import CSharpSemantics
import CSharpSyntax

/// Functions that run until somebody stops them: to call them directly would keep the caller for good.
enum EndlessLoop {
  private static let maximumDepth = 16

  /// Whether the method that a delegate forwards to has its source here and loops without end.
  static func isBody(of call: ForwardedCall, model: SemanticModel) -> Bool {
    guard let method = model.symbol(of: call.expression).symbol?.originalDefinition, method.isFromSource else {
      return false
    }
    return method.declaringSyntaxReferences.contains { reference in
      guard let body = FunctionSyntax(declaredBy: reference.node)?.body, body.kind == .block else { return false }
      return contains(body, depth: 0)
    }
  }

  /// Looks at the statements of a block, through blocks, `try` and `using`.
  private static func contains(_ statement: SyntaxNode, depth: Int) -> Bool {
    guard depth < maximumDepth else { return false }
    switch statement.kind {
    case .block: return statement.nodeList(2).contains { contains($0, depth: depth + 1) }
    case .tryStatement: return TryStatementSyntax(statement).map { contains($0.block, depth: depth + 1) } ?? false
    case .usingStatement:
      return UsingStatementSyntax(statement).map { contains($0.statement, depth: depth + 1) } ?? false
    case .whileStatement: return statement.requiredNode(3).isEndlessCondition
    case .doStatement: return statement.requiredNode(5).isEndlessCondition
    case .forStatement: return ForStatementSyntax(statement)?.condition?.isEndlessCondition ?? true
    case .forEachStatement:
      let collection = statement.requiredNode(7).withoutParentheses
      return collection.kind == .invocationExpression && invokedName(of: collection) == "GetConsumingEnumerable"
    default: return false
    }
  }
}

extension SyntaxNode {
  /// `true`, `!token.IsCancellationRequested`.
  fileprivate var isEndlessCondition: Bool {
    let condition = withoutParentheses
    switch condition.kind {
    case .trueLiteralExpression: return true
    case .logicalNotExpression:
      let operand = condition.requiredNode(1).withoutParentheses
      return operand.kind == .simpleMemberAccessExpression && operand.requiredNode(2).text == "IsCancellationRequested"
    default: return false
    }
  }
}
