extension BlockingWaitInAsync {
  package static let descriptor = RuleDescriptor(
    id: "AW201",
    name: "blocking-wait-in-async",
    category: .blocking,
    title: "Blocking on a task where await is possible",
    defaultSeverity: .warning,
    severitiesByKind: [SeverityForKind(.test, .suggestion)],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        `Result`, `Wait()`, `GetAwaiter().GetResult()`, `Task.WaitAll` and `Task.WaitAny` in a function that is `async`, \
        or returns a task and could be. Tasks that are known to be complete at that place are left alone: those that \
        were awaited before, on their own or by `Task.WhenAll`, those whose state was just tested, and the antecedent \
        of a continuation.
        """,
      why: """
        \(BlockingDocumentation.starvation) A blocking wait also wraps what goes wrong in an `AggregateException`, which \
        `await` does not.
        """,
      example: """
        async Task<int> CountAsync(Client client)
        {
            var orders = client.GetOrdersAsync().Result;
            return orders.Count;
        }
        """,
      better: """
        async Task<int> CountAsync(Client client)
        {
            var orders = await client.GetOrdersAsync();
            return orders.Count;
        }
        """,
      whenToSuppress: """
        When the task is complete for a reason that can't be seen from the code. Awaiting a complete task costs next to \
        nothing, though.
        """,
      options: [
        RuleOption(
          key: "awaitwise.blocking_members", values: "list", defaultValue: "",
          summary: "Further members that wait for a task (`Namespace.Type.Member`).")
      ],
      peers: ["VSTHRD103", "MA0042", "EPC35", "AsyncFixer02", "CA1849", "S4462", "S6422"]))
}
