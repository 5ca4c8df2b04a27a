import JSONRPC

/// Turns what arrives on a descriptor into events, until its end. Runs on a thread of its own.
func readMessages(from descriptor: Int32, into inbox: Inbox) {
  var decoder = FrameDecoder()
  var buffer = [UInt8](repeating: 0, count: 64 << 10)
  while true {
    let count = buffer.withUnsafeMutableBytes { Platform.read(descriptor, into: $0) }
    guard count > 0 else { break }
    decoder.append(buffer[..<count])
    while let event = decoder.next() {
      guard post(event, to: inbox) else { return }
    }
  }
  if !decoder.isAtBoundary { inbox.post(.skipped(byteCount: 0)) }
  inbox.post(.inputClosed)
}

/// - Returns: whether more may follow.
private func post(_ event: FrameEvent, to inbox: Inbox) -> Bool {
  switch event {
  case .body(let body):
    do {
      inbox.post(.message(try IncomingMessage(body: body)))
    } catch {
      inbox.post(.malformed(error))
    }
  case .rejected(let reason):
    inbox.post(.malformed(MalformedMessage(id: nil, error: ResponseError(.parseError, reason))))
  case .skipped(let byteCount):
    inbox.post(.skipped(byteCount: byteCount))
  case .unrecoverable(let reason):
    inbox.post(.streamFailed(reason: reason))
    return false
  }
  return true
}
