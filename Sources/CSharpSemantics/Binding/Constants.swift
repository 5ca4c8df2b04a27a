import CSharpSyntax

/// Reads the text of a numeric literal (C# §6.4.5).
enum NumericLiteral {
  static func read(_ text: String) -> (SpecialType, ConstantValue) {
    var digits: [UInt8] = []
    var bytes = Array(text.utf8)
    bytes.removeAll { $0 == UInt8(ascii: "_") }
    var radix: UInt64 = 10
    var index = 0
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
      if bytes[1] | 0x20 == UInt8(ascii: "x") { radix = 16 } else if bytes[1] | 0x20 == UInt8(ascii: "b") { radix = 2 }
      if radix != 10 { index = 2 }
    }
    var isReal = false
    var suffix: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      let lower = byte | 0x20
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits.append(byte)
      } else if radix == 16, lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") {
        digits.append(byte)
      } else if radix == 10, byte == UInt8(ascii: ".") {
        isReal = true
        digits.append(byte)
      } else if radix == 10, lower == UInt8(ascii: "e") {
        isReal = true
        digits.append(byte)
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "+") || bytes[index + 1] == UInt8(ascii: "-") {
          index += 1
          digits.append(bytes[index])
        }
      } else {
        suffix.append(lower)
      }
      index += 1
    }
    if radix == 10 {
      switch suffix.first {
      case UInt8(ascii: "m"): return (.decimal, .decimal)
      case UInt8(ascii: "f"): return (.single, .double(Double(String(decoding: digits, as: UTF8.self)) ?? 0))
      case UInt8(ascii: "d"): return (.double, .double(Double(String(decoding: digits, as: UTF8.self)) ?? 0))
      default: break
      }
    }
    if isReal { return (.double, .double(Double(String(decoding: digits, as: UTF8.self)) ?? 0)) }
    var number: UInt64 = 0
    for digit in digits {
      let lower = digit | 0x20
      let worth =
        digit <= UInt8(ascii: "9") ? UInt64(digit &- UInt8(ascii: "0")) : UInt64(lower &- UInt8(ascii: "a")) + 10
      number = number &* radix &+ worth
    }
    let isUnsigned = suffix.contains(UInt8(ascii: "u"))
    let isLong = suffix.contains(UInt8(ascii: "l"))
    let constant: ConstantValue = number <= UInt64(Int64.max) ? .integer(Int64(number)) : .unsigned(number)
    let special: SpecialType
    if isUnsigned, isLong {
      special = .uInt64
    } else if isUnsigned {
      special = number <= UInt64(UInt32.max) ? .uInt32 : .uInt64
    } else if isLong {
      special = number <= UInt64(Int64.max) ? .int64 : .uInt64
    } else if number <= UInt64(Int32.max) {
      special = .int32
    } else if number <= UInt64(UInt32.max) {
      special = .uInt32
    } else {
      special = number <= UInt64(Int64.max) ? .int64 : .uInt64
    }
    return (special, constant)
  }
}

/// Computes with constants as far as overload resolution needs their values.
enum ConstantFolding {
  static func unary(_ token: SyntaxKind, _ value: ConstantValue) -> ConstantValue {
    switch (token, value) {
    case (.minusToken, .integer(let number)): return number == .min ? .unknown : .integer(-number)
    case (.minusToken, .unsigned(let number)) where number == UInt64(Int64.max) + 1: return .integer(.min)
    case (.minusToken, .double(let number)): return .double(-number)
    case (.plusToken, _): return value
    case (.tildeToken, .integer(let number)): return .integer(~number)
    case (.exclamationToken, .boolean(let flag)): return .boolean(!flag)
    default: return .unknown
    }
  }

