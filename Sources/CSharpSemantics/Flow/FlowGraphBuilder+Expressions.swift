import CSharpSyntax

extension FlowGraphBuilder {
  func visit(_ node: SyntaxNode) {
    descend(node) { visitExpression(node) }
  }

  func visitChildren(_ node: SyntaxNode) {
    for child in node.childNodes { visit(child) }
  }

  func visitArguments(_ list: SyntaxNode) {
    for argument in list.nodeList(1) { visit(argument: argument) }
  }

  private func visit(argument: SyntaxNode) {
    guard argument.kind == .argument else { return visit(argument) }
    let value = argument.requiredNode(2)
    switch argument.optionalToken(1)?.kind {
    case .outKeyword: visit(target: value)
    default: visit(value)
    }
  }

  private func visitExpression(_ node: SyntaxNode) {
    switch node.kind {
    case .none, .numericLiteralExpression, .stringLiteralExpression, .utf8StringLiteralExpression,
      .characterLiteralExpression, .trueLiteralExpression, .falseLiteralExpression, .nullLiteralExpression,
      .defaultLiteralExpression, .defaultExpression, .typeOfExpression, .sizeOfExpression, .argListExpression,
      .thisExpression, .baseExpression, .omittedArraySizeExpression, .declarationExpression, .predefinedType,
      .interpolatedStringText, .attributeList:
      break
    case .identifierName, .genericName, .aliasQualifiedName, .qualifiedName:
      if !model.isTypeReference(node) { emit(.evaluate, node) }
    case .fieldExpression: emit(.evaluate, node)
    case .parenthesizedExpression, .checkedExpression, .uncheckedExpression:
      visit(node.requiredNode(node.kind == .parenthesizedExpression ? 1 : 2))
    case .suppressNullableWarningExpression: visit(node.requiredNode(0))
    case .refExpression: visit(node.requiredNode(1))
    case .expressionElement: visit(node.requiredNode(0))
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression: visitMemberAccess(node)
    case .memberBindingExpression: emit(.evaluate, node, mayRaise: waits(node.requiredNode(1)))
    case .invocationExpression: visitInvocation(node)
    case .elementAccessExpression:
      visit(node.requiredNode(0))
      visitArguments(node.requiredNode(1))
      emit(.evaluate, node, mayRaise: true)
    case .elementBindingExpression, .implicitElementAccess:
      visitArguments(node.requiredNode(0))
      emit(.evaluate, node, mayRaise: true)
    case .conditionalAccessExpression:
      visit(node.requiredNode(0))
      skipping(.isNull, node.requiredNode(0)) { visit(node.requiredNode(2)) }
      emit(.evaluate, node)
    case .simpleAssignmentExpression:
      visit(target: node.requiredNode(0))
      visitAssigned(node.requiredNode(2))
      emit(.evaluate, node, mayRaise: isOperatorCall(node))
    case .coalesceAssignmentExpression:
      visit(node.requiredNode(0))
      let assign = makeBlock()
      let after = makeBlock()
      branch(.isNull, node.requiredNode(0), assign, after)
      current = assign
      visit(node.requiredNode(2))
      emit(.evaluate, node)
      continueIn(after)
    case .addAssignmentExpression, .subtractAssignmentExpression, .multiplyAssignmentExpression,
      .divideAssignmentExpression, .moduloAssignmentExpression, .andAssignmentExpression,
      .exclusiveOrAssignmentExpression, .orAssignmentExpression, .leftShiftAssignmentExpression,
      .rightShiftAssignmentExpression, .unsignedRightShiftAssignmentExpression:
      visit(node.requiredNode(0))
      visit(node.requiredNode(2))
      let divides = node.kind == .divideAssignmentExpression || node.kind == .moduloAssignmentExpression
      emit(.evaluate, node, mayRaise: divides || isOperatorCall(node))
    case .logicalAndExpression, .logicalOrExpression, .isPatternExpression:
      let after = makeBlock()
      visit(condition: node, after, after)
      current = after
      emit(.evaluate, node)
    case .conditionalExpression: visitConditional(node)
    case .switchExpression: visitSwitchExpression(node)
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
      emit(.createFunction, node)
    case .queryExpression: visitQuery(node)
    case .awaitExpression:
      visit(node.requiredNode(1))
      emit(.evaluate, node, mayRaise: true)
    case .throwExpression:
      visit(node.requiredNode(1))
      emit(.throwException, node, mayRaise: true)
      endPath()
    case .objectCreationExpression: visitCreation(node, arguments: 2, initializer: 3)
    case .implicitObjectCreationExpression: visitCreation(node, arguments: 1, initializer: 2)
    case .withExpression:
      visit(node.requiredNode(0))
      emit(.evaluate, node, mayRaise: true)
      visitInitializer(node.requiredNode(2))
    case .anonymousObjectCreationExpression:
      for member in node.nodeList(2) { visit(member.requiredNode(1)) }
      emit(.evaluate, node)
    case .arrayCreationExpression, .stackAllocArrayCreationExpression:
      let type = node.requiredNode(1)
      if type.kind == .arrayType {
        for rank in type.nodeList(1) { for size in rank.nodeList(1) { visit(size) } }
      }
      if let initializer = node.optionalNode(2) { visitInitializer(initializer) }
      emit(.evaluate, node)
    case .implicitArrayCreationExpression:
      visitInitializer(node.requiredNode(4))
      emit(.evaluate, node)
    case .implicitStackAllocArrayCreationExpression:
      visitInitializer(node.requiredNode(3))
      emit(.evaluate, node)
    case .arrayInitializerExpression, .objectInitializerExpression, .collectionInitializerExpression,
      .complexElementInitializerExpression, .withInitializerExpression:
      visitInitializer(node)
    case .collectionExpression:
      var spreads = false
      for element in node.nodeList(1) {
        if element.kind == .spreadElement { spreads = true }
        switch element.kind {
        case .spreadElement: visit(element.requiredNode(1))
        case .withElement: visitArguments(element.requiredNode(1))
        default: visit(element.requiredNode(0))
        }
      }
      emit(.evaluate, node, mayRaise: spreads)
    case .interpolatedStringExpression:
      for part in node.nodeList(1) where part.kind == .interpolation { visit(part.requiredNode(1)) }
      emit(.evaluate, node)
    case .tupleExpression:
      visitArguments(node)
      emit(.evaluate, node)
    case .castExpression:
      visit(node.requiredNode(3))
      emit(.evaluate, node, mayRaise: true)
    case .isExpression, .asExpression:
      visit(node.requiredNode(0))
      emit(.evaluate, node)
    default:
      if BinaryExpressionSyntax.kinds.contains(node.kind) { return visitBinary(node) }
      visitChildren(node)
      emit(.evaluate, node, mayRaise: isOperatorCall(node))
    }
  }

