import DotNetMetadata

/// Compiles the public API of some assemblies into one reduced metadata image: a layer of the built-in catalogue.
///
/// Kept are public and protected types and members with their constants, parameter names, constraints, and the attributes of
/// ``keptAttributes``. Types of assemblies outside the layer become references without a scope.
struct LayerCompiler {
  private struct Location: Hashable {
    let image: Int
    let handle: EntityHandle
  }

  private let set: ReferenceSet
  private let layerImages: [Int]
  private let includes: (_ typeId: String, _ type: TypeLocation) -> Bool
  /// What the catalogue knows about where a type or member exists, by documentation id.
  private let frameworks: (String) -> FrameworkSet

  private var builder = MetadataBuilder()
  private var types: [TypeLocation] = []
  private var typeRows: [TypeLocation: UInt32] = [:]
  private var methodRows: [Location: UInt32] = [:]
  private var references: [String: EntityHandle] = [:]
  private var specifications: [[UInt8]: EntityHandle] = [:]
  private var memberReferences: [[UInt8]: EntityHandle] = [:]
  private(set) var typeMasks: [UInt8] = []
  private(set) var fieldMasks: [UInt8] = []
  private(set) var methodMasks: [UInt8] = []

  /// Attributes that binding or a rule looks at.
  static let keptAttributes: Set<WellKnownAttribute> = [
    .asyncMethodBuilder, .attributeUsage, .callerArgumentExpression, .callerFilePath, .callerLineNumber,
    .callerMemberName, .collectionBuilder, .conditional, .dateTimeConstant, .decimalConstant, .defaultMember,
    .doesNotReturn, .doesNotReturnIf, .dynamic, .enumeratorCancellation, .experimental, .extension, .extensionMarker,
    .fixedBuffer, .flags, .inlineArray, .interpolatedStringHandler, .interpolatedStringHandlerArgument, .isByRefLike,
    .isReadOnly, .isUnmanaged, .nativeInteger, .nullable, .nullableContext, .obsolete, .overloadResolutionPriority,
    .paramArray, .paramCollection, .requiredMember, .requiresLocation, .scopedRef, .setsRequiredMembers, .threadStatic,
    .tupleElementNames, .unscopedRef,
  ]

  private let keptNames: [String: WellKnownAttribute]

  init(
    set: ReferenceSet, layer: [Int], attributes: Set<WellKnownAttribute>,
    including: @escaping (String, TypeLocation) -> Bool,
    frameworks: @escaping (String) -> FrameworkSet
  ) {
    self.set = set
    layerImages = layer
    includes = including
    keptNames = Dictionary(
      uniqueKeysWithValues: attributes.map { ("\($0.typeName.namespace).\($0.typeName.name)", $0) })
    self.frameworks = frameworks
  }

  // MARK: What is kept

  private func image(_ location: TypeLocation) -> AssemblyImage { set.images[location.image] }

  static func isVisible(_ type: TypeDefinitionHandle, in image: AssemblyImage) -> Bool {
    var current: TypeDefinitionHandle? = type
    for _ in 0..<64 {
      guard let type = current else { return true }
      if !image.attributes(of: type).access.isVisibleOutside { return false }
      current = image.declaringType(of: type)
    }
    return false
  }

  static func isKept(_ method: MethodHandle, in image: AssemblyImage) -> Bool {
    image.attributes(of: method).access.isVisibleOutside && !image.name(of: method).hasPrefix("_VtblGap")
      && !(image.name(of: method) == ".cctor")
  }

  static func isKept(_ field: FieldHandle, in image: AssemblyImage) -> Bool {
    image.attributes(of: field).access.isVisibleOutside
  }

  private mutating func collect() {
    var top: [(key: [UInt8], location: TypeLocation)] = []
    for index in layerImages where !set.shadowed.contains(index) {
      let image = set.images[index]
      for type in image.types where !image.attributes(of: type).isNested && Self.isVisible(type, in: image) {
        let location = TypeLocation(image: index, type: type)
        guard includes(image.qualifiedName(of: type), location) else { continue }
        let key = Array(image.namespace(of: type).bytes) + [0] + Array(image.name(of: type).bytes)
        top.append((key, location))
      }
    }
    top.sort { left, right in
      left.key == right.key
        ? left.location.image < right.location.image : left.key.lexicographicallyPrecedes(right.key)
    }
    func add(_ location: TypeLocation, depth: Int) {
      types.append(location)
      // Row 1 is <Module>.
      typeRows[location] = UInt32(types.count + 1)
      guard depth < 64 else { return }
      let image = self.image(location)
      for nested in image.nestedTypes(of: location.type) where Self.isVisible(nested, in: image) {
        add(TypeLocation(image: location.image, type: nested), depth: depth + 1)
      }
    }
    for (_, location) in top { add(location, depth: 0) }
  }

