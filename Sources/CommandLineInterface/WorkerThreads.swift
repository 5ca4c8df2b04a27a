// Threads with a big stack: analysing deeply nested code takes more than a system's default.

import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs the body on so many threads at the same time and waits for all of them.
///
/// - Parameters:
///   - interval: how often `meanwhile` is called on the calling thread while the others run.
///   - body: is given the thread's number, from 0.
func runOnThreads(
  _ count: Int, interval: Duration = .milliseconds(100), meanwhile: () -> Void = {},
  body: @escaping @Sendable (Int) -> Void
) {
  let done = Completion()
  var started = 0
  for number in 0..<count
  where startThread({
    body(number)
    done.signal()
  }) {
    started += 1
  }
  // Without any thread the work is done here, on a smaller stack.
  if started == 0 { (0..<count).forEach(body) }
  while !done.wait(for: started, atMost: interval) { meanwhile() }
}

/// 64 MiB.
private let stackSize = 64 << 20

private func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  var attributes = pthread_attr_t()
  guard pthread_attr_init(&attributes) == 0 else { return false }
  defer { pthread_attr_destroy(&attributes) }
  guard pthread_attr_setstacksize(&attributes, stackSize) == 0,
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED)) == 0
  else { return false }
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  let box = Unmanaged.passRetained(ThreadBody(body))
  let code = pthread_create(&thread, &attributes, threadMain, box.toOpaque())
  if code != 0 { box.release() }
  return code == 0
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Darwin)
  private func threadMain(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#else
  private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run() }
    return nil
  }
#endif

/// Counts threads that have ended; one thread waits for it.
private final class Completion: @unchecked Sendable {
  // Unchecked because of the C structures, which are made for being shared.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var count = 0

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func signal() {
    pthread_mutex_lock(mutex)
    count += 1
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  /// - Returns: whether so many have ended.
  func wait(for target: Int, atMost duration: Duration) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let (seconds, attoseconds) = duration.components
    var nanoseconds = Int(now.tv_nsec) + Int(attoseconds / 1_000_000_000)
    var deadline = timespec()
    deadline.tv_sec = now.tv_sec + Int(seconds) + nanoseconds / 1_000_000_000
    nanoseconds %= 1_000_000_000
    deadline.tv_nsec = nanoseconds
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while count < target {
      if pthread_cond_timedwait(condition, mutex, &deadline) != 0 { break }
    }
    return count >= target
  }
}
