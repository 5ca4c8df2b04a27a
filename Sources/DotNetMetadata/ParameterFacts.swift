/// What C# makes of flags, modifiers and attributes.
package enum ReferenceKind: Sendable {
  case none
  case ref
  case out
  case `in`
  case refReadonly
}

extension AssemblyImage {
  /// How a parameter is passed. `row` is its `Param` row, if it has one.
  package func referenceKind(ofParameter type: TypeSignature, row: ParameterHandle?) -> ReferenceKind {
    guard case .byReference = type.unwrapped else { return .none }
    guard let row else { return .ref }
    let flags = attributes(of: row)
    if flags.contains(.out), !flags.contains(.in) { return .out }
    if hasAttribute(.requiresLocation, on: row) { return .refReadonly }
    if hasAttribute(.isReadOnly, on: row) { return .in }
    return .ref
  }

  /// How a value is returned: `ref`, `ref readonly` (a required modifier says so) or by value.
  package func referenceKind(ofReturn type: TypeSignature) -> ReferenceKind {
    guard case .byReference = type.unwrapped else { return .none }
    return type.hasModifier("System.Runtime.InteropServices", "InAttribute", in: self) ? .refReadonly : .ref
  }

  /// Whether a setter is `init`-only: a required modifier on its return type.
  package func isInitOnly(_ signature: MethodSignature) -> Bool {
    signature.returnType.hasModifier("System.Runtime.CompilerServices", "IsExternalInit", in: self)
  }

  /// Whether a field is `volatile`: a required modifier.
  package func isVolatile(_ field: FieldHandle) -> Bool {
    type(of: field)?.hasModifier("System.Runtime.CompilerServices", "IsVolatile", in: self) ?? false
  }

  /// `params` in either form: `ParamArrayAttribute` or, for collections, `ParamCollectionAttribute`.
  package func isParams(_ parameter: ParameterHandle) -> Bool {
    hasAttribute(.paramArray, on: parameter) || hasAttribute(.paramCollection, on: parameter)
  }

  /// The value of `DecimalConstantAttribute` on a field or parameter: sign, scale and the 96-bit magnitude.
  package func decimalConstant(of entity: EntityHandle) -> DecimalConstant? {
    guard let attribute = attribute(.decimalConstant, of: entity) else { return nil }
    var reader = BlobReader(valueBlob(of: attribute))
    guard reader.uint16() == 1 else { return nil }
    let scale = reader.byte()
    let sign = reader.byte()
    let high = reader.uint32()
    let middle = reader.uint32()
    let low = reader.uint32()
    guard !reader.failed, scale <= 28 else { return nil }
    return DecimalConstant(isNegative: sign != 0, scale: scale, high: high, middle: middle, low: low)
  }

  /// The ticks of `DateTimeConstantAttribute` on a field or parameter.
  package func dateTimeConstant(of entity: EntityHandle) -> Int64? {
    guard let attribute = attribute(.dateTimeConstant, of: entity) else { return nil }
    var reader = BlobReader(valueBlob(of: attribute))
    guard reader.uint16() == 1 else { return nil }
    let ticks = Int64(bitPattern: reader.uint64())
    return reader.failed ? nil : ticks
  }

  /// `[OverloadResolutionPriority]`; 0 without it.
  package func overloadResolutionPriority(of entity: EntityHandle) -> Int32 {
    guard let attribute = attribute(.overloadResolutionPriority, of: entity) else { return 0 }
    var reader = BlobReader(valueBlob(of: attribute))
    guard reader.uint16() == 1 else { return 0 }
    let priority = Int32(bitPattern: reader.uint32())
    return reader.failed ? 0 : priority
  }

  /// The C# 14 extension blocks that a static class holds, in the order of their rows. The compiler emits each as a
  /// public, special-named grouping type whose nested types (the markers) have a method `<Extension>$`: that method's only
  /// parameter is the receiver. The members in the grouping type are bodiless; each names its marker in an
  /// `ExtensionMarkerAttribute`, and its code is a static method of the class.
  package func extensionBlocks(of type: TypeDefinitionHandle) -> [ExtensionBlock] {
    var blocks: [ExtensionBlock] = []
    for grouping in nestedTypes(of: type) where attributes(of: grouping).contains(.specialName) {
      guard name(of: grouping).hasPrefix("<") else { continue }
      for marker in nestedTypes(of: grouping) {
        for method in methods(of: marker) where name(of: method) == "<Extension>$" {
          blocks.append(ExtensionBlock(grouping: grouping, marker: marker, receiver: method))
        }
      }
    }
    return blocks
  }

  /// The static method that holds the code of a block's method: in the enclosing class, with the receiver as first
  /// parameter unless the member is static, and the block's type parameters before the method's own.
  package func implementation(of method: MethodHandle, in block: ExtensionBlock) -> MethodHandle? {
    guard let container = declaringType(of: block.grouping), let signature = signature(of: method),
      let receiver = self.signature(of: block.receiver)?.parameters.first
    else { return nil }
    let blockArity = genericParameters(of: block.grouping).count
    let isStatic = attributes(of: method).contains(.static)
    let expected = ((isStatic ? [] : [receiver]) + signature.parameters).map { $0.movedToMethod(blockArity) }
    let returnType = signature.returnType.movedToMethod(blockArity)
    let name = name(of: method)
    for candidate in methods(of: container) where attributes(of: candidate).contains(.static) {
      guard self.name(of: candidate) == name, parameterCount(of: candidate) == expected.count,
        genericParameterCount(of: candidate) == blockArity + signature.genericParameterCount,
        let other = self.signature(of: candidate), other.parameters == expected, other.returnType == returnType
      else { continue }
      return candidate
    }
    return nil
  }

  /// The name that a member of a grouping type has in its `ExtensionMarkerAttribute`: that of its block's marker type.
  package func extensionMarkerName(of entity: EntityHandle) -> MetadataName? {
    attribute(.extensionMarker, of: entity).flatMap { firstString(of: $0) }
  }
}

/// A C# 14 `extension(…) { }` block.
package struct ExtensionBlock: Hashable, Sendable {
  package let grouping: TypeDefinitionHandle
  package let marker: TypeDefinitionHandle
  /// `<Extension>$(receiver)`
  package let receiver: MethodHandle
}

package struct DecimalConstant: Hashable, Sendable, CustomStringConvertible {
  package let isNegative: Bool
  /// Decimal digits after the point, 0 to 28.
  package let scale: UInt8
  package let high: UInt32
  package let middle: UInt32
  package let low: UInt32

  package init(isNegative: Bool, scale: UInt8, high: UInt32, middle: UInt32, low: UInt32) {
    self.isNegative = isNegative
    self.scale = scale
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// As .NET's invariant culture prints it.
  package var description: String {
    var parts = [high, middle, low]
    var digits: [UInt8] = []
    while parts.contains(where: { $0 != 0 }) {
      var remainder: UInt64 = 0
      for index in parts.indices {
        let value = remainder << 32 | UInt64(parts[index])
        parts[index] = UInt32(truncatingIfNeeded: value / 10)
        remainder = value % 10
      }
      digits.append(UInt8(truncatingIfNeeded: remainder) + 0x30)
    }
    while digits.count <= Int(scale) { digits.append(0x30) }
    var text = isNegative ? "-" : ""
    for index in digits.indices.reversed() {
      text.unicodeScalars.append(Unicode.Scalar(digits[index]))
      if index == Int(scale), index > 0 { text += "." }
    }
    return text
  }
}
