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

/// The texts that a fix-all repairs.
package protocol FixableTexts {
  /// The text of a document that findings refer to; `nil` if it must not be changed, the reason being known to the texts.
  mutating func text(of document: String) -> [UInt8]?

  /// Gives some documents new texts, and analyses them and whatever else that reaches.
  ///
  /// - Returns: new states by document; `nil` if nothing can be told about changed texts.
  mutating func analyze(changing texts: [String: [UInt8]]) -> [String: FixableText]?

  /// Takes back what the last call of ``analyze(changing:)`` changed.
  mutating func undo()
}

/// What a fix-all came to.
package struct FixAllResult: Sendable {
  /// By document; those that come out as they were are left out.
  package fileprivate(set) var texts: [String: EditedText] = [:]
  package fileprivate(set) var applied: [AppliedFix] = []
  package fileprivate(set) var rounds = 0
  package fileprivate(set) var ending = FixAllEnding.finished
  /// Whether some fix changed more than one document, so that all of them have to be written or none.
  package fileprivate(set) var reachesAcrossDocuments = false
  /// Documents that a fix does not fit into; sorted. A fault of a rule.
  package fileprivate(set) var misfits: [String] = []
  /// Documents whose syntax a round would have broken; sorted. A fault of a rule.
  package fileprivate(set) var broken: [String] = []
}

/// Why fix-all stopped.
package enum FixAllEnding: Sendable {
  /// No fix that the filter takes is left.
  case finished
  /// Fixes kept coming: the text of the last round stands.
  case roundLimit
  /// The next round would have led back to texts that were there before.
  case cycle
  /// Changed texts could not be analysed: the text of the first round stands.
  case notAnalyzed
}

/// At most so many rounds; what is not settled then never will be.
package let maximumFixRounds = 20

/// Applies fixes round by round until nothing is left (rule catalogue, T15): in a document, a project or a workspace, for
/// editors and for the command line.
///
/// - Parameters:
///   - states: what the documents give in whose findings to look for fixes.
///   - mayEdit: whether a document may be changed; a fix that needs another one is left out.
package func fixAll(
  _ states: [String: FixableText], in texts: inout some FixableTexts, filter: FixFilter,
  mayEdit: (String) -> Bool
) -> FixAllResult {
  var states = states
  var result = FixAllResult()
  /// Documents that no further fix may touch, because something went wrong with them.
  var frozen: Set<String> = []
  var present: [String: [UInt8]] = [:]
  var seen: Set<[String: [UInt8]]> = [[:]]
  while true {
    let round = FixRound(states.map { ($0.key, $0.value.findings) }, filter: filter) {
      mayEdit($0) && !frozen.contains($0)
    }
    if round.applied.isEmpty { break }
    if result.rounds == maximumFixRounds {
      result.ending = .roundLimit
      break
    }
    var edited: [String: EditedText] = [:]
    var refused: Set<String> = []
    for (document, edits) in round.edits {
      guard var text = result.texts[document] ?? texts.text(of: document).map(EditedText.init) else {
        refused.insert(document)
        continue
      }
      if text.apply(edits) {
        edited[document] = text
      } else {
        refused.insert(document)
        result.misfits.append(document)
      }
    }
    // Fixes are whole or not at all, so the round is planned again without what had to be refused.
    if !refused.isEmpty {
      frozen.formUnion(refused)
      continue
    }
    let changed = edited.mapValues(\.bytes)
    let next = present.merging(changed) { $1 }
    guard seen.insert(next).inserted else {
      result.ending = .cycle
      break
    }
    let analyzed = texts.analyze(changing: changed)
    if let analyzed {
      let broken = changed.keys.filter { document in
        guard let after = analyzed[document] else { return true }
        return after.syntaxErrorCount > states[document]?.syntaxErrorCount ?? .max
      }
      if !broken.isEmpty {
        texts.undo()
        frozen.formUnion(broken)
        result.broken += broken
        continue
      }
      states.merge(analyzed) { $1 }
    }
    present = next
    result.texts.merge(edited) { $1 }
    result.applied += round.applied
    if round.reachesAcrossDocuments { result.reachesAcrossDocuments = true }
    result.rounds += 1
    if analyzed == nil {
      result.ending = .notAnalyzed
      break
    }
  }
  result.misfits.sort()
  result.broken.sort()
  result.texts = result.texts.filter { $0.value.bytes != $0.value.original }
  return result
}
