import CSharpSemantics
import CSharpSyntax

/// The expression that a `lock` statement or a call of `System.Threading.Monitor` is about.
struct LockTarget {
  /// The `lock` statement or the call.
  let node: SyntaxNode
  /// The name of the method of `Monitor`; `nil` for a `lock` statement.
  let method: String?
  /// As written, without parentheses.
  let expression: SyntaxNode
  /// Without conversions.
  let core: SyntaxNode

  static let kinds: [SyntaxKind] = [.lockStatement, .invocationExpression]

  private static let methods: Set<String> = [
    "Enter", "TryEnter", "Exit", "IsEntered", "Wait", "Pulse", "PulseAll",
  ]

  init?(_ node: SyntaxNode, model: SemanticModel) {
    self.node = node
    if node.kind == .lockStatement {
      method = nil
      expression = node.requiredNode(3).withoutParentheses
    } else {
      guard node.kind == .invocationExpression, let name = invokedName(of: node), LockTarget.methods.contains(name),
        let argument = LockTarget.object(of: node),
        model.symbol(of: node).symbol?.containingType?.qualifiedName == "System.Threading.Monitor"
      else { return nil }
      method = name
      expression = argument.withoutParentheses
    }
    guard !expression.isNone, !expression.isMissing else { return nil }
    core = LockIdentity.withoutConversions(expression)
  }

  /// Whether the lock is taken here.
  var isAcquisition: Bool { method == nil || method == "Enter" || method == "TryEnter" }

  private static func object(of call: SyntaxNode) -> SyntaxNode? {
    let arguments = Array(call.requiredNode(1).nodeList(1))
    if let named = arguments.first(where: { $0.optionalNode(0)?.requiredNode(0).text == "obj" }) {
      return named.requiredNode(2)
    }
    guard let first = arguments.first, first.optionalNode(0) == nil else { return nil }
    return first.requiredNode(2)
  }

  /// All of them below a node, nested functions and types included.
  static func all(in node: SyntaxNode, model: SemanticModel) -> [LockTarget] {
    var result: [LockTarget] = []
    node.walk { candidate in
      if candidate.kind == .lockStatement || candidate.kind == .invocationExpression,
        let target = LockTarget(candidate, model: model)
      {
        result.append(target)
      }
      return true
    }
    return result
  }
}
