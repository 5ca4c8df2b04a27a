import ConcurrencyRules
import Workspace

/// The pages below `docs` that are made from the rules' descriptors, by their path relative to `docs`.
package func generatedDocuments(_ rules: [RuleDescriptor]) -> [String: String] {
  var documents: [String: String] = [:]
  for rule in rules { documents["rules/\(rule.id).md"] = generatedMark + RulePage(rule).markdown }
  documents["rules/README.md"] = generatedMark + ruleIndex(rules)
  documents["configuration.md"] = generatedMark + configurationReference(rules)
  return documents
}

/// Begins each generated page; a page that begins otherwise is never taken for a stale one.
package let generatedMark = "<!-- Made by `awaitwise-dev docs`; change the rule's descriptor instead. -->\n\n"

private func ruleIndex(_ rules: [RuleDescriptor]) -> String {
  var page = """
    # Rules

    What a severity says: *error* is code that cannot do what it says; *warning* a likely mistake, or a cost that can be
    measured in this kind of project; *suggestion* an improvement, or a mistake that needs circumstances which the code
    doesn't show. *off* rules run only where they are configured.

    What a fix says: a *safe* one keeps what the program does apart from the mistake itself, and `--fix` takes it; an
    *unsafe* one may change a signature, an exception or an order, so somebody should look at it.


    """
  for category in RuleCategory.allCases {
    let members = rules.filter { $0.category == category }
    if members.isEmpty { continue }
    page += "## \(category.rawValue)\n\n\(ruleTable(members) { "\($0.id).md" })\n\n"
  }
  return page.dropLastLineBreak()
}

private func configurationReference(_ rules: [RuleDescriptor]) -> String {
  var page = """
    # Configuration

    Rules are configured in `.editorconfig`, or in `.globalconfig`, as the C# compiler's analyzers are. The nearest file
    and the most specific section win. Keys and the words listed here may be written in any case; a value that can't be
    read counts as the default.

    ```ini
    [*.cs]
    dotnet_diagnostic.AW101.severity = error

    [Legacy/**.cs]
    dotnet_analyzer_diagnostic.category-Blocking.severity = suggestion
    ```

    ## For all rules

    | key | values | default | meaning |
    | --- | --- | --- | --- |

    """
  page += table(configurationKeys)
  let options = rules.flatMap { rule in rule.documentation.options.map { (rule, $0) } }
  if !options.isEmpty {
    page += "\n## For one rule\n\n| rule | key | values | default | meaning |\n| --- | --- | --- | --- | --- |\n"
    for (rule, option) in options { page += "| [\(rule.id)](rules/\(rule.id).md) " + row(option) }
  }
  page += """

    ## In code

    - `#pragma warning disable AW101` … `#pragma warning restore AW101`
    - `[SuppressMessage("Awaitwise", "AW101")]` on a declaration, or on the assembly with `Scope` and `Target`
    - `// awaitwise-ignore AW101: the reason` at the end of the line, or alone on the line above
    """
  return page + "\n"
}

private func table(_ options: [RuleOption]) -> String { options.map(row).joined() }

private func row(_ option: RuleOption) -> String {
  func code(_ text: String) -> String { text.isEmpty ? "" : "`\(RulePage.escaped(text))`" }
  return
    "| `\(option.key)` | \(code(option.values)) | \(code(option.defaultValue)) | \(RulePage.escaped(option.summary)) |\n"
}

extension String {
  fileprivate func dropLastLineBreak() -> String { hasSuffix("\n\n") ? String(dropLast()) : self }
}

/// Compares the pages in a folder with what the descriptors give.
///
/// - Returns: paths, relative to the folder, of pages that are missing or out of date, and of rule pages that nothing
///   makes any more.
package func staleDocuments(
  _ rules: [RuleDescriptor], folder: String, files: any FileSystem
) -> (stale: [String], left: [String]) {
  let documents = generatedDocuments(rules)
  let stale = documents.filter { path, text in
    guard let bytes = try? files.read("\(folder)/\(path)") else { return true }
    return !bytes.elementsEqual(text.utf8)
  }
  let left = files.list("\(folder)/rules").map { "rules/\($0.name)" }.filter { documents[$0] == nil }
  return (stale.keys.sorted(), left.sorted())
}
