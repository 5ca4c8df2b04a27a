/// The compiler's numbers and messages for what the parser finds.
enum SyntaxErrorText {
  /// The error for a token of kind `wanted` that is not there.
  static func expected(_ wanted: SyntaxKind, found: SyntaxKind, spelling: String) -> (id: UInt16, message: String) {
    switch wanted {
    case .identifierToken:
      if found.isReservedKeyword { return (1041, "Identifier expected; '\(spelling)' is a keyword") }
      return (1001, "Identifier expected")
    case .semicolonToken: return (1002, "; expected")
    case .closeParenToken: return (1026, ") expected")
    case .openBraceToken: return (1514, "{ expected")
    case .closeBraceToken: return (1513, "} expected")
    case .inKeyword: return (1515, "'in' expected")
    default: return (1003, "Syntax error, '\(wanted.spelling)' expected")
    }
  }

  static func invalidTerm(_ spelling: String) -> String { "Invalid expression term '\(spelling)'" }
  static func invalidMember(_ spelling: String) -> String {
    "Invalid token '\(spelling)' in a member declaration"
  }
  static let typeExpected = "Type expected"
  static let endOfFileExpected = "Type or namespace definition, or end-of-file expected"
  static let nesting = "An expression is too long or complex to compile"
}

extension SyntaxKind {
  @inline(__always)
  var isReservedKeyword: Bool {
    rawValue >= SyntaxKind.boolKeyword.rawValue && rawValue <= SyntaxKind.implicitKeyword.rawValue
  }

  /// The text of a punctuation mark or keyword.
  var spelling: String {
    switch self {
    case .tildeToken: return "~"
    case .exclamationToken: return "!"
    case .percentToken: return "%"
    case .caretToken: return "^"
    case .ampersandToken: return "&"
    case .asteriskToken: return "*"
    case .openParenToken: return "("
    case .closeParenToken: return ")"
    case .minusToken: return "-"
    case .plusToken: return "+"
    case .equalsToken: return "="
    case .openBraceToken: return "{"
    case .closeBraceToken: return "}"
    case .openBracketToken: return "["
    case .closeBracketToken: return "]"
    case .barToken: return "|"
    case .colonToken: return ":"
    case .semicolonToken: return ";"
    case .lessThanToken: return "<"
    case .commaToken: return ","
    case .greaterThanToken: return ">"
    case .dotToken: return "."
    case .questionToken: return "?"
    case .slashToken: return "/"
    case .dotDotToken: return ".."
    case .colonColonToken: return "::"
    case .equalsGreaterThanToken: return "=>"
    case .interpolatedStringEndToken: return "\""
    case .endOfFileToken, .identifierToken: return ""
    default:
      let name = self.name
      for suffix in ["Keyword", "Token"] where name.hasSuffix(suffix) {
        return name.dropLast(suffix.count).lowercased()
      }
      return name
    }
  }
}

extension LanguageVersion {
  /// The compiler's number for a feature that is newer than this version.
  var featureErrorID: UInt16 {
    switch self {
    case .csharp1: return 8022
    case .csharp2: return 8023
    case .csharp3: return 8024
    case .csharp4: return 8025
    case .csharp5: return 8026
    case .csharp6: return 8059
    case .csharp7: return 8107
    case .csharp7Point1: return 8302
    case .csharp7Point2: return 8320
    case .csharp7Point3: return 8370
    case .csharp8: return 8400
    case .csharp9: return 8773
    case .csharp10: return 8936
    case .csharp11: return 9058
    case .csharp12: return 9202
    case .csharp13: return 9260
    case .csharp14, .csharp15: return 9327
    }
  }

  /// As a project file has it.
  var written: String {
    let minor = rawValue % 100
    return minor == 0 ? "\(rawValue / 100).0" : "\(rawValue / 100).\(minor)"
  }
}
