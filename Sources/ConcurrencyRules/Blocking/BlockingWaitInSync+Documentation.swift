extension BlockingWaitInSync {
  package static let descriptor = RuleDescriptor(
    id: "AW202",
    name: "blocking-wait-in-sync",
    category: .blocking,
    title: "Blocking on a task in synchronous code",
    defaultSeverity: .warning,
    severitiesByKind: [SeverityForKind(.console, .suggestion), SeverityForKind(.test, .suggestion)],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        `Result`, `Wait()`, `GetAwaiter().GetResult()`, `Task.WaitAll` and `Task.WaitAny` in code that is not \
        asynchronous. Tasks that are known to be complete at that place are left alone. In the program's entry point, in \
        a method that says by its name that it is the blocking twin of an asynchronous one, and in a `Dispose()` that \
        waits for the object's own `DisposeAsync()` the finding is only a suggestion.
        """,
      why: BlockingDocumentation.starvation,
      example: """
        public string Name(Client client)
        {
            return client.GetNameAsync().Result;
        }
        """,
      better: """
        public async Task<string> NameAsync(Client client)
        {
            return await client.GetNameAsync();
        }
        """,
      whenToSuppress: """
        When an interface that can't be changed demands a synchronous method, the work is only asynchronous, and no \
        synchronization context exists where it runs.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW202.allowed_members", values: "list", defaultValue: "",
          summary: "Members that may block, by name or full name, separated by commas."),
        RuleOption(
          key: "awaitwise.AW202.entry_point", values: "suggestion|off", defaultValue: "suggestion",
          summary: "What blocking in the entry point of a program is."),
        RuleOption(
          key: "awaitwise.blocking_members", values: "list", defaultValue: "",
          summary: "Further members that wait for a task (`Namespace.Type.Member`)."),
      ],
      peers: ["VSTHRD002", "MA0045", "S4462", "S6422"]))
}
