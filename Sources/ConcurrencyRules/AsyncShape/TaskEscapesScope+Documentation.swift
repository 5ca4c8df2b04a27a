extension TaskEscapesScope {
  package static let descriptor = RuleDescriptor(
    id: "AW309",
    name: "task-escapes-scope",
    category: .asyncShape,
    title: "Task returned out of a using or try",
    defaultSeverity: .warning,
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        A function that is not async and returns a running task from inside a `using`, after a `using` declaration, or \
        inside a `try` whose `catch` or `finally` does something.
        """,
      why: """
        The `return` leaves the block at once, while the task goes on. The resource is disposed under the work that \
        uses it; the `finally` runs before that work has ended; and an exception in it never reaches the `catch`, \
        because by then nobody is in the `try` any more.
        """,
      example: """
        Task<string> ReadAsync(string path)
        {
            using var reader = File.OpenText(path);
            return reader.ReadToEndAsync();
        }
        """,
      better: """
        async Task<string> ReadAsync(string path)
        {
            using var reader = File.OpenText(path);
            return await reader.ReadToEndAsync();
        }
        """,
      whenToSuppress: """
        When the block is only about the call itself, not about what it starts: then say so in a comment. After the \
        fix, exceptions that used to be thrown by the call are stored in the task.
        """,
      peers: ["MA0100", "RCS1229", "AsyncFixer04", "CA2025"]))
}
