import CSharpSyntax
import ConcurrencyRules
import Workspace

/// `awaitwise check`.
func runCheck(_ options: CheckOptions, environment: CommandLineEnvironment) -> Int32 {
  var command = CheckCommand(options: options, environment: environment)
  return command.run()
}

private struct CheckCommand {
  let options: CheckOptions
  let environment: CommandLineEnvironment
  private let start: UInt64
  private var problems: [RunProblem] = []
  private let ruleTimes: RuleTimes?
  private var progress: ProgressLine

  init(options: CheckOptions, environment: CommandLineEnvironment) {
    self.options = options
    self.environment = environment
    ruleTimes = options.verbosity == .verbose ? RuleTimes() : nil
    start = environment.monotonicNanoseconds()
    progress = ProgressLine(
      channel: environment.standardError, isShown: options.verbosity != .quiet, start: start,
      now: environment.monotonicNanoseconds)
  }

  mutating func run() -> Int32 {
    // A damaged baseline would make everything look new, so nothing is checked without it.
    var baseline: Baseline?
    if let path = options.baselinePath {
      switch readBaseline(path) {
      case .success(let read): baseline = read
      case .failure(let problem):
        environment.standardError.print("error: \(problem.problem.message)")
        return ExitStatus.failure
      }
    }
    if options.paths == ["-"] { return checkStandardInput(baseline) }
    let sources = discover()
    let host = makeHost(sources.folders)
    let files = options.shard.map { part(sources.files, $0) } ?? sources.files
    verbose(
      "\(counted(files.count, "file")) in \(counted(sources.folders.count, "folder")), \(counted(options.threadCount, "thread"))"
    )
    if files.isEmpty && problems.isEmpty && options.verbosity != .quiet {
      environment.standardError.print("note: there are no C# files to check")
    }
    var outcomes = analyze(host.snapshot(), files)
    let fixed = fix(&outcomes, host.snapshot(), documents: files)
    var changedCount = 0
    var applied: [AppliedFix] = []
    var diff: [UInt8] = []
    if let fixed {
      problems += fixed.problems
      switch options.fixing {
      case .none: break
      case .showDiff:
        for change in fixed.changes { diff += self.diff(change) }
        changedCount = fixed.changes.count
        applied = fixed.applied
      case .writeFiles:
        let written = write(fixed.changes, to: environment.files, together: fixed.reachesAcrossDocuments)
        problems += written.problems
        let kept = Set(written.written)
        changedCount = kept.count
        applied = fixed.applied.filter { kept.contains($0.document) || fixed.reachesAcrossDocuments && !kept.isEmpty }
        if kept.count < fixed.changes.count {
          // What was not written is still there, so it is reported as it was.
          host.filesChanged(written.written)
          outcomes = analyze(host.snapshot(), files)
        }
      }
      if let note = fixed.note { environment.standardError.print("note: \(note)") }
    }
    var report = self.report(outcomes, files: files)
    report.appliedFixes = applied
    report.changedFileCount = changedCount
    return finish(&report, baseline: baseline, diff: diff)
  }

  // MARK: - Input

  /// The files and folders to check; what can't be is noted as a problem.
  private mutating func discover() -> Discovery {
    let style = environment.pathStyle
    var paths: [String] = []
    for written in options.paths {
      let path = style.absolute(written, in: environment.currentDirectory)
      if environment.files.exists(path) {
        paths.append(path)
      } else {
        problems.append(
          RunProblem(
            message: "'\(written)' does not exist; check the spelling (the current folder is "
              + "'\(environment.currentDirectory)')", path: path))
      }
    }
    var discovery = Discovery(files: [], folders: [])
    if !paths.isEmpty || !options.excludedPatterns.isEmpty {
      discovery = environment.sources.discover(
        DiscoveryRequest(
          paths: paths, excludedPatterns: options.excludedPatterns, currentDirectory: environment.currentDirectory))
    }
    problems += discovery.problems.map { RunProblem(message: "'\($0.subject)': \($0.message)") }
    // Bytes decide the order, so that it is the same everywhere.
    discovery.files = Set(discovery.files).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return discovery
  }

  private func part(_ files: [String], _ shard: CheckOptions.Shard) -> [String] {
    files.enumerated().filter { $0.offset % shard.count == shard.index - 1 }.map(\.element)
  }

