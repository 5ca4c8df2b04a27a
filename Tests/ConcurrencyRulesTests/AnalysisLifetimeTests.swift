import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules
import Testing

private func run(_ input: AnalysisInput) -> AnalysisOutput? { analyze(input) }

@Suite struct AnalysisLifetimeTests {
  /// Models hold trees and symbols: one that outlives its analysis costs as much as its file and project.
  @Test func nothingOutlivesAnAnalysis() throws {
    weak var model: SemanticModel?
    weak var context: BindingContext?
    try analyze { made in
      model = made
      context = made.context
    }
    #expect(model == nil)
    #expect(context == nil)
  }

  private func analyze(_ note: (SemanticModel) -> Void) throws {
    let text = """
      class C {
        System.Threading.Tasks.Task<int> LoadAsync() => null;
        async System.Threading.Tasks.Task<int> A() => await System.Threading.Tasks.Task.Run(() => LoadAsync());
        async System.Threading.Tasks.Task B() { LoadAsync().Wait(); System.Threading.Thread.Sleep(1); }
      }
      """
    let tree = try #require(parse(Array(text.utf8)))
    let compilation = Compilation(
      files: [FileDeclarations(path: "/a.cs", tree: tree)], references: FixtureProject([]).metadata)
    let model = try #require(BindingContext(compilation: compilation).semanticModel(file: 0))
    note(model)
    let output = try #require(run(AnalysisInput(model: model)))
    #expect(output.findings.contains { !$0.fixes.isEmpty })
  }
}
