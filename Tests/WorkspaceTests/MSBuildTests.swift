import Testing

@testable import Workspace

/// Evaluates a project that lies at `/w/p/P.csproj` among other files.
func evaluate(
  _ project: String, files: [String: String] = [:], globals: [String: String] = [:],
  environment: DotNetEnvironment = DotNetEnvironment()
) -> MSBuildEvaluation {
  let fileSystem = InMemoryFileSystem(files)
  fileSystem.set("/w/p/P.csproj", project)
  return MSBuildEvaluation(
    "/w/p/P.csproj", context: MSBuildContext(fileSystem, environment), globalProperties: globals)
}

@Suite struct MSBuildPropertyTests {
  private func value(_ expression: String, _ properties: [String: String] = [:], files: [String: String] = [:])
    -> String
  {
    let list = properties.map { "<\($0.key)>\($0.value)</\($0.key)>" }.joined()
    let escaped = expression.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let evaluation = evaluate(
      "<Project><PropertyGroup>\(list)</PropertyGroup><PropertyGroup><R>\(escaped)</R></PropertyGroup></Project>",
      files: files, environment: DotNetEnvironment(variables: ["HOME": "/home/me"]))
    return evaluation["R"]
  }

  @Test(arguments: [
    ("$(A)", "x;y"), ("$(a)$(Undefined)!", "x;y!"), ("$(HOME)", "/home/me"), ("$(MSBuildProjectName)", "P"),
    ("$(MSBuildThisFileDirectory)", "/w/p/"), ("$(MSBuildProjectDirectory)", "/w/p"), ("100%", "100%"),
    ("a%3Bb", "a;b"), ("$(", "$("), ("$()", ""), ("$(A.Length)", "3"), ("$(A.Contains('y'))", "True"),
    ("$(A.Replace('x', 'z'))", "z;y"), ("$(A.ToUpper())", "X;Y"), ("$(A.Substring(2))", "y"), ("$(A.Substring(9))", ""),
    ("$(A.Split(';')[1])", "y"), ("$(A.Split(';')[7])", ""), ("$(A[0])", "x"), ("$(A.StartsWith(\"x;\"))", "True"),
    ("$(A.IndexOf(y))", "2"), ("$(A.TrimEnd('y'))", "x;"), ("$(B.ToString().Trim())", "b"), ("$(A.Nothing())", "x;y"),
    ("$([MSBuild]::Add(1, 2))", "3"), ("$([MSBuild]::Divide(1, 0))", "0"),
    ("$([System.String]::IsNullOrEmpty('$(U)'))", "True"),
    ("$([System.IO.Path]::Combine('a', 'b\\c'))", "a/b/c"),
    ("$([System.IO.Path]::GetFileNameWithoutExtension('x/y.z'))", "y"),
    ("$([MSBuild]::GetTargetFrameworkIdentifier('net8.0'))", ".NETCoreApp"),
    ("$([MSBuild]::GetTargetFrameworkVersion('net472'))", "4.7.2"),
    ("$([MSBuild]::IsTargetFrameworkCompatible('net8.0', 'netstandard2.0'))", "True"),
    ("$([MSBuild]::IsTargetFrameworkCompatible('net48', 'net8.0'))", "False"),
    ("$([MSBuild]::GetTargetPlatformIdentifier('net8.0-android'))", "android"),
    ("$([MSBuild]::VersionGreaterThanOrEquals('10.0.1-rc', '10.0'))", "True"),
    ("$([MSBuild]::ValueOrDefault('', 'd'))", "d"), ("$([MSBuild]::EnsureTrailingSlash('a'))", "a/"),
    ("$([System.Version]::Parse('1.2.3').Minor)", "2"), ("$([No.Such]::Thing())", ""),
    ("$([MSBuild]::", "$([MSBuild]::"),
    ("$(A.Replace(')', '('))", "x;y"), ("$(Registry:HKEY\\x)", ""), ("$([MSBuild]::NormalizePath('..', 'q'))", "/w/q"),
  ])
  func expression(_ expression: String, _ expected: String) {
    #expect(value(expression, ["A": "x;y", "B": " b "]) == expected)
  }

