/// A command as the help shows it and the parser reads it.
struct Command {
  let name: String
  /// What follows the name in the usage line, without options.
  let operands: String
  /// One line, no full stop.
  let summary: String
  /// Further paragraphs for the command's own help.
  var details = ""
  let options: [OptionSpecification]

  static let all = [check, explain, rules, lsp, version, help]

  static let helpOption = OptionSpecification(name: "--help", short: "-h", help: "Show this help")

  static let check = Command(
    name: "check", operands: "PATH…", summary: "Find mistakes in files and folders, and repair them",
    details: """
      PATH is a C# file, a folder, or '-' for standard input. Folders are searched for *.cs, without build output,
      generated files and what .gitignore names.

      Exit status: 0 if nothing was found, 1 if something was found at or above the severity of --severity (with --diff
      also if there is something to fix), 2 if the arguments are wrong or something could not be read or written; what
      could be read is checked all the same.
      """,
    options: CheckOptions.specifications)

  static let explain = Command(
    name: "explain", operands: "RULE…", summary: "Show what a rule is about",
    details: "RULE is an id such as AW101, or a name such as redundant-task-run.",
    options: [
      OptionSpecification(
        name: "--color", value: "WHEN", choices: ["auto", "always", "never"], help: "Use colors (default: auto)"),
      helpOption,
    ])

  static let rules = Command(
    name: "rules", operands: "", summary: "List all rules",
    options: [
      OptionSpecification(
        name: "--format", value: "FORMAT", choices: ["text", "json", "markdown"],
        help: "How to write the list (default: text)"),
      helpOption,
    ])

  static let lsp = Command(
    name: "lsp", operands: "", summary: "Serve an editor by the Language Server Protocol",
    details: "Messages are read from standard input and written to standard output; the log goes to standard error. "
      + "Options that editors add on their own account are passed over.",
    options: [
      OptionSpecification(name: "--stdio", help: "Talk over standard input and output (always so)"),
      OptionSpecification(
        name: "--clientProcessId", value: "N", help: "End when the process with this number has ended"),
      OptionSpecification(name: "--log-level", value: "LEVEL", help: "How much to log: error, warning, info or debug"),
      OptionSpecification(
        name: "--debounce", value: "MS", help: "Wait so many milliseconds after an edit before the analysis"),
      OptionSpecification(name: "--record", value: "FILE", help: "Write the session's messages to a file"),
      OptionSpecification(
        name: "--record-without-texts", help: "With --record: leave the documents' texts out of it"),
      helpOption,
    ])

  static let version = Command(
    name: "version", operands: "", summary: "Show the version", options: [helpOption])

  static let help = Command(
    name: "help", operands: "[COMMAND]", summary: "Show this help, or that of a command", options: [helpOption])
}

/// The help of the whole program.
func generalHelp() -> String {
  var lines = [
    "awaitwise finds concurrency mistakes in C# and repairs them.", "", "Usage: awaitwise COMMAND [OPTION…]", "",
    "Commands:",
  ]
  for command in Command.all { lines.append("  " + command.name.padded(to: 10) + command.summary) }
  lines += [
    "", "'awaitwise COMMAND --help' shows a command's options.",
    "Start with 'awaitwise check .' to check the current folder.",
  ]
  return lines.joined(separator: "\n")
}

/// The help of one command.
func help(of command: Command) -> String {
  var lines = [
    command.summary + ".", "",
    "Usage: awaitwise \(command.name)" + (command.operands.isEmpty ? "" : " " + command.operands) + " [OPTION…]",
  ]
  for paragraph in command.details.split(separator: "\n\n") {
    lines += [""] + wrap(paragraph.map { $0 == "\n" ? " " : String($0) }.joined(), width: 100)
  }
  lines += ["", "Options:"]
  let labels = command.options.map { option in
    "  " + (option.short.map { "\($0), " } ?? "") + option.name + (option.value.map { " \($0)" } ?? "")
  }
  let column = min(32, (labels.map(\.count).max() ?? 0) + 2)
  for (label, option) in zip(labels, command.options) {
    var text = option.help
    if option.value != nil && !option.choices.isEmpty { text += ": " + option.choices.joined(separator: ", ") }
    let wrapped = wrap(text, width: 100 - column)
    if label.count + 2 > column {
      lines.append(label)
    } else {
      lines.append(label.padded(to: column) + (wrapped.first ?? ""))
    }
    let rest = label.count + 2 > column ? wrapped[...] : wrapped.dropFirst()
    lines += rest.map { String(repeating: " ", count: column) + $0 }
  }
  return lines.joined(separator: "\n")
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

/// Breaks a text at its blanks; a longer word gets a line of its own.
///
/// - Parameter measure: how many columns a word takes.
func wrap(_ text: String, width: Int, measure: (Substring) -> Int = { displayWidth($0) }) -> [String] {
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for word in text.split(separator: " ") {
    let wordWidth = measure(word)
    if !line.isEmpty && lineWidth + 1 + wordWidth > width {
      lines.append(line)
      line = ""
      lineWidth = 0
    }
    lineWidth += (line.isEmpty ? 0 : 1) + wordWidth
    line += (line.isEmpty ? "" : " ") + word
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}
