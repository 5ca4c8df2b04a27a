extension AsyncWithoutAwait {
  package static let descriptor = RuleDescriptor(
    id: "AW306",
    name: "async-without-await",
    category: .asyncShape,
    title: "Async function that never awaits",
    defaultSeverity: .suggestion,
    tags: [.unnecessary],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A method, local function or lambda with `async` that awaits nothing, or only `Task.CompletedTask`, \
        `Task.FromResult(…)` and the like. Stubs that only throw, async iterators, empty overrides and empty lambdas \
        in tests are left alone.
        """,
      why: """
        Such a function runs to its end before it returns, whatever its signature promises: a caller that wants it to \
        run beside other work waits for it without knowing. The compiler builds a state machine all the same, and the \
        `async` makes readers look for an `await` that is not there. An `await Task.CompletedTask` only hides the \
        compiler's warning.
        """,
      example: """
        public async Task<int> CountAsync(string text)
        {
            return text.Length;
        }
        """,
      better: """
        public Task<int> CountAsync(string text)
        {
            return Task.FromResult(text.Length);
        }
        """,
      whenToSuppress: """
        When exceptions must be stored in the task rather than thrown at the call, or when the first `await` is about \
        to be written. Removing `async` moves exceptions from the task to the call: callers that store the task before \
        they await it see the difference.
        """,
      options: [
        RuleOption(
          key: "awaitwise.report_compiler_covered", values: "true|false", defaultValue: "true",
          summary: "`false` reports only awaits of completed tasks: compilers warn of functions without any `await`.")
      ],
      peers: ["CS1998 (compiler)"]))
}
