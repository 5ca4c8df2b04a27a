import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules
import DotNetMetadata

/// What the analyzer says about one file of a fixture.
typealias AnalyzedText = (tree: SyntaxTree, output: AnalysisOutput)

/// Keeps nothing.
final class ParsedAgain: WholeTreeStore {
  func whole(_ declarations: FileDeclarations) -> FileDeclarations {
    guard let tree = parse(declarations.bytes, options: declarations.parseOptions) else { return declarations }
    return FileDeclarations(path: declarations.path, tree: tree)
  }
}

extension Fixture {
  /// The files' bytes, in order.
  var texts: [[UInt8]] { files.map { Array($0.text.utf8) } }

  /// Analyses texts in place of the files'.
  ///
  /// - Parameters:
  ///   - isBound: whether the framework is there; binding against it takes its time.
  ///   - selection: the rules that run; `nil` for the fixture's own.
  ///   - extra: further settings.
  ///   - isGenerated: whether the files count as generated code.
  func analyze(
    _ texts: [[UInt8]], isBound: Bool = true, selection: RuleSelection? = nil, setting extra: [String: String] = [:],
    isGenerated: Bool = false
  ) -> [AnalyzedText]? {
    let settings = RuleSettings(values: settings.merging(extra) { $1 })
    var declarations: [FileDeclarations] = []
    for (file, bytes) in zip(files, texts) {
      guard let tree = parse(bytes, options: project.parseOptions) else { return nil }
      // As the product does it: bodies are parsed again when somebody looks at them.
      let whole = FileDeclarations(path: file.path, tree: tree)
      declarations.append(whole.withoutBodies(store: ParsedAgain(), key: 0))
    }
    let compilation = Compilation(
      options: project.compilationOptions(hasTopLevelStatements: declarations.contains(where: \.hasTopLevelStatements)),
      files: declarations, references: isBound ? project.metadata : nil)
    let context = BindingContext(compilation: compilation)
    var results: [AnalyzedText] = []
    for index in declarations.indices {
      guard let model = context.semanticModel(file: index) else { return nil }
      let solution = CompilationSolution(
        around: model, settings: settings, project: project.context)
      guard
        let output = ConcurrencyRules.analyze(
          AnalysisInput(
            model: model, settings: settings, project: project.context,
            selection: selection ?? RuleSelection(only: rules), isGenerated: isGenerated,
            fixes: .solution(solution, near: nil)))
      else { return nil }
      results.append((model.tree, output))
    }
    return results
  }

  /// The texts with edits made; `nil` if they overlap, or name a file that is not there.
  ///
  /// - Parameter file: the index of the file that edits without a path mean.
  func applying(_ edits: [TextEdit], of file: Int, to texts: [[UInt8]]) -> [[UInt8]]? {
    guard let placed = place(edits, of: file) else { return nil }
    var texts = texts
    for (index, edits) in placed {
      guard let changed = apply(edits, to: texts[index]) else { return nil }
      texts[index] = changed
    }
    return texts
  }

  private func place(_ edits: [TextEdit], of file: Int) -> [Int: [TextEdit]]? {
    var placed: [Int: [TextEdit]] = [:]
    for edit in edits {
      let index = edit.path == nil ? file : files.firstIndex { $0.path == edit.path }
      guard let index else { return nil }
      placed[index, default: []].append(TextEdit(range: edit.range, newText: edit.newText))
    }
    return placed
  }

  /// The texts after the chosen fix of every finding, repeated until nothing is left.
  func fixAll(_ texts: [[UInt8]]) -> [[UInt8]]? {
    var store = FixtureTexts(fixture: self, texts: texts)
    guard let start = store.states() else { return nil }
    _ = ConcurrencyRules.fixAll(start, in: &store, filter: FixFilter(safety: .unsafe)) { _ in true }
    return store.texts
  }

  /// The texts after what `check --fix` does to them, with every rule that is on.
  ///
  /// - Parameter safety: `.unsafe` for what it does with `--unsafe-fixes`.
  func fixEverything(_ texts: [[UInt8]], safety: FixSafety) -> (result: FixAllResult, texts: [[UInt8]])? {
    var store = FixtureTexts(fixture: self, texts: texts, hasEveryRule: true)
    guard let start = store.states() else { return nil }
    let result = ConcurrencyRules.fixAll(start, in: &store, filter: FixFilter(safety: safety)) { _ in true }
    return (result, store.texts)
  }
}

/// A fixture's texts under fix-all, where each finding has the chosen fix only, or all rules run.
private struct FixtureTexts: FixableTexts {
  let fixture: Fixture
  var texts: [[UInt8]]
  let hasEveryRule: Bool
  private var previous: [[UInt8]] = []

  init(fixture: Fixture, texts: [[UInt8]], hasEveryRule: Bool = false) {
    self.fixture = fixture
    self.texts = texts
    self.hasEveryRule = hasEveryRule
  }

  func states() -> [String: FixableText]? {
    let analyzed = fixture.analyze(texts, selection: hasEveryRule ? RuleSelection(only: nil) : nil)
    guard let analyzed else { return nil }
    var states: [String: FixableText] = [:]
    for (file, (tree, output)) in zip(fixture.files, analyzed) {
      let findings = output.findings.map { finding in
        var finding = finding
        if hasEveryRule { return finding }
        finding.fixes = fixture.chosenFix(of: finding).map { [$0] } ?? []
        return finding
      }
      states[file.path] = FixableText(findings: findings, syntaxErrorCount: tree.errors.count)
    }
    return states
  }

  mutating func text(of document: String) -> [UInt8]? {
    fixture.files.firstIndex { $0.path == document }.map { texts[$0] }
  }

  mutating func analyze(changing changed: [String: [UInt8]]) -> [String: FixableText]? {
    previous = texts
    for (index, file) in fixture.files.enumerated() { texts[index] = changed[file.path] ?? texts[index] }
    return states()
  }

  mutating func undo() { texts = previous }
}

/// Applies edits that don't overlap.
func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8]? {
  var result: [UInt8] = []
  var position = 0
  for edit in edits.sorted(by: { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }) {
    guard edit.range.indices.lowerBound >= position, edit.range.indices.upperBound <= bytes.count else { return nil }
    result += bytes[position..<edit.range.indices.lowerBound]
    result += Array(edit.newText.utf8)
    position = edit.range.indices.upperBound
  }
  return result + bytes[position...]
}
