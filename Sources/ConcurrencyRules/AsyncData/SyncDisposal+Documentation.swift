extension SyncDisposal {
  package static let descriptor = RuleDescriptor(
    id: "AW807",
    name: "sync-disposal",
    category: .asyncData,
    title: "Synchronous disposal of an asynchronously disposable object",
    defaultSeverity: .suggestion,
    severitiesByKind: [
      SeverityForKind(.web, .warning), SeverityForKind(.function, .warning), SeverityForKind(.test, .off),
    ],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        In code that can await: `using` without `await`, or a call of `Dispose` or `Close`, on an object that has \
        `DisposeAsync`; and `using` over `CreateScope` where `CreateAsyncScope` exists. Types whose asynchronous \
        disposal does nothing of its own (memory streams, plain database objects …) are left alone.
        """,
      why: """
        Disposing of a stream or writer writes out what is still buffered, and disposing of a connection or \
        transaction may talk to the server. Done synchronously, the thread waits for that; on a server it can't serve \
        another request meanwhile, and ASP.NET Core forbids synchronous writes to the response altogether. Services \
        that can only be disposed of asynchronously make a synchronous scope throw.
        """,
      example: """
        async Task WriteAsync(string path, string text)
        {
            using var file = File.CreateText(path);
            await file.WriteAsync(text);
        }
        """,
      better: """
        async Task WriteAsync(string path, string text)
        {
            await using var file = File.CreateText(path);
            await file.WriteAsync(text);
        }
        """,
      whenToSuppress: """
        When the object has nothing to write or to wait for at its end, and the type can't be exempted as a whole.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW807.excluded_types", values: "list of Namespace.Type", defaultValue: "",
          summary: "Types, with all that derive from them, whose disposal is not reported."),
        RuleOption(
          key: "awaitwise.AW807.readers", values: "true|false", defaultValue: "true",
          summary: "Whether streams that are only read are reported (as a suggestion)."),
      ],
      peers: ["RCS1261", "MA0042", "MA0045", "S6966", "CA1849"]))
}
