/// The sorts of locks (definition D28).
package enum LockKind: UInt8, Hashable, Sendable {
  /// Any object, by `lock` or `System.Threading.Monitor`.
  case monitor
  /// `System.Threading.Lock`.
  case lockObject
  case mutex
  /// `ReaderWriterLockSlim`, `ReaderWriterLock`.
  case readerWriter
  case spinLock
  /// `SemaphoreSlim`, `Semaphore`.
  case semaphore
  /// A lock that is awaited and hands out a releaser.
  case asynchronous

  /// Whether the thread that took it has to give it back.
  package var isThreadAffine: Bool {
    switch self {
    case .monitor, .lockObject, .mutex, .readerWriter, .spinLock: true
    case .semaphore, .asynchronous: false
    }
  }

  /// Whether the holder may take it again; `nil` where that is a matter of its policy.
  package var isReentrant: Bool? {
    switch self {
    case .monitor, .lockObject, .mutex: true
    case .spinLock, .semaphore, .asynchronous: false
    case .readerWriter: nil
    }
  }
}

/// How a lock is held.
package enum LockMode: UInt8, Hashable, Sendable {
  case exclusive
  case read
  case upgradeableRead
  case write
}
