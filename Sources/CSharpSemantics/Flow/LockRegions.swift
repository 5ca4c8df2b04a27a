import CSharpSyntax

/// A place of one function that takes a lock.
package struct LockAcquisition {
  /// The call, or the `lock` statement.
  package let node: SyntaxNode
  /// The expression that is locked, without parentheses.
  package let target: SyntaxNode
  package let kind: LockKind
  package let mode: LockMode
  /// `nil` where the object can't be told from the text.
  package let identity: LockIdentity?
  /// The statement, or the declaration of a local, at whose end the lock's scope is disposed of.
  package let scopeOwner: SyntaxNode?
  /// Whether it may fail to get the lock, and say so.
  package let isConditional: Bool
  /// A place of the function that gives it back, a call or a `using` or `lock` statement; the first one in the order of
  /// evaluation.
  package fileprivate(set) var release: SyntaxNode?
}

/// Which locks a function holds where (the *regions* of definition D28).
package struct LockRegions {
  /// On which paths a lock has to be held to count as such.
  package enum Paths: Sendable {
    case some
    case every
  }

  package let graph: ControlFlowGraph
  /// In the order of the text.
  package let acquisitions: [LockAcquisition]
  private let problem: HeldLocks
  /// What is held at the start of each block, as indices of ``acquisitions``.
  private let entries: [HeldLocks.State?]

  /// - Returns: `nil` if the function takes no lock, or its paths can't be followed.
  package init?(graph: ControlFlowGraph, paths: Paths, members: LockMembers) {
    guard !graph.isTruncated else { return nil }
    let problem = HeldLocks(graph: graph, paths: paths, members: members)
    guard !problem.acquisitions.isEmpty,
      let entries = DataFlowSolver(graph: graph, problem: problem).solveForward()
    else { return nil }
    self.graph = graph
    self.problem = problem
    self.entries = entries
    acquisitions = problem.acquisitions
  }

  /// The acquisitions whose lock is held right before an operation, as indices of ``acquisitions``; nothing where control
  /// never comes.
  package func held(before position: FlowPosition) -> HeldLockSet {
    DataFlowSolver(graph: graph, problem: problem).state(before: position, entries: entries) ?? HeldLockSet()
  }

  /// Calls `visit` for each operation that control can come to, with what is held right before it.
  package func forEachOperation(_ visit: (_ operation: FlowOperation, _ held: HeldLockSet) -> Void) {
    DataFlowSolver(graph: graph, problem: problem).forEachOperation(entries: entries) { index, state in
      visit(graph.operations[index], state)
    }
  }

  /// The acquisitions whose lock is held where a node is evaluated: at one of the places in the graph that stand for it
  /// (``Paths/some``), or at all of them.
  package func held(at node: SyntaxNode) -> HeldLockSet {
    var result: HeldLockSet?
    for position in graph.positions(of: node) {
      guard let state = DataFlowSolver(graph: graph, problem: problem).state(before: position, entries: entries) else {
        continue
      }
      result = result.map { problem.join($0, state) } ?? state
    }
    return result ?? HeldLockSet()
  }
}

/// The data-flow problem behind ``LockRegions``: the set of acquisitions that are in force.
private struct HeldLocks: DataFlowProblem {
  typealias State = HeldLockSet

  /// What one release ends: all acquisitions of an object. Said once for the object, or a function that takes and
  /// releases one lock many times would say it of each pair.
  private struct Target: Hashable {
    let kind: LockKind
    let identity: LockIdentity
  }

  let paths: LockRegions.Paths
  private(set) var acquisitions: [LockAcquisition] = []
  /// By the index of their node.
  private var acquired: [UInt32: Int] = [:]
  private var released: [UInt32: HeldLockSet] = [:]
  /// Acquisitions whose success a variable tells.
  private var toldBy: [VariablePath: HeldLockSet] = [:]
  private let model: SemanticModel
  private let members: LockMembers

