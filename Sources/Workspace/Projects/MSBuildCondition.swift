/// Evaluates `Condition="…"`.
///
/// What can't be understood is false, so that a part of a project that we can't judge is left out.
struct MSBuildCondition<Scope: MSBuildScope> {
  private let bytes: [UInt8]
  private let expander: MSBuildExpander<Scope>
  private var index = 0
  private var isMalformed = false

  private init(_ text: String, _ expander: MSBuildExpander<Scope>) {
    bytes = Array(text.utf8)
    self.expander = expander
  }

  /// - Returns: `nil` if the text is no condition.
  static func evaluate(_ text: String, _ expander: MSBuildExpander<Scope>) -> Bool? {
    if text.utf8.allSatisfy(isASCIISpace) { return true }
    var condition = MSBuildCondition(text, expander)
    let result = condition.or(depth: 0)
    condition.skipSpace()
    return condition.isMalformed || condition.index < condition.bytes.count ? nil : result
  }

  private mutating func or(depth: Int) -> Bool {
    var result = and(depth: depth)
    while word("or") {
      let right = and(depth: depth)
      result = result || right
    }
    return result
  }

  private mutating func and(depth: Int) -> Bool {
    var result = not(depth: depth)
    while word("and") {
      let right = not(depth: depth)
      result = result && right
    }
    return result
  }

  private mutating func not(depth: Int) -> Bool {
    guard depth < 64 else {
      isMalformed = true
      return false
    }
    skipSpace()
    if peek(UInt8(ascii: "!")), !(index &+ 1 < bytes.count && bytes[index &+ 1] == UInt8(ascii: "=")) {
      index &+= 1
      return !not(depth: depth &+ 1)
    }
    if peek(UInt8(ascii: "(")) {
      index &+= 1
      let result = or(depth: depth &+ 1)
      skipSpace()
      if peek(UInt8(ascii: ")")) { index &+= 1 } else { isMalformed = true }
      return result
    }
    return comparison()
  }

  private mutating func comparison() -> Bool {
    guard let left = operand() else {
      isMalformed = true
      return false
    }
    skipSpace()
    guard index < bytes.count else { return truth(left) }
    let next = index &+ 1 < bytes.count ? bytes[index &+ 1] : 0
    let isTwoLong = next == UInt8(ascii: "=")
    switch bytes[index] {
    case UInt8(ascii: "=") where isTwoLong, UInt8(ascii: "!") where isTwoLong:
      let isEquality = bytes[index] == UInt8(ascii: "=")
      index &+= 2
      guard let right = operand() else {
        isMalformed = true
        return false
      }
      return MSBuildCondition.areEqual(left.text, right.text) == isEquality
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      let isLess = bytes[index] == UInt8(ascii: "<")
      index &+= isTwoLong ? 2 : 1
      guard let right = operand(), let order = MSBuildCondition.order(left.text, right.text) else {
        isMalformed = true
        return false
      }
      if order == 0 { return isTwoLong }
      return (order < 0) == isLess
    default: return truth(left)
    }
  }

  private struct Operand {
    var text: String
    var isBoolean = false
  }

  private mutating func truth(_ operand: Operand) -> Bool {
    if let value = MSBuildCondition.boolean(operand.text) { return value }
    isMalformed = true
    return false
  }

  private mutating func operand() -> Operand? {
    skipSpace()
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte == UInt8(ascii: "'") {
      let start = index &+ 1
      // A quote inside $(…) belongs to the expression.
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "'") {
        if bytes[end] == UInt8(ascii: "$") || bytes[end] == UInt8(ascii: "@"), end &+ 1 < bytes.count,
          bytes[end &+ 1] == UInt8(ascii: "("), let close = MSBuildText.closingParenthesis(bytes[...], end &+ 2)
        {
          end = close
        }
        end &+= 1
      }
      guard end < bytes.count else { return nil }
      index = end &+ 1
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      return Operand(text: MSBuildText.unescape(expander.expand(text)))
    }
    if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "%"),
      index &+ 1 < bytes.count, bytes[index &+ 1] == UInt8(ascii: "("),
      let close = MSBuildText.closingParenthesis(bytes[...], index &+ 2)
    {
      let text = String(decoding: bytes[index...close], as: UTF8.self)
      index = close &+ 1
      return Operand(text: MSBuildText.unescape(expander.expand(text)))
    }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      guard
        isASCIILetter(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      else { break }
      index &+= 1
    }
    guard index > start else { return nil }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    skipSpace()
    if peek(UInt8(ascii: "(")), let close = MSBuildText.closingParenthesis(bytes[...], index &+ 1) {
      let arguments = MSBuildText.arguments(bytes[(index &+ 1)..<close]).map { argument in
        MSBuildText.unescape(
          expander.expand(MSBuildText.unquoted(String(decoding: argument, as: UTF8.self).trimmed)))
      }
      index = close &+ 1
      return Operand(text: call(name, arguments) ? "true" : "false", isBoolean: true)
    }
    return Operand(text: name)
  }

  private mutating func call(_ name: String, _ arguments: [String]) -> Bool {
    switch name.asciiLowercased {
    case "exists":
      let paths = (arguments.first ?? "").msbuildList
      return !paths.isEmpty
        && paths.allSatisfy {
          let path = FilePath.resolve($0, in: expander.scope.baseDirectory)
          return expander.scope.fileExists(path) || expander.scope.directoryExists(path)
        }
    case "hastrailingslash":
      return (arguments.first ?? "").hasSuffix("/") || (arguments.first ?? "").hasSuffix("\\")
    default:
      isMalformed = true
      return false
    }
  }

  private mutating func skipSpace() {
    while index < bytes.count, isASCIISpace(bytes[index]) { index &+= 1 }
  }

  private func peek(_ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }

  private mutating func word(_ word: String) -> Bool {
    skipSpace()
    let end = index &+ word.utf8.count
    guard end <= bytes.count, zip(bytes[index..<end], word.utf8).allSatisfy({ asciiLowercase($0) == $1 }) else {
      return false
    }
    if end < bytes.count, isASCIILetter(bytes[end]) || isASCIIDigit(bytes[end]) || bytes[end] == UInt8(ascii: "_") {
      return false
    }
    index = end
    return true
  }

  private static func boolean(_ text: String) -> Bool? {
    switch text.trimmed.asciiLowercased {
    case "true", "on", "yes", "!false", "!off", "!no": true
    case "false", "off", "no", "!true", "!on", "!yes": false
    default: nil
    }
  }

  private static func number(_ text: String) -> Double? {
    if text.isEmpty || text.utf8.contains(where: { isASCIISpace($0) }) { return nil }
    if text.hasPrefix("0x") || text.hasPrefix("0X") { return UInt64(text.dropFirst(2), radix: 16).map { Double($0) } }
    // Swift reads "nan" and "infinity" as numbers; MSBuild reads them as words.
    guard text.utf8.allSatisfy({ isASCIIDigit($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }) else { return nil }
    return Double(text)
  }

  private static func areEqual(_ a: String, _ b: String) -> Bool {
    if let x = number(a), let y = number(b) { return x == y }
    if let x = boolean(a), let y = boolean(b) { return x == y }
    return a.equalsIgnoringASCIICase(b)
  }

  private static func order(_ a: String, _ b: String) -> Int? {
    if let x = number(a), let y = number(b) { return x < y ? -1 : x > y ? 1 : 0 }
    if let x = DottedVersion(a), let y = DottedVersion(b) { return x < y ? -1 : x > y ? 1 : 0 }
    return nil
  }
}
