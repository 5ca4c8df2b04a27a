extension BlockingInInitialization {
  package static let descriptor = RuleDescriptor(
    id: "AW207",
    name: "blocking-in-initialization",
    category: .blocking,
    title: "Blocking wait in a constructor, static initializer or value factory",
    defaultSeverity: .warning,
    severitiesByKind: [SeverityForKind(.test, .suggestion)],
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        `Result`, `Wait()`, `GetAwaiter().GetResult()` and the like in constructors, static constructors, initializers of \
        fields and properties, and in the delegates that `Lazy<T>`, `ConcurrentDictionary.GetOrAdd`, memory caches and \
        service registrations call to make a value.
        """,
      why: """
        Such code runs where others wait: the runtime holds a lock while it initializes a type, `Lazy<T>` while it makes \
        its value, a container while it makes a singleton. If what is awaited needs the same type, value or service, \
        nobody gets on; and a concurrent dictionary may run the factory for several callers at once, each with a \
        blocked thread. \(BlockingDocumentation.starvation)
        """,
      example: """
        class Catalogue
        {
            private readonly ConcurrentDictionary<int, Item> _items = new();

            public Item Get(int id) => _items.GetOrAdd(id, key => LoadAsync(key).Result);
        }
        """,
      better: """
        class Catalogue
        {
            private readonly ConcurrentDictionary<int, Task<Item>> _items = new();

            public Task<Item> GetAsync(int id) => _items.GetOrAdd(id, key => LoadAsync(key));
        }
        """,
      whenToSuppress: "When the value is made while the program starts, before anything else runs.",
      options: [
        RuleOption(
          key: "awaitwise.blocking_members", values: "list", defaultValue: "",
          summary: "Further members that wait for a task (`Namespace.Type.Member`).")
      ],
      peers: ["VSTHRD011", "VSTHRD002", "MA0045", "S4462"]))
}
