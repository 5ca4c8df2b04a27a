import CSharpSemantics
import CSharpSyntax

/// What silences findings inside a file: pragmas, comments and attributes (rule catalogue, section 6).
struct Suppressions {
  private let tree: SyntaxTree
  private let lines: LineTable
  private let pragmas: [Pragma]
  private let comments: [PlacedComment]
  private let peers: PeerRules
  /// Most files have no such attribute; then nobody looks for one at each finding.
  private let mentionsSuppressMessage: Bool

  private struct Pragma {
    let offset: ByteOffset
    let isDisabling: Bool
    /// Upper-case ids; empty for all.
    let ids: [String]
  }

  private struct PlacedComment {
    let comment: SuppressionComment
    let line: Int
    /// Nothing else stands on its line: it is about the line below.
    let isAlone: Bool
  }

  init(tree: SyntaxTree, settings: RuleSettings) {
    self.tree = tree
    lines = LineTable(tree.bytes)
    mentionsSuppressMessage = tree.bytes.contains(word: Array("SuppressMessage".utf8))
    peers = PeerRules(isHonored: settings.flag("honor_peer_suppressions", default: true))
    pragmas = tree.directives.compactMap { directive in
      guard directive.kind == .pragmaWarningDirectiveTrivia, directive.isActive,
        directive.setting == .disableKeyword || directive.setting == .restoreKeyword
      else { return nil }
      return Pragma(
        offset: directive.range.start, isDisabling: directive.setting == .disableKeyword,
        ids: directive.warningIds.map { Suppressions.normalized(tree.text($0)) })
    }
    comments = Suppressions.findComments(tree, lines)
  }

  /// Numbers in pragmas are the compiler's: `4014` is `CS4014`.
  private static func normalized(_ id: String) -> String {
    guard id.allSatisfy(\.isNumber) else { return id.uppercased() }
    return "CS" + String(repeating: "0", count: max(0, 4 - id.count)) + id
  }

  private static func findComments(_ tree: SyntaxTree, _ lines: LineTable) -> [PlacedComment] {
    // Most files have none: look for the word before looking at trivia.
    guard tree.bytes.contains(word: SuppressionComment.marker) else { return [] }
    var found: [PlacedComment] = []
    var token: SyntaxToken? = tree.firstSourceToken
    while let current = token {
      for trivia in current.comments {
        guard let comment = SuppressionComment(comment: tree.slice(trivia.range), range: trivia.range) else { continue }
        found.append(
          PlacedComment(
            comment: comment, line: lines.line(containing: trivia.range.start),
            isAlone: tree.indentation(before: trivia.range.start) != nil))
      }
      token = current.next
    }
    return found
  }

  /// Remarks on the comments themselves.
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

  /// How a finding is silenced, if it is.
  func suppression(of finding: Finding, model: SemanticModel) -> SuppressedFinding? {
    if isSilencedByPragma(finding) { return SuppressedFinding(finding: finding, kind: .inSource) }
    if let justification = attribute(for: finding, model: model) {
      return SuppressedFinding(
        finding: finding, kind: .inSource, justification: justification.isEmpty ? nil : justification)
    }
    if let comment = comment(for: finding) {
      return SuppressedFinding(finding: finding, kind: .inSource, justification: comment)
    }
    return nil
  }

  // MARK: Pragmas

  /// Measured at the first line of the span: a pragma on a line above it counts.
  private func isSilencedByPragma(_ finding: Finding) -> Bool {
    var isDisabled: [String: Bool] = [:]
    var isAllDisabled = false
    for pragma in pragmas {
      guard pragma.offset < finding.range.start else { break }
      if pragma.ids.isEmpty {
        isAllDisabled = pragma.isDisabling
        isDisabled.removeAll()
      } else {
        for id in pragma.ids { isDisabled[id] = pragma.isDisabling }
      }
    }
    func isSilenced(_ id: String) -> Bool { isDisabled[id] ?? isAllDisabled }
    return isSilenced(finding.ruleID) || peers.ids(for: finding.ruleID).contains { isDisabled[$0] == true }
  }

  // MARK: Comments

  private func comment(for finding: Finding) -> String? {
    let line = lines.line(containing: finding.range.start)
    for placed in comments where placed.comment.ruleIDs.contains(finding.ruleID) {
      if placed.line == line || (placed.isAlone && placed.line == line - 1) {
        return placed.comment.hasReason ? tree.text(placed.comment.range) : ""
      }
    }
    return nil
  }

  // MARK: Attributes

  /// The justification (empty without one) of a `SuppressMessage` around the finding or for its target.
  private func attribute(for finding: Finding, model: SemanticModel) -> String? {
    guard mentionsSuppressMessage, let node = tree.innermostNode(containing: finding.range) else { return nil }
    for ancestor in sequence(first: node, next: { $0.parent }) {
      for list in ancestor.attributeLists {
        for attribute in list.nodeList(2) {
          if let found = justification(attribute, finding: finding, enclosing: ancestor, model: model) { return found }
        }
      }
    }
    return nil
  }

  private func justification(
    _ node: SyntaxNode, finding: Finding, enclosing: SyntaxNode, model: SemanticModel
  ) -> String? {
    guard let attribute = AttributeSyntax(node), let name = simpleName(of: AttributeName.bare(attribute.name)),
      ["SuppressMessage", "SuppressMessageAttribute", "UnconditionalSuppressMessage"].contains(name.identifierText),
      let arguments = AttributeArgumentListSyntax(attribute.argumentList)?.arguments
    else { return nil }
    var positional: [SyntaxNode] = []
    var named: [String: SyntaxNode] = [:]
    for argument in arguments {
      guard let argument = AttributeArgumentSyntax(argument) else { continue }
      if let equals = NameEqualsSyntax(argument.nameEquals) {
        named[equals.name.text] = argument.expression
      } else if let colon = NameColonSyntax(argument.nameColon) {
        named[colon.name.text] = argument.expression
      } else {
        positional.append(argument.expression)
      }
    }
    guard let check = (positional.count > 1 ? positional[1] : named["checkId"]).flatMap(StringLiteral.value) else {
      return nil
    }
    let id = trimmed(check.prefix { $0 != ":" }).uppercased()
    guard id == finding.ruleID || peers.ids(for: finding.ruleID).contains(id) else { return nil }
    if enclosing.kind == .compilationUnit, !covers(named, finding: finding, model: model) { return nil }
    return named["Justification"].flatMap(StringLiteral.value) ?? ""
  }

  /// Whether an assembly-level attribute's `Scope` and `Target` cover the finding.
  private func covers(_ named: [String: SyntaxNode], finding: Finding, model: SemanticModel) -> Bool {
    guard let scope = named["Scope"].flatMap(StringLiteral.value)?.lowercased() else { return true }
    if scope == "module" { return true }
    guard var target = named["Target"].flatMap(StringLiteral.value) else { return true }
    if target.hasPrefix("~") { target.removeFirst() }
    guard let node = tree.innermostNode(containing: finding.range) else { return false }
    for ancestor in sequence(first: node, next: { $0.parent }) {
      guard let symbol = model.declaredSymbol(for: ancestor) else { continue }
      let id = symbol.documentationCommentID
      if id == target || (scope == "namespaceanddescendants" && id.hasPrefix(target + ".")) { return true }
    }
    return false
  }
}
