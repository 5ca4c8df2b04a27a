/// Types: definitions, references, forwards.
extension AssemblyImage {
  package var types: HandleRange<TypeDefinitionHandle> { rows(TypeDefinitionHandle.self) }

  /// The name as it stands in the metadata, with its arity suffix: `` Dictionary`2 ``.
  package func name(of type: TypeDefinitionHandle) -> MetadataName { name(.typeDefinition, type.row, 1) }

  /// Empty for nested types.
  package func namespace(of type: TypeDefinitionHandle) -> MetadataName { name(.typeDefinition, type.row, 2) }

  package func attributes(of type: TypeDefinitionHandle) -> TypeAttributes {
    TypeAttributes(rawValue: tables.cell(.typeDefinition, type.row, 0))
  }

  /// Base type: definition, reference or specification; none for interfaces and `System.Object`.
  package func baseType(of type: TypeDefinitionHandle) -> EntityHandle {
    CodedIndex.typeDefOrRef.decode(tables.cell(.typeDefinition, type.row, 3))
  }

  package func fields(of type: TypeDefinitionHandle) -> HandleRange<FieldHandle> { list(.typeDefinition, type.row, 4) }

  package func methods(of type: TypeDefinitionHandle) -> HandleRange<MethodHandle> {
    list(.typeDefinition, type.row, 5)
  }

  package func properties(of type: TypeDefinitionHandle) -> HandleRange<PropertyHandle> {
    let map = mapRow(.propertyMap, of: type)
    return map == 0 ? .empty : list(.propertyMap, map, 1)
  }

  package func events(of type: TypeDefinitionHandle) -> HandleRange<EventHandle> {
    let map = mapRow(.eventMap, of: type)
    return map == 0 ? .empty : list(.eventMap, map, 1)
  }

  /// The type that a nested type is declared in.
  package func declaringType(of type: TypeDefinitionHandle) -> TypeDefinitionHandle? {
    guard attributes(of: type).isNested else { return nil }
    let row = tables.lowerBound(.nestedClass, 0, type.row)
    guard tables.cell(.nestedClass, row, 0) == type.row else { return nil }
    let encloser = tables.cell(.nestedClass, row, 1)
    return encloser == 0 || encloser == type.row ? nil : TypeDefinitionHandle(row: encloser)
  }

  package func interfaceImplementations(of type: TypeDefinitionHandle) -> HandleRange<InterfaceImplementationHandle> {
    HandleRange(tables.equalRange(.interfaceImplementation, 0, type.row))
  }

  package func interface(of implementation: InterfaceImplementationHandle) -> EntityHandle {
    CodedIndex.typeDefOrRef.decode(tables.cell(.interfaceImplementation, implementation.row, 1))
  }

  /// Packing size and total size, if the type has a `ClassLayout` row (II.22.8).
  package func layout(of type: TypeDefinitionHandle) -> (packing: Int, size: Int)? {
    let row = tables.lowerBound(.classLayout, 2, type.row)
    guard tables.cell(.classLayout, row, 2) == type.row else { return nil }
    return (Int(tables.cell(.classLayout, row, 0)), Int(tables.cell(.classLayout, row, 1)))
  }

  // MARK: References

  package func name(of reference: TypeReferenceHandle) -> MetadataName { name(.typeReference, reference.row, 1) }
  package func namespace(of reference: TypeReferenceHandle) -> MetadataName { name(.typeReference, reference.row, 2) }

  /// An assembly reference, a module, or for a nested type the reference to the enclosing type. None means that the
  /// type is found in the `ExportedType` table.
  package func resolutionScope(of reference: TypeReferenceHandle) -> EntityHandle {
    CodedIndex.resolutionScope.decode(tables.cell(.typeReference, reference.row, 0))
  }

  package func signature(of specification: TypeSpecificationHandle) -> ByteView {
    blob(at: tables.cell(.typeSpecification, specification.row, 0))
  }

  // MARK: Forwards

  package var exportedTypes: HandleRange<ExportedTypeHandle> { rows(ExportedTypeHandle.self) }

  package func name(of type: ExportedTypeHandle) -> MetadataName { name(.exportedType, type.row, 2) }
  package func namespace(of type: ExportedTypeHandle) -> MetadataName { name(.exportedType, type.row, 3) }

  /// Where the type really is: an assembly reference for a forward, a file of this assembly, or the exported type
  /// that it is nested in.
  package func implementation(of type: ExportedTypeHandle) -> EntityHandle {
    CodedIndex.implementation.decode(tables.cell(.exportedType, type.row, 4))
  }

