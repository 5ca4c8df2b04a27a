import CSharpSemantics
import CSharpSyntax

/// A call that hands work to the thread pool (D15).
struct OffloadCall {
  enum Method: Hashable {
    case run
    case startNew
    case queueUserWorkItem
  }

  let method: Method
  let invocation: SyntaxNode
  /// What is called, with its qualifier: the span of findings.
  let calledExpression: SyntaxNode
  /// The first argument, without parentheses and casts around; `nil` in half-typed code.
  let delegate: SyntaxNode?
  /// The arguments after the delegate.
  let furtherArguments: [SyntaxNode]
  /// The call with a directly following `.Unwrap()`, or inside `TaskExtensions.Unwrap(…)`.
  let whole: SyntaxNode
  /// `Task` if that name could not be resolved and is taken for the framework's (N1).
  let unresolvedName: String?
  /// Default options and scheduler: nothing but a hop to the pool.
  let isPlain: Bool
  /// A cancellation token that only the offload gets.
  let token: SyntaxNode?

  var isUnwrapped: Bool { whole != invocation }
}

/// Recognises offload calls, and remembers what it found for the rules that follow.
final class OffloadCallFinder {
  private unowned let context: RuleContext
  private var found: [SyntaxNode: OffloadCall?] = [:]

  init(context: RuleContext) { self.context = context }

  /// The offload call that an invocation is, if it is one.
  func offload(at invocation: SyntaxNode) -> OffloadCall? {
    if let known = found[invocation] { return known }
    let result = find(invocation)
    found[invocation] = result
    return result
  }

  private func find(_ node: SyntaxNode) -> OffloadCall? {
    guard let invocation = InvocationExpressionSyntax(node),
      let name = simpleName(of: invocation.expression)?.identifierText,
      let candidate = OffloadCallFinder.methods[name]
    else { return nil }
    guard let certainty = resolve(invocation, name: name) else { return nil }
    let arguments = ArgumentListSyntax(invocation.argumentList)?.arguments.compactMap { ArgumentSyntax($0) } ?? []
    let delegate = arguments.first {
      $0.nameColon.map { ["action", "function", "callBack"].contains(NameColonSyntax($0)?.name.text) } ?? true
    }
    let further = arguments.filter { $0 != delegate }
    let options = furtherArguments(further)
    let whole = candidate == .startNew ? unwrapped(node) : node
    return OffloadCall(
      method: candidate, invocation: node, calledExpression: invocation.expression,
      delegate: delegate.map { context.model.bareDelegate($0.expression) }, furtherArguments: further.map(\.expression),
      whole: whole, unresolvedName: certainty.unresolvedName,
      isPlain: options.isPlain && candidate != .queueUserWorkItem
        && (candidate == .run || hasDefaultScheduler(invocation)),
      token: options.token)
  }

  private static let methods: [String: OffloadCall.Method] = [
    "Run": .run, "StartNew": .startNew, "QueueUserWorkItem": .queueUserWorkItem,
    "UnsafeQueueUserWorkItem": .queueUserWorkItem,
  ]

  private struct Certainty {
    let unresolvedName: String?
  }

  /// Whether the invocation is of the framework's method; `nil` if not, or if nothing says so.
  private func resolve(_ invocation: InvocationExpressionSyntax, name: String) -> Certainty? {
    let info = context.model.symbol(of: invocation.node)
    // Overload resolution may fail in half-typed code: the group still says whose method it is.
    let symbol = info.symbol ?? info.candidates.first
    if let symbol {
      guard symbol.kind == .method, let type = symbol.containingType?.qualifiedName,
        OffloadCallFinder.owners[name]?.contains(type) == true
      else { return nil }
      return Certainty(unresolvedName: nil)
    }
    guard info.isUnknown, let receiver = receiver(of: invocation.expression) else { return nil }
    return resolveByName(receiver, name: name)
  }

  private static let owners: [String: Set<String>] = [
    "Run": ["System.Threading.Tasks.Task"],
    "StartNew": ["System.Threading.Tasks.TaskFactory"],
    "QueueUserWorkItem": ["System.Threading.ThreadPool"],
    "UnsafeQueueUserWorkItem": ["System.Threading.ThreadPool"],
  ]

  /// N1: `Task` and `ThreadPool` that bind to nothing are the framework's.
  private func resolveByName(_ receiver: SyntaxNode, name: String) -> Certainty? {
    switch name {
    case "Run": return framework(receiver, named: "Task", in: "System.Threading.Tasks")
    case "QueueUserWorkItem", "UnsafeQueueUserWorkItem":
      return framework(receiver, named: "ThreadPool", in: "System.Threading")
    case "StartNew":
      guard let factory = MemberAccessExpressionSyntax(receiver), factory.name.text == "Factory" else { return nil }
      return framework(factory.expression, named: "Task", in: "System.Threading.Tasks")
    default: return nil
    }
  }

