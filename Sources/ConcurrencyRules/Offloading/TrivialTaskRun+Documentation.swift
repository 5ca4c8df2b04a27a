extension TrivialTaskRun {
  package static let descriptor = RuleDescriptor(
    id: "AW104",
    name: "trivial-task-run",
    category: .offloading,
    title: "Task.Run for a value that costs nothing",
    defaultSeverity: .suggestion,
    severitiesByKind: [
      SeverityForKind(.web, .warning), SeverityForKind(.function, .warning), SeverityForKind(.test, .off),
    ],
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        A `Task.Run` whose delegate computes a value without any real work (literals, variables, arithmetic, a few \
        cheap framework calls) or does nothing at all.
        """,
      why: """
        Queueing the work costs far more than the work. \(OffloadingDocumentation.throughput)
        """,
      example: """
        Task<int> AddAsync(int a, int b)
        {
            return Task.Run(() => a + b);
        }
        """,
      better: """
        Task<int> AddAsync(int a, int b)
        {
            return Task.FromResult(a + b);
        }
        """,
      whenToSuppress: "When a test needs a task that completes on another thread (the rule is off in test projects).",
      peers: ["guidance: prefer Task.FromResult over Task.Run for values that are at hand"]))
}
