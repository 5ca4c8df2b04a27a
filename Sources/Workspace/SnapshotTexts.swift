import ConcurrencyRules

/// The texts of a snapshot as a fix-all changes them: each round's are laid over it.
package struct SnapshotTexts: FixableTexts {
  private var snapshot: any AnalysisSnapshot
  private var previous: (any AnalysisSnapshot)?
  /// Whose findings count.
  private let documents: [DocumentKey]
  private let readText: (DocumentKey) -> [UInt8]?
  private let analyze: (any AnalysisSnapshot, [DocumentKey]) -> [DocumentKey: FixableText]?
  private let forget: () -> Void

  /// - Parameters:
  ///   - documents: whose findings are repaired.
  ///   - readText: the text of a document that a fix wants to change; `nil` refuses.
  ///   - analyze: analyses documents; `nil` if cancelled.
  ///   - forget: is told that what `analyze` gave last does not count.
  package init(
    _ snapshot: any AnalysisSnapshot, documents: [DocumentKey], text readText: @escaping (DocumentKey) -> [UInt8]?,
    analyze: @escaping (any AnalysisSnapshot, [DocumentKey]) -> [DocumentKey: FixableText]?,
    forget: @escaping () -> Void = {}
  ) {
    self.snapshot = snapshot
    self.documents = documents
    self.readText = readText
    self.analyze = analyze
    self.forget = forget
  }

  package func text(of document: String) -> [UInt8]? { readText(document) }

  package mutating func analyze(changing texts: [String: [UInt8]]) -> [String: FixableText]? {
    guard let (next, impact) = snapshot.replacing(texts) else { return nil }
    let affected = impact == .everything ? documents + texts.keys.filter { !documents.contains($0) } : Array(texts.keys)
    guard let states = analyze(next, affected.sorted()) else { return nil }
    previous = snapshot
    snapshot = next
    let isWanted = Set(documents)
    return Dictionary(
      uniqueKeysWithValues: states.map { document, state in
        // Another document's findings are none of this run's business, its syntax is.
        (
          document,
          isWanted.contains(document)
            ? state : FixableText(findings: [], syntaxErrorCount: state.syntaxErrorCount)
        )
      })
  }

  package mutating func undo() {
    if let previous { snapshot = previous }
    previous = nil
    forget()
  }
}
