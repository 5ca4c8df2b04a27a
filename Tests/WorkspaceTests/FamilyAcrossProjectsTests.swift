import ConcurrencyRules
import Testing
import Workspace

/// Methods whose family and uses lie in projects that don't see each other.
@Suite struct FamilyAcrossProjectsTests {
  private static func project(referringTo other: String? = nil) -> String {
    let reference = other.map { "<ItemGroup><ProjectReference Include=\"..\\\($0)\\\($0).csproj\"/></ItemGroup>" }
    return "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>"
      + "<ImplicitUsings>enable</ImplicitUsings></PropertyGroup>\(reference ?? "")</Project>"
  }

  private static let interface = "namespace Data; public interface IStore { Task Save(string text); }\n"

  /// Sorts before the interface's project, and the user of the interface does not refer to it.
  private static func files(implementation: String) -> [String: String] {
    [
      "/w/Data/Data.csproj": project(),
      "/w/Data/IStore.cs": interface,
      "/w/Also/Also.csproj": project(referringTo: "Data"),
      "/w/Also/Store.cs": implementation,
      "/w/App/App.csproj": project(referringTo: "Data"),
      "/w/App/Pages.cs": "using Data; public class Pages { public Task Show(IStore store) => store.Save(\"a\"); }\n",
    ]
  }

  /// The texts that a renaming leads to, by path.
  private func renamed(_ files: [String: String], at path: String) -> [String: String]? {
    let host = WorkspaceHost(
      fileSystem: InMemoryFileSystem(files), selection: RuleSelection(only: ["AW316"], requested: ["AW316"]))
    host.setFolders(["/w"])
    let snapshot = host.snapshot()
    guard let analysis = snapshot.analyze(path, solutionFixes: .all, isCancelled: { false }),
      let finding = analysis.findings.first(where: { $0.message.contains("'Save'") }), let fix = finding.fixes.first
    else { return nil }
    var texts: [String: String] = [:]
    for (document, edits) in Dictionary(grouping: fix.edits, by: { $0.path ?? path }) {
      texts[document] = snapshot.text(of: document).flatMap { applying(edits, to: $0) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return texts
  }

  @Test func usesOfTheInterfaceAreFoundFromWhereverItIsImplemented() throws {
    let implementation =
      "using Data; public class Store : IStore { public Task Save(string text) => Task.Delay(text.Length); }\n"
    let files = FamilyAcrossProjectsTests.files(implementation: implementation)
    let texts = try #require(renamed(files, at: "/w/Data/IStore.cs"))
    #expect(Set(texts.keys) == ["/w/Data/IStore.cs", "/w/Also/Store.cs", "/w/App/Pages.cs"])
    #expect(texts["/w/App/Pages.cs"]?.contains("store.SaveAsync(\"a\")") == true)
    #expect(texts["/w/Also/Store.cs"]?.contains("Task SaveAsync(string text)") == true)
  }

  @Test func aBaseClassImplementsWhatADerivedClassPromises() throws {
    let implementation = """
      using Data;
      public class StoreBase { public Task Save(string text) => Task.Delay(text.Length); }
      public class Store : StoreBase, IStore { }

      """
    let files = FamilyAcrossProjectsTests.files(implementation: implementation)
    for path in ["/w/Data/IStore.cs", "/w/Also/Store.cs"] {
      let texts = try #require(renamed(files, at: path), "\(path)")
      #expect(Set(texts.keys) == ["/w/Data/IStore.cs", "/w/Also/Store.cs", "/w/App/Pages.cs"])
      #expect(texts["/w/Data/IStore.cs"]?.contains("Task SaveAsync(string text)") == true)
    }
  }

  @Test func friendsOfAProjectUseItsInternals() throws {
    let friends = "<ItemGroup><InternalsVisibleTo Include=\"App\"/></ItemGroup></Project>"
    let project = FamilyAcrossProjectsTests.project().replacing("</Project>", with: friends)
    let files = [
      "/w/Data/Data.csproj": project,
      "/w/Data/Store.cs":
        "namespace Data; public class Store { internal Task Save(string text) => Task.Delay(1); public int Save(int n) => n; }\n",
      "/w/App/App.csproj": FamilyAcrossProjectsTests.project(referringTo: "Data"),
      "/w/App/Pages.cs":
        "using Data; public class Pages { public Task ShowAsync(Store store) => store.Save(\"a\"); }\n",
    ]
    let texts = try #require(renamed(files, at: "/w/Data/Store.cs"))
    #expect(texts["/w/App/Pages.cs"]?.contains("store.SaveAsync(\"a\")") == true)
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = ranges(of: old).first else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