  static func binary(_ kind: BinaryOperator, _ left: ConstantValue?, _ right: ConstantValue?) -> ConstantValue? {
    guard let left, let right else { return nil }
    switch (left, right) {
    case (.integer(let a), .integer(let b)):
      func checked(_ result: (partialValue: Int64, overflow: Bool)) -> ConstantValue {
        result.overflow ? .unknown : .integer(result.partialValue)
      }
      switch kind {
      case .add: return checked(a.addingReportingOverflow(b))
      case .subtract: return checked(a.subtractingReportingOverflow(b))
      case .multiply: return checked(a.multipliedReportingOverflow(by: b))
      case .divide: return b == 0 ? .unknown : checked(a.dividedReportingOverflow(by: b))
      case .modulo: return b == 0 ? .unknown : checked(a.remainderReportingOverflow(dividingBy: b))
      case .and: return .integer(a & b)
      case .or: return .integer(a | b)
      case .xor: return .integer(a ^ b)
      case .leftShift: return b >= 0 && b < 31 && a >= 0 && a < 0x1_0000_0000 ? .integer(a << b) : .unknown
      case .rightShift: return b >= 0 && b < 64 ? .integer(a >> b) : .unknown
      case .equals: return .boolean(a == b)
      case .notEquals: return .boolean(a != b)
      case .less: return .boolean(a < b)
      case .lessOrEqual: return .boolean(a <= b)
      case .greater: return .boolean(a > b)
      case .greaterOrEqual: return .boolean(a >= b)
      default: return .unknown
      }
    case (.boolean(let a), .boolean(let b)):
      switch kind {
      case .logicalAnd, .and: return .boolean(a && b)
      case .logicalOr, .or: return .boolean(a || b)
      case .equals: return .boolean(a == b)
      case .notEquals, .xor: return .boolean(a != b)
      default: return .unknown
      }
    default:
      return .unknown
    }
  }

  static func cast(_ value: ConstantValue, _ target: SpecialType) -> ConstantValue {
    switch (value, target) {
    case (.integer(let number), .double), (.integer(let number), .single): return .double(Double(number))
    case (.integer(let number), _):
      guard let range = integerRange(target) else { return target == .uInt64 && number >= 0 ? value : .unknown }
      return range.contains(number) ? value : .unknown
    case (.unsigned, .uInt64), (.double, .double), (.double, .single), (.string, .string), (.boolean, .boolean),
      (.null, _):
      return value
    default: return .unknown
    }
  }
}

extension SpecialType {
  /// What `sizeof` is where it is a constant; `nil` where it depends on the platform.
  static func size(of type: TypeSymbol) -> Int64? {
    let underlying = type.kind == .enum ? type.definition?.typeDetails.enumUnderlying ?? type : type
    switch underlying.specialType {
    case .sByte, .byte, .boolean: return 1
    case .int16, .uInt16, .char: return 2
    case .int32, .uInt32, .single: return 4
    case .int64, .uInt64, .double: return 8
    case .decimal: return 16
    default: return nil
    }
  }
}

extension ConstantFolding {
  /// The values of an integral type, of enumerations as far as 64 bits with a sign go; `nil` for `ulong` and others.
  fileprivate static func integerRange(_ type: SpecialType) -> ClosedRange<Int64>? {
    switch type {
    case .sByte: -0x80...0x7f
    case .byte: 0...0xff
    case .int16: -0x8000...0x7fff
    case .uInt16, .char: 0...0xffff
    case .int32: Int64(Int32.min)...Int64(Int32.max)
    case .uInt32: 0...Int64(UInt32.max)
    case .int64, .none: Int64.min...Int64.max
    default: nil
    }
  }
}

extension BindingContext {
  /// The value of a literal, with a sign or parentheses; `nil` if the expression is anything else.
  func literalValue(_ node: SyntaxNode, depth: Int = 0) -> ConstantValue? {
    guard depth < 32 else { return nil }
    switch node.kind {
    case .numericLiteralExpression: return NumericLiteral.read(node.requiredToken(0).text).1
    case .trueLiteralExpression: return .boolean(true)
    case .falseLiteralExpression: return .boolean(false)
    case .nullLiteralExpression: return .null
    case .stringLiteralExpression:
      return StringLiteral.value(node.requiredToken(0).text).map { .string($0) } ?? .unknown
    case .characterLiteralExpression:
      let text = node.requiredToken(0).text
      if let inner = StringLiteral.unescaped(text.dropFirst().dropLast()), let scalar = inner.unicodeScalars.first {
        return .integer(Int64(scalar.value))
      }
      return .unknown
    case .parenthesizedExpression: return literalValue(node.requiredNode(1), depth: depth + 1)
    case .unaryMinusExpression, .unaryPlusExpression, .bitwiseNotExpression, .logicalNotExpression:
      return literalValue(node.requiredNode(1), depth: depth + 1).map {
        ConstantFolding.unary(node.requiredToken(0).kind, $0)
      }
    default: return nil
    }
  }

