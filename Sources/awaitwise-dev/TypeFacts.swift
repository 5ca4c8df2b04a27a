import DotNetMetadata

/// What a method is to C#.
enum MethodRole {
  case method
  case constructor
  case staticConstructor
  case destructor
  case operatorMethod
  case conversion
  case getter
  case setter
  case initializer
  case adder
  case remover
  case delegateInvoke
  case explicitImplementation

  var name: StaticString {
    switch self {
    case .method, .delegateInvoke, .explicitImplementation: "method"
    case .constructor: "constructor"
    case .staticConstructor: "static constructor"
    case .destructor: "destructor"
    case .operatorMethod: "operator"
    case .conversion: "conversion"
    case .getter: "getter"
    case .setter: "setter"
    case .initializer: "init"
    case .adder: "adder"
    case .remover: "remover"
    }
  }
}

struct MethodModifiers {
  var isStatic = false
  var isVirtual = false
  var isAbstract = false
  var isOverride = false
  var isSealed = false
}

/// What C# makes of one type definition: which members it imports, and what their flags mean.
struct TypeFacts {
  struct Property {
    let handle: PropertyHandle
    let getter: MethodHandle?
    let setter: MethodHandle?
  }

  struct Event {
    let handle: EventHandle
    let adder: MethodHandle?
    let remover: MethodHandle?
  }

  let type: TypeDefinitionHandle
  let kind: TypeDefinitionKind
  let kindName: StaticString
  let isStatic: Bool
  let isReadOnly: Bool
  let typeParameterNames: TypeParameterNames
  let properties: [Property]
  let events: [Event]
  let methods: [(MethodHandle, MethodRole)]
  let hasParameterlessConstructor: Bool
  private let image: AssemblyImage
  private let references: ReferenceSet
  private let index: Int
  private let overridden: Set<MethodHandle>
  private let destructors: Set<MethodHandle>
  private let explicit: Set<MethodHandle>
  private let mightHaveExtensions: Bool
  private let defaultMember: MetadataName?

  /// The extension block whose members these are, if `type` is a grouping type.
  let block: ExtensionBlock?

