/// Which frameworks have each type and member of a catalogue image: one byte per row, a mask of ``Framework``.
package struct CatalogueAvailability: Sendable {
  /// Dense, indexed by row minus one; an empty view means "everywhere that the image is".
  let types: ByteView
  let fields: ByteView
  let methods: ByteView

  package init(types: ByteView, fields: ByteView, methods: ByteView) {
    self.types = types
    self.fields = fields
    self.methods = methods
  }
}
