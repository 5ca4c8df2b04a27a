import CSharpSemantics
import CSharpSyntax

/// A call that runs a delegate once per element, and does not wait for tasks (AW305).
struct LoopCall {
  enum Api: Hashable {
    case parallelFor
    case parallelForEach
    case parallelInvoke
    case forAll
    /// `ForEach` of a list, array or extension.
    case forEach
  }

  let api: Api
  let invocation: SyntaxNode
  /// The simple name of what is called.
  let name: SyntaxNode
  /// The method; `nil` where it is judged by its name.
  let method: Symbol?
  /// What was judged by its name (N1).
  let unresolvedName: String?
  let isReducedExtension: Bool

  private static let names: Set<String> = ["For", "ForEach", "Invoke", "ForAll", "Each", "Iterate"]

  init?(_ node: SyntaxNode, context: RuleContext) {
    guard node.kind == .invocationExpression, let name = simpleName(of: node.requiredNode(0).withoutParentheses),
      LoopCall.names.contains(name.identifierText)
    else { return nil }
    invocation = node
    self.name = name
    let info = context.model.symbol(of: node)
    isReducedExtension = info.isReducedExtension
    if let method = info.symbol {
      guard let api = LoopCall.api(of: method, isReduced: info.isReducedExtension) else { return nil }
      self.api = api
      self.method = method
      unresolvedName = nil
      return
    }
    guard info.isUnknown, let (api, unresolved) = LoopCall.unresolved(node, name: name.identifierText, context) else {
      return nil
    }
    self.api = api
    method = nil
    unresolvedName = unresolved
  }

  private static func api(of method: Symbol, isReduced: Bool) -> Api? {
    guard let owner = method.containingType?.qualifiedName else { return nil }
    switch (owner, method.name) {
    case ("System.Threading.Tasks.Parallel", "For"): return .parallelFor
    case ("System.Threading.Tasks.Parallel", "ForEach"): return .parallelForEach
    case ("System.Threading.Tasks.Parallel", "Invoke"): return .parallelInvoke
    case ("System.Linq.ParallelEnumerable", "ForAll"): return .forAll
    case ("System.Collections.Generic.List", "ForEach"), ("System.Array", "ForEach"),
      ("System.Collections.Immutable.ImmutableList", "ForEach"):
      return .forEach
    default:
      guard ["ForEach", "Each", "Iterate"].contains(method.name), runsPerElement(method, isReduced: isReduced) else {
        return nil
      }
      return .forEach
    }
  }

  /// A parameter `Action<T>` or `Action<T, int>`, where the receiver is a sequence of `T`.
  private static func runsPerElement(_ method: Symbol, isReduced: Bool) -> Bool {
    // Of a C# 14 extension member the receiver stands at its block: only the definition tells its type.
    let isInBlock = method.isExtensionMember && method.parameters.first?.isThis != true
    let method = isInBlock ? method.originalDefinition : method
    let isExtension = method.isExtensionMember && !isInBlock
    guard
      let source = isInBlock
        ? method.extensionReceiver?.type : isExtension ? method.parameters.first?.type : method.receiverType
    else { return false }
    let parameters = isExtension ? Array(method.parameters.dropFirst()) : method.parameters
    guard let element = elementType(of: source) else { return false }
    return parameters.contains { parameter in
      guard parameter.type.qualifiedName == "System.Action", let invoke = parameter.type.delegateInvokeMethod,
        let first = invoke.parameters.first, first.type.isIdentical(to: element)
      else { return false }
      return invoke.parameters.count == 1
        || (invoke.parameters.count == 2 && invoke.parameters[1].type.specialType == .int32)
    }
  }

  private static func elementType(of type: TypeSymbol) -> TypeSymbol? {
    if type.kind == .array { return type.elementType }
    let sequence = "System.Collections.Generic.IEnumerable"
    if type.qualifiedName == sequence { return type.typeArguments.first }
    return type.allInterfaces.first { $0.qualifiedName == sequence }?.typeArguments.first
  }

  /// `Parallel` that binds to nothing is the framework's (N1); `x.ForEach` with an unknown `x`.
  private static func unresolved(_ node: SyntaxNode, name: String, _ context: RuleContext) -> (Api, String)? {
    let callee = node.requiredNode(0).withoutParentheses
    guard callee.kind == .simpleMemberAccessExpression else { return nil }
    let receiver = callee.requiredNode(0).withoutParentheses
    let info = context.model.symbol(of: receiver)
    if receiver.kind == .identifierName, receiver.text == "Parallel" {
      guard info.isUnknown else { return nil }
      switch name {
      case "For": return (.parallelFor, "Parallel")
      case "ForEach": return (.parallelForEach, "Parallel")
      case "Invoke": return (.parallelInvoke, "Parallel")
      default: return nil
      }
    }
    guard name == "ForEach", context.model.type(of: receiver).type?.isErrorType ?? info.isUnknown else { return nil }
    return (.forEach, "ForEach")
  }

  var arguments: [ArgumentSyntax] {
    invocation.requiredNode(1).nodeList(1).compactMap { ArgumentSyntax($0) }
  }

  /// The receiver that the elements come from, where it stands before the name.
  var receiver: SyntaxNode? {
    let callee = invocation.requiredNode(0).withoutParentheses
    return callee.kind == .simpleMemberAccessExpression ? callee.requiredNode(0) : nil
  }

  func displayName(model: SemanticModel) -> String {
    if unresolvedName == "Parallel" { return "Parallel." + name.identifierText }
    return calleeName(of: invocation.requiredNode(0).withoutParentheses, model: model)
  }
}
