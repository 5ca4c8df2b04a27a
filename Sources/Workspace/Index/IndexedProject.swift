import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules
import Synchronization

/// One project for one target framework, with what its files on disk declare. Loaded when it is first asked for.
final class IndexedProject: Sendable {
  /// Tells projects (and frameworks of one project) apart.
  let id: String
  /// Of the project file.
  let path: String
  let parseOptions: ParseOptions
  let options: CompilationOptions
  let context: ProjectContext
  let globalConfigFiles: [String]
  /// Places of the project's own files in its compilation.
  let fileIndices: [String: Int]
  let references: [IndexedProject]
  private let facts: ProjectFacts
  private let base = Mutex<Compilation?>(nil)
  /// The first of the sources that no thread reads yet.
  private let nextToRead = Atomic<Int>(0)

  init(_ facts: ProjectFacts, references: [IndexedProject]) {
    path = facts.path
    id = facts.path + "|" + facts.targetFrameworkName
    let version = LanguageVersion(written: facts.languageVersion) ?? .csharp15
    parseOptions = ParseOptions(defines: Set(facts.preprocessorSymbols), languageVersion: version)
    options = CompilationOptions(
      assemblyName: facts.assemblyName, globalUsings: facts.globalUsings.map(IndexedProject.written),
      languageVersion: version,
      isExecutable: facts.outputKind == .consoleApplication || facts.outputKind == .windowsApplication,
      friendAssemblies: facts.internalsVisibleTo.map { friend in
        // Behind the name stands the public key.
        String(friend.prefix { $0 != "," && $0 != " " })
      })
    context = ProjectContext(
      kind: facts.kind, isClassicWeb: facts.isClassicWeb, noWarn: facts.noWarn,
      isNullableEnabled: ["enable", "annotations"].contains(facts.nullable))
    globalConfigFiles = facts.globalConfigFiles
    self.facts = facts
    self.references = references
    fileIndices = Dictionary(facts.sources.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the project says that it becomes a package.
  var isPacked: Bool { facts.isPacked }

  /// Whether it sees what another project declares.
  func refers(to other: IndexedProject) -> Bool {
    var seen: Set<String> = [id]
    var pending = references
    while let next = pending.popLast() {
      if next.path == other.path { return true }
      if seen.insert(next.id).inserted { pending += next.references }
    }
    return false
  }

  private static func written(_ using: GlobalUsing) -> String {
    if !using.alias.isEmpty { return using.alias + " = " + using.name }
    return using.isStatic ? "static " + using.name : using.name
  }

  /// The project's file; `nil` where there is none.
  var projectFile: String? { facts.path.hasSuffixIgnoringASCIICase("proj") ? facts.path : nil }

  /// Remarks on the project's files.
  var notes: [WorkspaceNote] {
    facts.notes.map { WorkspaceNote(file: $0.file, line: $0.line, message: $0.message, subject: $0.subject) }
  }

  /// The project as it lies on disk. A file that can't be read is empty, so that places don't move.
  func compilation(_ store: SourceStore, _ assemblyStore: ReferenceStore) -> Compilation {
    if let known = base.withLock({ $0 }) { return known }
    let referenced = references.map { $0.compilation(store, assemblyStore) }
    // Threads that want the same project share the reading.
    while true {
      let index = nextToRead.wrappingAdd(1, ordering: .relaxed).oldValue
      guard facts.sources.indices.contains(index) else { break }
      _ = store.declarations(of: facts.sources[index], options: parseOptions)
    }
    return base.withLock { base in
      if let base { return base }
      let files = facts.sources.map { path in
        store.declarations(of: path, options: parseOptions) ?? IndexedProject.empty(path, parseOptions)
      }
      let compilation = Compilation(
        options: options, files: files, projectReferences: referenced, references: assemblyStore.references(of: facts))
      base = compilation
      // Parsing leaves much more behind than it keeps.
      if files.count > 100 { Platform.returnFreedMemory() }
      return compilation
    }
  }

  static func empty(_ path: String, _ options: ParseOptions) -> FileDeclarations {
    FileDeclarations(path: path, tree: emptyTree(options))
  }

  /// Parsing nothing can't be cancelled and always gives a tree.
  private static func emptyTree(_ options: ParseOptions) -> SyntaxTree {
    while true {
      if let tree = parse([], options: options) { return tree }
    }
  }
}
