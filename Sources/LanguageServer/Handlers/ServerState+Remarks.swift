import LanguageServerProtocol
import Workspace

/// What the engine says about configuration and project files: once per file, on that file, as information.
extension ServerState {
  /// How many remarks one message to the user spells out.
  private static let shownAtOnce = 3

  /// Shows what the open documents' analyses say about such files, and takes back what no longer holds.
  func publishRemarks() {
    let outcomes = documents.values.sorted { $0.key < $1.key }.compactMap { document in
      document.outcome.map { (outcome: $0, isCurrent: $0.stamp.epoch == document.epoch) }
    }
    // After a change that reaches several documents some are analysed before others: what the others' analyses said of
    // the files before the change counts no more. Who pulls may never ask for some of them again.
    guard capabilities.pullsDiagnostics || outcomes.allSatisfy(\.isCurrent) else { return }
    var remarks: [DocumentKey: [FileRemark]] = [:]
    var seen: Set<WorkspaceNote> = []
    for (outcome, isCurrent) in outcomes where isCurrent {
      for remark in outcome.remarks where seen.insert(remark.note).inserted {
        remarks[remark.note.file, default: []].append(remark)
      }
    }
    guard !remarks.isEmpty || !publishedRemarks.isEmpty else { return }
    announce(seen.subtracting(announcedNotes))
    for file in Set(remarks.keys).union(publishedRemarks.keys).sorted() {
      // What the machine lacks is nothing that a change of the file would repair.
      let shown = (remarks[file] ?? []).filter { $0.note.subject == .file }
        .sorted { ($0.note.line, $0.note.message) < ($1.note.line, $1.note.message) }.map(\.diagnostic)
      guard shown != publishedRemarks[file] ?? [] else { continue }
      publishedRemarks[file] = shown.isEmpty ? nil : shown
      sendDiagnostics(shown, rendering.uri(of: file), version: documents[file]?.version)
    }
  }

  /// The log gets every remark, the user mistakes in the configuration: with one of these the findings are not what
  /// somebody wanted them to be.
  private func announce(_ notes: Set<WorkspaceNote>) {
    let ordered = notes.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    announcedNotes.formUnion(ordered)
    for note in ordered {
      log.info("\(oneLine(note.file))\(note.line > 0 ? ":\(note.line)" : ""): \(oneLine(note.message))")
    }
    let mistakes = ordered.filter { $0.subject == .file && ConfigurationStore.isConfigurationFile($0.file) }
    guard !mistakes.isEmpty else { return }
    var lines = mistakes.prefix(ServerState.shownAtOnce).map { note in
      "\(note.file)\(note.line > 0 ? ":\(note.line)" : ""): \(note.message)"
    }
    if mistakes.count > lines.count { lines.append("and \(mistakes.count - lines.count) more") }
    showMessage(.warning, "Awaitwise: " + lines.joined(separator: "; "))
  }
}
