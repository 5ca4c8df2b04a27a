import CSharpSemantics
import CSharpSyntax
import Glibc

/// `calls [--project FILE.json …] PATH… [--references DIR…] [--quiet on]`: prints the call graph of some files bound as
/// one project, one edge per line, and how long the summaries and the graph took.
enum CallsCommand {
  static func run(_ arguments: [String]) -> Int32 {
    var arguments = arguments
    var isQuiet = false
    if let place = arguments.firstIndex(of: "--quiet") {
      isQuiet = true
      arguments.remove(at: place)
    }
    guard let options = BindArguments(arguments), let project = options.loadProject() else { return 2 }
    let context = BindingContext(compilation: project.compilation)
    let builder = CallSummaryBuilder(context: context)
    let clock = ContinuousClock()
    var graph = CallGraph()
    var paths: [String] = []
    var lines: [PrintedLines] = []
    var binding = Duration.zero
    var summarizing = Duration.zero
    var adding = Duration.zero
    for index in project.shown {
      guard let model = context.semanticModel(file: index) else { continue }
      binding += clock.measure { model.bindAll() }
      var summary = FileCallSummary()
      summarizing += clock.measure { summary = builder.summary(model) }
      adding += clock.measure { _ = graph.add(summary) }
      paths.append(project.compilation.files[index].path)
      if !isQuiet { lines.append(PrintedLines(model.tree.bytes)) }
    }
    var count = 0
    var output: [UInt8] = []
    let nodes = graph.nodes
    let walking = clock.measure {
      for node in nodes {
        let edges = graph.edges(from: node)
        count += edges.count
        if isQuiet || edges.isEmpty { continue }
        output += Array((describe(node, graph, paths, lines) + "\n").utf8)
        for edge in edges {
          let place = lines[Int(node.file)].position(of: Int(edge.range.start.value))
          var marks = edge.marks.contains(.awaited) ? " awaited" : ""
          if edge.marks.contains(.started) { marks += " started" }
          let target = describe(edge.to, graph, paths, lines)
          output += Array("  \(place.line):\(place.column) \(edge.kind)\(marks) \(target)\n".utf8)
        }
      }
    }
    writeAll(output, to: 1)
    var update = Duration.zero
    if let largest = project.shown.indices.max(by: { a, b in
      project.compilation.files[project.shown[a]].bytes.count
        < project.compilation.files[project.shown[b]].bytes.count
    }), let model = context.semanticModel(file: project.shown[largest]) {
      model.bindAll()
      update = clock.measure {
        graph.replace(Int32(largest), with: builder.summary(model))
      }
    }
    complain(
      "files \(paths.count), functions \(nodes.count), edges \(count): binding \(milliseconds(binding)) ms, summaries"
        + " \(milliseconds(summarizing)) ms, graph \(milliseconds(adding)) ms, all edges \(milliseconds(walking)) ms,"
        + " largest file again \(milliseconds(update)) ms")
    return 0
  }

  private static func describe(
    _ node: CallGraph.Node, _ graph: CallGraph, _ paths: [String], _ lines: [PrintedLines]
  ) -> String {
    guard let function = graph.function(node) else { return "?" }
    let place = lines[Int(node.file)].position(of: Int(function.range.start.value))
    return "\(function.displayName) (\(paths[Int(node.file)]):\(place.line))"
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
  }
}
