import CSharpSemantics
import CSharpSyntax

/// What becomes of a task-like value (D18).
enum TaskFate {
  /// The `await` that consumes it.
  case awaited(SyntaxNode)
  case returned
  /// `.Result`, `.Wait()`, `GetAwaiter()`, `Task.WaitAll`.
  case blocked
  /// Given to `Task.WhenAll`, whose call is the node.
  case combined(SyntaxNode)
  /// Given to `Task.WhenAny`.
  case raced
  /// Given to any other call.
  case passed
  /// A field, property, element, tuple …
  case stored
  /// The variable declarator or assignment of a local.
  case local(Symbol?, name: String, declaration: SyntaxNode)
  /// Put into a collection that is a local of the member.
  case collected(Symbol?, name: String)
  /// The receiver of another member.
  case received
  case dropped
  case discarded
  case unknown
}

/// Finds what becomes of values, inside one member.
struct TaskFateFinder {
  let model: SemanticModel

  /// The fate of an expression's value.
  func fate(of expression: SyntaxNode) -> TaskFate {
    var node = expression
    while let parent = node.parent {
      switch parent.kind {
      case .parenthesizedExpression, .suppressNullableWarningExpression, .expressionElement:
        node = parent
      case .conditionalExpression:
        if parent.requiredNode(0) == node { return .passed }
        node = parent
      case .coalesceExpression, .castExpression:
        node = parent
      case .switchExpressionArm:
        guard parent.requiredNode(3) == node, let expression = parent.parent else { return .unknown }
        node = expression
      case .simpleMemberAccessExpression:
        guard let next = member(parent, of: node) else { return memberFate(parent) }
        node = next
      case .awaitExpression: return .awaited(parent)
      case .returnStatement: return returnFate(parent)
      case .arrowExpressionClause: return arrowFate(parent)
      case .simpleLambdaExpression, .parenthesizedLambdaExpression: return lambdaFate(parent)
      case .expressionStatement: return .dropped
      case .forStatement: return .dropped
      case .simpleAssignmentExpression: return assignmentFate(parent, value: node)
      case .equalsValueClause: return initializerFate(parent)
      case .argument: return argumentFate(parent)
      case .arrayInitializerExpression, .collectionInitializerExpression, .collectionExpression:
        guard let whole = collection(around: parent) else { return .stored }
        return collectionFate(whole)
      default: return .passed
      }
    }
    return .unknown
  }

  /// `x.ConfigureAwait(…)`: the call, whose value stands for the task; `nil` for every other member.
  private func member(_ access: SyntaxNode, of receiver: SyntaxNode) -> SyntaxNode? {
    guard access.requiredNode(0) == receiver, access.requiredNode(2).text == "ConfigureAwait",
      let call = access.parent, call.kind == .invocationExpression
    else { return nil }
    return call
  }

  private func memberFate(_ access: SyntaxNode) -> TaskFate {
    switch access.requiredNode(2).text {
    case "Result", "Wait", "GetAwaiter": .blocked
    default: .received
    }
  }

  private func returnFate(_ statement: SyntaxNode) -> TaskFate {
    guard let function = FunctionSyntax.nearest(to: statement) else { return .unknown }
    return FunctionSyntax(declaredBy: function.node)?.kind == .lambda ? lambdaFate(function.node) : .returned
  }

  private func arrowFate(_ clause: SyntaxNode) -> TaskFate {
    guard let owner = clause.parent, let symbol = model.declaredSymbol(for: owner) else { return .returned }
    return symbol.kind == .method && symbol.returnsVoid ? .dropped : .returned
  }

  /// A lambda's value is returned, unless the delegate has none, or nobody knows which delegate it becomes.
  private func lambdaFate(_ lambda: SyntaxNode) -> TaskFate {
    guard let type = model.type(of: lambda).convertedType, let invoke = type.delegateInvokeMethod else {
      return .unknown
    }
    return invoke.returnsVoid ? .dropped : .returned
  }

  private func assignmentFate(_ assignment: SyntaxNode, value: SyntaxNode) -> TaskFate {
    guard assignment.requiredNode(2) == value else { return .passed }
    let target = assignment.requiredNode(0).withoutParentheses
    if target.kind == .identifierName {
      let info = model.symbol(of: target)
      if target.text == "_", info.symbol == nil || info.symbol?.kind == .discard { return .discarded }
      if let symbol = info.symbol, symbol.kind != .local { return .stored }
      // An assignment that is itself used hands the task on to two places.
      guard assignment.parent?.kind == .expressionStatement else { return .stored }
      return .local(info.symbol, name: target.identifierText, declaration: assignment)
    }
    if let access = ElementAccessExpressionSyntax(target), let local = localCollection(access.expression) {
      return local
    }
    return .stored
  }

