import CSharpSemantics
import CSharpSyntax

/// Decides what becomes of each use of a method that returns a task from now on (T2's table).
final class UseClassifier {
  let contexts: SolutionContexts
  private var referencesByFamily: [Set<MethodKey>: [MethodReference]] = [:]
  private var families: [AsyncConversion.FunctionKey: MethodFamily?] = [:]
  private var liftings: [AsyncConversion.FunctionKey: ReturnLifting.Outcome?] = [:]

  enum Use {
    /// Nothing has to be edited: `nameof`, attached handlers.
    case nothing
    /// The call is awaited.
    case awaited(SyntaxNode, Caller)
    /// `x?.M();` becomes an `if` with an `await` in it.
    case conditional(SyntaxNode, call: SyntaxNode, Caller)
    /// The call waits, since it can't be awaited there.
    case blocking(SyntaxNode)
    /// It must not be touched, so that the signature can't change.
    case blocked
  }

  /// What has to happen to the function that calls.
  enum Caller {
    case async
    case lifted
    /// `async void`.
    case handler
    case converted(MethodFamily)
    /// An override of a framework's life-cycle method becomes one of its asynchronous twin.
    case twin(String)
  }

  init(_ contexts: SolutionContexts) { self.contexts = contexts }

  func references(of family: MethodFamily) -> [MethodReference] {
    if let known = referencesByFamily[family.keys] { return known }
    let found = MethodReference.all(of: family, contexts: contexts)
    referencesByFamily[family.keys] = found
    return found
  }

  func family(of function: FunctionSyntax, _ context: RuleContext) -> MethodFamily? {
    let key = AsyncConversion.FunctionKey(function, context)
    if let known = families[key] { return known }
    let family = MethodFamily(of: function, in: context, contexts: contexts)
    families[key] = .some(family)
    return family
  }

  func lifting(of function: FunctionSyntax, _ context: RuleContext) -> ReturnLifting.Outcome? {
    let key = AsyncConversion.FunctionKey(function, context)
    if let known = liftings[key] { return known }
    var outcome: ReturnLifting.Outcome?
    if let type = context.model.returnType(of: function), Awaitability(of: type).isTaskLike {
      outcome = ReturnLifting(function: function, context: context).outcome(
        hasResult: !type.typeArguments.isEmpty, awaiting: nil)
    } else {
      // A lambda whose delegate returns nothing or a value, and whose call takes one that returns a task as well.
      outcome = ReturnLifting.Outcome()
    }
    liftings[key] = .some(outcome)
    return outcome
  }

  /// Whether a function is called by an event, and so keeps returning nothing.
  static func isHandler(_ function: FunctionSyntax, _ context: RuleContext) -> Bool {
    guard function.kind == .method || function.kind == .localFunction, function.body != nil,
      let symbol = context.model.declaredSymbol(for: function.node), symbol.returnsVoid,
      symbol.parameters.allSatisfy({ $0.refKind == .none })
    else { return false }
    return context.isEventHandlerShape(symbol) || context.isAttachedHandler(symbol)
  }

  func use(of reference: MethodReference) -> Use {
    let context = reference.context
    if isInsideNameof(reference.name) { return .nothing }
    guard contexts.isEditable(context), !context.isUnevaluated(reference.name) else { return .blocked }
    guard let call = reference.call else { return methodGroupUse(reference) }
    guard context.model.symbol(of: call).symbol != nil else { return .blocked }
    if call.requiredNode(0).isBehindConditionalAccess { return conditionalUse(call, context) }
    guard let function = FunctionSyntax.nearest(to: call) else { return .blocked }
    guard context.isAwaitLegal(call) else { return .blocking(call) }
    guard let caller = caller(function, context) else { return .blocking(call) }
    return AwaitInsertion(awaiting: call, in: context) != nil ? .awaited(call, caller) : .blocked
  }

  /// What has to happen to the function around a place that is going to be an `await`; `nil` where it must block.
  func caller(of node: SyntaxNode, _ context: RuleContext) -> Caller? {
    guard context.isAwaitLegal(node), let function = FunctionSyntax.nearest(to: node) else { return nil }
    return caller(function, context)
  }

  /// How a function comes to be `async`; `nil` where it can't.
  private func caller(_ function: FunctionSyntax, _ context: RuleContext) -> Caller? {
    switch context.asyncTier(of: function) {
    case .async: return .async
    case .liftable: return lifting(of: function, context) == nil ? nil : .lifted
    case .convertible, .fixed:
      if UseClassifier.isHandler(function, context) { return .handler }
      if let twin = lifeCycleTwin(of: function, context) { return .twin(twin) }
      guard context.asyncTier(of: function) == .convertible else { return nil }
      return convertible(function, context).map(Caller.converted)
    }
  }

  private static let lifeCycleMethods: Set<String> = ["OnInitialized", "OnParametersSet", "OnAfterRender"]

