import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules

/// The workspace as fixes see it that reach across files: sources are searched for a word as bytes first, and only projects
/// that have it are read and bound. For one thread, for one analysis.
final class WorkspaceSolution: Solution {
  private let snapshot: WorkspaceSnapshot
  private let documents: [DocumentKey: OpenDocument]
  private let own: IndexedProject
  private let ownContext: BindingContext
  private var lent: [String: BindingContextPool.Lent] = [:]
  private var models: [String: SemanticModel] = [:]
  /// Which project speaks for a file that was shown, by path.
  private var owners: [String: IndexedProject] = [:]
  private lazy var projects = snapshot.index.allProjects(below: snapshot.folders, around: own)

  init(
    _ snapshot: WorkspaceSnapshot, documents: [DocumentKey: OpenDocument], own: IndexedProject,
    context: BindingContext, model: SemanticModel
  ) {
    self.snapshot = snapshot
    self.documents = documents
    self.own = own
    ownContext = context
    let path = context.compilation.files[model.file].path
    models[path] = model
    owners[path] = own
  }

  /// Gives back what was borrowed for other projects.
  func close() {
    for entry in lent.values { snapshot.contexts.giveBack(entry) }
    lent = [:]
    models = [:]
  }

  // MARK: Files

  func files(mentioning word: String, visibleFrom path: String) -> [SolutionSource] {
    let bytes = Array(word.utf8)
    var found: [String: SolutionSource] = [:]
    for project in projects(seeing: path) {
      let paths = mentions(of: bytes, in: project).filter { found[$0] == nil }
      guard !paths.isEmpty, let context = context(of: project) else { continue }
      let indices = Dictionary(
        context.compilation.files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
      for path in paths {
        guard let index = indices[path], let model = model(of: path, index, context) else { continue }
        if owners[path] == nil { owners[path] = project }
        let configuration =
          FilePath.isAbsolute(path)
          ? snapshot.index.configuration(for: path, globalConfigFiles: project.globalConfigFiles)
          : FileConfiguration()
        found[path] = SolutionSource(
          path: path, model: model, settings: RuleSettings(values: configuration.entries.mapValues(\.value)),
          project: project.context,
          isEditable: isEditable(path, model.tree, configuration))
      }
    }
    return found.values.sorted { $0.path < $1.path }
  }

  private func model(of path: String, _ index: Int, _ context: BindingContext) -> SemanticModel? {
    if let known = models[path], known.context === context { return known }
    guard models[path] == nil else { return nil }
    let model = context.semanticModel(file: index)
    models[path] = model
    return model
  }

  private func isEditable(_ path: String, _ tree: SyntaxTree, _ configuration: FileConfiguration) -> Bool {
    if snapshot.isGenerated(path, tree, configuration) { return false }
    guard FilePath.isAbsolute(path) else { return true }
    return snapshot.folders.isEmpty || snapshot.folders.contains { FilePath.isInside(path, $0) }
      || documents[path] != nil
  }

  /// The projects that compile a file, and all that refer to one of these; the analysed file's own comes first, and of
  /// several frameworks of a project one.
  private func projects(seeing path: String) -> [IndexedProject] {
    let all = [own] + projects.filter { $0.id != own.id && $0.path != own.path }
    var declaring = all.filter { $0.fileIndices[path] != nil }
    if declaring.isEmpty { declaring = [own] }
    var seen: Set<String> = []
    return all.filter { project in
      declaring.contains { $0.path == project.path || project.refers(to: $0) }
        && seen.insert(project.path).inserted
    }
  }

  /// The project's files that hold a word; read as text where they are not parsed yet.
  private func mentions(of word: [UInt8], in project: IndexedProject) -> [String] {
    if project === own {
      return ownContext.compilation.files.filter { $0.bytes.contains(word: word) }.map(\.path)
    }
    return project.fileIndices.keys.filter { path in
      if let open = documents[path] { return open.bytes.contains(word: word) }
      return snapshot.store.text(of: path)?.contains(word: word) ?? false
    }
  }

  private func context(of project: IndexedProject) -> BindingContext? {
    if project === own { return ownContext }
    if let known = lent[project.id] { return known.context }
    let taken = snapshot.contexts.take(snapshot.compilation(of: project, documents: documents))
    lent[project.id] = taken
    return taken.context
  }

  // MARK: Markup

  func isMentionedInMarkup(_ word: String, visibleFrom path: String) -> Bool {
    let bytes = Array(word.utf8)
    return projects(seeing: path).contains { project in
      snapshot.index.markup(of: project).contains { file in
        snapshot.text(of: file)?.contains(word: bytes) ?? false
      }
    }
  }

  // MARK: Hypothetical texts

  func models(replacing texts: [String: [UInt8]]) -> [String: SemanticModel] {
    var result: [String: SemanticModel] = [:]
    var byProject: [String: (project: IndexedProject, paths: [String])] = [:]
    for path in texts.keys.sorted() {
      guard let project = owners[path] else { continue }
      byProject[project.id, default: (project, [])].paths.append(path)
    }
    for (_, entry) in byProject.sorted(by: { $0.key < $1.key }) {
      guard let context = context(of: entry.project) else { continue }
      var known: [String: Compilation?] = [:]
      guard let compilation = WorkspaceSolution.replacing(texts, in: context.compilation, of: entry.project, &known)
      else { continue }
      let changed = BindingContext(compilation: compilation)
      for path in entry.paths where result[path] == nil {
        guard let index = WorkspaceSolution.place(of: path, in: compilation, of: entry.project) else { continue }
        result[path] = changed.semanticModel(file: index)
      }
    }
    return result
  }

  /// A project's compilation with other texts of some files.
  ///
  /// - Parameter known: what was made of the projects that were looked at, by their id: many refer to the same ones.
  /// - Returns: `nil` if neither the project nor one that it refers to holds any of the files.
  private static func replacing(
    _ texts: [String: [UInt8]], in compilation: Compilation, of project: IndexedProject,
    _ known: inout [String: Compilation?]
  ) -> Compilation? {
    if let known = known[project.id] { return known }
    var changed: Compilation?
    let references = zip(compilation.projectReferences, project.references).map { reference, project -> Compilation in
      guard let other = replacing(texts, in: reference, of: project, &known) else { return reference }
      changed = compilation
      return other
    }
    if changed != nil {
      changed = Compilation(
        options: compilation.options, files: compilation.files, projectReferences: references,
        references: compilation.references)
    }
    for (path, text) in texts {
      guard let index = place(of: path, in: compilation, of: project),
        let tree = parse(text, options: compilation.files[index].parseOptions)
      else { continue }
      changed = (changed ?? compilation).replacing(file: index, with: FileDeclarations(path: path, tree: tree))
    }
    known[project.id] = .some(changed)
    return changed
  }

  /// Where a file stands among those of a project; open documents that no glob knows yet come behind the others.
  private static func place(of path: String, in compilation: Compilation, of project: IndexedProject) -> Int? {
    if let index = project.fileIndices[path], compilation.files.indices.contains(index) { return index }
    return compilation.files.indices.dropFirst(project.fileIndices.count).first { compilation.files[$0].path == path }
  }
}
