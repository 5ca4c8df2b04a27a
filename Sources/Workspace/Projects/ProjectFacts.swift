import ConcurrencyRules

/// What the compiler makes of a project; names are Roslyn's.
package enum OutputKind: String, Sendable {
  case consoleApplication = "ConsoleApplication"
  case windowsApplication = "WindowsApplication"
  case dynamicallyLinkedLibrary = "DynamicallyLinkedLibrary"
  case netModule = "NetModule"
  case windowsRuntimeMetadata = "WindowsRuntimeMetadata"

  init(outputType: String) {
    switch outputType.asciiLowercased {
    case "exe": self = .consoleApplication
    case "winexe", "appcontainerexe": self = .windowsApplication
    case "module": self = .netModule
    case "winmdobj": self = .windowsRuntimeMetadata
    default: self = .dynamicallyLinkedLibrary
    }
  }
}

package struct PackageReference: Hashable, Sendable {
  package let name: String
  /// As written, after central versions; empty if there is none.
  package let version: String
  /// `PrivateAssets="all"`: projects that refer to this one don't see it.
  package let isPrivate: Bool

  package init(name: String, version: String, isPrivate: Bool = false) {
    self.name = name
    self.version = version
    self.isPrivate = isPrivate
  }
}

/// A source that a build writes into `obj`, made here from the project's own facts.
package struct GeneratedSource: Hashable, Sendable {
  /// Where a build would write it.
  package let path: String
  package let text: String
}

/// One `global using` that the project adds to its sources.
package struct GlobalUsing: Hashable, Sendable {
  package let name: String
  /// Empty for a using without alias.
  package let alias: String
  package let isStatic: Bool

  package var text: String {
    "global using \(isStatic ? "static " : "")\(alias.isEmpty ? "" : "\(alias) = ")\(name);"
  }
}

/// Everything known about one project for one target framework, without having run MSBuild.
package struct ProjectFacts: Sendable {
  /// Of the project file; for a file-based app of its source.
  package var path: String
  package var name: String
  package var directory: String { FilePath.parent(path) }
  package var assemblyName: String
  package var rootNamespace: String
  package var targetFramework: TargetFramework?
  /// As the project writes it; empty if it has none.
  package var targetFrameworkName: String
  package var outputKind: OutputKind
  /// As the compiler takes it: `14.0`, `latest`, `preview`.
  package var languageVersion: String
  /// `enable`, `disable`, `warnings`, `annotations`.
  package var nullable: String
  package var allowsUnsafeBlocks: Bool
  /// As written: `enable`, `true` or empty.
  package var implicitUsings: String
  /// Ordered by name.
  package var globalUsings: [GlobalUsing]
  /// Ordered, without doubles.
  package var preprocessorSymbols: [String]
  /// Absolute paths, ordered.
  package var sources: [String]
  package var generatedSources: [GeneratedSource]
  /// Absolute paths of assemblies, ordered, conflicts settled.
  package var references: [String]
  /// Absolute paths of project files that this one names itself and takes assemblies from.
  package var directProjectReferences: [String]
  /// All of them, those of referenced projects included, ordered.
  package var projectReferences: [String]
  package var packageReferences: [PackageReference]
  /// Own package references that were not found on this machine.
  package var missingPackages: [String]
  package var frameworkReferences: [String]
  /// Names of assemblies (with public keys, as written) that see this one's internals.
  package var internalsVisibleTo: [String]
  package var sdks: [String]
  /// Upper-cased ids.
  package var noWarn: Set<String>
  /// Absolute paths.
  package var additionalFiles: [String]
  package var globalConfigFiles: [String]
  package var kind: ProjectKind
  /// `System.Web` in a classic web application, where a synchronization context is present.
  package var isClassicWeb: Bool
  package var isFileBasedApp: Bool
  /// The project says that it becomes a package, so that nobody knows who uses it.
  package var isPacked = false
  /// `project.assets.json` was there, so that package references are those of a restore.
  package var isRestored: Bool
  package var notes: [ProjectNote]
  /// Files whose change changes these facts: the project, its imports, the assets.
  package var inputs: [String]

  /// Whether a synchronization context can be current in the project's code, as far as the project decides it.
  package var contextPresence: ContextPresence { ContextPresence(kind, isClassicWeb: isClassicWeb) }
}

extension ProjectKind {
  /// The value of `awaitwise.project_kind`; `nil` for `auto` and for anything else.
  package init?(configurationValue value: String) {
    guard let kind = ProjectKind(rawValue: value.asciiLowercased), kind != .unknown else { return nil }
    self = kind
  }
}

extension ContextPresence {
  package init(_ kind: ProjectKind, isClassicWeb: Bool) {
    switch kind {
    case .ui: self = .present
    case .web: self = isClassicWeb ? .present : .absent
    case .test, .function, .console: self = .absent
    case .library, .unknown: self = .unknown
    }
  }

