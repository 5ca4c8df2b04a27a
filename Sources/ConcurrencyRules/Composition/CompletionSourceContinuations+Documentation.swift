extension CompletionSourceContinuations {
  package static let descriptor = RuleDescriptor(
    id: "AW904",
    name: "completion-source-continuations",
    category: .composition,
    title: "TaskCompletionSource that runs continuations inline",
    defaultSeverity: .suggestion,
    severitiesByKind: [SeverityForKind(.web, .warning)],
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        The creation of a `TaskCompletionSource` without `TaskCreationOptions.RunContinuationsAsynchronously`. Options \
        that are no constant are somebody else's decision and left alone, and so are sources that are completed before \
        their task is read.
        """,
      why: """
        Without the option, `SetResult` runs everything that awaits the task before it returns: on the thread of the \
        one who completes it, with its locks held and in the middle of its callback. A receive loop then waits for \
        its consumers, a lock is taken twice by code that never asked for it, and deep chains end in a stack overflow.
        """,
      example: """
        var answer = new TaskCompletionSource<int>();
        feed.Next += value => answer.TrySetResult(value);
        return answer.Task;
        """,
      better: """
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        feed.Next += value => answer.TrySetResult(value);
        return answer.Task;
        """,
      whenToSuppress: "When the one who completes the source is meant to run the continuations, as in a scheduler.",
      options: [
        RuleOption(
          key: "awaitwise.AW904.strict", values: "true|false", defaultValue: "false",
          summary: "Whether options that are no constant are reported as well.")
      ],
      peers: ["EPC32"]))
}
