/// A section name of an `.editorconfig` file, compiled (EditorConfig specification, "Glob Expressions").
///
/// Matching visits each pair of instruction and place at most once, so that no pattern makes it slow.
struct EditorConfigGlob: Sendable {
  private enum Instruction: Sendable {
    case scalar(UInt32)
    /// `?`
    case anyButSlash
    /// `*`
    case manyButSlash
    /// `**`
    case many
    case set(ranges: [ClosedRange<UInt32>], isNegated: Bool)
    /// `{1..9}`
    case number(ClosedRange<Int>)
    case fork([Int])
    case jump(Int)
    case end
  }

  private var program: [Instruction] = []
  /// Without a slash the pattern is compared with the file's name alone.
  let matchesPath: Bool

  init(_ pattern: String) {
    var scalars = pattern.unicodeScalars.map(\.value)
    matchesPath = scalars.contains(Scalar.slash)
    if scalars.first == Scalar.slash { scalars.removeFirst() }
    compile(scalars[...], depth: 0)
    program.append(.end)
  }

  // The way from a pattern to instructions. Recursion goes one level per nested brace, at most `maximumDepth`.
  private mutating func compile(_ pattern: ArraySlice<UInt32>, depth: Int) {
    var index = pattern.startIndex
    while index < pattern.endIndex {
      let scalar = pattern[index]
      index &+= 1
      switch scalar {
      case Scalar.backslash where index < pattern.endIndex:
        program.append(.scalar(pattern[index]))
        index &+= 1
      case Scalar.star:
        if index < pattern.endIndex, pattern[index] == Scalar.star {
          while index < pattern.endIndex, pattern[index] == Scalar.star { index &+= 1 }
          // "a/**/b" matches "a/b" as well.
          let precededBySlash: Bool =
            if case .scalar(Scalar.slash)? = program.last { true } else { program.isEmpty }
          if precededBySlash, index < pattern.endIndex, pattern[index] == Scalar.slash {
            let fork = program.count
            program.append(.fork([]))
            program.append(.many)
            program.append(.scalar(Scalar.slash))
            program[fork] = .fork([fork &+ 1, program.count])
            index &+= 1
          } else {
            program.append(.many)
          }
        } else {
          program.append(.manyButSlash)
        }
      case Scalar.question: program.append(.anyButSlash)
      case Scalar.openBracket:
        if let (set, next) = EditorConfigGlob.set(pattern, index) {
          program.append(set)
          index = next
        } else {
          program.append(.scalar(scalar))
        }
      case Scalar.openBrace:
        guard depth < EditorConfigGlob.maximumDepth, let group = EditorConfigGlob.group(pattern, index) else {
          program.append(.scalar(scalar))
          continue
        }
        if let range = group.range {
          program.append(.number(range))
          index = group.end
        } else if group.alternatives.count > 1 {
          let fork = program.count
          program.append(.fork([]))
          var starts: [Int] = []
          var jumps: [Int] = []
          for alternative in group.alternatives {
            starts.append(program.count)
            compile(alternative, depth: depth &+ 1)
            jumps.append(program.count)
            program.append(.jump(0))
          }
          program[fork] = .fork(starts)
          for jump in jumps { program[jump] = .jump(program.count) }
          index = group.end
        } else {
          // Braces around a single word stand for themselves.
          program.append(.scalar(scalar))
        }
      default: program.append(.scalar(scalar))
      }
    }
  }

  private static let maximumDepth = 12

  private static func set(_ pattern: ArraySlice<UInt32>, _ start: Int) -> (Instruction, Int)? {
    var index = start
    var isNegated = false
    if index < pattern.endIndex, pattern[index] == Scalar.exclamation {
      isNegated = true
      index &+= 1
    }
    var ranges: [ClosedRange<UInt32>] = []
    while index < pattern.endIndex {
      var low = pattern[index]
      if low == Scalar.closeBracket, !ranges.isEmpty { return (.set(ranges: ranges, isNegated: isNegated), index &+ 1) }
      if low == Scalar.slash { return nil }
      index &+= 1
      if low == Scalar.backslash, index < pattern.endIndex {
        low = pattern[index]
        index &+= 1
      }
      if index &+ 1 < pattern.endIndex, pattern[index] == Scalar.minus, pattern[index &+ 1] != Scalar.closeBracket {
        let high = pattern[index &+ 1]
        index &+= 2
        if low <= high { ranges.append(low...high) } else { ranges.append(low...low) }
      } else {
        ranges.append(low...low)
      }
    }
    return nil
  }

