import CSharpSemantics
import CSharpSyntax

/// What a type is to somebody who wants to await it (D3, D4), and how sure that is.
enum Awaitability {
  /// `Task`, `Task<T>` or derived.
  case task(unresolvedName: String?)
  /// `ValueTask`, `ValueTask<T>`.
  case valueTask(unresolvedName: String?)
  /// Anything else with a `GetAwaiter` of its own.
  case other
  case none
  /// The type, or something that it depends on, could not be resolved.
  case unknown

  static let taskName = "System.Threading.Tasks.Task"
  static let valueTaskName = "System.Threading.Tasks.ValueTask"

  init(of type: TypeSymbol?, depth: Int = 0) {
    guard let type, depth < 8 else {
      self = .unknown
      return
    }
    switch type.kind {
    case .error:
      // Written `Task` or `ValueTask` and bound to nothing: the framework's type, its import is missing (N1, N4).
      switch type.qualifiedName {
      case "Task", Awaitability.taskName, "global::" + Awaitability.taskName:
        self = type.arity <= 1 ? .task(unresolvedName: "Task") : .unknown
      case "ValueTask", Awaitability.valueTaskName:
        self = type.arity <= 1 ? .valueTask(unresolvedName: "ValueTask") : .unknown
      default: self = .unknown
      }
    case .dynamic: self = .unknown
    case .typeParameter:
      for constraint in type.constraintTypes {
        let meaning = Awaitability(of: constraint, depth: depth + 1)
        if case .none = meaning { continue }
        self = meaning
        return
      }
      self = .none
    case .class, .struct, .interface:
      if type.qualifiedName == Awaitability.valueTaskName {
        self = .valueTask(unresolvedName: nil)
      } else if type.isOrDerives(from: Awaitability.taskName) {
        self = .task(unresolvedName: nil)
      } else if type.hasUnknownBase {
        self = .unknown
      } else if type.members(named: "GetAwaiter").contains(where: {
        $0.kind == .method && !$0.isStatic && $0.parameters.isEmpty
      }) {
        self = .other
      } else {
        self = .none
      }
    default: self = .none
    }
  }
}

extension TypeSymbol {
  /// Whether some class that it derives from could not be resolved.
  var hasUnknownBase: Bool {
    var current = baseType
    var depth = 0
    while let base = current, depth < 64 {
      if base.isErrorType { return true }
      current = base.baseType
      depth += 1
    }
    return false
  }

  var hasUnknownInterface: Bool {
    interfaces.contains(where: \.isErrorType) || allInterfaces.contains(where: \.isErrorType)
  }

  /// A stream of values that are awaited one by one (D3).
  var isStream: Bool {
    isOrDerives(from: "System.Collections.Generic.IAsyncEnumerable")
      || isOrDerives(from: "System.Collections.Generic.IAsyncEnumerator")
  }
}

/// What calling something gives, as far as rules about offloading ask.
enum CallResult {
  case task(unresolvedName: String?)
  case valueTask(unresolvedName: String?)
  case otherAwaitable
  case synchronous(unresolvedName: String?)
  case unknown

  /// - Parameter call: an invocation or object creation.
  init(of call: SyntaxNode, model: SemanticModel) {
    let info = model.symbol(of: call)
    guard info.isUnknown else {
      guard info.isBound else {
        self = .unknown
        return
      }
      self.init(Awaitability(of: model.type(of: call).type))
      return
    }
    guard call.kind == .invocationExpression, let name = invokedName(of: call) else {
      self = .unknown
      return
    }
    self = CallResult.byConvention(name: name, type: model.type(of: call).type)
  }

  /// What a method group's call would give.
  init(ofMethod method: Symbol) { self.init(Awaitability(of: method.returnType)) }

  private init(_ awaitability: Awaitability) {
    switch awaitability {
    case .task(let name): self = .task(unresolvedName: name)
    case .valueTask(let name): self = .valueTask(unresolvedName: name)
    case .other: self = .otherAwaitable
    case .none: self = .synchronous(unresolvedName: nil)
    case .unknown: self = .unknown
    }
  }

  /// N2 and N3 of D25: the name of a call that does not bind decides.
  static func byConvention(name: String, type: TypeSymbol?) -> CallResult {
    if name.hasSuffix("Async") { return name.count > 5 ? .task(unresolvedName: name) : .unknown }
    if name.hasSuffix("Task") || ambiguousNames.contains(name) { return .unknown }
    return .synchronous(unresolvedName: name)
  }

  private static let ambiguousNames: Set<String> = [
    "Run", "StartNew", "Delay", "WhenAll", "WhenAny", "FromResult", "WithCancellation",
  ]
}

/// The name after the last dot of what an invocation calls; `nil` for calls of computed delegates.
func invokedName(of invocation: SyntaxNode) -> String? {
  simpleName(of: invocation.requiredNode(0))?.identifierText
}
