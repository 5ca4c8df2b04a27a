import CSharpSyntax

/// Binds the bodies and initializers of one member, and takes the answers down in its model.
final class Binder {
  unowned(unsafe) let context: BindingContext
  unowned(unsafe) let model: SemanticModel
  let declarationScope: DeclarationScope
  /// The type around, and its instance type.
  let containingType: Symbol?
  var scope: LocalScope
  var environment: FunctionEnvironment
  /// Receivers of the `?.` around, innermost last.
  var conditionalReceivers: [Bound] = []
  /// Objects whose initializers are being bound.
  var depth = 0
  /// How many expressions have been bound for the sake of overload resolution in the statement at hand.
  var trialCount = 0
  /// Whether code is bound that belongs to instance initializers: primary constructor parameters come before members.
  var isInInitializer = false
  /// The clause just bound took the query's `select` in.
  var fusedSelection = false
  /// The enumeration whose member's value is bound: in there operators compute with the underlying type.
  var initializedEnum: Symbol?
  /// Inside `nameof`.
  var isInNameOf = false
  /// Where attribute arguments and other places outside of functions have no `this`.
  var hasThis = true
  /// The `{ … }` initializer's object types, for implicit element accesses.
  var initializerTypes: [Bound] = []
  /// Bodies of lambdas are bound again for each trial; beyond this number of expressions in one statement they are unknown.
  static let maximumTrials = 60_000
  static let maximumDepth = 260

  init(
    context: BindingContext, model: SemanticModel, declarationScope: DeclarationScope, environment: FunctionEnvironment
  ) {
    self.context = context
    self.model = model
    self.declarationScope = declarationScope
    self.environment = environment
    containingType = declarationScope.containingType
    scope = LocalScope(parent: nil)
  }

  var names: WellKnownNames { context.wellKnownNames }

  var typeBinder: TypeBinder {
    TypeBinder(
      context: context, scope: declarationScope, typeParameters: environment.typeParameters, recorder: model)
  }

  func bindType(_ node: SyntaxNode) -> TypeSymbol { typeBinder.bindType(node) }

  // MARK: Scopes

  func withScope<Result>(_ body: () -> Result) -> Result {
    let outer = scope
    scope = LocalScope(parent: outer)
    defer { scope = outer }
    return body()
  }

  func makeLocal(_ token: SyntaxToken, type: TypeSymbol, node: SyntaxNode, kind: SymbolKind = .local) -> Symbol {
    let symbol = Symbol(
      model.localSymbols.allocate(
        SymbolData(context: context, kind: kind, name: context.name(of: token), containing: environment.symbol)))
    symbol.pointer.pointee.type = type
    symbol.pointer.pointee.declaration = Int32(truncatingIfNeeded: node.index)
    return symbol
  }

  @discardableResult
  func declareLocal(_ token: SyntaxToken, type: TypeSymbol, node: SyntaxNode, kind: SymbolKind = .local) -> Symbol {
    let symbol = makeLocal(token, type: type, node: node, kind: kind)
    model.recordDeclared(node, symbol)
    scope.declare(symbol)
    return symbol
  }

  func unknown(_ node: SyntaxNode) -> Bound { Bound(node, .unknown, type: context.unknownType) }

  func value(_ node: SyntaxNode, _ type: TypeSymbol) -> Bound { Bound(node, .value, type: type) }

  var isStaticContext: Bool {
    if !hasThis { return true }
    var current: FunctionEnvironment? = environment
    while let function = current {
      if function.isStatic { return true }
      current = function.parent
    }
    return false
  }

  // MARK: Accessibility

  /// - Parameter receiver: the type of the expression in front of the dot, if an instance member is reached through one
  ///   that is neither `this` nor `base`: a protected member must belong to the class that uses it (C# §7.5.4).
  func isAccessible(_ symbol: Symbol, through receiver: TypeSymbol? = nil) -> Bool {
    context.isAccessible(symbol, from: containingType, file: declarationScope.file, through: receiver)
  }
}

extension BindingContext {
  /// Whether a member can be named inside a type (C# §7.5), or outside of all types.
  func isAccessible(_ symbol: Symbol, from type: Symbol?, file: Int, through receiver: TypeSymbol? = nil) -> Bool {
    let definition = symbol.originalDefinition
    let receiver = definition.isStatic || definition.kind == .namedType ? nil : receiver
    switch definition.pointer.pointee.accessibility {
    case .public, .notApplicable: return true
    case .internal:
      return isSameAssembly(definition, file: file)
    case .protectedInternal:
      return isSameAssembly(definition, file: file)
        || isInsideDerived(of: definition.containingType, type, through: receiver)
    case .protected: return isInsideDerived(of: definition.containingType, type, through: receiver)
    case .privateProtected:
      return isSameAssembly(definition, file: file)
        && isInsideDerived(of: definition.containingType, type, through: receiver)
    case .private:
      guard let owner = definition.containingType else { return true }
      // Anything inside the outermost type around the owner's declaration can see it only if it is inside the owner.
      var current = type
      while let around = current {
        if around == owner { return true }
        current = around.containingType
      }
      if owner.typeDetails.isProgram { return true }
      // Members of an extension block are used by its static class.
      return owner.typeDetails.typeKind == .extension
    }
  }

  private func isSameAssembly(_ symbol: Symbol, file: Int) -> Bool {
    // Internals of an assembly that does not show them have no symbols.
    if symbol.isFromMetadata { return true }
    var current: Symbol? = symbol
    while let candidate = current {
      if candidate.kind == .namedType || candidate.pointer.pointee.file >= 0 {
        guard let own = assemblyIndex(of: candidate) else { return false }
        return files.indices.contains(file) ? isFriend(files[file].assembly, of: own) : true
      }
      current = candidate.pointer.pointee.containing
    }
    return true
  }

  private func isInsideDerived(of owner: Symbol?, _ type: Symbol?, through receiver: TypeSymbol?) -> Bool {
    guard let owner else { return true }
    var around = type
    while let candidate = around {
      var current: TypeSymbol? = candidate.type
      var steps = 0
      while let instance = current, steps < BindingContext.maximumBaseDepth {
        if instance.definition == owner, isOrDerives(receiver, from: candidate) { return true }
        if instance.kind == .error { return true }
        current = baseType(of: instance)
        steps += 1
      }
      if owner.typeDetails.typeKind == .interface,
        allInterfaces(of: candidate.type).contains(where: { $0.definition == owner })
      {
        return true
      }
      around = candidate.containingType
    }
    return false
  }

  /// Whether a receiver's type is a class or derives from it; no receiver is fine, and what is unknown may.
  private func isOrDerives(_ receiver: TypeSymbol?, from type: Symbol) -> Bool {
    guard let receiver, receiver.kind == .class || receiver.kind == .struct else { return true }
    var current: TypeSymbol? = receiver
    var steps = 0
    while let instance = current, steps < BindingContext.maximumBaseDepth {
      if instance.definition == type || instance.kind == .error { return true }
      current = baseType(of: instance)
      steps += 1
    }
    return false
  }
}
