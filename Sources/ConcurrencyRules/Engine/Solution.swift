import CSharpSemantics
import CSharpSyntax

/// The files around the analysed one, for fixes that reach across files.
///
/// Used by one thread, and only while fixes are computed: whoever implements it reads and binds as it is asked.
package protocol Solution: AnyObject {
  /// The C# files whose text holds a word, of all projects that compile the file `path` or refer to one that does.
  /// Ordered by path; each file once.
  func files(mentioning word: String, visibleFrom path: String) -> [SolutionSource]

  /// Whether markup (XAML, Razor) beside the sources holds a word; its uses can't be rewritten.
  func isMentionedInMarkup(_ word: String, visibleFrom path: String) -> Bool

  /// Models of files as they would be with other texts, everything else being as it is. By path; files that can't be
  /// bound are left out.
  func models(replacing texts: [String: [UInt8]]) -> [String: SemanticModel]
}

/// A file of a solution, ready to be asked.
package struct SolutionSource {
  /// Absolute; as the analyzer names the file.
  package let path: String
  package let model: SemanticModel
  package let settings: RuleSettings
  package let project: ProjectContext
  /// Whether an edit may touch it: it is no generated code, and lies in the workspace.
  package let isEditable: Bool

  package init(
    path: String, model: SemanticModel, settings: RuleSettings, project: ProjectContext, isEditable: Bool
  ) {
    self.path = path
    self.model = model
    self.settings = settings
    self.project = project
    self.isEditable = isEditable
  }
}

/// Which fixes an analysis computes.
package enum FixDemand {
  /// Those whose edits lie in the file itself. Findings that have more say so (``Finding/hasSolutionFixes``).
  case local
  /// Also those that look at the solution, for findings that touch a range; for all without one.
  case solution(any Solution, near: TextRange?)

  /// What to look at for a finding at a range.
  func solution(for range: TextRange) -> (any Solution)? {
    guard case .solution(let solution, let near) = self else { return nil }
    guard let near else { return solution }
    return range.touches(near) ? solution : nil
  }
}

/// A compilation as a solution of its own.
package final class CompilationSolution: Solution {
  private let context: BindingContext
  private let settings: RuleSettings
  private let project: ProjectContext
  private var models: [Int: SemanticModel] = [:]

  /// - Parameter model: of the analysed file.
  package init(around model: SemanticModel, settings: RuleSettings, project: ProjectContext) {
    context = model.context
    self.settings = settings
    self.project = project
    models[model.file] = model
  }

  package func files(mentioning word: String, visibleFrom path: String) -> [SolutionSource] {
    let bytes = Array(word.utf8)
    return context.compilation.files.enumerated().compactMap { index, file -> SolutionSource? in
      guard file.bytes.contains(word: bytes), let model = models[index] ?? context.semanticModel(file: index)
      else { return nil }
      models[index] = model
      return SolutionSource(
        path: file.path, model: model, settings: settings, project: project,
        isEditable: !GeneratedFileName.matches(file.path))
    }.sorted { $0.path < $1.path }
  }

  package func isMentionedInMarkup(_ word: String, visibleFrom path: String) -> Bool { false }

  package func models(replacing texts: [String: [UInt8]]) -> [String: SemanticModel] {
    var compilation = context.compilation
    var places: [String: Int] = [:]
    for (index, file) in context.compilation.files.enumerated() {
      guard let text = texts[file.path], let tree = parse(text, options: file.parseOptions) else { continue }
      compilation = compilation.replacing(file: index, with: FileDeclarations(path: file.path, tree: tree))
      places[file.path] = index
    }
    let changed = BindingContext(compilation: compilation)
    return places.compactMapValues { changed.semanticModel(file: $0) }
  }
}
