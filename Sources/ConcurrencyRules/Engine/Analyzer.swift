import CSharpSemantics
import CSharpSyntax

/// What one file is analysed with.
package struct AnalysisInput {
  package let model: SemanticModel
  package let settings: RuleSettings
  package let project: ProjectContext
  package let selection: RuleSelection
  /// Whether the file is generated (D10): nothing is reported there.
  package let isGenerated: Bool
  package let fixes: FixDemand
  /// Whether all projects that use this library run without a synchronization context. Asked only where it matters: to
  /// find out, all projects are looked at.
  package let isUsedWithoutContextOnly: () -> Bool
  /// `nil` where there is none beside the sources.
  package let markup: (any Markup)?
  /// Is told how many nanoseconds each rule took, where somebody measures. What several rules ask the binder for counts
  /// for the first of them.
  package let recordTimes: (([String: UInt64]) -> Void)?

  package init(
    model: SemanticModel, settings: RuleSettings = RuleSettings(), project: ProjectContext = ProjectContext(),
    selection: RuleSelection = .configured, isGenerated: Bool = false, fixes: FixDemand = .local,
    isUsedWithoutContextOnly: @escaping () -> Bool = { false }, markup: (any Markup)? = nil,
    recordTimes: (([String: UInt64]) -> Void)? = nil
  ) {
    self.model = model
    self.settings = settings
    self.project = project
    self.selection = selection
    self.isGenerated = isGenerated
    self.fixes = fixes
    self.isUsedWithoutContextOnly = isUsedWithoutContextOnly
    self.markup = markup
    self.recordTimes = recordTimes
  }
}

/// What the rules found in one file.
package struct AnalysisOutput: Sendable {
  /// Ordered by place, then rule.
  package let findings: [Finding]
  /// What the source silences.
  package let suppressed: [SuppressedFinding]
  package let notes: [FileNote]
  /// What the configuration leaves to the compiler: not shown, but its fixes are offered. Ordered likewise.
  package let unpublished: [Finding]
}

/// A remark of the engine about a place, published as information without a rule id.
package struct FileNote: Hashable, Sendable {
  package let range: TextRange
  package let message: String

  package init(range: TextRange, message: String) {
    self.range = range
    self.message = message
  }
}

/// Runs the rules over one file. A pure function: server, command line and tests are its callers.
///
/// - Parameter isCancelled: polled between members; once it answers `true` the result is `nil`.
package func analyze(_ input: AnalysisInput, isCancelled: () -> Bool = { false }) -> AnalysisOutput? {
  let tree = input.model.tree
  if input.isGenerated, !input.settings.flag("analyze_generated_code", default: false) {
    return AnalysisOutput(findings: [], suppressed: [], notes: [], unpublished: [])
  }
  let project = effectiveProject(input)
  let peers = PeerRules(settings: input.settings, noWarn: project.noWarn)
  let decisions = severityDecisions(input, project: project, peers: peers)
  let context = RuleContext(
    model: input.model, settings: input.settings, project: project, markup: input.markup, decisions: decisions)
  defer { context.close() }
  var rulesByKind: [SyntaxKind: [any ConcurrencyRule.Type]] = [:]
  for rule in RuleCatalogue.rules where decisions[rule.descriptor.id] != nil {
    for kind in rule.nodeKinds { rulesByKind[kind, default: []].append(rule) }
  }
  var wasCancelled = false
  var watch = input.recordTimes.map { _ in RuleStopwatch() }
  if !rulesByKind.isEmpty {
    var visited = 0
    tree.root.walk { node in
      if wasCancelled { return false }
      visited &+= 1
      if visited & 0xFF == 0, isCancelled() { wasCancelled = true }
      for rule in rulesByKind[node.kind] ?? [] {
        rule.check(node, in: context)
        watch?.lap(rule.descriptor.id)
      }
      watch?.restart()
      return true
    }
  }
  if wasCancelled || isCancelled() { return nil }

  var suppressions = Suppressions(model: input.model, peers: peers)
  var notes = suppressions.notes
  var candidates = resolveOverlaps(context.candidates)
  withholdGuesses(&candidates, notes: &notes, in: context)
  var findings: [Finding] = []
  var unpublished: [Finding] = []
  var suppressed: [SuppressedFinding] = []
  for candidate in candidates {
    if let silenced = suppressions.suppression(of: candidate.finding) {
      suppressed.append(silenced)
      continue
    }
    var finding = candidate.finding
    // Fixes that look at the solution take their time.
    if case .solution = input.fixes, isCancelled() { return nil }
    context.solution = input.fixes.solution(for: finding.range)
    context.wantsSolution = false
    watch?.restart()
    finding.fixes = candidate.fixes().map { $0.claiming(in: context.tree) }
    watch?.lap(finding.ruleID)
    finding.hasSolutionFixes = context.wantsSolution
    if candidate.isLeftToCompiler { unpublished.append(finding) } else { findings.append(finding) }
  }
  if let watch { input.recordTimes?(watch.nanoseconds) }
  if input.settings.flag("report_unused_suppressions", default: false) {
    notes += suppressions.unusedNotes { decisions[$0] != nil }
  }
  func precedes(_ a: Finding, _ b: Finding) -> Bool {
    (a.range.start, a.ruleID, a.range.end) < (b.range.start, b.ruleID, b.range.end)
  }
  findings.sort(by: precedes)
  unpublished.sort(by: precedes)
  return AnalysisOutput(findings: findings, suppressed: suppressed, notes: notes, unpublished: unpublished)
}

