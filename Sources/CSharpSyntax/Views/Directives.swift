/// Roslyn's `IfDirectiveTriviaSyntax`; slots: hashToken, ifKeyword, condition, endOfDirectiveToken.
package struct IfDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.ifDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var ifKeyword: SyntaxToken { node.requiredToken(1) }
  package var condition: SyntaxNode { node.requiredNode(2) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `ElifDirectiveTriviaSyntax`; slots: hashToken, elifKeyword, condition, endOfDirectiveToken.
package struct ElifDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.elifDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var elifKeyword: SyntaxToken { node.requiredToken(1) }
  package var condition: SyntaxNode { node.requiredNode(2) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `ElseDirectiveTriviaSyntax`; slots: hashToken, elseKeyword, endOfDirectiveToken.
package struct ElseDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.elseDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var elseKeyword: SyntaxToken { node.requiredToken(1) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `EndIfDirectiveTriviaSyntax`; slots: hashToken, endIfKeyword, endOfDirectiveToken.
package struct EndIfDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.endIfDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var endIfKeyword: SyntaxToken { node.requiredToken(1) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `RegionDirectiveTriviaSyntax`; slots: hashToken, regionKeyword, endOfDirectiveToken.
package struct RegionDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.regionDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var regionKeyword: SyntaxToken { node.requiredToken(1) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `EndRegionDirectiveTriviaSyntax`; slots: hashToken, endRegionKeyword, endOfDirectiveToken.
package struct EndRegionDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.endRegionDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var endRegionKeyword: SyntaxToken { node.requiredToken(1) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `ErrorDirectiveTriviaSyntax`; slots: hashToken, errorKeyword, endOfDirectiveToken.
package struct ErrorDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.errorDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var errorKeyword: SyntaxToken { node.requiredToken(1) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `WarningDirectiveTriviaSyntax`; slots: hashToken, warningKeyword, endOfDirectiveToken.
package struct WarningDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.warningDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var warningKeyword: SyntaxToken { node.requiredToken(1) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `BadDirectiveTriviaSyntax`; slots: hashToken, identifier, endOfDirectiveToken.
package struct BadDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.badDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var identifier: SyntaxToken { node.requiredToken(1) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(2) }
}

/// Roslyn's `DefineDirectiveTriviaSyntax`; slots: hashToken, defineKeyword, name, endOfDirectiveToken.
package struct DefineDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.defineDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var defineKeyword: SyntaxToken { node.requiredToken(1) }
  package var name: SyntaxToken { node.requiredToken(2) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `UndefDirectiveTriviaSyntax`; slots: hashToken, undefKeyword, name, endOfDirectiveToken.
package struct UndefDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.undefDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var undefKeyword: SyntaxToken { node.requiredToken(1) }
  package var name: SyntaxToken { node.requiredToken(2) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `LineDirectiveTriviaSyntax`; slots: hashToken, lineKeyword, line, file, endOfDirectiveToken.
package struct LineDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.lineDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var lineKeyword: SyntaxToken { node.requiredToken(1) }
  package var line: SyntaxToken { node.requiredToken(2) }
  package var file: SyntaxToken? { node.optionalToken(3) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `LineDirectivePositionSyntax`; slots: openParenToken, line, commaToken, character, closeParenToken.
package struct LineDirectivePositionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.lineDirectivePosition]
  package var openParenToken: SyntaxToken { node.requiredToken(0) }
  package var line: SyntaxToken { node.requiredToken(1) }
  package var commaToken: SyntaxToken { node.requiredToken(2) }
  package var character: SyntaxToken { node.requiredToken(3) }
  package var closeParenToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `LineSpanDirectiveTriviaSyntax`; slots: hashToken, lineKeyword, start, minusToken, end, characterOffset,
/// file, endOfDirectiveToken.
package struct LineSpanDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.lineSpanDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var lineKeyword: SyntaxToken { node.requiredToken(1) }
  package var start: SyntaxNode { node.requiredNode(2) }
  package var minusToken: SyntaxToken { node.requiredToken(3) }
  package var end: SyntaxNode { node.requiredNode(4) }
  package var characterOffset: SyntaxToken? { node.optionalToken(5) }
  package var file: SyntaxToken { node.requiredToken(6) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(7) }
}

/// Roslyn's `PragmaWarningDirectiveTriviaSyntax`; slots: hashToken, pragmaKeyword, warningKeyword,
/// disableOrRestoreKeyword, errorCodes, endOfDirectiveToken.
package struct PragmaWarningDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.pragmaWarningDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var pragmaKeyword: SyntaxToken { node.requiredToken(1) }
  package var warningKeyword: SyntaxToken { node.requiredToken(2) }
  package var disableOrRestoreKeyword: SyntaxToken { node.requiredToken(3) }
  /// Without the separators.
  package var errorCodes: SyntaxNodeList { node.nodeList(4) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(5) }
}

/// Roslyn's `PragmaChecksumDirectiveTriviaSyntax`; slots: hashToken, pragmaKeyword, checksumKeyword, file, guid,
/// bytes, endOfDirectiveToken.
package struct PragmaChecksumDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.pragmaChecksumDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var pragmaKeyword: SyntaxToken { node.requiredToken(1) }
  package var checksumKeyword: SyntaxToken { node.requiredToken(2) }
  package var file: SyntaxToken { node.requiredToken(3) }
  package var guid: SyntaxToken { node.requiredToken(4) }
  package var bytes: SyntaxToken { node.requiredToken(5) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(6) }
}

/// Roslyn's `ReferenceDirectiveTriviaSyntax`; slots: hashToken, referenceKeyword, file, endOfDirectiveToken.
package struct ReferenceDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.referenceDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var referenceKeyword: SyntaxToken { node.requiredToken(1) }
  package var file: SyntaxToken { node.requiredToken(2) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `LoadDirectiveTriviaSyntax`; slots: hashToken, loadKeyword, file, endOfDirectiveToken.
package struct LoadDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.loadDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var loadKeyword: SyntaxToken { node.requiredToken(1) }
  package var file: SyntaxToken { node.requiredToken(2) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `ShebangDirectiveTriviaSyntax`; slots: hashToken, exclamationToken, content, endOfDirectiveToken.
package struct ShebangDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.shebangDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var exclamationToken: SyntaxToken { node.requiredToken(1) }
  package var content: SyntaxToken? { node.optionalToken(2) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `IgnoredDirectiveTriviaSyntax`; slots: hashToken, colonToken, content, endOfDirectiveToken.
package struct IgnoredDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.ignoredDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var colonToken: SyntaxToken { node.requiredToken(1) }
  package var content: SyntaxToken? { node.optionalToken(2) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(3) }
}

/// Roslyn's `NullableDirectiveTriviaSyntax`; slots: hashToken, nullableKeyword, settingToken, targetToken,
/// endOfDirectiveToken.
package struct NullableDirectiveTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.nullableDirectiveTrivia]
  package var hashToken: SyntaxToken { node.requiredToken(0) }
  package var nullableKeyword: SyntaxToken { node.requiredToken(1) }
  package var settingToken: SyntaxToken { node.requiredToken(2) }
  package var targetToken: SyntaxToken? { node.optionalToken(3) }
  package var endOfDirectiveToken: SyntaxToken { node.requiredToken(4) }
}

/// Roslyn's `SkippedTokensTriviaSyntax`; slots: tokens.
package struct SkippedTokensTriviaSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(unchecked node: SyntaxNode) { self.node = node }
  package static let kinds: [SyntaxKind] = [.skippedTokensTrivia]
  package var tokens: SyntaxTokenList { node.tokenList(0) }
}