  private func initializerFate(_ clause: SyntaxNode) -> TaskFate {
    guard let declarator = clause.parent, declarator.kind == .variableDeclarator,
      let statement = declarator.parent?.parent, statement.kind == .localDeclarationStatement
    else { return .stored }
    return .local(
      model.declaredSymbol(for: declarator), name: declarator.requiredToken(0).text, declaration: declarator)
  }

  private func argumentFate(_ argument: SyntaxNode) -> TaskFate {
    guard let list = argument.parent, let call = list.parent, call.kind == .invocationExpression else { return .passed }
    let callee = call.requiredNode(0)
    if let combinator = combinator(callee) {
      return combinator == "WhenAll" ? .combined(call) : combinator == "WhenAny" ? .raced : .blocked
    }
    if callee.kind == .simpleMemberAccessExpression, callee.requiredNode(2).text == "Add",
      let local = localCollection(callee.requiredNode(0))
    {
      return local
    }
    return .passed
  }

  /// `WhenAll`, `WhenAny`, `WaitAll` or `WaitAny` of the framework's `Task`, or of a `Task` that binds to nothing.
  private func combinator(_ callee: SyntaxNode) -> String? {
    guard let name = simpleName(of: callee)?.identifierText,
      ["WhenAll", "WhenAny", "WaitAll", "WaitAny"].contains(name)
    else { return nil }
    let info = model.symbol(of: callee)
    if let symbol = info.symbol ?? info.candidates.first {
      return symbol.containingType?.qualifiedName == Awaitability.taskName ? name : nil
    }
    guard callee.kind == .simpleMemberAccessExpression, let type = simpleName(of: callee.requiredNode(0)) else {
      return nil
    }
    return type.text == "Task" ? name : nil
  }

  /// The array or object creation that an initializer belongs to, or the collection expression itself.
  private func collection(around initializer: SyntaxNode) -> SyntaxNode? {
    if initializer.kind == .collectionExpression { return initializer }
    guard let parent = initializer.parent else { return nil }
    switch parent.kind {
    case .arrayCreationExpression, .implicitArrayCreationExpression, .objectCreationExpression,
      .implicitObjectCreationExpression:
      return parent
    case .equalsValueClause: return initializer
    default: return nil
    }
  }

  private func collectionFate(_ collection: SyntaxNode) -> TaskFate {
    switch fate(of: collection) {
    case .local(let symbol, let name, _): .collected(symbol, name: name)
    case .combined(let call): .combined(call)
    case .raced: .raced
    case .blocked: .blocked
    default: .stored
    }
  }

  private func localCollection(_ expression: SyntaxNode) -> TaskFate? {
    let expression = expression.withoutParentheses
    guard expression.kind == .identifierName else { return nil }
    let info = model.symbol(of: expression)
    if let symbol = info.symbol, symbol.kind != .local { return nil }
    if info.symbol == nil, !info.candidates.isEmpty { return nil }
    return .collected(info.symbol, name: expression.identifierText)
  }

  // MARK: Locals

  /// The uses of a local in its member, its declaration left out. A local that could not be resolved is found by its name.
  func uses(of symbol: Symbol?, name: String, around node: SyntaxNode) -> [SyntaxNode] {
    guard let member = FunctionSyntax.owningMember(of: node) else { return [] }
    var uses: [SyntaxNode] = []
    member.walk { candidate in
      guard candidate.kind == .identifierName, candidate.identifierText == name else { return true }
      if let parent = candidate.parent, simpleName(of: parent) == candidate, parent != candidate { return false }
      if let parent = candidate.parent, parent.kind == .nameColon || parent.kind == .nameEquals { return false }
      guard let symbol else {
        uses.append(candidate)
        return false
      }
      let info = model.symbol(of: candidate)
      if info.symbol == symbol || info.isUnknown { uses.append(candidate) }
      return false
    }
    return uses
  }

  /// Whether a use only writes the variable.
  func isWrite(_ use: SyntaxNode) -> Bool {
    let outer = use.outermostEquivalent
    guard let parent = outer.parent else { return false }
    if parent.kind == .simpleAssignmentExpression { return parent.requiredNode(0) == outer }
    if let argument = ArgumentSyntax(parent) { return argument.refKindKeyword?.kind == .outKeyword }
    return false
  }
}