/// Adds up how long rules take.
private struct RuleStopwatch {
  private(set) var nanoseconds: [String: UInt64] = [:]
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant

  init() { start = clock.now }

  mutating func restart() { start = clock.now }

  mutating func lap(_ ruleID: String) {
    let now = clock.now
    let (seconds, attoseconds) = (now - start).components
    let elapsed = UInt64(clamping: seconds) &* 1_000_000_000 &+ UInt64(clamping: attoseconds / 1_000_000_000)
    nanoseconds[ruleID, default: 0] &+= elapsed
    start = now
  }
}

private func severityDecisions(
  _ input: AnalysisInput, project: ProjectContext, peers: PeerRules
) -> [String: SeverityPolicy.Decision] {
  let policy = SeverityPolicy(settings: input.settings, kind: project.kind)
  var decisions: [String: SeverityPolicy.Decision] = [:]
  for rule in RuleCatalogue.rules where input.selection.allows(rule.descriptor.id) {
    let descriptor = rule.descriptor
    var decision = rule.decision(policy.severity(of: descriptor), for: input)
    if project.noWarn.contains(descriptor.id) || peers.silence(descriptor.id) { decision.severity = .off }
    if decision.severity == .off, input.selection.requested.contains(descriptor.id) {
      decision = SeverityPolicy.Decision(severity: max(descriptor.defaultSeverity, .suggestion), isConfigured: true)
    }
    if decision.severity > .off { decisions[descriptor.id] = decision }
  }
  return decisions
}

/// The project with what configuration and the file itself say about its kind (D13).
private func effectiveProject(_ input: AnalysisInput) -> ProjectContext {
  var project = input.project
  if let written = input.settings.option("project_kind")?.lowercased(), let kind = ProjectKind(rawValue: written) {
    project.kind = kind
  } else if project.kind == .unknown {
    project.kind = LooseFileKind.of(input.model.tree)
  }
  return project
}

/// Of findings at overlapping places of one concern the first in the concern's order is kept.
private func resolveOverlaps(_ candidates: [RuleContext.Candidate]) -> [RuleContext.Candidate] {
  // Only rules of one concern compete, and few findings of a file share one.
  var indicesByConcern: [Int: [(index: Int, rank: Int)]] = [:]
  for (index, candidate) in candidates.enumerated() {
    for (group, rank) in ConcernGroup.ranks(of: candidate.finding.ruleID) {
      indicesByConcern[group, default: []].append((index, rank))
    }
  }
  var silenced: Set<Int> = []
  for group in indicesByConcern.keys.sorted() {
    let ranked = (indicesByConcern[group] ?? []).sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
    var kept: [(place: SyntaxNode, rank: Int)] = []
    for (index, rank) in ranked where !silenced.contains(index) {
      let place = candidates[index].place
      // A rule that finds one place inside another means both.
      let mustBeSame = ConcernGroup.all[group].extent == .same
      let isTaken = kept.contains {
        $0.rank == rank || mustBeSame ? $0.place == place : overlap(place, $0.place)
      }
      if isTaken { silenced.insert(index) } else { kept.append((place, rank)) }
    }
  }
  return candidates.enumerated().filter { !silenced.contains($0.offset) }.map(\.element)
}

/// One place contains the other and no function lies between.
private func overlap(_ a: SyntaxNode, _ b: SyntaxNode) -> Bool {
  if a == b { return true }
  guard a.range.contains(b.range) || b.range.contains(a.range) else { return false }
  return FunctionSyntax.nearest(to: a)?.node == FunctionSyntax.nearest(to: b)?.node
}

/// Where more than a fifth of a file's calls do not bind, what is judged by convention is withheld, except the rules that
/// are made for such code (D25).
private func withholdGuesses(
  _ candidates: inout [RuleContext.Candidate], notes: inout [FileNote], in context: RuleContext
) {
  let policy = context.settings.option("unresolved")?.lowercased()
  let isGuess: (RuleContext.Candidate) -> Bool = { $0.finding.confidence == .convention }
  if policy == "quiet" {
    candidates.removeAll(where: isGuess)
    return
  }
  let withheld = candidates.filter { isGuess($0) && !["AW101", "AW102"].contains($0.finding.ruleID) }
  guard !withheld.isEmpty else { return }
  var calls = 0
  var unbound = 0
  context.tree.root.walk { node in
    if node.kind == .invocationExpression {
      calls &+= 1
      if !context.model.symbol(of: node).isBound { unbound &+= 1 }
    }
    return true
  }
  guard unbound &* 5 > calls else { return }
  candidates.removeAll { isGuess($0) && !["AW101", "AW102"].contains($0.finding.ruleID) }
  notes.append(
    FileNote(
      range: TextRange(0, 0),
      message: "\(unbound) of \(calls) calls in this file could not be resolved; findings that rest on names alone are "
        + "withheld. Restore the project's packages to see them."))
}
