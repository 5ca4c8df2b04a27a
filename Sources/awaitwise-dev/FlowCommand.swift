import CSharpSemantics
import CSharpSyntax

/// `flow PATH…`: builds the control-flow graph of every function of some files, bound as one project without
/// references, and prints how many functions, blocks and edges there are and how long the graphs took.
enum FlowCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let options = BindArguments(arguments), let project = options.loadProject() else { return 2 }
    let context = BindingContext(compilation: project.compilation)
    let clock = ContinuousClock()
    var counts = (functions: 0, truncated: 0, operations: 0, blocks: 0, edges: 0, largest: 0)
    var binding = Duration.zero
    var building = Duration.zero
    for index in project.shown {
      guard let model = context.semanticModel(file: index) else { continue }
      binding += clock.measure { model.bindAll() }
      let functions = FunctionSyntax.all(in: model.tree)
      building += clock.measure {
        for function in functions {
          let graph = ControlFlowGraph(of: function, model: model)
          counts.functions += 1
          counts.truncated += graph.isTruncated ? 1 : 0
          counts.operations += graph.operations.count
          counts.blocks += graph.blocks.count
          counts.edges += graph.edges.count
          counts.largest = max(counts.largest, graph.blocks.count)
        }
      }
    }
    print("files \(project.shown.count), functions \(counts.functions), of them truncated \(counts.truncated)")
    print("operations \(counts.operations), blocks \(counts.blocks) (largest \(counts.largest)), edges \(counts.edges)")
    print("binding \(milliseconds(binding)) ms, graphs \(milliseconds(building)) ms")
    return 0
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
  }
}