  // MARK: Compiling

  mutating func compile(name: String) -> [UInt8] {
    collect()
    let moduleName = builder.string(name)
    builder.add(.module, 0, moduleName, 0, 0, 0)
    builder.add(.assembly, 0x8004, 0, 0, 0, 0, 0, 0, moduleName, 0)
    builder.add(.typeDefinition, 0, builder.string("<Module>"), 0, 0, 1, 1)
    typeMasks.append(FrameworkSet.all.rawValue)
    for location in types { addType(location) }
    addGenericParameters()
    for location in types { addRelations(of: location) }
    return builder.serialize(.compact)
  }

  private mutating func addType(_ location: TypeLocation) {
    let image = self.image(location)
    let type = location.type
    let fieldStart = UInt32(builder.rowCount(.field) + 1)
    let methodStart = UInt32(builder.rowCount(.method) + 1)
    let base = map(image.baseType(of: type), in: location.image)
    builder.add(
      .typeDefinition, image.attributes(of: type).rawValue, builder.string(image.name(of: type)),
      builder.string(image.namespace(of: type)), MetadataBuilder.coded(.typeDefOrRef, base), fieldStart, methodStart)
    typeMasks.append(frameworks(image.documentationId(of: type)).rawValue)
    let parent = EntityHandle(.typeDefinition, typeRows[location] ?? 0)
    copyAttributes(of: type.entity, in: location.image, to: parent)
    if let encloser = image.declaringType(of: type) {
      builder.add(
        .nestedClass, parent.row, typeRows[TypeLocation(image: location.image, type: encloser)] ?? 0)
    }
    for field in image.fields(of: type) where Self.isKept(field, in: image) {
      guard let signature = rewrite(image.signatureBlob(of: field), in: location.image) else { continue }
      let row = builder.add(
        .field, UInt32(image.attributes(of: field).rawValue), builder.string(image.name(of: field)),
        builder.blob(signature))
      fieldMasks.append(frameworks(image.documentationId(of: field)).rawValue)
      let entity = EntityHandle(.field, row)
      copyConstant(of: field.entity, in: image, to: entity)
      copyAttributes(of: field.entity, in: location.image, to: entity)
    }
    for method in image.methods(of: type) where Self.isKept(method, in: image) {
      guard let signature = rewrite(image.signatureBlob(of: method), in: location.image) else { continue }
      let row = builder.add(
        .method, 0, UInt32(image.implAttributes(of: method).rawValue), UInt32(image.attributes(of: method).rawValue),
        builder.string(image.name(of: method)), builder.blob(signature), UInt32(builder.rowCount(.parameter) + 1))
      methodMasks.append(frameworks(image.documentationId(of: method)).rawValue)
      methodRows[Location(image: location.image, handle: method.entity)] = row
      let entity = EntityHandle(.method, row)
      copyAttributes(of: method.entity, in: location.image, to: entity)
      for parameter in image.parameters(of: method) {
        let row = builder.add(
          // That there is a constant is known from its row, marshalling is of no interest.
          .parameter, UInt32(image.attributes(of: parameter).rawValue & 0xff), UInt32(image.sequence(of: parameter)),
          builder.string(image.name(of: parameter)))
        let entity = EntityHandle(.parameter, row)
        copyConstant(of: parameter.entity, in: image, to: entity)
        copyAttributes(of: parameter.entity, in: location.image, to: entity)
      }
    }
  }

  /// `GenericParam` is sorted by owner and referred to by row, so its rows are made in their final order.
  private mutating func addGenericParameters() {
    var all: [(owner: UInt32, number: Int, image: Int, handle: GenericParameterHandle)] = []
    for location in types {
      let image = self.image(location)
      let owner = MetadataBuilder.coded(.typeOrMethodDef, EntityHandle(.typeDefinition, typeRows[location] ?? 0))
      for parameter in image.genericParameters(of: location.type) {
        all.append((owner, image.number(of: parameter), location.image, parameter))
      }
      for method in image.methods(of: location.type) {
        guard let row = methodRows[Location(image: location.image, handle: method.entity)] else { continue }
        let owner = MetadataBuilder.coded(.typeOrMethodDef, EntityHandle(.method, row))
        for parameter in image.genericParameters(of: method) {
          all.append((owner, image.number(of: parameter), location.image, parameter))
        }
      }
    }
    all.sort { ($0.owner, $0.number) < ($1.owner, $1.number) }
    for parameter in all {
      let image = set.images[parameter.image]
      let row = builder.add(
        .genericParameter, UInt32(parameter.number), UInt32(image.attributes(of: parameter.handle).rawValue),
        parameter.owner, builder.string(image.name(of: parameter.handle)))
      copyAttributes(of: parameter.handle.entity, in: parameter.image, to: EntityHandle(.genericParameter, row))
      for constraint in image.constraints(of: parameter.handle) {
        let type = map(image.type(of: constraint), in: parameter.image)
        let constraintRow = builder.add(
          .genericParameterConstraint, row, MetadataBuilder.coded(.typeDefOrRef, type))
        copyAttributes(
          of: constraint.entity, in: parameter.image, to: EntityHandle(.genericParameterConstraint, constraintRow))
      }
    }
  }

