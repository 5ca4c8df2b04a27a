import CSharpSyntax

extension FlowGraphBuilder {
  func visit(statement node: SyntaxNode) {
    descend(node) { visitStatement(node) }
  }

  /// The statements of one list. A `using` declaration lasts to its end.
  func visit(statements: [SyntaxNode], region: TextRange) {
    // Local functions can be called before the place where they are written.
    for statement in statements where statement.kind == .localFunctionStatement { emit(.createFunction, statement) }
    visit(statements: statements[...], region: region)
  }

  private func visit(statements: ArraySlice<SyntaxNode>, region: TextRange) {
    var opened: [(scope: Scope, index: Int, handler: Int)] = []
    for statement in statements {
      guard statement.kind == .localDeclarationStatement, statement.optionalToken(2) != nil else {
        visit(statement: statement)
        continue
      }
      visit(declaration: statement.requiredNode(4))
      let dispose = FlowOperation(node: statement, kind: .dispose, mayRaise: true)
      let rest = TextRange(start: statement.range.end, end: max(statement.range.end, region.end))
      let scope = push(.operation(dispose), region: rest)
      opened.append((scope, scopes.count - 1, handler))
      handler = cleanup(scope, at: scopes.count - 1, before: handler)
      continueIn(makeBlock())
    }
    for (scope, index, outer) in opened.reversed() {
      handler = outer
      let after = makeBlock()
      connect(current, cleanup(scope, at: index, before: after))
      scopes.removeLast()
      current = after
    }
  }

  private func visitStatement(_ node: SyntaxNode) {
    switch node.kind {
    case .block: visit(statements: Array(node.nodeList(2)), region: node.range)
    case .localFunctionStatement, .emptyStatement: break
    case .localDeclarationStatement: visit(declaration: node.requiredNode(4))
    case .expressionStatement: visit(node.requiredNode(1))
    case .checkedStatement, .uncheckedStatement, .unsafeStatement: visit(statement: node.requiredNode(2))
    case .fixedStatement:
      visit(declaration: node.requiredNode(3))
      visit(statement: node.requiredNode(5))
    case .ifStatement: visitIf(node)
    case .whileStatement: visitWhile(node)
    case .doStatement: visitDo(node)
    case .forStatement: visitFor(node)
    case .forEachStatement: visitForEach(node, collection: node.requiredNode(7), body: node.requiredNode(9))
    case .forEachVariableStatement: visitForEach(node, collection: node.requiredNode(6), body: node.requiredNode(8))
    case .switchStatement: visitSwitch(node)
    case .tryStatement: visitTry(node)
    case .usingStatement:
      if let declaration = node.optionalNode(4) { visit(declaration: declaration) }
      if let expression = node.optionalNode(5) { visit(expression) }
      let dispose = FlowOperation(node: node, kind: .dispose, mayRaise: true)
      withCleanup(.operation(dispose), region: node.requiredNode(7).range) { visit(statement: node.requiredNode(7)) }
    case .lockStatement:
      visit(node.requiredNode(3))
      emit(.enterLock, node, mayRaise: true)
      let exit = FlowOperation(node: node, kind: .exitLock, mayRaise: false)
      withCleanup(.operation(exit), region: node.requiredNode(5).range) { visit(statement: node.requiredNode(5)) }
    case .labeledStatement:
      continueIn(labelBlock(node))
      visit(statement: node.requiredNode(3))
    case .gotoStatement:
      jump(toLabel: node.optionalNode(3)?.text ?? "")
    case .gotoCaseStatement, .gotoDefaultStatement: visitGotoCase(node)
    case .breakStatement: leaveLoop(named: node.optionalNode(2)?.text) { $0.breakTarget }
    case .continueStatement: leaveLoop(named: node.optionalNode(2)?.text) { $0.continueTarget }
    case .returnStatement:
      if let value = node.optionalNode(2) { visit(value) }
      emit(.returnValue, node)
      jump(to: ControlFlowGraph.exit, depth: 0)
    case .yieldBreakStatement:
      emit(.returnValue, node)
      jump(to: ControlFlowGraph.exit, depth: 0)
    case .yieldReturnStatement:
      if let value = node.optionalNode(3) { visit(value) }
      emit(.yieldReturn, node)
    case .throwStatement:
      if let value = node.optionalNode(2) { visit(value) }
      emit(.throwException, node, mayRaise: true)
      endPath()
    case .globalStatement: visit(statement: node.requiredNode(2))
    default: visitChildren(node)
    }
  }

