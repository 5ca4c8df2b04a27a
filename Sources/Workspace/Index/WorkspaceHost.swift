import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules
import Synchronization

/// The analyzer over real folders: projects and files as they lie on disk, open documents laid over them.
package final class WorkspaceHost: AnalysisHost {
  private let fileSystem: any FileSystem
  private let environment: DotNetEnvironment
  private let selection: RuleSelection
  private let ruleTimes: RuleTimes?
  private let store: SourceStore
  private let assemblies = ReferenceStore()
  private let compilations = CompilationCache()
  private let contexts: BindingContextPool
  private var index: ProjectIndex
  private var documents: [DocumentKey: OpenDocument] = [:]
  private var folders: [String] = []
  private var serial: UInt64 = 0

  /// - Parameters:
  ///   - referencePaths: further folders with `packs/` or `packages/` inside, looked at first.
  ///   - threadCount: how many threads will analyse at the same time.
  ///   - ruleTimes: where to measure rules; that costs time itself.
  package init(
    fileSystem: any FileSystem = LocalFileSystem(), selection: RuleSelection = .configured,
    referencePaths: [String] = [],
    threadCount: Int = 2, ruleTimes: RuleTimes? = nil
  ) {
    self.fileSystem = fileSystem
    self.selection = selection
    self.ruleTimes = ruleTimes
    environment = DotNetEnvironment(processWithReferenceRoots: referencePaths)
    store = SourceStore(fileSystem, treeBytes: WorkspaceHost.idleTreeBytes)
    contexts = BindingContextPool(WorkspaceHost.contextLimits(threadCount: threadCount))
    index = ProjectIndex(fileSystem, environment: environment, store: store)
  }

  private static func contextLimits(threadCount: Int) -> BindingContextPool.Limits {
    // A project of five frameworks on each thread.
    BindingContextPool.Limits(
      count: max(2, threadCount) * 5, patience: 32, contextSize: 64 << 20, totalSize: 96 << 20)
  }

  /// A few hundred files of the usual length.
  private static let idleTreeBytes = 24 << 20

  /// Projects are found from the files that are asked for; the folders tell where else to look for uses of a symbol.
  package func setFolders(_ paths: [String]) { folders = paths }

  package func setDocument(_ document: DocumentKey, bytes: [UInt8]) -> ChangeImpact {
    let old = documents[document]
    if let old, old.bytes == bytes { return .nothing }
    serial += 1
    let new = OpenDocument(key: document, bytes: bytes, serial: serial)
    documents[document] = new
    let projects = index.projects(of: document, text: bytes)
    return projects.contains { changesDeclarations(old, new, in: $0) } ? .everything : .document
  }

  package func closeDocument(_ document: DocumentKey) -> ChangeImpact {
    guard let old = documents.removeValue(forKey: document) else { return .nothing }
    serial += 1
    let projects = index.projects(of: document, text: nil)
    return projects.contains { changesDeclarations(old, nil, in: $0) } ? .everything : .document
  }

  /// Whether other files can see a difference between two states of a document; `nil` is the file on disk.
  private func changesDeclarations(_ old: OpenDocument?, _ new: OpenDocument?, in project: IndexedProject) -> Bool {
    let before = declarations(old, or: new?.key, in: project)
    let after = declarations(new, or: old?.key, in: project)
    return before?.declarationHash != after?.declarationHash
  }

  private func declarations(
    _ document: OpenDocument?, or path: DocumentKey?, in project: IndexedProject
  ) -> FileDeclarations? {
    if let document { return document.declarations(options: project.parseOptions) }
    guard let path, FilePath.isAbsolute(path) else { return nil }
    return store.declarations(of: path, options: project.parseOptions)
  }

  package func filesChanged(_ paths: [String]) -> ChangeImpact {
    let matters = paths.contains { path in
      path.hasSuffixIgnoringASCIICase(".cs") || ProjectLoader.isProjectInput(path)
        || ConfigurationStore.isConfigurationFile(path)
    }
    guard matters else {
      guard paths.contains(where: ProjectIndex.isMarkup) else { return .nothing }
      index.forgetMarkup()
      return .everything
    }
    index = ProjectIndex(fileSystem, environment: environment, store: store)
    compilations.removeAll()
    return .everything
  }

  package func sees(_ document: DocumentKey, declarationsOf other: DocumentKey) -> Bool {
    let declaring = index.projects(of: other, text: documents[other]?.bytes)
    return index.projects(of: document, text: documents[document]?.bytes).contains { project in
      declaring.contains { $0.path == project.path || project.refers(to: $0) }
    }
  }

  package func snapshot() -> any AnalysisSnapshot {
    WorkspaceSnapshot(
      index: index, store: store, assemblies: assemblies, compilations: compilations, contexts: contexts,
      fileSystem: fileSystem,
      selection: selection, documents: documents, folders: folders, ruleTimes: ruleTimes)
  }
}
