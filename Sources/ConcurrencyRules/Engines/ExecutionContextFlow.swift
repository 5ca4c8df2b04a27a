import CSharpSyntax

/// Regions in which the execution context does not flow: offloads there are made on purpose.
enum ExecutionContextFlow {
  /// Whether the place lies in a `using (ExecutionContext.SuppressFlow())`, or behind a call of it in its block.
  static func isSuppressed(at node: SyntaxNode) -> Bool {
    var child = node
    for ancestor in node.ancestors {
      if let using = UsingStatementSyntax(ancestor), using.statement.range.contains(node.range) {
        if let resource = using.declaration ?? using.expression, mentions("SuppressFlow", resource) { return true }
      }
      if ancestor.kind == .block || ancestor.kind == .switchSection {
        for statement in ancestor.nodeList(ancestor.kind == .block ? 2 : 1).reversed()
        where statement.range.end <= child.range.start {
          if mentions("RestoreFlow", statement) { return false }
          if mentions("SuppressFlow", statement), statement.kind != .usingStatement { return true }
        }
      }
      if ancestor.kind == .methodDeclaration { return false }
      child = ancestor
    }
    return false
  }

  private static func mentions(_ name: String, _ node: SyntaxNode) -> Bool {
    var found = false
    node.walk { candidate in
      if candidate.kind == .identifierName, candidate.text == name { found = true }
      return !found
    }
    return found
  }
}
