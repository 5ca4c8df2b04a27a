/// What a property expression gives: a text, or the array that `Split` makes.
enum MSBuildValue {
  case text(String)
  case array([String])

  var text: String {
    switch self {
    case .text(let text): text
    case .array(let parts): parts.joined(separator: ";")
    }
  }
}

/// Names and values that expressions may use. Property names are given in any case.
protocol MSBuildScope {
  func property(_ name: String) -> String
  func environmentVariable(_ name: String) -> String?
  func fileExists(_ path: String) -> Bool
  func directoryExists(_ path: String) -> Bool
  func fileText(_ path: String) -> String?
  /// `@(Name)` with its transform; `nil` while items aren't known yet.
  func itemList(_ name: String, transform: String?, separator: String) -> String?
  /// Relative paths are relative to this folder.
  var baseDirectory: String { get }
  /// The folder of the file that is being evaluated.
  var thisFileDirectory: String { get }
}

/// Expands `$(…)`, `@(…)` and `%(…)` in the way MSBuild does while it evaluates a project.
struct MSBuildExpander<Scope: MSBuildScope> {
  let scope: Scope
  /// `%(Name)` inside an item definition; `nil` leaves it as it is.
  var metadata: ((String) -> String?)?

  /// Longer values are cut. Without a limit thirty lines of `<A>$(A)$(A)</A>` would fill the memory.
  private var maximumLength: Int { 1 << 18 }
  /// Expressions nested deeper give nothing.
  private var maximumDepth: Int { 32 }

  init(_ scope: Scope, metadata: ((String) -> String?)? = nil) {
    self.scope = scope
    self.metadata = metadata
  }

  func expand(_ text: String) -> String { expand(Array(text.utf8)[...], depth: 0, original: text) }

