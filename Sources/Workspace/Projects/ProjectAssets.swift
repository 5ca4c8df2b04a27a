import JSONRPC

/// NuGet's `project.assets.json`: which packages a restore chose and which of their files a compilation sees.
struct ProjectAssets: Sendable {
  struct Library: Sendable {
    let name: String
    let version: String
    let isProject: Bool
    /// Relative to the library's folder.
    let compile: [String]
    let frameworkReferences: [String]
    /// Relative to a package folder, or to the project's folder for a project.
    let path: String
    /// C# sources that the package adds to the compilation, relative to its folder.
    let sources: [String]
    /// File names of the `.props` and `.targets` that a build imports.
    let build: [String]
  }

  struct Target: Sendable {
    let framework: TargetFramework?
    let name: String
    let libraries: [Library]
  }

  let packageFolders: [String]
  let targets: [Target]

  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), let targets = json["targets"]?.objectValue else { return nil }
    packageFolders = json["packageFolders"]?.objectValue?.members.map { FilePath.normalize($0.key) } ?? []
    var paths: [String: String] = [:]
    for member in json["libraries"]?.objectValue?.members ?? [] {
      paths[member.key] = member.value["msbuildProject"]?.stringValue ?? member.value["path"]?.stringValue
    }
    self.targets = targets.members.compactMap { member in
      // "net8.0/linux-x64" is about one runtime; what a compilation sees does not depend on it.
      if member.key.contains("/") { return nil }
      let libraries = (member.value.objectValue?.members ?? []).compactMap { ProjectAssets.library($0, paths) }
      return Target(framework: TargetFramework(member.key), name: member.key, libraries: libraries)
    }
  }

  private static func library(_ member: JSONObject.Member, _ paths: [String: String]) -> Library? {
    let parts = member.key.split(separator: "/", maxSplits: 1).map(String.init)
    guard let name = parts.first, parts.count == 2 else { return nil }
    let files = { (key: String) in member.value[key]?.objectValue?.members.map(\.key) ?? [] }
    return Library(
      name: name, version: parts[1], isProject: member.value["type"]?.stringValue == "project",
      compile: files("compile").filter { !$0.hasSuffix("/_._") && $0 != "_._" },
      frameworkReferences: member.value["frameworkReferences"]?.arrayValue?.compactMap(\.stringValue) ?? [],
      path: paths[member.key] ?? "", sources: sources(member.value["contentFiles"]), build: files("build"))
  }

  private static func sources(_ contentFiles: JSONValue?) -> [String] {
    (contentFiles?.objectValue?.members ?? []).compactMap { member in
      guard member.value["buildAction"]?.stringValue?.equalsIgnoringASCIICase("Compile") == true,
        member.key.hasSuffixIgnoringASCIICase(".cs")
      else { return nil }
      let language = member.value["codeLanguage"]?.stringValue?.asciiLowercased ?? "any"
      return language == "cs" || language == "any" ? member.key : nil
    }
  }

  func target(_ framework: TargetFramework, alias: String) -> Target? {
    targets.first { $0.name.equalsIgnoringASCIICase(alias) } ?? targets.first { $0.framework == framework }
      ?? targets.first {
        $0.framework?.family == framework.family && $0.framework?.version == framework.version
          && $0.framework?.platform == framework.platform
      }
  }
}