  /// `Result` of a task waits for it, and throws what it threw.
  private func waits(_ name: SyntaxNode) -> Bool { name.kind == .identifierName && name.text == "Result" }

  private func visitMemberAccess(_ node: SyntaxNode) {
    guard !model.isTypeReference(node) else { return }
    visitReceiver(node.requiredNode(0))
    emit(.evaluate, node, mayRaise: waits(node.requiredNode(2)))
  }

  private func visitReceiver(_ node: SyntaxNode) { visit(node) }

  /// A user-defined operator is a call.
  private func isOperatorCall(_ node: SyntaxNode) -> Bool {
    switch model.symbol(of: node).symbol?.methodKind {
    case .userDefinedOperator, .eventAdd, .eventRemove: true
    default: false
    }
  }

  /// The links of a chain of calls one after the other, for chains may be long.
  private func visitInvocation(_ node: SyntaxNode) {
    var chain: [SyntaxNode] = []
    var first = node
    while true {
      chain.append(first)
      let callee = first.requiredNode(0)
      guard callee.kind == .simpleMemberAccessExpression else { break }
      let receiver = callee.requiredNode(0)
      guard receiver.kind == .invocationExpression else { break }
      first = receiver
    }
    for call in chain.reversed() {
      if call == first {
        if isNameOf(call) { continue }
        visit(callee: call.requiredNode(0))
      }
      visitArguments(call.requiredNode(1))
      emit(.evaluate, call, mayRaise: true)
      if neverReturns(call) { endPath() }
    }
  }

  private func isNameOf(_ call: SyntaxNode) -> Bool {
    let callee = call.requiredNode(0)
    return callee.kind == .identifierName && callee.text == "nameof" && model.symbol(of: callee).symbol == nil
  }

  /// The receiver of a method; the value of a delegate.
  private func visit(callee: SyntaxNode) {
    let callee = callee.withoutParentheses
    switch callee.kind {
    case .identifierName, .genericName:
      let symbol = model.symbol(of: callee).symbol
      if let symbol, symbol.kind != .method, symbol.kind != .namedType { emit(.evaluate, callee) }
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression:
      visitReceiver(callee.requiredNode(0))
      if let symbol = model.symbol(of: callee).symbol, symbol.kind != .method { emit(.evaluate, callee) }
    case .memberBindingExpression: break
    default: visit(callee)
    }
  }

