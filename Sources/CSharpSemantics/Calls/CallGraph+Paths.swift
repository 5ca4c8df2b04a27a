extension CallGraph {
  /// How many edges a path that is shown to users has at most, unless `awaitwise.max_chain` says otherwise.
  package static let defaultMaximumChain = 6

  /// The shortest path from a function to one that is wanted; of several the first in order of the text.
  ///
  /// - Parameters:
  ///   - maximumHops: the number of edges that a path may have.
  ///   - follows: whether a path may use an edge.
  ///   - isWanted: whether a path may end at a function. The start is not asked about.
  /// - Returns: the edges, in order; `nil` if there is no such path.
  package func shortestPath(
    from start: Node, maximumHops: Int = defaultMaximumChain, follows: (Edge) -> Bool = { _ in true },
    to isWanted: (Node) -> Bool
  ) -> [Edge]? {
    var arrivals: [Node: Edge] = [:]
    var frontier = [start]
    var seen: Set<Node> = [start]
    for _ in 0..<max(0, maximumHops) {
      var next: [Node] = []
      for node in frontier {
        for edge in edges(from: node) where !seen.contains(edge.to) && follows(edge) {
          seen.insert(edge.to)
          arrivals[edge.to] = edge
          if isWanted(edge.to) { return path(to: edge.to, from: start, arrivals) }
          next.append(edge.to)
        }
      }
      if next.isEmpty { return nil }
      frontier = next
    }
    return nil
  }

  private func path(to end: Node, from start: Node, _ arrivals: [Node: Edge]) -> [Edge] {
    var result: [Edge] = []
    var current = end
    while current != start, let edge = arrivals[current] {
      result.append(edge)
      current = edge.from
    }
    return result.reversed()
  }

  /// All functions that can be reached in a number of hops, the start left out, nearest first.
  package func reachable(
    from start: Node, maximumHops: Int = defaultMaximumChain, follows: (Edge) -> Bool = { _ in true }
  ) -> [Node] {
    var result: [Node] = []
    _ = shortestPath(from: start, maximumHops: maximumHops, follows: follows) { node in
      result.append(node)
      return false
    }
    return result
  }

  /// Whether every edge to a function is one that is wanted, and there is at least one.
  package func isCalledOnly(_ node: Node, by isWanted: (Edge) -> Bool) -> Bool {
    let incoming = edges(to: node)
    return !incoming.isEmpty && incoming.allSatisfy(isWanted)
  }
}
