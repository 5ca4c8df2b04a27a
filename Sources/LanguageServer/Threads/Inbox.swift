import JSONRPC

/// What the main loop reacts to, in the order of arrival.
package enum Event: Sendable {
  case message(IncomingMessage)
  /// Something that is no message, and the answer to it.
  case malformed(MalformedMessage)
  /// Bytes between messages that were passed over.
  case skipped(byteCount: Int)
  /// Nothing more can be read; the server ends.
  case streamFailed(reason: String)
  case inputClosed
  case outputClosed
  case finished(JobID, WorkOutput)
}

/// Where the other threads lay events down for the main loop.
final class Inbox: Sendable {
  private let events = Monitor<[Event]>([])

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    events.wakeAll()
  }

  /// Takes everything that arrived; waits for it until the deadline.
  func take(until deadline: ContinuousClock.Instant?) -> [Event] {
    func takeAll(_ events: inout [Event]) -> [Event]? {
      guard !events.isEmpty else { return nil }
      let taken = events
      events.removeAll()
      return taken
    }
    guard let deadline else { return events.wait(takeAll) }
    return events.wait(until: deadline, takeAll) ?? []
  }

  var isEmpty: Bool { events.withLock(\.isEmpty) }
}
