/// The rules of the category `AsyncShape`, in the order of their ids.
enum AsyncShapeRules {
  static let all: [any ConcurrencyRule.Type] = [
    UnobservedTask.self,
    UnawaitedCall.self,
    AsyncVoidMethod.self,
    AsyncVoidDelegate.self,
    AsyncLambdaInLoopApi.self,
    AsyncWithoutAwait.self,
    NullTask.self,
    TaskEscapesScope.self,
    UsingOverTask.self,
    RedundantAsyncAwait.self,
    ReturnWithoutAwait.self,
    AsyncSuffixMissing.self,
    AsyncSuffixUnwanted.self,
    LateArgumentCheck.self,
  ]
}
