import CSharpSyntax

extension SemanticModel {
  /// The variables that an operation writes, with the value that each gets where it is an expression of its own.
  package func writes(of operation: FlowOperation) -> [(variable: VariablePath, value: SyntaxNode?)] {
    let node = operation.node
    switch operation.kind {
    case .declare:
      guard let symbol = declaredSymbol(for: node), let variable = VariablePath(symbol) else { return [] }
      return [(variable, node.optionalNode(2)?.requiredNode(1))]
    case .bindPattern, .iterate:
      if node.kind == .forEachVariableStatement { return targets(of: node.requiredNode(4)).map { ($0, nil) } }
      guard let symbol = declaredSymbol(for: node), let variable = VariablePath(symbol) else { return [] }
      return [(variable, nil)]
    case .createFunction: return capturedWrites(of: node).map { ($0, nil) }
    case .evaluate: return expressionWrites(of: node)
    default: return []
    }
  }

  private func expressionWrites(of node: SyntaxNode) -> [(variable: VariablePath, value: SyntaxNode?)] {
    switch node.kind {
    case .simpleAssignmentExpression:
      let target = node.requiredNode(0).withoutParentheses
      if target.kind == .tupleExpression || target.kind == .declarationExpression {
        return targets(of: target).map { ($0, nil) }
      }
      return VariablePath(target, model: self).map { [($0, node.requiredNode(2))] } ?? []
    case .coalesceAssignmentExpression:
      return VariablePath(node.requiredNode(0), model: self).map { [($0, node.requiredNode(2))] } ?? []
    case .preIncrementExpression, .preDecrementExpression, .addressOfExpression:
      return VariablePath(node.requiredNode(1), model: self).map { [($0, nil)] } ?? []
    case .postIncrementExpression, .postDecrementExpression:
      return VariablePath(node.requiredNode(0), model: self).map { [($0, nil)] } ?? []
    case .invocationExpression, .elementAccessExpression, .objectCreationExpression,
      .implicitObjectCreationExpression:
      let list = node.requiredNode(
        node.kind == .objectCreationExpression ? 2 : node.kind == .implicitObjectCreationExpression ? 1 : 1)
      return list.nodeList(1).flatMap { argument -> [(variable: VariablePath, value: SyntaxNode?)] in
        guard argument.kind == .argument, let keyword = argument.optionalToken(1)?.kind,
          keyword == .refKeyword || keyword == .outKeyword
        else { return [] }
        return targets(of: argument.requiredNode(2)).map { ($0, nil) }
      }
    default:
      guard AssignmentExpressionSyntax.kinds.contains(node.kind) else { return [] }
      return VariablePath(node.requiredNode(0), model: self).map { [($0, nil)] } ?? []
    }
  }

  /// The variables of a tuple, declaration or single target.
  private func targets(of node: SyntaxNode) -> [VariablePath] {
    var result: [VariablePath] = []
    var stack = [node.withoutParentheses]
    while let target = stack.popLast() {
      switch target.kind {
      case .tupleExpression: for element in target.nodeList(1) { stack.append(element.requiredNode(2)) }
      case .declarationExpression: stack.append(target.requiredNode(1))
      case .parenthesizedVariableDesignation: stack += Array(target.nodeList(1))
      case .singleVariableDesignation:
        if let symbol = declaredSymbol(for: target), let path = VariablePath(symbol) { result.append(path) }
      default:
        if let path = VariablePath(target.withoutParentheses, model: self) { result.append(path) }
      }
    }
    return result
  }

  /// The variables of functions around that a nested function writes somewhere in it.
  package func capturedWrites(of function: SyntaxNode) -> [VariablePath] {
    let owner = declaredSymbol(for: function)
    var result: [VariablePath] = []
    forEachWrite(in: function) { path in
      if let owner, let local = path.local, isDeclared(local, inside: owner) { return }
      if !result.contains(path) { result.append(path) }
    }
    return result
  }

  /// Whether a local or parameter belongs to a function, or to one nested in it.
  package func isDeclared(_ local: Symbol, inside function: Symbol) -> Bool {
    var current = local.containingSymbol
    while let symbol = current, symbol.kind == .method {
      if symbol == function { return true }
      current = symbol.containingSymbol
    }
    return false
  }

  /// Every write to a variable that stands somewhere below a node, declarations with initializers too.
  package func forEachWrite(in node: SyntaxNode, _ body: (VariablePath) -> Void) {
    node.walk { node in
      switch node.kind {
      case .argument:
        let keyword = node.optionalToken(1)?.kind
        if keyword == .refKeyword || keyword == .outKeyword { targets(of: node.requiredNode(2)).forEach(body) }
      case .forEachVariableStatement: targets(of: node.requiredNode(4)).forEach(body)
      case .variableDeclarator where node.optionalNode(2) == nil: break
      case .variableDeclarator, .singleVariableDesignation, .forEachStatement:
        if let symbol = declaredSymbol(for: node), let path = VariablePath(symbol) { body(path) }
      case .preIncrementExpression, .preDecrementExpression, .postIncrementExpression, .postDecrementExpression,
        .addressOfExpression:
        for write in expressionWrites(of: node) { body(write.variable) }
      default:
        if AssignmentExpressionSyntax.kinds.contains(node.kind) {
          for write in expressionWrites(of: node) { body(write.variable) }
        }
      }
      return true
    }
  }
}
