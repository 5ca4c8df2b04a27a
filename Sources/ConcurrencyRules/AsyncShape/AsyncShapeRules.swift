/// The rules of the category `AsyncShape`, in the order of their ids.
enum AsyncShapeRules {
  static let all: [any ConcurrencyRule.Type] = [
    UnobservedTask.self,
    UnawaitedCall.self,
  ]
}
