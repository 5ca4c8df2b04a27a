/// What fills a slot: a node, a token or nothing. A 32-bit handle, valid in one tree only.
package struct SyntaxElement: Hashable, Sendable {
  let rawValue: UInt32

  @inline(__always)
  init(rawValue: UInt32) { self.rawValue = rawValue }

  static let tokenBit: UInt32 = 0x8000_0000

  package static let nothing = SyntaxElement(rawValue: .max)

  @inline(__always)
  static func node(_ index: UInt32) -> SyntaxElement { SyntaxElement(rawValue: index) }

  @inline(__always)
  static func token(_ index: UInt32) -> SyntaxElement { SyntaxElement(rawValue: index | tokenBit) }

  @inline(__always)
  package var isNothing: Bool { rawValue == .max }
  @inline(__always)
  package var isToken: Bool { rawValue != .max && rawValue & SyntaxElement.tokenBit != 0 }
  @inline(__always)
  package var isNode: Bool { rawValue & SyntaxElement.tokenBit == 0 }

  /// The index in the nodes' or tokens' array; meaningless for ``nothing``.
  @inline(__always)
  var index: UInt32 { rawValue & ~SyntaxElement.tokenBit }
}

/// A node as it is stored. Nodes lie in the order in which they were completed: children before their parent.
struct NodeRecord {
  var kind: SyntaxKind
  var flags: ElementFlags
  /// Where its slots begin in the tree's array of slots, and how many there are.
  var slotStart: UInt32
  var slotCount: UInt32
  /// Index of the parent node; `.max` for the root.
  var parent: UInt32
  /// First and last token below the node in order of the text; `.max` when there is none (an empty list).
  var firstToken: UInt32
  var lastToken: UInt32
}

/// A token as it is stored. `fullStart..<start` is its leading, `end..<fullEnd` its trailing trivia.
/// Tokens that the source holds come first, in order; missing tokens made by the parser follow behind them.
struct TokenRecord {
  var kind: SyntaxKind
  var flags: ElementFlags
  var fullStart: UInt32
  var start: UInt32
  var end: UInt32
  var fullEnd: UInt32
  /// Index of the parent node (lists looked through by the accessors); `.max` for a token that no node holds.
  var parent: UInt32
  /// For an identifier that may stand for a contextual keyword, or a keyword: that word; else `.none`.
  var contextualKind: SyntaxKind
}

struct ElementFlags: OptionSet {
  let rawValue: UInt16
  /// The parser made it where the grammar wants it and the source has none.
  static let missing = ElementFlags(rawValue: 1)
  /// A syntax error lies in the node or token itself or below it.
  static let containsErrors = ElementFlags(rawValue: 2)
  /// Its leading or trailing trivia holds a directive.
  static let containsDirectives = ElementFlags(rawValue: 4)
  /// Its leading or trailing trivia holds tokens that the parser had to skip.
  static let containsSkippedText = ElementFlags(rawValue: 8)
  /// An identifier written with `@` or with an escape, or a string that is verbatim.
  static let isEscaped = ElementFlags(rawValue: 16)
}
