extension UnobservedTask {
  package static let descriptor = RuleDescriptor(
    id: "AW301",
    name: "unobserved-task",
    category: .asyncShape,
    title: "A task is dropped outside async code",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A call that returns something awaitable, made in a function that is not `async`, whose result nobody takes. Also \
        a local, in any function, that gets such a result and is never read.
        """,
      why: """
        The caller goes on while the work is still under way: what it cleans up may still be in use, what it reads may \
        not be written yet. If the work fails, nobody is told. The compiler's CS4014 is silent here, unless the callee \
        itself is an `async` method of the same project.
        """,
      example: """
        Task ResetAsync(Cache cache)
        {
            cache.ClearAsync();
            return Task.CompletedTask;
        }
        """,
      better: """
        Task ResetAsync(Cache cache)
        {
            return cache.ClearAsync();
        }
        """,
      whenToSuppress: """
        When the work is meant to run on by itself, and takes care of its own failures: write `_ = cache.ClearAsync();`, \
        which the rule accepts.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW301.report_discarded", values: "true|false", defaultValue: "false",
          summary: "Reports `_ = F();` as well, here and in AW302."),
        RuleOption(
          key: "awaitwise.AW301.report_offloads", values: "true|false", defaultValue: "false",
          summary: "Reports `Task.Run`, `StartNew` and `ContinueWith` as statements too, here and in AW302."),
        RuleOption(
          key: "awaitwise.AW301.report_unused_locals", values: "true|false", defaultValue: "true",
          summary: "Reports locals whose task is never used."),
      ],
      peers: ["VSTHRD110", "MA0134", "EPC13", "CA2012", "S5034", "AsyncFixer04", "CS4014"]))
}
