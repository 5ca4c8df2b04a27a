import CSharpSemantics
import CSharpSyntax
import ConcurrencyRules
import DotNetMetadata

/// Analyses a text as a file of its own.
///
/// - Parameter rules: the rules that run; `nil` for all.
func analyzeText(
  _ bytes: [UInt8], settings: [String: String], rules: Set<String>? = nil,
  references: ReferenceSet? = fixtureReferences
) -> (tree: SyntaxTree, output: AnalysisOutput)? {
  guard let tree = parse(bytes) else { return nil }
  let compilation = Compilation(
    options: CompilationOptions(globalUsings: CompilationOptions.webUsings),
    files: [FileDeclarations(path: "Fixture.cs", tree: tree)], references: references)
  let context = BindingContext(compilation: compilation)
  guard let model = context.semanticModel(file: 0),
    let output = analyze(
      AnalysisInput(
        model: model, settings: RuleSettings(values: settings), selection: RuleSelection(only: rules)))
  else { return nil }
  return (tree, output)
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

/// The text after the preferred fix of every finding, repeated until nothing is left; inner places first.
func fixAllPreferred(_ bytes: [UInt8], settings: [String: String], rules: Set<String>? = nil) -> [UInt8]? {
  var bytes = bytes
  for _ in 0..<20 {
    guard let (_, output) = analyzeText(bytes, settings: settings, rules: rules) else { return nil }
    var accepted: [TextEdit] = []
    for finding in output.findings.reversed() {
      guard let fix = finding.fixes.first(where: \.isPreferred) else { continue }
      let isFree = fix.edits.allSatisfy { edit in !accepted.contains { $0.range.touches(edit.range) } }
      if isFree { accepted += fix.edits }
    }
    if accepted.isEmpty { return bytes }
    guard let next = apply(accepted, to: bytes) else { return nil }
    bytes = next
  }
  return bytes
}

/// The built-in catalogue, as for a loose file of a web project.
let fixtureReferences: ReferenceSet? = Catalogue.builtIn?.references(
  target: .net10, layers: [Catalogue.FrameworkLayer.web])
