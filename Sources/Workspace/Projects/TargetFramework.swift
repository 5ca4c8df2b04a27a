/// A target framework, such as `net10.0`, `netstandard2.0`, `net472` or `net8.0-windows10.0.19041.0`.
package struct TargetFramework: Hashable, Sendable {
  package enum Family: String, Sendable {
    /// .NET Core and .NET 5 and later.
    case netCoreApp = ".NETCoreApp"
    case netStandard = ".NETStandard"
    case netFramework = ".NETFramework"
  }

  package var family: Family
  package var version: DottedVersion
  /// Such as `windows`, in lower case; empty if there is none.
  package var platform: String
  package var platformVersion: DottedVersion?

  package init(_ family: Family, _ version: DottedVersion, platform: String = "", platformVersion: DottedVersion? = nil)
  {
    self.family = family
    self.version = version
    self.platform = platform
    self.platformVersion = platformVersion
  }

  /// Reads a short name (`net10.0`) or a long one (`.NETCoreApp,Version=v10.0`).
  package init?(_ name: String) {
    let text = name.trimmed.asciiLowercased
    if text.hasPrefix(".") {
      let parts = text.split(separator: ",")
      guard let identifier = parts.first, parts.count >= 2 else { return nil }
      let versionPart = String(parts[1]).trimmed
      guard versionPart.hasPrefix("version=v"), let version = DottedVersion(String(versionPart.dropFirst(9))) else {
        return nil
      }
      switch identifier {
      case ".netcoreapp": self.init(.netCoreApp, version)
      case ".netstandard": self.init(.netStandard, version)
      case ".netframework": self.init(.netFramework, version)
      default: return nil
      }
      return
    }
    let halves = text.split(separator: "-", maxSplits: 1)
    guard let base = halves.first.map(String.init) else { return nil }
    var platform = ""
    var platformVersion: DottedVersion?
    if halves.count == 2 {
      let name = halves[1].prefix { !$0.isASCII || !$0.isNumber }
      platform = String(name)
      platformVersion = DottedVersion(String(halves[1].dropFirst(name.count)))
    }
    if base.hasPrefix("netcoreapp"), let version = DottedVersion(String(base.dropFirst(10))) {
      self.init(.netCoreApp, version, platform: platform, platformVersion: platformVersion)
    } else if base.hasPrefix("netstandard"), let version = DottedVersion(String(base.dropFirst(11))) {
      self.init(.netStandard, version)
    } else if base.hasPrefix("net") {
      let digits = String(base.dropFirst(3))
      if digits.contains(".") {
        guard let version = DottedVersion(digits) else { return nil }
        self.init(
          version.major >= 5 ? .netCoreApp : .netFramework, version, platform: platform,
          platformVersion: platformVersion)
      } else {
        // net472 is 4.7.2; net5 and later are written without a dot only by mistake, and still understood.
        guard !digits.isEmpty, digits.utf8.count <= 4, digits.utf8.allSatisfy(isASCIIDigit) else { return nil }
        let parts = digits.utf8.map { Int($0 &- UInt8(ascii: "0")) }
        if parts.count == 1, parts[0] >= 5 {
          self.init(.netCoreApp, DottedVersion([parts[0], 0]), platform: platform, platformVersion: platformVersion)
        } else if parts.count == 2, parts[0] == 1 || parts[0] >= 5, let major = Int(digits), major >= 10 {
          if parts[0] == 1, parts[1] < 10, digits != "11" && digits != "10" {
            self.init(.netCoreApp, DottedVersion([major, 0]), platform: platform, platformVersion: platformVersion)
          } else {
            self.init(.netFramework, DottedVersion([parts[0], parts[1]]))
          }
        } else {
          self.init(.netFramework, DottedVersion(parts.count == 1 ? [parts[0], 0] : parts))
        }
      }
    } else {
      return nil
    }
  }

  /// Such as `net10.0`.
  package var shortName: String {
    var name: String
    switch family {
    case .netCoreApp: name = (version.major >= 5 ? "net" : "netcoreapp") + version.text(parts: 2)
    case .netStandard: name = "netstandard" + version.text(parts: 2)
    case .netFramework:
      var parts = version.parts
      while parts.count > 2, parts.last == 0 { parts.removeLast() }
      name = "net" + parts.map(String.init).joined()
    }
    if !platform.isEmpty {
      name += "-" + platform + (platformVersion?.description ?? "")
    }
    return name
  }

  /// The value of `TargetFrameworkMoniker`.
  package var moniker: String { "\(family.rawValue),Version=v\(version.text(parts: version.parts.count > 2 ? 3 : 2))" }

  /// The name that `TargetFrameworkAttribute` shows.
  package var displayName: String {
    switch family {
    case .netCoreApp: (version.major >= 5 ? ".NET " : ".NET Core ") + version.text(parts: 2)
    case .netStandard: ".NET Standard " + version.text(parts: 2)
    case .netFramework: ".NET Framework " + version.text(parts: version.parts.count > 2 ? 3 : 2)
    }
  }

  /// Whether a project of this framework can use what was built for the other one.
  package func canUse(_ other: TargetFramework) -> Bool {
    if !other.platform.isEmpty, other.platform != platform { return false }
    if other.family == family {
      if let wanted = other.platformVersion, let own = platformVersion, wanted > own { return false }
      return other.version <= version
    }
    guard other.family == .netStandard else { return false }
    let highest: DottedVersion
    switch family {
    case .netCoreApp: highest = version.major >= 3 ? [2, 1] : version.major == 2 ? [2, 0] : [1, 6]
    case .netFramework:
      if version >= [4, 6, 1] {
        highest = [2, 0]
      } else if version >= [4, 6] {
        highest = [1, 3]
      } else if version >= [4, 5, 1] {
        highest = [1, 2]
      } else if version >= [4, 5] {
        highest = [1, 1]
      } else {
        return false
      }
    case .netStandard: return false
    }
    return other.version <= highest
  }

  /// Of the frameworks that a package or project offers the one that fits best.
  package func nearest(_ candidates: [TargetFramework]) -> Int? {
    func isBetter(_ a: TargetFramework, _ b: TargetFramework) -> Bool {
      if (a.family == family) != (b.family == family) { return a.family == family }
      if a.version != b.version { return a.version > b.version }
      if a.platform != b.platform { return a.platform == platform }
      return (a.platformVersion ?? [0]) > (b.platformVersion ?? [0])
    }
    var best: Int?
    for (index, candidate) in candidates.enumerated() where canUse(candidate) {
      if let known = best, !isBetter(candidate, candidates[known]) { continue }
      best = index
    }
    if best != nil { return best }
    // What NuGet calls asset target fallback: .NET Framework libraries mostly run on .NET.
    guard family == .netCoreApp || (family == .netStandard && version.major >= 2) else { return nil }
    for (index, candidate) in candidates.enumerated()
    where candidate.family == .netFramework && candidate.version >= [4, 6, 1] {
      if let known = best, candidates[known].version >= candidate.version { continue }
      best = index
    }
    return best
  }

  /// The symbols that the SDK defines for the framework, `NET8_0_OR_GREATER` and its kin included, unordered.
  package var preprocessorSymbols: [String] {
    var symbols: [String] = []
    func underscored(_ version: DottedVersion) -> String { version.text(parts: 2, separator: "_") }
    switch family {
    case .netCoreApp:
      symbols.append("NETCOREAPP")
      if version.major >= 5 {
        symbols += ["NET", "NET" + underscored(version)]
        if version.major <= 99 {
          symbols += (5...version.major).map { "NET\($0)_0_OR_GREATER" }
        }
      } else {
        symbols.append("NETCOREAPP" + underscored(version))
      }
      symbols += TargetFramework.coreVersions.filter { $0 <= version }.map {
        "NETCOREAPP\(underscored($0))_OR_GREATER"
      }
    case .netStandard:
      symbols += ["NETSTANDARD", "NETSTANDARD" + underscored(version)]
      symbols += TargetFramework.standardVersions.filter { $0 <= version }.map {
        "NETSTANDARD\(underscored($0))_OR_GREATER"
      }
    case .netFramework:
      symbols += ["NETFRAMEWORK", TargetFramework(.netFramework, version).shortName.uppercased()]
      symbols += TargetFramework.frameworkVersions.filter { $0 <= version }.map {
        TargetFramework(.netFramework, $0).shortName.uppercased() + "_OR_GREATER"
      }
    }
    if !platform.isEmpty {
      let name = platform.uppercased()
      symbols.append(name)
      if let own = platformVersion ?? (platform == "windows" ? [7, 0] : nil) {
        symbols.append(name + own.text(parts: own.parts.count, separator: "_"))
        if platform == "windows" {
          symbols += TargetFramework.windowsVersions.filter { $0 <= own }.map {
            "WINDOWS\($0.text(parts: $0.parts.count, separator: "_"))_OR_GREATER"
          }
        } else {
          symbols.append(name + own.text(parts: own.parts.count, separator: "_") + "_OR_GREATER")
        }
      }
    }
    return symbols
  }

  /// What the compiler takes for a project without `LangVersion`.
  package var defaultLanguageVersion: String {
    switch family {
    case .netCoreApp:
      switch version.major {
      case ..<3: "7.3"
      case 3, 4: "8.0"
      default: "\(min(version.major, 99) &+ 4).0"
      }
    case .netStandard: version >= [2, 1] ? "8.0" : "7.3"
    case .netFramework: "7.3"
    }
  }

  private static let coreVersions: [DottedVersion] = [[1, 0], [1, 1], [2, 0], [2, 1], [2, 2], [3, 0], [3, 1]]
  private static let standardVersions: [DottedVersion] = [
    [1, 0], [1, 1], [1, 2], [1, 3], [1, 4], [1, 5], [1, 6], [2, 0], [2, 1],
  ]
  private static let frameworkVersions: [DottedVersion] = [
    [2, 0], [3, 0], [3, 5], [4, 0], [4, 5], [4, 5, 1], [4, 5, 2], [4, 6], [4, 6, 1], [4, 6, 2], [4, 7], [4, 7, 1],
    [4, 7, 2], [4, 8], [4, 8, 1],
  ]
  private static let windowsVersions: [DottedVersion] = [
    [7, 0], [8, 0], [10, 0, 17763, 0], [10, 0, 18362, 0], [10, 0, 19041, 0], [10, 0, 20348, 0], [10, 0, 22000, 0],
    [10, 0, 22621, 0], [10, 0, 26100, 0],
  ]
}

