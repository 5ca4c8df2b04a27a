extension LockOnSharedObject {
  package static let descriptor = RuleDescriptor(
    id: "AW601",
    name: "lock-on-shared-object",
    category: .locks,
    title: "Lock on an object that others can lock too",
    defaultSeverity: .warning,
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        A `lock` or `Monitor.Enter` on something that code elsewhere can get hold of: `this` of a visible type, a type \
        object, a string, a field or property that is handed out, or an object that the runtime itself may share \
        (streams, timers, threads, arrays of primitive values).
        """,
      why: """
        A lock protects only as long as everybody who takes it plays by the same rules. Whoever locks the same object \
        for a purpose of its own, perhaps in another library, makes this code wait, or deadlock when two such locks \
        are taken in different orders. Equal string literals are one object in the whole process, and so is the type \
        object of a type.
        """,
      example: """
        public class Counter
        {
            private int _count;

            public void Add()
            {
                lock (this)
                {
                    _count++;
                }
            }
        }
        """,
      better: """
        public class Counter
        {
            private readonly object _gate = new();
            private int _count;

            public void Add()
            {
                lock (_gate)
                {
                    _count++;
                }
            }
        }
        """,
      whenToSuppress: """
        When locking the object is part of the type's documented contract, so that callers are meant to lock it too.
        """,
      peers: ["S2551", "S3998", "CA2002", "MA0064", "RCS1059"]))
}
