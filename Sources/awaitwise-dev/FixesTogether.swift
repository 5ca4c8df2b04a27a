import CSharpSyntax
import ConcurrencyRules
import Workspace

/// All fixes of some projects made together, as `check --fix` makes them.
struct FixesTogether {
  let safety: FixSafety
  let result: FixAllResult
  /// How many findings there were, and are.
  let findingCounts: (before: Int, after: Int)
  /// Errors that are new, by project; `nil` if the compiler's tool failed.
  let errors: [String: [ProjectCompiler.CompileError]]?

  /// - Parameter safety: `.safe` makes safe fixes only, `.unsafe` all.
  init(
    _ snapshot: any AnalysisSnapshot, documents: [DocumentKey], safety: FixSafety, compiler: ProjectCompiler
  ) {
    self.safety = safety
    var counts: [DocumentKey: Int] = [:]
    let demand: SolutionFixes = safety == .safe ? .none : .all
    func states(_ snapshot: any AnalysisSnapshot, _ documents: [DocumentKey]) -> [DocumentKey: FixableText]? {
      var states: [DocumentKey: FixableText] = [:]
      for document in documents {
        guard let analysis = snapshot.analyze(document, solutionFixes: demand, isCancelled: { false }) else { continue }
        states[document] = FixableText(
          findings: analysis.findings, syntaxErrorCount: analysis.tree.errors.count)
        counts[document] = analysis.findings.count
      }
      return states
    }
    let start = states(snapshot, documents) ?? [:]
    let before = counts.values.reduce(0, +)
    let seen = Counter(counts)
    var texts = SnapshotTexts(
      snapshot, documents: documents, text: { snapshot.text(of: $0) },
      analyze: { snapshot, documents in
        let new = states(snapshot, documents)
        for (document, state) in new ?? [:] { seen.counts[document] = state.findings.count }
        return new
      })
    result = fixAll(start, in: &texts, filter: FixFilter(safety: safety)) { compiler.isCompiled($0) }
    findingCounts = (before, seen.counts.values.reduce(0, +))
    let changed = result.texts.mapValues(\.bytes)
    var changedNames: Set<String> = []
    for (document, new) in changed {
      guard let old = snapshot.text(of: document).flatMap({ parse($0) }), let new = parse(new) else { continue }
      changedNames.formUnion(DeclaredNames.changed(DeclaredNames(old), DeclaredNames(new)))
    }
    errors = compiler.newErrors(of: compiler.affected(by: changed.keys, changedNames: changedNames), with: changed)
  }

  private final class Counter {
    var counts: [DocumentKey: Int]
    init(_ counts: [DocumentKey: Int]) { self.counts = counts }
  }

  /// Whether all went as it should: few rounds, nothing left, nothing broken. Unsafe fixes may need more rounds.
  var isGood: Bool {
    guard case .finished = result.ending else { return false }
    return (safety == .unsafe || result.rounds <= 3) && errors?.isEmpty == true && result.misfits.isEmpty
      && result.broken.isEmpty
  }

  func printSummary() {
    print(
      "together: \(result.applied.count) \(safety == .safe ? "safe " : "")fixes in \(result.texts.count) files, \(result.rounds) rounds,"
        + " \(result.ending), findings \(findingCounts.before) before, \(findingCounts.after) after,"
        + " new errors: \(errors.map { "\($0.values.reduce(0) { $0 + $1.count })" } ?? "the compiler's tool failed")")
    for document in result.misfits { print("  a fix does not fit into \(document)") }
    for document in result.broken { print("  a fix breaks the syntax of \(document)") }
    for (project, errors) in (errors ?? [:]).sorted(by: { $0.key < $1.key }) {
      for error in errors.prefix(10) { print("  \(project): \(error.file): \(error.id) \(error.message)") }
    }
  }
}
