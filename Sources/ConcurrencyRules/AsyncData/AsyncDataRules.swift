/// The rules of the category `AsyncData`, in the order of their ids.
enum AsyncDataRules {
  static let all: [any ConcurrencyRule.Type] = [
    ValueTaskConsumedTwice.self,
    ValueTaskBlocked.self,
    SyncDisposal.self,
  ]
}
