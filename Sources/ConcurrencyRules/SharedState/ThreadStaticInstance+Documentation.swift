extension ThreadStaticInstance {
  package static let descriptor = RuleDescriptor(
    id: "AW702",
    name: "thread-static-instance",
    category: .sharedState,
    title: "ThreadStatic on an instance field",
    defaultSeverity: .error,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        `[ThreadStatic]`, or an attribute derived from it, on a field that is not static, or on the field behind an \
        automatic property or a record's parameter.
        """,
      why: """
        The runtime looks at the attribute for static fields only. On an instance field it means nothing: all threads \
        that share the object share the value, and what was meant to be private to each of them is a race.
        """,
      example: """
        class Session
        {
            [ThreadStatic] private int _depth;
        }
        """,
      better: """
        class Session
        {
            private readonly ThreadLocal<int> _depth = new();
        }
        """,
      whenToSuppress: "Never: the attribute does nothing there.",
      peers: ["CA2259", "MA0033", "S3005"]))
}
