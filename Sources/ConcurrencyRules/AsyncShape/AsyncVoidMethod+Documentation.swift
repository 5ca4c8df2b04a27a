extension AsyncVoidMethod {
  package static let descriptor = RuleDescriptor(
    id: "AW303",
    name: "async-void-method",
    category: .asyncShape,
    title: "An async method returns void",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        An `async` method or local function that returns `void` and is no event handler: neither by its parameters, nor \
        because it is attached to an event, in code or in the XAML of its type. Overrides, implementations of interfaces \
        and of partial methods that a generator declares, and Unity's messages are left alone; their type is somebody \
        else's decision.
        """,
      why: """
        The caller gets control back at the first `await` and has nothing to wait for. An exception is thrown on the \
        synchronization context or the thread pool, where no caller can catch it: it ends the process. A test runner \
        takes such a test as passed; a web server ends the request while the action still uses it.
        """,
      example: """
        public async void Import(Uri source)
        {
            var text = await _client.GetStringAsync(source);
            await _store.SaveAsync(text);
        }
        """,
      better: """
        public async Task Import(Uri source)
        {
            var text = await _client.GetStringAsync(source);
            await _store.SaveAsync(text);
        }
        """,
      whenToSuppress: """
        When something that you can't change calls the method and expects `void`, and the method catches whatever may go \
        wrong in it.
        """,
      options: [
        RuleOption(
          key: "awaitwise.AW303.event_handlers", values: "true|false", defaultValue: "false",
          summary: "Reports event handlers too.")
      ],
      peers: ["VSTHRD100", "AsyncFixer03", "MA0155", "EPC27", "S3168", "S3433"]))
}
