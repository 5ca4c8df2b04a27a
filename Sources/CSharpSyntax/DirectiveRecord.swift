/// A directive of a text as the lexer met it; its structure is made on demand.
package struct DirectiveRecord: Hashable, Sendable {
  /// `IfDirectiveTrivia`, `PragmaWarningDirectiveTrivia` and so on. A directive with its own kind in the wrong place,
  /// and one that is unknown, is a `BadDirectiveTrivia`.
  package let kind: SyntaxKind
  /// From `#` to the end of the line, the end of line included.
  package let range: TextRange
  /// Whether it stands in text that is compiled.
  package let isActive: Bool
  /// For `#if`, `#elif` and `#else`: whether the text behind is compiled.
  package let isBranchTaken: Bool
  var isBranching: Bool {
    kind == .ifDirectiveTrivia || kind == .elifDirectiveTrivia || kind == .elseDirectiveTrivia
  }

  /// What `#pragma warning` and `#nullable` do: `disableKeyword`, `restoreKeyword`, `enableKeyword`; `.none` for
  /// other directives, and where the word is missing.
  package let setting: SyntaxKind
  /// What `#nullable` names: `warningsKeyword`, `annotationsKeyword`; `.none` for both.
  package let target: SyntaxKind
  /// The ids behind `#pragma warning`, numbers or names; none means all warnings.
  package let warningIds: [TextRange]
}
