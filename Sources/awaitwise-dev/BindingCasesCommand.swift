import CSharpSemantics
import CSharpSyntax
import DotNetMetadata
import Glibc
import JSONRPC

/// `binding-cases [--update --roslyn TOOL] [--accept] FILE.txt…`: binds small programs by the built-in catalogue and
/// compares every site with what the C# compiler said, which lies beside each file as `FILE.expected.txt`; `--update` asks
/// the compiler again. Programs are separated by lines `=== TITLE`.
///
/// What is known to differ lies in `FILE.known.txt`, as `TITLE: PLACE KIND`; `--accept` writes it. Any other difference,
/// and an entry there that differs no more, is a failure.
enum BindingCasesCommand {
  static func run(_ arguments: [String]) -> Int32 {
    var paths: [String] = []
    var tool: String?
    var isUpdate = false
    var accepts = false
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--update": isUpdate = true
      case "--accept": accepts = true
      case "--roslyn": tool = rest.popFirst()
      default: paths.append(argument)
      }
    }
    guard !paths.isEmpty else {
      complain("no file given")
      return 2
    }
    var isGood = true
    var counts = (cases: 0, sites: 0, different: 0)
    for path in paths {
      guard let cases = BindingCaseFile(path: path) else { return 1 }
      if isUpdate {
        guard let roslyn = RoslynTool.find(tool), cases.update(roslyn) else {
          complain("\(path): the compiler's tool failed or is not there")
          return 1
        }
      }
      guard let expected = cases.expected() else {
        complain("\(path): no expected results")
        return 1
      }
      var known = accepts ? [] : cases.known()
      var different: [String] = []
      for (title, text) in cases.programs {
        counts.cases += 1
        let ours = Set(BindingCaseFile.bind(text))
        let theirs = expected[title] ?? []
        counts.sites += theirs.count
        for line in theirs where !ours.contains(line) {
          let place = line.split(separator: " ").prefix(2).joined(separator: " ") + " "
          let found = ours.filter { $0.hasPrefix(place) }.sorted().first ?? "-"
          counts.different += 1
          let entry = "\(title): \(place)".dropLast()
          different.append(String(entry))
          if known.remove(String(entry)) != nil { continue }
          print("\(title)\n  compiler: \(line)\n  ours:     \(found)")
          if !accepts { isGood = false }
        }
      }
      for entry in known.sorted() {
        print("differs no more: \(entry)")
        isGood = false
      }
      if accepts, !cases.accept(different) { return 1 }
    }
    print("cases \(counts.cases), sites \(counts.sites), different \(counts.different)")
    return isGood ? 0 : 1
  }
}

/// Small programs in one file.
struct BindingCaseFile {
  let path: String
  let programs: [(title: String, text: String)]

  init?(path: String) {
    guard let bytes = SourceFile(path: path, name: path).read() else { return nil }
    self.path = path
    var programs: [(String, String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        programs.append((String(line.dropFirst(4)), ""))
      } else if !programs.isEmpty {
        programs[programs.count - 1].1 += line + "\n"
      }
    }
    self.programs = programs
  }

  private var expectedPath: String { path.hasSuffix(".txt") ? path.dropLast(4) + ".expected.txt" : path + ".expected" }

