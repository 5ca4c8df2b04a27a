import CSharpSyntax
import ConcurrencyRules
import Foundation

/// Commented C# code that says what a rule finds in it: a file `Name.cs`, or a folder `Name` of files that are bound
/// together.
///
/// - The rule of the folder runs, with those that the marks name and those of a line `// rules: AW101, AW102`, which shows
///   that rules keep silent beside each other; `// rules: all` for all of them.
/// - `// config: key = value` sets an `.editorconfig` key.
/// - A comment of carets marks the exact range on the line above: `// ^^^^ AW101 [severity] ["part of the message"]`.
/// - A comment of tildes marks a related location of some finding in the same way: `// ~~~~ AW309 ["part of its text"]`.
/// - `// ok: reason` documents a negative: nothing may be reported on that line.
/// - ``FixtureProject`` lists the lines that say what project the code belongs to.
/// - `// fix: TITLE` (or a fix's key) names the action that `Name.fixed.cs` shows in place of the preferred one.
/// - `// does not compile: reason` as the first line, and `// fix does not compile: TITLE: reason`, exempt from the
///   comparison with the C# compiler.
///
/// Everything that is found must be marked, and everything marked found. `Name.fixed.cs` beside a file holds the text
/// after all preferred fixes.
struct Fixture: CustomStringConvertible, Sendable {
  let ruleID: String
  let name: String
  let files: [FixtureFile]
  let project: FixtureProject
  var settings: [String: String]

  var description: String { "\(ruleID)/\(name)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// Of all folders; `AWAITWISE_FIXTURES=AW101/Art,AW2` takes those only whose names begin so.
  static let all: [Fixture] = {
    var fixtures: [Fixture] = []
    for rule in names(in: folder) {
      let directory = folder.appendingPathComponent(rule)
      for name in names(in: directory) {
        if name.hasSuffix(".fixed.cs") { continue }
        if name.hasSuffix(".cs") {
          guard let file = FixtureFile(directory, name) else { continue }
          fixtures.append(Fixture(ruleID: rule, name: String(name.dropLast(3)), files: [file]))
        } else {
          let inner = directory.appendingPathComponent(name)
          let files = names(in: inner).filter { $0.hasSuffix(".cs") && !$0.hasSuffix(".fixed.cs") }
            .compactMap { FixtureFile(inner, $0) }
          if !files.isEmpty { fixtures.append(Fixture(ruleID: rule, name: name, files: files)) }
        }
      }
    }
    guard let wanted = ProcessInfo.processInfo.environment["AWAITWISE_FIXTURES"] else { return fixtures }
    let beginnings = wanted.split(separator: ",")
    return fixtures.filter { fixture in beginnings.contains { fixture.description.hasPrefix($0) } }
  }()

  private static func names(in directory: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []).sorted()
  }

  init(ruleID: String, name: String, files: [FixtureFile]) {
    self.ruleID = ruleID
    self.name = name
    self.files = files
    var settings: [String: String] = [:]
    for text in files.flatMap({ $0.values(of: "config") }) {
      let parts = text.split(separator: "=", maxSplits: 1)
      if parts.count == 2 {
        settings[parts[0].trimmingCharacters(in: .whitespaces)] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    self.settings = settings
    self.project = FixtureProject(files)
  }

  /// The rules that run; `nil` for all. In a folder that is no rule's they are those that a line lists.
  var rules: Set<String>? {
    var rules = Set(files.flatMap { $0.list(of: "rules") })
    let isOfRule = ruleID.hasPrefix("AW")
    if rules.contains("all") || (rules.isEmpty && !isOfRule) { return nil }
    if isOfRule { rules.insert(ruleID) }
    return rules.union(files.flatMap { $0.expectations.map(\.ruleID) })
  }

  /// Whether there is a text after fixes.
  var isFixed: Bool { files.contains { $0.fixedText != nil } }

  /// The action that the fixed texts show; `nil` for each finding's preferred one.
  var fixName: String? { files.lazy.compactMap { $0.values(of: "fix").first }.first }

  /// Why the C# compiler rejects it, if it does.
  var reasonNotToCompile: String? {
    files.lazy.compactMap { file in
      file.text.prefix { !$0.isNewline }.wholeMatch(of: /\/\/ does not compile: (.+)/).map { String($0.1) }
    }.first
  }

  /// Titles of fixes whose results the C# compiler rejects.
  var fixesNotToCompile: [String] {
    var titles: [String] = []
    for file in files {
      for text in file.values(of: "fix does not compile") {
        guard let end = text.firstRange(of: ": ") else { continue }
        titles.append(String(text[..<end.lowerBound]))
      }
    }
    return titles
  }

  func chosenFix(of finding: Finding) -> Fix? {
    guard let fixName else { return finding.fixes.first(where: \.isPreferred) }
    return finding.fixes.first { $0.title == fixName || $0.actionKey == fixName }
  }
}
