/// A finding that the source silences, kept for reports that show such.
package struct SuppressedFinding: Hashable, Sendable {
  package let finding: Finding
  package let kind: SuppressionKind
  /// The reason that was written beside the suppression.
  package let justification: String?

  package init(finding: Finding, kind: SuppressionKind, justification: String? = nil) {
    self.finding = finding
    self.kind = kind
    self.justification = justification
  }
}

package enum SuppressionKind: String, Sendable {
  /// A pragma, a comment or an attribute.
  case inSource
  /// A baseline.
  case external
}
