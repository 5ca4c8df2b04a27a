import ConcurrencyRules
import JSONRPC

/// `awaitwise explain`: rule pages for a terminal, or as Markdown where the output is no terminal.
func runExplain(_ parsed: ParsedArguments, environment: CommandLineEnvironment) throws(UsageError) -> Int32 {
  if parsed.operands.isEmpty { throw UsageError("no rule to explain; name one, such as 'awaitwise explain AW101'") }
  var pages: [RulePage] = []
  for word in parsed.operands {
    let lowercased = word.lowercased()
    guard let rule = environment.rules.first(where: { $0.id.lowercased() == lowercased || $0.name == lowercased })
    else {
      let candidates = environment.rules.map(\.id) + environment.rules.map(\.name)
      let hint = nearest(to: word, among: candidates).map { " (did you mean '\($0)'?)" } ?? ""
      throw UsageError("there is no rule '\(word)'\(hint); 'awaitwise rules' lists them")
    }
    pages.append(RulePage(rule))
  }
  let channel = environment.standardOutput
  let choice = parsed.value("--color").flatMap(ColorChoice.init(rawValue:)) ?? .auto
  let usesColor = choice.usesColor(on: channel, variables: environment.variables)
  guard usesColor || channel.isTerminal else {
    let text = pages.map(\.markdown).joined(separator: "\n")
    return channel.write(Array(text.utf8)) ? ExitStatus.clean : ExitStatus.failure
  }
  let renderer = MarkdownRenderer(
    style: TerminalStyle(usesColor: usesColor), width: min(100, max(40, channel.width ?? 80)))
  let text = pages.map { renderer.render($0.markdown) }.joined(separator: "\n")
  return channel.write(Array(text.utf8)) ? ExitStatus.clean : ExitStatus.failure
}

/// `awaitwise rules`.
func runRules(_ parsed: ParsedArguments, environment: CommandLineEnvironment) throws(UsageError) -> Int32 {
  try refuseOperands(parsed, of: .rules)
  let rules = environment.rules
  switch parsed.value("--format") {
  case "json":
    return show(JSONValue.array(rules.map(json)).prettyPrinted(), environment)
  case "markdown":
    return show(ruleTable(rules) { "\($0.id).md" }, environment)
  default:
    let idWidth = rules.map(\.id.count).max() ?? 0
    let nameWidth = rules.map(\.name.count).max() ?? 0
    var lines: [String] = []
    for rule in rules {
      let severity = rule.defaultSeverity.name.padded(to: 11)
      lines.append("\(rule.id.padded(to: idWidth + 2))\(rule.name.padded(to: nameWidth + 2))\(severity)\(rule.title)")
    }
    return show(lines.joined(separator: "\n"), environment)
  }
}

private func json(_ rule: RuleDescriptor) -> JSONValue {
  let text = rule.documentation
  return jsonObject([
    ("id", .string(rule.id)),
    ("name", .string(rule.name)),
    ("title", .string(rule.title)),
    ("category", .string(rule.category.rawValue)),
    ("severity", .string(rule.defaultSeverity.name)),
    (
      "severityByProjectKind",
      jsonObject(rule.severitiesByKind.map { ($0.kind.rawValue, .string($0.severity.name)) })
    ),
    ("fix", .string(rule.fixClass.rawValue)),
    ("tags", .array(rule.tags.map { .string($0.rawValue) })),
    ("help", .string(rule.helpURL)),
    (
      "documentation",
      jsonObject([
        ("what", .string(text.what)), ("why", .string(text.why)), ("example", .string(text.example)),
        ("better", .string(text.better)), ("whenToSuppress", .string(text.whenToSuppress)),
      ])
    ),
    (
      "options",
      .array(
        text.options.map { option in
          jsonObject([
            ("key", .string(option.key)), ("values", .string(option.values)),
            ("default", .string(option.defaultValue)), ("summary", .string(option.summary)),
          ])
        })
    ),
    ("peers", .array(text.peers.map(JSONValue.string))),
  ])
}

/// The table of all rules in Markdown.
///
/// - Parameter link: where a rule's page lies.
func ruleTable(_ rules: [RuleDescriptor], link: (RuleDescriptor) -> String) -> String {
  var lines = ["| id | name | what | default severity | fix |", "| --- | --- | --- | --- | --- |"]
  for rule in rules {
    lines.append(
      "| [\(rule.id)](\(link(rule))) | \(rule.name) | \(RulePage.escaped(rule.title)) | "
        + "\(RulePage.severities(of: rule)) | \(RulePage.fixes(of: rule)) |")
  }
  return lines.joined(separator: "\n")
}
