/// The sources, projects and configuration below some folders, and which file belongs to which project. Owned and used by
/// one thread.
package final class WorkspaceIndex {
  private let fileSystem: any FileSystem
  private let loader: ProjectLoader
  private let configurations: ConfigurationStore
  private let discovery: FileDiscovery
  private var roots: [String] = []
  /// Absolute paths of the C# files found below the roots, whether a project compiles them or not; ordered.
  package private(set) var sources: [String] = []
  /// One per target framework of each project, ordered by path of the project file.
  package private(set) var projects: [ProjectFacts] = []
  /// By path of a source.
  private var owners: [String: [Int]] = [:]
  /// By folder of a project file.
  private var folders: [String: [Int]] = [:]
  private var withoutProject: [String: ProjectFacts] = [:]
  private var fileBasedApps: [String: ProjectFacts?] = [:]

  package init(
    _ fileSystem: any FileSystem, loader: ProjectLoader, discovery options: FileDiscovery.Options = .init()
  ) {
    self.fileSystem = fileSystem
    self.loader = loader
    configurations = ConfigurationStore(fileSystem)
    discovery = FileDiscovery(fileSystem, options: options)
  }

  /// Replaces the roots and reads what lies below them.
  ///
  /// - Parameter paths: absolute and normalized, of folders, sources, projects and solutions. For a project or solution
  ///   the sources are those that it compiles. For a source the projects in the nearest folder above are read.
  package func setRoots(_ paths: [String]) {
    roots = paths
    read()
  }

  /// Reads everything again if one of the files matters.
  ///
  /// - Returns: whether anything but the content of known sources may have changed.
  package func filesChanged(_ paths: [String]) -> Bool {
    var isRead = false
    var isChanged = false
    for path in paths {
      if ConfigurationStore.isConfigurationFile(path) || FilePath.name(path) == ".gitignore" {
        configurations.reload()
        isChanged = true
      }
      if ProjectLoader.isProjectInput(path) || FilePath.name(path) == ".gitignore" { isRead = true }
      if path.hasSuffixIgnoringASCIICase(".cs") {
        // A new or deleted source changes what globs stand for; a changed one may gain `#:` directives.
        let isKnown = owners[path] != nil || hasSource(path)
        if isKnown != fileSystem.isFile(path) { isRead = true }
        fileBasedApps[path] = nil
      }
    }
    if isRead {
      loader.reload()
      read()
    }
    return isRead || isChanged
  }

  private func hasSource(_ path: String) -> Bool {
    var low = 0
    var high = sources.count
    while low < high {
      let middle = low &+ (high &- low) / 2
      if FilePath.precedes(sources[middle], path) { low = middle &+ 1 } else { high = middle }
    }
    return low < sources.count && sources[low] == path
  }

  private func read() {
    owners = [:]
    folders = [:]
    withoutProject = [:]
    fileBasedApps = [:]
    var projectPaths: [String] = []
    var namedProjects: [String] = []
    var walked: [String] = []
    for root in roots {
      switch FilePath.fileExtension(root).asciiLowercased {
      case ".sln", ".slnx", ".slnf":
        if fileSystem.isFile(root) {
          namedProjects += SolutionFile(path: root, fileSystem: fileSystem).projects
          continue
        }
      case ".csproj":
        if fileSystem.isFile(root) {
          namedProjects.append(root)
          continue
        }
      default: break
      }
      walked.append(root)
    }
    let found = discovery.files(below: walked)
    projectPaths += found.projects
    // Single files, and folders inside a project: the project lies above.
    for root in walked {
      projectPaths += projectFiles(above: fileSystem.isDirectory(root) ? root : FilePath.parent(root))
    }
    projects = []
    for path in sortedUniquePaths(projectPaths + namedProjects) where fileSystem.isFile(path) {
      let firstIndex = projects.count
      projects += loader.load(path)
      folders[FilePath.parent(path), default: []] += firstIndex..<projects.count
    }
    for (index, project) in projects.enumerated() {
      for source in project.sources { owners[source, default: []].append(index) }
    }
    let named = Set(namedProjects)
    var all = found.sources
    for project in projects where named.contains(project.path) { all += project.sources }
    sources = sortedUniquePaths(all)
  }

  /// The project files in the nearest folder at or above that has any, up to the top of the repository.
  private func projectFiles(above folder: String) -> [String] {
    for ancestor in FilePath.ancestors(of: folder) {
      let entries = fileSystem.list(ancestor)
      let found = entries.filter { $0.kind == .file && $0.name.hasSuffixIgnoringASCIICase(".csproj") }
      if !found.isEmpty { return found.map { FilePath.join(ancestor, $0.name) } }
      if entries.contains(where: {
        $0.name == ".git" || $0.name.hasSuffixIgnoringASCIICase(".sln") || $0.name.hasSuffixIgnoringASCIICase(".slnx")
      }) {
        return []
      }
    }
    return []
  }

  // MARK: Questions about one file

  /// The projects that compile the file, one per target framework; else those of the nearest project folder above it, as
  /// for a file that was just created or is excluded; else what holds without a project.
  package func facts(for path: String) -> [ProjectFacts] {
    if let indices = owners[path] { return indices.map { projects[$0] } }
    if let app = fileBasedApp(path) { return [app] }
    for ancestor in FilePath.ancestors(of: FilePath.parent(path)) {
      if let indices = folders[ancestor] { return indices.map { projects[$0] } }
    }
    let folder = FilePath.parent(path)
    if let known = withoutProject[folder] { return [known] }
    let facts = loader.factsWithoutProject(directory: folder)
    withoutProject[folder] = facts
    return [facts]
  }

  /// Whether some project compiles the file.
  package func isCompiled(_ path: String) -> Bool { owners[path] != nil }

  private func fileBasedApp(_ path: String) -> ProjectFacts? {
    if let known = fileBasedApps[path] { return known }
    var facts: ProjectFacts?
    if let bytes = fileSystem.contents(path), FileBasedApp(bytes).isApp {
      facts = loader.loadFileBasedApp(path, bytes: bytes)
    }
    fileBasedApps[path] = .some(facts)
    return facts
  }

  /// What configuration files say about the file.
  package func configuration(for path: String) -> FileConfiguration {
    let globals = owners[path]?.flatMap { projects[$0].globalConfigFiles }.uniqued() ?? []
    return configurations.configuration(for: path, globalConfigFiles: globals)
  }

  /// By name, folder, or configuration; the header comment is for whoever has the text.
  package func isGenerated(_ path: String) -> Bool {
    if let isGenerated = configuration(for: path).isGeneratedCode { return isGenerated }
    if GeneratedCode.isGenerated(fileName: FilePath.name(path)) { return true }
    // Below an intermediate output folder.
    return pathSegments(FilePath.parent(path)).contains { $0.elementsEqual("obj".utf8) }
  }

  /// Whether a walk would leave the file out; false for files that are roots themselves.
  package func isExcluded(_ path: String) -> Bool {
    if roots.contains(path) { return false }
    let containing = roots.filter { FilePath.isInside(path, $0) }
    return !containing.isEmpty && containing.allSatisfy { discovery.isExcluded(path, root: $0) }
  }
}
