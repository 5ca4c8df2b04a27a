/// Other analyzers' ids that stand for rules of ours (rule catalogue, section 10).
struct PeerRules {
  let isHonored: Bool

  /// The ids whose suppression at a place silences a rule there.
  func ids(for ruleID: String) -> [String] { isHonored ? PeerRules.table[ruleID] ?? [] : [] }

  /// The first four rules have no peers.
  private static let table: [String: [String]] = [:]
}
