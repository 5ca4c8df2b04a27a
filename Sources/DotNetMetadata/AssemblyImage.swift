/// One managed module, read in place: tables, heaps and signatures of ECMA-335, nothing decoded until asked for.
///
/// Immutable, so it may be shared between threads. Names and blobs are views of the bytes and live as long as the image.
/// Once an image is open nothing throws: a row that does not exist reads as empty, a broken blob decodes to nil.
package final class AssemblyImage: @unchecked Sendable {
  /// What errors and messages call the image.
  package let file: String
  let tables: MetadataTables
  private let strings: ByteView
  private let blobs: ByteView
  private let guids: ByteView
  /// Keeps the bytes alive; nil for bytes that live as long as the process.
  private let owner: AnyObject?
  /// `encloser << 32 | nested`, sorted: the `NestedClass` table is sorted the other way round.
  private let nestedByEncloser: [UInt64]
  private let propertyMapIsSorted: Bool
  private let eventMapIsSorted: Bool
  private let indirections: [MetadataTable: HandleIndirection]
  /// Which frameworks have each type and member: only in images of the built-in catalogue.
  package let availability: CatalogueAvailability?

  typealias HandleIndirection = (table: MetadataTable, tables: MetadataTables)

  /// Opens a `.dll`, `.exe` or `.winmd`.
  /// - Parameters:
  ///   - bytes: the whole file; must stay valid and unchanged while `owner` lives.
  ///   - owner: what keeps the bytes alive.
  package convenience init(portableExecutable bytes: ByteView, file: String, owner: AnyObject? = nil)
    throws(MetadataError)
  {
    let metadata = try PortableExecutable.metadata(in: bytes, named: file)
    try self.init(metadata: metadata, file: file, owner: owner)
  }

  /// Opens a metadata root without a PE file around it (II.24.2.1), as the built-in catalogue holds them.
  package init(
    metadata: ByteView, file: String, owner: AnyObject? = nil, availability: CatalogueAvailability? = nil
  ) throws(MetadataError) {
    let bad = MetadataError(file: file, reason: .badMetadataRoot)
    guard metadata.count >= 20, metadata.uint32(0) == 0x424a_5342 else { throw bad }
    let versionLength = Int(metadata.uint32(12))
    guard versionLength <= metadata.count &- 20 else { throw bad }
    let streamCount = Int(metadata.uint16(16 &+ versionLength &+ 2))
    var position = 16 &+ versionLength &+ 4
    var streams: [(name: MetadataName, view: ByteView)] = []
    for _ in 0..<streamCount {
      guard let header = metadata.slice(position, 8), let rest = metadata.suffix(from: position &+ 8) else { throw bad }
      guard let end = rest.bytes.prefix(32).firstIndex(of: 0), let name = rest.slice(0, end) else { throw bad }
      guard let view = metadata.slice(Int(header.uint32(0)), Int(header.uint32(4))) else { throw bad }
      streams.append((MetadataName(name), view))
      position &+= 8 &+ (end &+ 4) / 4 * 4
    }
    func stream(_ name: StaticString) -> ByteView? { streams.first { $0.name == name }?.view }
    guard let tableStream = stream("#~") ?? stream("#-") else {
      throw MetadataError(file: file, reason: .badTables)
    }
    let tables = try MetadataTables(stream: tableStream, file: file)
    self.file = file
    self.tables = tables
    self.owner = owner
    self.availability = availability
    strings = stream("#Strings") ?? .empty
    blobs = stream("#Blob") ?? .empty
    guids = stream("#GUID") ?? .empty

    var nested: [UInt64] = []
    nested.reserveCapacity(Int(tables.rowCount(.nestedClass)))
    for row in 0..<tables.rowCount(.nestedClass) {
      let encloser = UInt64(tables.cell(.nestedClass, row &+ 1, 1))
      nested.append(encloser << 32 | UInt64(tables.cell(.nestedClass, row &+ 1, 0)))
    }
    nested.sort()
    nestedByEncloser = nested

    func isSorted(_ table: MetadataTable) -> Bool {
      var previous: UInt32 = 0
      for row in 0..<tables.rowCount(table) {
        let parent = tables.cell(table, row &+ 1, 0)
        if parent < previous { return false }
        previous = parent
      }
      return true
    }
    propertyMapIsSorted = isSorted(.propertyMap)
    eventMapIsSorted = isSorted(.eventMap)

    var indirections: [MetadataTable: HandleIndirection] = [:]
    for (element, pointers) in Self.pointerTables where tables.rowCount(pointers) > 0 {
      indirections[element] = (pointers, tables)
    }
    self.indirections = indirections
  }

  private static let pointerTables: [(MetadataTable, MetadataTable)] = [
    (.field, .fieldPointer), (.method, .methodPointer), (.parameter, .parameterPointer),
    (.event, .eventPointer), (.property, .propertyPointer),
  ]

  // MARK: Heaps

  /// The zero-terminated name at a heap index (II.24.2.3).
  @inline(__always)
  func string(_ index: UInt32) -> MetadataName {
    let start = Int(index)
    guard start < strings.count else { return .empty }
    var end = start
    let base = strings.base
    while end < strings.count, base.load(fromByteOffset: end, as: UInt8.self) != 0 { end &+= 1 }
    return MetadataName(UnsafeRawBufferPointer(start: base + start, count: end &- start))
  }

  @inline(__always)
  func name(_ table: MetadataTable, _ row: UInt32, _ column: Int) -> MetadataName {
    string(tables.cell(table, row, column))
  }

  /// The blob at a heap index (II.24.2.4); empty if it lies outside the heap.
  package func blob(at index: UInt32) -> ByteView {
    guard let rest = blobs.suffix(from: Int(index)) else { return .empty }
    var reader = BlobReader(rest)
    let length = reader.compressedUnsigned()
    return reader.take(Int(length)) ?? .empty
  }

  // MARK: Rows

  package func rowCount(_ table: MetadataTable) -> Int { Int(tables.rowCount(table)) }

  package func rows<Handle: RowHandle>(_ type: Handle.Type) -> HandleRange<Handle> {
    HandleRange(1..<tables.rowCount(Handle.table) &+ 1)
  }

  /// The elements of a list column, through the pointer table of an uncompressed stream if there is one.
  func list<Handle: RowHandle>(_ table: MetadataTable, _ row: UInt32, _ column: Int) -> HandleRange<Handle> {
    guard !indirections.isEmpty, let (pointers, tables) = indirections[Handle.table] else {
      return HandleRange(tables.list(table, row, column, of: Handle.table))
    }
    return HandleRange(
      tables.list(table, row, column, of: pointers), through: .init(tables: tables, table: pointers))
  }

  /// The row whose list holds an element.
  func owner(_ table: MetadataTable, _ column: Int, of element: UInt32, in elementTable: MetadataTable) -> UInt32 {
    guard !indirections.isEmpty, let (pointers, tables) = indirections[elementTable] else {
      return tables.owner(table, column, element)
    }
    // Rare enough for a search through the pointers.
    for position in 1..<tables.rowCount(pointers) &+ 1 where tables.cell(pointers, position, 0) == element {
      return tables.owner(table, column, position)
    }
    return 0
  }

  /// The types declared directly inside a type, in the order of their rows.
  package func nestedTypes(of type: TypeDefinitionHandle) -> [TypeDefinitionHandle] {
    let key = UInt64(type.row) << 32
    var low = 0
    var high = nestedByEncloser.count
    while low < high {
      let middle = low &+ (high &- low) / 2
      if nestedByEncloser[middle] < key { low = middle &+ 1 } else { high = middle }
    }
    var result: [TypeDefinitionHandle] = []
    while low < nestedByEncloser.count, nestedByEncloser[low] >> 32 == UInt64(type.row) {
      result.append(TypeDefinitionHandle(row: UInt32(truncatingIfNeeded: nestedByEncloser[low])))
      low &+= 1
    }
    return result
  }

  /// The row of `PropertyMap` or `EventMap` of a type; zero if it has none.
  func mapRow(_ table: MetadataTable, of type: TypeDefinitionHandle) -> UInt32 {
    if table == .propertyMap ? propertyMapIsSorted : eventMapIsSorted {
      let row = tables.lowerBound(table, 0, type.row)
      return tables.cell(table, row, 0) == type.row ? row : 0
    }
    for row in 1..<tables.rowCount(table) &+ 1 where tables.cell(table, row, 0) == type.row { return row }
    return 0
  }

  // MARK: Identity

  package struct Version: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let major: UInt16
    package let minor: UInt16
    package let build: UInt16
    package let revision: UInt16

    package init(major: UInt16, minor: UInt16, build: UInt16, revision: UInt16) {
      self.major = major
      self.minor = minor
      self.build = build
      self.revision = revision
    }

    package static func < (left: Version, right: Version) -> Bool {
      (left.major, left.minor, left.build, left.revision) < (right.major, right.minor, right.build, right.revision)
    }

    package var description: String { "\(major).\(minor).\(build).\(revision)" }
  }

  /// Whether the module has a manifest; a netmodule has none.
  package var isAssembly: Bool { tables.rowCount(.assembly) > 0 }

  /// The assembly's simple name; the module's if it is no assembly.
  package var name: MetadataName {
    isAssembly ? name(.assembly, 1, 7) : name(.module, 1, 1)
  }

  package func moduleReferenceName(_ row: UInt32) -> MetadataName { name(.moduleReference, row, 0) }

  /// The files of the assembly's other modules, next to this one (II.22.19); resources are not among them.
  package var moduleFiles: [MetadataName] {
    guard tables.rowCount(.file) > 0 else { return [] }
    return (1...tables.rowCount(.file)).filter { tables.cell(.file, $0, 0) == 0 }.map { name(.file, $0, 1) }
  }

  package func fileName(_ row: UInt32) -> MetadataName { name(.file, row, 1) }

  package var culture: MetadataName { name(.assembly, 1, 8) }

  package var version: Version { version(.assembly, 1, firstColumn: 1) }

  /// The full public key, empty if the assembly is not strongly named.
  package var publicKey: ByteView { blob(at: tables.cell(.assembly, 1, 6)) }

  /// The module version id: two files with the same one are the same compilation.
  package var moduleVersionID: ByteView {
    let index = tables.cell(.module, 1, 2)
    guard index > 0 else { return .empty }
    return guids.slice(Int(index &- 1) * 16, 16) ?? .empty
  }

  func version(_ table: MetadataTable, _ row: UInt32, firstColumn: Int) -> Version {
    func part(_ column: Int) -> UInt16 { UInt16(truncatingIfNeeded: tables.cell(table, row, firstColumn &+ column)) }
    return Version(major: part(0), minor: part(1), build: part(2), revision: part(3))
  }

  package func name(of reference: AssemblyReferenceHandle) -> MetadataName {
    name(.assemblyReference, reference.row, 6)
  }

  package func version(of reference: AssemblyReferenceHandle) -> Version {
    version(.assemblyReference, reference.row, firstColumn: 0)
  }
}
