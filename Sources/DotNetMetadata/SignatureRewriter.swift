/// Copies a signature blob with other row numbers for its types (II.23.2): for moving a member into another image.
package struct SignatureRewriter {
  private static let depthLimit = 100

  private var reader: BlobReader
  private var output: [UInt8] = []

  package init(_ blob: ByteView) {
    reader = BlobReader(blob)
  }

  /// The blob with each type's handle mapped; nil if it is malformed or a handle maps to none.
  /// - Parameter isMember: whether it is a method's, property's or field's signature; else a type alone, as type
  ///   specifications have it.
  package mutating func rewrite(isMember: Bool, map: (EntityHandle) -> EntityHandle) -> [UInt8]? {
    guard isMember ? copyMember(depth: 0, map) : copyType(depth: 0, map), !reader.failed else { return nil }
    return output
  }

  private mutating func copyByte() -> UInt8 {
    let byte = reader.byte()
    output.append(byte)
    return byte
  }

  private mutating func copyNumber() -> UInt32 {
    let start = reader.offset
    let number = reader.compressedUnsigned()
    if let slice = reader.view.slice(start, reader.offset - start) { output += slice.bytes }
    return number
  }

  private mutating func copyMember(depth: Int, _ map: (EntityHandle) -> EntityHandle) -> Bool {
    let header = copyByte()
    if header & 0x0f == 6 { return copyType(depth: depth + 1, map) }
    if header & 0x10 != 0 { _ = copyNumber() }
    let count = Int(copyNumber())
    guard count <= reader.remaining else { return false }
    for _ in 0...count {
      if reader.peek() == 0x41 { _ = copyByte() }
      guard copyType(depth: depth + 1, map) else { return false }
    }
    return true
  }

  private mutating func copyHandle(_ map: (EntityHandle) -> EntityHandle) -> Bool {
    let handle = CodedIndex.typeDefOrRef.decode(reader.compressedUnsigned())
    guard !handle.isNone else { return false }
    let mapped = map(handle)
    guard !mapped.isNone, let raw = CodedIndex.typeDefOrRef.encode(mapped) else { return false }
    MetadataBuilder.appendCompressed(raw, to: &output)
    return true
  }

  private mutating func copyType(depth: Int, _ map: (EntityHandle) -> EntityHandle) -> Bool {
    guard depth < Self.depthLimit, !reader.failed else { return false }
    let code = copyByte()
    if PrimitiveType(rawValue: code) != nil { return true }
    switch code {
    case 0x0f, 0x10, 0x1d, 0x45: return copyType(depth: depth + 1, map)
    case 0x11, 0x12: return copyHandle(map)
    case 0x13, 0x1e:
      _ = copyNumber()
      return true
    case 0x14:
      guard copyType(depth: depth + 1, map) else { return false }
      _ = copyNumber()
      for _ in 0..<2 {
        let count = copyNumber()
        guard count <= 32 else { return false }
        for _ in 0..<count { _ = copyNumber() }
      }
      return true
    case 0x15:
      _ = copyByte()
      guard copyHandle(map) else { return false }
      let count = Int(copyNumber())
      guard count <= reader.remaining else { return false }
      for _ in 0..<count {
        guard copyType(depth: depth + 1, map) else { return false }
      }
      return true
    case 0x1b: return copyMember(depth: depth + 1, map)
    case 0x1f, 0x20: return copyHandle(map) && copyType(depth: depth + 1, map)
    default: return false
    }
  }
}
