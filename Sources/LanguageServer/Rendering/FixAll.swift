import CSharpSyntax
import ConcurrencyRules
import JSONRPC
import LanguageServerProtocol
import Workspace

/// Which fixes a fix-all applies.
enum FixAllChoice: Hashable, Sendable {
  /// All safe fixes of all rules.
  case allSafe
  /// One action of one rule.
  case action(ruleID: String, actionKey: String)

  var filter: FixFilter {
    switch self {
    case .allSafe: FixFilter(safety: .safe)
    case .action(let ruleID, let actionKey): FixFilter(safety: .unsafe, ruleID: ruleID, actionKey: actionKey)
    }
  }

  /// Whether the fixes are among those that an analysis computes without looking at other files.
  func isLocal(in analysis: FileAnalysis) -> Bool {
    self == .allSafe || analysis.findings.contains { filter.choice(for: $0) != nil }
  }

  /// Whether a finding has, or may have, such a fix.
  func covers(_ finding: Finding, isLocal: Bool) -> Bool {
    if isLocal { return filter.choice(for: finding) != nil }
    return finding.ruleID == filter.ruleID && finding.hasSolutionFixes
  }
}

/// Where a fix-all looks for findings, from a document's point of view.
enum FixAllScope: String, CaseIterable, Sendable {
  case document
  case project
  case workspace

  func area(_ document: DocumentKey) -> WorkspaceArea {
    switch self {
    case .document: .document(document)
    case .project: .projectOf(document)
    case .workspace: .everything
    }
  }

  /// The end of an action's title.
  var phrase: String {
    switch self {
    case .document: "in this file"
    case .project: "in this project"
    case .workspace: "in the workspace"
    }
  }
}

/// Applies the fixes of a choice until none is left.
///
/// - Parameters:
///   - outcome: of the document's present text.
///   - snapshot: the workspace as it is.
/// - Returns: by document, the edits that lead from its present text to the result; nothing if cancelled.
func fixAll(
  _ choice: FixAllChoice, in scope: FixAllScope, of document: DocumentKey, _ outcome: AnalysisOutcome,
  _ snapshot: any AnalysisSnapshot, isCancelled: @escaping () -> Bool
) -> [DocumentKey: [ConcurrencyRules.TextEdit]] {
  func state(_ analysis: FileAnalysis) -> FixableText {
    let length = UInt32(clamping: analysis.tree.bytes.count)
    return FixableText(
      findings: analysis.findings.filter { $0.range.end.value <= length },
      syntaxErrorCount: analysis.tree.errors.count)
  }
  let isLocal = choice.isLocal(in: outcome.analysis)
  func states(_ snapshot: any AnalysisSnapshot, _ documents: [DocumentKey]) -> [DocumentKey: FixableText]? {
    var states: [DocumentKey: FixableText] = [:]
    for document in documents {
      if isCancelled() { return nil }
      let analysis = snapshot.analyze(
        document, solutionFixes: isLocal ? .none : .all, isCancelled: isCancelled)
      guard let analysis else { continue }
      states[document] = state(analysis)
    }
    return isCancelled() ? nil : states
  }
  let documents = snapshot.documents(in: scope.area(document))
  guard var start = states(snapshot, documents.filter { $0 != document || !isLocal }) else { return [:] }
  if isLocal { start[document] = state(outcome.analysis) }
  var texts = SnapshotTexts(snapshot, documents: documents, text: { snapshot.text(of: $0) }, analyze: states)
  let result = fixAll(start, in: &texts, filter: choice.filter) { _ in true }
  return isCancelled() ? [:] : result.texts.mapValues(\.edits)
}

/// Whether edits ascend without overlap and lie in the text.
func isWellFormed(_ edits: [ConcurrencyRules.TextEdit], textLength: Int) -> Bool {
  var end: UInt32 = 0
  for edit in edits {
    guard edit.range.start.value >= end, Int(edit.range.end.value) <= textLength else { return false }
    end = edit.range.end.value
  }
  return true
}

/// What a fix-all action carries so that its edit can be made when the user picks it.
struct DeferredFixAll: Hashable, Sendable {
  let uri: DocumentURI
  let version: Int32?
  let choice: FixAllChoice
  let scope: FixAllScope

  init(uri: DocumentURI, version: Int32?, choice: FixAllChoice, scope: FixAllScope) {
    self.uri = uri
    self.version = version
    self.choice = choice
    self.scope = scope
  }

  var json: JSONValue {
    var object = JSONObject()
    object.append("awaitwise", "fixAll")
    object.append("uri", uri.json)
    object.append("version", version.map { .integer(Int64($0)) } ?? .null)
    if scope != .document { object.append("scope", .string(scope.rawValue)) }
    if case .action(let ruleID, let actionKey) = choice {
      object.append("rule", .string(ruleID))
      object.append("action", .string(actionKey))
    }
    return .object(object)
  }

  /// Reads what ``json`` wrote; `nil` for data of somebody else.
  init?(_ json: JSONValue?) {
    guard let json, json["awaitwise"]?.stringValue == "fixAll", let uri = json["uri"]?.stringValue else { return nil }
    self.uri = DocumentURI(uri)
    version = json["version"]?.integerValue.map { Int32(clamping: $0) }
    scope = json["scope"]?.stringValue.flatMap(FixAllScope.init) ?? .document
    if let rule = json["rule"]?.stringValue, let action = json["action"]?.stringValue {
      choice = .action(ruleID: rule, actionKey: action)
    } else {
      choice = .allSafe
    }
  }
}
