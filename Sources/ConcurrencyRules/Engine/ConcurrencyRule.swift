import CSharpSyntax

/// One rule: what it is, which nodes it wants to see, and its verdict on one of them.
package protocol ConcurrencyRule: Sendable {
  static var descriptor: RuleDescriptor { get }
  /// The kinds of node that ``check(_:in:)`` is called with.
  static var nodeKinds: [SyntaxKind] { get }
  static func check(_ node: SyntaxNode, in context: RuleContext)
  /// What the rule's own options make of its severity for a file.
  static func decision(_ policy: SeverityPolicy.Decision, for input: AnalysisInput) -> SeverityPolicy.Decision
}

extension ConcurrencyRule {
  package static func decision(
    _ policy: SeverityPolicy.Decision, for input: AnalysisInput
  ) -> SeverityPolicy.Decision { policy }
}

/// All rules, in the order of their ids.
package enum RuleCatalogue {
  package static let rules: [any ConcurrencyRule.Type] =
    OffloadingRules.all + BlockingRules.all + AsyncShapeRules.all + CancellationRules.all + ContextRules.all
    + LocksRules.all + SharedStateRules.all + AsyncDataRules.all + CompositionRules.all

  package static let descriptors: [RuleDescriptor] = rules.map { $0.descriptor }

  package static func descriptor(of ruleID: String) -> RuleDescriptor? {
    descriptorsByID[ruleID]
  }

  private static let descriptorsByID = Dictionary(
    descriptors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
