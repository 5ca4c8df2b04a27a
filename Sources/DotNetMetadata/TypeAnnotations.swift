/// Applies the attributes with which the C# compiler stores what a signature cannot say: nullability, `dynamic`, tuple
/// element names, native integers. Each holds one entry per node of the type in pre-order, each with its own idea of
/// which nodes count.
private struct TypeAnnotator {
  private static let depthLimit = 128

  let image: AssemblyImage
  /// One flag for all nodes, or one per node.
  var nullableDefault: UInt8
  var nullableFlags: ByteView?
  var dynamicFlags: ByteView?
  var allDynamic: Bool
  var nativeFlags: ByteView?
  var allNative: Bool
  var tupleNames: [String?]

  private var nullablePosition = 0
  private var dynamicPosition = 0
  private var nativePosition = 0
  private var tuplePosition = 0

  init(
    image: AssemblyImage, nullableDefault: UInt8, nullableFlags: ByteView?, dynamicFlags: ByteView?, allDynamic: Bool,
    nativeFlags: ByteView?, allNative: Bool, tupleNames: [String?]
  ) {
    self.image = image
    self.nullableDefault = nullableDefault
    self.nullableFlags = nullableFlags
    self.dynamicFlags = dynamicFlags
    self.allDynamic = allDynamic
    self.nativeFlags = nativeFlags
    self.allNative = allNative
    self.tupleNames = tupleNames
  }

  private mutating func nextDynamic() -> Bool {
    guard let dynamicFlags else { return allDynamic }
    defer { dynamicPosition += 1 }
    return dynamicFlags.byte(dynamicPosition) != 0
  }

  private mutating func nextNullability() -> Nullability {
    guard let nullableFlags else { return Nullability(rawValue: nullableDefault) ?? .oblivious }
    defer { nullablePosition += 1 }
    return Nullability(rawValue: nullableFlags.byte(nullablePosition)) ?? .oblivious
  }

  private mutating func nextNative() -> Bool {
    guard let nativeFlags else { return allNative }
    defer { nativePosition += 1 }
    return nativeFlags.byte(nativePosition) != 0
  }

  private func with(_ nullability: Nullability, _ type: TypeSignature) -> TypeSignature {
    nullability == .oblivious ? type : .nullability(type, nullability)
  }

  mutating func apply(_ type: TypeSignature, depth: Int = 0) -> TypeSignature {
    guard depth < Self.depthLimit else { return type }
    switch type {
    case .primitive(let primitive):
      let isDynamic = nextDynamic()
      switch primitive {
      case .object: return with(nextNullability(), isDynamic ? .dynamic : type)
      case .string: return with(nextNullability(), type)
      case .intPtr, .uintPtr:
        return nextNative() ? .nativeInteger(isUnsigned: primitive == .uintPtr) : type
      default: return type
      }
    case .named(let handle, let isValueType, let arguments):
      _ = nextDynamic()
      if arguments.isEmpty {
        if isValueType { return type }
        return with(nextNullability(), type)
      }
      let nullability = nextNullability()
      let cardinality = tupleNames.isEmpty ? 0 : image.tupleCardinality(of: type)
      var names: [String?] = []
      if cardinality > 0 {
        let end = min(tuplePosition + cardinality, tupleNames.count)
        names = Array(tupleNames[min(tuplePosition, end)..<end])
        tuplePosition = end
      }
      var annotated: [TypeSignature] = []
      annotated.reserveCapacity(arguments.count)
      for argument in arguments { annotated.append(apply(argument, depth: depth + 1)) }
      let result = TypeSignature.named(handle, isValueType: isValueType, arguments: annotated)
      if names.contains(where: { $0 != nil }) {
        return .tuple(result, names: names)
      }
      return isValueType ? result : with(nullability, result)
    case .typeParameter, .methodTypeParameter:
      _ = nextDynamic()
      return with(nextNullability(), type)
    case .szArray(let element):
      _ = nextDynamic()
      let nullability = nextNullability()
      return with(nullability, .szArray(apply(element, depth: depth + 1)))
    case .array(let element, let shape):
      _ = nextDynamic()
      let nullability = nextNullability()
      return with(nullability, .array(apply(element, depth: depth + 1), shape))
    case .pointer(let pointee):
      _ = nextDynamic()
      _ = nextNullability()
      return .pointer(apply(pointee, depth: depth + 1))
    case .byReference(let target):
      _ = nextDynamic()
      return .byReference(apply(target, depth: depth + 1))
    case .pinned(let inner): return .pinned(apply(inner, depth: depth + 1))
    case .modified(let inner, let modifier, let isRequired):
      _ = nextDynamic()
      return .modified(apply(inner, depth: depth + 1), modifier: modifier, isRequired: isRequired)
    case .functionPointer(var signature):
      _ = nextDynamic()
      _ = nextNullability()
      signature.returnType = apply(signature.returnType, depth: depth + 1)
      for index in signature.parameters.indices {
        signature.parameters[index] = apply(signature.parameters[index], depth: depth + 1)
      }
      return .functionPointer(signature)
    case .nullability, .tuple, .dynamic, .nativeInteger: return type
    }
  }
}

