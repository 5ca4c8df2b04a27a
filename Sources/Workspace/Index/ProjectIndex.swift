import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules
import Synchronization

/// Which projects there are and what they hold, as of one state of the disk. Looked up when needed; shared by threads.
final class ProjectIndex: Sendable {
  private let state: Mutex<State>
  private let fileSystem: any FileSystem
  private let store: SourceStore

  private struct State: ~Copyable {
    let loader: ProjectLoader
    let configuration: ConfigurationStore
    /// `.csproj` files by folder.
    var projectFiles: [String: [String]] = [:]
    /// One entry per target framework, by project file.
    var projects: [String: [IndexedProject]] = [:]
    /// Stops at projects that refer to each other.
    var loading: Set<String> = []
    var projectsOfFiles: [String: [IndexedProject]] = [:]
    var looseProjects: [String: IndexedProject] = [:]
    /// Project files below a folder.
    var discovered: [String: [String]] = [:]
    /// What ``isUsedWithoutContextOnly(_:)`` answered, by project file.
    var usedWithoutContext: [String: Bool] = [:]
    /// XAML and Razor files below a project's folder.
    var markup: [String: [String]] = [:]
    var handlers: [String: MarkupHandlers] = [:]
  }

  init(_ fileSystem: any FileSystem, environment: DotNetEnvironment, store: SourceStore) {
    self.fileSystem = fileSystem
    self.store = store
    state = Mutex(
      State(loader: ProjectLoader(fileSystem, environment), configuration: ConfigurationStore(fileSystem)))
  }

  /// The projects that a file belongs to: the nearest one above that compiles it, one entry per target framework; a
  /// project of its own for a file that no project compiles.
  ///
  /// - Parameter text: of the file, where it is open; it may hold the directives of a file-based app.
  func projects(of document: DocumentKey, text: [UInt8]?) -> [IndexedProject] {
    state.withLock { state in
      if let known = state.projectsOfFiles[document] { return known }
      let found = findProjects(of: document, text: text, &state)
      state.projectsOfFiles[document] = found
      return found
    }
  }

  /// The nearest folder at or above a file's that has a project.
  func projectFolder(around document: DocumentKey) -> String? {
    guard FilePath.isAbsolute(document) else { return nil }
    let folder = FilePath.parent(document)
    return state.withLock { state in
      ([folder] + FilePath.ancestors(of: folder)).first { !projectFiles(in: $0, &state).isEmpty }
    }
  }

  /// The projects below some folders, one entry per target framework, ordered by path. Without folders those of the
  /// repository or solution around a project.
  func allProjects(below folders: [String], around project: IndexedProject) -> [IndexedProject] {
    state.withLock { state in
      let roots = folders.isEmpty ? [repository(of: FilePath.parent(project.path))] : folders
      var paths: Set<String> = []
      for root in roots where FilePath.isAbsolute(root) {
        if state.discovered[root] == nil {
          state.discovered[root] = FileDiscovery(fileSystem).files(below: [root]).projects
        }
        paths.formUnion(state.discovered[root] ?? [])
      }
      return paths.sorted().flatMap { load($0, &state) }
    }
  }

  /// Whether all that uses a library runs without a synchronization context: it is in no package, nor is a library between,
  /// and the programs at the end (tests aside, of which there is at least one) are servers, functions or console programs.
  func isUsedWithoutContextOnly(_ library: IndexedProject) -> Bool {
    guard library.context.kind == .library, library.projectFile != nil, !library.isPacked else { return false }
    if let known = state.withLock({ $0.usedWithoutContext[library.path] }) { return known }
    var answer = false
    for project in allProjects(below: [], around: library)
    where project.path != library.path && project.refers(to: library) {
      switch ContextPresence(project.context.kind, isClassicWeb: project.context.isClassicWeb) {
      case .absent: if project.context.kind != .test { answer = true }
      case .unknown where project.context.kind == .library && !project.isPacked: break
      case .unknown, .present:
        state.withLock { $0.usedWithoutContext[library.path] = false }
        return false
      }
    }
    state.withLock { $0.usedWithoutContext[library.path] = answer }
    return answer
  }

  /// The nearest folder at or above that has a solution or is a repository's top; else the folder itself.
  private func repository(of folder: String) -> String {
    for ancestor in FilePath.ancestors(of: folder) {
      let isTop = fileSystem.list(ancestor).contains {
        $0.name == ".git" || $0.name.hasSuffixIgnoringASCIICase(".sln") || $0.name.hasSuffixIgnoringASCIICase(".slnx")
      }
      if isTop { return ancestor }
    }
    return folder
  }

  /// The XAML and Razor files below a project's folder.
  func markup(of project: IndexedProject) -> [String] {
    let folder = FilePath.parent(project.path)
    guard FilePath.isAbsolute(folder), FilePath.name(project.path) != "*" else { return [] }
    if let known = state.withLock({ $0.markup[folder] }) { return known }
    var found: [String] = []
    var pending = [folder]
    var visited = 0
    while let next = pending.popLast(), visited < 20_000 {
      visited += 1
      for entry in fileSystem.list(next) {
        if entry.kind == .directory {
          if !FileDiscovery.isSkippedFolder(entry.name) { pending.append(FilePath.join(next, entry.name)) }
        } else if ProjectIndex.isMarkup(entry.name) {
          found.append(FilePath.join(next, entry.name))
        }
      }
    }
    found.sort()
    state.withLock { $0.markup[folder] = found }
    return found
  }

