import CSharpSyntax
import CommandLineInterface
import ConcurrencyRules
import Workspace

/// Every fix of every finding, and what the compiler says of each.
struct FixTrials {
  /// A fix that is to be tried.
  struct Trial {
    let ruleID: String
    let fix: Fix
    /// By document.
    let edits: [String: [TextEdit]]
    /// Where the finding is, for people: `path:line`.
    let place: String
    let footprint: FixFootprint
    /// The names of what is declared in another way afterwards.
    let changedNames: Set<String>
    /// What a reader would dislike.
    let faults: [String]
    var verdict: Verdict?
  }

  enum Verdict: Hashable {
    case clean
    /// With the first error.
    case broken(String)
    /// Its title says that callers are left as they are, so it is no use to compile them.
    case leavesCallers
    case failed
  }

  private let snapshot: any AnalysisSnapshot
  private let options: VerifyFixesOptions
  private(set) var fixes: [Trial] = []
  private(set) var findingCount = 0
  private var originals: [String: Original] = [:]

  /// A document as it is.
  private struct Original {
    let text: [UInt8]
    let tree: SyntaxTree?
    let names: DeclaredNames?
  }

  init(_ snapshot: any AnalysisSnapshot, _ options: VerifyFixesOptions) {
    self.snapshot = snapshot
    self.options = options
  }

  // MARK: Collecting

  mutating func collect(_ documents: [String]) {
    var counts: [String: Int] = [:]
    for document in documents {
      guard let analysis = snapshot.analyze(document, solutionFixes: .all, isCancelled: { false }) else { continue }
      let lines = LineTable(analysis.tree.bytes)
      for finding in analysis.findings {
        findingCount += 1
        for fix in finding.fixes where !fix.isSuppression && !fix.edits.isEmpty {
          let key = "\(finding.ruleID) \(fix.actionKey)"
          counts[key, default: 0] += 1
          if let limit = options.limit, counts[key, default: 0] > limit { continue }
          let line = lines.line(containing: finding.range.start) + 1
          let name = FilePath.inside(document, options.sourceRoot) ?? document
          add(finding, fix, document, place: "\(name):\(line)")
        }
      }
    }
  }

  private mutating func add(_ finding: Finding, _ fix: Fix, _ document: String, place: String) {
    var edits: [String: [TextEdit]] = [:]
    for edit in fix.edits {
      edits[edit.path ?? document, default: []].append(TextEdit(range: edit.range, newText: edit.newText))
    }
    var verdict: Verdict? = fix.actionKey == "Make async only" ? .leavesCallers : nil
    var footprint = FixFootprint()
    var changedNames: Set<String> = []
    var faults: [String] = []
    for (path, edits) in edits {
      let old = original(of: path)
      guard let old, let new = applying(edits, to: old.text) else {
        verdict = .broken("the edits overlap or lie outside of \(path)")
        continue
      }
      guard let tree = old.tree, let names = old.names, let newTree = parse(new) else { continue }
      footprint.add(edits, in: path, tree)
      changedNames.formUnion(DeclaredNames.changed(names, DeclaredNames(newTree)))
      faults += FixTidiness.faults(old: tree, new: newTree)
    }
    fixes.append(
      Trial(
        ruleID: finding.ruleID, fix: fix, edits: edits, place: place, footprint: footprint,
        changedNames: changedNames, faults: faults, verdict: verdict))
  }

  private mutating func original(of document: String) -> Original? {
    if let known = originals[document] { return known }
    guard let text = snapshot.text(of: document) else { return nil }
    let tree = parse(text)
    let original = Original(text: text, tree: tree, names: tree.map(DeclaredNames.init))
    originals[document] = original
    return original
  }

  // MARK: Compiling

  mutating func compile(with compiler: ProjectCompiler) {
    // Several findings may have one fix.
    let twins = Dictionary(fixes.indices.map { (fixes[$0].edits, $0) }, uniquingKeysWith: { first, _ in first })
    let batches = batches(of: twins.values.sorted())
    for (number, batch) in batches.enumerated() {
      let documents = Set(batch.flatMap { fixes[$0].edits.keys })
      let changedNames = Set(batch.flatMap { fixes[$0].changedNames })
      judge(batch, compiler, projects: compiler.affected(by: documents, changedNames: changedNames))
      for index in fixes.indices where fixes[index].verdict == nil {
        fixes[index].verdict = twins[fixes[index].edits].flatMap { fixes[$0].verdict }
      }
      let done = fixes.count { $0.verdict != nil }
      complain(
        "batch \(number + 1) of \(batches.count): \(done) of \(fixes.count) fixes, \(compiler.compileCount) compilations"
      )
    }
  }

