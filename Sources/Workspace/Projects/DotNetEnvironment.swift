import JSONRPC

/// Where a machine keeps what projects refer to, and the environment variables that project files read.
package struct DotNetEnvironment: Sendable {
  /// NuGet's global folder first.
  package var packageFolders: [String]
  /// Install folders of .NET, each with `packs/` inside.
  package var dotnetRoots: [String]
  /// `nil` asks the process.
  private let variables: [String: String]?

  package init(packageFolders: [String] = [], dotnetRoots: [String] = [], variables: [String: String] = [:]) {
    self.packageFolders = packageFolders
    self.dotnetRoots = dotnetRoots
    self.variables = variables
  }

  /// What this machine has.
  ///
  /// - Parameter referenceRoots: further folders with `packs/` or `packages/` inside, looked at first.
  package init(processWithReferenceRoots referenceRoots: [String]) {
    variables = nil
    let home = Platform.environment("HOME") ?? ""
    var packages = referenceRoots.map { FilePath.join($0, "packages") }
    packages.append(Platform.environment("NUGET_PACKAGES") ?? FilePath.join(home, ".nuget/packages"))
    packageFolders = packages.map(FilePath.normalize).uniqued()
    var roots = referenceRoots
    for name in ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64"] {
      if let root = Platform.environment(name), !root.isEmpty { roots.append(root) }
    }
    roots += [
      FilePath.join(home, ".dotnet"), "/usr/share/dotnet", "/usr/lib/dotnet", "/usr/lib64/dotnet",
      "/usr/local/share/dotnet", "/opt/dotnet", "/opt/homebrew/opt/dotnet/libexec",
    ]
    dotnetRoots = roots.map(FilePath.normalize).uniqued()
  }

  package func variable(_ name: String) -> String? {
    if let variables { return variables[name] }
    return Platform.environment(name)
  }

  /// The folder of an SDK that comes as a package.
  func sdkFolder(_ name: String, version: String, fileSystem: any FileSystem) -> String? {
    for folder in packageFolders {
      let package = FilePath.join(folder, name.asciiLowercased)
      if !version.isEmpty {
        let path = FilePath.join(package, version.asciiLowercased + "/Sdk")
        if fileSystem.isDirectory(path) { return path }
      } else if let newest = newestVersion(in: package, fileSystem) {
        let path = FilePath.join(package, newest + "/Sdk")
        if fileSystem.isDirectory(path) { return path }
      }
    }
    return nil
  }

  func newestVersion(
    in folder: String, _ fileSystem: any FileSystem, where condition: (PackageVersion) -> Bool = { _ in true }
  ) -> String? {
    var best: (name: String, version: PackageVersion)?
    for entry in fileSystem.list(folder) where entry.kind == .directory {
      guard let version = PackageVersion(entry.name), condition(version) else { continue }
      if let known = best, known.version >= version { continue }
      best = (entry.name, version)
    }
    return best?.name
  }
}

/// What `global.json` says about SDKs.
struct GlobalJSON: Sendable {
  /// `msbuild-sdks`, names in lower case.
  private(set) var sdkVersions: [String: String] = [:]
  /// `sdk.version`, else `tools.dotnet`, as .NET's own repositories have it.
  private(set) var version: DottedVersion?

  init() {}

  init(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: JSONText.withoutComments(bytes)) else { return }
    if let text = json["sdk"]?["version"]?.stringValue ?? json["tools"]?["dotnet"]?.stringValue {
      version = PackageVersion(text)?.numbers
    }
    guard let sdks = json["msbuild-sdks"]?.objectValue else { return }
    for member in sdks.members {
      if let version = member.value.stringValue { sdkVersions[member.key.asciiLowercased] = version }
    }
  }
}

/// JSON as .NET's tools read it: with comments and trailing commas.
enum JSONText {
  static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    var isInString = false
    while index < bytes.count {
      let byte = bytes[index]
      let next = index &+ 1 < bytes.count ? bytes[index &+ 1] : 0
      if isInString {
        output.append(byte)
        if byte == UInt8(ascii: "\\"), index &+ 1 < bytes.count {
          output.append(next)
          index &+= 1
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
        output.append(byte)
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "/") {
        while index < bytes.count, bytes[index] != 0x0A { index &+= 1 }
        continue
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        index &+= 2
        while index &+ 1 < bytes.count, !(bytes[index] == UInt8(ascii: "*") && bytes[index &+ 1] == UInt8(ascii: "/")) {
          index &+= 1
        }
        index &+= 2
        continue
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        if let last = output.lastIndex(where: { !isASCIISpace($0) }), output[last] == UInt8(ascii: ",") {
          output.remove(at: last)
        }
        output.append(byte)
      } else {
        output.append(byte)
      }
      index &+= 1
    }
    return output
  }
}
