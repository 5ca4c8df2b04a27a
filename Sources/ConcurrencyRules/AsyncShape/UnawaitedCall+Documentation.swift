extension UnawaitedCall {
  package static let descriptor = RuleDescriptor(
    id: "AW302",
    name: "unawaited-call",
    category: .asyncShape,
    title: "A call is not awaited in async code",
    defaultSeverity: .suggestion,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A call that returns something awaitable, made in an `async` function or a top-level program, whose result nobody \
        takes. Behind a conditional access (`x?.F();`), where the compiler says nothing, it is a warning.
        """,
      why: """
        The lines below run before the call has ended, and an exception in it is lost. It mostly is an `await` that was \
        forgotten. The compiler reports the same places as CS4014; this rule offers the repair, and sees those that the \
        compiler doesn't.
        """,
      example: """
        async Task CloseAsync(Session? session, Log log)
        {
            session?.EndAsync();
            await log.FlushAsync();
        }
        """,
      better: """
        async Task CloseAsync(Session? session, Log log)
        {
            if (session != null)
            {
                await session.EndAsync();
            }
            await log.FlushAsync();
        }
        """,
      whenToSuppress: "When the work is meant to run on by itself: write `_ = session.EndAsync();`.",
      options: [
        RuleOption(
          key: "awaitwise.report_compiler_covered", values: "true|false", defaultValue: "true",
          summary: "`false` leaves to the compiler what it reports itself; the fixes are still offered.")
      ],
      peers: ["EPC13", "CA2012", "VSTHRD110", "MA0134", "S5034", "AsyncFixer04", "CS4014"]))
}