  private func makeHost(_ folders: [String]) -> any AnalysisHost {
    let host = environment.makeHost(
      HostOptions(
        rules: options.rules, referencePaths: options.referencePaths, threadCount: options.threadCount,
        ruleTimes: ruleTimes))
    host.setFolders(folders)
    return host
  }

  private struct BaselineFailure: Error {
    let problem: RunProblem
  }

  private func readBaseline(_ path: String) -> Result<Baseline, BaselineFailure> {
    do {
      return .success(try Baseline(parsing: try environment.files.read(path)))
    } catch let error as FileError {
      return .failure(
        BaselineFailure(
          problem: RunProblem(
            message: "can't read the baseline '\(path)': \(error.reason); make one with --write-baseline", path: path)))
    } catch {
      let reason = (error as? Baseline.FormatError)?.message ?? "\(error)"
      return .failure(
        BaselineFailure(
          problem: RunProblem(message: "can't use the baseline '\(path)': \(reason)", path: path)))
    }
  }

  // MARK: - Analysis

  private var analysisFilter: FixFilter? { options.fixing.filter }

  private var detail: ReportDetail { options.format == .html ? .context : .line }

  private mutating func analyze(
    _ snapshot: any AnalysisSnapshot, _ documents: [String]
  ) -> [String: AnalysisRun.Outcome] {
    let run = AnalysisRun(
      snapshot: snapshot, files: environment.files, rules: options.rules, fixFilter: analysisFilter, detail: detail,
      threadCount: options.threadCount)
    let outcomes = run.analyze(documents) { progress.show("Checking \($0) of \(documents.count) files") }
    progress.clear()
    return Dictionary(zip(documents, outcomes)) { first, _ in first }
  }

  private func fix(
    _ outcomes: inout [String: AnalysisRun.Outcome], _ snapshot: any AnalysisSnapshot, documents: [String],
    givenTexts: [String: [UInt8]] = [:]
  ) -> FixRun.Result? {
    guard let filter = options.fixing.filter else { return nil }
    let run = FixRun(
      snapshot: snapshot, files: environment.files, filter: filter, documents: Set(documents),
      analyze: { snapshot, documents in
        AnalysisRun(
          snapshot: snapshot, files: environment.files, rules: options.rules, fixFilter: filter, detail: detail,
          threadCount: options.threadCount
        ).analyze(documents)
      }, givenTexts: givenTexts)
    return run.run(&outcomes)
  }

  private mutating func report(_ outcomes: [String: AnalysisRun.Outcome], files: [String]) -> RunReport {
    var reports: [FileReport] = []
    var times: [(document: String, nanoseconds: UInt64)] = []
    var notes: [String: [WorkspaceNote]] = [:]
    for file in files {
      switch outcomes[file] {
      case .analyzed(let analyzed):
        reports.append(analyzed.report)
        times.append((file, analyzed.nanoseconds))
        for note in analyzed.workspaceNotes where notes[note.file]?.contains(note) != true {
          notes[note.file, default: []].append(note)
        }
      case .failed(let problem): problems.append(problem)
      case nil: continue
      }
    }
    if options.verbosity == .verbose {
      for (document, time) in times.sorted(by: { $0.nanoseconds > $1.nanoseconds }).prefix(5) {
        verbose("\(time / 1_000_000) ms for \(displayPath(document))")
      }
      for (ruleID, time) in ruleTimes?.slowest.prefix(10) ?? [] {
        verbose("\(time / 1_000_000) ms in \(ruleID)")
      }
    }
    let count = reports.count
    for (file, notes) in notes.sorted(by: { $0.key < $1.key }) { reports.append(self.report(notes, on: file)) }
    return RunReport(files: reports, checkedFileCount: count, problems: problems, nanoseconds: 0)
  }

  /// What is said about a file of configuration or a project; each remark is made once in a run.
  private func report(_ notes: [WorkspaceNote], on file: String) -> FileReport {
    let lines = SourceLines((try? environment.files.read(file)).map { SourceEncoding.decode($0).bytes } ?? [])
    let reported = notes.sorted { ($0.line, $0.message) < ($1.line, $1.message) }.map { note in
      let content = note.line > 0 ? lines.contentRange(ofLine: note.line - 1) : 0..<0
      let range = TextRange(
        start: ByteOffset(clamping: content.lowerBound), end: ByteOffset(clamping: content.upperBound))
      return ReportedNote(range: lines.place(range), message: note.message)
    }
    return FileReport(document: file, findings: [], suppressed: [], notes: reported)
  }

