extension MissingConfigureAwait {
  package static let descriptor = RuleDescriptor(
    id: "AW501",
    name: "missing-configure-await",
    category: .context,
    title: "await without ConfigureAwait in a library",
    defaultSeverity: .off,
    severitiesByKind: [SeverityForKind(.library, .suggestion)],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        An `await`, `await foreach` or `await using` of a library on a value that could be configured with \
        `ConfigureAwait` and is not. Tests, programs and user-interface types are left alone, and so is a library that \
        becomes no package and that only programs without a synchronization context use: servers, functions, console \
        programs of the same solution.
        """,
      why: """
        A library does not know who calls it. Called from a user interface or classic ASP.NET, each `await` without \
        `ConfigureAwait(false)` goes back to the one thread of its caller: that costs a hop each time, and when the \
        caller blocks on the returned task, both wait for each other for ever.
        """,
      example: """
        public async Task<int> CountAsync(Stream stream, byte[] buffer)
        {
            return await stream.ReadAsync(buffer);
        }
        """,
      better: """
        public async Task<int> CountAsync(Stream stream, byte[] buffer)
        {
            return await stream.ReadAsync(buffer).ConfigureAwait(false);
        }
        """,
      whenToSuppress: """
        When the library is only used where there is no synchronization context, by programs that the solution does \
        not hold: set \
        `awaitwise.AW501.scope = never`. When the code behind the `await` needs the context, write \
        `ConfigureAwait(true)`.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW501.scope", values: "auto|always|never", defaultValue: "auto",
          summary:
            "Whether code states `ConfigureAwait`: `auto` asks other analyzers' settings, attributes of the assembly, and "
            + "which projects use the library."
        ),
        RuleOption(
          key: "awaitwise.AW501.await_using", values: "true|false", defaultValue: "true",
          summary: "Whether `await using` is looked at."),
        RuleOption(
          key: "awaitwise.AW501.await_foreach", values: "true|false", defaultValue: "true",
          summary: "Whether `await foreach` is looked at."),
        RuleOption(
          key: "awaitwise.AW501.mixed", values: "true|false", defaultValue: "true",
          summary: "Whether an `await` of user-interface code is reported behind one with `ConfigureAwait(false)`."),
        RuleOption(
          key: "awaitwise.AW501.exclude_async_void", values: "true|false", defaultValue: "true",
          summary: "Whether `async void` functions are left alone."),
      ],
      peers: ["MA0004", "CA2007", "RCS1090", "EPC15", "VSTHRD111", "S3216"]))
}
