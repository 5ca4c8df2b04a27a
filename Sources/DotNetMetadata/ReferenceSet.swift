/// A type definition in one of several images.
package struct TypeLocation: Hashable, Sendable {
  /// Index into `ReferenceSet.images`.
  package let image: Int
  package let type: TypeDefinitionHandle

  package init(image: Int, type: TypeDefinitionHandle) {
    self.image = image
    self.type = type
  }
}

/// The assemblies that a compilation sees: finds types by name over all of them, and follows references and forwards.
///
/// One hash table over all top-level types and forwards is filled when the set is made (about 50 ns a type); nothing
/// else is read.
package final class ReferenceSet: Sendable {
  /// What a reference to an assembly that is not in the set means.
  package enum MissingAssembly: Sendable {
    /// The type is missing.
    case isMissing
    /// Any assembly's type of that name will do. For a set that stands for another: the built-in catalogue merges
    /// assemblies, and a project without restored packages has only part of what its references name.
    case byName
  }

  package let images: [AssemblyImage]
  private let missingAssembly: MissingAssembly
  /// By simple name in lower case; the images in order of their versions.
  private let assemblies: [String: [Int]]
  /// By image: what each row of `AssemblyRef` means, -1 for an assembly that is not there.
  private let referenced: [[Int]]
  /// Images that another one of the same identity replaces.
  package let shadowed: Set<Int>

  private struct Entry: Sendable {
    var hash: UInt32
    var image: UInt32
    /// The type's row, or with the top bit the row of the exported type.
    var row: UInt32
  }
  private static let forwardBit: UInt32 = 1 << 31

  /// Open addressing, capacity a power of two; an empty slot has row 0.
  private let entries: [Entry]
  private let mask: Int

  /// The namespaces, sorted by name, each with its types.
  package let namespaces: NamespaceIndex

  /// - Parameter images: several may have one name; a reference then means the one of its version, else the next higher,
  ///   else the highest. Of two with the same name and version the last counts, and the other has no types. That is how
  ///   the C# compiler does it.
  package init(_ images: [AssemblyImage], missingAssembly: MissingAssembly = .isMissing) {
    self.images = images
    self.missingAssembly = missingAssembly
    var assemblies: [String: [Int]] = [:]
    assemblies.reserveCapacity(images.count)
    var shadowed: Set<Int> = []
    var count = 0
    for (index, image) in images.enumerated() {
      let name = image.name.string.lowercased()
      var sameName = assemblies[name] ?? []
      if let other = sameName.firstIndex(where: { Self.haveOneIdentity(images[$0], image) }) {
        shadowed.insert(sameName.remove(at: other))
      }
      let version = image.version
      sameName.insert(index, at: sameName.firstIndex { version < images[$0].version } ?? sameName.endIndex)
      assemblies[name] = sameName
      count += image.rowCount(.typeDefinition) + image.rowCount(.exportedType)
    }
    self.assemblies = assemblies
    self.shadowed = shadowed
    referenced = images.map { image in
      image.rows(AssemblyReferenceHandle.self).map { reference in
        guard let candidates = assemblies[image.name(of: reference).string.lowercased()], let last = candidates.last
        else { return -1 }
        if candidates.count == 1 { return last }
        let version = image.version(of: reference)
        return candidates.first { images[$0].version >= version } ?? last
      }
    }
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    let mask = capacity - 1
    var entries = [Entry](repeating: Entry(hash: 0, image: 0, row: 0), count: capacity)
    func insert(_ entry: Entry) {
      var slot = Int(entry.hash) & mask
      while entries[slot].row != 0 { slot = (slot + 1) & mask }
      entries[slot] = entry
    }
    var namespaces = NamespaceIndex.Builder()
    for (index, image) in images.enumerated() where !shadowed.contains(index) {
      for type in image.types where !image.attributes(of: type).isNested && image.isAvailable(type) {
        let namespace = image.namespace(of: type)
        insert(Entry(hash: Self.hash(namespace, image.name(of: type)), image: UInt32(index), row: type.row))
        namespaces.add(TypeLocation(image: index, type: type), to: namespace)
      }
      for type in image.exportedTypes {
        let home = image.implementation(of: type).table
        guard home == .assemblyReference || home == .file else { continue }
        let hash = Self.hash(image.namespace(of: type), image.name(of: type))
        insert(Entry(hash: hash, image: UInt32(index), row: type.row | Self.forwardBit))
      }
    }
    self.entries = entries
    self.mask = mask
    self.namespaces = namespaces.finish()
  }

  private static func hash(_ namespace: MetadataName, _ name: MetadataName) -> UInt32 {
    let hash = namespace.isEmpty ? 2_166_136_261 : (namespace.fnv() ^ 0x2e) &* 16_777_619
    let result = name.fnv(hash)
    // The low bits choose the slot.
    return result ^ result >> 15
  }

  private static func haveOneIdentity(_ left: AssemblyImage, _ right: AssemblyImage) -> Bool {
    left.version == right.version && left.isAssembly == right.isAssembly
      && left.publicKey.bytes.elementsEqual(right.publicKey.bytes) && left.culture == right.culture
  }

  /// The index of the assembly with a simple name, ignoring case; the highest version if there are several.
  package func assembly(named name: String) -> Int? { assemblies[name.lowercased()]?.last }

  package func assembly(named name: MetadataName) -> Int? { assembly(named: name.string) }

  /// What a row of an image's `AssemblyRef` table means.
  package func assembly(_ reference: AssemblyReferenceHandle, of image: Int) -> Int? {
    guard referenced.indices.contains(image) else { return nil }
    let row = Int(reference.row) - 1
    guard referenced[image].indices.contains(row), referenced[image][row] >= 0 else { return nil }
    return referenced[image][row]
  }

  // MARK: By name

  /// All top-level types with a name such as `` Task`1 ``, in the order of the images; forwards are not among them.
  package func types(namespace: MetadataName, name: MetadataName) -> [TypeLocation] {
    var result: [TypeLocation] = []
    let hash = Self.hash(namespace, name)
    var slot = Int(hash) & mask
    while entries[slot].row != 0 {
      let entry = entries[slot]
      slot = (slot + 1) & mask
      guard entry.hash == hash, entry.row & Self.forwardBit == 0 else { continue }
      let image = images[Int(entry.image)]
      let type = TypeDefinitionHandle(row: entry.row)
      guard image.name(of: type) == name, image.namespace(of: type) == namespace else { continue }
      result.append(TypeLocation(image: Int(entry.image), type: type))
    }
    if result.count > 1 { result.sort { $0.image < $1.image } }
    return result
  }

  /// The same for text: `types(namespace: "System.Threading.Tasks", name: "Task`1")`.
  package func types(namespace: String, name: String) -> [TypeLocation] {
    var namespace = namespace
    var name = name
    return namespace.withUTF8 { namespace in
      name.withUTF8 { name in
        types(
          namespace: MetadataName(UnsafeRawBufferPointer(namespace)), name: MetadataName(UnsafeRawBufferPointer(name)))
      }
    }
  }

  /// The type with a full metadata name: `` System.Collections.Generic.Dictionary`2+Enumerator ``. The first public one if
  /// there are several.
  package func type(named fullName: String) -> TypeLocation? {
    var parts = fullName.split(separator: "+", omittingEmptySubsequences: false)[...]
    guard let top = parts.popFirst() else { return nil }
    let dot = top.lastIndex(of: ".")
    let namespace = dot.map { String(top[..<$0]) } ?? ""
    let name = dot.map { String(top[top.index(after: $0)...]) } ?? String(top)
    let candidates = types(namespace: namespace, name: name)
    let isPublic = { (location: TypeLocation) in
      self.images[location.image].attributes(of: location.type).access == .public
    }
    guard var result = candidates.first(where: isPublic) ?? candidates.first else { return nil }
    let image = images[result.image]
    for part in parts {
      guard let nested = image.nestedTypes(of: result.type).first(where: { image.name(of: $0).equals(String(part)) })
      else { return nil }
      result = TypeLocation(image: result.image, type: nested)
    }
    return result
  }

  // MARK: By reference

  /// The definition that a definition or reference in `image` means, through forwards; nil if it is missing.
  package func resolve(_ type: EntityHandle, in image: Int) -> TypeLocation? {
    resolve(type, in: image, depth: 0)
  }

  private func resolve(_ type: EntityHandle, in imageIndex: Int, depth: Int) -> TypeLocation? {
    guard depth < 64, images.indices.contains(imageIndex) else { return nil }
    let image = images[imageIndex]
    if let definition = TypeDefinitionHandle(type) {
      guard definition.row <= image.tables.rowCount(.typeDefinition) else { return nil }
      return TypeLocation(image: imageIndex, type: definition)
    }
    guard let reference = TypeReferenceHandle(type) else { return nil }
    let name = image.name(of: reference)
    let scope = image.resolutionScope(of: reference)
    switch scope.table {
    case .typeReference? where !scope.isNone:
      guard let encloser = resolve(scope, in: imageIndex, depth: depth + 1) else { return nil }
      let home = images[encloser.image]
      for nested in home.nestedTypes(of: encloser.type) where home.name(of: nested) == name {
        return TypeLocation(image: encloser.image, type: nested)
      }
      return nil
    case .assemblyReference? where !scope.isNone:
      let namespace = image.namespace(of: reference)
      if let home = assembly(AssemblyReferenceHandle(row: scope.row), of: imageIndex) {
        if let found = self.type(namespace: namespace, name: name, assembly: home, depth: depth) { return found }
      }
      return missingAssembly == .byName ? types(namespace: namespace, name: name).first : nil
    default:
      let namespace = image.namespace(of: reference)
      var home = imageIndex
      if scope.table == .moduleReference, !scope.isNone {
        guard let module = assembly(named: image.moduleReferenceName(scope.row)) else { return nil }
        home = module
      }
      if let found = self.type(namespace: namespace, name: name, assembly: home, depth: depth) { return found }
      return missingAssembly == .byName ? types(namespace: namespace, name: name).first : nil
    }
  }

  /// A top-level type as one assembly has it: defined there or forwarded from there.
  package func type(namespace: MetadataName, name: MetadataName, assembly: Int) -> TypeLocation? {
    type(namespace: namespace, name: name, assembly: assembly, depth: 0)
  }

  private func type(namespace: MetadataName, name: MetadataName, assembly: Int, depth: Int) -> TypeLocation? {
    // Forwards could go round in a circle.
    guard depth < 64 else { return nil }
    let hash = Self.hash(namespace, name)
    var slot = Int(hash) & mask
    var forward: ExportedTypeHandle?
    while entries[slot].row != 0 {
      let entry = entries[slot]
      slot = (slot + 1) & mask
      guard entry.hash == hash, Int(entry.image) == assembly else { continue }
      let image = images[assembly]
      if entry.row & Self.forwardBit != 0 {
        let exported = ExportedTypeHandle(row: entry.row & ~Self.forwardBit)
        if image.name(of: exported) == name, image.namespace(of: exported) == namespace { forward = exported }
      } else {
        let type = TypeDefinitionHandle(row: entry.row)
        guard image.name(of: type) == name, image.namespace(of: type) == namespace else { continue }
        return TypeLocation(image: assembly, type: type)
      }
    }
    guard let forward else { return nil }
    let image = images[assembly]
    let implementation = image.implementation(of: forward)
    let target =
      implementation.table == .file
      ? self.assembly(named: image.fileName(implementation.row))
      : self.assembly(AssemblyReferenceHandle(row: implementation.row), of: assembly)
    guard let home = target, home != assembly else {
      return missingAssembly == .byName ? types(namespace: namespace, name: name).first : nil
    }
    return type(namespace: namespace, name: name, assembly: home, depth: depth + 1)
  }

  // MARK: Attributes

  /// An attribute's arguments, with enumerations of all assemblies of the set known.
  package func value(of attribute: CustomAttributeHandle, in image: Int) -> AttributeValue? {
    images[image].value(of: attribute) { type in
      let location: TypeLocation?
      switch type {
      case .handle(let handle): location = self.resolve(handle, in: image)
      case .name(let name):
        // `Ns.Outer+Inner, Assembly, Version=…`; without an assembly the attribute's own or the core library.
        let typeName = name.prefix { $0 != "," }
        location = self.type(named: String(typeName))
      }
      // A missing enumeration is taken for one of the usual underlying type.
      guard let location else { return .int32 }
      return self.images[location.image].enumUnderlyingType(of: location.type)
    }
  }
}

