/// A place in a text, counted in bytes of UTF-8 from its beginning (a byte order mark counts).
package struct ByteOffset: Hashable, Comparable, Sendable {
  package var value: UInt32

  @inline(__always)
  package init(_ value: UInt32) { self.value = value }

  /// Clamps to what 32 bits hold.
  package init(clamping value: Int) { self.value = UInt32(clamping: value) }

  @inline(__always)
  package static func < (a: ByteOffset, b: ByteOffset) -> Bool { a.value < b.value }
}

/// A stretch of a text in bytes, end exclusive; never negative.
package struct TextRange: Hashable, Sendable {
  package let start: ByteOffset
  package let end: ByteOffset

  /// An `end` before `start` is taken as `start`.
  package init(start: ByteOffset, end: ByteOffset) {
    self.start = start
    self.end = max(start, end)
  }

  package init(_ start: UInt32, _ end: UInt32) {
    self.init(start: ByteOffset(start), end: ByteOffset(end))
  }

  package var length: UInt32 { end.value - start.value }
  package var isEmpty: Bool { start == end }
  package var indices: Range<Int> { Int(start.value)..<Int(end.value) }

  package func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two share a byte, or touch at an end.
  package func touches(_ other: TextRange) -> Bool { start <= other.end && other.start <= end }
  package func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}
