/// A rule's documentation as Markdown: the one source of rule pages, hovers and `awaitwise explain`.
package struct RulePage: Sendable {
  package let rule: RuleDescriptor

  package init(_ rule: RuleDescriptor) { self.rule = rule }

  /// A part of the page under a heading.
  package struct Section: Sendable {
    package let heading: String
    /// Markdown, without a line break at its end.
    package let body: String
  }

  package var heading: String { "\(rule.id) \(rule.name)" }

  package var sections: [Section] {
    let text = rule.documentation
    var sections = [
      Section(heading: "What it reports", body: text.what),
      Section(heading: "Why it hurts", body: text.why),
    ]
    if !text.example.isEmpty { sections.append(Section(heading: "Example", body: RulePage.code(text.example))) }
    if !text.better.isEmpty { sections.append(Section(heading: "Better", body: RulePage.code(text.better))) }
    sections.append(Section(heading: "When to suppress", body: text.whenToSuppress))
    if !text.options.isEmpty {
      sections.append(Section(heading: "Options", body: RulePage.table(of: text.options)))
    }
    if !text.peers.isEmpty {
      sections.append(
        Section(
          heading: "In other analyzers",
          body: text.peers.map { "`\($0)`" }.joined(separator: ", ")
            + "\n\nTheir suppressions in code count for \(rule.id) as well."))
    }
    return sections.filter { !$0.body.isEmpty }
  }

  /// The whole page, with a line break at its end.
  package var markdown: String {
    var page = "# \(heading)\n\n\(rule.title).\n\n"
    page += "| category | default severity | fix |\n| --- | --- | --- |\n"
    page += "| \(rule.category.rawValue) | \(RulePage.severities(of: rule)) | \(RulePage.fixes(of: rule)) |\n"
    for section in sections { page += "\n## \(section.heading)\n\n\(section.body)\n" }
    page += "\n## How to configure\n\n" + RulePage.configuration(of: rule) + "\n"
    return page
  }

  /// What a hover on a finding shows below the finding's own message: no table, no big headings.
  package var hover: String {
    var page = "**[\(rule.id)](\(rule.helpURL)) \(rule.name)**: \(rule.title).\n"
    for section in sections where section.heading != "Options" && section.heading != "In other analyzers" {
      page += "\n**\(section.heading)**\n\n\(section.body)\n"
    }
    return page
  }

  /// Such as `warning; ui: suggestion; test: off`.
  package static func severities(of rule: RuleDescriptor) -> String {
    ([rule.defaultSeverity.name] + rule.severitiesByKind.map { "\($0.kind.rawValue): \($0.severity.name)" })
      .joined(separator: "; ")
  }

  /// Such as `safe`; what the words mean stands in the table's page.
  package static func fixes(of rule: RuleDescriptor) -> String {
    switch rule.fixClass {
    case .none: "none"
    case .safe: "safe"
    case .unsafe: "unsafe"
    case .several: "safe or unsafe"
    }
  }

  private static func configuration(of rule: RuleDescriptor) -> String {
    """
    ```ini
    [*.cs]
    dotnet_diagnostic.\(rule.id).severity = \(rule.defaultSeverity == .off ? "warning" : "none")
    ```

    In code: `#pragma warning disable \(rule.id)`, or `// awaitwise-ignore \(rule.id): the reason` on the line or above it.
    """
  }

  private static func code(_ text: String) -> String {
    "```csharp\n\(text.hasSuffix("\n") ? String(text.dropLast()) : text)\n```"
  }

  private static func table(of options: [RuleOption]) -> String {
    var lines = ["| key | values | default | meaning |", "| --- | --- | --- | --- |"]
    for option in options {
      lines.append(
        "| `\(option.key)` | \(cell(option.values)) | \(cell(option.defaultValue)) | \(escaped(option.summary)) |")
    }
    return lines.joined(separator: "\n")
  }

  private static func cell(_ code: String) -> String { code.isEmpty ? "" : "`\(escaped(code))`" }

  /// A bar ends a cell, even inside of code.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|": result += "\\|"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
