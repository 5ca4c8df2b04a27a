import CSharpSemantics
import CSharpSyntax

extension RuleContext {
  /// Whether a method or local function is attached to an event somewhere in the compilation, or by the markup of its type
  /// (D11).
  func isAttachedHandler(_ symbol: Symbol) -> Bool {
    let symbol = symbol.originalDefinition
    if let known = attachedHandlers[symbol] { return known }
    let isAttached = AttachedHandlers.contains(symbol, near: model) || isAttachedByMarkup(symbol)
    attachedHandlers[symbol] = isAttached
    return isAttached
  }

  private func isAttachedByMarkup(_ symbol: Symbol) -> Bool {
    guard let markup, symbol.methodKind == .ordinary, let type = symbol.containingType else { return false }
    return markup.attaches(symbol.name, ofType: type.qualifiedName)
  }
}

/// Finds methods that events call.
enum AttachedHandlers {
  static func contains(_ symbol: Symbol, near model: SemanticModel) -> Bool {
    guard symbol.kind == .method, !symbol.name.isEmpty else { return false }
    let word = Array(symbol.name.utf8)
    let isLocal = symbol.methodKind == .localFunction || symbol.accessibility == .private
    let declaring = Set(
      (symbol.containingType?.declaringSyntaxReferences ?? []).map { $0.path(in: symbol) })
    let files = model.context.compilation.files
    for (index, file) in files.enumerated() {
      if symbol.methodKind == .localFunction, index != model.file { continue }
      if isLocal, index != model.file, !declaring.contains(file.path) { continue }
      guard file.bytes.contains(word: word),
        let fileModel = index == model.file ? model : model.context.semanticModel(file: index)
      else { continue }
      let places = attachments(of: symbol.name, in: fileModel.tree)
      if places.contains(where: { isAttachment($0, of: symbol, fileModel) }) { return true }
    }
    return false
  }

  /// Whether a name stands where a handler is attached to an event: `e += Name`, `new Handler(Name)`.
  static func isAttachment(_ name: SyntaxNode, _ model: SemanticModel) -> Bool {
    guard let place = Place(of: name) else { return false }
    switch place {
    case .assignment(let assignment):
      let left = model.symbol(of: assignment.requiredNode(0))
      return left.symbol?.kind == .event || (left.symbol == nil && left.candidates.isEmpty)
    case .creation(let creation):
      guard let invoke = model.type(of: creation).type?.delegateInvokeMethod else {
        return model.type(of: creation).type?.isErrorType ?? true
      }
      return invoke.returnsVoid && invoke.parameters.count == 2
        && (invoke.parameters[1].type.isOrDerives(from: "System.EventArgs")
          || invoke.parameters[1].type.name.hasSuffix("EventArgs"))
    }
  }

  private enum Place {
    case assignment(SyntaxNode)
    case creation(SyntaxNode)

    init?(of name: SyntaxNode) {
      var node = name
      if let access = node.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(2) == node {
        node = access
      }
      node = Place.choice(around: node)
      guard let parent = node.parent else { return nil }
      if parent.kind == .addAssignmentExpression || parent.kind == .subtractAssignmentExpression {
        guard parent.requiredNode(2) == node else { return nil }
        self = .assignment(parent)
        return
      }
      guard parent.kind == .argument, let list = parent.parent, list.nodeList(1).single == parent,
        let creation = list.parent,
        creation.kind == .objectCreationExpression || creation.kind == .implicitObjectCreationExpression
      else { return nil }
      if let outer = creation.outermostEquivalent.parent,
        outer.kind == .addAssignmentExpression || outer.kind == .subtractAssignmentExpression
      {
        self = .assignment(outer)
      } else {
        self = .creation(creation)
      }
    }

    /// The expression that may give a delegate: `first ? A : B`, `x ?? A`, an arm of a switch expression.
    private static func choice(around name: SyntaxNode) -> SyntaxNode {
      var node = name.outermostEquivalent
      while let parent = node.parent {
        switch parent.kind {
        case .conditionalExpression where parent.requiredNode(0) != node: node = parent.outermostEquivalent
        case .coalesceExpression: node = parent.outermostEquivalent
        case .castExpression: node = parent.outermostEquivalent
        case .switchExpressionArm where parent.requiredNode(3) == node:
          guard let whole = parent.parent, whole.kind == .switchExpression else { return node }
          node = whole.outermostEquivalent
        default: return node
        }
      }
      return node
    }
  }

  private static func attachments(of name: String, in tree: SyntaxTree) -> [SyntaxNode] {
    var found: [SyntaxNode] = []
    tree.root.walk { node in
      if node.kind == .identifierName || node.kind == .genericName, node.identifierText == name, Place(of: node) != nil
      {
        found.append(node)
      }
      return true
    }
    return found
  }

  private static func isAttachment(_ name: SyntaxNode, of symbol: Symbol, _ model: SemanticModel) -> Bool {
    let info = model.symbol(of: name)
    let named = [info.symbol].compactMap { $0 } + info.candidates
    guard named.isEmpty || named.contains(where: { $0.originalDefinition == symbol }) else { return false }
    return isAttachment(name, model)
  }
}
