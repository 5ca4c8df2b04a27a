import CSharpSyntax

extension CallCollector {
  /// Takes down the delegates among the arguments of a call, as far as their bodies are known.
  ///
  /// - Parameter callMarks: those of the call itself, which an awaited `Task.Run` hands on to its delegate.
  mutating func noteDelegates(_ list: SyntaxNode, of method: Symbol, isReduced: Bool, _ callMarks: CallMarks) {
    let definition = method.originalDefinition
    var known: CallMarks?
    var isLookedUp = false
    for (position, argument) in list.nodeList(1).enumerated() where argument.kind == .argument {
      let expression = argument.requiredNode(2).withoutParentheses
      guard mayBeDelegate(expression), let body = target(ofDelegate: expression) else { continue }
      if !isLookedUp {
        isLookedUp = true
        known = definition.containingType.flatMap { DelegateInvokers.marks($0.qualifiedName, definition.name) }
        if let marks = known, marks.contains(.started), callMarks.contains(.awaited) {
          known = marks.union(.awaited)
        }
      }
      guard known != nil || definition.isFromSource || definition.isVirtual || definition.isAbstract else { continue }
      guard let ordinal = ordinal(of: argument, position, definition, isReduced) else { continue }
      summary.delegates.append(
        DelegateArgument(
          body: body, ordinal: Int32(truncatingIfNeeded: ordinal), marks: known, node: expression.index))
    }
  }

  private func ordinal(of argument: SyntaxNode, _ position: Int, _ method: Symbol, _ isReduced: Bool) -> Int? {
    let parameters = method.parameters
    if let colon = argument.optionalNode(0) {
      let name = colon.requiredNode(0).requiredToken(0).text
      return parameters.firstIndex { $0.name == name }
    }
    let ordinal = position + (isReduced ? 1 : 0)
    if ordinal < parameters.count { return ordinal }
    return parameters.last?.isParams ?? false ? parameters.count - 1 : nil
  }

  private func mayBeDelegate(_ expression: SyntaxNode) -> Bool {
    switch expression.kind {
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression: return true
    case .identifierName, .genericName, .simpleMemberAccessExpression, .castExpression, .objectCreationExpression,
      .implicitObjectCreationExpression:
      return model.type(of: expression).convertedType?.kind == .delegate
    default: return false
    }
  }

  /// The function that a delegate expression runs (definition D16), or the parameter that it is.
  mutating func target(ofDelegate expression: SyntaxNode, depth: Int = 0) -> CallTarget? {
    guard depth < 16 else { return nil }
    let node = expression.withoutParentheses
    switch node.kind {
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
      return functionByNode[node.index].map { .nested($0) }
    case .castExpression: return target(ofDelegate: node.requiredNode(3), depth: depth + 1)
    case .objectCreationExpression, .implicitObjectCreationExpression:
      guard model.type(of: node).type?.kind == .delegate,
        let list = node.optionalNode(node.kind == .objectCreationExpression ? 2 : 1),
        let argument = list.nodeList(1).single
      else { return nil }
      return target(ofDelegate: argument.requiredNode(2), depth: depth + 1)
    case .identifierName, .genericName, .simpleMemberAccessExpression:
      let info = model.symbol(of: node)
      guard let symbol = info.symbol ?? (info.candidates.count == 1 ? info.candidates.first : nil) else { return nil }
      return target(of: symbol.originalDefinition, at: node, depth)
    default: return nil
    }
  }

  private mutating func target(of symbol: Symbol, at node: SyntaxNode, _ depth: Int) -> CallTarget? {
    switch symbol.kind {
    case .method:
      let isBase = node.kind == .simpleMemberAccessExpression && node.requiredNode(0).kind == .baseExpression
      guard let target = member(symbol, isBase: isBase) else { return nil }
      if case .member(let name, .virtual) = target { return .member(name, .single) }
      return target
    case .parameter:
      guard let owner = symbol.containingSymbol.flatMap({ functionBySymbol[$0.originalDefinition] }) else { return nil }
      return .parameter(of: owner, ordinal: Int32(truncatingIfNeeded: symbol.ordinal))
    case .local:
      guard let member = FunctionSyntax.owningMember(of: node),
        let value = DelegateBodies(model: model).singleValue(of: symbol, in: [member], model: model)
      else { return nil }
      return target(ofDelegate: value, depth: depth + 1)
    case .field:
      guard symbol.isReadOnly, let type = symbol.containingType else { return nil }
      let parts = type.declaringSyntaxReferences
      // What another file assigns is not this file's text.
      guard parts.allSatisfy({ $0.tree === model.tree }),
        let value = DelegateBodies(model: model).singleValue(of: symbol, in: parts.map(\.node), model: model)
      else { return nil }
      return target(ofDelegate: value, depth: depth + 1)
    default: return nil
    }
  }
}
