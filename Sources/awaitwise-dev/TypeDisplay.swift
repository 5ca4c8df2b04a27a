import DotNetMetadata

/// The names of the type parameters in scope, by their numbers.
struct TypeParameterNames {
  var type: [String] = []
  var method: [String] = []
}

/// Types as the C# compiler shows them: full names, C# keywords, `int?`, `(int a, string b)`.
struct TypeDisplay {
  let references: ReferenceSet
  let index: Int
  let hasNumericIntPtr: Bool

  private var image: AssemblyImage { references.images[index] }

  init(references: ReferenceSet, index: Int, hasNumericIntPtr: Bool) {
    self.references = references
    self.index = index
    self.hasNumericIntPtr = hasNumericIntPtr
  }

  func keyword(_ primitive: PrimitiveType) -> String {
    switch primitive {
    case .void: "void"
    case .boolean: "bool"
    case .char: "char"
    case .sbyte: "sbyte"
    case .byte: "byte"
    case .int16: "short"
    case .uint16: "ushort"
    case .int32: "int"
    case .uint32: "uint"
    case .int64: "long"
    case .uint64: "ulong"
    case .single: "float"
    case .double: "double"
    case .string: "string"
    case .object: "object"
    case .typedReference: "System.TypedReference"
    case .intPtr: hasNumericIntPtr ? "nint" : "System.IntPtr"
    case .uintPtr: hasNumericIntPtr ? "nuint" : "System.UIntPtr"
    }
  }

  /// Whether a handle means the core library's type of a name in `System`.
  func isSpecial(_ handle: EntityHandle, _ name: StaticString) -> Bool {
    image.isType(handle, "System", name) && references.resolve(handle, in: index) != nil
  }

  private static let keywords: [String: String] = [
    "Void": "void", "Boolean": "bool", "Char": "char", "SByte": "sbyte", "Byte": "byte", "Int16": "short",
    "UInt16": "ushort", "Int32": "int", "UInt32": "uint", "Int64": "long", "UInt64": "ulong", "Single": "float",
    "Double": "double", "Decimal": "decimal", "String": "string", "Object": "object",
  ]

  func text(_ type: TypeSignature, _ names: TypeParameterNames) -> String {
    switch type {
    case .primitive(let primitive): return keyword(primitive)
    case .dynamic: return "dynamic"
    case .nativeInteger(let isUnsigned): return isUnsigned ? "nuint" : "nint"
    case .nullability(let inner, _), .pinned(let inner), .modified(let inner, _, _), .byReference(let inner):
      return text(inner, names)
    case .typeParameter(let number):
      return number < names.type.count ? names.type[number] : "!\(number)"
    case .methodTypeParameter(let number):
      return number < names.method.count ? names.method[number] : "!!\(number)"
    case .pointer(let pointee): return text(pointee, names) + "*"
    case .szArray, .array:
      // C# writes the outermost rank first: int[][,] is an array of two-dimensional arrays.
      var ranks = ""
      var current = type
      while true {
        switch current {
        case .szArray(let element):
          ranks += "[]"
          current = element
          continue
        case .array(let element, let shape):
          ranks += shape.rank == 1 ? "[*]" : "[" + String(repeating: ",", count: shape.rank - 1) + "]"
          current = element
          continue
        case .nullability(let inner, _), .modified(let inner, _, _):
          current = inner
          continue
        default: break
        }
        break
      }
      return text(current, names) + ranks
    case .functionPointer(let signature): return functionPointer(signature, names)
    case .tuple(let inner, let elementNames):
      return tuple(inner, elementNames: elementNames, names) ?? text(inner, names)
    case .named(let handle, _, let arguments):
      if let tuple = tuple(type, elementNames: [], names) { return tuple }
      if arguments.count == 1, image.isType(handle, "System", "Nullable`1"),
        references.resolve(handle, in: index) != nil
      {
        return text(arguments[0], names) + "?"
      }
      return text(handle: handle, arguments: arguments, names)
    }
  }

  private func tuple(_ type: TypeSignature, elementNames: [String?], _ names: TypeParameterNames) -> String? {
    let cardinality = image.tupleCardinality(of: type)
    guard cardinality > 1 else { return nil }
    var elements: [TypeSignature] = []
    var current = type
    while case .named(let handle, _, let arguments) = current {
      guard references.resolve(handle, in: index) != nil else { return nil }
      elements += arguments.prefix(7)
      guard arguments.count == 8 else { break }
      current = arguments[7]
      while true {
        switch current {
        case .tuple(let inner, _), .nullability(let inner, _):
          current = inner
          continue
        default: break
        }
        break
      }
    }
    guard elements.count == cardinality else { return nil }
    var parts: [String] = []
    for (position, element) in elements.enumerated() {
      var part = text(element, names)
      if position < elementNames.count, let name = elementNames[position] { part += " " + name }
      parts.append(part)
    }
    return "(" + parts.joined(separator: ", ") + ")"
  }

