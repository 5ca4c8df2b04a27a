import CSharpSemantics
import CSharpSyntax

/// What the suffix `Async` says about methods, for the rules of the naming convention.
struct AsyncNaming {
  let context: RuleContext

  static let suffix = "Async"

  private var model: SemanticModel { context.model }

  /// Whether it only gives a partial method its body: the name is said where that is declared.
  static func isImplementingPart(_ node: SyntaxNode) -> Bool {
    node.tokenList(1).contains(.partialKeyword) && FunctionSyntax(declaredBy: node)?.body != nil
  }

  /// What to do about streams.
  enum Streams: String {
    case require
    case ignore
    case forbid
  }

  var streams: Streams {
    context.settings.option("streams", of: "AW316").flatMap { Streams(rawValue: $0.lowercased()) } ?? .require
  }

  /// Whether test methods are reported: by our option, else by the peer's.
  var reportsTests: Bool {
    if context.settings.option("tests", of: "AW316") != nil {
      return context.settings.flag("tests", of: "AW316", default: false)
    }
    return context.settings.flag("honor_peer_options", default: true)
      && context.settings.value("MA0137.exclude_test_methods")?.lowercased() == "false"
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
