/// Decodes signature blobs (II.23.2). Nesting and the number of nodes are limited: a type specification may name itself.
struct SignatureDecoder {
  private static let depthLimit = 100
  private static let nodeLimit = 1 << 16

  private let image: AssemblyImage
  private(set) var reader: BlobReader
  private var nodes = 0

  init(_ image: AssemblyImage, _ blob: ByteView) {
    self.image = image
    reader = BlobReader(blob)
  }

  private init(_ image: AssemblyImage, _ blob: ByteView, nodes: Int) {
    self.init(image, blob)
    self.nodes = nodes
  }

  mutating func method() -> MethodSignature? { method(depth: 0) }

  private mutating func method(depth: Int) -> MethodSignature? {
    let header = reader.byte()
    guard !reader.failed, let convention = MethodSignature.CallingConvention(rawValue: header & 0x0f) else {
      return nil
    }
    let generic = header & 0x10 != 0 ? Int(reader.compressedUnsigned()) : 0
    let count = Int(reader.compressedUnsigned())
    // Each parameter takes a byte at least.
    guard !reader.failed, count <= reader.remaining, generic <= 0xffff else { return nil }
    guard let returnType = type(depth: depth + 1) else { return nil }
    var parameters: [TypeSignature] = []
    parameters.reserveCapacity(count)
    var required = count
    for index in 0..<count {
      if reader.peek() == 0x41 {
        _ = reader.byte()
        required = min(required, index)
      }
      guard let parameter = type(depth: depth + 1) else { return nil }
      parameters.append(parameter)
    }
    return MethodSignature(
      callingConvention: convention, hasThis: header & 0x20 != 0, hasExplicitThis: header & 0x40 != 0,
      genericParameterCount: generic, returnType: returnType, parameters: parameters, requiredParameterCount: required)
  }

  mutating func field() -> TypeSignature? {
    guard reader.byte() & 0x0f == 6 else { return nil }
    return type()
  }

  mutating func type() -> TypeSignature? { type(depth: 0) }

  /// The arguments of a `MethodSpec` (II.23.2.15).
  mutating func methodSpecification() -> [TypeSignature]? {
    guard reader.byte() == 0x0a else { return nil }
    return arguments(depth: 1)
  }

  private mutating func arguments(depth: Int) -> [TypeSignature]? {
    let count = Int(reader.compressedUnsigned())
    guard !reader.failed, count <= reader.remaining else { return nil }
    var result: [TypeSignature] = []
    result.reserveCapacity(count)
    for _ in 0..<count {
      guard let argument = type(depth: depth + 1) else { return nil }
      result.append(argument)
    }
    return result
  }

  private mutating func typeHandle() -> EntityHandle? {
    let raw = reader.compressedUnsigned()
    let handle = CodedIndex.typeDefOrRef.decode(raw)
    return reader.failed || handle.isNone ? nil : handle
  }

  private mutating func named(isValueType: Bool, arguments: [TypeSignature], depth: Int) -> TypeSignature? {
    guard let handle = typeHandle() else { return nil }
    guard let specification = TypeSpecificationHandle(handle) else {
      return .named(handle, isValueType: isValueType, arguments: arguments)
    }
    return nested(specification, depth: depth)
  }

  /// A type specification where the standard wants a definition or reference: some compilers write them.
  private mutating func nested(_ specification: TypeSpecificationHandle, depth: Int) -> TypeSignature? {
    var inner = SignatureDecoder(image, image.signature(of: specification), nodes: nodes)
    let result = inner.type(depth: depth + 1)
    nodes = inner.nodes
    return result
  }

