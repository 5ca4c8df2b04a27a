import CSharpSyntax

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

  /// Chooses among the findings of some documents. Safe fixes come before unsafe ones, then inner places before outer
  /// ones, so that an outer fix that would carry the old inner text waits.
  ///
  /// What a fix does at one place counts on the declarations as they are. So fixes that change declarations have rounds of
  /// their own, one action at a time, as soon as nothing else is left.
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
      if a.fix.safety != b.fix.safety { return a.fix.safety == .safe }
      if a.extent != b.extent { return a.extent < b.extent }
      if a.finding.range.start != b.finding.range.start { return a.finding.range.start < b.finding.range.start }
      return a.finding.ruleID < b.finding.ruleID
    }
    deferred = candidates.count
    if let first = candidates.first, candidates.allSatisfy(\.fix.changesDeclarations) {
      candidates.removeAll { $0.fix.actionKey != first.fix.actionKey }
    } else {
      candidates.removeAll(where: \.fix.changesDeclarations)
    }
    deferred -= candidates.count
    var accepted: [String: PlacedEdits] = [:]
    for candidate in candidates {
      var byDocument: [String: [TextEdit]] = [:]
      for edit in candidate.fix.edits {
        let document = edit.path ?? candidate.document
        // One spelling for "the finding's own file", so that edits of several findings compare.
        byDocument[document, default: []].append(TextEdit(range: edit.range, newText: edit.newText))
      }
      guard byDocument.allSatisfy({ accepted[$0.key]?.accepts($0.value) ?? true }),
        accepted[candidate.document]?.accepts(claims: candidate.fix.claims) ?? true
      else {
        deferred += 1
        continue
      }
      if byDocument.count > 1 { reachesAcrossDocuments = true }
      for (document, new) in byDocument { accepted[document, default: PlacedEdits()].insert(new) }
      accepted[candidate.document, default: PlacedEdits()].claims += candidate.fix.claims
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
  /// What no further edit may touch.
  var claims: [TextRange] = []

  /// Whether nothing has been edited there yet.
  func accepts(claims new: [TextRange]) -> Bool {
    new.allSatisfy { claim in
      let index = firstIndex(endingAtOrAfter: claim.start)
      return index == edits.count || edits[index].range.start > claim.end
    }
  }

  func accepts(_ new: [TextEdit]) -> Bool {
    new.allSatisfy { edit in
      if claims.contains(where: { $0.touches(edit.range) }) { return false }
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
