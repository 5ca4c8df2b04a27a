import ConcurrencyRules

/// The README's table of rules, between two marks that stay where they are.
package enum ReadmeTable {
  package static let begin = "<!-- The table is made by `awaitwise-dev docs` from the rules' descriptors. -->\n"
  package static let end = "<!-- End of the table. -->"

  /// A README with its table made anew.
  ///
  /// - Returns: `nil` if the marks are not there.
  package static func updated(_ readme: String, _ rules: [RuleDescriptor]) -> String? {
    guard let start = readme.firstRange(of: begin), let stop = readme.firstRange(of: end),
      start.upperBound <= stop.lowerBound
    else { return nil }
    return readme[..<start.upperBound] + "\n" + table(rules) + "\n" + readme[stop.lowerBound...]
  }

  private static func table(_ rules: [RuleDescriptor]) -> String {
    var text = "| id | finds | default | fix |\n| --- | --- | --- | --- |\n"
    for rule in rules {
      text +=
        "| [\(rule.id)](docs/rules/\(rule.id).md) | \(RulePage.escaped(rule.title)) | \(rule.defaultSeverity.name) "
        + "| \(RulePage.fixes(of: rule)) |\n"
    }
    return text
  }
}
