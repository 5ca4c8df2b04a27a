extension AsyncSuffixMissing {
  package static let descriptor = RuleDescriptor(
    id: "AW316",
    name: "async-suffix-missing",
    category: .asyncShape,
    title: "Asynchronous method without the Async suffix",
    defaultSeverity: .off,
    fixClass: .unsafe,
    documentation: RuleDocumentation(
      what: """
        A method or local function that returns a task, a value task or an asynchronous stream, and whose name does \
        not end in `Async`. What frameworks find by name, tests, overrides and implementations are left alone.
        """,
      why: """
        The suffix tells a reader at the call that there is something to await, and tells the method from its \
        synchronous twin. Whether a team writes it is its own choice, which is why the rule is off by default.
        """,
      example: """
        public Task<int> Load(string key) => _store.LoadAsync(key);
        """,
      better: """
        public Task<int> LoadAsync(string key) => _store.LoadAsync(key);
        """,
      whenToSuppress: "When the name is part of a public contract that can't change any more.",
      options: [
        RuleOption(
          key: "awaitwise.AW316.streams", values: "require|ignore|forbid", defaultValue: "require",
          summary: "Whether methods that return `IAsyncEnumerable` need the suffix; `forbid` makes AW317 report it."),
        RuleOption(
          key: "awaitwise.AW316.awaitables", values: "true|false", defaultValue: "false",
          summary: "Whether results that can be awaited but are no tasks count too."),
        RuleOption(
          key: "awaitwise.AW316.local_functions", values: "true|false", defaultValue: "true",
          summary: "Whether local functions are reported."),
        RuleOption(
          key: "awaitwise.AW316.tests", values: "true|false", defaultValue: "false",
          summary: "Whether test methods are reported."),
        RuleOption(
          key: "awaitwise.AW316.visibility", values: "all|exposed", defaultValue: "all",
          summary: "`exposed` reports only what other assemblies can call."),
        RuleOption(
          key: "awaitwise.AW316.excluded_types", values: "list", defaultValue: "",
          summary: "Types whose methods keep their names (`Namespace.Type`)."),
      ],
      peers: ["VSTHRD200", "MA0137", "MA0156", "RCS1046", "S4261"]))
}
