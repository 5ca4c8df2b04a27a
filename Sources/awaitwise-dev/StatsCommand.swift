import CSharpSyntax
import Glibc

/// `stats PATH… [--rounds N] [--slowest N]`: how fast files are lexed and parsed on one thread, and how large trees get.
enum StatsCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let arguments = ParseArguments(arguments, values: ["--rounds", "--slowest"]) else { return 2 }
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
      for (index, text) in texts.enumerated() {
        start = now()
        guard let tree = parse(text.bytes, options: arguments.options) else { return 1 }
        let time = now() - start
        parsing[round] += time
        fileTimes[index] = min(fileTimes[index], time)
        nodes += tree.nodeCount
        storage += tree.storageSize
        errors += tree.errors.count
      }
    }
    report("tokens", tokens, "tokens")
    report("nodes", nodes, "nodes")
    report("errors", errors, "errors")
    report("tree_bytes_per_text_byte", ratio(storage, size), "ratio")
    report("lex", rate(size, lexing), "MB/s")
    report("parse", rate(size, parsing), "MB/s")
    for index in texts.indices.sorted(by: { fileTimes[$0] > fileTimes[$1] }).prefix(slowest) {
      let text = texts[index]
      print(
        "slowest: \(text.name) \(text.bytes.count) bytes \(ratio(fileTimes[index], 1_000_000)) ms"
          + " \(rate(text.bytes.count, [fileTimes[index]])) MB/s")
    }
    var usage = rusage()
    if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
      report("peak_rss", ratio(usage.ru_maxrss, 1024), "MB")
    }
    return 0
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
