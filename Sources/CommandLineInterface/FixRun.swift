import CSharpSyntax
import ConcurrencyRules
import Workspace

/// Repairs all files of a run together, round by round, as `--fix` and `--diff` need it. Nothing is written here.
struct FixRun {
  let snapshot: any AnalysisSnapshot
  let files: any FileSystem
  let filter: FixFilter
  /// All files that may be changed.
  let documents: Set<String>
  /// Analyses documents of a snapshot.
  let analyze: (any AnalysisSnapshot, [String]) -> [AnalysisRun.Outcome]
  /// The text of a document that is no file on the disk, as it was given.
  var givenTexts: [String: [UInt8]] = [:]

  /// A changed file.
  struct Change {
    let document: String
    let original: EncodedText
    let newText: [UInt8]
  }

  struct Result {
    /// Ordered by path.
    var changes: [Change] = []
    var applied: [AppliedFix] = []
    var problems: [RunProblem] = []
    /// Whether some fix needs several of the files to be written or none.
    var reachesAcrossDocuments = false
    /// Why it ended before all was done, if it did.
    var note: String?
  }

  /// What the engine's questions leave behind.
  private final class Progress {
    var outcomes: [String: AnalysisRun.Outcome]
    /// Of the documents that the last round analysed, before it.
    var previous: [String: AnalysisRun.Outcome] = [:]
    var originals: [String: EncodedText] = [:]
    var problems: [RunProblem] = []

    init(_ outcomes: [String: AnalysisRun.Outcome]) { self.outcomes = outcomes }
  }

  /// - Parameter outcomes: of all documents; replaced where documents are analysed again.
  func run(_ outcomes: inout [String: AnalysisRun.Outcome]) -> Result {
    let start = outcomes
    let progress = Progress(outcomes)
    var texts = SnapshotTexts(
      snapshot, documents: documents.sorted(),
      text: { document in
        switch original(of: document, start[document]) {
        case .success(let text):
          progress.originals[document] = text
          return text.text
        case .failure(let refusal):
          progress.problems.append(refusal.problem)
          return nil
        }
      },
      analyze: { snapshot, documents in
        let new = Dictionary(zip(documents, analyze(snapshot, documents))) { first, _ in first }
        progress.previous = progress.outcomes.filter { new[$0.key] != nil }
        progress.outcomes.merge(new) { $1 }
        return FixRun.states(new)
      }, forget: { progress.outcomes.merge(progress.previous) { $1 } })
    let result = fixAll(FixRun.states(outcomes), in: &texts, filter: filter) { documents.contains($0) }
    outcomes = progress.outcomes
    return finish(result, progress)
  }

  private static func states(_ outcomes: [String: AnalysisRun.Outcome]) -> [String: FixableText] {
    outcomes.compactMapValues { outcome in
      guard case .analyzed(let file) = outcome else { return nil }
      return FixableText(findings: file.fixable?.findings ?? [], syntaxErrorCount: file.syntaxErrorCount)
    }
  }

  private func finish(_ fixed: FixAllResult, _ progress: Progress) -> Result {
    var result = Result()
    result.problems = progress.problems
    for document in fixed.misfits {
      result.problems.append(
        RunProblem(
          message: "a fix doesn't fit into '\(document)', so the file was left as it is; please report this",
          path: document))
    }
    for document in fixed.broken {
      result.problems.append(
        RunProblem(
          message: "a fix would have broken the syntax of '\(document)', so it was not made; please report this",
          path: document))
    }
    switch fixed.ending {
    case .finished: break
    case .roundLimit: result.note = "stopped after \(maximumFixRounds) rounds of fixes; run again for the rest"
    case .cycle: result.note = "stopped because the fixes left undo each other"
    case .notAnalyzed: result.note = "stopped after one round of fixes; run again for the rest"
    }
    result.applied = fixed.applied
    result.reachesAcrossDocuments = fixed.reachesAcrossDocuments
    for (document, text) in fixed.texts.sorted(by: { $0.key < $1.key }) {
      guard let original = progress.originals[document] else { continue }
      result.changes.append(Change(document: document, original: original, newText: text.bytes))
    }
    return result
  }

  private struct Refusal: Error {
    let problem: RunProblem
  }

  private func original(
    of document: String, _ outcome: AnalysisRun.Outcome?
  ) -> Swift.Result<EncodedText, Refusal> {
    let bytes: [UInt8]
    if let given = givenTexts[document] {
      bytes = given
    } else {
      do {
        bytes = try files.read(document)
      } catch {
        return .failure(
          Refusal(problem: RunProblem(message: "can't read '\(document)': \(error.reason)", path: document)))
      }
    }
    let text: [UInt8]
    if case .analyzed(let file) = outcome, let fixable = file.fixable {
      text = fixable.bytes
    } else {
      // Only other files' findings change it; their edits refer to what lies on the disk.
      text = SourceEncoding.decode(bytes).bytes
    }
    guard let encoded = EncodedText(bytes: bytes, analysed: text) else {
      return .failure(
        Refusal(
          problem: RunProblem(
            message: "'\(document)' changed while it was checked, or its encoding is damaged; it was left as it is",
            path: document)))
    }
    return .success(encoded)
  }
}

/// Writes the changed files.
///
/// - Parameter together: whether none may be changed if one can't be.
/// - Returns: the files that were written, and what went wrong.
func write(
  _ changes: [FixRun.Change], to files: any FileSystem, together: Bool
) -> (written: [String], problems: [RunProblem]) {
  var written: [FixRun.Change] = []
  var problems: [RunProblem] = []
  for change in changes {
    do {
      try files.writeAtomically(change.original.fileBytes(of: change.newText), to: change.document)
      written.append(change)
    } catch {
      problems.append(
        RunProblem(
          message: "can't write '\(change.document)': \(error.reason); the file is unchanged", path: change.document))
      if together { break }
    }
  }
  guard together, !problems.isEmpty else { return (written.map(\.document), problems) }
  for change in written {
    do {
      try files.writeAtomically(change.original.fileBytes(of: change.original.text), to: change.document)
    } catch {
      problems.append(
        RunProblem(
          message: "can't undo the changes of '\(change.document)': \(error.reason)", path: change.document))
    }
  }
  return ([], problems)
}
