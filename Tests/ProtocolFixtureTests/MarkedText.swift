import Foundation

/// How the columns of positions count, as negotiated.
enum PositionEncoding: String {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  func width(_ scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }
}

/// A text with its lines as LSP counts them, and its marked places. Offsets count code points.
struct MarkedText {
  let name: String
  let content: String
  private let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]
  private let marks: [String: Range<Int>]

  init(name: String, content: String) {
    self.name = name
    self.content = content
    let scalars = Array(content.unicodeScalars)
    self.scalars = scalars
    lineStarts = Self.lineStarts(of: scalars)
    marks = Self.marks(in: scalars, lineStarts: lineStarts)
  }

  // MARK: Places

  /// The place that `name#mark`, `name#mark:start`, `name#mark:end` or a search object names.
  func place(_ reference: JSONValue) throws -> Range<Int> {
    let side: String
    let whole: Range<Int>
    if let text = reference.string {
      let afterHash = text.split(separator: "#", maxSplits: 1).dropFirst().first ?? ""
      let parts = afterHash.split(separator: ":", maxSplits: 1)
      guard let mark = parts.first, let range = marks[String(mark)] else {
        throw FormatError("\(name) has no place marked #\(afterHash)")
      }
      side = parts.count > 1 ? String(parts[1]) : ""
      whole = range
    } else {
      side = reference["at"]?.string ?? ""
      whole = try search(reference)
    }
    switch side {
    case "": return whole
    case "start": return whole.lowerBound..<whole.lowerBound
    case "end": return whole.upperBound..<whole.upperBound
    default: throw FormatError("a place has a start and an end, but no \(side)")
    }
  }

  private func search(_ reference: JSONValue) throws -> Range<Int> {
    guard let text = reference["of"]?.string else { return 0..<scalars.count }
    let wanted = Array(text.unicodeScalars)
    var found: [Int] = []
    if let first = wanted.first, wanted.count <= scalars.count {
      for start in 0...(scalars.count - wanted.count)
      where scalars[start] == first && scalars[start..<(start + wanted.count)].elementsEqual(wanted) {
        found.append(start)
      }
    }
    let occurrence = reference["occurrence"]?.integer
    guard occurrence != nil || found.count == 1 else {
      throw FormatError("\(name) has \(text.debugDescription) \(found.count) times, so name the occurrence")
    }
    guard found.indices.contains((occurrence ?? 1) - 1) else {
      throw FormatError("\(name) has \(text.debugDescription) only \(found.count) times")
    }
    let start = found[(occurrence ?? 1) - 1]
    return start..<(start + wanted.count)
  }

  // MARK: Positions

  func position(_ offset: Int, _ encoding: PositionEncoding) -> JSONValue {
    let line = max(0, (lineStarts.firstIndex { $0 > offset } ?? lineStarts.count) - 1)
    let character = scalars[lineStarts[line]..<offset].reduce(0) { $0 + encoding.width($1) }
    return .object(["line": .integer(line), "character": .integer(character)])
  }

  func range(_ place: Range<Int>, _ encoding: PositionEncoding) -> JSONValue {
    .object(["start": position(place.lowerBound, encoding), "end": position(place.upperBound, encoding)])
  }

  private func offset(_ position: JSONValue?, _ encoding: PositionEncoding) throws -> Int {
    guard let line = position?["line"]?.integer, let character = position?["character"]?.integer else {
      throw Mismatch("an edit has no range")
    }
    guard lineStarts.indices.contains(line) else { throw Mismatch("line \(line) is beyond the end of \(name)") }
    var offset = lineStarts[line]
    var left = character
    while left > 0, offset < scalars.count, scalars[offset] != "\n", scalars[offset] != "\r" {
      left -= encoding.width(scalars[offset])
      offset += 1
    }
    guard left == 0 else { throw Mismatch("\(line):\(character) is no place of a character in \(name)") }
    return offset
  }

  /// The text after edits that all refer to the original; edits at one place keep their order.
  func applying(_ edits: [JSONValue], _ encoding: PositionEncoding) throws -> String {
    let placed = try edits.enumerated().map { index, edit in
      let start = try offset(edit["range"]?["start"], encoding)
      let end = try offset(edit["range"]?["end"], encoding)
      guard let newText = edit["newText"]?.string else { throw Mismatch("an edit has no newText") }
      guard start <= end else { throw Mismatch("an edit ends before it starts") }
      return (index: index, start: start, end: end, newText: newText)
    }
    var result = String.UnicodeScalarView()
    var done = 0
    for edit in placed.sorted(by: { ($0.start, $0.end, $0.index) < ($1.start, $1.end, $1.index) }) {
      guard edit.start >= done else { throw Mismatch("two edits overlap") }
      result.append(contentsOf: scalars[done..<edit.start])
      result.append(contentsOf: edit.newText.unicodeScalars)
      done = edit.end
    }
    result.append(contentsOf: scalars[done...])
    return String(result)
  }

  // MARK: Reading the text

  private static func lineStarts(of scalars: [Unicode.Scalar]) -> [Int] {
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" || (scalar == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n")) {
        starts.append(index + 1)
      }
    }
    return starts
  }

  /// A comment line of nothing but carets and a name marks the place above the carets, in the line before it that is
  /// no such comment itself.
  private static func marks(in scalars: [Unicode.Scalar], lineStarts: [Int]) -> [String: Range<Int>] {
    var marks: [String: Range<Int>] = [:]
    var markedLine = 0
    for (number, start) in lineStarts.enumerated() {
      let end = number + 1 < lineStarts.count ? lineStarts[number + 1] : scalars.count
      guard let (name, columns) = carets(in: scalars[start..<end]) else {
        markedLine = number
        continue
      }
      let base = lineStarts[markedLine]
      marks[name] = (base + columns.lowerBound)..<(base + columns.upperBound)
    }
    return marks
  }

  private static func carets(in line: ArraySlice<Unicode.Scalar>) -> (name: String, columns: Range<Int>)? {
    var rest = line.drop { $0 == " " || $0 == "\t" }
    guard rest.starts(with: Array("//".unicodeScalars)) else { return nil }
    rest = rest.dropFirst(2).drop { $0 == " " }
    let carets = rest.prefix { $0 == "^" }
    rest = rest.dropFirst(carets.count)
    guard !carets.isEmpty, rest.starts(with: Array(" #".unicodeScalars)) else { return nil }
    let name = rest.dropFirst(2).prefix { $0 != "\n" && $0 != "\r" && $0 != " " }
    guard !name.isEmpty else { return nil }
    let column = carets.startIndex - line.startIndex
    return (String(String.UnicodeScalarView(name)), column..<(column + carets.count))
  }
}
