import DotNetMetadata

/// Symbols of referenced assemblies, made when they are asked for.
extension BindingContext {
  func name(_ name: MetadataName) -> Name { names.intern(name.bytes.bindMemory(to: UInt8.self)) }

  // MARK: Namespaces

  func loadMetadata(of namespace: Symbol) {
    let details = namespace.namespaceDetails
    guard details.metadataState == .none, let references else { return }
    details.metadataState = .done
    let full = details.metadataName
    for child in references.namespaces.children(of: full) { _ = ensureNamespace(names.name(child), in: namespace) }
    guard let index = references.namespaces[full] else { return }
    details.pendingTypes.reserveCapacity(index.types.count)
    for location in index.types {
      let image = references.images[location.image]
      let attributes = image.attributes(of: location.type)
      if attributes.access == .assembly, !isFriend(image: location.image) { continue }
      let typeName = name(image.name(of: location.type).unmangled.name)
      details.pendingTypes[typeName, default: []].append(location)
      if attributes.contains(.abstract), attributes.contains(.sealed), image.hasAttribute(.extension, on: location.type)
      {
        details.pendingExtensions.append(location)
      }
    }
  }

  private func isFriend(image: Int) -> Bool {
    if let known = friendImages[image] { return known }
    let own = compilation.options.assemblyName
    let answer = !own.isEmpty && (references?.images[image].showsInternals(to: own) ?? false)
    friendImages[image] = answer
    return answer
  }

  func materialize(_ name: Name, in namespace: Symbol, _ details: NamespaceDetails) {
    guard let pending = details.pendingTypes.removeValue(forKey: name) else { return }
    for location in pending {
      let symbol = metadataType(location)
      details.types[name, default: []].append(symbol)
    }
  }

  func materializeExtensions(of namespace: Symbol, _ details: NamespaceDetails) {
    guard !details.pendingExtensions.isEmpty else { return }
    let pending = details.pendingExtensions
    details.pendingExtensions = []
    for location in pending {
      let symbol = metadataType(location)
      symbol.typeDetails.hasExtensions = true
      details.extensionContainers.append(symbol)
    }
  }

  // MARK: Types

  /// The symbol of a type definition.
  func metadataType(_ location: TypeLocation) -> Symbol {
    let row = Int(location.type.row)
    if metadataTypes[location.image].count <= row {
      let count = references?.images[location.image].rowCount(.typeDefinition) ?? row
      metadataTypes[location.image] += Array(
        repeating: nil, count: max(0, max(count, row) + 1 - metadataTypes[location.image].count))
    }
    if let known = metadataTypes[location.image][row] { return known }
    return makeMetadataType(location)
  }

  private func makeMetadataType(_ location: TypeLocation) -> Symbol {
    guard let references else { return globalNamespace }
    let image = references.images[location.image]
    let type = location.type
    var container: Symbol
    if let outer = image.declaringType(of: type) {
      container = metadataType(TypeLocation(image: location.image, type: outer))
      // Making the outer type makes its nested ones.
      if let known = metadataTypes[location.image][Int(type.row)] { return known }
    } else {
      container = globalNamespace
      for part in image.namespace(of: type).string.split(separator: ".") {
        container = ensureNamespace(names.name(String(part)), in: container)
      }
    }
    return makeMetadataType(location, image, in: container, depth: 0)
  }

