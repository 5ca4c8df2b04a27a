#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file mapped into memory, read-only; unmapped when the last reference goes.
///
/// The bytes change under a reader's hands when somebody overwrites the file in place, so whoever reads them must check
/// every offset each time. Package managers replace files instead of overwriting them.
package final class MappedFile: @unchecked Sendable {
  // Unchecked because of the pointer; the memory behind it is never written, and freed only by `deinit`.
  private let base: UnsafeMutableRawPointer?
  package let count: Int

  package init(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Platform.lastError("map", path) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw Platform.lastError("map", path) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, operation: "map", code: EINVAL, reason: "it is not a regular file")
    }
    count = Int(clamping: information.st_size)
    if count == 0 {
      base = nil
      return
    }
    let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw Platform.lastError("map", path) }
    base = address
  }

  deinit {
    if let base { munmap(base, count) }
  }

  package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : count))
  }
}
