import CSharpSemantics
import CSharpSyntax

/// Whether a completion source that a local holds is complete before anybody can ask for its task.
struct CompletedSource {
  let local: Symbol
  let model: SemanticModel

  private static let maximumDepth = 32

  private static let completions: Set<String> = [
    "SetResult", "SetException", "SetCanceled", "SetFromTask", "TrySetResult", "TrySetException", "TrySetCanceled",
    "TrySetFromTask",
  ]

  /// What a statement does to the source.
  private enum Outcome {
    case untouched
    /// Completes it on all ways that lead on.
    case completes
    /// Does not lead on, and hands the source to nobody before it is complete.
    case leaves
    case unknown
  }

  /// - Parameter statement: the declaration of the local.
  func isCompleted(behind statement: SyntaxNode) -> Bool {
    let siblings = statement.siblingStatements
    guard let start = siblings.firstIndex(of: statement) else { return false }
    switch outcome(of: Array(siblings[(start + 1)...]), depth: 0) {
    case .completes, .leaves: return true
    case .untouched, .unknown: return false
    }
  }

  private func outcome(of statements: [SyntaxNode], depth: Int) -> Outcome {
    for (index, statement) in statements.enumerated() {
      switch outcome(of: statement, depth: depth) {
      case .untouched: continue
      case .leaves: return .leaves
      case .unknown: return .unknown
      case .completes:
        switch statements[(index + 1)...].last?.kind {
        case .returnStatement?, .throwStatement?: return .leaves
        default: return .completes
        }
      }
    }
    return .untouched
  }

  private func outcome(of statement: SyntaxNode, depth: Int) -> Outcome {
    guard depth < CompletedSource.maximumDepth else { return .unknown }
    guard isMentioned(in: statement) else {
      return statement.kind == .returnStatement || statement.kind == .throwStatement ? .leaves : .untouched
    }
    let depth = depth + 1
    switch statement.kind {
    case .expressionStatement: return isCompletion(statement.requiredNode(1)) ? .completes : .unknown
    case .block: return outcome(of: Array(statement.nodeList(2)), depth: depth)
    case .ifStatement:
      guard let view = IfStatementSyntax(statement), !isMentioned(in: view.condition) else { return .unknown }
      let other = ElseClauseSyntax(view.elseClause).map { outcome(of: $0.statement, depth: depth) } ?? .untouched
      return either(outcome(of: view.statement, depth: depth), other)
    case .switchStatement: return outcome(ofSwitch: statement, depth)
    case .tryStatement: return outcome(ofTry: statement, depth)
    case .usingStatement:
      guard let view = UsingStatementSyntax(statement),
        ![view.declaration, view.expression].compactMap({ $0 }).contains(where: isMentioned)
      else { return .unknown }
      return outcome(of: view.statement, depth: depth)
    case .lockStatement:
      guard let view = LockStatementSyntax(statement), !isMentioned(in: view.expression) else { return .unknown }
      return outcome(of: view.statement, depth: depth)
    default: return .unknown
    }
  }

  /// One of two ways.
  private func either(_ a: Outcome, _ b: Outcome) -> Outcome {
    switch (a, b) {
    case (.unknown, _), (_, .unknown): .unknown
    case (.leaves, _): b
    case (_, .leaves): a
    case (.completes, .completes): .completes
    case (.untouched, .untouched): .untouched
    default: .unknown
    }
  }

  private func outcome(ofSwitch statement: SyntaxNode, _ depth: Int) -> Outcome {
    guard let view = SwitchStatementSyntax(statement), !isMentioned(in: view.expression) else { return .unknown }
    var result: Outcome = .leaves
    var hasDefault = false
    for section in view.sections {
      if section.nodeList(0).contains(where: { $0.kind == .defaultSwitchLabel }) { hasDefault = true }
      result = either(result, outcome(of: Array(section.nodeList(1)), depth: depth))
    }
    return hasDefault ? result : either(result, .untouched)
  }

  private func outcome(ofTry statement: SyntaxNode, _ depth: Int) -> Outcome {
    guard let view = TryStatementSyntax(statement) else { return .unknown }
    if let end = view.finallyClause, isMentioned(in: end) { return .unknown }
    var result = outcome(of: view.block, depth: depth)
    for clause in view.catches {
      guard let clause = CatchClauseSyntax(clause) else { return .unknown }
      if let filter = clause.filter, isMentioned(in: filter) { return .unknown }
      result = either(result, outcome(of: clause.block, depth: depth))
    }
    return result
  }

  private func isCompletion(_ expression: SyntaxNode) -> Bool {
    guard expression.kind == .invocationExpression else { return false }
    let callee = expression.requiredNode(0)
    return callee.kind == .simpleMemberAccessExpression && isLocal(callee.requiredNode(0).withoutParentheses)
      && CompletedSource.completions.contains(callee.requiredNode(2).text)
      && !isMentioned(in: expression.requiredNode(1))
  }

  private func isLocal(_ node: SyntaxNode) -> Bool {
    node.kind == .identifierName && node.identifierText == local.name && model.symbol(of: node).symbol == local
  }

  private func isMentioned(in node: SyntaxNode) -> Bool {
    var isFound = false
    node.walk { candidate in
      if !isFound, isLocal(candidate) { isFound = true }
      return !isFound
    }
    return isFound
  }
}
