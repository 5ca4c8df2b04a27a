import ConcurrencyRules
import Testing

@testable import CommandLineInterface

@Suite struct ArgumentTests {
  private let program = TestProgram(["/repo/a.cs": "x"])

  private func error(_ arguments: String...) -> String {
    let outcome = program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    return outcome.errors.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func unknownOptionsAreNamedWithAGuess() {
    #expect(error("check", "--formt", "json", ".") == "error: unknown option '--formt' (did you mean '--format'?)")
    #expect(error("check", "--formt=json", ".") == "error: unknown option '--formt' (did you mean '--format'?)")
    #expect(error("check", "--zzzzzzzz", ".") == "error: unknown option '--zzzzzzzz'")
    #expect(error("check", "-x", ".").hasPrefix("error: unknown option '-x'"))
    #expect(
      program.run("check", "--nope", ".").errors.hasSuffix("'awaitwise check --help' shows the options.\n"))
  }

  @Test func valuesAreChecked() {
    #expect(
      error("check", ".", "--format")
        == "error: option '--format' needs a value: one of text, json, sarif, github, junit, codeclimate, html")
    #expect(error("check", ".", "--output=") == "error: option '--output' needs a value: --output FILE")
    #expect(
      error("check", ".", "--format", "jsn") == "error: option '--format' can't be 'jsn' (did you mean 'json'?); "
        + "choose one of text, json, sarif, github, junit, codeclimate, html")
    #expect(error("check", ".", "--fix=yes") == "error: option '--fix' takes no value")
    #expect(error("check", ".", "--format=json", "--format=text") == "error: option '--format' is given twice")
    #expect(
      error("check", ".", "--threads", "0")
        == "error: option '--threads' can't be '0'; give a whole number from 1 to 256")
    #expect(error("check", ".", "--threads=many").hasPrefix("error: option '--threads' can't be 'many'"))
    #expect(error("check", ".", "--threads=99999999999999999999").hasPrefix("error: option '--threads' can't be"))
    for bad in ["0/2", "3/2", "1", "a/b", "1/2/3", "/", "-1/2"] {
      #expect(
        error("check", ".", "--shard=" + bad)
          == "error: option '--shard' can't be '\(bad)'; give a part and a number of parts, such as 1/4")
    }
    #expect(error("check", ".", "--severity", "hint").hasPrefix("error: option '--severity' can't be 'hint'"))
    #expect(error("check", ".", "--color=blue").hasPrefix("error: option '--color' can't be 'blue'"))
  }

  @Test func combinationsAreChecked() {
    #expect(error("check").hasPrefix("error: no path to check; name files or folders"))
    #expect(error("check", "-", "a.cs") == "error: '-' can't be checked together with other paths")
    #expect(error("check", ".", "--unsafe-fixes") == "error: option '--unsafe-fixes' needs '--fix' or '--diff'")
    #expect(error("check", ".", "--stdin-filename=a.cs") == "error: option '--stdin-filename' needs '-' as the path")
    #expect(error("check", ".", "--shard=1/2", "--fix").hasPrefix("error: option '--shard' can't be used with '--fix'"))
    #expect(error("check", ".", "--shard=1/2", "--diff").hasPrefix("error: option '--shard' can't be used"))
    #expect(
      error("check", ".", "--shard=1/2", "--write-baseline=b").hasPrefix("error: option '--shard' can't be used with"))
    #expect(error("check", ".", "--fix", "--write-baseline=b").hasPrefix("error: option '--write-baseline' can't"))
    #expect(error("check", ".", "--baseline=b", "--write-baseline=b").hasSuffix("exclude each other"))
    #expect(error("check", ".", "--quiet", "--verbose").hasSuffix("exclude each other"))
    #expect(error("check", ".", "--diff", "--format=json").hasPrefix("error: option '--diff' writes a diff"))
    #expect(error("check", "-", "--fix", "--format=json").hasSuffix("so '--format json' needs '--output'"))
  }

  @Test func rulesAreChecked() {
    #expect(
      error("check", ".", "--select", "AW109")
        == "error: option '--select': there is no rule 'AW109' (did you mean 'AW101'?); 'awaitwise rules' lists them")
    #expect(
      error("check", ".", "--ignore", "redundant-task-runs").contains("(did you mean 'redundant-task-run'?)"))
    #expect(error("explain").hasPrefix("error: no rule to explain"))
    #expect(error("explain", "AW1O1").contains("there is no rule 'AW1O1' (did you mean 'AW101'?)"))
  }

  @Test func selectionsReachTheHost() {
    func selection(_ arguments: String...) -> RuleSelection? {
      program.run(["check", "."] + arguments)
      return program.hostOptions?.rules
    }
    #expect(selection() == .configured)
    #expect(
      selection("--select", "aw101,async-over-sync")
        == RuleSelection(
          only: ["AW101", "AW102"], requested: ["AW101", "AW102"]))
    #expect(selection("--select=Offloading") == RuleSelection(only: ["AW101", "AW102", "AW103", "AW104"]))
    #expect(
      selection("--select=AW3", "--select=AW103")
        == RuleSelection(
          only: ["AW311", "AW103"], requested: ["AW103"]))
    #expect(selection("--select=ALL", "--ignore=AW1")?.requested.count == 5)
    #expect(selection("--ignore=AW101")?.ignored == ["AW101"])
  }

  @Test func commandsAreNamedWithAGuess() {
    #expect(error("chekc", ".") == "error: unknown command 'chekc' (did you mean 'check'?)")
    #expect(error("a.cs") == "error: unknown command 'a.cs'; to check a file or folder run 'awaitwise check a.cs'")
    #expect(error("--frobnicate") == "error: unknown option '--frobnicate'")
    #expect(error("help", "chekc") == "error: unknown command 'chekc' (did you mean 'check'?)")
    #expect(error("version", "x") == "error: 'awaitwise version' takes no 'x'")
    let nothing = program.run([])
    #expect(nothing.status == 2)
    #expect(nothing.errors.contains("Usage: awaitwise COMMAND"))
  }

  @Test func helpAndVersion() {
    #expect(program.run("version") == .init(status: 0, output: "awaitwise 1.2.3\n", errors: ""))
    #expect(program.run("--version").output == "awaitwise 1.2.3\n")
    #expect(program.run("--help").output == program.run("help").output)
    let check = program.run("check", "--nonsense", "--help")
    #expect(check.status == 0)
    #expect(check.output == program.run("help", "check").output)
    for option in CheckOptions.specifications {
      #expect(check.output.contains("  " + (option.short.map { "\($0), " } ?? "") + option.name))
    }
    #expect(check.output.contains("Exit status: 0 if nothing was found, 1 if"))
    for line in check.output.split(separator: "\n") { #expect(line.count <= 112, "\(line)") }
    for command in Command.all where command.name != "help" {
      #expect(program.run(command.name, "--help").output.contains("Usage: awaitwise \(command.name)"))
    }
    // Behind `--` nothing is an option.
    #expect(program.run("check", "--", "--help").errors.contains("'--help' does not exist"))
  }

  @Test func languageServerGetsItsArguments() {
    #expect(program.run("lsp", "--stdio", "--record", "s.json", "--whatever").status == 7)
    #expect(program.serverArguments == ["--stdio", "--record", "s.json", "--whatever"])
    #expect(program.run("lsp").status == 7)
    #expect(program.serverArguments == [])
    #expect(program.run("lsp", "--help").output.contains("--clientProcessId N"))
  }

  @Test func distances() {
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance(Array("ab"), Array("ba")) == 1)
    #expect(editDistance([], Array("abc")) == 3)
    #expect(nearest(to: "CHECK", among: ["check", "explain"]) == "check")
    #expect(nearest(to: "zzz", among: ["check", "explain"]) == nil)
  }
}
