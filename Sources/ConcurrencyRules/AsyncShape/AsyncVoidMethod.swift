import CSharpSemantics
import CSharpSyntax

/// AW303: an async method or local function that returns nothing, and is no event handler.
package enum AsyncVoidMethod: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.methodDeclaration, .localFunctionStatement]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard node.requiredNode(2).kind == .predefinedType, node.requiredNode(2).text == "void",
      let function = FunctionSyntax(declaredBy: node), function.isAsync, let name = function.nameToken,
      let symbol = context.model.declaredSymbol(for: node), !isExcused(symbol, in: context)
    else { return }
    let shown = function.simpleName
    let message: String
    var related: [RelatedLocation] = []
    if TestCode.isTestMethod(symbol) {
      message = "The test runner cannot wait for the async void test '\(shown)'. Return Task."
    } else if context.isAction(symbol) {
      message = "The request ends at the first await of the async void action '\(shown)'. Return Task."
      if let access = RequestAccess.first(behindAwaitOf: function, model: context.model) {
        related.append(RelatedLocation(range: access.range, message: "the request may have ended here"))
      }
    } else {
      message =
        "'\(shown)' is async void: nobody can await it, and an exception in it ends the process. Return Task."
    }
    context.report(
      descriptor, at: name.range, place: node, message: message, related: related,
      placeholders: [Placeholder("name", shown)]
    ) {
      AsyncVoidMethodFixes(function: function, symbol: symbol, context: context).fixes()
    }
  }

  private static func isExcused(_ symbol: Symbol, in context: RuleContext) -> Bool {
    if context.isContractMember(symbol) || mayImplementUnknownInterface(symbol) || context.isEntryPoint(symbol)
      || Signatures.hasFixingAttribute(symbol) || symbol.isPartial && !PartialMethods.isDeclaredByHand(symbol)
      || EngineMessages.contains(symbol)
    {
      return true
    }
    if context.settings.flag("event_handlers", of: descriptor.id, default: false) { return false }
    return context.isEventHandlerShape(symbol) || context.isAttachedHandler(symbol)
  }

  /// A public method of a type that names an interface nobody knows may be the interface's.
  private static func mayImplementUnknownInterface(_ symbol: Symbol) -> Bool {
    guard symbol.methodKind == .ordinary, symbol.accessibility == .public, !symbol.isStatic,
      let type = symbol.containingType?.type
    else { return false }
    if type.interfaces.contains(where: \.isErrorType) { return true }
    guard let base = type.baseType, base.isErrorType else { return false }
    // The first name of the list may be a class or an interface: interfaces are called so.
    let name = Array((base.name.split(separator: ".").last ?? "").prefix(2))
    return name.count == 2 && name[0] == "I" && name[1].isUppercase
  }
}

/// Uses of what belongs to a request (D30) in an action.
private enum RequestAccess {
  private static let members: Set<String> = [
    "HttpContext", "Request", "Response", "User", "Session", "TempData", "ModelState", "ViewData",
  ]

  /// The first one behind the function's first own `await`.
  static func first(behindAwaitOf function: FunctionSyntax, model: SemanticModel) -> SyntaxNode? {
    var awaiting: SyntaxNode?
    var found: SyntaxNode?
    function.walkOwn { node in
      guard found == nil else { return false }
      if awaiting == nil, FunctionSyntax.isAwaiting(node) { awaiting = node }
      if let awaiting, node.kind == .identifierName, members.contains(node.text),
        node.range.start > awaiting.range.start, !awaiting.range.contains(node.range), isOwnMember(node, model)
      {
        found = node
      }
      return true
    }
    return found
  }

  private static func isOwnMember(_ node: SyntaxNode, _ model: SemanticModel) -> Bool {
    if let access = node.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(2) == node {
      let receiver = access.requiredNode(0).kind
      guard receiver == .thisExpression || receiver == .baseExpression else { return false }
    }
    guard let symbol = model.symbol(of: node).symbol else { return false }
    return symbol.kind == .property && !symbol.isFromSource
  }
}

/// Methods of Unity's behaviours, which the engine finds by their names: it logs what they throw, and the process goes on.
private enum EngineMessages {
  static func contains(_ symbol: Symbol) -> Bool {
    guard symbol.methodKind == .ordinary, !symbol.isStatic,
      names.contains(symbol.name) || symbol.name.hasPrefix("On"), let type = symbol.containingType?.type
    else { return false }
    return bases.contains { type.isOrDerives(from: $0) } || isUnresolvedBehaviour(type)
  }

  private static func isUnresolvedBehaviour(_ type: TypeSymbol) -> Bool {
    guard let base = type.baseType, base.isErrorType else { return false }
    return base.qualifiedName == "MonoBehaviour" || base.qualifiedName == bases[0]
  }

  private static let bases = ["UnityEngine.MonoBehaviour", "UnityEngine.ScriptableObject"]

  /// Those that don't begin with `On`.
  private static let names: Set<String> = [
    "Awake", "Start", "Update", "FixedUpdate", "LateUpdate", "Reset",
  ]
}
