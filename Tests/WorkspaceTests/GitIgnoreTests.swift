import Testing

@testable import Workspace

@Suite struct GitIgnoreTests {
  private func verdict(_ rules: String, _ path: String) -> Bool? {
    let isDirectory = path.hasSuffix("/")
    return GitIgnore(Array(rules.utf8)).isIgnored(pathSegments(path)[...], isDirectory: isDirectory)
  }

  @Test(
    arguments: [
      ("*.cs", "a.cs", true), ("*.cs", "x/y/a.cs", true), ("/a.cs", "a.cs", true), ("/a.cs", "x/a.cs", nil),
      ("x/a.cs", "x/a.cs", true), ("x/a.cs", "y/x/a.cs", nil), ("out/", "out/", true), ("out/", "x/out/", true),
      ("out/", "out", nil), ("**/out", "a/b/out", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
      ("a/**", "a/x", true), ("a/**", "a/", nil), ("foo*bar", "fooxbar", true), ("foo*bar", "foo/bar", nil),
      ("a?c", "abc", true), ("a?c", "a/c", nil), ("[ab].cs", "a.cs", true), ("[!ab].cs", "a.cs", nil),
      ("[!ab].cs", "c.cs", true), ("[a-c]x", "bx", true), ("\\#x", "#x", true), ("\\!x", "!x", true),
      ("# comment", "# comment", nil), ("x\\ ", "x ", true), ("x   ", "x", true), ("[[:digit:]]x", "5x", true),
      ("[[:digit:]]x", "ax", nil), ("[]a]b", "]b", true), ("a?c", "aäc", true),
    ] as [(String, String, Bool?)])
  func pattern(_ rules: String, _ path: String, _ expected: Bool?) {
    #expect(verdict(rules, path) == expected)
  }

  @Test func theLastRuleDecides() {
    let rules = "*.cs\n!keep.cs\nsub/keep.cs\n"
    #expect(verdict(rules, "a.cs") == true)
    #expect(verdict(rules, "keep.cs") == false)
    #expect(verdict(rules, "sub/keep.cs") == true)
  }

  @Test func manyStarsTakeLinearTime() {
    let pattern = String(repeating: "*a", count: 2000) + "b"
    let text = String(repeating: "a", count: 4000)
    #expect(verdict(pattern, text) == nil)
    let deep = String(repeating: "**/x/", count: 300) + "y"
    #expect(verdict(deep, String(repeating: "x/", count: 1000)) == nil)
  }
}

@Suite struct FileDiscoveryTests {
  private func discover(
    _ files: [String: String], options: FileDiscovery.Options = .init(), roots: [String] = ["/r"],
    links: [String: String] = [:]
  ) -> DiscoveredFiles {
    let fileSystem = InMemoryFileSystem(files)
    for (path, target) in links { fileSystem.link(path, to: target) }
    return FileDiscovery(fileSystem, options: options).files(below: roots)
  }

  @Test func leavesOutWhatIsNoSource() {
    let found = discover([
      "/r/b.cs": "", "/r/a.cs": "", "/r/sub/c.CS": "", "/r/bin/x.cs": "", "/r/obj/x.cs": "", "/r/Sub/Obj/x.cs": "",
      "/r/.git/x.cs": "", "/r/.vs/x.cs": "", "/r/node_modules/p/x.cs": "", "/r/readme.md": "", "/r/A.csproj": "",
      "/r/A.sln": "", "/r/B.slnx": "",
    ])
    #expect(found.sources == ["/r/a.cs", "/r/b.cs", "/r/sub/c.CS"])
    #expect(found.projects == ["/r/A.csproj"])
    #expect(found.solutions == ["/r/A.sln", "/r/B.slnx"])
  }

  @Test func honorsIgnoreFilesOfTheWholeRepository() {
    let files = [
      "/w/.git/info/exclude": "private.cs\n", "/w/.gitignore": "gen/\n*.tmp.cs\n/top.cs\n",
      "/w/r/.gitignore": "!keep.tmp.cs\ninner/*\n!inner/yes.cs\n", "/w/r/top.cs": "", "/w/r/a.tmp.cs": "",
      "/w/r/keep.tmp.cs": "", "/w/r/gen/x.cs": "", "/w/r/private.cs": "", "/w/r/inner/no.cs": "",
      "/w/r/inner/yes.cs": "", "/w/r/deep/.gitignore": "*.cs", "/w/r/deep/x.cs": "",
    ]
    #expect(discover(files, roots: ["/w/r"]).sources == ["/w/r/inner/yes.cs", "/w/r/keep.tmp.cs", "/w/r/top.cs"])
    let all = discover(files, options: .init(honorsGitIgnore: false), roots: ["/w/r"]).sources
    #expect(all.count == 8)
  }

  @Test func excludesByOption() {
    let options = FileDiscovery.Options(excludes: ["**/Migrations/**", "legacy", "/a.cs"])
    let files = ["/r/a.cs": "", "/r/x/a.cs": "", "/r/x/Migrations/m.cs": "", "/r/legacy/l.cs": ""]
    #expect(discover(files, options: options).sources == ["/r/x/a.cs"])
    let discovery = FileDiscovery(InMemoryFileSystem(files), options: options)
    #expect(discovery.isExcluded("/r/legacy/l.cs", root: "/r"))
    #expect(discovery.isExcluded("/r/x/Migrations/new.cs", root: "/r"))
    #expect(discovery.isExcluded("/r/obj/new.cs", root: "/r"))
    #expect(discovery.isExcluded("/elsewhere/new.cs", root: "/r"))
    #expect(!discovery.isExcluded("/r/x/new.cs", root: "/r"))
  }

  @Test func takesNamedFilesAlways() {
    let files = ["/r/.gitignore": "*.cs", "/r/obj/x.cs": "", "/r/a.cs": ""]
    #expect(discover(files, roots: ["/r/obj/x.cs"]).sources == ["/r/obj/x.cs"])
  }

  @Test func followsLinksOnceAndSurvivesCycles() {
    let files = ["/r/a/x.cs": "", "/other/y.cs": ""]
    let found = discover(files, links: ["/r/a/loop": "/r", "/r/again": "/r/a", "/r/out": "/other"])
    #expect(found.sources == ["/r/a/x.cs", "/r/out/y.cs"])
  }
}

@Suite struct GeneratedCodeTests {
  @Test(arguments: [
    ("A.g.cs", true), ("A.G.I.cs", true), ("Form1.Designer.cs", true), ("A.generated.cs", true),
    ("TemporaryGeneratedFile_1.cs", true), ("A.cs", false), ("Ag.cs", false), ("designer.cs", false), (".g.cs", false),
  ])
  func names(_ name: String, _ expected: Bool) { #expect(GeneratedCode.isGenerated(fileName: name) == expected) }

  @Test(arguments: [
    ("// <auto-generated/>\nclass C {}", true), ("\u{FEFF}// <autogenerated />\nclass C {}", true),
    ("/* x\n <Auto-Generated> */ class C {}", true), ("#pragma warning disable\n// <auto-generated>\nclass C {}", true),
    ("class C {} // <auto-generated/>", false), ("// auto-generated\nclass C {}", false), ("", false), ("/*", false),
    ("/* <auto-generated", true), ("//", false), ("/", false), ("/**/ using X;", false),
    ("/*/ <auto-generated/> */", true),
  ])
  func headers(_ text: String, _ expected: Bool) {
    #expect(GeneratedCode.hasGeneratedHeader(Array(text.utf8)) == expected)
  }
}
