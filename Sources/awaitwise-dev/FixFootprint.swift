import CSharpSyntax
import ConcurrencyRules

/// The parts of some documents that a fix touches: whole statements, heads of members or members where an edit lies in one,
/// else the edit's own range.
struct FixFootprint {
  private struct Part {
    let edit: TextEdit
    let range: TextRange
  }

  private var parts: [String: [Part]] = [:]

  mutating func add(_ edits: [TextEdit], in document: String, _ tree: SyntaxTree) {
    parts[document, default: []] += edits.map {
      Part(edit: $0, range: FixFootprint.range(around: $0.range, in: tree))
    }
  }

  mutating func formUnion(_ other: FixFootprint) {
    parts.merge(other.parts) { $0 + $1 }
  }

  /// Whether each touches only what the other one leaves alone or changes by the same edit.
  func isCompatible(with other: FixFootprint) -> Bool {
    parts.allSatisfy { document, own in
      guard let theirs = other.parts[document] else { return true }
      return own.allSatisfy { part in
        !theirs.contains { $0.range.touches(part.range) && $0.edit != part.edit }
      }
    }
  }

  /// The innermost statement that holds an edit but is no block, else the member or its part before the body, else the edit.
  private static func range(around edit: TextRange, in tree: SyntaxTree) -> TextRange {
    var node = tree.token(at: edit.start)?.parent
    var inner: SyntaxNode?
    while let current = node {
      if current.kind.isWhole, current.fullRange.contains(edit) {
        let body = current.childNodes.first { $0.kind == .block }
        if let body, inner != body, edit.end < body.range.start {
          return TextRange(start: current.fullRange.start, end: edit.end)
        }
        return current.fullRange
      }
      inner = current
      node = current.parent
    }
    return edit
  }
}

extension SyntaxKind {
  /// Statements but for blocks, and members of a type other than types.
  fileprivate var isWhole: Bool {
    switch self {
    case .globalStatement, .localFunctionStatement, .localDeclarationStatement, .expressionStatement,
      .emptyStatement, .labeledStatement, .gotoStatement, .gotoCaseStatement, .gotoDefaultStatement, .breakStatement,
      .continueStatement, .returnStatement, .throwStatement, .yieldReturnStatement, .yieldBreakStatement,
      .whileStatement, .doStatement, .forStatement, .forEachStatement, .forEachVariableStatement, .usingStatement,
      .fixedStatement, .checkedStatement, .uncheckedStatement, .unsafeStatement, .lockStatement, .ifStatement,
      .switchStatement, .tryStatement:
      true
    case .fieldDeclaration, .eventFieldDeclaration, .methodDeclaration, .operatorDeclaration,
      .conversionOperatorDeclaration, .constructorDeclaration, .destructorDeclaration, .propertyDeclaration,
      .eventDeclaration, .indexerDeclaration, .delegateDeclaration, .enumMemberDeclaration:
      true
    default: false
    }
  }
}