  /// The value of `awaitwise.synchronization_context`; `nil` for `auto` and for anything else.
  package init?(configurationValue value: String) {
    guard let presence = ContextPresence(rawValue: value.asciiLowercased), presence != .unknown else { return nil }
    self = presence
  }
}

/// What decides a project's kind. The first of the kinds that fits wins, in the order of ``ProjectKind``.
struct ProjectKindFacts: Sendable {
  var isTestProject = false
  /// `UseWPF`, `UseWindowsForms`, `UseMaui` or `UseWinUI`.
  var usesUserInterface = false
  var hasAzureFunctionsVersion = false
  var outputKind = OutputKind.dynamicallyLinkedLibrary
  /// Names in any case.
  var sdks: [String] = []
  var packages: [String] = []
  /// Those of referenced projects, which a test project may owe its test framework to.
  var inheritedPackages: [String] = []
  /// Simple names of `Reference` items.
  var assemblies: [String] = []
  var frameworks: [String] = []
  /// In upper case, with braces.
  var projectTypeGuids: [String] = []
  var hasWebConfig = false

  var kind: ProjectKind {
    let sdks = sdks.map(\.asciiLowercased)
    let packages = packages.map(\.asciiLowercased)
    let assemblies = assemblies.map(\.asciiLowercased)
    let frameworks = frameworks.map(\.asciiLowercased)
    let references = packages + assemblies
    func refers(_ prefixes: [String]) -> Bool {
      references.contains { name in prefixes.contains { name.hasPrefix($0) } }
    }
    let isTestBase = { (name: String) in ProjectKindFacts.testPrefixes.contains { name.hasPrefix($0) } }
    if isTestProject || references.contains(where: isTestBase)
      || inheritedPackages.map(\.asciiLowercased).contains(where: isTestBase) || sdks.contains("mstest.sdk")
      || projectTypeGuids.contains("{3AC096D0-A1C2-E12C-1390-A8335801FDAB}")
    {
      return .test
    }
    if usesUserInterface || refers(ProjectKindFacts.userInterfacePrefixes)
      || sdks.contains(where: ProjectKindFacts.userInterfaceSDKs.contains)
      || frameworks.contains(where: { $0.hasPrefix("microsoft.windowsdesktop.app") })
      || assemblies.contains(where: ProjectKindFacts.userInterfaceAssemblies.contains)
    {
      return .ui
    }
    if hasAzureFunctionsVersion || refers(["microsoft.net.sdk.functions", "microsoft.azure.functions.worker"]) {
      return .function
    }
    if sdks.contains("microsoft.net.sdk.web") || frameworks.contains(where: { $0.hasPrefix("microsoft.aspnetcore.") })
      || packages.contains(where: { $0.hasPrefix("microsoft.aspnetcore.") }) || isClassicWeb
    {
      return .web
    }
    if outputKind == .consoleApplication || outputKind == .windowsApplication
      || sdks.contains("microsoft.net.sdk.worker")
    {
      return .console
    }
    return .library
  }

  var isClassicWeb: Bool {
    guard assemblies.contains(where: { $0.equalsIgnoringASCIICase("System.Web") }) else { return false }
    return hasWebConfig || projectTypeGuids.contains(where: ProjectKindFacts.webProjectTypes.contains)
  }

  private static let testPrefixes = [
    "microsoft.net.test.sdk", "xunit", "nunit", "mstest", "tunit",
    "microsoft.visualstudio.qualitytools.unittestframework",
  ]
  private static let userInterfacePrefixes = [
    "microsoft.windowsappsdk", "microsoft.ui.xaml", "microsoft.maui", "xamarin.", "avalonia", "uno.",
    "microsoft.visualstudio.sdk", "microsoft.visualstudio.shell", "microsoft.vssdk",
  ]
  private static let userInterfaceSDKs: Set<String> = [
    "microsoft.net.sdk.windowsdesktop", "microsoft.net.sdk.blazorwebassembly", "uno.sdk", "microsoft.net.sdk.maui",
  ]
  private static let userInterfaceAssemblies: Set<String> = [
    "presentationframework", "presentationcore", "system.windows.forms", "microsoft.winui",
  ]
  private static let webProjectTypes: Set<String> = [
    "{349C5851-65DF-11DA-9384-00065B846F21}", "{E24C65DC-7377-472B-9ABA-BC803B73C61A}",
    "{E3E379DF-F4C6-4180-9B81-6769533ABE47}", "{F85E285D-A4E0-4152-9332-AB1D724D3325}",
    "{E53F8FEA-EAE0-44A6-8774-FFD645390401}", "{603C0E0B-DB56-11DC-BE95-000D561079B0}",
  ]
}
