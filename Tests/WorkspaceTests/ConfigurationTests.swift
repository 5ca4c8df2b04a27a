import Testing

@testable import Workspace

@Suite struct EditorConfigGlobTests {
  private func matches(_ pattern: String, _ path: String) -> Bool {
    let glob = EditorConfigGlob(pattern)
    let text = glob.matchesPath ? path : FilePath.name(path)
    return glob.matches(text.unicodeScalars.map(\.value))
  }

  @Test(arguments: [
    ("*", "a.cs", true), ("*", "x/a.cs", true), ("*.cs", "x/y/a.cs", true), ("*.cs", "a.csx", false),
    ("*.{cs,vb}", "a.vb", true), ("*.{cs,vb}", "a.fs", false), ("*.{cs}", "a.cs", false), ("*.{cs}", "a.{cs}", true),
    ("{a,b{c,d}}.cs", "bd.cs", true), ("{a,b{c,d}}.cs", "b.cs", false), ("{,x}a", "a", true),
    ("/a.cs", "a.cs", true), ("/a.cs", "x/a.cs", false), ("x/*.cs", "x/a.cs", true), ("x/*.cs", "x/y/a.cs", false),
    ("x/**.cs", "x/y/a.cs", true), ("x/**/a.cs", "x/a.cs", true), ("x/**/a.cs", "x/y/z/a.cs", true),
    ("**/x/*.cs", "x/a.cs", true), ("**/x/*.cs", "p/q/x/a.cs", true), ("**/x/*.cs", "p/xx/a.cs", false),
    ("**", "p/q", true), ("a?.cs", "ab.cs", true), ("a?.cs", "a.cs", false), ("a?.cs", "aä.cs", true),
    ("[ab].cs", "b.cs", true), ("[!ab].cs", "b.cs", false), ("[a-c].cs", "b.cs", true), ("[a/b].cs", "a.cs", false),
    ("file{1..3}.cs", "file2.cs", true), ("file{1..3}.cs", "file4.cs", false), ("file{1..12}.cs", "file10.cs", true),
    ("{-2..2}", "-1", true), ("{3..1}", "2", true), ("\\*.cs", "*.cs", true), ("\\*.cs", "a.cs", false),
    ("[.cs", "[.cs", true), ("{a,b", "{a,b", true), ("a}b", "a}b", true), ("{}", "{}", true),
    ("Makefile", "x/Makefile", true),
    ("*.CS", "a.cs", false), ("[[]x", "[x", true), ("{a\\,b,c}", "a,b", true), ("{*.cs,sub/*.vb}", "sub/x.vb", true),
  ])
  func glob(_ pattern: String, _ path: String, _ expected: Bool) { #expect(matches(pattern, path) == expected) }

  @Test func nothingIsSlow() {
    let text = String(repeating: "a", count: 500)
    #expect(!matches(String(repeating: "*a", count: 200) + "b", text))
    #expect(!matches(String(repeating: "{a,a}", count: 200) + "b", text))
    #expect(!matches(String(repeating: "{", count: 5000) + "a", text))
    #expect(!matches(String(repeating: "{a,", count: 300) + String(repeating: "}", count: 300), text))
    #expect(!matches("{1..99999999999999999999}", "5"))
    #expect(matches("{1..9223372036854775807}", "99999999999999999999") == false)
  }
}

@Suite struct ConfigurationStoreTests {
  private func configuration(_ files: [String: String], _ path: String, globals: [String] = []) -> FileConfiguration {
    ConfigurationStore(InMemoryFileSystem(files)).configuration(for: path, globalConfigFiles: globals)
  }

  @Test func theNearestFileAndTheLaterSectionWin() {
    let files = [
      "/w/.editorconfig": "[*]\nk = outer\nonly = outer\n", "/w/s/.editorconfig": "[*]\nk = one\n[*.cs]\nK = two\n",
    ]
    let found = configuration(files, "/w/s/a.cs")
    #expect(found["k"]?.value == "two")
    #expect(found["K"]?.line == 4)
    #expect(found["only"]?.file == "/w/.editorconfig")
    #expect(configuration(files, "/w/s/a.vb")["k"]?.value == "one")
    #expect(configuration(files, "/w/a.cs")["k"]?.value == "outer")
  }

  @Test func rootEndsTheSearch() {
    let files = ["/.editorconfig": "[*]\na=1\n", "/w/.editorconfig": "ROOT = True\n[*]\nb=2\n"]
    let found = configuration(files, "/w/x/a.cs")
    #expect(found["a"] == nil)
    #expect(found["b"]?.value == "2")
  }

  @Test func unsetTakesBack() {
    let files = ["/w/.editorconfig": "root=true\n[*]\nk=1\n[*.cs]\nk = unset\n"]
    #expect(configuration(files, "/w/a.cs")["k"] == nil)
    #expect(configuration(files, "/w/a.vb")["k"]?.value == "1")
  }

  @Test func linesAreReadAsTheCompilerReadsThem() {
    let text =
      "\u{FEFF}; comment\r\n[*.cs] # why\r\n  a.B-c_d : x y  # tail\r\nno value line\r\ne=\r\n= f\r\n[broken\r\ng=1\r\n"
    let found = configuration(["/w/.editorconfig": text], "/w/a.cs")
    #expect(found["a.b-c_d"]?.value == "x y")
    #expect(found["e"]?.value == "")
    #expect(found["g"]?.value == "1")
    #expect(found.notes.map(\.line) == [7])
  }

