/// The files of a folder tree that matter here, each list ordered by path.
package struct DiscoveredFiles: Hashable, Sendable {
  package var sources: [String] = []
  /// `*.csproj`.
  package var projects: [String] = []
  /// `*.sln`, `*.slnx`.
  package var solutions: [String] = []

  package init() {}
}

/// Walks folder trees, leaving out what is no source: build output, hidden folders, packages, what git ignores.
package struct FileDiscovery: Sendable {
  package struct Options: Sendable {
    package var honorsGitIgnore = true
    /// In the syntax of `.gitignore`, relative to the folder that discovery starts in.
    package var excludes: [String] = []

    package init(honorsGitIgnore: Bool = true, excludes: [String] = []) {
      self.honorsGitIgnore = honorsGitIgnore
      self.excludes = excludes
    }
  }

  private let fileSystem: any FileSystem
  private let options: Options

  package init(_ fileSystem: any FileSystem, options: Options = Options()) {
    self.fileSystem = fileSystem
    self.options = options
  }

  /// - Parameter roots: absolute, normalized paths of folders and files. A file that is named here is always taken.
  package func files(below roots: [String]) -> DiscoveredFiles {
    var walk = Walk(fileSystem: fileSystem, options: options)
    for root in roots {
      guard let status = fileSystem.status(of: root) else { continue }
      if status.kind == .directory {
        walk.start(root)
      } else {
        walk.found.add(root, name: FilePath.name(root), isNamed: true)
      }
    }
    return walk.found.sorted()
  }

  /// Whether discovery below `root` would leave out the file; for files that a client opens or reports as changed.
  package func isExcluded(_ path: String, root: String) -> Bool {
    guard let inner = FilePath.inside(path, root) else { return true }
    var walk = Walk(fileSystem: fileSystem, options: options)
    walk.setExcludes(at: root)
    var scope = walk.scope(of: root)
    var folder = root
    let names = inner.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    for (index, name) in names.enumerated() {
      let isDirectory = index < names.count &- 1
      if isDirectory, FileDiscovery.isSkippedFolder(name) { return true }
      if walk.isIgnored(folder: folder, name: name, isDirectory: isDirectory, scope) { return true }
      folder = FilePath.join(folder, name)
      if isDirectory { scope = walk.scope(scope, entering: folder, hasIgnoreFile: true) }
    }
    return false
  }

  /// Build output, packages and everything hidden.
  package static func isSkippedFolder(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name.equalsIgnoringASCIICase("bin") || name.equalsIgnoringASCIICase("obj")
      || name == "node_modules"
  }
}

extension DiscoveredFiles {
  fileprivate mutating func add(_ path: @autoclosure () -> String, name: String, isNamed: Bool) {
    if name.hasSuffixIgnoringASCIICase(".cs") {
      sources.append(path())
    } else if name.hasSuffixIgnoringASCIICase(".csproj") {
      projects.append(path())
    } else if name.hasSuffixIgnoringASCIICase(".sln") || name.hasSuffixIgnoringASCIICase(".slnx")
      || (isNamed && name.hasSuffixIgnoringASCIICase(".slnf"))
    {
      solutions.append(path())
    }
  }

  fileprivate func sorted() -> DiscoveredFiles {
    var result = DiscoveredFiles()
    result.sources = sortedUniquePaths(sources)
    result.projects = sortedUniquePaths(projects)
    result.solutions = sortedUniquePaths(solutions)
    return result
  }
}

/// By bytes, so that the order is the same everywhere.
func sortedUniquePaths(_ paths: [String]) -> [String] {
  var result: [String] = []
  result.reserveCapacity(paths.count)
  for path in paths.sorted(by: FilePath.precedes) where path != result.last {
    result.append(path)
  }
  return result
}

private struct Walk {
  /// Which ignore files speak for a folder, the outermost first.
  struct Scope {
    /// With the number of path segments of the folder that the file speaks for.
    var ignores: [(rules: GitIgnore, depth: Int)] = []
  }

  private let fileSystem: any FileSystem
  private let options: FileDiscovery.Options
  var found = DiscoveredFiles()
  private var visited: Set<FileIdentity> = []

  init(fileSystem: any FileSystem, options: FileDiscovery.Options) {
    self.fileSystem = fileSystem
    self.options = options
  }

