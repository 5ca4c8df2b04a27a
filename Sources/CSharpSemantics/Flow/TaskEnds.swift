import CSharpSyntax

/// Where a task-like value ends up once locals, local collections and combinators of its member are followed.
package struct TaskEnd {
  /// Never a local, a collection, a combinator or a loop.
  package let fate: TaskFate
  /// The use that has this fate: the task's own expression, a read of its variable, a combinator's call …
  package let use: SyntaxNode
  package let way: Way

  /// What stands between the value and the end, the farthest from the value itself.
  package enum Way: Int, Comparable, Sendable {
    /// Locals at most.
    case itself
    /// A collection, or a combinator that waits for all.
    case together
    /// A task made from it: `t.ContinueWith(…)`, `t.AsTask()`.
    case derived
    /// A combinator that waits for the first.
    case raced

    package static func < (a: Way, b: Way) -> Bool { a.rawValue < b.rawValue }
  }

  /// Whether the value is joined there (definition D18).
  package var isJoin: Bool {
    switch fate {
    case .awaited, .returned, .blocked, .stored(.member): true
    default: false
    }
  }
}

extension TaskFates {
  /// All ends of a value; none where it is put into a local that nobody reads.
  package func ends(of expression: SyntaxNode) -> [TaskEnd] {
    var trace = TaskTrace(fates: self)
    trace.follow(expression, way: .itself, depth: 0)
    return trace.ends
  }

  /// Whether a value is *joined in the member* (definition D18): awaited, returned, blocked on, given to a combinator
  /// whose result is joined, or stored in a member; also through locals and collections that are local to the member.
  package func isJoined(_ expression: SyntaxNode) -> Bool { ends(of: expression).contains(where: \.isJoin) }
}

/// Follows one value through its member.
private struct TaskTrace {
  let fates: TaskFates
  var ends: [TaskEnd] = []
  /// Variables that are followed already, by name and symbol.
  private var seen: Set<Variable> = []

  private struct Variable: Hashable {
    let symbol: Symbol?
    let name: String
  }

  init(fates: TaskFates) { self.fates = fates }

  private static let maximumDepth = 16

  mutating func follow(_ expression: SyntaxNode, way: TaskEnd.Way, depth: Int) {
    let fate = depth < TaskTrace.maximumDepth ? fates.fate(of: expression) : .unknown
    switch fate {
    case .combined(let call): follow(call, way: max(way, .together), depth: depth + 1)
    case .raced(let call): follow(call, way: .raced, depth: depth + 1)
    case .local(let local): followTask(local, way: way, depth: depth)
    case .collected(let local): followCollection(local, way: max(way, .together), depth: depth)
    case .iterated(let loop): followElements(of: loop, way: max(way, .together), depth: depth)
    case .received(let node, let member):
      guard node.kind == .invocationExpression, TaskTrace.derivations.contains(member) else { break }
      follow(node.outermostEquivalent, way: max(way, .derived), depth: depth + 1)
      return
    default: break
    }
    switch fate {
    case .combined, .raced, .local, .collected, .iterated: break
    default: ends.append(TaskEnd(fate: fate, use: expression, way: way))
    }
  }

  /// Members whose result ends when the task does, or after it.
  private static let derivations: Set<String> = ["AsTask", "Preserve", "Unwrap", "WaitAsync", "ContinueWith"]

  private mutating func isNew(_ local: TaskLocal) -> Bool {
    seen.insert(Variable(symbol: local.symbol, name: local.name)).inserted
  }

  private func reads(of local: TaskLocal) -> [SyntaxNode] {
    fates.uses(of: local.symbol, name: local.name, around: local.declaration).filter { !fates.isWrite($0) }
  }

  private mutating func followTask(_ local: TaskLocal, way: TaskEnd.Way, depth: Int) {
    guard isNew(local) else { return }
    for read in reads(of: local) { follow(read.outermostEquivalent, way: way, depth: depth + 1) }
  }

  private mutating func followCollection(_ local: TaskLocal, way: TaskEnd.Way, depth: Int) {
    guard isNew(local) else { return }
    for read in reads(of: local) { followCollection(read, way: way, depth: depth + 1) }
  }

  /// One use of a collection that holds the value.
  private mutating func followCollection(_ use: SyntaxNode, way: TaskEnd.Way, depth: Int) {
    guard depth < TaskTrace.maximumDepth else { return }
    let outer = use.outermostEquivalent
    if let access = outer.parent, access.kind == .elementAccessExpression, access.requiredNode(0) == outer {
      if !fates.isWrite(access) { follow(access.outermostEquivalent, way: way, depth: depth + 1) }
      return
    }
    switch fates.fate(of: outer) {
    case .received(let node, let member):
      // `tasks.Count` and `tasks.Add(u)` say nothing about this task; `tasks.ToArray()` holds it too.
      guard node.kind == .invocationExpression, !TaskFates.isAddition(member) else { return }
      if member == "WhenAll" || member == "WhenAny" {
        follow(node.outermostEquivalent, way: member == "WhenAll" ? way : .raced, depth: depth + 1)
        return
      }
      if case .dropped = fates.fate(of: node.outermostEquivalent) { return }
      followCollection(node, way: way, depth: depth + 1)
    case .local(let local), .collected(let local):
      guard isNew(local) else { return }
      for read in reads(of: local) { followCollection(read, way: way, depth: depth + 1) }
    default: follow(outer, way: way, depth: depth + 1)
    }
  }

  private mutating func followElements(of loop: SyntaxNode, way: TaskEnd.Way, depth: Int) {
    let name = loop.requiredToken(5).text
    let local = TaskLocal(
      symbol: fates.model.declaredSymbol(for: loop), name: name, declaration: loop.requiredNode(9), isCaptured: false)
    followTask(local, way: way, depth: depth)
  }
}
