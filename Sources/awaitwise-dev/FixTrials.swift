import CSharpSemantics
import CSharpSyntax
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
    /// From the first to the last changed byte, by document.
    let extents: [String: TextRange]
    let changesDeclarations: Bool
    var verdict: Verdict?
  }

  enum Verdict: Hashable {
    case clean
    /// With the first error.
    case broken(String)
    case failed
  }

  private let snapshot: any AnalysisSnapshot
  private let options: VerifyFixesOptions
  private(set) var fixes: [Trial] = []
  private(set) var findingCount = 0
  private var texts: [String: [UInt8]] = [:]

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
    var changesDeclarations = edits.count > 1
    var verdict: Verdict?
    for (path, edits) in edits {
      guard let old = text(of: path), let new = applying(edits, to: old) else {
        verdict = .broken("the edits overlap or lie outside of \(path)")
        continue
      }
      if !changesDeclarations, hash(old) != hash(new) { changesDeclarations = true }
    }
    fixes.append(
      Trial(
        ruleID: finding.ruleID, fix: fix, edits: edits, place: place,
        extents: edits.mapValues(FixTrials.extent), changesDeclarations: changesDeclarations, verdict: verdict))
  }

  private static func extent(of edits: [TextEdit]) -> TextRange {
    let start = edits.map(\.range.start).min() ?? ByteOffset(0)
    return TextRange(start: start, end: max(start, edits.map(\.range.end).max() ?? start))
  }

  private func hash(_ bytes: [UInt8]) -> UInt64? {
    parse(bytes).map { FileDeclarations(path: "", tree: $0).declarationHash }
  }

  private mutating func text(of document: String) -> [UInt8]? {
    if let known = texts[document] { return known }
    let text = snapshot.text(of: document)
    texts[document] = text
    return text
  }

  // MARK: Compiling

  mutating func compile(with compiler: ProjectCompiler) {
    for (number, batch) in batches().enumerated() {
      let documents = Set(batch.flatMap { fixes[$0].edits.keys })
      let changesDeclarations = batch.contains { fixes[$0].changesDeclarations }
      judge(
        batch, compiler,
        projects: compiler.affected(by: documents, changesDeclarations: changesDeclarations))
      let done = fixes.count { $0.verdict != nil }
      complain("batch \(number + 1): \(done) of \(fixes.count) fixes, \(compiler.compileCount) compilations")
    }
  }

  /// Indices of fixes that can be made together: none touches what lies between the edits of another.
  ///
  /// Those that other files can see have batches of their own, so that few compilations are of many projects.
  private func batches() -> [[Int]] {
    struct Batch {
      let changesDeclarations: Bool
      var members: [Int] = []
      var extents: [String: [TextRange]] = [:]
      var insertions: Set<TextEdit> = []
    }
    var batches: [Batch] = []
    for (index, trial) in fixes.enumerated() where trial.verdict == nil {
      let place = batches.firstIndex { batch in
        batch.changesDeclarations == trial.changesDeclarations
          && trial.extents.allSatisfy { document, extent in
            !(batch.extents[document] ?? []).contains { $0.touches(extent) }
          }
      }
      let target: Int
      if let place {
        target = place
      } else {
        target = batches.count
        batches.append(Batch(changesDeclarations: trial.changesDeclarations))
      }
      batches[target].members.append(index)
      for (document, extent) in trial.extents { batches[target].extents[document, default: []].append(extent) }
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
      for (document, new) in fixes[index].edits { edits[document, default: []] += new }
    }
    var changed: [String: [UInt8]] = [:]
    for (document, edits) in edits {
      guard let text = texts[document], let new = applying(edits, to: text) else { continue }
      changed[document] = new
    }
    return changed
  }

  // MARK: Reporting

  var hasBrokenFix: Bool { fixes.contains { $0.verdict != .clean } }

  func printTable() {
    struct Row {
      var count = 0
      var clean = 0
      var broken: [(place: String, title: String, error: String)] = []
    }
    var rows: [String: Row] = [:]
    for trial in fixes {
      var row = rows["\(trial.ruleID) \(trial.fix.safety.rawValue)"] ?? Row()
      row.count += 1
      switch trial.verdict {
      case .clean: row.clean += 1
      case .broken(let error): row.broken.append((trial.place, trial.fix.title, error))
      case .failed, nil: row.broken.append((trial.place, trial.fix.title, "the compiler's tool failed"))
      }
      rows["\(trial.ruleID) \(trial.fix.safety.rawValue)"] = row
    }
    print("rule safety fixes clean broken")
    for (name, row) in rows.sorted(by: { $0.key < $1.key }) {
      print("\(name) \(row.count) \(row.clean) \(row.broken.count)")
      for (place, title, error) in row.broken { print("  \(place) '\(title)': \(error)") }
    }
    for safety in [FixSafety.safe, .unsafe] {
      let all = fixes.filter { $0.fix.safety == safety }
      print("all \(safety.rawValue) \(all.count) \(all.count { $0.verdict == .clean })")
    }
  }
}
