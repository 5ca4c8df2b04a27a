/// Which rules a run asks for, whatever configuration files say about their severity.
package struct RuleSelection: Hashable, Sendable {
  /// Ids that may run; `nil` for all.
  package var only: Set<String>?
  /// Ids that don't run; stronger than ``only``.
  package var ignored: Set<String>
  /// Ids that run although they are off by default: those that somebody named. At which severity is the rule's affair.
  package var requested: Set<String>

  package init(only: Set<String>? = nil, ignored: Set<String> = [], requested: Set<String> = []) {
    self.only = only
    self.ignored = ignored
    self.requested = requested
  }

  /// The rules as configured.
  package static let configured = RuleSelection()

  package func allows(_ ruleID: String) -> Bool {
    !ignored.contains(ruleID) && only?.contains(ruleID) ?? true
  }
}
