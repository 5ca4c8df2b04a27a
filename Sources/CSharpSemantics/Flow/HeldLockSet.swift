/// Some of a function's acquisitions, as indices of ``LockRegions/acquisitions``.
///
/// A bit per acquisition, between the first and the last that is in it: few locks are held at one place, and those were
/// taken near each other.
package struct HeldLockSet: Equatable {
  /// The place of `words[0]`; without words 0, so that equal sets have equal parts.
  private var base = 0
  /// Neither begins nor ends with an empty word.
  private var words: [UInt64] = []

  package init() {}

  package init(_ index: Int) { insert(index) }

  package var isEmpty: Bool { words.isEmpty }

  package func contains(_ index: Int) -> Bool {
    let word = (index >> 6) - base
    return words.indices.contains(word) && words[word] & (1 << UInt64(index & 63)) != 0
  }

  /// In ascending order.
  package var indices: [Int] {
    var result: [Int] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append((base + place) << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }

  package mutating func insert(_ index: Int) {
    guard index >= 0 else { return }
    widen(toHold: index >> 6, index >> 6)
    words[(index >> 6) - base] |= 1 << UInt64(index & 63)
  }

  package mutating func remove(_ index: Int) {
    guard contains(index) else { return }
    words[(index >> 6) - base] &= ~(1 << UInt64(index & 63))
    trim()
  }

  package mutating func formUnion(_ other: HeldLockSet) {
    guard !other.isEmpty, self != other else { return }
    widen(toHold: other.base, other.base + other.words.count - 1)
    for (place, word) in other.words.enumerated() { words[other.base - base + place] |= word }
  }

  package mutating func formIntersection(_ other: HeldLockSet) {
    guard self != other else { return }
    for place in words.indices {
      let own = base + place - other.base
      words[place] &= other.words.indices.contains(own) ? other.words[own] : 0
    }
    trim()
  }

  package mutating func subtract(_ other: HeldLockSet) {
    let first = max(base, other.base)
    let end = min(base + words.count, other.base + other.words.count)
    guard first < end else { return }
    for word in first..<end where words[word - base] & other.words[word - other.base] != 0 {
      words[word - base] &= ~other.words[word - other.base]
    }
    trim()
  }

  private mutating func widen(toHold first: Int, _ last: Int) {
    if words.isEmpty {
      base = first
      words = Array(repeating: 0, count: last - first + 1)
      return
    }
    if first < base {
      words.insert(contentsOf: repeatElement(0, count: base - first), at: 0)
      base = first
    }
    let missing = last - (base + words.count - 1)
    if missing > 0 { words.append(contentsOf: repeatElement(0, count: missing)) }
  }

  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
    guard let first = words.firstIndex(where: { $0 != 0 }) else {
      words = []
      base = 0
      return
    }
    if first > 0 {
      words.removeFirst(first)
      base += first
    }
  }
}
