import CSharpSemantics
import CSharpSyntax

/// A blocking wait where a value is made once for many: in a constructor, an initializer, the factory of a cache or
/// container.
struct InitializationWait {
  enum Place {
    /// A constructor, or the initializer of a field or property.
    case instance
    /// The same for the type.
    case type
    /// The delegate that a call or creation takes.
    case factory(Factory)
  }

  /// What takes a factory.
  struct Factory {
    enum Sort {
      /// Keeps a value per key, thread or place.
      case cache
      /// Makes one value on first use.
      case lazy
      /// A container of services.
      case container
    }

    let sort: Sort
    /// For messages, such as `ConcurrentDictionary.GetOrAdd`.
    let api: String
    /// The call or creation.
    let call: SyntaxNode
    /// The argument's expression: a lambda or a method group.
    let delegate: SyntaxNode
  }

  let wait: BlockingWait
  let place: Place
  /// The function around the wait.
  let function: FunctionSyntax

  init?(_ wait: BlockingWait, context: RuleContext) {
    guard let function = FunctionSyntax.nearest(to: wait.node) else { return nil }
    self.wait = wait
    self.function = function
    switch function.kind {
    case .constructor: place = .instance
    case .staticConstructor: place = .type
    case .initializer: place = InitializationWait.isStatic(function.node) ? .type : .instance
    case .lambda, .anonymousMethod:
      guard !function.isAsync, let factory = InitializationWait.factory(of: function, context: context) else {
        return nil
      }
      place = .factory(factory)
    case .localFunction, .method:
      guard !function.isAsync, let factory = InitializationWait.use(of: function, context: context) else { return nil }
      place = .factory(factory)
    default: return nil
    }
  }

  private static func isStatic(_ node: SyntaxNode) -> Bool {
    for ancestor in [node] + Array(node.ancestors) {
      switch ancestor.kind {
      case .fieldDeclaration, .propertyDeclaration, .eventFieldDeclaration:
        return ancestor.tokenList(1).contains(.staticKeyword)
      default: continue
      }
    }
    return false
  }

  /// What a lambda is the factory argument of: by itself, in a cast or a `new D(…)`, or through a local or readonly field
  /// that holds it (D16).
  private static func factory(of lambda: FunctionSyntax, context: RuleContext) -> Factory? {
    var value = lambda.node
    for _ in 0..<8 {
      if let factory = Factory(around: value, context: context) { return factory }
      guard let parent = value.outermostEquivalent.parent else { return nil }
      switch parent.kind {
      case .castExpression: value = parent
      case .argument:
        guard let creation = parent.parent?.parent, context.model.type(of: creation).type?.kind == .delegate,
          creation.kind == .objectCreationExpression || creation.kind == .implicitObjectCreationExpression
        else { return nil }
        value = creation
      case .equalsValueClause:
        guard let declarator = parent.parent, declarator.kind == .variableDeclarator,
          let holder = context.model.declaredSymbol(for: declarator),
          let member = FunctionSyntax.owningMember(of: value),
          let root = holder.kind == .local ? member : member.parent
        else { return nil }
        return use(of: holder.name, for: lambda, in: root, context: context)
      default: return nil
      }
    }
    return nil
  }

  /// The factory argument that a local function or private method is given as.
  private static func use(of function: FunctionSyntax, context: RuleContext) -> Factory? {
    guard let symbol = context.model.declaredSymbol(for: function.node),
      function.kind == .localFunction || symbol.accessibility == .private,
      let root = function.kind == .localFunction
        ? FunctionSyntax.owningMember(of: function.node) : function.node.parent
    else { return nil }
    return use(of: symbol.name, for: function, in: root, context: context)
  }

