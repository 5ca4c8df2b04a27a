/// Fields, methods, properties, events and their parts.
extension AssemblyImage {
  // MARK: Fields

  package func name(of field: FieldHandle) -> MetadataName { name(.field, field.row, 1) }

  package func attributes(of field: FieldHandle) -> FieldAttributes {
    FieldAttributes(rawValue: UInt16(truncatingIfNeeded: tables.cell(.field, field.row, 0)))
  }

  package func signatureBlob(of field: FieldHandle) -> ByteView { blob(at: tables.cell(.field, field.row, 2)) }

  package func declaringType(of field: FieldHandle) -> TypeDefinitionHandle {
    TypeDefinitionHandle(row: owner(.typeDefinition, 4, of: field.row, in: .field))
  }

  /// The offset that an explicit layout gives the field (II.22.16).
  package func offset(of field: FieldHandle) -> Int? {
    let row = tables.lowerBound(.fieldLayout, 1, field.row)
    return tables.cell(.fieldLayout, row, 1) == field.row ? Int(tables.cell(.fieldLayout, row, 0)) : nil
  }

  // MARK: Methods

  package func name(of method: MethodHandle) -> MetadataName { name(.method, method.row, 3) }

  package func attributes(of method: MethodHandle) -> MethodAttributes {
    MethodAttributes(rawValue: UInt16(truncatingIfNeeded: tables.cell(.method, method.row, 2)))
  }

  package func implAttributes(of method: MethodHandle) -> MethodImplAttributes {
    MethodImplAttributes(rawValue: UInt16(truncatingIfNeeded: tables.cell(.method, method.row, 1)))
  }

  package func signatureBlob(of method: MethodHandle) -> ByteView { blob(at: tables.cell(.method, method.row, 4)) }

  package func declaringType(of method: MethodHandle) -> TypeDefinitionHandle {
    TypeDefinitionHandle(row: owner(.typeDefinition, 5, of: method.row, in: .method))
  }

  /// The parameters that have rows: return value (sequence 0) and those with names or attributes. Not necessarily as
  /// many as the signature has.
  package func parameters(of method: MethodHandle) -> HandleRange<ParameterHandle> { list(.method, method.row, 5) }

  /// The parameter row for a position: 0 the return value, 1 the first parameter.
  package func parameter(of method: MethodHandle, sequence: Int) -> ParameterHandle? {
    parameters(of: method).first { self.sequence(of: $0) == sequence }
  }

  package func name(of parameter: ParameterHandle) -> MetadataName { name(.parameter, parameter.row, 2) }

  package func attributes(of parameter: ParameterHandle) -> ParameterAttributes {
    ParameterAttributes(rawValue: UInt16(truncatingIfNeeded: tables.cell(.parameter, parameter.row, 0)))
  }

  package func sequence(of parameter: ParameterHandle) -> Int { Int(tables.cell(.parameter, parameter.row, 1)) }

  package func declaringMethod(of parameter: ParameterHandle) -> MethodHandle {
    MethodHandle(row: owner(.method, 5, of: parameter.row, in: .parameter))
  }

  // MARK: Properties and events

  package func name(of property: PropertyHandle) -> MetadataName { name(.property, property.row, 1) }

  package func attributes(of property: PropertyHandle) -> PropertyAttributes {
    PropertyAttributes(rawValue: UInt16(truncatingIfNeeded: tables.cell(.property, property.row, 0)))
  }

  package func signatureBlob(of property: PropertyHandle) -> ByteView {
    blob(at: tables.cell(.property, property.row, 2))
  }

  package func declaringType(of property: PropertyHandle) -> TypeDefinitionHandle {
    let map = owner(.propertyMap, 1, of: property.row, in: .property)
    return TypeDefinitionHandle(row: tables.cell(.propertyMap, map, 0))
  }

  package func name(of event: EventHandle) -> MetadataName { name(.event, event.row, 1) }

  package func attributes(of event: EventHandle) -> PropertyAttributes {
    PropertyAttributes(rawValue: UInt16(truncatingIfNeeded: tables.cell(.event, event.row, 0)))
  }

  /// The delegate type: definition, reference or specification.
  package func type(of event: EventHandle) -> EntityHandle {
    CodedIndex.typeDefOrRef.decode(tables.cell(.event, event.row, 2))
  }

  package func declaringType(of event: EventHandle) -> TypeDefinitionHandle {
    let map = owner(.eventMap, 1, of: event.row, in: .event)
    return TypeDefinitionHandle(row: tables.cell(.eventMap, map, 0))
  }

  /// Accessors of a property or event (II.22.28).
  package struct Accessors: Sendable {
    package var getter: MethodHandle?
    package var setter: MethodHandle?
    package var adder: MethodHandle?
    package var remover: MethodHandle?
    package var raiser: MethodHandle?
    package var others: [MethodHandle] = []
  }

  package func accessors(of property: PropertyHandle) -> Accessors { accessors(associatedWith: property.row << 1 | 1) }
  package func accessors(of event: EventHandle) -> Accessors { accessors(associatedWith: event.row << 1) }

