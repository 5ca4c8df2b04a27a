import CSharpSemantics
import CSharpSyntax
import Foundation
import Testing

@testable import ConcurrencyRules

/// Each file below `Fixtures/Transformations/MakeAsync` marks a place that is to be awaited, and holds what each code action gives.
/// `AWAITWISE_RECORD=1` writes what comes out, to be looked through.
@Suite struct MakeAsyncTests {
  @Test(arguments: Transformation.all(in: "MakeAsync"))
  func givesTheStoredTexts(_ transformation: Transformation) throws {
    let actions = try #require(makeAsyncActions(transformation))
    if ProcessInfo.processInfo.environment["AWAITWISE_RECORD"] != nil {
      try transformation.text(with: actions).write(to: transformation.url, atomically: true, encoding: .utf8)
      return
    }
    #expect(actions.map(\.title) == transformation.expected.map(\.title))
    for (actual, expected) in zip(actions, transformation.expected) {
      #expect(actual.safety == expected.safety, "\(actual.title)")
      #expect(actual.files.map(\.path) == expected.files.map(\.path), "\(actual.title)")
      for (one, other) in zip(actual.files, expected.files) { #expect(one.text == other.text, "\(actual.title)") }
    }
  }

  private static let compiler = CompilerTool.fromEnvironment

  /// But for actions that leave callers behind.
  @Test(.enabled(if: compiler != nil, "AWAITWISE_ROSLYN does not name the compiler's tool"))
  func storedTextsCompile() throws {
    let compiler = try #require(MakeAsyncTests.compiler)
    try expectToCompile(Transformation.all(in: "MakeAsync"), with: compiler)
  }

  @Test func findsItsFiles() {
    #expect(Transformation.all(in: "MakeAsync").count >= 8)
  }
}

/// What the marked place's actions make of the files; only changed files are listed.
private func makeAsyncActions(_ transformation: Transformation) -> [Transformation.Action]? {
  let trees = transformation.before.compactMap { parse(Array($0.text.utf8)) }
  guard trees.count == transformation.before.count else { return nil }
  let compilation = Compilation(
    options: CompilationOptions(globalUsings: CompilationOptions.webUsings),
    files: zip(transformation.before, trees).map { FileDeclarations(path: "/" + $0.path, tree: $1) },
    references: FixtureProject([]).metadata)
  let binding = BindingContext(compilation: compilation)
  guard let model = binding.semanticModel(file: transformation.place.file) else { return nil }
  let context = RuleContext(
    model: model, settings: RuleSettings(values: transformation.settings), project: ProjectContext(), decisions: [:])
  context.solution = CompilationSolution(around: model, settings: context.settings, project: context.project)
  guard let node = node(at: transformation.place.range, in: model.tree) else { return nil }
  guard
    let insertion = AwaitInsertion.receiver(ofWait: node) == nil
      ? AwaitInsertion(awaiting: node, in: context) : AwaitInsertion(replacingWait: node, in: context)
  else { return [] }
  let site = AwaitSite(
    node, title: insertion.title("Await it"), actionKey: "Await it",
    safety: insertion.changesExceptions ? .unsafe : .safe, edits: insertion.edits)
  return MakeAsync(context: context).fixes(for: site).map { fix in
    var files: [Transformation.File] = []
    for (index, file) in transformation.before.enumerated() {
      let isOwn = index == transformation.place.file
      let edits = fix.edits.filter { $0.path == nil ? isOwn : $0.path == "/" + file.path }
      guard !edits.isEmpty, let changed = applying(edits, to: Array(file.text.utf8)) else { continue }
      files.append(Transformation.File(path: file.path, text: String(decoding: changed, as: UTF8.self)))
    }
    return Transformation.Action(title: fix.title, safety: fix.safety.rawValue, files: files)
  }
}

/// The outermost expression of exactly this range.
private func node(at range: TextRange, in tree: SyntaxTree) -> SyntaxNode? {
  var found: SyntaxNode?
  tree.root.walk { node in
    if node.range == range, found == nil || node.kind != .argument { found = found ?? node }
    return true
  }
  if let node = found, node.kind == .argument { return node.requiredNode(2) }
  return found
}
