import Workspace

/// Finds sources as the language server does.
struct WorkspaceSources: SourceDiscovery {
  private let files: any FileSystem

  init(_ files: any FileSystem) { self.files = files }

  func discover(_ request: DiscoveryRequest) -> Discovery {
    var discovery = Discovery(files: [], folders: [])
    var patterns: [String] = []
    for pattern in request.excludedPatterns {
      if let message = WorkspaceSources.mistake(in: pattern) {
        discovery.problems.append(DiscoveryProblem(subject: pattern, message: message))
      } else {
        patterns.append(pattern)
      }
    }
    for path in request.paths {
      discovery.files += sources(at: path, patterns: patterns, currentDirectory: request.currentDirectory)
      discovery.folders += files.isDirectory(path) ? [path] + projectFolders(of: path) : projectFolders(of: path)
    }
    discovery.folders = WorkspaceSources.outermost(discovery.folders)
    return discovery
  }

  func projectFolders(of path: String) -> [String] {
    var folder = files.isDirectory(path) ? path : FilePath.parent(path)
    while true {
      if files.list(folder).contains(where: { $0.kind == .file && $0.name.hasSuffix(".csproj") }) { return [folder] }
      // What lies above a repository has nothing to do with it.
      if folder == "/" || folder == FilePath.parent(folder) || files.exists(FilePath.join(folder, ".git")) { return [] }
      folder = FilePath.parent(folder)
    }
  }

  func projectName(of path: String) -> String? {
    guard let folder = projectFolders(of: path).first else { return nil }
    let names = files.list(folder).filter { $0.kind == .file && $0.name.hasSuffix(".csproj") }.map(\.name)
    return names.min().map { String($0.dropLast(".csproj".count)) }
  }

  /// The sources at or below a path. Patterns with a slash are relative to the current folder, wherever the path lies.
  private func sources(at path: String, patterns: [String], currentDirectory: String) -> [String] {
    let base = FilePath.inside(path, currentDirectory) == nil ? path : currentDirectory
    let isBase = path == base
    let discovery = FileDiscovery(files, options: FileDiscovery.Options(excludes: isBase ? patterns : []))
    let found = discovery.files(below: [path]).sources
    if isBase || patterns.isEmpty { return found }
    let filter = FileDiscovery(files, options: FileDiscovery.Options(honorsGitIgnore: false, excludes: patterns))
    // Somebody who names a folder that is skipped otherwise means it.
    let isInSkippedFolder = FilePath.inside(path, base)?.split(separator: "/").contains {
      FileDiscovery.isSkippedFolder(String($0))
    }
    if isInSkippedFolder == true { return found }
    return found.filter { !filter.isExcluded($0, root: base) }
  }

  /// Without those that lie in another one.
  private static func outermost(_ folders: [String]) -> [String] {
    var kept: [String] = []
    for folder in Set(folders).sorted() where !kept.contains(where: { FilePath.inside(folder, $0) != nil }) {
      kept.append(folder)
    }
    return kept
  }

  /// What is wrong with a pattern, and what to do.
  static func mistake(in pattern: String) -> String? {
    if pattern.allSatisfy(\.isWhitespace) { return "a pattern of blanks matches nothing; leave the option out" }
    if pattern.hasPrefix("!") { return "a pattern can't begin with '!'; name what to leave out instead" }
    if pattern.hasPrefix("#") { return "a pattern that begins with '#' is a comment; write '\\\(pattern)'" }
    var isEscaped = false
    var bracket: Int?
    for (index, character) in pattern.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if let open = bracket {
        // A closing bracket right at the beginning stands for itself.
        if character == "]" && index > open + 1 { bracket = nil }
      } else if character == "[" {
        bracket = index
      }
    }
    if let bracket { return "the bracket at character \(bracket + 1) is not closed; write '\\[' for a literal one" }
    return isEscaped ? "a backslash at the end escapes nothing; write a slash between folders" : nil
  }
}
