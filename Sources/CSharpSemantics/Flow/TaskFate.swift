import CSharpSyntax

/// What becomes of a task-like value where it is made (definition D18).
package enum TaskFate {
  /// The `await` that consumes it.
  case awaited(SyntaxNode)
  /// Returned or yielded by its nearest function.
  case returned
  /// The wait: `t.Result`, `t.Wait()`, `t.GetAwaiter().GetResult()`, `Task.WaitAll(…)`, `Task.WaitAny(…)`.
  case blocked(SyntaxNode)
  /// Given to `Task.WhenAll`, whose call is the node.
  case combined(SyntaxNode)
  /// Given to `Task.WhenAny` or `Task.WhenEach`.
  case raced(SyntaxNode)
  /// Given to any other call or operator.
  case passed
  case stored(TaskStorage)
  case local(TaskLocal)
  /// Put into a collection that is a local of the member.
  case collected(TaskLocal)
  /// The receiver of another member: the node is the call, or the access where nothing is called.
  case received(SyntaxNode, member: String)
  /// The loop whose collection it is.
  case iterated(SyntaxNode)
  case dropped
  /// `_ = e`, where `_` is no variable.
  case discarded
  case unknown
}

/// Where a value is kept.
package enum TaskStorage: Sendable {
  /// A field or property, or an element of what one holds.
  case member
  /// A parameter that others see, an element of something else.
  case element
  case tuple
  /// An initializer of an anonymous object or a collection.
  case initializer
}

/// A local variable that takes a value.
package struct TaskLocal {
  /// `nil` where it can't be resolved.
  package let symbol: Symbol?
  package let name: String
  /// The declarator or the assignment; for a collection the expression that was put into it.
  package let declaration: SyntaxNode
  /// Written in a function that is nested in the variable's.
  package let isCaptured: Bool
}

