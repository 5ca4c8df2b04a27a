/// One parsed file: its bytes and, in flat arrays, its nodes and tokens. Immutable and shared between threads.
///
/// Every byte of the text belongs to exactly one token or its trivia, so that the tokens joined in order give the
/// text back. Handles (``SyntaxNode``, ``SyntaxToken``) do not retain the tree: whoever uses them keeps it alive.
package final class SyntaxTree: @unchecked Sendable {
  /// The text as it was given: invalid UTF-8 and a byte order mark included.
  package let bytes: [UInt8]
  package let options: ParseOptions
  package let errors: [SyntaxError]
  /// The directives of the text in order, those in text that is not compiled too.
  package let directives: [DirectiveRecord]

  let nodes: UnsafeBufferPointer<NodeRecord>
  let tokens: UnsafeBufferPointer<TokenRecord>
  let slots: UnsafeBufferPointer<SyntaxElement>
  /// How many of the tokens lie in the source, in order; missing ones follow.
  let sourceTokenCount: Int
  let rootIndex: UInt32

  /// Node 0 is a node of kind `.none` without slots: what required accessors answer where a slot is empty.
  init(
    bytes: [UInt8], options: ParseOptions, errors: [SyntaxError], nodes: [NodeRecord], tokens: [TokenRecord],
    slots: [SyntaxElement], sourceTokenCount: Int, rootIndex: UInt32, directives: [DirectiveRecord] = []
  ) {
    self.bytes = bytes
    self.options = options
    self.errors = errors
    self.directives = directives
    self.nodes = SyntaxTree.copy(nodes)
    self.tokens = SyntaxTree.copy(tokens)
    self.slots = SyntaxTree.copy(slots)
    self.sourceTokenCount = sourceTokenCount
    self.rootIndex = rootIndex
  }

  deinit {
    nodes.deallocate()
    tokens.deallocate()
    slots.deallocate()
  }

  private static func copy<Record>(_ records: [Record]) -> UnsafeBufferPointer<Record> {
    let buffer = UnsafeMutableBufferPointer<Record>.allocate(capacity: records.count)
    _ = buffer.initialize(from: records)
    return UnsafeBufferPointer(buffer)
  }

  package var root: SyntaxNode { SyntaxNode(tree: self, index: rootIndex) }

  package var nodeCount: Int { nodes.count }

  /// The node of an index, as ``SyntaxNode/index`` gave it; `nil` outside of the tree.
  package func node(at index: UInt32) -> SyntaxNode? {
    index > 0 && Int(index) < nodes.count ? SyntaxNode(tree: self, index: index) : nil
  }

  package var tokenCount: Int { tokens.count }

  /// The bytes that the tree's arrays take, without the text.
  package var storageSize: Int {
    nodes.count * MemoryLayout<NodeRecord>.stride + tokens.count * MemoryLayout<TokenRecord>.stride
      + slots.count * MemoryLayout<SyntaxElement>.stride
  }

  /// The token to which a byte belongs, perhaps as part of its trivia; `nil` behind the end.
  package func token(at offset: ByteOffset) -> SyntaxToken? {
    guard Int(offset.value) < bytes.count else { return nil }
    var low = 0
    var high = sourceTokenCount
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].fullStart <= offset.value { low = middle + 1 } else { high = middle }
    }
    // Some were put into another token or its trivia; it lies before them.
    while low > 0 {
      low -= 1
      let token = tokens[low]
      if token.kind != .none, token.fullEnd > offset.value {
        return SyntaxToken(tree: self, index: UInt32(truncatingIfNeeded: low))
      }
    }
    return nil
  }

  /// The text of a range, invalid bytes repaired.
  package func text(_ range: TextRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  /// The bytes of a range, cut to the text.
  package func slice(_ range: TextRange) -> ArraySlice<UInt8> {
    let end = min(Int(range.end.value), bytes.count)
    return bytes[min(Int(range.start.value), end)..<end]
  }
}

/// An error of the lexer or parser.
package struct SyntaxError: Hashable, Sendable {
  /// The C# compiler's number, such as `CS1002`.
  package let id: UInt16
  package let range: TextRange
  package let message: String

  package init(id: UInt16, range: TextRange, message: String) {
    self.id = id
    self.range = range
    self.message = message
  }
}

/// What decides how a text is read.
package struct ParseOptions: Hashable, Sendable {
  /// Symbols that `#if` sees as defined.
  package var defines: Set<String>
  package var languageVersion: LanguageVersion

  package init(defines: Set<String> = [], languageVersion: LanguageVersion = .csharp15) {
    self.defines = defines
    self.languageVersion = languageVersion
  }
}

/// A version of the language; only where versions really parse differently does it change the tree.
package enum LanguageVersion: Int, Comparable, CaseIterable, Sendable {
  case csharp1 = 100
  case csharp2 = 200
  case csharp3 = 300
  case csharp4 = 400
  case csharp5 = 500
  case csharp6 = 600
  case csharp7 = 700
  case csharp7Point1 = 701
  case csharp7Point2 = 702
  case csharp7Point3 = 703
  case csharp8 = 800
  case csharp9 = 900
  case csharp10 = 1000
  case csharp11 = 1100
  case csharp12 = 1200
  case csharp13 = 1300
  case csharp14 = 1400
  case csharp15 = 1500

  package static func < (a: LanguageVersion, b: LanguageVersion) -> Bool { a.rawValue < b.rawValue }

  /// Reads what a project's `LangVersion` or a command line may say (`7.3`, `8`, `8.0`, `latest`, `preview`,
  /// `default`, `latestMajor`); `nil` for anything else.
  package init?(written text: String) {
    switch text.lowercased() {
    case "latest", "preview", "default", "latestmajor": self = .csharp15
    case "iso-1": self = .csharp1
    case "iso-2": self = .csharp2
    default:
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, let major = Int(parts[0]), (1...99).contains(major) else { return nil }
      var minor = 0
      if parts.count == 2 {
        guard let written = Int(parts[1]), (0...99).contains(written) else { return nil }
        minor = written
      }
      self.init(rawValue: major * 100 + minor)
    }
  }
}
