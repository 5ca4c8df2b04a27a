import ConcurrencyRules

/// The program behind its `main`: reads the arguments (without the program's name), does what they say, and returns the
/// exit status.
package func runCommandLine(_ arguments: [String], environment: CommandLineEnvironment) -> Int32 {
  guard let name = arguments.first else {
    environment.standardError.print(generalHelp())
    return ExitStatus.failure
  }
  switch name {
  case "--help", "-h": return show(generalHelp(), environment)
  case "--version", "-V": return show("awaitwise \(environment.version)", environment)
  case "help": return showHelp(arguments.dropFirst(), environment)
  default: break
  }
  guard let command = Command.all.first(where: { $0.name == name }) else { return refuse(name, environment) }
  let rest = arguments.dropFirst()
  // Help wins over mistakes beside it.
  if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
    return show(help(of: command), environment)
  }
  // An editor that can't start its server is worse than an option that does nothing, so the server reads its own.
  if command.name == Command.lsp.name { return environment.runLanguageServer(Array(rest)) }
  do {
    return try run(command, ParsedArguments(rest, options: command.options), environment)
  } catch {
    environment.standardError.print("error: \(displayable(error.message))")
    environment.standardError.print("'awaitwise \(command.name) --help' shows the options.")
    return ExitStatus.failure
  }
}

private func run(
  _ command: Command, _ parsed: ParsedArguments, _ environment: CommandLineEnvironment
) throws(UsageError) -> Int32 {
  switch command.name {
  case Command.check.name:
    return runCheck(try CheckOptions(parsed, environment: environment), environment: environment)
  case Command.explain.name:
    return try runExplain(parsed, environment: environment)
  case Command.rules.name:
    return try runRules(parsed, environment: environment)
  default:
    try refuseOperands(parsed, of: command)
    return show("awaitwise \(environment.version)", environment)
  }
}

/// What the process's exit status says.
enum ExitStatus {
  static let clean: Int32 = 0
  static let findings: Int32 = 1
  /// Wrong arguments, or something could not be read or written.
  static let failure: Int32 = 2
}

/// Prints what was asked for.
func show(_ text: String, _ environment: CommandLineEnvironment) -> Int32 {
  environment.standardOutput.print(text) ? ExitStatus.clean : ExitStatus.failure
}

func refuseOperands(_ parsed: ParsedArguments, of command: Command) throws(UsageError) {
  if let operand = parsed.operands.first {
    throw UsageError("'awaitwise \(command.name)' takes no '\(operand)'")
  }
}

private func showHelp(_ arguments: ArraySlice<String>, _ environment: CommandLineEnvironment) -> Int32 {
  guard let name = arguments.first, !name.hasPrefix("-") else { return show(generalHelp(), environment) }
  guard let command = Command.all.first(where: { $0.name == name }) else { return refuse(name, environment) }
  return show(help(of: command), environment)
}

/// Says that there is no such command.
private func refuse(_ name: String, _ environment: CommandLineEnvironment) -> Int32 {
  var message = "unknown \(name.hasPrefix("-") ? "option" : "command") '\(name)'"
  let path = environment.pathStyle.absolute(name, in: environment.currentDirectory)
  if let guess = nearest(to: name, among: Command.all.map(\.name)) {
    message += " (did you mean '\(guess)'?)"
  } else if environment.files.exists(path) {
    message += "; to check a file or folder run 'awaitwise check \(name)'"
  }
  environment.standardError.print("error: \(displayable(message))")
  environment.standardError.print("'awaitwise --help' shows the commands.")
  return ExitStatus.failure
}