  private func makeMetadataType(
    _ location: TypeLocation, _ image: AssemblyImage, in container: Symbol, depth: Int
  ) -> Symbol {
    let type = location.type
    let all = image.genericParameters(of: type)
    let outer = container.kind == .namedType ? container.typeDetails.allTypeParameters : []
    let arity = max(0, all.count - outer.count)
    let symbol = makeSymbol(.namedType, name(image.sourceName(of: type, arity: arity)), in: container)
    metadataTypes[location.image][Int(type.row)] = symbol
    let details = NamedTypeDetails()
    symbol.pointer.pointee.details = details
    symbol.pointer.pointee.image = UInt32(location.image)
    symbol.pointer.pointee.row = type.row
    symbol.pointer.pointee.arity = UInt16(clamping: arity)
    let attributes = image.attributes(of: type)
    var flags: SymbolFlags = .fromMetadata
    if attributes.contains(.abstract) { flags.insert(.abstract) }
    if attributes.contains(.sealed) { flags.insert(.sealed) }
    details.typeKind =
      switch image.kind(of: type) {
      case .class: .class
      case .struct: .struct
      case .interface: .interface
      case .enum: .enum
      case .delegate: .delegate
      }
    if details.typeKind == .class, attributes.contains(.abstract), attributes.contains(.sealed) {
      flags.remove([.abstract, .sealed])
      flags.insert(.static)
    }
    symbol.pointer.pointee.flags = flags
    symbol.pointer.pointee.accessibility = accessibility(attributes.access)
    var own: [Symbol] = []
    for (index, parameter) in all.enumerated() where index >= outer.count {
      own.append(makeMetadataTypeParameter(parameter, image, location.image, owner: symbol))
    }
    symbol.pointer.pointee.typeParameters = own
    details.allTypeParameters = outer + own
    if container.kind == .namespace, container.pointer.pointee.name == wellKnownNames.system,
      container.containingSymbol?.isGlobalNamespace ?? false
    {
      let text = symbol.name
      if let special = SpecialType.byName[text], (special == .nullable) == (arity == 1),
        arity == 0 || special == .nullable
      {
        details.specialType = special
      }
      if text == "ValueTuple", arity >= 2 { details.isValueTuple = true }
    }
    symbol.pointer.pointee.type = bareNamedType(symbol, details.allTypeParameters.map(\.type))
    if depth < 32 {
      for nested in image.nestedTypes(of: type) {
        let access = image.attributes(of: nested).access
        if access == .private || (access < .family && !isFriend(image: location.image)) { continue }
        if image.name(of: nested).hasPrefix("<") || !image.isAvailable(nested) { continue }
        if let known = metadataTypes[location.image][Int(nested.row)] {
          details.nestedTypes.append(known)
          continue
        }
        let inner = makeMetadataType(
          TypeLocation(image: location.image, type: nested), image, in: symbol, depth: depth + 1)
        details.nestedTypes.append(inner)
        details.byName[inner.pointer.pointee.name, default: []].append(inner)
      }
    }
    return symbol
  }

  private func makeMetadataTypeParameter(
    _ parameter: GenericParameterHandle, _ image: AssemblyImage, _ index: Int, owner: Symbol
  ) -> Symbol {
    let symbol = makeSymbol(.typeParameter, name(image.name(of: parameter)), in: owner)
    symbol.pointer.pointee.ordinal = Int32(truncatingIfNeeded: image.number(of: parameter))
    symbol.pointer.pointee.image = UInt32(index)
    symbol.pointer.pointee.row = parameter.row
    var flags: SymbolFlags = .fromMetadata
    let attributes = image.attributes(of: parameter)
    if attributes.contains(.covariant) { flags.insert(.covariant) }
    if attributes.contains(.contravariant) { flags.insert(.contravariant) }
    if attributes.contains(.referenceType) { flags.insert(.classConstraint) }
    if attributes.contains(.notNullableValueType) { flags.insert(.structConstraint) }
    symbol.pointer.pointee.flags = flags
    symbol.pointer.pointee.type = typeParameterType(symbol)
    return symbol
  }

  func completeMetadataTypeParameter(_ parameter: Symbol, _ details: TypeParameterDetails) {
    guard let image = references?.images[Int(parameter.pointer.pointee.image)] else { return }
    let handle = GenericParameterHandle(row: parameter.pointer.pointee.row)
    let attributes = image.attributes(of: handle)
    if attributes.contains(.defaultConstructor), !attributes.contains(.notNullableValueType) {
      details.hasConstructorConstraint = true
    }
    if attributes.contains(.allowsByRefLike) { details.allowsRefStruct = true }
    for constraint in image.constraints(of: handle) { details.pendingMetadata.append(image.type(of: constraint)) }
  }

  func completeMetadataConstraints(_ parameter: Symbol, _ details: TypeParameterDetails) {
    let pending = details.pendingMetadata
    details.pendingMetadata = []
    guard let owner = parameter.pointer.pointee.containing else { return }
    let reader = signatureReader(of: parameter, owner: owner)
    for handle in pending {
      guard let type = reader.type(handle) else { continue }
      // `struct` is stored as a constraint to System.ValueType as well.
      if type.specialType == .valueType, parameter.pointer.pointee.flags.contains(.structConstraint) { continue }
      details.constraintTypes.append(type)
    }
  }

