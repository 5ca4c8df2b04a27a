import CSharpSyntax
import LanguageServerProtocol
import Workspace

/// A document that the client holds open. Owned by the main loop.
final class OpenDocument {
  /// As the client wrote it.
  let uri: DocumentURI
  let key: DocumentKey
  let languageID: String
  /// Whether the analyzer is asked about it.
  let isCSharp: Bool
  /// The client's number for the text.
  var version: Int32
  private(set) var bytes: [UInt8]
  private(set) var lines: LineTable
  /// Our own number for the text: grows with each change, also where the client's version does not.
  private(set) var generation: UInt64
  /// The generation that the host was told last; `nil` before the first time.
  var hostGeneration: UInt64?
  /// The last analysis, whether or not it is still current.
  var outcome: AnalysisOutcome?
  /// What the client was told last; `nil` before the first time.
  var published: [Diagnostic]?
  /// When the first change came that no analysis was begun for.
  var firstUnservedChange: ContinuousClock.Instant?
  /// The state's epoch when something last changed that reaches this document (``AnalysisStamp/epoch``).
  var epoch: UInt64
  /// How often it was analysed; for the debug dump.
  var analysisCount: UInt64 = 0
  /// How often the analysis was put off because the server died of this document before.
  var postponements = 0

  init(_ item: TextDocumentItem, generation: UInt64, epoch: UInt64) {
    self.epoch = epoch
    uri = item.uri
    key = item.uri.key
    languageID = item.languageID
    isCSharp = OpenDocument.isCSharp(key: item.uri.key, languageID: item.languageID)
    version = item.version
    bytes = Array(item.text.utf8)
    lines = LineTable(bytes)
    self.generation = generation
  }

  private static let languageIDs: Set<String> = ["csharp", "cs", "c-sharp", "c#"]

  /// Decided by the file's name, and by the language where the name says nothing.
  private static func isCSharp(key: DocumentKey, languageID: String) -> Bool {
    let name = (key.split(separator: "/").last.map(String.init) ?? key).lowercased()
    if name.hasSuffix(".cs") || name.hasSuffix(".csx") { return true }
    return languageIDs.contains(languageID.lowercased())
  }

  func converter(_ encoding: PositionEncodingKind) -> PositionConverter {
    PositionConverter(bytes: bytes, lines: lines, encoding: encoding)
  }

  /// Takes over a whole text.
  func replaceText(_ text: String, generation: UInt64) {
    bytes = Array(text.utf8)
    lines = LineTable(bytes)
    self.generation = generation
  }

  /// Applies changes one after the other, each to what the one before left.
  ///
  /// - Returns: whether a range was upside down, which is a bug of the client.
  func apply(
    _ changes: [TextDocumentContentChangeEvent], encoding: PositionEncodingKind, generation: UInt64
  ) -> Bool {
    var isUpsideDown = false
    // What stands before a change of the whole text has no effect.
    let first = changes.lastIndex { $0.range == nil } ?? 0
    for change in changes[min(first, changes.count)...] {
      guard let range = change.range else {
        bytes = Array(change.text.utf8)
        lines = LineTable(bytes)
        continue
      }
      if range.end < range.start { isUpsideDown = true }
      let replaced = converter(encoding).textRange(of: range)
      replace(replaced, with: change.text)
    }
    self.generation = generation
    return isUpsideDown
  }

  private func replace(_ range: TextRange, with text: String) {
    let start = min(Int(range.start.value), bytes.count)
    let end = min(max(start, Int(range.end.value)), bytes.count)
    let new = Array(text.utf8)
    bytes.replaceSubrange(start..<end, with: new)
    lines.replace(
      TextRange(start: ByteOffset(clamping: start), end: ByteOffset(clamping: end)), in: bytes)
  }
}
