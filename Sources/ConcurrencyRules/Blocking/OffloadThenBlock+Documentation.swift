extension OffloadThenBlock {
  package static let descriptor = RuleDescriptor(
    id: "AW203",
    name: "offload-then-block",
    category: .blocking,
    title: "Work queued to the pool and waited for on the spot",
    defaultSeverity: .warning,
    severitiesByKind: [
      SeverityForKind(.library, .suggestion), SeverityForKind(.console, .suggestion), SeverityForKind(.ui, .suggestion),
      SeverityForKind(.test, .off),
    ],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        `Task.Run(…).Result`, `.Wait()` and `.GetAwaiter().GetResult()` in synchronous code, also through a local that is \
        read only by the wait. Waits with a time limit or a token are left alone, as are tasks that run while their \
        caller does something else, and threads of their own (`LongRunning`).
        """,
      why: """
        One thread waits until another has done what it could have done itself: two threads are taken for the work of \
        one. Around asynchronous work the offload is often meant to avoid a deadlock with a synchronization context; it \
        does, but the blocking wait remains. \(BlockingDocumentation.starvation)
        """,
      example: """
        string Load(string path)
        {
            return Task.Run(() => File.ReadAllText(path)).Result;
        }
        """,
      better: """
        string Load(string path)
        {
            return File.ReadAllText(path);
        }
        """,
      whenToSuppress: """
        When the offload leaves a synchronization context on purpose, and the function can't be made asynchronous.
        """,
      peers: ["VSTHRD002", "MA0045", "S4462", "S6422"]))
}
