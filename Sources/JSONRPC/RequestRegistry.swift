/// The requests of one direction that have no response yet. Sees to it that each gets exactly one.
package struct RequestRegistry<Payload> {
  private var pending: [RequestID: Payload] = [:]
  private var order: [RequestID: UInt64] = [:]
  private var counter: UInt64 = 0

  package init() {}

  package var count: Int { pending.count }
  package var isEmpty: Bool { pending.isEmpty }

  /// Whether a request waits for its response.
  package func contains(_ id: RequestID) -> Bool { pending[id] != nil }

  /// What was noted about a request that waits.
  package subscript(id: RequestID) -> Payload? { pending[id] }

  /// Notes a request of the other side.
  ///
  /// - Returns: `false`, and changes nothing, if a request with that id already waits.
  package mutating func begin(_ id: RequestID, _ payload: Payload) -> Bool {
    guard pending[id] == nil else { return false }
    counter &+= 1
    order[id] = counter
    pending[id] = payload
    return true
  }

  /// Notes a request of our own under a new id.
  package mutating func begin(_ payload: Payload) -> RequestID {
    counter &+= 1
    let id = RequestID.integer(Int64(clamping: counter))
    order[id] = counter
    pending[id] = payload
    return id
  }

  /// Ends a request.
  ///
  /// - Returns: `nil` if it never was there or was ended before: then no response may be sent, or one that came is late.
  package mutating func complete(_ id: RequestID) -> Payload? {
    order[id] = nil
    return pending.removeValue(forKey: id)
  }

  /// The ids of all that wait, oldest first.
  package var ids: [RequestID] {
    pending.keys.sorted { (order[$0] ?? 0) < (order[$1] ?? 0) }
  }
}
