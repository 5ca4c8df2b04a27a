import CSharpSemantics
import CSharpSyntax

/// Awaits a conditional access in statement position: `x?.F();` becomes `if (x != null) { await x.F(); }`, a receiver with
/// effects gets a local first. What stands behind the question mark stays where it is.
struct NullTest {
  /// What is tested, as written.
  let receiver: String
  let edits: [TextEdit]

  /// - Parameters:
  ///   - access: the outermost conditional access.
  ///   - rest: edits of what stands behind the last question mark.
  ///   - suffix: goes behind the awaited expression.
  /// - Returns: `nil` where the value is used, the access is too entangled, or comments would be lost.
  init?(_ access: SyntaxNode, in context: RuleContext, changing rest: [TextEdit] = [], suffix: String) {
    guard let place = Place(access, context) else { return nil }
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
    let tested = NullTest.flat(context.tree.text(before))
    var edits = rest
    if !suffix.isEmpty { edits.append(.insertion(suffix, at: access.range.end)) }
    if NullTest.isChain(access, upTo: last, model: context.model) {
      edits += questions.map { .deletion($0.range) }
      edits += place.around(access, "if (\(tested) != null)", then: "await ")
    } else {
      // The receiver is evaluated once only: it needs a name, and the statement a place for two.
      guard place.isList else { return nil }
      let name = NullTest.freeName(for: receiver.requiredNode(0), at: access, context)
      edits += place.around(
        access, "var \(name) = ", splitAt: last.range, "if (\(name) != null)", then: "await \(name)")
    }
    self.receiver = tested
    self.edits = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// The conditional access that ends in a call and is all of a statement or of a body that gives nothing.
  static func access(endingIn call: SyntaxNode, in context: RuleContext) -> SyntaxNode? {
    var node = call
    while let parent = node.parent, parent.kind == .conditionalAccessExpression, parent.requiredNode(2) == node {
      node = parent
    }
    return node != call && Place(node, context) != nil ? node : nil
  }

  /// Where the access stands: as a statement, or as the body of a function that gives nothing.
  private struct Place {
    private let statement: SyntaxNode?
    private let body: BlockBody?
    private let layout: BlockLayout

    init?(_ access: SyntaxNode, _ context: RuleContext) {
      if let parent = access.parent, parent.kind == .expressionStatement {
        guard context.tree.comments(inside: parent)?.isEmpty == true, !NullTest.wouldTakeElse(parent) else {
          return nil
        }
        statement = parent
        body = nil
        layout = BlockLayout(at: parent, settings: context.settings)
        return
      }
      guard let function = FunctionSyntax.nearest(to: access), function.body == access,
        let type = context.model.returnType(of: function),
        type.specialType == .void || function.isAsync && type.typeArguments.isEmpty,
        context.tree.comments(inside: access)?.isEmpty == true, let block = BlockBody(insteadOf: access)
      else { return nil }
      statement = nil
      body = block
      layout = BlockLayout.oneLine
    }

    /// Whether more than one statement may stand there.
    var isList: Bool {
      guard let parent = statement?.parent else { return body != nil }
      return parent.kind == .block || parent.kind == .switchSection || parent.kind == .globalStatement
    }

    /// The access as the only statement of a block behind a header.
    func around(_ access: SyntaxNode, _ header: String, then start: String) -> [TextEdit] {
      let (before, after) = layout.wrapping(header)
      return wrapped(access, before + start, after)
    }

    /// The text up to a token as a statement of its own, what stands behind it in a block behind a header.
    func around(
      _ access: SyntaxNode, _ first: String, splitAt token: TextRange, _ header: String, then start: String
    ) -> [TextEdit] {
      let (before, after) = layout.wrapping(header)
      return wrapped(access, first, after)
        + [TextEdit(range: token, newText: ";" + layout.newLine + before + start)]
    }

    private func wrapped(_ access: SyntaxNode, _ before: String, _ after: String) -> [TextEdit] {
      if let body { return body.edits(before: before, after: ";" + after) }
      let end = statement?.range.end ?? access.range.end
      return [.insertion(before, at: access.range.start), .insertion(after, at: end)]
    }
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
  private static func freeName(for receiver: SyntaxNode, at node: SyntaxNode, _ context: RuleContext) -> String {
    let base = baseName(of: receiver)
    var earlier = 0
    FunctionSyntax.owningMember(of: node)?.walk { other in
      guard other.range.start < node.range.start else { return false }
      if other.kind == .expressionStatement, case let access = other.requiredNode(1),
        access.kind == .conditionalAccessExpression, baseName(of: lastReceiver(of: access)) == base
      {
        earlier += 1
      }
      return true
    }
    return LocalName(context: context).free(base, at: node, skipping: earlier)
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
