extension SingleTaskCombinator {
  package static let descriptor = RuleDescriptor(
    id: "AW901",
    name: "single-task-combinator",
    category: .composition,
    title: "WhenAll, WhenAny or WaitAll over a single task",
    defaultSeverity: .suggestion,
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        `Task.WhenAll`, `Task.WhenAny`, `Task.WaitAll` or `Task.WaitAny` with one written task, as an argument or as \
        the only element of an array. Variables that hold arrays or sequences are not looked into.
        """,
      why: """
        A combinator makes an array, a further task and a continuation, only to say what the task itself says. With \
        `WhenAll` the result becomes an array of one; with `WhenAny` the failure of the task is not even thrown.
        """,
      example: "await Task.WhenAll(loading);",
      better: "await loading;",
      whenToSuppress: "When further tasks are about to join the list.",
      peers: ["CA1842", "CA1843"]))
}
