import DotNetMetadata

/// Finds the assemblies that a compilation refers to and settles conflicts between them as the SDK does: of two files
/// with one name the newer one stays, and a targeting pack says which packages it replaces.
final class ReferenceResolver {
  struct Request {
    var projectDirectory: String
    var framework: TargetFramework
    /// As the project writes it.
    var frameworkName: String
    var frameworkReferences: [String]
    var assets: ProjectAssets?
    /// The project's own and those that reach it through project references; used without assets only.
    var packages: [PackageReference]
    /// `Reference` items.
    var references: [MSBuildItem]
    var isSDKStyle: Bool
    var hasImplicitFrameworkReferences: Bool
    /// `WPF`, `WindowsForms`, or empty for all of Windows Desktop.
    var desktopProfiles: Set<String>
  }

  struct Result {
    /// Ordered by path.
    var references: [String] = []
    /// Sources that packages add to the compilation.
    var sources: [String] = []
    /// Names in lower case.
    var foundPackages: Set<String> = []
    var notes: [(message: String, subject: WorkspaceNote.Subject)] = []
  }

  private struct Candidate {
    var path: String
    var package: String
    var version: DottedVersion
    /// 0 for a package's file; a later pack wins over an earlier one.
    var platformRank: Int
  }

  private struct Pack {
    /// Path, and the profiles of Windows Desktop that have it.
    var files: [(path: String, profiles: [String])]
    var version: DottedVersion
    /// Packages that the pack replaces, up to a version; names in lower case.
    var overrides: [String: PackageVersion]
  }

  private let fileSystem: any FileSystem
  private let environment: DotNetEnvironment
  private var packs: [String: Pack?] = [:]
  private var assemblyVersions: [String: DottedVersion?] = [:]

  init(_ fileSystem: any FileSystem, _ environment: DotNetEnvironment) {
    self.fileSystem = fileSystem
    self.environment = environment
  }

  func resolve(_ request: Request) -> Result {
    var result = Result()
    var candidates: [String: Candidate] = [:]
    var overrides: [String: PackageVersion] = [:]
    var others: [String] = []

    func add(_ candidate: Candidate) {
      let key = FilePath.name(candidate.path).asciiLowercased
      guard let known = candidates[key] else {
        candidates[key] = candidate
        return
      }
      if wins(candidate, over: known, overrides) { candidates[key] = candidate }
    }

    switch request.framework.family {
    case .netCoreApp, .netStandard:
      var names = request.frameworkReferences.map(ReferenceResolver.packName).uniqued()
      if request.framework.family == .netStandard {
        names = request.framework.version >= [2, 1] ? ["NETStandard.Library.Ref"] : []
      }
      // The base framework first, so that the others win a tie.
      names.sort { ($0 == ReferenceResolver.basePack ? 0 : 1, $0) < ($1 == ReferenceResolver.basePack ? 0 : 1, $1) }
      for (index, name) in names.enumerated() {
        guard let pack = pack(name, request.framework) else {
          if request.hasImplicitFrameworkReferences {
            result.notes.append(
              ("the targeting pack \(name) for \(request.framework.shortName) is not on this machine", .machine))
          }
          continue
        }
        overrides.merge(pack.overrides) { max($0, $1) }
        for file in pack.files {
          if !request.desktopProfiles.isEmpty, !file.profiles.isEmpty,
            request.desktopProfiles.isDisjoint(with: file.profiles)
          {
            continue
          }
          add(Candidate(path: file.path, package: name, version: pack.version, platformRank: index &+ 1))
        }
      }
      if request.framework.family == .netStandard, request.framework.version < [2, 1] {
        for path in netStandardLibrary(request) {
          add(Candidate(path: path, package: "netstandard.library", version: [4, 3, 99], platformRank: 1))
        }
      }
    case .netFramework:
      addFrameworkAssemblies(request, add, &result)
    }

    if let assets = request.assets {
      addAssets(assets, request, add, &result)
    } else {
      addPackages(request, add, &result)
    }
    for item in request.references {
      if let path = path(of: item, request) {
        // An assembly that the project names by path is meant to win.
        let key = FilePath.name(path).asciiLowercased
        candidates[key] = Candidate(path: path, package: "", version: [Int.max], platformRank: 0)
      } else if request.framework.family != .netFramework {
        others.append(item.identity)
      }
    }
    result.references = sortedUniquePaths(candidates.values.map(\.path))
    return result
  }

  private func wins(_ new: Candidate, over old: Candidate, _ overrides: [String: PackageVersion]) -> Bool {
    // Between two packs the later one, between two packages the newer one and at a tie the later one.
    if (new.platformRank > 0) == (old.platformRank > 0) { return new.version >= old.version }
    let isNewPlatform = new.platformRank > 0
    let package = isNewPlatform ? old : new
    let platform = isNewPlatform ? new : old
    return isPackageChosen(package, over: platform, overrides) != isNewPlatform
  }

