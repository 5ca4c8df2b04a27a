/// A name in an image's heap: UTF-8 bytes where they lie, no `String` made. Valid as long as its ``AssemblyImage`` is.
package struct MetadataName: Hashable, @unchecked Sendable, CustomStringConvertible {
  package let bytes: UnsafeRawBufferPointer

  package init(_ view: ByteView) {
    bytes = view.bytes
  }

  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  package static let empty = MetadataName(ByteView.empty)

  package var count: Int { bytes.count }
  package var isEmpty: Bool { bytes.isEmpty }

  /// The name as text; ill-formed UTF-8 becomes U+FFFD.
  package var string: String { String(decoding: bytes, as: UTF8.self) }
  package var description: String { string }

  package static func == (left: MetadataName, right: MetadataName) -> Bool {
    guard left.bytes.count == right.bytes.count else { return false }
    if left.bytes.baseAddress == right.bytes.baseAddress { return true }
    return left.bytes.elementsEqual(right.bytes)
  }

  package static func == (left: MetadataName, right: StaticString) -> Bool {
    left.bytes.elementsEqual(UnsafeRawBufferPointer(start: right.utf8Start, count: right.utf8CodeUnitCount))
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: bytes)
  }

  package func equals(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.elementsEqual(bytes) }
  }

  package func hasPrefix(_ prefix: StaticString) -> Bool {
    bytes.starts(with: UnsafeRawBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
  }

  package func hasSuffix(_ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard length <= bytes.count else { return false }
    return bytes.suffix(length).elementsEqual(UnsafeRawBufferPointer(start: suffix.utf8Start, count: length))
  }

  package func contains(_ byte: UInt8) -> Bool {
    bytes.contains(byte)
  }

  /// The bytes before `length`; all of them if the name is shorter.
  package func prefix(_ length: Int) -> MetadataName {
    MetadataName(UnsafeRawBufferPointer(rebasing: bytes.prefix(max(0, length))))
  }

  package func dropFirst(_ length: Int) -> MetadataName {
    MetadataName(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(max(0, length))))
  }

  /// Position of the last `byte`, if any.
  package func lastIndex(of byte: UInt8) -> Int? {
    bytes.lastIndex(of: byte)
  }

  /// The number of type parameters that a name such as ``Dictionary`2`` tells, and the name without it (CLS rule 43). A
  /// suffix that the compilers would not write (`` `0 ``, `` `01 ``, over 32767) counts as part of the name.
  package var unmangled: (name: MetadataName, arity: Int) {
    guard let tick = lastIndex(of: UInt8(ascii: "`")), tick > 0, tick &+ 1 < count, count &- tick <= 6 else {
      return (self, 0)
    }
    var arity = 0
    for byte in bytes[(tick + 1)...] {
      guard byte >= 0x30, byte <= 0x39 else { return (self, 0) }
      arity = arity * 10 + Int(byte &- 0x30)
    }
    guard arity > 0, arity <= 32767, bytes[tick + 1] != 0x30 else { return (self, 0) }
    return (prefix(tick), arity)
  }

  /// The name without its arity suffix if that suffix says exactly `arity`, as the C# compiler unmangles.
  package func unmangled(arity: Int) -> MetadataName {
    guard arity > 0 else { return self }
    let result = unmangled
    return result.arity == arity ? result.name : self
  }

  /// FNV-1a over the bytes, continuing `hash`.
  @inline(__always)
  package func fnv(_ hash: UInt32 = 2_166_136_261) -> UInt32 {
    var hash = hash
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