  func completeMetadataBases(_ type: Symbol, _ details: NamedTypeDetails) {
    guard let image = references?.images[Int(type.pointer.pointee.image)] else { return }
    let handle = TypeDefinitionHandle(row: type.pointer.pointee.row)
    let reader = signatureReader(of: type, owner: type)
    if details.typeKind != .interface, !image.baseType(of: handle).isNone {
      if let base = image.typeSignature(of: image.baseType(of: handle)) {
        details.base = reader.type(image.annotate(base, from: handle.entity, nullableContext: 0))
      }
    }
    for implementation in image.interfaceImplementations(of: handle) {
      if let interface = image.typeSignature(of: image.interface(of: implementation)), isAvailable(interface, in: image)
      {
        details.interfaces.append(
          reader.type(image.annotate(interface, from: implementation.entity, nullableContext: 0)))
      }
    }
    if details.typeKind == .enum {
      details.enumUnderlying = image.enumUnderlyingType(of: handle).map { reader.type(.primitive($0)) } ?? intType
    }
  }

  /// Whether the project's framework has the type that a signature names; of the built-in catalogue it may not.
  private func isAvailable(_ signature: TypeSignature, in image: AssemblyImage) -> Bool {
    guard image.availability != nil, case .named(let handle, _, _) = signature,
      let definition = TypeDefinitionHandle(handle)
    else {
      return true
    }
    return image.isAvailable(definition)
  }

  private func accessibility(_ access: MetadataAccess) -> Accessibility {
    switch access {
    case .public: .public
    case .familyOrAssembly: .protectedInternal
    case .family: .protected
    case .assembly: .internal
    case .familyAndAssembly: .privateProtected
    case .private, .compilerControlled: .private
    }
  }

  // MARK: Members