  /// Whether an expression names a framework type which binds to that type or to nothing.
  private func framework(_ expression: SyntaxNode, named name: String, in namespace: String) -> Certainty? {
    guard let simple = simpleName(of: expression), simple.identifierText == name else { return nil }
    if expression.kind == .simpleMemberAccessExpression {
      let qualifier = expression.requiredNode(0).text.split { $0.isWhitespace }.joined()
      guard qualifier == namespace || qualifier == "global::" + namespace else { return nil }
    }
    let info = context.model.symbol(of: expression)
    if let symbol = info.symbol {
      return symbol.kind == .namedType && symbol.qualifiedName == namespace + "." + name
        ? Certainty(unresolvedName: nil) : nil
    }
    guard info.candidates.isEmpty, info.reason == .none else { return nil }
    return Certainty(unresolvedName: name)
  }

  /// Whether `StartNew` is called on `Task.Factory` or `Task<T>.Factory`: any other factory may have a scheduler and
  /// options of its own.
  private func hasDefaultScheduler(_ invocation: InvocationExpressionSyntax) -> Bool {
    guard let factory = receiver(of: invocation.expression)?.withoutParentheses else { return false }
    if let creation = ObjectCreationExpressionSyntax(factory) {
      return ArgumentListSyntax(creation.argumentList)?.arguments.isEmpty ?? true
    }
    guard simpleName(of: factory)?.identifierText == "Factory" else { return false }
    guard let symbol = context.model.symbol(of: factory).symbol else { return true }
    return symbol.isStatic && symbol.containingType?.qualifiedName == "System.Threading.Tasks.Task"
  }

  private func receiver(of expression: SyntaxNode) -> SyntaxNode? {
    expression.kind == .simpleMemberAccessExpression ? expression.requiredNode(0) : nil
  }

  /// Judges options and scheduler: each further argument must be a token, a default option or the default scheduler.
  private func furtherArguments(_ arguments: [ArgumentSyntax]) -> (isPlain: Bool, token: SyntaxNode?) {
    var token: SyntaxNode?
    for argument in arguments {
      let expression = argument.expression.withoutParentheses
      let text = expression.text
      if text.hasSuffix("TaskScheduler.Default") || text.hasSuffix("TaskCreationOptions.None")
        || text.hasSuffix("TaskCreationOptions.DenyChildAttach")
      {
        continue
      }
      if text.hasSuffix("CancellationToken.None") || expression.kind == .defaultLiteralExpression
        || expression.kind == .defaultExpression
      {
        continue
      }
      guard token == nil, isToken(expression, name: argument.nameColon) else { return (false, nil) }
      token = expression
    }
    return (true, token)
  }

  private func isToken(_ expression: SyntaxNode, name: SyntaxNode?) -> Bool {
    if let name = NameColonSyntax(name)?.name.text { return name == "cancellationToken" }
    guard let type = context.model.type(of: expression).type else { return isTokenByName(expression) }
    if type.isErrorType {
      return type.name.isEmpty ? isTokenByName(expression) : type.qualifiedName.hasSuffix("CancellationToken")
    }
    return type.qualifiedName == "System.Threading.CancellationToken"
  }

  /// An undeclared name that says what it is; options and schedulers are judged by other names.
  private func isTokenByName(_ expression: SyntaxNode) -> Bool {
    guard let name = simpleName(of: expression)?.identifierText.lowercased() else { return false }
    return name.hasSuffix("token") || name == "ct"
  }

  /// The offload with `.Unwrap()` behind it or `TaskExtensions.Unwrap(…)` around it.
  private func unwrapped(_ invocation: SyntaxNode) -> SyntaxNode {
    let outer = invocation.outermostEquivalent
    guard let parent = outer.parent else { return invocation }
    if parent.kind == .simpleMemberAccessExpression, parent.requiredNode(0) == outer,
      parent.requiredNode(2).text == "Unwrap", let call = parent.parent, call.kind == .invocationExpression,
      call.requiredNode(0) == parent
    {
      return call
    }
    if parent.kind == .argument, let list = parent.parent, let call = list.parent, call.kind == .invocationExpression,
      list.nodeList(1).single == parent, let name = simpleName(of: call.requiredNode(0)), name.text == "Unwrap",
      call.requiredNode(0).text.hasSuffix("TaskExtensions.Unwrap")
    {
      return call
    }
    return invocation
  }
}
