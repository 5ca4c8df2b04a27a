import Glibc

/// Runs the subcommand that the first argument names.
func run() -> Int32 {
  let arguments = Array(CommandLine.arguments.dropFirst())
  switch arguments.first {
  case "tree": return TreeCommand.run(Array(arguments.dropFirst()))
  case "tokens": return TokensCommand.run(Array(arguments.dropFirst()))
  case "errors": return ErrorsCommand.run(Array(arguments.dropFirst()))
  case "stats": return StatsCommand.run(Array(arguments.dropFirst()))
  default:
    complain("usage: awaitwise-dev tree|tokens|errors|stats PATH…")
    return 2
  }
}

exit(run())
