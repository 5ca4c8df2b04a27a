import CSharpSyntax
import ConcurrencyRules
import Glibc
import JSONRPC
import Workspace

/// Compiles the projects of a corpus, with some files changed, by the Roslyn tool.
final class ProjectCompiler {
  /// One project of the corpus.
  struct Project {
    let name: String
    /// Its description.
    let path: String
    /// Absolute paths in the real tree.
    let documents: [String]
    /// Names of the projects that it sees, all of them.
    let references: Set<String>
  }

  /// An error, whatever line it has moved to.
  struct CompileError: Hashable {
    let file: String
    let id: String
    let message: String
  }

  /// What the compiler says: each error and how often.
  typealias Errors = [CompileError: Int]

  private let tool: RoslynTool
  private let options: VerifyFixesOptions
  private let files = LocalFileSystem()
  /// A copy of all sources, where files are changed.
  private let copy: String
  private(set) var projects: [String: Project] = [:]
  /// The projects that the command names.
  private(set) var selected: [String] = []
  private var owners: [String: [String]] = [:]
  /// What projects say without any change.
  private var baselines: [String: Errors] = [:]
  /// The words of projects that were asked for.
  private var words: [String: WordSet] = [:]
  private(set) var compileCount = 0

  init?(_ options: VerifyFixesOptions, _ tool: RoslynTool) {
    self.options = options
    self.tool = tool
    copy = "/tmp/awaitwise-verify-\(getpid())"
    for path in options.projects {
      guard let project = load(path) else { return nil }
      selected.append(project.name)
    }
    // Their callers may lie in any project beside them.
    for folder in Set(options.projects.map { FilePath.parent($0) }).sorted() {
      for entry in files.list(folder) where entry.name.hasSuffix(".json") {
        guard load(FilePath.join(folder, entry.name)) != nil else { return nil }
      }
    }
    for document in owners.keys { restore(document) }
  }

  @discardableResult
  private func load(_ path: String) -> Project? {
    let stem = FilePath.stem(path)
    if let known = projects[stem] { return known }
    guard let bytes = files.contents(path), let json = try? JSONValue(parsing: bytes),
      let sources = json["sources"]?.arrayValue?.compactMap(\.stringValue)
    else {
      complain("\(path): no project")
      return nil
    }
    let references = json["projectReferences"]?.arrayValue?.compactMap(\.stringValue) ?? []
    let project = Project(
      name: stem, path: path, documents: sources.map { FilePath.join(options.sourceRoot, $0) },
      references: Set(references))
    projects[stem] = project
    for document in project.documents { owners[document, default: []].append(stem) }
    return project
  }

  func documents(of projects: [String]) -> [String] {
    var seen: Set<String> = []
    return projects.flatMap { self.projects[$0]?.documents ?? [] }.filter { seen.insert($0).inserted }
  }

  /// Whether the corpus compiles the file, so that a change of it can be judged.
  func isCompiled(_ document: String) -> Bool { owners[document] != nil }