  // MARK: Kinds

  /// Name and namespace of a definition or reference; nil for anything else.
  package func qualifiedName(of type: EntityHandle) -> (namespace: MetadataName, name: MetadataName)? {
    if let definition = TypeDefinitionHandle(type) { return (namespace(of: definition), name(of: definition)) }
    if let reference = TypeReferenceHandle(type) { return (namespace(of: reference), name(of: reference)) }
    return nil
  }

  /// Whether a definition or reference is the named top-level type, in whatever assembly.
  package func isType(_ type: EntityHandle, _ namespace: StaticString, _ name: StaticString) -> Bool {
    guard let names = qualifiedName(of: type) else { return false }
    return names.name == name && names.namespace == namespace
  }

  /// What C# calls a type definition (II.10, C# 8.2).
  package func kind(of type: TypeDefinitionHandle) -> TypeDefinitionKind {
    if attributes(of: type).contains(.interface) { return .interface }
    let base = baseType(of: type)
    guard let names = qualifiedName(of: base), names.namespace == "System" else { return .class }
    if names.name == "Enum" { return .enum }
    if names.name == "MulticastDelegate" { return .delegate }
    if names.name == "ValueType" {
      // System.Enum itself derives from System.ValueType and is a class.
      let isEnum = name(of: type) == "Enum" && namespace(of: type) == "System"
      return isEnum ? .class : .struct
    }
    return .class
  }

  // MARK: Generic parameters

  package func genericParameters(of type: TypeDefinitionHandle) -> HandleRange<GenericParameterHandle> {
    genericParameters(ofOwner: type.row << 1)
  }

  package func genericParameters(of method: MethodHandle) -> HandleRange<GenericParameterHandle> {
    genericParameters(ofOwner: method.row << 1 | 1)
  }

  private func genericParameters(ofOwner raw: UInt32) -> HandleRange<GenericParameterHandle> {
    HandleRange(tables.equalRange(.genericParameter, 2, raw))
  }

  package func name(of parameter: GenericParameterHandle) -> MetadataName { name(.genericParameter, parameter.row, 3) }

  /// Position among the owner's parameters, those of enclosing types first.
  package func number(of parameter: GenericParameterHandle) -> Int {
    Int(tables.cell(.genericParameter, parameter.row, 0))
  }

  package func attributes(of parameter: GenericParameterHandle) -> GenericParameterAttributes {
    GenericParameterAttributes(
      rawValue: UInt16(truncatingIfNeeded: tables.cell(.genericParameter, parameter.row, 1)))
  }

  package func constraints(of parameter: GenericParameterHandle) -> HandleRange<GenericParameterConstraintHandle> {
    HandleRange(tables.equalRange(.genericParameterConstraint, 0, parameter.row))
  }

  package func type(of constraint: GenericParameterConstraintHandle) -> EntityHandle {
    CodedIndex.typeDefOrRef.decode(tables.cell(.genericParameterConstraint, constraint.row, 1))
  }

  /// The name as the source had it: without arity suffix, and for a `file`-local type without the prefix that the compiler
  /// makes of the file's name and checksum.
  package func sourceName(of type: TypeDefinitionHandle, arity: Int) -> MetadataName {
    let name = name(of: type).unmangled(arity: arity)
    guard name.bytes.first == UInt8(ascii: "<"), !attributes(of: type).isNested else { return name }
    // <FileName>F0123…(64 hexadecimal digits)__Name
    guard let close = name.bytes.firstIndex(of: UInt8(ascii: ">")), name.count > close + 68,
      name.bytes[close + 1] == UInt8(ascii: "F"), name.bytes[close + 66] == UInt8(ascii: "_"),
      name.bytes[close + 67] == UInt8(ascii: "_")
    else { return name }
    for byte in name.bytes[(close + 2)..<(close + 66)] {
      guard (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) else { return name }
    }
    return name.dropFirst(close + 68)
  }

  /// Number of type parameters that the type itself declares, those of enclosing types not counted.
  package func arity(of type: TypeDefinitionHandle) -> Int {
    let all = genericParameters(of: type).count
    guard all > 0, let encloser = declaringType(of: type) else { return all }
    return max(0, all - genericParameters(of: encloser).count)
  }
}

package enum TypeDefinitionKind: Sendable {
  case `class`
  case `struct`
  case interface
  case `enum`
  case delegate
}