extension AssemblyImage {
  /// The number of elements of a `System.ValueTuple` type, those in its `Rest` included; 0 for other types.
  package func tupleCardinality(of type: TypeSignature) -> Int {
    var current = type
    var before = 0
    while true {
      switch current {
      case .tuple(let inner, _), .nullability(let inner, _): current = inner
      case .named(let handle, true, let arguments):
        guard let names = qualifiedName(of: handle), names.namespace == "System",
          names.name.hasPrefix("ValueTuple`"), arguments.count <= 8
        else { return 0 }
        guard arguments.count == 8 else { return before + arguments.count }
        before += 7
        current = arguments[7]
      default: return 0
      }
    }
  }

  /// The type with what the attributes on `entity` say about it.
  /// - Parameter nullableContext: the flag for uses without an own `NullableAttribute`; see `nullableContext(of:)`.
  package func annotate(_ type: TypeSignature, from entity: EntityHandle, nullableContext: UInt8) -> TypeSignature {
    var nullableDefault = nullableContext
    var nullableFlags: ByteView?
    var dynamicFlags: ByteView?
    var allDynamic = false
    var nativeFlags: ByteView?
    var allNative = false
    var tupleNames: [String?] = []
    if !entity.isNone {
      for attribute in customAttributes(of: entity) {
        guard let names = qualifiedName(of: self.type(of: attribute)), names.name.hasSuffix("Attribute"),
          names.namespace == "System.Runtime.CompilerServices"
        else { continue }
        let blob = valueBlob(of: attribute)
        if names.name == "NullableAttribute" {
          // One byte, or an array of them; the array's length takes four.
          if blob.count == 5 { nullableDefault = blob.byte(2) } else { nullableFlags = flagArray(in: blob) }
        } else if names.name == "DynamicAttribute" {
          dynamicFlags = flagArray(in: blob)
          allDynamic = dynamicFlags == nil
        } else if names.name == "NativeIntegerAttribute" {
          nativeFlags = flagArray(in: blob)
          allNative = nativeFlags == nil
        } else if names.name == "TupleElementNamesAttribute" {
          tupleNames = nameArray(in: blob)
        }
      }
    }
    if nullableDefault == 0, nullableFlags == nil, !allDynamic, dynamicFlags == nil, !allNative, nativeFlags == nil,
      tupleNames.isEmpty
    {
      return type
    }
    var annotator = TypeAnnotator(
      image: self, nullableDefault: nullableDefault, nullableFlags: nullableFlags, dynamicFlags: dynamicFlags,
      allDynamic: allDynamic, nativeFlags: nativeFlags, allNative: allNative, tupleNames: tupleNames)
    return annotator.apply(type)
  }

  /// The bytes of an attribute whose only argument is an array of Booleans or bytes.
  private func flagArray(in blob: ByteView) -> ByteView? {
    guard blob.count >= 8, blob.uint16(0) == 1, blob.uint32(2) != .max else { return nil }
    return blob.slice(6, Int(blob.uint32(2)))
  }

