import CSharpSemantics
import CSharpSyntax
import Glibc
import Workspace

/// `stats PATH… [--rounds N] [--slowest N] [--syntax-only]`: what each phase costs on one thread: how fast files are
/// lexed and parsed, how large trees get, what indexing and analysing with all rules takes, and which files and rules are
/// the slowest.
enum StatsCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard
      let arguments = ParseArguments(arguments, flags: ["--syntax-only"], values: ["--rounds", "--slowest"])
    else { return 2 }
    let rounds = max(1, arguments.values["--rounds"].flatMap { Int($0) } ?? 3)
    let slowest = max(0, arguments.values["--slowest"].flatMap { Int($0) } ?? 5)
    var texts: [(name: String, bytes: [UInt8])] = []
    for file in arguments.files {
      guard let bytes = file.read() else { return 1 }
      texts.append((file.name, SourceEncoding.decode(bytes).bytes))
    }
    let size = texts.reduce(0) { $0 + $1.bytes.count }
    report("files", texts.count, "files")
    report("bytes", size, "bytes")

    var lexing = [Int](repeating: .max, count: rounds)
    var parsing = [Int](repeating: .max, count: rounds)
    var fileTimes = [Int](repeating: .max, count: texts.count)
    var nodes = 0
    var tokens = 0
    var storage = 0
    var errors = 0
    var declaring = [Int](repeating: .max, count: rounds)
    var kept = 0
    for round in 0..<rounds {
      var start = now()
      var count = 0
      for text in texts { count += lexedTokenCount(text.bytes, options: arguments.options) }
      lexing[round] = now() - start
      tokens = count
      nodes = 0
      storage = 0
      errors = 0
      parsing[round] = 0
      declaring[round] = 0
      kept = 0
      for (index, text) in texts.enumerated() {
        start = now()
        guard let tree = parse(text.bytes, options: arguments.options) else { return 1 }
        let time = now() - start
        parsing[round] += time
        fileTimes[index] = min(fileTimes[index], time)
        nodes += tree.nodeCount
        storage += tree.storageSize
        errors += tree.errors.count
        start = now()
        let declarations = FileDeclarations(path: text.name, tree: tree).withoutBodies(store: Nothing(), key: 0)
        declaring[round] += now() - start
        kept += declarations.treeSize
      }
    }
    report("tokens", tokens, "tokens")
    report("nodes", nodes, "nodes")
    report("errors", errors, "errors")
    report("tree_bytes_per_text_byte", ratio(storage, size), "ratio")
    report("kept_tree_bytes_per_text_byte", ratio(kept, size), "ratio")
    report("lex", rate(size, lexing), "MB/s")
    report("parse", rate(size, parsing), "MB/s")
    report("declare", rate(size, declaring), "MB/s")
    for index in texts.indices.sorted(by: { fileTimes[$0] > fileTimes[$1] }).prefix(slowest) {
      let text = texts[index]
      print(
        "slowest to parse: \(text.name) \(text.bytes.count) bytes \(ratio(fileTimes[index], 1_000_000)) ms"
          + " \(rate(text.bytes.count, [fileTimes[index]])) MB/s")
    }
    texts = []
    reportPeak("peak_rss_of_syntax")
    if arguments.flags.contains("--syntax-only") { return 0 }
    analyze(arguments.files, size: size, folders: arguments.paths, slowest: slowest)
    reportPeak("peak_rss")
    return 0
  }

  /// Keeps no trees: nobody asks.
  private final class Nothing: WholeTreeStore {
    func whole(_ declarations: FileDeclarations) -> FileDeclarations { declarations }
  }

  private static func analyze(_ files: [SourceFile], size: Int, folders: [String], slowest: Int) {
    let fileSystem = LocalFileSystem()
    let files = files.compactMap { file in fileSystem.realPath(file.path).map { (name: file.name, path: $0) } }
    let ruleTimes = RuleTimes()
    let host = WorkspaceHost(fileSystem: fileSystem, threadCount: 1, ruleTimes: ruleTimes)
    host.setFolders(folders.compactMap { fileSystem.realPath($0) }.filter { fileSystem.isDirectory($0) })
    let snapshot = host.snapshot()
    var start = now()
    snapshot.index(files.map(\.path))
    let indexing = now() - start
    report("index", rate(size, [indexing]), "MB/s")
    reportPeak("peak_rss_of_index")
    var times: [Int] = []
    var findings = 0
    for (_, path) in files {
      start = now()
      findings += snapshot.analyze(path, isCancelled: { false })?.findings.count ?? 0
      times.append(now() - start)
    }
    report("analyze", rate(size, [times.reduce(0, +)]), "MB/s")
    report("members_bound", ruleTimes.boundMemberCount, "members")
    report("findings", findings, "findings")
    for index in times.indices.sorted(by: { times[$0] > times[$1] }).prefix(slowest) {
      print("slowest to analyze: \(files[index].name) \(ratio(times[index], 1_000_000)) ms")
    }
    for rule in ruleTimes.slowest.prefix(slowest) {
      print("slowest rule: \(rule.ruleID) \(ratio(Int(clamping: rule.nanoseconds), 1_000_000)) ms")
    }
  }

  private static func reportPeak(_ name: String) {
    var usage = rusage()
    if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
      report(name, ratio(usage.ru_maxrss, 1024), "MB")
    }
  }

  /// Nanoseconds of a clock that only goes forward.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  /// Megabytes a second in the fastest round.
  private static func rate(_ bytes: Int, _ times: [Int]) -> String {
    guard let best = times.min(), best > 0 else { return "0" }
    return ratio(bytes * 1000, best)
  }

  /// A quotient with two digits behind the point.
  private static func ratio(_ a: Int, _ b: Int) -> String {
    guard b > 0 else { return "0" }
    let hundredths = a / b * 100 + a % b * 100 / b
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func report(_ name: String, _ value: some CustomStringConvertible, _ unit: String) {
    print("METRIC \(name):\(value):\(unit)")
  }
}
