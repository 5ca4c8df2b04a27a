import CSharpSemantics
import CSharpSyntax
import Glibc

/// `bindbench [--project FILE.json …] [PATH…] [--references DIR…]`: binds all bodies on one thread, four times with a new
/// context, and prints how long making the context and binding took, in the manner of the Roslyn tool's `bindbench`; then
/// how long the largest file takes after an edit in a body.
enum BindBenchCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let options = BindArguments(arguments), let project = options.loadProject() else { return 2 }
    let files = project.shown
    let bytes = files.reduce(0) { $0 + project.compilation.files[$1].bytes.count }
    for round in 1...4 {
      let start = seconds()
      let context = BindingContext(compilation: project.compilation)
      let made = seconds()
      for index in files { context.semanticModel(file: index)?.bindAll() }
      let end = seconds()
      print(
        "1 thread, round \(round): \(files.count) files, \(rounded(Double(bytes) / 1e6)) MB: context \(rounded(made - start)) s,"
          + " bodies \(rounded(end - made)) s = \(rounded(Double(bytes) / 1e6 / (end - made))) MB/s")
    }
    guard
      let largest = files.max(by: {
        project.compilation.files[$0].bytes.count < project.compilation.files[$1].bytes.count
      })
    else { return 0 }
    let context = BindingContext(compilation: project.compilation)
    context.semanticModel(file: largest)?.bindAll()
    let old = project.compilation.files[largest]
    guard let tree = parse(old.bytes, options: old.parseOptions) else { return 1 }
    let start = seconds()
    context.update(
      to: project.compilation.replacing(file: largest, with: FileDeclarations(path: old.path, tree: tree)))
    context.semanticModel(file: largest)?.bindAll()
    let end = seconds()
    let lines = tree.bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    print("edited again: \(old.path), \(lines) lines: \(rounded((end - start) * 1000)) ms")
    return 0
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000).\(fraction)"
  }
}
