import Dispatch
import Workspace

/// `files PATH…`: lists the sources that a check would read, and says on standard error how long finding them took.
enum FilesCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard !arguments.isEmpty, !arguments.contains(where: { $0.hasPrefix("--") }) else {
      complain("usage: awaitwise-dev files PATH…")
      return 2
    }
    let fileSystem = LocalFileSystem()
    let current = fileSystem.realPath(".") ?? "/"
    let roots = arguments.map { FilePath.resolve($0, in: current) }
    let start = DispatchTime.now().uptimeNanoseconds
    let found = FileDiscovery(fileSystem).files(below: roots)
    let middle = DispatchTime.now().uptimeNanoseconds
    let store = ConfigurationStore(fileSystem)
    var keys = 0
    for source in found.sources { keys &+= store.configuration(for: source).entries.count }
    let end = DispatchTime.now().uptimeNanoseconds
    writeAll(Array(found.sources.map { $0 + "\n" }.joined().utf8), to: 1)
    complain(
      "\(found.sources.count) sources, \(found.projects.count) projects, \(found.solutions.count) solutions in "
        + "\((middle - start) / 1_000_000) ms; configuration (\(keys) values) in \((end - middle) / 1_000_000) ms")
    return 0
  }
}
