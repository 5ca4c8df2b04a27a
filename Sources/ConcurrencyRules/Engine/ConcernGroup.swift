/// Rules that speak about the same concern: at one place only the first of them that applies is heard
/// (rule catalogue, section 7).
struct ConcernGroup {
  /// What the rules are about, for readers.
  let concern: String
  let order: [String]
  var extent = Extent.overlapping

  /// Which places are one place to a concern.
  enum Extent {
    /// One contains the other, and no function boundary lies between.
    case overlapping
    /// The same node.
    case same
  }

  /// A rule may belong to several.
  static let all: [ConcernGroup] = [
    ConcernGroup(
      concern: "offload of a call",
      order: ["AW108", "AW107", "AW106", "AW203", "AW104", "AW105", "AW101", "AW102", "AW103"]),
    ConcernGroup(
      concern: "scheduler of a started or continued task",
      order: ["AW108", "AW107", "AW902", "AW109"]),
    ConcernGroup(
      concern: "wait on a task",
      order: ["AW005", "AW207", "AW611", "AW906", "AW802", "AW201", "AW203", "AW007", "AW202", "AW211"]),
    ConcernGroup(
      concern: "synchronous call in async code",
      order: ["AW205", "AW210", "AW209", "AW807", "AW204", "AW206", "AW208", "AW212"]),
    ConcernGroup(
      concern: "value of a call dropped",
      order: ["AW004", "AW110", "AW312", "AW605", "AW511", "AW310", "AW301", "AW302", "AW803", "AW320", "AW806"]),
    ConcernGroup(
      concern: "async delegate bound to void",
      order: ["AW110", "AW305", "AW906", "AW304"]),
    ConcernGroup(
      concern: "async void method",
      order: ["AW906", "AW303"]),
    ConcernGroup(
      concern: "null / missing task",
      order: ["AW308", "AW307"]),
    ConcernGroup(
      concern: "task outlives a resource",
      order: ["AW311", "AW309", "AW310"]),
    ConcernGroup(
      concern: "async/await in the wrong amount",
      order: ["AW306", "AW312", "AW313"]),
    ConcernGroup(
      concern: "nested task",
      order: ["AW107", "AW314", "AW315"]),
    ConcernGroup(
      concern: "name suffix",
      order: ["AW316", "AW317"]),
    ConcernGroup(
      concern: "token",
      order: ["AW407", "AW409", "AW401", "AW402"]),
    // Whoever is told to drop an offload needs no token for it.
    ConcernGroup(
      concern: "token of an offload", order: ["AW107", "AW203", "AW104", "AW101", "AW102", "AW103", "AW401"],
      extent: .same),
    ConcernGroup(
      concern: "lock target",
      order: ["AW612", "AW601", "AW602", "AW603"]),
    ConcernGroup(
      concern: "lock and await/wait",
      order: ["AW611", "AW606", "AW604", "AW605"]),
    ConcernGroup(
      concern: "shared write",
      order: ["AW708", "AW710", "AW706", "AW704", "AW717"]),
    ConcernGroup(
      concern: "concurrent dictionary call",
      order: ["AW207", "AW713", "AW711", "AW707"]),
    ConcernGroup(
      concern: "captured request object",
      order: ["AW509", "AW511", "AW510", "AW512", "AW513"]),
    ConcernGroup(
      concern: "timers",
      order: ["AW906", "AW907"]),
  ]

  /// The concerns of a rule as indices of ``all``, each with the rule's rank in it; the lower rank wins.
  static func ranks(of ruleID: String) -> [(group: Int, rank: Int)] { ranksByID[ruleID] ?? [] }

  private static let ranksByID: [String: [(group: Int, rank: Int)]] = {
    var ranks: [String: [(group: Int, rank: Int)]] = [:]
    for (index, group) in all.enumerated() {
      for (rank, ruleID) in group.order.enumerated() { ranks[ruleID, default: []].append((index, rank)) }
    }
    return ranks
  }()
}
