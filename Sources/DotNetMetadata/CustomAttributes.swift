/// One argument of an attribute, decoded (II.23.3).
package indirect enum AttributeArgument: Hashable, Sendable {
  /// A null string, type or array.
  case null
  /// A number, a Boolean or a character.
  case constant(MetadataConstant)
  case string(String)
  /// A type by its serialized name: `System.Func`1[[System.Int32, mscorlib]], System.Core`.
  case type(String)
  case enumeration(AttributeEnumType, MetadataConstant)
  case array([AttributeArgument])

  package var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The value of a number, a Boolean or an enumeration member.
  package var integer: Int64? {
    switch self {
    case .constant(let constant), .enumeration(_, let constant): constant.integer
    default: nil
    }
  }
}

/// The enumeration that an attribute's argument is of: by handle in the constructor's signature, by name in named and
/// boxed arguments.
package enum AttributeEnumType: Hashable, Sendable {
  case handle(EntityHandle)
  case name(String)
}

package struct AttributeValue: Hashable, Sendable {
  package struct NamedArgument: Hashable, Sendable {
    package let name: String
    package let isField: Bool
    package let value: AttributeArgument
  }

  package let fixedArguments: [AttributeArgument]
  package let namedArguments: [NamedArgument]

  package subscript(name: String) -> AttributeArgument? {
    namedArguments.first { $0.name == name }?.value
  }
}

extension AssemblyImage {
  // MARK: Finding

  /// The attributes on anything that can have some.
  package func customAttributes(of parent: EntityHandle) -> HandleRange<CustomAttributeHandle> {
    guard let raw = CodedIndex.hasCustomAttribute.encode(parent) else { return .empty }
    return HandleRange(tables.equalRange(.customAttribute, 0, raw))
  }

  package func customAttributes<Handle: RowHandle>(of parent: Handle) -> HandleRange<CustomAttributeHandle> {
    customAttributes(of: parent.entity)
  }

  /// The assembly's own attributes.
  package var assemblyAttributes: HandleRange<CustomAttributeHandle> {
    customAttributes(of: EntityHandle(.assembly, 1))
  }

  package var moduleAttributes: HandleRange<CustomAttributeHandle> {
    customAttributes(of: EntityHandle(.module, 1))
  }

  package func parent(of attribute: CustomAttributeHandle) -> EntityHandle {
    CodedIndex.hasCustomAttribute.decode(tables.cell(.customAttribute, attribute.row, 0))
  }

  /// A method definition or member reference.
  package func constructor(of attribute: CustomAttributeHandle) -> EntityHandle {
    CodedIndex.customAttributeType.decode(tables.cell(.customAttribute, attribute.row, 1))
  }

  package func valueBlob(of attribute: CustomAttributeHandle) -> ByteView {
    blob(at: tables.cell(.customAttribute, attribute.row, 2))
  }

  /// The attribute's class: a type definition or reference; a specification for a generic attribute.
  package func type(of attribute: CustomAttributeHandle) -> EntityHandle {
    let constructor = constructor(of: attribute)
    if let method = MethodHandle(constructor) { return declaringType(of: method).entity }
    return memberReferenceParent(constructor.row)
  }

  package func isAttribute(_ attribute: CustomAttributeHandle, _ namespace: StaticString, _ name: StaticString) -> Bool
  {
    isType(type(of: attribute), namespace, name)
  }

  package func attribute(
    _ namespace: StaticString, _ name: StaticString, of parent: EntityHandle
  ) -> CustomAttributeHandle? {
    for attribute in customAttributes(of: parent) where isAttribute(attribute, namespace, name) { return attribute }
    return nil
  }

  package func attribute(_ kind: WellKnownAttribute, of parent: EntityHandle) -> CustomAttributeHandle? {
    let attributes = customAttributes(of: parent)
    guard !attributes.isEmpty else { return nil }
    let names = kind.typeName
    for attribute in attributes where isAttribute(attribute, names.namespace, names.name) { return attribute }
    return nil
  }

  package func attribute<Handle: RowHandle>(_ kind: WellKnownAttribute, of parent: Handle) -> CustomAttributeHandle? {
    attribute(kind, of: parent.entity)
  }

