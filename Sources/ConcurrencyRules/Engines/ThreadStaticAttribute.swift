import CSharpSemantics
import CSharpSyntax

/// `[ThreadStatic]` on what has a field of its own: the attribute, and what it stands on.
struct ThreadStaticAttribute {
  let attribute: SyntaxNode
  /// The field's declaration, the automatic property, or the parameter of a record.
  let member: SyntaxNode

  static let name = "System.ThreadStaticAttribute"

  /// `nil` for all other attributes, and where the attribute is about something else.
  init?(_ attribute: SyntaxNode, model: SemanticModel) {
    guard let list = attribute.parent, list.kind == .attributeList, let member = list.parent else { return nil }
    let target = list.optionalNode(1)?.requiredToken(0).text
    switch member.kind {
    case .fieldDeclaration:
      guard target == nil || target == "field", !member.tokenList(1).contains(.constKeyword) else { return nil }
    case .propertyDeclaration:
      guard target == "field", ThreadStaticAttribute.hasField(member) else { return nil }
    case .parameter:
      guard target == "field", let owner = member.parent?.parent, RecordDeclarationSyntax.kinds.contains(owner.kind)
      else { return nil }
    default: return nil
    }
    guard ThreadStaticAttribute.isThreadStatic(attribute, model) else { return nil }
    self.attribute = attribute
    self.member = member
  }

  private static func isThreadStatic(_ attribute: SyntaxNode, _ model: SemanticModel) -> Bool {
    let type =
      model.symbol(of: attribute).symbol?.containingType?.type ?? model.type(of: attribute.requiredNode(0)).type
    return type?.isOrDerives(from: name) ?? false
  }

  /// Whether a property is automatic, or keeps its value in `field`.
  private static func hasField(_ property: SyntaxNode) -> Bool {
    guard let list = property.optionalNode(5) else { return false }
    for accessor in list.nodeList(1) {
      guard let body = accessor.optionalNode(3) ?? accessor.optionalNode(4) else { return true }
      var isFound = false
      body.walk { node in
        if node.kind == .fieldExpression { isFound = true }
        return !isFound
      }
      if isFound { return true }
    }
    return false
  }

  var isStatic: Bool {
    member.kind != .parameter && member.tokenList(1).contains(.staticKeyword)
  }

  /// The variables of a field, the property, or the parameter.
  var declarations: [SyntaxNode] {
    member.kind == .fieldDeclaration ? Array(member.requiredNode(2).nodeList(1)) : [member]
  }

  /// The name that a declaration gives.
  static func identifier(of declaration: SyntaxNode) -> SyntaxToken {
    switch declaration.kind {
    case .propertyDeclaration: declaration.requiredToken(4)
    case .parameter: declaration.requiredToken(3)
    default: declaration.requiredToken(0)
    }
  }
}

extension Symbol {
  /// Whether the field carries `[ThreadStatic]` or an attribute derived from it.
  var isThreadStatic: Bool {
    attributes.contains { $0.attributeClass.isOrDerives(from: ThreadStaticAttribute.name) }
  }
}
