extension AsyncVoidDelegate {
  package static let descriptor = RuleDescriptor(
    id: "AW304",
    name: "async-void-delegate",
    category: .asyncShape,
    title: "An async lambda becomes a delegate that returns nothing",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        An `async` lambda or anonymous method that is converted to a delegate type without a result, such as `Action`: as \
        an argument, initializer, assigned or returned value. Handlers that are attached to an event are left alone.
        """,
      why: """
        Nothing in the source says so, but the lambda becomes `async void`. Whoever calls the delegate believes that it is \
        done at its first `await`, and an exception in it can't be caught by anybody: it ends the process. A test that \
        expects an exception passes or fails by chance.
        """,
      example: """
        void Start(Pump pump)
        {
            ThreadPool.QueueUserWorkItem(async _ => await pump.RunAsync());
        }
        """,
      better: """
        void Start(Pump pump)
        {
            _ = Task.Run(async () => await pump.RunAsync());
        }
        """,
      whenToSuppress: """
        When the delegate's type can't be changed, nobody needs to know when the work has ended, and the lambda catches \
        whatever may go wrong in it.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW304.event_handlers", values: "true|false", defaultValue: "false",
          summary: "Reports handlers of events too.")
      ],
      peers: ["VSTHRD101", "AsyncFixer03", "MA0147", "EPC17"]))
}
