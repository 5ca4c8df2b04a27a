import CSharpSemantics
import CSharpSyntax

/// A local in front of a statement that takes an awaited value: where the value stands, something lies on the stack that
/// can't be kept across an `await` (T2). The awaited expression stays where it is in the text; what stands before it in
/// the statement moves behind it.
struct PrecedingLocal {
  /// Goes in the place of `moved`.
  let opening: String
  /// The text from the statement's start to the value.
  let moved: TextRange
  /// Goes behind the value.
  let closing: String

  /// - Returns: `nil` where no statement can stand in front, the value may not be evaluated, or what is evaluated before
  ///   it could be another or have an effect.
  init?(for value: SyntaxNode, in context: RuleContext) {
    let tree = context.tree
    guard let statement = value.enclosingStatement, PrecedingLocal.mayStandBefore(statement),
      FunctionSyntax.nearest(to: statement) == FunctionSyntax.nearest(to: value),
      context.isAwaitInsertable(before: statement), tree.comments(inside: statement)?.isEmpty == true,
      PrecedingLocal.isIndependent(value, of: statement, context.model)
    else { return nil }
    var child = value
    for ancestor in value.ancestors {
      if ancestor == statement { break }
      guard PrecedingLocal.evaluatesAll(ancestor), PrecedingLocal.isStable(ancestor, before: child, context.model)
      else {
        return nil
      }
      child = ancestor
    }
    guard PrecedingLocal.isStable(statement, before: child, context.model) else { return nil }
    let earlier = PrecedingLocal.earlierCount(of: value, in: context)
    let name = LocalName(context: context).free("result", at: statement, skipping: earlier)
    moved = TextRange(start: statement.range.start, end: value.range.start)
    opening = "var \(name) = await "
    let indentation = tree.indentation(before: statement.range.start)
    closing = ";" + (indentation.map { tree.lineEnd + $0 } ?? " ") + tree.text(moved) + name
  }

  /// How many places like this one stand before it in the member: each gets a name of its own, so that they can be
  /// changed together.
  private static func earlierCount(of value: SyntaxNode, in context: RuleContext) -> Int {
    guard let member = FunctionSyntax.owningMember(of: value) else { return 0 }
    let word = calledName(of: value)
    var count = 0
    member.walk { node in
      guard node.range.start < value.range.start, count < 100 else { return false }
      if node.kind == value.kind, calledName(of: node) == word, !node.range.contains(value.range),
        !context.isAwaitInsertable(node)
      {
        count += 1
      }
      return true
    }
    return count
  }

  private static func calledName(of value: SyntaxNode) -> String? {
    value.kind == .invocationExpression ? invokedName(of: value) : simpleName(of: value)?.identifierText
  }

  private static func mayStandBefore(_ statement: SyntaxNode) -> Bool {
    switch statement.kind {
    case .expressionStatement, .localDeclarationStatement, .returnStatement, .throwStatement, .ifStatement: break
    default: return false
    }
    switch statement.parent?.kind {
    case .block, .switchSection, .globalStatement: return true
    default: return false
    }
  }

  /// Whether all parts of an expression are evaluated, one behind the other.
  private static func evaluatesAll(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .argument, .argumentList, .bracketedArgumentList, .invocationExpression, .objectCreationExpression,
      .implicitObjectCreationExpression, .elementAccessExpression, .simpleMemberAccessExpression,
      .parenthesizedExpression, .castExpression, .simpleAssignmentExpression, .equalsValueClause, .variableDeclarator,
      .variableDeclaration, .tupleExpression, .logicalNotExpression, .unaryMinusExpression, .interpolation,
      .interpolatedStringExpression:
      return true
    case .logicalAndExpression, .logicalOrExpression, .coalesceExpression: return false
    default: return BinaryExpressionSyntax.kinds.contains(node.kind)
    }
  }

  /// Whether what a node evaluates before one of its children is the same afterwards, and has no effect.
  private static func isStable(_ node: SyntaxNode, before child: SyntaxNode, _ model: SemanticModel) -> Bool {
    var isStable = true
    // A declaration's type is not evaluated.
    let parts = node.kind == .variableDeclaration ? Array(node.childNodes.dropFirst()) : Array(node.childNodes)
    for other in parts where other.range.end <= child.range.start {
      other.walk { part in
        guard isStable else { return false }
        switch part.kind {
        case .identifierName: isStable = isUnchanging(part, model)
        case .invocationExpression: isStable = isSpan(part, model)
        case .argument, .argumentList, .parenthesizedExpression, .simpleMemberAccessExpression, .thisExpression,
          .predefinedType, .genericName, .typeArgumentList, .qualifiedName, .numericLiteralExpression,
          .stringLiteralExpression, .trueLiteralExpression, .falseLiteralExpression, .nullLiteralExpression,
          .characterLiteralExpression, .declarationExpression, .singleVariableDesignation, .nameColon,
          .interpolatedStringText:
          break
        default:
          if !BinaryExpressionSyntax.kinds.contains(part.kind) { isStable = false }
        }
        return isStable
      }
    }
    return isStable
  }

  private static func isUnchanging(_ name: SyntaxNode, _ model: SemanticModel) -> Bool {
    guard let symbol = model.symbol(of: name).symbol else { return model.isTypeReference(name) }
    switch symbol.kind {
    case .local, .parameter, .method, .namedType, .namespace, .typeParameter: return true
    case .field: return symbol.isReadOnly || symbol.isConst
    default: return name.text == "var" || name.parent?.kind == .nameColon
    }
  }

  /// A view of memory, whose making has no effect.
  private static func isSpan(_ call: SyntaxNode, _ model: SemanticModel) -> Bool {
    guard let name = invokedName(of: call), name == "AsSpan" || name == "AsMemory" else { return false }
    return model.symbol(of: call).symbol?.containingType?.qualifiedName == "System.MemoryExtensions"
  }

  /// Whether a value neither writes what the statement reads, nor reads what the statement declares.
  private static func isIndependent(_ value: SyntaxNode, of statement: SyntaxNode, _ model: SemanticModel) -> Bool {
    var isIndependent = true
    value.walk { node in
      guard isIndependent else { return false }
      switch node.kind {
      case .argument: if ArgumentSyntax(node)?.refKindKeyword != nil { isIndependent = false }
      case .preIncrementExpression, .preDecrementExpression, .postIncrementExpression, .postDecrementExpression:
        isIndependent = false
      case .invocationExpression:
        if model.symbol(of: node).symbol?.methodKind == .delegateInvoke { isIndependent = false }
      case .identifierName:
        guard let symbol = model.symbol(of: node).symbol else { break }
        if symbol.methodKind == .localFunction { isIndependent = false }
        if symbol.kind == .local, let declaration = model.declaringNode(of: symbol),
          statement.range.contains(declaration.range), !value.range.contains(declaration.range)
        {
          isIndependent = false
        }
      default: if AssignmentExpressionSyntax.kinds.contains(node.kind) { isIndependent = false }
      }
      return isIndependent
    }
    return isIndependent
  }
}
