extension ProjectLoader {
  /// The projects that some paths stand for, one per target framework, ordered by path of the project file.
  ///
  /// - Parameter paths: absolute and normalized, of folders, sources, projects and solutions. For a folder those below and
  ///   the nearest above, for a source the nearest above.
  package func projects(at paths: [String], _ fileSystem: any FileSystem) -> [ProjectFacts] {
    var files: [String] = []
    var walked: [String] = []
    for path in paths {
      switch FilePath.fileExtension(path).asciiLowercased {
      case ".sln", ".slnx", ".slnf": files += SolutionFile(path: path, fileSystem: fileSystem).projects
      case ".csproj": files.append(path)
      default: walked.append(path)
      }
    }
    files += FileDiscovery(fileSystem).files(below: walked).projects
    for path in walked {
      files += projectFiles(above: fileSystem.isDirectory(path) ? path : FilePath.parent(path), fileSystem)
    }
    return sortedUniquePaths(files).filter { fileSystem.isFile($0) }.flatMap { load($0) }
  }

  /// The project files in the nearest folder at or above that has any, up to the top of the repository.
  private func projectFiles(above folder: String, _ fileSystem: any FileSystem) -> [String] {
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
}