  func completeMetadataMembers(_ type: Symbol, _ details: NamedTypeDetails) {
    guard let image = references?.images[Int(type.pointer.pointee.image)] else { return }
    let handle = TypeDefinitionHandle(row: type.pointer.pointee.row)
    let seesInternals = isFriend(image: Int(type.pointer.pointee.image))
    func isHidden(_ access: MetadataAccess) -> Bool {
      access <= .private || (access < .family && !seesInternals)
    }
    for nested in details.nestedTypes where !details.members.contains(nested) { details.members.append(nested) }
    var accessors: Set<UInt32> = []
    for property in image.properties(of: handle) {
      let parts = image.accessors(of: property)
      for accessor in [parts.getter, parts.setter] { if let accessor { accessors.insert(accessor.row) } }
      let visible = [parts.getter, parts.setter].compactMap { $0 }
        .filter { !isHidden(image.attributes(of: $0).access) && image.isAvailable($0) }
      guard let first = visible.first else { continue }
      let propertyName = image.name(of: property)
      if propertyName.contains(UInt8(ascii: ".")) { continue }
      let attributes = image.attributes(of: first)
      var reader = BlobReader(image.signatureBlob(of: property))
      _ = reader.byte()
      let isIndexer = reader.compressedUnsigned() > 0
      let interned = name(propertyName)
      let symbol = makeMember(.property, isIndexer ? wellKnownNames.indexer : interned, type, row: property.row)
      symbol.pointer.pointee.flags.formUnion(memberFlags(attributes))
      symbol.pointer.pointee.accessibility =
        visible.map { accessibility(image.attributes(of: $0).access) }.max() ?? .public
      if isIndexer {
        symbol.pointer.pointee.flags.insert(.indexer)
        if interned != wellKnownNames.item { indexerNames[symbol] = interned }
      }
      addMember(symbol, to: details)
    }
    for event in image.events(of: handle) {
      let parts = image.accessors(of: event)
      for accessor in [parts.adder, parts.remover, parts.raiser] { if let accessor { accessors.insert(accessor.row) } }
      guard let adder = parts.adder, !isHidden(image.attributes(of: adder).access), image.isAvailable(event) else {
        continue
      }
      let symbol = makeMember(.event, name(image.name(of: event)), type, row: event.row)
      symbol.pointer.pointee.flags.formUnion(memberFlags(image.attributes(of: adder)))
      symbol.pointer.pointee.accessibility = accessibility(image.attributes(of: adder).access)
      addMember(symbol, to: details)
    }
    for field in image.fields(of: handle) {
      let attributes = image.attributes(of: field)
      if isHidden(attributes.access) || attributes.contains(.runtimeSpecialName) || !image.isAvailable(field) {
        continue
      }
      let symbol = makeMember(.field, name(image.name(of: field)), type, row: field.row)
      if attributes.contains(.static) { symbol.pointer.pointee.flags.insert(.static) }
      if attributes.contains(.initOnly) { symbol.pointer.pointee.flags.insert(.readOnly) }
      if attributes.contains(.literal) { symbol.pointer.pointee.flags.formUnion([.const, .static]) }
      symbol.pointer.pointee.accessibility = accessibility(attributes.access)
      addMember(symbol, to: details)
    }
    var hasParameterlessConstructor = false
    let mayExtend = type.isStatic && image.hasAttribute(.extension, on: handle)
    for method in image.methods(of: handle) where !accessors.contains(method.row) {
      let attributes = image.attributes(of: method)
      if isHidden(attributes.access) || !image.isAvailable(method) { continue }
      let methodName = image.name(of: method)
      let isSpecial = attributes.contains(.specialName)
      if !isSpecial, methodName.contains(UInt8(ascii: ".")) { continue }
      let symbol = makeMember(.method, name(methodName), type, row: method.row)
      symbol.pointer.pointee.flags.formUnion(memberFlags(attributes))
      symbol.pointer.pointee.accessibility = accessibility(attributes.access)
      symbol.pointer.pointee.arity = UInt16(clamping: image.genericParameterCount(of: method))
      if isSpecial {
        if methodName == ".ctor" {
          symbol.pointer.pointee.methodKind = .constructor
          if image.parameterCount(of: method) == 0 { hasParameterlessConstructor = true }
        } else if methodName == ".cctor" {
          symbol.pointer.pointee.methodKind = .staticConstructor
        } else if methodName.hasPrefix("op_") {
          let isConversion =
            methodName == "op_Implicit" || methodName == "op_Explicit" || methodName == "op_CheckedExplicit"
          symbol.pointer.pointee.methodKind = isConversion ? .conversion : .userDefinedOperator
          details.operators[symbol.pointer.pointee.name, default: []].append(symbol)
        }
      } else if methodName == "Finalize", image.parameterCount(of: method) == 0 {
        symbol.pointer.pointee.methodKind = .destructor
      } else if details.typeKind == .delegate, methodName == "Invoke" {
        symbol.pointer.pointee.methodKind = .delegateInvoke
      }
      if mayExtend, attributes.contains(.static), image.hasAttribute(.extension, on: method) {
        symbol.pointer.pointee.flags.insert(.extensionMethod)
      }
      addMember(symbol, to: details)
    }
    if details.typeKind == .struct, !hasParameterlessConstructor {
      let constructor = makeMember(.method, wellKnownNames.constructor, type, row: 0)
      constructor.pointer.pointee.methodKind = .constructor
      constructor.pointer.pointee.flags.insert(.implicit)
      constructor.pointer.pointee.accessibility = .public
      constructor.pointer.pointee.state = .done
      constructor.pointer.pointee.type = voidType
      addMember(constructor, to: details)
    }
    if mayExtend { addExtensionBlocks(of: type, handle, image, details) }
  }