  /// What is evaluated before something is written to a place; the place itself is not read.
  func visit(target node: SyntaxNode) {
    descend(node) {
      switch node.kind {
      case .parenthesizedExpression, .suppressNullableWarningExpression: visit(target: node.withoutParentheses)
      case .identifierName, .declarationExpression, .none: break
      case .simpleMemberAccessExpression, .pointerMemberAccessExpression: visit(node.requiredNode(0))
      case .elementAccessExpression:
        visit(node.requiredNode(0))
        visitArguments(node.requiredNode(1))
      case .implicitElementAccess: visitArguments(node.requiredNode(0))
      case .tupleExpression: for element in node.nodeList(1) { visit(target: element.requiredNode(2)) }
      case .conditionalAccessExpression: visit(node.requiredNode(0))
      default: visit(node)
      }
    }
  }

  private func visitAssigned(_ value: SyntaxNode) { visit(value) }

  /// `a + b + c …`: the left spine is walked without recursion.
  private func visitBinary(_ node: SyntaxNode) {
    var spine: [SyntaxNode] = []
    var left = node
    while BinaryExpressionSyntax.kinds.contains(left.kind), !isSpecialBinary(left.kind) {
      spine.append(left)
      left = left.requiredNode(0)
    }
    if spine.isEmpty {
      // `??`
      visit(node.requiredNode(0))
      let otherwise = makeBlock()
      let after = makeBlock()
      branch(.isNull, node.requiredNode(0), otherwise, after)
      current = otherwise
      visit(node.requiredNode(2))
      continueIn(after)
      emit(.evaluate, node)
      return
    }
    visit(left)
    for binary in spine.reversed() {
      visit(binary.requiredNode(2))
      let divides = binary.kind == .divideExpression || binary.kind == .moduloExpression
      emit(.evaluate, binary, mayRaise: divides || isOperatorCall(binary))
    }
  }

