extension AsyncDelegateNotUnwrapped {
  package static let descriptor = RuleDescriptor(
    id: "AW107",
    name: "async-delegate-not-unwrapped",
    category: .offloading,
    title: "Task of a task: the inner one is not waited for",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        `StartNew` or `ContinueWith` with a delegate that returns a task, or `Task.Run` with one that returns a value \
        task, where nobody gets at the inner task: it is not unwrapped, awaited twice, or handed on as what it is.
        """,
      why: """
        The outer task ends when the delegate returns, which an async delegate does at its first `await`. Whoever \
        waits for it goes on while the work has barely begun, and exceptions of the work are lost.
        """,
      example: """
        await Task.Factory.StartNew(async () => await CopyAsync());
        """,
      better: """
        await Task.Run(async () => await CopyAsync());
        """,
      whenToSuppress: "When the start of the work is all that matters, and the work reports its failures itself.",
      peers: ["AsyncFixer05"]))
}
