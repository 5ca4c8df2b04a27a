#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's bytes. The only place in this module that talks to the operating system.
package final class MappedFile: @unchecked Sendable {
  package enum Mode: Sendable {
    /// Mapped: costs nothing until read, but a file that shrinks underneath ends the process when a lost page is
    /// touched. For files that nobody rewrites in place: targeting packs, the NuGet folder.
    case map
    /// Copied into memory: for a build's outputs, which the next build overwrites.
    case copy
  }

  package let bytes: ByteView
  private let release: () -> Void

  package init(path: String, mode: Mode) throws(MetadataError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MetadataError(file: path, reason: .unreadable(Self.lastError)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw MetadataError(file: path, reason: .unreadable(Self.lastError))
    }
    // Regular files only: reading a pipe or a device could block for ever.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw MetadataError(file: path, reason: .unreadable("not a regular file"))
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw MetadataError(file: path, reason: .notPortableExecutable) }
    switch mode {
    case .map:
      guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
        throw MetadataError(file: path, reason: .unreadable(Self.lastError))
      }
      bytes = ByteView(base: UnsafeRawPointer(address), count: size)
      release = { munmap(address, size) }
    case .copy:
      let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      var filled = 0
      while filled < size {
        let count = read(descriptor, buffer + filled, size - filled)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        filled += count
      }
      bytes = ByteView(base: UnsafeRawPointer(buffer), count: filled)
      release = { buffer.deallocate() }
    }
  }

  deinit { release() }

  private static var lastError: String { String(cString: strerror(errno)) }
}

extension AssemblyImage {
  /// Opens an assembly file.
  package convenience init(path: String, mode: MappedFile.Mode = .map) throws(MetadataError) {
    let file = try MappedFile(path: path, mode: mode)
    try self.init(portableExecutable: file.bytes, file: path, owner: file)
  }
}
