import CSharpSyntax

extension SemanticModel {
  /// How many names, calls and conversions below a node make no sense, or depend on something that can't be resolved.
  /// Meant for comparing a text with what an edit makes of it.
  package func bindingFailures(in node: SyntaxNode) -> Int {
    var failures = 0
    node.walk { node in
      switch node.kind {
      case .invocationExpression, .objectCreationExpression, .implicitObjectCreationExpression,
        .simpleMemberAccessExpression, .identifierName, .genericName, .elementAccessExpression:
        if let parent = node.parent, parent.kind == .invocationExpression, parent.requiredNode(0) == node { break }
        // The name behind a dot stands for the whole access.
        if let parent = node.parent, parent.kind == .simpleMemberAccessExpression, parent.requiredNode(2) == node {
          break
        }
        if fails(node) { failures += 1 }
      case .awaitExpression:
        if type(of: node).type?.isErrorType ?? true { failures += 1 }
      default: break
      }
      let info = type(of: node)
      if let type = info.type, let converted = info.convertedType, type != converted, !type.isErrorType,
        !converted.isErrorType, info.conversionMethod == nil, !isTypeReference(node),
        !context.implicitConversion(type, converted).exists, constants[node.index] == nil
      {
        failures += 1
      }
      return true
    }
    return failures
  }

  private func fails(_ node: SyntaxNode) -> Bool {
    let info = symbol(of: node)
    if info.symbol != nil || isTypeReference(node) { return false }
    let type = type(of: node)
    return type.type?.isErrorType ?? (type.convertedType == nil)
  }
}