  private func functionPointer(_ signature: MethodSignature, _ names: TypeParameterNames) -> String {
    var result = "delegate*"
    switch signature.callingConvention {
    case .default: break
    case .unmanaged:
      result += " unmanaged"
      var conventions: [String] = []
      var current = signature.returnType
      while case .modified(let inner, let modifier, let isRequired) = current {
        if !isRequired, let names = image.qualifiedName(of: modifier),
          names.namespace == "System.Runtime.CompilerServices", names.name.hasPrefix("CallConv")
        {
          conventions.append(names.name.dropFirst(8).string)
        }
        current = inner
      }
      if !conventions.isEmpty { result += "[" + conventions.joined(separator: ", ") + "]" }
    case .cdecl: result += " unmanaged[Cdecl]"
    case .stdcall: result += " unmanaged[Stdcall]"
    case .thiscall: result += " unmanaged[Thiscall]"
    case .fastcall: result += " unmanaged[Fastcall]"
    default: result += " unmanaged"
    }
    var parts: [String] = []
    for parameter in signature.parameters {
      var prefix = ""
      if case .byReference = parameter.unwrapped {
        if parameter.hasModifier("System.Runtime.InteropServices", "InAttribute", in: image) {
          prefix = "in "
        } else if parameter.hasModifier("System.Runtime.InteropServices", "OutAttribute", in: image) {
          prefix = "out "
        } else {
          prefix = "ref "
        }
      }
      parts.append(prefix + text(parameter, names))
    }
    var returned = ""
    switch image.referenceKind(ofReturn: signature.returnType) {
    case .ref: returned = "ref "
    case .refReadonly: returned = "ref readonly "
    default: break
    }
    parts.append(returned + text(signature.returnType, names))
    return result + "<" + parts.joined(separator: ", ") + ">"
  }

  // MARK: Names

  /// A definition, reference or specification without type parameters in scope: an attribute's class.
  func text(handle: EntityHandle) -> String {
    if handle.table == .typeSpecification, let type = image.typeSignature(of: handle) {
      return text(type, TypeParameterNames())
    }
    return text(handle: handle, arguments: [], TypeParameterNames())
  }

  private func text(handle: EntityHandle, arguments: [TypeSignature], _ names: TypeParameterNames) -> String {
    if let location = references.resolve(handle, in: index) {
      let home = references.images[location.image]
      if home.declaringType(of: location.type) == nil, home.namespace(of: location.type) == "System" {
        let name = home.name(of: location.type)
        if let keyword = Self.keywords[name.string] { return keyword }
        if hasNumericIntPtr, name == "IntPtr" { return "nint" }
        if hasNumericIntPtr, name == "UIntPtr" { return "nuint" }
      }
      var rest = arguments[...]
      return text(location.type, in: home, arguments: &rest, names, depth: 0)
    }
    var rest = arguments[...]
    return missing(handle, arguments: &rest, names, depth: 0)
  }

  private func text(
    _ type: TypeDefinitionHandle, in home: AssemblyImage, arguments: inout ArraySlice<TypeSignature>,
    _ names: TypeParameterNames, depth: Int
  ) -> String {
    guard depth < 64 else { return "" }
    var result: String
    if let encloser = home.declaringType(of: type) {
      result = text(encloser, in: home, arguments: &arguments, names, depth: depth + 1) + "."
    } else {
      let namespace = home.namespace(of: type)
      result = namespace.isEmpty ? "" : namespace.string + "."
    }
    let arity = home.arity(of: type)
    result += home.sourceName(of: type, arity: arity).string
    return result + self.arguments(arity, &arguments, names)
  }

  /// A type of an assembly that is not there goes by the name in the reference.
  private func missing(
    _ handle: EntityHandle, arguments: inout ArraySlice<TypeSignature>, _ names: TypeParameterNames, depth: Int
  ) -> String {
    guard depth < 64, let reference = TypeReferenceHandle(handle) else { return "?" }
    let scope = image.resolutionScope(of: reference)
    var result: String
    if scope.table == .typeReference, !scope.isNone {
      result = missing(scope, arguments: &arguments, names, depth: depth + 1) + "."
    } else {
      let namespace = image.namespace(of: reference)
      result = namespace.isEmpty ? "" : namespace.string + "."
    }
    let (name, arity) = image.name(of: reference).unmangled
    result += name.string
    return result + self.arguments(arity, &arguments, names)
  }

  private func arguments(
    _ arity: Int, _ arguments: inout ArraySlice<TypeSignature>, _ names: TypeParameterNames
  ) -> String {
    guard arity > 0 else { return "" }
    let own = arguments.prefix(arity)
    arguments = arguments.dropFirst(arity)
    if own.isEmpty { return "<" + String(repeating: ",", count: arity - 1) + ">" }
    return "<" + own.map { text($0, names) }.joined(separator: ", ") + ">"
  }

  /// A type by its serialized name, as attributes have it; only simple ones are asked for.
  func text(serialized: String) -> String {
    let name = String(serialized.prefix { $0 != "," })
    if name.hasPrefix("System."), let keyword = Self.keywords[String(name.dropFirst(7))] { return keyword }
    return name.split(separator: "+").joined(separator: ".")
  }
}