  func expected() -> [String: [String]]? {
    guard let bytes = SourceFile(path: expectedPath, name: expectedPath).read() else { return nil }
    var result: [String: [String]] = [:]
    var title = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("=== ") {
        title = String(line.dropFirst(4))
        result[title] = []
      } else {
        result[title, default: []].append(String(line))
      }
    }
    return result
  }

  private var knownPath: String { path.hasSuffix(".txt") ? path.dropLast(4) + ".known.txt" : path + ".known" }

  func known() -> Set<String> {
    guard let bytes = SourceFile(path: knownPath, name: knownPath).read() else { return [] }
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  func accept(_ entries: [String]) -> Bool {
    FileTree.write(Array(entries.map { $0 + "\n" }.joined().utf8), to: knownPath)
  }

  /// Asks the compiler about every program, each by itself.
  func update(_ tool: RoslynTool) -> Bool {
    let folder = "/tmp/awaitwise-cases-\(getpid())"
    guard mkdir(folder, 0o700) == 0 else { return false }
    var names: [String] = []
    defer {
      for name in names { unlink(folder + "/" + name) }
      unlink(folder + "/out")
      rmdir(folder)
    }
    for (index, program) in programs.enumerated() {
      names.append("\(index).cs")
      guard FileTree.write(Array(program.text.utf8), to: "\(folder)/\(index).cs") else { return false }
    }
    guard
      tool.execute([
        "bind", folder, "--each-file", "--references", "net", "--usings", "console", "--out", folder + "/out",
      ]), let bytes = SourceFile(path: folder + "/out", name: "out").read()
    else { return false }
    var lines: [String: [String]] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let json = try? JSONValue(parsing: Array(line)), let file = json["f"]?.stringValue else { continue }
      if let text = BindingCaseFile.line(json) { lines[file, default: []].append(text) }
    }
    var output = ""
    for (index, program) in programs.enumerated() {
      output += "=== \(program.title)\n" + (lines["\(index).cs"] ?? []).map { $0 + "\n" }.joined()
    }
    return FileTree.write(Array(output.utf8), to: expectedPath)
  }

  /// What is kept of the compiler's line: place, kind, symbol, type, converted type, conversion, marks.
  private static func line(_ json: JSONValue) -> String? {
    guard let kind = json["k"]?.stringValue, kind != "nameof" || json["sym"] != nil else { return nil }
    let place = "\(json["l"]?.integerValue ?? 0):\(json["c"]?.integerValue ?? 0) \(kind)"
    var parts = [place, json["sym"]?.stringValue.map(withoutGrouping) ?? "-"]
    parts.append(": \(json["t"]?.stringValue ?? "-")")
    if let converted = json["ct"]?.stringValue { parts.append("-> \(converted)") }
    if let conversion = json["conv"]?.stringValue { parts.append("by \(conversion)") }
    if case .bool(true)? = json["ext"] { parts.append("ext") }
    if let arguments = json["targs"]?.arrayValue {
      parts.append("<\(arguments.compactMap(\.stringValue).joined(separator: ", "))>")
    }
    return parts.joined(separator: " ")
  }

  private static func withoutGrouping(_ symbol: String) -> String {
    guard let start = symbol.firstRange(of: "<G>$")?.lowerBound, let dot = symbol[start...].firstIndex(of: ".") else {
      return symbol
    }
    return String(symbol[..<start]) + String(symbol[dot...])
  }

  /// The same lines of ours.
  static func bind(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    guard let tree = parse(bytes, options: ParseOptions(languageVersion: .csharp14)), let catalogue = Catalogue.builtIn
    else { return [] }
    let compilation = Compilation(
      options: CompilationOptions(
        globalUsings: CompilationOptions.consoleUsings, languageVersion: .csharp14, isExecutable: true),
      files: [FileDeclarations(path: "Case.cs", tree: tree)], references: references(catalogue))
    guard let model = BindingContext(compilation: compilation).semanticModel(file: 0) else { return [] }
    model.bindAll()
    let collector = BindSiteCollector(model: model)
    collector.collect()
    let lines = PrintedLines(bytes)
    return collector.sites.map { site in
      let place = lines.position(of: Int(site.start))
      var parts = ["\(place.line):\(place.column) \(site.kind)", site.symbol ?? "-", ": \(site.type ?? "-")"]
      if let converted = site.convertedType { parts.append("-> \(converted)") }
      if let conversion = site.conversion { parts.append("by \(conversion)") }
      if site.isExtension { parts.append("ext") }
      if !site.typeArguments.isEmpty { parts.append("<\(site.typeArguments.joined(separator: ", "))>") }
      return parts.joined(separator: " ")
    }
  }

  private static func references(_ catalogue: Catalogue) -> ReferenceSet {
    shared ?? catalogue.references(target: .net10)
  }

  private static let shared: ReferenceSet? = Catalogue.builtIn?.references(target: .net10)
}
