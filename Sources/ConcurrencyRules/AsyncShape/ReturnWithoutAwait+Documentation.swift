extension ReturnWithoutAwait {
  package static let descriptor = RuleDescriptor(
    id: "AW313",
    name: "return-without-await",
    category: .asyncShape,
    title: "Task returned without await",
    defaultSeverity: .off,
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        A function that is not async and returns the tasks of others, where it could be async and await them. \
        Functions that forward to an overload of their name, and short lambdas given as arguments, are left alone.
        """,
      why: """
        A function that is not async is missing from the stack trace of what goes wrong later, and what it throws \
        itself is thrown at the call instead of being stored in the task. When somebody puts a `using` or `try` around \
        the call, the block ends before the task does. Awaiting costs a state machine; whether that matters more is \
        for a team to say, which is why the rule is off by default (AW312 is its opposite).
        """,
      example: """
        public Task<int> LoadAsync(string key)
        {
            return _store.LoadAsync(key);
        }
        """,
      better: """
        public async Task<int> LoadAsync(string key)
        {
            return await _store.LoadAsync(key);
        }
        """,
      whenToSuppress: "On hot paths where a function does nothing but pass a task on.",
      options: [
        RuleOption(
          key: "awaitwise.AW313.overload_forwarding", values: "true|false", defaultValue: "true",
          summary: "Whether functions that only call an overload of their name are exempt."),
        RuleOption(
          key: "awaitwise.AW313.lambdas", values: "true|false", defaultValue: "false",
          summary: "Whether expression-bodied lambdas that are given as arguments are reported too."),
      ],
      peers: ["MA0214"]))
}