  /// The C# 14 extension blocks of a static class: their properties and static methods. An instance method of a block
  /// is found as the classic extension method that holds its code.
  private func addExtensionBlocks(
    of type: Symbol, _ handle: TypeDefinitionHandle, _ image: AssemblyImage, _ details: NamedTypeDetails
  ) {
    let index = Int(type.pointer.pointee.image)
    for block in image.extensionBlocks(of: handle) where image.isAvailable(block.grouping) {
      let parameters = image.genericParameters(of: block.marker)
      let symbol = makeSymbol(
        .namedType, name(image.sourceName(of: block.grouping, arity: parameters.count)), in: type)
      let blockDetails = NamedTypeDetails()
      blockDetails.typeKind = .extension
      blockDetails.membersState = .done
      blockDetails.basesState = .done
      symbol.pointer.pointee.details = blockDetails
      symbol.pointer.pointee.image = type.pointer.pointee.image
      symbol.pointer.pointee.row = block.grouping.row
      symbol.pointer.pointee.arity = UInt16(clamping: parameters.count)
      symbol.pointer.pointee.flags = [.fromMetadata, .static]
      symbol.pointer.pointee.accessibility = .public
      symbol.pointer.pointee.typeParameters = parameters.map {
        makeMetadataTypeParameter($0, image, index, owner: symbol)
      }
      blockDetails.allTypeParameters = symbol.pointer.pointee.typeParameters
      symbol.pointer.pointee.type = bareNamedType(symbol, blockDetails.allTypeParameters.map(\.type))
      guard let signature = image.signature(of: block.receiver) else { continue }
      let reader = SignatureReader(
        context: self, image: index, typeParameters: blockDetails.allTypeParameters, methodParameters: [])
      let row = image.parameters(of: block.receiver).first { image.sequence(of: $0) == 1 }
      blockDetails.receiver = makeMetadataParameters(signature.parameters, [row], image, reader, owner: symbol).first
      let marker = image.name(of: block.marker)
      var accessors: Set<UInt32> = []
      for property in image.properties(of: block.grouping) {
        let parts = image.accessors(of: property)
        for accessor in [parts.getter, parts.setter] { if let accessor { accessors.insert(accessor.row) } }
        guard image.extensionMarkerName(of: property.entity) == marker,
          let first = [parts.getter, parts.setter].compactMap({ $0 }).first(where: { image.isAvailable($0) })
        else { continue }
        let attributes = image.attributes(of: first)
        let member = makeMember(.property, name(image.name(of: property)), symbol, row: property.row)
        member.pointer.pointee.flags.formUnion(memberFlags(attributes).union(.extensionMethod))
        member.pointer.pointee.accessibility = accessibility(attributes.access)
        addMember(member, to: blockDetails)
      }
      for method in image.methods(of: block.grouping) where !accessors.contains(method.row) {
        let attributes = image.attributes(of: method)
        guard attributes.contains(.static), !attributes.contains(.specialName), image.isAvailable(method),
          image.extensionMarkerName(of: method.entity) == marker
        else { continue }
        let member = makeMember(.method, name(image.name(of: method)), symbol, row: method.row)
        member.pointer.pointee.flags.formUnion(memberFlags(attributes).union(.extensionMethod))
        member.pointer.pointee.accessibility = accessibility(attributes.access)
        member.pointer.pointee.arity = UInt16(clamping: image.genericParameterCount(of: method))
        addMember(member, to: blockDetails)
      }
      details.nestedTypes.append(symbol)
    }
  }

  private func makeMember(_ kind: SymbolKind, _ name: Name, _ type: Symbol, row: UInt32) -> Symbol {
    let symbol = makeSymbol(kind, name, in: type)
    symbol.pointer.pointee.image = type.pointer.pointee.image
    symbol.pointer.pointee.row = row
    symbol.pointer.pointee.state = .none
    symbol.pointer.pointee.flags = .fromMetadata
    return symbol
  }

  private func memberFlags(_ attributes: MethodAttributes) -> SymbolFlags {
    var flags: SymbolFlags = []
    if attributes.contains(.static) { flags.insert(.static) }
    if attributes.contains(.abstract) { flags.insert(.abstract) }
    if attributes.contains(.virtual) {
      if !attributes.contains(.newSlot) {
        flags.insert(.override)
        if attributes.contains(.final) { flags.insert(.sealed) }
      } else if !attributes.contains(.abstract), !attributes.contains(.final) {
        flags.insert(.virtual)
      }
    }
    return flags
  }

  // MARK: Signatures

  private func signatureReader(of symbol: Symbol, owner: Symbol) -> SignatureReader {
    let type = owner.kind == .namedType ? owner : owner.containingType
    return SignatureReader(
      context: self, image: Int(symbol.pointer.pointee.image),
      typeParameters: type?.typeDetails.allTypeParameters ?? [],
      methodParameters: owner.kind == .method ? owner.pointer.pointee.typeParameters : [])
  }

  func completeMetadata(_ symbol: Symbol) {
    guard let references, let owner = symbol.pointer.pointee.containing else { return }
    let index = Int(symbol.pointer.pointee.image)
    guard references.images.indices.contains(index) else { return }
    let image = references.images[index]
    let row = symbol.pointer.pointee.row
    switch symbol.kind {
    case .method: completeMetadataMethod(symbol, MethodHandle(row: row), image, index)
    case .field:
      let handle = FieldHandle(row: row)
      if let type = image.type(of: handle) {
        let reader = signatureReader(of: symbol, owner: owner)
        symbol.pointer.pointee.type = reader.type(image.annotate(type, from: handle.entity, nullableContext: 0))
      }
    case .event:
      let handle = EventHandle(row: row)
      if let type = image.typeSignature(of: image.type(of: handle)) {
        let reader = signatureReader(of: symbol, owner: owner)
        symbol.pointer.pointee.type = reader.type(image.annotate(type, from: handle.entity, nullableContext: 0))
      }
    case .property: completeMetadataProperty(symbol, PropertyHandle(row: row), image, owner)
    default: break
    }
  }

