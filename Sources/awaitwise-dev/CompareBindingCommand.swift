import CSharpSemantics
import CSharpSyntax
import Glibc
import JSONRPC

/// `compare-binding --project FILE.json… --source-root DIR --reference-root DIR [--kinds …] [--max N] [--roslyn TOOL]`:
/// binds each project with the Roslyn tool and with ours, and prints per project and kind how many sites have the same
/// symbol (right), none of ours (unknown) or another one (wrong), how many have the same type, and the most frequent
/// differences. Files in which the compiler reports errors are counted apart.
enum CompareBindingCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let options = BindArguments(arguments) else { return 2 }
    guard let tool = RoslynTool.find(options.roslyn) else {
      complain("skipped: no Roslyn tool (give --roslyn PATH or set AWAITWISE_ROSLYN)")
      return 0
    }
    let loader = BindProjectLoader(sourceRoot: options.sourceRoot, referenceRoot: options.referenceRoot)
    var total = BindingTally()
    for path in options.projects {
      guard let project = loader.load(path) else { return 1 }
      guard let theirs = tool.bind(project: path, options) else {
        complain("\(tool.path): failed on \(path)")
        return 1
      }
      var tally = BindingTally()
      tally.errorFiles = errorFiles(of: path)
      compare(project, theirs, options, &tally)
      print("## \(path.split(separator: "/").last.map(String.init) ?? path)")
      tally.printTable()
      tally.printDifferences(options.maximum)
      total.merge(tally)
    }
    if options.projects.count > 1 {
      print("## all")
      total.printTable()
      total.printDifferences(options.maximum)
    }
    return 0
  }

  private static func errorFiles(of path: String) -> Set<String> {
    guard let bytes = SourceFile(path: path, name: path).read(), let json = try? JSONValue(parsing: bytes),
      let files = json["roslyn"]?["errorFiles"]?.arrayValue
    else { return [] }
    return Set(files.compactMap { $0.stringValue ?? $0["f"]?.stringValue })
  }

  private static func compare(
    _ project: BindProject, _ theirs: [String: [JSONValue]], _ options: BindArguments, _ tally: inout BindingTally
  ) {
    let context = BindingContext(compilation: project.compilation)
    for index in project.shown {
      let path = project.compilation.files[index].path
      guard let lines = theirs[path], let model = context.semanticModel(file: index) else { continue }
      model.bindAll()
      let collector = BindSiteCollector(model: model)
      collector.collect()
      var ours: [String: BindSite] = [:]
      for site in collector.sites { ours["\(site.kind) \(site.start) \(site.end)"] = site }
      var names: [String: BindSite] = [:]
      for site in collector.sites where ["id", "member", "mgroup", "var", "local"].contains(site.kind) {
        names["\(site.start) \(site.end)"] = site
      }
      for line in lines {
        guard let kind = line["k"]?.stringValue, let start = line["s"]?.integerValue, let end = line["e"]?.integerValue
        else { continue }
        if !options.kinds.isEmpty, !options.kinds.contains(kind) { continue }
        let site = ours["\(kind) \(start) \(end)"] ?? names["\(start) \(end)"]
        tally.count(line, site, kind, path: path, model.tree)
      }
    }
  }
}

/// What a comparison counted.
struct BindingTally {
  struct Row {
    var sites = 0
    var right = 0
    var unknown = 0
    var wrong = 0
    /// We have a symbol where the compiler has none.
    var extra = 0
    var types = 0
    var typesRight = 0
    var missing = 0
  }

  var errorFiles: Set<String> = []
  var rows: [String: Row] = [:]
  var errorRows: [String: Row] = [:]
  var differences: [String: (count: Int, example: String)] = [:]

  mutating func count(_ line: JSONValue, _ site: BindSite?, _ kind: String, path: String, _ tree: SyntaxTree) {
    let isError = errorFiles.contains(path)
    var row = (isError ? errorRows[kind] : rows[kind]) ?? Row()
    row.sites += 1
    let theirSymbol = line["sym"]?.stringValue.map(BindingTally.withoutGrouping)
    let ourSymbol = site?.symbol
    var note: String?
    if site == nil {
      row.missing += 1
      note = "missing"
    }
    if theirSymbol == ourSymbol {
      row.right += 1
    } else if ourSymbol == nil {
      row.unknown += 1
      note = note ?? "unknown"
    } else if theirSymbol == nil {
      row.extra += 1
      note = "extra"
    } else {
      row.wrong += 1
      note = "WRONG"
    }
    let theirType = line["t"]?.stringValue ?? line["ct"]?.stringValue
    let ourType = site?.type ?? site?.convertedType
    if let theirType, theirType != "?" {
      row.types += 1
      if theirType == ourType {
        row.typesRight += 1
      } else if note == nil {
        note = "type"
      }
    }
    if isError { errorRows[kind] = row } else { rows[kind] = row }
    guard let note else { return }
    let place = "\(path):\(line["l"]?.integerValue ?? 0):\(line["c"]?.integerValue ?? 0)"
    let what: String
    switch note {
    case "type": what = "\(kind) type: \(theirType ?? "-") | \(ourType ?? "-")"
    default: what = "\(kind) \(note): \(theirSymbol ?? "-") | \(ourSymbol ?? "-")"
    }
    let known = differences[what]
    differences[what] = ((known?.count ?? 0) + 1, known?.example ?? place)
  }

