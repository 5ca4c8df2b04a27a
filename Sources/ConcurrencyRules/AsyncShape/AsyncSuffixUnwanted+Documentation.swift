extension AsyncSuffixUnwanted {
  package static let descriptor = RuleDescriptor(
    id: "AW317",
    name: "async-suffix-unwanted",
    category: .asyncShape,
    title: "Async suffix on a method that is not asynchronous",
    defaultSeverity: .suggestion,
    fixClass: .unsafe,
    documentation: RuleDocumentation(
      what: """
        A method or local function whose name ends in `Async` and whose result can neither be awaited nor enumerated \
        asynchronously. Overrides and implementations, the old pattern with an `XCompleted` event, methods that take \
        a callback, and tests, which are called after what they test, are left alone.
        """,
      why: """
        The suffix promises that the method gives back its thread while it works, and makes callers look for something \
        to await. Here the caller's thread does the work, or nobody can tell when it is done.
        """,
      example: """
        public int CountAsync(string text) => text.Length;
        """,
      better: """
        public int Count(string text) => text.Length;
        """,
      whenToSuppress: "When the name is part of a public contract that can't change any more.",
      peers: ["VSTHRD200", "MA0138", "MA0157", "RCS1047", "S4261"]))
}
