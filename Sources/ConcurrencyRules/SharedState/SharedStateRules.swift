/// The rules of the category `SharedState`, in the order of their ids.
enum SharedStateRules {
  static let all: [any ConcurrencyRule.Type] = [
    ThreadStaticInitializer.self,
    ThreadStaticInstance.self,
  ]
}