  /// The first factory argument of a name that runs a function.
  private static func use(
    of name: String, for function: FunctionSyntax, in root: SyntaxNode, context: RuleContext
  ) -> Factory? {
    let bodies = DelegateBodies(model: context.model)
    var factory: Factory?
    root.walk { node in
      guard factory == nil else { return false }
      guard node.kind == .identifierName, node.identifierText == name else { return true }
      let access = node.parent?.kind == .simpleMemberAccessExpression ? node.parent ?? node : node
      guard access.parent?.kind == .argument, let body = bodies.body(of: access), body.function.node == function.node
      else { return true }
      factory = Factory(around: access, context: context)
      return factory == nil
    }
    return factory
  }
}

extension InitializationWait.Factory {
  /// What a delegate expression is the factory argument of.
  init?(around delegate: SyntaxNode, context: RuleContext) {
    guard let argument = delegate.outermostEquivalent.parent, argument.kind == .argument, let list = argument.parent,
      let call = list.parent
    else { return nil }
    let model = context.model
    switch call.kind {
    case .objectCreationExpression, .implicitObjectCreationExpression:
      guard let type = model.type(of: call).type ?? model.type(of: call).convertedType else { return nil }
      switch type.qualifiedName {
      case "System.Lazy": self.init(sort: .lazy, api: "Lazy<T>", call: call, delegate: delegate)
      case "System.Threading.ThreadLocal": self.init(sort: .lazy, api: "ThreadLocal<T>", call: call, delegate: delegate)
      default: return nil
      }
    case .invocationExpression:
      guard let name = invokedName(of: call) else { return nil }
      let info = model.symbol(of: call)
      guard let method = info.symbol ?? info.candidates.first else {
        guard info.isUnknown else { return nil }
        switch name {
        case "GetOrAdd": self.init(sort: .cache, api: name, call: call, delegate: delegate)
        case "AddSingleton", "AddScoped", "AddTransient":
          self.init(sort: .container, api: name, call: call, delegate: delegate)
        default: return nil
        }
        return
      }
      guard let found = InitializationWait.Factory.known(method, name) else { return nil }
      self.init(sort: found.sort, api: found.api, call: call, delegate: delegate)
    default: return nil
    }
  }

  private static func known(_ method: Symbol, _ name: String) -> (sort: Sort, api: String)? {
    switch (method.containingType?.qualifiedName ?? "", name) {
    case ("System.Collections.Concurrent.ConcurrentDictionary", "GetOrAdd"),
      ("System.Collections.Concurrent.ConcurrentDictionary", "AddOrUpdate"):
      return (.cache, "ConcurrentDictionary." + name)
    case ("Microsoft.Extensions.Caching.Memory.CacheExtensions", "GetOrCreate"):
      return (.cache, "IMemoryCache.GetOrCreate")
    case ("System.Runtime.Caching.MemoryCache", "AddOrGetExisting"): return (.cache, "MemoryCache.AddOrGetExisting")
    case ("System.Collections.Immutable.ImmutableInterlocked", _): return (.cache, "ImmutableInterlocked." + name)
    case ("System.Threading.LazyInitializer", "EnsureInitialized"): return (.lazy, "LazyInitializer.EnsureInitialized")
    default: break
    }
    guard name.hasPrefix("TryAdd") || registrations.contains(name),
      method.originalDefinition.isExtensionMember || method.isStatic,
      method.originalDefinition.parameters.first?.type.qualifiedName == serviceCollection
        || method.receiverType?.qualifiedName == serviceCollection
        || method.containingType?.qualifiedName.hasPrefix("Microsoft.Extensions.DependencyInjection.") == true
    else { return nil }
    return (.container, name)
  }

  private static let serviceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection"
  private static let registrations: Set<String> = [
    "AddSingleton", "AddScoped", "AddTransient", "AddKeyedSingleton", "AddKeyedScoped", "AddKeyedTransient",
    "Configure",
  ]

  /// Whether the factory makes a task: then its own code may be asynchronous.
  func makesTask(_ model: SemanticModel) -> Bool {
    guard let invoke = model.type(of: delegate).convertedType?.delegateInvokeMethod else { return false }
    switch Awaitability(of: invoke.returnType) {
    case .task, .valueTask: return true
    case .other, .none, .unknown: return false
    }
  }
}
