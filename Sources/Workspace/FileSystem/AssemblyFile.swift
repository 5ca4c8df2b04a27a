import DotNetMetadata

/// How an assembly file's bytes get into memory.
package enum AssemblyFileMode: Sendable {
  /// Mapped: costs nothing until read, but if the file shrinks underneath, touching a lost page ends the process. For
  /// files that nobody rewrites in place: targeting packs, the NuGet folder.
  case map
  /// Copied: for a build's outputs, which the next build overwrites.
  case copy
}

extension AssemblyImage {
  /// Opens an assembly file; `DotNetMetadata` itself reads no files.
  package convenience init(path: String, mode: AssemblyFileMode = .map) throws(MetadataError) {
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path)
    } catch {
      throw MetadataError(file: path, reason: .unreadable(error.reason))
    }
    guard let mapped = file.withUnsafeBytes({ ByteView($0) }) else {
      throw MetadataError(file: path, reason: .notPortableExecutable)
    }
    switch mode {
    case .map: try self.init(portableExecutable: mapped, file: path, owner: file)
    case .copy:
      let copy = CopiedBytes(mapped)
      try self.init(portableExecutable: copy.view, file: path, owner: copy)
    }
  }
}

private final class CopiedBytes {
  let view: ByteView

  init(_ other: ByteView) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(other.count, 1), alignment: 16)
    buffer.copyMemory(from: other.bytes)
    view = ByteView(
      base: UnsafeRawPointer(buffer.baseAddress ?? UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 16)),
      count: other.count)
  }

  deinit { UnsafeMutableRawPointer(mutating: view.base).deallocate() }
}
