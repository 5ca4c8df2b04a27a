import ConcurrencyRules
import Testing
import Workspace

/// Libraries are told to configure their awaits by what the projects are that use them.
@Suite struct LibraryUseTests {
  private static let service = """
    public class Service
    {
        public async System.Threading.Tasks.Task RunAsync() => await System.Threading.Tasks.Task.Delay(1);
    }

    """

  private static func project(_ sdk: String, _ properties: String = "", references: [String] = []) -> String {
    let items = references.map { "<ProjectReference Include=\"..\\\($0)\\\($0).csproj\"/>" }.joined()
    return "<Project Sdk=\"\(sdk)\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>\(properties)"
      + "</PropertyGroup><ItemGroup>\(items)</ItemGroup></Project>"
  }

  private static let library = "Microsoft.NET.Sdk"
  private static let web = "Microsoft.NET.Sdk.Web"
  private static let test = "<IsTestProject>true</IsTestProject>"
  private static let desktop = "<OutputType>WinExe</OutputType><UseWPF>true</UseWPF>"

  /// Whether the library `Data` is told to configure its await.
  private func isTold(_ projects: [String: String], settings: String = "") throws -> Bool {
    var files = ["/w/.editorconfig": "root = true\n[*.cs]\n\(settings)\n", "/w/Shop.sln": ""]
    for (name, text) in projects { files["/w/\(name)/\(name).csproj"] = text }
    files["/w/Data/Service.cs"] = LibraryUseTests.service
    let host = WorkspaceHost(fileSystem: InMemoryFileSystem(files), selection: .configured)
    host.setFolders(["/w/Data"])
    let analysis = try #require(host.snapshot().analyze("/w/Data/Service.cs", isCancelled: { false }))
    return analysis.findings.contains { $0.ruleID == "AW501" }
  }

  @Test func nobodyIsKnownToUseIt() throws {
    #expect(try isTold(["Data": LibraryUseTests.project(LibraryUseTests.library)]))
    #expect(
      try isTold([
        "Data": LibraryUseTests.project(LibraryUseTests.library),
        "Data.Tests": LibraryUseTests.project(LibraryUseTests.library, LibraryUseTests.test, references: ["Data"]),
        "Other": LibraryUseTests.project(LibraryUseTests.web),
      ]))
  }

  @Test func onlyProgramsWithoutContextUseIt() throws {
    let projects = [
      "Data": LibraryUseTests.project(LibraryUseTests.library),
      "Middle": LibraryUseTests.project(LibraryUseTests.library, references: ["Data"]),
      "App": LibraryUseTests.project(LibraryUseTests.web, references: ["Middle"]),
      "Data.Tests": LibraryUseTests.project(LibraryUseTests.library, LibraryUseTests.test, references: ["Data"]),
    ]
    #expect(try !isTold(projects))
    #expect(try isTold(projects, settings: "dotnet_diagnostic.AW501.severity = suggestion"))
    #expect(try isTold(projects, settings: "awaitwise.AW501.scope = always"))
  }

  @Test func packagesAndProgramsWithContextMayUseIt() throws {
    let app = LibraryUseTests.project(LibraryUseTests.web, references: ["Data"])
    #expect(
      try isTold([
        "Data": LibraryUseTests.project(LibraryUseTests.library, "<PackageId>Shop.Data</PackageId>"), "App": app,
      ]))
    #expect(
      try isTold([
        "Data": LibraryUseTests.project(LibraryUseTests.library), "App": app,
        "Desk": LibraryUseTests.project(LibraryUseTests.library, LibraryUseTests.desktop, references: ["Data"]),
      ]))
    #expect(
      try isTold([
        "Data": LibraryUseTests.project(LibraryUseTests.library), "App": app,
        "Middle": LibraryUseTests.project(
          LibraryUseTests.library, "<IsPackable>true</IsPackable>", references: ["Data"]),
      ]))
    #expect(
      try !isTold([
        "Data": LibraryUseTests.project(
          LibraryUseTests.library, "<PackageId>Shop.Data</PackageId><IsPackable>false</IsPackable>"),
        "App": app,
      ]))
  }
}
