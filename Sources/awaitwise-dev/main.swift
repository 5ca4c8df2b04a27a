import Glibc

/// Runs the subcommand that the first argument names.
func run() -> Int32 {
  let arguments = Array(CommandLine.arguments.dropFirst())
  guard let command = Chores.commands.first(where: { $0.name == arguments.first }) else {
    complain("usage: awaitwise-dev \(Chores.commands.map(\.name).joined(separator: "|")) PATH…")
    return 2
  }
  return command.run(Array(arguments.dropFirst()))
}

exit(run())
