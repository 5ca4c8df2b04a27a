import CSharpSyntax

/// What sort of thing an expression turned out to be before its place converts it.
enum BoundKind: UInt8 {
  /// Has a type, or an error type where it is unknown.
  case value
  case type
  case namespace
  case methodGroup
  case lambda
  case null
  case defaultLiteral
  case implicitNew
  case collection
  /// A tuple literal; its type is `nil` if some element has none.
  case tuple
  /// `c ? a : b` without a natural type.
  case conditional
  /// A `switch` expression without a natural type.
  case switchExpression
  case throwExpression
  case interpolatedString
  case stackAlloc
  /// `out var x` and `out _` before the parameter is known.
  case outVariable
  case discard
  /// Stands for a wrong or unresolved expression.
  case unknown
}

/// The outcome of binding one expression.
struct Bound {
  let node: SyntaxNode
  var kind: BoundKind
  /// The natural type.
  var type: TypeSymbol?
  var symbol: Symbol?
  var constant: ConstantValue?
  /// A ``MethodGroup``, ``LambdaInfo`` or ``BoundParts``.
  var payload: AnyObject?
  /// Can be written or passed by reference.
  var isVariable = false
  /// A simple name that means both a value and the type of the same name (`Color Color`).
  var alternativeType: TypeSymbol?

  init(_ node: SyntaxNode, _ kind: BoundKind, type: TypeSymbol? = nil, symbol: Symbol? = nil) {
    self.node = node
    self.kind = kind
    self.type = type
    self.symbol = symbol
  }

  var isUnknown: Bool { kind == .unknown || (kind == .value && (type?.isErrorType ?? false)) }

  var group: MethodGroup? { kind == .methodGroup ? payload.map { unsafeDowncast($0, to: MethodGroup.self) } : nil }
  var lambda: LambdaInfo? { kind == .lambda ? payload.map { unsafeDowncast($0, to: LambdaInfo.self) } : nil }

  /// Branches of a conditional or switch, elements of a tuple or collection.
  var parts: [Bound] {
    switch kind {
    case .tuple, .conditional, .switchExpression, .collection, .implicitNew:
      (payload as? BoundParts)?.parts ?? []
    default: []
    }
  }

  var arguments: [Argument] { (payload as? BoundParts)?.arguments ?? [] }
}

final class BoundParts {
  let parts: [Bound]
  var arguments: [Argument] = []
  /// Names of a tuple literal's elements.
  var names: [Name] = []

  init(_ parts: [Bound]) { self.parts = parts }
}

/// Methods of one name that a call may mean.
final class MethodGroup {
  enum Receiver {
    /// `this` left out, or a local function.
    case implicit
    case instance
    /// A type: only static members.
    case type
    /// `base.M`.
    case base
  }

  let name: Name
  /// Found by member lookup, nearest type first.
  var methods: [MethodCandidate]
  var receiver: Receiver
  var receiverBound: Bound?
  var receiverType: TypeSymbol?
  var typeArguments: [TypeSymbol]
  /// `Color.M()` where `Color` is both.
  var alternativeType: TypeSymbol?
  /// Whether something inherited is unknown, so that the right method may be missing.
  var isIncomplete = false

  init(
    name: Name, methods: [MethodCandidate], receiver: Receiver, receiverType: TypeSymbol?,
    typeArguments: [TypeSymbol] = []
  ) {
    self.name = name
    self.methods = methods
    self.receiver = receiver
    self.receiverType = receiverType
    self.typeArguments = typeArguments
  }
}

/// A method definition and the type that it was found in.
struct MethodCandidate {
  let method: Symbol
  let instance: TypeSymbol?
  /// How far up it was found; candidates of a nearer type win.
  var depth: Int = 0
}

/// One argument of a call.
struct Argument {
  let node: SyntaxNode
  var name: Name = .empty
  var refKind: RefKind = .none
  var bound: Bound
}

/// A lambda or anonymous method whose parameters may still wait for their types.
class LambdaInfo {
  let node: SyntaxNode
  let scope: LocalScope
  /// What the code around it is in.
  let environment: FunctionEnvironment
  let isAsync: Bool
  /// An anonymous method without a parameter list fits any.
  let hasParameterList: Bool
  /// `nil` for those without a written type.
  var parameterTypes: [TypeSymbol?] = []
  var parameterNames: [Name] = []
  var parameterRefKinds: [RefKind] = []
  var parameterNodes: [SyntaxNode] = []
  var explicitReturnType: TypeSymbol?
  var results: [[TypeSymbol]: LambdaResult] = [:]
  /// The parameter types that the recorded answers in the model come from.
  var lastBound: [TypeSymbol]?

