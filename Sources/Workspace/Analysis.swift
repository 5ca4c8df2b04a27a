import CSharpSyntax
import ConcurrencyRules

/// Names a document for the analyzer: the absolute path of a file, or the URI of a text that is no file (`untitled:…`).
package typealias DocumentKey = String

/// What analysing one file gave.
package struct FileAnalysis: Sendable {
  /// The text and tree that every range refers to.
  package let tree: SyntaxTree
  /// After severities and suppressions, ordered by place, then rule.
  package let findings: [Finding]
  /// What the source silences, in the same order; reports that show suppressions need it.
  package let suppressed: [SuppressedFinding]
  /// Notes of the engine itself about this file (unreadable configuration, ignore comment without a reason).
  package let notes: [FileNote]
  /// What the configuration leaves to the compiler, in the same order: it is not shown, but its fixes are offered.
  package let unpublished: [Finding]

  /// Remarks on the configuration and project files that were read for it.
  package let workspaceNotes: [WorkspaceNote]

  package init(
    tree: SyntaxTree, findings: [Finding], suppressed: [SuppressedFinding] = [], notes: [FileNote] = [],
    workspaceNotes: [WorkspaceNote] = [],
    unpublished: [Finding] = []
  ) {
    self.tree = tree
    self.findings = findings
    self.suppressed = suppressed
    self.notes = notes
    self.workspaceNotes = workspaceNotes
    self.unpublished = unpublished
  }
}

/// Which of the fixes that reach across files an analysis computes.
package enum SolutionFixes: Sendable {
  case none
  /// Those of findings that touch a range.
  case near(TextRange)
  case all
}

/// A remark of the engine on a file that is no source: one of configuration, or a project.
package struct WorkspaceNote: Hashable, Sendable {
  /// What is to be changed so that the remark goes away.
  package enum Subject: Hashable, Sendable {
    /// What somebody wrote in the file, or what a restore left behind.
    case file
    /// The machine, which lacks what the file asks for.
    case machine
  }

  /// Absolute path.
  package let file: String
  /// From 1; 0 if it is about the whole file.
  package let line: Int
  package let message: String
  package let subject: Subject

  package init(file: String, line: Int, message: String, subject: Subject = .file) {
    self.file = file
    self.line = line
    self.message = message
    self.subject = subject
  }
}

/// Everything known at one moment; immutable, shared with worker threads.
package protocol AnalysisSnapshot: Sendable {
  /// Analyses one file, open or on disk.
  ///
  /// - Returns: `nil` if cancelled, or if the file can't be read.
  func analyze(_ document: DocumentKey, isCancelled: () -> Bool) -> FileAnalysis?

  /// The same workspace with other texts of some documents, and what else they reach. Fix-all asks this after each round.
  ///
  /// - Returns: `nil` if hypothetical texts are not supported; fix-all then stops after one round.
  func replacing(_ texts: [DocumentKey: [UInt8]]) -> (snapshot: any AnalysisSnapshot, impact: ChangeImpact)?

  /// Loads the projects of some files with what all their files declare, so that analysing finds it ready.
  func index(_ documents: [DocumentKey])

  /// What files have in common that are analysed faster by one thread than by several: equal names for such files.
  func affinity(of document: DocumentKey) -> String

  /// The C# files of an area, ordered by path.
  func documents(in area: WorkspaceArea) -> [DocumentKey]

  /// The `.editorconfig` that speaks for a document's whole project, whether it is there yet or not; `nil` for a document
  /// that is no file.
  func configurationFile(forProjectOf document: DocumentKey) -> String?

  /// Analyses one file together with fixes that reach across files; those cost a search through the workspace.
  ///
  /// - Returns: `nil` if cancelled, or if the file can't be read.
  func analyze(_ document: DocumentKey, solutionFixes: SolutionFixes, isCancelled: () -> Bool) -> FileAnalysis?

  /// The text of a file as the snapshot sees it; `nil` if it can't be read. Serves to turn byte offsets of related
  /// locations and of edits in other files into lines and columns.
  func text(of document: DocumentKey) -> [UInt8]?
}

/// A part of a workspace.
package enum WorkspaceArea: Hashable, Sendable {
  case document(DocumentKey)
  /// The projects that a document belongs to.
  case projectOf(DocumentKey)
  case everything
}

extension AnalysisSnapshot {
  package func replacing(
    _ texts: [DocumentKey: [UInt8]]
  ) -> (snapshot: any AnalysisSnapshot, impact: ChangeImpact)? { nil }

  package func index(_ documents: [DocumentKey]) {}

  package func affinity(of document: DocumentKey) -> String { "" }

  package func documents(in area: WorkspaceArea) -> [DocumentKey] {
    guard case .document(let document) = area else { return [] }
    return [document]
  }

  package func configurationFile(forProjectOf document: DocumentKey) -> String? { nil }

  package func analyze(
    _ document: DocumentKey, solutionFixes: SolutionFixes, isCancelled: () -> Bool
  ) -> FileAnalysis? { analyze(document, isCancelled: isCancelled) }

  package func text(of document: DocumentKey) -> [UInt8]? {
    analyze(document, isCancelled: { false })?.tree.bytes
  }
}

/// The files and projects below some folders, with the texts of open documents laid over them.
/// Owned and used by one thread; ``snapshot()`` gives what other threads may use.
package protocol AnalysisHost: AnyObject {
  /// Replaces the set of folders (absolute paths).
  func setFolders(_ paths: [String])
  /// Takes the text of an open document in place of what lies on disk.
  ///
  /// - Returns: what else has to be analysed again.
  @discardableResult
  func setDocument(_ document: DocumentKey, bytes: [UInt8]) -> ChangeImpact
  /// Goes back to what lies on disk.
  @discardableResult
  func closeDocument(_ document: DocumentKey) -> ChangeImpact
  /// Files that were created, changed or deleted on disk: sources, projects, configuration.
  @discardableResult
  func filesChanged(_ paths: [String]) -> ChangeImpact
  /// Whether a document can use what another one declares: it belongs to the same project, or to one that refers to it.
  func sees(_ document: DocumentKey, declarationsOf other: DocumentKey) -> Bool
  func snapshot() -> any AnalysisSnapshot
}

extension AnalysisHost {
  package func sees(_ document: DocumentKey, declarationsOf other: DocumentKey) -> Bool { true }
}

/// Which other documents a change reaches.
package enum ChangeImpact: Comparable, Sendable {
  /// Nothing at all changed.
  case nothing
  /// Only the document itself.
  case document
  /// What the document declares, or a configuration, changed: all documents, or of declarations all that see them.
  case everything
}
