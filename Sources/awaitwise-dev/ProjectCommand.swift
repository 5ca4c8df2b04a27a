import JSONRPC
import Workspace

/// `project PATH… [--source-root DIR] [--reference-root DIR…]`: prints what is known about projects.
enum ProjectCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let options = ProjectArguments(arguments), !options.paths.isEmpty else {
      complain(
        "usage: awaitwise-dev project PATH… [--source-root DIR] [--reference-root DIR…] [--property NAME=VALUE…]")
      return 2
    }
    let fileSystem = LocalFileSystem()
    let loader = options.loader(fileSystem)
    let paths = options.paths.map { FilePath.resolve($0, in: options.currentDirectory) }
    var values: [JSONValue] = []
    let root = options.sourceRoot ?? paths.first.map { fileSystem.isDirectory($0) ? $0 : FilePath.parent($0) } ?? "/"
    for project in loader.projects(at: paths, fileSystem) {
      values.append(ProjectDescription(project, root: root, referenceRoots: options.referenceRoots, fileSystem).json)
    }
    if values.isEmpty { complain("no project found") }
    let output = values.count == 1 ? values[0] : .array(values)
    writeAll(Array((output.prettyPrinted() + "\n").utf8), to: 1)
    return values.isEmpty ? 2 : 0
  }
}

/// Paths and options of the commands about projects.
struct ProjectArguments {
  var paths: [String] = []
  var sourceRoot: String?
  var referenceRoots: [String] = []
  var properties: [String: String] = [:]
  let currentDirectory = LocalFileSystem().realPath(".") ?? "/"

  init?(_ arguments: [String]) {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard argument.hasPrefix("--") else {
        paths.append(argument)
        continue
      }
      guard index < arguments.count else {
        complain("\(argument) needs a value")
        return nil
      }
      let value = arguments[index]
      index += 1
      switch argument {
      case "--source-root": sourceRoot = FilePath.resolve(value, in: currentDirectory)
      case "--reference-root": referenceRoots.append(FilePath.resolve(value, in: currentDirectory))
      case "--property":
        let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          complain("\(value): not NAME=VALUE")
          return nil
        }
        properties[parts[0]] = parts[1]
      default:
        complain("\(argument): unknown option")
        return nil
      }
    }
  }

  func loader(_ fileSystem: any FileSystem) -> ProjectLoader {
    ProjectLoader(
      fileSystem, DotNetEnvironment(processWithReferenceRoots: referenceRoots), globalProperties: properties)
  }
}

/// A project's facts with paths relative to a source root and to reference roots.
struct ProjectDescription {
  let facts: ProjectFacts
  let root: String
  let referenceRoots: [String]
  private let fileSystem: any FileSystem

  init(_ facts: ProjectFacts, root: String, referenceRoots: [String], _ fileSystem: any FileSystem) {
    self.facts = facts
    self.root = root
    self.referenceRoots = referenceRoots
    self.fileSystem = fileSystem
  }

  private func relative(_ path: String) -> String { FilePath.inside(path, root) ?? FilePath.relative(path, to: root) }

  private func relativeReference(_ path: String) -> String {
    for root in referenceRoots {
      if let inner = FilePath.inside(path, root) { return inner }
    }
    return path
  }

  var sources: [String] { facts.sources.map(relative).sorted() }
  var references: [String] { facts.references.map(relativeReference).sorted() }
  var projectReferences: [String] { facts.projectReferences.map(FilePath.stem).sorted() }
  var generated: [(path: String, text: String)] {
    facts.generatedSources.map { (relative($0.path), $0.text) }.sorted { $0.0 < $1.0 }
  }

  private var lines: Int {
    facts.sources.reduce(0) { sum, path in
      guard let bytes = try? fileSystem.read(path) else { return sum }
      return sum + bytes.count { $0 == 0x0A }
    }
  }

  var json: JSONValue {
    func list(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
    var object = JSONObject()
    object.append("name", .string(facts.name))
    object.append("project", .string(relative(facts.path)))
    object.append("root", .string(FilePath.name(root)))
    object.append("assemblyName", .string(facts.assemblyName))
    object.append("targetFramework", .string(facts.targetFrameworkName))
    object.append("outputKind", .string(facts.outputKind.rawValue))
    object.append("langversion", .string(facts.languageVersion))
    object.append("nullable", .string(facts.nullable))
    object.append("allowUnsafe", .bool(facts.allowsUnsafeBlocks))
    object.append("implicitUsings", .string(facts.implicitUsings))
    object.append("define", list(facts.preprocessorSymbols))
    object.append("files", .integer(Int64(facts.sources.count)))
    object.append("lines", .integer(Int64(lines)))
    object.append("missingPackages", list(facts.missingPackages))
    object.append("projectReferences", list(projectReferences))
    object.append("kind", .string(facts.kind.rawValue))
    object.append("contextPresence", .string(facts.contextPresence.rawValue))
    object.append("frameworkReferences", list(facts.frameworkReferences))
    object.append("internalsVisibleTo", list(facts.internalsVisibleTo))
    object.append("noWarn", list(facts.noWarn.sorted()))
    object.append(
      "notes", list(facts.notes.map { "\(relative($0.file))\($0.line > 0 ? ":\($0.line)" : ""): \($0.message)" }))
    object.append("references", list(references))
    object.append("sources", list(sources))
    object.append(
      "generated", .object(JSONObject(generated.map { JSONObject.Member($0.path, .string($0.text)) })))
    return .object(object)
  }
}
