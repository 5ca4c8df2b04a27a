import CSharpSemantics
import CSharpSyntax

extension RuleContext {
  /// Whether a place lies in a type or member that a tool wrote, by its attribute (D10). Other parts of a partial type are
  /// judged by themselves.
  func isInGeneratedDeclaration(_ node: SyntaxNode) -> Bool {
    if settings.flag("analyze_generated_code", default: false) { return false }
    var current: SyntaxNode? = node
    while let candidate = current {
      if GeneratedDeclaration.canBeMarked(candidate.kind), GeneratedDeclaration.isMarked(candidate, model: model) {
        return true
      }
      current = candidate.parent
    }
    return false
  }
}

/// `[GeneratedCode]` and `[CompilerGenerated]` on declarations.
enum GeneratedDeclaration {
  private static let attributes = [
    "System.CodeDom.Compiler.GeneratedCodeAttribute", "System.Runtime.CompilerServices.CompilerGeneratedAttribute",
  ]

  static func isMarked(_ symbol: Symbol) -> Bool { attributes.contains(where: symbol.hasAttribute) }

  fileprivate static func canBeMarked(_ kind: SyntaxKind) -> Bool {
    TypeDeclarationSyntax.kinds.contains(kind) || RecordDeclarationSyntax.kinds.contains(kind) || members.contains(kind)
  }

  private static let members: Set<SyntaxKind> = [
    .methodDeclaration, .constructorDeclaration, .destructorDeclaration, .operatorDeclaration,
    .conversionOperatorDeclaration, .propertyDeclaration, .indexerDeclaration, .eventDeclaration, .fieldDeclaration,
    .getAccessorDeclaration, .setAccessorDeclaration, .initAccessorDeclaration, .addAccessorDeclaration,
    .removeAccessorDeclaration, .localFunctionStatement,
  ]

  fileprivate static func isMarked(_ declaration: SyntaxNode, model: SemanticModel) -> Bool {
    declaration.nodeList(0).contains { list in
      list.kind == .attributeList
        && list.nodeList(2).contains { attribute in
          guard let name = AttributeSyntax(attribute).flatMap({ simpleName(of: AttributeName.bare($0.name)) }) else {
            return false
          }
          switch name.identifierText {
          case "GeneratedCode", "GeneratedCodeAttribute", "CompilerGenerated", "CompilerGeneratedAttribute": break
          default: return false
          }
          guard let type = model.symbol(of: attribute).symbol?.containingType else { return true }
          return attributes.contains(type.qualifiedName)
        }
    }
  }
}
