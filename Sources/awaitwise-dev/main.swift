import Glibc

/// Runs the subcommand that the first argument names.
func run() -> Int32 {
  let arguments = Array(CommandLine.arguments.dropFirst())
  let rest = Array(arguments.dropFirst())
  switch arguments.first {
  case "tree": return TreeCommand.run(rest)
  case "tokens": return TokensCommand.run(rest)
  case "errors": return ErrorsCommand.run(rest)
  case "stats": return StatsCommand.run(rest)
  case "metadata": return MetadataCommand.run(rest)
  case "catalogue": return CatalogueCommand.run(rest)
  case "compare-metadata": return CompareMetadataCommand.run(rest)
  default:
    complain("usage: awaitwise-dev tree|tokens|errors|stats|metadata|compare-metadata|catalogue PATH…")
    return 2
  }
}

exit(run())
