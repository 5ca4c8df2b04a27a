import CSharpSemantics
import CSharpSyntax

/// AW801: a value task that is consumed more than once.
package enum ValueTaskConsumedTwice: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .variableDeclarator, .parameter, .forEachStatement, .singleVariableDesignation,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard mayHoldValueTask(node), let variable = context.valueTasks.variable(declaredBy: node) else { return }
    for repeated in variable.repeated {
      let name = repeated.use.identifierText
      context.report(
        descriptor, at: repeated.use.range, place: repeated.use,
        message: "'\(name)' is a value task and may be consumed only once; it was consumed before here. "
          + "Call AsTask() once, or Preserve().",
        related: repeated.earlier.prefix(5).map { earlier in
          RelatedLocation(
            range: earlier.range,
            message: earlier == repeated.use ? "It is consumed here in each round." : "It is consumed here.")
        },
        placeholders: [Placeholder("name", name)]
      ) {
        ValueTaskReuseFixes(variable, in: context).fixes
      }
    }
  }

  /// What syntax alone rules out is not bound.
  private static func mayHoldValueTask(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .parameter:
      if node.tokenList(1).contains(where: { isByReference($0.kind) }) { return false }
      if let type = node.optionalNode(2) { return isWrittenValueTask(type) }
      // The parameter of a lambda has the delegate's type.
      return true
    case .forEachStatement:
      let type = node.requiredNode(4)
      return type.text == "var" || isWrittenValueTask(type)
    case .singleVariableDesignation: return true
    default: break
    }
    guard let declaration = node.parent, declaration.kind == .variableDeclaration,
      let owner = declaration.parent?.kind, owner != .fieldDeclaration, owner != .eventFieldDeclaration
    else { return false }
    let type = declaration.requiredNode(0)
    guard type.text == "var" else { return isWrittenValueTask(type) }
    guard let value = node.optionalNode(2)?.requiredNode(1).withoutParentheses else { return false }
    switch value.kind {
    case .invocationExpression, .conditionalExpression, .coalesceExpression, .switchExpression,
      .conditionalAccessExpression, .elementAccessExpression, .simpleMemberAccessExpression, .identifierName,
      .objectCreationExpression, .castExpression, .defaultExpression:
      return value.kind != .objectCreationExpression || value.requiredNode(1).text.contains("ValueTask")
    default: return false
    }
  }

  private static func isWrittenValueTask(_ type: SyntaxNode) -> Bool {
    simpleName(of: type.kind == .qualifiedName ? type.requiredNode(2) : type)?.identifierText.contains("ValueTask")
      ?? false
  }

  private static func isByReference(_ kind: SyntaxKind) -> Bool {
    kind == .refKeyword || kind == .outKeyword || kind == .inKeyword
  }
}

/// The fixes of a value task that is consumed more than once.
private struct ValueTaskReuseFixes {
  /// The variable that the value task was put into first.
  private let variable: ValueTaskVariable
  private let context: RuleContext

  init(_ variable: ValueTaskVariable, in context: RuleContext) {
    var variable = variable
    var depth = 0
    while depth < 8, let value = variable.declarator?.optionalNode(2)?.requiredNode(1),
      let original = context.valueTasks.copied(value).flatMap(context.valueTasks.variable)
    {
      variable = original
      depth += 1
    }
    self.variable = variable
    self.context = context
  }

  var fixes: [Fix] {
    guard variable.symbol.kind == .local, ValueTaskConsumptionFinder.isValueTask(variable.symbol.type),
      let values = assignedValues
    else { return [] }
    var fixes = [
      Fix(
        title: "Preserve()", actionKey: "Preserve()", safety: .safe, isPreferred: true,
        edits: appending(".Preserve()", to: values))
    ]
    if let edits = storedAsTask(values) {
      fixes.append(
        Fix(title: "Store AsTask()", actionKey: "Store AsTask()", safety: .safe, isPreferred: false, edits: edits))
    }
    return fixes
  }

  /// The values that the variable gets; `nil` if it also gets some in another way.
  private var assignedValues: [SyntaxNode]? {
    guard let value = variable.declarator?.optionalNode(2)?.requiredNode(1) else { return nil }
    var values = [value]
    for use in variable.uses {
      guard let parent = use.outermostEquivalent.parent else { continue }
      if parent.kind == .simpleAssignmentExpression, parent.requiredNode(0).withoutParentheses == use {
        values.append(parent.requiredNode(2))
      } else if parent.kind == .argument, parent.optionalToken(1) != nil {
        return nil
      }
    }
    // `default` has no members; what has another name would be consumed by that.
    return values.contains {
      $0.withoutParentheses.kind == .defaultLiteralExpression || context.valueTasks.copied($0) != nil
    } ? nil : values
  }

  private func appending(_ text: String, to values: [SyntaxNode]) -> [TextEdit] {
    values.flatMap { value -> [TextEdit] in
      switch value.kind {
      case .invocationExpression, .identifierName, .simpleMemberAccessExpression, .elementAccessExpression,
        .parenthesizedExpression, .objectCreationExpression, .defaultExpression:
        return [.insertion(text, at: value.range.end)]
      default:
        return [.insertion("(", at: value.range.start), .insertion(")" + text, at: value.range.end)]
      }
    }.sorted { $0.range.start < $1.range.start }
  }

  /// Keeps a task instead, where every use is one that a task has too.
  private func storedAsTask(_ values: [SyntaxNode]) -> [TextEdit]? {
    guard let declaration = variable.declarator?.parent, declaration.nodeList(1).count == 1 else { return nil }
    var edits = appending(".AsTask()", to: values)
    let type = declaration.requiredNode(0)
    if type.text != "var" {
      let name = type.kind == .qualifiedName ? type.requiredNode(2) : type
      guard let token = simpleName(of: name)?.requiredToken(0), token.text == "ValueTask" else { return nil }
      edits.append(TextEdit(range: token.range, newText: "Task"))
    }
    for use in variable.uses {
      guard context.model.symbol(of: use).symbol == variable.symbol else { return nil }
      let value = use.outermostEquivalent
      guard let parent = value.parent else { return nil }
      switch parent.kind {
      case .awaitExpression: continue
      case .simpleAssignmentExpression where parent.requiredNode(0) == value: continue
      case .simpleMemberAccessExpression:
        switch parent.requiredNode(2).text {
        case "Result", "GetAwaiter", "ConfigureAwait", "IsCompleted", "IsCompletedSuccessfully", "IsFaulted",
          "IsCanceled":
          continue
        case "AsTask":
          guard let call = parent.parent, call.kind == .invocationExpression else { return nil }
          edits.append(TextEdit(range: TextRange(start: value.range.end, end: call.range.end), newText: ""))
        default: return nil
        }
      default: return nil
      }
    }
    return edits.sorted { $0.range.start < $1.range.start }
  }
}
