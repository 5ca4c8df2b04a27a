/// The rules of the category `Blocking`, in the order of their ids.
enum BlockingRules {
  static let all: [any ConcurrencyRule.Type] = [
    BlockingWaitInAsync.self,
    BlockingWaitInSync.self,
    OffloadThenBlock.self,
    SyncCallInAsync.self,
    ThreadSleep.self,
    BlockingInInitialization.self,
  ]
}
