import CSharpSyntax
import ConcurrencyRules
import JSONRPC
import LanguageServerProtocol
import Workspace

/// What of a code action the client understands.
struct CodeActionClientSupport: Sendable {
  let isPreferred: Bool
  /// Whether an action may be sent without its edit, which is asked for when the user picks it.
  let resolvesEdit: Bool
  let documentChanges: Bool
  /// Whether an edit may create a file.
  var createsFiles = false
  /// Whether edits may carry a word about what they do.
  var changeAnnotations = false
}

/// Answers `textDocument/codeAction` and `codeAction/resolve` from one analysis. Runs on a worker.
struct CodeActionBuilder: Sendable {
  static let sourceFixAllKind = CodeActionKind("source.fixAll.awaitwise")
  static let kinds = [CodeActionKind.quickFix, sourceFixAllKind]

  let document: DocumentKey
  let outcome: AnalysisOutcome
  let view: RequestView
  let support: CodeActionClientSupport
  let flag: CancellationFlag

  private var context: RenderingContext { view.rendering }

  /// The actions of a place: of each finding's fixes the preferred ones first, then other safe ones, then unsafe
  /// ones, then those that repair the whole file, then suppressions.
  ///
  /// - Returns: `nil` if cancelled.
  func actions(for params: CodeActionParams) -> [CodeAction]? {
    let range = outcome.converter.textRange(of: params.range)
    let indices = outcome.analysis.findings.indices.filter { outcome.analysis.findings[$0].range.touches(range) }
    var actions: [CodeAction] = []
    if wants(.quickFix, params) {
      guard let repaired = findingsWithAllFixes(indices, near: range) else { return nil }
      actions += fixes(repaired, params)
      actions += unpublishedFixes(near: range, params)
      guard let repairs = fixAllActions(repaired, params) else { return nil }
      actions += repairs
      actions += suppressions(indices, params)
    }
    if wantsSourceAction(params) {
      guard let source = sourceFixAll() else { return flag.isCancelled ? nil : actions }
      actions.append(source)
    }
    return flag.isCancelled ? nil : actions
  }

  private func wants(_ kind: CodeActionKind, _ params: CodeActionParams) -> Bool {
    params.only?.contains { $0.includes(kind) } ?? true
  }

  /// Source actions stay out of the light bulb, which is asked for at each move of the caret.
  private func wantsSourceAction(_ params: CodeActionParams) -> Bool {
    guard params.only == nil else { return wants(CodeActionBuilder.sourceFixAllKind, params) }
    return params.triggerKind != .automatic
  }

  // MARK: Single fixes

  /// The findings, those that have fixes which reach across files with these: they are computed here first, since a
  /// search through the workspace costs too much to be made at each key.
  ///
  /// - Returns: `nil` if cancelled.
  private func findingsWithAllFixes(_ indices: [Int], near range: TextRange) -> [(index: Int, finding: Finding)]? {
    let known = indices.map { (index: $0, finding: outcome.analysis.findings[$0]) }
    let wanted = indices.filter { outcome.analysis.findings[$0].hasSolutionFixes }
    if wanted.isEmpty { return known }
    var found = outcome.solutionFixes.findings(wanted, at: view.stamp)
    if found == nil {
      guard
        let analysis = view.snapshot.analyze(
          document, solutionFixes: .near(range), isCancelled: { flag.isCancelled })
      else { return flag.isCancelled ? nil : known }
      let fresh = wanted.map { index in
        let finding = outcome.analysis.findings[index]
        return (index, analysis.findings.first { $0.ruleID == finding.ruleID && $0.range == finding.range } ?? finding)
      }
      let complete = Dictionary(uniqueKeysWithValues: fresh)
      outcome.solutionFixes.keep(complete, at: view.stamp)
      found = complete
    }
    return known.map { ($0.index, found?[$0.index] ?? $0.finding) }
  }

