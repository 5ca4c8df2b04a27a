/// What hovers and diagnostics say about a rule beyond its findings.
package protocol RuleDocumentationProvider: Sendable {
  /// The rule's page; `nil` for an unknown id.
  func markdown(for ruleID: String) -> String?
  /// Where the page is on the web.
  func helpURL(for ruleID: String) -> String?
}