  /// Indices of fixes that can be made together: no two touch the same statement or head of a member in different ways.
  ///
  /// Those that other files can see have batches of their own, so that few compilations are of many projects.
  private func batches(of candidates: [Int]) -> [[Int]] {
    struct Batch {
      let changesDeclarations: Bool
      var members: [Int] = []
      var footprint = FixFootprint()
    }
    var batches: [Batch] = []
    for index in candidates where fixes[index].verdict == nil {
      let trial = fixes[index]
      let changesDeclarations = !trial.changedNames.isEmpty
      let place = batches.firstIndex {
        $0.changesDeclarations == changesDeclarations && $0.footprint.isCompatible(with: trial.footprint)
      }
      if place == nil { batches.append(Batch(changesDeclarations: changesDeclarations)) }
      let target = place ?? batches.count - 1
      batches[target].members.append(index)
      batches[target].footprint.formUnion(trial.footprint)
    }
    return batches.map(\.members)
  }

  /// Compiles some fixes together; where that fails, those that may have to do with it apart from the others.
  ///
  /// - Parameter projects: what is compiled.
  private mutating func judge(_ members: [Int], _ compiler: ProjectCompiler, projects: [String]) {
    guard let errors = compiler.newErrors(of: projects, with: changed(by: members)) else {
      for index in members { fixes[index].verdict = .failed }
      return
    }
    guard let first = errors.values.lazy.compactMap(\.first).first else {
      for index in members { fixes[index].verdict = .clean }
      return
    }
    if members.count == 1 {
      fixes[members[0]].verdict = .broken("\(first.file): \(first.id) \(first.message)")
      return
    }
    // What compiled is settled for each half too.
    let broken = errors.keys.sorted()
    let documents = Set(errors.values.joined().map { compiler.document(of: $0) })
    let suspects = members.filter { !documents.isDisjoint(with: fixes[$0].edits.keys) }
    if !suspects.isEmpty, suspects.count < members.count {
      let others = members.filter { !suspects.contains($0) }
      judge(others, compiler, projects: broken)
      judge(suspects, compiler, projects: broken)
      return
    }
    let middle = members.count / 2
    judge(Array(members[..<middle]), compiler, projects: broken)
    judge(Array(members[middle...]), compiler, projects: broken)
  }

  private func changed(by members: [Int]) -> [String: [UInt8]] {
    var edits: [String: [TextEdit]] = [:]
    for index in members {
      for (document, new) in fixes[index].edits {
        let known = Set(edits[document] ?? [])
        edits[document, default: []] += new.filter { !known.contains($0) }
      }
    }
    var changed: [String: [UInt8]] = [:]
    for (document, edits) in edits {
      guard let text = originals[document]?.text, let new = applying(edits, to: text) else { continue }
      changed[document] = new
    }
    return changed
  }

  // MARK: Reporting

  /// Every fix as people read it: what it says, and the difference that it makes.
  func diffs() -> [UInt8] {
    var output: [UInt8] = []
    for trial in fixes {
      output += Array("== \(trial.ruleID) \(trial.fix.safety.rawValue) \(trial.place) '\(trial.fix.title)'\n".utf8)
      for (document, edits) in trial.edits.sorted(by: { $0.key < $1.key }) {
        guard let old = originals[document]?.text, let new = applying(edits, to: old) else { continue }
        let name = FilePath.inside(document, options.sourceRoot) ?? document
        output += unifiedDiff(old: old, new: new, name: name)
      }
    }
    return output
  }

  var hasBadFix: Bool { fixes.contains { $0.verdict != .clean && $0.verdict != .leavesCallers || !$0.faults.isEmpty } }

  func printTable() {
    struct Row {
      var count = 0
      var clean = 0
      var leavesCallers = 0
      var broken: [(place: String, title: String, error: String)] = []
    }
    var rows: [String: Row] = [:]
    for trial in fixes {
      var row = rows["\(trial.ruleID) \(trial.fix.safety.rawValue)"] ?? Row()
      row.count += 1
      switch trial.verdict {
      case .clean: row.clean += 1
      case .leavesCallers: row.leavesCallers += 1
      case .broken(let error): row.broken.append((trial.place, trial.fix.title, error))
      case .failed, nil: row.broken.append((trial.place, trial.fix.title, "the compiler's tool failed"))
      }
      rows["\(trial.ruleID) \(trial.fix.safety.rawValue)"] = row
    }
    print("rule safety fixes clean leave-callers broken")
    for (name, row) in rows.sorted(by: { $0.key < $1.key }) {
      print("\(name) \(row.count) \(row.clean) \(row.leavesCallers) \(row.broken.count)")
      for (place, title, error) in row.broken { print("  \(place) '\(title)': \(error)") }
    }
    for trial in fixes where !trial.faults.isEmpty {
      print("untidy: \(trial.ruleID) \(trial.place) '\(trial.fix.title)': \(trial.faults.joined(separator: ", "))")
    }
    for safety in [FixSafety.safe, .unsafe] {
      let all = fixes.filter { $0.fix.safety == safety }
      print(
        "all \(safety.rawValue) \(all.count) \(all.count { $0.verdict == .clean })"
          + " \(all.count { $0.verdict == .leavesCallers })")
    }
  }
}
