/// A small XML document: elements, attributes and text, with lines; what project files need and no more.
///
/// Reading never fails: what is no XML is left out and noted, so that a half-typed project file still gives the
/// properties that stand before the mistake. Entities other than the five predefined ones and character references stay
/// as they are written, so nothing can grow without bound.
struct XMLDocument: Sendable {
  struct Element: Sendable {
    /// Without its namespace prefix.
    var name: String
    var attributes: [(name: String, value: String)] = []
    /// Indices of ``XMLDocument/elements``.
    var children: [Int] = []
    /// All character data directly inside, joined.
    var text = ""
    /// From 1.
    var line: Int

    /// Attribute names are compared without case, as MSBuild compares them.
    subscript(_ attribute: String) -> String? {
      attributes.first { $0.name.equalsIgnoringASCIICase(attribute) }?.value
    }
  }

  private(set) var elements: [Element] = []
  private(set) var problems: [(line: Int, message: String)] = []

  /// The first element, if there is one.
  var root: Int? { elements.isEmpty ? nil : 0 }

  func children(_ index: Int) -> [Element] {
    guard elements.indices.contains(index) else { return [] }
    return elements[index].children.map { elements[$0] }
  }

  init(_ bytes: [UInt8]) {
    var reader = Reader(bytes: XMLDocument.utf8(bytes))
    reader.read()
    elements = reader.elements
    problems = reader.problems
  }

