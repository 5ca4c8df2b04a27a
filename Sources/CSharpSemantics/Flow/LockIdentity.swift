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
  /// A local that has one assignment, from a field, is that field.
  package init?(_ expression: SyntaxNode, values: OnlyValues) {
    let model = values.model
    let node = LockIdentity.withoutConversions(expression)
    if node.kind == .typeOfExpression {
      guard let type = model.type(of: node.requiredNode(2)).type, !type.isErrorType else { return nil }
      self = .typeObject(type)
      return
    }
    guard let path = VariablePath(node, model: model) else { return nil }
    if path.fields.isEmpty, let local = path.local, local.kind == .local,
      let value = values.value(of: local, around: node),
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
}