  /// The asynchronous twin of a component's life-cycle method, where the type has no override of that yet, and nobody
  /// but the framework calls this one.
  private func lifeCycleTwin(of function: FunctionSyntax, _ context: RuleContext) -> String? {
    let name = function.simpleName
    guard function.kind == .method, function.body != nil, UseClassifier.lifeCycleMethods.contains(name),
      let symbol = context.model.declaredSymbol(for: function.node), symbol.isOverride,
      let overridden = symbol.overriddenMember, overridden.isFromMetadata,
      overridden.containingType?.qualifiedName == "Microsoft.AspNetCore.Components.ComponentBase",
      symbol.containingType?.members(named: name + "Async").isEmpty == true
    else { return nil }
    var isCalled = false
    function.walkOwn { node in
      if node.kind == .baseExpression, node.parent?.requiredNode(2).text == name { isCalled = true }
      return !isCalled
    }
    return isCalled ? nil : name + "Async"
  }

  /// The family of a method that may be converted: all of it can be edited, and no use forbids it.
  func convertible(_ function: FunctionSyntax, _ context: RuleContext) -> MethodFamily? {
    guard let symbol = context.model.declaredSymbol(for: function.node), let family = family(of: function, context),
      family.isEditable
    else { return nil }
    if context.isEntryPoint(symbol), context.tree.options.languageVersion < .csharp7Point1 { return nil }
    if isMentionedInMarkup(family) { return nil }
    return references(of: family).contains(where: isForbidding) ? nil : family
  }

  /// Whether markup may use the family: it binds to members by their names.
  func isMentionedInMarkup(_ family: MethodFamily) -> Bool {
    guard let first = family.members.first, first.symbol.methodKind != .localFunction else { return false }
    if first.symbol.accessibility == .private {
      // Only the type's own markup, whose code-behind file is named after it.
      let path = first.context.path.lowercased()
      guard [".razor.cs", ".xaml.cs", ".cshtml.cs", ".axaml.cs", ".aspx.cs"].contains(where: path.hasSuffix) else {
        return false
      }
    }
    return family.viewpoints.contains { contexts.solution.isMentionedInMarkup(family.name, visibleFrom: $0) }
  }

  /// Whether a use fixes the signature, whoever contains it.
  func isForbidding(_ reference: MethodReference) -> Bool {
    let context = reference.context
    if isInsideNameof(reference.name) { return false }
    guard contexts.isEditable(context), !context.isUnevaluated(reference.name) else { return true }
    guard let call = reference.call else {
      if case .blocked = methodGroupUse(reference) { return true }
      return false
    }
    if context.model.symbol(of: call).symbol == nil { return true }
    if reference.call?.requiredNode(0).isBehindConditionalAccess == true {
      return NullTest.access(endingIn: call, in: context) == nil
    }
    guard FunctionSyntax.nearest(to: call) != nil else { return true }
    return context.isAwaitLegal(call) && AwaitInsertion(awaiting: call, in: context) == nil
  }

  // MARK: Sorts of use

  private func conditionalUse(_ call: SyntaxNode, _ context: RuleContext) -> Use {
    guard let access = NullTest.access(endingIn: call, in: context), let function = FunctionSyntax.nearest(to: call),
      context.isAwaitInsertable(call), let caller = caller(function, context),
      NullTest(access, in: context, suffix: "") != nil
    else { return .blocked }
    return .conditional(access, call: call, caller)
  }

  private func methodGroupUse(_ reference: MethodReference) -> Use {
    let context = reference.context
    let group = reference.expression.outermostEquivalent
    guard let argument = group.parent, argument.kind == .argument, let list = argument.parent,
      let call = list.parent, call.kind == .invocationExpression,
      let symbol = context.model.symbol(of: reference.name).symbol, symbol.kind == .method
    else { return .blocked }
    // Asks what the call would take a task-returning method for.
    let names = symbol.parameters.indices.map { "p\($0)" }.joined(separator: ", ")
    let result =
      symbol.returnsVoid
      ? "async (\(names)) => { await System.Threading.Tasks.Task.CompletedTask; }"
      : "async (\(names)) => { await System.Threading.Tasks.Task.CompletedTask; return \(example(symbol)); }"
    let offset = Int(group.range.start.value) - Int(call.range.start.value)
    var bytes = Array(call.text.utf8)
    let place = offset..<offset + Int(group.range.length)
    guard offset >= 0, place.upperBound <= bytes.count else { return .blocked }
    bytes.replaceSubrange(place, with: Array(result.utf8))
    guard let rebound = context.model.rebind(replacing: [(call.range, String(decoding: bytes, as: UTF8.self))]),
      rebound.succeeds, let method = rebound.symbolInfo.symbol,
      rebound.typeInfo.type?.displayString == context.model.type(of: call).type?.displayString
    else { return .blocked }
    let index = list.nodeList(1).enumerated().first { $0.element == argument }?.offset ?? 0
    guard method.parameters.indices.contains(index),
      let invoke = method.parameters[index].type.delegateInvokeMethod, Awaitability(of: invoke.returnType).isTaskLike
    else { return .blocked }
    return .nothing
  }

  private func example(_ symbol: Symbol) -> String { "default(\(symbol.returnType.displayString))" }

  private func isInsideNameof(_ node: SyntaxNode) -> Bool {
    node.ancestors.contains {
      $0.kind == .invocationExpression && $0.requiredNode(0).kind == .identifierName
        && $0.requiredNode(0).text == "nameof"
    }
  }
}
