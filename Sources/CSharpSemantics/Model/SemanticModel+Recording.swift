import CSharpSyntax

/// What is known about one node of syntax.
struct NodeInfo {
  var symbol: Symbol?
  var type: TypeSymbol?
  var converted: TypeSymbol?
  /// The user-defined operator of a conversion to ``converted``.
  var conversion: Symbol?
  /// A user-defined operator; an event's `add` or `remove` for `+=`.
  var operatorMethod: Symbol?
  var reason = CandidateReason.none
  var isReduced = false
  var isType = false
  var candidates: [Symbol] = []
}

struct ForEachRecord {
  let pattern: Binder.EnumeratorPattern
  let collection: TypeSymbol
}

struct AwaitRecord {
  let pattern: Binder.AwaitPattern
  let operand: TypeSymbol
}

extension SemanticModel {
  /// The place of a node's answers, made when it is new; `nil` while nothing is taken down.
  @inline(__always)
  private func slot(_ node: SyntaxNode) -> Int? {
    guard isRecording, node.tree === tree else { return nil }
    let index = Int(node.index)
    guard index < infoIndex.count else { return nil }
    let known = infoIndex[index]
    if known >= 0 { return Int(known) }
    infoIndex[index] = Int32(truncatingIfNeeded: infos.count)
    infos.append(NodeInfo())
    return infos.count - 1
  }

  func record(_ bound: Bound) {
    guard let slot = slot(bound.node) else { return }
    infos[slot].type =
      switch bound.kind {
      case .methodGroup, .lambda, .null, .defaultLiteral, .implicitNew, .collection, .throwExpression, .outVariable,
        .namespace, .discard:
        nil
      case .stackAlloc, .value, .type, .tuple, .conditional, .switchExpression, .interpolatedString, .unknown:
        bound.type
      }
    infos[slot].converted = nil
    infos[slot].conversion = nil
    infos[slot].isType = bound.kind == .type
    if let symbol = bound.symbol {
      infos[slot].symbol = symbol
      infos[slot].reason = .none
      infos[slot].candidates = []
    } else {
      infos[slot].symbol = nil
    }
    if let constant = bound.constant { constants[bound.node.index] = constant }
  }

  func recordType(_ node: SyntaxNode, _ type: TypeSymbol) {
    guard let slot = slot(node) else { return }
    infos[slot].type = type
    infos[slot].converted = nil
    infos[slot].isType = true
    infos[slot].symbol = type.kind == .error ? nil : type.namedDefinition
  }

  func recordSymbol(_ node: SyntaxNode, _ symbol: Symbol?, isReduced: Bool = false) {
    guard let slot = slot(node) else { return }
    infos[slot].symbol = symbol
    infos[slot].isReduced = isReduced
    if symbol != nil {
      infos[slot].reason = .none
      infos[slot].candidates = []
    }
  }

  func recordReduced(_ node: SyntaxNode, _ isReduced: Bool) {
    guard let slot = slot(node) else { return }
    infos[slot].isReduced = isReduced
  }

  func recordUnknown(_ node: SyntaxNode) {
    guard let slot = slot(node) else { return }
    infos[slot].symbol = nil
    infos[slot].reason = .none
    infos[slot].candidates = []
  }

  func recordGroup(_ node: SyntaxNode, _ candidates: [Symbol], _ reason: CandidateReason) {
    guard let slot = slot(node) else { return }
    infos[slot].symbol = nil
    infos[slot].candidates = candidates
    infos[slot].reason = reason
  }

  func recordConversion(_ node: SyntaxNode, _ target: TypeSymbol, _ method: Symbol?) {
    guard let slot = slot(node) else { return }
    infos[slot].converted = target
    infos[slot].conversion = method
  }

  func recordNaturalType(_ node: SyntaxNode, _ type: TypeSymbol) {
    guard let slot = slot(node) else { return }
    infos[slot].type = type
  }

  func recordOperator(_ node: SyntaxNode, _ method: Symbol?) {
    guard let slot = slot(node) else { return }
    infos[slot].operatorMethod = method
  }

  /// A name that was taken for a value turns out to be a type.
  func recordAsType(_ node: SyntaxNode, _ type: TypeSymbol) {
    guard let slot = slot(node) else { return }
    infos[slot].type = type
    infos[slot].symbol = type.definition
    infos[slot].isType = true
  }

  func recordDiscard(_ node: SyntaxNode, _ type: TypeSymbol?) {
    guard let slot = slot(node) else { return }
    infos[slot].type = type
    infos[slot].symbol = nil
    discards.insert(node.index)
  }

  func recordDeclared(_ node: SyntaxNode, _ symbol: Symbol) {
    guard isRecording, node.tree === tree else { return }
    declared[node.index] = symbol
  }

  func recordAwait(_ node: SyntaxNode, _ pattern: Binder.AwaitPattern, operand: TypeSymbol) {
    guard isRecording else { return }
    awaits[node.index] = AwaitRecord(pattern: pattern, operand: operand)
  }

  func recordForEach(_ node: SyntaxNode, _ pattern: Binder.EnumeratorPattern, collection: TypeSymbol) {
    guard isRecording else { return }
    forEachs[node.index] = ForEachRecord(pattern: pattern, collection: collection)
    recordSymbol(node, pattern.getEnumerator, isReduced: pattern.isReduced)
  }

  func recordAdd(_ node: SyntaxNode, _ method: Symbol, isReduced: Bool) {
    guard isRecording else { return }
    adds[node.index] = (method, isReduced)
  }

  func recordDeconstruct(_ node: SyntaxNode, _ method: Symbol) {
    guard isRecording else { return }
    deconstructs[node.index] = method
  }

  func recordQueryCast(_ node: SyntaxNode, _ method: Symbol, isReduced: Bool) {
    guard isRecording else { return }
    queryCasts[node.index] = (method, isReduced)
  }

  func recordQueryType(_ node: SyntaxNode, _ type: TypeSymbol?) {
    guard let slot = slot(node) else { return }
    infos[slot].type = type
  }
}
