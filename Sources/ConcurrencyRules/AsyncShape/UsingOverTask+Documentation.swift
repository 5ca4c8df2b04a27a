extension UsingOverTask {
  package static let descriptor = RuleDescriptor(
    id: "AW311",
    name: "using-over-task",
    category: .asyncShape,
    title: "using over a task instead of its result",
    defaultSeverity: .error,
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: "A `using` statement or declaration whose resource is a `Task`, because an `await` is missing.",
      why: """
        A task can be disposed, so the compiler says nothing. But nobody waits for what it produces: the body runs \
        without the lock that it was meant to hold, or before the connection is open; the result is never disposed; \
        and if the task still runs at the end of the block, its disposal throws.
        """,
      example: """
        async Task UseAsync(Gate gate)
        {
            using (gate.EnterAsync())
            {
                Work();
            }
        }
        """,
      better: """
        async Task UseAsync(Gate gate)
        {
            using (await gate.EnterAsync())
            {
                Work();
            }
        }
        """,
      whenToSuppress: """
        Hardly ever. Old code that disposes a task after it has waited for it can drop the `using`: tasks need no \
        disposal.
        """,
      peers: ["VSTHRD107", "MA0129", "EPC26"]))
}
