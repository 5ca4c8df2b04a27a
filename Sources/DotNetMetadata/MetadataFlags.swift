/// Who may see a member or a nested type (II.23.1.5, II.23.1.10, II.23.1.15).
package enum MetadataAccess: UInt8, Sendable, Comparable {
  case compilerControlled = 0
  case `private` = 1
  /// `private protected`
  case familyAndAssembly = 2
  /// `internal`
  case assembly = 3
  /// `protected`
  case family = 4
  /// `protected internal`
  case familyOrAssembly = 5
  case `public` = 6

  package static func < (left: MetadataAccess, right: MetadataAccess) -> Bool { left.rawValue < right.rawValue }

  /// Whether code outside the assembly can name it, perhaps from a derived class.
  package var isVisibleOutside: Bool { self >= .family }
}

/// II.23.1.15
package struct TypeAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let interface = TypeAttributes(rawValue: 0x20)
  package static let abstract = TypeAttributes(rawValue: 0x80)
  package static let sealed = TypeAttributes(rawValue: 0x100)
  package static let specialName = TypeAttributes(rawValue: 0x400)
  package static let `import` = TypeAttributes(rawValue: 0x1000)
  package static let serializable = TypeAttributes(rawValue: 0x2000)
  package static let windowsRuntime = TypeAttributes(rawValue: 0x4000)
  /// In `ExportedType` rows: the type lives in another assembly.
  package static let forwarder = TypeAttributes(rawValue: 0x20_0000)

  package var isNested: Bool { rawValue & 7 >= 2 }

  package var access: MetadataAccess {
    switch rawValue & 7 {
    case 0: .assembly
    case 1, 2: .public
    case 3: .private
    case 4: .family
    case 5: .assembly
    case 6: .familyAndAssembly
    default: .familyOrAssembly
    }
  }
}

/// II.23.1.10
package struct MethodAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let `static` = MethodAttributes(rawValue: 0x10)
  package static let final = MethodAttributes(rawValue: 0x20)
  package static let virtual = MethodAttributes(rawValue: 0x40)
  package static let hideBySignature = MethodAttributes(rawValue: 0x80)
  package static let newSlot = MethodAttributes(rawValue: 0x100)
  package static let strict = MethodAttributes(rawValue: 0x200)
  package static let abstract = MethodAttributes(rawValue: 0x400)
  package static let specialName = MethodAttributes(rawValue: 0x800)
  package static let runtimeSpecialName = MethodAttributes(rawValue: 0x1000)
  package static let platformInvoke = MethodAttributes(rawValue: 0x2000)

  package var access: MetadataAccess { MetadataAccess(rawValue: UInt8(rawValue & 7)) ?? .compilerControlled }
}

/// II.23.1.11
package struct MethodImplAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let synchronized = MethodImplAttributes(rawValue: 0x20)
  package static let internalCall = MethodImplAttributes(rawValue: 0x1000)
  /// Runtime-provided async (.NET 10's `MethodImplOptions.Async`).
  package static let async = MethodImplAttributes(rawValue: 0x2000)

  package var isRuntime: Bool { rawValue & 3 == 3 }
}

/// II.23.1.5
package struct FieldAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let `static` = FieldAttributes(rawValue: 0x10)
  package static let initOnly = FieldAttributes(rawValue: 0x20)
  package static let literal = FieldAttributes(rawValue: 0x40)
  package static let specialName = FieldAttributes(rawValue: 0x200)
  package static let runtimeSpecialName = FieldAttributes(rawValue: 0x400)

  package var access: MetadataAccess { MetadataAccess(rawValue: UInt8(rawValue & 7)) ?? .compilerControlled }
}

/// II.23.1.13
package struct ParameterAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let `in` = ParameterAttributes(rawValue: 1)
  package static let out = ParameterAttributes(rawValue: 2)
  package static let optional = ParameterAttributes(rawValue: 0x10)
  package static let hasDefault = ParameterAttributes(rawValue: 0x1000)
}

/// II.23.1.14, and II.23.1.4 for events
package struct PropertyAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let specialName = PropertyAttributes(rawValue: 0x200)
  package static let runtimeSpecialName = PropertyAttributes(rawValue: 0x400)
}

/// II.23.1.7; `allowsByRefLike` is newer than the standard's text.
package struct GenericParameterAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let covariant = GenericParameterAttributes(rawValue: 1)
  package static let contravariant = GenericParameterAttributes(rawValue: 2)
  package static let referenceType = GenericParameterAttributes(rawValue: 4)
  package static let notNullableValueType = GenericParameterAttributes(rawValue: 8)
  package static let defaultConstructor = GenericParameterAttributes(rawValue: 0x10)
  package static let allowsByRefLike = GenericParameterAttributes(rawValue: 0x20)
}

/// II.23.1.12
package struct MethodSemanticsAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let setter = MethodSemanticsAttributes(rawValue: 1)
  package static let getter = MethodSemanticsAttributes(rawValue: 2)
  package static let other = MethodSemanticsAttributes(rawValue: 4)
  package static let addOn = MethodSemanticsAttributes(rawValue: 8)
  package static let removeOn = MethodSemanticsAttributes(rawValue: 0x10)
  package static let fire = MethodSemanticsAttributes(rawValue: 0x20)
}
