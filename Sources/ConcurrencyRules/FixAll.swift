import CSharpSyntax

/// Which fixes a fix-all may take.
package struct FixFilter: Hashable, Sendable {
  package var safety: FixSafety
  /// Only fixes of this rule; `nil` for all rules.
  package var ruleID: String?
  /// Only fixes with this ``Fix/actionKey``; `nil` for any.
  package var actionKey: String?

  /// - Parameter safety: `.safe` takes safe fixes only, `.unsafe` both.
  package init(safety: FixSafety = .safe, ruleID: String? = nil, actionKey: String? = nil) {
    self.safety = safety
    self.ruleID = ruleID
    self.actionKey = actionKey
  }

  /// The fix to take for a finding: the preferred one, else the first that the filter lets through, safe ones first.
  /// Suppressions never repair anything and have keys of their own, so only a filter that names their key takes them.
  package func choice(for finding: Finding) -> Fix? {
    if let ruleID, finding.ruleID != ruleID { return nil }
    var best: Fix?
    for fix in finding.fixes {
      if let actionKey {
        if fix.actionKey != actionKey { continue }
      } else if fix.isSuppression {
        continue
      }
      if safety == .safe && fix.safety != .safe { continue }
      guard let current = best else {
        best = fix
        continue
      }
      if rank(fix) < rank(current) { best = fix }
    }
    return best
  }

  private func rank(_ fix: Fix) -> Int { (fix.isPreferred ? 0 : 2) + (fix.safety == .safe ? 0 : 1) }
}

extension Fix {
  /// Keys of actions that silence a finding instead of repairing it begin so.
  package static let suppressionKeyPrefix = "suppress"

  package var isSuppression: Bool { actionKey.hasPrefix(Fix.suppressionKeyPrefix) }
}

/// A fix that was taken, for reports.
package struct AppliedFix: Hashable, Sendable {
  package let document: String
  package let ruleID: String
  package let title: String
  package let safety: FixSafety
}

/// The fixes of one round: chosen on one state of the texts, without conflict, each one whole or not at all.
package struct FixRound: Sendable {
  /// By document, ascending by place.
  package private(set) var edits: [String: [TextEdit]] = [:]
  package private(set) var applied: [AppliedFix] = []
  /// How many fixes have to wait for the next round.
  package private(set) var deferred = 0
  /// Whether a fix changes more than one document, so that all of them have to be written or none.
  package private(set) var reachesAcrossDocuments = false

  /// Chooses among the findings of some documents; inner places come first, so that an outer fix that would carry
  /// the old inner text waits.
  ///
  /// - Parameter mayEdit: whether a document may be changed; a fix that needs another one is left out.
  package init(
    _ documents: [(document: String, findings: [Finding])], filter: FixFilter, mayEdit: (String) -> Bool
  ) {
    struct Candidate {
      let document: String
      let finding: Finding
      let fix: Fix
      let extent: UInt32
    }
    var candidates: [Candidate] = []
    for (document, findings) in documents {
      for finding in findings {
        guard let fix = filter.choice(for: finding), !fix.edits.isEmpty else { continue }
        guard fix.edits.allSatisfy({ mayEdit($0.path ?? document) }) else { continue }
        candidates.append(
          Candidate(document: document, finding: finding, fix: fix, extent: FixRound.extent(of: fix, in: document)))
      }
    }
    candidates.sort { a, b in
      if a.document != b.document { return a.document < b.document }
      if a.extent != b.extent { return a.extent < b.extent }
      if a.finding.range.start != b.finding.range.start { return a.finding.range.start < b.finding.range.start }
      return a.finding.ruleID < b.finding.ruleID
    }
    var accepted: [String: PlacedEdits] = [:]
    for candidate in candidates {
      var byDocument: [String: [TextEdit]] = [:]
      for edit in candidate.fix.edits {
        let document = edit.path ?? candidate.document
        // One spelling for "the finding's own file", so that edits of several findings compare.
        byDocument[document, default: []].append(TextEdit(range: edit.range, newText: edit.newText))
      }
      guard byDocument.allSatisfy({ accepted[$0.key]?.accepts($0.value) ?? true }) else {
        deferred += 1
        continue
      }
      if byDocument.count > 1 { reachesAcrossDocuments = true }
      for (document, new) in byDocument { accepted[document, default: PlacedEdits()].insert(new) }
      applied.append(
        AppliedFix(
          document: candidate.document, ruleID: candidate.finding.ruleID, title: candidate.fix.title,
          safety: candidate.fix.safety))
    }
    edits = accepted.mapValues(\.edits)
  }

  /// From the first to the last byte that a fix changes in the finding's document.
  private static func extent(of fix: Fix, in document: String) -> UInt32 {
    var start = UInt32.max
    var end: UInt32 = 0
    for edit in fix.edits where edit.path == nil || edit.path == document {
      start = min(start, edit.range.start.value)
      end = max(end, edit.range.end.value)
    }
    return end >= start ? end - start : 0
  }
}

