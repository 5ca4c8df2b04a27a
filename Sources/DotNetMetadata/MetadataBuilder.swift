/// Writes a metadata root (II.24.2): what the catalogue's compiler and tests make images with.
///
/// Rows are given with raw cells: what ``string(_:)-(String)`` and ``blob(_:)`` return, row numbers, coded indices from
/// ``coded(_:_:)``. The caller adds the rows of sorted tables in any order; ``serialize()`` sorts those that nothing refers to.
package struct MetadataBuilder {
  private var rows: [[UInt32]] = Array(repeating: [], count: MetadataTable.count)
  private var columnCounts: [Int] = MetadataTable.allCases.map { $0.columns.count }
  /// Numbers stand for strings until the heap is laid out.
  private var strings: [[UInt8]] = [[]]
  private var stringNumbers: [[UInt8]: UInt32] = [[]: 0]
  private var blobs: [UInt8] = [0]
  private var blobIndices: [[UInt8]: UInt32] = [[]: 0]
  private var guids: [UInt8] = []

  package init() {}

  package func rowCount(_ table: MetadataTable) -> Int {
    let index = Int(table.rawValue)
    return rows[index].count / columnCounts[index]
  }

  /// Adds a row and returns its number. The cells must be as many as the table has columns.
  @discardableResult
  package mutating func add(_ table: MetadataTable, _ cells: UInt32...) -> UInt32 {
    let index = Int(table.rawValue)
    precondition(cells.count == columnCounts[index], "a row of \(table) has \(columnCounts[index]) cells")
    rows[index] += cells
    return UInt32(rows[index].count / columnCounts[index])
  }

  /// Overwrites one cell.
  package mutating func set(_ table: MetadataTable, _ row: UInt32, _ column: Int, _ value: UInt32) {
    let index = Int(table.rawValue)
    rows[index][Int(row - 1) * columnCounts[index] + column] = value
  }

  package mutating func string(_ text: String) -> UInt32 { string(Array(text.utf8)) }

  package mutating func string(_ name: MetadataName) -> UInt32 { string(Array(name.bytes)) }

  package mutating func string(_ bytes: [UInt8]) -> UInt32 {
    if let number = stringNumbers[bytes] { return number }
    let number = UInt32(strings.count)
    strings.append(bytes)
    stringNumbers[bytes] = number
    return number
  }

  package mutating func blob(_ bytes: [UInt8]) -> UInt32 {
    if let index = blobIndices[bytes] { return index }
    let index = UInt32(blobs.count)
    Self.appendCompressed(UInt32(bytes.count), to: &blobs)
    blobs += bytes
    blobIndices[bytes] = index
    return index
  }

  package mutating func guid(_ bytes: [UInt8]) -> UInt32 {
    guids += bytes
    return UInt32(guids.count / 16)
  }

  package enum Coded {
    case typeDefOrRef
    case hasConstant
    case hasCustomAttribute
    case memberRefParent
    case hasSemantics
    case methodDefOrRef
    case implementation
    case customAttributeType
    case resolutionScope
    case typeOrMethodDef

    fileprivate var index: CodedIndex {
      switch self {
      case .typeDefOrRef: .typeDefOrRef
      case .hasConstant: .hasConstant
      case .hasCustomAttribute: .hasCustomAttribute
      case .memberRefParent: .memberRefParent
      case .hasSemantics: .hasSemantics
      case .methodDefOrRef: .methodDefOrRef
      case .implementation: .implementation
      case .customAttributeType: .customAttributeType
      case .resolutionScope: .resolutionScope
      case .typeOrMethodDef: .typeOrMethodDef
      }
    }
  }

  /// The raw value of a coded index; 0 for none.
  package static func coded(_ kind: Coded, _ handle: EntityHandle) -> UInt32 {
    handle.isNone ? 0 : kind.index.encode(handle) ?? 0
  }

  /// Appends a compressed unsigned number (II.23.2); the value must be below 2^29.
  package static func appendCompressed(_ value: UInt32, to bytes: inout [UInt8]) {
    func byte(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift) }
    if value < 0x80 {
      bytes.append(byte(0))
    } else if value < 0x4000 {
      bytes += [byte(8) | 0x80, byte(0)]
    } else {
      bytes += [byte(24) & 0x1f | 0xc0, byte(16), byte(8), byte(0)]
    }
  }

  // MARK: Output

  /// The string heap and each string's place in it. A string that another ends with lies inside that one: property
  /// names in those of their getters.
  private func layOutStrings() -> (heap: [UInt8], indices: [UInt32]) {
    let order = strings.indices.sorted { strings[$0].reversed().lexicographicallyPrecedes(strings[$1].reversed()) }
    var heap: [UInt8] = [0]
    var indices = [UInt32](repeating: 0, count: strings.count)
    // From the back, a string's possible hosts come just before it.
    var host = -1
    for number in order.reversed() where !strings[number].isEmpty {
      let bytes = strings[number]
      if host >= 0, strings[host].count >= bytes.count, strings[host].suffix(bytes.count).elementsEqual(bytes) {
        indices[number] = indices[host] + UInt32(strings[host].count - bytes.count)
        continue
      }
      indices[number] = UInt32(heap.count)
      heap += bytes
      heap.append(0)
      host = number
    }
    return (heap, indices)
  }

  package enum Layout: Sendable {
    case standard
    /// The catalogue's, which only this module reads: see ``MetadataTables/compactFlag``. Row numbers and heap indices
    /// must be below 2^24, and parameters' flags below 2^8.
    case compact
  }

  /// The bytes of the metadata root.
  package func serialize(_ layout: Layout = .standard) -> [UInt8] {
    var tables: [UInt8] = []
    func append16(_ value: UInt32, to bytes: inout [UInt8]) {
      bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }
    func append32(_ value: UInt32, to bytes: inout [UInt8]) {
      append16(value, to: &bytes)
      append16(value >> 16, to: &bytes)
    }
    func pad(_ bytes: inout [UInt8]) {
      while bytes.count % 4 != 0 { bytes.append(0) }
    }
    let (heap, stringIndices) = layOutStrings()
    var strings = heap
    var blobs = blobs
    pad(&strings)
    pad(&blobs)
    let wideStrings = strings.count >= 1 << 16
    let wideBlobs = blobs.count >= 1 << 16
    let heapSizes = (wideStrings ? 1 : 0) | (wideBlobs ? 4 : 0) | (layout == .compact ? MetadataTables.compactFlag : 0)
    append32(0, to: &tables)
    tables += [2, 0, heapSizes, 1]
    var valid: UInt64 = 0
    var sorted: UInt64 = 0
    for table in MetadataTable.allCases {
      if rowCount(table) > 0 { valid |= 1 << UInt64(table.rawValue) }
      if table.sortColumn != nil { sorted |= 1 << UInt64(table.rawValue) }
    }
    for mask in [valid, sorted] {
      append32(UInt32(truncatingIfNeeded: mask), to: &tables)
      append32(UInt32(truncatingIfNeeded: mask >> 32), to: &tables)
    }
    for table in MetadataTable.allCases where rowCount(table) > 0 { append32(UInt32(rowCount(table)), to: &tables) }
    for table in MetadataTable.allCases {
      let index = Int(table.rawValue)
      let width = columnCounts[index]
      var order = Array(0..<rowCount(table))
      if let column = table.sortColumn {
        // Stable: the order of equal rows, such as a member's attributes, is kept.
        order = order.enumerated().sorted { left, right in
          let (a, b) = (rows[index][left.element * width + column], rows[index][right.element * width + column])
          return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
      }
      let columns = table.columns
      let widths = columns.enumerated().map { position, column -> ColumnWidth? in
        let isWide: Bool
        switch column {
        case .uint16, .guid: isWide = false
        case .uint32: isWide = true
        case .string: isWide = wideStrings
        case .blob: isWide = wideBlobs
        case .row(let target): isWide = rowCount(target) >= 1 << 16
        case .coded(let coded):
          isWide = coded.tables.contains { $0.map { rowCount($0) >= 1 << (16 - Int(coded.tagBits)) } ?? false }
        }
        return ColumnWidth(of: table, position, isWide: isWide, isCompact: layout == .compact)
      }
      for row in order {
        for column in 0..<width {
          var value = rows[index][row * width + column]
          if case .string = columns[column] { value = stringIndices[Int(value)] }
          for byte in 0..<(widths[column]?.bytes ?? 0) {
            tables.append(UInt8(truncatingIfNeeded: value >> UInt32(byte * 8)))
          }
        }
      }
    }
    pad(&tables)

    let streams: [(String, [UInt8])] = [("#~", tables), ("#Strings", strings), ("#GUID", guids), ("#Blob", blobs)]
      .filter { !$0.1.isEmpty }
    var output: [UInt8] = []
    append32(0x424a_5342, to: &output)
    append16(1, to: &output)
    append16(1, to: &output)
    append32(0, to: &output)
    let version = Array("v4.0.30319".utf8) + [0, 0]
    append32(UInt32(version.count), to: &output)
    output += version
    append16(0, to: &output)
    append16(UInt32(streams.count), to: &output)
    var offset = output.count
    for (name, _) in streams { offset += 8 + (name.utf8.count + 4) / 4 * 4 }
    for (name, bytes) in streams {
      append32(UInt32(offset), to: &output)
      append32(UInt32(bytes.count), to: &output)
      output += Array(name.utf8) + [0]
      pad(&output)
      offset += bytes.count
    }
    for (_, bytes) in streams { output += bytes }
    return output
  }
}
