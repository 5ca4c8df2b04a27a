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

  /// Whether `awaitwise.non_awaitable_types` names the type or one that it derives from.
  func isListedAsNotAwaitable(_ type: TypeSymbol) -> Bool {
    guard let listed = settings.list("non_awaitable_types"), !listed.isEmpty else { return false }
    return listed.contains { type.isOrDerives(from: $0) }
  }

  /// `[assembly: NonAwaitableType(typeof(X))]` in the compilation's sources.
  private func isMarkedAsNotAwaitable(_ type: TypeSymbol) -> Bool {
    guard let definition = type.definition else { return false }
    return AssemblyAnnotation.all(named: "NonAwaitableType", in: self).contains {
      $0.type(at: 0)?.definition == definition
    }
  }
}
