import CSharpSemantics
import CSharpSyntax
import Synchronization

/// What the files on disk declare, read when it is asked for and kept until the file changes. Shared by all threads.
final class SourceStore: Sendable {
  private let fileSystem: any FileSystem
  private let entries = Mutex<[String: Entry]>([:])
  private let trees: RecentTrees

  private struct Entry: Sendable {
    let status: FileStatus
    let options: ParseOptions
    let declarations: FileDeclarations
  }

  /// - Parameter treeBytes: how much memory trees with bodies may take that nobody looks at.
  init(_ fileSystem: any FileSystem, treeBytes: Int) {
    self.fileSystem = fileSystem
    trees = RecentTrees(capacity: treeBytes)
  }

  /// The text of a file, without parsing it; `nil` if it can't be read.
  func text(of path: String) -> [UInt8]? {
    if let known = entries.withLock({ $0[path] }), known.status == fileSystem.status(of: path) {
      return known.declarations.bytes
    }
    return (try? fileSystem.read(path)).map { SourceEncoding.decode($0).bytes }
  }

  /// `nil` if the file can't be read. Two threads that ask for the same file at once may both read it.
  func declarations(of path: String, options: ParseOptions) -> FileDeclarations? {
    guard let status = fileSystem.status(of: path) else { return nil }
    if let known = entries.withLock({ $0[path] }), known.status == status, known.options == options {
      return known.declarations
    }
    guard let bytes = try? fileSystem.read(path), let tree = parse(SourceEncoding.decode(bytes).bytes, options: options)
    else { return nil }
    let whole = FileDeclarations(path: path, tree: tree)
    let declarations = trees.withoutBodies(whole)
    entries.withLock { $0[path] = Entry(status: status, options: options, declarations: declarations) }
    return declarations
  }
}