  func visit(declaration: SyntaxNode) {
    for variable in declaration.nodeList(1) {
      guard let clause = variable.optionalNode(2) else { continue }
      visit(clause.requiredNode(1))
      emit(.declare, variable)
    }
  }

  private func visitIf(_ node: SyntaxNode) {
    let then = makeBlock()
    let otherwise = makeBlock()
    visit(condition: node.requiredNode(3), then, otherwise)
    current = then
    visit(statement: node.requiredNode(5))
    let after = makeBlock()
    connect(current, after)
    current = otherwise
    if let clause = node.optionalNode(6) { visit(statement: clause.requiredNode(1)) }
    continueIn(after)
  }

  // MARK: Loops

  private func loop(_ node: SyntaxNode, breakTo after: Int, continueTo next: Int, _ body: () -> Void) {
    let scope = push(.none, region: node.range)
    scope.breakTarget = after
    scope.continueTarget = next
    if let parent = node.parent, parent.kind == .labeledStatement { scope.label = parent.requiredToken(1).text }
    body()
    scopes.removeLast()
  }

  private func visitWhile(_ node: SyntaxNode) {
    let head = makeBlock()
    let body = makeBlock()
    let after = makeBlock()
    continueIn(head)
    visit(condition: node.requiredNode(3), body, after)
    current = body
    loop(node, breakTo: after, continueTo: head) { visit(statement: node.requiredNode(5)) }
    connect(current, head)
    current = after
  }

  private func visitDo(_ node: SyntaxNode) {
    let body = makeBlock()
    let condition = makeBlock()
    let after = makeBlock()
    continueIn(body)
    loop(node, breakTo: after, continueTo: condition) { visit(statement: node.requiredNode(2)) }
    continueIn(condition)
    visit(condition: node.requiredNode(5), body, after)
    current = after
  }

  private func visitFor(_ node: SyntaxNode) {
    if let declaration = node.optionalNode(3), declaration.kind == .variableDeclaration {
      visit(declaration: declaration)
    }
    for initializer in node.nodeList(4) { visit(initializer) }
    let head = makeBlock()
    let body = makeBlock()
    let next = makeBlock()
    let after = makeBlock()
    continueIn(head)
    if let condition = node.optionalNode(6) {
      visit(condition: condition, body, after)
    } else {
      connect(current, body)
    }
    current = body
    loop(node, breakTo: after, continueTo: next) { visit(statement: node.requiredNode(10)) }
    continueIn(next)
    for incrementor in node.nodeList(8) { visit(incrementor) }
    connect(current, head)
    current = after
  }

  private func visitForEach(_ node: SyntaxNode, collection: SyntaxNode, body statement: SyntaxNode) {
    visit(collection)
    emit(.getEnumerator, node, mayRaise: true)
    let dispose = FlowOperation(node: node, kind: .dispose, mayRaise: true)
    let isArray = model.type(of: collection).type?.kind == .array
    let after = makeBlock()
    withCleanup(isArray ? .none : .operation(dispose), region: node.range) {
      let head = makeBlock()
      let body = makeBlock()
      let end = makeBlock()
      continueIn(head)
      emit(.moveNext, node, mayRaise: true)
      branch(.hasNext, node, body, end)
      current = body
      emit(.iterate, node, mayRaise: true)
      loop(node, breakTo: end, continueTo: head) { visit(statement: statement) }
      connect(current, head)
      current = end
    }
    continueIn(after)
  }

  /// Goes to the target of the innermost loop or `switch` that has one, or of the loop that is named.
  private func leaveLoop(named name: String?, _ target: (Scope) -> Int?) {
    for (index, scope) in scopes.enumerated().reversed() {
      guard let block = target(scope), name == nil || scope.label == name else { continue }
      jump(to: block, depth: index)
      return
    }
    endPath()
  }

