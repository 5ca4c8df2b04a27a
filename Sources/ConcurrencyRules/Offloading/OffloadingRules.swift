/// The rules of the category `Offloading`, in the order of their ids.
enum OffloadingRules {
  static let all: [any ConcurrencyRule.Type] = [
    RedundantTaskRun.self,
    AsyncOverSync.self,
    TaskRunInServerCode.self,
    TrivialTaskRun.self,
    AsyncDelegateNotUnwrapped.self,
  ]
}
