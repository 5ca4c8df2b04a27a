/// The property functions that project files use. Anything else gives an empty text, as an undefined property does.
enum MSBuildFunctions {
  /// `[Type]::Member(arguments)`.
  static func call(type: String, member: String, _ arguments: [String], scope: some MSBuildScope) -> MSBuildValue {
    let name = member.asciiLowercased
    switch type.asciiLowercased {
    case "msbuild": return intrinsic(name, arguments, scope)
    case "system.io.path": return .text(path(name, arguments, scope))
    case "system.io.file":
      let file = FilePath.resolve(arguments.first ?? "", in: scope.baseDirectory)
      switch name {
      case "exists": return boolean(scope.fileExists(file))
      case "readalltext": return .text(scope.fileText(file) ?? "")
      default: return .text("")
      }
    case "system.io.directory":
      let folder = FilePath.resolve(arguments.first ?? "", in: scope.baseDirectory)
      switch name {
      case "exists": return boolean(scope.directoryExists(folder))
      case "getparent": return .text(FilePath.parent(folder))
      default: return .text("")
      }
    case "system.string", "string": return string(name, arguments)
    case "system.environment":
      switch name {
      case "getenvironmentvariable": return .text(scope.environmentVariable(arguments.first ?? "") ?? "")
      case "newline": return .text("\n")
      case "is64bitoperatingsystem", "is64bitprocess": return .text("True")
      case "getfolderpath":
        let folder = arguments.first?.asciiLowercased ?? ""
        return .text(folder.hasSuffix("userprofile") ? scope.environmentVariable("HOME") ?? "" : "")
      case "processorcount": return .text("1")
      default: return .text("")
      }
    case "system.version":
      return .text(arguments.first ?? "")
    case "system.operatingsystem":
      guard name.hasPrefix("is") else { return .text("") }
      return boolean(isPlatform(String(name.dropFirst(2))))
    case "system.runtime.interopservices.runtimeinformation":
      switch name {
      case "isosplatform": return boolean(isPlatform(arguments.first ?? ""))
      case "osarchitecture", "processarchitecture": return .text(architecture)
      default: return .text("")
      }
    case "system.runtime.interopservices.osplatform": return .text(member)
    case "system.convert", "system.int32", "system.boolean", "system.double":
      return .text(arguments.first ?? "")
    case "system.math":
      guard let a = arguments.first.flatMap(Double.init) else { return .text("") }
      let b = arguments.count > 1 ? Double(arguments[1]) ?? 0 : 0
      switch name {
      case "max": return .text(number(max(a, b)))
      case "min": return .text(number(min(a, b)))
      case "abs": return .text(number(abs(a)))
      default: return .text("")
      }
    case "system.text.regularexpressions.regex":
      // Without a regular-expression engine the least wrong answer is "nothing replaced".
      return name == "replace" ? .text(arguments.first ?? "") : name == "ismatch" ? boolean(false) : .text("")
    default: return .text("")
    }
  }

  private static func intrinsic(_ name: String, _ arguments: [String], _ scope: some MSBuildScope) -> MSBuildValue {
    func argument(_ index: Int) -> String { index < arguments.count ? arguments[index] : "" }
    switch name {
    case "getpathoffileabove":
      let start = arguments.count > 1 && !argument(1).isEmpty ? argument(1) : scope.thisFileDirectory
      let folder = FilePath.resolve(start, in: scope.baseDirectory)
      guard let found = folderAbove(folder, file: argument(0), scope) else { return .text("") }
      return .text(FilePath.join(found, argument(0)))
    case "getdirectorynameoffileabove":
      let folder = FilePath.resolve(argument(0), in: scope.baseDirectory)
      return .text(folderAbove(folder, file: argument(1), scope) ?? "")
    case "normalizepath", "normalizedirectory":
      var result = arguments.reduce("") { FilePath.join($0, FilePath.normalizedSeparators($1)) }
      result = FilePath.resolve(result, in: scope.baseDirectory)
      return .text(name == "normalizedirectory" ? ensureTrailingSlash(result) : result)
    case "ensuretrailingslash": return .text(argument(0).isEmpty ? "" : ensureTrailingSlash(argument(0)))
    case "makerelative":
      let base = FilePath.resolve(argument(0), in: scope.baseDirectory)
      return .text(FilePath.relative(FilePath.resolve(argument(1), in: scope.baseDirectory), to: base))
    case "valueordefault": return .text(argument(0).isEmpty ? argument(1) : argument(0))
    case "escape": return .text(MSBuildText.escape(argument(0)))
    case "unescape": return .text(MSBuildText.unescape(argument(0)))
    case "isosplatform": return boolean(isPlatform(argument(0)))
    case "isosunixlike": return boolean(!isPlatform("windows"))
    case "arefeaturesenabled": return boolean(true)
    case "isrunningfromvisualstudio", "doestaskhostexist": return boolean(false)
    case "gettargetframeworkidentifier":
      return .text(TargetFramework(argument(0))?.family.rawValue ?? "Unsupported")
    case "gettargetframeworkversion":
      let count = arguments.count > 1 ? Int(argument(1)) ?? 2 : 2
      let version = TargetFramework(argument(0))?.version ?? [0, 0]
      return .text(version.text(parts: min(max(count, version.parts.count > 2 && version.parts[2] != 0 ? 3 : 2), 4)))
    case "gettargetplatformidentifier": return .text(TargetFramework(argument(0))?.platform ?? "")
    case "gettargetplatformversion":
      let count = arguments.count > 1 ? Int(argument(1)) ?? 2 : 2
      let version = TargetFramework(argument(0))?.platformVersion
      return .text(version.map { $0.text(parts: max(min(count, 4), $0.parts.count)) } ?? "0.0")
    case "istargetframeworkcompatible":
      guard let own = TargetFramework(argument(0)), let other = TargetFramework(argument(1)) else {
        return boolean(false)
      }
      return boolean(own.canUse(other))
    case "versionequals": return compare(arguments) { $0 == $1 }
    case "versionnotequals": return compare(arguments) { $0 != $1 }
    case "versiongreaterthan": return compare(arguments) { $0 > $1 }
    case "versiongreaterthanorequals": return compare(arguments) { $0 >= $1 }
    case "versionlessthan": return compare(arguments) { $0 < $1 }
    case "versionlessthanorequals": return compare(arguments) { $0 <= $1 }
    case "add": return arithmetic(arguments) { $0 + $1 }
    case "subtract": return arithmetic(arguments) { $0 - $1 }
    case "multiply": return arithmetic(arguments) { $0 * $1 }
    case "divide": return arithmetic(arguments) { $1 == 0 ? 0 : $0 / $1 }
    case "modulo":
      return arithmetic(arguments) { $1 == 0 ? 0 : $0.truncatingRemainder(dividingBy: $1) }
    default: return .text("")
    }
  }

