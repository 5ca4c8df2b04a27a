extension ThreadSleep {
  package static let descriptor = RuleDescriptor(
    id: "AW205",
    name: "thread-sleep",
    category: .blocking,
    title: "Thread.Sleep where the thread need not be held",
    defaultSeverity: .warning,
    severitiesByKind: [SeverityForKind(.console, .suggestion), SeverityForKind(.test, .suggestion)],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        `Thread.Sleep` in asynchronous code, and in test methods. Other synchronous code may sleep.
        """,
      why: """
        A sleeping thread does nothing and can be used for nothing else; `await Task.Delay(…)` gives it back for the \
        pause. Tests that sleep are slow when all is well and fail when the machine is busy.
        """,
      example: """
        async Task WaitForAsync(Func<bool> done)
        {
            while (!done()) Thread.Sleep(100);
        }
        """,
      better: """
        async Task WaitForAsync(Func<bool> done)
        {
            while (!done()) await Task.Delay(100);
        }
        """,
      whenToSuppress: "When the very thread has to pause, for example to hold a lock of the operating system.",
      options: [
        RuleOption(
          key: "awaitwise.AW205.min_milliseconds", values: "number", defaultValue: "0",
          summary: "Constant pauses below it are not reported.")
      ],
      peers: ["EPC33", "S2925", "MA0042", "MA0045", "CA1849", "AsyncFixer02", "S4462", "S6422"]))
}
