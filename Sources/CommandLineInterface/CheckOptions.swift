import ConcurrencyRules

/// What `awaitwise check` was asked to do.
struct CheckOptions {
  /// As written; `-` for standard input.
  var paths: [String] = []
  var rules = RuleSelection.configured
  var format = ReportFormat.text
  /// Absolute.
  var outputPath: String?
  var fixing = Fixing.none
  var excludedPatterns: [String] = []
  /// From here on a finding makes the exit status 1.
  var threshold = Severity.warning
  var showsStatistics = false
  var showsSummaryOnly = false
  /// Absolute; what paths in reports are relative to.
  var baseFolder: String?
  var shard: Shard?
  var baselinePath: String?
  var newBaselinePath: String?
  /// Absolute.
  var referencePaths: [String] = []
  var standardInputName: String?
  var threadCount = 1
  var color = ColorChoice.auto
  var verbosity = Verbosity.normal

  /// What happens to fixes.
  enum Fixing: Equatable {
    case none
    case writeFiles(FixSafety)
    case showDiff(FixSafety)

    var filter: FixFilter? {
      switch self {
      case .none: nil
      case .writeFiles(let safety), .showDiff(let safety): FixFilter(safety: safety)
      }
    }
  }

  /// Part `index` of `count` (from 1) of the files.
  struct Shard: Equatable {
    let index: Int
    let count: Int
  }

  enum Verbosity {
    /// Nothing but findings at or above the threshold, and errors.
    case quiet
    case normal
    case verbose
  }

  static let specifications: [OptionSpecification] = [
    OptionSpecification(
      name: "--select", value: "IDS", isRepeatable: true,
      help:
        "Run only these rules: ids, names, beginnings of ids (AW1) or categories, separated by commas; ALL for every "
        + "rule, those that are off by default too"),
    OptionSpecification(name: "--ignore", value: "IDS", isRepeatable: true, help: "Don't run these rules"),
    OptionSpecification(
      name: "--format", value: "FORMAT", choices: ReportFormat.allCases.map(\.rawValue),
      help: "How to write what was found (default: text)"),
    OptionSpecification(name: "--output", short: "-o", value: "FILE", help: "Write the report to a file"),
    OptionSpecification(name: "--fix", help: "Repair what can be repaired without changing what the program does"),
    OptionSpecification(
      name: "--unsafe-fixes", help: "With --fix or --diff: take fixes too that need a look afterwards"),
    OptionSpecification(name: "--diff", help: "Show as a unified diff what --fix would change, and change nothing"),
    OptionSpecification(
      name: "--exclude", value: "GLOB", isRepeatable: true,
      help: "Leave out files and folders that match, as a line of .gitignore would"),
    OptionSpecification(
      name: "--severity", value: "LEVEL", choices: ["error", "warning", "suggestion"],
      help: "The lowest severity that makes the exit status 1 (default: warning)"),
    OptionSpecification(name: "--statistics", help: "Count by rule instead of showing each finding"),
    OptionSpecification(name: "--summary", help: "Show the last line only"),
    OptionSpecification(
      name: "--relative-to", value: "DIR", help: "Write paths in reports relative to this folder"),
    OptionSpecification(
      name: "--shard", value: "I/N", help: "Check part I of N of the files, so that N machines share the work"),
    OptionSpecification(name: "--baseline", value: "FILE", help: "Leave out findings that the file records"),
    OptionSpecification(
      name: "--write-baseline", value: "FILE", help: "Record all findings in the file, so that only later ones count"),
    OptionSpecification(
      name: "--reference-path", value: "DIR", isRepeatable: true,
      help: "Bind against the assemblies in this folder too"),
    OptionSpecification(
      name: "--stdin-filename", value: "NAME", help: "The file that the text on standard input belongs to"),
    OptionSpecification(name: "--threads", value: "N", help: "Use so many threads (default: one per processor)"),
    OptionSpecification(
      name: "--color", value: "WHEN", choices: ColorChoice.allCases.map(\.rawValue),
      help: "Use colors; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE (default: auto)"),
    OptionSpecification(
      name: "--quiet", short: "-q", help: "Show only findings that make the exit status 1, and errors"),
    OptionSpecification(name: "--verbose", short: "-v", help: "Tell on standard error what is done"),
    Command.helpOption,
  ]

  /// The limits of `--threads`.
  static let threadLimits = 1...256