  init(_ type: TypeDefinitionHandle, printer: MetadataPrinter, block: ExtensionBlock? = nil) {
    self.type = type
    self.block = block
    let image = printer.image
    let references = printer.references
    self.image = image
    self.references = references
    index = printer.index
    var kind = image.kind(of: type)
    if kind != .class, kind != .interface,
      references.resolve(image.baseType(of: type), in: printer.index) == nil
    {
      // Without the core library a value type cannot be told from a class.
      kind = .class
    }
    self.kind = kind
    let flags = image.attributes(of: type)
    isStatic = flags.contains(.abstract) && flags.contains(.sealed)
    isReadOnly = kind == .struct && image.hasAttribute(.isReadOnly, on: type)
    // The grouping type's own names say nothing; the marker has those of the source.
    typeParameterNames = TypeParameterNames(
      type: image.genericParameters(of: block?.marker ?? type).map { image.name(of: $0).string })
    let marker = block.map { image.name(of: $0.marker) }
    func isInBlock(_ entity: EntityHandle) -> Bool {
      guard let marker else { return true }
      return image.extensionMarkerName(of: entity) == marker
    }

    // Imported: what other assemblies could see or must know of; private members only if they implement something.
    var overridden: Set<MethodHandle> = []
    var explicit: Set<MethodHandle> = []
    for implementation in image.methodImplementations(of: type) {
      guard let body = MethodHandle(image.body(of: implementation)) else { continue }
      let declaration = image.declaration(of: implementation)
      var parent: TypeLocation?
      if let method = MethodHandle(declaration) {
        parent = TypeLocation(image: printer.index, type: image.declaringType(of: method))
      } else {
        var handle = image.memberReferenceParent(declaration.row)
        if handle.table == .typeSpecification,
          case .named(let inner, _, _)? = image.typeSignature(of: handle)?.unwrapped
        {
          handle = inner
        }
        parent = references.resolve(handle, in: printer.index)
      }
      guard let parent else { continue }
      if references.images[parent.image].attributes(of: parent.type).contains(.interface) {
        explicit.insert(body)
      } else {
        overridden.insert(body)
      }
    }
    self.overridden = overridden
    self.explicit = explicit
    func isImported(_ method: MethodHandle) -> Bool {
      let flags = image.attributes(of: method)
      if !flags.contains(.virtual), flags.access <= .private {
        guard flags.contains(.static), explicit.contains(method) else { return false }
      }
      return !image.name(of: method).hasPrefix("_VtblGap")
    }
    var roles: [MethodHandle: MethodRole] = [:]
    var properties: [Property] = []
    for property in image.properties(of: type) where isInBlock(property.entity) {
      let accessors = image.accessors(of: property)
      let getter = accessors.getter.flatMap { isImported($0) ? $0 : nil }
      let setter = accessors.setter.flatMap { isImported($0) ? $0 : nil }
      guard getter != nil || setter != nil else { continue }
      properties.append(Property(handle: property, getter: getter, setter: setter))
      if Self.mustCallAccessors(of: property, getter, setter, in: image, type) { continue }
      if let getter { roles[getter] = .getter }
      if let setter {
        let isInit = image.signature(of: setter).map { image.isInitOnly($0) } ?? false
        roles[setter] = isInit ? .initializer : .setter
      }
    }
    self.properties = properties
    var events: [Event] = []
    for event in image.events(of: type) {
      let accessors = image.accessors(of: event)
      let adder = accessors.adder.flatMap { isImported($0) ? $0 : nil }
      let remover = accessors.remover.flatMap { isImported($0) ? $0 : nil }
      guard adder != nil || remover != nil else { continue }
      events.append(Event(handle: event, adder: adder, remover: remover))
      if let adder { roles[adder] = .adder }
      if let remover { roles[remover] = .remover }
    }
    self.events = events
    var methods: [(MethodHandle, MethodRole)] = []
    var hasConstructor = false
    for method in kind == .enum ? .empty : image.methods(of: type)
    where isImported(method) && isInBlock(method.entity) {
      let role = roles[method] ?? Self.role(of: method, in: image, kind, explicit)
      if role == .constructor, image.parameterCount(of: method) == 0 { hasConstructor = true }
      methods.append((method, role))
    }
    self.methods = methods
    destructors = Set(methods.filter { $0.1 == .destructor }.map(\.0))
    hasParameterlessConstructor = hasConstructor
    let isRecord = kind == .class && methods.contains { image.name(of: $0.0) == "<Clone>$" }
    switch kind {
    case .class: kindName = isRecord ? "record" : "class"
    case .struct: kindName = "struct"
    case .interface: kindName = "interface"
    case .enum: kindName = "enum"
    case .delegate: kindName = "delegate"
    }
    mightHaveExtensions =
      isStatic && image.genericParameters(of: type).isEmpty && image.declaringType(of: type) == nil
      && image.hasAttribute(.extension, on: type)
    defaultMember = image.attribute(.defaultMember, of: type).flatMap { image.firstString(of: $0) }
  }

  /// Properties that C# has no syntax for: with parameters but no indexers. Their accessors are called as methods.
  private static func mustCallAccessors(
    of property: PropertyHandle, _ getter: MethodHandle?, _ setter: MethodHandle?, in image: AssemblyImage,
    _ type: TypeDefinitionHandle
  ) -> Bool {
    guard let signature = image.signature(of: property) else { return false }
    if image.referenceKind(ofReturn: signature.returnType) != .none, setter != nil { return true }
    guard !signature.parameters.isEmpty else { return false }
    if image.attributes(of: type).contains(.import) {
      return [getter, setter].compactMap { $0 }.allSatisfy { image.attributes(of: $0).contains(.static) }
    }
    let defaultMember = image.attribute(.defaultMember, of: type).flatMap { image.firstString(of: $0) }
    let names = [image.name(of: property)] + [getter, setter].compactMap { $0 }.map { image.name(of: $0) }
    guard let defaultMember, names.contains(defaultMember) else { return true }
    guard let accessor = getter ?? setter else { return false }
    for (position, parameter) in signature.parameters.enumerated() {
      let row = image.parameter(of: accessor, sequence: position + 1)
      let kind = image.referenceKind(ofParameter: parameter, row: row)
      if kind == .ref || kind == .out { return true }
    }
    return false
  }