  private func nameArray(in blob: ByteView) -> [String?] {
    var reader = BlobReader(blob)
    guard reader.uint16() == 1 else { return [] }
    let count = reader.uint32()
    guard !reader.failed, Int(count) <= reader.remaining else { return [] }
    var names: [String?] = []
    for _ in 0..<count { names.append(reader.serializedString()?.string) }
    return reader.failed ? [] : names
  }

  // MARK: Nullable contexts

  /// The nullability of a type's members that say nothing themselves: the nearest `NullableContextAttribute`.
  package func nullableContext(of type: TypeDefinitionHandle) -> UInt8 {
    var current: TypeDefinitionHandle? = type
    // Enclosing types could form a cycle in a malformed image.
    for _ in 0..<64 {
      guard let type = current else { break }
      if let flag = ownNullableContext(of: type.entity) { return flag }
      current = declaringType(of: type)
    }
    return ownNullableContext(of: EntityHandle(.module, 1)) ?? 0
  }

  package func nullableContext(of method: MethodHandle) -> UInt8 {
    ownNullableContext(of: method.entity) ?? nullableContext(of: declaringType(of: method))
  }

  private func ownNullableContext(of entity: EntityHandle) -> UInt8? {
    guard let attribute = attribute(.nullableContext, of: entity) else { return nil }
    let blob = valueBlob(of: attribute)
    return blob.count >= 3 ? blob.byte(2) : nil
  }

  // MARK: Annotated uses

  /// A method's signature with nullability, tuple names, `dynamic` and native integers; nil if the blob is malformed.
  package func annotatedSignature(of method: MethodHandle) -> MethodSignature? {
    guard var signature = signature(of: method) else { return nil }
    let context = nullableContext(of: method)
    var rows = [ParameterHandle?](repeating: nil, count: signature.parameters.count + 1)
    for parameter in parameters(of: method) {
      let sequence = sequence(of: parameter)
      if sequence < rows.count { rows[sequence] = parameter }
    }
    signature.returnType = annotate(
      signature.returnType, from: rows[0]?.entity ?? .none, nullableContext: context)
    for index in signature.parameters.indices {
      signature.parameters[index] = annotate(
        signature.parameters[index], from: rows[index + 1]?.entity ?? .none, nullableContext: context)
    }
    return signature
  }

  /// A property's signature, annotated; an indexer's parameters as the getter (or setter) has them.
  package func annotatedSignature(of property: PropertyHandle) -> MethodSignature? {
    guard var signature = signature(of: property) else { return nil }
    signature.returnType = annotate(
      signature.returnType, from: property.entity, nullableContext: nullableContext(of: declaringType(of: property)))
    if !signature.parameters.isEmpty {
      let accessors = accessors(of: property)
      if let accessor = accessors.getter ?? accessors.setter, let own = annotatedSignature(of: accessor) {
        for index in signature.parameters.indices where index < own.parameters.count {
          signature.parameters[index] = own.parameters[index]
        }
      }
    }
    return signature
  }

  package func annotatedType(of field: FieldHandle) -> TypeSignature? {
    guard let type = type(of: field) else { return nil }
    return annotate(type, from: field.entity, nullableContext: nullableContext(of: declaringType(of: field)))
  }

  package func annotatedType(of event: EventHandle) -> TypeSignature? {
    guard let type = typeSignature(of: type(of: event)) else { return nil }
    return annotate(type, from: event.entity, nullableContext: nullableContext(of: declaringType(of: event)))
  }

  package func annotatedBaseType(of type: TypeDefinitionHandle) -> TypeSignature? {
    guard let base = typeSignature(of: baseType(of: type)) else { return nil }
    return annotate(base, from: type.entity, nullableContext: nullableContext(of: type))
  }

  package func annotatedInterface(
    of implementation: InterfaceImplementationHandle, declaredBy type: TypeDefinitionHandle
  ) -> TypeSignature? {
    guard let interface = typeSignature(of: interface(of: implementation)) else { return nil }
    return annotate(interface, from: implementation.entity, nullableContext: nullableContext(of: type))
  }

  package func annotatedType(
    of constraint: GenericParameterConstraintHandle, nullableContext: UInt8
  ) -> TypeSignature? {
    guard let type = typeSignature(of: type(of: constraint)) else { return nil }
    return annotate(type, from: constraint.entity, nullableContext: nullableContext)
  }
}
