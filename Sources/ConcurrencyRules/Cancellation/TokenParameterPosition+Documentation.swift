extension TokenParameterPosition {
  package static let descriptor = RuleDescriptor(
    id: "AW403",
    name: "token-parameter-position",
    category: .cancellation,
    title: "CancellationToken parameter is not last",
    defaultSeverity: .suggestion,
    fixClass: .unsafe,
    documentation: RuleDocumentation(
      what: """
        A `CancellationToken` parameter of a method, constructor, record or delegate that plain parameters follow. \
        `params`, caller information, optional parameters behind a required token, further tokens, `ref`, `out` and \
        `in` parameters and one `IProgress<T>` may stand behind it. Overrides and implementations are left alone: their \
        declaration is reported.
        """,
      why: """
        Everybody expects the token at the end, the framework's own API has it there. Elsewhere it is overlooked when \
        calls are read, and overloads with and without a token do not line up, so that the one without is called by \
        mistake and nothing can be cancelled.
        """,
      example: "public Task LoadAsync(CancellationToken token, string key) => _store.LoadAsync(key, token);",
      better: "public Task LoadAsync(string key, CancellationToken token) => _store.LoadAsync(key, token);",
      whenToSuppress: "When the member is published and its callers are out of reach.",
      options: [
        RuleOption(
          key: "awaitwise.AW403.api_surface", values: "all|exposed|internal", defaultValue: "all",
          summary: "Which members are looked at: all, those that other assemblies can use, or the others."),
        RuleOption(
          key: "awaitwise.AW403.excluded_symbols", values: "list", defaultValue: "",
          summary: "Members and types that are left alone, by name or documentation-comment id."),
      ],
      peers: ["CA1068"]))
}
