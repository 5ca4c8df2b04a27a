enum StatsCommand {
  static func run(_ arguments: [String]) -> Int32 { 2 }
}
