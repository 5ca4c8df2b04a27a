import ConcurrencyRules
import Synchronization
import Workspace

/// What came out of one file.
struct AnalyzedFile: Sendable {
  let report: FileReport
  /// Only where the filter would take a fix.
  let fixable: FixableFile?
  let syntaxErrorCount: Int
  let workspaceNotes: [WorkspaceNote]
  let nanoseconds: UInt64
}

/// A file with something to repair.
struct FixableFile: Sendable {
  let findings: [Finding]
  /// The text that the fixes' ranges refer to.
  let bytes: [UInt8]
}

/// Analyses files on several threads.
struct AnalysisRun: Sendable {
  let snapshot: any AnalysisSnapshot
  let files: any FileSystem
  let rules: RuleSelection
  /// Fixes to collect; `nil` for none.
  let fixFilter: FixFilter?
  let detail: ReportDetail
  let threadCount: Int

  enum Outcome: Sendable {
    case analyzed(AnalyzedFile)
    case failed(RunProblem)
  }

  /// - Parameter progress: is told now and then, on the calling thread, how many are done.
  /// - Returns: the outcomes in the order of the documents.
  func analyze(_ documents: [String], progress: (Int) -> Void = { _ in }) -> [Outcome] {
    let queue = Shared(Mutex(WorkQueue(documents.map { snapshot.affinity(of: $0) })))
    let finished = Shared(Atomic<Int>(0))
    let outcomes = Shared(Mutex<[Outcome?]>(Array(repeating: nil, count: documents.count)))
    let total = max(1, min(threadCount, documents.count))
    runOnThreads(
      total, meanwhile: { progress(finished.value.load(ordering: .relaxed)) },
      body: { _ in
        var group: Int?
        while let work = queue.value.withLock({ $0.next(near: group) }) {
          group = work.group
          let index = work.index
          let outcome = analyze(documents[index])
          outcomes.value.withLock { $0[index] = outcome }
          finished.value.wrappingAdd(1, ordering: .relaxed)
        }
      })
    return outcomes.value.withLock { $0 }.enumerated().map { index, outcome in
      outcome ?? .failed(RunProblem(message: "'\(documents[index])' was not checked"))
    }
  }

  private func analyze(_ document: String) -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    // Fixes that reach across files are unsafe, and cost a search each.
    let solutionFixes: SolutionFixes = fixFilter?.safety == .unsafe ? .all : .none
    guard let analysis = snapshot.analyze(document, solutionFixes: solutionFixes, isCancelled: { false }) else {
      do {
        _ = try files.read(document)
        return .failed(RunProblem(message: "'\(document)' could not be analysed", path: document))
      } catch {
        return .failed(RunProblem(message: "can't read '\(document)': \(error.reason)", path: document))
      }
    }
    let kept = FileAnalysis(
      tree: analysis.tree, findings: analysis.findings.filter { rules.allows($0.ruleID) },
      suppressed: analysis.suppressed.filter { rules.allows($0.finding.ruleID) }, notes: analysis.notes)
    let report = fileReport(kept, document: document, detail: detail) { snapshot.text(of: $0) }
    var fixable: FixableFile?
    if let fixFilter {
      let findings = kept.findings.filter { fixFilter.choice(for: $0) != nil }
      if !findings.isEmpty { fixable = FixableFile(findings: findings, bytes: kept.tree.bytes) }
    }
    let (seconds, attoseconds) = start.duration(to: clock.now).components
    return .analyzed(
      AnalyzedFile(
        report: report, fixable: fixable, syntaxErrorCount: kept.tree.errors.count,
        workspaceNotes: analysis.workspaceNotes,
        nanoseconds: UInt64(clamping: seconds) * 1_000_000_000 + UInt64(clamping: attoseconds / 1_000_000_000)))
  }
}

/// Gives threads one copy of what can't be copied.
private final class Shared<Value: ~Copyable & Sendable>: Sendable {
  let value: Value

  init(_ value: consuming Value) { self.value = value }
}
