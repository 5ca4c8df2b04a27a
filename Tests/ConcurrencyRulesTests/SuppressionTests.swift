import CSharpSemantics
import CSharpSyntax
import Testing

@testable import ConcurrencyRules

private func run(_ input: AnalysisInput) -> AnalysisOutput? { analyze(input) }

@Suite struct SuppressionTests {
  private let service = """
    using System.Threading.Tasks;
    public class Service
    {
        public Task<int> LoadAsync() => Task.FromResult(1);
        public int Load() => 1;

    """

  /// The text is the rest of a class with `LoadAsync` and `Load`.
  private func analyze(_ members: String, _ settings: [String: String] = [:]) throws -> (AnalysisOutput, SyntaxTree) {
    let tree = try #require(parse(Array((service + members + "\n}\n").utf8)))
    let model = try #require(semantics(of: tree))
    let output = try #require(
      run(
        AnalysisInput(
          model: model, settings: RuleSettings(values: settings),
          selection: RuleSelection(only: ["AW101", "AW102"]))))
    return (output, tree)
  }

  private func semantics(of tree: SyntaxTree) -> SemanticModel? {
    let compilation = Compilation(
      options: CompilationOptions(globalUsings: CompilationOptions.webUsings),
      files: [FileDeclarations(path: "/a.cs", tree: tree)], references: FixtureProject([]).metadata)
    return BindingContext(compilation: compilation).semanticModel(file: 0)
  }

  // MARK: Unused ones

  private let reportUnused = ["awaitwise.report_unused_suppressions": "true"]

  @Test func whatSilencesNothingIsNoted() throws {
    let (output, tree) = try analyze(
      """
      #pragma warning disable AW101, AW102, CS4014
          // awaitwise-ignore AW102, AW101: both
          async Task<int> A() => await Task.Run(() => LoadAsync());
      #pragma warning restore AW101, AW102
          // awaitwise-ignore AW101, AW102: one of them
          async Task<int> B() => await Task.Run(() => LoadAsync());
          [System.Diagnostics.CodeAnalysis.SuppressMessage("x", "AW102")]
          int C() => Load();
      #pragma warning disable AW103, AW999
      """, reportUnused)
    let notes = output.notes.map { "\(tree.text($0.range)): \($0.message)" }
    #expect(output.findings.isEmpty)
    #expect(
      notes == [
        "AW102: AW102 is silenced here, but nothing is found. Remove it.",
        "AW102: AW102 is silenced here, but nothing is found. Remove it.",
        "AW101: AW101 is silenced here, but nothing is found. Remove it.",
        "AW102: AW102 is silenced here, but nothing is found. Remove it.",
        "System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", \"AW102\"): AW102 is silenced here, but nothing is "
          + "found. Remove it.",
        "AW999: There is no rule AW999 that could be silenced. Remove it.",
      ])
    #expect(try analyze("#pragma warning disable AW101").0.notes.isEmpty, "only on demand")
  }

  @Test func aUsedSuppressionIsNotNoted() throws {
    let (output, _) = try analyze(
      """
          [System.Diagnostics.CodeAnalysis.SuppressMessage("x", "AW101:name", Justification = "why")]
          async Task<int> A() => await Task.Run(() => LoadAsync());
          // awaitwise-ignore AW102: slow
          // awaitwise-ignore AW101: and odd
          async Task<int> B() => await Task.Run(() => LoadAsync()) + await Task.Run(() => Load());
      """, reportUnused)
    #expect(output.findings.isEmpty)
    #expect(output.notes.isEmpty)
    #expect(output.suppressed.first?.justification == "why")
  }

  // MARK: Peers

  private func silenced(_ rule: String, _ text: String, _ settings: [String: String] = [:]) throws -> Bool {
    let tree = try #require(parse(Array(text.utf8)))
    let model = try #require(semantics(of: tree))
    let place = try #require(tree.bytes.firstIndex(of: Array("HERE".utf8)))
    let range = TextRange(start: ByteOffset(clamping: place), end: ByteOffset(clamping: place + 4))
    let peers = PeerRules(settings: RuleSettings(values: settings), noWarn: [])
    var suppressions = Suppressions(model: model, peers: peers)
    let finding = Finding(ruleID: rule, severity: .warning, confidence: .bound, message: "", range: range)
    return suppressions.suppression(of: finding) != nil
  }

  @Test func peersSuppressionsCountAtAPlace() throws {
    let pragma = "class C { void M() {\n#pragma warning disable VSTHRD002, 4014\nHERE();\n} }"
    for rule in ["AW202", "AW201", "AW203", "AW207", "AW301", "AW302"] { #expect(try silenced(rule, pragma)) }
    #expect(try !silenced("AW101", pragma))
    #expect(try !silenced("AW202", pragma, ["awaitwise.honor_peer_suppressions": "false"]))
    let restored = "class C { void M() {\n#pragma warning disable VSTHRD002\n#pragma warning restore\nHERE();\n} }"
    #expect(try !silenced("AW202", restored))
    let attribute = "class C { [SuppressMessage(\"Usage\", \"CA2007:Consider\")] void M() { HERE(); } }"
    #expect(try silenced("AW501", attribute))
    #expect(try !silenced("AW502", attribute))
    #expect(try silenced("AW312", "#pragma warning disable AsyncFixer01\nclass C { void M() { HERE(); } }"))
  }

  private func silent(_ rule: String, _ severities: [String: String], noWarn: Set<String> = []) -> Bool {
    let values = Dictionary(uniqueKeysWithValues: severities.map { ("dotnet_diagnostic.\($0).severity", $1) })
    return PeerRules(settings: RuleSettings(values: values), noWarn: noWarn).silence(rule)
  }

  @Test func peersSeveritiesSilenceTheirMainRuleOnly() {
    #expect(silent("AW202", ["VSTHRD002": "none"]))
    #expect(silent("AW202", ["vsthrd002": "silent"]))
    #expect(!silent("AW201", ["VSTHRD002": "none"]), "not its main rule")
    #expect(!silent("AW202", ["VSTHRD002": "warning"]))
    #expect(!silent("AW202", ["VSTHRD002": "none", "AW202": "warning"]), "our own key says more")
    #expect(!silent("AW202", ["VSTHRD002": "none", "S6422": "warning"]), "another peer for it is on")
    #expect(silent("AW202", ["VSTHRD002": "none", "MA0045": "none"]))
    #expect(silent("AW302", [:], noWarn: ["CS4014"]))
    #expect(!silent("AW301", [:], noWarn: ["CS4014"]))
    #expect(silent("AW306", [:], noWarn: ["CS1998", "CS1591"]))
    #expect(
      !PeerRules(
        settings: RuleSettings(values: ["awaitwise.honor_peer_suppressions": "false"]), noWarn: ["CS1998"]
      ).silence("AW306"))
  }

  @Test func everyPeersRuleIsWellFormed() {
    #expect(PeerRules.rules.count == 156)
    for (peer, rules) in PeerRules.rules {
      #expect(peer == peer.uppercased())
      #expect(!rules.isEmpty && rules.allSatisfy(RuleID.isWellFormed), "\(peer)")
    }
  }

  // MARK: Making them

  @Test func bothWaysToSuppressSilenceTheFinding() throws {
    let members = """
          async Task<int> A()
          {
              var text = $"x {1
                + await Task.Run(() => LoadAsync())}";
              return await Task.Run(() =>
                  LoadAsync());
          }
      """
    for lineEnd in ["\n", "\r\n"] {
      let text = (service + members + "\n}").replacing("\n", with: lineEnd)
      let tree = try #require(parse(Array(text.utf8)))
      let model = try #require(semantics(of: tree))
      let input = AnalysisInput(model: model, selection: RuleSelection(only: ["AW101"]))
      let findings = try #require(run(input)).findings
      #expect(findings.count == 2)
      let edits = SuppressionEdits(tree, lines: LineTable(tree.bytes))
      #expect(edits.comment(for: try #require(findings.first)) == nil, "no comment can stand inside the text")
      for (finding, edits) in findings.flatMap({ finding in
        [edits.comment(for: finding), edits.pragma(for: finding)].compactMap { $0.map { (finding, $0) } }
      }) {
        let changed = try #require(applying(edits, to: tree.bytes))
        let reparsed = try #require(parse(changed))
        #expect(reparsed.errors.isEmpty)
        let reparsedModel = try #require(semantics(of: reparsed))
        let output = try #require(
          run(
            AnalysisInput(
              model: reparsedModel, selection: RuleSelection(only: ["AW101"]))))
        #expect(output.suppressed.contains { $0.finding.message == finding.message })
        #expect(output.findings.count < findings.count)
      }
    }
  }
}