  private func accessors(associatedWith raw: UInt32) -> Accessors {
    var result = Accessors()
    for row in tables.equalRange(.methodSemantics, 2, raw) {
      let semantics = MethodSemanticsAttributes(
        rawValue: UInt16(truncatingIfNeeded: tables.cell(.methodSemantics, row, 0)))
      let methodRow = tables.cell(.methodSemantics, row, 1)
      guard methodRow > 0, methodRow <= tables.rowCount(.method) else { continue }
      let method = MethodHandle(row: methodRow)
      if semantics.contains(.getter) {
        result.getter = method
      } else if semantics.contains(.setter) {
        result.setter = method
      } else if semantics.contains(.addOn) {
        result.adder = method
      } else if semantics.contains(.removeOn) {
        result.remover = method
      } else if semantics.contains(.fire) {
        result.raiser = method
      } else {
        result.others.append(method)
      }
    }
    return result
  }

  // MARK: Explicit implementations

  package func methodImplementations(of type: TypeDefinitionHandle) -> HandleRange<MethodImplementationHandle> {
    HandleRange(tables.equalRange(.methodImplementation, 0, type.row))
  }

  /// The method that implements: a method of the type, or a member reference.
  package func body(of implementation: MethodImplementationHandle) -> EntityHandle {
    CodedIndex.methodDefOrRef.decode(tables.cell(.methodImplementation, implementation.row, 1))
  }

  /// The method that is implemented.
  package func declaration(of implementation: MethodImplementationHandle) -> EntityHandle {
    CodedIndex.methodDefOrRef.decode(tables.cell(.methodImplementation, implementation.row, 2))
  }

  // MARK: Member references

  package func memberReferenceName(_ row: UInt32) -> MetadataName { name(.memberReference, row, 1) }

  /// Type definition, reference or specification, module, or method (for varargs call sites).
  package func memberReferenceParent(_ row: UInt32) -> EntityHandle {
    CodedIndex.memberRefParent.decode(tables.cell(.memberReference, row, 0))
  }

  package func memberReferenceSignatureBlob(_ row: UInt32) -> ByteView {
    blob(at: tables.cell(.memberReference, row, 2))
  }

  // MARK: Constants

  package func constant(of field: FieldHandle) -> MetadataConstant? { constant(ofParent: field.entity) }
  package func constant(of parameter: ParameterHandle) -> MetadataConstant? { constant(ofParent: parameter.entity) }
  package func constant(of property: PropertyHandle) -> MetadataConstant? { constant(ofParent: property.entity) }

  private func constant(ofParent parent: EntityHandle) -> MetadataConstant? {
    rawConstant(of: parent).flatMap { MetadataConstant(elementType: $0.elementType, value: $0.value) }
  }

  /// Element type and bytes of a constant, as they stand in the image.
  package func rawConstant(of parent: EntityHandle) -> (elementType: UInt8, value: ByteView)? {
    guard let raw = CodedIndex.hasConstant.encode(parent) else { return nil }
    let row = tables.lowerBound(.constant, 1, raw)
    guard tables.cell(.constant, row, 1) == raw else { return nil }
    return (UInt8(truncatingIfNeeded: tables.cell(.constant, row, 0)), blob(at: tables.cell(.constant, row, 2)))
  }
}

/// A compile-time value (II.22.9). Decimals and dates are no constants of the format: they are attributes.
package enum MetadataConstant: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A UTF-16 code unit.
  case char(UInt16)
  case int8(Int8)
  case uint8(UInt8)
  case int16(Int16)
  case uint16(UInt16)
  case int32(Int32)
  case uint32(UInt32)
  case int64(Int64)
  case uint64(UInt64)
  case single(UInt32)
  case double(UInt64)
  /// UTF-16 code units: a constant may hold a lone surrogate, which a `String` cannot.
  case string([UInt16])

  /// Nil for an unknown type or a blob that is too short.
  init?(elementType: UInt8, value: ByteView) {
    var reader = BlobReader(value)
    switch elementType {
    case 0x02: self = .boolean(reader.byte() != 0)
    case 0x03: self = .char(reader.uint16())
    case 0x04: self = .int8(Int8(bitPattern: reader.byte()))
    case 0x05: self = .uint8(reader.byte())
    case 0x06: self = .int16(Int16(bitPattern: reader.uint16()))
    case 0x07: self = .uint16(reader.uint16())
    case 0x08: self = .int32(Int32(bitPattern: reader.uint32()))
    case 0x09: self = .uint32(reader.uint32())
    case 0x0a: self = .int64(Int64(bitPattern: reader.uint64()))
    case 0x0b: self = .uint64(reader.uint64())
    case 0x0c: self = .single(reader.uint32())
    case 0x0d: self = .double(reader.uint64())
    case 0x0e:
      var units: [UInt16] = []
      units.reserveCapacity(value.count / 2)
      while reader.remaining >= 2 { units.append(reader.uint16()) }
      self = .string(units)
    case 0x12: self = .null
    default: return nil
    }
    if reader.failed { return nil }
  }

  /// The value of an integral constant, sign-extended; nil for others.
  package var integer: Int64? {
    switch self {
    case .int8(let value): Int64(value)
    case .uint8(let value): Int64(value)
    case .int16(let value): Int64(value)
    case .uint16(let value): Int64(value)
    case .int32(let value): Int64(value)
    case .uint32(let value): Int64(value)
    case .int64(let value): value
    case .uint64(let value): Int64(bitPattern: value)
    case .char(let value): Int64(value)
    case .boolean(let value): value ? 1 : 0
    default: nil
    }
  }

  /// The text of a string constant; lone surrogates become U+FFFD.
  package var text: String? {
    guard case .string(let units) = self else { return nil }
    return String(decoding: units, as: UTF16.self)
  }
}