  // MARK: Switch

  private func visitSwitch(_ node: SyntaxNode) {
    let subject = node.requiredNode(3)
    visit(subject)
    let scope = push(.none, region: node.range)
    scope.isSwitch = true
    let sections = Array(node.nodeList(6))
    let entries = sections.map { _ in makeBlock() }
    let after = makeBlock()
    scope.breakTarget = after
    for (section, entry) in zip(sections, entries) {
      for label in section.nodeList(0) {
        switch label.kind {
        case .caseSwitchLabel:
          scope.cases[label.requiredNode(1).withoutParentheses.text] = entry
          let next = makeBlock()
          visit(label.requiredNode(1))
          branch(.caseValue, label.requiredNode(1), subject: subject, entry, next)
          current = next
        case .casePatternSwitchLabel:
          let next = makeBlock()
          if let when = label.optionalNode(2) {
            let matched = makeBlock()
            visit(pattern: label.requiredNode(1), subject: subject, matched, next)
            current = matched
            visit(condition: when.requiredNode(1), entry, next)
          } else {
            visit(pattern: label.requiredNode(1), subject: subject, entry, next)
          }
          current = next
        default: scope.defaultSection = entry
        }
      }
    }
    connect(current, scope.defaultSection ?? after)
    // Local functions and `using` declarations of a section are in scope in all of them.
    for (section, entry) in zip(sections, entries) {
      current = entry
      visit(statements: Array(section.nodeList(1)), region: section.range)
      connect(current, after)
    }
    scopes.removeLast()
    current = after
  }

  private func visitGotoCase(_ node: SyntaxNode) {
    for (index, scope) in scopes.enumerated().reversed() where scope.isSwitch {
      let target: Int?
      if node.kind == .gotoDefaultStatement {
        target = scope.defaultSection
      } else {
        target = node.optionalNode(3).flatMap { scope.cases[$0.withoutParentheses.text] } ?? scope.defaultSection
      }
      // Every path of a jump to a value that no label has goes on behind the statement.
      if let target = target ?? scope.breakTarget { jump(to: target, depth: index + 1) } else { endPath() }
      return
    }
    endPath()
  }

  // MARK: Exceptions

  private func visitTry(_ node: SyntaxNode) {
    if let clause = node.optionalNode(4) {
      withCleanup(.finally(clause.requiredNode(1)), region: TextRange(start: node.range.start, end: clause.range.start))
      {
        visitCatches(node)
      }
    } else {
      visitCatches(node)
    }
  }

  private func visitCatches(_ node: SyntaxNode) {
    let catches = Array(node.nodeList(3))
    guard !catches.isEmpty else {
      visit(statement: node.requiredNode(2))
      return
    }
    let outer = handler
    let dispatch = makeBlock()
    let after = makeBlock()
    _ = push(.none, region: node.requiredNode(2).range)
    handler = dispatch
    continueIn(makeBlock())
    visit(statement: node.requiredNode(2))
    handler = outer
    connect(current, after)
    scopes.removeLast()
    let entries = catches.map { _ in makeBlock() }
    var catchesAll = false
    for (index, clause) in catches.enumerated() {
      if !catchesAll { connect(dispatch, entries[index], .exceptional) }
      if clause.optionalNode(2) == nil, catchesEverything(clause) { catchesAll = true }
      current = entries[index]
      emit(.catchException, clause)
      if let filter = clause.optionalNode(2) {
        let body = makeBlock()
        let next = makeBlock()
        visit(condition: filter.requiredNode(2), body, next)
        connect(next, index + 1 < entries.count ? entries[index + 1] : outer, .exceptional)
        current = body
      }
      visit(statement: clause.requiredNode(3))
      connect(current, after)
    }
    if !catchesAll { connect(dispatch, outer, .exceptional) }
    current = after
  }

  /// Whether a clause names no type, or that of all exceptions.
  private func catchesEverything(_ clause: SyntaxNode) -> Bool {
    guard let type = clause.optionalNode(1)?.requiredNode(1) else { return true }
    let name = model.type(of: type).type?.qualifiedName
    return name == "System.Exception" || name == "Exception"
  }
}
