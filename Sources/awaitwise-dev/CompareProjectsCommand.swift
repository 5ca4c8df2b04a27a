import JSONRPC
import Workspace

/// `compare-projects CORPUS-DIR SOURCE-ROOT [--reference-root DIR…]`: compares what we find out about projects with what
/// MSBuild said of them, and prints how many are equal per key, and each difference.
enum CompareProjectsCommand {
  private static let keys = [
    "sources", "define", "langversion", "nullable", "implicitUsings", "generated", "outputKind", "references",
    "assemblyName", "targetFramework", "allowUnsafe", "projectReferences", "lines",
  ]

  static func run(_ arguments: [String]) -> Int32 {
    guard let options = ProjectArguments(arguments), options.paths.count == 2 else {
      complain("usage: awaitwise-dev compare-projects CORPUS-DIR SOURCE-ROOT [--reference-root DIR…]")
      return 2
    }
    let fileSystem = LocalFileSystem()
    let corpus = FilePath.resolve(options.paths[0], in: options.currentDirectory)
    let root = FilePath.resolve(options.paths[1], in: options.currentDirectory)
    let loader = options.loader(fileSystem)
    var equal: [String: Int] = [:]
    var count = 0
    var differences: [String] = []
    let files = fileSystem.list(corpus).map(\.name).filter { $0.hasSuffix(".json") }.sorted()
    for file in files {
      guard let bytes = try? fileSystem.read(FilePath.join(corpus, file)),
        let expected = try? JSONValue(parsing: bytes),
        let project = expected["project"]?.stringValue
      else {
        complain("\(file): can't be read")
        continue
      }
      let framework = expected["targetFramework"]?.stringValue
      let all = loader.load(FilePath.join(root, project))
      count += 1
      guard let facts = all.first(where: { $0.targetFrameworkName == framework }) ?? all.first else {
        differences.append("\(file): no facts")
        continue
      }
      let description = ProjectDescription(
        facts, root: root, referenceRoots: options.referenceRoots, fileSystem)
      let actual = description.json
      for key in keys {
        let found = difference(key, expected, actual, description)
        if found.isEmpty { equal[key, default: 0] += 1 }
        differences += found.map { "\(FilePath.stem(file)): \(key): \($0)" }
      }
    }
    print("\(FilePath.name(corpus)): \(count) projects")
    for key in keys {
      let same = equal[key] ?? 0
      let padded = key + String(repeating: " ", count: max(18 - key.count, 0))
      print("  \(padded) equal \(same)  different \(count - same)")
    }
    for difference in differences { print("  \(difference)") }
    return differences.isEmpty ? 0 : 1
  }

  /// Empty if the values are equal.
  private static func difference(
    _ key: String, _ expected: JSONValue, _ actual: JSONValue, _ description: ProjectDescription
  ) -> [String] {
    switch key {
    case "sources", "define", "references", "projectReferences":
      let wanted = Set((expected[key]?.arrayValue ?? []).compactMap(\.stringValue))
      let found = Set((actual[key]?.arrayValue ?? []).compactMap(\.stringValue))
      return wanted.subtracting(found).sorted().map { "- \($0)" } + found.subtracting(wanted).sorted().map { "+ \($0)" }
    case "generated":
      // What a project's own facts decide: its global usings, whether as text or absent, and who sees its internals.
      let texts = expected[key]?.objectValue?.members ?? []
      let wanted = texts.first { $0.key.hasSuffix(".GlobalUsings.g.cs") }
      let found = description.generated.first { $0.path.hasSuffix(".GlobalUsings.g.cs") }
      var result: [String] = []
      if wanted?.key != found?.path || wanted?.value.stringValue != found?.text {
        result.append("global usings: \(wanted?.value.stringValue ?? "none") <> \(found?.text ?? "none")")
      }
      let friends = texts.flatMap { ($0.value.stringValue ?? "").split(separator: "\n") }
        .compactMap { line -> String? in
          guard line.hasPrefix("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo") else { return nil }
          let parts = line.split(separator: "\"")
          return parts.count > 1 ? String(parts[1]) : nil
        }
      if Set(friends) != Set(description.facts.internalsVisibleTo) {
        result.append("internals visible to \(friends) <> \(description.facts.internalsVisibleTo)")
      }
      return result
    default:
      let wanted = expected[key] ?? .null
      let found = actual[key] ?? .null
      return wanted == found ? [] : ["\(wanted) <> \(found)"]
    }
  }
}
