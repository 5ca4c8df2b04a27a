@testable import CSharpSyntax

/// What the lexer alone makes of a text, for tests.
struct LexedText {
  let bytes: [UInt8]
  let tokens: [TokenRecord]
  let errors: [SyntaxError]
  let directives: [DirectiveRecord]

  init(_ bytes: [UInt8], defines: Set<String> = []) {
    var builder = TreeBuilder()
    self.bytes = bytes
    directives = bytes.withUnsafeBufferPointer {
      lexTokens($0, options: ParseOptions(defines: defines), into: &builder)
    }
    tokens = builder.tokens
    errors = builder.errors
  }

  init(_ text: String, defines: Set<String> = []) {
    self.init(Array(text.utf8), defines: defines)
  }

  func text(_ start: UInt32, _ end: UInt32) -> String {
    String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
  }

  /// `Kind` for punctuation and keywords, `Kind:text` for tokens whose text varies; without the end of the file.
  var summary: [String] {
    tokens.dropLast().map { token in
      let name = token.kind.name.hasSuffix("Token") ? String(token.kind.name.dropLast(5)) : token.kind.name
      let written = text(token.start, token.end)
      let varies =
        switch token.kind {
        case .identifierToken, .numericLiteralToken, .characterLiteralToken, .stringLiteralToken, .badToken,
          .interpolatedStringTextToken, .singleLineRawStringLiteralToken, .multiLineRawStringLiteralToken,
          .utf8StringLiteralToken, .utf8SingleLineRawStringLiteralToken, .utf8MultiLineRawStringLiteralToken:
          true
        default: false
        }
      return (varies ? "\(name):\(written)" : name) + (token.flags.contains(.missing) ? "?" : "")
    }
  }

  var errorIds: [Int] { errors.map { Int($0.id) } }

  /// The text put together from trivia and tokens; equal to the bytes (without their mark) for every text.
  var joined: [UInt8] {
    var result: [UInt8] = []
    var place = tokens.first?.fullStart ?? 0
    for token in tokens {
      guard token.fullStart == place, token.fullStart <= token.start, token.start <= token.end,
        token.end <= token.fullEnd, Int(token.fullEnd) <= bytes.count
      else { return [] }
      result += bytes[Int(token.fullStart)..<Int(token.fullEnd)]
      place = token.fullEnd
    }
    return result
  }

  var hasMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// Whether trivia and tokens cover the text without gap or overlap.
  var coversText: Bool { joined == Array(bytes.dropFirst(hasMark ? 3 : 0)) && tokens.last?.kind == .endOfFileToken }
}

/// A generator of the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
