import CSharpSyntax

/// Who calls whom in a solution (definition D29), made of the summaries of its files.
///
/// An immutable snapshot that is cheap to copy; ``replace(_:with:)`` changes one file's part. Edges are found when they
/// are asked for.
package struct CallGraph: Sendable {
  /// A file by the number that ``add(_:)`` gave it.
  package typealias FileNumber = Int32

  /// A function.
  package struct Node: Hashable, Sendable, Comparable {
    package let file: FileNumber
    /// Its place in ``FileCallSummary/functions``.
    package let function: Int32

    package init(file: FileNumber, function: Int32) {
      self.file = file
      self.function = function
    }

    package static func < (a: Node, b: Node) -> Bool { (a.file, a.function) < (b.file, b.function) }
  }

  /// One way from a function to another.
  package struct Edge: Sendable {
    package let from: Node
    package let to: Node
    package let kind: CallKind
    package let marks: CallMarks
    /// The index of the calling node in the caller's tree, and its place; for a delegate of the whole call.
    package let node: UInt32
    package let range: TextRange
  }

  /// Virtual and interface calls with more implementations than this are dropped.
  package static let maximumImplementations = 8

  private struct File: Sendable {
    var summary: FileCallSummary
    /// The graph's number of each name.
    var numbers: [Int32]
  }

  private var files: [File?] = []
  private var numbers: [String: Int32] = [:]
  /// By the number of a name.
  private var nodesByName: [[Node]] = []
  private var implementations: [[Int32]] = []
  /// The members that each name overrides or implements; the other way round.
  private var implemented: [[Int32]] = []
  private var initializers: [[Node]] = []
  /// The functions with a call site that names a member, for the way back; twice if two sites do.
  private var naming: [[Node]] = []

  package init() {}

  package var fileCount: Int { files.count }

  /// All functions, in order.
  package var nodes: [Node] {
    files.enumerated().flatMap { file, content in
      (content?.summary.functions.indices ?? 0..<0).map {
        Node(file: FileNumber(truncatingIfNeeded: file), function: Int32(truncatingIfNeeded: $0))
      }
    }
  }

  // MARK: Files

  package mutating func add(_ summary: FileCallSummary) -> FileNumber {
    let number = FileNumber(truncatingIfNeeded: files.count)
    files.append(nil)
    insert(summary, number)
    return number
  }

  /// Puts another summary in the place of a file's; `nil` takes the file out.
  package mutating func replace(_ file: FileNumber, with summary: FileCallSummary?) {
    guard files.indices.contains(Int(file)) else { return }
    remove(file)
    if let summary { insert(summary, file) }
  }

  private mutating func number(_ name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(truncatingIfNeeded: nodesByName.count)
    numbers[name] = number
    nodesByName.append([])
    implementations.append([])
    implemented.append([])
    initializers.append([])
    naming.append([])
    return number
  }

  private mutating func insert(_ summary: FileCallSummary, _ file: FileNumber) {
    let numbers = summary.names.map { number($0) }
    for (index, function) in summary.functions.enumerated() {
      let node = Node(file: file, function: Int32(truncatingIfNeeded: index))
      if function.name >= 0 { CallGraph.insert(node, into: &nodesByName[Int(numbers[Int(function.name)])]) }
      if function.kind == .initializer, function.type >= 0, !function.flags.contains(.static) {
        CallGraph.insert(node, into: &initializers[Int(numbers[Int(function.type)])])
      }
      for name in CallGraph.named(by: function, in: summary) { naming[Int(numbers[Int(name)])].append(node) }
    }
    for pair in summary.implementations {
      implementations[Int(numbers[Int(pair.member)])].append(numbers[Int(pair.implementation)])
      implemented[Int(numbers[Int(pair.implementation)])].append(numbers[Int(pair.member)])
    }
    files[Int(file)] = File(summary: summary, numbers: numbers)
  }

  private mutating func remove(_ file: FileNumber) {
    guard let old = files[Int(file)] else { return }
    for number in old.numbers {
      nodesByName[Int(number)].removeAll { $0.file == file }
      initializers[Int(number)].removeAll { $0.file == file }
      naming[Int(number)].removeAll { $0.file == file }
    }
    for pair in old.summary.implementations {
      let implementation = old.numbers[Int(pair.implementation)]
      let member = Int(old.numbers[Int(pair.member)])
      if let place = implementations[member].firstIndex(of: implementation) {
        implementations[member].remove(at: place)
      }
      let others = implemented[Int(implementation)]
      if let place = others.firstIndex(of: Int32(truncatingIfNeeded: member)) {
        implemented[Int(implementation)].remove(at: place)
      }
    }
    files[Int(file)] = nil
  }

  /// Kept in order, so that the answers don't depend on the order in which files came.
  private static func insert(_ node: Node, into list: inout [Node]) {
    list.insert(node, at: list.firstIndex { node < $0 } ?? list.count)
  }

  /// The names that a function's sites call or hand on.
  private static func named(by function: CalledFunction, in summary: FileCallSummary) -> [Int32] {
    // Constructors run the initializers of their type.
    var result: [Int32] = function.kind == .constructor && function.type >= 0 ? [function.type] : []
    func add(_ target: CallTarget) {
      switch target {
      case .member(let name, _): result.append(name)
      case .constructor(let name, let type): result += [name, type]
      default: break
      }
    }
    for index in function.calls {
      let site = summary.calls[Int(index)]
      add(site.target)
      for argument in site.delegates { add(summary.delegates[Int(argument)].body) }
    }
    return result
  }

  // MARK: Functions

  package func summary(of file: FileNumber) -> FileCallSummary? {
    files.indices.contains(Int(file)) ? files[Int(file)]?.summary : nil
  }

  package func function(_ node: Node) -> CalledFunction? {
    guard let summary = summary(of: node.file), summary.functions.indices.contains(Int(node.function)) else {
      return nil
    }
    return summary.functions[Int(node.function)]
  }

  /// The node of a function of a file.
  package func node(of function: FunctionSyntax, file: FileNumber) -> Node? {
    guard let summary = summary(of: file), let body = function.body?.index else { return nil }
    guard let index = summary.functions.firstIndex(where: { $0.body == body }) else { return nil }
    return Node(file: file, function: Int32(truncatingIfNeeded: index))
  }

  /// The functions that have a name: one, or several for partial members and for projects of the same name.
  package func nodes(named name: String) -> [Node] { numbers[name].map { nodesByName[Int($0)] } ?? [] }

  // MARK: Edges

  /// Where control can go from a function, in order of the text.
  package func edges(from node: Node) -> [Edge] {
    guard let file = files.indices.contains(Int(node.file)) ? files[Int(node.file)] : nil,
      let function = function(node)
    else { return [] }
    var result: [Edge] = []
    if function.kind == .constructor, !function.flags.contains(.chainsToThis), function.type >= 0,
      !function.flags.contains(.static)
    {
      for target in initializers[Int(file.numbers[Int(function.type)])] {
        result.append(
          Edge(from: node, to: target, kind: .initializer, marks: [], node: function.node, range: function.range))
      }
    }
    for index in function.calls {
      let site = file.summary.calls[Int(index)]
      let targets = resolve(site.target, node.file)
      for target in targets {
        result.append(
          Edge(from: node, to: target, kind: site.kind, marks: site.marks, node: site.node, range: site.range))
      }
      for argument in site.delegates {
        let delegate = file.summary.delegates[Int(argument)]
        guard let marks = delegate.marks ?? invocation(of: delegate.ordinal, by: targets, site.marks) else { continue }
        for target in resolve(delegate.body, node.file) {
          result.append(
            Edge(from: node, to: target, kind: .delegate, marks: marks, node: site.node, range: site.range))
        }
      }
    }
    return result
  }

  /// The edges that lead to a function, callers in order.
  package func edges(to node: Node) -> [Edge] { callers(of: node).flatMap { edges(from: $0).filter { $0.to == node } } }

  /// The functions that may have an edge to this one.
  private func callers(of node: Node) -> [Node] {
    guard let file = files.indices.contains(Int(node.file)) ? files[Int(node.file)] : nil,
      let function = function(node)
    else { return [] }
    var found: Set<Node> = []
    func addNaming(_ number: Int32) { found.formUnion(naming[Int(number)]) }
    if function.name >= 0 {
      let own = file.numbers[Int(function.name)]
      addNaming(own)
      for member in implemented[Int(own)] { addNaming(member) }
    }
    if function.kind == .initializer, function.type >= 0 {
      addNaming(file.numbers[Int(function.type)])
    }
    // Nested functions are named in their own file only.
    if function.outer >= 0 {
      for index in file.summary.functions.indices {
        found.insert(Node(file: node.file, function: Int32(truncatingIfNeeded: index)))
      }
    }
    return found.sorted()
  }

  /// The functions that a target stands for.
  private func resolve(_ target: CallTarget, _ file: FileNumber) -> [Node] {
    guard let content = files[Int(file)] else { return [] }
    switch target {
    case .nested(let index): return [Node(file: file, function: index)]
    case .parameter, .unknown: return []
    case .constructor(let name, let type):
      let written = nodesByName[Int(content.numbers[Int(name)])]
      // A constructor that is not written runs the initializers alone.
      return written.isEmpty ? initializers[Int(content.numbers[Int(type)])] : written
    case .member(let name, let dispatch):
      let number = content.numbers[Int(name)]
      if dispatch == .direct { return nodesByName[Int(number)] }
      var members: [Int32] = []
      for implementation in implementations[Int(number)] where !members.contains(implementation) {
        members.append(implementation)
        if members.count > CallGraph.maximumImplementations { return [] }
      }
      if dispatch == .single, members.count != 1 { return [] }
      return members.flatMap { nodesByName[Int($0)] }.sorted()
    }
  }

  // MARK: Invoked parameters

  /// What becomes of a delegate that some functions get as a parameter; `nil` if none of them invokes it.
  private func invocation(of ordinal: Int32, by callees: [Node], _ callMarks: CallMarks) -> CallMarks? {
    var result: CallMarks?
    for callee in callees {
      var seen: Set<Node> = []
      if let marks = invocation(of: ordinal, owner: callee.function, in: callee, &seen, depth: 0) {
        result = (result ?? []).union(marks).union(callMarks)
      }
    }
    return result
  }

  /// The same within one function, which is the parameter's own or one nested in it.
  private func invocation(
    of ordinal: Int32, owner: Int32, in node: Node, _ seen: inout Set<Node>, depth: Int
  ) -> CallMarks? {
    guard depth < 8, seen.insert(node).inserted, let summary = summary(of: node.file), let function = function(node)
    else { return nil }
    let wanted = CallTarget.parameter(of: owner, ordinal: ordinal)
    var result: CallMarks?
    func add(_ marks: CallMarks) { result = (result ?? []).union(marks) }
    for index in function.calls {
      let site = summary.calls[Int(index)]
      if site.target == wanted {
        add(site.marks)
      } else if case .nested(let inner) = site.target {
        let next = Node(file: node.file, function: inner)
        if let marks = invocation(of: ordinal, owner: owner, in: next, &seen, depth: depth + 1) {
          add(marks.union(site.marks))
        }
      }
      for argument in site.delegates {
        let delegate = summary.delegates[Int(argument)]
        var marks: CallMarks?
        if delegate.body == wanted {
          marks = []
        } else if case .nested(let inner) = delegate.body {
          let next = Node(file: node.file, function: inner)
          marks = invocation(of: ordinal, owner: owner, in: next, &seen, depth: depth + 1)
        }
        guard let marks else { continue }
        if let known = delegate.marks {
          add(marks.union(known))
          continue
        }
        for callee in resolve(site.target, node.file) {
          var others = seen
          let inner = invocation(
            of: delegate.ordinal, owner: callee.function, in: callee, &others, depth: depth + 1)
          if let inner { add(marks.union(inner).union(site.marks)) }
        }
      }
    }
    return result
  }
}