  /// The value of a constant field or enumeration member, as far as it is a literal or computed from such.
  func constantValue(of symbol: Symbol) -> ConstantValue? {
    let definition = symbol.originalDefinition
    guard definition.isConst else { return nil }
    if let known = constantCache[definition] { return known }
    guard constantsRunning.insert(definition).inserted else { return .unknown }
    defer { constantsRunning.remove(definition) }
    var result = ConstantValue.unknown
    if definition.isFromMetadata {
      result = metadataConstant(of: definition)
    } else if let declaration = declaration(of: definition) {
      let node = declaration.node
      if declaration.kind == .enumMember {
        if let clause = node.optionalNode(3) {
          result = value(of: clause.requiredNode(1), in: definition)
        } else {
          result = valueAfterPrevious(definition)
        }
      } else if let clause = node.optionalNode(2) {
        result = value(of: clause.requiredNode(1), in: definition)
      }
    }
    // What was cut off may be known when it is asked for by itself.
    if constantsRunning.count < BindingContext.maximumConstantDepth { constantCache[definition] = result }
    return result
  }

  /// Constants that are computed from constants that are computed from constants … are given up beyond this.
  private static let maximumConstantDepth = 24

  /// The value of a constant's initializer, computed from other constants where it is no literal.
  private func value(of expression: SyntaxNode, in constant: Symbol) -> ConstantValue {
    if let literal = literalValue(expression) { return literal }
    let file = Int(constant.pointer.pointee.file)
    guard constantsRunning.count < BindingContext.maximumConstantDepth, files.indices.contains(file),
      files[file].declarations.tree === expression.tree
    else { return .unknown }
    let model = SemanticModel(context: self, file: file, source: files[file].declarations)
    model.isRecording = false
    let binder = model.makeBinder(at: expression)
    let target = constant.containingType?.typeDetails.enumUnderlying ?? constant.type
    let bound = binder.bind(expression)
    guard let value = bound.constant else { return .unknown }
    return bound.type == target ? value : ConstantFolding.cast(value, target.specialType)
  }

  /// An enumeration member without a value is one more than the one before it.
  private func valueAfterPrevious(_ member: Symbol) -> ConstantValue {
    guard let owner = member.containingType else { return .unknown }
    let all = members(of: owner).filter { $0.kind == .field }
    guard let index = all.firstIndex(of: member) else { return .unknown }
    // Values from the nearest written one on, without recursion.
    var start = index
    var base: Int64 = -1
    while start > 0 {
      let previous = all[start - 1]
      guard let declaration = declaration(of: previous) else { return .unknown }
      if let clause = declaration.node.optionalNode(3) {
        guard case .integer(let value)? = constantValue(of: previous), !clause.requiredNode(1).isNone else {
          return .unknown
        }
        base = value
        break
      }
      start -= 1
    }
    return .integer(base &+ Int64(index - start + 1))
  }
}

/// Reads string literals as far as attributes and rules need them.
enum StringLiteral {
  static func value(_ text: String) -> String? {
    if text.hasPrefix("@\"") {
      var result = ""
      var wasQuote = false
      for character in text.dropFirst(2).dropLast() {
        if character == "\"", !wasQuote {
          wasQuote = true
          result.append(character)
          continue
        }
        if character == "\"", wasQuote {
          wasQuote = false
          continue
        }
        wasQuote = false
        result.append(character)
      }
      return result
    }
    if text.hasPrefix("\"\"\"") { return nil }
    guard text.hasPrefix("\""), text.count >= 2 else { return nil }
    return unescaped(text.dropFirst().dropLast())
  }

  static func unescaped(_ text: Substring) -> String? {
    guard text.contains("\\") else { return String(text) }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      guard scalar == "\\", index + 1 < scalars.count else {
        result.append(scalar)
        index += 1
        continue
      }
      let next = scalars[index + 1]
      index += 2
      switch next {
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      case "0": result.append("\0")
      case "a": result.append("\u{7}")
      case "b": result.append("\u{8}")
      case "e": result.append("\u{1B}")
      case "f": result.append("\u{C}")
      case "v": result.append("\u{B}")
      case "u", "U", "x":
        let limit = next == "U" ? 8 : 4
        var digits = ""
        while digits.count < limit, index < scalars.count, scalars[index].properties.isASCIIHexDigit {
          digits.unicodeScalars.append(scalars[index])
          index += 1
        }
        guard let value = UInt32(digits, radix: 16), let made = Unicode.Scalar(value) else { return nil }
        result.append(made)
      default: result.append(next)
      }
    }
    return String(result)
  }
}
