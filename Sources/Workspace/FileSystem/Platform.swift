// The one place that talks to the operating system. Everything else goes through ``FileSystem``.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A failed call of the operating system.
package struct FileError: Error, Hashable, CustomStringConvertible {
  package let path: String
  /// What was tried, such as `read`.
  package let operation: String
  /// The value of `errno`; 0 if the failure has no number.
  package let code: Int32
  package let reason: String

  package init(path: String, operation: String, code: Int32, reason: String) {
    self.path = path
    self.operation = operation
    self.code = code
    self.reason = reason
  }

  package var description: String { "cannot \(operation) \(path): \(reason)" }
  /// Nothing lies at the path.
  package var isNotFound: Bool { code == ENOENT || code == ENOTDIR }
}

/// Calls of the operating system, without policy.
enum Platform {
  static func lastError(_ operation: String, _ path: String) -> FileError {
    let code = errno
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return FileError(path: path, operation: operation, code: code, reason: reason)
  }

  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw lastError("read", path) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw lastError("read", path) }
    if information.st_mode & S_IFMT == S_IFDIR {
      throw FileError(path: path, operation: "read", code: EISDIR, reason: "it is a folder")
    }
    // The size is only a hint: files below /proc say 0, and a file may grow while it is read.
    let hint = max(0, min(Int(clamping: information.st_size), 1 << 30))
    var failure: FileError?
    // The array is kept as long as the text: it has no room to spare.
    var bytes = [UInt8](unsafeUninitializedCapacity: hint) { buffer, count in
      while count < hint,
        let step = read(
          descriptor, UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...])))
      {
        if step < 0 { failure = lastError("read", path) }
        if step <= 0 { return }
        count &+= step
      }
    }
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { rest in
      while failure == nil, let step = read(descriptor, rest) {
        if step < 0 { failure = lastError("read", path) }
        if step <= 0 { return }
        bytes.append(contentsOf: rest[..<step])
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// How many bytes were read: 0 at the end, negative for a failure; interruptions are passed over.
  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return nil }
    while true {
      #if canImport(Darwin)
        let step = Darwin.read(descriptor, base, buffer.count)
      #elseif canImport(Musl)
        let step = Musl.read(descriptor, base, buffer.count)
      #else
        let step = Glibc.read(descriptor, base, buffer.count)
      #endif
      if step < 0, errno == EINTR { continue }
      return step
    }
  }

  /// Writes a new file beside the old one, forces it to the disk and renames it over the old one, so that a reader sees
  /// the old text or the new one and nothing between. The old file's mode is kept; a symbolic link is followed.
  static func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = realPath(path) ?? path
    var information = stat()
    let exists = stat(target, &information) == 0
    if exists, information.st_mode & S_IFMT != S_IFREG {
      throw FileError(path: path, operation: "write", code: EINVAL, reason: "it is not a regular file")
    }
    // Renaming needs no right to write the file itself, so ask for it here: a read-only file stays as it is.
    if exists, access(target, W_OK) != 0 { throw lastError("write", path) }
    let folder = FilePath.parent(target)
    var temporary = Array((FilePath.join(folder, ".awaitwise-XXXXXX")).utf8CString)
    let descriptor = mkstemp(&temporary)
    let temporaryPath = String(decoding: temporary.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw lastError("write", path) }
    var done = false
    defer { if !done { unlink(temporaryPath) } }
    var failure: FileError?
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return write(descriptor, base + offset, bytes.count &- offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        failure = lastError("write", path)
        break
      }
      offset &+= written
    }
    if failure == nil, exists {
      // Owner first: changing it may clear bits of the mode. Failing to keep the owner is no reason not to save.
      if information.st_uid != geteuid() || information.st_gid != getegid() {
        _ = fchown(descriptor, information.st_uid, information.st_gid)
      }
      if fchmod(descriptor, information.st_mode & 0o7777) != 0 { failure = lastError("write", path) }
    } else if failure == nil {
      let mask = umask(0)
      umask(mask)
      _ = fchmod(descriptor, 0o666 & ~mask)
    }
    if failure == nil, fsync(descriptor) != 0 { failure = lastError("write", path) }
    if close(descriptor) != 0, failure == nil { failure = lastError("write", path) }
    if let failure { throw failure }
    guard rename(temporaryPath, target) == 0 else { throw lastError("write", path) }
    done = true
    // The rename is durable only when the folder is.
    let folderDescriptor = open(folder, O_RDONLY | O_CLOEXEC)
    if folderDescriptor >= 0 {
      _ = fsync(folderDescriptor)
      close(folderDescriptor)
    }
  }

  static func status(_ path: String) -> FileStatus? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    let kind: FileKind
    switch information.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    default: kind = .other
    }
    #if canImport(Darwin)
      let time = information.st_mtimespec
    #else
      let time = information.st_mtim
    #endif
    return FileStatus(
      kind: kind, size: Int(clamping: information.st_size),
      modified: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec),
      identity: FileIdentity(device: UInt64(truncatingIfNeeded: information.st_dev), inode: UInt64(information.st_ino)))
  }

  static func list(_ directory: String) -> [DirectoryEntry]? {
    guard let stream = opendir(directory) else { return nil }
    defer { closedir(stream) }
    var entries: [DirectoryEntry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      if name == "." || name == ".." { continue }
      var isLink = false
      let kind: FileKind
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): kind = .file
      case Int32(DT_DIR): kind = .directory
      case Int32(DT_LNK), Int32(DT_UNKNOWN):
        let path = FilePath.join(directory, name)
        var information = stat()
        isLink = lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
        kind = status(path)?.kind ?? .other
      default: kind = .other
      }
      entries.append(DirectoryEntry(name: name, kind: kind, isSymbolicLink: isLink))
    }
    return entries
  }

  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func currentDirectory() -> String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// Gives memory back to the system that was freed and is kept for the next allocation.
  static func returnFreedMemory() {
    #if canImport(Glibc)
      _ = trimAllocator(0)
    #endif
  }
}

#if canImport(Glibc)
  /// `int malloc_trim(size_t)` of <malloc.h>, which the toolchain's module of the C library leaves out.
  @_silgen_name("malloc_trim")
  private func trimAllocator(_ padding: Int) -> CInt
#endif