  private func fixes(_ findings: [(index: Int, finding: Finding)], _ params: CodeActionParams) -> [CodeAction] {
    var ranked: [(rank: Int, action: CodeAction)] = []
    var others = OtherTexts(view.snapshot, encoding: context.encoding)
    for (index, finding) in findings {
      let preferredCount = finding.fixes.count { $0.isPreferred && $0.safety == .safe }
      for fix in finding.fixes {
        guard let edit = workspaceEdit(fix.edits, &others, note: note(on: fix)) else { continue }
        let title = "Awaitwise (\(finding.ruleID)): \(fix.title)"
        if let same = ranked.firstIndex(where: { $0.action.title == title && $0.action.edit == edit }) {
          ranked[same].action.diagnostics.append(clientDiagnostic(index, params))
          continue
        }
        var action = CodeAction(title: title, kind: .quickFix)
        action.diagnostics = [clientDiagnostic(index, params)] + compilerDiagnostics(of: finding, params)
        let isPreferred = fix.isPreferred && fix.safety == .safe && preferredCount == 1
        action.isPreferred = isPreferred && support.isPreferred
        action.edit = edit
        ranked.append((isPreferred ? 0 : fix.safety == .safe ? 1 : 2, action))
      }
    }
    return inRankOrder(ranked)
  }

  private func inRankOrder(_ ranked: [(rank: Int, action: CodeAction)]) -> [CodeAction] {
    ranked.enumerated().sorted { a, b in
      a.element.rank != b.element.rank ? a.element.rank < b.element.rank : a.offset < b.offset
    }.map(\.element.action)
  }

  /// The client's own copy of a finding where it sent one, since clients tell by it what an action repairs.
  private func clientDiagnostic(_ index: Int, _ params: CodeActionParams) -> JSONValue {
    let own = outcome.diagnostics[index]
    let match = params.diagnostics.first { given in
      given.source == own.source && given.code == own.code && given.range == own.range
    }
    return match?.json ?? own.json
  }

  /// The fixes of what the configuration leaves to the compiler.
  private func unpublishedFixes(near range: TextRange, _ params: CodeActionParams) -> [CodeAction] {
    var ranked: [(rank: Int, action: CodeAction)] = []
    var others = OtherTexts(view.snapshot, encoding: context.encoding)
    for finding in outcome.analysis.unpublished where finding.range.touches(range) {
      for fix in finding.fixes {
        guard let edit = workspaceEdit(fix.edits, &others) else { continue }
        var action = CodeAction(title: "Awaitwise (\(finding.ruleID)): \(fix.title)", kind: .quickFix)
        action.diagnostics = compilerDiagnostics(of: finding, params)
        let isPreferred = fix.isPreferred && fix.safety == .safe
        action.isPreferred = isPreferred && support.isPreferred
        action.edit = edit
        ranked.append((isPreferred ? 0 : fix.safety == .safe ? 1 : 2, action))
      }
    }
    return inRankOrder(ranked)
  }

  /// Those of the client's diagnostics in which the compiler says the same as a finding.
  private func compilerDiagnostics(of finding: Finding, _ params: CodeActionParams) -> [JSONValue] {
    guard let code = CodeActionBuilder.compilerCodes[finding.ruleID] else { return [] }
    return params.diagnostics.filter {
      $0.code == code && outcome.converter.textRange(of: $0.range).touches(finding.range)
    }.map(\.json)
  }

  private static let compilerCodes = ["AW301": "CS4014", "AW302": "CS4014", "AW306": "CS1998"]

  // MARK: Suppressions

