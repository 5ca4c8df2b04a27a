import CSharpSyntax

extension FunctionSyntax {
  /// All functions of a file that have a body, in order of the text, outer before inner ones.
  package static func all(in tree: SyntaxTree) -> [FunctionSyntax] {
    var result: [FunctionSyntax] = []
    var hasProgram = false
    tree.root.walk { node in
      if let function = FunctionSyntax(declaredBy: node) {
        if function.body != nil { result.append(function) }
      }
      switch node.kind {
      case .globalStatement:
        if !hasProgram, let program = FunctionSyntax.nearest(to: node.requiredNode(2)) {
          hasProgram = true
          result.append(program)
        }
      case .equalsValueClause:
        let value = node.requiredNode(1)
        if let function = FunctionSyntax.nearest(to: value), function.kind == .initializer, function.body == value {
          result.append(function)
        }
      case .primaryConstructorBaseType:
        let list = node.requiredNode(1)
        if let function = FunctionSyntax.nearest(to: list), function.kind == .initializer { result.append(function) }
      case .fromClause, .letClause, .joinClause, .whereClause, .ascendingOrdering, .descendingOrdering, .selectClause,
        .groupClause:
        for child in node.childNodes {
          if let function = FunctionSyntax.nearest(to: child), function.kind == .queryClause, function.body == child {
            result.append(function)
          }
        }
      default: break
      }
      return true
    }
    return result
  }
}
