import CSharpSyntax

/// What is locked: the symbol path of the lock expression (definition D28). Equal identities in one function are the
/// same lock object.
package enum LockIdentity: Hashable {
  /// A local, parameter, field with its receiver, or `this`.
  case variable(VariablePath)
  /// The type object of `typeof(T)`.
  case typeObject(TypeSymbol)

  /// `nil` for expressions whose object can't be told from the text, such as properties and calls.
  ///
  /// - Parameter function: the function that the expression stands in; a local that has one assignment, from a field, is
  ///   that field.
  package init?(_ expression: SyntaxNode, model: SemanticModel) {
    let node = LockIdentity.withoutConversions(expression)
    if node.kind == .typeOfExpression {
      guard let type = model.type(of: node.requiredNode(2)).type, !type.isErrorType else { return nil }
      self = .typeObject(type)
      return
    }
    guard let path = VariablePath(node, model: model) else { return nil }
    if path.fields.isEmpty, let local = path.local, local.kind == .local,
      let value = LockIdentity.onlyValue(of: local, around: node, model: model),
      let field = VariablePath(LockIdentity.withoutConversions(value), model: model), field.local == nil,
      field.root != .this || !field.fields.isEmpty
    {
      self = .variable(field)
      return
    }
    self = .variable(path)
  }

  /// Without parentheses, `!`, casts and `as`.
  package static func withoutConversions(_ expression: SyntaxNode) -> SyntaxNode {
    var node = expression.withoutParentheses
    while true {
      switch node.kind {
      case .castExpression: node = node.requiredNode(3).withoutParentheses
      case .asExpression: node = node.requiredNode(0).withoutParentheses
      default: return node
      }
    }
  }

  /// The initializer of a local that is written nowhere else.
  private static func onlyValue(of local: Symbol, around node: SyntaxNode, model: SemanticModel) -> SyntaxNode? {
    guard let member = FunctionSyntax.owningMember(of: node) else { return nil }
    var writes = 0
    model.forEachWrite(in: member) { if $0.fields.isEmpty, $0.local == local { writes += 1 } }
    guard writes == 1 else { return nil }
    var value: SyntaxNode?
    member.walk { candidate in
      if candidate.kind == .variableDeclarator, let clause = candidate.optionalNode(2),
        model.declaredSymbol(for: candidate) == local
      {
        value = clause.requiredNode(1)
      }
      return value == nil
    }
    return value
  }
}
