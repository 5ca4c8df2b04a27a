import DotNetMetadata
import Glibc

/// `awaitwise-dev compare-metadata --reference-assemblies DIR [--roslyn TOOL]`: prints each group of assemblies with our
/// reader and with the Roslyn tool, and lists what differs by cause. The tool is taken from `AWAITWISE_ROSLYN` otherwise.
enum CompareMetadataCommand {
  struct Group {
    let name: String
    let subjects: [String]
    let references: [String]
  }

  static func run(_ arguments: [String]) -> Int32 {
    var root: String?
    var tool = getenv("AWAITWISE_ROSLYN").map { String(cString: $0) }
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--reference-assemblies": root = rest.popFirst()
      case "--roslyn": tool = rest.popFirst()
      default:
        complain("\(argument): unknown")
        return 2
      }
    }
    guard let root, let tool else {
      complain("usage: awaitwise-dev compare-metadata --reference-assemblies DIR --roslyn TOOL")
      return 2
    }
    var differing = 0
    for group in groups(in: root) {
      guard let theirs = output(of: tool, group) else {
        complain("\(tool): failed on \(group.name)")
        return 1
      }
      let ours = MetadataCommand.text(of: group.subjects, references: group.references, publicOnly: false) {
        complain("\($0)")
      }
      differing += report(group.name, ours: ours, theirs: theirs)
    }
    print("total: \(differing) lines differ")
    return differing == 0 ? 0 : 1
  }

  // MARK: What to compare

  /// Targeting packs with the packs that they build on, and each package against the newest packs and all packages.
  static func groups(in root: String) -> [Group] {
    func versions(_ pack: String) -> [(major: String, path: String)] {
      FileTree.folders(in: root + "/packs/" + pack).map { version in
        (String(version.prefix { $0 != "." }), root + "/packs/" + pack + "/" + version + "/ref")
      }
    }
    var groups: [Group] = []
    let framework = versions("Microsoft.NETCore.App.Ref")
    let web = versions("Microsoft.AspNetCore.App.Ref")
    let desktop = versions("Microsoft.WindowsDesktop.App.Ref")
    for core in framework {
      let folders = [core.path] + web.filter { $0.major == core.major }.map(\.path)
      groups.append(Group(name: "net\(core.major).0", subjects: folders, references: folders))
    }
    for pack in desktop {
      let cores = framework.filter { $0.major == pack.major }.map(\.path)
      groups.append(
        Group(name: "windowsdesktop \(pack.major)", subjects: [pack.path], references: cores + [pack.path]))
    }
    for pack in versions("NETStandard.Library.Ref") {
      groups.append(Group(name: "netstandard2.1", subjects: [pack.path], references: [pack.path]))
    }
    let packages = root + "/packages"
    let standalone = ["netstandard.library", "microsoft.netframework.referenceassemblies.net472"]
    for name in standalone where FileTree.isDirectory(packages + "/" + name) {
      let path = packages + "/" + name
      groups.append(Group(name: name, subjects: [path], references: [path]))
    }
    let others = FileTree.folders(in: packages).filter { !standalone.contains($0) }.map { packages + "/" + $0 }
    if !others.isEmpty {
      let newest = [framework.first, web.first, desktop.first].compactMap { $0?.path }
      groups.append(Group(name: "packages", subjects: others, references: newest + [packages]))
    }
    return groups
  }

  private static func output(of tool: String, _ group: Group) -> [UInt8]? {
    let path = "/tmp/awaitwise-compare-\(getpid()).jsonl"
    defer { unlink(path) }
    let arguments =
      [tool, "metadata"] + group.subjects + group.references.flatMap { ["--references", $0] } + ["--out", path]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    var child: pid_t = 0
    guard posix_spawn(&child, tool, nil, nil, pointers, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    guard status == 0 else { return nil }
    return SourceFile(path: path, name: path).read()
  }

  // MARK: How they differ

  /// Prints one group's result; the number of lines that differ.
  private static func report(_ name: String, ours: [UInt8], theirs: [UInt8]) -> Int {
    let ourLines = ours.split(separator: 0x0a)
    let theirLines = theirs.split(separator: 0x0a)
    if ours == theirs {
      print("\(name): \(theirLines.count) lines, equal byte for byte")
      return 0
    }
    var causes: [String: (count: Int, example: String)] = [:]
    func add(_ cause: String, _ example: ArraySlice<UInt8>) {
      let known = causes[cause]
      causes[cause] = ((known?.count ?? 0) + 1, known?.example ?? String(decoding: example, as: UTF8.self))
    }
    var byKey: [ArraySlice<UInt8>: [ArraySlice<UInt8>]] = [:]
    for line in ourLines { byKey[key(line), default: []].append(line) }
    var differing = 0
    for line in theirLines {
      let key = key(line)
      guard var candidates = byKey[key], !candidates.isEmpty else {
        add("missing", line)
        differing += 1
        continue
      }
      let position = candidates.firstIndex(of: line) ?? 0
      let mine = candidates.remove(at: position)
      byKey[key] = candidates
      if mine != line {
        add("at " + divergence(line, mine), line)
        differing += 1
      }
    }
    for line in byKey.values.joined() {
      add("extra", line)
      differing += 1
    }
    if differing == 0 { add("order of lines", []) }
    print("\(name): \(theirLines.count) lines, \(differing) differ")
    for (cause, value) in causes.sorted(by: { $0.value.count > $1.value.count }) {
      print("  \(value.count) × \(cause), such as \(value.example.prefix(300))")
    }
    return max(differing, 1)
  }

  /// Assembly and id: all up to the kind.
  private static func key(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let marker = Array(",\"kind\":".utf8)
    guard
      let end = line.indices.first(where: { line[$0] == marker[0] && line[$0...].starts(with: marker) })
    else { return line }
    return line[..<end]
  }

  /// The last key before the first byte that differs.
  private static func divergence(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> String {
    let common = zip(left, right).prefix { $0.0 == $0.1 }.count
    let head = String(decoding: left.prefix(common), as: UTF8.self)
    let parts = head.split(separator: "\":", omittingEmptySubsequences: false)
    guard parts.count > 1, let name = parts[parts.count - 2].split(separator: "\"").last else { return "the start" }
    return String(name)
  }
}
