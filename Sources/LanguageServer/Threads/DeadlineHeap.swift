/// Timers of the main loop: each name has at most one deadline.
struct DeadlineHeap<Name: Hashable> {
  private struct Entry {
    let instant: ContinuousClock.Instant
    let number: UInt64
    let name: Name
  }

  /// A binary heap; entries that were replaced or cancelled stay until they come to the top.
  private var entries: [Entry] = []
  private var current: [Name: (instant: ContinuousClock.Instant, number: UInt64)] = [:]
  private var counter: UInt64 = 0

  /// Sets a timer; its former deadline no longer counts.
  mutating func schedule(_ name: Name, at instant: ContinuousClock.Instant) {
    counter &+= 1
    current[name] = (instant, counter)
    entries.append(Entry(instant: instant, number: counter, name: name))
    siftUp(entries.count - 1)
    // Replaced entries must not pile up while a user types.
    if entries.count > 64, entries.count > current.count * 4 { compact() }
  }

  mutating func cancel(_ name: Name) { current[name] = nil }

  func deadline(of name: Name) -> ContinuousClock.Instant? { current[name]?.instant }

  var names: some Collection<Name> { current.keys }

  /// The earliest deadline.
  mutating func next() -> ContinuousClock.Instant? {
    dropStale()
    return entries.first?.instant
  }

  /// Takes the earliest timer whose deadline is not after `now`.
  mutating func popDue(_ now: ContinuousClock.Instant) -> Name? {
    dropStale()
    guard let first = entries.first, first.instant <= now else { return nil }
    removeFirst()
    current[first.name] = nil
    return first.name
  }

  private mutating func dropStale() {
    while let first = entries.first, current[first.name]?.number != first.number { removeFirst() }
  }

  private mutating func compact() {
    let live = entries.filter { current[$0.name]?.number == $0.number }
    entries.removeAll(keepingCapacity: true)
    for entry in live {
      entries.append(entry)
      siftUp(entries.count - 1)
    }
  }

  private func isBefore(_ a: Entry, _ b: Entry) -> Bool {
    a.instant != b.instant ? a.instant < b.instant : a.number < b.number
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard isBefore(entries[index], entries[parent]) else { return }
      entries.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func removeFirst() {
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var index = 0
    while true {
      let left = index * 2 + 1
      guard left < entries.count else { return }
      let right = left + 1
      let smaller = right < entries.count && isBefore(entries[right], entries[left]) ? right : left
      guard isBefore(entries[smaller], entries[index]) else { return }
      entries.swapAt(index, smaller)
      index = smaller
    }
  }
}