  private func completeMetadataMethod(_ symbol: Symbol, _ handle: MethodHandle, _ image: AssemblyImage, _ index: Int) {
    guard let signature = image.signature(of: handle) else { return }
    if signature.genericParameterCount > 0 {
      symbol.pointer.pointee.typeParameters = image.genericParameters(of: handle).map {
        makeMetadataTypeParameter($0, image, index, owner: symbol)
      }
    }
    let reader = signatureReader(of: symbol, owner: symbol)
    var rows = [ParameterHandle?](repeating: nil, count: signature.parameters.count + 1)
    for parameter in image.parameters(of: handle) {
      let sequence = image.sequence(of: parameter)
      if sequence >= 0, sequence < rows.count { rows[sequence] = parameter }
    }
    let returned = signature.returnType
    symbol.pointer.pointee.refKind =
      switch image.referenceKind(ofReturn: returned) {
      case .none: .none
      case .refReadonly: .refReadOnly
      default: .ref
      }
    symbol.pointer.pointee.type = reader.type(
      image.annotate(returned, from: rows[0]?.entity ?? .none, nullableContext: 0))
    symbol.pointer.pointee.parameters = makeMetadataParameters(
      signature.parameters, Array(rows.dropFirst()), image, reader, owner: symbol)
    if symbol.isExtensionMember, owner(of: symbol)?.typeDetails.typeKind != .extension {
      symbol.pointer.pointee.parameters.first?.pointer.pointee.flags.insert(.this)
    }
  }

  private func owner(of symbol: Symbol) -> Symbol? { symbol.pointer.pointee.containing }

  private func makeMetadataParameters(
    _ types: [TypeSignature], _ rows: [ParameterHandle?], _ image: AssemblyImage, _ reader: SignatureReader,
    owner: Symbol
  ) -> [Symbol] {
    types.enumerated().map { ordinal, type in
      let row = ordinal < rows.count ? rows[ordinal] : nil
      let parameter = makeSymbol(.parameter, row.map { name(image.name(of: $0)) } ?? .empty, in: owner)
      parameter.pointer.pointee.image = UInt32(reader.image)
      parameter.pointer.pointee.row = row?.row ?? 0
      parameter.pointer.pointee.ordinal = Int32(truncatingIfNeeded: ordinal)
      var flags: SymbolFlags = .fromMetadata
      if let row {
        let attributes = image.attributes(of: row)
        if attributes.contains(.optional) || attributes.contains(.hasDefault) { flags.insert(.optional) }
        if ordinal == types.count - 1, image.isParams(row) { flags.insert(.params) }
      }
      parameter.pointer.pointee.flags = flags
      parameter.pointer.pointee.refKind =
        switch image.referenceKind(ofParameter: type, row: row) {
        case .none: .none
        case .ref: .ref
        case .out: .out
        case .in: .in
        case .refReadonly: .refReadOnly
        }
      parameter.pointer.pointee.type = reader.type(
        image.annotate(type, from: row?.entity ?? .none, nullableContext: 0))
      return parameter
    }
  }

