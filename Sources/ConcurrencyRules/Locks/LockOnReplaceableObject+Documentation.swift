extension LockOnReplaceableObject {
  package static let descriptor = RuleDescriptor(
    id: "AW602",
    name: "lock-on-replaceable-object",
    category: .locks,
    title: "Lock on an object that may be another one next time",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A `lock` or a call of `Monitor` whose object is not the same for everybody: a field that can be assigned again, \
        an object that is made right there or in a local of the same call, or a value that is boxed for each call. A \
        field that only constructors assign is a suggestion.
        """,
      why: """
        Two threads exclude each other only if they lock the same object. Once the field holds another one, a thread \
        that comes later enters while the first is still inside; an object of one's own never makes anybody wait. The \
        code looks synchronized and is not.
        """,
      example: """
        private List<int> _items = new();

        void Reset()
        {
            lock (_items)
            {
                _items = new List<int>();
            }
        }
        """,
      better: """
        private readonly object _gate = new();
        private List<int> _items = new();

        void Reset()
        {
            lock (_gate)
            {
                _items = new List<int>();
            }
        }
        """,
      whenToSuppress: """
        When the field is assigned only before other threads can see the object, and can't be `readonly` for that reason.
        """,
      peers: ["S2445", "S6507", "MA0064", "RCS1059"]))
}
