/// The rules of the category `Locks`, in the order of their ids.
enum LocksRules {
  static let all: [any ConcurrencyRule.Type] = [
    LockOnSharedObject.self,
    LockOnReplaceableObject.self,
    ThreadAffineLockAcrossAwait.self,
  ]
}