  init(graph: ControlFlowGraph, paths: LockRegions.Paths, members: LockMembers) {
    self.paths = paths
    self.members = members
    model = members.model
    var releases: [LockAction] = []
    var disposals: [VariablePath: [SyntaxNode]] = [:]
    var seen: Set<UInt32> = []
    var takers: [(node: SyntaxNode, action: LockAction?)] = []
    for operation in graph.operations {
      if operation.kind == .enterLock, seen.insert(operation.node.index).inserted {
        takers.append((operation.node, nil))
      }
      guard operation.kind == .evaluate, operation.node.kind == .invocationExpression,
        seen.insert(operation.node.index).inserted
      else { continue }
      if let action = members.action(of: operation.node) {
        if action.effect == .release { releases.append(action) } else { takers.append((operation.node, action)) }
      } else if let variable = HeldLocks.disposed(by: operation.node, model: members.model) {
        disposals[variable, default: []].append(operation.node)
      }
    }
    takers.sort { $0.node.range.start < $1.node.range.start }
    for (node, action) in takers { add(node, action) }
    match(releases)
    for (index, acquisition) in acquisitions.enumerated() {
      if acquisition.node.kind == .lockStatement { acquisitions[index].release = acquisition.node }
      guard let owner = acquisition.scopeOwner else { continue }
      if owner.kind == .variableDeclarator {
        guard let symbol = model.declaredSymbol(for: owner), let variable = VariablePath(symbol) else { continue }
        for disposal in disposals[variable] ?? [] { release(index, at: disposal) }
      } else {
        release(index, at: owner)
      }
    }
  }

  private mutating func add(_ node: SyntaxNode, _ action: LockAction?) {
    let index = acquisitions.count
    acquired[node.index] = index
    guard let action else {
      let target = node.requiredNode(3).withoutParentheses
      let isLock =
        model.type(of: LockIdentity.withoutConversions(target)).convertedType?.qualifiedName == "System.Threading.Lock"
      acquisitions.append(
        LockAcquisition(
          node: node, target: target, kind: isLock ? .lockObject : .monitor, mode: .exclusive,
          identity: LockIdentity(target, values: members.values), scopeOwner: nil, isConditional: false))
      return
    }
    acquisitions.append(
      LockAcquisition(
        node: node, target: action.target, kind: action.kind, mode: action.mode,
        identity: LockIdentity(action.target, values: members.values),
        scopeOwner: action.givesScope ? HeldLocks.scopeOwner(of: node) : nil,
        isConditional: action.effect == .tryAcquire))
    if let taken = action.takenVariable, let variable = HeldLocks.written(taken, model: model) {
      toldBy[variable, default: HeldLockSet()].insert(index)
    }
    if action.effect == .tryAcquire, let variable = resultVariable(of: node) {
      toldBy[variable, default: HeldLockSet()].insert(index)
    }
  }

  /// Finds what the calls that give locks back end: acquisitions of the same object in the same mode, and those in all
  /// modes for a call that gives the lock back altogether.
  private mutating func match(_ releases: [LockAction]) {
    guard !releases.isEmpty else { return }
    var taken: [Target: [LockMode: HeldLockSet]] = [:]
    for (index, acquisition) in acquisitions.enumerated() where acquisition.node.kind != .lockStatement {
      guard let identity = acquisition.identity else { continue }
      taken[Target(kind: acquisition.kind, identity: identity), default: [:]][
        acquisition.mode, default: HeldLockSet()
      ].insert(index)
    }
    var first: [Target: [LockMode: SyntaxNode]] = [:]
    for action in releases {
      guard let identity = LockIdentity(action.target, values: members.values) else { continue }
      let target = Target(kind: action.kind, identity: identity)
      guard let byMode = taken[target] else { continue }
      for (mode, indices) in byMode where mode == action.mode || action.mode == .exclusive {
        released[action.call.index, default: HeldLockSet()].formUnion(indices)
        if first[target]?[mode] == nil {
          first[target, default: [:]][mode] = action.call
          for index in indices.indices where acquisitions[index].release == nil {
            acquisitions[index].release = action.call
          }
        }
      }
    }
  }

  private mutating func release(_ index: Int, at node: SyntaxNode) {
    released[node.index, default: HeldLockSet()].insert(index)
    if acquisitions[index].release == nil { acquisitions[index].release = node }
  }

  // MARK: Reading the syntax

  /// The variable of `x.Dispose()`.
  private static func disposed(by call: SyntaxNode, model: SemanticModel) -> VariablePath? {
    let callee = call.requiredNode(0).withoutParentheses
    guard callee.kind == .simpleMemberAccessExpression, callee.requiredNode(2).text == "Dispose" else { return nil }
    return VariablePath(callee.requiredNode(0), model: model)
  }

  private static func written(_ argument: SyntaxNode, model: SemanticModel) -> VariablePath? {
    guard argument.kind == .declarationExpression else { return VariablePath(argument, model: model) }
    return model.declaredSymbol(for: argument.requiredNode(1)).flatMap { VariablePath($0) }
  }

