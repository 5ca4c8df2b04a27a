import CSharpSemantics
import CSharpSyntax
import JSONRPC

/// `bind [--project FILE.json --source-root DIR --reference-root DIR] [PATH…] [--kinds …] [--references DIR…]`: prints
/// what every site is bound to, in the format of the Roslyn tool's `bind`.
enum BindCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let options = BindArguments(arguments) else { return 2 }
    guard let project = options.loadProject() else { return 1 }
    let context = BindingContext(compilation: project.compilation)
    var output: [UInt8] = []
    for index in project.shown {
      guard let model = context.semanticModel(file: index) else { continue }
      model.bindAll()
      let collector = BindSiteCollector(model: model)
      collector.collect()
      let lines = PrintedLines(model.tree.bytes)
      for site in collector.sites where options.kinds.isEmpty || options.kinds.contains(site.kind) {
        write(site, path: project.compilation.files[index].path, lines, &output)
      }
      if output.count > 1 << 20 {
        writeAll(output, to: 1)
        output.removeAll(keepingCapacity: true)
      }
    }
    writeAll(output, to: 1)
    return 0
  }

  private static func write(_ site: BindSite, path: String, _ lines: PrintedLines, _ output: inout [UInt8]) {
    var object = JSONObject()
    object.append("f", .string(path))
    object.append("s", .integer(Int64(site.start)))
    object.append("e", .integer(Int64(site.end)))
    if site.wholeStart != site.start || site.wholeEnd != site.end {
      object.append("xs", .integer(Int64(site.wholeStart)))
      object.append("xe", .integer(Int64(site.wholeEnd)))
    }
    let place = lines.position(of: Int(site.start))
    object.append("l", .integer(Int64(place.line)))
    object.append("c", .integer(Int64(place.column)))
    object.append("k", .string(site.kind))
    if let op = site.op { object.append("op", .string(op)) }
    func append(_ key: String, _ value: String?) { if let value { object.append(key, .string(value)) } }
    if site.symbol != nil || !["op", "lambda", "using", "cast", "nameof", "index", "deconstruct"].contains(site.kind) {
      object.append("sym", site.symbol.map { .string($0) } ?? .null)
    }
    append("why", site.why)
    object.append("t", site.type.map { .string($0) } ?? .null)
    append("ct", site.convertedType)
    append("conv", site.conversion)
    if site.isExtension { object.append("ext", .bool(true)) }
    if !site.typeArguments.isEmpty { object.append("targs", .array(site.typeArguments.map { .string($0) })) }
    append("rw", site.access)
    if site.isAsync { object.append("async", .bool(true)) }
    append("ret", site.returnType)
    append("operand", site.operand)
    append("collection", site.collection)
    append("move", site.move)
    append("current", site.current)
    append("dispose", site.dispose)
    output += JSONValue.object(object).serialized()
    output.append(UInt8(ascii: "\n"))
  }
}

/// A text's lines and UTF-16 columns as people count them.
struct PrintedLines {
  private let bytes: [UInt8]
  private let table: LineTable

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    table = LineTable(bytes)
  }

  /// Both from 1.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let position = table.position(of: ByteOffset(clamping: offset), in: bytes, columns: .utf16)
    return (position.line + 1, position.column + 1)
  }
}

/// The options of `bind` and `compare-binding`.
struct BindArguments {
  var projects: [String] = []
  var sourceRoot: String?
  var referenceRoot: String?
  var paths: [String] = []
  var kinds: Set<String> = []
  var references: [String] = []
  var usings: [String] = []
  var roslyn: String?
  var maximum = 20
  var options = ParseOptions(languageVersion: .csharp14)

  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        paths.append(argument)
        continue
      }
      guard let value = rest.popFirst() else {
        complain("\(argument): without its value")
        return nil
      }
      switch argument {
      case "--project": projects.append(value)
      case "--source-root": sourceRoot = value
      case "--reference-root": referenceRoot = value
      case "--kinds": kinds = Set(value.split(separator: ",").map(String.init))
      case "--references": references.append(value)
      case "--roslyn": roslyn = value
      case "--max": maximum = Int(value) ?? 20
      case "--usings":
        usings =
          value == "web"
          ? CompilationOptions.webUsings
          : value == "worker" ? CompilationOptions.workerUsings : CompilationOptions.consoleUsings
      case "--define": options.defines.formUnion(value.split(separator: ";").map(String.init))
      case "--langversion":
        guard let version = LanguageVersion(written: value) else {
          complain("\(value): no version of the language")
          return nil
        }
        options.languageVersion = version
      default:
        complain("\(argument): unknown")
        return nil
      }
    }
    if projects.isEmpty, paths.isEmpty {
      complain("no path given")
      return nil
    }
  }

  func loadProject() -> BindProject? {
    let loader = BindProjectLoader(sourceRoot: sourceRoot, referenceRoot: referenceRoot)
    if let project = projects.first { return loader.load(project) }
    return loader.load(files: SourceFile.list(paths), options: options, usings: usings, references: references)
  }
}
