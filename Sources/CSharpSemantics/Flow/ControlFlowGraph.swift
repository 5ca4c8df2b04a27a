import CSharpSyntax

/// What an operation of a control-flow graph does with its node.
package enum FlowOperationKind: UInt8, Sendable {
  /// The expression is evaluated; its operands have been. Assignments and `++` write, identifiers read.
  case evaluate
  /// A variable declarator's variable gets its initializer's value.
  case declare
  /// A pattern's variable gets its value.
  case bindPattern
  /// The nested function (lambda, local function, query clause) comes into being.
  case createFunction
  /// The enumerator of a `foreach` is made, moved on, and its element put into the iteration variable.
  case getEnumerator
  case moveNext
  case iterate
  /// The resource of a `using`, or the enumerator of a `foreach`, is disposed of.
  case dispose
  case enterLock
  case exitLock
  /// A catch clause takes the exception.
  case catchException
  /// An element of a collection initializer is added.
  case addElement
  case yieldReturn
  case returnValue
  case throwException
}

/// One step of a function's evaluation.
package struct FlowOperation: Sendable {
  package let node: SyntaxNode
  package let kind: FlowOperationKind
  /// Whether it may end in an exception.
  package let mayRaise: Bool
}

/// Why control goes over an edge.
package enum FlowEdgeKind: UInt8, Sendable {
  case always
  /// The block's branch holds, or does not.
  case whenTrue
  case whenFalse
  /// An operation of the block raised, or an exception goes on outwards.
  case exceptional
}

package struct FlowEdge: Sendable {
  package let from: Int
  package let to: Int
  package let kind: FlowEdgeKind
}

/// What a block decides at its end.
package struct FlowBranch: Sendable {
  package enum Test: UInt8, Sendable {
    /// The condition, an expression, is true.
    case boolean
    /// The subject matches the condition, a pattern.
    case pattern
    /// The subject equals the condition, the value of a `case`.
    case caseValue
    /// The condition, an expression, is null.
    case isNull
    /// The `foreach` that is the condition has another element.
    case hasNext
  }

  package let test: Test
  package let condition: SyntaxNode
  package let subject: SyntaxNode?
}

/// Operations that run one after the other.
package struct BasicBlock: Sendable {
  package let operations: Range<Int>
  /// The edges that leave it, as a range of the graph's ``ControlFlowGraph/edges``.
  package let successors: Range<Int>
  /// The edges that lead to it, as a range of the graph's ``ControlFlowGraph/incoming``.
  package let predecessors: Range<Int>
  /// There when an edge `whenTrue` or `whenFalse` leaves it.
  package let branch: FlowBranch?
}

/// The control flow of one function (definition D26).
///
/// Nested functions are operations (``FlowOperationKind/createFunction``) and have graphs of their own. A `finally` is
/// there once for each way that leads through it, as long as the graph stays of the order of its syntax; beyond that
/// the ways share one copy, which only adds paths.
package struct ControlFlowGraph: Sendable {
  package let function: FunctionSyntax
  /// Keeps the nodes alive.
  package let tree: SyntaxTree
  package let blocks: [BasicBlock]
  package let operations: [FlowOperation]
  /// In order of the block that they leave.
  package let edges: [FlowEdge]
  /// Indices of ``edges`` in order of the block that they lead to.
  package let incoming: [Int]
  /// Whether something was nested too deeply to be looked into: such graphs prove nothing.
  package let isTruncated: Bool
  /// Where each node is evaluated, by its index.
  private let positionsByNode: [UInt32: [FlowPosition]]

  init(
    function: FunctionSyntax, tree: SyntaxTree, blocks: [BasicBlock], operations: [FlowOperation], edges: [FlowEdge],
    incoming: [Int], isTruncated: Bool
  ) {
    self.function = function
    self.tree = tree
    self.blocks = blocks
    self.operations = operations
    self.edges = edges
    self.incoming = incoming
    self.isTruncated = isTruncated
    var positions: [UInt32: [FlowPosition]] = [:]
    for (block, content) in blocks.enumerated() {
      for index in content.operations {
        positions[operations[index].node.index, default: []].append(FlowPosition(block: block, operation: index))
      }
    }
    positionsByNode = positions
  }

  package static let entry = 0
  package static let exit = 1
  package static let exceptionalExit = 2

  package func successors(of block: Int) -> ArraySlice<FlowEdge> {
    guard blocks.indices.contains(block) else { return [] }
    return edges[blocks[block].successors]
  }

  package func predecessors(of block: Int) -> [FlowEdge] {
    guard blocks.indices.contains(block) else { return [] }
    return incoming[blocks[block].predecessors].map { edges[$0] }
  }

  /// The blocks that control can reach, in reverse postorder: before their successors but for back edges.
  package func reversePostorder() -> [Int] {
    var order: [Int] = []
    var seen = Array(repeating: false, count: blocks.count)
    var stack: [(block: Int, next: Int)] = []
    guard !blocks.isEmpty else { return [] }
    stack.append((ControlFlowGraph.entry, blocks[ControlFlowGraph.entry].successors.lowerBound))
    seen[ControlFlowGraph.entry] = true
    while let (block, next) = stack.last {
      if next < blocks[block].successors.upperBound {
        stack[stack.count - 1].next += 1
        let target = edges[next].to
        if !seen[target] {
          seen[target] = true
          stack.append((target, blocks[target].successors.lowerBound))
        }
      } else {
        order.append(block)
        stack.removeLast()
      }
    }
    return order.reversed()
  }

  /// Whether control can get from the entry to a block.
  package func reachableBlocks() -> Set<Int> { Set(reversePostorder()) }

  /// Where a node is evaluated: several places if it lies in a `finally`, none if it is never evaluated by itself.
  package func positions(of node: SyntaxNode) -> [FlowPosition] {
    (positionsByNode[node.index] ?? []).filter { operations[$0.operation].node == node }
  }
}

/// The point right before an operation.
package struct FlowPosition: Hashable, Sendable {
  package let block: Int
  package let operation: Int
}