  /// Interfaces, properties and events.
  private mutating func addRelations(of location: TypeLocation) {
    let image = self.image(location)
    let row = typeRows[location] ?? 0
    // The table is sorted by class and then interface, and rows are referred to by attributes: in final order at once.
    var interfaces: [(raw: UInt32, handle: InterfaceImplementationHandle)] = []
    for implementation in image.interfaceImplementations(of: location.type) {
      let interface = image.interface(of: implementation)
      guard isNameable(interface, in: location.image) else { continue }
      interfaces.append(
        (MetadataBuilder.coded(.typeDefOrRef, map(interface, in: location.image)), implementation))
    }
    interfaces.sort { $0.raw < $1.raw }
    for (raw, implementation) in interfaces {
      let newRow = builder.add(.interfaceImplementation, row, raw)
      copyAttributes(
        of: implementation.entity, in: location.image, to: EntityHandle(.interfaceImplementation, newRow))
    }
    func accessor(_ method: MethodHandle?) -> UInt32? {
      method.flatMap { methodRows[Location(image: location.image, handle: $0.entity)] }
    }
    func addSemantics(_ flags: MethodSemanticsAttributes, _ method: UInt32?, _ entity: EntityHandle) {
      guard let method else { return }
      builder.add(
        .methodSemantics, UInt32(flags.rawValue), method, MetadataBuilder.coded(.hasSemantics, entity))
    }
    var hasMap = false
    for property in image.properties(of: location.type) {
      let accessors = image.accessors(of: property)
      let getter = accessor(accessors.getter)
      let setter = accessor(accessors.setter)
      guard getter != nil || setter != nil,
        let signature = rewrite(image.signatureBlob(of: property), in: location.image)
      else { continue }
      if !hasMap { builder.add(.propertyMap, row, UInt32(builder.rowCount(.property) + 1)) }
      hasMap = true
      let newRow = builder.add(
        .property, UInt32(image.attributes(of: property).rawValue), builder.string(image.name(of: property)),
        builder.blob(signature))
      let entity = EntityHandle(.property, newRow)
      addSemantics(.getter, getter, entity)
      addSemantics(.setter, setter, entity)
      copyAttributes(of: property.entity, in: location.image, to: entity)
    }
    hasMap = false
    for event in image.events(of: location.type) {
      let accessors = image.accessors(of: event)
      let adder = accessor(accessors.adder)
      let remover = accessor(accessors.remover)
      guard adder != nil || remover != nil else { continue }
      if !hasMap { builder.add(.eventMap, row, UInt32(builder.rowCount(.event) + 1)) }
      hasMap = true
      let type = map(image.type(of: event), in: location.image)
      let newRow = builder.add(
        .event, UInt32(image.attributes(of: event).rawValue), builder.string(image.name(of: event)),
        MetadataBuilder.coded(.typeDefOrRef, type))
      let entity = EntityHandle(.event, newRow)
      addSemantics(.addOn, adder, entity)
      addSemantics(.removeOn, remover, entity)
      copyAttributes(of: event.entity, in: location.image, to: entity)
    }
  }

  private mutating func copyConstant(of entity: EntityHandle, in image: AssemblyImage, to target: EntityHandle) {
    guard let (type, value) = image.rawConstant(of: entity) else { return }
    builder.add(
      .constant, UInt32(type), MetadataBuilder.coded(.hasConstant, target), builder.blob(Array(value.bytes)))
  }

  // MARK: Types

  /// Whether code outside can name an interface: it is visible, or of an assembly that is not at hand.
  private func isNameable(_ type: EntityHandle, in index: Int) -> Bool {
    let image = set.images[index]
    var handle = type
    if handle.table == .typeSpecification, case .named(let inner, _, _)? = image.typeSignature(of: handle)?.unwrapped {
      handle = inner
    }
    guard let location = set.resolve(handle, in: index) else { return handle.table == .typeReference }
    return Self.isVisible(location.type, in: set.images[location.image])
  }