  private func isSpecialBinary(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .logicalAndExpression, .logicalOrExpression, .coalesceExpression, .isExpression, .asExpression: true
    default: false
    }
  }

  /// Evaluates something only where the condition does not hold.
  private func skipping(_ test: FlowBranch.Test, _ condition: SyntaxNode, _ body: () -> Void) {
    let evaluated = makeBlock()
    let after = makeBlock()
    branch(test, condition, after, evaluated)
    current = evaluated
    body()
    continueIn(after)
  }

  private func visitConditional(_ node: SyntaxNode) {
    let whenTrue = makeBlock()
    let whenFalse = makeBlock()
    let after = makeBlock()
    visit(condition: node.requiredNode(0), whenTrue, whenFalse)
    current = whenTrue
    visit(node.requiredNode(2))
    connect(current, after)
    current = whenFalse
    visit(node.requiredNode(4))
    continueIn(after)
    emit(.evaluate, node)
  }

  private func visitSwitchExpression(_ node: SyntaxNode) {
    let subject = node.requiredNode(0)
    visit(subject)
    let after = makeBlock()
    for arm in node.nodeList(3) {
      let body = makeBlock()
      let next = makeBlock()
      if let when = arm.optionalNode(1) {
        let matched = makeBlock()
        visit(pattern: arm.requiredNode(0), subject: subject, matched, next)
        current = matched
        visit(condition: when.requiredNode(1), body, next)
      } else {
        visit(pattern: arm.requiredNode(0), subject: subject, body, next)
      }
      current = body
      visit(arm.requiredNode(3))
      connect(current, after)
      current = next
    }
    // No arm matches.
    connect(current, handler, .exceptional)
    current = after
    emit(.evaluate, node)
  }

  private func visitQuery(_ node: SyntaxNode) {
    let from = node.requiredNode(0)
    visit(from.requiredNode(4))
    var body: SyntaxNode? = node.optionalNode(1)
    while let clauses = body {
      for clause in clauses.nodeList(0) {
        if clause.kind == .joinClause { visit(clause.requiredNode(4)) }
        emit(.createFunction, clause)
      }
      if let last = clauses.optionalNode(1) { emit(.createFunction, last) }
      body = clauses.optionalNode(2)?.optionalNode(2)
    }
    emit(.evaluate, node, mayRaise: true)
  }

  private func visitCreation(_ node: SyntaxNode, arguments: Int, initializer: Int) {
    if let list = node.optionalNode(arguments) { visitArguments(list) }
    emit(.evaluate, node, mayRaise: true)
    if let initializer = node.optionalNode(initializer) { visitInitializer(initializer) }
  }

  private func visitInitializer(_ node: SyntaxNode) {
    descend(node) {
      for element in node.nodeList(1) {
        if element.kind == .simpleAssignmentExpression, node.kind != .arrayInitializerExpression {
          visit(target: element.requiredNode(0))
          visit(element.requiredNode(2))
          emit(.evaluate, element)
          continue
        }
        visit(element)
        if node.kind == .collectionInitializerExpression { emit(.addElement, element, mayRaise: true) }
      }
    }
  }

  // MARK: Conditions

  /// Evaluates a condition: control goes on in one of two blocks.
  func visit(condition node: SyntaxNode, _ whenTrue: Int, _ whenFalse: Int) {
    guard depth < FlowGraphBuilder.maximumDepth else {
      isTruncated = true
      emit(.evaluate, node, mayRaise: true)
      branch(.boolean, node, whenTrue, whenFalse)
      return
    }
    depth += 1
    visitCondition(node, whenTrue, whenFalse)
    depth -= 1
  }

  private func visitCondition(_ node: SyntaxNode, _ whenTrue: Int, _ whenFalse: Int) {
    switch node.kind {
    case .parenthesizedExpression: visit(condition: node.requiredNode(1), whenTrue, whenFalse)
    case .suppressNullableWarningExpression: visit(condition: node.requiredNode(0), whenTrue, whenFalse)
    case .logicalNotExpression where !isOperatorCall(node):
      visit(condition: node.requiredNode(1), whenFalse, whenTrue)
    case .logicalAndExpression, .logicalOrExpression:
      // The left spine of one operator is walked without recursion.
      var operands: [SyntaxNode] = []
      var left = node
      while left.kind == node.kind {
        operands.append(left.requiredNode(2))
        left = left.requiredNode(0)
      }
      operands.append(left)
      for operand in operands.reversed().dropLast() {
        let next = makeBlock()
        if node.kind == .logicalAndExpression {
          visit(condition: operand, next, whenFalse)
        } else {
          visit(condition: operand, whenTrue, next)
        }
        current = next
      }
      visit(condition: node.requiredNode(2), whenTrue, whenFalse)
    case .conditionalExpression:
      let first = makeBlock()
      let second = makeBlock()
      visit(condition: node.requiredNode(0), first, second)
      current = first
      visit(condition: node.requiredNode(2), whenTrue, whenFalse)
      current = second
      visit(condition: node.requiredNode(4), whenTrue, whenFalse)
    case .isPatternExpression:
      visit(node.requiredNode(0))
      visit(pattern: node.requiredNode(2), subject: node.requiredNode(0), whenTrue, whenFalse)
    default:
      switch constant(node) {
      case .boolean(true): connect(current, whenTrue)
      case .boolean(false): connect(current, whenFalse)
      default:
        visit(node)
        branch(.boolean, node, whenTrue, whenFalse)
      }
    }
  }

  private func constant(_ node: SyntaxNode) -> ConstantValue? {
    switch node.kind {
    case .trueLiteralExpression: .boolean(true)
    case .falseLiteralExpression: .boolean(false)
    case .invocationExpression, .awaitExpression: nil
    default: model.constantValue(of: node)
    }
  }

  /// Matches a subject that has been evaluated; `and`, `or` and `not` are split.
  func visit(pattern node: SyntaxNode, subject: SyntaxNode, _ whenTrue: Int, _ whenFalse: Int) {
    guard depth < FlowGraphBuilder.maximumDepth else {
      isTruncated = true
      branch(.pattern, node, subject: subject, whenTrue, whenFalse)
      return
    }
    depth += 1
    defer { depth -= 1 }
    switch node.kind {
    case .parenthesizedPattern: visit(pattern: node.requiredNode(1), subject: subject, whenTrue, whenFalse)
    case .notPattern: visit(pattern: node.requiredNode(1), subject: subject, whenFalse, whenTrue)
    case .andPattern, .orPattern:
      var operands: [SyntaxNode] = []
      var left = node
      while left.kind == node.kind {
        operands.append(left.requiredNode(2))
        left = left.requiredNode(0)
      }
      operands.append(left)
      for operand in operands.reversed().dropLast() {
        let next = makeBlock()
        if node.kind == .andPattern {
          visit(pattern: operand, subject: subject, next, whenFalse)
        } else {
          visit(pattern: operand, subject: subject, whenTrue, next)
        }
        current = next
      }
      visit(pattern: node.requiredNode(2), subject: subject, whenTrue, whenFalse)
    case .discardPattern: connect(current, whenTrue)
    case .varPattern:
      bindDesignations(of: node)
      connect(current, whenTrue)
    default:
      let designations = designations(in: node)
      guard !designations.isEmpty else {
        branch(.pattern, node, subject: subject, whenTrue, whenFalse)
        return
      }
      let matched = makeBlock()
      branch(.pattern, node, subject: subject, matched, whenFalse)
      current = matched
      for designation in designations { emit(.bindPattern, designation) }
      connect(current, whenTrue)
    }
  }

  private func bindDesignations(of pattern: SyntaxNode) {
    for designation in designations(in: pattern) { emit(.bindPattern, designation) }
  }

  private func designations(in pattern: SyntaxNode) -> [SyntaxNode] {
    guard pattern.kind != .constantPattern, pattern.kind != .typePattern else { return [] }
    var result: [SyntaxNode] = []
    pattern.walk { node in
      if node.kind == .singleVariableDesignation { result.append(node) }
      return node.kind != .constantPattern
    }
    return result
  }
}
