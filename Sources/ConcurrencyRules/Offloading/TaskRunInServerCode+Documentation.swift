extension TaskRunInServerCode {
  package static let descriptor = RuleDescriptor(
    id: "AW103",
    name: "task-run-in-server-code",
    category: .offloading,
    title: "Any use of Task.Run in server or library code",
    defaultSeverity: .off,
    fixClass: .none,
    documentation: RuleDocumentation(
      what: """
        Every `Task.Run`, `TaskFactory.StartNew` and `ThreadPool.QueueUserWorkItem` in server and library code that no \
        other offloading rule reports. The rule is off until a severity is configured for it.
        """,
      why: OffloadingDocumentation.throughput,
      example: """
        async Task<Report> BuildAsync(Input input)
        {
            Task<Chart> chart = Task.Run(() => Draw(input));
            Table table = Tabulate(input);
            return new Report(await chart, table);
        }
        """,
      better: """
        Report Build(Input input) => new Report(Draw(input), Tabulate(input));
        """,
      whenToSuppress: """
        When parts that keep the processor busy are meant to run side by side: list their members in `allowed_members`.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW103.kinds", values: "list of project kinds", defaultValue: "web, function, library",
          summary: "The kinds of project in which the rule speaks."),
        RuleOption(
          key: "awaitwise.AW103.allow_hosted_services", values: "true|false", defaultValue: "true",
          summary: "Leaves types alone that derive from `BackgroundService` or implement `IHostedService`."),
        RuleOption(
          key: "awaitwise.AW103.allowed_members", values: "list of Namespace.Type.Member", defaultValue: "",
          summary: "Members in which offloading is accepted."),
      ]))
}