  @Test func filesAbove() {
    let files = ["/w/Marker.props": "", "/w/p/version.txt": "1.5\n"]
    #expect(
      value("$([MSBuild]::GetPathOfFileAbove('Marker.props', '$(MSBuildThisFileDirectory)../'))", files: files)
        == "/w/Marker.props")
    #expect(value("$([MSBuild]::GetPathOfFileAbove('None.props'))", files: files) == "")
    #expect(
      value("$([MSBuild]::GetDirectoryNameOfFileAbove('$(MSBuildThisFileDirectory)', 'Marker.props'))", files: files)
        == "/w")
    #expect(value("$([System.IO.File]::ReadAllText('version.txt'))", files: files) == "1.5")
  }

  @Test func growthIsBounded() {
    let doubling = (0..<60).map { _ in "<A>$(A)$(A)</A>" }.joined()
    let evaluation = evaluate("<Project><PropertyGroup><A>xxxxxxxxxx</A>\(doubling)</PropertyGroup></Project>")
    #expect(evaluation["A"].utf8.count <= 1 << 18)
    #expect(value(String(repeating: "$(", count: 200_000)).utf8.count == 1 << 18)
    let nested = String(repeating: "$(A.Replace('", count: 200) + String(repeating: "'))", count: 200)
    _ = value(nested)
  }
}

@Suite struct MSBuildConditionTests {
  @Test(arguments: [
    ("'$(A)' == 'X'", true), ("'$(A)'!='x'", false), ("'$(U)' == ''", true), ("true", true), ("!false", true),
    ("'on'", true),
    ("'1.0' == '1'", true), ("'0x10' == '16'", true), ("1 < 2 and 2 >= 2", true), ("'10.0' > '9.0'", true),
    ("'1.2.3' < '1.10.0'", true), ("'a' == 'a' and ('b' == 'c' or 'd' == 'd')", true), ("'a'=='b' or 'a'=='b'", false),
    ("'a'=='b' and 'a'=='b' or 'x'=='x'", true), ("!('a' == 'b')", true), ("Exists('Here.txt')", true),
    ("exists('$(U)')", false), ("Exists('sub')", true), ("!Exists('None.txt')", true), ("HasTrailingSlash('a/')", true),
    ("$(A.Contains('x'))", true), ("$(A) == x", true), ("'$(A)|$(B)' == 'x|y'", true), ("", true), ("  ", true),
    ("$([MSBuild]::IsOSPlatform('NoSuch'))", false), ("'$(A.Replace('x', 'z'))' == 'z'", true),
    ("'true' == 'yes'", true),
    ("'nan' == 'NaN'", true), ("'$(A)' == 'x' AND '$(B)' == 'y'", true),
  ])
  func condition(_ text: String, _ expected: Bool) {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    let evaluation = evaluate(
      "<Project><PropertyGroup><A>x</A><B>y</B></PropertyGroup><PropertyGroup Condition=\"\(escaped)\"><R>1</R></PropertyGroup></Project>",
      files: ["/w/p/Here.txt": "", "/w/p/sub/x": ""])
    #expect((evaluation["R"] == "1") == expected)
    #expect(evaluation.notes.isEmpty)
  }

  @Test(arguments: ["'a' ==", "'a", "(", "'a' = 'b'", "foo('x')", "'a' < 'b'", "'x'", "== 'a'", "'a' == 'a')", "and"])
  func malformedOnesAreFalseAndNoted(_ text: String) {
    let escaped = text.replacing("<", with: "&lt;")
    let evaluation = evaluate(
      "<Project><PropertyGroup Condition=\"\(escaped)\"><R>1</R></PropertyGroup></Project>")
    #expect(evaluation["R"] == "")
    #expect(evaluation.notes.count == 1)
  }

  @Test func anyTextIsEvaluated() {
    var random = SeededRandom(seed: 5)
    let words = [
      "'", "$(", ")", "(", "and", " or ", "!", "==", "<", "a", "1", ".", "[", "]", "::", "@(", "%(", "Exists", ",", " ",
      "\"", "$(A.", "Replace(",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0..<25, using: &random)).compactMap { _ in words.randomElement(using: &random) }
        .joined()
      let scope = evaluate("<Project/>")
      _ = MSBuildCondition.evaluate(text, MSBuildExpander(scope))
      _ = scope.expand(text)
    }
    let deep = evaluate("<Project/>")
    #expect(MSBuildCondition.evaluate(String(repeating: "(", count: 100_000), MSBuildExpander(deep)) == nil)
    #expect(MSBuildCondition.evaluate(String(repeating: "!", count: 100_000) + "true", MSBuildExpander(deep)) == nil)
  }
}

