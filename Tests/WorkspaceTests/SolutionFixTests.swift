import CSharpSyntax
import ConcurrencyRules
import Testing
import Workspace

/// Fixes that reach across the files of projects that refer to each other.
@Suite struct SolutionFixTests {
  private static let store = """
    using System.Threading.Tasks;
    namespace Data;
    public class Store
    {
        public void Save(string text)
        {
            WriteAsync(text);
        }
        private Task WriteAsync(string text) => Task.Delay(text.Length);
    }

    """

  private static let files = [
    "/w/.editorconfig": "[*.cs]\nawaitwise.configure_await = none\n",
    "/w/Data/Data.csproj":
      "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>",
    "/w/Data/Store.cs": store,
    "/w/App/App.csproj":
      "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><ProjectReference Include=\"..\\Data\\Data.csproj\"/></ItemGroup></Project>",
    "/w/App/Pages.cs": """
    using Data;
    public class Pages
    {
        public void Show(Store store) { store.Save("a"); }
        public async Task Later(Store store) { await Task.Yield(); store.Save("b"); }
    }

    """,
    "/w/App/Menu.cs": """
    public class Menu
    {
        private readonly Pages pages = new();
        public string Title { get { pages.Show(new Data.Store()); return "t"; } }
    }

    """,
    "/w/Other/Other.csproj":
      "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>",
    "/w/Other/Stranger.cs": "class Store { void Save() { } void F() { Save(); } }",
  ]

  private func makeHost(_ files: [String: String], rule: String = "AW301") -> WorkspaceHost {
    let host = WorkspaceHost(fileSystem: InMemoryFileSystem(files), selection: RuleSelection(only: [rule]))
    host.setFolders(["/w"])
    return host
  }

  @Test func declarationsAreSeenByThoseWhoReferToThem() {
    let host = makeHost(SolutionFixTests.files)
    #expect(host.sees("/w/App/Pages.cs", declarationsOf: "/w/Data/Store.cs"))
    #expect(host.sees("/w/App/Pages.cs", declarationsOf: "/w/App/Menu.cs"))
    #expect(!host.sees("/w/Data/Store.cs", declarationsOf: "/w/App/Pages.cs"))
    #expect(!host.sees("/w/Other/Stranger.cs", declarationsOf: "/w/Data/Store.cs"))
    // A file that is new in a project's folder.
    _ = host.setDocument("/w/Data/New.cs", bytes: Array("class New { }".utf8))
    #expect(host.sees("/w/App/Pages.cs", declarationsOf: "/w/Data/New.cs"))
    #expect(!host.sees("untitled:a", declarationsOf: "/w/Data/New.cs"))
  }

  private func findFix(_ host: WorkspaceHost, key: String) -> Fix? {
    host.snapshot().analyze("/w/Data/Store.cs", solutionFixes: .all, isCancelled: { false })?.findings.first?.fixes
      .first { $0.actionKey == key }
  }

