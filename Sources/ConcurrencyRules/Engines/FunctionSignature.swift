import CSharpSemantics
import CSharpSyntax

extension FunctionSyntax {
  /// What messages call the function.
  var displayName: String {
    switch node.kind {
    case .methodDeclaration: node.requiredToken(4).text
    case .localFunctionStatement: node.requiredToken(3).text
    case .propertyDeclaration: node.requiredToken(4).text
    case .indexerDeclaration: "this[]"
    case .getAccessorDeclaration, .setAccessorDeclaration, .initAccessorDeclaration:
      node.ancestors.first { $0.kind == .propertyDeclaration }?.requiredToken(4).text ?? "this[]"
    case .anonymousMethodExpression: "anonymous method"
    case .simpleLambdaExpression, .parenthesizedLambdaExpression: "lambda expression"
    default: node.kind == .compilationUnit ? "top-level program" : "function"
    }
  }

  /// The return type as written; for a getter its property's type, `nil` for a lambda without one.
  var returnTypeSyntax: SyntaxNode? {
    switch node.kind {
    case .methodDeclaration, .localFunctionStatement, .propertyDeclaration, .indexerDeclaration:
      return node.requiredNode(2)
    case .getAccessorDeclaration:
      let property = node.ancestors.first { $0.kind == .propertyDeclaration || $0.kind == .indexerDeclaration }
      return property?.requiredNode(2)
    case .parenthesizedLambdaExpression: return node.optionalNode(2)
    default: return nil
    }
  }

  /// The `async` keyword.
  var asyncKeyword: SyntaxToken? { modifiers.first(.asyncKeyword) }
}

extension SemanticModel {
  /// What a method, local function, getter, lambda or anonymous method returns; for the last two by the delegate type
  /// that they become. `nil` for other functions, for expression trees and where it can't be known.
  func returnType(of function: FunctionSyntax) -> TypeSymbol? {
    switch function.kind {
    case .method, .localFunction:
      guard let symbol = declaredSymbol(for: function.node), symbol.kind == .method else { return nil }
      return symbol.returnType
    case .accessor:
      guard let written = function.returnTypeSyntax else { return nil }
      let property = written.parent.flatMap { declaredSymbol(for: $0) }
      return property?.kind == .property ? property?.type : nil
    case .lambda, .anonymousMethod: return type(of: function.node).convertedType?.delegateInvokeMethod?.returnType
    default: return nil
    }
  }
}

extension TypeSymbol {
  /// The result of the `Task<T>` or `ValueTask<T>` that a type is or derives from; `nil` for those without one.
  var taskResult: TypeSymbol? {
    var current: TypeSymbol? = self
    var depth = 0
    while let type = current, depth < 64 {
      if type.qualifiedName == Awaitability.taskName || type.qualifiedName == Awaitability.valueTaskName {
        return type.typeArguments.first
      }
      current = type.baseType
      depth += 1
    }
    return nil
  }

  /// Whether it is a task type (D3): `Task`, `Task<T>` or derived from them; type parameters and unknown types are not.
  var isTaskType: Bool { kind == .class && isOrDerives(from: Awaitability.taskName) }

  var isValueTaskType: Bool { kind == .struct && qualifiedName == Awaitability.valueTaskName }

  /// Whether it is task-like (D3).
  var isTaskLike: Bool {
    if isTaskType || isValueTaskType { return true }
    guard let definition, definition.kind == .namedType, case .other = Awaitability(of: self) else { return false }
    return definition.hasAttribute("System.Runtime.CompilerServices.AsyncMethodBuilderAttribute")
  }
}
