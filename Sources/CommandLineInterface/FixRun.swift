import CSharpSyntax
import ConcurrencyRules
import Workspace

/// Repairs all files of a run together, round by round, as `--fix` and `--diff` need it. Nothing is written here.
struct FixRun {
  let host: any AnalysisHost
  let files: any FileSystem
  let filter: FixFilter
  /// All files that may be changed.
  let documents: Set<String>
  /// Analyses documents in the host's present state.
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

  /// - Parameter outcomes: of all documents; replaced where documents are analysed again.
  func run(_ outcomes: inout [String: AnalysisRun.Outcome]) -> Result {
    var result = Result()
    var originals: [String: EncodedText] = [:]
    var texts: [String: [UInt8]] = [:]
    /// Files that no further fix may touch, because something went wrong with them.
    var frozen: Set<String> = []
    var seen: Set<[String: [UInt8]]> = []
    var rounds = 0
    while true {
      let fixable = outcomes.compactMap { document, outcome -> (document: String, findings: [Finding])? in
        guard case .analyzed(let file) = outcome, let fixable = file.fixable else { return nil }
        return (document, fixable.findings)
      }
      let round = FixRound(fixable, filter: filter) { documents.contains($0) && !frozen.contains($0) }
      if round.applied.isEmpty { break }
      if rounds == maximumFixRounds {
        result.note = "stopped after \(maximumFixRounds) rounds of fixes; run again for the rest"
        break
      }
      // The texts that the edits refer to, compared with the disk when a file is touched for the first time.
      var newTexts: [String: [UInt8]] = [:]
      var refused = false
      for (document, edits) in round.edits {
        let old: [UInt8]
        if let text = texts[document] {
          old = text
        } else {
          switch original(of: document, outcomes[document]) {
          case .success(let text):
            originals[document] = text
            old = text.text
          case .failure(let problem):
            result.problems.append(problem.problem)
            frozen.insert(document)
            refused = true
            continue
          }
        }
        if let new = applying(edits, to: old) {
          newTexts[document] = new
        } else {
          result.problems.append(
            RunProblem(
              message: "a fix doesn't fit into '\(document)', so the file was left as it is; please report this",
              path: document))
          frozen.insert(document)
          refused = true
        }
      }
      // Fixes are whole or not at all, so the round is planned again without what had to be refused.
      if refused { continue }
      let previous = texts
      texts.merge(newTexts) { _, new in new }
      if !seen.insert(texts).inserted {
        texts = previous
        result.note = "stopped because the fixes left undo each other"
        break
      }
      var impact = ChangeImpact.nothing
      for (document, text) in newTexts { impact = max(impact, host.setDocument(document, bytes: text)) }
      let affected = impact == .everything ? documents.sorted() : newTexts.keys.sorted()
      let analyzed = Dictionary(zip(affected, analyze(host.snapshot(), affected))) { first, _ in first }
      let broken = newTexts.keys.filter { isBroken($0, outcomes[$0], analyzed[$0]) }
      if !broken.isEmpty {
        for document in newTexts.keys {
          guard let text = previous[document] ?? originals[document]?.text else { continue }
          host.setDocument(document, bytes: text)
        }
        texts = previous
        frozen.formUnion(broken)
        for document in broken.sorted() {
          result.problems.append(
            RunProblem(
              message: "a fix would have broken the syntax of '\(document)', so it was not made; please report this",
              path: document))
        }
        continue
      }
      outcomes.merge(analyzed) { _, new in new }
      result.applied += round.applied
      if round.reachesAcrossDocuments { result.reachesAcrossDocuments = true }
      rounds += 1
    }
    for (document, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let original = originals[document], original.text != text else { continue }
      result.changes.append(Change(document: document, original: original, newText: text))
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

  private func isBroken(
    _ document: String, _ before: AnalysisRun.Outcome?, _ after: AnalysisRun.Outcome?
  ) -> Bool {
    guard case .analyzed(let new) = after else { return true }
    guard case .analyzed(let old) = before else { return false }
    return new.syntaxErrorCount > old.syntaxErrorCount
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