/// Finds what becomes of values, inside one member.
package struct TaskFates {
  package let model: SemanticModel
  private let tasks: TaskMembers

  package init(model: SemanticModel) {
    self.model = model
    tasks = TaskMembers(model: model)
  }

  /// Whether an expression is in *statement position* (definition D2): its value is dropped.
  package func isInStatementPosition(_ expression: SyntaxNode) -> Bool {
    let whole = expression.outermostEquivalent
    switch whole.parent?.kind {
    case .expressionStatement, .forStatement: return true
    case .arrowExpressionClause, .simpleLambdaExpression, .parenthesizedLambdaExpression:
      if case .dropped = fate(of: whole) { return true }
      return false
    default: return false
    }
  }

  /// The fate of an expression's value.
  package func fate(of expression: SyntaxNode) -> TaskFate {
    var node = expression
    while let parent = node.parent {
      switch parent.kind {
      case .parenthesizedExpression, .suppressNullableWarningExpression, .expressionElement, .spreadElement,
        .coalesceExpression, .castExpression, .asExpression:
        node = parent
      case .conditionalExpression:
        if parent.requiredNode(0) == node { return .passed }
        node = parent
      case .switchExpressionArm:
        guard parent.requiredNode(3) == node, let expression = parent.parent else { return .unknown }
        node = expression
      case .conditionalAccessExpression:
        if parent.requiredNode(0) == node { return bindingFate(parent) }
        node = parent
      case .simpleMemberAccessExpression:
        guard let next = configuration(parent, of: node) else { return memberFate(parent, of: node) }
        node = next
      case .awaitExpression: return .awaited(parent)
      case .returnStatement: return returnFate(parent)
      case .yieldReturnStatement: return .returned
      case .arrowExpressionClause: return arrowFate(parent)
      case .simpleLambdaExpression, .parenthesizedLambdaExpression: return lambdaFate(parent)
      case .expressionStatement, .forStatement: return .dropped
      case .forEachStatement where parent.requiredNode(7) == node: return .iterated(parent)
      case .simpleAssignmentExpression, .coalesceAssignmentExpression: return assignmentFate(parent, value: node)
      case .equalsValueClause: return initializerFate(parent)
      case .argument: return argumentFate(parent)
      case .arrayInitializerExpression, .collectionInitializerExpression, .collectionExpression:
        guard let whole = collection(around: parent) else { return .stored(.initializer) }
        return collectionFate(whole)
      case .complexElementInitializerExpression, .anonymousObjectMemberDeclarator: return .stored(.initializer)
      default: return .passed
      }
    }
    return .unknown
  }

  // MARK: Members

  /// `x.ConfigureAwait(…)`: the call, whose value stands for the task; `nil` for every other member.
  private func configuration(_ access: SyntaxNode, of receiver: SyntaxNode) -> SyntaxNode? {
    guard access.requiredNode(0) == receiver, access.requiredNode(2).text == "ConfigureAwait",
      let call = access.parent, call.kind == .invocationExpression
    else { return nil }
    return call
  }

  private func memberFate(_ access: SyntaxNode, of receiver: SyntaxNode) -> TaskFate {
    guard access.requiredNode(0) == receiver else { return .passed }
    return memberFate(access, name: access.requiredNode(2).requiredToken(0).text)
  }

  /// `t?.M`: the member is the first one bound behind the question mark.
  private func bindingFate(_ conditional: SyntaxNode) -> TaskFate {
    var node = conditional.requiredNode(2)
    while !node.isNone, node.kind != .memberBindingExpression { node = node.requiredNode(0) }
    guard node.kind == .memberBindingExpression else { return .received(conditional, member: "") }
    return memberFate(node, name: node.requiredNode(1).requiredToken(0).text)
  }

  /// - Parameter access: the member access or binding.
  private func memberFate(_ access: SyntaxNode, name: String) -> TaskFate {
    let call = access.parent.flatMap { $0.kind == .invocationExpression && $0.requiredNode(0) == access ? $0 : nil }
    switch name {
    case "Result" where call == nil: return .blocked(access)
    case "Wait":
      guard let call, !isZeroTimeout(call) else { break }
      return .blocked(call)
    case "GetAwaiter":
      guard let call, let next = call.parent, next.kind == .simpleMemberAccessExpression,
        next.requiredNode(2).text == "GetResult", let result = next.parent, result.kind == .invocationExpression
      else { break }
      return .blocked(result)
    default: break
    }
    return .received(call ?? access, member: name)
  }

  private func isZeroTimeout(_ call: SyntaxNode) -> Bool {
    guard let first = TaskMembers.arguments(of: call).first else { return false }
    if case .integer(0)? = model.constantValue(of: first) { return true }
    return first.text == "TimeSpan.Zero"
  }

  // MARK: Ends of functions

  private func returnFate(_ statement: SyntaxNode) -> TaskFate {
    FunctionSyntax.nearest(to: statement) == nil ? .unknown : .returned
  }

  private func arrowFate(_ clause: SyntaxNode) -> TaskFate {
    guard let owner = clause.parent else { return .unknown }
    switch owner.kind {
    case .constructorDeclaration, .destructorDeclaration, .setAccessorDeclaration, .initAccessorDeclaration,
      .addAccessorDeclaration, .removeAccessorDeclaration:
      return .dropped
    case .methodDeclaration, .localFunctionStatement:
      guard let symbol = model.declaredSymbol(for: owner), symbol.kind == .method else { return .unknown }
      return isDropping(symbol.returnType, isAsync: FunctionSyntax(declaredBy: owner)?.isAsync ?? false)
        ? .dropped : .returned
    default: return .returned
    }
  }

  /// A lambda's value is returned, unless the delegate has none; nobody knows where the delegate is unknown.
  private func lambdaFate(_ lambda: SyntaxNode) -> TaskFate {
    guard let type = model.type(of: lambda).convertedType, let invoke = type.delegateInvokeMethod else {
      return .unknown
    }
    return isDropping(invoke.returnType, isAsync: FunctionSyntax(declaredBy: lambda)?.isAsync ?? false)
      ? .dropped : .returned
  }

  /// Whether a function of this return type returns nothing of its own: `void`, or async with a task without result.
  private func isDropping(_ type: TypeSymbol, isAsync: Bool) -> Bool {
    type.specialType == .void || (isAsync && type.kind != .dynamic && type.typeArguments.isEmpty)
  }

  // MARK: Places that keep a value

  private func assignmentFate(_ assignment: SyntaxNode, value: SyntaxNode) -> TaskFate {
    guard assignment.requiredNode(2) == value else { return .passed }
    let target = assignment.requiredNode(0).withoutParentheses
    switch target.kind {
    case .identifierName:
      let info = model.symbol(of: target)
      if target.text == "_", info.symbol == nil || info.symbol?.kind == .discard { return .discarded }
      if let symbol = info.symbol, symbol.kind != .local { return .stored(storage(of: symbol)) }
      // An assignment that is itself used hands the task on to two places.
      guard assignment.parent?.kind == .expressionStatement else { return .stored(.element) }
      return .local(
        TaskLocal(
          symbol: info.symbol, name: target.identifierText, declaration: assignment,
          isCaptured: isCaptured(info.symbol, at: assignment)))
    case .elementAccessExpression: return elementFate(target.requiredNode(0), value: value)
    case .implicitElementAccess:
      guard let initializer = assignment.parent, let whole = collection(around: initializer) else {
        return .stored(.initializer)
      }
      return collectionFate(whole)
    default:
      guard let symbol = model.symbol(of: target).symbol else { return .stored(.member) }
      return .stored(storage(of: symbol))
    }
  }

  private func storage(of symbol: Symbol) -> TaskStorage {
    symbol.kind == .field || symbol.kind == .property ? .member : .element
  }

  /// Whether a local belongs to another function than the place.
  private func isCaptured(_ local: Symbol?, at node: SyntaxNode) -> Bool {
    guard let local, let function = model.enclosingSymbol(at: node),
      function.methodKind == .anonymousFunction || function.methodKind == .localFunction
    else { return false }
    return !model.isDeclared(local, inside: function)
  }

  private func initializerFate(_ clause: SyntaxNode) -> TaskFate {
    guard let declarator = clause.parent, declarator.kind == .variableDeclarator,
      let statement = declarator.parent?.parent
    else { return .stored(.member) }
    switch statement.kind {
    case .localDeclarationStatement, .usingStatement, .forStatement:
      return .local(
        TaskLocal(
          symbol: model.declaredSymbol(for: declarator), name: declarator.identifierText, declaration: declarator,
          isCaptured: false))
    default: return .stored(.member)
    }
  }

  private func argumentFate(_ argument: SyntaxNode) -> TaskFate {
    guard let list = argument.parent else { return .passed }
    if list.kind == .tupleExpression {
      if case .awaited(let node) = fate(of: list) { return .awaited(node) }
      return .stored(.tuple)
    }
    guard let call = list.parent, call.kind == .invocationExpression else { return .passed }
    switch tasks.staticCall(call) {
    case "WhenAll"?: return .combined(call)
    case "WhenAny"?, "WhenEach"?: return .raced(call)
    case "WaitAll"?, "WaitAny"?: return .blocked(call)
    default: break
    }
    let callee = call.requiredNode(0)
    if callee.kind == .simpleMemberAccessExpression, TaskFates.isAddition(callee.requiredNode(2).text) {
      return elementFate(callee.requiredNode(0), value: argument.requiredNode(2))
    }
    return .passed
  }

  /// Names of members that put their argument into the receiver.
  static func isAddition(_ name: String) -> Bool { additions.contains(name) }

  private static let additions: Set<String> = [
    "Add", "TryAdd", "AddLast", "AddFirst", "Insert", "Enqueue", "Push",
  ]

  // MARK: Collections

  private func elementFate(_ receiver: SyntaxNode, value: SyntaxNode) -> TaskFate {
    let receiver = receiver.withoutParentheses
    let info = model.symbol(of: receiver)
    if let symbol = info.symbol, symbol.kind == .field || symbol.kind == .property { return .stored(.member) }
    guard receiver.kind == .identifierName, info.symbol.map({ $0.kind == .local }) ?? info.candidates.isEmpty else {
      return .stored(.element)
    }
    return .collected(
      TaskLocal(
        symbol: info.symbol, name: receiver.identifierText, declaration: value,
        isCaptured: isCaptured(info.symbol, at: value)))
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
    case .local(let local): .collected(local)
    case .combined(let call): .combined(call)
    case .raced(let call): .raced(call)
    case .blocked(let call): .blocked(call)
    case .iterated(let loop): .iterated(loop)
    case .stored(.member): .stored(.member)
    default: .stored(.initializer)
    }
  }

  // MARK: Variables

  /// The uses of a local in its member, its declaration left out. A local that could not be resolved is found by its name.
  package func uses(of symbol: Symbol?, name: String, around node: SyntaxNode) -> [SyntaxNode] {
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
  package func isWrite(_ use: SyntaxNode) -> Bool {
    let outer = use.outermostEquivalent
    guard let parent = outer.parent else { return false }
    if parent.kind == .simpleAssignmentExpression { return parent.requiredNode(0) == outer }
    return parent.kind == .argument && parent.optionalToken(1)?.kind == .outKeyword
  }
}
