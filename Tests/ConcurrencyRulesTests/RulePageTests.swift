import Testing

@testable import ConcurrencyRules

private let rule = RuleDescriptor(
  id: "AW900", name: "sample-rule", category: .offloading, title: "Something is offloaded", defaultSeverity: .warning,
  severitiesByKind: [SeverityForKind(.ui, .off)], fixClass: .several,
  documentation: RuleDocumentation(
    what: "A `Task.Run`.", why: "It costs.", example: "Task.Run(F);", better: "F();\n", whenToSuppress: "Never.",
    options: [
      RuleOption(key: "awaitwise.AW900.mode", values: "a|b", defaultValue: "a", summary: "What to do.")
    ], peers: ["XY0001"]))

@Test func pageHasAllSections() {
  #expect(
    RulePage(rule).markdown == """
      # AW900 sample-rule

      Something is offloaded.

      | category | default severity | fix |
      | --- | --- | --- |
      | Offloading | warning; ui: off | safe or unsafe |

      ## What it reports

      A `Task.Run`.

      ## Why it hurts

      It costs.

      ## Example

      ```csharp
      Task.Run(F);
      ```

      ## Better

      ```csharp
      F();
      ```

      ## When to suppress

      Never.

      ## Options

      | key | values | default | meaning |
      | --- | --- | --- | --- |
      | `awaitwise.AW900.mode` | `a\\|b` | `a` | What to do. |

      ## In other analyzers

      `XY0001`

      Their suppressions in code count for AW900 as well.

      ## How to configure

      ```ini
      [*.cs]
      dotnet_diagnostic.AW900.severity = none
      ```

      In code: `#pragma warning disable AW900`, or `// awaitwise-ignore AW900: the reason` on the line or above it.

      """)
}

@Test func hoverIsShorterAndLinksThePage() {
  let hover = RulePage(rule).hover
  #expect(hover.hasPrefix("**[AW900](https://"))
  #expect(hover.contains("**Why it hurts**\n\nIt costs."))
  #expect(!hover.contains("| key |"))
  #expect(!hover.contains("\n#"))
}

@Test func severityFollowsTheKindOfProject() {
  #expect(rule.severity(in: .ui) == .off)
  #expect(rule.severity(in: .web) == .warning)
}

@Test func selectionAllows() {
  let selection = RuleSelection(only: ["AW101", "AW102"], ignored: ["AW102"])
  #expect(selection.allows("AW101"))
  #expect(!selection.allows("AW102"))
  #expect(!selection.allows("AW103"))
  #expect(RuleSelection.configured.allows("AW103"))
}
