import CSharpSemantics
import CSharpSyntax

/// The parts of a partial method, as far as they are written by hand.
enum PartialMethods {
  /// Whether the part without a body is: otherwise a generator wrote it, or will.
  static func isDeclaredByHand(_ method: Symbol) -> Bool { hasPart(method, withBody: false) }

  /// Whether the part with a body is.
  static func isImplementedByHand(_ method: Symbol) -> Bool { hasPart(method, withBody: true) }

  private static func hasPart(_ method: Symbol, withBody: Bool) -> Bool {
    guard let type = method.containingType else { return false }
    return type.declaringSyntaxReferences.contains { part in
      guard !GeneratedFileName.matches(part.path(in: type)) else { return false }
      return part.node.childNodes.contains { member in
        guard let declaration = MethodDeclarationSyntax(member) else { return false }
        return declaration.identifier.text == method.name && declaration.modifiers.contains(.partialKeyword)
          && (FunctionSyntax(declaredBy: member)?.body != nil) == withBody
      }
    }
  }
}
