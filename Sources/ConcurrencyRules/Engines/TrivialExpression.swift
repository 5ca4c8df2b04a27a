import CSharpSemantics
import CSharpSyntax

/// Expressions whose evaluation costs next to nothing and has no effect (D27).
struct TrivialExpression {
  let model: SemanticModel

  /// Structurally made of locals, parameters, fields, properties, `this`, constants and indexers with such arguments.
  func isSameExpressionChain(_ node: SyntaxNode, depth: Int = 0) -> Bool {
    guard depth < 64 else { return false }
    switch node.kind {
    case .identifierName, .genericName:
      switch model.symbol(of: node).symbol?.kind {
      case .method?, .event?: return false
      default: return true
      }
    case .thisExpression, .baseExpression, .numericLiteralExpression, .stringLiteralExpression,
      .characterLiteralExpression, .trueLiteralExpression, .falseLiteralExpression, .nullLiteralExpression,
      .predefinedType, .aliasQualifiedName, .qualifiedName:
      return true
    case .simpleMemberAccessExpression:
      return isSameExpressionChain(node.requiredNode(0), depth: depth + 1)
        && isSameExpressionChain(node.requiredNode(2), depth: depth + 1)
    case .parenthesizedExpression: return isSameExpressionChain(node.requiredNode(1), depth: depth + 1)
    case .suppressNullableWarningExpression: return isSameExpressionChain(node.requiredNode(0), depth: depth + 1)
    case .elementAccessExpression:
      return isSameExpressionChain(node.requiredNode(0), depth: depth + 1)
        && arguments(node.requiredNode(1)).allSatisfy { isSameExpressionChain($0, depth: depth + 1) }
    default: return false
    }
  }

  func isTrivial(_ node: SyntaxNode, depth: Int = 0) -> Bool {
    guard depth < 64 else { return false }
    func trivial(_ node: SyntaxNode) -> Bool { isTrivial(node, depth: depth + 1) }
    if isSameExpressionChain(node) { return true }
    if BinaryExpressionSyntax.kinds.contains(node.kind) {
      guard hasPredefinedOperator(node) else { return false }
      return trivial(node.requiredNode(0)) && (isTypeOperator(node) || trivial(node.requiredNode(2)))
    }
    switch node.kind {
    case .defaultLiteralExpression, .defaultExpression, .typeOfExpression, .sizeOfExpression,
      .utf8StringLiteralExpression:
      return true
    case .unaryPlusExpression, .unaryMinusExpression, .bitwiseNotExpression, .logicalNotExpression, .indexExpression:
      return hasPredefinedOperator(node) && trivial(node.requiredNode(1))
    case .parenthesizedExpression: return trivial(node.requiredNode(1))
    case .checkedExpression, .uncheckedExpression: return trivial(node.requiredNode(2))
    case .castExpression:
      return model.type(of: node.requiredNode(3)).conversionMethod == nil && trivial(node.requiredNode(3))
    case .conditionalExpression:
      return trivial(node.requiredNode(0)) && trivial(node.requiredNode(2)) && trivial(node.requiredNode(4))
    case .simpleMemberAccessExpression:
      return isProperty(node.requiredNode(2)) && trivial(node.requiredNode(0))
    case .interpolatedStringExpression:
      return node.nodeList(1).allSatisfy { part in
        part.kind == .interpolatedStringText || trivial(part.requiredNode(1))
      }
    case .tupleExpression:
      return node.nodeList(1).count <= 8 && arguments(node).allSatisfy(trivial)
    case .arrayCreationExpression, .implicitArrayCreationExpression:
      let initializer = node.childNodes.last { $0.kind == .arrayInitializerExpression }
      guard let elements = initializer?.nodeList(1) else { return false }
      return elements.count <= 8 && elements.allSatisfy(trivial)
    case .collectionExpression:
      let elements = node.nodeList(1)
      return elements.count <= 8 && elements.allSatisfy { $0.kind == .expressionElement && trivial($0.requiredNode(0)) }
    case .objectCreationExpression, .implicitObjectCreationExpression: return isTrivialCreation(node, trivial)
    case .invocationExpression: return isTrivialCall(node, trivial)
    default: return false
    }
  }

  private func isTypeOperator(_ node: SyntaxNode) -> Bool {
    node.kind == .isExpression || node.kind == .asExpression
  }

  private func isProperty(_ name: SyntaxNode) -> Bool {
    switch model.symbol(of: name).symbol?.kind {
    case .property?, .field?: true
    default: false
    }
  }

  private func hasPredefinedOperator(_ node: SyntaxNode) -> Bool {
    guard let symbol = model.symbol(of: node).symbol else { return true }
    return symbol.methodKind != .userDefinedOperator || symbol.isImplicitlyDeclared
  }

  private func arguments(_ list: SyntaxNode) -> [SyntaxNode] {
    list.nodeList(1).compactMap { ArgumentSyntax($0)?.expression }
  }

  private func isTrivialCreation(_ node: SyntaxNode, _ trivial: (SyntaxNode) -> Bool) -> Bool {
    let arguments: SyntaxNode?
    let initializer: SyntaxNode?
    if let creation = ObjectCreationExpressionSyntax(node) {
      (arguments, initializer) = (creation.argumentList, creation.initializer)
    } else {
      (arguments, initializer) = (node.optionalNode(1), node.optionalNode(2))
    }
    guard initializer == nil, arguments.map({ self.arguments($0).allSatisfy(trivial) }) ?? true,
      let type = model.type(of: node).type, !type.isErrorType
    else { return false }
    if type.kind == .struct || type.kind == .enum { return true }
    // A class whose constructor is generated by the compiler does nothing.
    guard let constructor = model.symbol(of: node).symbol, constructor.isFromSource else { return false }
    guard constructor.isImplicitlyDeclared, type.baseType?.specialType == .object else { return false }
    return true
  }

  private func isTrivialCall(_ node: SyntaxNode, _ trivial: (SyntaxNode) -> Bool) -> Bool {
    let callee = node.requiredNode(0)
    if callee.kind == .identifierName, callee.text == "nameof", model.symbol(of: node).symbol?.kind != .method {
      return true
    }
    guard let method = model.symbol(of: node).symbol, let type = method.containingType else { return false }
    guard TrivialExpression.allows(method, of: type) else { return false }
    let receiverIsTrivial =
      method.isStatic || callee.kind != .simpleMemberAccessExpression || trivial(callee.requiredNode(0))
    return receiverIsTrivial && arguments(node.requiredNode(1)).allSatisfy(trivial)
  }

  /// The allow-list of calls.
  private static func allows(_ method: Symbol, of type: Symbol) -> Bool {
    let name = method.name
    switch type.qualifiedName {
    case "System.Math", "System.MathF", "System.String", "System.Convert": return true
    case "System.Guid": return name == "NewGuid" || name == "ToString"
    case "System.Int32", "System.Int64", "System.Double": return name == "Parse" || name == "ToString"
    case "System.Boolean", "System.Char", "System.SByte", "System.Byte", "System.Int16", "System.UInt16",
      "System.UInt32", "System.UInt64", "System.Decimal", "System.Single":
      return name == "ToString"
    case "System.TimeSpan": return name.hasPrefix("From")
    default: return false
    }
  }
}
