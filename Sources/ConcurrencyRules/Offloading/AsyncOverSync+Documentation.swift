extension AsyncOverSync {
  package static let descriptor = RuleDescriptor(
    id: "AW102",
    name: "async-over-sync",
    category: .offloading,
    title: "Synchronous call sent to the pool only to be awaited at once",
    defaultSeverity: .warning,
    severitiesByKind: [
      SeverityForKind(.console, .suggestion), SeverityForKind(.test, .suggestion), SeverityForKind(.ui, .off),
    ],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A `Task.Run` around one synchronous call whose task is awaited at once, directly or through a local that is \
        read nowhere else. Where the call has an asynchronous counterpart, the message names it.
        """,
      why: """
        The call blocks a pool thread all the same; it is merely another one. \(OffloadingDocumentation.throughput)
        """,
      example: """
        MyService client = new MyService();
        var responseTask = Task.Run(() => client.GetData(request));
        var response = await responseTask;
        """,
      better: """
        MyService client = new MyService();
        var response = client.GetData(request);
        """,
      whenToSuppress: """
        When the call is long work for the processor and the thread that awaits it must stay free, as in a user \
        interface (where the rule is off). Methods marked with an attribute named `CpuBoundAttribute` are left alone.
        """))
}