  private static func compare(_ arguments: [String], _ test: (DottedVersion, DottedVersion) -> Bool) -> MSBuildValue {
    guard arguments.count >= 2, let a = version(arguments[0]), let b = version(arguments[1]) else {
      return boolean(false)
    }
    return boolean(test(a, b))
  }

  /// Without a pre-release label, as MSBuild compares versions.
  private static func version(_ text: String) -> DottedVersion? {
    DottedVersion(String(text.trimmed.prefix { $0 != "-" && $0 != "+" }))
  }

  private static func arithmetic(_ arguments: [String], _ operation: (Double, Double) -> Double) -> MSBuildValue {
    guard arguments.count >= 2, let a = Double(arguments[0]), let b = Double(arguments[1]) else { return .text("") }
    return .text(number(operation(a, b)))
  }

  private static func number(_ value: Double) -> String {
    if let whole = Int64(exactly: value) { return String(whole) }
    return value.isFinite ? String(value) : ""
  }

  private static func folderAbove(_ start: String, file: String, _ scope: some MSBuildScope) -> String? {
    if file.isEmpty { return nil }
    return FilePath.ancestors(of: start).first { scope.fileExists(FilePath.resolve(file, in: $0)) }
  }

  private static func path(_ name: String, _ arguments: [String], _ scope: some MSBuildScope) -> String {
    let first = FilePath.normalizedSeparators(arguments.first ?? "")
    switch name {
    case "combine", "join": return arguments.reduce("") { FilePath.join($0, FilePath.normalizedSeparators($1)) }
    case "getfilename": return FilePath.name(first)
    case "getfilenamewithoutextension": return FilePath.stem(first)
    case "getextension": return FilePath.fileExtension(first)
    case "getdirectoryname": return first.contains("/") ? FilePath.parent(first) : ""
    case "getfullpath": return FilePath.resolve(first, in: scope.baseDirectory)
    case "ispathrooted": return FilePath.isAbsolute(first) ? "True" : "False"
    case "changeextension":
      let end = arguments.count > 1 ? arguments[1] : ""
      let stem = String(first.dropLast(FilePath.fileExtension(first).count))
      return end.isEmpty ? stem : stem + (end.hasPrefix(".") ? "" : ".") + end
    case "directoryseparatorchar", "altdirectoryseparatorchar": return "/"
    case "pathseparator": return ":"
    case "gettemppath": return "/tmp/"
    default: return ""
    }
  }

  private static func string(_ name: String, _ arguments: [String]) -> MSBuildValue {
    let first = arguments.first ?? ""
    switch name {
    case "isnullorempty": return boolean(first.isEmpty)
    case "isnullorwhitespace": return boolean(first.trimmed.isEmpty)
    case "concat": return .text(arguments.joined())
    case "join": return .text(arguments.dropFirst().joined(separator: first))
    case "equals":
      guard arguments.count >= 2 else { return boolean(false) }
      let ignoresCase = arguments.count > 2 && arguments[2].asciiLowercased.hasSuffix("ignorecase")
      return boolean(ignoresCase ? first.equalsIgnoringASCIICase(arguments[1]) : first == arguments[1])
    case "format":
      var result = first
      for (index, argument) in arguments.dropFirst().enumerated().prefix(20) {
        result = result.replacing("{\(index)}", with: argument)
      }
      return .text(result)
    case "copy", "new": return .text(first)
    default: return .text("")
    }
  }

