/// The built-in catalogue of public APIs: several metadata images in one block of bytes, used where they lie.
///
/// The format, all numbers little-endian 32-bit, offsets from the start of the file, everything aligned to 4:
///
///     magic "AWC1"
///     count of layers
///     per layer: name offset, name length, metadata offset, metadata length,
///                type mask offset, field mask offset, method mask offset, frameworks
///     names, images, masks
///
/// An image is a metadata root as ECMA-335 II.24.2 has it, without PE file and code, so that `AssemblyImage` reads the
/// catalogue and real assemblies alike. The images are reduced: public and protected members, the attributes that matter for
/// binding and rules, one image for all assemblies of a layer. Types of other images are references without a
/// resolution scope, found by name. A mask is one byte per row of the image's `TypeDef`, `Field` or `MethodDef` table:
/// the `FrameworkSet` that has it; offset 0 stands for "everywhere that the layer is".
package struct Catalogue: Sendable {
  package struct Layer: Sendable {
    package let name: String
    /// The frameworks that have anything of it.
    package let frameworks: FrameworkSet
    fileprivate let metadata: ByteView
    fileprivate let masks: (types: Int, fields: Int, methods: Int)
  }

  package let layers: [Layer]
  private let bytes: ByteView

  package init(_ bytes: ByteView) throws(MetadataError) {
    let bad = MetadataError(file: "catalogue", reason: .badCatalogue)
    guard bytes.uint32(0) == 0x3143_5741 else { throw bad }
    let count = Int(bytes.uint32(4))
    guard count <= 4096, 8 + count * 32 <= bytes.count else { throw bad }
    var layers: [Layer] = []
    layers.reserveCapacity(count)
    for index in 0..<count {
      let entry = 8 + index * 32
      func number(_ column: Int) -> Int { Int(bytes.uint32(entry + column * 4)) }
      guard let name = bytes.slice(number(0), number(1)), let metadata = bytes.slice(number(2), number(3)) else {
        throw bad
      }
      layers.append(
        Layer(
          name: MetadataName(name).string, frameworks: FrameworkSet(rawValue: UInt8(truncatingIfNeeded: number(7))),
          metadata: metadata, masks: (number(4), number(5), number(6))))
    }
    self.layers = layers
    self.bytes = bytes
  }

  package func layer(named name: String) -> Layer? { layers.first { $0.name == name } }

  /// A layer's image as a project for `target` sees it.
  package func image(of layer: Layer, target: FrameworkSet) throws(MetadataError) -> AssemblyImage {
    let file = "catalogue:" + layer.name
    let plain = try AssemblyImage(metadata: layer.metadata, file: file)
    func mask(_ offset: Int, _ table: MetadataTable) throws(MetadataError) -> ByteView {
      guard offset != 0 else { return .empty }
      guard let view = bytes.slice(offset, plain.rowCount(table)) else {
        throw MetadataError(file: file, reason: .badCatalogue)
      }
      return view
    }
    let availability = CatalogueAvailability(
      types: try mask(layer.masks.types, .typeDefinition), fields: try mask(layer.masks.fields, .field),
      methods: try mask(layer.masks.methods, .method), target: target)
    return try AssemblyImage(metadata: layer.metadata, file: file, availability: availability)
  }

  // MARK: Writing

  package struct LayerContents {
    package let name: String
    package let frameworks: FrameworkSet
    package let metadata: [UInt8]
    package let typeMasks: [UInt8]
    package let fieldMasks: [UInt8]
    package let methodMasks: [UInt8]

    package init(
      name: String, frameworks: FrameworkSet, metadata: [UInt8], typeMasks: [UInt8], fieldMasks: [UInt8],
      methodMasks: [UInt8]
    ) {
      self.name = name
      self.frameworks = frameworks
      self.metadata = metadata
      self.typeMasks = typeMasks
      self.fieldMasks = fieldMasks
      self.methodMasks = methodMasks
    }
  }

  package static func serialize(_ layers: [LayerContents]) -> [UInt8] {
    var output = Array("AWC1".utf8)
    func append(_ value: Int, at position: Int? = nil) {
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      if let position { output.replaceSubrange(position..<position + 4, with: bytes) } else { output += bytes }
    }
    append(layers.count)
    output += [UInt8](repeating: 0, count: layers.count * 32)
    func place(_ bytes: [UInt8]) -> Int {
      while output.count % 4 != 0 { output.append(0) }
      let offset = output.count
      output += bytes
      return offset
    }
    for (index, layer) in layers.enumerated() {
      let everywhere = layer.frameworks.rawValue
      func placeMask(_ mask: [UInt8]) -> Int {
        mask.allSatisfy { $0 == everywhere } ? 0 : place(mask)
      }
      let numbers = [
        place(Array(layer.name.utf8)), layer.name.utf8.count, place(layer.metadata), layer.metadata.count,
        placeMask(layer.typeMasks), placeMask(layer.fieldMasks), placeMask(layer.methodMasks), Int(everywhere),
      ]
      for (column, number) in numbers.enumerated() { append(number, at: 8 + index * 32 + column * 4) }
    }
    while output.count % 4 != 0 { output.append(0) }
    return output
  }
}
