import CSharpSemantics
import CSharpSyntax

/// A completed task that takes the place of a missing one.
struct TaskReplacement {
  let text: String

  /// - Parameter type: what the function returns; `nil` comes out for types derived from tasks.
  init?(type: TypeSymbol, function: FunctionSyntax, at node: SyntaxNode, context: RuleContext) {
    guard type.qualifiedName == Awaitability.taskName else { return nil }
    let written = function.returnTypeSyntax.flatMap(TaskReplacement.named)
    let task = written?.qualifier ?? TaskReplacement.taskName(at: node, context: context)
    guard let result = type.typeArguments.first else {
      text = task + ".CompletedTask"
      return
    }
    let argument = written?.argument ?? result.minimalDisplayString
    text = task + ".FromResult" + TaskReplacement.value(of: result, written: argument, at: node, context: context)
  }

  /// `Task<T>` as written: what stands before the type arguments, and the argument.
  private static func named(_ type: SyntaxNode) -> (qualifier: String, argument: String?)? {
    let name = type.kind == .qualifiedName ? type.requiredNode(2) : type
    guard name.kind == .genericName || name.kind == .identifierName, name.requiredToken(0).text == "Task" else {
      return nil
    }
    let range = TextRange(start: type.range.start, end: name.requiredToken(0).range.end)
    let argument = TypeArgumentListSyntax(GenericNameSyntax(name)?.typeArgumentList)?.arguments.single?.text
    return (type.tree.text(range), argument)
  }

  private static func taskName(at node: SyntaxNode, context: RuleContext) -> String {
    let found = context.model.lookupSymbols(named: "Task", at: node)
    let isTask = found.contains { $0.kind == .namedType && $0.qualifiedName == Awaitability.taskName }
    return isTask ? "Task" : Awaitability.taskName
  }

  /// Type argument and argument of `FromResult`.
  private static func value(
    of result: TypeSymbol, written: String, at node: SyntaxNode, context: RuleContext
  ) -> String {
    switch result.specialType {
    case .int32: return "(0)"
    case .boolean: return "(false)"
    case .nullable: return "<\(written)>(null)"
    default: break
    }
    if result.isValueType { return "(default(\(written)))" }
    guard context.isNullableEnabled(at: node) else {
      return result.isReferenceType ? "<\(written)>(null)" : "(default(\(written)))"
    }
    return written.hasSuffix("?") ? "<\(written)>(null)" : "<\(written)>(default!)"
  }
}

enum NullTaskFixes {
  /// A completed task instead of `null`.
  static func returning(_ replacement: TaskReplacement, for branch: SyntaxNode, in context: RuleContext) -> [Fix] {
    var node = branch
    while let parent = node.parent, parent.kind == .suppressNullableWarningExpression { node = parent }
    guard let edits = Replacement(of: node, by: replacement.text, keeping: []).edits,
      let rebound = context.model.rebind(replacing: [(node.range, replacement.text)]), rebound.succeeds
    else { return [] }
    return [
      Fix(
        title: "Return \(replacement.text)", actionKey: "Return a completed task", safety: .safe, isPreferred: true,
        edits: edits)
    ]
  }

  /// `?? Task.CompletedTask` behind the access.
  static func fallingBack(
    to replacement: TaskReplacement, for access: SyntaxNode, in context: RuleContext
  ) -> [Fix] {
    let needsParentheses: Bool
    switch access.parent?.kind {
    case .castExpression, .suppressNullableWarningExpression: needsParentheses = true
    default: needsParentheses = false
    }
    let (open, close) = needsParentheses ? ("(", ")") : ("", "")
    let text = open + access.text + " ?? " + replacement.text + close
    guard let rebound = context.model.rebind(replacing: [(access.range, text)]), rebound.keepsStatement,
      rebound.typeInfo.type?.isTaskType == true
    else { return [] }
    let start = access.range.start
    let end = access.range.end
    var edits = [
      TextEdit(range: TextRange(start: end, end: end), newText: " ?? " + replacement.text + close)
    ]
    if needsParentheses { edits.insert(TextEdit(range: TextRange(start: start, end: start), newText: open), at: 0) }
    return [
      Fix(
        title: "Fall back to a completed task", actionKey: "Fall back to a completed task", safety: .safe,
        isPreferred: false, edits: edits)
    ]
  }
}