  private func completeMetadataProperty(
    _ symbol: Symbol, _ handle: PropertyHandle, _ image: AssemblyImage, _ owner: Symbol
  ) {
    guard let signature = image.signature(of: handle) else { return }
    let reader = signatureReader(of: symbol, owner: owner)
    symbol.pointer.pointee.refKind =
      switch image.referenceKind(ofReturn: signature.returnType) {
      case .none: .none
      case .refReadonly: .refReadOnly
      default: .ref
      }
    symbol.pointer.pointee.type = reader.type(
      image.annotate(signature.returnType, from: handle.entity, nullableContext: 0))
    let accessors = image.accessors(of: handle)
    func make(_ method: MethodHandle?, _ kind: MethodKind) -> Symbol? {
      guard let method else { return nil }
      let attributes = image.attributes(of: method)
      if attributes.access <= .private || !image.isAvailable(method) { return nil }
      let accessor = makeMember(.method, name(image.name(of: method)), owner, row: method.row)
      accessor.pointer.pointee.methodKind = kind
      accessor.pointer.pointee.flags.formUnion(memberFlags(attributes))
      accessor.pointer.pointee.accessibility = accessibility(attributes.access)
      accessor.pointer.pointee.first = symbol
      return accessor
    }
    symbol.pointer.pointee.first = make(accessors.getter, .propertyGet)
    symbol.pointer.pointee.second = make(accessors.setter, .propertySet)
    if !signature.parameters.isEmpty {
      // Names and defaults stand on the accessors' parameters.
      if let getter = symbol.pointer.pointee.first {
        complete(getter)
        symbol.pointer.pointee.parameters = getter.pointer.pointee.parameters
      } else if let setter = symbol.pointer.pointee.second {
        complete(setter)
        symbol.pointer.pointee.parameters = Array(setter.pointer.pointee.parameters.dropLast())
      }
    }
    if let setter = accessors.setter, let signature = image.signature(of: setter), image.isInitOnly(signature) {
      symbol.pointer.pointee.flags.insert(.initOnly)
    }
  }

  // MARK: Attributes, constants

  private func entity(of symbol: Symbol) -> EntityHandle? {
    let row = symbol.pointer.pointee.row
    guard row > 0 else { return nil }
    switch symbol.kind {
    case .namedType: return TypeDefinitionHandle(row: row).entity
    case .method: return MethodHandle(row: row).entity
    case .property: return PropertyHandle(row: row).entity
    case .field: return FieldHandle(row: row).entity
    case .event: return EventHandle(row: row).entity
    case .parameter: return ParameterHandle(row: row).entity
    default: return nil
    }
  }

  func metadataAttributes(of symbol: Symbol) -> [AttributeData] {
    guard let references, let entity = entity(of: symbol) else { return [] }
    let index = Int(symbol.pointer.pointee.image)
    let image = references.images[index]
    let reader = SignatureReader(context: self, image: index, typeParameters: [], methodParameters: [])
    return image.customAttributes(of: entity).compactMap { attribute in
      guard let type = reader.type(image.type(of: attribute)) else { return nil }
      let arguments = references.value(of: attribute, in: index)?.fixedArguments.map { argument -> ConstantValue? in
        if let text = argument.text { return .string(text) }
        if let number = argument.integer { return .integer(number) }
        return nil
      }
      return AttributeData(
        attributeClass: type, writtenName: type.name, syntax: nil, arguments: arguments ?? [])
    }
  }

  /// The class in an interface's `CoClassAttribute`.
  func metadataCoClass(of symbol: Symbol) -> TypeSymbol? {
    guard let references, let entity = entity(of: symbol) else { return nil }
    let index = Int(symbol.pointer.pointee.image)
    guard references.images.indices.contains(index) else { return nil }
    for attribute in references.images[index].customAttributes(of: entity) {
      guard case .type(let text)? = references.value(of: attribute, in: index)?.fixedArguments.first,
        let location = references.type(named: String(text.prefix { $0 != "," }))
      else { continue }
      let type = metadataType(location).type
      if type.kind == .class { return type }
    }
    return nil
  }

  func metadataOverloadPriority(of symbol: Symbol) -> Int {
    guard let references, let entity = entity(of: symbol) else { return 0 }
    return Int(references.images[Int(symbol.pointer.pointee.image)].overloadResolutionPriority(of: entity))
  }

  func metadataConstant(of symbol: Symbol) -> ConstantValue {
    guard symbol.kind == .field, let references,
      let constant = references.images[Int(symbol.pointer.pointee.image)].constant(
        of: FieldHandle(row: symbol.pointer.pointee.row))
    else { return .unknown }
    switch constant {
    case .null: return .null
    case .boolean(let value): return .boolean(value)
    case .single, .double: return .unknown
    default: break
    }
    if let number = constant.integer { return .integer(number) }
    if let text = constant.text { return .string(text) }
    return .unknown
  }
}

extension SpecialType {
  static let byName: [String: SpecialType] = {
    var result: [String: SpecialType] = [:]
    for type in allCases where type != .none { result[type.metadataName] = type }
    return result
  }()
}