  private func suppressions(_ indices: [Int], _ params: CodeActionParams) -> [CodeAction] {
    let edits = SuppressionEdits(outcome.analysis.tree, lines: outcome.converter.lines)
    var others = OtherTexts(view.snapshot, encoding: context.encoding)
    var ranked: [(rank: Int, action: CodeAction)] = []
    func add(_ rank: Int, _ title: String, _ edit: WorkspaceEdit?, _ index: Int) {
      guard let edit else { return }
      if let same = ranked.firstIndex(where: { $0.action.title == title && $0.action.edit == edit }) {
        ranked[same].action.diagnostics.append(clientDiagnostic(index, params))
        return
      }
      var action = CodeAction(title: title, kind: .quickFix)
      action.diagnostics = [clientDiagnostic(index, params)]
      action.edit = edit
      ranked.append((rank, action))
    }
    for index in indices {
      let finding = outcome.analysis.findings[index]
      let comment = edits.comment(for: finding).flatMap { workspaceEdit($0, &others) }
      add(0, "Suppress \(finding.ruleID) with a comment", comment, index)
      let pragma = edits.pragma(for: finding).flatMap { workspaceEdit($0, &others) }
      add(1, "Suppress \(finding.ruleID) with #pragma", pragma, index)
      add(2, "Suppress \(finding.ruleID) in this project", silencingInProject(finding.ruleID, &others), index)
    }
    return inRankOrder(ranked)
  }

  /// The line in the project's `.editorconfig` that switches a rule off.
  private func silencingInProject(_ ruleID: String, _ others: inout OtherTexts) -> WorkspaceEdit? {
    guard let path = view.snapshot.configurationFile(forProjectOf: document) else { return nil }
    let key = "dotnet_diagnostic.\(ruleID).severity"
    if let text = view.snapshot.text(of: path) {
      let edit = settingKey(key, to: "none", in: text)
      return workspaceEdit(
        [ConcurrencyRules.TextEdit(path: path, range: edit.range, newText: edit.newText)], &others)
    }
    guard support.documentChanges, support.createsFiles else { return nil }
    let uri = context.uri(of: path)
    let start = Position(line: 0, character: 0)
    let edit = LanguageServerProtocol.TextEdit(
      range: Range(start: start, end: start), newText: settingKey(key, to: "none", in: []).newText)
    return .documentChanges([TextDocumentEdit(uri: uri, version: nil, edits: [edit])], creating: [uri])
  }

  // MARK: Many at once

  private func fixAllActions(
    _ findings: [(index: Int, finding: Finding)], _ params: CodeActionParams
  ) -> [CodeAction]? {
    var offered: Set<FixAllChoice> = []
    var actions: [CodeAction] = []
    for (index, finding) in findings {
      for fix in finding.fixes {
        let choice = FixAllChoice.action(ruleID: finding.ruleID, actionKey: fix.actionKey)
        guard offered.insert(choice).inserted else { continue }
        for scope in FixAllScope.allCases where isOffered(choice, in: scope) {
          var action = CodeAction(
            title: "Fix all \(finding.ruleID) (\(fix.actionKey)) \(scope.phrase)", kind: .quickFix)
          action.diagnostics = [clientDiagnostic(index, params)]
          guard complete(&action, choice, scope) else {
            if flag.isCancelled { return nil }
            continue
          }
          actions.append(action)
        }
      }
    }
    return actions
  }

  /// In a file, where there are several; for a single one the fix itself is there. Wider areas are looked through once the
  /// user has picked the action.
  private func isOffered(_ choice: FixAllChoice, in scope: FixAllScope) -> Bool {
    switch scope {
    case .document:
      outcome.analysis.findings.count { choice.covers($0, isLocal: choice.isLocal(in: outcome.analysis)) } > 1
    case .project, .workspace:
      support.resolvesEdit && view.snapshot.configurationFile(forProjectOf: document) != nil
    }
  }

  private func sourceFixAll() -> CodeAction? {
    let filter = FixAllChoice.allSafe.filter
    guard outcome.analysis.findings.contains(where: { filter.choice(for: $0) != nil }) else { return nil }
    var action = CodeAction(
      title: "Awaitwise: Apply all safe fixes in this file", kind: CodeActionBuilder.sourceFixAllKind)
    return complete(&action, .allSafe, .document) ? action : nil
  }

