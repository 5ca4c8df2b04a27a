/// Any row of any table: ECMA-335's metadata token, the table in the top byte.
package struct EntityHandle: Hashable, Sendable {
  package let token: UInt32

  package init(token: UInt32) {
    self.token = token
  }

  package init(_ table: MetadataTable, _ row: UInt32) {
    token = UInt32(table.rawValue) << 24 | row & 0xff_ffff
  }

  /// Stands for "nothing there".
  package static let none = EntityHandle(token: 0)

  package var isNone: Bool { token & 0xff_ffff == 0 }
  package var table: MetadataTable? { MetadataTable(rawValue: UInt8(truncatingIfNeeded: token >> 24)) }
  /// One-based; zero for nothing.
  package var row: UInt32 { token & 0xff_ffff }
}

/// A row of one table. Handles are plain numbers: they name a row of the image that they came from and hold nothing.
package protocol RowHandle: Hashable, Sendable {
  static var table: MetadataTable { get }
  /// One-based.
  var row: UInt32 { get }
  init(row: UInt32)
}

extension RowHandle {
  package var entity: EntityHandle { EntityHandle(Self.table, row) }

  package init?(_ entity: EntityHandle) {
    guard !entity.isNone, entity.table == Self.table else { return nil }
    self.init(row: entity.row)
  }
}

package struct TypeDefinitionHandle: RowHandle {
  package static var table: MetadataTable { .typeDefinition }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct TypeReferenceHandle: RowHandle {
  package static var table: MetadataTable { .typeReference }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct TypeSpecificationHandle: RowHandle {
  package static var table: MetadataTable { .typeSpecification }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct FieldHandle: RowHandle {
  package static var table: MetadataTable { .field }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct MethodHandle: RowHandle {
  package static var table: MetadataTable { .method }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct ParameterHandle: RowHandle {
  package static var table: MetadataTable { .parameter }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct PropertyHandle: RowHandle {
  package static var table: MetadataTable { .property }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct EventHandle: RowHandle {
  package static var table: MetadataTable { .event }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct GenericParameterHandle: RowHandle {
  package static var table: MetadataTable { .genericParameter }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct GenericParameterConstraintHandle: RowHandle {
  package static var table: MetadataTable { .genericParameterConstraint }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct InterfaceImplementationHandle: RowHandle {
  package static var table: MetadataTable { .interfaceImplementation }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct MethodImplementationHandle: RowHandle {
  package static var table: MetadataTable { .methodImplementation }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct CustomAttributeHandle: RowHandle {
  package static var table: MetadataTable { .customAttribute }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct AssemblyReferenceHandle: RowHandle {
  package static var table: MetadataTable { .assemblyReference }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

package struct ExportedTypeHandle: RowHandle {
  package static var table: MetadataTable { .exportedType }
  package let row: UInt32
  package init(row: UInt32) { self.row = row }
}

/// Consecutive rows of one table, or the rows that consecutive rows of a pointer table name (`#-` streams).
package struct HandleRange<Handle: RowHandle>: RandomAccessCollection, Sendable {
  /// Through a pointer table: the table that the positions count in, and the tables to read it from.
  final class Indirection: Sendable {
    let tables: MetadataTables
    let table: MetadataTable

    init(tables: MetadataTables, table: MetadataTable) {
      self.tables = tables
      self.table = table
    }
  }

  private let positions: Range<UInt32>
  private let indirection: Indirection?

  init(_ positions: Range<UInt32>, through indirection: Indirection? = nil) {
    self.positions = positions
    self.indirection = indirection
  }

  package static var empty: HandleRange { HandleRange(1..<1) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { positions.count }
  package subscript(index: Int) -> Handle {
    let position = positions.lowerBound &+ UInt32(truncatingIfNeeded: index)
    guard let indirection else { return Handle(row: position) }
    return Handle(row: indirection.tables.cell(indirection.table, position, 0))
  }
}