/// Makes types of signatures in one image.
struct SignatureReader {
  unowned(unsafe) let context: BindingContext
  let image: Int
  let typeParameters: [Symbol]
  let methodParameters: [Symbol]

  func type(_ handle: EntityHandle) -> TypeSymbol? {
    guard let references = context.references, let signature = references.images[image].typeSignature(of: handle) else {
      return nil
    }
    return type(signature)
  }

  func type(_ signature: TypeSignature, depth: Int = 0) -> TypeSymbol {
    guard depth < 100 else { return context.unknownType }
    switch signature {
    case .primitive(let primitive): return special(primitive)
    case .named(let handle, _, let arguments): return named(handle, arguments, depth: depth)
    case .typeParameter(let index):
      return index >= 0 && index < typeParameters.count ? typeParameters[index].type : context.unknownType
    case .methodTypeParameter(let index):
      return index >= 0 && index < methodParameters.count ? methodParameters[index].type : context.unknownType
    case .szArray(let element): return context.arrayType(type(element, depth: depth + 1))
    case .array(let element, let shape): return context.arrayType(type(element, depth: depth + 1), rank: shape.rank)
    case .pointer(let element): return context.pointerType(type(element, depth: depth + 1))
    case .byReference(let inner), .pinned(let inner), .nullability(let inner, _), .modified(let inner, _, _):
      return type(inner, depth: depth + 1)
    case .functionPointer(let signature):
      return context.functionPointerType(
        (signature.parameters + [signature.returnType]).map { type($0, depth: depth + 1) })
    case .tuple(let inner, let names):
      let tuple = type(inner, depth: depth + 1)
      guard tuple.kind == .tuple else { return tuple }
      let elements = tuple.pointer.pointee.arguments
      var interned = names.prefix(elements.count).map { $0.map { context.names.name($0) } ?? .empty }
      while interned.count < elements.count { interned.append(.empty) }
      return context.tupleType(elements, names: Array(interned))
    case .dynamic: return context.dynamicType
    case .nativeInteger(let isUnsigned): return context.specialType(isUnsigned ? .uIntPtr : .intPtr)
    }
  }

  private func special(_ primitive: PrimitiveType) -> TypeSymbol {
    switch primitive {
    case .void: context.specialType(.void)
    case .boolean: context.specialType(.boolean)
    case .char: context.specialType(.char)
    case .sbyte: context.specialType(.sByte)
    case .byte: context.specialType(.byte)
    case .int16: context.specialType(.int16)
    case .uint16: context.specialType(.uInt16)
    case .int32: context.specialType(.int32)
    case .uint32: context.specialType(.uInt32)
    case .int64: context.specialType(.int64)
    case .uint64: context.specialType(.uInt64)
    case .single: context.specialType(.single)
    case .double: context.specialType(.double)
    case .string: context.specialType(.string)
    case .intPtr: context.specialType(.intPtr)
    case .uintPtr: context.specialType(.uIntPtr)
    case .object: context.specialType(.object)
    case .typedReference: context.type(named: "System.TypedReference") ?? context.unknownType
    }
  }

  private func named(_ handle: EntityHandle, _ arguments: [TypeSignature], depth: Int) -> TypeSymbol {
    guard let references = context.references else { return context.unknownType }
    let types = arguments.map { type($0, depth: depth + 1) }
    let source = references.images[image]
    guard let location = references.resolve(handle, in: image) else {
      guard let names = source.qualifiedName(of: handle) else { return context.unknownType }
      let simple = names.name.unmangled.name.string
      let full = names.namespace.isEmpty ? simple : names.namespace.string + "." + simple
      return context.missingType(simple, full, types)
    }
    let definition = context.metadataType(location)
    guard definition.kind == .namedType else { return context.unknownType }
    let expected = definition.typeDetails.allTypeParameters.count
    if expected == types.count { return context.namedType(definition, types) }
    return types.isEmpty ? definition.type : context.unknownType
  }
}

extension BindingContext {
  /// A type that an assembly names and no reference has: perhaps a project of this solution declares it.
  func missingType(_ simple: String, _ full: String, _ arguments: [TypeSymbol]) -> TypeSymbol {
    if let source = type(named: full, arity: arguments.count)?.definition, source.pointer.pointee.file >= 0,
      source.typeDetails.allTypeParameters.count == arguments.count
    {
      return namedType(source, arguments)
    }
    return makeErrorType(names.name(simple), qualified: names.name(full), arguments)
  }
}
