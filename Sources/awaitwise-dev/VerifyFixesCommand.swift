import ConcurrencyRules
import Glibc
import Workspace

/// `verify-fixes --project FILE.json… --source-root DIR --reference-root DIR [--rules AW201,…|ALL] [--limit N]
/// [--stages alone,safe,unsafe] [--diffs FILE] [--roslyn TOOL]`: makes every fix of every finding in some projects, alone, and
/// has the C# compiler say what it thinks of the result; then all safe fixes together, as `check --fix` makes them, and all
/// fixes, as `--unsafe-fixes` does.
///
/// Projects are described as the Roslyn tool has it; their sources lie below `--source-root`, with what a restore leaves there.
/// Errors that the project has without any fix don't count. Two things save compilations:
/// - Fixes that touch no common statement or head of a member, unless by the same edit (``FixFootprint``), are compiled together, and apart only where that fails. A
///   fix called clean is therefore one that adds no error to a text which other fixes change elsewhere only; a fix called
///   broken is so alone.
/// - Projects whose files a fix edits are always compiled; those that only see these where one of their files holds the name of
///   a declaration that the fix changes (``DeclaredNames``).
///
/// Fixes that a reader would find untidy are listed too (``FixTidiness``).
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
    var isGood = true
    if options.stages.contains(.alone) {
      var trials = FixTrials(snapshot, options)
      trials.collect(documents)
      complain("\(trials.fixes.count) fixes of \(trials.findingCount) findings in \(compiler.selected.count) projects")
      if let path = options.diffs, (try? LocalFileSystem().writeAtomically(trials.diffs(), to: path)) == nil {
        complain("\(path): can't be written")
        return 1
      }
      trials.compile(with: compiler)
      trials.printTable()
      isGood = !trials.hasBadFix
      fflush(nil)
    }
    for (stage, safety) in [(VerifyFixesOptions.Stage.safe, FixSafety.safe), (.unsafe, .unsafe)]
    where options.stages.contains(stage) {
      let together = FixesTogether(snapshot, documents: documents, safety: safety, compiler: compiler)
      together.printSummary()
      isGood = isGood && together.isGood
      fflush(nil)
    }
    return isGood ? 0 : 1
  }
}

struct VerifyFixesOptions {
  var projects: [String] = []
  var sourceRoot = ""
  var referenceRoot = ""
  /// What to look at, even if it is off by default; `nil` for the rules as configured.
  var rules: Set<String>?
  /// At most so many fixes of each rule and title are tried; `nil` for all.
  var limit: Int?
  var stages = Set(Stage.allCases)
  /// Where to write what each fix changes.
  var diffs: String?
  var roslyn: String?

  enum Stage: String, CaseIterable {
    case alone
    case safe
    case unsafe
  }

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
      case "--rules":
        rules =
          value == "ALL"
          ? Set(RuleCatalogue.descriptors.map(\.id)) : Set(value.split(separator: ",").map { String($0) })
      case "--stages": stages = Set(value.split(separator: ",").compactMap { Stage(rawValue: String($0)) })
      case "--diffs": diffs = FilePath.resolve(value, in: directory)
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
          + " [--rules AW201,…|ALL] [--limit N] [--stages alone,safe,unsafe] [--diffs FILE] [--roslyn TOOL]")
      return nil
    }
  }
}
