/// The types that signatures have a code for (II.23.1.16).
package enum PrimitiveType: UInt8, Hashable, Sendable {
  case void = 0x01
  case boolean = 0x02
  case char = 0x03
  case sbyte = 0x04
  case byte = 0x05
  case int16 = 0x06
  case uint16 = 0x07
  case int32 = 0x08
  case uint32 = 0x09
  case int64 = 0x0a
  case uint64 = 0x0b
  case single = 0x0c
  case double = 0x0d
  case string = 0x0e
  case typedReference = 0x16
  case intPtr = 0x18
  case uintPtr = 0x19
  case object = 0x1c

  /// The type's name in the namespace `System`.
  package var name: StaticString {
    switch self {
    case .void: "Void"
    case .boolean: "Boolean"
    case .char: "Char"
    case .sbyte: "SByte"
    case .byte: "Byte"
    case .int16: "Int16"
    case .uint16: "UInt16"
    case .int32: "Int32"
    case .uint32: "UInt32"
    case .int64: "Int64"
    case .uint64: "UInt64"
    case .single: "Single"
    case .double: "Double"
    case .string: "String"
    case .typedReference: "TypedReference"
    case .intPtr: "IntPtr"
    case .uintPtr: "UIntPtr"
    case .object: "Object"
    }
  }

  package var isReferenceType: Bool { self == .string || self == .object }
}

/// What `NullableAttribute` says about one use of a type (C# nullable metadata).
package enum Nullability: UInt8, Hashable, Sendable {
  case oblivious = 0
  case notAnnotated = 1
  case annotated = 2
}

/// A type as a signature has it (II.23.2.12).
///
/// The decoder makes the cases of the format. ``nullability``, ``tuple(_:names:)``, ``dynamic`` and ``nativeInteger`` come
/// from attributes: only `AssemblyImage.annotate` makes them, out of the decoded tree and the attributes of the place where
/// the type stands.
package indirect enum TypeSignature: Hashable, Sendable {
  case primitive(PrimitiveType)
  /// A definition or reference; `arguments` is empty for a type that is not generic, else holds the enclosing types'
  /// arguments first.
  case named(EntityHandle, isValueType: Bool, arguments: [TypeSignature])
  case typeParameter(Int)
  case methodTypeParameter(Int)
  /// A vector, one-dimensional with lower bound zero.
  case szArray(TypeSignature)
  case array(TypeSignature, ArrayShape)
  case pointer(TypeSignature)
  case byReference(TypeSignature)
  case pinned(TypeSignature)
  case functionPointer(MethodSignature)
  /// `modreq` or `modopt`; the innermost wrapper is the modifier that stands last.
  case modified(TypeSignature, modifier: EntityHandle, isRequired: Bool)

  case nullability(TypeSignature, Nullability)
  /// A `System.ValueTuple` with named elements; nil for elements without a name.
  case tuple(TypeSignature, names: [String?])
  case dynamic
  case nativeInteger(isUnsigned: Bool)

  /// The type with its type's parameters made the first of a method's, those of the method after them.
  func movedToMethod(_ count: Int) -> TypeSignature {
    switch self {
    case .primitive, .dynamic, .nativeInteger: self
    case .typeParameter(let number): .methodTypeParameter(number)
    case .methodTypeParameter(let number): .methodTypeParameter(number + count)
    case .named(let handle, let isValueType, let arguments):
      .named(handle, isValueType: isValueType, arguments: arguments.map { $0.movedToMethod(count) })
    case .szArray(let element): .szArray(element.movedToMethod(count))
    case .array(let element, let shape): .array(element.movedToMethod(count), shape)
    case .pointer(let pointee): .pointer(pointee.movedToMethod(count))
    case .byReference(let target): .byReference(target.movedToMethod(count))
    case .pinned(let inner): .pinned(inner.movedToMethod(count))
    case .functionPointer(var signature):
      {
        signature.returnType = signature.returnType.movedToMethod(count)
        signature.parameters = signature.parameters.map { $0.movedToMethod(count) }
        return .functionPointer(signature)
      }()
    case .modified(let inner, let modifier, let isRequired):
      .modified(inner.movedToMethod(count), modifier: modifier, isRequired: isRequired)
    case .nullability(let inner, let nullability): .nullability(inner.movedToMethod(count), nullability)
    case .tuple(let inner, let names): .tuple(inner.movedToMethod(count), names: names)
    }
  }

  /// The type without modifiers, pinning and nullability around it.
  package var unwrapped: TypeSignature {
    var result = self
    while true {
      switch result {
      case .modified(let inner, _, _), .pinned(let inner), .nullability(let inner, _): result = inner
      default: return result
      }
    }
  }

  /// Whether a modifier around the type itself is the named type.
  package func hasModifier(_ namespace: StaticString, _ name: StaticString, in image: AssemblyImage) -> Bool {
    var current = self
    while true {
      switch current {
      case .modified(let inner, let modifier, _):
        if image.isType(modifier, namespace, name) { return true }
        current = inner
      case .nullability(let inner, _), .pinned(let inner): current = inner
      default: return false
      }
    }
  }
}

/// Rank and bounds of an array that is no vector (II.23.2.13).
package struct ArrayShape: Hashable, Sendable {
  package let rank: Int
  package let sizes: [UInt32]
  package let lowerBounds: [Int32]
}

/// A method's, property's or function pointer's signature (II.23.2.1 to II.23.2.6).
package struct MethodSignature: Hashable, Sendable {
  package enum CallingConvention: UInt8, Sendable {
    case `default` = 0
    case cdecl = 1
    case stdcall = 2
    case thiscall = 3
    case fastcall = 4
    case varargs = 5
    case field = 6
    case local = 7
    case property = 8
    case unmanaged = 9
    case methodSpecification = 10
    case nativeVarargs = 11
  }

  package var callingConvention: CallingConvention
  package var hasThis: Bool
  package var hasExplicitThis: Bool
  package var genericParameterCount: Int
  package var returnType: TypeSignature
  package var parameters: [TypeSignature]
  /// Parameters before the sentinel; all of them if there is none.
  package var requiredParameterCount: Int
}
