import Glibc

/// The chores by name, one line each.
let commands: [(name: String, run: ([String]) -> Int32)] = [
  ("tree", TreeCommand.run),
  ("tokens", TokensCommand.run),
  ("errors", ErrorsCommand.run),
  ("stats", StatsCommand.run),
  ("compare-syntax", CompareSyntaxCommand.run),
  ("project", ProjectCommand.run),
  ("compare-projects", CompareProjectsCommand.run),
  ("docs", DocsCommand.run),
]

/// Runs the subcommand that the first argument names.
func run() -> Int32 {
  let arguments = Array(CommandLine.arguments.dropFirst())
  guard let command = commands.first(where: { $0.name == arguments.first }) else {
    complain("usage: awaitwise-dev \(commands.map(\.name).joined(separator: "|")) PATH…")
    return 2
  }
  return command.run(Array(arguments.dropFirst()))
}

exit(run())
