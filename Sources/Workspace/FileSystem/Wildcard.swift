/// One segment of a path pattern: `*`, `?`, `[…]` and `\` as in `fnmatch`. Matching takes time linear in text × stars.
struct Wildcard: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case byte(UInt8)
    case anyCharacter
    case anySequence
    case set(ranges: [ClosedRange<UInt8>], isNegated: Bool)
  }

  private let parts: [Part]
  private let ignoresCase: Bool
  /// The whole pattern if nothing in it is special, which is the common case and compares fastest.
  private let literal: [UInt8]?
  /// The bytes behind the last part that is no byte: most names differ from most patterns there.
  private let ending: [UInt8]

  /// - Parameter hasSets: whether `[…]` and `\` are special; they are not in MSBuild's globs.
  init(_ pattern: some Sequence<UInt8>, ignoresCase: Bool = false, hasSets: Bool = true) {
    let bytes = Array(pattern)
    var parts: [Part] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index &+= 1
      switch byte {
      case UInt8(ascii: "*"):
        if parts.last != .anySequence { parts.append(.anySequence) }
      case UInt8(ascii: "?"): parts.append(.anyCharacter)
      case UInt8(ascii: "\\") where hasSets && index < bytes.count:
        parts.append(.byte(bytes[index]))
        index &+= 1
      case UInt8(ascii: "[") where hasSets:
        if let (part, next) = Wildcard.set(bytes, index) {
          parts.append(part)
          index = next
        } else {
          parts.append(.byte(byte))
        }
      default: parts.append(.byte(ignoresCase ? asciiLowercase(byte) : byte))
      }
    }
    self.parts = parts
    self.ignoresCase = ignoresCase
    var literal: [UInt8] = []
    for case .byte(let byte) in parts { literal.append(byte) }
    self.literal = literal.count == parts.count ? literal : nil
    var ending: [UInt8] = []
    for part in parts.reversed() {
      guard case .byte(let byte) = part else { break }
      ending.append(byte)
    }
    self.ending = ending.reversed()
  }

  private static func set(_ bytes: [UInt8], _ start: Int) -> (Part, Int)? {
    var index = start
    var isNegated = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "^") {
      isNegated = true
      index &+= 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    var isFirst = true
    while index < bytes.count {
      var low = bytes[index]
      if low == UInt8(ascii: "]"), !isFirst { return (.set(ranges: ranges, isNegated: isNegated), index &+ 1) }
      isFirst = false
      index &+= 1
      if low == UInt8(ascii: "["), index < bytes.count, bytes[index] == UInt8(ascii: ":"),
        let (classRanges, next) = namedClass(bytes, index &+ 1)
      {
        ranges += classRanges
        index = next
        continue
      }
      if low == UInt8(ascii: "\\"), index < bytes.count {
        low = bytes[index]
        index &+= 1
      }
      if index &+ 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), bytes[index &+ 1] != UInt8(ascii: "]") {
        let high = bytes[index &+ 1]
        index &+= 2
        if low <= high { ranges.append(low...high) }
      } else {
        ranges.append(low...low)
      }
    }
    return nil
  }

  private static func namedClass(_ bytes: [UInt8], _ start: Int) -> ([ClosedRange<UInt8>], Int)? {
    var end = start
    while end &+ 1 < bytes.count, !(bytes[end] == UInt8(ascii: ":") && bytes[end &+ 1] == UInt8(ascii: "]")) {
      end &+= 1
    }
    guard end &+ 1 < bytes.count else { return nil }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let lower = UInt8(ascii: "a")...UInt8(ascii: "z")
    let upper = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let ranges: [ClosedRange<UInt8>]
    switch String(decoding: bytes[start..<end], as: UTF8.self) {
    case "digit": ranges = [digits]
    case "alpha": ranges = [lower, upper]
    case "alnum": ranges = [digits, lower, upper]
    case "lower": ranges = [lower]
    case "upper": ranges = [upper]
    case "space": ranges = [0x20...0x20, 0x09...0x0D]
    case "xdigit": ranges = [digits, UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F")]
    case "punct": ranges = [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    default: return nil
    }
    return (ranges, end &+ 2)
  }

  func matches(_ text: ArraySlice<UInt8>) -> Bool {
    if let literal {
      return literal.count == text.count
        && endsRight(text)
    }
    guard endsRight(text) else { return false }
    var part = 0
    var position = text.startIndex
    // Where to go on after a mismatch: behind the last star, one byte further. Earlier stars need no second try.
    var retry: (part: Int, position: Int)?
    while position < text.endIndex || part < parts.count {
      if part < parts.count {
        if case .anySequence = parts[part] {
          retry = (part &+ 1, position)
          part &+= 1
          continue
        }
        if position < text.endIndex, let length = step(parts[part], text, position) {
          position &+= length
          part &+= 1
          continue
        }
      }
      guard let again = retry, again.position < text.endIndex else { return false }
      retry = (again.part, again.position &+ 1)
      part = again.part
      position = again.position &+ 1
    }
    return true
  }

  private func endsRight(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= ending.count else { return false }
    var index = text.endIndex &- ending.count
    for byte in ending {
      if byte != (ignoresCase ? asciiLowercase(text[index]) : text[index]) { return false }
      index &+= 1
    }
    return true
  }

  /// How many bytes the part takes; `nil` if it does not match.
  private func step(_ part: Part, _ text: ArraySlice<UInt8>, _ position: Int) -> Int? {
    let byte = text[position]
    switch part {
    case .byte(let wanted): return wanted == (ignoresCase ? asciiLowercase(byte) : byte) ? 1 : nil
    case .anyCharacter:
      var next = position &+ 1
      // One character of UTF-8, not one byte.
      if byte >= 0xC0 {
        while next < text.endIndex, text[next] & 0xC0 == 0x80, next &- position < 4 { next &+= 1 }
      }
      return next &- position
    case .set(let ranges, let isNegated):
      return ranges.contains { $0.contains(byte) } != isNegated ? 1 : nil
    case .anySequence: return nil
    }
  }
}

/// A pattern over path segments, in which `**` stands for any number of them.
struct PathPattern: Hashable, Sendable {
  private enum Segment: Hashable, Sendable {
    case anyDepth
    case name(Wildcard)
  }

  private let segments: [Segment]

  init(_ pattern: some Collection<UInt8>, ignoresCase: Bool = false, hasSets: Bool = true) {
    var segments: [Segment] = []
    for part in pattern.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual([UInt8(ascii: "*"), UInt8(ascii: "*")]) {
        if segments.last != .anyDepth { segments.append(.anyDepth) }
      } else {
        segments.append(.name(Wildcard(part, ignoresCase: ignoresCase, hasSets: hasSets)))
      }
    }
    self.segments = segments
  }

  var isEmpty: Bool { segments.isEmpty }
  var endsInAnyDepth: Bool { segments.last == .anyDepth }

  /// - Parameter minimumTail: how many segments a final `**` must stand for: 1 in `.gitignore`, 0 elsewhere.
  func matches(_ path: ArraySlice<ArraySlice<UInt8>>, minimumTail: Int = 0) -> Bool {
    var segment = 0
    var position = path.startIndex
    var retry: (segment: Int, position: Int)?
    while position < path.endIndex || segment < segments.count {
      if segment < segments.count {
        switch segments[segment] {
        case .anyDepth:
          if segment == segments.count &- 1 { return path.endIndex &- position >= minimumTail }
          retry = (segment &+ 1, position)
          segment &+= 1
          continue
        case .name(let wildcard):
          if position < path.endIndex, wildcard.matches(path[position]) {
            segment &+= 1
            position &+= 1
            continue
          }
        }
      }
      guard let again = retry, again.position < path.endIndex else { return false }
      retry = (again.segment, again.position &+ 1)
      segment = again.segment
      position = again.position &+ 1
    }
    return true
  }
}

/// The parts between slashes.
func pathSegments(_ path: String) -> [ArraySlice<UInt8>] {
  Array(path.utf8).split(separator: UInt8(ascii: "/"))
}