  private func expand(_ bytes: ArraySlice<UInt8>, depth: Int, original: String? = nil) -> String {
    guard bytes.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") })
    else {
      return original ?? String(decoding: bytes, as: UTF8.self)
    }
    guard depth < maximumDepth else { return "" }
    var output: [UInt8] = []
    var index = bytes.startIndex
    // Each one that is not closed costs a look at the rest of the text; past a hundred the text is no expression.
    var unclosed = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      if unclosed < 100, byte == UInt8(ascii: "$") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "%"),
        index &+ 1 < bytes.endIndex, bytes[index &+ 1] == UInt8(ascii: "(")
      {
        guard let end = MSBuildText.closingParenthesis(bytes, index &+ 2) else {
          unclosed &+= 1
          output.append(byte)
          index &+= 1
          continue
        }
        let inner = bytes[(index &+ 2)..<end]
        let replacement: String?
        switch byte {
        case UInt8(ascii: "$"): replacement = evaluate(inner, depth: depth &+ 1).text
        case UInt8(ascii: "@"): replacement = items(inner)
        default: replacement = metadata?(String(decoding: inner, as: UTF8.self).trimmed)
        }
        if let replacement {
          output.append(contentsOf: replacement.utf8)
        } else {
          output.append(contentsOf: bytes[index...end])
        }
        index = end &+ 1
      } else {
        output.append(byte)
        index &+= 1
      }
      if output.count > maximumLength {
        output.removeLast(output.count &- maximumLength)
        break
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func items(_ inner: ArraySlice<UInt8>) -> String? {
    var name = String(decoding: inner, as: UTF8.self)
    var separator = ";"
    var transform: String?
    // @(Name->'transform', 'separator')
    if let arrow = name.firstRange(of: "->") {
      let rest = String(name[arrow.upperBound...])
      name = String(name[..<arrow.lowerBound])
      let parts = MSBuildText.arguments(Array(rest.utf8)[...]).map { String(decoding: $0, as: UTF8.self).trimmed }
      transform = parts.first
      if parts.count > 1 { separator = MSBuildText.unquoted(parts[1]) }
    } else if let comma = name.firstIndex(of: ",") {
      separator = MSBuildText.unquoted(String(name[name.index(after: comma)...]).trimmed)
      name = String(name[..<comma])
    }
    return scope.itemList(name.trimmed, transform: transform, separator: separator)
  }

  /// The inside of `$(…)`.
  private func evaluate(_ expression: ArraySlice<UInt8>, depth: Int) -> MSBuildValue {
    guard depth < maximumDepth else { return .text("") }
    var index = expression.startIndex
    func skipSpace() {
      while index < expression.endIndex, isASCIISpace(expression[index]) { index &+= 1 }
    }
    skipSpace()
    var value: MSBuildValue
    if index < expression.endIndex, expression[index] == UInt8(ascii: "[") {
      guard let close = expression[index...].firstIndex(of: UInt8(ascii: "]")) else { return .text("") }
      let type = String(decoding: expression[(index &+ 1)..<close], as: UTF8.self).trimmed
      index = close &+ 1
      guard index &+ 1 < expression.endIndex, expression[index] == UInt8(ascii: ":"),
        expression[index &+ 1] == UInt8(ascii: ":")
      else { return .text("") }
      index &+= 2
      let member = name(expression, &index)
      let arguments = arguments(expression, &index, depth: depth)
      value = MSBuildFunctions.call(type: type, member: member, arguments ?? [], scope: scope)
    } else {
      let name = name(expression, &index)
      if name.isEmpty { return .text("") }
      if index < expression.endIndex, expression[index] == UInt8(ascii: ":") { return .text("") }  // the registry
      value = .text(scope.property(name))
    }
    while index < expression.endIndex {
      skipSpace()
      guard index < expression.endIndex else { break }
      if expression[index] == UInt8(ascii: ".") {
        index &+= 1
        let member = name(expression, &index)
        if member.isEmpty { break }
        let arguments = arguments(expression, &index, depth: depth)
        value = MSBuildFunctions.call(value, member: member, arguments ?? [])
      } else if expression[index] == UInt8(ascii: "[") {
        guard let close = expression[index...].firstIndex(of: UInt8(ascii: "]")) else { break }
        let position = Int(expand(expression[(index &+ 1)..<close], depth: depth).trimmed) ?? -1
        index = close &+ 1
        switch value {
        case .array(let parts): value = .text(parts.indices.contains(position) ? parts[position] : "")
        case .text(let text):
          let characters = Array(text)
          value = .text(characters.indices.contains(position) ? String(characters[position]) : "")
        }
      } else {
        break
      }
    }
    return value
  }

  private func name(_ expression: ArraySlice<UInt8>, _ index: inout Int) -> String {
    let start = index
    while index < expression.endIndex {
      let byte = expression[index]
      guard
        isASCIILetter(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
          || byte >= 0x80
      else { break }
      index &+= 1
    }
    return String(decoding: expression[start..<index], as: UTF8.self)
  }

  /// `nil` if no parenthesis follows.
  private func arguments(_ expression: ArraySlice<UInt8>, _ index: inout Int, depth: Int) -> [String]? {
    guard index < expression.endIndex, expression[index] == UInt8(ascii: "("),
      let close = MSBuildText.closingParenthesis(expression, index &+ 1)
    else { return nil }
    let inner = expression[(index &+ 1)..<close]
    index = close &+ 1
    return MSBuildText.arguments(inner).map { argument in
      MSBuildText.unquoted(expand(argument, depth: depth).trimmed)
    }
  }
}

/// Places in MSBuild's expressions.
enum MSBuildText {
  /// The index of the parenthesis that closes the one before `start`; quoted text may hold parentheses.
  static func closingParenthesis(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth &+= 1
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { return index }
        depth &-= 1
      }
      index &+= 1
    }
    return nil
  }

  /// The parts between commas that stand outside quotes and parentheses; none for an empty list.
  static func arguments(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    if bytes.allSatisfy(isASCIISpace) { return [] }
    var result: [ArraySlice<UInt8>] = []
    var depth = 0
    var quote: UInt8?
    var start = bytes.startIndex
    for index in bytes.indices {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): quote = byte
      case UInt8(ascii: "("): depth &+= 1
      case UInt8(ascii: ")"): depth &-= 1
      case UInt8(ascii: ",") where depth == 0:
        result.append(bytes[start..<index])
        start = index &+ 1
      default: break
      }
    }
    result.append(bytes[start...])
    return result
  }

  static func unquoted(_ text: String) -> String {
    guard let first = text.utf8.first, text.utf8.count >= 2, text.utf8.last == first,
      first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") || first == UInt8(ascii: "`")
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// Replaces `%3B` and its kin.
  static func unescape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index &+ 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(index &+ 1)...(index &+ 2)], as: UTF8.self), radix: 16)
      {
        output.append(value)
        index &+= 3
      } else {
        output.append(bytes[index])
        index &+= 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  static func escape(_ text: String) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      if "%*?@$();'".utf8.contains(byte) {
        let digits = String(byte, radix: 16)
        output.append(UInt8(ascii: "%"))
        if digits.utf8.count == 1 { output.append(UInt8(ascii: "0")) }
        output.append(contentsOf: digits.utf8)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
