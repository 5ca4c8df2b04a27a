/// A question about what holds on the paths of a graph.
///
/// The state must have finite height under ``join(_:_:)``, and the functions must be monotone; a solver that does not
/// come to rest answers nothing.
package protocol DataFlowProblem {
  associatedtype State: Equatable

  /// At the entry (forward), or at an exit (backward).
  func boundary(_ block: Int) -> State
  /// What holds where two paths meet.
  func join(_ a: State, _ b: State) -> State
  /// The effect of an operation that ends normally (forward: what holds after it; backward: before it).
  func transfer(_ operation: FlowOperation, _ state: inout State)
  /// What holds when the operation raised, given what held before it; `nil` if that can't be. Forward only.
  func raised(_ operation: FlowOperation, _ state: State) -> State?
  /// What the outcome of a branch adds. Forward only.
  func refine(_ branch: FlowBranch, isTrue: Bool, _ state: inout State)
}

extension DataFlowProblem {
  package func raised(_ operation: FlowOperation, _ state: State) -> State? { state }
  package func refine(_ branch: FlowBranch, isTrue: Bool, _ state: inout State) {}
}

/// Solves problems over one graph by iteration.
package struct DataFlowSolver<Problem: DataFlowProblem> {
  package let graph: ControlFlowGraph
  package let problem: Problem
  /// Rounds after which the state is taken not to come to rest.
  static var maximumRounds: Int { 1000 }

  package init(graph: ControlFlowGraph, problem: Problem) {
    self.graph = graph
    self.problem = problem
  }

  /// What holds at the start of each block, `nil` for blocks that nothing leads to; `nil` as a whole without a fixpoint.
  package func solveForward() -> [Problem.State?]? {
    let order = graph.reversePostorder()
    var entries = [Problem.State?](repeating: nil, count: graph.blocks.count)
    guard !entries.isEmpty else { return entries }
    entries[ControlFlowGraph.entry] = problem.boundary(ControlFlowGraph.entry)
    var rounds = 0
    var isChanged = true
    while isChanged {
      isChanged = false
      rounds += 1
      guard rounds <= DataFlowSolver.maximumRounds else { return nil }
      for block in order {
        guard var state = entries[block] else { continue }
        let content = graph.blocks[block]
        var raised: Problem.State?
        for index in content.operations {
          let operation = graph.operations[index]
          if operation.mayRaise, let state = problem.raised(operation, state) {
            raised = raised.map { problem.join($0, state) } ?? state
          }
          problem.transfer(operation, &state)
        }
        for edge in graph.edges[content.successors] {
          var leaving = state
          if edge.kind == .exceptional {
            // Without operations the block only hands an exception on.
            guard let exception = content.operations.isEmpty ? state : raised ?? nilIfRaising(content, state) else {
              continue
            }
            leaving = exception
          } else if let branch = content.branch, edge.kind != .always {
            problem.refine(branch, isTrue: edge.kind == .whenTrue, &leaving)
          }
          let joined = entries[edge.to].map { problem.join($0, leaving) } ?? leaving
          if entries[edge.to] != joined {
            entries[edge.to] = joined
            isChanged = true
          }
        }
      }
    }
    return entries
  }

  /// The state of a block's exceptional edge when none of its operations made one: `nil` if they could have.
  private func nilIfRaising(_ block: BasicBlock, _ state: Problem.State) -> Problem.State? {
    graph.operations[block.operations].contains(where: \.mayRaise) ? nil : state
  }

  /// What holds at the end of each block, `nil` for blocks that lead to no exit; `nil` as a whole without a fixpoint.
  package func solveBackward() -> [Problem.State?]? {
    let order = Array(graph.reversePostorder().reversed())
    var ends = [Problem.State?](repeating: nil, count: graph.blocks.count)
    var starts = ends
    var rounds = 0
    var isChanged = true
    while isChanged {
      isChanged = false
      rounds += 1
      guard rounds <= DataFlowSolver.maximumRounds else { return nil }
      for block in order {
        let content = graph.blocks[block]
        var state: Problem.State?
        var exception: Problem.State?
        if block == ControlFlowGraph.exit || block == ControlFlowGraph.exceptionalExit {
          state = problem.boundary(block)
        }
        let raises = graph.operations[content.operations].contains(where: \.mayRaise)
        for edge in graph.edges[content.successors] {
          guard let target = starts[edge.to] else { continue }
          if edge.kind == .exceptional, raises {
            exception = exception.map { problem.join($0, target) } ?? target
          } else {
            state = state.map { problem.join($0, target) } ?? target
          }
        }
        ends[block] = state
        for index in content.operations.reversed() {
          let operation = graph.operations[index]
          if var current = state {
            problem.transfer(operation, &current)
            state = current
          }
          if operation.mayRaise, let exception {
            state = state.map { problem.join($0, exception) } ?? exception
          }
        }
        if let state, starts[block] != state {
          starts[block] = state
          isChanged = true
        }
      }
    }
    return ends
  }

  /// Calls `visit` for each operation that control can come to, with what holds right before it.
  ///
  /// - Parameter entries: what ``solveForward()`` gave.
  package func forEachOperation(entries: [Problem.State?], _ visit: (_ operation: Int, _ state: Problem.State) -> Void)
  {
    for (block, content) in graph.blocks.enumerated() where entries.indices.contains(block) {
      guard var state = entries[block] else { continue }
      for index in content.operations {
        visit(index, state)
        problem.transfer(graph.operations[index], &state)
      }
    }
  }

  /// What holds right before an operation, from the blocks' entries.
  package func state(before position: FlowPosition, entries: [Problem.State?]) -> Problem.State? {
    guard graph.blocks.indices.contains(position.block), var state = entries[position.block] else { return nil }
    for index in graph.blocks[position.block].operations where index < position.operation {
      problem.transfer(graph.operations[index], &state)
    }
    return state
  }
}