  private mutating func map(_ handle: EntityHandle, in index: Int) -> EntityHandle {
    guard !handle.isNone else { return .none }
    let image = set.images[index]
    if let specification = TypeSpecificationHandle(handle) {
      guard let bytes = rewrite(image.signature(of: specification), in: index, isMember: false) else { return .none }
      if let known = specifications[bytes] { return known }
      let result = EntityHandle(.typeSpecification, builder.add(.typeSpecification, builder.blob(bytes)))
      specifications[bytes] = result
      return result
    }
    if let location = set.resolve(handle, in: index) {
      if let row = typeRows[location] { return EntityHandle(.typeDefinition, row) }
      return reference(to: location)
    }
    return reference(to: handle, in: image, depth: 0)
  }

  private mutating func reference(to location: TypeLocation) -> EntityHandle {
    let image = set.images[location.image]
    return reference(to: location.type.entity, in: image, depth: 0)
  }

  private mutating func reference(to handle: EntityHandle, in image: AssemblyImage, depth: Int) -> EntityHandle {
    guard depth < 64, let names = image.qualifiedName(of: handle) else { return .none }
    var encloser = EntityHandle.none
    if let definition = TypeDefinitionHandle(handle), let outer = image.declaringType(of: definition) {
      encloser = reference(to: outer.entity, in: image, depth: depth + 1)
    } else if let type = TypeReferenceHandle(handle) {
      let scope = image.resolutionScope(of: type)
      if scope.table == .typeReference, !scope.isNone { encloser = reference(to: scope, in: image, depth: depth + 1) }
    }
    return reference(names.namespace.string, names.name.string, encloser)
  }

  private mutating func reference(_ namespace: String, _ name: String, _ encloser: EntityHandle) -> EntityHandle {
    let key = "\(encloser.token)/\(namespace)/\(name)"
    if let known = references[key] { return known }
    let row = builder.add(
      .typeReference, MetadataBuilder.coded(.resolutionScope, encloser), builder.string(name),
      builder.string(namespace))
    let result = EntityHandle(.typeReference, row)
    references[key] = result
    return result
  }

  /// A signature with the rows of this image. The rewriter asks a closure for them, which can't change this value: a first
  /// pass finds out which are needed.
  private mutating func rewrite(_ blob: ByteView, in index: Int, isMember: Bool = true) -> [UInt8]? {
    var needed: Set<EntityHandle> = []
    var probe = SignatureRewriter(blob)
    let isWellFormed = probe.rewrite(isMember: isMember) { handle in
      needed.insert(handle)
      return handle
    }
    guard isWellFormed != nil else { return nil }
    var mapped: [EntityHandle: EntityHandle] = [:]
    for handle in needed.sorted(by: { $0.token < $1.token }) { mapped[handle] = map(handle, in: index) }
    var rewriter = SignatureRewriter(blob)
    return rewriter.rewrite(isMember: isMember) { mapped[$0] ?? .none }
  }

  // MARK: Attributes

  private mutating func copyAttributes(of entity: EntityHandle, in index: Int, to target: EntityHandle) {
    let image = set.images[index]
    for attribute in image.customAttributes(of: entity) {
      guard let names = image.qualifiedName(of: image.type(of: attribute)),
        let kind = keptNames["\(names.namespace).\(names.name)"]
      else { continue }
      var value = Array(image.valueBlob(of: attribute).bytes)
      let constructor = image.constructor(of: attribute)
      let blob =
        MethodHandle(constructor).map { image.signatureBlob(of: $0) }
        ?? image.memberReferenceSignatureBlob(constructor.row)
      var signature = rewrite(blob, in: index) ?? []
      if kind == .obsolete {
        // Whether it is an error is what counts, not the advice.
        let arguments = set.value(of: attribute, in: index)?.fixedArguments ?? []
        let isError = arguments.count > 1 && arguments[1].integer == 1
        signature = isError ? [0x20, 2, 1, 0x0e, 0x02] : [0x20, 0, 1]
        value = isError ? [1, 0, 0, 1, 0, 0] : [1, 0, 0, 0]
      }
      let parent = map(image.type(of: attribute), in: index)
      let key = Array("\(parent.token)/".utf8) + signature
      let reference: EntityHandle
      if let known = memberReferences[key] {
        reference = known
      } else {
        let row = builder.add(
          .memberReference, MetadataBuilder.coded(.memberRefParent, parent), builder.string(".ctor"),
          builder.blob(signature))
        reference = EntityHandle(.memberReference, row)
        memberReferences[key] = reference
      }
      builder.add(
        .customAttribute, MetadataBuilder.coded(.hasCustomAttribute, target),
        MetadataBuilder.coded(.customAttributeType, reference), builder.blob(value))
    }
  }
}
