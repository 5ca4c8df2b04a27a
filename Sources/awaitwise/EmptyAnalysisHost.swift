import CSharpSyntax
import LanguageServer
import Workspace

/// Stands in for the analyzer until it is wired up: knows the open documents and finds nothing in them.
final class EmptyAnalysisHost: AnalysisHost {
  private struct Snapshot: AnalysisSnapshot {
    let texts: [DocumentKey: [UInt8]]

    func analyze(_ document: DocumentKey, isCancelled: () -> Bool) -> FileAnalysis? {
      guard let bytes = texts[document], let tree = parse(bytes, isCancelled: isCancelled) else { return nil }
      return FileAnalysis(tree: tree, findings: [])
    }
  }

  private var texts: [DocumentKey: [UInt8]] = [:]

  func setFolders(_ paths: [String]) {}

  func setDocument(_ document: DocumentKey, bytes: [UInt8]) -> ChangeImpact {
    texts.updateValue(bytes, forKey: document) == bytes ? .nothing : .document
  }

  func closeDocument(_ document: DocumentKey) -> ChangeImpact {
    texts.removeValue(forKey: document)
    return .nothing
  }

  func filesChanged(_ paths: [String]) -> ChangeImpact { .nothing }

  func snapshot() -> any AnalysisSnapshot { Snapshot(texts: texts) }
}

/// No rule has a page yet.
struct NoRuleDocumentation: RuleDocumentationProvider {
  func markdown(for ruleID: String) -> String? { nil }
  func helpURL(for ruleID: String) -> String? { nil }
}
