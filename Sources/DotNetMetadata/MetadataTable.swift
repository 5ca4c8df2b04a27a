/// The metadata tables, by their numbers in ECMA-335 II.22.
package enum MetadataTable: UInt8, Sendable, CaseIterable {
  case module = 0x00
  case typeReference = 0x01
  case typeDefinition = 0x02
  case fieldPointer = 0x03
  case field = 0x04
  case methodPointer = 0x05
  case method = 0x06
  case parameterPointer = 0x07
  case parameter = 0x08
  case interfaceImplementation = 0x09
  case memberReference = 0x0a
  case constant = 0x0b
  case customAttribute = 0x0c
  case fieldMarshal = 0x0d
  case declarativeSecurity = 0x0e
  case classLayout = 0x0f
  case fieldLayout = 0x10
  case standAloneSignature = 0x11
  case eventMap = 0x12
  case eventPointer = 0x13
  case event = 0x14
  case propertyMap = 0x15
  case propertyPointer = 0x16
  case property = 0x17
  case methodSemantics = 0x18
  case methodImplementation = 0x19
  case moduleReference = 0x1a
  case typeSpecification = 0x1b
  case implementationMap = 0x1c
  case fieldAddress = 0x1d
  case editLog = 0x1e
  case editMap = 0x1f
  case assembly = 0x20
  case assemblyProcessor = 0x21
  case assemblyOperatingSystem = 0x22
  case assemblyReference = 0x23
  case assemblyReferenceProcessor = 0x24
  case assemblyReferenceOperatingSystem = 0x25
  case file = 0x26
  case exportedType = 0x27
  case manifestResource = 0x28
  case nestedClass = 0x29
  case genericParameter = 0x2a
  case methodSpecification = 0x2b
  case genericParameterConstraint = 0x2c

  static let count = 0x2d
}

/// An index into one of several tables, the table in the low bits (II.24.2.6).
enum CodedIndex: Sendable {
  case typeDefOrRef
  case hasConstant
  case hasCustomAttribute
  case hasFieldMarshal
  case hasDeclSecurity
  case memberRefParent
  case hasSemantics
  case methodDefOrRef
  case memberForwarded
  case implementation
  case customAttributeType
  case resolutionScope
  case typeOrMethodDef

  /// The tables by tag; nil where a tag is not used.
  var tables: [MetadataTable?] {
    switch self {
    case .typeDefOrRef: [.typeDefinition, .typeReference, .typeSpecification]
    case .hasConstant: [.field, .parameter, .property]
    case .hasCustomAttribute:
      [
        .method, .field, .typeReference, .typeDefinition, .parameter, .interfaceImplementation, .memberReference,
        .module, .declarativeSecurity, .property, .event, .standAloneSignature, .moduleReference, .typeSpecification,
        .assembly, .assemblyReference, .file, .exportedType, .manifestResource, .genericParameter,
        .genericParameterConstraint, .methodSpecification,
      ]
    case .hasFieldMarshal: [.field, .parameter]
    case .hasDeclSecurity: [.typeDefinition, .method, .assembly]
    case .memberRefParent: [.typeDefinition, .typeReference, .moduleReference, .method, .typeSpecification]
    case .hasSemantics: [.event, .property]
    case .methodDefOrRef: [.method, .memberReference]
    case .memberForwarded: [.field, .method]
    case .implementation: [.file, .assemblyReference, .exportedType]
    case .customAttributeType: [nil, nil, .method, .memberReference, nil]
    case .resolutionScope: [.module, .moduleReference, .assemblyReference, .typeReference]
    case .typeOrMethodDef: [.typeDefinition, .method]
    }
  }

  var tagBits: UInt32 {
    switch self {
    case .hasFieldMarshal, .hasSemantics, .methodDefOrRef, .memberForwarded, .typeOrMethodDef: 1
    case .typeDefOrRef, .hasConstant, .hasDeclSecurity, .implementation, .resolutionScope: 2
    case .memberRefParent, .customAttributeType: 3
    case .hasCustomAttribute: 5
    }
  }

  /// The tag of a table in this index.
  @inline(__always)
  func tag(of table: MetadataTable) -> UInt32? {
    switch (self, table) {
    case (.hasCustomAttribute, .method): return 0
    case (.hasCustomAttribute, .field): return 1
    case (.hasCustomAttribute, .typeDefinition): return 3
    case (.hasCustomAttribute, .parameter): return 4
    case (.hasCustomAttribute, .property): return 9
    case (.hasCustomAttribute, .genericParameter): return 19
    default:
      guard let index = tables.firstIndex(of: table) else { return nil }
      return UInt32(index)
    }
  }

  /// The raw value that stands for a row of a table in this index; nil if the table cannot stand there.
  @inline(__always)
  func encode(_ handle: EntityHandle) -> UInt32? {
    guard let table = handle.table, let tag = tag(of: table) else { return nil }
    return handle.row << tagBits | tag
  }