  /// Gives an action its edit, or what it takes to make the edit later.
  private func complete(_ action: inout CodeAction, _ choice: FixAllChoice, _ scope: FixAllScope) -> Bool {
    if support.resolvesEdit {
      action.data = DeferredFixAll(uri: uri, version: version, choice: choice, scope: scope).json
      return true
    }
    action.edit = edit(for: choice, in: scope)
    return action.edit != nil
  }

  /// The edit of a fix-all; `nil` if nothing is left to fix, or if cancelled.
  func edit(for choice: FixAllChoice, in scope: FixAllScope) -> WorkspaceEdit? {
    let result = fixAll(
      choice, in: scope, of: document, outcome, view.snapshot, isCancelled: { [flag] in flag.isCancelled })
    let edits = result.sorted { $0.key < $1.key }.flatMap { key, edits in
      edits.map { ConcurrencyRules.TextEdit(path: key, range: $0.range, newText: $0.newText) }
    }
    guard !edits.isEmpty else { return nil }
    var others = OtherTexts(view.snapshot, encoding: context.encoding)
    return workspaceEdit(edits, &others, note: note(on: choice, documentCount: result.count))
  }

  private var uri: DocumentURI { context.uri(of: document) }
  private var version: Int32? { context.openDocuments[document]?.version }

  // MARK: Edits

  /// What the user should know of a fix that may change what the program does, or reaches into other files.
  private func note(on fix: Fix) -> ChangeAnnotation? {
    guard fix.safety == .unsafe else { return nil }
    return note(label: fix.title, .unsafe, documentCount: Set(fix.edits.map { $0.path ?? document }).count)
  }

  private func note(on choice: FixAllChoice, documentCount: Int) -> ChangeAnnotation? {
    guard case .action(let ruleID, let actionKey) = choice else { return nil }
    let filter = FixAllChoice.allSafe.filter
    let isSafe = outcome.analysis.findings.contains { finding in
      finding.ruleID == ruleID && finding.fixes.contains { $0.actionKey == actionKey && $0.safety == filter.safety }
    }
    if isSafe && documentCount <= 1 { return nil }
    return note(label: "Fix all \(ruleID) (\(actionKey))", isSafe ? .safe : .unsafe, documentCount: documentCount)
  }

  private func note(label: String, _ safety: FixSafety, documentCount: Int) -> ChangeAnnotation {
    ChangeAnnotation(
      id: "awaitwise", label: label,
      // What reaches into files that the user does not see is worth a preview.
      needsConfirmation: documentCount > 1,
      description: safety == .safe
        ? "This keeps what the program does." : "This can change what the program does.")
  }

  /// Turns edits in bytes into the form that the client understands; `nil` if they are faulty.
  private func workspaceEdit(
    _ edits: [ConcurrencyRules.TextEdit], _ others: inout OtherTexts, note: ChangeAnnotation? = nil
  ) -> WorkspaceEdit? {
    var order: [DocumentKey] = []
    var byDocument: [DocumentKey: [ConcurrencyRules.TextEdit]] = [:]
    for edit in edits {
      let key = edit.path ?? document
      if byDocument[key] == nil { order.append(key) }
      byDocument[key, default: []].append(edit)
    }
    guard !order.isEmpty else { return nil }
    let note = support.documentChanges && support.changeAnnotations ? note : nil
    var documents: [TextDocumentEdit] = []
    for key in order {
      let converter = key == document ? outcome.converter : others.converter(for: key)
      guard let converter, let edits = byDocument[key], isWellFormed(edits, textLength: converter.bytes.count) else {
        return nil
      }
      documents.append(
        TextDocumentEdit(
          uri: context.uri(of: key), version: context.openDocuments[key]?.version,
          edits: edits.map {
            LanguageServerProtocol.TextEdit(range: converter.range(of: $0.range), newText: $0.newText)
          }, annotationID: note?.id))
    }
    return support.documentChanges
      ? .documentChanges(documents, annotations: note.map { [$0] } ?? []) : .changes(documents)
  }
}
