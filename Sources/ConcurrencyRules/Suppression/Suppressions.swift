import CSharpSemantics
import CSharpSyntax

/// What silences findings inside a file: pragmas, attributes and comments (rule catalogue, section 6).
struct Suppressions {
  private let tree: SyntaxTree
  private let peers: PeerRules
  private let pragmas: PragmaSuppressions
  private let attributes: AttributeSuppressions
  private let comments: [PlacedComment]
  /// Made only where comments have to be placed.
  private let lines: LineTable?
  /// Where a rule of ours is named and silenced something.
  private var used: Set<TextRange> = []

  private struct PlacedComment {
    let comment: SuppressionComment
    let line: Int
    /// Nothing else stands on its line: it is about the line below.
    let isAlone: Bool
  }

  init(model: SemanticModel, peers: PeerRules) {
    tree = model.tree
    self.peers = peers
    pragmas = PragmaSuppressions(tree)
    attributes = AttributeSuppressions(model)
    let found = SuppressionComment.all(in: tree)
    let lines = found.isEmpty ? nil : LineTable(tree.bytes)
    self.lines = lines
    comments = found.map { [tree] comment in
      PlacedComment(
        comment: comment, line: lines?.line(containing: comment.range.start) ?? 0,
        isAlone: tree.indentation(before: comment.range.start) != nil)
    }
  }

  /// How a finding is silenced, if it is.
  mutating func suppression(of finding: Finding) -> SuppressedFinding? {
    // Measured at the first line of the span: a directive on a line above it counts.
    if let place = pragmas.suppression(of: finding.ruleID, at: finding.range.start) {
      used.insert(place)
      return SuppressedFinding(finding: finding, kind: .inSource)
    }
    let peers = peers.ids(for: finding.ruleID)
    if peers.contains(where: { pragmas.suppression(named: $0, at: finding.range.start) != nil }) {
      return SuppressedFinding(finding: finding, kind: .inSource)
    }
    if let attribute = attributes.suppression(of: [finding.ruleID] + peers, at: finding.range) {
      used.insert(attribute.range)
      return SuppressedFinding(
        finding: finding, kind: .inSource,
        justification: attribute.justification.isEmpty ? nil : attribute.justification)
    }
    if let (comment, mention) = comment(for: finding) {
      used.insert(mention.range)
      return SuppressedFinding(
        finding: finding, kind: .inSource, justification: comment.hasReason ? tree.text(comment.range) : "")
    }
    return nil
  }

  /// On the line of the finding, or alone above it; several such comments may stand above each other.
  private func comment(for finding: Finding) -> (SuppressionComment, SuppressionComment.RuleMention)? {
    guard let lines else { return nil }
    let line = lines.line(containing: finding.range.start)
    var above = line
    var index = comments.count
    while index > 0 {
      index -= 1
      let placed = comments[index]
      if placed.line > line { continue }
      if placed.line < above - 1 { break }
      if placed.line < line {
        guard placed.isAlone else { break }
        above = placed.line
      }
      if let mention = placed.comment.rules.first(where: { $0.ruleID == finding.ruleID }) {
        return (placed.comment, mention)
      }
    }
    return nil
  }

  // MARK: Remarks

  /// Remarks on comments without a reason.
  var notes: [FileNote] {
    comments.compactMap { placed in
      placed.comment.hasReason
        ? nil
        : FileNote(
          range: placed.comment.range,
          message: "This comment silences \(placed.comment.ruleIDs.joined(separator: ", ")) without a reason. "
            + "Write one behind a colon.")
    }
  }

  /// Remarks on what silences nothing. To be asked for once all findings have been looked at.
  ///
  /// - Parameter ran: whether a rule ran at all: of one that didn't nobody knows.
  func unusedNotes(ran: (String) -> Bool) -> [FileNote] {
    let mentions =
      pragmas.mentions + attributes.mentions
      + comments.flatMap { $0.comment.rules.map { ($0.ruleID, $0.range) } }
    return mentions.compactMap { ruleID, range in
      if used.contains(range) { return nil }
      if RuleCatalogue.descriptors.contains(where: { $0.id == ruleID }) {
        guard ran(ruleID) else { return nil }
        return FileNote(range: range, message: "\(ruleID) is silenced here, but nothing is found. Remove it.")
      }
      return FileNote(range: range, message: "There is no rule \(ruleID) that could be silenced. Remove it.")
    }.sorted { ($0.range.start, $0.message) < ($1.range.start, $1.message) }
  }
}