  private mutating func type(depth: Int) -> TypeSignature? {
    nodes += 1
    guard depth < Self.depthLimit, nodes < Self.nodeLimit else { return nil }
    let code = reader.byte()
    guard !reader.failed else { return nil }
    if let primitive = PrimitiveType(rawValue: code) { return .primitive(primitive) }
    switch code {
    case 0x0f: return type(depth: depth + 1).map { .pointer($0) }
    case 0x10: return type(depth: depth + 1).map { .byReference($0) }
    case 0x11: return named(isValueType: true, arguments: [], depth: depth)
    case 0x12: return named(isValueType: false, arguments: [], depth: depth)
    case 0x13:
      let index = reader.compressedUnsigned()
      return reader.failed || index > 0xffff ? nil : .typeParameter(Int(index))
    case 0x1e:
      let index = reader.compressedUnsigned()
      return reader.failed || index > 0xffff ? nil : .methodTypeParameter(Int(index))
    case 0x14:
      guard let element = type(depth: depth + 1), let shape = arrayShape() else { return nil }
      return .array(element, shape)
    case 0x15:
      let kind = reader.byte()
      guard kind == 0x11 || kind == 0x12, let handle = typeHandle(), handle.table != .typeSpecification,
        let arguments = arguments(depth: depth)
      else { return nil }
      return .named(handle, isValueType: kind == 0x11, arguments: arguments)
    case 0x1b: return method(depth: depth + 1).map { .functionPointer($0) }
    case 0x1d: return type(depth: depth + 1).map { .szArray($0) }
    case 0x1f, 0x20:
      guard let modifier = typeHandle(), let inner = type(depth: depth + 1) else { return nil }
      return .modified(inner, modifier: modifier, isRequired: code == 0x1f)
    case 0x45: return type(depth: depth + 1).map { .pinned($0) }
    default: return nil
    }
  }

  private mutating func arrayShape() -> ArrayShape? {
    let rank = Int(reader.compressedUnsigned())
    guard !reader.failed, rank > 0, rank <= 32 else { return nil }
    let sizeCount = Int(reader.compressedUnsigned())
    guard !reader.failed, sizeCount <= rank else { return nil }
    var sizes: [UInt32] = []
    for _ in 0..<sizeCount { sizes.append(reader.compressedUnsigned()) }
    let boundCount = Int(reader.compressedUnsigned())
    guard !reader.failed, boundCount <= rank else { return nil }
    var bounds: [Int32] = []
    for _ in 0..<boundCount { bounds.append(reader.compressedSigned()) }
    return reader.failed ? nil : ArrayShape(rank: rank, sizes: sizes, lowerBounds: bounds)
  }
}

extension AssemblyImage {
  /// Nil if the blob is malformed.
  package func signature(of method: MethodHandle) -> MethodSignature? {
    var decoder = SignatureDecoder(self, signatureBlob(of: method))
    return decoder.method()
  }

  /// The property's type is the `returnType`; an indexer has parameters. Nil if the blob is malformed.
  package func signature(of property: PropertyHandle) -> MethodSignature? {
    var decoder = SignatureDecoder(self, signatureBlob(of: property))
    return decoder.method()
  }

  package func memberReferenceSignature(_ row: UInt32) -> MethodSignature? {
    var decoder = SignatureDecoder(self, memberReferenceSignatureBlob(row))
    return decoder.method()
  }

  /// Nil if the blob is malformed.
  package func type(of field: FieldHandle) -> TypeSignature? {
    var decoder = SignatureDecoder(self, signatureBlob(of: field))
    return decoder.field()
  }

  /// The type that a `TypeDefOrRef` names. `isValueType` is only known for definitions and specifications; nil if the
  /// specification is malformed.
  package func typeSignature(of handle: EntityHandle) -> TypeSignature? {
    if let specification = TypeSpecificationHandle(handle) {
      var decoder = SignatureDecoder(self, signature(of: specification))
      return decoder.type()
    }
    guard !handle.isNone else { return nil }
    if let definition = TypeDefinitionHandle(handle) {
      let kind = kind(of: definition)
      return .named(handle, isValueType: kind == .struct || kind == .enum, arguments: [])
    }
    return .named(handle, isValueType: false, arguments: [])
  }

  /// The number of parameters that a method's signature has, without decoding their types; -1 if it is malformed. Cheap
  /// enough for sorting out overloads.
  package func parameterCount(of method: MethodHandle) -> Int {
    var reader = BlobReader(signatureBlob(of: method))
    if reader.byte() & 0x10 != 0 { _ = reader.compressedUnsigned() }
    let count = reader.compressedUnsigned()
    return reader.failed ? -1 : Int(count)
  }

  /// The number of a method's own type parameters.
  package func genericParameterCount(of method: MethodHandle) -> Int {
    var reader = BlobReader(signatureBlob(of: method))
    guard reader.byte() & 0x10 != 0 else { return 0 }
    let count = reader.compressedUnsigned()
    return reader.failed ? 0 : Int(count)
  }
}
