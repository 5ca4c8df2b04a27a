import CSharpSemantics
import CSharpSyntax

extension RuleContext {
  /// Whether the language allows `await` at a place, were its function `async` (D5).
  func isAwaitLegal(_ node: SyntaxNode) -> Bool {
    let version = tree.options.languageVersion
    guard version >= .csharp5, let function = FunctionSyntax.nearest(to: node) else { return false }
    if function.kind == .queryClause { return false }
    var child = node
    for ancestor in node.ancestors {
      if ancestor == function.node {
        return !isUnsafe(function.node) && !isExpressionTree(function)
      }
      switch ancestor.kind {
      case .lockStatement: if LockStatementSyntax(ancestor)?.statement == child { return false }
      case .fixedStatement: if FixedStatementSyntax(ancestor)?.statement == child { return false }
      case .catchFilterClause, .unsafeStatement, .attribute, .attributeList: return false
      case .parameter: return false
      case .catchClause, .finallyClause: if version < .csharp6 { return false }
      default: break
      }
      child = ancestor
    }
    return false
  }

  /// Whether an `await` can be put at a place (D5): it is legal, and nothing that lives on the stack only has to live
  /// across it.
  func isAwaitInsertable(_ node: SyntaxNode) -> Bool {
    guard isAwaitLegal(node), let function = FunctionSyntax.nearest(to: node) else { return false }
    return !hasStackValueBefore(node) && !hasStackLocalAcross(node, at: node.range, in: function)
  }

  /// Whether an `await` can be put in a statement of its own in front of a statement.
  func isAwaitInsertable(before statement: SyntaxNode) -> Bool {
    guard isAwaitLegal(statement), let function = FunctionSyntax.nearest(to: statement) else { return false }
    let start = statement.range.start
    return !hasStackLocalAcross(statement, at: TextRange(start: start, end: start), in: function)
  }

  private func isExpressionTree(_ function: FunctionSyntax) -> Bool {
    guard function.kind == .lambda else { return false }
    return model.type(of: function.node).convertedType?.qualifiedName == "System.Linq.Expressions.Expression"
  }

  /// Whether the function, or what it is declared in, has the `unsafe` modifier: the compiler refuses to await there,
  /// since C# 13 as before.
  func isUnsafe(_ node: SyntaxNode) -> Bool {
    var current: SyntaxNode? = node
    while let candidate = current {
      if candidate.kind == .unsafeStatement { return true }
      let hasModifiers =
        FunctionSyntax(declaredBy: candidate) != nil || TypeDeclarationSyntax.kinds.contains(candidate.kind)
        || RecordDeclarationSyntax.kinds.contains(candidate.kind)
      if hasModifiers, candidate.tokenList(1).contains(.unsafeKeyword) { return true }
      current = candidate.parent
    }
    return false
  }

  /// Whether something that can't be kept across an `await` is evaluated before the place in the same expression: an
  /// argument by reference, a by-reference-like value, the target of an assignment that is a reference.
  private func hasStackValueBefore(_ node: SyntaxNode) -> Bool {
    var child = node
    for ancestor in node.ancestors {
      if ancestor.kind.isStatement || FunctionSyntax(declaredBy: ancestor) != nil { return false }
      switch ancestor.kind {
      case .argumentList, .bracketedArgumentList:
        for argument in ancestor.nodeList(1) where argument != child {
          guard argument.range.start < child.range.start, let view = ArgumentSyntax(argument) else { break }
          if view.refKindKeyword != nil || isStackValue(view.expression) { return true }
        }
        if let call = ancestor.parent, let receiver = receiver(of: call), isStackValue(receiver) { return true }
      case .simpleAssignmentExpression:
        let left = ancestor.requiredNode(0)
        if left != child, let symbol = model.symbol(of: left).symbol, symbol.refKind != .none, symbol.kind != .parameter
        {
          return true
        }
      default:
        if ancestor.kind.isBinaryOrAssignment, ancestor.requiredNode(2) == child,
          isStackValue(ancestor.requiredNode(0))
        {
          return true
        }
      }
      child = ancestor
    }
    return false
  }

  private func receiver(of call: SyntaxNode) -> SyntaxNode? {
    switch call.kind {
    case .elementAccessExpression: return call.requiredNode(0)
    case .invocationExpression:
      let callee = call.requiredNode(0)
      return callee.kind == .simpleMemberAccessExpression ? callee.requiredNode(0) : nil
    default: return nil
    }
  }

  private func isStackValue(_ expression: SyntaxNode) -> Bool {
    let info = model.type(of: expression)
    return [info.type, info.convertedType].contains { $0.map(isRefLike) ?? false }
  }

  /// Whether a local of a by-reference-like type, or a `ref` local, is declared before the place and used after it.
  /// Before C# 13 an `async` function may not even declare one.
  ///
  /// - Parameter place: where the `await` stands; the node, or an empty range before it.
  private func hasStackLocalAcross(_ node: SyntaxNode, at place: TextRange, in function: FunctionSyntax) -> Bool {
    let isStrict = tree.options.languageVersion < .csharp13 && !function.isAsync
    var locals: [Symbol: SyntaxNode] = [:]
    function.walkOwn { candidate in
      switch candidate.kind {
      case .variableDeclarator, .singleVariableDesignation, .forEachStatement:
        if let symbol = model.declaredSymbol(for: candidate), symbol.kind == .local,
          symbol.refKind != .none || isRefLike(symbol.type), isStrict || candidate.range.start < place.start
        {
          locals[symbol] = candidate
        }
      default: break
      }
      return true
    }
    guard !locals.isEmpty else { return false }
    if isStrict { return true }
    // In a loop what stands before the place is reached after it, too.
    let loop = node.ancestors.prefix { $0 != function.node }.filter(\.kind.isLoop).last
    var isUsed = false
    function.walkOwn { candidate in
      if candidate.kind == .identifierName, !isUsed,
        candidate.range.start >= place.end || loop?.range.contains(candidate.range) == true,
        let symbol = model.symbol(of: candidate).symbol, let declaration = locals[symbol],
        isReached(declaration, at: candidate, after: node, place)
      {
        isUsed = true
      }
      return !isUsed
    }
    return isUsed
  }

  /// A use before the place counts only where a loop around the place leads back to it without declaring the local anew.
  private func isReached(
    _ declaration: SyntaxNode, at use: SyntaxNode, after node: SyntaxNode, _ place: TextRange
  ) -> Bool {
    if use.range.start >= place.end { return true }
    return node.ancestors.contains {
      $0.kind.isLoop && $0.range.contains(use.range) && !$0.range.contains(declaration.range)
    }
  }
}

extension SyntaxKind {
  /// Whether nodes of the kind run a statement more than once.
  var isLoop: Bool {
    switch self {
    case .whileStatement, .doStatement, .forStatement, .forEachStatement, .forEachVariableStatement: true
    default: false
    }
  }

  /// Whether nodes of the kind have an operand on each side of an operator token.
  var isBinaryOrAssignment: Bool {
    BinaryExpressionSyntax.kinds.contains(self) || AssignmentExpressionSyntax.kinds.contains(self)
  }
}