/// Numbers between dots, compared from the left; missing ones count as 0.
package struct DottedVersion: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByArrayLiteral {
  /// At least one.
  package let parts: [Int]

  package init(_ parts: [Int]) { self.parts = parts.isEmpty ? [0] : parts }
  package init(arrayLiteral elements: Int...) { self.init(elements) }

  /// A leading `v` is allowed; anything that is no number makes it `nil`.
  package init?(_ text: String) {
    let digits =
      text.utf8.first == UInt8(ascii: "v") || text.utf8.first == UInt8(ascii: "V") ? text.dropFirst() : text[...]
    guard !digits.isEmpty else { return nil }
    var parts: [Int] = []
    for part in digits.split(separator: ".", omittingEmptySubsequences: false) {
      guard part.utf8.allSatisfy(isASCIIDigit), let number = Int(part), parts.count < 8 else { return nil }
      parts.append(number)
    }
    self.init(parts)
  }

  package var major: Int { parts.first ?? 0 }

  package func text(parts count: Int, separator: String = ".") -> String {
    (0..<max(count, 1)).map { String($0 < parts.count ? parts[$0] : 0) }.joined(separator: separator)
  }

  package var description: String { parts.map(String.init).joined(separator: ".") }

  private var significant: ArraySlice<Int> {
    var slice = parts[...]
    while slice.count > 1, slice.last == 0 { slice.removeLast() }
    return slice
  }

  package static func == (a: DottedVersion, b: DottedVersion) -> Bool { a.significant == b.significant }
  package func hash(into hasher: inout Hasher) { hasher.combine(significant) }
  package static func < (a: DottedVersion, b: DottedVersion) -> Bool {
    a.significant.lexicographicallyPrecedes(b.significant)
  }
}

/// A NuGet version: dotted numbers and a pre-release label, which comes before the release.
package struct PackageVersion: Comparable, Hashable, Sendable {
  package let numbers: DottedVersion
  /// In lower case; empty for a release.
  package let label: String

  package init?(_ text: String) {
    let withoutBuild = text.split(separator: "+", maxSplits: 1).first.map(String.init) ?? ""
    let halves = withoutBuild.split(separator: "-", maxSplits: 1)
    guard let first = halves.first, let numbers = DottedVersion(String(first)) else { return nil }
    self.numbers = numbers
    label = halves.count == 2 ? halves[1].lowercased() : ""
  }

  package static func < (a: PackageVersion, b: PackageVersion) -> Bool {
    if a.numbers != b.numbers { return a.numbers < b.numbers }
    if a.label == b.label { return false }
    if a.label.isEmpty || b.label.isEmpty { return b.label.isEmpty }
    let left = a.label.split(separator: ".")
    let right = b.label.split(separator: ".")
    for (x, y) in zip(left, right) where x != y {
      switch (Int(x), Int(y)) {
      case (let m?, let n?): return m < n
      case (nil, nil): return x < y
      case (let m, _): return m != nil
      }
    }
    return left.count < right.count
  }
}