  // MARK: - Output

  private func displayPath(_ document: String) -> String {
    if document == CheckCommand.standardInputKey { return "<stdin>" }
    return environment.pathStyle.relative(document, to: options.baseFolder ?? environment.currentDirectory)
  }

  private func verbose(_ line: String) {
    if options.verbosity == .verbose { environment.standardError.print(line) }
  }

  private func diff(_ change: FixRun.Change) -> [UInt8] {
    let base = options.baseFolder ?? environment.currentDirectory
    let name =
      change.document == CheckCommand.standardInputKey
      ? "<stdin>" : environment.pathStyle.portable(change.document, to: base)
    let usesColor =
      options.outputPath == nil
      && options.color.usesColor(on: environment.standardOutput, variables: environment.variables)
    return unifiedDiff(
      old: change.original.text, new: change.newText, name: name, style: TerminalStyle(usesColor: usesColor))
  }

  /// Writes everything and decides the exit status.
  private mutating func finish(
    _ report: inout RunReport, baseline: Baseline?, diff: [UInt8] = [], text: [UInt8]? = nil
  ) -> Int32 {
    progress.clear()
    let portable = portablePath
    if let baseline { report.baselineCount = baseline.apply(to: &report.files, path: portable) }
    report.nanoseconds = environment.monotonicNanoseconds() &- start
    if let path = options.newBaselinePath {
      let new = Baseline(report.files, path: portable)
      do {
        try environment.files.writeAtomically(new.serialized(), to: path)
      } catch {
        report.problems.append(RunProblem(message: "can't write '\(path)': \(error.reason)", path: path))
      }
    }
    let output = render(report, diff: diff, text: text)
    if let path = options.outputPath {
      do {
        try environment.files.writeAtomically(output, to: path)
      } catch {
        report.problems.append(
          RunProblem(message: "can't write '\(path)': \(error.reason); see --output", path: path))
      }
    } else if !output.isEmpty && !environment.standardOutput.write(output) {
      return ExitStatus.failure
    }
    for problem in report.problems { environment.standardError.print("error: \(displayable(problem.message))") }
    if let path = options.newBaselinePath, !report.problems.contains(where: { $0.path == path }) {
      if options.verbosity != .quiet {
        let count = report.findings.reduce(0) { total, _ in total + 1 }
        environment.standardError.print("Recorded \(counted(count, "problem")) in '\(path)'")
      }
      return report.problems.isEmpty ? ExitStatus.clean : ExitStatus.failure
    }
    if options.verbosity != .quiet && !options.showsSummaryOnly {
      if options.showsStatistics && !writesTextFindings {
        // Other formats count by rule themselves or can't; people asked for it here.
        _ = environment.standardError.write(
          Array(statisticsTable(statistics(report), rules: environment.rules).utf8))
      }
      environment.standardError.print(summaryLine(report, options: options))
    }
    if !report.problems.isEmpty { return ExitStatus.failure }
    if case .showDiff = options.fixing, !diff.isEmpty { return ExitStatus.findings }
    let isAtThreshold = report.findings.contains { $0.severity >= options.threshold }
    return isAtThreshold ? ExitStatus.findings : ExitStatus.clean
  }

  private var portablePath: (String) -> String {
    let base = options.baseFolder ?? environment.currentDirectory
    return { [environment] document in
      document == CheckCommand.standardInputKey ? "<stdin>" : environment.pathStyle.portable(document, to: base)
    }
  }

  private var writesTextFindings: Bool { options.format == .text && options.newBaselinePath == nil }

  private func render(_ report: RunReport, diff: [UInt8], text: [UInt8]?) -> [UInt8] {
    if case .showDiff = options.fixing { return diff }
    if let text { return text }
    if options.newBaselinePath != nil && options.format == .text { return [] }
    var report = report
    if options.verbosity == .quiet {
      for index in report.files.indices {
        report.files[index].findings.removeAll { $0.severity < options.threshold }
      }
    }
    if options.format == .text { return Array(renderText(report).utf8) }
    if options.format == .html { nameProjects(&report) }
    let context = FormatContext(
      rules: environment.rules, version: environment.version, pathStyle: environment.pathStyle,
      baseFolder: options.format == .github
        ? options.baseFolder ?? environment.variables["GITHUB_WORKSPACE"].flatMap { $0.isEmpty ? nil : $0 }
          ?? environment.currentDirectory
        : options.baseFolder ?? environment.currentDirectory,
      namesBaseFolder: options.baseFolder != nil, threshold: options.threshold,
      standardInputKey: CheckCommand.standardInputKey)
    return rendered(report, as: options.format, context: context)
  }

