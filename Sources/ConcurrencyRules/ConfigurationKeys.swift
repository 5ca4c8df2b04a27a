/// The keys of `.editorconfig` and `.globalconfig` that concern more than one rule.
package let configurationKeys: [RuleOption] = [
  RuleOption(
    key: "dotnet_diagnostic.AWnnn.severity", values: "error|warning|suggestion|silent|none|default",
    defaultValue: "default",
    summary: "The severity of one rule, for every kind of project and every variant; `silent` and `none` switch it off."
  ),
  RuleOption(
    key: "dotnet_analyzer_diagnostic.category-NAME.severity", values: "error|warning|suggestion|silent|none|default",
    defaultValue: "default",
    summary: "The same for the rules of a category that have no key of their own and are not off by default."),
  RuleOption(
    key: "dotnet_analyzer_diagnostic.severity", values: "error|warning|suggestion|silent|none|default",
    defaultValue: "default",
    summary: "The same for all categories. Rules that are off by default are switched on by their own key only."),
  RuleOption(
    key: "awaitwise.project_kind", values: "test|ui|function|web|console|library|unknown", defaultValue: "",
    summary: "What the project is, where its project file doesn't tell."),
  RuleOption(
    key: "awaitwise.synchronization_context", values: "present|absent|auto", defaultValue: "auto",
    summary: "Whether continuations go back to a synchronization context, where the project's kind doesn't tell."),
  RuleOption(
    key: "awaitwise.unresolved", values: "report|quiet", defaultValue: "report",
    summary: "Whether code that can't be resolved is judged by naming conventions, or not at all."),
  RuleOption(
    key: "awaitwise.analyze_generated_code", values: "true|false", defaultValue: "false",
    summary: "Whether generated files are checked too."),
  RuleOption(
    key: "awaitwise.max_chain", values: "number", defaultValue: "6",
    summary: "How many calls a path shown with a finding may have. Read by no rule of this version."),
  RuleOption(
    key: "awaitwise.non_awaitable_types", values: "list", defaultValue: "",
    summary: "Types whose asynchronous members are not offered (`Namespace.Type`, separated by commas)."),
  RuleOption(
    key: "awaitwise.blocking_members", values: "list", defaultValue: "",
    summary: "Further members that wait for a task (`Namespace.Type.Member`)."),
  RuleOption(
    key: "awaitwise.blocking_primitives", values: "list", defaultValue: "",
    summary: "Further members that block the thread otherwise."),
  RuleOption(
    key: "awaitwise.escaping_methods", values: "list", defaultValue: "",
    summary: "Methods whose delegate argument runs after they have returned."),
  RuleOption(
    key: "awaitwise.scoped_services", values: "list", defaultValue: "",
    summary: "Types that live as long as a request. Read by no rule of this version."),
  RuleOption(
    key: "awaitwise.token_carriers", values: "list", defaultValue: "",
    summary: "Types that carry a cancellation token in a property."),
  RuleOption(
    key: "awaitwise.async_locks", values: "list", defaultValue: "",
    summary: "Types of locks that may be held at an `await`. Read by no rule of this version."),
  RuleOption(
    key: "awaitwise.counterpart_exclusions", values: "list", defaultValue: "",
    summary: "Synchronous members whose asynchronous counterpart is never suggested."),
  RuleOption(
    key: "awaitwise.make_async_rename", values: "ask|never|always", defaultValue: "ask",
    summary: "Whether a method that a fix makes asynchronous gets the suffix `Async`."),
  RuleOption(
    key: "awaitwise.make_async_value_task", values: "true|false", defaultValue: "false",
    summary: "Whether private methods that a fix makes asynchronous return `ValueTask`."),
  RuleOption(
    key: "awaitwise.max_caller_edits", values: "number", defaultValue: "200",
    summary: "Up to how many calls a fix may rewrite."),
  RuleOption(
    key: "awaitwise.report_compiler_covered", values: "true|false", defaultValue: "true",
    summary: "Whether findings that the compiler warns about as well are reported (AW301, AW302, AW306, AW409)."),
  RuleOption(
    key: "awaitwise.report_unused_suppressions", values: "true|false", defaultValue: "false",
    summary: "Whether suppressions that silence nothing are noted."),
  RuleOption(
    key: "awaitwise.configure_await", values: "auto|false|true|none", defaultValue: "auto",
    summary: "What fixes append to an `await` that they insert; `auto` follows the code around it."),
  RuleOption(
    key: "awaitwise.honor_peer_suppressions", values: "true|false", defaultValue: "true",
    summary: "Whether suppressions of other analyzers' rules on the same ground count."),
  RuleOption(
    key: "awaitwise.honor_peer_options", values: "true|false", defaultValue: "true",
    summary: "Whether the settings of other analyzers that mean the same are read."),
]
