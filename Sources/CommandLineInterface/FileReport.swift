import CSharpSyntax
import ConcurrencyRules
import Workspace

/// What a run says about one file, with places in lines and columns: all that the formats need, without the tree.
struct FileReport: Sendable {
  /// Absolute path, or the key of a text that is no file.
  let document: String
  /// Ordered by place, then rule.
  var findings: [ReportedFinding]
  /// Silenced in the source or by a baseline.
  var suppressed: [ReportedSuppression]
  let notes: [ReportedNote]
  /// The name of the project that the file belongs to, where the format shows it.
  var project: String?
}

struct ReportedFinding: Sendable {
  let ruleID: String
  let severity: Severity
  let confidence: Confidence
  let message: String
  let range: SourceRange
  let excerpt: Excerpt
  let related: [ReportedPlace]
  let tags: [FindingTag]
  let placeholders: [Placeholder]
  let fixes: [ReportedFix]
  /// Survives moved lines: made of the rule, the line's text and how many equal ones come before it in the file.
  let fingerprint: Fingerprint
  /// Only where the format shows it.
  var context: FindingContext?

  /// Whether `--fix` would take one.
  var hasSafeFix: Bool { FixFilter(safety: .safe).accepts(fixes) }
  var hasUnsafeFix: Bool { !hasSafeFix && FixFilter(safety: .unsafe).accepts(fixes) }
}

extension FixFilter {
  fileprivate func accepts(_ fixes: [ReportedFix]) -> Bool {
    fixes.contains { !$0.isSuppression && (safety == .unsafe || $0.safety == .safe) }
  }
}

struct ReportedPlace: Sendable {
  let document: String
  let range: SourceRange
  let message: String
}

struct ReportedFix: Sendable {
  let title: String
  let safety: FixSafety
  let isPreferred: Bool
  let isSuppression: Bool
  let edits: [ReportedEdit]
}

struct ReportedEdit: Sendable {
  let document: String
  let range: SourceRange
  let newText: String
}

struct ReportedSuppression: Sendable {
  let finding: ReportedFinding
  let kind: SuppressionKind
  let justification: String?
}

struct ReportedNote: Sendable {
  let range: SourceRange
  let message: String
}

/// Tells a finding again in another version of its file.
struct Fingerprint: Hashable, Sendable {
  /// Of the rule and the text of the line, blanks not counted.
  let hash: String
  /// From 0, among the findings of the file with the same hash.
  let occurrence: Int

  var text: String { "\(hash):\(occurrence + 1)" }
}

/// How much of the source goes into a report.
enum ReportDetail: Sendable {
  /// The finding's line.
  case line
  /// The lines around it too, and what its fix would change.
  case context
}

/// Makes a report from an analysis.
///
/// - Parameters:
///   - detail: how much is kept of each finding.
///   - read: the text of another file, for places in it.
func fileReport(
  _ analysis: FileAnalysis, document: String, detail: ReportDetail, read: @escaping (String) -> [UInt8]?
) -> FileReport {
  var builder = FileReportBuilder(
    document: document, detail: detail, lines: SourceLines(analysis.tree.bytes), read: read)
  let findings = analysis.findings.map { builder.report($0) }
  let suppressed = analysis.suppressed.map {
    ReportedSuppression(finding: builder.report($0.finding), kind: $0.kind, justification: $0.justification)
  }
  let notes = analysis.notes.map { ReportedNote(range: builder.lines.place($0.range), message: $0.message) }
  return FileReport(document: document, findings: findings, suppressed: suppressed, notes: notes)
}

private struct FileReportBuilder {
  let document: String
  let detail: ReportDetail
  let lines: SourceLines
  let read: (String) -> [UInt8]?
  /// Of the other files that findings name.
  private var otherLines: [String: SourceLines] = [:]
  private var occurrences: [String: Int] = [:]

  init(document: String, detail: ReportDetail, lines: SourceLines, read: @escaping (String) -> [UInt8]?) {
    self.document = document
    self.detail = detail
    self.lines = lines
    self.read = read
  }

  private mutating func table(of path: String?) -> SourceLines {
    guard let path, path != document else { return lines }
    if let known = otherLines[path] { return known }
    let table = SourceLines(read(path) ?? [])
    otherLines[path] = table
    return table
  }

  private mutating func place(_ range: TextRange, in path: String?) -> SourceRange { table(of: path).place(range) }

  private mutating func context(of finding: Finding) -> FindingContext? {
    guard detail == .context else { return nil }
    let around = lines.context(of: finding.range)
    var previews: [DocumentPreview] = []
    if let fix = finding.fixes.first(where: { !$0.isSuppression }) {
      var documents: [String] = []
      for edit in fix.edits where !documents.contains(edit.path ?? document) {
        documents.append(edit.path ?? document)
      }
      for name in documents {
        let edits = fix.edits.filter { ($0.path ?? document) == name }
        previews.append(DocumentPreview(document: name, lines: table(of: name).preview(edits)))
      }
    }
    return FindingContext(before: around.before, after: around.after, fix: previews)
  }

  mutating func report(_ finding: Finding) -> ReportedFinding {
    let range = lines.place(finding.range)
    let excerpt = lines.excerpt(of: finding.range)
    var related: [ReportedPlace] = []
    for other in finding.related {
      related.append(
        ReportedPlace(
          document: other.path ?? document, range: place(other.range, in: other.path), message: other.message))
    }
    var fixes: [ReportedFix] = []
    for fix in finding.fixes {
      var edits: [ReportedEdit] = []
      for edit in fix.edits {
        edits.append(
          ReportedEdit(
            document: edit.path ?? document, range: place(edit.range, in: edit.path), newText: edit.newText))
      }
      fixes.append(
        ReportedFix(
          title: fix.title, safety: fix.safety, isPreferred: fix.isPreferred, isSuppression: fix.isSuppression,
          edits: edits))
    }
    return ReportedFinding(
      ruleID: finding.ruleID, severity: finding.severity, confidence: finding.confidence, message: finding.message,
      range: range, excerpt: excerpt, related: related, tags: finding.tags, placeholders: finding.placeholders,
      fixes: fixes, fingerprint: fingerprint(finding.ruleID, excerpt.text), context: context(of: finding))
  }

  private mutating func fingerprint(_ ruleID: String, _ line: String) -> Fingerprint {
    var hash = StableHash()
    hash.combine(ruleID)
    hash.combine(line.utf8.filter { $0 != 0x20 && $0 != 0x09 })
    let digits = hash.digits
    let occurrence = occurrences[digits, default: 0]
    occurrences[digits] = occurrence + 1
    return Fingerprint(hash: digits, occurrence: occurrence)
  }
}

/// Everything that a run found, in the order of the paths.
struct RunReport {
  var files: [FileReport]
  /// Files that were checked, also where nothing was found.
  var checkedFileCount: Int
  var problems: [RunProblem]
  var nanoseconds: UInt64
  /// Fixes that `--fix` made.
  var appliedFixes: [AppliedFix] = []
  /// Files that `--fix` wrote.
  var changedFileCount = 0
  /// Findings that a baseline records.
  var baselineCount = 0

  var findings: some Sequence<ReportedFinding> { files.lazy.flatMap(\.findings) }

  func count(of severity: Severity) -> Int { findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) } }
}

/// Something that kept a part of the work from being done; the exit status is 2 then.
struct RunProblem: Hashable, Sendable {
  /// Ready to be shown behind `error: `.
  let message: String
  /// Absolute path of the file or folder it is about, if it is about one.
  var path: String?
}
