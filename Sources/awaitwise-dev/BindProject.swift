import CSharpSemantics
import CSharpSyntax
import DotNetMetadata
import JSONRPC

/// A project as the Roslyn tool's JSON files describe it, read and parsed.
struct BindProject {
  var compilation: Compilation
  /// The compilation's own files whose sites are printed, by index; generated texts are left out.
  var shown: [Int]
}

/// Reads projects, those that they refer to first, each once.
final class BindProjectLoader {
  let sourceRoot: String?
  let referenceRoot: String?
  private var loaded: [String: BindProject] = [:]
  private var images: [String: AssemblyImage] = [:]
  private var sets: [[String]: ReferenceSet] = [:]

  init(sourceRoot: String?, referenceRoot: String?) {
    self.sourceRoot = sourceRoot
    self.referenceRoot = referenceRoot
  }

  /// `nil`, with a word on standard error, if the file can't be read.
  func load(_ path: String, depth: Int = 0) -> BindProject? {
    if let known = loaded[path] { return known }
    guard depth < 64, let bytes = SourceFile(path: path, name: path).read() else { return nil }
    guard let json = try? JSONValue(parsing: bytes), case .object(let object) = json else {
      complain("\(path): no JSON object")
      return nil
    }
    let folder = parent(of: path)
    let root = sourceRoot ?? join(folder, object["root"]?.stringValue ?? ".")
    func strings(_ key: String) -> [String] { object[key]?.arrayValue?.compactMap(\.stringValue) ?? [] }
    var options = ParseOptions(languageVersion: .csharp14)
    options.defines = Set(strings("define"))
    if let version = object["langversion"]?.stringValue, let parsed = LanguageVersion(written: version) {
      options.languageVersion = parsed
    }
    var files: [FileDeclarations] = []
    var shown: [Int] = []
    let sources = strings("sources").flatMap { source in
      SourceFile.list([join(root, source)]).map {
        SourceFile(path: $0.path, name: relative($0.path, to: root))
      }
    }
    for source in sources {
      guard let bytes = source.read(), let tree = parse(SourceEncoding.decode(bytes).bytes, options: options) else {
        continue
      }
      shown.append(files.count)
      files.append(FileDeclarations(path: source.name, tree: tree))
    }
    if case .object(let generated)? = object["generated"] {
      for member in generated.members {
        guard let text = member.value.stringValue, let tree = parse(Array(text.utf8), options: options) else {
          continue
        }
        files.append(FileDeclarations(path: member.key, tree: tree))
      }
    }
    var projects: [Compilation] = []
    for name in strings("projectReferences") {
      guard let other = load(join(folder, name + ".json"), depth: depth + 1) else { continue }
      projects.append(other.compilation)
    }
    let usings = strings("usings").flatMap { kind -> [String] in
      switch kind {
      case "web": CompilationOptions.webUsings
      case "worker": CompilationOptions.workerUsings
      default: CompilationOptions.consoleUsings
      }
    }
    let compilationOptions = CompilationOptions(
      assemblyName: object["assemblyName"]?.stringValue ?? object["name"]?.stringValue ?? "",
      globalUsings: usings + strings("globalUsings"), languageVersion: options.languageVersion,
      isExecutable: object["outputKind"]?.stringValue?.contains("Application") ?? false)
    let references = strings("references").map { join(referenceRoot ?? folder, $0) }
    let project = BindProject(
      compilation: Compilation(
        options: compilationOptions, files: files, projectReferences: projects, references: referenceSet(references)),
      shown: shown)
    loaded[path] = project
    return project
  }

  /// Loose files with the assemblies below some folders.
  func load(files sources: [SourceFile], options: ParseOptions, usings: [String], references: [String]) -> BindProject {
    var files: [FileDeclarations] = []
    for source in sources {
      guard let bytes = source.read(), let tree = parse(SourceEncoding.decode(bytes).bytes, options: options) else {
        continue
      }
      files.append(FileDeclarations(path: source.name, tree: tree))
    }
    let compilation = Compilation(
      options: CompilationOptions(globalUsings: usings, languageVersion: options.languageVersion), files: files,
      references: referenceSet(references))
    return BindProject(compilation: compilation, shown: Array(files.indices))
  }

  func referenceSet(_ paths: [String]) -> ReferenceSet? {
    guard !paths.isEmpty else { return nil }
    if let known = sets[paths] { return known }
    var found: [AssemblyImage] = []
    for path in paths {
      for file in path.hasSuffix(".dll") ? [path] : FileTree.assemblies(in: [path]) {
        if let known = images[file] {
          found.append(known)
        } else if let image = try? AssemblyImage(path: file) {
          images[file] = image
          found.append(image)
        }
      }
    }
    let set = ReferenceSet(found)
    sets[paths] = set
    return set
  }

  private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }

  private func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  private func relative(_ path: String, to root: String) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