  /// The expression that the call's result becomes when it is awaited.
  private static func awaited(_ call: SyntaxNode) -> SyntaxNode {
    var node = call.outermostEquivalent
    while let parent = node.parent {
      if parent.kind == .awaitExpression {
        node = parent.outermostEquivalent
      } else if parent.kind == .simpleMemberAccessExpression, parent.requiredNode(2).text == "ConfigureAwait",
        let configured = parent.parent, configured.kind == .invocationExpression
      {
        node = configured.outermostEquivalent
      } else {
        break
      }
    }
    return node
  }

  /// The `using` that disposes of what a call gives, or the declarator of the local that keeps it.
  private static func scopeOwner(of call: SyntaxNode) -> SyntaxNode? {
    let value = awaited(call)
    guard let parent = value.parent else { return nil }
    if parent.kind == .usingStatement, parent.optionalNode(5) == value { return parent }
    guard parent.kind == .equalsValueClause, let declarator = parent.parent, declarator.kind == .variableDeclarator,
      let statement = declarator.parent?.parent
    else { return nil }
    if statement.kind == .usingStatement { return statement }
    guard statement.kind == .localDeclarationStatement else { return nil }
    return statement.optionalToken(2) != nil ? statement : declarator
  }

  /// The local that keeps whether a call took the lock.
  private func resultVariable(of call: SyntaxNode) -> VariablePath? {
    let value = HeldLocks.awaited(call)
    guard let parent = value.parent else { return nil }
    if parent.kind == .equalsValueClause, let declarator = parent.parent, declarator.kind == .variableDeclarator {
      return model.declaredSymbol(for: declarator).flatMap { VariablePath($0) }
    }
    if parent.kind == .simpleAssignmentExpression, parent.requiredNode(2) == value {
      return VariablePath(parent.requiredNode(0), model: model)
    }
    return nil
  }

  // MARK: The problem

  func boundary(_ block: Int) -> State { State() }

  func join(_ a: State, _ b: State) -> State {
    var result = a
    switch paths {
    case .some: result.formUnion(b)
    case .every: result.formIntersection(b)
    }
    return result
  }

  func transfer(_ operation: FlowOperation, _ state: inout State) {
    switch operation.kind {
    case .evaluate, .enterLock:
      if let released = released[operation.node.index] { state.subtract(released) }
      // On some path it is held until a test says otherwise, on every path only once a test says so.
      if let acquired = acquired[operation.node.index],
        paths == .some || !acquisitions[acquired].isConditional
      {
        state.insert(acquired)
      }
    case .exitLock:
      if let acquired = acquired[operation.node.index] { state.remove(acquired) }
    case .dispose:
      if let released = released[operation.node.index] { state.subtract(released) }
    default: break
    }
  }

  /// A release that fails leaves nothing that could be released again.
  func raised(_ operation: FlowOperation, _ state: State) -> State? {
    guard operation.kind == .evaluate || operation.kind == .dispose, let released = released[operation.node.index]
    else { return state }
    var rest = state
    rest.subtract(released)
    return rest
  }

  func refine(_ branch: FlowBranch, isTrue: Bool, _ state: inout State) {
    guard branch.test == .boolean, isTrue == (paths == .every) else { return }
    let told = acquisitionsTold(by: branch.condition.withoutParentheses)
    if isTrue { state.formUnion(told) } else { state.subtract(told) }
  }

  /// The acquisitions that a condition tells the success of: `if (taken)`, `if (Monitor.TryEnter(gate))`,
  /// `if (await semaphore.WaitAsync(time))`.
  private func acquisitionsTold(by condition: SyntaxNode) -> State {
    if let variable = VariablePath(condition, model: model) { return toldBy[variable] ?? State() }
    var condition = condition
    while condition.kind == .awaitExpression || condition.kind == .invocationExpression {
      if let acquired = acquired[condition.index] {
        return acquisitions[acquired].isConditional ? State(acquired) : State()
      }
      if condition.kind == .awaitExpression {
        condition = condition.requiredNode(1).withoutParentheses
      } else {
        let callee = condition.requiredNode(0).withoutParentheses
        guard callee.kind == .simpleMemberAccessExpression, callee.requiredNode(2).text == "ConfigureAwait" else {
          return State()
        }
        condition = callee.requiredNode(0).withoutParentheses
      }
    }
    return State()
  }
}
