extension SyncCallInAsync {
  package static let descriptor = RuleDescriptor(
    id: "AW204",
    name: "sync-call-in-async",
    category: .blocking,
    title: "Synchronous call although an awaitable counterpart exists",
    defaultSeverity: .suggestion,
    severitiesByKind: [SeverityForKind(.web, .warning), SeverityForKind(.test, .off)],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A call in asynchronous code of a method that has a counterpart which could be awaited: `Foo` where `FooAsync` \
        takes the same arguments, or these and a token that is in scope, and gives the same result. Queries over \
        Entity Framework's sets are included. Streams, readers and writers in memory are left alone, as are pairs that \
        are known to be no counterparts, such as `DbSet.Add` and `AddAsync`.
        """,
      why: """
        The synchronous method holds the thread while a disk, a database or another machine answers. The asynchronous \
        one gives it back. \(BlockingDocumentation.starvation)
        """,
      example: """
        async Task<string> ReadAsync(string path, CancellationToken token)
        {
            return File.ReadAllText(path);
        }
        """,
      better: """
        async Task<string> ReadAsync(string path, CancellationToken token)
        {
            return await File.ReadAllTextAsync(path, token);
        }
        """,
      whenToSuppress: """
        When the synchronous method is known not to wait for anything, for example on a stream that lies in memory. \
        `awaitwise.counterpart_exclusions` takes such members once and for all.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW204.in_sync_code", values: "true|false", defaultValue: "false",
          summary: "`true` also reports calls in synchronous methods that could be made asynchronous."),
        RuleOption(
          key: "awaitwise.AW204.same_name", values: "true|false", defaultValue: "true",
          summary: "Whether an overload of the same name that takes a token and returns a task is a counterpart."),
        RuleOption(
          key: "awaitwise.AW204.own_code", values: "true|false", defaultValue: "true",
          summary: "`false` reports only calls of methods from referenced assemblies."),
        RuleOption(
          key: "awaitwise.counterpart_exclusions", values: "list", defaultValue: "",
          summary: "Synchronous members whose asynchronous counterpart is never suggested."),
      ],
      peers: ["VSTHRD103", "MA0042", "MA0045", "S6966", "CA1849", "AsyncFixer02"]))
}
