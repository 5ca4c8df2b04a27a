extension RedundantAsyncAwait {
  package static let descriptor = RuleDescriptor(
    id: "AW312",
    name: "redundant-async-await",
    category: .asyncShape,
    title: "async and await that only forward a task",
    defaultSeverity: .off,
    tags: [.unnecessary],
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        An async function in which every `await` is the last thing on its path, and awaits a task of the function's \
        own return type: the task could be returned as it is. Functions that dispose, catch, lock, check arguments, \
        throw, or change the execution context are left alone.
        """,
      why: """
        The compiler builds a state machine, and at run time a second task, only to copy what the first one says. On a \
        hot path that costs an allocation per call. Without `async` the function's frame no longer shows in stack \
        traces of exceptions, and later edits (a `using`, a `try`) need it back, which is why the rule is off by \
        default.
        """,
      example: """
        public async Task<int> LoadAsync(string key) => await _store.LoadAsync(key).ConfigureAwait(false);
        """,
      better: """
        public Task<int> LoadAsync(string key) => _store.LoadAsync(key);
        """,
      whenToSuppress: "When the frame in stack traces is worth more than the allocation.",
      options: [
        RuleOption(
          key: "awaitwise.AW312.shapes", values: "all|expression_bodies", defaultValue: "all",
          summary: "`expression_bodies` leaves functions with a block alone.")
      ],
      peers: ["AsyncFixer01", "RCS1174", "MA0215"]))
}
