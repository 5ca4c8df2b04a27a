import ConcurrencyRules
import Testing
import Workspace

@testable import CommandLineInterface

/// The command line's fix mode with the real analyzer, on a project of two files.
@Suite struct SolutionFixRunTests {
  @Test func aFixThatUpdatesCallersChangesBothFiles() throws {
    let files = InMemoryFileSystem([
      "/w/.editorconfig": "[*.cs]\nawaitwise.configure_await = none\n",
      "/w/P.csproj":
        "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>",
      "/w/Store.cs":
        "class Store { public void Save() { WriteAsync(); } Task WriteAsync() => Task.Delay(1); }\n",
      "/w/User.cs": "class User { void Use(Store s) { s.Save(); } }\n",
    ])
    let host = WorkspaceHost(fileSystem: files, selection: RuleSelection(only: ["AW301", "AW302"]))
    host.setFolders(["/w"])
    let documents = ["/w/Store.cs", "/w/User.cs"]
    let filter = FixFilter(safety: .unsafe, ruleID: "AW301", actionKey: "Make async and update callers")
    func analyze(_ snapshot: any AnalysisSnapshot, _ documents: [String]) -> [AnalysisRun.Outcome] {
      AnalysisRun(
        snapshot: snapshot, files: files, rules: RuleSelection(only: ["AW301", "AW302"]), fixFilter: filter,
        detail: .line, threadCount: 1
      ).analyze(documents)
    }
    var outcomes = Dictionary(
      zip(documents, analyze(host.snapshot(), documents)), uniquingKeysWith: { first, _ in first })
    let run = FixRun(
      snapshot: host.snapshot(), files: files, filter: filter, documents: Set(documents), analyze: analyze)
    let result = run.run(&outcomes)
    #expect(result.problems.isEmpty)
    #expect(result.applied.count == 1)
    #expect(result.reachesAcrossDocuments)
    let texts = Dictionary(
      result.changes.map { ($0.document, String(decoding: $0.newText, as: UTF8.self)) }, uniquingKeysWith: { $1 })
    #expect(
      texts == [
        "/w/Store.cs":
          "class Store { public async Task Save() { await WriteAsync(); } Task WriteAsync() => Task.Delay(1); }\n",
        "/w/User.cs": "class User { async Task Use(Store s) { await s.Save(); } }\n",
      ])
  }
}
