import JSONRPC
import LanguageServerProtocol
import Workspace

/// Folders, and files that change on disk.
extension ServerState {
  private static let watcherID = "awaitwise-files"

  /// What the analysis depends on beside the open documents.
  private static let watchedPatterns = [
    "**/*.{cs,csproj,sln,slnx,props,targets,xaml,axaml}", "**/.editorconfig", "**/.globalconfig",
    "**/obj/project.assets.json",
  ]

  func watcherRegistration() -> Registration {
    var watchers: [FileSystemWatcher] = []
    if capabilities.relativePatterns, !folders.isEmpty {
      for folder in folders {
        watchers += ServerState.watchedPatterns.map { FileSystemWatcher(base: folder, pattern: $0) }
      }
    } else {
      watchers = ServerState.watchedPatterns.map { FileSystemWatcher(base: nil, pattern: $0) }
    }
    return Registration(
      id: ServerState.watcherID, method: Method.didChangeWatchedFiles,
      options: ["watchers": .array(watchers.map(\.json))])
  }

  func changeWatchedFiles(_ params: DidChangeWatchedFilesParams) {
    filesChanged(params.changes.compactMap(\.uri.filePath))
  }

  /// Collects changes until the loop has nothing else to do, so that the thousands of a branch switch cost one update.
  func filesChanged(_ paths: [String]) {
    // What the client holds open counts, not what lies on disk.
    changedFiles.formUnion(paths.filter { documents[$0]?.isCSharp != true })
    if !changedFiles.isEmpty { deadlines.schedule(.fileChanges, at: environment.now()) }
  }

  /// For clients that watch no files for us: looks whether configuration files on the way to a document changed since
  /// the last time.
  func lookForChangedConfiguration(near key: DocumentKey) {
    guard !watchersAreRegistered, key.hasPrefix("/") else { return }
    var changed: [String] = []
    var directory = key[...]
    var depth = 0
    while let slash = directory.lastIndex(of: "/"), depth < 64 {
      directory = directory[..<slash]
      depth += 1
      for name in [".editorconfig", ".globalconfig"] {
        let path = directory + "/" + name
        let stamp = environment.fileStamp(path)
        if let known = stamps.updateValue(stamp, forKey: path), known != stamp { changed.append(path) }
      }
    }
    if !changed.isEmpty { filesChanged(changed) }
  }

  // MARK: Folders

  func changeFolders(_ params: DidChangeWorkspaceFoldersParams) {
    let removed = Set(params.removed.map(\.uri.key))
    let former = folders
    folders.removeAll { removed.contains($0.key) }
    for folder in params.added where !folders.contains(where: { $0.key == folder.uri.key }) {
      folders.append(folder.uri)
    }
    guard folders != former else { return }
    applyFolders()
    if watchersAreRegistered, capabilities.relativePatterns {
      request(
        Method.unregisterCapability,
        UnregistrationParams(id: ServerState.watcherID, method: Method.didChangeWatchedFiles).json, .registration)
      request(
        Method.registerCapability, RegistrationParams(registrations: [watcherRegistration()]).json, .registration)
    }
    react(to: .everything, changed: nil)
  }

  func applyFolders() {
    let paths = folders.compactMap(\.filePath).filter { path in
      // An editor that was started nowhere in particular names these, and nobody means all that lies below them.
      guard path != "/", path != environment.homeDirectory, !path.isEmpty else {
        note(.info, "the folder \(path) is not looked through")
        return false
      }
      return true
    }
    host.setFolders(paths)
  }
}