/// Edits of one document that don't conflict, ascending by place.
private struct PlacedEdits {
  private(set) var edits: [TextEdit] = []

  func accepts(_ new: [TextEdit]) -> Bool {
    new.allSatisfy { edit in
      // Edits don't overlap, so only neighbours of the place can conflict.
      var index = firstIndex(endingAtOrAfter: edit.range.start)
      while index < edits.count, edits[index].range.start <= edit.range.end {
        if conflict(edits[index], edit) { return false }
        index += 1
      }
      return true
    }
  }

  mutating func insert(_ new: [TextEdit]) {
    for edit in new {
      if edit.range.isEmpty && isUsingDirective(edit.newText) && edits.contains(edit) { continue }
      var index = firstIndex(endingAtOrAfter: edit.range.start)
      while index < edits.count, precedes(edits[index].range, edit.range) { index += 1 }
      edits.insert(edit, at: index)
    }
  }

  private func precedes(_ a: TextRange, _ b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : (a.isEmpty || !b.isEmpty)
  }

  private func firstIndex(endingAtOrAfter place: ByteOffset) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.end < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// One state of a text, as fix-all needs to know it.
package struct FixableText: Sendable {
  package let findings: [Finding]
  /// A round that raises it is undone.
  package let syntaxErrorCount: Int

  package init(findings: [Finding], syntaxErrorCount: Int) {
    self.findings = findings
    self.syntaxErrorCount = syntaxErrorCount
  }
}

/// What fix-all over one document came to.
package struct FixAllResult: Sendable {
  package let bytes: [UInt8]
  package let applied: [AppliedFix]
  package let rounds: Int
  package let ending: FixAllEnding
}

/// Why fix-all stopped.
package enum FixAllEnding: Sendable {
  /// No fix that the filter takes is left.
  case finished
  /// Fixes kept coming: the text of the last round stands.
  case roundLimit
  /// The next round would have broken the text's syntax, so it was not made: fixes are left.
  case syntaxErrors
  /// The next round would have led back to a text that was there before.
  case cycle
}

/// At most so many rounds; what is not settled then never will be.
package let maximumFixRounds = 20

/// Applies one document's fixes round by round until nothing is left. Fixes that reach into other documents are left
/// out.
///
/// - Parameter analyze: what a state of the text gives; `nil` if cancelled.
/// - Returns: `nil` if `analyze` was cancelled.
package func fixAll(
  _ bytes: [UInt8], document: String = "", filter: FixFilter = FixFilter(), analyze: ([UInt8]) -> FixableText?
) -> FixAllResult? {
  guard var state = analyze(bytes) else { return nil }
  var bytes = bytes
  var seen: Set<[UInt8]> = [bytes]
  var applied: [AppliedFix] = []
  var rounds = 0
  while true {
    let round = FixRound([(document, state.findings)], filter: filter) { $0 == document }
    var ending: FixAllEnding?
    if round.applied.isEmpty {
      ending = .finished
    } else if rounds == maximumFixRounds {
      ending = .roundLimit
    }
    if let ending { return FixAllResult(bytes: bytes, applied: applied, rounds: rounds, ending: ending) }
    guard let next = applying(round.edits[document] ?? [], to: bytes), seen.insert(next).inserted else {
      return FixAllResult(bytes: bytes, applied: applied, rounds: rounds, ending: .cycle)
    }
    guard let nextState = analyze(next) else { return nil }
    if nextState.syntaxErrorCount > state.syntaxErrorCount {
      return FixAllResult(bytes: bytes, applied: applied, rounds: rounds, ending: .syntaxErrors)
    }
    bytes = next
    state = nextState
    applied += round.applied
    rounds += 1
  }
}