  @Test func longSectionNamesMatchNothing() {
    let text = "root=true\n[*]\nk=1\n[\(String(repeating: "*", count: 100_000))]\nk=2\n"
    let found = configuration(["/w/.editorconfig": text], "/w/a.cs")
    #expect(found["k"]?.value == "1")
    #expect(found.notes.map(\.line) == [4])
  }

  @Test func severitiesAndOptions() {
    let text = """
      root = true
      [*.cs]
      dotnet_diagnostic.AW101.severity = Error
      dotnet_diagnostic.aw102.severity = refactoring
      dotnet_diagnostic.AW103.severity = loud
      dotnet_diagnostic.CA1000.severity = loud
      dotnet_analyzer_diagnostic.category-Offloading.severity = suggestion
      dotnet_analyzer_diagnostic.severity = none
      generated_code = true
      indent_style = tab
      indent_size = tab
      tab_width = 3
      end_of_line = crlf
      insert_final_newline = false
      awaitwise.max_chain = 4
      awaitwise.AW101.max_chain = 5
      """
    let found = configuration(["/w/.editorconfig": text], "/w/a.cs")
    #expect(found.severity(ofDiagnostic: "AW101") == .error)
    #expect(found.severity(ofDiagnostic: "AW102") == .silent)
    #expect(found.severity(ofDiagnostic: "AW103") == nil)
    #expect(found.severity(ofCategory: "Offloading") == .suggestion)
    #expect(found.severityOfAll == ConfiguredSeverity.none)
    #expect(found.isGeneratedCode == true)
    #expect(found.indentStyle == .tab)
    #expect(found.indentSize == 3)
    #expect(found.endOfLine?.text == "\r\n")
    #expect(found.insertsFinalNewline == false)
    #expect(found.option("max_chain")?.value == "4")
    #expect(found.option("max_chain", rule: "AW101")?.value == "5")
    #expect(found.option("max_chain", rule: "AW102")?.value == "4")
    #expect(found.notes.map(\.key) == ["dotnet_diagnostic.aw103.severity"])
    #expect(found.notes.first?.line == 5)
  }

  @Test func globalFilesCountWhereNoEditorConfigSpeaks() {
    let files = [
      "/w/.globalconfig": "is_global = true\na = global\nb = global\n[/w/s/a.cs]\nc = path\n",
      "/w/s/.editorconfig": "root=true\n[*]\na = local\n",
      "/x/low.globalconfig": "is_global=true\nglobal_level=-1\nb=low\nd=low\n",
      "/x/no.globalconfig": "e = not global\n",
    ]
    let globals = ["/x/low.globalconfig", "/x/no.globalconfig"]
    let found = configuration(files, "/w/s/a.cs", globals: globals)
    #expect(found["a"]?.value == "local")
    #expect(found["b"]?.value == "global")
    #expect(found["c"]?.value == "path")
    #expect(found["d"]?.value == "low")
    #expect(found["e"] == nil)
    #expect(configuration(files, "/w/s/b.cs", globals: globals)["c"] == nil)
  }

  @Test func equalLevelsThatDifferCancelOut() {
    let files = [
      "/x/1.globalconfig": "is_global=true\nk=1\nsame=x", "/x/2.globalconfig": "is_global=true\nk=2\nsame=x",
    ]
    let found = configuration(files, "/w/a.cs", globals: ["/x/1.globalconfig", "/x/2.globalconfig"])
    #expect(found["k"] == nil)
    #expect(found["same"]?.value == "x")
    #expect(found.notes.map(\.key) == ["k"])
  }

  @Test func filesShareResultsUntilReload() {
    let fileSystem = InMemoryFileSystem(["/w/.editorconfig": "[*]\nk=1\n"])
    let store = ConfigurationStore(fileSystem)
    let first = store.configuration(for: "/w/a.cs")
    #expect(first.isSame(as: store.configuration(for: "/w/s/b.cs")))
    fileSystem.set("/w/.editorconfig", "[*]\nk=2\n")
    #expect(store.configuration(for: "/w/a.cs")["k"]?.value == "1")
    store.reload()
    #expect(store.configuration(for: "/w/a.cs")["k"]?.value == "2")
  }

  @Test func anyBytesAreRead() {
    var random = SeededRandom(seed: 7)
    let alphabet = Array("[]{}*?!,.\\/#;=: \n\rab1-\u{FF}é".utf8)
    for _ in 0..<1500 {
      let bytes = (0..<Int.random(in: 0..<120, using: &random)).compactMap { _ in alphabet.randomElement(using: &random)
      }
      let file = EditorConfigFile(path: "/w/.editorconfig", bytes: bytes)
      let text = Array("ab1-/[x]{.cs".unicodeScalars.map(\.value))
      for section in file.sections { _ = section.glob.matches(text) }
      let ignore = GitIgnore(bytes)
      _ = ignore.isIgnored(pathSegments("ab/b1/a.b")[...], isDirectory: false)
    }
  }
}

/// The same numbers each time (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