  /// The pack says what it replaces; else the higher assembly version wins, and between equal ones the newer release.
  /// (The SDK compares file versions then, which grow with releases.)
  private func isPackageChosen(
    _ package: Candidate, over platform: Candidate, _ overrides: [String: PackageVersion]
  ) -> Bool {
    if let replaced = overrides[package.package], package.version <= replaced.numbers { return false }
    if let own = assemblyVersion(package.path), let other = assemblyVersion(platform.path), own != other {
      return own > other
    }
    return package.version > platform.version
  }

  /// `nil` if the file is no assembly.
  private func assemblyVersion(_ path: String) -> DottedVersion? {
    if let known = assemblyVersions[path] { return known }
    var version: DottedVersion?
    if let bytes = fileSystem.contents(path) {
      version = bytes.withUnsafeBytes { buffer in
        guard let view = ByteView(buffer), let image = try? AssemblyImage(portableExecutable: view, file: path),
          image.isAssembly
        else { return nil }
        let version = image.version
        return [Int(version.major), Int(version.minor), Int(version.build), Int(version.revision)]
      }
    }
    assemblyVersions[path] = .some(version)
    return version
  }

  // MARK: Targeting packs

  private static let basePack = "Microsoft.NETCore.App.Ref"

  private static func packName(_ framework: String) -> String {
    framework.hasPrefixIgnoringASCIICase("Microsoft.WindowsDesktop.App")
      ? "Microsoft.WindowsDesktop.App.Ref" : framework + ".Ref"
  }

  private func pack(_ name: String, _ framework: TargetFramework) -> Pack? {
    let key = "\(name)/\(framework.version)"
    if let known = packs[key] { return known }
    let pack = readPack(name, framework)
    packs[key] = .some(pack)
    return pack
  }

  private func readPack(_ name: String, _ framework: TargetFramework) -> Pack? {
    var plain = framework
    plain.platform = ""
    plain.platformVersion = nil
    let wanted = DottedVersion([
      framework.version.major, framework.version.parts.count > 1 ? framework.version.parts[1] : 0,
    ])
    func fits(_ version: PackageVersion) -> Bool {
      version.numbers.major == wanted.major
        && (version.numbers.parts.count > 1 ? version.numbers.parts[1] : 0)
          == (wanted.parts.count > 1 ? wanted.parts[1] : 0)
    }
    let folders =
      environment.dotnetRoots.map { FilePath.join($0, "packs/\(name)") }
      + environment.packageFolders.map { FilePath.join($0, name.asciiLowercased) }
    for folder in folders {
      guard let version = environment.newestVersion(in: folder, fileSystem, where: fits) else { continue }
      let root = FilePath.join(folder, version)
      let assemblies = FilePath.join(root, "ref/\(plain.shortName)")
      guard fileSystem.isDirectory(assemblies) else { continue }
      let number = PackageVersion(version)?.numbers ?? wanted
      return Pack(
        files: packFiles(root, assemblies), version: number,
        overrides: packageOverrides(FilePath.join(root, "data/PackageOverrides.txt")))
    }
    return nil
  }

  /// What `FrameworkList.xml` names; without it whatever lies in the folder.
  private func packFiles(_ root: String, _ assemblies: String) -> [(path: String, profiles: [String])] {
    if let bytes = fileSystem.contents(FilePath.join(root, "data/FrameworkList.xml")) {
      let list = XMLDocument(bytes)
      let files = list.elements.filter { $0.name == "File" && $0["Type"] == "Managed" }.compactMap {
        file -> (String, [String])? in
        guard let path = file["Path"], path.hasPrefix("ref/") else { return nil }
        return (FilePath.join(root, path), (file["Profile"] ?? "").msbuildList)
      }
      if !files.isEmpty { return files }
    }
    return libraries(in: assemblies).map { ($0, []) }
  }