  init(
    node: SyntaxNode, scope: LocalScope, environment: FunctionEnvironment, isAsync: Bool, hasParameterList: Bool
  ) {
    self.node = node
    self.scope = scope
    self.environment = environment
    self.isAsync = isAsync
    self.hasParameterList = hasParameterList
  }

  var isExplicitlyTyped: Bool { parameterTypes.allSatisfy { $0 != nil } }
}

/// A lambda's body bound with certain parameter types.
final class LambdaResult {
  /// The expressions that it returns.
  var returns: [Bound] = []
  var isExpressionBody = false
  /// An expression body that may stand as a statement.
  var isStatementExpression = false
  /// Some `return;`, or a block whose end can be reached.
  var returnsNothing = false
  /// The end of the block can be reached.
  var fallsThrough = false
  /// Natural type of the returned values (before wrapping in a task); `nil` if there is none.
  var valueType: TypeSymbol?
  var hasErrors = false
  var symbol: Symbol?
}

/// The names that the code between braces declares, and those around it.
final class LocalScope {
  let parent: LocalScope?
  /// The anonymous or local function that begins here.
  let functionBoundary: Bool
  private(set) var names: [Name] = []
  private(set) var symbols: [Symbol] = []
  private var table: [Name: Int] = [:]
  /// Where names are looked for that are not declared here: what is in scope at a place that is bound already.
  var outer: ((Name) -> Symbol?)?

  init(parent: LocalScope?, functionBoundary: Bool = false) {
    self.parent = parent
    self.functionBoundary = functionBoundary
  }

  func declare(_ symbol: Symbol) {
    let name = symbol.pointer.pointee.name
    guard !name.isEmpty else { return }
    names.append(name)
    symbols.append(symbol)
    if names.count > 8 {
      if table.isEmpty {
        for (index, name) in names.enumerated() { table[name] = index }
      } else {
        table[name] = names.count - 1
      }
    }
  }

  func own(_ name: Name) -> Symbol? {
    if let found = declared(name) { return found }
    return outer?(name)
  }

  private func declared(_ name: Name) -> Symbol? {
    if names.count > 8 { return table[name].map { symbols[$0] } }
    var index = names.count - 1
    while index >= 0 {
      if names[index] == name { return symbols[index] }
      index -= 1
    }
    return nil
  }

  func lookup(_ name: Name) -> Symbol? {
    var scope: LocalScope? = self
    while let current = scope {
      if !current.names.isEmpty || current.outer != nil, let found = current.own(name) { return found }
      scope = current.parent
    }
    return nil
  }
}

/// The function whose code is being bound.
final class FunctionEnvironment {
  let parent: FunctionEnvironment?
  /// Method, accessor, local function or anonymous function; `nil` in initializers.
  let symbol: Symbol?
  let isStatic: Bool
  let isAsync: Bool
  /// What `return` converts to; `nil` while a lambda's type is being inferred, or where nothing is returned.
  var returnType: TypeSymbol?
  /// Collects what a lambda returns.
  var collector: LambdaResult?
  /// Type parameters of local functions and methods around.
  var typeParameters: [Symbol]
  /// Element type of an iterator.
  var yieldType: TypeSymbol?
  /// The `field` of an accessor.
  var fieldType: TypeSymbol?

  init(parent: FunctionEnvironment?, symbol: Symbol?, isStatic: Bool, isAsync: Bool, typeParameters: [Symbol]) {
    self.parent = parent
    self.symbol = symbol
    self.isStatic = isStatic
    self.isAsync = isAsync
    self.typeParameters = typeParameters
  }
}

/// How a value becomes one of another type.
enum ConversionKind: UInt8 {
  case none
  /// Something about it is unknown; it may exist.
  case unknown
  case identity
  case numeric
  case constant
  case null
  case nullable
  case reference
  case boxing
  case dynamic
  case userDefined
  case tuple
  case anonymousFunction
  case methodGroup
  case defaultLiteral
  case objectCreation
  case collection
  case interpolatedString
  case interpolatedStringHandler
  case span
  case conditional
  case throwExpression
  case pointer
  case stackAlloc
  /// Only with a cast.
  case explicit
}

struct Conversion {
  var kind: ConversionKind
  var method: Symbol?

  init(_ kind: ConversionKind, method: Symbol? = nil) {
    self.kind = kind
    self.method = method
  }

  static var none: Conversion { Conversion(.none) }
  static var unknown: Conversion { Conversion(.unknown) }
  static var identity: Conversion { Conversion(.identity) }

  var exists: Bool { kind != .none && kind != .explicit }
}
