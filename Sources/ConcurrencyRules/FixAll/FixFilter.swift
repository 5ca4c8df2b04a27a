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
