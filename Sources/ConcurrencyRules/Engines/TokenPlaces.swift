import CSharpSemantics
import CSharpSyntax

/// Places where nobody wants to be cancelled (D24): clean-up, and what runs because of a cancellation.
struct TokenPlaces {
  let model: SemanticModel

  private static let disposals: Set<String> = ["Dispose", "DisposeAsync", "DisposeAsyncCore", "DisposeCoreAsync"]

  func isUnwanted(at node: SyntaxNode) -> Bool {
    var child = node
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .finallyClause, .destructorDeclaration: return true
      case .catchClause: if TokenPlaces.takesCancellation(ancestor) { return true }
      case .methodDeclaration:
        return TokenPlaces.disposals.contains(ancestor.requiredToken(4).text)
      case .localFunctionStatement:
        if TokenPlaces.disposals.contains(ancestor.requiredToken(3).text) { return true }
      case .ifStatement:
        if child == ancestor.requiredNode(5), isTrueOnlyWhenCancelled(ancestor.requiredNode(3)) { return true }
        if child == ancestor.optionalNode(6), isFalseOnlyWhenCancelled(ancestor.requiredNode(3)) { return true }
      case .whileStatement:
        if child == ancestor.requiredNode(5), isTrueOnlyWhenCancelled(ancestor.requiredNode(3)) { return true }
      case .conditionalExpression:
        if child == ancestor.requiredNode(2), isTrueOnlyWhenCancelled(ancestor.requiredNode(0)) { return true }
        if child == ancestor.requiredNode(4), isFalseOnlyWhenCancelled(ancestor.requiredNode(0)) { return true }
      case .logicalAndExpression:
        if child == ancestor.requiredNode(2), isTrueOnlyWhenCancelled(ancestor.requiredNode(0)) { return true }
      case .logicalOrExpression:
        if child == ancestor.requiredNode(2), isFalseOnlyWhenCancelled(ancestor.requiredNode(0)) { return true }
      case .block:
        if isBehindCancellation(child, in: ancestor) { return true }
      default: break
      }
      child = ancestor
    }
    return false
  }

  /// A `catch` of `OperationCanceledException`: by its type or its filter, or because it takes all that no clause before
  /// it took.
  private static func takesCancellation(_ clause: SyntaxNode) -> Bool {
    let type = caughtType(clause)
    if isCancellationException(type) { return true }
    let filter = CatchFilterClauseSyntax(CatchClauseSyntax(clause)?.filter)?.filterExpression
    if let filter {
      var namesCancellation = false
      var namesOther = false
      var isNegated = false
      filter.walk { node in
        switch node.kind {
        case .identifierName:
          if isCancellationException(node.text) || node.text == "IsCancellationRequested" { namesCancellation = true }
        case .notPattern, .logicalNotExpression: isNegated = true
        case .isExpression, .isPatternExpression, .typeOfExpression: namesOther = true
        default: break
        }
        return true
      }
      if namesCancellation { return !isNegated }
      if namesOther { return false }
    }
    guard isGeneral(type), let statement = clause.parent else { return false }
    return !statement.childNodes.filter { $0.kind == .catchClause }.prefix(while: { $0 != clause }).contains {
      isCancellationException(caughtType($0)) && CatchClauseSyntax($0)?.filter == nil
    }
  }

  /// The simple name of the type that a clause catches; `nil` without one.
  private static func caughtType(_ clause: SyntaxNode) -> String? {
    CatchDeclarationSyntax(CatchClauseSyntax(clause)?.declaration).flatMap { declaration in
      simpleName(of: declaration.type.kind == .qualifiedName ? declaration.type.requiredNode(2) : declaration.type)?
        .text
    }
  }

  private static func isGeneral(_ type: String?) -> Bool { type == nil || type == "Exception" }

  private static func isCancellationException(_ name: String?) -> Bool {
    name == "OperationCanceledException" || name == "TaskCanceledException"
  }

  /// Whether a condition holds only once a token or source is cancelled: `x.IsCancellationRequested`, alone or and-ed.
  private func isTrueOnlyWhenCancelled(_ condition: SyntaxNode) -> Bool {
    let condition = condition.withoutParentheses
    switch condition.kind {
    case .simpleMemberAccessExpression: return condition.requiredNode(2).text == "IsCancellationRequested"
    case .conditionalAccessExpression:
      return condition.requiredNode(2).kind == .memberBindingExpression
        && condition.requiredNode(2).requiredNode(1).text == "IsCancellationRequested"
    case .logicalAndExpression:
      return isTrueOnlyWhenCancelled(condition.requiredNode(0)) || isTrueOnlyWhenCancelled(condition.requiredNode(2))
    case .logicalOrExpression:
      return isTrueOnlyWhenCancelled(condition.requiredNode(0)) && isTrueOnlyWhenCancelled(condition.requiredNode(2))
    case .logicalNotExpression: return isFalseOnlyWhenCancelled(condition.requiredNode(1))
    case .equalsExpression:
      return condition.requiredNode(2).kind == .trueLiteralExpression
        && isTrueOnlyWhenCancelled(condition.requiredNode(0))
    case .isPatternExpression:
      let pattern = condition.requiredNode(2)
      switch pattern.kind {
      case .constantPattern:
        return pattern.requiredNode(0).kind == .trueLiteralExpression
          && isTrueOnlyWhenCancelled(condition.requiredNode(0))
      case .recursivePattern:
        return pattern.optionalNode(2)?.nodeList(1).contains { part in
          part.optionalNode(0)?.requiredNode(0).text == "IsCancellationRequested"
            && part.requiredNode(1).text == "true"
        } ?? false
      default: return false
      }
    default: return false
    }
  }

  private func isFalseOnlyWhenCancelled(_ condition: SyntaxNode) -> Bool {
    let condition = condition.withoutParentheses
    switch condition.kind {
    case .logicalNotExpression: return isTrueOnlyWhenCancelled(condition.requiredNode(1))
    case .logicalOrExpression:
      return isFalseOnlyWhenCancelled(condition.requiredNode(0)) || isFalseOnlyWhenCancelled(condition.requiredNode(2))
    case .equalsExpression:
      return condition.requiredNode(2).kind == .falseLiteralExpression
        && isTrueOnlyWhenCancelled(condition.requiredNode(0))
    default: return false
    }
  }

  /// Whether a statement runs only once a loop `while (!x.IsCancellationRequested)` before it has ended, or behind
  /// `if (!x.IsCancellationRequested) return;`.
  private func isBehindCancellation(_ statement: SyntaxNode, in block: SyntaxNode) -> Bool {
    for sibling in block.nodeList(2) {
      if sibling == statement { return false }
      switch sibling.kind {
      case .whileStatement: if isFalseOnlyWhenCancelled(sibling.requiredNode(3)) { return true }
      case .doStatement: if isFalseOnlyWhenCancelled(sibling.requiredNode(5)) { return true }
      case .forStatement:
        if let condition = ForStatementSyntax(sibling)?.condition, isFalseOnlyWhenCancelled(condition) { return true }
      case .ifStatement:
        if isFalseOnlyWhenCancelled(sibling.requiredNode(3)), sibling.optionalNode(6) == nil,
          TokenPlaces.alwaysLeaves(sibling.requiredNode(5))
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  private static func alwaysLeaves(_ statement: SyntaxNode) -> Bool {
    switch statement.kind {
    case .returnStatement, .throwStatement, .breakStatement, .continueStatement, .gotoStatement, .yieldBreakStatement:
      true
    case .block: statement.nodeList(2).last.map(alwaysLeaves) ?? false
    default: false
    }
  }
}
