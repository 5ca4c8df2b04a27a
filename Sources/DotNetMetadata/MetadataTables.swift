/// How many bytes a cell takes; the raw value is what a layout stores.
enum ColumnWidth: UInt8 {
  case two = 0
  case four = 1
  case three = 2
  case one = 3

  /// Nil for a column that a compact image does not have.
  init?(of table: MetadataTable, _ column: Int, isWide: Bool, isCompact: Bool) {
    guard isCompact else {
      self = isWide ? .four : .two
      return
    }
    switch (table, column) {
    case (.method, 0), (.method, 1): return nil
    case (.parameter, 0), (.parameter, 1): self = .one
    default: self = isWide ? .three : .two
    }
  }

  var bytes: Int {
    switch self {
    case .one: 1
    case .two: 2
    case .three: 3
    case .four: 4
    }
  }
}

/// Where each table lies and how wide its columns are (II.24.2.6). Made once when an image is opened; whether all tables
/// lie inside the stream is checked then, so that reading a cell only has to check the row number.
struct MetadataTables: @unchecked Sendable {
  struct Layout {
    var offset = 0
    var rowSize = 0
    var rowCount: UInt32 = 0
    /// One byte per column for the first eight: offset in the row in the low six bits (63: not there, reads as zero),
    /// a `ColumnWidth` in the high two.
    var columns: UInt64 = 0
    /// The same for the ninth.
    var ninthColumn: UInt8 = 0
  }

  /// Set in the heap sizes of the catalogue's images, which leave out what they need not: wide cells have three bytes,
  /// methods no address and implementation flags, parameters one byte for flags and sequence each.
  static let compactFlag: UInt8 = 0x80

  private static let absentColumn: UInt8 = 0x3f

  let stream: ByteView
  private let layouts: [Layout]
  let hasWideStrings: Bool
  let hasWideGuids: Bool
  let hasWideBlobs: Bool

  init(stream: ByteView, file: String) throws(MetadataError) {
    let bad = MetadataError(file: file, reason: .badTables)
    guard stream.count >= 24 else { throw bad }
    let heapSizes = stream.byte(6)
    hasWideStrings = heapSizes & 1 != 0
    hasWideGuids = heapSizes & 2 != 0
    hasWideBlobs = heapSizes & 4 != 0
    let valid = stream.uint64(8)
    let sorted = stream.uint64(16)
    // Tables beyond the last known have columns of unknown width, so nothing after them could be found.
    guard valid >> UInt64(MetadataTable.count) == 0 else { throw bad }
    var layouts = [Layout](repeating: Layout(), count: MetadataTable.count)
    var position = 24
    for index in 0..<MetadataTable.count where valid & (1 << UInt64(index)) != 0 {
      guard position <= stream.count &- 4 else { throw bad }
      let rows = stream.uint32(position)
      guard rows < 1 << 24 else { throw bad }
      layouts[index].rowCount = rows
      position &+= 4
    }
    // Edit-and-continue images have four more bytes here.
    if heapSizes & 0x40 != 0 { position &+= 4 }

    let isCompact = heapSizes & Self.compactFlag != 0
    func isWide(_ column: Column) -> Bool {
      switch column {
      case .uint16: return false
      case .uint32: return true
      case .string: return heapSizes & 1 != 0
      case .guid: return heapSizes & 2 != 0
      case .blob: return heapSizes & 4 != 0
      case .row(let table):
        // A list column of an uncompressed stream counts rows of the pointer table, which has as many.
        return layouts[Int(table.rawValue)].rowCount >= 1 << 16
      case .coded(let index):
        let limit = UInt32(1) << (16 &- index.tagBits)
        return index.tables.contains { table in
          guard let table else { return false }
          return layouts[Int(table.rawValue)].rowCount >= limit
        }
      }
    }

    for table in MetadataTable.allCases {
      let index = Int(table.rawValue)
      guard layouts[index].rowCount > 0 else { continue }
      var width = 0
      for (column, kind) in Self.schema[index].enumerated() {
        let columnWidth = ColumnWidth(of: table, column, isWide: isWide(kind), isCompact: isCompact)
        let packed = columnWidth.map { UInt8(truncatingIfNeeded: width) | $0.rawValue << 6 } ?? Self.absentColumn
        if column < 8 {
          layouts[index].columns |= UInt64(packed) << UInt64(column * 8)
        } else {
          layouts[index].ninthColumn = packed
        }
        width += columnWidth?.bytes ?? 0
      }
      layouts[index].rowSize = width
      layouts[index].offset = position
      let size = Int(layouts[index].rowCount) * width
      guard position <= stream.count, size <= stream.count &- position else { throw bad }
      position += size
    }
    self.stream = stream
    self.layouts = layouts

    // Writers set the bit for the tables that they sorted; where it is missing, look.
    for table in MetadataTable.allCases {
      guard let column = table.sortColumn, sorted & (1 << UInt64(table.rawValue)) == 0 else { continue }
      var previous: UInt32 = 0
      for row in 0..<rowCount(table) {
        let value = cell(table, row &+ 1, column)
        guard value >= previous else { throw MetadataError(file: file, reason: .unsortedTable(table)) }
        previous = value
      }
    }
  }

