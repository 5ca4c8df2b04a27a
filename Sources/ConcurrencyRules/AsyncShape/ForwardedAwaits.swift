import CSharpSemantics
import CSharpSyntax

/// The awaits of a function that does nothing with the tasks but pass them on: each is the last thing on its path.
struct ForwardedAwaits {
  let function: FunctionSyntax
  let awaits: [FinalAwait]
  /// A path ends without a task: `return;` would need one.
  let endsElsewhere: Bool

  /// One `await` and the form in which it ends its path.
  struct FinalAwait {
    enum Form {
      case expressionBody
      case returned
      /// A statement, and the `break` behind it in a switch section.
      case statement(followedBy: SyntaxNode?)
    }

    let node: SyntaxNode
    let form: Form

    /// The awaited expression without `ConfigureAwait`.
    var task: SyntaxNode { node.requiredNode(1).withoutConfigureAwait }
  }

  /// `nil` where some `await` does more than to end its path, or a path does something after it, such as a disposal.
  init?(_ function: FunctionSyntax) {
    guard let body = function.body, let own = OwnAwaits(function) else { return nil }
    self.function = function
    guard body.kind == .block else {
      guard body.kind == .awaitExpression, own.awaits.count == 1, own.awaits.first == body else { return nil }
      awaits = [FinalAwait(node: body, form: .expressionBody)]
      endsElsewhere = false
      return
    }
    if own.valueReturns.isEmpty {
      var finals: [FinalAwait] = []
      guard ForwardedAwaits.collect(Array(body.nodeList(2)), isSection: false, into: &finals, depth: 0) else {
        return nil
      }
      awaits = finals
    } else {
      var finals: [FinalAwait] = []
      for statement in own.valueReturns {
        guard let value = ReturnStatementSyntax(statement)?.expression, value.kind == .awaitExpression else {
          return nil
        }
        finals.append(FinalAwait(node: value, form: .returned))
      }
      awaits = finals
    }
    endsElsewhere = own.hasBareReturn
    guard Set(awaits.map(\.node)) == Set(own.awaits), awaits.count == own.awaits.count,
      awaits.allSatisfy({ ForwardedAwaits.isLast($0.node, in: body) })
    else { return nil }
  }

  // MARK: Ends of paths

  /// Whether every path through a list of statements ends in an `await`.
  private static func collect(
    _ statements: [SyntaxNode], isSection: Bool, into finals: inout [FinalAwait], depth: Int
  ) -> Bool {
    guard depth < 64 else { return false }
    var rest = statements.filter { $0.kind != .localFunctionStatement }
    var jump: SyntaxNode?
    if isSection, rest.last?.kind == .breakStatement { jump = rest.popLast() }
    guard let last = rest.last else { return false }
    return collect(last, jump: jump, isSection: isSection, into: &finals, depth: depth)
  }

  private static func collect(
    _ statement: SyntaxNode, jump: SyntaxNode?, isSection: Bool, into finals: inout [FinalAwait], depth: Int
  ) -> Bool {
    guard depth < 64 else { return false }
    switch statement.kind {
    case .expressionStatement:
      guard let expression = ExpressionStatementSyntax(statement)?.expression, expression.kind == .awaitExpression
      else {
        return false
      }
      // A section has to leave its switch.
      if isSection, jump == nil { return false }
      finals.append(FinalAwait(node: expression, form: .statement(followedBy: jump)))
      return true
    case .block:
      // The `break` of a section stands inside its block, or behind it; one behind stays, so that is left alone.
      if jump != nil { return false }
      return collect(Array(statement.nodeList(2)), isSection: isSection, into: &finals, depth: depth + 1)
    case .ifStatement:
      guard jump == nil, !isSection, let choice = IfStatementSyntax(statement),
        let otherwise = ElseClauseSyntax(choice.elseClause)
      else { return false }
      return collect(choice.statement, jump: nil, isSection: false, into: &finals, depth: depth + 1)
        && collect(otherwise.statement, jump: nil, isSection: false, into: &finals, depth: depth + 1)
    case .switchStatement:
      guard jump == nil, !isSection, let choice = SwitchStatementSyntax(statement),
        choice.sections.contains(where: { $0.nodeList(0).contains { $0.kind == .defaultSwitchLabel } })
      else { return false }
      return choice.sections.allSatisfy {
        collect(Array($0.nodeList(1)), isSection: true, into: &finals, depth: depth + 1)
      }
    default: return false
    }
  }

  /// Whether nothing is left to do once the task is at hand: no handler, no disposal, no lock to leave.
  private static func isLast(_ node: SyntaxNode, in body: SyntaxNode) -> Bool {
    var child = node
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .tryStatement, .catchClause, .finallyClause, .usingStatement, .lockStatement, .fixedStatement,
        .forEachStatement, .forEachVariableStatement, .unsafeStatement:
        return false
      case .block, .switchSection:
        for sibling in ancestor.nodeList(ancestor.kind == .block ? 2 : 1).prefix(while: { $0 != child })
        where LocalDeclarationStatementSyntax(sibling)?.usingKeyword != nil {
          return false
        }
      default: break
      }
      if ancestor == body { return true }
      child = ancestor
    }
    return true
  }
}

/// What a function has of its own that decides about its awaits.
private struct OwnAwaits {
  var awaits: [SyntaxNode] = []
  var valueReturns: [SyntaxNode] = []
  var hasBareReturn = false

  /// `nil` for functions that await otherwise, yield or jump about.
  init?(_ function: FunctionSyntax) {
    var awaits: [SyntaxNode] = []
    var returns: [SyntaxNode] = []
    var isOther = false
    function.walkOwn { node in
      switch node.kind {
      case .awaitExpression: awaits.append(node)
      case .returnStatement: returns.append(node)
      case .yieldReturnStatement, .yieldBreakStatement, .gotoStatement, .labeledStatement: isOther = true
      case .forEachStatement, .forEachVariableStatement, .usingStatement, .localDeclarationStatement:
        if node.optionalToken(1)?.kind == .awaitKeyword { isOther = true }
      default: break
      }
      return !isOther
    }
    guard !isOther, !awaits.isEmpty else { return nil }
    self.awaits = awaits
    valueReturns = returns.filter { ReturnStatementSyntax($0)?.expression != nil }
    hasBareReturn = valueReturns.count < returns.count
  }
}
