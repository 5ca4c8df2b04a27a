import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules

/// The workspace at one moment.
struct WorkspaceSnapshot: AnalysisSnapshot {
  let index: ProjectIndex
  let store: SourceStore
  let assemblies: ReferenceStore
  let compilations: CompilationCache
  let contexts: BindingContextPool
  let fileSystem: any FileSystem
  let selection: RuleSelection
  private(set) var documents: [DocumentKey: OpenDocument]
  let folders: [String]
  let ruleTimes: RuleTimes?

  func analyze(_ document: DocumentKey, isCancelled: () -> Bool) -> FileAnalysis? {
    analyze(document, solutionFixes: .none, isCancelled: isCancelled)
  }

  func replacing(_ texts: [DocumentKey: [UInt8]]) -> (snapshot: any AnalysisSnapshot, impact: ChangeImpact)? {
    var next = self
    var impact = ChangeImpact.nothing
    for (document, bytes) in texts {
      let old = documents[document]
      if let old, old.bytes == bytes { continue }
      let new = OpenDocument(key: document, bytes: bytes, serial: OpenDocument.nextHypotheticalSerial())
      next.documents[document] = new
      impact = max(impact, .document)
      if impact == .everything { continue }
      for project in index.projects(of: document, text: old?.bytes) {
        let before =
          old?.declarations(options: project.parseOptions)
          ?? (FilePath.isAbsolute(document) ? store.declarations(of: document, options: project.parseOptions) : nil)
        let after = new.declarations(options: project.parseOptions)
        if before?.declarationHash != after?.declarationHash { impact = .everything }
      }
    }
    return (next, impact)
  }

  func index(_ documents: [DocumentKey]) {
    for document in documents {
      for project in index.projects(of: document, text: self.documents[document]?.bytes) {
        _ = compilation(of: project, documents: self.documents)
      }
    }
  }

  /// Files of one project share what binding one of them finds out. Projects are not loaded for this.
  func affinity(of document: DocumentKey) -> String { index.projectFolder(around: document) ?? "" }

  func documents(in area: WorkspaceArea) -> [DocumentKey] {
    switch area {
    case .document(let document): return [document]
    case .projectOf(let document):
      return sortedUniquePaths(
        index.projects(of: document, text: documents[document]?.bytes).flatMap { $0.fileIndices.keys } + [document])
    case .everything:
      let found = FileDiscovery(fileSystem).files(below: folders).sources
      return sortedUniquePaths(found + documents.keys.filter { FilePath.isAbsolute($0) })
    }
  }

  func configurationFile(forProjectOf document: DocumentKey) -> String? {
    guard FilePath.isAbsolute(document) else { return nil }
    let project = index.projects(of: document, text: documents[document]?.bytes).first
    let folder = FilePath.parent(project?.projectFile ?? document)
    return FilePath.join(folder, ".editorconfig")
  }

  func text(of document: DocumentKey) -> [UInt8]? {
    if let open = documents[document] { return open.bytes }
    guard FilePath.isAbsolute(document), let bytes = try? fileSystem.read(document) else { return nil }
    return SourceEncoding.decode(bytes).bytes
  }

  func analyze(
    _ document: DocumentKey, solutionFixes: SolutionFixes, isCancelled: () -> Bool
  ) -> FileAnalysis? {
    var result: FileAnalysis?
    for project in index.projects(of: document, text: documents[document]?.bytes) {
      guard
        let analysis = analyze(document, in: project, solutionFixes: solutionFixes, isCancelled: isCancelled)
      else { return nil }
      result = result.map { merge($0, analysis) } ?? analysis
    }
    return result
  }

  private func analyze(
    _ document: DocumentKey, in project: IndexedProject, solutionFixes: SolutionFixes, isCancelled: () -> Bool
  ) -> FileAnalysis? {
    guard let (numbered, file) = compilation(of: project, with: document) else { return nil }
    let lent = contexts.take(numbered)
    defer { contexts.giveBack(lent) }
    guard let model = lent.context.semanticModel(file: file) else { return nil }
    let configuration =
      FilePath.isAbsolute(document)
      ? index.configuration(for: document, globalConfigFiles: project.globalConfigFiles) : FileConfiguration()
    var solution: WorkspaceSolution?
    let demand: FixDemand
    switch solutionFixes {
    case .none: demand = .local
    case .near(let range):
      let made = WorkspaceSolution(self, documents: documents, own: project, context: lent.context, model: model)
      solution = made
      demand = .solution(made, near: range)
    case .all:
      let made = WorkspaceSolution(self, documents: documents, own: project, context: lent.context, model: model)
      solution = made
      demand = .solution(made, near: nil)
    }
    defer { solution?.close() }
    let input = AnalysisInput(
      model: model, settings: RuleSettings(values: configuration.entries.mapValues(\.value)), project: project.context,
      selection: selection, isGenerated: isGenerated(document, model.tree, configuration), fixes: demand,
      isUsedWithoutContextOnly: { [index] in index.isUsedWithoutContextOnly(project) },
      markup: ProjectMarkup(index: index, project: project),
      recordTimes: ruleTimes.map { times in { times.add($0) } })
    guard let output = ConcurrencyRules.analyze(input, isCancelled: isCancelled) else { return nil }
    ruleTimes?.add(boundMembers: model.boundMemberCount)
    return FileAnalysis(
      tree: model.tree, findings: output.findings, suppressed: output.suppressed, notes: output.notes,
      workspaceNotes: configuration.notes.map { WorkspaceNote(file: $0.file, line: $0.line, message: $0.message) }
        + project.notes,
      unpublished: output.unpublished)
  }