  /// `value.Member(arguments)`.
  static func call(_ value: MSBuildValue, member: String, _ arguments: [String]) -> MSBuildValue {
    let name = member.asciiLowercased
    let first = arguments.first ?? ""
    if case .array(let parts) = value {
      switch name {
      case "length", "count": return .text(String(parts.count))
      case "getvalue", "get":
        let index = Int(first) ?? -1
        return .text(parts.indices.contains(index) ? parts[index] : "")
      default: return value
      }
    }
    let text = value.text
    let ignoresCase = arguments.count > 1 && (arguments.last ?? "").asciiLowercased.hasSuffix("ignorecase")
    switch name {
    case "length": return .text(String(text.utf16.count))
    case "contains":
      return boolean(
        ignoresCase ? text.lowercased().contains(first.lowercased()) : first.isEmpty || text.contains(first))
    case "startswith":
      return boolean(ignoresCase ? text.hasPrefixIgnoringASCIICase(first) : text.hasPrefix(first) || first.isEmpty)
    case "endswith":
      return boolean(ignoresCase ? text.hasSuffixIgnoringASCIICase(first) : text.hasSuffix(first) || first.isEmpty)
    case "equals": return boolean(ignoresCase ? text.equalsIgnoringASCIICase(first) : text == first)
    case "compareto": return .text(text == first ? "0" : text < first ? "-1" : "1")
    case "replace":
      return .text(first.isEmpty ? text : text.replacing(first, with: arguments.count > 1 ? arguments[1] : ""))
    case "tolower", "tolowerinvariant": return .text(text.lowercased())
    case "toupper", "toupperinvariant": return .text(text.uppercased())
    case "trim", "trimstart", "trimend":
      let characters: (Character) -> Bool =
        first.isEmpty ? { $0.isWhitespace } : { arguments.joined().contains($0) }
      var slice = text[...]
      if name != "trimend" { slice = slice.drop(while: characters) }
      if name != "trimstart" {
        while let last = slice.last, characters(last) { slice.removeLast() }
      }
      return .text(String(slice))
    case "substring", "remove":
      let start = Int(first) ?? 0
      guard start >= 0, start <= text.count else { return .text("") }
      let length = arguments.count > 1 ? max(Int(arguments[1]) ?? 0, 0) : Int.max
      let tail = text.dropFirst(start)
      return .text(
        name == "substring" ? String(tail.prefix(length)) : String(text.prefix(start) + tail.dropFirst(length)))
    case "insert":
      let start = Int(first) ?? 0
      guard start >= 0, start <= text.count else { return .text(text) }
      return .text(String(text.prefix(start)) + (arguments.count > 1 ? arguments[1] : "") + text.dropFirst(start))
    case "indexof", "lastindexof":
      guard !first.isEmpty else { return .text("0") }
      let ranges = text.ranges(of: first)
      guard let range = name == "indexof" ? ranges.first : ranges.last else { return .text("-1") }
      return .text(String(text.distance(from: text.startIndex, to: range.lowerBound)))
    case "split":
      let separators = Set(arguments.joined())
      return .array(
        text.split(omittingEmptySubsequences: false) { separators.contains($0) }.map(String.init))
    case "padleft", "padright":
      let width = min(Int(first) ?? 0, 1024)
      let filler = String(repeating: arguments.count > 1 ? arguments[1] : " ", count: max(width - text.count, 0))
      return .text(name == "padleft" ? filler + text : text + filler)
    case "tochararray": return .array(text.map(String.init))
    case "chars", "get_chars":
      let characters = Array(text)
      let index = Int(first) ?? -1
      return .text(characters.indices.contains(index) ? String(characters[index]) : "")
    case "major", "minor", "build", "revision":
      let parts = DottedVersion(text)?.parts ?? []
      let index = ["major": 0, "minor": 1, "build": 2, "revision": 3][name] ?? 0
      return .text(index < parts.count ? String(parts[index]) : "-1")
    case "tostring":
      guard let count = Int(first), let version = DottedVersion(text) else { return .text(text) }
      return .text(version.text(parts: min(max(count, 1), 4)))
    case "gettype", "gethashcode": return .text("")
    default: return .text(text)
    }
  }

  private static func boolean(_ value: Bool) -> MSBuildValue { .text(value ? "True" : "False") }

  private static func ensureTrailingSlash(_ path: String) -> String {
    path.hasSuffix("/") || path.hasSuffix("\\") ? path : path + "/"
  }

  static func isPlatform(_ name: String) -> Bool {
    switch name.asciiLowercased {
    case "linux":
      #if os(Linux)
        return true
      #else
        return false
      #endif
    case "osx", "macos", "darwin":
      #if os(macOS)
        return true
      #else
        return false
      #endif
    case "windows":
      #if os(Windows)
        return true
      #else
        return false
      #endif
    default: return false
    }
  }

  private static var architecture: String {
    #if arch(arm64)
      return "Arm64"
    #else
      return "X64"
    #endif
  }
}