  package func hasAttribute<Handle: RowHandle>(_ kind: WellKnownAttribute, on parent: Handle) -> Bool {
    attribute(kind, of: parent.entity) != nil
  }

  // MARK: Arguments

  /// Decodes an attribute's arguments; nil if the blob is malformed, or if it depends on an enumeration that
  /// `underlyingType` does not know and that is not declared here.
  package func value(
    of attribute: CustomAttributeHandle,
    underlyingType: @escaping (AttributeEnumType) -> PrimitiveType? = { _ in .int32 }
  ) -> AttributeValue? {
    let constructor = constructor(of: attribute)
    let signature: MethodSignature?
    if let method = MethodHandle(constructor) {
      signature = self.signature(of: method)
    } else {
      signature = memberReferenceSignature(constructor.row)
    }
    guard let signature else { return nil }
    // The parameters of a generic attribute's constructor are those of its definition.
    var arguments: [TypeSignature] = []
    if let specification = TypeSpecificationHandle(type(of: attribute)),
      case .named(_, _, let typeArguments)? = typeSignature(of: specification.entity)
    {
      arguments = typeArguments
    }
    var decoder = AttributeDecoder(
      image: self, reader: BlobReader(valueBlob(of: attribute)), typeArguments: arguments,
      underlyingType: underlyingType)
    return decoder.value(parameters: signature.parameters)
  }

  /// The first argument if it is a string, without decoding the rest: `[Obsolete("…")]`, `[Experimental("…")]`.
  package func firstString(of attribute: CustomAttributeHandle) -> MetadataName? {
    var reader = BlobReader(valueBlob(of: attribute))
    guard reader.uint16() == 1, let text = reader.serializedString(), !reader.failed else { return nil }
    return text
  }

  /// The underlying type of an enumeration declared here: that of its instance field.
  package func enumUnderlyingType(of type: TypeDefinitionHandle) -> PrimitiveType? {
    for field in fields(of: type) where !attributes(of: field).contains(.static) {
      if case .primitive(let primitive)? = self.type(of: field)?.unwrapped { return primitive }
      return nil
    }
    return nil
  }

  /// The assemblies that see this one's internals (`InternalsVisibleTo`), as written: `Name` or `Name, PublicKey=…`.
  package var friendAssemblies: [MetadataName] {
    let names = WellKnownAttribute.internalsVisibleTo.typeName
    return assemblyAttributes.lazy
      .filter { self.isAttribute($0, names.namespace, names.name) }
      .compactMap { self.firstString(of: $0) }
  }

  /// Whether this assembly shows its internals to the named one. Public keys are not compared: a project's own key is
  /// seldom known here.
  package func showsInternals(to assembly: String) -> Bool {
    friendAssemblies.contains { friend in
      let simple = friend.prefix(friend.bytes.firstIndex(of: UInt8(ascii: ",")) ?? friend.count).string
      return simple.lowercased().drop { $0 == " " } == assembly.lowercased()
    }
  }
}

private struct AttributeDecoder {
  private static let depthLimit = 16

  let image: AssemblyImage
  var reader: BlobReader
  let typeArguments: [TypeSignature]
  let underlyingType: (AttributeEnumType) -> PrimitiveType?

  mutating func value(parameters: [TypeSignature]) -> AttributeValue? {
    // The compilers write an empty blob for an attribute without arguments now and then.
    if reader.view.isEmpty, parameters.isEmpty { return AttributeValue(fixedArguments: [], namedArguments: []) }
    guard reader.uint16() == 1 else { return nil }
    var fixed: [AttributeArgument] = []
    for parameter in parameters {
      guard let argument = argument(of: parameter, depth: 0) else { return nil }
      fixed.append(argument)
    }
    let count = Int(reader.uint16())
    guard !reader.failed, count <= reader.remaining else { return nil }
    var named: [AttributeValue.NamedArgument] = []
    for _ in 0..<count {
      let kind = reader.byte()
      guard kind == 0x53 || kind == 0x54, let type = serializedType(depth: 0), let name = reader.serializedString(),
        let value = argument(of: type, depth: 0)
      else { return nil }
      named.append(.init(name: name.string, isField: kind == 0x53, value: value))
    }
    return reader.failed ? nil : AttributeValue(fixedArguments: fixed, namedArguments: named)
  }