  private func nameProjects(_ report: inout RunReport) {
    var known: [String: String?] = [:]
    for index in report.files.indices {
      let document = report.files[index].document
      let folder = environment.pathStyle.folder(of: document)
      if let project = known[folder] {
        report.files[index].project = project
      } else {
        let project = environment.pathStyle.isAbsolute(document) ? environment.sources.projectName(of: document) : nil
        known[folder] = .some(project)
        report.files[index].project = project
      }
    }
  }

  private func renderText(_ report: RunReport) -> String {
    if options.showsSummaryOnly && !options.showsStatistics {
      return summaryLine(report, options: options) + "\n"
    }
    if options.showsStatistics {
      let table = statisticsTable(statistics(report), rules: environment.rules)
      return options.showsSummaryOnly ? table + summaryLine(report, options: options) + "\n" : table
    }
    let channel = environment.standardOutput
    let format = TextFormat(
      style: TerminalStyle(
        usesColor: options.outputPath == nil && options.color.usesColor(on: channel, variables: environment.variables)),
      width: options.outputPath == nil && channel.isTerminal ? max(60, channel.width ?? 120) : 200,
      displayPath: displayPath)
    var text = ""
    for file in report.files {
      if options.verbosity == .quiet {
        text += format.text(of: FileReport(document: file.document, findings: file.findings, suppressed: [], notes: []))
      } else {
        text += format.text(of: file)
      }
    }
    return text
  }

  // MARK: - Standard input

  static let standardInputKey = "untitled:stdin.cs"

  private mutating func checkStandardInput(_ baseline: Baseline?) -> Int32 {
    let bytes: [UInt8]
    switch environment.readStandardInput() {
    case .success(let read): bytes = read
    case .failure(let error):
      environment.standardError.print("error: can't read standard input: \(error.reason)")
      return ExitStatus.failure
    }
    var document = CheckCommand.standardInputKey
    var folders: [String] = []
    if let name = options.standardInputName {
      document = environment.pathStyle.absolute(name, in: environment.currentDirectory)
      folders = environment.sources.projectFolders(of: document)
    }
    let host = makeHost(folders)
    host.setDocument(document, bytes: SourceEncoding.decode(bytes).bytes)
    var outcomes = analyze(host.snapshot(), [document])
    let fixed = fix(&outcomes, host.snapshot(), documents: [document], givenTexts: [document: bytes])
    var report = self.report(outcomes, files: [document])
    var diff: [UInt8] = []
    var text: [UInt8]?
    if let fixed {
      report.problems += fixed.problems
      report.appliedFixes = fixed.applied
      report.changedFileCount = fixed.changes.count
      if let note = fixed.note { environment.standardError.print("note: \(note)") }
      for change in fixed.changes { diff += self.diff(change) }
      if case .writeFiles = options.fixing {
        let newBytes = fixed.changes.first.map { $0.original.fileBytes(of: $0.newText) } ?? bytes
        if options.outputPath == nil || options.format == .text {
          text = newBytes
        } else if !environment.standardOutput.write(newBytes) {
          return ExitStatus.failure
        }
        // The text takes standard output, so what is left is told beside it.
        if text != nil && options.verbosity != .quiet {
          _ = environment.standardError.write(Array(renderText(report).utf8))
        }
      }
    }
    return finish(&report, baseline: baseline, diff: diff, text: text)
  }
}

/// A line on a terminal that tells how far a long run is, and vanishes.
private struct ProgressLine {
  let channel: OutputChannel
  let isShown: Bool
  let start: UInt64
  let now: () -> UInt64
  private var isVisible = false

  init(channel: OutputChannel, isShown: Bool, start: UInt64, now: @escaping () -> UInt64) {
    self.channel = channel
    self.isShown = isShown && channel.isTerminal
    self.start = start
    self.now = now
  }

  /// Short runs show nothing.
  private static let delay: UInt64 = 500_000_000

  mutating func show(_ text: String) {
    guard isShown, now() &- start >= ProgressLine.delay else { return }
    isVisible = true
    _ = channel.write(Array("\r\u{1b}[K\(text)".utf8))
  }

  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    _ = channel.write(Array("\r\u{1b}[K".utf8))
  }
}
