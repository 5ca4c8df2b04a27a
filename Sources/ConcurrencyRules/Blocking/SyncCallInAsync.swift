import CSharpSemantics
import CSharpSyntax

/// AW204: asynchronous code calls a method that has an awaitable counterpart.
package enum SyncCallInAsync: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let function = FunctionSyntax.nearest(to: node), mayAwait(function, in: context),
      let name = simpleName(of: node.requiredNode(0)), !isNamedAsAsync(name), !isAwaited(node)
    else { return }
    guard let counterpart = context.counterparts.counterpart(ofInvocation: node), context.waits.wait(at: node) == nil,
      isPlaceForIt(node, function, in: context), !SynchronousBranch.contains(node),
      isWanted(counterpart, node, in: context)
    else { return }
    let callee = CallDisplay.name(of: node.requiredNode(0), model: context.model)
    context.report(
      descriptor, at: name.range, place: node,
      message: "'\(callee)' blocks; await '\(counterpart.displayName)' instead.",
      related: declaration(of: counterpart.method, in: context),
      placeholders: [Placeholder("callee", callee), Placeholder("counterpart", counterpart.displayName)]
    ) {
      fixes(node, counterpart, in: context)
    }
  }

  // MARK: Places

  private static func isOptedIn(_ context: RuleContext) -> Bool {
    context.settings.flag("in_sync_code", of: descriptor.id, default: false)
  }

  /// A first look at the function, which costs next to nothing for all but lambdas.
  private static func mayAwait(_ function: FunctionSyntax, in context: RuleContext) -> Bool {
    switch function.kind {
    case .topLevelProgram: true
    case .lambda, .anonymousMethod: true
    case .method, .localFunction:
      switch context.asyncTier(of: function) {
      case .async, .liftable: true
      case .convertible: isOptedIn(context)
      case .fixed: false
      }
    default: false
    }
  }

  private static func isPlaceForIt(_ node: SyntaxNode, _ function: FunctionSyntax, in context: RuleContext) -> Bool {
    if context.isAsyncContext(node) { return !isOffloadedAlone(node, function, in: context) }
    guard isOptedIn(context), context.isAwaitLegal(node), context.asyncTier(of: function) == .convertible,
      let symbol = context.model.declaredSymbol(for: function.node)
    else { return false }
    return !context.isExposed(symbol) && !context.isContractMember(symbol)
  }

  /// The only call of a delegate that goes to the pool: the rules about offloading speak about it.
  private static func isOffloadedAlone(_ node: SyntaxNode, _ function: FunctionSyntax, in context: RuleContext) -> Bool
  {
    guard function.kind == .lambda || function.kind == .anonymousMethod,
      let argument = function.node.outermostEquivalent.parent, argument.kind == .argument,
      let call = argument.parent?.parent, call.kind == .invocationExpression,
      let offload = context.offloads.offload(at: call)
    else { return false }
    return ForwardedCall(delegate: offload.delegate, model: context.model, statements: true)?.expression == node
  }

  private static func isNamedAsAsync(_ name: SyntaxNode) -> Bool {
    let range = name.requiredToken(0).range
    return range.length > 5 && name.tree.slice(range).suffix(5).elementsEqual("Async".utf8)
  }

  /// Whether an `await` takes what the call gives, or a member of that.
  private static func isAwaited(_ node: SyntaxNode) -> Bool {
    var current = node
    while let parent = current.parent {
      switch parent.kind {
      case .parenthesizedExpression, .suppressNullableWarningExpression: current = parent
      case .simpleMemberAccessExpression, .conditionalAccessExpression:
        guard parent.requiredNode(0) == current || parent.kind == .conditionalAccessExpression else { return false }
        current = parent
      case .awaitExpression: return true
      default: return false
      }
    }
    return false
  }

  private static func isWanted(_ counterpart: CounterpartCall, _ node: SyntaxNode, in context: RuleContext) -> Bool {
    if !context.settings.flag("own_code", of: descriptor.id, default: true),
      context.model.symbol(of: node).symbol?.isFromSource == true
    {
      return false
    }
    // `On…Async` raises an event; nobody who ignores the value is waiting for it.
    let name = counterpart.method.name
    guard name.hasPrefix("On"), name.dropFirst(2).first?.isUppercase == true else { return true }
    switch TaskFates(model: context.model).fate(of: node.outermostEquivalent) {
    case .dropped, .discarded: return false
    default: return true
    }
  }

  private static func declaration(of method: Symbol, in context: RuleContext) -> [RelatedLocation] {
    guard let reference = method.originalDefinition.declaringSyntaxReferences.first,
      let declaration = MethodDeclarationSyntax(reference.node)
    else { return [] }
    let path = reference.tree === context.tree ? nil : reference.path(in: method)
    return [
      RelatedLocation(
        path: path, range: declaration.identifier.range, message: "'\(method.name)' is declared here")
    ]
  }

  // MARK: Fixes

  private static func fixes(_ node: SyntaxNode, _ counterpart: CounterpartCall, in context: RuleContext) -> [Fix] {
    let title = "Await '\(counterpart.displayName)'"
    let key = "Await the counterpart"
    var edits: [TextEdit]
    if node.requiredNode(0).isBehindConditionalAccess {
      let suffix = AwaitConfiguration(context: context).suffix(at: node, awaiting: counterpart.method.returnType)
      guard context.isAwaitInsertable(node), let access = NullTest.access(endingIn: node, in: context),
        let test = NullTest(access, in: context, changing: counterpart.edits, suffix: suffix)
      else { return [] }
      edits = test.edits
    } else {
      guard
        let insertion = AwaitInsertion(
          replacing: node, awaiting: node, in: context, awaitedType: counterpart.method.returnType)
      else { return [] }
      edits = MakeAsync.merged(insertion.edits + counterpart.edits)
    }
    if let namespace = counterpart.importedNamespace {
      guard let directive = UsingDirectives(context: context).directive(importing: namespace) else { return [] }
      edits.append(directive)
    }
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        node, title: title, actionKey: key, safety: .safe, awaitedName: counterpart.displayName,
        edits: MakeAsync.merged(edits)))
  }
}
