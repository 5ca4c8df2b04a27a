import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules
import DotNetMetadata
import Foundation

/// What project the code of a ``Fixture`` belongs to. Without any of these lines it is a loose file that sees ASP.NET Core.
///
/// - `// language: 8`: the version of C#; the newest otherwise. Below 10 there are no implicit usings.
/// - `// project: web`: the kind (`test`, `ui`, `function`, `web`, `console`, `library`).
/// - `// references: windows-desktop, efcore`: what of the built-in catalogue it sees beside ASP.NET Core; a name of
///   ``names`` or a package's id. `net472` puts .NET Framework in place of .NET.
struct FixtureProject: Hashable, Sendable {
  let language: LanguageVersion
  let kind: ProjectKind
  /// Sorted.
  let references: [String]

  /// Short names and the packages that they stand for.
  static let names: [String: [String]] = [
    "efcore": [
      "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions",
      "Microsoft.EntityFrameworkCore.Relational",
    ],
    "vs-threading": ["Microsoft.VisualStudio.Threading.Only"],
    "xunit": ["xunit.abstractions", "xunit.assert", "xunit.extensibility.core"],
    "mstest": ["MSTest.TestFramework"],
    "tunit": ["TUnit.Core"],
    "nito-asyncex": ["Nito.AsyncEx.Context", "Nito.AsyncEx.Coordination", "Nito.AsyncEx.Tasks", "Nito.Disposables"],
    "redis": ["StackExchange.Redis"],
    "functions": ["Microsoft.Azure.Functions.Worker.Core"],
  ]

  init(_ files: [FixtureFile]) {
    language =
      files.lazy.compactMap { $0.values(of: "language").first }.first.flatMap(LanguageVersion.init(written:))
      ?? .csharp15
    kind =
      files.lazy.compactMap { $0.values(of: "project").first }.first.flatMap(ProjectKind.init(rawValue:)) ?? .unknown
    references = Set(files.flatMap { $0.list(of: "references") }).sorted()
  }

  /// Lines that say something that is not understood.
  static func mistakes(_ files: [FixtureFile]) -> [String] {
    var mistakes: [String] = []
    for file in files {
      for text in file.values(of: "language") where LanguageVersion(written: text) == nil {
        mistakes.append("language: \(text)")
      }
      for text in file.values(of: "project") where ProjectKind(rawValue: text) == nil {
        mistakes.append("project: \(text)")
      }
    }
    for layer in FixtureProject(files).layers where Catalogue.builtIn?.layer(named: layer) == nil {
      mistakes.append("references: the catalogue has no \(layer)")
    }
    return mistakes
  }

  private var isFramework: Bool { references.contains("net472") }
  private var isDesktop: Bool { references.contains("windows-desktop") }

  private var packages: [String] {
    references.filter { $0 != "net472" && $0 != "windows-desktop" }.flatMap { FixtureProject.names[$0] ?? [$0] }
  }

  private var layers: [String] {
    var layers = isFramework ? [] : [Catalogue.FrameworkLayer.web]
    if isDesktop { layers.append(Catalogue.FrameworkLayer.windowsDesktop) }
    return layers + packages.map { Catalogue.layerName(ofPackage: $0) }
  }

  var parseOptions: ParseOptions { ParseOptions(languageVersion: language) }

  var context: ProjectContext { ProjectContext(kind: kind, isClassicWeb: isFramework && kind == .web) }

  func compilationOptions(hasTopLevelStatements: Bool) -> CompilationOptions {
    let usings =
      language < .csharp10 ? [] : isFramework ? CompilationOptions.consoleUsings : CompilationOptions.webUsings
    let isProgram = [.console, .web, .ui, .function].contains(kind)
    return CompilationOptions(
      globalUsings: usings, languageVersion: language, isExecutable: isProgram || hasTopLevelStatements)
  }

  /// What it is bound with.
  var metadata: ReferenceSet? {
    FixtureProject.sets.references(of: self) {
      Catalogue.builtIn?.references(target: isFramework ? .net472 : .net10, layers: layers)
    }
  }

  private static let sets = FixtureReferenceSets()

  // MARK: The C# compiler

  /// Whether the compiler needs assemblies that its tool does not carry.
  var needsAssemblies: Bool { isFramework || isDesktop || !packages.isEmpty }

  /// The options of the Roslyn tool; `nil` if the assemblies are not below `root`.
  func compilerArguments(root: URL?) -> [String]? {
    var arguments = ["--langversion", compilerLanguage, "--nullable", language < .csharp8 ? "disable" : "enable"]
    if language >= .csharp10 { arguments += ["--usings", isFramework ? "console" : "web"] }
    guard needsAssemblies else { return arguments + ["--references", "web"] }
    guard let root else { return nil }
    if isFramework {
      let folder = root.appendingPathComponent("packages/microsoft.netframework.referenceassemblies.net472")
      return arguments + ["--references", folder.path]
    }
    arguments += ["--references", "web"]
    if isDesktop {
      arguments += ["--references", root.appendingPathComponent("packs/Microsoft.WindowsDesktop.App.Ref").path]
    }
    guard
      let sets = try? JSONDecoder().decode(
        [String: PackageSet].self, from: Data(contentsOf: root.appendingPathComponent("package-sets.json")))
    else { return packages.isEmpty ? arguments : nil }
    let byID = Dictionary(sets.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    for package in packages {
      // What a package brings along is listed with it.
      for path in byID[package.lowercased()]?.references ?? [] {
        arguments += ["--references", root.appendingPathComponent(path).path]
      }
    }
    return arguments
  }

  private struct PackageSet: Decodable {
    let references: [String]
  }

  private var compilerLanguage: String {
    let minor = language.rawValue % 100
    return "\(language.rawValue / 100)" + (minor == 0 ? "" : ".\(minor)")
  }
}

/// Sets of references by project, each made once.
private final class FixtureReferenceSets: @unchecked Sendable {
  private let lock = NSLock()
  private var sets: [FixtureProject: ReferenceSet] = [:]

  func references(of project: FixtureProject, make: () -> ReferenceSet?) -> ReferenceSet? {
    lock.withLock {
      if let known = sets[project] { return known }
      let set = make()
      sets[project] = set
      return set
    }
  }
}
