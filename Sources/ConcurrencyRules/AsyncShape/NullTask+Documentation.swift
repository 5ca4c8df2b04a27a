extension NullTask {
  package static let descriptor = RuleDescriptor(
    id: "AW307",
    name: "null-task",
    category: .asyncShape,
    title: "null returned instead of a task",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A function that is not async and returns a `Task` or `Task<T>`, where the returned value, or one arm of it, is \
        `null`, `default`, or a call behind `?.`. Functions that are declared to return `Task?` are left alone.
        """,
      why: """
        Whoever awaits the result gets a `NullReferenceException` at the `await`, far from the code that forgot the \
        task. In an async function `return null` is a result; without `async` it is the absence of a task.
        """,
      example: """
        Task<string> FindAsync(string key)
        {
            if (key.Length == 0) return null;
            return LoadAsync(key);
        }
        Task FlushAsync() => _writer?.FlushAsync();
        """,
      better: """
        Task<string> FindAsync(string key)
        {
            if (key.Length == 0) return Task.FromResult<string>(null);
            return LoadAsync(key);
        }
        Task FlushAsync() => _writer?.FlushAsync() ?? Task.CompletedTask;
        """,
      whenToSuppress: """
        When `null` is part of the contract and every caller tests for it; better say so in the return type (`Task?`).
        """,
      peers: ["VSTHRD114", "MA0022", "EPC31", "RCS1210", "S4586"]))
}
