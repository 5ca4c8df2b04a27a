/// The rules of the category `Cancellation`, in the order of their ids.
enum CancellationRules {
  static let all: [any ConcurrencyRule.Type] = [
    ForwardToken.self,
    TokenParameterPosition.self,
    CheckAndThrow.self,
  ]
}