  /// Members of extension blocks in a form that needs no hash: the grouping type `<G>$0123….` is left out of the name.
  private static func withoutGrouping(_ symbol: String) -> String {
    guard let start = symbol.firstRange(of: "<G>$")?.lowerBound,
      let dot = symbol[start...].firstIndex(of: ".")
    else { return symbol }
    return String(symbol[..<start]) + String(symbol[dot...])
  }

  mutating func merge(_ other: BindingTally) {
    func add(_ rows: inout [String: Row], _ others: [String: Row]) {
      for (kind, row) in others {
        var sum = rows[kind] ?? Row()
        sum.sites += row.sites
        sum.right += row.right
        sum.unknown += row.unknown
        sum.wrong += row.wrong
        sum.extra += row.extra
        sum.types += row.types
        sum.typesRight += row.typesRight
        sum.missing += row.missing
        rows[kind] = sum
      }
    }
    add(&rows, other.rows)
    add(&errorRows, other.errorRows)
    for (what, difference) in other.differences {
      let known = differences[what]
      differences[what] = ((known?.count ?? 0) + difference.count, known?.example ?? difference.example)
    }
  }

  func printTable() {
    for (title, rows) in [("files without errors", rows), ("files with errors", errorRows)] where !rows.isEmpty {
      print("\(title): kind sites right% unknown% wrong% (extra) missing types%")
      var sum = Row()
      var main = Row()
      for kind in rows.keys.sorted() {
        guard let row = rows[kind] else { continue }
        print(BindingTally.line(kind, row))
        BindingTally.add(row, to: &sum)
        if ["call", "new", "await", "member", "lambda", "mgroup"].contains(kind) { BindingTally.add(row, to: &main) }
      }
      print(BindingTally.line("main six", main))
      print(BindingTally.line("all", sum))
    }
  }

  private static func add(_ row: Row, to sum: inout Row) {
    sum.sites += row.sites
    sum.right += row.right
    sum.unknown += row.unknown
    sum.wrong += row.wrong
    sum.extra += row.extra
    sum.types += row.types
    sum.typesRight += row.typesRight
    sum.missing += row.missing
  }

  private static func line(_ kind: String, _ row: Row) -> String {
    func percent(_ part: Int, _ whole: Int) -> String {
      guard whole > 0 else { return "-" }
      let value = part * 10000 / whole
      let fraction = value % 100
      return "\(value / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
    return
      "  \(kind) \(row.sites) \(percent(row.right, row.sites)) \(percent(row.unknown, row.sites)) "
      + "\(percent(row.wrong, row.sites)) (\(row.extra)) \(row.missing) \(percent(row.typesRight, row.types))"
  }

  func printDifferences(_ maximum: Int) {
    let sorted = differences.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (what, difference) in sorted.prefix(maximum) {
      print("    \(difference.count) \(what)   (\(difference.example))")
    }
  }
}

extension RoslynTool {
  /// What the tool's `bind` prints of a project, by file.
  func bind(project: String, _ options: BindArguments) -> [String: [JSONValue]]? {
    var arguments = ["bind", "--project", project]
    if let root = options.sourceRoot { arguments += ["--source-root", root] }
    if let root = options.referenceRoot { arguments += ["--reference-root", root] }
    if !options.kinds.isEmpty { arguments += ["--kinds", options.kinds.sorted().joined(separator: ",")] }
    // Kept beside the temporary files of other runs, since the tool takes long.
    let name = project.split(separator: "/").suffix(2).joined(separator: "-")
    let out = "/tmp/awaitwise-bind-\(name)-\(options.kinds.sorted().joined(separator: "-")).jsonl"
    if SourceFile(path: out, name: out).exists == false {
      arguments += ["--out", out + ".part"]
      guard execute(arguments), rename(out + ".part", out) == 0 else { return nil }
    }
    guard let bytes = SourceFile(path: out, name: out).read() else { return nil }
    var result: [String: [JSONValue]] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let json = try? JSONValue(parsing: Array(line)), let file = json["f"]?.stringValue else { continue }
      result[file, default: []].append(json)
    }
    return result
  }
}

extension SourceFile {
  var exists: Bool { access(path, R_OK) == 0 }
}