  func isGenerated(_ document: DocumentKey, _ tree: SyntaxTree, _ configuration: FileConfiguration) -> Bool {
    if let decided = configuration.isGeneratedCode { return decided }
    return GeneratedCode.isGenerated(path: document) || GeneratedCode.hasGeneratedHeader(tree.bytes)
  }

  /// The project's compilation with open documents laid over it, and the document's place in it.
  private func compilation(
    of project: IndexedProject, with document: DocumentKey
  ) -> (NumberedCompilation, Int)? {
    var isReadable = true
    let numbered = compilation(of: project, documents: documents, appending: document)
    if let index = project.fileIndices[document] {
      if documents[document] == nil, !fileSystem.isFile(document) { isReadable = false }
      return isReadable ? (numbered, index) : nil
    }
    guard let index = numbered.compilation.files.firstIndex(where: { $0.path == document }) else { return nil }
    return (numbered, index)
  }

  /// The project's compilation with open documents laid over it.
  ///
  /// - Parameter document: a document that no glob of the project knows yet.
  func compilation(
    of project: IndexedProject, documents: [DocumentKey: OpenDocument], appending document: DocumentKey? = nil
  ) -> NumberedCompilation {
    let own = documents.values.filter { project.fileIndices[$0.key] != nil || $0.key == document }
      .sorted { $0.key < $1.key }
    let edited = project.references.filter { holdsDocuments($0, documents) }
    let foreign = edited.map { compilation(of: $0, documents: documents) }
    let key = CompilationCache.Key(
      project: ObjectIdentifier(project), documents: own.map(\.serial) + foreign.map(\.number))
    return compilations.compilation(of: project, key: key) {
      var compilation = project.compilation(store, assemblies)
      if !foreign.isEmpty {
        let known = Dictionary(zip(edited.map(\.id), foreign.map(\.compilation))) { first, _ in first }
        compilation = Compilation(
          options: compilation.options, files: compilation.files,
          projectReferences: zip(project.references, compilation.projectReferences).map { known[$0.id] ?? $1 },
          references: compilation.references)
      }
      for open in own {
        guard let declarations = open.declarations(options: project.parseOptions) else { continue }
        if let index = project.fileIndices[open.key] {
          compilation = compilation.replacing(file: index, with: declarations)
        } else {
          compilation = compilation.appending(declarations)
        }
      }
      return compilation
    }
  }

  /// Whether a project, or one that it refers to, compiles an open document.
  private func holdsDocuments(_ project: IndexedProject, _ documents: [DocumentKey: OpenDocument]) -> Bool {
    documents.keys.contains { project.fileIndices[$0] != nil }
      || project.references.contains { holdsDocuments($0, documents) }
  }

  /// A project with several target frameworks is analysed once for each; equal findings are one.
  private func merge(_ first: FileAnalysis, _ second: FileAnalysis) -> FileAnalysis {
    struct Identity: Hashable {
      let ruleID: String
      let range: TextRange
    }
    func union<Element>(_ a: [Element], _ b: [Element], _ finding: (Element) -> Finding) -> [Element] {
      let known = Set(a.map { Identity(ruleID: finding($0).ruleID, range: finding($0).range) })
      let added = b.filter { !known.contains(Identity(ruleID: finding($0).ruleID, range: finding($0).range)) }
      return (a + added).sorted { x, y in
        let (x, y) = (finding(x), finding(y))
        return (x.range.start, x.ruleID, x.range.end) < (y.range.start, y.ruleID, y.range.end)
      }
    }
    return FileAnalysis(
      tree: first.tree, findings: union(first.findings, second.findings, { $0 }),
      suppressed: union(first.suppressed, second.suppressed, { $0.finding }),
      notes: first.notes + second.notes.filter { !first.notes.contains($0) },
      workspaceNotes: first.workspaceNotes + second.workspaceNotes.filter { !first.workspaceNotes.contains($0) },
      unpublished: union(first.unpublished, second.unpublished, { $0 }))
  }
}
