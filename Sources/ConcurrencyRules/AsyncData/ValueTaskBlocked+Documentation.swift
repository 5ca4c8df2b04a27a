extension ValueTaskBlocked {
  package static let descriptor = RuleDescriptor(
    id: "AW802",
    name: "value-task-blocked",
    category: .asyncData,
    title: "Value task read before it is known to be complete",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        `Result` or `GetAwaiter().GetResult()` on a `ValueTask` that is not known to have completed: nothing on the \
        way asked `IsCompleted` or the like.
        """,
      why: """
        A task makes the caller wait until it has completed; a value task need not. One that stands for a pooled \
        operation may throw instead, or give back something that is not the result. What works with today's callee \
        fails once it completes later than it used to.
        """,
      example: """
        int Get(Cache cache)
        {
            return cache.GetAsync(1).Result;
        }
        """,
      better: """
        int Get(Cache cache)
        {
            return cache.GetAsync(1).AsTask().GetAwaiter().GetResult();
        }
        """,
      whenToSuppress: "When the callee's contract says that the value task is complete when it is returned.",
      peers: ["CA2012", "S5034"]))
}
