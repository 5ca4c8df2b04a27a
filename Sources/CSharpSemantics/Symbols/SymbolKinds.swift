/// What a symbol is. Names are Roslyn's.
package enum SymbolKind: UInt8, Sendable {
  case namespace
  case namedType
  case typeParameter
  case method
  case property
  case field
  case event
  case parameter
  case local
  case rangeVariable
  case label
  /// A `using X = …` or `extern alias`.
  case alias
  case discard
}

/// What sort of method a symbol of kind ``SymbolKind/method`` is.
package enum MethodKind: UInt8, Sendable {
  case ordinary
  case constructor
  case staticConstructor
  case destructor
  case conversion
  case userDefinedOperator
  case propertyGet
  case propertySet
  case eventAdd
  case eventRemove
  case delegateInvoke
  case localFunction
  /// A lambda or anonymous method.
  case anonymousFunction
  case functionPointerSignature
}

/// Declared accessibility, ordered as Roslyn's enumeration.
package enum Accessibility: UInt8, Comparable, Sendable {
  case notApplicable
  case `private`
  case privateProtected
  case protected
  case `internal`
  case protectedInternal
  case `public`

  package static func < (a: Accessibility, b: Accessibility) -> Bool { a.rawValue < b.rawValue }
}

/// How a parameter, argument or return value is passed.
package enum RefKind: UInt8, Sendable {
  case none
  case ref
  case out
  case `in`
  case refReadOnly
}

/// What a type is. Names are Roslyn's.
package enum TypeKind: UInt8, Sendable {
  case unknown
  case `class`
  case `struct`
  case interface
  case `enum`
  case delegate
  case array
  case pointer
  case functionPointer
  case typeParameter
  case dynamic
  /// A tuple type; ``TypeSymbol/tupleUnderlyingType`` is its `ValueTuple`.
  case tuple
  case anonymous
  /// A C# 14 extension block.
  case `extension`
  /// What could not be resolved: it keeps the name and arguments as written, and spreads silently.
  case error
}

/// Types that the language itself knows.
package enum SpecialType: UInt8, CaseIterable, Sendable {
  case none
  case object
  case void
  case boolean
  case char
  case sByte
  case byte
  case int16
  case uInt16
  case int32
  case uInt32
  case int64
  case uInt64
  case decimal
  case single
  case double
  case string
  case intPtr
  case uIntPtr
  case array
  case `enum`
  case valueType
  case delegate
  case multicastDelegate
  case nullable

  /// Name below `System`, without arity.
  var metadataName: String {
    switch self {
    case .none: ""
    case .object: "Object"
    case .void: "Void"
    case .boolean: "Boolean"
    case .char: "Char"
    case .sByte: "SByte"
    case .byte: "Byte"
    case .int16: "Int16"
    case .uInt16: "UInt16"
    case .int32: "Int32"
    case .uInt32: "UInt32"
    case .int64: "Int64"
    case .uInt64: "UInt64"
    case .decimal: "Decimal"
    case .single: "Single"
    case .double: "Double"
    case .string: "String"
    case .intPtr: "IntPtr"
    case .uIntPtr: "UIntPtr"
    case .array: "Array"
    case .enum: "Enum"
    case .valueType: "ValueType"
    case .delegate: "Delegate"
    case .multicastDelegate: "MulticastDelegate"
    case .nullable: "Nullable"
    }
  }

  /// The C# keyword, if there is one.
  package var keyword: String? {
    switch self {
    case .object: "object"
    case .void: "void"
    case .boolean: "bool"
    case .char: "char"
    case .sByte: "sbyte"
    case .byte: "byte"
    case .int16: "short"
    case .uInt16: "ushort"
    case .int32: "int"
    case .uInt32: "uint"
    case .int64: "long"
    case .uInt64: "ulong"
    case .decimal: "decimal"
    case .single: "float"
    case .double: "double"
    case .string: "string"
    case .intPtr: "nint"
    case .uIntPtr: "nuint"
    default: nil
    }
  }
}

/// Why a name has candidates but no symbol. Names are Roslyn's.
package enum CandidateReason: UInt8, Sendable {
  case none
  case notATypeOrNamespace
  case notAValue
  case notAVariable
  case notInvocable
  case inaccessible
  case staticInstanceMismatch
  case wrongArity
  case notCreatable
  case notReferencable
  case overloadResolutionFailure
  case ambiguous
  case lateBound
  case memberGroup
}

/// Modifiers and facts of a symbol.
struct SymbolFlags: OptionSet {
  let rawValue: UInt32
  static let `static` = SymbolFlags(rawValue: 1 << 0)
  static let abstract = SymbolFlags(rawValue: 1 << 1)
  static let virtual = SymbolFlags(rawValue: 1 << 2)
  static let override = SymbolFlags(rawValue: 1 << 3)
  static let sealed = SymbolFlags(rawValue: 1 << 4)
  static let async = SymbolFlags(rawValue: 1 << 5)
  static let extern = SymbolFlags(rawValue: 1 << 6)
  static let readOnly = SymbolFlags(rawValue: 1 << 7)
  static let const = SymbolFlags(rawValue: 1 << 8)
  static let required = SymbolFlags(rawValue: 1 << 9)
  static let partial = SymbolFlags(rawValue: 1 << 10)
  static let volatile = SymbolFlags(rawValue: 1 << 11)
  static let `new` = SymbolFlags(rawValue: 1 << 12)
  static let implicit = SymbolFlags(rawValue: 1 << 13)
  static let extensionMethod = SymbolFlags(rawValue: 1 << 14)
  static let indexer = SymbolFlags(rawValue: 1 << 15)
  static let returnsRef = SymbolFlags(rawValue: 1 << 16)
  static let initOnly = SymbolFlags(rawValue: 1 << 17)
  static let params = SymbolFlags(rawValue: 1 << 18)
  static let optional = SymbolFlags(rawValue: 1 << 19)
  static let this = SymbolFlags(rawValue: 1 << 20)
  static let record = SymbolFlags(rawValue: 1 << 21)
  static let refLike = SymbolFlags(rawValue: 1 << 22)
  static let file = SymbolFlags(rawValue: 1 << 23)
  static let extended = SymbolFlags(rawValue: 1 << 24)
  /// Type parameters: constraints and variance.
  static let classConstraint = SymbolFlags(rawValue: 1 << 25)
  static let structConstraint = SymbolFlags(rawValue: 1 << 26)
  static let covariant = SymbolFlags(rawValue: 1 << 27)
  static let contravariant = SymbolFlags(rawValue: 1 << 28)
  static let varArgs = SymbolFlags(rawValue: 1 << 29)
  static let explicitImplementation = SymbolFlags(rawValue: 1 << 30)
  static let fromMetadata = SymbolFlags(rawValue: 1 << 31)
}
