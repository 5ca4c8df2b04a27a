/// Documentation-comment ids as the C# compiler writes them (C# annex D.4.2): `M:System.String.Concat(System.String[])`.
package struct DocumentationIdWriter {
  private static let depthLimit = 128

  private let image: AssemblyImage
  private(set) var output: [UInt8] = []

  package init(_ image: AssemblyImage) {
    self.image = image
    output.reserveCapacity(128)
  }

  private mutating func append(_ text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ name: MetadataName) {
    output.append(contentsOf: name.bytes)
  }

  private mutating func append(_ number: Int) {
    output.append(contentsOf: String(number).utf8)
  }

  // MARK: Declarations

  /// `Ns.Outer`1.Inner`2`: the name of a definition with each level's own arity.
  mutating func qualifiedName(of type: TypeDefinitionHandle, depth: Int = 0) {
    if depth < Self.depthLimit, let encloser = image.declaringType(of: type) {
      qualifiedName(of: encloser, depth: depth + 1)
      output.append(UInt8(ascii: "."))
    } else {
      let namespace = image.namespace(of: type)
      if !namespace.isEmpty {
        append(namespace)
        output.append(UInt8(ascii: "."))
      }
    }
    let arity = image.arity(of: type)
    append(image.sourceName(of: type, arity: arity))
    if arity > 0 {
      output.append(UInt8(ascii: "`"))
      append(arity)
    }
  }

  /// A method's, property's or event's name: dots and angle brackets of explicit implementations are replaced, and what
  /// stands before `::` (extern aliases) is left out.
  private mutating func memberName(_ name: MetadataName) {
    var name = name
    let colon = UInt8(ascii: ":")
    if let first = name.bytes.indices.first(where: { index in
      name.bytes[index] == colon && index + 1 < name.count && name.bytes[index + 1] == colon
    }) {
      name = name.dropFirst(first + 2)
    }
    for byte in name.bytes {
      switch byte {
      case UInt8(ascii: "."): output.append(UInt8(ascii: "#"))
      case UInt8(ascii: "<"): output.append(UInt8(ascii: "{"))
      case UInt8(ascii: ">"): output.append(UInt8(ascii: "}"))
      default: output.append(byte)
      }
    }
  }

  mutating func type(_ type: TypeDefinitionHandle) {
    append("T:")
    qualifiedName(of: type)
  }

  mutating func field(_ field: FieldHandle) {
    append("F:")
    qualifiedName(of: image.declaringType(of: field))
    output.append(UInt8(ascii: "."))
    append(image.name(of: field))
  }

  mutating func event(_ event: EventHandle) {
    append("E:")
    qualifiedName(of: image.declaringType(of: event))
    output.append(UInt8(ascii: "."))
    memberName(image.name(of: event))
  }

  mutating func property(_ property: PropertyHandle) {
    append("P:")
    qualifiedName(of: image.declaringType(of: property))
    output.append(UInt8(ascii: "."))
    memberName(image.name(of: property))
    guard let signature = image.signature(of: property) else { return }
    parameters(signature)
  }

  mutating func method(_ method: MethodHandle) {
    append("M:")
    qualifiedName(of: image.declaringType(of: method))
    output.append(UInt8(ascii: "."))
    let name = image.name(of: method)
    memberName(name)
    guard let signature = image.signature(of: method) else { return }
    if signature.genericParameterCount > 0 {
      append("``")
      append(signature.genericParameterCount)
    }
    parameters(signature)
    // Conversions differ by what they convert to.
    if name == "op_Implicit" || name == "op_Explicit" || name == "op_CheckedExplicit",
      image.isConversionSignature(method, signature)
    {
      output.append(UInt8(ascii: "~"))
      self.type(signature.returnType)
    }
  }

  private mutating func parameters(_ signature: MethodSignature) {
    let isVarargs = signature.callingConvention == .varargs
    guard !signature.parameters.isEmpty || isVarargs else { return }
    output.append(UInt8(ascii: "("))
    for (index, parameter) in signature.parameters.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      self.type(parameter)
    }
    if isVarargs {
      if !signature.parameters.isEmpty { output.append(UInt8(ascii: ",")) }
    }
    output.append(UInt8(ascii: ")"))
  }

  // MARK: Uses of types

  mutating func type(_ type: TypeSignature, depth: Int = 0) {
    guard depth < Self.depthLimit else { return }
    switch type {
    case .primitive(let primitive):
      append("System.")
      append(primitive.name)
    case .dynamic: append("System.Object")
    case .nativeInteger(let isUnsigned): append(isUnsigned ? "System.UIntPtr" : "System.IntPtr")
    case .named(let handle, _, let arguments):
      var rest = arguments[...]
      use(of: handle, arguments: &rest, depth: depth)
    case .typeParameter(let index):
      append("`")
      append(index)
    case .methodTypeParameter(let index):
      append("``")
      append(index)
    case .szArray(let element):
      self.type(element, depth: depth + 1)
      append("[]")
    case .array(let element, let shape):
      self.type(element, depth: depth + 1)
      output.append(UInt8(ascii: "["))
      for dimension in 0..<shape.rank {
        if dimension > 0 { output.append(UInt8(ascii: ",")) }
        append("0:")
      }
      output.append(UInt8(ascii: "]"))
    case .pointer(let pointee):
      self.type(pointee, depth: depth + 1)
      append("*")
    case .byReference(let target):
      self.type(target, depth: depth + 1)
      append("@")
    case .functionPointer:
      // The C# compiler has no notation for them and writes nothing.
      break
    case .pinned(let inner), .modified(let inner, _, _), .nullability(let inner, _), .tuple(let inner, _):
      self.type(inner, depth: depth + 1)
    }
  }

  private mutating func use(of handle: EntityHandle, arguments: inout ArraySlice<TypeSignature>, depth: Int) {
    guard depth < Self.depthLimit else { return }
    let name: MetadataName
    let arity: Int
    if let definition = TypeDefinitionHandle(handle) {
      arity = image.arity(of: definition)
      name = image.sourceName(of: definition, arity: arity)
      if let encloser = image.declaringType(of: definition) {
        use(of: encloser.entity, arguments: &arguments, depth: depth + 1)
        output.append(UInt8(ascii: "."))
      } else {
        qualifier(image.namespace(of: definition))
      }
    } else if let reference = TypeReferenceHandle(handle) {
      (name, arity) = image.name(of: reference).unmangled
      let scope = image.resolutionScope(of: reference)
      if scope.table == .typeReference, !scope.isNone {
        use(of: scope, arguments: &arguments, depth: depth + 1)
        output.append(UInt8(ascii: "."))
      } else {
        qualifier(image.namespace(of: reference))
      }
    } else {
      return
    }
    append(name)
    guard arity > 0 else { return }
    let own = arguments.prefix(arity)
    arguments = arguments.dropFirst(arity)
    guard !own.isEmpty else {
      // A definition as such: `typeof(List<>)`.
      output.append(UInt8(ascii: "`"))
      append(arity)
      return
    }
    output.append(UInt8(ascii: "{"))
    for (index, argument) in own.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      type(argument, depth: depth + 1)
    }
    output.append(UInt8(ascii: "}"))
  }

  private mutating func qualifier(_ namespace: MetadataName) {
    guard !namespace.isEmpty else { return }
    append(namespace)
    output.append(UInt8(ascii: "."))
  }
}

