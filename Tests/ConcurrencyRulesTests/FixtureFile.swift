import ConcurrencyRules
import Foundation

/// One file of a ``Fixture``, with its marks.
struct FixtureFile: Sendable {
  let name: String
  let text: String
  let fixedText: String?
  /// What the marks say, in order of place.
  let expectations: [Expectation]
  /// What the marks of related locations say.
  let relatedExpectations: [Expectation]

  /// As the analyzer knows the file.
  var path: String { "/fixture/\(name)" }

  init?(_ directory: URL, _ name: String) {
    guard let text = try? String(contentsOf: directory.appendingPathComponent(name), encoding: .utf8) else {
      return nil
    }
    self.name = name
    self.text = text
    let fixedName = name.dropLast(3) + ".fixed.cs"
    fixedText = try? String(contentsOf: directory.appendingPathComponent(String(fixedName)), encoding: .utf8)
    expectations = FixtureFile.expectations(text, marked: "^")
    relatedExpectations = FixtureFile.expectations(text, marked: "~")
  }

  /// What the lines `// key: value` say.
  func values(of key: String) -> [String] {
    let start = "// \(key):"
    return text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix(start) }.map {
      $0.dropFirst(start.count).trimmingCharacters(in: .whitespaces)
    }
  }

  /// The parts of comma lists in such lines.
  func list(of key: String) -> [String] {
    values(of: key).flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func expectations(_ text: String, marked sign: Character) -> [Expectation] {
    var expectations: [Expectation] = []
    var previousStart = 0
    var start = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      if let mark = Mark(line: Array(line)) {
        // Several marks may follow one line of code: columns count from that line.
        if mark.sign == sign {
          expectations.append(
            Expectation(
              range: previousStart + mark.column..<previousStart + mark.column + mark.length, ruleID: mark.ruleID,
              severity: mark.severity, messagePart: mark.messagePart))
        }
      } else {
        previousStart = start
      }
      start += line.count + 1
    }
    return expectations
  }

  /// Byte ranges of the lines that carry `// ok:`.
  var negativeLines: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      if String(decoding: line, as: UTF8.self).contains("// ok: ") { ranges.append(start..<start + line.count) }
      start += line.count + 1
    }
    return ranges
  }

  struct Expectation: Sendable {
    let range: Range<Int>
    let ruleID: String
    let severity: Severity?
    let messagePart: String?
  }

  private struct Mark {
    let sign: Character
    let column: Int
    let length: Int
    let ruleID: String
    let severity: Severity?
    let messagePart: String?

    /// A line that holds only a comment of carets or tildes and an id.
    init?(line: [UInt8]) {
      let text = String(decoding: line, as: UTF8.self)
      let body = text.drop { $0 == " " }
      guard body.hasPrefix("//") else { return nil }
      let afterSlashes = body.dropFirst(2).drop { $0 == " " }
      guard let sign = afterSlashes.first, sign == "^" || sign == "~" else { return nil }
      self.sign = sign
      column = sign.asciiValue.flatMap { line.firstIndex(of: $0) } ?? 0
      length = afterSlashes.prefix { $0 == sign }.count
      let rest = afterSlashes.drop { $0 == sign }.trimmingCharacters(in: .whitespaces)
      let words = rest.split(separator: " ", maxSplits: 1)
      guard let id = words.first, id.hasPrefix("AW") else { return nil }
      ruleID = String(id)
      var tail = words.count > 1 ? String(words[1]).trimmingCharacters(in: .whitespaces) : ""
      let names: [String: Severity] = ["suggestion": .suggestion, "warning": .warning, "error": .error]
      let first = tail.split(separator: " ").first.map(String.init) ?? ""
      severity = names[first]
      if severity != nil { tail = String(tail.dropFirst(first.count)).trimmingCharacters(in: .whitespaces) }
      messagePart =
        tail.count >= 2 && tail.hasPrefix("\"") && tail.hasSuffix("\"") ? String(tail.dropFirst().dropLast()) : nil
    }
  }
}
