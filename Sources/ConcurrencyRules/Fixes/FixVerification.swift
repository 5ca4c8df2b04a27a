import CSharpSemantics
import CSharpSyntax

/// Parses and binds what a fix would make of the files, in memory.
struct FixVerification {
  private let contexts: SolutionContexts

  init(_ contexts: SolutionContexts) { self.contexts = contexts }

  /// Whether the changed files have no syntax error, and the changed members no unbound name, that was not there before.
  func accepts(_ edits: [TextEdit], own: RuleContext) -> Bool {
    var byPath: [String: [TextEdit]] = [:]
    for edit in edits { byPath[edit.path ?? own.path, default: []].append(edit) }
    var texts: [String: [UInt8]] = [:]
    for (path, edits) in byPath {
      guard let context = contexts.context(of: path), let text = applying(edits, to: context.tree.bytes) else {
        return false
      }
      texts[path] = text
    }
    let models = contexts.solution.models(replacing: texts)
    for (path, edits) in byPath {
      guard let before = contexts.context(of: path)?.model, let after = models[path],
        after.tree.errors.count <= before.tree.errors.count
      else { return false }
      let places = edits.map(\.range)
      if failures(in: after, members: changedMembers(after.tree, places: shifted(edits)))
        > failures(in: before, members: changedMembers(before.tree, places: places))
      {
        return false
      }
    }
    return true
  }

  /// The ranges that the edits have in the new text.
  private func shifted(_ edits: [TextEdit]) -> [TextRange] {
    var delta = 0
    return edits.sorted { $0.range.start < $1.range.start }.map { edit in
      let start = Int(edit.range.start.value) + delta
      let length = edit.newText.utf8.count
      delta += length - Int(edit.range.length)
      return TextRange(UInt32(clamping: start), UInt32(clamping: start + length))
    }
  }

  private func changedMembers(_ tree: SyntaxTree, places: [TextRange]) -> [SyntaxNode] {
    var members: [SyntaxNode] = []
    for place in places {
      guard let node = tree.innermostNode(containing: place), let member = FunctionSyntax.owningMember(of: node),
        !members.contains(member)
      else { continue }
      members.append(member)
    }
    return members
  }

  private func failures(in model: SemanticModel, members: [SyntaxNode]) -> Int {
    members.reduce(0) { $0 + model.bindingFailures(in: $1) }
  }
}