extension AssemblyImage {
  /// Whether a method with a conversion's name has a conversion's signature (C# 15.10.4).
  func isConversionSignature(_ method: MethodHandle, _ signature: MethodSignature) -> Bool {
    let flags = attributes(of: method)
    guard flags.isSuperset(of: [.specialName, .static]), !flags.contains(.runtimeSpecialName) else { return false }
    if case .primitive(.void) = signature.returnType.unwrapped { return false }
    return signature.parameters.count == 1 && signature.genericParameterCount == 0
      && signature.callingConvention != .varargs
  }

  package func documentationId(of type: TypeDefinitionHandle) -> String {
    var writer = DocumentationIdWriter(self)
    writer.type(type)
    return String(decoding: writer.output, as: UTF8.self)
  }

  package func documentationId(of method: MethodHandle) -> String {
    var writer = DocumentationIdWriter(self)
    writer.method(method)
    return String(decoding: writer.output, as: UTF8.self)
  }

  package func documentationId(of field: FieldHandle) -> String {
    var writer = DocumentationIdWriter(self)
    writer.field(field)
    return String(decoding: writer.output, as: UTF8.self)
  }

  package func documentationId(of property: PropertyHandle) -> String {
    var writer = DocumentationIdWriter(self)
    writer.property(property)
    return String(decoding: writer.output, as: UTF8.self)
  }

  package func documentationId(of event: EventHandle) -> String {
    var writer = DocumentationIdWriter(self)
    writer.event(event)
    return String(decoding: writer.output, as: UTF8.self)
  }

  /// `Ns.Outer`1.Inner`: the id of a type without its `T:`.
  package func qualifiedName(of type: TypeDefinitionHandle) -> String {
    var writer = DocumentationIdWriter(self)
    writer.qualifiedName(of: type)
    return String(decoding: writer.output, as: UTF8.self)
  }
}
