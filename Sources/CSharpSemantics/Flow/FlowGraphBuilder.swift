import CSharpSyntax

extension ControlFlowGraph {
  /// The graph of a function that the model's file declares.
  ///
  /// Any code gives a graph, broken code too; jumps that lead nowhere end their path.
  package init(of function: FunctionSyntax, model: SemanticModel) {
    let builder = FlowGraphBuilder(function: function, model: model)
    builder.build()
    self = builder.finish()
  }
}

/// Builds a graph by walking the syntax in order of evaluation.
final class FlowGraphBuilder {
  let function: FunctionSyntax
  let model: SemanticModel

  struct PendingBlock {
    var operations: [FlowOperation] = []
    var branch: FlowBranch?
    /// Where exceptions of its operations go.
    let handler: Int
    var raises = false
  }

  /// A part of the function that leaving has consequences for.
  final class Scope {
    enum Cleanup {
      case finally(SyntaxNode)
      case operation(FlowOperation)
      case none
    }

    let cleanup: Cleanup
    /// What lies in the scope; jumps to labels inside of it don't leave it.
    let region: TextRange
    /// The handler around.
    let outerHandler: Int
    /// Copies of the cleanup by the block that they go on to.
    var copies: [Int: Int] = [:]
    /// Entry and end of the copy that all share once there are too many.
    var shared: (entry: Int, end: Int)?
    var breakTarget: Int?
    var continueTarget: Int?
    /// The label that names the loop.
    var label: String?
    /// Sections of a `switch` by the text of their `case`, and the default one.
    var cases: [String: Int] = [:]
    var defaultSection: Int?
    var isSwitch = false

    init(cleanup: Cleanup, region: TextRange, outerHandler: Int) {
      self.cleanup = cleanup
      self.region = region
      self.outerHandler = outerHandler
    }
  }

  var blocks: [PendingBlock] = []
  var edges: [FlowEdge] = []
  var current = 0
  var handler = ControlFlowGraph.exceptionalExit
  var scopes: [Scope] = []
  var depth = 0
  var isTruncated = false
  private var operationCount = 0
  private var labels: [String: SyntaxNode]?
  private var labelBlocks: [UInt32: Int] = [:]
  private var copiedOperations = 0
  private var nonReturning: [Symbol: Bool] = [:]

  /// Deeper nesting is not looked into; it keeps the recursion inside of a small stack.
  static let maximumDepth = 160
  /// How many operations and blocks copies of `finally` blocks may add before they are shared.
  static let maximumCopiedOperations = 4096

  init(function: FunctionSyntax, model: SemanticModel) {
    self.function = function
    self.model = model
  }

  func build() {
    _ = makeBlock()
    _ = makeBlock()
    _ = makeBlock()
    current = ControlFlowGraph.entry
    if function.kind == .constructor, let initializer = function.node.optionalNode(4) {
      visitArguments(initializer.requiredNode(2))
      emit(.evaluate, initializer, mayRaise: true)
    }
    if let body = function.body {
      switch body.kind {
      case .compilationUnit:
        let statements = body.nodeList(3).filter { $0.kind == .globalStatement }.map { $0.requiredNode(2) }
        visit(statements: statements, region: body.fullRange)
      case .block: visit(statement: body)
      case .argumentList:
        visitArguments(body)
        emit(.evaluate, function.node, mayRaise: true)
      default:
        visit(body)
        emit(.returnValue, body)
      }
    }
    connect(current, ControlFlowGraph.exit)
  }

  // MARK: Blocks

  func makeBlock() -> Int {
    blocks.append(PendingBlock(handler: handler))
    return blocks.count - 1
  }

  func connect(_ from: Int, _ to: Int, _ kind: FlowEdgeKind = .always) {
    edges.append(FlowEdge(from: from, to: to, kind: kind))
  }

  /// Goes on in a block that the current one leads to.
  func continueIn(_ block: Int) {
    connect(current, block)
    current = block
  }

  /// Nothing that follows is reached from here.
  func endPath() { current = makeBlock() }

  func emit(_ kind: FlowOperationKind, _ node: SyntaxNode, mayRaise: Bool = false) {
    append(FlowOperation(node: node, kind: kind, mayRaise: mayRaise))
  }

  private func append(_ operation: FlowOperation) {
    blocks[current].operations.append(operation)
    if operation.mayRaise { blocks[current].raises = true }
    operationCount += 1
  }

  func branch(
    _ test: FlowBranch.Test, _ condition: SyntaxNode, subject: SyntaxNode? = nil, _ whenTrue: Int, _ whenFalse: Int
  ) {
    blocks[current].branch = FlowBranch(test: test, condition: condition, subject: subject)
    connect(current, whenTrue, .whenTrue)
    connect(current, whenFalse, .whenFalse)
  }

  /// Whether a call never returns.
  func neverReturns(_ call: SyntaxNode) -> Bool {
    guard let symbol = model.symbol(of: call).symbol?.originalDefinition, symbol.kind == .method else { return false }
    if let known = nonReturning[symbol] { return known }
    let result = symbol.hasAttribute("System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute")
    nonReturning[symbol] = result
    return result
  }

  // MARK: Scopes

