/// The chores by name, one line each.
enum Chores {
  static let commands: [(name: String, run: @Sendable ([String]) -> Int32)] = [
    ("tree", TreeCommand.run),
    ("tokens", TokensCommand.run),
    ("errors", ErrorsCommand.run),
    ("stats", StatsCommand.run),
    ("worst-cases", WorstCasesCommand.run),
    ("compare-syntax", CompareSyntaxCommand.run),
    ("project", ProjectCommand.run),
    ("compare-projects", CompareProjectsCommand.run),
    ("files", FilesCommand.run),
    ("docs", DocsCommand.run),
    ("latency", LatencyCommand.run),
    ("metadata", MetadataCommand.run),
    ("compare-metadata", CompareMetadataCommand.run),
    ("catalogue", CatalogueCommand.run),
    ("bind", BindCommand.run),
    ("compare-binding", CompareBindingCommand.run),
    ("flow", FlowCommand.run),
    ("calls", CallsCommand.run),
    ("binding-cases", BindingCasesCommand.run),
    ("bindbench", BindBenchCommand.run),
    ("verify-fixes", VerifyFixesCommand.run),
  ]
}
