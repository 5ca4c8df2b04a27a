import CSharpSyntax
import ConcurrencyRules
import JSONRPC
import LanguageServerProtocol
import Workspace

/// The result of analysing one document, together with what the client is to see of it. Made by a worker.
package struct AnalysisOutcome: Sendable {
  let analysis: FileAnalysis
  let converter: PositionConverter
  /// Of each finding in order, then of each note.
  let diagnostics: [Diagnostic]
  /// What the loop's state was when the snapshot was taken; the result is current as long as both are.
  let stamp: AnalysisStamp
  /// Remarks on configuration and project files that were read for it.
  let remarks: [FileRemark]
  /// Fixes that reach across files, as far as somebody asked for them.
  let solutionFixes = SolutionFixCache()
  /// Faults of rules that were dropped.
  let complaints: [String]
}

/// Names one state of one document and of everything that its findings depend on.
struct AnalysisStamp: Hashable, Sendable {
  /// Of the document's text; 0 for one that is not open.
  let generation: UInt64
  /// Counts what reaches all documents: declarations in other files, configuration, folders.
  let epoch: UInt64
}

/// The world as one request sees it: everything that arrived before the request, and nothing of what came after.
struct RequestView: Sendable {
  let snapshot: any AnalysisSnapshot
  let rendering: RenderingContext
  /// Names the state of all documents.
  let stamp: AnalysisStamp
}

/// A remark on a file that is no source, and how the client is to see it.
struct FileRemark: Sendable {
  let note: WorkspaceNote
  let diagnostic: Diagnostic
}

/// What a worker needs to know about an open document that a finding refers to.
struct OpenDocumentReference: Sendable {
  let uri: DocumentURI
  let version: Int32
}

/// What decides how findings look to the client. Immutable between `initialize` and the end, save for what is open.
struct RenderingContext: Sendable {
  static let source = "awaitwise"

  let encoding: PositionEncodingKind
  let support: DiagnosticClientSupport
  let documentation: any RuleDocumentationProvider
  let openDocuments: [DocumentKey: OpenDocumentReference]

  /// The URI by which the client knows a file.
  func uri(of key: DocumentKey) -> DocumentURI {
    openDocuments[key]?.uri
      ?? (key.hasPrefix("/") || key.dropFirst().hasPrefix(":") ? DocumentURI(path: key) : DocumentURI(key))
  }
}

/// Texts of other files as positions need them, each read once.
struct OtherTexts {
  private let snapshot: any AnalysisSnapshot
  private let encoding: PositionEncodingKind
  private var converters: [DocumentKey: PositionConverter?] = [:]

  init(_ snapshot: any AnalysisSnapshot, encoding: PositionEncodingKind) {
    self.snapshot = snapshot
    self.encoding = encoding
  }

  mutating func converter(for key: DocumentKey) -> PositionConverter? {
    if let known = converters[key] { return known }
    let converter = snapshot.text(of: key).map { PositionConverter(bytes: $0, encoding: encoding) }
    converters[key] = .some(converter)
    return converter
  }
}

/// Analyses a document and renders its findings.
///
/// - Returns: `nil` if cancelled, or if the document can't be read.
func analyze(
  _ document: DocumentKey, stamp: AnalysisStamp, snapshot: any AnalysisSnapshot, context: RenderingContext,
  flag: CancellationFlag
) -> AnalysisOutcome? {
  guard let result = snapshot.analyze(document, isCancelled: { flag.isCancelled }) else { return nil }
  var complaints: [String] = []
  let length = UInt32(clamping: result.tree.bytes.count)
  // The one place where a rule's mistakes are kept from the client.
  let findings = result.findings.filter { finding in
    guard finding.range.end.value <= length else {
      complaints.append("\(finding.ruleID) reported \(finding.range.indices) of \(length) bytes in \(document)")
      return false
    }
    return finding.severity != .off
  }
  let notes = result.notes.filter { $0.range.end.value <= length }
  let analysis = FileAnalysis(
    tree: result.tree, findings: findings, notes: notes,
    unpublished: result.unpublished.filter { $0.range.end.value <= length && $0.severity != .off })
  let converter = PositionConverter(bytes: result.tree.bytes, encoding: context.encoding)
  var others = OtherTexts(snapshot, encoding: context.encoding)
  var diagnostics = findings.map { finding in
    diagnostic(finding, document: document, converter: converter, context: context, others: &others)
  }
  for note in notes {
    diagnostics.append(
      Diagnostic(
        range: converter.range(of: note.range), severity: .information, code: nil, source: RenderingContext.source,
        message: nonEmpty(note.message)))
  }
  return AnalysisOutcome(
    analysis: analysis, converter: converter, diagnostics: diagnostics, stamp: stamp,
    remarks: result.workspaceNotes.map { remark($0, &others) }, complaints: complaints)
}

private func remark(_ note: WorkspaceNote, _ others: inout OtherTexts) -> FileRemark {
  var range = LanguageServerProtocol.Range(start: Position(line: 0, character: 0), end: Position(line: 0, character: 0))
  if note.line > 0, let converter = others.converter(for: note.file), note.line <= converter.lines.lineCount {
    range = converter.range(of: converter.lines.content(ofLine: note.line - 1, in: converter.bytes))
  }
  return FileRemark(
    note: note,
    diagnostic: Diagnostic(
      range: range, severity: .information, code: nil, source: RenderingContext.source,
      message: nonEmpty(note.message)))
}

/// VS Code refuses empty messages.
private func nonEmpty(_ message: String) -> String { message.isEmpty ? " " : message }

private func diagnostic(
  _ finding: Finding, document: DocumentKey, converter: PositionConverter, context: RenderingContext,
  others: inout OtherTexts
) -> Diagnostic {
  var diagnostic = Diagnostic(
    range: converter.range(of: finding.range), severity: DiagnosticSeverity(finding.severity), code: finding.ruleID,
    source: RenderingContext.source, message: nonEmpty(finding.message))
  if context.support.codeDescription {
    diagnostic.codeDescription = context.documentation.helpURL(for: finding.ruleID)
  }
  diagnostic.tags = finding.tags.map(DiagnosticTag.init).filter(context.support.tags.contains)
  if context.support.relatedInformation {
    for related in finding.related {
      let key = related.path ?? document
      let place = key == document ? converter : others.converter(for: key)
      guard let place else { continue }
      diagnostic.relatedInformation.append(
        DiagnosticRelatedInformation(
          location: Location(uri: context.uri(of: key), range: place.range(of: related.range)),
          message: related.message))
    }
  }
  if context.support.data {
    diagnostic.data = [
      "rule": .string(finding.ruleID), "confidence": .string(finding.confidence.rawValue),
      "placeholders": .object(
        JSONObject(finding.placeholders.map { JSONObject.Member($0.name, .string($0.value)) })),
    ]
  }
  return diagnostic
}

extension DiagnosticSeverity {
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .suggestion, .off: self = .information
    }
  }
}

extension DiagnosticTag {
  init(_ tag: FindingTag) {
    switch tag {
    case .unnecessary: self = .unnecessary
    case .deprecated: self = .deprecated
    }
  }
}
