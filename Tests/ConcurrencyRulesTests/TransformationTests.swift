import CSharpSemantics
import CSharpSyntax
import Foundation
import Testing

@testable import ConcurrencyRules

/// Each file of a folder below `Fixtures/Transformations` marks a place, and holds what each code action gives there.
/// `AWAITWISE_RECORD=1` writes what comes out, to be looked through.
@Suite struct TransformationTests {
  /// An expression that is to be awaited.
  @Test(arguments: Transformation.all(in: "MakeAsync"))
  func makesFunctionsAsync(_ transformation: Transformation) throws {
    try transformation.compare { context, node in
      guard
        let insertion = AwaitInsertion.receiver(ofWait: node) == nil
          ? AwaitInsertion(awaiting: node, in: context) : AwaitInsertion(replacingWait: node, in: context)
      else { return [] }
      let site = AwaitSite(
        node, title: insertion.title("Await it"), actionKey: "Await it",
        safety: insertion.changesExceptions ? .unsafe : .safe, edits: insertion.edits)
      return MakeAsync(context: context).fixes(for: site)
    }
  }

  /// The body of a function that is `async` and awaits nothing.
  @Test(arguments: Transformation.all(in: "MakeSynchronous"))
  func makesFunctionsSynchronous(_ transformation: Transformation) throws {
    try transformation.compare { context, node in
      let function = FunctionSyntax.nearest(to: node)
      var fixes: [Fix] = []
      if let edits = AsyncRemoval(function: function, context: context)?.edits() {
        fixes.append(
          Fix(
            title: "Remove 'async', keep returning a task", actionKey: "Remove async", safety: .unsafe,
            isPreferred: true, edits: edits))
      }
      return fixes + (MakeSynchronous(function: function, context: context)?.fixes() ?? [])
    }
  }

  /// A wait in a constructor.
  @Test(arguments: Transformation.all(in: "ConstructorFactory"))
  func createsFactories(_ transformation: Transformation) throws {
    try transformation.compare { context, node in
      ConstructorFactory(aroundWait: node, in: context)?.fixes() ?? []
    }
  }

  private static let compiler = CompilerTool.fromEnvironment

  /// But for actions that leave callers behind.
  @Test(
    .enabled(if: compiler != nil, "AWAITWISE_ROSLYN does not name the compiler's tool"),
    arguments: ["MakeAsync", "MakeSynchronous", "ConstructorFactory"])
  func storedTextsCompile(_ folder: String) throws {
    let compiler = try #require(TransformationTests.compiler)
    try expectToCompile(Transformation.all(in: folder), with: compiler)
  }

  @Test func findsItsFiles() {
    #expect(Transformation.all(in: "MakeAsync").count >= 30)
    #expect(Transformation.all(in: "MakeSynchronous").count >= 5)
    #expect(Transformation.all(in: "ConstructorFactory").count >= 3)
  }
}

extension Transformation {
  /// Compares what fixes make of the marked place with the stored texts.
  fileprivate func compare(_ fixes: (RuleContext, SyntaxNode) -> [Fix]) throws {
    let made = self.actions(fixes)
    let actions = try #require(made)
    if ProcessInfo.processInfo.environment["AWAITWISE_RECORD"] != nil {
      try text(with: actions).write(to: url, atomically: true, encoding: .utf8)
      return
    }
    #expect(actions.map(\.title) == expected.map(\.title))
    for (actual, expected) in zip(actions, expected) {
      #expect(actual.safety == expected.safety, "\(actual.title)")
      #expect(actual.files.map(\.path) == expected.files.map(\.path), "\(actual.title)")
      for (one, other) in zip(actual.files, expected.files) { #expect(one.text == other.text, "\(actual.title)") }
    }
  }

  /// What the fixes make of the files; only changed files are listed.
  private func actions(_ fixes: (RuleContext, SyntaxNode) -> [Fix]) -> [Action]? {
    let trees = before.compactMap { parse(Array($0.text.utf8)) }
    guard trees.count == before.count else { return nil }
    let compilation = Compilation(
      options: CompilationOptions(globalUsings: CompilationOptions.webUsings),
      files: zip(before, trees).map { FileDeclarations(path: "/" + $0.path, tree: $1) },
      references: FixtureProject([]).metadata)
    let binding = BindingContext(compilation: compilation)
    guard let model = binding.semanticModel(file: place.file) else { return nil }
    let context = RuleContext(
      model: model, settings: RuleSettings(values: settings), project: ProjectContext(), decisions: [:])
    context.solution = CompilationSolution(around: model, settings: context.settings, project: context.project)
    guard let node = Transformation.node(at: place.range, in: model.tree) else { return nil }
    return fixes(context, node).map { fix in
      var files: [File] = []
      for (index, file) in before.enumerated() {
        let edits = fix.edits.filter { $0.path == nil ? index == place.file : $0.path == "/" + file.path }
        guard !edits.isEmpty, let changed = applying(edits, to: Array(file.text.utf8)) else { continue }
        files.append(File(path: file.path, text: String(decoding: changed, as: UTF8.self)))
      }
      return Action(title: fix.title, safety: fix.safety.rawValue, files: files)
    }
  }

  /// The outermost expression or statement of exactly this range.
  private static func node(at range: TextRange, in tree: SyntaxTree) -> SyntaxNode? {
    var found: SyntaxNode?
    tree.root.walk { node in
      if found == nil, node.range == range { found = node.kind == .argument ? node.requiredNode(2) : node }
      return true
    }
    return found
  }
}
