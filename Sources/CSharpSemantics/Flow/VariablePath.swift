import CSharpSyntax

/// A variable in the sense of definition D27: a local, a parameter, or a field with its receiver. Equal paths in one
/// function are the *same variable*.
package struct VariablePath: Hashable {
  package enum Root: Hashable {
    case this
    /// A local or parameter; a static field.
    case variable(Symbol)
  }

  package let root: Root
  /// Instance fields, outermost receiver first.
  package let fields: [Symbol]

  private static let maximumLength = 32

  /// The variable that an expression names; `nil` for anything else, such as a property or a chain through a field
  /// that may be written (the last field of a chain may be).
  package init?(_ expression: SyntaxNode, model: SemanticModel) {
    var fields: [Symbol] = []
    var current = VariablePath.bare(expression)
    while fields.count < VariablePath.maximumLength {
      switch current.kind {
      case .thisExpression, .baseExpression:
        self.init(root: .this, reversed: fields)
        return
      case .identifierName:
        guard let symbol = model.symbol(of: current).symbol else { return nil }
        self.init(symbol, reversed: fields)
        return
      case .simpleMemberAccessExpression:
        guard let symbol = model.symbol(of: current).symbol, symbol.kind == .field else { return nil }
        if symbol.isStatic {
          self.init(root: .variable(symbol.originalDefinition), reversed: fields)
          return
        }
        if !fields.isEmpty, !symbol.isReadOnly { return nil }
        fields.append(symbol.originalDefinition)
        current = VariablePath.bare(current.requiredNode(0))
      default: return nil
      }
    }
    return nil
  }

  /// The variable of a symbol by itself: a local, parameter, range variable, or a field of `this`.
  package init?(_ symbol: Symbol) { self.init(symbol, reversed: []) }

  private init?(_ symbol: Symbol, reversed fields: [Symbol]) {
    switch symbol.kind {
    case .local, .parameter, .rangeVariable: self.init(root: .variable(symbol), reversed: fields)
    case .field:
      if !fields.isEmpty, !symbol.isReadOnly { return nil }
      if symbol.isStatic {
        self.init(root: .variable(symbol.originalDefinition), reversed: fields)
      } else {
        self.init(root: .this, reversed: fields + [symbol.originalDefinition])
      }
    default: return nil
    }
  }

  private init(root: Root, reversed fields: [Symbol]) {
    self.root = root
    self.fields = fields.reversed()
  }

  /// The local or parameter that it starts with, or is.
  package var local: Symbol? {
    guard case .variable(let symbol) = root, symbol.kind != .field else { return nil }
    return symbol
  }

  /// Whether a write to the other variable changes what this one holds: it is this one or what it is reached through.
  package func isChanged(byWriteTo other: VariablePath) -> Bool {
    root == other.root && fields.starts(with: other.fields)
  }

  /// Whether only writes to it or to what it begins with change what it holds: all fields are `readonly`, or parts of a
  /// local that is a struct or tuple.
  package var isStable: Bool {
    if case .variable(let symbol) = root, symbol.kind == .field, !symbol.isReadOnly { return false }
    if fields.count == 1, let local, local.refKind == .none, local.type.kind == .tuple || local.type.kind == .struct {
      return true
    }
    return fields.allSatisfy(\.isReadOnly)
  }

  /// Without parentheses, `!` and casts to what it is anyway.
  private static func bare(_ node: SyntaxNode) -> SyntaxNode {
    var node = node.withoutParentheses
    while node.kind == .refExpression { node = node.requiredNode(1).withoutParentheses }
    return node
  }
}

/// Whether expressions are the *same expression* (definition D27): structurally equal, made of locals, parameters,
/// fields, properties, `this`, constants and indexers with such arguments; no invocation.
package func isSameExpression(_ a: SyntaxNode, _ b: SyntaxNode, model: SemanticModel) -> Bool {
  isSameExpression(a, b, model: model, depth: 0)
}

private func isSameExpression(_ a: SyntaxNode, _ b: SyntaxNode, model: SemanticModel, depth: Int) -> Bool {
  guard depth < 64 else { return false }
  let a = a.withoutParentheses
  let b = b.withoutParentheses
  if let value = constant(a, model), value == constant(b, model) { return true }
  // `x` and `this.x` are the same field.
  if let first = VariablePath(a, model: model), let second = VariablePath(b, model: model) { return first == second }
  guard a.kind == b.kind else { return false }
  switch a.kind {
  case .thisExpression, .baseExpression: return true
  case .identifierName:
    guard let symbol = model.symbol(of: a).symbol, isStable(symbol) else { return false }
    return symbol == model.symbol(of: b).symbol
  case .simpleMemberAccessExpression:
    guard let symbol = model.symbol(of: a).symbol, isStable(symbol), symbol == model.symbol(of: b).symbol else {
      return false
    }
    if symbol.isStatic { return true }
    return isSameExpression(a.requiredNode(0), b.requiredNode(0), model: model, depth: depth + 1)
  case .elementAccessExpression:
    let first = Array(a.requiredNode(1).nodeList(1))
    let second = Array(b.requiredNode(1).nodeList(1))
    guard first.count == second.count,
      isSameExpression(a.requiredNode(0), b.requiredNode(0), model: model, depth: depth + 1)
    else { return false }
    return zip(first, second).allSatisfy {
      isSameExpression($0.requiredNode(2), $1.requiredNode(2), model: model, depth: depth + 1)
    }
  default: return false
  }
}

private func isStable(_ symbol: Symbol) -> Bool {
  switch symbol.kind {
  case .local, .parameter, .field, .property, .rangeVariable: true
  default: false
  }
}

private func constant(_ node: SyntaxNode, _ model: SemanticModel) -> ConstantValue? {
  guard let value = model.constantValue(of: node), value != .unknown, value != .decimal else { return nil }
  return value
}
