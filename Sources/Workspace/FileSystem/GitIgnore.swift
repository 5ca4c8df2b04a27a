/// The rules of one ignore file (gitignore(5)), relative to the folder it speaks for.
struct GitIgnore: Sendable {
  private struct Rule: Sendable {
    let pattern: PathPattern
    /// The pattern holds a slash before its end: it is compared with the whole path, else with the name alone.
    let isAnchored: Bool
    let isDirectoryOnly: Bool
    let isNegated: Bool
  }

  private var rules: [Rule] = []

  init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if let rule = GitIgnore.rule(line) { rules.append(rule) }
    }
  }

  /// Patterns from the command line; they ignore what they match.
  init(patterns: [String]) {
    for pattern in patterns {
      if let rule = GitIgnore.rule(Array(FilePath.normalizedSeparators(pattern).utf8)[...]) { rules.append(rule) }
    }
  }

  private static func rule(_ line: ArraySlice<UInt8>) -> Rule? {
    var line = line
    // Trailing blanks don't count, unless the last one is escaped.
    while let last = line.last, last == 0x20 || last == 0x09 {
      if line.count >= 2, line[line.endIndex &- 2] == UInt8(ascii: "\\") { break }
      line.removeLast()
    }
    if line.isEmpty || line.first == UInt8(ascii: "#") { return nil }
    var isNegated = false
    if line.first == UInt8(ascii: "!") {
      isNegated = true
      line.removeFirst()
    }
    var isDirectoryOnly = false
    if line.last == UInt8(ascii: "/") {
      isDirectoryOnly = true
      line.removeLast()
    }
    let isAnchored = line.contains(UInt8(ascii: "/"))
    let pattern = PathPattern(line)
    if pattern.isEmpty { return nil }
    return Rule(pattern: pattern, isAnchored: isAnchored, isDirectoryOnly: isDirectoryOnly, isNegated: isNegated)
  }

  var isEmpty: Bool { rules.isEmpty }

  /// The last rule that matches decides.
  ///
  /// - Parameter path: the segments below the folder of the ignore file.
  /// - Returns: `nil` if no rule speaks of the path.
  func isIgnored(_ path: ArraySlice<ArraySlice<UInt8>>, isDirectory: Bool) -> Bool? {
    guard let name = path.last else { return nil }
    for rule in rules.reversed() {
      if rule.isDirectoryOnly, !isDirectory { continue }
      let isMatch =
        rule.isAnchored ? rule.pattern.matches(path, minimumTail: 1) : rule.pattern.matches([name])
      if isMatch { return !rule.isNegated }
    }
    return nil
  }
}
