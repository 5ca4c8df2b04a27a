import CSharpSemantics
import CSharpSyntax

/// AW304: an async lambda becomes a delegate that returns nothing.
package enum AsyncVoidDelegate: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let function = FunctionSyntax(declaredBy: node), let keyword = function.modifiers.first(.asyncKeyword),
      let type = context.model.type(of: node).convertedType, let invoke = type.delegateInvokeMethod, invoke.returnsVoid,
      function.hasOwnAwait
    else { return }
    let target = DelegateTarget(node, model: context.model)
    guard !isExcused(node, target, type: type, invoke: invoke, in: context) else { return }
    let alternative = target.call.flatMap { call in
      isAlone(node, in: call.argument, context)
        ? VoidDelegateAlternative(of: call, lambda: node, context: context) : nil
    }
    var placeholders: [Placeholder]
    let reason: String
    if target.isDirect, let call = target.call, let parameter = call.parameter {
      reason = "because '\(parameter.name)' of '\(call.callee)' returns nothing"
      placeholders = [Placeholder("parameter", parameter.name), Placeholder("callee", call.callee)]
    } else {
      reason = "because '\(type.minimalDisplayString)' returns nothing"
      placeholders = [Placeholder("delegate type", type.minimalDisplayString)]
    }
    var message =
      "This async lambda becomes async void, \(reason): its end cannot be awaited and its exceptions end the process."
    if let alternative {
      message += " Use \(alternative.name)."
      placeholders.append(Placeholder("alternative", alternative.name))
    }
    context.report(
      descriptor, at: keyword.range, place: node, message: message,
      related: (target.isDirect ? target.call?.parameterPlace(in: context) : nil).map { [$0] } ?? [],
      placeholders: placeholders
    ) {
      alternative?.fixes() ?? []
    }
  }

  /// Whether an argument is nothing but the lambda, a cast of it or a delegate made of it.
  private static func isAlone(_ lambda: SyntaxNode, in argument: SyntaxNode, _ context: RuleContext) -> Bool {
    ArgumentSyntax(argument).map { context.model.bareDelegate($0.expression) == lambda } ?? false
  }

  private static func isExcused(
    _ lambda: SyntaxNode, _ target: DelegateTarget, type: TypeSymbol, invoke: Symbol, in context: RuleContext
  ) -> Bool {
    let reportsHandlers = context.settings.flag("event_handlers", of: descriptor.id, default: false)
    if target.isAttachedToEvent { return !reportsHandlers }
    guard let call = target.call else { return false }
    if TimerCallbacks.contains(call, type: type) { return true }
    if isAlone(lambda, in: call.argument, context), LoopCall(call.node, context: context) != nil { return true }
    return !reportsHandlers && context.isEventHandlerShape(invoke)
  }
}

/// Where a delegate expression goes.
struct DelegateTarget {
  /// On the right of `+=` or `-=` on an event, also inside `new EventHandler(…)`.
  let isAttachedToEvent: Bool
  /// Whether it is converted to the type of the call's parameter, not by a cast or `new D(…)` before.
  let isDirect: Bool
  /// The call that it is an argument of; `nil` for initializers, assignments and the like.
  let call: DelegateArgument?

  init(_ delegate: SyntaxNode, model: SemanticModel) {
    var node = delegate
    var call: DelegateArgument?
    var isAttached = false
    var isDirect = true
    loop: for _ in 0..<16 {
      guard let parent = node.parent else { break }
      switch parent.kind {
      case .parenthesizedExpression, .suppressNullableWarningExpression, .conditionalExpression, .coalesceExpression:
        node = parent
      case .switchExpressionArm:
        guard parent.requiredNode(3) == node, let whole = parent.parent else { break loop }
        node = whole
      case .castExpression:
        node = parent
        isDirect = false
      case .argument:
        guard let list = parent.parent, let owner = list.parent else { break loop }
        // `new EventHandler(async …)`: the delegate itself.
        if owner.kind == .objectCreationExpression || owner.kind == .implicitObjectCreationExpression,
          model.type(of: owner).type?.kind == .delegate
        {
          node = owner
          isDirect = false
          continue
        }
        call = DelegateArgument(parent, of: owner, model: model)
        break loop
      case .addAssignmentExpression, .subtractAssignmentExpression:
        let symbol = model.symbol(of: parent.requiredNode(0)).symbol
        isAttached =
          parent.requiredNode(2) == node && (symbol?.kind == .event || symbol?.associatedSymbol?.kind == .event)
        break loop
      default: break loop
      }
    }
    isAttachedToEvent = isAttached
    self.isDirect = isDirect
    self.call = call
  }
}

/// A delegate that is an argument of a call.
struct DelegateArgument {
  /// An invocation, object creation, constructor initializer or element access.
  let node: SyntaxNode
  let argument: SyntaxNode
  let method: Symbol?
  let parameter: Symbol?
  let callee: String

  init?(_ argument: SyntaxNode, of node: SyntaxNode, model: SemanticModel) {
    self.node = node
    self.argument = argument
    let info = model.symbol(of: node)
    guard let method = info.symbol else { return nil }
    self.method = method
    switch node.kind {
    case .invocationExpression: callee = calleeName(of: node.requiredNode(0).withoutParentheses, model: model)
    case .objectCreationExpression, .implicitObjectCreationExpression:
      callee = method.containingType?.name ?? "new"
    default: callee = method.isConstructor ? method.containingType?.name ?? method.name : method.name
    }
    let parameters =
      info.isReducedExtension && method.parameters.first?.isThis == true
      ? Array(method.parameters.dropFirst()) : method.parameters
    parameter = DelegateArgument.parameter(of: argument, parameters: parameters)
  }

  private static func parameter(of argument: SyntaxNode, parameters: [Symbol]) -> Symbol? {
    guard let view = ArgumentSyntax(argument), let list = argument.parent else { return nil }
    if let name = NameColonSyntax(view.nameColon)?.name.identifierText {
      return parameters.first { $0.name == name }
    }
    guard let index = list.nodeList(1).enumerated().first(where: { $0.element == argument })?.offset else { return nil }
    if index < parameters.count { return parameters[index] }
    return parameters.last.flatMap { $0.isParams ? $0 : nil }
  }

  /// The parameter's declaration, where it lies in the sources.
  func parameterPlace(in context: RuleContext) -> RelatedLocation? {
    guard let method = method?.originalDefinition, let parameter else { return nil }
    for reference in method.declaringSyntaxReferences {
      guard
        let list = reference.node.childNodes.first(where: { $0.kind == .parameterList }),
        let declared = list.nodeList(1).first(where: { ParameterSyntax($0)?.identifier.text == parameter.name })
      else { continue }
      let files = context.model.context.compilation.files
      let path =
        reference.tree === context.tree || !files.indices.contains(reference.file) ? nil : files[reference.file].path
      guard path != nil || reference.tree === context.tree else { continue }
      return RelatedLocation(path: path, range: declared.range, message: "this parameter's delegate returns nothing")
    }
    return nil
  }
}

/// Callbacks of timers, which another rule is about.
enum TimerCallbacks {
  private static let types: Set<String> = [
    "System.Threading.Timer", "System.Timers.Timer", "System.TimeProvider", "System.Windows.Threading.DispatcherTimer",
  ]

  static func contains(_ call: DelegateArgument, type: TypeSymbol) -> Bool {
    if type.qualifiedName == "System.Threading.TimerCallback" { return true }
    guard let owner = call.method?.containingType?.qualifiedName else { return false }
    return types.contains(owner)
  }
}
