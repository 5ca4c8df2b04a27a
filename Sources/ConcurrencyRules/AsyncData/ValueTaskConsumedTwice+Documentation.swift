extension ValueTaskConsumedTwice {
  package static let descriptor = RuleDescriptor(
    id: "AW801",
    name: "value-task-consumed-twice",
    category: .asyncData,
    title: "Value task consumed more than once",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A `ValueTask` in a local or parameter whose result is taken twice on one path: awaited, turned into a task, \
        read by `Result` or `GetAwaiter`, passed on or returned, in any combination, or once in a loop around which \
        it stays the same.
        """,
      why: """
        A value task may stand for an object that is lent from a pool. Once its result was taken the object goes back \
        and serves another operation, so that a second read gets that one's result, an exception, or never comes back. \
        Whether that happens depends on the callee and on timing, which makes it hard to find by testing.
        """,
      example: """
        ValueTask<int> pending = cache.GetAsync(key);
        int first = await pending;
        int second = await pending;
        """,
      better: """
        Task<int> pending = cache.GetAsync(key).AsTask();
        int first = await pending;
        int second = await pending;
        """,
      whenToSuppress: "When the callee is known to always wrap a result or a task.",
      peers: ["CA2012", "S5034"]))
}