  private static let unaryOperators: Set<String> = [
    "op_UnaryPlus", "op_UnaryNegation", "op_CheckedUnaryNegation", "op_LogicalNot", "op_OnesComplement", "op_Increment",
    "op_CheckedIncrement", "op_Decrement", "op_CheckedDecrement", "op_True", "op_False",
  ]
  private static let binaryOperators: Set<String> = [
    "op_Addition", "op_CheckedAddition", "op_Subtraction", "op_CheckedSubtraction", "op_Multiply", "op_CheckedMultiply",
    "op_Division", "op_CheckedDivision", "op_Modulus", "op_BitwiseAnd", "op_BitwiseOr", "op_ExclusiveOr",
    "op_LeftShift",
    "op_UnsignedLeftShift", "op_RightShift", "op_UnsignedRightShift", "op_Equality", "op_Inequality", "op_LessThan",
    "op_LessThanOrEqual", "op_GreaterThan", "op_GreaterThanOrEqual",
  ]

  private static func role(
    of method: MethodHandle, in image: AssemblyImage, _ kind: TypeDefinitionKind, _ explicit: Set<MethodHandle>
  ) -> MethodRole {
    let flags = image.attributes(of: method)
    let name = image.name(of: method)
    guard let signature = image.signature(of: method) else { return .method }
    var returnsVoid = false
    if case .primitive(.void) = signature.returnType.unwrapped { returnsVoid = true }
    let isStatic = flags.contains(.static)
    if flags.contains(.specialName) {
      if name.hasPrefix(".") {
        guard flags.contains(.runtimeSpecialName), !flags.contains(.virtual), returnsVoid,
          signature.genericParameterCount == 0
        else { return .method }
        if isStatic, name == ".cctor", signature.parameters.isEmpty { return .staticConstructor }
        if !isStatic, name == ".ctor" { return .constructor }
        return .method
      }
      if !flags.contains(.runtimeSpecialName), signature.genericParameterCount == 0, isStatic {
        let text = name.string
        let isValid = !returnsVoid && signature.callingConvention != .varargs
        if binaryOperators.contains(text) {
          return isValid && signature.parameters.count == 2 ? .operatorMethod : .method
        }
        if unaryOperators.contains(text) {
          return isValid && signature.parameters.count == 1 ? .operatorMethod : .method
        }
        if text == "op_Implicit" || text == "op_Explicit" || text == "op_CheckedExplicit" {
          return isValid && signature.parameters.count == 1 ? .conversion : .method
        }
        return .method
      }
      // C# 14: an operator that changes its instance.
      if !flags.contains(.runtimeSpecialName), signature.genericParameterCount == 0, returnsVoid,
        name.hasPrefix("op_"), name.hasSuffix("Assignment")
      {
        let isStep =
          name.hasSuffix("IncrementAssignment") || name.hasSuffix("DecrementAssignment")
        if signature.parameters.count == (isStep ? 0 : 1) { return .operatorMethod }
      }
    }
    if !isStatic {
      if name == "Finalize" {
        if kind == .class, flags.contains(.virtual), signature.parameters.isEmpty,
          signature.genericParameterCount == 0
        {
          let owner = image.declaringType(of: method)
          let isObject = image.name(of: owner) == "Object" && image.namespace(of: owner) == "System"
          if !flags.contains(.newSlot) || isObject { return .destructor }
        }
      } else if name == "Invoke", kind == .delegate {
        return .delegateInvoke
      } else if name.contains(UInt8(ascii: ".")), explicit.contains(method) {
        return .explicitImplementation
      }
    }
    return .method
  }

