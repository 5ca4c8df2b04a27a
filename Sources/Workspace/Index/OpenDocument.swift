import CSharpSemantics
import CSharpSyntax
import Synchronization

/// The text of an open document in one version. Immutable; parsed once per set of options.
final class OpenDocument: Sendable {
  let key: DocumentKey
  let bytes: [UInt8]
  /// Differs between any two texts of the same document.
  let serial: UInt64
  private let parsed = Mutex<[ParseOptions: FileDeclarations]>([:])

  init(key: DocumentKey, bytes: [UInt8], serial: UInt64) {
    self.key = key
    self.bytes = bytes
    self.serial = serial
  }

  /// A hypothetical text never equals a real one: serials of real texts count from 1 upwards.
  static func nextHypotheticalSerial() -> UInt64 {
    hypotheticalSerials.wrappingAdd(1, ordering: .relaxed).newValue
  }

  private static let hypotheticalSerials = Atomic<UInt64>(1 << 63)

  func declarations(options: ParseOptions) -> FileDeclarations? {
    if let known = parsed.withLock({ $0[options] }) { return known }
    guard let tree = parse(bytes, options: options) else { return nil }
    let declarations = FileDeclarations(path: key, tree: tree)
    parsed.withLock { $0[options] = declarations }
    return declarations
  }
}