/// The namespaces of a `ReferenceSet` and the top-level types in each.
package struct NamespaceIndex: Sendable {
  package struct Namespace: Sendable {
    /// Full name, empty for the global namespace.
    package let name: String
    package fileprivate(set) var types: [TypeLocation]
  }

  /// Sorted by name (ordinal), so that a namespace's children follow it.
  package let all: [Namespace]
  private let positions: [String: Int]

  /// Whether it exists: has types, or a namespace inside it has.
  package func contains(_ name: String) -> Bool {
    positions[name] != nil || !children(of: name).isEmpty
  }

  package subscript(name: String) -> Namespace? {
    positions[name].map { all[$0] }
  }

  /// The simple names of the namespaces directly inside one.
  package func children(of name: String) -> [String] {
    let prefix = name.isEmpty ? "" : name + "."
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(all[middle].name, prefix) { low = middle + 1 } else { high = middle }
    }
    var result: [String] = []
    while low < all.count, all[low].name.utf8.starts(with: prefix.utf8) {
      let rest = all[low].name.utf8.dropFirst(prefix.utf8.count)
      let child = String(Substring(rest.prefix { $0 != UInt8(ascii: ".") }))
      if !child.isEmpty, result.last != child { result.append(child) }
      low += 1
    }
    return result
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  struct Builder {
    private var namespaces: [Namespace] = []
    private var positions: [MetadataName: Int] = [:]
    /// Neighbouring types mostly share their namespace, and within an image its very bytes.
    private var last: (name: MetadataName, position: Int)?

    mutating func add(_ type: TypeLocation, to namespace: MetadataName) {
      let position: Int
      if let last, last.name == namespace {
        position = last.position
      } else if let known = positions[namespace] {
        position = known
      } else {
        position = namespaces.count
        namespaces.append(Namespace(name: namespace.string, types: []))
        positions[namespace] = position
      }
      last = (namespace, position)
      namespaces[position].types.append(type)
    }

    func finish() -> NamespaceIndex {
      let sorted = namespaces.sorted { NamespaceIndex.precedes($0.name, $1.name) }
      var positions: [String: Int] = [:]
      for (index, namespace) in sorted.enumerated() { positions[namespace.name] = index }
      return NamespaceIndex(all: sorted, positions: positions)
    }
  }
}
