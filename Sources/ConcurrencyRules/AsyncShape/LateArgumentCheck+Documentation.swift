extension LateArgumentCheck {
  package static let descriptor = RuleDescriptor(
    id: "AW318",
    name: "late-argument-check",
    category: .asyncShape,
    title: "Argument check that runs late",
    defaultSeverity: .suggestion,
    fixClass: .safe,
    documentation: RuleDocumentation(
      what: """
        An iterator that begins with argument checks: `if (…) throw new ArgumentException(…)`, \
        `ArgumentNullException.ThrowIfNull(…)`, `p = p ?? throw …`. With an option also public async methods.
        """,
      why: """
        The body of an iterator does not run when it is called but when its first element is asked for. A wrong \
        argument then goes unnoticed at the call, and the exception comes up somewhere else, or never, if nobody \
        enumerates. In async methods the exception waits in the task until somebody awaits it.
        """,
      example: """
        public static IEnumerable<string> Split(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            foreach (var part in text.Split(',')) yield return part.Trim();
        }
        """,
      better: """
        public static IEnumerable<string> Split(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            return Core();

            IEnumerable<string> Core()
            {
                foreach (var part in text.Split(',')) yield return part.Trim();
            }
        }
        """,
      whenToSuppress: "When every caller enumerates at once.",
      options: [
        RuleOption(
          key: "awaitwise.AW318.async_methods", values: "true|false", defaultValue: "false",
          summary: "Whether exposed async methods are reported too."),
        RuleOption(
          key: "awaitwise.AW318.guards", values: "list", defaultValue: "",
          summary: "Methods that check arguments (`Namespace.Type.Member`, or `Namespace.Type` for all of a type)."),
      ],
      peers: ["MA0050", "RCS1227", "S4456", "S4457", "EPC37"]))
}