  init(_ parsed: ParsedArguments, environment: CommandLineEnvironment) throws(UsageError) {
    let style = environment.pathStyle
    func absolute(_ option: String) -> String? {
      parsed.value(option).map { style.absolute($0, in: environment.currentDirectory) }
    }
    paths = parsed.operands
    if paths.isEmpty {
      throw UsageError("no path to check; name files or folders, '.' for the current folder or '-' for standard input")
    }
    if paths.contains("-") && paths.count > 1 {
      throw UsageError("'-' can't be checked together with other paths")
    }
    rules = try CheckOptions.selection(parsed, rules: environment.rules)
    if let name = parsed.value("--format"), let format = ReportFormat(rawValue: name) { self.format = format }
    outputPath = absolute("--output")
    let safety = parsed.has("--unsafe-fixes") ? FixSafety.unsafe : .safe
    if parsed.has("--diff") {
      fixing = .showDiff(safety)
    } else if parsed.has("--fix") {
      fixing = .writeFiles(safety)
    } else if safety == .unsafe {
      throw UsageError("option '--unsafe-fixes' needs '--fix' or '--diff'")
    }
    excludedPatterns = parsed.values("--exclude")
    switch parsed.value("--severity") {
    case "error": threshold = .error
    case "suggestion": threshold = .suggestion
    default: threshold = .warning
    }
    showsStatistics = parsed.has("--statistics")
    showsSummaryOnly = parsed.has("--summary")
    baseFolder = absolute("--relative-to")
    if let text = parsed.value("--shard") { shard = try CheckOptions.shard(text) }
    baselinePath = absolute("--baseline")
    newBaselinePath = absolute("--write-baseline")
    referencePaths = parsed.values("--reference-path").map { style.absolute($0, in: environment.currentDirectory) }
    standardInputName = parsed.value("--stdin-filename")
    threadCount = max(1, environment.processorCount)
    if let text = parsed.value("--threads") {
      threadCount = try number(text, of: "--threads", in: CheckOptions.threadLimits)
    }
    threadCount = min(threadCount, CheckOptions.threadLimits.upperBound)
    if let name = parsed.value("--color"), let choice = ColorChoice(rawValue: name) { color = choice }
    if parsed.has("--quiet") && parsed.has("--verbose") {
      throw UsageError("options '--quiet' and '--verbose' exclude each other")
    }
    verbosity = parsed.has("--quiet") ? .quiet : parsed.has("--verbose") ? .verbose : .normal
    try refuseCombinations()
  }

  private func refuseCombinations() throws(UsageError) {
    if standardInputName != nil && paths != ["-"] {
      throw UsageError("option '--stdin-filename' needs '-' as the path")
    }
    if case .writeFiles = fixing, paths == ["-"], format != .text, outputPath == nil {
      throw UsageError(
        "option '--fix' writes the repaired text to standard output, so '--format \(format.rawValue)' needs '--output'")
    }
    if shard != nil && fixing != .none {
      throw UsageError("option '--shard' can't be used with '--fix' or '--diff': a fix may reach into other parts")
    }
    if shard != nil && newBaselinePath != nil {
      throw UsageError("option '--shard' can't be used with '--write-baseline': the file would hold one part only")
    }
    if newBaselinePath != nil && fixing != .none {
      throw UsageError("option '--write-baseline' can't be used with '--fix' or '--diff'; fix first, then record")
    }
    if baselinePath != nil && newBaselinePath != nil {
      throw UsageError("options '--baseline' and '--write-baseline' exclude each other")
    }
    if case .showDiff = fixing, format != .text {
      throw UsageError("option '--diff' writes a diff, so '--format \(format.rawValue)' can't be used with it")
    }
  }

  private static func shard(_ text: String) throws(UsageError) -> Shard {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), (1...100_000).contains(count),
      (1...count).contains(index)
    else {
      throw UsageError("option '--shard' can't be '\(text)'; give a part and a number of parts, such as 1/4")
    }
    return Shard(index: index, count: count)
  }

  private static func selection(_ parsed: ParsedArguments, rules: [RuleDescriptor]) throws(UsageError) -> RuleSelection
  {
    var selection = RuleSelection.configured
    let selected = words(parsed.values("--select"))
    if !selected.isEmpty {
      var only: Set<String> = []
      for word in selected {
        let (ids, isNamed) = try resolve(word, option: "--select", rules: rules)
        only.formUnion(ids)
        if isNamed { selection.requested.formUnion(ids) }
      }
      selection.only = only
    }
    for word in words(parsed.values("--ignore")) {
      selection.ignored.formUnion(try resolve(word, option: "--ignore", rules: rules).ids)
    }
    return selection
  }

  private static func words(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",") }.map { String($0.filter { $0 != " " }) }.filter { !$0.isEmpty }
  }

  /// The rules that a word stands for, and whether it names them one by one, which switches on those that are off.
  private static func resolve(
    _ word: String, option: String, rules: [RuleDescriptor]
  ) throws(UsageError) -> (ids: [String], isNamed: Bool) {
    let lowercased = word.lowercased()
    if lowercased == "all" { return (rules.map(\.id), true) }
    if let rule = rules.first(where: { $0.id.lowercased() == lowercased || $0.name == lowercased }) {
      return ([rule.id], true)
    }
    let category = rules.filter { $0.category.rawValue.lowercased() == lowercased }
    if !category.isEmpty { return (category.map(\.id), false) }
    // Beginnings of ids: letters and at least one digit, so that a misspelt name is not taken for one.
    if lowercased.last?.isNumber == true {
      let beginning = rules.filter { $0.id.lowercased().hasPrefix(lowercased) }
      if !beginning.isEmpty { return (beginning.map(\.id), false) }
    }
    let candidates = rules.map(\.id) + rules.map(\.name) + RuleCategory.allCases.map(\.rawValue)
    let hint = nearest(to: word, among: candidates).map { " (did you mean '\($0)'?)" } ?? ""
    throw UsageError("option '\(option)': there is no rule '\(word)'\(hint); 'awaitwise rules' lists them")
  }
}

/// How findings are written.
enum ReportFormat: String, CaseIterable {
  case text
  case json
  case sarif
  case github
  case junit
  case codeclimate
  case html
}

enum ColorChoice: String, CaseIterable {
  case auto
  case always
  case never

  /// Whether to color what goes to the channel. The variables mean what no-color.org and bixense.com/clicolors say.
  func usesColor(on channel: OutputChannel, variables: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = variables["NO_COLOR"], !value.isEmpty { return false }
      if let value = variables["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
      return channel.isTerminal && variables["TERM"] != "dumb"
    }
  }
}