  private func packageOverrides(_ path: String) -> [String: PackageVersion] {
    guard let bytes = fileSystem.contents(path) else { return [:] }
    var result: [String: PackageVersion] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "|").map(String.init)
      if parts.count == 2, let version = PackageVersion(parts[1].trimmed) { result[parts[0].asciiLowercased] = version }
    }
    return result
  }

  private func libraries(in folder: String) -> [String] {
    fileSystem.list(folder).filter { $0.kind == .file && $0.name.hasSuffixIgnoringASCIICase(".dll") }
      .map { FilePath.join(folder, $0.name) }.sorted()
  }

  // MARK: .NET Standard and .NET Framework

  private func netStandardLibrary(_ request: Request) -> [String] {
    let framework = request.framework.shortName
    let library = request.assets?.target(request.framework, alias: request.frameworkName)?.libraries.first {
      $0.name.equalsIgnoringASCIICase("NETStandard.Library")
    }
    for folder in folders(request) {
      let package = FilePath.join(folder, "netstandard.library")
      guard let version = library?.version ?? environment.newestVersion(in: package, fileSystem) else { continue }
      let found = libraries(in: FilePath.join(package, "\(version)/build/\(framework)/ref"))
      if !found.isEmpty { return found }
    }
    return []
  }

  private func folders(_ request: Request) -> [String] {
    ((request.assets?.packageFolders ?? []) + environment.packageFolders).uniqued()
  }

  private func frameworkFolder(_ request: Request) -> String? {
    let version = request.framework.version
    let name = "v" + version.text(parts: version.parts.count > 2 && version.parts[2] != 0 ? 3 : 2)
    for folder in folders(request) {
      let package = FilePath.join(
        folder, "microsoft.netframework.referenceassemblies.\(request.framework.shortName)")
      guard let newest = environment.newestVersion(in: package, fileSystem) else { continue }
      let path = FilePath.join(package, "\(newest)/build/.NETFramework/\(name)")
      if fileSystem.isDirectory(path) { return path }
    }
    return [
      "/usr/lib/mono/\(name.dropFirst())-api",
      "/Library/Frameworks/Mono.framework/Versions/Current/lib/mono/\(name.dropFirst())-api",
    ]
    .first { fileSystem.isDirectory($0) }
  }

  private func addFrameworkAssemblies(_ request: Request, _ add: (Candidate) -> Void, _ result: inout Result) {
    guard let folder = frameworkFolder(request) else {
      result.notes.append(
        ("the reference assemblies of \(request.framework.displayName) are not on this machine", .machine))
      return
    }
    var names = ["mscorlib", "System.Core"]
    if request.isSDKStyle, request.hasImplicitFrameworkReferences {
      names += [
        "System", "System.Data", "System.Drawing", "System.IO.Compression.FileSystem", "System.Numerics",
        "System.Runtime.Serialization", "System.Xml", "System.Xml.Linq",
      ]
      if request.desktopProfiles.contains("WPF") {
        names += ["PresentationCore", "PresentationFramework", "System.Xaml", "WindowsBase"]
      }
      if request.desktopProfiles.contains("WindowsForms") { names.append("System.Windows.Forms") }
    }
    names += request.references.map { ReferenceResolver.simpleName($0.identity) }
    for name in names.uniqued() {
      let path = FilePath.join(folder, name + ".dll")
      if fileSystem.isFile(path) {
        add(Candidate(path: path, package: "", version: [4, 3, 99], platformRank: 1))
      }
    }
    for path in libraries(in: FilePath.join(folder, "Facades")) {
      add(Candidate(path: path, package: "", version: [4, 3, 99], platformRank: 1))
    }
  }

  static func simpleName(_ identity: String) -> String {
    String(identity.prefix { $0 != "," }).trimmed
  }

  /// Of a `Reference` item that stands for a file: its `HintPath`, or itself.
  private func path(of item: MSBuildItem, _ request: Request) -> String? {
    let hint = item["HintPath"]
    if !hint.isEmpty {
      let path = FilePath.resolve(hint, in: request.projectDirectory)
      if fileSystem.isFile(path) { return path }
    }
    guard
      item.identity.hasSuffixIgnoringASCIICase(".dll") || item.identity.contains("/") || item.identity.contains("\\")
    else { return nil }
    let path = FilePath.resolve(item.identity, in: request.projectDirectory)
    return fileSystem.isFile(path) ? path : nil
  }

  // MARK: Packages

  private func addAssets(
    _ assets: ProjectAssets, _ request: Request, _ add: (Candidate) -> Void, _ result: inout Result
  ) {
    guard let target = assets.target(request.framework, alias: request.frameworkName) else {
      result.notes.append(
        ("project.assets.json has nothing for \(request.frameworkName); restore the project again", .file))
      addPackages(request, add, &result)
      return
    }
    let folders = folders(request)
    for library in target.libraries where !library.isProject {
      let version = PackageVersion(library.version)?.numbers ?? [0]
      let key = library.name.asciiLowercased
      result.foundPackages.insert(key)
      let package = library.path.isEmpty ? "\(key)/\(library.version.asciiLowercased)" : library.path
      var root: String?
      for file in library.compile {
        let inner = FilePath.join(package, file)
        root = root ?? folders.first { fileSystem.isFile(FilePath.join($0, inner)) }
        guard let root, fileSystem.isFile(FilePath.join(root, inner)) else {
          result.notes.append(("\(inner) is in no package folder", .file))
          continue
        }
        add(Candidate(path: FilePath.join(root, inner), package: key, version: version, platformRank: 0))
      }
      for file in library.sources {
        let inner = FilePath.join(package, file)
        if let root = folders.first(where: { fileSystem.isFile(FilePath.join($0, inner)) }) {
          result.sources.append(FilePath.join(root, inner))
        }
      }
      for file in library.build where ReferenceResolver.addsAssembliesBesideBuildFiles.contains(key) {
        let folder = FilePath.parent(FilePath.join(package, file))
        guard let root = folders.first(where: { fileSystem.isDirectory(FilePath.join($0, folder)) }) else { continue }
        for path in libraries(in: FilePath.join(root, folder)) where FilePath.name(path).hasPrefix("MSTest") {
          add(Candidate(path: path, package: key, version: version, platformRank: 0))
        }
      }
    }
  }

  /// Packages whose build files refer to assemblies that lie beside them.
  private static let addsAssembliesBesideBuildFiles: Set<String> = ["mstest.testadapter", "mstest.testframework"]

  /// Without a restore: packages that happen to be in the package folders, their dependencies as far as a nuspec is there.
  private func addPackages(_ request: Request, _ add: (Candidate) -> Void, _ result: inout Result) {
    var chosen: [String: PackageVersion] = [:]
    var queue = request.packages.map { (name: $0.name.asciiLowercased, version: $0.version) }
    var index = 0
    while index < queue.count, index < 2000 {
      let (name, range) = queue[index]
      index &+= 1
      guard let (folder, version) = packageFolder(name, range, request) else { continue }
      if let known = chosen[name], known >= version { continue }
      chosen[name] = version
      result.foundPackages.insert(name)
      for file in packageAssemblies(folder, request.framework) {
        add(Candidate(path: file, package: name, version: version.numbers, platformRank: 0))
      }
      queue += dependencies(folder, name, request.framework)
    }
  }

  /// The version asked for, else the lowest one above it.
  private func packageFolder(_ name: String, _ range: String, _ request: Request) -> (String, PackageVersion)? {
    let text = range.split(whereSeparator: { "[](), ".contains($0) }).first.map(String.init) ?? ""
    let wanted = PackageVersion(text.replacing("*", with: "0"))
    for folder in folders(request) {
      let package = FilePath.join(folder, name)
      if !text.isEmpty, let wanted {
        let path = FilePath.join(package, text.asciiLowercased)
        if fileSystem.isDirectory(path) { return (path, wanted) }
      }
      var best: (String, PackageVersion)?
      for entry in fileSystem.list(package) where entry.kind == .directory {
        guard let version = PackageVersion(entry.name), wanted.map({ version >= $0 }) ?? true else { continue }
        if let known = best, (version < known.1) != (wanted != nil) { continue }
        best = (FilePath.join(package, entry.name), version)
      }
      if let best { return best }
    }
    return nil
  }

  private func packageAssemblies(_ folder: String, _ framework: TargetFramework) -> [String] {
    for kind in ["ref", "lib"] {
      let root = FilePath.join(folder, kind)
      let names = fileSystem.list(root).filter { $0.kind == .directory }.map(\.name).sorted()
      let offers = names.compactMap { name in TargetFramework(name).map { (name, $0) } }
      if let index = framework.nearest(offers.map(\.1)) { return libraries(in: FilePath.join(root, offers[index].0)) }
      if kind == "lib", names.isEmpty { return libraries(in: root) }
    }
    return []
  }

  private func dependencies(_ folder: String, _ name: String, _ framework: TargetFramework) -> [(
    name: String, version: String
  )] {
    guard let bytes = fileSystem.contents(FilePath.join(folder, name + ".nuspec")) else { return [] }
    let document = XMLDocument(bytes)
    guard let list = document.elements.firstIndex(where: { $0.name == "dependencies" }) else { return [] }
    var chosen = list
    let groups = document.elements[list].children.filter { document.elements[$0].name == "group" }
    if !groups.isEmpty {
      let offers = groups.compactMap { index in
        document.elements[index]["targetFramework"].flatMap { TargetFramework($0) }.map { (index, $0) }
      }
      if let nearest = framework.nearest(offers.map(\.1)) {
        chosen = offers[nearest].0
      } else if let general = groups.first(where: { document.elements[$0]["targetFramework"] == nil }) {
        chosen = general
      } else {
        return []
      }
    }
    return document.children(chosen).compactMap { element in
      guard element.name == "dependency", let id = element["id"] else { return nil }
      if (element["exclude"] ?? "").asciiLowercased.contains("compile") { return nil }
      return (id.asciiLowercased, element["version"] ?? "")
    }
  }
}
