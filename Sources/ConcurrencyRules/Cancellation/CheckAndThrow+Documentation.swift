extension CheckAndThrow {
  package static let descriptor = RuleDescriptor(
    id: "AW404",
    name: "throw-if-cancellation-requested",
    category: .cancellation,
    title: "Check-and-throw instead of ThrowIfCancellationRequested",
    defaultSeverity: .suggestion,
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        An `if` on `token.IsCancellationRequested` whose branch does nothing but throw a new \
        `OperationCanceledException`, without arguments or with the same token.
        """,
      why: """
        `ThrowIfCancellationRequested` does both in one call and puts the token into the exception. An exception \
        without its token looks to the caller like somebody else's cancellation: a task then fails instead of being \
        cancelled, and `catch` clauses that compare tokens don't match.
        """,
      example: """
        if (token.IsCancellationRequested)
        {
            throw new OperationCanceledException();
        }
        Step();
        """,
      better: """
        token.ThrowIfCancellationRequested();
        Step();
        """,
      whenToSuppress: "When the exception must not carry the token.",
      peers: ["CA2250"]))
}
