import CSharpSemantics
import CSharpSyntax

/// What the suffix `Async` says about methods, for the rules of the naming convention.
struct AsyncNaming {
  let context: RuleContext

  static let suffix = "Async"

  private var model: SemanticModel { context.model }

  /// What to do about streams.
  enum Streams: String {
    case require
    case ignore
    case forbid
  }

  var streams: Streams {
    context.settings.option("streams", of: "AW316").flatMap { Streams(rawValue: $0.lowercased()) } ?? .require
  }

  /// Another name for a method and its family, in all files (T8).
  func renaming(of node: SyntaxNode, to name: String, actionKey: String) -> [Fix] {
    guard let function = FunctionSyntax(declaredBy: node) else { return [] }
    guard let solution = context.solutionForFixes() else { return [] }
    let contexts = SolutionContexts(solution, around: context)
    guard let family = MethodFamily(of: function, in: context, contexts: contexts), family.isEditable else { return [] }
    let references = MethodReference.all(of: family, contexts: contexts)
    var edits = EditCollection()
    guard Renaming(contexts).rename(family, to: name, references, into: &edits),
      let all = edits.edits(own: context.path), FixVerification(contexts).accepts(all, own: context)
    else { return [] }
    return [
      Fix(
        title: "Rename to '\(name)'", actionKey: actionKey, safety: .unsafe, isPreferred: true, edits: all)
    ]
  }
}
