import DotNetMetadata

/// Prints an assembly's types and members one per line as JSON, as the C# compiler's symbols describe them: the rules of
/// Roslyn's `PENamedTypeSymbol`, `PEMethodSymbol` and so on for what metadata means to C#.
struct MetadataPrinter {
  let references: ReferenceSet
  /// Index of the printed assembly in `references`.
  let index: Int
  let publicOnly: Bool
  var output: [UInt8] = []

  let image: AssemblyImage
  let assemblyName: String
  /// Whether the core library makes `System.IntPtr` and `nint` one type.
  let hasNumericIntPtr: Bool
  let display: TypeDisplay

  /// - Parameter assembly: the name of the assembly that a module without a manifest belongs to.
  init(references: ReferenceSet, index: Int, publicOnly: Bool, assembly: String? = nil) {
    self.references = references
    self.index = index
    self.publicOnly = publicOnly
    image = references.images[index]
    assemblyName = assembly ?? image.name.string
    let runtimeFeature = references.type(named: "System.Runtime.CompilerServices.RuntimeFeature")
    hasNumericIntPtr =
      runtimeFeature.map { location in
        let home = references.images[location.image]
        return home.fields(of: location.type).contains { home.name(of: $0) == "NumericIntPtr" }
      } ?? false
    display = TypeDisplay(references: references, index: index, hasNumericIntPtr: hasNumericIntPtr)
  }

  // MARK: Order

  /// Each type's lines with the type's id, in the order of the rows.
  mutating func run() -> [(id: [UInt16], lines: [UInt8])] {
    var result: [(id: [UInt16], lines: [UInt8])] = []
    var markers: [TypeDefinitionHandle: ExtensionBlock] = [:]
    var groupings: Set<TypeDefinitionHandle> = []
    for type in image.types where image.attributes(of: type).isNested {
      for block in image.extensionBlocks(of: type) {
        markers[block.marker] = block
        groupings.insert(block.grouping)
      }
    }
    for type in image.types where !image.attributes(of: type).isNested && image.hasAttribute(.extension, on: type) {
      for block in image.extensionBlocks(of: type) {
        markers[block.marker] = block
        groupings.insert(block.grouping)
      }
    }
    for type in image.types where isVisible(type) && !groupings.contains(type) {
      if let block = markers[type] { print(block) } else { print(type) }
      result.append((Array(image.documentationId(of: type).utf16), output))
      output = []
    }
    return result
  }

  private func isVisible(_ type: TypeDefinitionHandle) -> Bool {
    var current: TypeDefinitionHandle? = type
    var depth = 0
    while let type = current, depth < 64 {
      let access = image.attributes(of: type).access
      if access == .private { return false }
      if publicOnly, !access.isVisibleOutside { return false }
      current = image.declaringType(of: type)
      depth += 1
    }
    return true
  }

  // MARK: JSON

  private mutating func begin(_ id: String, _ kind: StaticString, _ access: MetadataAccess) {
    raw("{\"asm\":")
    string(assemblyName)
    raw(",\"id\":")
    string(id)
    key("kind")
    raw("\"")
    raw(kind)
    raw("\"")
    key("access")
    raw("\"")
    raw(access.csharpName)
    raw("\"")
  }

  private mutating func end() { raw("}\n") }