  private func text(after fix: Fix, of path: String, _ host: WorkspaceHost) -> String? {
    let edits = fix.edits.filter { ($0.path ?? "/w/Data/Store.cs") == path }
    return host.snapshot().text(of: path).flatMap { applying(edits, to: $0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func callersOfOtherProjectsAreUpdated() throws {
    let host = makeHost(SolutionFixTests.files)
    let fix = try #require(findFix(host, key: "Make async and update callers"))
    #expect(
      fix.title
        == "Make 'Save' async and update its callers (3 calls in 2 files); 1 caller cannot be async and will block")
    #expect(
      Set(fix.edits.map { $0.path ?? "own" }) == ["own", "/w/App/Pages.cs", "/w/App/Menu.cs"])
    #expect(
      text(after: fix, of: "/w/Data/Store.cs", host)
        == SolutionFixTests.store.replacing("public void Save", with: "public async Task Save")
        .replacing("        WriteAsync(text);", with: "        await WriteAsync(text);"))
    #expect(
      text(after: fix, of: "/w/App/Pages.cs", host) == """
        using Data;
        public class Pages
        {
            public async Task Show(Store store) { await store.Save("a"); }
            public async Task Later(Store store) { await Task.Yield(); await store.Save("b"); }
        }

        """)
    #expect(
      text(after: fix, of: "/w/App/Menu.cs", host)?.contains("pages.Show(new Data.Store()).GetAwaiter().GetResult();")
        == true)
  }

  @Test func parametersMoveInOtherProjects() throws {
    let store = """
      using System.Threading;
      using System.Threading.Tasks;
      namespace Data;
      /// <summary>See <see cref="Store.Load(CancellationToken, string)"/>.</summary>
      public class Store
      {
          public Store(CancellationToken token, string name) { }
          public virtual Task Load(CancellationToken token, string key) => Task.CompletedTask;
      }

      """
    let shop = """
      using Data;
      /// <summary>Loads by <see cref="Store.Load(CancellationToken, string)"/>, not <see cref="Load"/>.</summary>
      public class Shop(CancellationToken token) : Store(token, "shop")
      {
          /// <param name="stop">Stops it.</param>
          /// <param name="key">What.</param>
          public override async Task Load(CancellationToken stop, string key)
          {
              await base.Load(stop, key);
              await base.Load(key: nameof(Load), token: stop);
              await base.Load(stop, Next());
          }
          private string Next() => "n";
      }

      """
    let target = """
      public class Maker
      {
          public static void Take(Data.Store store) { }
          public static void Make(CancellationToken token) => Take(new(token, "made"));
      }

      """
    let files = SolutionFixTests.files.merging([
      "/w/Data/Store.cs": store, "/w/App/Pages.cs": shop, "/w/App/Menu.cs": target,
    ]) { $1 }
    let host = makeHost(files, rule: "AW403")
    let findings = host.snapshot().analyze("/w/Data/Store.cs", solutionFixes: .all, isCancelled: { false })?.findings
    let fixes = try #require(findings).flatMap(\.fixes)
    #expect(fixes.map(\.title) == Array(repeating: "Move 'token' to the end (breaking change)", count: 2))
    let (constructor, method) = (try #require(fixes.first), try #require(fixes.last))
    #expect(
      text(after: constructor, of: "/w/Data/Store.cs", host)
        == store.replacing(
          "Store(CancellationToken token, string name)", with: "Store(string name, CancellationToken token)"))
    #expect(
      text(after: constructor, of: "/w/App/Pages.cs", host)
        == shop.replacing("Store(token, \"shop\")", with: "Store(\"shop\", token)"))
    #expect(
      text(after: constructor, of: "/w/App/Menu.cs", host)
        == target.replacing("new(token, \"made\")", with: "new(\"made\", token)"))
    #expect(
      text(after: method, of: "/w/Data/Store.cs", host)
        == store.replacing("Load(CancellationToken, string)", with: "Load(string, CancellationToken)")
        .replacing("Load(CancellationToken token, string key)", with: "Load(string key, CancellationToken token)"))
    #expect(
      text(after: method, of: "/w/App/Pages.cs", host) == """
        using Data;
        /// <summary>Loads by <see cref="Store.Load(string, CancellationToken)"/>, not <see cref="Load"/>.</summary>
        public class Shop(CancellationToken token) : Store(token, "shop")
        {
            /// <param name="key">What.</param>
            /// <param name="stop">Stops it.</param>
            public override async Task Load(string key, CancellationToken stop)
            {
                await base.Load(key, stop);
                await base.Load(key: nameof(Load), token: stop);
                await base.Load(token: stop, key: Next());
            }
            private string Next() => "n";
        }

        """)
    #expect(method.edits.allSatisfy { $0.path != "/w/App/Menu.cs" })
  }

  @Test func parametersStayWhereAnotherProjectDependsOnTheirOrder() throws {
    let store =
      "using System.Threading;\npublic class Store { public void Load(CancellationToken token, string key) { } }\n"
    for use in [
      "public class Shop { System.Action<CancellationToken, string> F(Store s) => s.Load; }",
      "public class Shop { object F(Store s) => s.GetType().GetMethod(\"Load\")!; }",
    ] {
      let files = SolutionFixTests.files.merging([
        "/w/Data/Store.cs": store, "/w/App/Pages.cs": use, "/w/App/Menu.cs": "",
      ]) { $1 }
      let findings = makeHost(files, rule: "AW403").snapshot().analyze(
        "/w/Data/Store.cs", solutionFixes: .all, isCancelled: { false })?.findings
      #expect(try #require(findings).map(\.fixes) == [[]], "\(use)")
    }
  }

  @Test func textsOfOpenDocumentsCount() throws {
    let host = makeHost(SolutionFixTests.files)
    let open = "// not saved\nclass Pages { void Show(Data.Store store) { store.Save(\"ü\"); } }\n"
    _ = host.setDocument("/w/App/Pages.cs", bytes: Array(open.utf8))
    let shifted = "// not saved either\n" + SolutionFixTests.store
    _ = host.setDocument("/w/Data/Store.cs", bytes: Array(shifted.utf8))
    let fix = try #require(findFix(host, key: "Make async and update callers"))
    #expect(fix.title == "Make 'Save' async and update its callers (1 call in 1 file)")
    #expect(
      text(after: fix, of: "/w/App/Pages.cs", host)
        == "// not saved\nclass Pages { async Task Show(Data.Store store) { await store.Save(\"ü\"); } }\n")
  }

  @Test func usesInMarkupAndGeneratedCodeKeepTheSignature() throws {
    for (path, content) in [
      ("/w/App/Index.razor", "@code { void F() { store.Save(\"x\"); } }"),
      ("/w/App/Made.g.cs", "class Made { void F(Data.Store s) { s.Save(\"x\"); } }"),
    ] {
      let host = makeHost(SolutionFixTests.files.merging([path: content]) { $1 })
      #expect(findFix(host, key: "Make async and update callers") == nil)
      let only = try #require(findFix(host, key: "Make async only"))
      #expect(only.title == "Make 'Save' async only (callers are left as they are)")
      #expect(only.edits.allSatisfy { $0.path == nil })
    }
  }

  @Test func nothingIsSearchedUnlessAsked() throws {
    let host = makeHost(SolutionFixTests.files)
    let finding = try #require(
      host.snapshot().analyze("/w/Data/Store.cs", isCancelled: { false })?.findings.first)
    #expect(finding.hasSolutionFixes)
    #expect(finding.fixes.allSatisfy { !$0.actionKey.hasPrefix("Make async") })
    let elsewhere = host.snapshot().analyze(
      "/w/Data/Store.cs", solutionFixes: .near(TextRange(0, 1)), isCancelled: { false })
    #expect(elsewhere?.findings.first?.hasSolutionFixes == true)
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }

  private func firstRange(of other: String) -> Range<String.Index>? { self.ranges(of: other).first }
}