  func push(_ cleanup: Scope.Cleanup, region: TextRange) -> Scope {
    let scope = Scope(cleanup: cleanup, region: region, outerHandler: handler)
    scopes.append(scope)
    return scope
  }

  /// Leaves the scopes above a depth for a block: their cleanups run, inner ones first.
  func jump(to target: Int, depth: Int) {
    connect(current, route(to: target, depth: depth))
    endPath()
  }

  func route(to target: Int, depth: Int) -> Int {
    var destination = target
    var index = depth
    while index < scopes.count {
      destination = cleanup(scopes[index], at: index, before: destination)
      index += 1
    }
    return destination
  }

  /// The entry of the copy of a scope's cleanup that goes on to a block.
  func cleanup(_ scope: Scope, at index: Int, before destination: Int) -> Int {
    if case .none = scope.cleanup { return destination }
    if let known = scope.copies[destination] { return known }
    if let shared = scope.shared {
      scope.copies[destination] = shared.entry
      connect(shared.end, destination)
      return shared.entry
    }
    let saved = (current, handler, scopes, labelBlocks)
    handler = scope.outerHandler
    scopes = Array(scopes.prefix(index))
    labelBlocks = [:]
    let entry = makeBlock()
    current = entry
    // A jump out of the cleanup into itself finds this copy.
    scope.copies[destination] = entry
    let before = operationCount + blocks.count
    switch scope.cleanup {
    case .finally(let block): visit(statement: block)
    case .operation(let operation): append(operation)
    case .none: break
    }
    copiedOperations += operationCount + blocks.count - before
    if copiedOperations > FlowGraphBuilder.maximumCopiedOperations { scope.shared = (entry, current) }
    connect(current, destination)
    (current, handler, scopes, labelBlocks) = saved
    return entry
  }

  /// Runs the body of something that is cleaned up behind it, on all ways out.
  func withCleanup(_ cleanup: Scope.Cleanup, region: TextRange, _ body: () -> Void) {
    let scope = push(cleanup, region: region)
    let index = scopes.count - 1
    let outer = handler
    handler = self.cleanup(scope, at: index, before: outer)
    continueIn(makeBlock())
    body()
    handler = outer
    let after = makeBlock()
    connect(current, self.cleanup(scope, at: index, before: after))
    scopes.removeLast()
    current = after
  }

  // MARK: Labels

  func labelBlock(_ node: SyntaxNode) -> Int {
    if let known = labelBlocks[node.index] { return known }
    let saved = handler
    // The label may lie outside of handlers that are open here.
    let depth = depth(ofLabel: node)
    if depth < scopes.count { handler = scopes[depth].outerHandler }
    let block = makeBlock()
    handler = saved
    labelBlocks[node.index] = block
    return block
  }

  func jump(toLabel name: String) {
    if labels == nil {
      var found: [String: SyntaxNode] = [:]
      function.body?.walk { node in
        if node.kind == .labeledStatement, FunctionSyntax.nearest(to: node) == function {
          found[node.requiredToken(1).text] = node
        }
        return true
      }
      labels = found
    }
    guard let label = labels?[name] else {
      endPath()
      return
    }
    jump(to: labelBlock(label), depth: depth(ofLabel: label))
  }

  private func depth(ofLabel label: SyntaxNode) -> Int {
    scopes.firstIndex { !$0.region.contains(label.range) } ?? scopes.count
  }

  // MARK: The result

  func finish() -> ControlFlowGraph {
    for (index, block) in blocks.enumerated() where block.raises { connect(index, block.handler, .exceptional) }
    var outgoing = Array(repeating: 0, count: blocks.count + 1)
    var entering = outgoing
    for edge in edges {
      outgoing[edge.from + 1] += 1
      entering[edge.to + 1] += 1
    }
    for index in blocks.indices {
      outgoing[index + 1] += outgoing[index]
      entering[index + 1] += entering[index]
    }
    var place = outgoing
    var sorted = edges
    for edge in edges {
      sorted[place[edge.from]] = edge
      place[edge.from] += 1
    }
    place = entering
    var incoming = Array(repeating: 0, count: edges.count)
    for (index, edge) in sorted.enumerated() {
      incoming[place[edge.to]] = index
      place[edge.to] += 1
    }
    var operations: [FlowOperation] = []
    operations.reserveCapacity(operationCount)
    var finished: [BasicBlock] = []
    finished.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      let start = operations.count
      operations += block.operations
      finished.append(
        BasicBlock(
          operations: start..<operations.count, successors: outgoing[index]..<outgoing[index + 1],
          predecessors: entering[index]..<entering[index + 1], branch: block.branch))
    }
    return ControlFlowGraph(
      function: function, blocks: finished, operations: operations, edges: sorted, incoming: incoming,
      isTruncated: isTruncated)
  }

  /// Goes one level down, unless that is too deep: then the node is one operation that may do anything.
  func descend(_ node: SyntaxNode, _ body: () -> Void) {
    guard depth < FlowGraphBuilder.maximumDepth else {
      isTruncated = true
      emit(.evaluate, node, mayRaise: true)
      return
    }
    depth += 1
    body()
    depth -= 1
  }
}