  mutating func raw(_ text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func key(_ name: StaticString) {
    raw(",\"")
    raw(name)
    raw("\":")
  }

  private mutating func flag(_ name: StaticString, _ value: Bool) {
    guard value else { return }
    key(name)
    raw("true")
  }

  private mutating func field(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  private mutating func string(_ text: String) { string(units: Array(text.utf16)) }

  private mutating func string(units: [UInt16]) {
    JSONText.append(units, to: &output)
  }

  private mutating func strings(_ list: [String]) {
    raw("[")
    for (index, text) in list.enumerated() {
      if index > 0 { raw(",") }
      string(text)
    }
    raw("]")
  }

  private mutating func strings(_ name: StaticString, _ list: [String]) {
    guard !list.isEmpty else { return }
    key(name)
    strings(list)
  }

  // MARK: Types

  private mutating func print(_ type: TypeDefinitionHandle) {
    let facts = TypeFacts(type, printer: self)
    let flags = image.attributes(of: type)
    begin(image.documentationId(of: type), facts.kindName, flags.access)
    flag("static", facts.isStatic)
    flag("abstract", flags.contains(.abstract) && !flags.contains(.sealed))
    flag("sealed", flags.contains(.sealed) && !flags.contains(.abstract))
    let isStruct = facts.kind == .struct
    flag("readonly", isStruct && image.hasAttribute(.isReadOnly, on: type))
    flag("ref", isStruct && image.hasAttribute(.isByRefLike, on: type))
    let names = facts.typeParameterNames
    if facts.kind != .interface, let base = image.annotatedBaseType(of: type) {
      field("base", display.text(base, names))
    }
    var interfaces: [String] = []
    for implementation in image.interfaceImplementations(of: type) {
      if let interface = image.annotatedInterface(of: implementation, declaredBy: type) {
        interfaces.append(display.text(interface, names))
      }
    }
    interfaces.sort { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    strings("interfaces", interfaces)
    if facts.kind == .enum {
      field("underlying", image.enumUnderlyingType(of: type).map(display.keyword) ?? "int")
    }
    typeParameters(
      image.genericParameters(of: type).suffix(image.arity(of: type)), names, owner: image.nullableContext(of: type))
    if facts.kind == .delegate, let invoke = image.methods(of: type).first(where: { image.name(of: $0) == "Invoke" }) {
      signature(of: invoke, names, required: false)
    }
    let isByRefLike = isStruct && image.hasAttribute(.isByRefLike, on: type)
    attributes(of: type.entity, hiding: facts.hiddenAttributes) {
      isByRefLike && facts.isPoison($0, onConstructor: false)
    }
    end()
    members(of: type, facts)
  }

  /// A C# 14 extension block: its marker type as `extension`, with the receiver; then the members of the grouping type that
  /// belong to it.
  private mutating func print(_ block: ExtensionBlock) {
    let facts = TypeFacts(block.grouping, printer: self, block: block)
    let names = facts.typeParameterNames
    begin(image.documentationId(of: block.marker), "extension", image.attributes(of: block.marker).access)
    flag("static", true)
    if let base = image.annotatedBaseType(of: block.marker) { field("base", display.text(base, names)) }
    typeParameters(image.genericParameters(of: block.marker), names, owner: image.nullableContext(of: block.marker))
    if let signature = image.annotatedSignature(of: block.receiver) {
      parameters(of: block.receiver, signature.parameters, names, name: "receiver", unnamed: "")
    }
    attributes(of: block.marker.entity, hiding: [])
    end()
    members(of: block.grouping, facts)
  }

  private mutating func typeParameters(
    _ parameters: some Collection<GenericParameterHandle>, _ names: TypeParameterNames, owner context: UInt8
  ) {
    guard !parameters.isEmpty else { return }
    key("tparams")
    raw("[")
    for (position, parameter) in parameters.enumerated() {
      if position > 0 { raw(",") }
      raw("{\"n\":")
      string(image.name(of: parameter).string)
      let flags = image.attributes(of: parameter)
      if flags.contains(.covariant) {
        field("variance", "out")
      } else if flags.contains(.contravariant) {
        field("variance", "in")
      }
      strings("where", constraints(of: parameter, names, context: context))
      raw("}")
    }
    raw("]")
  }

  private func constraints(
    of parameter: GenericParameterHandle, _ names: TypeParameterNames, context: UInt8
  ) -> [String] {
    let flags = image.attributes(of: parameter)
    var result: [String] = []
    var hasUnmanagedModifier = false
    var types: [String] = []
    for constraint in image.constraints(of: parameter) {
      guard let type = image.annotatedType(of: constraint, nullableContext: context) else { continue }
      var modifiers: [(EntityHandle, Bool)] = []
      var inner = type
      while case .modified(let next, let modifier, let isRequired) = inner {
        modifiers.append((modifier, isRequired))
        inner = next
      }
      if case .named(let handle, _, _) = inner.unwrapped, display.isSpecial(handle, "ValueType") {
        if let (modifier, isRequired) = modifiers.first {
          if modifiers.count == 1, isRequired,
            image.isType(modifier, "System.Runtime.InteropServices", "UnmanagedType"),
            references.resolve(modifier, in: index) != nil
          {
            hasUnmanagedModifier = true
          } else {
            types.append("?")
            continue
          }
        }
        if flags.contains(.notNullableValueType) { continue }
      } else if !modifiers.isEmpty {
        types.append("?")
        continue
      }
      if case .primitive(.object) = inner.unwrapped { continue }
      if case .named(let handle, _, _) = inner.unwrapped, display.isSpecial(handle, "Object") { continue }
      types.append(display.text(type, names))
    }
    let isUnmanaged = hasUnmanagedModifier && image.hasAttribute(.isUnmanaged, on: parameter)
    if flags.contains(.referenceType) { result.append("class") }
    if isUnmanaged {
      result.append("unmanaged")
    } else if flags.contains(.notNullableValueType) {
      result.append("struct")
    }
    if !flags.contains(.referenceType), !flags.contains(.notNullableValueType) {
      var flag = context
      if let attribute = image.attribute(.nullable, of: parameter) { flag = image.valueBlob(of: attribute).byte(2) }
      if flag == 1 { result.append("notnull") }
    }
    result += types
    if flags.contains(.defaultConstructor), !flags.contains(.notNullableValueType) { result.append("new()") }
    if flags.contains(.allowsByRefLike) { result.append("allows ref struct") }
    return result
  }

  // MARK: Attributes

  private func attributeNames(
    of entity: EntityHandle, hiding hidden: [WellKnownAttribute], or isHidden: (CustomAttributeHandle) -> Bool
  ) -> [String] {
    var names: [String] = []
    for attribute in image.customAttributes(of: entity) where !isHidden(attribute) {
      let type = image.type(of: attribute)
      if hidden.contains(where: { image.isType(type, $0.typeName.namespace, $0.typeName.name) }) { continue }
      names.append(display.text(handle: type))
    }
    names.sort { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    return names
  }

  private mutating func attributes(
    of entity: EntityHandle, hiding hidden: [WellKnownAttribute],
    or isHidden: (CustomAttributeHandle) -> Bool = { _ in false }
  ) {
    strings("attrs", attributeNames(of: entity, hiding: hidden, or: isHidden))
  }

  // MARK: Members

  private mutating func members(of type: TypeDefinitionHandle, _ facts: TypeFacts) {
    var lines: [(id: [UInt16], bytes: [UInt8])] = []
    let start = output
    output = []
    func finish(_ printer: inout MetadataPrinter, _ id: String) {
      lines.append((Array(id.utf16), printer.output))
      printer.output = []
    }
    for field in image.fields(of: type) {
      let id = image.documentationId(of: field)
      if print(field, id, facts) { finish(&self, id) }
    }
    for (method, role) in facts.methods {
      let id = image.documentationId(of: method)
      if print(method, id, role, facts) { finish(&self, id) }
    }
    if facts.kind == .struct || facts.kind == .enum, !facts.hasParameterlessConstructor {
      let id = "M:" + image.qualifiedName(of: type) + ".#ctor"
      begin(id, "constructor", .public)
      raw(",\"ret\":\"void\",\"params\":[]")
      end()
      finish(&self, id)
    }
    for property in facts.properties {
      let id = image.documentationId(of: property.handle)
      if print(property, id, facts) { finish(&self, id) }
    }
    for event in facts.events {
      let id = image.documentationId(of: event.handle)
      if print(event, id, facts) { finish(&self, id) }
    }
    lines.sort { $0.id.lexicographicallyPrecedes($1.id) }
    output = start
    for line in lines { output += line.bytes }
  }

  private func isShown(_ access: MetadataAccess) -> Bool {
    access > .private && (!publicOnly || access.isVisibleOutside)
  }

  private mutating func print(_ field: FieldHandle, _ id: String, _ facts: TypeFacts) -> Bool {
    let flags = image.attributes(of: field)
    guard isShown(flags.access) else { return false }
    // An enumeration's instance field is its underlying type, no member.
    if facts.kind == .enum, !flags.contains(.static) { return false }
    guard let type = image.annotatedType(of: field) else { return false }
    let isConstant = flags.contains(.literal)
    let decimal = image.decimalConstant(of: field.entity)
    let isDecimalConstant = decimal != nil && flags.contains(.initOnly) && flags.contains(.static)
    let constant = isConstant ? image.constant(of: field) : nil
    let kind: StaticString =
      facts.kind == .enum ? "enum member" : isConstant && constant != nil || isDecimalConstant ? "constant" : "field"
    begin(id, kind, flags.access)
    flag("static", flags.contains(.static))
    flag("readonly", flags.contains(.initOnly))
    flag(
      "volatile", type.hasModifier("System.Runtime.CompilerServices", "IsVolatile", in: image))
    flag("required", false)
    if case .byReference = type.unwrapped {
      self.field("refret", image.hasAttribute(.isReadOnly, on: field) ? "ref readonly" : "ref")
    }
    var shown = display.text(type, facts.typeParameterNames)
    if let attribute = image.attribute(.fixedBuffer, of: field), let value = references.value(of: attribute, in: index),
      case .type(let element)? = value.fixedArguments.first
    {
      shown = display.text(serialized: element) + "*"
    }
    self.field("ret", shown)
    flag("required", image.hasAttribute(.requiredMember, on: field))
    if isDecimalConstant, let decimal {
      self.field("value", decimal.description)
    } else if let constant, facts.kind == .enum || isConstant {
      key("value")
      string(units: text(of: constant))
    }
    attributes(of: field.entity, hiding: facts.hiddenFieldAttributes(decimal: isDecimalConstant))
    end()
    return true
  }

  func text(of constant: MetadataConstant) -> [UInt16] {
    switch constant {
    case .null: Array("null".utf16)
    case .boolean(let value): Array((value ? "true" : "false").utf16)
    case .char(let unit): [unit]
    case .string(let units): units
    case .single(let bits): Array(NumberText.single(Float(bitPattern: bits)).utf16)
    case .double(let bits): Array(NumberText.double(Double(bitPattern: bits)).utf16)
    case .uint64(let value): Array(String(value).utf16)
    default: Array(String(constant.integer ?? 0).utf16)
    }
  }

  private mutating func print(_ method: MethodHandle, _ id: String, _ role: MethodRole, _ facts: TypeFacts) -> Bool {
    let flags = image.attributes(of: method)
    guard isShown(flags.access), let signature = image.signature(of: method) else { return false }
    let modifiers = facts.modifiers(of: method)
    begin(id, role.name, flags.access)
    flag("static", flags.contains(.static))
    flag("virtual", modifiers.isVirtual)
    flag("abstract", modifiers.isAbstract)
    flag("override", modifiers.isOverride)
    flag("sealed", modifiers.isSealed)
    let isInit = role == .initializer
    flag(
      "readonly",
      facts.kind == .struct && !flags.contains(.static) && role != .constructor && !isInit
        && image.hasAttribute(.isReadOnly, on: method))
    flag(
      "async",
      image.hasAttribute(.asyncStateMachine, on: method) || image.hasAttribute(.asyncIteratorStateMachine, on: method)
        || image.implAttributes(of: method).contains(.async))
    let isExtension = facts.isExtension(method, role, signature)
    flag("ext", isExtension)
    flag("init", isInit)
    flag("varargs", signature.callingConvention == .varargs)
    var names = facts.typeParameterNames
    let parameters = image.genericParameters(of: method)
    names.method = parameters.map { image.name(of: $0).string }
    self.signature(of: method, names, required: false)
    if let block = facts.block, let implementation = image.implementation(of: method, in: block) {
      field("impl", image.documentationId(of: implementation))
    }
    attributes(of: method.entity, hiding: facts.hiddenMethodAttributes(role, isExtension: isExtension)) {
      role == .constructor && facts.isPoison($0, onConstructor: true)
        || facts.isPoison($0, onOperator: role == .operatorMethod)
    }
    end()
    return true
  }

  /// `refret`, `ret`, `tparams` and `params` of a method.
  private mutating func signature(of method: MethodHandle, _ names: TypeParameterNames, required: Bool) {
    guard let signature = image.annotatedSignature(of: method) else { return }
    switch image.referenceKind(ofReturn: signature.returnType) {
    case .ref: field("refret", "ref")
    case .refReadonly: field("refret", "ref readonly")
    default: break
    }
    field("ret", display.text(signature.returnType, names))
    typeParameters(image.genericParameters(of: method), names, owner: image.nullableContext(of: method))
    parameters(of: method, signature.parameters, names)
  }

  private mutating func parameters(
    of method: MethodHandle, _ types: some Collection<TypeSignature>, _ names: TypeParameterNames,
    name: StaticString = "params", unnamed: String = "value"
  ) {
    var rows: [Int: ParameterHandle] = [:]
    for row in image.parameters(of: method) { rows[image.sequence(of: row)] = row }
    key(name)
    raw("[")
    for (position, type) in types.enumerated() {
      if position > 0 { raw(",") }
      parameter(rows[position + 1], type, names, unnamed: unnamed)
    }
    raw("]")
  }

  private mutating func parameter(
    _ row: ParameterHandle?, _ type: TypeSignature, _ names: TypeParameterNames, unnamed: String
  ) {
    raw("{\"n\":")
    var name = row.map { image.name(of: $0).string } ?? ""
    if name.isEmpty { name = unnamed }
    string(name)
    field("t", display.text(type, names))
    let kind = image.referenceKind(ofParameter: type, row: row)
    switch kind {
    case .none: break
    case .ref: field("ref", "ref")
    case .out: field("ref", "out")
    case .in: field("ref", "in")
    case .refReadonly: field("ref", "ref readonly")
    }
    guard let row else {
      raw("}")
      return
    }
    let flags = image.attributes(of: row)
    let isParams = image.isParams(row)
    flag("params", isParams)
    let isOptional = !isParams && flags.contains(.optional) && (kind == .none || kind == .in || kind == .refReadonly)
    flag("optional", isOptional)
    var hidden: [WellKnownAttribute] = []
    if isOptional {
      if let constant = image.constant(of: row) {
        key("default")
        string(units: text(of: constant))
      } else if let decimal = image.decimalConstant(of: row.entity) {
        field("default", decimal.description)
        hidden.append(.decimalConstant)
      } else if image.dateTimeConstant(of: row.entity) != nil {
        hidden.append(.dateTimeConstant)
      }
    }
    // A params span is always scoped; nobody writes it.
    flag("scoped", !isParams && image.hasAttribute(.scopedRef, on: row))
    hidden.append(.scopedRef)
    if isParams { hidden += [.paramArray, .paramCollection] }
    if kind == .in { hidden.append(.isReadOnly) }
    if kind == .refReadonly { hidden.append(.requiresLocation) }
    attributes(of: row.entity, hiding: hidden)
    raw("}")
  }

  private mutating func print(_ property: TypeFacts.Property, _ id: String, _ facts: TypeFacts) -> Bool {
    let access = facts.access(of: property)
    guard isShown(access), let signature = image.annotatedSignature(of: property.handle) else { return false }
    let getter = property.getter.map { facts.modifiers(of: $0) }
    let setter = property.setter.map { facts.modifiers(of: $0) }
    let both = [getter, setter].compactMap { $0 }
    let isIndexer = !signature.parameters.isEmpty && facts.isIndexer(property)
    begin(id, isIndexer ? "indexer" : "property", access)
    memberModifiers(both)
    // How it returns is in the modifiers of the property's own type.
    switch image.referenceKind(ofReturn: signature.returnType) {
    case .ref: field("refret", "ref")
    case .refReadonly: field("refret", "ref readonly")
    default: break
    }
    field("ret", display.text(signature.returnType, facts.typeParameterNames))
    flag("required", image.hasAttribute(.requiredMember, on: property.handle))
    if let method = property.getter { field("get", "\(image.attributes(of: method).access.csharpName)") }
    if let method = property.setter {
      let isInit = image.signature(of: method).map { image.isInitOnly($0) } ?? false
      field(isInit ? "init" : "set", "\(image.attributes(of: method).access.csharpName)")
    }
    if isIndexer || !signature.parameters.isEmpty, let accessor = property.getter ?? property.setter {
      parameters(of: accessor, signature.parameters, facts.typeParameterNames)
    }
    let isRefReadonly = image.referenceKind(ofReturn: signature.returnType) == .refReadonly
    attributes(
      of: property.handle.entity, hiding: [.requiredMember, .extensionMarker] + (isRefReadonly ? [.isReadOnly] : []))
    end()
    return true
  }

  private mutating func memberModifiers(_ accessors: [MethodModifiers]) {
    flag("static", accessors.allSatisfy(\.isStatic))
    let isOverride = accessors.contains(where: \.isOverride)
    let isAbstract = accessors.contains(where: \.isAbstract)
    flag("virtual", !isOverride && !isAbstract && accessors.contains(where: \.isVirtual))
    flag("abstract", isAbstract)
    flag("override", isOverride)
    flag("sealed", accessors.allSatisfy(\.isSealed))
  }

  private mutating func print(_ event: TypeFacts.Event, _ id: String, _ facts: TypeFacts) -> Bool {
    let accesses = [event.adder, event.remover].compactMap { $0 }.map { image.attributes(of: $0).access }
    guard let access = accesses.max(), isShown(access), let type = image.annotatedType(of: event.handle) else {
      return false
    }
    begin(id, "event", access)
    memberModifiers([event.adder, event.remover].compactMap { $0 }.map { facts.modifiers(of: $0) })
    field("ret", display.text(type, facts.typeParameterNames))
    attributes(of: event.handle.entity, hiding: [])
    end()
    return true
  }
}

extension MetadataAccess {
  var csharpName: StaticString {
    switch self {
    case .compilerControlled, .private: "private"
    case .familyAndAssembly: "private protected"
    case .assembly: "internal"
    case .family: "protected"
    case .familyOrAssembly: "protected internal"
    case .public: "public"
    }
  }
}

/// JSON strings as .NET's relaxed encoder writes them.
enum JSONText {
  static func append(_ units: [UInt16], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var index = 0
    while index < units.count {
      let unit = units[index]
      index += 1
      switch unit {
      case 0x22: output += [0x5c, 0x22]
      case 0x5c: output += [0x5c, 0x5c]
      case 0x08: output += [0x5c, UInt8(ascii: "b")]
      case 0x09: output += [0x5c, UInt8(ascii: "t")]
      case 0x0a: output += [0x5c, UInt8(ascii: "n")]
      case 0x0c: output += [0x5c, UInt8(ascii: "f")]
      case 0x0d: output += [0x5c, UInt8(ascii: "r")]
      case 0x20..<0x7f: output.append(UInt8(truncatingIfNeeded: unit))
      case 0x00..<0x20, 0x7f: escape(unit, to: &output)
      default:
        if unit & 0xfc00 == 0xd800, index < units.count, units[index] & 0xfc00 == 0xdc00 {
          output += Array(String(decoding: [unit, units[index]], as: UTF16.self).utf8)
          index += 1
        } else if let scalar = Unicode.Scalar(unit) {
          switch scalar.properties.generalCategory {
          case .control, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
            escape(unit, to: &output)
          default: output += Array(String(Character(scalar)).utf8)
          }
        } else {
          // A lone surrogate.
          escape(0xfffd, to: &output)
        }
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ unit: UInt16, to output: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    output += [0x5c, UInt8(ascii: "u")]
    for shift in [12, 8, 4, 0] { output.append(digits[Int(unit >> UInt16(shift)) & 15]) }
  }
}