  private struct Group {
    var alternatives: [ArraySlice<UInt32>]
    var range: ClosedRange<Int>?
    /// Behind the closing brace.
    var end: Int
  }

  /// `nil` without a closing brace.
  private static func group(_ pattern: ArraySlice<UInt32>, _ start: Int) -> Group? {
    var alternatives: [ArraySlice<UInt32>] = []
    var from = start
    var depth = 0
    var index = start
    while index < pattern.endIndex {
      switch pattern[index] {
      case Scalar.backslash: index &+= 1
      case Scalar.openBrace: depth &+= 1
      case Scalar.closeBrace:
        if depth == 0 {
          alternatives.append(pattern[from..<index])
          let range = alternatives.count == 1 ? numberRange(pattern[start..<index]) : nil
          return Group(alternatives: alternatives, range: range, end: index &+ 1)
        }
        depth &-= 1
      case Scalar.comma where depth == 0:
        alternatives.append(pattern[from..<index])
        from = index &+ 1
      default: break
      }
      index &+= 1
    }
    return nil
  }

  private static func numberRange(_ scalars: ArraySlice<UInt32>) -> ClosedRange<Int>? {
    let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    guard let dots = text.range(ofDots: ()), let low = Int(text[..<dots.lowerBound]),
      let high = Int(text[dots.upperBound...])
    else { return nil }
    return min(low, high)...max(low, high)
  }

  /// - Parameter path: below the folder of the configuration file, or the file's name, by ``matchesPath``.
  func matches(_ path: [UInt32]) -> Bool {
    let width = path.count &+ 1
    var visited = [Bool](repeating: false, count: program.count &* width)
    var stack: [(instruction: Int, position: Int)] = [(0, 0)]
    while let (instruction, position) = stack.popLast() {
      guard instruction < program.count, position < width else { continue }
      let key = instruction &* width &+ position
      if visited[key] { continue }
      visited[key] = true
      let current = position < path.count ? path[position] : nil
      switch program[instruction] {
      case .scalar(let scalar):
        if current == scalar { stack.append((instruction &+ 1, position &+ 1)) }
      case .anyButSlash:
        if let current, current != Scalar.slash { stack.append((instruction &+ 1, position &+ 1)) }
      case .manyButSlash:
        if let current, current != Scalar.slash { stack.append((instruction, position &+ 1)) }
        stack.append((instruction &+ 1, position))
      case .many:
        if current != nil { stack.append((instruction, position &+ 1)) }
        stack.append((instruction &+ 1, position))
      case .set(let ranges, let isNegated):
        if let current, current != Scalar.slash, ranges.contains(where: { $0.contains(current) }) != isNegated {
          stack.append((instruction &+ 1, position &+ 1))
        }
      case .number(let range):
        var end = position
        var isNegative = false
        if current == Scalar.minus || current == Scalar.plus {
          isNegative = current == Scalar.minus
          end &+= 1
        }
        var value = 0
        while end < path.count, path[end] >= 0x30, path[end] <= 0x39 {
          let (product, overflow) = value.multipliedReportingOverflow(by: 10)
          let (sum, overflow2) = product.addingReportingOverflow(Int(path[end] &- 0x30))
          if overflow || overflow2 { break }
          value = sum
          end &+= 1
          if range.contains(isNegative ? 0 &- value : value) { stack.append((instruction &+ 1, end)) }
        }
      case .fork(let targets):
        for target in targets.reversed() { stack.append((target, position)) }
      case .jump(let target): stack.append((target, position))
      case .end:
        if position == path.count { return true }
      }
    }
    return false
  }
}

extension String {
  /// Where the first `..` stands.
  fileprivate func range(ofDots: Void) -> Range<String.Index>? {
    let bytes = utf8
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let next = bytes.index(after: index)
      if next != bytes.endIndex, bytes[index] == UInt8(ascii: "."), bytes[next] == UInt8(ascii: ".") {
        return index..<bytes.index(after: next)
      }
      index = next
    }
    return nil
  }
}

private enum Scalar {
  static let slash: UInt32 = 0x2F
  static let backslash: UInt32 = 0x5C
  static let star: UInt32 = 0x2A
  static let question: UInt32 = 0x3F
  static let openBracket: UInt32 = 0x5B
  static let closeBracket: UInt32 = 0x5D
  static let openBrace: UInt32 = 0x7B
  static let closeBrace: UInt32 = 0x7D
  static let comma: UInt32 = 0x2C
  static let exclamation: UInt32 = 0x21
  static let minus: UInt32 = 0x2D
  static let plus: UInt32 = 0x2B
}
