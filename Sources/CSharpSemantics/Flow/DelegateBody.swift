import CSharpSyntax

/// Finds the function that a delegate expression runs (definition D16).
package struct DelegateBodies {
  package let model: SemanticModel
  /// The only implementation of a virtual method in the solution, if there is exactly one.
  package let singleImplementation: (Symbol) -> Symbol?

  package init(model: SemanticModel, singleImplementation: @escaping (Symbol) -> Symbol? = { _ in nil }) {
    self.model = model
    self.singleImplementation = singleImplementation
  }

  /// The function; its tree is kept alive by the reference, and is another one than the model's where the function
  /// is declared in another file.
  package struct Body {
    package let function: FunctionSyntax
    package let reference: SyntaxReference
  }

  /// The body of a delegate expression; `nil` where it can't be known.
  package func body(of expression: SyntaxNode) -> Body? { body(of: expression, depth: 0) }

  private func body(of expression: SyntaxNode, depth: Int) -> Body? {
    guard depth < 16 else { return nil }
    let node = expression.withoutParentheses
    switch node.kind {
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
      return FunctionSyntax(declaredBy: node).map { make($0, model.file, model.tree) }
    case .castExpression: return body(of: node.requiredNode(3), depth: depth + 1)
    case .objectCreationExpression, .implicitObjectCreationExpression:
      guard model.type(of: node).type?.kind == .delegate,
        let list = node.optionalNode(node.kind == .objectCreationExpression ? 2 : 1),
        let argument = list.nodeList(1).single
      else { return nil }
      return body(of: argument.requiredNode(2), depth: depth + 1)
    case .identifierName, .genericName, .simpleMemberAccessExpression:
      let info = model.symbol(of: node)
      guard let symbol = info.symbol ?? (info.candidates.count == 1 ? info.candidates.first : nil) else { return nil }
      return body(of: symbol.originalDefinition, at: node, depth: depth)
    default: return nil
    }
  }

  private func make(_ function: FunctionSyntax, _ file: Int, _ tree: SyntaxTree) -> Body {
    Body(function: function, reference: SyntaxReference(file: file, tree: tree, node: function.node))
  }

  private func body(of symbol: Symbol, at node: SyntaxNode, depth: Int) -> Body? {
    switch symbol.kind {
    case .method: return methodBody(symbol, at: node)
    case .local:
      guard let member = FunctionSyntax.owningMember(of: node),
        let value = singleValue(of: symbol, in: [member], model: model)
      else { return nil }
      return body(of: value, depth: depth + 1)
    case .field:
      guard symbol.isReadOnly, let type = symbol.containingType else { return nil }
      let parts = type.declaringSyntaxReferences
      // What another file assigns can't be seen from here.
      guard parts.allSatisfy({ $0.tree === model.tree }),
        let value = singleValue(of: symbol, in: parts.map(\.node), model: model)
      else { return nil }
      return body(of: value, depth: depth + 1)
    default: return nil
    }
  }

  /// A method that is certain to be the one that runs.
  private func methodBody(_ symbol: Symbol, at node: SyntaxNode) -> Body? {
    var method = symbol
    if method.methodKind == .localFunction {
      for local in model.visibleLocals(at: node) where local == method {
        guard let declaration = localFunction(local, around: node) else { return nil }
        return FunctionSyntax(declaredBy: declaration).map { make($0, model.file, model.tree) }
      }
      return nil
    }
    let isFinal = method.isSealed || (method.containingType?.isSealed ?? false)
    if method.isVirtual || method.isAbstract || method.isOverride, !isFinal {
      guard let only = singleImplementation(method) else { return nil }
      method = only.originalDefinition
    }
    for reference in method.declaringSyntaxReferences {
      if let function = FunctionSyntax(declaredBy: reference.node), function.body != nil {
        return Body(function: function, reference: reference)
      }
    }
    return nil
  }

  private func localFunction(_ symbol: Symbol, around node: SyntaxNode) -> SyntaxNode? {
    var found: SyntaxNode?
    FunctionSyntax.owningMember(of: node)?.walk { candidate in
      if candidate.kind == .localFunctionStatement, model.declaredSymbol(for: candidate) == symbol { found = candidate }
      return found == nil
    }
    return found
  }

  /// The value of the only write to a variable; `nil` if there are more, or one without a value of its own.
  func singleValue(of symbol: Symbol, in roots: [SyntaxNode], model: SemanticModel) -> SyntaxNode? {
    guard let variable = VariablePath(symbol) else { return nil }
    var writes = 0
    var value: SyntaxNode?
    for root in roots {
      model.forEachWrite(in: root) { if $0 == variable { writes += 1 } }
      root.walk { node in
        switch node.kind {
        case .variableDeclarator:
          if let clause = node.optionalNode(2), model.declaredSymbol(for: node)?.originalDefinition == symbol {
            value = clause.requiredNode(1)
          }
        case .simpleAssignmentExpression:
          if VariablePath(node.requiredNode(0), model: model) == variable { value = node.requiredNode(2) }
        default: break
        }
        return true
      }
    }
    return writes == 1 ? value : nil
  }
}
