/// The rules of the category `Composition`, in the order of their ids.
enum CompositionRules {
  static let all: [any ConcurrencyRule.Type] = [
    SingleTaskCombinator.self,
    CompletionSourceContinuations.self,
  ]
}