  /// The ignore files above and in the folder that a walk starts in, up to the top of its git repository.
  func scope(of root: String) -> Scope {
    var scope = Scope()
    if options.honorsGitIgnore {
      let ancestors = FilePath.ancestors(of: root)
      if let top = ancestors.firstIndex(where: { fileSystem.exists(FilePath.join($0, ".git")) }) {
        let exclude = FilePath.join(ancestors[top], ".git/info/exclude")
        if let bytes = fileSystem.contents(exclude) { scope.add(GitIgnore(bytes), at: ancestors[top]) }
        for folder in ancestors[...top].reversed() {
          if let bytes = fileSystem.contents(FilePath.join(folder, ".gitignore")) {
            scope.add(GitIgnore(bytes), at: folder)
          }
        }
      } else if let bytes = fileSystem.contents(FilePath.join(root, ".gitignore")) {
        scope.add(GitIgnore(bytes), at: root)
      }
    }
    return scope
  }

  func scope(_ scope: Scope, entering folder: String, hasIgnoreFile: Bool) -> Scope {
    guard options.honorsGitIgnore, hasIgnoreFile,
      let bytes = fileSystem.contents(FilePath.join(folder, ".gitignore"))
    else { return scope }
    var scope = scope
    scope.add(GitIgnore(bytes), at: folder)
    return scope
  }

  private var excludes: (rules: GitIgnore, depth: Int)?

  func isIgnored(folder: String, name: String, isDirectory: Bool, _ scope: Scope) -> Bool {
    if scope.ignores.isEmpty, excludes == nil { return false }
    var segments = pathSegments(folder)
    segments.append(Array(name.utf8)[...])
    return isIgnored(segments, isDirectory: isDirectory, scope)
  }

  private func isIgnored(_ segments: [ArraySlice<UInt8>], isDirectory: Bool, _ scope: Scope) -> Bool {
    if let excludes, excludes.depth < segments.count,
      excludes.rules.isIgnored(segments[excludes.depth...], isDirectory: isDirectory) == true
    {
      return true
    }
    for (rules, depth) in scope.ignores.reversed() where depth < segments.count {
      if let verdict = rules.isIgnored(segments[depth...], isDirectory: isDirectory) { return verdict }
    }
    return false
  }

  mutating func setExcludes(at root: String) {
    excludes = options.excludes.isEmpty ? nil : (GitIgnore(patterns: options.excludes), Scope.depth(root))
  }

  mutating func start(_ root: String) {
    setExcludes(at: root)
    var stack: [(folder: String, scope: Scope)] = []
    // Links are followed last, so that a file is found below its own folder first and once only.
    var links: [(folder: String, scope: Scope)] = []
    if let identity = fileSystem.status(of: root)?.identity, visited.insert(identity).inserted {
      stack.append((root, scope(of: root)))
    }
    while true {
      if stack.isEmpty {
        guard let index = links.indices.min(by: { links[$0].folder < links[$1].folder }) else { break }
        let link = links.remove(at: index)
        guard let identity = fileSystem.status(of: link.folder)?.identity, visited.insert(identity).inserted
        else { continue }
        stack.append(link)
      }
      guard let (folder, scope) = stack.popLast() else { break }
      let entries = fileSystem.list(folder)
      let needsSegments = !scope.ignores.isEmpty || excludes != nil
      let folderSegments = needsSegments ? pathSegments(folder) : []
      for entry in entries {
        let isDirectory = entry.kind == .directory
        if isDirectory {
          if FileDiscovery.isSkippedFolder(entry.name) { continue }
        } else if entry.kind != .file || !Walk.isOfInterest(entry.name) {
          continue
        }
        if needsSegments, isIgnored(folderSegments + [Array(entry.name.utf8)[...]], isDirectory: isDirectory, scope) {
          continue
        }
        let path = FilePath.join(folder, entry.name)
        if !isDirectory {
          found.add(path, name: entry.name, isNamed: false)
        } else if entry.isSymbolicLink {
          links.append((path, scope))
        } else if let identity = fileSystem.status(of: path)?.identity, visited.insert(identity).inserted {
          stack.append((path, self.scope(scope, entering: path, hasIgnoreFile: true)))
        }
      }
    }
  }

  private static func isOfInterest(_ name: String) -> Bool {
    name.hasSuffixIgnoringASCIICase(".cs") || name.hasSuffixIgnoringASCIICase(".csproj")
      || name.hasSuffixIgnoringASCIICase(".sln") || name.hasSuffixIgnoringASCIICase(".slnx")
  }
}

extension Walk.Scope {
  static func depth(_ folder: String) -> Int { folder.utf8.split(separator: UInt8(ascii: "/")).count }

  mutating func add(_ rules: GitIgnore, at folder: String) {
    if !rules.isEmpty { ignores.append((rules, Walk.Scope.depth(folder))) }
  }
}