  /// What a raw value means; the nil handle for a tag that is not used.
  @inline(__always)
  func decode(_ raw: UInt32) -> EntityHandle {
    let row = raw >> tagBits
    let tag = raw & (1 << tagBits &- 1)
    guard row != 0 else { return .none }
    switch (self, tag) {
    case (.typeDefOrRef, 0): return EntityHandle(.typeDefinition, row)
    case (.typeDefOrRef, 1): return EntityHandle(.typeReference, row)
    case (.typeDefOrRef, 2): return EntityHandle(.typeSpecification, row)
    case (.customAttributeType, 2): return EntityHandle(.method, row)
    case (.customAttributeType, 3): return EntityHandle(.memberReference, row)
    default:
      let tables = self.tables
      guard Int(tag) < tables.count, let table = tables[Int(tag)] else { return .none }
      return EntityHandle(table, row)
    }
  }
}

enum Column: Sendable {
  case uint16
  case uint32
  case string
  case guid
  case blob
  case row(MetadataTable)
  case coded(CodedIndex)
}

extension MetadataTable {
  /// The columns of each table (II.22), in order.
  var columns: [Column] {
    switch self {
    case .module: [.uint16, .string, .guid, .guid, .guid]
    case .typeReference: [.coded(.resolutionScope), .string, .string]
    case .typeDefinition: [.uint32, .string, .string, .coded(.typeDefOrRef), .row(.field), .row(.method)]
    case .fieldPointer: [.row(.field)]
    case .field: [.uint16, .string, .blob]
    case .methodPointer: [.row(.method)]
    case .method: [.uint32, .uint16, .uint16, .string, .blob, .row(.parameter)]
    case .parameterPointer: [.row(.parameter)]
    case .parameter: [.uint16, .uint16, .string]
    case .interfaceImplementation: [.row(.typeDefinition), .coded(.typeDefOrRef)]
    case .memberReference: [.coded(.memberRefParent), .string, .blob]
    case .constant: [.uint16, .coded(.hasConstant), .blob]
    case .customAttribute: [.coded(.hasCustomAttribute), .coded(.customAttributeType), .blob]
    case .fieldMarshal: [.coded(.hasFieldMarshal), .blob]
    case .declarativeSecurity: [.uint16, .coded(.hasDeclSecurity), .blob]
    case .classLayout: [.uint16, .uint32, .row(.typeDefinition)]
    case .fieldLayout: [.uint32, .row(.field)]
    case .standAloneSignature: [.blob]
    case .eventMap: [.row(.typeDefinition), .row(.event)]
    case .eventPointer: [.row(.event)]
    case .event: [.uint16, .string, .coded(.typeDefOrRef)]
    case .propertyMap: [.row(.typeDefinition), .row(.property)]
    case .propertyPointer: [.row(.property)]
    case .property: [.uint16, .string, .blob]
    case .methodSemantics: [.uint16, .row(.method), .coded(.hasSemantics)]
    case .methodImplementation: [.row(.typeDefinition), .coded(.methodDefOrRef), .coded(.methodDefOrRef)]
    case .moduleReference: [.string]
    case .typeSpecification: [.blob]
    case .implementationMap: [.uint16, .coded(.memberForwarded), .string, .row(.moduleReference)]
    case .fieldAddress: [.uint32, .row(.field)]
    case .editLog: [.uint32, .uint32]
    case .editMap: [.uint32]
    case .assembly: [.uint32, .uint16, .uint16, .uint16, .uint16, .uint32, .blob, .string, .string]
    case .assemblyProcessor: [.uint32]
    case .assemblyOperatingSystem: [.uint32, .uint32, .uint32]
    case .assemblyReference: [.uint16, .uint16, .uint16, .uint16, .uint32, .blob, .string, .string, .blob]
    case .assemblyReferenceProcessor: [.uint32, .row(.assemblyReference)]
    case .assemblyReferenceOperatingSystem: [.uint32, .uint32, .uint32, .row(.assemblyReference)]
    case .file: [.uint32, .string, .blob]
    case .exportedType: [.uint32, .uint32, .string, .string, .coded(.implementation)]
    case .manifestResource: [.uint32, .uint32, .string, .coded(.implementation)]
    case .nestedClass: [.row(.typeDefinition), .row(.typeDefinition)]
    case .genericParameter: [.uint16, .uint16, .coded(.typeOrMethodDef), .string]
    case .methodSpecification: [.coded(.methodDefOrRef), .blob]
    case .genericParameterConstraint: [.row(.genericParameter), .coded(.typeDefOrRef)]
    }
  }

  /// The column by which II.22 wants the table sorted, so that rows of one parent are found by binary search.
  var sortColumn: Int? {
    switch self {
    case .interfaceImplementation, .customAttribute, .fieldMarshal, .methodImplementation, .nestedClass,
      .genericParameterConstraint:
      0
    case .constant, .declarativeSecurity, .fieldLayout, .implementationMap, .fieldAddress: 1
    case .classLayout, .methodSemantics, .genericParameter: 2
    default: nil
    }
  }
}
