import CSharpSyntax
import ConcurrencyRules
import Foundation

/// A commented C# file that says what a rule finds in it.
///
/// - The rule of the folder runs, with those that the marks name and those of a line `// rules: AW101, AW102`, which shows
///   that rules keep silent beside each other; `// rules: all` for all of them.
/// - `// config: key = value` sets an `.editorconfig` key.
/// - A comment of carets marks the exact range on the line above: `// ^^^^ AW101 [severity] ["part of the message"]`.
/// - `// ok: reason` documents a negative: nothing may be reported on that line.
///
/// Everything that is found must be marked, and everything marked found. `Name.fixed.cs` beside it holds the text
/// after all preferred fixes.
struct Fixture: CustomStringConvertible, Sendable {
  let ruleID: String
  let name: String
  let text: String
  let fixedText: String?
  let settings: [String: String]

  var description: String { "\(ruleID)/\(name)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  static let all: [Fixture] = {
    let manager = FileManager.default
    var fixtures: [Fixture] = []
    for rule in ((try? manager.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() {
      let directory = folder.appendingPathComponent(rule)
      for file in ((try? manager.contentsOfDirectory(atPath: directory.path)) ?? []).sorted() {
        guard file.hasSuffix(".cs"), !file.hasSuffix(".fixed.cs"),
          let text = try? String(contentsOf: directory.appendingPathComponent(file), encoding: .utf8)
        else { continue }
        let name = String(file.dropLast(3))
        let fixed = try? String(contentsOf: directory.appendingPathComponent(name + ".fixed.cs"), encoding: .utf8)
        fixtures.append(Fixture(ruleID: rule, name: name, text: text, fixedText: fixed))
      }
    }
    return fixtures
  }()

  init(ruleID: String, name: String, text: String, fixedText: String?) {
    self.ruleID = ruleID
    self.name = name
    self.text = text
    self.fixedText = fixedText
    var settings: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("// config:") {
      let parts = line.dropFirst("// config:".count).split(separator: "=", maxSplits: 1)
      if parts.count == 2 {
        settings[parts[0].trimmingCharacters(in: .whitespaces)] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    self.settings = settings
  }

  /// The rules that run; `nil` for all.
  var rules: Set<String>? {
    var rules: Set<String> = [ruleID]
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("// rules:") {
      for name in line.dropFirst("// rules:".count).split(separator: ",") {
        rules.insert(name.trimmingCharacters(in: .whitespaces))
      }
    }
    if rules.contains("all") || !ruleID.hasPrefix("AW") { return nil }
    return rules.union(expectations.map(\.ruleID))
  }

  /// What the marks say, in order of place.
  var expectations: [Expectation] {
    var expectations: [Expectation] = []
    var previousStart = 0
    var start = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      if let mark = Mark(line: Array(line)) {
        // Several marks may follow one line of code: columns count from that line.
        expectations.append(
          Expectation(
            range: previousStart + mark.column..<previousStart + mark.column + mark.length, ruleID: mark.ruleID,
            severity: mark.severity, messagePart: mark.messagePart))
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

  struct Expectation {
    let range: Range<Int>
    let ruleID: String
    let severity: Severity?
    let messagePart: String?
  }

  private struct Mark {
    let column: Int
    let length: Int
    let ruleID: String
    let severity: Severity?
    let messagePart: String?

    /// A line that holds only a comment of carets and an id.
    init?(line: [UInt8]) {
      let text = String(decoding: line, as: UTF8.self)
      let body = text.drop { $0 == " " }
      guard body.hasPrefix("//") else { return nil }
      let afterSlashes = body.dropFirst(2).drop { $0 == " " }
      guard afterSlashes.first == "^" else { return nil }
      column = line.firstIndex(of: 0x5E) ?? 0
      length = afterSlashes.prefix { $0 == "^" }.count
      let rest = afterSlashes.drop { $0 == "^" }.trimmingCharacters(in: .whitespaces)
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