@Suite struct MSBuildEvaluationTests {
  private func names(_ evaluation: MSBuildEvaluation, _ type: String = "Compile") -> [String] {
    evaluation.items(type).map(\.identity)
  }

  @Test func itemsIncludeExcludeRemoveUpdate() {
    let files = ["a.cs", "b.cs", "s/c.cs", "s/t/d.cs", "s/t/e.txt", "../o/f.cs"].reduce(into: [String: String]()) {
      $0[FilePath.resolve($1, in: "/w/p")] = ""
    }
    let evaluation = evaluate(
      """
      <Project>
        <ItemGroup>
          <Compile Include="*.cs;s\\**\\*.cs;..\\o\\*.cs" Exclude="b.cs;**\\t\\**"/>
          <Compile Include="none.cs" Condition="false"/>
          <Compile Include="lit.cs;a.cs"/>
          <Compile Remove="LIT.cs"/>
          <Compile Update="s/*.cs" Link="Sub\\%(Filename)%(Extension)" Tag="$(MSBuildProjectName)"/>
          <Compile Update="../o/f.cs"><Link>%(RecursiveDir)x</Link></Compile>
          <Copy Include="@(Compile)" Exclude="a.cs"/>
          <Flat Include="@(Compile->'%(Filename)', '|')"/>
          <Deep Include="/w/p/**/*.txt"/>
        </ItemGroup>
      </Project>
      """, files: files)
    #expect(names(evaluation) == ["a.cs", "s/c.cs", "../o/f.cs", "a.cs"])
    #expect(evaluation.items("Compile")[1]["Link"] == "Sub\\c.cs")
    #expect(evaluation.items("Compile")[1]["tag"] == "P")
    #expect(names(evaluation, "Copy") == ["s/c.cs", "../o/f.cs"])
    #expect(evaluation.items("Copy")[0]["Tag"] == "P")
    #expect(names(evaluation, "Flat") == ["a|c|f|a"])
    #expect(names(evaluation, "Deep") == ["/w/p/s/t/e.txt"])
    #expect(evaluation.items("Deep")[0].recursiveDirectory == "s/t/")
  }

  @Test func itemsSeeFinalProperties() {
    let evaluation = evaluate(
      """
      <Project>
        <ItemDefinitionGroup><X><M>$(Late)</M></X></ItemDefinitionGroup>
        <ItemGroup><X Include="$(Late)" Condition="'$(Late)' == 'v'"/></ItemGroup>
        <PropertyGroup><Late>v</Late></PropertyGroup>
      </Project>
      """)
    #expect(names(evaluation, "X") == ["v"])
    #expect(evaluation.items("X")[0]["M"] == "v")
  }

  @Test func chooseTakesTheFirstThatHolds() {
    let evaluation = evaluate(
      """
      <Project>
        <Choose>
          <When Condition="false"><PropertyGroup><A>1</A></PropertyGroup></When>
          <When Condition="true"><PropertyGroup><A>2</A></PropertyGroup><ItemGroup><I Include="x"/></ItemGroup></When>
          <Otherwise><PropertyGroup><A>3</A></PropertyGroup></Otherwise>
        </Choose>
        <Choose><When Condition="false"/><Otherwise><PropertyGroup><B>4</B></PropertyGroup></Otherwise></Choose>
        <Target Name="T"><PropertyGroup><A>no</A></PropertyGroup></Target>
      </Project>
      """)
    #expect(evaluation["A"] == "2")
    #expect(evaluation["B"] == "4")
    #expect(names(evaluation, "I") == ["x"])
  }

  @Test func importsByPathGlobAndOnce() {
    let evaluation = evaluate(
      """
      <Project>
        <Import Project="..\\shared\\Shared.projitems" Label="Shared"/>
        <Import Project="more/*.props"/>
        <Import Project="none.props" Condition="Exists('none.props')"/>
        <ImportGroup Condition="true"><Import Project="more/b.props"/></ImportGroup>
        <Import Project="absent.props"/>
        <Import Project="P.csproj"/>
      </Project>
      """,
      files: [
        "/w/shared/Shared.projitems":
          "<Project><ItemGroup><Compile Include=\"$(MSBuildThisFileDirectory)S.cs\"/></ItemGroup></Project>",
        "/w/shared/S.cs": "", "/w/p/more/a.props": "<Project><PropertyGroup><N>$(N)a</N></PropertyGroup></Project>",
        "/w/p/more/b.props":
          "<Project><PropertyGroup><N>$(N)b</N><F>$(MSBuildThisFileName)</F></PropertyGroup></Project>",
      ])
    #expect(names(evaluation) == ["/w/shared/S.cs"])
    #expect(evaluation["N"] == "ab")
    #expect(evaluation["F"] == "b")
    #expect(evaluation.notes.map(\.message) == ["the imported file /w/p/absent.props is not there"])
    #expect(evaluation.imports.contains("/w/shared/Shared.projitems"))
  }

