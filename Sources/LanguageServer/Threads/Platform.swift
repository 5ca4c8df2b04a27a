#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The little that the server asks of the operating system. Everything that differs between systems is here.
enum Platform {
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// A write to a pipe that nobody reads must fail instead of ending the process.
  static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Keeps a descriptor for ourselves and points its number at standard error, so that a stray `print` anywhere in
  /// the process can't get between the messages.
  ///
  /// - Returns: the descriptor to write messages to.
  static func reserve(_ descriptor: Int32) -> Int32 {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { return descriptor }
    _ = dup2(standardError, descriptor)
    return copy
  }

  /// Reads what is there, at most `buffer.count` bytes.
  ///
  /// - Returns: 0 at the end and on errors.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno == EAGAIN {
        waitUntilReady(descriptor, POLLIN)
      } else if errno != EINTR {
        return 0
      }
    }
  }

  /// Writes all bytes.
  ///
  /// - Returns: whether the other side still reads.
  static func write(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count >= 0 {
          offset += count
        } else if errno == EAGAIN {
          waitUntilReady(descriptor, POLLOUT)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// A descriptor may be shared with a process that made it non-blocking.
  private static func waitUntilReady(_ descriptor: Int32, _ events: some BinaryInteger) {
    var request = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0)
    _ = poll(&request, 1, 1000)
  }

  static func isProcessAlive(_ id: Int64) -> Bool {
    guard let id = pid_t(exactly: id), id > 0 else { return true }
    return kill(id, 0) == 0 || errno != ESRCH
  }

  static var processID: Int64 { Int64(getpid()) }

  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  static func environmentVariable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// What tells that a file changed, without reading it; `nil` if there is none.
  static func stamp(ofFile path: String) -> FileStamp? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    #if canImport(Darwin)
      let time = information.st_mtimespec
    #else
      let time = information.st_mtim
    #endif
    return FileStamp(
      seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec), size: Int64(information.st_size),
      node: UInt64(information.st_ino))
  }
}

extension Platform {
  /// Creates a file, or empties the one that is there. Only the user may read it.
  static func createFile(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    return descriptor >= 0 ? descriptor : nil
  }

  static func seek(_ descriptor: Int32, to offset: Int64) {
    _ = lseek(descriptor, off_t(offset), SEEK_SET)
  }

  /// Creates a folder and those above it, as far as they are missing.
  static func createDirectory(_ path: String) {
    var prefix = ""
    for part in path.split(separator: "/") {
      prefix += "/" + part
      _ = mkdir(prefix, 0o700)
    }
  }

  static func names(inDirectory path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The first bytes of a file.
  static func contents(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let read = bytes.withUnsafeMutableBytes { buffer in
        Platform.read(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      guard read > 0 else { break }
      count += read
    }
    return Array(bytes[..<count])
  }

  static func remove(_ path: String) { _ = unlink(path) }

  /// A file of zeros in memory: what is written there is in the file even if the process dies at once after it.
  static func mapNewFile(_ path: String, size: Int) -> UnsafeMutableRawBufferPointer? {
    guard let descriptor = createFile(path) else { return nil }
    defer { close(descriptor) }
    guard ftruncate(descriptor, off_t(size)) == 0,
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), memory != MAP_FAILED
    else { return nil }
    return UnsafeMutableRawBufferPointer(start: memory, count: size)
  }

  static func unmap(_ memory: UnsafeMutableRawBufferPointer) { _ = munmap(memory.baseAddress, memory.count) }
}

struct FileStamp: Hashable, Sendable {
  let seconds: Int64
  let nanoseconds: Int64
  let size: Int64
  let node: UInt64
}

/// A value behind a lock, with a condition to wait on until it changes.
final class Monitor<Value>: @unchecked Sendable {
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ value: sending Value) {
    self.value = value
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    #if canImport(Darwin)
      pthread_cond_init(condition, nil)
    #else
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(condition, &attributes)
      pthread_condattr_destroy(&attributes)
    #endif
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Looks at the value or changes it. Who changes what others wait for calls ``wakeAll()`` afterwards.
  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&value)
  }

  func wakeAll() { pthread_cond_broadcast(condition) }

  /// Waits until `body` gives a result.
  func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&value) { return result }
      pthread_cond_wait(condition, mutex)
    }
  }

  /// Waits until `body` gives a result or the deadline passes.
  func wait<Result>(until deadline: ContinuousClock.Instant, _ body: (inout Value) -> Result?) -> Result? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&value) { return result }
      let remaining = deadline - ContinuousClock.now
      guard remaining > .zero else { return nil }
      let (seconds, attoseconds) = remaining.components
      var time = timespec()
      #if canImport(Darwin)
        time.tv_sec = Int(clamping: min(seconds, 86_400))
        time.tv_nsec = Int(clamping: attoseconds / 1_000_000_000)
        pthread_cond_timedwait_relative_np(condition, mutex, &time)
      #else
        clock_gettime(CLOCK_MONOTONIC, &time)
        let nanoseconds = Int64(time.tv_nsec) + attoseconds / 1_000_000_000
        time.tv_sec = time.tv_sec &+ Int(clamping: min(seconds, 86_400) + nanoseconds / 1_000_000_000)
        time.tv_nsec = Int(clamping: nanoseconds % 1_000_000_000)
        pthread_cond_timedwait(condition, mutex, &time)
      #endif
    }
  }
}

/// A running thread.
struct Thread {
  /// Enough for the deepest nesting that the parser lets through, in each of the passes.
  static let largeStack = 64 << 20
  static let smallStack = 1 << 20

  private final class Start {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs a function on a new thread.
  ///
  /// - Returns: whether the system gave us one.
  static func start(stackSize: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let start = Unmanaged.passRetained(Start(body))
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(&thread, &attributes, { Thread.run($0) }, start.toOpaque())
    #else
      var thread = pthread_t()
      let result = pthread_create(&thread, &attributes, { Thread.run($0) }, start.toOpaque())
    #endif
    if result != 0 { start.release() }
    return result == 0
  }

  private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
    start.body()
    return nil
  }
}
