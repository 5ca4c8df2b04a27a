extension ForwardToken {
  package static let descriptor = RuleDescriptor(
    id: "AW401",
    name: "forward-token",
    category: .cancellation,
    title: "CancellationToken available but not passed on",
    defaultSeverity: .suggestion,
    severitiesByKind: [SeverityForKind(.web, .warning)],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A call, object creation or `await foreach` that could take a `CancellationToken` but gets none, or a written \
        `default`, while a token can be read there: a parameter, a local, a field or property of the type, the token of \
        a source, or that of a context object such as `HttpContext.RequestAborted`. Clean-up code is left alone: \
        `finally`, a `catch` of the cancellation, `Dispose`, and what runs only after the token was cancelled.
        """,
      why: """
        When the caller gives up, everything that was not told goes on: the request to the database, the download, the \
        wait. The connection, the memory and the thread that serve it stay taken for an answer that nobody reads, and \
        shutting down takes as long as the slowest of them.
        """,
      example: """
        async Task<string> LoadAsync(HttpClient http, CancellationToken token)
        {
            await Task.Delay(1000);
            return await http.GetStringAsync("https://example.org/prices");
        }
        """,
      better: """
        async Task<string> LoadAsync(HttpClient http, CancellationToken token)
        {
            await Task.Delay(1000, token);
            return await http.GetStringAsync("https://example.org/prices", token);
        }
        """,
      whenToSuppress: """
        When the call has to be finished once it was begun, such as the second of two writes that belong together. \
        Writing `CancellationToken.None` says so in the code.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW401.grades", values: "strong, medium, weak", defaultValue: "strong, medium",
          summary:
            "Which tokens count: parameters and locals (`strong`), members and well-known context objects (`medium`), any token one dot away from a variable (`weak`)."
        ),
        RuleOption(
          key: "awaitwise.AW401.report_none", values: "true|false", defaultValue: "false",
          summary: "Whether `CancellationToken.None` as an argument is reported like `default`."),
        RuleOption(
          key: "awaitwise.AW401.allow_optional", values: "true|false", defaultValue: "false",
          summary: "Whether an overload may have further optional parameters besides the token."),
        RuleOption(
          key: "awaitwise.AW401.tests", values: "true|false", defaultValue: "false",
          summary: "Whether test code counts all tokens, not only parameters and the test framework's own."),
      ],
      peers: ["MA0040", "MA0079", "CA2016", "S8949"]))
}