  func removeCopy() {
    for document in owners.keys { unlink(copied(document)) }
    // Folders are left empty behind; the deepest first.
    let folders = Set(owners.keys.flatMap { FilePath.ancestors(of: FilePath.parent(copied($0))) })
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) where folder.hasPrefix(copy) { rmdir(folder) }
  }

  private func copied(_ document: String) -> String {
    copy + "/" + (FilePath.inside(document, options.sourceRoot) ?? FilePath.name(document))
  }

  private func restore(_ document: String) {
    guard let bytes = files.contents(document) else { return }
    write(bytes, document)
  }

  private func write(_ bytes: [UInt8], _ document: String) {
    let path = copied(document)
    for folder in FilePath.ancestors(of: FilePath.parent(path)).reversed() where !files.isDirectory(folder) {
      mkdir(folder, 0o755)
    }
    do {
      try files.writeAtomically(bytes, to: path)
    } catch {
      complain("\(path): \(error.reason)")
    }
  }

  /// The errors of some projects that are new once files have other texts; `nil` if the tool failed.
  func newErrors(of projects: [String], with texts: [String: [UInt8]]) -> [String: [CompileError]]? {
    for (document, bytes) in texts { write(bytes, document) }
    let compiled = compile(projects.sorted())
    for document in texts.keys { restore(document) }
    guard let compiled else { return nil }
    // Most projects compile, and what they say without any change needn't be known.
    let faulty = compiled.filter { !$0.value.isEmpty }.keys.sorted()
    let unknown = faulty.filter { baselines[$0] == nil }
    if !unknown.isEmpty {
      guard let errors = compile(unknown) else { return nil }
      baselines.merge(errors) { $1 }
    }
    var found: [String: [CompileError]] = [:]
    for name in faulty {
      let baseline = baselines[name] ?? [:]
      let new = (compiled[name] ?? [:]).filter { $0.value > baseline[$0.key] ?? 0 }.map(\.key)
        .sorted { ($0.file, $0.id, $0.message) < ($1.file, $1.id, $1.message) }
      if !new.isEmpty { found[name] = new }
    }
    return found
  }

  /// Which projects have to be compiled after a change of some files: their owners, and of the projects that see those the
  /// ones that hold one of the names whose declaration changed.
  func affected(by documents: some Collection<String>, changedNames: Set<String>) -> [String] {
    let direct = Set(documents.flatMap { owners[$0] ?? [] })
    guard !changedNames.isEmpty else { return direct.sorted() }
    let seeing = projects.values.filter { project in
      !direct.contains(project.name) && !project.references.isDisjoint(with: direct)
        && changedNames.contains { words(of: project).mayContain($0) }
    }
    return direct.union(seeing.map(\.name)).sorted()
  }

  private func words(of project: Project) -> WordSet {
    if let known = words[project.name] { return known }
    var set = WordSet()
    for document in project.documents { set.insert(wordsOf: files.contents(document) ?? []) }
    words[project.name] = set
    return set
  }

  /// What the compiler says of some projects, two at a time; `nil` if the tool failed.
  private func compile(_ names: [String]) -> [String: Errors]? {
    var results: [String: Errors] = [:]
    var running: [(name: String, process: RoslynTool.Process)] = []
    func finishFirst() -> Bool {
      let (name, process) = running.removeFirst()
      let out = output(of: name)
      defer { unlink(out) }
      guard process.wait() else {
        complain("\(tool.path): failed on \(name)")
        return false
      }
      results[name] = errors(in: files.contents(out) ?? [])
      return true
    }
    var isGood = true
    for name in names {
      guard let project = projects[name] else { continue }
      if running.count == 2 { isGood = finishFirst() && isGood }
      compileCount += 1
      let arguments = [
        "diagnostics", "--project", project.path, "--source-root", copy, "--reference-root", options.referenceRoot,
        "--out", output(of: name),
      ]
      guard let process = tool.start(arguments) else {
        isGood = false
        break
      }
      running.append((name, process))
    }
    while !running.isEmpty { isGood = finishFirst() && isGood }
    return isGood ? results : nil
  }

  private func output(of project: String) -> String { copy + "-" + project + ".jsonl" }

  private func errors(in output: [UInt8]) -> Errors {
    var errors: Errors = [:]
    for line in output.split(separator: UInt8(ascii: "\n")) {
      guard let json = try? JSONValue(parsing: Array(line)), json["severity"]?.stringValue == "error" else { continue }
      let error = CompileError(
        file: json["f"]?.stringValue ?? "", id: json["id"]?.stringValue ?? "",
        message: json["message"]?.stringValue ?? "")
      errors[error, default: 0] += 1
    }
    return errors
  }

  /// The document that an error's file name means.
  func document(of error: CompileError) -> String { FilePath.join(options.sourceRoot, error.file) }
}
