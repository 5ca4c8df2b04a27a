import CSharpSyntax
import ConcurrencyRules
import Workspace

@testable import LanguageServer

/// An analyzer for tests, whose findings can be told from the text at a glance:
///
/// - each word `Bad` is an AW101 with the safe, preferred fix `Bad` → `Good` and the unsafe one `Bad` → `Ugly`;
/// - each word `Old` is an AW306 (unnecessary), related to the beginning of the file, with a safe fix that removes it;
/// - each word `Nested` is an AW102 whose fix makes it `Bad`, so that fix-all needs a second round;
/// - each word `Uses` is an AW103 whose message counts the words `declare` in all texts;
/// - each word `note` is a remark without a rule;
/// - the text `FAIL` can't be analysed, `OUTSIDE` gives a finding behind the end.
///
/// A change that alters the number of `declare` words reaches all documents.
final class FakeHost: AnalysisHost {
  private var open: [DocumentKey: [UInt8]] = [:]
  var disk: [DocumentKey: [UInt8]] = [:]
  private(set) var folders: [[String]] = []
  private(set) var changedFiles: [[String]] = []
  private(set) var closed: [DocumentKey] = []
  private(set) var setDocumentCount = 0
  var impactOfFileChanges = ChangeImpact.everything
  var supportsHypotheticalTexts = true

  func setFolders(_ paths: [String]) { folders.append(paths) }

  func setDocument(_ document: DocumentKey, bytes: [UInt8]) -> ChangeImpact {
    setDocumentCount += 1
    let old = open.updateValue(bytes, forKey: document) ?? disk[document] ?? []
    if old == bytes { return .nothing }
    return count("declare", in: old) == count("declare", in: bytes) ? .document : .everything
  }

  func closeDocument(_ document: DocumentKey) -> ChangeImpact {
    closed.append(document)
    let old = open.removeValue(forKey: document) ?? []
    return count("declare", in: old) == count("declare", in: disk[document] ?? []) ? .document : .everything
  }

  func filesChanged(_ paths: [String]) -> ChangeImpact {
    changedFiles.append(paths)
    return impactOfFileChanges
  }

  func snapshot() -> any AnalysisSnapshot {
    FakeSnapshot(
      texts: disk.merging(open) { _, new in new }, supportsHypotheticalTexts: supportsHypotheticalTexts)
  }
}

private func count(_ word: String, in bytes: [UInt8]) -> Int { occurrences(of: word, in: bytes).count }

private func occurrences(of word: String, in bytes: [UInt8]) -> [TextRange] {
  let pattern = Array(word.utf8)
  guard bytes.count >= pattern.count else { return [] }
  return (0...bytes.count - pattern.count).filter { bytes[$0..<$0 + pattern.count].elementsEqual(pattern) }
    .map { TextRange(UInt32($0), UInt32($0 + pattern.count)) }
}

struct FakeSnapshot: AnalysisSnapshot {
  let texts: [DocumentKey: [UInt8]]
  let supportsHypotheticalTexts: Bool

  func analyze(_ document: DocumentKey, isCancelled: () -> Bool) -> FileAnalysis? {
    guard !isCancelled(), let bytes = texts[document], count("FAIL", in: bytes) == 0 else { return nil }
    return analyze(bytes)
  }

  func replacing(_ texts: [DocumentKey: [UInt8]]) -> (snapshot: any AnalysisSnapshot, impact: ChangeImpact)? {
    guard supportsHypotheticalTexts else { return nil }
    return (
      FakeSnapshot(texts: self.texts.merging(texts) { $1 }, supportsHypotheticalTexts: true), .document
    )
  }

  func text(of document: DocumentKey) -> [UInt8]? { texts[document] }

  private func analyze(_ bytes: [UInt8]) -> FileAnalysis? {
    guard let tree = parse(bytes) else { return nil }
    var findings: [Finding] = []
    for range in occurrences(of: "Bad", in: bytes) {
      findings.append(
        finding(
          "AW101", .warning, range,
          fixes: [
            fix("Make it ugly", .unsafe, false, range, "Ugly"), fix("Make it good", .safe, true, range, "Good"),
          ]))
    }
    for range in occurrences(of: "Old", in: bytes) {
      var found = finding("AW306", .suggestion, range, fixes: [fix("Remove it", .safe, false, range, "")])
      found.tags = [.unnecessary]
      found.related = [RelatedLocation(range: TextRange(0, 1), message: "the beginning")]
      if texts["/w/other.cs"] != nil {
        found.related.append(RelatedLocation(path: "/w/other.cs", range: TextRange(2, 3), message: "elsewhere"))
      }
      found.placeholders = [Placeholder("word", "Old")]
      findings.append(found)
    }
    for range in occurrences(of: "Nested", in: bytes) {
      findings.append(
        finding("AW102", .error, range, fixes: [fix("Unwrap it", .safe, true, range, "Bad")]))
    }
    for range in occurrences(of: "Uses", in: bytes) {
      var found = finding("AW103", .warning, range, fixes: [])
      found.message = "\(texts.values.reduce(0) { $0 + count("declare", in: $1) }) declarations"
      findings.append(found)
    }
    if count("OUTSIDE", in: bytes) > 0 {
      findings.append(finding("AW999", .error, TextRange(5, UInt32(bytes.count) + 100), fixes: []))
    }
    let unpublished = occurrences(of: "Covered", in: bytes).map {
      finding("AW302", .suggestion, $0, fixes: [fix("Await it", .safe, true, $0, "await Covered")])
    }
    findings.sort { ($0.range.start, $0.ruleID) < ($1.range.start, $1.ruleID) }
    return FileAnalysis(
      tree: tree, findings: findings,
      notes: occurrences(of: "note", in: bytes).map { FileNote(range: $0, message: "a note") },
      unpublished: unpublished)
  }

  private func finding(_ id: String, _ severity: Severity, _ range: TextRange, fixes: [Fix]) -> Finding {
    Finding(
      ruleID: id, severity: severity, confidence: .bound, message: "\(id) at \(range.start.value)", range: range,
      fixes: fixes)
  }

  private func fix(
    _ title: String, _ safety: FixSafety, _ isPreferred: Bool, _ range: TextRange, _ newText: String
  ) -> Fix {
    Fix(
      title: title, actionKey: title, safety: safety, isPreferred: isPreferred,
      edits: [ConcurrencyRules.TextEdit(path: nil, range: range, newText: newText)])
  }
}

struct FakeDocumentation: RuleDocumentationProvider {
  func markdown(for ruleID: String) -> String? { ruleID == "AW999" ? nil : "Page of \(ruleID)." }
  func helpURL(for ruleID: String) -> String? { "https://example.org/\(ruleID)" }
}
