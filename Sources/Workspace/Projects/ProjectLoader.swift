/// Reads projects: evaluates their files and finds what they refer to. Owned and used by one thread; the facts that it
/// returns are values.
package final class ProjectLoader {
  private let fileSystem: any FileSystem
  private let environment: DotNetEnvironment
  /// Such as `Configuration`; they override what projects say.
  private let globalProperties: [String: String]
  private var context: MSBuildContext
  private var resolver: ReferenceResolver
  private var variants: [String: [MSBuildEvaluation]] = [:]
  /// What other projects ask of an evaluation, made once.
  private var interfaces: [ObjectIdentifier: Interface] = [:]
  private var facts: [String: [ProjectFacts]] = [:]

  package init(_ fileSystem: any FileSystem, _ environment: DotNetEnvironment, globalProperties: [String: String] = [:])
  {
    self.fileSystem = fileSystem
    self.environment = environment
    self.globalProperties = globalProperties
    context = MSBuildContext(fileSystem, environment)
    resolver = ReferenceResolver(fileSystem, environment)
  }

  /// Forgets everything that was read.
  package func reload() {
    context = MSBuildContext(fileSystem, environment)
    resolver = ReferenceResolver(fileSystem, environment)
    variants = [:]
    interfaces = [:]
    facts = [:]
  }

  private struct Interface {
    let projectReferences: [(path: String, isPrivate: Bool)]
    let packages: [PackageReference]
    let frameworks: [String]
  }

  private func interface(_ evaluation: MSBuildEvaluation) -> Interface {
    // Evaluations live as long as `variants`, so an identifier is not used twice.
    if let known = interfaces[ObjectIdentifier(evaluation)] { return known }
    let result = Interface(
      projectReferences: projectReferences(evaluation), packages: packageReferences(evaluation),
      frameworks: ownFrameworkReferences(evaluation, framework(evaluation)))
    interfaces[ObjectIdentifier(evaluation)] = result
    return result
  }

  /// Whether a change of the file can change what projects say.
  package static func isProjectInput(_ path: String) -> Bool {
    let name = FilePath.name(path).asciiLowercased
    return inputSuffixes.contains { name.hasSuffix($0) } || name == "global.json" || name == "project.assets.json"
      || name == "web.config"
  }

  private static let inputSuffixes = [
    ".csproj", ".props", ".targets", ".sln", ".slnx", ".slnf", ".projitems", ".shproj", ".razor",
  ]

  /// One result per target framework, in the order of the project file. A project that can't be read has one with a note.
  ///
  /// - Parameter path: of a `.csproj`, absolute and normalized.
  package func load(_ path: String) -> [ProjectFacts] {
    if let known = facts[path] { return known }
    let result = variants(path).map { makeFacts($0, path: path, isFileBasedApp: false) }
    facts[path] = result
    return result
  }

  /// A program in one file with `#:` directives.
  package func loadFileBasedApp(_ path: String, bytes: [UInt8]) -> ProjectFacts {
    let app = FileBasedApp(bytes)
    let projectPath = String(path.dropLast(FilePath.fileExtension(path).count)) + ".csproj"
    context.setDocument(XMLDocument(Array(app.projectText(source: path).utf8)), at: projectPath)
    let evaluation = MSBuildEvaluation(projectPath, context: context, globalProperties: globalProperties)
    var result = makeFacts(evaluation, path: path, isFileBasedApp: true)
    result.notes += app.notes.map { ProjectNote(file: path, line: $0.line, message: $0.message) }
    result.inputs = result.inputs.map { $0 == projectPath ? path : $0 }
    return result
  }

  /// What holds for a file that belongs to no project: the newest framework and its usual usings.
  package func factsWithoutProject(directory: String) -> ProjectFacts {
    let framework = TargetFramework(.netCoreApp, [10, 0])
    let request = ReferenceResolver.Request(
      projectDirectory: directory, framework: framework, frameworkName: framework.shortName,
      frameworkReferences: ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"], assets: nil, packages: [],
      references: [], isSDKStyle: true, hasImplicitFrameworkReferences: false, desktopProfiles: [])
    let usings = [
      "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
      "System.Threading.Tasks",
    ].map { GlobalUsing(name: $0, alias: "", isStatic: false) }
    return ProjectFacts(
      path: directory, name: FilePath.name(directory), assemblyName: FilePath.name(directory), rootNamespace: "",
      targetFramework: framework, targetFrameworkName: framework.shortName,
      outputKind: .consoleApplication, languageVersion: "preview", nullable: "disable", allowsUnsafeBlocks: true,
      implicitUsings: "enable", globalUsings: usings,
      preprocessorSymbols: sortedUniquePaths(framework.preprocessorSymbols + ["DEBUG", "TRACE"]), sources: [],
      generatedSources: [], references: resolver.resolve(request).references, directProjectReferences: [],
      projectReferences: [], packageReferences: [], missingPackages: [], frameworkReferences: [],
      internalsVisibleTo: [], sdks: [], noWarn: [], additionalFiles: [], globalConfigFiles: [], kind: .unknown,
      isClassicWeb: false, isFileBasedApp: false, isRestored: false, notes: [], inputs: [])
  }

  // MARK: Evaluation

  private func variants(_ path: String) -> [MSBuildEvaluation] {
    if let known = variants[path] { return known }
    // Filled before references are followed, so that a cycle of references ends.
    let outer = MSBuildEvaluation(path, context: context, globalProperties: globalProperties)
    let frameworks = outer["TargetFrameworks"].msbuildList.uniqued()
    var result = [outer]
    if outer["TargetFramework"].isEmpty, frameworks.isEmpty, outer.isTrue("UsingMicrosoftNETSdk"),
      outer["TargetFrameworkVersion"].isEmpty
    {
      // A property that something outside the checkout would set. The SDK that the repository asks for is the best guess.
      let major = max(context.globalJSON(above: FilePath.parent(path)).version?.major ?? 10, 5)
      result = [
        MSBuildEvaluation(
          path, context: context,
          globalProperties: globalProperties.merging(["TargetFramework": "net\(major).0"]) { $1 })
      ]
    } else if outer["TargetFramework"].isEmpty, !frameworks.isEmpty {
      result = frameworks.map { framework in
        MSBuildEvaluation(
          path, context: context, globalProperties: globalProperties.merging(["TargetFramework": framework]) { $1 })
      }
    }
    variants[path] = result
    return result
  }

  private func framework(_ evaluation: MSBuildEvaluation) -> TargetFramework? {
    if let framework = TargetFramework(evaluation["TargetFramework"]) {
      var framework = framework
      if framework.platform.isEmpty { framework.platform = evaluation["TargetPlatformIdentifier"].asciiLowercased }
      if framework.platform == "windows" || evaluation["TargetFramework"].contains("-") { return framework }
      framework.platform = ""
      return framework
    }
    let identifier = evaluation["TargetFrameworkIdentifier"]
    let version = evaluation["TargetFrameworkVersion"]
    if version.isEmpty { return nil }
    return TargetFramework("\(identifier.isEmpty ? ".NETFramework" : identifier),Version=\(version)")
  }

  /// The project references that give assemblies, and whether projects that refer to this one get them as well.
  private func projectReferences(_ evaluation: MSBuildEvaluation) -> [(path: String, isPrivate: Bool)] {
    evaluation.items("ProjectReference").compactMap { item in
      if item["ReferenceOutputAssembly"].equalsIgnoringASCIICase("false") { return nil }
      if !item["OutputItemType"].isEmpty { return nil }
      return (evaluation.path(item.identity), ProjectLoader.isPrivate(item))
    }
  }

  private static func isPrivate(_ item: MSBuildItem) -> Bool {
    let assets = item["PrivateAssets"].asciiLowercased
    return assets.contains("all") || assets.contains("compile")
  }

  /// The evaluation of a referenced project for the framework that fits best.
  private func variant(_ path: String, for framework: TargetFramework?) -> MSBuildEvaluation? {
    let all = variants(path)
    guard all.count > 1, let framework else { return all.first }
    let offers = all.map { self.framework($0) ?? TargetFramework(.netStandard, [1, 0]) }
    return framework.nearest(offers).map { all[$0] } ?? all.first
  }

  /// All projects that the evaluation's code sees, itself left out.
  private func closure(_ evaluation: MSBuildEvaluation, _ framework: TargetFramework?) -> [MSBuildEvaluation] {
    var seen: Set<String> = [evaluation.projectPath]
    var result: [MSBuildEvaluation] = []
    var queue = projectReferences(evaluation).map(\.path)
    let isTransitive = !evaluation.isTrue("DisableTransitiveProjectReferences")
    var index = 0
    while index < queue.count {
      let path = queue[index]
      index &+= 1
      guard seen.insert(path).inserted, fileSystem.isFile(path), let next = variant(path, for: framework) else {
        continue
      }
      result.append(next)
      if isTransitive { queue += interface(next).projectReferences.filter { !$0.isPrivate }.map(\.path) }
    }
    return result
  }

  // MARK: Facts

  private func makeFacts(_ evaluation: MSBuildEvaluation, path: String, isFileBasedApp: Bool) -> ProjectFacts {
    let framework = framework(evaluation)
    let isSDKStyle = evaluation.isTrue("UsingMicrosoftNETSdk")
    let closure = closure(evaluation, framework)
    let packages = packageReferences(evaluation)
    let assetsPath = evaluation.path(
      evaluation["ProjectAssetsFile"].isEmpty ? "obj/project.assets.json" : evaluation["ProjectAssetsFile"])
    let assets = fileSystem.contents(assetsPath).flatMap { ProjectAssets($0) }
    let target = framework.flatMap { assets?.target($0, alias: evaluation["TargetFramework"]) }
    let outputKind = outputKind(evaluation, framework, packages)

    let own = ownFrameworkReferences(evaluation, framework)
    var frameworks = own
    for other in closure {
      frameworks += interface(other).frameworks
    }
    frameworks += target?.libraries.flatMap(\.frameworkReferences) ?? []
    frameworks = frameworks.uniqued().sorted()

    var resolved = ReferenceResolver.Result()
    let references = evaluation.items("Reference")
    let inherited = closure.flatMap { interface($0).packages.filter { !$0.isPrivate } }
    if let framework {
      var profiles: Set<String> = []
      if evaluation.isTrue("UseWPF") { profiles.insert("WPF") }
      if evaluation.isTrue("UseWindowsForms") { profiles.insert("WindowsForms") }
      resolved = resolver.resolve(
        ReferenceResolver.Request(
          projectDirectory: evaluation.projectDirectory, framework: framework,
          frameworkName: evaluation["TargetFramework"], frameworkReferences: frameworks, assets: assets,
          packages: packages + inherited, references: references, isSDKStyle: isSDKStyle,
          hasImplicitFrameworkReferences: !evaluation.isTrue("DisableImplicitFrameworkReferences"),
          desktopProfiles: profiles))
    }

    var kindFacts = ProjectKindFacts()
    kindFacts.isTestProject = evaluation.isTrue("IsTestProject")
    kindFacts.usesUserInterface = ["UseWPF", "UseWindowsForms", "UseMaui", "UseWinUI"].contains {
      evaluation.isTrue($0)
    }
    kindFacts.hasAzureFunctionsVersion = !evaluation["AzureFunctionsVersion"].isEmpty
    kindFacts.outputKind = outputKind
    kindFacts.sdks = evaluation.sdks.map(\.name)
    kindFacts.packages = packages.map(\.name)
    kindFacts.inheritedPackages = inherited.map(\.name)
    kindFacts.assemblies = references.map { ReferenceResolver.simpleName($0.identity) }
    kindFacts.frameworks = own
    kindFacts.projectTypeGuids = evaluation["ProjectTypeGuids"].msbuildList.map { $0.uppercased() }
    kindFacts.hasWebConfig = ["Web.config", "web.config"].contains {
      fileSystem.isFile(evaluation.path($0))
    }

    let usings = globalUsings(evaluation, framework)
    let constants = evaluation["DefineConstants"].split { ";, \n\r\t".contains($0) }.map(String.init)
    let implicitConstants =
      isSDKStyle && !evaluation.isTrue("DisableImplicitFrameworkDefines") ? framework?.preprocessorSymbols ?? [] : []
    let languageVersion = evaluation["LangVersion"].trimmed
    let nullable = evaluation["Nullable"].trimmed.asciiLowercased
    let name = FilePath.stem(path)
    let assemblyName = evaluation["AssemblyName"].isEmpty ? name : evaluation["AssemblyName"]
    let friends = internalsVisibleTo(evaluation)
    return ProjectFacts(
      path: path, name: name, assemblyName: assemblyName,
      rootNamespace: evaluation["RootNamespace"], targetFramework: framework,
      targetFrameworkName: evaluation["TargetFramework"].isEmpty
        ? framework?.shortName ?? "" : evaluation["TargetFramework"],
      outputKind: outputKind,
      languageVersion: languageVersion.isEmpty ? framework?.defaultLanguageVersion ?? "latest" : languageVersion,
      nullable: nullable.isEmpty ? "disable" : nullable,
      allowsUnsafeBlocks: evaluation.isTrue("AllowUnsafeBlocks"), implicitUsings: evaluation["ImplicitUsings"],
      globalUsings: usings, preprocessorSymbols: sortedUniquePaths(constants + implicitConstants),
      sources: sortedUniquePaths(sources(evaluation) + resolved.sources),
      generatedSources: generatedSources(evaluation, framework, usings, assemblyName, friends),
      references: resolved.references,
      directProjectReferences: projectReferences(evaluation).map(\.path).uniqued(),
      projectReferences: sortedUniquePaths(closure.map(\.projectPath)), packageReferences: packages,
      missingPackages: packages.map(\.name).filter { !resolved.foundPackages.contains($0.asciiLowercased) }.sorted(),
      frameworkReferences: frameworks, internalsVisibleTo: friends, sdks: evaluation.sdks.map(\.name),
      noWarn: noWarn(evaluation), additionalFiles: paths(evaluation, "AdditionalFiles"),
      globalConfigFiles: paths(evaluation, "GlobalAnalyzerConfigFiles"), kind: kindFacts.kind,
      isClassicWeb: kindFacts.isClassicWeb, isFileBasedApp: isFileBasedApp, isPacked: isPacked(evaluation),
      isRestored: target != nil,
      notes: evaluation.notes
        + resolved.notes.map { ProjectNote(file: path, line: 0, message: $0.message, subject: $0.subject) },
      inputs: evaluation.imports + (assets == nil ? [] : [assetsPath]))
  }

  /// Every library could be packed; what is meant to be says so.
  private func isPacked(_ evaluation: MSBuildEvaluation) -> Bool {
    if evaluation["IsPackable"].trimmed.equalsIgnoringASCIICase("false") { return false }
    return evaluation.isTrue("IsPackable") || evaluation.isTrue("GeneratePackageOnBuild")
      || !evaluation["PackageId"].trimmed.isEmpty
  }

  private func paths(_ evaluation: MSBuildEvaluation, _ type: String) -> [String] {
    sortedUniquePaths(evaluation.items(type).map { evaluation.path($0.identity) }.filter { fileSystem.isFile($0) })
  }

  private func sources(_ evaluation: MSBuildEvaluation) -> [String] {
    paths(evaluation, "Compile") + builtSources(evaluation)
  }

  /// Sources that an earlier build has left in the intermediate folder and that a build would compile: protoc's, those of
  /// WPF's markup compiler, and what source generators made where the project keeps it.
  private func builtSources(_ evaluation: MSBuildEvaluation) -> [String] {
    let folder = evaluation.path(evaluation["IntermediateOutputPath"])
    func find(_ pattern: String, in folder: String) -> [String] {
      guard fileSystem.isDirectory(folder) else { return [] }
      return MSBuildGlob.matches(
        pattern, base: folder, excludes: MSBuildGlob.Excludes([], base: folder), in: context.directories
      ).map(\.path)
    }
    var result: [String] = []
    for item in evaluation.items("Protobuf") {
      let name = FilePath.stem(FilePath.normalizedSeparators(item.identity))
      let words = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      let camel = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      if camel.isEmpty { continue }
      result += find("**/\(camel).cs", in: folder) + find("**/\(camel)Grpc.cs", in: folder)
    }
    if evaluation.isTrue("UseWPF") {
      result += find("**/*.g.cs", in: folder).filter { !$0.hasSuffixIgnoringASCIICase(".GlobalUsings.g.cs") }
    }
    if evaluation.isTrue("EmitCompilerGeneratedFiles") {
      let output = evaluation["CompilerGeneratedFilesOutputPath"]
      result += find("**/*.cs", in: output.isEmpty ? FilePath.join(folder, "generated") : evaluation.path(output))
    }
    return result
  }

  private func packageReferences(_ evaluation: MSBuildEvaluation) -> [PackageReference] {
    var central: [String: String] = [:]
    for item in evaluation.items("PackageVersion") { central[item.identity.asciiLowercased] = item["Version"] }
    var result: [PackageReference] = []
    for item in evaluation.items("PackageReference") + evaluation.items("GlobalPackageReference") {
      var version = item["VersionOverride"]
      if version.isEmpty { version = item["Version"] }
      if version.isEmpty { version = central[item.identity.asciiLowercased] ?? "" }
      result.append(PackageReference(name: item.identity, version: version, isPrivate: ProjectLoader.isPrivate(item)))
    }
    // What MSTest.Sdk refers to where its own files are not there to say so.
    if evaluation.sdks.contains(where: { $0.name.equalsIgnoringASCIICase("MSTest.Sdk") }),
      !result.contains(where: { $0.name.hasPrefixIgnoringASCIICase("MSTest") })
    {
      let version = evaluation.sdks.first { $0.name.equalsIgnoringASCIICase("MSTest.Sdk") }?.version ?? ""
      result += ["MSTest.TestAdapter", "MSTest.TestFramework"].map { PackageReference(name: $0, version: version) }
    }
    var seen: Set<String> = []
    return result.filter { seen.insert($0.name.asciiLowercased).inserted }
  }

  private func ownFrameworkReferences(_ evaluation: MSBuildEvaluation, _ framework: TargetFramework?) -> [String] {
    guard let framework, framework.family == .netCoreApp else { return [] }
    var result: [String] = []
    if framework.version.major >= 3, !evaluation.isTrue("DisableImplicitFrameworkReferences") {
      result.append("Microsoft.NETCore.App")
    }
    result += evaluation.items("FrameworkReference").map(\.identity)
    if evaluation.isTrue("UseWPF") || evaluation.isTrue("UseWindowsForms") {
      result.append("Microsoft.WindowsDesktop.App")
    }
    if evaluation.isTrue("AddRazorSupportForMvc"), framework.version.major >= 3 {
      result.append("Microsoft.AspNetCore.App")
    }
    return result.uniqued()
  }

  private func outputKind(
    _ evaluation: MSBuildEvaluation, _ framework: TargetFramework?, _ packages: [PackageReference]
  ) -> OutputKind {
    let kind = OutputKind(outputType: evaluation["OutputType"])
    if kind == .dynamicallyLinkedLibrary, framework?.family == .netCoreApp {
      // These packages' build files make the project a program. They have spoken already if NuGet's imports are there.
      let areImportsThere = evaluation.imports.contains { $0.hasSuffixIgnoringASCIICase(".nuget.g.props") }
      if !areImportsThere, packages.contains(where: { ProjectLoader.makesProgram($0.name) }) {
        return .consoleApplication
      }
      if evaluation.sdks.contains(where: { $0.name.equalsIgnoringASCIICase("MSTest.Sdk") }) {
        return .consoleApplication
      }
    }
    if kind == .consoleApplication, framework?.family == .netCoreApp, (framework?.version.major ?? 0) >= 5,
      evaluation.isTrue("UseWPF") || evaluation.isTrue("UseWindowsForms"),
      !evaluation.isTrue("DisableWinExeOutputInference")
    {
      return .windowsApplication
    }
    return kind
  }

  private static func makesProgram(_ package: String) -> Bool {
    let name = package.asciiLowercased
    return name == "microsoft.net.test.sdk" || name == "xunit.v3" || name.hasPrefix("xunit.v3.core")
      || name.hasPrefix("xunit.v3.mtp") || name == "tunit" || name == "mstest"
  }

  private func noWarn(_ evaluation: MSBuildEvaluation) -> Set<String> {
    let ids = evaluation["NoWarn"].split { ";, \n\r\t".contains($0) }
    return Set(ids.map { id in id.utf8.allSatisfy(isASCIIDigit) ? "CS" + id : id.uppercased() })
  }

  private func internalsVisibleTo(_ evaluation: MSBuildEvaluation) -> [String] {
    // Both kinds of items reach the compiler through the file that this property asks for.
    guard evaluation.isTrue("GenerateAssemblyInfo") else { return [] }
    var result: [String] = []
    for item in evaluation.items("AssemblyAttribute") {
      let name = item.identity
      if name == "System.Runtime.CompilerServices.InternalsVisibleTo"
        || name == "System.Runtime.CompilerServices.InternalsVisibleToAttribute"
      {
        result.append(item["_Parameter1"])
      }
    }
    result += evaluation.items("InternalsVisibleTo").map { item in
      item["Key"].isEmpty ? item.identity : "\(item.identity), PublicKey=\(item["Key"])"
    }
    return result.uniqued()
  }

  // MARK: Generated sources

  private func globalUsings(_ evaluation: MSBuildEvaluation, _ framework: TargetFramework?) -> [GlobalUsing] {
    var usings = evaluation.items("Using").map { item in
      GlobalUsing(
        name: item.identity, alias: item["Alias"], isStatic: item["Static"].equalsIgnoringASCIICase("true"))
    }
    if embedsValidatableType(evaluation, framework) {
      usings.append(GlobalUsing(name: "Microsoft.Extensions.Validation.Embedded", alias: "", isStatic: false))
    }
    let implicit = evaluation["ImplicitUsings"].asciiLowercased
    if evaluation.sdks.contains(where: { $0.name.equalsIgnoringASCIICase("MSTest.Sdk") }),
      implicit == "enable" || implicit == "true"
    {
      usings.append(GlobalUsing(name: "Microsoft.VisualStudio.TestTools.UnitTesting", alias: "", isStatic: false))
    }
    func order(_ using: GlobalUsing) -> (Int, String) {
      (using.isStatic ? 1 : using.alias.isEmpty ? 0 : 2, using.name)
    }
    return usings.uniqued().sorted { order($0) < order($1) }
  }

  /// SDKs since 10.0.4 give each project with Razor components an attribute of its own for validation.
  private func embedsValidatableType(_ evaluation: MSBuildEvaluation, _ framework: TargetFramework?) -> Bool {
    guard let framework, framework.family == .netCoreApp, framework.version >= [10, 0],
      evaluation.sdks.contains(where: { ProjectLoader.razorSDKs.contains($0.name.asciiLowercased) })
    else { return false }
    let excludes = MSBuildGlob.Excludes(
      (evaluation["DefaultItemExcludes"] + ";**/.*/**").msbuildList, base: evaluation.projectDirectory)
    return !MSBuildGlob.matches(
      "**/*.razor", base: evaluation.projectDirectory, excludes: excludes, in: context.directories
    ).isEmpty
  }

  private static let razorSDKs: Set<String> = [
    "microsoft.net.sdk.web", "microsoft.net.sdk.razor", "microsoft.net.sdk.blazorwebassembly",
  ]

  private func generatedSources(
    _ evaluation: MSBuildEvaluation, _ framework: TargetFramework?, _ usings: [GlobalUsing], _ assemblyName: String,
    _ friends: [String]
  ) -> [GeneratedSource] {
    let folder = evaluation.path(evaluation["IntermediateOutputPath"])
    let name = FilePath.stem(evaluation.projectPath)
    var result: [GeneratedSource] = []
    func add(_ file: String, _ text: String) {
      result.append(GeneratedSource(path: FilePath.join(folder, file), text: text))
    }
    if !usings.isEmpty {
      add("\(name).GlobalUsings.g.cs", "// <auto-generated/>\n" + usings.map { $0.text + "\n" }.joined())
    }
    if let framework {
      let attribute =
        "[assembly: global::System.Runtime.Versioning.TargetFrameworkAttribute(\"\(framework.moniker)\", FrameworkDisplayName = \"\(framework.displayName)\")]"
      add(
        "\(framework.moniker).AssemblyAttributes.cs",
        "// <autogenerated />\nusing System;\nusing System.Reflection;\n\(attribute)\n")
    }
    if evaluation.isTrue("GenerateAssemblyInfo") {
      add(
        "\(name).AssemblyInfo.cs",
        "// <auto-generated/>\n\n"
          + assemblyAttributes(evaluation, assemblyName).map { "[assembly: \($0)]\n" }.joined())
    }
    if embedsValidatableType(evaluation, framework) {
      add(
        "EmbeddedAttribute.cs",
        "// <auto-generated/>\nnamespace Microsoft.CodeAnalysis\n{\ninternal sealed partial class EmbeddedAttribute : global::System.Attribute\n{\n}\n}\n"
      )
      add(
        "ValidatableTypeAttribute.cs",
        "// <auto-generated/>\nnamespace Microsoft.Extensions.Validation.Embedded\n{\n[global::Microsoft.CodeAnalysis.EmbeddedAttribute]\n[global::System.AttributeUsage(global::System.AttributeTargets.Class)]\ninternal sealed class ValidatableTypeAttribute : global::System.Attribute\n{\n}\n}\n"
      )
    }
    return result
  }

  /// Those that a build generates from properties and items.
  private func assemblyAttributes(_ evaluation: MSBuildEvaluation, _ assemblyName: String) -> [String] {
    var attributes: [String] = []
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    for item in evaluation.items("AssemblyAttribute") {
      var arguments: [String] = []
      while case let value = item["_Parameter\(arguments.count + 1)"], !value.isEmpty, arguments.count < 16 {
        arguments.append(quoted(value))
      }
      attributes.append("\(item.identity)(\(arguments.joined(separator: ", ")))")
    }
    func orDefault(_ name: String, _ fallback: String) -> String {
      evaluation[name].isEmpty ? fallback : evaluation[name]
    }
    let prefix = orDefault("VersionPrefix", "1.0.0")
    let suffix = evaluation["VersionSuffix"]
    let version = orDefault("Version", suffix.isEmpty ? prefix : "\(prefix)-\(suffix)")
    let numbers = PackageVersion(version)?.numbers ?? [1, 0, 0]
    let values = [
      ("Company", orDefault("Company", orDefault("Authors", assemblyName))),
      ("Configuration", evaluation["Configuration"]), ("Copyright", evaluation["Copyright"]),
      ("Description", evaluation["Description"]), ("FileVersion", orDefault("FileVersion", numbers.text(parts: 4))),
      ("InformationalVersion", orDefault("InformationalVersion", version)),
      ("Product", orDefault("Product", assemblyName)), ("Title", orDefault("AssemblyTitle", assemblyName)),
      ("Version", orDefault("AssemblyVersion", numbers.text(parts: 4))),
    ]
    for (name, value) in values where !value.isEmpty {
      if evaluation["GenerateAssembly\(name)Attribute"].equalsIgnoringASCIICase("false") { continue }
      attributes.append("System.Reflection.Assembly\(name)Attribute(\(quoted(value)))")
    }
    for item in evaluation.items("InternalsVisibleTo") {
      let key = item["Key"]
      let name = key.isEmpty ? item.identity : "\(item.identity), PublicKey=\(key)"
      attributes.append("System.Runtime.CompilerServices.InternalsVisibleTo(\(quoted(name)))")
    }
    return attributes
  }
}
