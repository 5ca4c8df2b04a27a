import ConcurrencyRules
import Testing

/// Each key that the reference lists changes what some fixture that sets it shows.
@Suite struct ConfigurationEffectTests {
  private static let keys: [String] = Set(
    (configurationKeys + RuleCatalogue.rules.flatMap { $0.descriptor.documentation.options }).map(\.key)
  ).sorted()

  /// What shows the effect of keys that a fixture can't: other tests, by name. Or that there is none yet.
  private static let elsewhere: [String: String] = [
    "dotnet_diagnostic.AWnnn.severity": "fixtures of each severity; ConfigurationTests",
    "dotnet_analyzer_diagnostic.category-NAME.severity": "AW103/CategoryDoesNotSwitchOn; SuppressionTests",
    "dotnet_analyzer_diagnostic.severity": "AW103/CategoryDoesNotSwitchOn; SuppressionTests",
    "awaitwise.analyze_generated_code": "ConfigurationEffectTests.generatedCode",
    "awaitwise.blocking_primitives": "BlockingPrimitivesTests",
    "awaitwise.escaping_methods": "DelegateFlowTests",
    "awaitwise.honor_peer_suppressions": "SuppressionTests",
    "awaitwise.report_unused_suppressions": "SuppressionTests",
    "awaitwise.make_async_rename": "Transformations/MakeAsync/ConvertAlways, ConvertValueTask",
    "awaitwise.make_async_value_task": "Transformations/MakeAsync/ConvertValueTask",
    "awaitwise.max_caller_edits": "ConfigurationEffectTests.callersAreCounted",
    "awaitwise.async_locks": "read by no rule of this version",
    "awaitwise.max_chain": "read by no rule of this version",
    "awaitwise.scoped_services": "read by no rule of this version",
  ]

  @Test(arguments: ConfigurationEffectTests.keys)
  func theKeyHasAnEffect(_ key: String) throws {
    if let place = ConfigurationEffectTests.elsewhere[key] {
      let isReserved = place.hasPrefix("read by no rule")
      let option = try #require(configurationKeys.first { $0.key == key })
      #expect(option.summary.contains("no rule of this version") == isReserved)
      return
    }
    let fixtures = Fixture.all.filter { fixture in fixture.settings.keys.contains { isSame($0, key) } }
    #expect(!fixtures.isEmpty, "no fixture sets \(key)")
    #expect(
      fixtures.contains { fixture in
        var other = fixture
        other.settings = fixture.settings.filter { !isSame($0.key, key) }
        return described(fixture) != described(other)
      }, "nothing that a fixture shows depends on \(key)")
  }

  private func isSame(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }

  /// All that an analysis says, fixes included.
  private func described(_ fixture: Fixture) -> [String] {
    (fixture.analyze(fixture.texts) ?? []).flatMap { _, output -> [String] in
      (output.findings + output.unpublished).map { finding in
        let fixes = finding.fixes.map { "\($0.title) \($0.safety) \($0.edits)" }
        return "\(finding.ruleID) \(finding.severity) \(finding.range) \(finding.message) \(fixes)"
      } + ["\(output.unpublished.count)"] + output.suppressed.map { "\($0.finding.ruleID) \($0.finding.range)" }
        + output.notes.map(\.message)
    }
  }

  @Test func generatedCode() throws {
    let fixture = try #require(Fixture.all.first { $0.description == "AW101/Article" })
    for (value, isReported) in [("true", true), ("false", false)] {
      let analyzed = try #require(
        fixture.analyze(fixture.texts, setting: ["awaitwise.analyze_generated_code": value], isGenerated: true))
      #expect(analyzed.contains { !$0.output.findings.isEmpty } == isReported)
    }
  }

  @Test(arguments: [("2", true), ("1", false)])
  func callersAreCounted(_ limit: String, _ isOffered: Bool) throws {
    let fixture = try #require(Fixture.all.first { $0.description == "AW202/ManyCallers" })
    let analyzed = try #require(
      fixture.analyze(fixture.texts, setting: ["awaitwise.max_caller_edits": limit]))
    let titles = analyzed.flatMap { $0.output.findings.flatMap { $0.fixes.map(\.title) } }
    #expect(titles.contains { $0.contains("update its callers (2 calls in 1 file)") } == isOffered)
    #expect(titles.contains { $0.contains("callers are left as they are") })
  }

  @Test(arguments: [
    ("dotnet_diagnostic.AW101.severity", "warn", "'warn' is no severity"),
    ("dotnet_diagnostic.AW998.severity", "error", "this version has no rule AW998"),
    ("dotnet_analyzer_diagnostic.severity", "loud", "'loud' is no severity"),
    ("dotnet_analyzer_diagnostic.category-Blocking.severity", "loud", "'loud' is no severity"),
    ("awaitwise.unresolved", "silent", "'silent' is none of report, quiet"),
    ("awaitwise.AW202.unresolved", "silent", "'silent' is none of report, quiet"),
    ("awaitwise.max_caller_edits", "-1", "'-1' is no whole number"),
    ("awaitwise.AW205.min_milliseconds", "1s", "'1s' is no whole number"),
    ("awaitwise.honour_peer_options", "true", "did you mean 'awaitwise.honor_peer_options'?"),
    ("awaitwise.AW999.tests", "true", "there is no option"),
  ])
  func mistakesAreNamed(_ key: String, _ value: String, _ complaint: String) {
    #expect(ConfigurationCheck.complaint(key: key, value: value)?.contains(complaint) == true)
  }

  @Test(arguments: [
    ("dotnet_diagnostic.AW101.severity", "Warning"), ("dotnet_diagnostic.AW101.severity", "refactoring"),
    ("dotnet_diagnostic.CA2007.severity", "whatever"), ("dotnet_analyzer_diagnostic.category-Style.severity", "x"),
    ("awaitwise.Unresolved", "QUIET"), ("awaitwise.AW204.blocking_members", "A.B.C"), ("awaitwise.tests", "true"),
    ("awaitwise.AW401.grades", "strong"), ("indent_style", "banana"),
  ])
  func whatIsRightOrSomebodyElsesIsLeftAlone(_ key: String, _ value: String) {
    #expect(ConfigurationCheck.complaint(key: key, value: value) == nil)
  }
}
