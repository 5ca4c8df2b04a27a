/// Rules that speak about the same concern: at one place only the first of them that applies is heard
/// (rule catalogue, section 7).
struct ConcernGroup {
  let order: [String]

  static let all: [ConcernGroup] = [
    ConcernGroup(order: ["AW108", "AW107", "AW106", "AW203", "AW104", "AW105", "AW101", "AW102", "AW103"])
  ]

  /// The group and rank of a rule; the lower rank wins.
  static func rank(of ruleID: String) -> (group: Int, rank: Int)? {
    for (index, group) in all.enumerated() {
      if let rank = group.order.firstIndex(of: ruleID) { return (index, rank) }
    }
    return nil
  }
}
