/// A window on bytes that somebody else owns: a mapped file, an array, the executable's read-only data.
///
/// Every read is checked against ``count``: the bytes come from outside, and a trap would end the process.
package struct ByteView: @unchecked Sendable {
  /// Start of the window. Sendable because nobody writes to the bytes while a view of them exists.
  package let base: UnsafeRawPointer
  package let count: Int

  package init(base: UnsafeRawPointer, count: Int) {
    self.base = base
    self.count = max(0, count)
  }

  package init?(_ buffer: UnsafeRawBufferPointer) {
    guard let base = buffer.baseAddress else { return nil }
    self.init(base: base, count: buffer.count)
  }

  /// The byte at `offset`, or 0 beyond the end.
  @inline(__always)
  package func byte(_ offset: Int) -> UInt8 {
    guard offset >= 0, offset < count else { return 0 }
    return base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The little-endian 16-bit number at `offset`, or 0 beyond the end.
  @inline(__always)
  package func uint16(_ offset: Int) -> UInt16 {
    guard offset >= 0, offset <= count &- 2 else { return 0 }
    return UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// The little-endian 32-bit number at `offset`, or 0 beyond the end.
  @inline(__always)
  package func uint32(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset <= count &- 4 else { return 0 }
    return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The little-endian 64-bit number at `offset`, or 0 beyond the end.
  @inline(__always)
  package func uint64(_ offset: Int) -> UInt64 {
    guard offset >= 0, offset <= count &- 8 else { return 0 }
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// `length` bytes from `offset`; nil unless they all lie inside.
  package func slice(_ offset: Int, _ length: Int) -> ByteView? {
    guard offset >= 0, length >= 0, offset <= count, length <= count &- offset else { return nil }
    return ByteView(base: base + offset, count: length)
  }

  /// All bytes from `offset` on; nil if it lies outside.
  package func suffix(from offset: Int) -> ByteView? {
    slice(offset, count &- offset)
  }

  package var isEmpty: Bool { count == 0 }

  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// An empty window. Its address is never read through.
  package static let empty = ByteView(
    base: UnsafeRawPointer(UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1)), count: 0)
}

/// Reads a blob front to back (ECMA-335 II.23.2). A read beyond the end gives zero and sets ``failed``, which the caller
/// looks at once at the end.
package struct BlobReader {
  package let view: ByteView
  package private(set) var offset = 0
  package private(set) var failed = false

  package init(_ view: ByteView) {
    self.view = view
  }

  package var isAtEnd: Bool { offset >= view.count }
  package var remaining: Int { view.count &- offset }

  package mutating func fail() {
    failed = true
    offset = view.count
  }

  package mutating func byte() -> UInt8 {
    guard offset < view.count else {
      fail()
      return 0
    }
    defer { offset &+= 1 }
    return view.byte(offset)
  }

  package func peek() -> UInt8? {
    offset < view.count ? view.byte(offset) : nil
  }

  package mutating func uint16() -> UInt16 {
    guard remaining >= 2 else {
      fail()
      return 0
    }
    defer { offset &+= 2 }
    return view.uint16(offset)
  }

  package mutating func uint32() -> UInt32 {
    guard remaining >= 4 else {
      fail()
      return 0
    }
    defer { offset &+= 4 }
    return view.uint32(offset)
  }

  package mutating func uint64() -> UInt64 {
    guard remaining >= 8 else {
      fail()
      return 0
    }
    defer { offset &+= 8 }
    return view.uint64(offset)
  }

  /// A compressed unsigned number (II.23.2): one, two or four bytes, big-endian, the length in the top bits.
  package mutating func compressedUnsigned() -> UInt32 {
    let first = UInt32(byte())
    if first & 0x80 == 0 { return first }
    if first & 0x40 == 0 { return (first & 0x3f) << 8 | UInt32(byte()) }
    if first & 0x20 == 0 {
      let second = UInt32(byte())
      let third = UInt32(byte())
      return (first & 0x1f) << 24 | second << 16 | third << 8 | UInt32(byte())
    }
    fail()
    return 0
  }

  /// A compressed signed number (II.23.2): rotated left by one, the sign in the lowest bit.
  package mutating func compressedSigned() -> Int32 {
    let start = offset
    let raw = compressedUnsigned()
    let magnitude = Int32(bitPattern: raw >> 1)
    guard raw & 1 != 0 else { return magnitude }
    switch offset &- start {
    case 1: return magnitude | Int32(bitPattern: 0xffff_ffc0)
    case 2: return magnitude | Int32(bitPattern: 0xffff_e000)
    default: return magnitude | Int32(bitPattern: 0xf000_0000)
    }
  }

  package mutating func take(_ length: Int) -> ByteView? {
    guard let slice = view.slice(offset, length) else {
      fail()
      return nil
    }
    offset &+= length
    return slice
  }

  /// A `SerString` (II.23.3): compressed length and UTF-8, or 0xFF for null.
  package mutating func serializedString() -> MetadataName? {
    if peek() == 0xff {
      offset &+= 1
      return nil
    }
    let length = compressedUnsigned()
    guard let slice = take(Int(length)) else { return nil }
    return MetadataName(slice)
  }
}
