extension ThreadStaticInitializer {
  package static let descriptor = RuleDescriptor(
    id: "AW701",
    name: "thread-static-initializer",
    category: .sharedState,
    title: "ThreadStatic field with an initializer",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        A static field with `[ThreadStatic]`, or an attribute derived from it, that has an initializer, or that the \
        static constructor assigns. Values that are the type's default are left alone unless the option asks for them.
        """,
      why: """
        Initializers of static fields run once per process, on the thread that happens to come first. Every other \
        thread finds `null` or zero there: the program works until the second thread arrives.
        """,
      example: """
        [ThreadStatic] private static StringBuilder t_builder = new StringBuilder();

        static string Join(string a, string b) => t_builder.Clear().Append(a).Append(b).ToString();
        """,
      better: """
        [ThreadStatic] private static StringBuilder? t_builder;

        static string Join(string a, string b) =>
            (t_builder ??= new StringBuilder()).Clear().Append(a).Append(b).ToString();
        """,
      whenToSuppress: "When only the first thread is meant to have a value of its own.",
      options: [
        RuleOption(
          key: "awaitwise.AW701.default_values", values: "true|false", defaultValue: "false",
          summary: "Whether initializers that say what holds anyway (`null`, `0`, `false`) are reported too.")
      ],
      peers: ["CA2019", "S2996"]))
}
