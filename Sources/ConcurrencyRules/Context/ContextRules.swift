/// The rules of the category `Context`, in the order of their ids.
enum ContextRules {
  static let all: [any ConcurrencyRule.Type] = [
    MissingConfigureAwait.self
  ]
}
