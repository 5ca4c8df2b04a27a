import CSharpSemantics
import CSharpSyntax

/// Turns a conditional access in statement position into an `if` with its body: `x?.F();` becomes
/// `if (x != null) { … x.F() … }`.
struct NullTest {
  /// What is tested, as written.
  let receiver: String
  let edits: [TextEdit]

  /// - Parameters:
  ///   - access: the whole conditional access.
  ///   - whole: what the access is, or is wrapped in, in statement position; replaced by `wrapping`.
  ///   - wrapping: makes the expression of the new statement from the unconditional access.
  /// - Returns: `nil` where the access stands in no statement of its own, is too entangled, or comments would be lost.
  init?(
    _ access: SyntaxNode, of whole: SyntaxNode, in context: RuleContext, wrapping: (String) -> String
  ) {
    let tree = context.tree
    guard let statement = whole.parent, statement.kind == .expressionStatement, statement.requiredNode(1) == whole,
      let comments = tree.comments(inside: statement), comments.isEmpty, !NullTest.wouldTakeElse(statement)
    else { return nil }
    var questions: [SyntaxToken] = []
    var receiver = access
    while receiver.kind == .conditionalAccessExpression {
      questions.append(receiver.requiredToken(1))
      let next = receiver.requiredNode(2)
      guard next.kind == .conditionalAccessExpression else { break }
      receiver = next
    }
    guard let last = questions.last, let type = NullTest.receiverType(of: receiver, context.model),
      type.nullableUnderlyingType == nil
    else { return nil }
    let before = TextRange(start: access.range.start, end: last.range.start)
    let tested = NullTest.flat(tree.text(before))
    let rest = tree.text(TextRange(start: last.range.end, end: access.range.end))
    self.receiver = tested

    let layout = BlockLayout(at: statement, settings: context.settings)
    if NullTest.isChain(access, upTo: last, model: context.model) {
      let call = NullTest.without(questions.dropLast(), in: before, tree) + rest
      let text = layout.block("if (\(tested) != null)", [wrapping(call) + ";"])
      edits = [TextEdit(range: statement.range, newText: text)]
      return
    }
    // The receiver is evaluated once only: it needs a name, and the statement a place for two.
    guard let parent = statement.parent,
      parent.kind == .block || parent.kind == .switchSection || parent.kind == .globalStatement
    else { return nil }
    let name = NullTest.freeName(for: receiver.requiredNode(0), at: statement, context)
    let text =
      "var \(name) = \(tree.text(before));" + layout.newLine
      + layout.block("if (\(name) != null)", [wrapping(name + rest) + ";"])
    edits = [TextEdit(range: statement.range, newText: text)]
  }

  /// Whether an `else` would go over to the new `if`: the statement is a bare branch before it.
  private static func wouldTakeElse(_ statement: SyntaxNode) -> Bool {
    var node = statement
    while let parent = node.parent, parent.kind.isStatement || parent.kind == .elseClause, parent.kind != .block {
      if let branch = IfStatementSyntax(parent), branch.statement == node, branch.elseClause != nil { return true }
      node = parent
    }
    return false
  }

  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func without(_ tokens: ArraySlice<SyntaxToken>, in range: TextRange, _ tree: SyntaxTree) -> String {
    var text = ""
    var start = range.start
    for token in tokens {
      text += tree.text(TextRange(start: start, end: token.range.start))
      start = token.range.end
    }
    return text + tree.text(TextRange(start: start, end: range.end))
  }

  private static func receiverType(of access: SyntaxNode, _ model: SemanticModel) -> TypeSymbol? {
    model.type(of: access.requiredNode(0)).type
  }

  /// Whether everything before the last question mark can be evaluated twice.
  private static func isChain(_ access: SyntaxNode, upTo last: SyntaxToken, model: SemanticModel) -> Bool {
    let trivial = TrivialExpression(model: model)
    var node = access
    var isFirst = true
    while node.kind == .conditionalAccessExpression {
      let receiver = node.requiredNode(0)
      guard isFirst ? trivial.isSameExpressionChain(receiver) : isBoundChain(receiver, model) else { return false }
      if node.requiredToken(1) == last { return true }
      node = node.requiredNode(2)
      isFirst = false
    }
    return false
  }

  /// `.A.B` behind a question mark: properties and fields only.
  private static func isBoundChain(_ node: SyntaxNode, _ model: SemanticModel) -> Bool {
    var node = node
    while node.kind == .simpleMemberAccessExpression {
      guard isStable(model.symbol(of: node).symbol) else { return false }
      node = node.requiredNode(0)
    }
    return node.kind == .memberBindingExpression && isStable(model.symbol(of: node).symbol)
  }

  private static func isStable(_ symbol: Symbol?) -> Bool {
    symbol?.kind == .field || symbol?.kind == .property
  }

  /// A free name that says what the receiver is; of several such statements in a member each gets its own, so that
  /// they can be changed together.
  private static func freeName(for receiver: SyntaxNode, at statement: SyntaxNode, _ context: RuleContext) -> String {
    let base = baseName(of: receiver)
    var earlier = 0
    FunctionSyntax.owningMember(of: statement)?.walk { node in
      guard node.range.start < statement.range.start else { return false }
      if node.kind == .expressionStatement, case let access = node.requiredNode(1),
        access.kind == .conditionalAccessExpression, baseName(of: lastReceiver(of: access)) == base
      {
        earlier += 1
      }
      return true
    }
    return LocalName(context: context).free(base, at: statement, skipping: earlier)
  }

  private static func lastReceiver(of access: SyntaxNode) -> SyntaxNode {
    var node = access
    while node.requiredNode(2).kind == .conditionalAccessExpression { node = node.requiredNode(2) }
    return node.requiredNode(0)
  }

  private static func baseName(of receiver: SyntaxNode) -> String {
    let callee = receiver.kind == .invocationExpression ? receiver.requiredNode(0) : receiver
    var base = simpleName(of: callee.withoutParentheses)?.identifierText ?? ""
    for prefix in ["TryGet", "Get", "Create", "Find", "_"] where base.hasPrefix(prefix) && base.count > prefix.count {
      base = String(base.dropFirst(prefix.count))
      break
    }
    if base.hasSuffix("Async"), base.count > 5 { base = String(base.dropLast(5)) }
    if let first = base.first { base = first.lowercased() + base.dropFirst() }
    return isIdentifier(base) ? base : "value"
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let tree = parse(Array(text.utf8)), let token = tree.firstSourceToken else { return false }
    return token.kind == .identifierToken && token.text == text
  }
}
