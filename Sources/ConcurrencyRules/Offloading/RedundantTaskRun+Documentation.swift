extension RedundantTaskRun {
  package static let descriptor = RuleDescriptor(
    id: "AW101",
    name: "redundant-task-run",
    category: .offloading,
    title: "Task.Run around a call that already returns a task",
    defaultSeverity: .warning,
    severitiesByKind: [SeverityForKind(.ui, .suggestion), SeverityForKind(.test, .suggestion)],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A `Task.Run` (or `Task.Factory.StartNew(…).Unwrap()`) whose delegate does nothing but call a method that returns \
        a task, or await such a call, and whose own task is awaited, returned or combined with others. Tasks that are \
        dropped, stored or raced are left alone: there the offload detaches the call from its caller on purpose.
        """,
      why: """
        The method returns a task by itself, so a thread is fetched only to start it. \(OffloadingDocumentation.throughput)
        """,
      example: """
        var responseTask = Task.Run(() => client.GetServicesAsync(request));
        ServiceResponse response = await responseTask;
        """,
      better: """
        var responseTask = client.GetServicesAsync(request);
        ServiceResponse response = await responseTask;
        """,
      whenToSuppress: """
        When the method blocks for long before its first `await` and the caller must not be held up, for example in a \
        user interface. Better still, repair the method.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW101.report_in_ui", values: "true|false", defaultValue: "true",
          summary: "`false` silences the rule in user-interface projects.")
      ]))
}
