import CSharpSemantics
import CSharpSyntax

/// What is known about the asynchronous disposal of types (D32, *cheap asynchronous disposals*).
final class AsyncDisposal {
  private unowned let context: RuleContext
  private var known: [TypeSymbol: Bool] = [:]
  private lazy var excluded = ExcludedTypes(context)

  init(context: RuleContext) { self.context = context }

  private var model: SemanticModel { context.model }

  /// Types whose asynchronous disposal does nothing that could take time.
  private static let cheapTypes = [
    "System.IO.MemoryStream", "System.IO.UnmanagedMemoryStream", "System.IO.StringWriter", "System.Threading.Timer",
    "System.Threading.ITimer", "System.Threading.CancellationTokenRegistration", "System.Net.Sockets.NetworkStream",
  ]

  /// Bases whose own `DisposeAsync` calls `Dispose`.
  private static let plainBases: Set<String> = [
    "System.IO.Stream", "System.IO.TextWriter", "System.Data.Common.DbConnection", "System.Data.Common.DbCommand",
    "System.Data.Common.DbDataReader", "System.Data.Common.DbTransaction", "System.Data.Common.DbBatch",
  ]

  private static let dataNamespace = "System.Data.Common."

  /// Whether values of a type have an accessible `DisposeAsync()` that can be awaited.
  func hasDisposeAsync(_ type: TypeSymbol, at node: SyntaxNode) -> Bool {
    switch type.kind {
    case .class, .struct, .interface, .typeParameter: break
    default: return false
    }
    if isRefLike(type) { return false }
    if let known = known[type] { return known }
    let result = disposeAsync(of: type, at: node) != nil || type.isOrDerives(from: "System.IAsyncDisposable")
    known[type] = result
    return result
  }

  /// The parameterless method itself, unless only an explicit implementation has it.
  func disposeAsync(of type: TypeSymbol, at node: SyntaxNode) -> Symbol? {
    let types = type.kind == .typeParameter ? type.constraintTypes : [type]
    for type in types {
      for type in [type] + (type.kind == .interface ? type.allInterfaces : []) {
        let method = type.members(named: "DisposeAsync").first {
          $0.kind == .method && !$0.isStatic && $0.parameters.isEmpty && !$0.isExplicitInterfaceImplementation
            && model.isAccessible($0, at: node) && Awaitability(of: $0.returnType).isTaskLike
        }
        if let method { return method }
      }
    }
    return nil
  }

  /// Whether nothing is gained by disposing of a value asynchronously.
  ///
  /// - Parameter value: the expression that made it, if that is known.
  func isCheap(_ type: TypeSymbol, madeBy value: SyntaxNode?) -> Bool {
    if AsyncDisposal.cheapTypes.contains(where: type.isOrDerives) { return true }
    if type.qualifiedName.hasPrefix("Microsoft.Data.Sqlite.") { return true }
    if excluded.contains(type) { return true }
    guard let value = value.map(origin) else { return false }
    if value.kind == .simpleMemberAccessExpression, value.requiredNode(2).text == "Null" { return isNullObject(value) }
    let isCreation = value.kind == .objectCreationExpression || value.kind == .implicitObjectCreationExpression
    if isCreation, writesToMemory(value) { return true }
    if value.kind == .invocationExpression, let name = invokedName(of: value) {
      // An embedded resource lies in memory.
      if name == "GetManifestResourceStream" { return true }
    }
    guard let base = plainBase(of: type) else { return false }
    return isCreation || base.hasPrefix(AsyncDisposal.dataNamespace)
  }

  /// `Stream.Null` and its like.
  private func isNullObject(_ member: SyntaxNode) -> Bool {
    model.symbol(of: member).symbol?.containingType?.qualifiedName.hasPrefix("System.IO.") ?? false
  }

  /// Where a value comes from: what a local got, if it gets only one value.
  func origin(of value: SyntaxNode) -> SyntaxNode {
    let value = AsyncDisposal.source(value)
    guard value.kind == .identifierName, let local = model.symbol(of: value).symbol,
      let initial = model.initialValue(ofLocal: local), let member = FunctionSyntax.owningMember(of: value)
    else { return value }
    var writes = 0
    model.forEachWrite(in: member) { if $0.local == local, $0.fields.isEmpty { writes += 1 } }
    return writes == 1 ? AsyncDisposal.source(initial) : value
  }

  /// Without `await`, `ConfigureAwait`, parentheses and conversions.
  private static func source(_ value: SyntaxNode) -> SyntaxNode {
    var value = LockIdentity.withoutConversions(value)
    while true {
      if value.kind == .awaitExpression {
        value = LockIdentity.withoutConversions(value.requiredNode(1))
      } else if value.kind == .invocationExpression, invokedName(of: value) == "ConfigureAwait",
        value.requiredNode(0).kind == .simpleMemberAccessExpression
      {
        value = LockIdentity.withoutConversions(value.requiredNode(0).requiredNode(0))
      } else {
        return value
      }
    }
  }

  /// The base whose `DisposeAsync` a type inherits as it is; `nil` if some type on the way has one of its own.
  private func plainBase(of type: TypeSymbol) -> String? {
    var current: TypeSymbol? = type
    var depth = 0
    while let candidate = current, depth < 64 {
      let name = candidate.qualifiedName
      if AsyncDisposal.plainBases.contains(name) { return name }
      if candidate.isErrorType { return nil }
      if candidate.definition?.members(named: "DisposeAsync").contains(where: { $0.parameters.isEmpty }) ?? true {
        return nil
      }
      current = candidate.baseType
      depth += 1
    }
    return nil
  }

  /// Whether a writer or the like is made on top of memory, so that nothing is waited for when it flushes.
  private func writesToMemory(_ creation: SyntaxNode) -> Bool {
    let list = creation.optionalNode(creation.kind == .objectCreationExpression ? 2 : 1)
    guard let argument = list?.nodeList(1).first, let type = model.type(of: argument.requiredNode(2)).type else {
      return false
    }
    return type.isOrDerives(from: "System.IO.MemoryStream") || type.isOrDerives(from: "System.IO.StringWriter")
      || type.isOrDerives(from: "System.Text.StringBuilder") || type.isOrDerives(from: "System.Buffers.IBufferWriter")
  }

  /// Whether what happens at the end is that something is written.
  func flushes(_ type: TypeSymbol) -> Bool {
    type.isOrDerives(from: "System.IO.Stream") || type.isOrDerives(from: "System.IO.TextWriter")
      || type.qualifiedName == "System.Text.Json.Utf8JsonWriter"
  }
}

/// Types that the configuration or an assembly attribute of Meziantou.Analyzer exempts.
private struct ExcludedTypes {
  private let names: [String]

  init(_ context: RuleContext) {
    var names = context.settings.list("excluded_types", of: "AW807") ?? []
    names += AssemblyAnnotation.all(named: "NonAsyncDisposableType", in: context).compactMap {
      $0.type(at: 0)?.qualifiedName
    }
    self.names = names
  }

  func contains(_ type: TypeSymbol) -> Bool { names.contains { type.isOrDerives(from: $0) } }
}