  @Test func importCyclesAndChainsEnd() {
    var files: [String: String] = [:]
    for index in 0..<200 {
      files["/w/p/\(index).props"] =
        "<Project><Import Project=\"\(index + 1).props\"/><Import Project=\"0.props\"/></Project>"
    }
    let evaluation = evaluate("<Project><Import Project=\"0.props\"/></Project>", files: files)
    #expect(evaluation.notes.contains { $0.message.contains("nested") })
  }

  @Test func deepElementsInDeepImportsEnd() {
    let open = String(repeating: "<Choose><When Condition=\"true\">", count: 45)
    let close = String(repeating: "</When></Choose>", count: 45)
    var files: [String: String] = [:]
    for index in 0..<60 {
      files["/w/p/\(index).props"] = "<Project>\(open)<Import Project=\"\(index + 1).props\"/>\(close)</Project>"
    }
    let evaluation = evaluate("<Project><Import Project=\"0.props\"/></Project>", files: files)
    #expect(evaluation.notes.contains { $0.message.contains("nested") })
  }

  @Test func globalPropertiesWin() {
    let evaluation = evaluate(
      "<Project><PropertyGroup><Configuration>Debug</Configuration></PropertyGroup></Project>",
      globals: ["configuration": "Release"])
    #expect(evaluation["Configuration"] == "Release")
  }

  @Test func itemsAreBounded() {
    let doubling = (0..<40).map { _ in "<X Include=\"@(X)\"/>" }.joined()
    let evaluation = evaluate("<Project><ItemGroup><X Include=\"a;b;c\"/>\(doubling)</ItemGroup></Project>")
    #expect(evaluation.items("X").count <= 200_000)
    #expect(!evaluation.notes.isEmpty)
  }

  @Test func aUnreadableProjectHasANote() {
    let context = MSBuildContext(InMemoryFileSystem(), DotNetEnvironment())
    let evaluation = MSBuildEvaluation("/none/N.csproj", context: context)
    #expect(evaluation.notes.count == 1)
    #expect(evaluation.items("Compile").isEmpty)
  }

  @Test func anyProjectIsEvaluated() {
    var random = SeededRandom(seed: 3)
    let words = [
      "<Project Sdk=\"Microsoft.NET.Sdk\">", "</Project>", "<PropertyGroup>", "</PropertyGroup>", "<ItemGroup>",
      "</ItemGroup>",
      "<Compile Include=\"**/*.cs\" Exclude=\"$(X)\"/>", "<Compile Remove=\"@(Compile)\"/>", "<X>$(X);$(Y)</X>",
      "<Choose>",
      "<When Condition=\"'$(X)' == ''\">", "</When>", "</Choose>", "<Import Project=\"$(X)\"/>",
      "<Import Project=\"*.props\"/>",
      "<Compile Update=\"*\" Link=\"%(Filename)\"/>", "<Y>@(Compile->'%(Identity)')</Y>", "\"", "<", "Condition=\"",
      "$(", "<!--",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0..<30, using: &random)).compactMap { _ in words.randomElement(using: &random) }
        .joined()
      let fileSystem = InMemoryFileSystem(["/w/p/P.csproj": text, "/w/p/a.cs": "", "/w/p/x.props": "<Project/>"])
      let loader = ProjectLoader(fileSystem, DotNetEnvironment())
      #expect(!loader.load("/w/p/P.csproj").isEmpty)
    }
  }
}

