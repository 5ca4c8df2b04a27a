/// One value of a configuration file and where it stands.
package struct ConfigurationEntry: Hashable, Sendable {
  /// As written, without the white space around it.
  package let value: String
  /// Absolute path.
  package let file: String
  /// From 1.
  package let line: Int

  package init(value: String, file: String, line: Int) {
    self.value = value
    self.file = file
    self.line = line
  }
}

/// A remark about a configuration file, told to the user once.
package struct ConfigurationNote: Hashable, Sendable {
  /// Empty if the note is about the file.
  package let key: String
  package let file: String
  /// From 1.
  package let line: Int
  package let message: String

  package init(key: String, file: String, line: Int, message: String) {
    self.key = key
    self.file = file
    self.line = line
    self.message = message
  }
}

/// An `.editorconfig` or `.globalconfig` file.
struct EditorConfigFile: Sendable {
  struct Section: Sendable {
    let name: String
    let glob: EditorConfigGlob
    /// Keys in lower case.
    var entries: [(key: String, entry: ConfigurationEntry)] = []
  }

  /// Matching takes memory in proportion to the pattern's length times the path's.
  private static let maximumNameLength = 4096

  let path: String
  let folder: String
  private(set) var isRoot = false
  /// Values before the first section say `is_global = true`, or the file is named `.globalconfig`.
  private(set) var isGlobal = false
  /// Among global files the higher one wins; `.globalconfig` has 100 if it says nothing.
  private(set) var globalLevel = 0
  private(set) var globalEntries: [(key: String, entry: ConfigurationEntry)] = []
  private(set) var sections: [Section] = []
  private(set) var notes: [ConfigurationNote] = []

  init(path: String, bytes: [UInt8]) {
    self.path = path
    folder = FilePath.parent(path)
    let isNamedGlobal = FilePath.name(path).equalsIgnoringASCIICase(".globalconfig")
    isGlobal = isNamedGlobal
    var level: Int?
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var lineNumber = 0
    for rawLine in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lineNumber &+= 1
      let line = EditorConfigFile.trim(rawLine)
      guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { continue }
      if first == UInt8(ascii: "[") {
        guard let name = EditorConfigFile.sectionName(line) else {
          note("", lineNumber, "the section header has no closing bracket")
          continue
        }
        guard name.utf8.count <= EditorConfigFile.maximumNameLength else {
          note("", lineNumber, "the section header is longer than \(EditorConfigFile.maximumNameLength) bytes")
          // Its values must not fall to the section before.
          sections.append(Section(name: "", glob: EditorConfigGlob("")))
          continue
        }
        sections.append(Section(name: name, glob: EditorConfigGlob(name)))
        continue
      }
      guard let (key, value) = EditorConfigFile.property(line) else { continue }
      let entry = ConfigurationEntry(value: value, file: path, line: lineNumber)
      if sections.isEmpty {
        switch key {
        case "root": isRoot = value.equalsIgnoringASCIICase("true")
        case "is_global": isGlobal = isNamedGlobal || value.equalsIgnoringASCIICase("true")
        case "global_level":
          level = Int(value)
          if level == nil { note(key, lineNumber, "'\(value)' is not a whole number") }
        default: globalEntries.append((key, entry))
        }
      } else {
        sections[sections.count &- 1].entries.append((key, entry))
      }
    }
    globalLevel = level ?? (isNamedGlobal ? 100 : 0)
    // Outside a section only a global file's values mean something.
    if !isGlobal { globalEntries = [] }
  }

  private mutating func note(_ key: String, _ line: Int, _ message: String) {
    notes.append(ConfigurationNote(key: key, file: path, line: line, message: message))
  }

  private static func trim(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let start = line.firstIndex(where: { !isASCIISpace($0) }),
      let end = line.lastIndex(where: { !isASCIISpace($0) })
    else { return [] }
    return line[start...end]
  }

  /// The text between the first bracket and the last one, which may be followed by a comment only.
  private static func sectionName(_ line: ArraySlice<UInt8>) -> String? {
    var end: Int?
    var index = line.index(after: line.startIndex)
    var candidate = line.endIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "]") { candidate = index }
      // A comment behind the header: the name ends at the last bracket before it.
      if line[index] == UInt8(ascii: "#") || line[index] == UInt8(ascii: ";"), candidate < line.endIndex,
        line[(candidate &+ 1)..<index].allSatisfy(isASCIISpace)
      {
        end = candidate
        break
      }
      index &+= 1
    }
    let last = end ?? candidate
    guard last < line.endIndex, last > line.startIndex else { return nil }
    return String(decoding: line[(line.startIndex &+ 1)..<last], as: UTF8.self)
  }

  /// `key = value` or `key : value`; a comment ends the value, as the C# compiler reads it.
  private static func property(_ line: ArraySlice<UInt8>) -> (key: String, value: String)? {
    guard let separator = line.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) else {
      return nil
    }
    let key = trim(line[..<separator])
    guard !key.isEmpty,
      key.allSatisfy({
        isASCIILetter($0) || isASCIIDigit($0) || $0 >= 0x80 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_")
      })
    else { return nil }
    var value = line[(separator &+ 1)...]
    if let comment = value.firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ";") }) {
      value = value[..<comment]
    }
    return (String(decoding: key, as: UTF8.self).lowercased(), String(decoding: trim(value), as: UTF8.self))
  }
}