  /// Visual Studio has written project files in UTF-16.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    var units: [UInt16] = []
    var index = 2
    while index &+ 1 < bytes.count {
      let low = UInt16(bytes[isLittle ? index : index &+ 1])
      let high = UInt16(bytes[isLittle ? index &+ 1 : index])
      units.append(high << 8 | low)
      index &+= 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Deeper elements are read as if they stood at this depth, so that readers may follow children recursively.
  static let maximumDepth = 100

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    var line = 1
    var elements: [Element] = []
    var problems: [(line: Int, message: String)] = []
    /// Indices of the elements that are open, the root first.
    var open: [Int] = []
    /// Character data of each open element, as bytes: joining strings piece by piece would take quadratic time.
    var texts: [[UInt8]] = []

    mutating func read() {
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "<") {
          readMarkup()
        } else {
          readText()
        }
      }
      if let last = open.last { note(elements[last].line, "<\(elements[last].name)> is not closed") }
      while !open.isEmpty { close() }
    }

    private mutating func note(_ line: Int, _ message: String) {
      if problems.count < 20 { problems.append((line, message)) }
    }

    private func starts(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard bytes.count &- index >= count else { return false }
      return text.withUTF8Buffer { buffer in
        for offset in 0..<count where bytes[index &+ offset] != buffer[offset] { return false }
        return true
      }
    }

    private mutating func advance(to end: Int) {
      var position = index
      while position < min(end, bytes.count) {
        if bytes[position] == 0x0A { line &+= 1 }
        position &+= 1
      }
      index = max(index, min(end, bytes.count))
    }

    /// The index behind the next occurrence; the end of the input if there is none.
    private func end(after start: Int, _ text: StaticString) -> Int {
      let count = text.utf8CodeUnitCount
      return text.withUTF8Buffer { buffer in
        var position = start
        outer: while position &+ count <= bytes.count {
          for offset in 0..<count where bytes[position &+ offset] != buffer[offset] {
            position &+= 1
            continue outer
          }
          return position &+ count
        }
        return bytes.count
      }
    }

    private mutating func readText() {
      var end = index
      while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end &+= 1 }
      if !open.isEmpty { appendDecoded(index..<end, to: &texts[texts.count &- 1]) }
      advance(to: end)
    }

    private mutating func readMarkup() {
      if starts("<!--") {
        advance(to: end(after: index &+ 4, "-->"))
      } else if starts("<![CDATA[") {
        let close = end(after: index &+ 9, "]]>")
        let contentEnd = close == bytes.count && !bytes.suffix(3).elementsEqual("]]>".utf8) ? close : close &- 3
        if !open.isEmpty, index &+ 9 <= contentEnd {
          texts[texts.count &- 1].append(contentsOf: bytes[(index &+ 9)..<contentEnd])
        }
        advance(to: close)
      } else if starts("<?") {
        advance(to: end(after: index &+ 2, "?>"))
      } else if starts("<!") {
        readDeclaration()
      } else if starts("</") {
        readEndTag()
      } else {
        readStartTag()
      }
    }

    /// `<!DOCTYPE …>` with an internal subset in brackets.
    private mutating func readDeclaration() {
      var position = index
      var depth = 0
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: "["): depth &+= 1
        case UInt8(ascii: "]"): depth &-= 1
        case UInt8(ascii: ">") where depth <= 0:
          advance(to: position &+ 1)
          return
        default: break
        }
        position &+= 1
      }
      advance(to: bytes.count)
    }

    private mutating func readEndTag() {
      advance(to: index &+ 2)
      let name = readName()
      advance(to: end(after: index, ">"))
      guard let position = open.lastIndex(where: { elements[$0].name == name }) else {
        note(line, "</\(name)> closes nothing")
        return
      }
      if position < open.count &- 1 { note(line, "</\(name)> closes an outer element") }
      while open.count > position { close() }
    }

    private mutating func close() {
      guard let element = open.popLast(), let text = texts.popLast() else { return }
      elements[element].text = String(decoding: text, as: UTF8.self)
    }

    private mutating func readName() -> String {
      let start = index
      while index < bytes.count {
        let byte = bytes[index]
        guard
          isASCIILetter(byte) || isASCIIDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
        else { break }
        index &+= 1
      }
      let name = bytes[start..<index]
      guard let colon = name.lastIndex(of: UInt8(ascii: ":")) else { return String(decoding: name, as: UTF8.self) }
      return String(decoding: name[(colon &+ 1)...], as: UTF8.self)
    }

    private mutating func skipSpace() {
      while index < bytes.count, isASCIISpace(bytes[index]) { advance(to: index &+ 1) }
    }

    private mutating func readStartTag() {
      let start = line
      advance(to: index &+ 1)
      let name = readName()
      guard !name.isEmpty else {
        note(line, "'<' begins no element")
        if !open.isEmpty { texts[texts.count &- 1].append(UInt8(ascii: "<")) }
        return
      }
      var element = Element(name: name, line: start)
      var isEmpty = false
      scan: while true {
        skipSpace()
        guard index < bytes.count else {
          note(start, "the tag <\(name)> is not closed")
          break
        }
        switch bytes[index] {
        case UInt8(ascii: ">"):
          advance(to: index &+ 1)
          break scan
        case UInt8(ascii: "/"):
          advance(to: index &+ 1)
          if index < bytes.count, bytes[index] == UInt8(ascii: ">") {
            advance(to: index &+ 1)
            isEmpty = true
            break scan
          }
        case UInt8(ascii: "<"):
          // The tag was not closed; the next one begins.
          note(start, "the tag <\(name)> is not closed")
          break scan
        default:
          let attribute = readName()
          guard !attribute.isEmpty else {
            advance(to: index &+ 1)
            continue
          }
          skipSpace()
          guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            note(line, "the attribute '\(attribute)' has no value")
            continue
          }
          advance(to: index &+ 1)
          skipSpace()
          element.attributes.append((attribute, readValue()))
        }
      }
      let position = elements.count
      // A second root element is read as a part of the first.
      let parent = open.last ?? (elements.isEmpty ? nil : 0)
      elements.append(element)
      if let parent { elements[parent].children.append(position) }
      if isEmpty { return }
      if open.count >= XMLDocument.maximumDepth {
        if open.count == XMLDocument.maximumDepth { note(start, "elements are nested too deeply") }
        return
      }
      open.append(position)
      texts.append([])
    }

    private mutating func readValue() -> String {
      guard index < bytes.count else { return "" }
      let quote = bytes[index]
      var value: [UInt8] = []
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        let start = index
        while index < bytes.count, !isASCIISpace(bytes[index]), bytes[index] != UInt8(ascii: ">"),
          bytes[index] != UInt8(ascii: "/")
        {
          index &+= 1
        }
        appendDecoded(start..<index, to: &value)
        return String(decoding: value, as: UTF8.self)
      }
      let start = index &+ 1
      var end = start
      while end < bytes.count, bytes[end] != quote, bytes[end] != UInt8(ascii: "<") { end &+= 1 }
      appendDecoded(start..<end, to: &value)
      // Line ends inside a value count as blanks.
      for position in value.indices where value[position] == 0x0A || value[position] == 0x0D || value[position] == 0x09
      {
        value[position] = 0x20
      }
      let isClosed = end < bytes.count && bytes[end] == quote
      if !isClosed { note(line, "the value of an attribute is not closed") }
      advance(to: isClosed ? end &+ 1 : end)
      return String(decoding: value, as: UTF8.self)
    }

    private func appendDecoded(_ range: Range<Int>, to output: inout [UInt8]) {
      var position = range.lowerBound
      while position < range.upperBound {
        let byte = bytes[position]
        if byte == UInt8(ascii: "&"),
          let semicolon = bytes[position..<min(range.upperBound, position &+ 12)].firstIndex(of: UInt8(ascii: ";")),
          let scalar = Reader.entity(String(decoding: bytes[(position &+ 1)..<semicolon], as: UTF8.self))
        {
          output.append(contentsOf: String(scalar).utf8)
          position = semicolon &+ 1
          continue
        }
        output.append(byte)
        position &+= 1
      }
    }

    private static func entity(_ name: String) -> Character? {
      switch name {
      case "lt": return "<"
      case "gt": return ">"
      case "amp": return "&"
      case "quot": return "\""
      case "apos": return "'"
      default:
        guard name.hasPrefix("#") else { return nil }
        let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
        guard let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
          let scalar = Unicode.Scalar(value)
        else { return nil }
        return Character(scalar)
      }
    }
  }
}