  private indirect enum ArgumentType {
    case primitive(PrimitiveType)
    case type
    case boxed
    case enumeration(AttributeEnumType)
    case array(ArgumentType)
  }

  /// `FieldOrPropType` (II.23.3).
  private mutating func serializedType(depth: Int) -> ArgumentType? {
    guard depth < Self.depthLimit else { return nil }
    let code = reader.byte()
    switch code {
    case 0x02...0x0e: return PrimitiveType(rawValue: code).map { .primitive($0) }
    case 0x1d: return serializedType(depth: depth + 1).map { .array($0) }
    case 0x50: return .type
    case 0x51: return .boxed
    case 0x55: return reader.serializedString().map { .enumeration(.name($0.string)) }
    default: return nil
    }
  }

  private mutating func argument(of type: TypeSignature, depth: Int) -> AttributeArgument? {
    guard let type = argumentType(type, depth: depth) else { return nil }
    return argument(of: type, depth: depth)
  }

  private func argumentType(_ type: TypeSignature, depth: Int) -> ArgumentType? {
    guard depth < Self.depthLimit else { return nil }
    switch type.unwrapped {
    case .primitive(.object): return .boxed
    case .primitive(let primitive): return .primitive(primitive)
    case .szArray(let element): return argumentType(element, depth: depth + 1).map { .array($0) }
    case .named(let handle, let isValueType, _):
      if !isValueType { return image.isType(handle, "System", "Type") ? .type : nil }
      return .enumeration(.handle(handle))
    case .typeParameter(let index):
      guard index < typeArguments.count else { return nil }
      return argumentType(typeArguments[index], depth: depth + 1)
    default: return nil
    }
  }

  private mutating func argument(of type: ArgumentType, depth: Int) -> AttributeArgument? {
    guard depth < Self.depthLimit, !reader.failed else { return nil }
    switch type {
    case .primitive(.string):
      let text = reader.serializedString()
      if reader.failed { return nil }
      return text.map { .string($0.string) } ?? .null
    case .primitive(let primitive): return constant(of: primitive).map { .constant($0) }
    case .type:
      let name = reader.serializedString()
      if reader.failed { return nil }
      return name.map { .type($0.string) } ?? .null
    case .boxed:
      guard let inner = serializedType(depth: depth + 1) else { return nil }
      return argument(of: inner, depth: depth + 1)
    case .enumeration(let type):
      let primitive: PrimitiveType?
      if case .handle(let handle) = type, let definition = TypeDefinitionHandle(handle) {
        primitive = image.enumUnderlyingType(of: definition)
      } else {
        primitive = underlyingType(type)
      }
      guard let primitive, let constant = constant(of: primitive) else { return nil }
      return .enumeration(type, constant)
    case .array(let element):
      let count = reader.uint32()
      if count == .max { return .null }
      guard !reader.failed, Int(count) <= reader.remaining else { return nil }
      var elements: [AttributeArgument] = []
      elements.reserveCapacity(Int(count))
      for _ in 0..<count {
        guard let value = argument(of: element, depth: depth + 1) else { return nil }
        elements.append(value)
      }
      return .array(elements)
    }
  }

  private mutating func constant(of primitive: PrimitiveType) -> MetadataConstant? {
    let result: MetadataConstant
    switch primitive {
    case .boolean: result = .boolean(reader.byte() != 0)
    case .char: result = .char(reader.uint16())
    case .sbyte: result = .int8(Int8(bitPattern: reader.byte()))
    case .byte: result = .uint8(reader.byte())
    case .int16: result = .int16(Int16(bitPattern: reader.uint16()))
    case .uint16: result = .uint16(reader.uint16())
    case .int32: result = .int32(Int32(bitPattern: reader.uint32()))
    case .uint32: result = .uint32(reader.uint32())
    case .int64: result = .int64(Int64(bitPattern: reader.uint64()))
    case .uint64: result = .uint64(reader.uint64())
    case .single: result = .single(reader.uint32())
    case .double: result = .double(reader.uint64())
    default: return nil
    }
    return reader.failed ? nil : result
  }
}
