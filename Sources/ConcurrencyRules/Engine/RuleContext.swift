import CSharpSemantics
import CSharpSyntax

/// What a rule may ask while it judges a node, and where it reports to.
package final class RuleContext {
  let model: SemanticModel
  let settings: RuleSettings
  let project: ProjectContext
  let markup: (any Markup)?
  /// Facts about the file that several rules ask for, found once.
  private(set) lazy var offloads = OffloadCallFinder(context: self)
  private(set) lazy var waits = BlockingWaitFinder(context: self)
  private(set) lazy var completeTasks = KnownCompleteTasks(model: model)
  private(set) lazy var suspendedLocks = SuspendedLocks(context: self)
  private(set) lazy var counterparts = CounterpartSearch(context: self)
  var asyncTiers: [FunctionSyntax: AsyncTier] = [:]
  var attachedHandlers: [Symbol: Bool] = [:]
  /// Whether a type's awaits are all configured with `false`, by its declaration.
  var configureAwaitHabits: [SyntaxNode: Bool] = [:]
  private(set) lazy var tokens = TokenInScope(model: model, settings: settings)
  private(set) lazy var valueTasks = ValueTaskConsumptionFinder(context: self)
  private(set) lazy var asyncDisposal = AsyncDisposal(context: self)
  private(set) lazy var cancellableCalls = CancellableCallFinder(context: self)

  /// The solution that fixes may look at now, and whether one would have.
  var solution: (any Solution)?
  var wantsSolution = false

  fileprivate(set) var candidates: [Candidate] = []
  private let decisions: [String: SeverityPolicy.Decision]

  init(
    model: SemanticModel, settings: RuleSettings, project: ProjectContext, markup: (any Markup)? = nil,
    decisions: [String: SeverityPolicy.Decision]
  ) {
    self.model = model
    self.settings = settings
    self.project = project
    self.markup = markup
    self.decisions = decisions
  }

  var tree: SyntaxTree { model.tree }

  /// Lets go of the findings, whose fixes hold on to this context. Without that neither it nor its model would ever end.
  func close() { candidates = [] }

  /// A finding that has yet to hold its own against others at the same place.
  struct Candidate {
    /// The node that the finding is about, whatever part of it the span shows.
    let place: SyntaxNode
    var finding: Finding
    /// The compiler says the same, and the configuration leaves it to it: the fixes are offered, the finding is not shown.
    let isLeftToCompiler: Bool
    /// Computed for findings that are shown only.
    let fixes: () -> [Fix]
  }

  /// Reports what a rule found.
  ///
  /// - Parameters:
  ///   - place: the node that the finding is about; overlapping places of one concern give one finding.
  ///   - defaultSeverity: what takes the place of the rule's default for this variant.
  ///   - unresolvedName: the name whose meaning was judged by convention, if any fact was (D25).
  ///   - isReportedByCompiler: whether the compiler warns about the same (`awaitwise.report_compiler_covered`).
  ///   - fixes: asked for only if the finding is shown.
  func report(
    _ descriptor: RuleDescriptor, at range: TextRange, place: SyntaxNode, message: String,
    defaultSeverity: Severity? = nil, unresolvedName: String? = nil, isReportedByCompiler: Bool = false,
    related: [RelatedLocation] = [], placeholders: [Placeholder] = [], fixes: @escaping () -> [Fix] = { [] }
  ) {
    guard let decision = decisions[descriptor.id], !isUnevaluated(place), !isInGeneratedDeclaration(place) else {
      return
    }
    var severity = decision.severity
    var message = message
    if !decision.isConfigured, let defaultSeverity { severity = defaultSeverity }
    if let unresolvedName {
      message += " (assumed from the name: '\(unresolvedName)' could not be resolved)"
      if !decision.isConfigured, !RuleContext.keepsSeverityByConvention.contains(descriptor.id) {
        severity = min(severity, .suggestion)
      }
    }
    guard severity > .off else { return }
    candidates.append(
      Candidate(
        place: place,
        finding: Finding(
          ruleID: descriptor.id, severity: severity, confidence: unresolvedName == nil ? .bound : .convention,
          message: message, range: range, related: Array(related.prefix(5)), tags: descriptor.tags,
          placeholders: placeholders),
        isLeftToCompiler: isReportedByCompiler && !settings.flag("report_compiler_covered", default: true),
        fixes: fixes))
  }

  /// Convention findings are suggestions at most, but for the rules that the product exists for (D25).
  private static let keepsSeverityByConvention: Set<String> = ["AW101", "AW102"]

  /// Whether nothing there is executed (D33): `nameof`, attributes, expression trees, clauses of a query that somebody
  /// else translates.
  func isUnevaluated(_ node: SyntaxNode) -> Bool {
    var current: SyntaxNode? = node
    while let candidate = current {
      switch candidate.kind {
      case .queryExpression: if isTranslated(candidate, at: node) { return true }
      case .attribute: return true
      case .invocationExpression:
        if candidate.requiredNode(0).kind == .identifierName, candidate.requiredNode(0).text == "nameof",
          model.symbol(of: candidate).symbol?.kind != .method
        {
          return true
        }
      case .simpleLambdaExpression, .parenthesizedLambdaExpression:
        if let type = model.type(of: candidate).convertedType,
          type.qualifiedName == "System.Linq.Expressions.Expression"
        {
          return true
        }
      default: break
      }
      current = candidate.parent
    }
    return false
  }

  /// Whether a place lies in a clause of a query over `IQueryable`, whose lambdas become expression trees.
  private func isTranslated(_ query: SyntaxNode, at node: SyntaxNode) -> Bool {
    guard let source = FromClauseSyntax(query.requiredNode(0))?.expression,
      model.type(of: source).type?.isOrDerives(from: "System.Linq.IQueryable") == true
    else { return false }
    var function = FunctionSyntax.nearest(to: node)
    while let candidate = function, query.range.contains(candidate.node.range) {
      if candidate.kind == .queryClause { return true }
      function = FunctionSyntax.nearest(to: candidate.node)
    }
    return false
  }

  /// Whether a rule has a severity for this file, whatever rules were asked for.
  func isRuleOn(_ ruleID: String) -> Bool {
    guard let descriptor = RuleCatalogue.descriptor(of: ruleID) else { return false }
    return SeverityPolicy(settings: settings, kind: project.kind).severity(of: descriptor).severity > .off
  }

  /// For fixes that reach across files; `nil` where such are not wanted now, which is taken down.
  func solutionForFixes() -> (any Solution)? {
    if solution == nil { wantsSolution = true }
    return solution
  }

  // MARK: Facts about places

  /// Whether a synchronization context that runs one continuation at a time can be current at a place (D14).
  func contextPresence(at node: SyntaxNode) -> ContextPresence {
    if let chosen = settings.choice("synchronization_context", as: ContextPresence.self), chosen != .unknown {
      return chosen
    }
    if project.kind == .ui || project.isClassicWeb { return .present }
    if let type = enclosingType(of: node), ContextTypes.derives(type) { return .present }
    switch project.kind {
    case .web, .function, .console, .test: return .absent
    case .ui, .library, .unknown: return TestCode.contains(node, model: model) ? .absent : .unknown
    }
  }

  /// Whether a place is test code (D9).
  func isTestCode(_ node: SyntaxNode) -> Bool {
    project.kind == .test || TestCode.contains(node, model: model)
  }

  /// The type whose declaration encloses a place.
  func enclosingType(of node: SyntaxNode) -> TypeSymbol? { model.enclosingType(of: node) }
}

extension RuleContext {
  /// Whether a text in place of an expression binds to exactly one member and leaves its statement as it was (D23).
  func rebinds(_ expression: SyntaxNode, as text: String) -> Bool {
    model.rebind(replacing: [(expression.range, text)])?.succeeds ?? false
  }

  /// What the file would mean with some edits inside of one expression (D23).
  func rebinding(_ expression: SyntaxNode, edits: [TextEdit]) -> Rebinding? {
    expression.text(applying: edits).flatMap { model.rebind(replacing: [(expression.range, $0)]) }
  }
}

extension SemanticModel {
  /// The type whose declaration encloses a place.
  func enclosingType(of node: SyntaxNode) -> TypeSymbol? {
    for ancestor in node.ancestors
    where TypeDeclarationSyntax.kinds.contains(ancestor.kind) || RecordDeclarationSyntax.kinds.contains(ancestor.kind) {
      return declaredSymbol(for: ancestor)?.type
    }
    return nil
  }
}