  func modifiers(of method: MethodHandle) -> MethodModifiers {
    let flags = image.attributes(of: method)
    let isVirtual = flags.contains(.virtual)
    let isDestructor = destructors.contains(method)
    let isInterface = kind == .interface
    var result = MethodModifiers()
    result.isStatic = flags.contains(.static)
    result.isAbstract = flags.contains(.abstract)
    result.isOverride =
      isVirtual && !isDestructor
      && (!flags.contains(.newSlot) && !image.baseType(of: type).isNone || overridden.contains(method))
    result.isSealed =
      flags.contains(.final)
      && (isInterface
        ? result.isAbstract && isVirtual && !flags.contains(.newSlot) : !result.isAbstract && result.isOverride)
    result.isVirtual =
      isVirtual && !isDestructor && !flags.contains(.final) && !result.isAbstract
      && (isInterface ? result.isStatic || flags.contains(.newSlot) : !result.isOverride)
    return result
  }

  func isExtension(_ method: MethodHandle, _ role: MethodRole, _ signature: MethodSignature) -> Bool {
    mightHaveExtensions && role == .method && image.attributes(of: method).contains(.static)
      && !signature.parameters.isEmpty && image.hasAttribute(.extension, on: method)
  }

  func isIndexer(_ property: Property) -> Bool {
    guard let defaultMember else { return false }
    return image.name(of: property.handle) == defaultMember
      || property.getter.map { image.name(of: $0) == defaultMember } ?? false
      || property.setter.map { image.name(of: $0) == defaultMember } ?? false
  }

  func access(of property: Property) -> MetadataAccess {
    let accesses = [property.getter, property.setter].compactMap { $0 }.map { image.attributes(of: $0).access }
    guard let high = accesses.max(), let low = accesses.min() else { return .private }
    return low == .assembly && high == .family ? .familyOrAssembly : high
  }

  // MARK: Attributes that the compiler keeps to itself

  /// What only keeps older compilers from using a `ref struct` or a type with required members.
  func isPoison(_ attribute: CustomAttributeHandle, onOperator: Bool) -> Bool {
    guard onOperator,
      image.isAttribute(attribute, "System.Runtime.CompilerServices", "CompilerFeatureRequiredAttribute")
    else { return false }
    return image.firstString(of: attribute).map { $0 == "UserDefinedCompoundAssignmentOperators" } ?? false
  }

  func isPoison(_ attribute: CustomAttributeHandle, onConstructor: Bool) -> Bool {
    let type = image.type(of: attribute)
    guard let names = image.qualifiedName(of: type), let text = image.firstString(of: attribute) else { return false }
    if names.name == "CompilerFeatureRequiredAttribute" {
      return onConstructor ? text == "RequiredMembers" : text == "RefStructs"
    }
    guard names.name == "ObsoleteAttribute", names.namespace == "System" else { return false }
    return onConstructor
      ? text == "Constructors of types with required members are not supported in this version of your compiler."
      : text == "Types with embedded references are not supported in this version of your compiler."
  }

  var hiddenAttributes: [WellKnownAttribute] {
    var hidden: [WellKnownAttribute] = [.requiredMember]
    if mightHaveExtensions { hidden.append(.extension) }
    if kind == .struct { hidden += [.isByRefLike, .isReadOnly] }
    return hidden
  }

  func hiddenMethodAttributes(_ role: MethodRole, isExtension: Bool) -> [WellKnownAttribute] {
    var hidden: [WellKnownAttribute] = [.extensionMarker]
    if isExtension { hidden.append(.extension) }
    if kind == .struct { hidden.append(.isReadOnly) }
    return hidden
  }

  func hiddenFieldAttributes(decimal: Bool) -> [WellKnownAttribute] {
    decimal ? [.decimalConstant, .requiredMember] : [.requiredMember]
  }
}
