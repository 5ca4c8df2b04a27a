/// An identifier or keyword-like name as a small integer, valid in one ``NameTable``.
///
/// Two names are equal exactly when their texts are; escapes and a leading `@` are resolved before.
package struct Name: Hashable, Sendable {
  package let rawValue: UInt32

  @inline(__always)
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No name at all: the empty text.
  package static let empty = Name(rawValue: 0)

  package var isEmpty: Bool { rawValue == 0 }
}

/// The texts of all names that one binding context has met. Not thread-safe, as its context.
struct NameTable {
  private var texts: [String] = [""]
  /// Open addressing; 0 is a free place (the empty name is never stored).
  private var buckets: [UInt32]
  private var hashes: [UInt32] = [0]
  private var mask: Int

  init() {
    buckets = [UInt32](repeating: 0, count: 1 << 14)
    mask = (1 << 14) - 1
  }

  var count: Int { texts.count }

  func text(_ name: Name) -> String {
    let index = Int(name.rawValue)
    return index < texts.count ? texts[index] : ""
  }

  mutating func name(_ text: String) -> Name {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The name that some bytes spell.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Name {
    if bytes.isEmpty { return .empty }
    let hash = NameTable.hash(bytes)
    var place = Int(hash) & mask
    while true {
      let index = buckets[place]
      if index == 0 { break }
      if hashes[Int(index)] == hash, isEqual(Int(index), bytes) { return Name(rawValue: index) }
      place = (place &+ 1) & mask
    }
    let index = UInt32(truncatingIfNeeded: texts.count)
    texts.append(String(decoding: bytes, as: UTF8.self))
    hashes.append(hash)
    buckets[place] = index
    if texts.count &* 2 > buckets.count { grow() }
    return Name(rawValue: index)
  }

  private func isEqual(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = texts[index].utf8
    guard text.count == bytes.count else { return false }
    return text.elementsEqual(bytes)
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ (hash >> 15)
  }

  private mutating func grow() {
    let size = buckets.count &* 2
    mask = size &- 1
    buckets = [UInt32](repeating: 0, count: size)
    for index in 1..<texts.count {
      var place = Int(hashes[index]) & mask
      while buckets[place] != 0 { place = (place &+ 1) & mask }
      buckets[place] = UInt32(truncatingIfNeeded: index)
    }
  }
}
