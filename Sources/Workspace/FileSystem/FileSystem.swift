import Synchronization

package enum FileKind: Sendable {
  case file
  case directory
  case other
}

/// Tells two paths to one file apart from two files.
package struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64

  package init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

package struct FileStatus: Hashable, Sendable {
  package let kind: FileKind
  /// In bytes.
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int64
  package let identity: FileIdentity

  package init(kind: FileKind, size: Int, modified: Int64, identity: FileIdentity) {
    self.kind = kind
    self.size = size
    self.modified = modified
    self.identity = identity
  }
}

package struct DirectoryEntry: Hashable, Sendable {
  package let name: String
  /// Of what a symbolic link points to.
  package let kind: FileKind
  package let isSymbolicLink: Bool

  package init(name: String, kind: FileKind, isSymbolicLink: Bool = false) {
    self.name = name
    self.kind = kind
    self.isSymbolicLink = isSymbolicLink
  }
}

/// Where files come from: the disk, or a table in tests. All paths are absolute and normalized.
package protocol FileSystem: Sendable {
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// Follows symbolic links; `nil` if nothing is there.
  func status(of path: String) -> FileStatus?
  /// In no order; empty if the folder can't be read.
  func list(_ directory: String) -> [DirectoryEntry]
  /// The path without symbolic links; `nil` if nothing is there.
  func realPath(_ path: String) -> String?
  /// A reader sees the old content or the new one, nothing between.
  func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError)
}

extension FileSystem {
  package func isFile(_ path: String) -> Bool { status(of: path)?.kind == .file }
  package func isDirectory(_ path: String) -> Bool { status(of: path)?.kind == .directory }
  package func exists(_ path: String) -> Bool { status(of: path) != nil }
  package func contents(_ path: String) -> [UInt8]? { try? read(path) }
}

/// The machine's disk.
package struct LocalFileSystem: FileSystem {
  package init() {}

  package func read(_ path: String) throws(FileError) -> [UInt8] { try Platform.read(path) }
  package func status(of path: String) -> FileStatus? { Platform.status(path) }
  package func list(_ directory: String) -> [DirectoryEntry] { Platform.list(directory) ?? [] }
  package func realPath(_ path: String) -> String? { Platform.realPath(path) }
  package func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
    try Platform.writeAtomically(bytes, to: path)
  }
}

/// A table of files; folders are there because files are in them.
package final class InMemoryFileSystem: FileSystem {
  private struct State {
    var files: [String: [UInt8]] = [:]
    /// Direct children per folder.
    var folders: [String: Set<String>] = ["/": []]
    var links: [String: String] = [:]
    var version: Int64 = 1
    var versions: [String: Int64] = [:]
  }

  private let state = Mutex(State())

  package init(_ files: [String: String] = [:]) {
    for (path, text) in files { set(path, text) }
  }

  package func set(_ path: String, _ text: String) { set(path, bytes: Array(text.utf8)) }

  package func set(_ path: String, bytes: [UInt8]) {
    state.withLock { state in
      state.files[path] = bytes
      state.version &+= 1
      state.versions[path] = state.version
      InMemoryFileSystem.register(path, in: &state)
    }
  }

  /// A symbolic link to a file or folder.
  package func link(_ path: String, to target: String) {
    state.withLock { state in
      state.links[path] = target
      InMemoryFileSystem.register(path, in: &state)
    }
  }

  package func remove(_ path: String) {
    state.withLock { state in
      state.files[path] = nil
      state.links[path] = nil
      state.folders[FilePath.parent(path)]?.remove(FilePath.name(path))
    }
  }

  private static func register(_ path: String, in state: inout State) {
    var child = path
    while child != "/" {
      let folder = FilePath.parent(child)
      state.folders[folder, default: []].insert(FilePath.name(child))
      child = folder
    }
  }

  private static func resolve(_ path: String, _ state: State) -> String {
    guard !state.links.isEmpty else { return path }
    var current = path
    for _ in 0..<32 {
      var replaced = false
      for ancestor in FilePath.ancestors(of: current) {
        guard let target = state.links[ancestor], let rest = FilePath.inside(current, ancestor) else { continue }
        current = FilePath.normalize(FilePath.join(FilePath.resolve(target, in: FilePath.parent(ancestor)), rest))
        replaced = true
        break
      }
      if !replaced { break }
    }
    return current
  }

  private static func kind(_ path: String, _ state: State) -> FileKind? {
    if state.files[path] != nil { return .file }
    return state.folders[path] == nil ? nil : .directory
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    let bytes = state.withLock { $0.files[InMemoryFileSystem.resolve(path, $0)] }
    guard let bytes else {
      throw FileError(path: path, operation: "read", code: 2, reason: "No such file or directory")
    }
    return bytes
  }

  package func status(of path: String) -> FileStatus? {
    state.withLock { state in
      let resolved = InMemoryFileSystem.resolve(path, state)
      guard let kind = InMemoryFileSystem.kind(resolved, state) else { return nil }
      return FileStatus(
        kind: kind, size: state.files[resolved]?.count ?? 0, modified: state.versions[resolved] ?? 0,
        identity: FileIdentity(device: 0, inode: UInt64(truncatingIfNeeded: resolved.hashValue)))
    }
  }

  package func list(_ directory: String) -> [DirectoryEntry] {
    state.withLock { state in
      let resolved = InMemoryFileSystem.resolve(directory, state)
      return (state.folders[resolved] ?? []).map { name in
        let path = FilePath.join(resolved, name)
        let target = InMemoryFileSystem.resolve(path, state)
        return DirectoryEntry(
          name: name, kind: InMemoryFileSystem.kind(target, state) ?? .other,
          isSymbolicLink: state.links[path] != nil)
      }
    }
  }

  package func realPath(_ path: String) -> String? {
    state.withLock { state in
      let resolved = InMemoryFileSystem.resolve(path, state)
      return InMemoryFileSystem.kind(resolved, state) == nil ? nil : resolved
    }
  }

  package func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) { set(path, bytes: bytes) }
}
