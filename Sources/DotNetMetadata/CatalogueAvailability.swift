/// The frameworks that the catalogue tells apart.
package struct FrameworkSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let net10 = FrameworkSet(rawValue: 1)
  /// .NET 8, and for want of older packs everything before it.
  package static let net8 = FrameworkSet(rawValue: 2)
  package static let netstandard20 = FrameworkSet(rawValue: 4)
  package static let netstandard21 = FrameworkSet(rawValue: 8)
  package static let net472 = FrameworkSet(rawValue: 16)
  package static let all = FrameworkSet(rawValue: 31)
}

/// Which frameworks have each type and member of a catalogue image: one byte per row, a ``FrameworkSet``.
package struct CatalogueAvailability: Sendable {
  /// Indexed by row minus one; an empty view means "everywhere".
  let types: ByteView
  let fields: ByteView
  let methods: ByteView
  /// What the reader's project targets.
  let target: FrameworkSet

  package init(types: ByteView, fields: ByteView, methods: ByteView, target: FrameworkSet) {
    self.types = types
    self.fields = fields
    self.methods = methods
    self.target = target
  }

  func contains(_ view: ByteView, _ row: UInt32) -> Bool {
    guard !view.isEmpty else { return true }
    return !FrameworkSet(rawValue: view.byte(Int(row) - 1)).isDisjoint(with: target)
  }
}

extension AssemblyImage {
  /// Whether the project's framework has the type. Always, for an image that is no part of the catalogue.
  package func isAvailable(_ type: TypeDefinitionHandle) -> Bool {
    availability.map { $0.contains($0.types, type.row) } ?? true
  }

  package func isAvailable(_ field: FieldHandle) -> Bool {
    availability.map { $0.contains($0.fields, field.row) } ?? true
  }

  package func isAvailable(_ method: MethodHandle) -> Bool {
    availability.map { $0.contains($0.methods, method.row) } ?? true
  }

  package func isAvailable(_ property: PropertyHandle) -> Bool {
    guard availability != nil else { return true }
    let accessors = accessors(of: property)
    return [accessors.getter, accessors.setter].contains { $0.map { isAvailable($0) } ?? false }
  }

  package func isAvailable(_ event: EventHandle) -> Bool {
    guard availability != nil else { return true }
    return accessors(of: event).adder.map { isAvailable($0) } ?? false
  }

  /// The frameworks that have a type: everything for an image outside the catalogue.
  package func frameworks(of type: TypeDefinitionHandle) -> FrameworkSet {
    availability.map { $0.types.isEmpty ? .all : FrameworkSet(rawValue: $0.types.byte(Int(type.row) - 1)) } ?? .all
  }

  package func frameworks(of method: MethodHandle) -> FrameworkSet {
    availability.map { $0.methods.isEmpty ? .all : FrameworkSet(rawValue: $0.methods.byte(Int(method.row) - 1)) }
      ?? .all
  }

  package func frameworks(of field: FieldHandle) -> FrameworkSet {
    availability.map { $0.fields.isEmpty ? .all : FrameworkSet(rawValue: $0.fields.byte(Int(field.row) - 1)) } ?? .all
  }
}