  /// What the project's XAML says.
  func handlers(of project: IndexedProject) -> MarkupHandlers {
    let folder = FilePath.parent(project.path)
    if let known = state.withLock({ $0.handlers[folder] }) { return known }
    let found = MarkupHandlers(markup(of: project), fileSystem)
    return state.withLock { state in
      if let known = state.handlers[folder] { return known }
      state.handlers[folder] = found
      return found
    }
  }

  /// Markup is looked for and read anew when it is asked for next.
  func forgetMarkup() {
    state.withLock { state in
      state.markup = [:]
      state.handlers = [:]
    }
  }

  /// Whether a file is XAML or Razor.
  static func isMarkup(_ path: String) -> Bool { markupSuffixes.contains { path.hasSuffixIgnoringASCIICase($0) } }

  private static let markupSuffixes = [".xaml", ".axaml", ".razor", ".cshtml", ".aspx", ".ascx"]

  func configuration(for path: String, globalConfigFiles: [String]) -> FileConfiguration {
    state.withLock { $0.configuration.configuration(for: path, globalConfigFiles: globalConfigFiles) }
  }

  private func findProjects(of document: DocumentKey, text: [UInt8]?, _ state: inout State) -> [IndexedProject] {
    guard FilePath.isAbsolute(document) else { return [looseProject(of: document, text: text, &state)] }
    var fallback: [IndexedProject]?
    for folder in [FilePath.parent(document)] + FilePath.ancestors(of: FilePath.parent(document)) {
      for file in projectFiles(in: folder, &state) {
        let projects = load(file, &state)
        if projects.contains(where: { $0.fileIndices[document] != nil }) { return projects }
        // A file that is not on disk yet would be compiled by the nearest project, as its globs have it.
        if fallback == nil { fallback = projects }
      }
    }
    if let fallback, !fileSystem.isFile(document) { return fallback }
    return [looseProject(of: document, text: text, &state)]
  }

  private func projectFiles(in folder: String, _ state: inout State) -> [String] {
    if let known = state.projectFiles[folder] { return known }
    let files = fileSystem.list(folder)
      .filter { $0.kind == .file && $0.name.hasSuffixIgnoringASCIICase(".csproj") }
      .map { FilePath.join(folder, $0.name) }.sorted()
    state.projectFiles[folder] = files
    return files
  }

  private func load(_ path: String, _ state: inout State) -> [IndexedProject] {
    if let known = state.projects[path] { return known }
    guard state.loading.insert(path).inserted else { return [] }
    let projects = state.loader.load(path).map { facts in
      IndexedProject(
        facts, references: facts.projectReferences.compactMap { reference(to: $0, from: facts, &state) })
    }
    state.loading.remove(path)
    state.projects[path] = projects
    return projects
  }

  /// The variant of a referenced project that fits best: that of the same framework, else the first.
  private func reference(to path: String, from facts: ProjectFacts, _ state: inout State) -> IndexedProject? {
    let variants = load(path, &state)
    return variants.first { $0.id.hasSuffix("|" + facts.targetFrameworkName) } ?? variants.first
  }

  private func looseProject(of document: DocumentKey, text: [UInt8]?, _ state: inout State) -> IndexedProject {
    if let known = state.looseProjects[document] { return known }
    let bytes = text ?? (try? fileSystem.read(document)) ?? []
    var facts: ProjectFacts
    if FilePath.isAbsolute(document), FileBasedApp(bytes).isApp {
      facts = state.loader.loadFileBasedApp(document, bytes: bytes)
      facts.sources = [document]
    } else {
      facts = state.loader.factsWithoutProject(directory: FilePath.parent(document))
      let neighbours = looseNeighbours(of: document)
      facts.path = neighbours.isEmpty ? document : FilePath.join(FilePath.parent(document), "*")
      facts.sources = neighbours.isEmpty ? [document] : neighbours
    }
    let project = IndexedProject(facts, references: [])
    for source in facts.sources { state.looseProjects[source] = project }
    state.looseProjects[document] = project
    return project
  }

  /// The sources of a folder without a project are bound together, unless two of them declare the same type: then they
  /// are separate programs. File-based apps stand for themselves.
  ///
  /// - Returns: all of them, the document included, in order; nothing if each stands for itself.
  private func looseNeighbours(of document: DocumentKey) -> [String] {
    guard FilePath.isAbsolute(document) else { return [] }
    let folder = FilePath.parent(document)
    let all = fileSystem.list(folder).filter { $0.kind == .file && $0.name.hasSuffixIgnoringASCIICase(".cs") }
    guard all.count > 1, all.count <= ProjectIndex.looseLimit else { return [] }
    let sources = all.map { FilePath.join(folder, $0.name) }
      .filter { !(store.text(of: $0).map { FileBasedApp($0).isApp } ?? false) }
      .sorted()
    guard sources.count > 1, sources.contains(document) else { return [] }
    let options = ParseOptions()
    var names: Set<String> = []
    var programs = 0
    for source in sources {
      guard let declarations = store.declarations(of: source, options: options) else { continue }
      if declarations.hasTopLevelStatements { programs += 1 }
      for name in declarations.topLevelTypeNames where !names.insert(name).inserted { return [] }
    }
    return programs > 1 ? [] : sources
  }

  /// A folder with more loose files than this is no program.
  private static let looseLimit = 500
}