  /// `MetadataTable.columns` by table number; opening hundreds of images should not build these arrays anew.
  private static let schema: [[Column]] = MetadataTable.allCases.map(\.columns)

  @inline(__always)
  func rowCount(_ table: MetadataTable) -> UInt32 {
    layouts[Int(table.rawValue)].rowCount
  }

  /// The cell's raw value; 0 for a row that does not exist.
  @inline(__always)
  func cell(_ table: MetadataTable, _ row: UInt32, _ column: Int) -> UInt32 {
    let layout = layouts[Int(table.rawValue)]
    guard row &- 1 < layout.rowCount else { return 0 }
    let packed =
      column < 8 ? UInt8(truncatingIfNeeded: layout.columns >> UInt64(column &* 8)) : layout.ninthColumn
    guard packed != Self.absentColumn else { return 0 }
    let position = layout.offset &+ Int(row &- 1) &* layout.rowSize &+ Int(packed & 0x3f)
    // Inside the stream: `init` checked that the whole table is.
    let base = stream.base
    switch packed >> 6 {
    case ColumnWidth.two.rawValue:
      return UInt32(UInt16(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt16.self)))
    case ColumnWidth.four.rawValue:
      return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt32.self))
    case ColumnWidth.three.rawValue:
      let low = UInt32(UInt16(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt16.self)))
      return low | UInt32(base.load(fromByteOffset: position &+ 2, as: UInt8.self)) << 16
    default: return UInt32(base.load(fromByteOffset: position, as: UInt8.self))
    }
  }

  /// The first row whose cell is not less than `value`, in a table sorted by that column; one past the last if none.
  func lowerBound(_ table: MetadataTable, _ column: Int, _ value: UInt32) -> UInt32 {
    var low: UInt32 = 1
    var high = rowCount(table) &+ 1
    while low < high {
      let middle = low &+ (high &- low) / 2
      if cell(table, middle, column) < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The rows whose cell is `value`, in a table sorted by that column.
  func equalRange(_ table: MetadataTable, _ column: Int, _ value: UInt32) -> Range<UInt32> {
    let first = lowerBound(table, column, value)
    var end = first
    let limit = rowCount(table) &+ 1
    while end < limit, cell(table, end, column) == value { end &+= 1 }
    return first..<end
  }

  /// The row that owns row `element` of a list (`TypeDef.MethodList` and the like): the last whose list starts at or
  /// before it. Zero if there is none.
  func owner(_ table: MetadataTable, _ listColumn: Int, _ element: UInt32) -> UInt32 {
    var low: UInt32 = 1
    var high = rowCount(table) &+ 1
    while low < high {
      let middle = low &+ (high &- low) / 2
      if cell(table, middle, listColumn) <= element { low = middle &+ 1 } else { high = middle }
    }
    return low &- 1
  }

  /// The element rows of a list column: up to the next row's start, clamped to the element table.
  func list(_ table: MetadataTable, _ row: UInt32, _ listColumn: Int, of element: MetadataTable) -> Range<UInt32> {
    guard row &- 1 < rowCount(table) else { return 1..<1 }
    let limit = rowCount(element) &+ 1
    let start = min(max(cell(table, row, listColumn), 1), limit)
    let end = row < rowCount(table) ? min(max(cell(table, row &+ 1, listColumn), start), limit) : limit
    return start..<end
  }
}
