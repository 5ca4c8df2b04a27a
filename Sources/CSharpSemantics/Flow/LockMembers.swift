import CSharpSyntax

/// A call that takes a lock or gives it back (definition D28).
package struct LockAction {
  package enum Effect: Sendable {
    /// Held when the call ends normally.
    case acquire
    /// Held if the call's result, or the variable that it was given, says so.
    case tryAcquire
    case release
  }

  package let call: SyntaxNode
  /// The member's simple name in the call.
  package let name: SyntaxNode
  /// The expression whose value is locked, without parentheses.
  package let target: SyntaxNode
  package let kind: LockKind
  package let mode: LockMode
  package let effect: Effect
  /// The variable of a `ref lockTaken` argument.
  package let takenVariable: SyntaxNode?
  /// Whether what the call gives has to be disposed of to give the lock back.
  package let givesScope: Bool
}

/// Recognizes the calls that take locks and give them back.
package struct LockMembers {
  package let model: SemanticModel
  /// Full names of further types of locks that are awaited.
  package let asynchronousTypes: Set<String>
  let values: OnlyValues

  package init(model: SemanticModel, asynchronousTypes: Set<String> = []) {
    self.model = model
    self.asynchronousTypes = asynchronousTypes
    values = OnlyValues(model: model)
  }

  private static let monitor = "System.Threading.Monitor"

  /// Types whose locks are awaited.
  private static let knownAsynchronousTypes: Set<String> = [
    "Microsoft.VisualStudio.Threading.AsyncSemaphore", "Microsoft.VisualStudio.Threading.AsyncReaderWriterLock",
    "Microsoft.VisualStudio.Threading.ReentrantSemaphore", "Nito.AsyncEx.AsyncLock", "Nito.AsyncEx.AsyncMonitor",
    "Nito.AsyncEx.AsyncReaderWriterLock", "AsyncKeyedLock.AsyncKeyedLocker", "AsyncKeyedLock.AsyncNonKeyedLocker",
    "DotNext.Threading.AsyncExclusiveLock", "DotNext.Threading.AsyncReaderWriterLock",
  ]

  /// Names of members that take or release something; all others are told from them without binding.
  private static let names: Set<String> = [
    "Enter", "TryEnter", "Exit", "EnterScope", "WaitOne", "ReleaseMutex", "EnterReadLock", "EnterWriteLock",
    "EnterUpgradeableReadLock", "TryEnterReadLock", "TryEnterWriteLock", "TryEnterUpgradeableReadLock", "ExitReadLock",
    "ExitWriteLock", "ExitUpgradeableReadLock", "AcquireReaderLock", "AcquireWriterLock", "ReleaseReaderLock",
    "ReleaseWriterLock", "ReleaseLock", "Wait", "WaitAsync", "Release", "EnterAsync", "LockAsync", "ReadLockAsync",
    "WriteLockAsync", "UpgradeableReadLockAsync", "ReaderLockAsync", "WriterLockAsync",
  ]

  /// What a call does to a lock; `nil` for all other calls and those that don't bind.
  package func action(of call: SyntaxNode) -> LockAction? {
    guard call.kind == .invocationExpression else { return nil }
    let callee = call.requiredNode(0).withoutParentheses
    let name: SyntaxNode
    var receiver: SyntaxNode?
    switch callee.kind {
    case .identifierName: name = callee
    case .simpleMemberAccessExpression:
      name = callee.requiredNode(2)
      receiver = callee.requiredNode(0).withoutParentheses
    case .memberBindingExpression:
      name = callee.requiredNode(1)
      receiver = conditionalReceiver(of: call)
    default: return nil
    }
    let text = name.requiredToken(0).text
    guard LockMembers.names.contains(text), let method = model.symbol(of: call).symbol, method.kind == .method,
      let type = method.containingType
    else { return nil }
    let typeName = type.qualifiedName
    if typeName == LockMembers.monitor { return monitorAction(call, name, text, method) }
    guard let receiver else { return nil }
    return instanceAction(call, name, text, receiver, typeName)
  }

  /// `a` of `a?.b.M()`, where the call is the whole of what follows `a?`.
  private func conditionalReceiver(of call: SyntaxNode) -> SyntaxNode? {
    guard let parent = call.parent, parent.kind == .conditionalAccessExpression, parent.requiredNode(2) == call else {
      return nil
    }
    return parent.requiredNode(0).withoutParentheses
  }

  // MARK: Monitor

  private func monitorAction(_ call: SyntaxNode, _ name: SyntaxNode, _ text: String, _ method: Symbol) -> LockAction? {
    guard let object = argument(of: call, named: "obj", at: 0) else { return nil }
    let taken = method.parameters.firstIndex { $0.refKind == .ref }.flatMap {
      argument(of: call, named: "lockTaken", at: $0)
    }
    let effect: LockAction.Effect
    switch text {
    case "Enter": effect = .acquire
    case "TryEnter": effect = .tryAcquire
    case "Exit": effect = .release
    default: return nil
    }
    return LockAction(
      call: call, name: name, target: object, kind: .monitor, mode: .exclusive, effect: effect, takenVariable: taken,
      givesScope: false)
  }

  /// The argument for a parameter, written with its name or at its place.
  private func argument(of call: SyntaxNode, named name: String, at index: Int) -> SyntaxNode? {
    var position = 0
    var positional: SyntaxNode?
    for argument in call.requiredNode(1).nodeList(1) {
      if let colon = argument.optionalNode(0) {
        if colon.requiredNode(0).text == name { return argument.requiredNode(2).withoutParentheses }
      } else if position == index {
        positional = argument.requiredNode(2).withoutParentheses
      }
      position += 1
    }
    return positional
  }

  // MARK: Members of the lock itself

  private func instanceAction(
    _ call: SyntaxNode, _ name: SyntaxNode, _ text: String, _ receiver: SyntaxNode, _ typeName: String
  ) -> LockAction? {
    func make(
      _ kind: LockKind, _ effect: LockAction.Effect, _ mode: LockMode = .exclusive, taken: SyntaxNode? = nil,
      givesScope: Bool = false
    ) -> LockAction {
      LockAction(
        call: call, name: name, target: receiver, kind: kind, mode: mode, effect: effect, takenVariable: taken,
        givesScope: givesScope)
    }
    switch typeName {
    case "System.Threading.Lock":
      switch text {
      case "Enter": return make(.lockObject, .acquire)
      case "EnterScope": return make(.lockObject, .acquire, givesScope: true)
      case "TryEnter": return make(.lockObject, .tryAcquire)
      case "Exit": return make(.lockObject, .release)
      default: return nil
      }
    case "System.Threading.WaitHandle":
      guard text == "WaitOne", let type = model.type(of: receiver).type else { return nil }
      let effect: LockAction.Effect = hasNoArguments(call) ? .acquire : .tryAcquire
      if type.isOrDerives(from: "System.Threading.Mutex") { return make(.mutex, effect) }
      return type.isOrDerives(from: "System.Threading.Semaphore") ? make(.semaphore, effect) : nil
    case "System.Threading.Mutex": return text == "ReleaseMutex" ? make(.mutex, .release) : nil
    case "System.Threading.Semaphore": return text == "Release" ? make(.semaphore, .release) : nil
    case "System.Threading.SemaphoreSlim":
      switch text {
      case "Wait", "WaitAsync": return make(.semaphore, hasTimeout(call) ? .tryAcquire : .acquire)
      case "Release": return make(.semaphore, .release)
      default: return nil
      }
    case "System.Threading.SpinLock":
      switch text {
      case "Enter": return make(.spinLock, .acquire, taken: argument(of: call, named: "lockTaken", at: 0))
      case "TryEnter":
        let list = call.requiredNode(1).nodeList(1)
        return make(.spinLock, .tryAcquire, taken: list.last?.requiredNode(2).withoutParentheses)
      case "Exit": return make(.spinLock, .release)
      default: return nil
      }
    case "System.Threading.ReaderWriterLockSlim":
      guard let mode = LockMembers.slimModes.first(where: { text.hasSuffix($0.suffix) })?.mode else { return nil }
      if text.hasPrefix("TryEnter") { return make(.readerWriter, .tryAcquire, mode) }
      return make(.readerWriter, text.hasPrefix("Enter") ? .acquire : .release, mode)
    case "System.Threading.ReaderWriterLock":
      switch text {
      case "AcquireReaderLock": return make(.readerWriter, .acquire, .read)
      case "AcquireWriterLock": return make(.readerWriter, .acquire, .write)
      case "ReleaseReaderLock": return make(.readerWriter, .release, .read)
      case "ReleaseWriterLock": return make(.readerWriter, .release, .write)
      // Gives back whatever is held.
      case "ReleaseLock": return make(.readerWriter, .release, .exclusive)
      default: return nil
      }
    default:
      guard LockMembers.knownAsynchronousTypes.contains(typeName) || asynchronousTypes.contains(typeName),
        text.hasSuffix("Async")
      else { return nil }
      let mode: LockMode =
        text.hasPrefix("Upgradeable") ? .upgradeableRead : text.hasPrefix("Read") ? .read : .exclusive
      return make(.asynchronous, .acquire, mode, givesScope: true)
    }
  }

  private static let slimModes: [(suffix: String, mode: LockMode)] = [
    ("UpgradeableReadLock", .upgradeableRead), ("ReadLock", .read), ("WriteLock", .write),
  ]

  private func hasNoArguments(_ call: SyntaxNode) -> Bool { call.requiredNode(1).nodeList(1).isEmpty }

  /// Whether a wait for a semaphore may give up: it is given anything but a token.
  private func hasTimeout(_ call: SyntaxNode) -> Bool {
    call.requiredNode(1).nodeList(1).contains {
      model.type(of: $0.requiredNode(2)).type?.qualifiedName != "System.Threading.CancellationToken"
    }
  }
}