@Suite struct TargetFrameworkTests {
  @Test(arguments: [
    ("net10.0", "net10.0", ".NETCoreApp,Version=v10.0"),
    ("NET8.0-Windows10.0.19041.0", "net8.0-windows10.0.19041.0", ".NETCoreApp,Version=v8.0"),
    ("netcoreapp3.1", "netcoreapp3.1", ".NETCoreApp,Version=v3.1"),
    ("netstandard2.0", "netstandard2.0", ".NETStandard,Version=v2.0"),
    ("net472", "net472", ".NETFramework,Version=v4.7.2"), ("net48", "net48", ".NETFramework,Version=v4.8"),
    (".NETCoreApp,Version=v6.0", "net6.0", ".NETCoreApp,Version=v6.0"), ("net5", "net5.0", ".NETCoreApp,Version=v5.0"),
    ("net35", "net35", ".NETFramework,Version=v3.5"),
  ])
  func names(_ text: String, _ short: String, _ moniker: String) {
    #expect(TargetFramework(text)?.shortName == short)
    #expect(TargetFramework(text)?.moniker == moniker)
  }

  @Test(arguments: [
    "", "net", "uap10.0", "netx", "net8.x", "$(TargetFramework)", "monoandroid", "net99999", ".NETCoreApp", "net8.0.",
  ])
  func unknownOnes(_ text: String) { #expect(TargetFramework(text) == nil) }

  @Test(arguments: [
    ("net8.0", "net6.0", true), ("net6.0", "net8.0", false), ("net8.0", "netstandard2.1", true),
    ("net472", "netstandard2.0", true),
    ("net46", "netstandard2.0", false), ("net472", "netstandard2.1", false), ("netstandard2.0", "net6.0", false),
    ("net8.0-windows", "net8.0", true), ("net8.0", "net8.0-windows", false), ("netcoreapp2.1", "netstandard2.1", false),
  ])
  func compatibility(_ own: String, _ other: String, _ expected: Bool) throws {
    let a = try #require(TargetFramework(own))
    let b = try #require(TargetFramework(other))
    #expect(a.canUse(b) == expected)
  }

  @Test func theNearestIsChosen() throws {
    let own = try #require(TargetFramework("net8.0"))
    let offers = ["netstandard2.0", "net6.0", "net9.0", "net472", "netstandard2.1"].compactMap { TargetFramework($0) }
    #expect(own.nearest(offers) == 1)
    #expect(own.nearest(offers.filter { $0.family == .netFramework }) == 0)
    #expect(TargetFramework(.netFramework, [4, 8]).nearest(offers) == 3)
  }

  @Test func symbols() throws {
    let net8 = try #require(TargetFramework("net8.0-windows")).preprocessorSymbols
    for symbol in [
      "NET", "NET8_0", "NETCOREAPP", "NET5_0_OR_GREATER", "NET8_0_OR_GREATER", "NETCOREAPP3_1_OR_GREATER", "WINDOWS",
      "WINDOWS7_0_OR_GREATER",
    ] {
      #expect(net8.contains(symbol), "\(symbol)")
    }
    #expect(!net8.contains("NET9_0_OR_GREATER"))
    let net472 = try #require(TargetFramework("net472")).preprocessorSymbols
    #expect(
      Set(net472).isSuperset(of: [
        "NETFRAMEWORK", "NET472", "NET45_OR_GREATER", "NET472_OR_GREATER", "NET20_OR_GREATER",
      ]))
    #expect(!net472.contains("NET48_OR_GREATER"))
    #expect(try #require(TargetFramework("netcoreapp3.1")).preprocessorSymbols.contains("NETCOREAPP3_1"))
  }

  @Test(arguments: [
    ("net10.0", "14.0"), ("net9.0", "13.0"), ("net8.0", "12.0"), ("net6.0", "10.0"), ("net5.0", "9.0"),
    ("netcoreapp3.1", "8.0"),
    ("netcoreapp2.1", "7.3"), ("netstandard2.1", "8.0"), ("netstandard2.0", "7.3"), ("net48", "7.3"),
  ])
  func languageVersions(_ framework: String, _ expected: String) {
    #expect(TargetFramework(framework)?.defaultLanguageVersion == expected)
  }

  @Test func packageVersionsAreOrdered() throws {
    let order = [
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc", "1.0", "1.0.1", "1.10.0",
      "2.0.0+build",
    ]
    .compactMap(PackageVersion.init)
    #expect(order.count == 9)
    for (a, b) in zip(order, order.dropFirst()) { #expect(a < b) }
    #expect(PackageVersion("x") == nil)
  }
}
