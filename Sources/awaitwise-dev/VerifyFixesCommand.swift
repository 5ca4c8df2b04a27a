import ConcurrencyRules
import Glibc
import Workspace

/// `verify-fixes --project FILE.json… --source-root DIR --reference-root DIR [--rules AW201,…] [--limit N] [--roslyn TOOL]`:
/// makes every fix of every finding in some projects, alone, and has the C# compiler say what it thinks of the result; then
/// all safe fixes together, as `check --fix` makes them.
///
/// Projects are described as the Roslyn tool has it; their sources lie below `--source-root`, with what a restore leaves there.
/// Fixes that don't touch each other are compiled together, and one by one only where that fails. Errors that the project has
/// without any fix don't count.
enum VerifyFixesCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let options = VerifyFixesOptions(arguments) else { return 2 }
    guard let tool = RoslynTool.find(options.roslyn) else {
      complain("skipped: no Roslyn tool (give --roslyn PATH or set AWAITWISE_ROSLYN)")
      return 0
    }
    guard let compiler = ProjectCompiler(options, tool) else { return 1 }
    defer { compiler.removeCopy() }
    let host = WorkspaceHost(
      selection: RuleSelection(only: options.rules, requested: options.rules ?? []),
      referencePaths: [options.referenceRoot], threadCount: 1)
    let snapshot = host.snapshot()
    let documents = compiler.documents(of: compiler.selected)
    var trials = FixTrials(snapshot, options)
    trials.collect(documents)
    complain("\(trials.fixes.count) fixes of \(trials.findingCount) findings in \(compiler.selected.count) projects")
    trials.compile(with: compiler)
    trials.printTable()
    let together = SafeFixesTogether(snapshot, documents: documents, compiler: compiler)
    together.printSummary()
    return trials.hasBrokenFix || !together.isGood ? 1 : 0
  }
}

struct VerifyFixesOptions {
  var projects: [String] = []
  var sourceRoot = ""
  var referenceRoot = ""
  var rules: Set<String>?
  /// At most so many fixes of each rule and title are tried; `nil` for all.
  var limit: Int?
  var roslyn: String?

  init?(_ arguments: [String]) {
    let directory = LocalFileSystem().realPath(".") ?? "/"
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard let value = rest.popFirst() else {
        complain("\(argument) needs a value")
        return nil
      }
      switch argument {
      case "--project": projects.append(FilePath.resolve(value, in: directory))
      case "--source-root": sourceRoot = FilePath.resolve(value, in: directory)
      case "--reference-root": referenceRoot = FilePath.resolve(value, in: directory)
      case "--rules": rules = Set(value.split(separator: ",").map { String($0) })
      case "--limit": limit = Int(value)
      case "--roslyn": roslyn = value
      default:
        complain("\(argument): unknown")
        return nil
      }
    }
    guard !projects.isEmpty, !sourceRoot.isEmpty, !referenceRoot.isEmpty else {
      complain(
        "usage: awaitwise-dev verify-fixes --project FILE.json… --source-root DIR --reference-root DIR"
          + " [--rules AW201,…] [--limit N] [--roslyn TOOL]")
      return nil
    }
  }
}
