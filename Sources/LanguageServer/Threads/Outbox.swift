import JSONRPC

/// Messages on their way out. One thread writes them, each with one write, in the order in which they were laid down.
final class Outbox: Sendable {
  private struct State {
    var messages: [OutgoingMessage] = []
    var isClosed = false
    var isDrained = false
  }

  private let state = Monitor<State>(State())

  func post(_ message: OutgoingMessage) {
    state.withLock { $0.messages.append(message) }
    state.wakeAll()
  }

  /// Lets the writer end once everything is written, and waits for that.
  func close(until deadline: ContinuousClock.Instant) {
    state.withLock { $0.isClosed = true }
    state.wakeAll()
    _ = state.wait(until: deadline) { $0.isDrained ? true : nil }
  }

  /// Writes until closed, or until nobody reads any more. Runs on a thread of its own.
  func write(to descriptor: Int32, inbox: Inbox) {
    defer {
      state.withLock { $0.isDrained = true }
      state.wakeAll()
    }
    while true {
      let (messages, isClosed) = state.wait { state -> ([OutgoingMessage], Bool)? in
        guard !state.messages.isEmpty || state.isClosed else { return nil }
        let messages = state.messages
        state.messages.removeAll()
        return (messages, state.isClosed)
      }
      for message in messages {
        guard Platform.write(descriptor, message.frame()) else {
          inbox.post(.outputClosed)
          return
        }
      }
      if isClosed, messages.isEmpty { return }
    }
  }
}
