import CSharpSemantics
import CSharpSyntax

extension RuleContext {
  /// Whether values of a type are *strongly awaitable* (D4): through an instance `GetAwaiter()` of their own, so that one
  /// extension awaiter does not turn every tuple into a task. `false` where the type is unknown, or listed as not meant
  /// to be awaited.
  func isStronglyAwaitable(_ type: TypeSymbol, at node: SyntaxNode) -> Bool {
    guard type.specialType == .none, !type.isErrorType else { return false }
    switch Awaitability(of: type) {
    case .none, .unknown: return false
    case .task, .valueTask: return !isListedAsNotAwaitable(type)
    case .other: break
    }
    guard !isListedAsNotAwaitable(type), !isMarkedAsNotAwaitable(type) else { return false }
    return type.members(named: "GetAwaiter").contains { method in
      method.kind == .method && !method.isStatic && method.parameters.isEmpty && method.arity == 0
        && model.isAccessible(method, at: node) && isAwaiter(method.returnType)
    }
  }

  /// `bool IsCompleted`, `GetResult()`, `INotifyCompletion`.
  private func isAwaiter(_ type: TypeSymbol) -> Bool {
    let isCompleted = type.members(named: "IsCompleted").contains {
      $0.kind == .property && $0.getter != nil && $0.type.specialType == .boolean
    }
    return isCompleted
      && type.members(named: "GetResult").contains { $0.kind == .method && !$0.isStatic && $0.parameters.isEmpty }
      && type.isOrDerives(from: "System.Runtime.CompilerServices.INotifyCompletion")
  }

  private func isListedAsNotAwaitable(_ type: TypeSymbol) -> Bool {
    guard let listed = settings.list("non_awaitable_types"), !listed.isEmpty else { return false }
    return listed.contains { type.isOrDerives(from: $0) }
  }

  /// `[assembly: NonAwaitableType(typeof(X))]` in the compilation's sources.
  private func isMarkedAsNotAwaitable(_ type: TypeSymbol) -> Bool {
    guard let definition = type.definition else { return false }
    for (index, file) in model.context.compilation.files.enumerated() {
      guard file.hasAssemblyAttribute("NonAwaitableType") else { continue }
      guard let other = index == model.file ? model : model.context.semanticModel(file: index) else { continue }
      for list in other.tree.root.attributeLists {
        for attribute in list.nodeList(2) {
          guard let attribute = AttributeSyntax(attribute),
            let name = simpleName(of: AttributeName.bare(attribute.name))?.identifierText,
            name == "NonAwaitableType" || name == "NonAwaitableTypeAttribute",
            let argument = AttributeArgumentListSyntax(attribute.argumentList)?.arguments.first,
            let typeOf = TypeOfExpressionSyntax(AttributeArgumentSyntax(argument)?.expression)
          else { continue }
          if other.type(of: typeOf.type).type?.definition == definition { return true }
        }
      }
    }
    return false
  }
}
