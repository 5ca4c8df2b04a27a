import CSharpSemantics
import CSharpSyntax

/// The edits that put an `await` at a place (T4, with T13).
struct AwaitInsertion {
  /// Ascending, without overlap; nothing but the `await`, parentheses and what it replaces is touched, so that edits
  /// inside the awaited expression can be made together with these.
  let edits: [TextEdit]
  /// Around the place, exceptions are caught in the form in which blocking waits throw them: with `await` they come
  /// bare, so the fix is unsafe, and its title gets ``exceptionNote``.
  let changesExceptions: Bool

  /// What a fix's title ends in where ``changesExceptions`` holds.
  static let exceptionNote = " (exceptions will no longer be wrapped)"

  /// `title`, with the note where it is due.
  func title(_ title: String) -> String { changesExceptions ? title + AwaitInsertion.exceptionNote : title }

  /// Awaits what a blocking wait waits for: `e.Result`, `e.Wait()`, `e.GetAwaiter().GetResult()` become `await e`.
  ///
  /// - Parameter wait: the member access or invocation that is the whole wait.
  /// - Returns: `nil` where no `await` may be put (D5), or the wait has another form.
  init?(replacingWait wait: SyntaxNode, in context: RuleContext) {
    guard let receiver = AwaitInsertion.receiver(ofWait: wait) else { return nil }
    self.init(replacing: wait, awaiting: receiver, in: context, changesExceptions: AwaitInsertion.wraps(wait))
  }

  /// Awaits an expression as it stands: `F()` becomes `await F()`.
  init?(awaiting expression: SyntaxNode, in context: RuleContext) {
    self.init(replacing: expression, awaiting: expression, in: context, changesExceptions: false)
  }

  /// Puts `await operand` in the place of an expression that begins with the operand; what follows the operand in it
  /// goes.
  ///
  /// - Parameters:
  ///   - awaitedType: the type of what is awaited, where the operand is going to be another call than it is.
  ///   - isTask: whether the operand is going to be a task, whatever it is now.
  init?(
    replacing whole: SyntaxNode, awaiting operand: SyntaxNode, in context: RuleContext, changesExceptions: Bool = false,
    awaitedType: TypeSymbol? = nil, isTask: Bool = false
  ) {
    guard whole.tree === context.tree, whole.range.contains(operand.range), context.isAwaitLegal(whole),
      let removed = AwaitInsertion.trivia(behind: operand, in: whole)
    else { return nil }
    if AwaitInsertion.isInsideConditionalAccess(whole) { return nil }
    var local: PrecedingLocal?
    if !context.isAwaitInsertable(whole) {
      guard operand.kind != .parenthesizedExpression, let found = PrecedingLocal(for: whole, in: context) else {
        return nil
      }
      local = found
    }
    let type = awaitedType ?? context.model.type(of: operand).type
    let configuration = AwaitConfiguration(context: context).suffix(
      at: whole, awaiting: type, isTask: isTask)
    let core = operand.withoutParentheses
    let keepsParentheses = AwaitInsertion.needsParentheses(core, isReceiver: !configuration.isEmpty)
    let needsOuter = local == nil && AwaitInsertion.bindsTighter(whole)

    var prefix = needsOuter ? "(await " : "await "
    var suffix = configuration + (needsOuter ? ")" : "")
    var edits: [TextEdit] = []
    if operand.kind == .parenthesizedExpression {
      if !keepsParentheses, operand.kind == .parenthesizedExpression, core.kind != .none {
        // The parentheses were the old receiver's: they go.
        let before = TextRange(start: operand.range.start, end: core.range.start)
        let after = TextRange(start: core.range.end, end: operand.range.end)
        if AwaitInsertion.isParenthesesOnly(before, context.tree), AwaitInsertion.isParenthesesOnly(after, context.tree)
        {
          edits.append(TextEdit(range: before, newText: prefix))
          prefix = ""
          edits.append(TextEdit(range: after, newText: ""))
        }
      }
    } else if keepsParentheses {
      prefix += "("
      suffix = ")" + suffix
    }
    if let local {
      edits.append(TextEdit(range: local.moved, newText: local.opening + prefix.dropFirst("await ".utf8.count)))
      prefix = ""
      suffix += local.closing
    }
    if !prefix.isEmpty { edits.insert(.insertion(prefix, at: operand.range.start), at: 0) }
    if removed.isEmpty {
      if !suffix.isEmpty { edits.append(.insertion(suffix, at: whole.range.end)) }
    } else {
      for (index, range) in removed.enumerated() {
        edits.append(TextEdit(range: range, newText: index == 0 ? suffix : ""))
      }
    }
    self.edits = AwaitInsertion.joined(edits)
    self.changesExceptions = changesExceptions && AwaitInsertion.isExceptionInspected(around: whole, in: context)
  }

  // MARK: Blocking waits

  /// What a blocking wait waits for; `nil` if the expression has none of the forms that `await` can take the place of.
  static func receiver(ofWait wait: SyntaxNode) -> SyntaxNode? {
    switch wait.kind {
    case .simpleMemberAccessExpression:
      return wait.requiredNode(2).text == "Result" ? wait.requiredNode(0) : nil
    case .invocationExpression:
      let callee = wait.requiredNode(0)
      guard callee.kind == .simpleMemberAccessExpression, wait.requiredNode(1).nodeList(1).isEmpty else { return nil }
      let receiver = callee.requiredNode(0)
      switch callee.requiredNode(2).text {
      case "Wait": return receiver
      case "GetResult":
        guard receiver.kind == .invocationExpression, receiver.requiredNode(1).nodeList(1).isEmpty else { return nil }
        let inner = receiver.requiredNode(0)
        guard inner.kind == .simpleMemberAccessExpression, inner.requiredNode(2).text == "GetAwaiter" else {
          return nil
        }
        return inner.requiredNode(0)
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether the wait throws what went wrong inside an `AggregateException`.
  private static func wraps(_ wait: SyntaxNode) -> Bool {
    let name = wait.kind == .invocationExpression ? wait.requiredNode(0).requiredNode(2) : wait.requiredNode(2)
    return name.text != "GetResult"
  }

  // MARK: Parentheses

  /// Whether an expression binds less tight than the operand of `await`, or, as a receiver, than a member access.
  static func needsParentheses(_ operand: SyntaxNode, isReceiver: Bool) -> Bool {
    switch operand.kind {
    case .conditionalExpression, .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression,
      .switchExpression, .isPatternExpression, .rangeExpression, .withExpression, .queryExpression, .throwExpression,
      .refExpression:
      return true
    case .castExpression, .awaitExpression: return isReceiver
    case .conditionalAccessExpression: return isReceiver
    default:
      if isReceiver, PrefixUnaryExpressionSyntax.kinds.contains(operand.kind) { return true }
      return operand.kind.isBinaryOrAssignment
    }
  }

  /// Whether the parent of an expression would take only a part of `await e` as its operand.
  static func bindsTighter(_ expression: SyntaxNode) -> Bool {
    guard let parent = expression.parent else { return false }
    switch parent.kind {
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression, .elementAccessExpression, .invocationExpression,
      .conditionalAccessExpression, .postIncrementExpression, .postDecrementExpression,
      .suppressNullableWarningExpression:
      return parent.requiredNode(0) == expression
    default: return false
    }
  }

  /// `.a.b` behind a `?`: an `await` can't be put in front of a part of a chain.
  private static func isInsideConditionalAccess(_ node: SyntaxNode) -> Bool {
    var current = node
    while true {
      switch current.kind {
      case .memberBindingExpression, .elementBindingExpression: return true
      case .simpleMemberAccessExpression, .invocationExpression, .elementAccessExpression,
        .suppressNullableWarningExpression:
        current = current.requiredNode(0)
      default: return false
      }
    }
  }

  private static func isParenthesesOnly(_ range: TextRange, _ tree: SyntaxTree) -> Bool {
    tree.slice(range).allSatisfy { [0x28, 0x29, 0x20, 0x21].contains($0) }
  }

  // MARK: Text

  /// The stretches to delete behind the operand: all of it, or, where comments stand between, the tokens.
  private static func trivia(behind operand: SyntaxNode, in whole: SyntaxNode) -> [TextRange]? {
    guard operand.range.start == whole.range.start || operand == whole else { return nil }
    if operand.range.end == whole.range.end { return [] }
    var hasComments = false
    var tokens: [TextRange] = []
    var token = operand.lastToken
    let last = whole.lastToken
    while token != last {
      guard let next = token.next,
        let comments = whole.tree.comments(in: token.trailingTrivia + next.leadingTrivia)
      else { return nil }
      if !comments.isEmpty { hasComments = true }
      tokens.append(next.range)
      token = next
    }
    return hasComments ? tokens : [TextRange(start: operand.range.end, end: whole.range.end)]
  }

  private static func joined(_ edits: [TextEdit]) -> [TextEdit] {
    edits.filter { !$0.range.isEmpty || !$0.newText.isEmpty }
  }

  // MARK: Exceptions

  /// Whether code around the place expects an `AggregateException`.
  static func isExceptionInspected(around node: SyntaxNode, in context: RuleContext) -> Bool {
    let function = FunctionSyntax.nearest(to: node)
    var child = node
    for ancestor in node.ancestors {
      if ancestor == function?.node { return false }
      if let statement = TryStatementSyntax(ancestor), statement.block == child {
        for clause in statement.catches where inspects(clause) { return true }
      }
      child = ancestor
    }
    return false
  }

  private static func inspects(_ clause: SyntaxNode) -> Bool {
    guard let view = CatchClauseSyntax(clause) else { return false }
    if let declaration = CatchDeclarationSyntax(view.declaration) {
      let name = simpleName(of: declaration.type)?.text ?? AttributeName.bare(declaration.type).text
      if name == "AggregateException" { return true }
    }
    var found = false
    clause.walk { node in
      if node.kind == .identifierName,
        ["InnerException", "InnerExceptions", "AggregateException"].contains(node.text)
      {
        found = true
      }
      return !found
    }
    return found
  }
}

extension TextEdit {
  static func insertion(_ text: String, at offset: ByteOffset) -> TextEdit {
    TextEdit(range: TextRange(start: offset, end: offset), newText: text)
  }

  static func deletion(_ range: TextRange) -> TextEdit { TextEdit(range: range, newText: "") }
}

/// What an inserted `await` gets appended (T13).
struct AwaitConfiguration {
  let context: RuleContext

  /// `.ConfigureAwait(false)` and the like; empty where nothing is wanted or the type has no such member.
  func suffix(at node: SyntaxNode, awaiting type: TypeSymbol?, isTask: Bool = false) -> String {
    let value: String
    switch context.settings.option("configure_await")?.lowercased() {
    case "none": return ""
    case "false": value = "false"
    case "true": value = "true"
    default:
      guard context.isRuleOn("AW501") || isHabit(around: node) else { return "" }
      value = "false"
    }
    return isTask || canBeConfigured(type, at: node) ? ".ConfigureAwait(\(value))" : ""
  }

  private func canBeConfigured(_ type: TypeSymbol?, at node: SyntaxNode) -> Bool {
    switch Awaitability(of: type) {
    case .task, .valueTask: true
    case .other, .none, .unknown: false
    }
  }

  /// Whether two awaits at least of the type around are configured with `false`, and none that could be is not.
  private func isHabit(around node: SyntaxNode) -> Bool {
    let scope =
      node.ancestors.first {
        TypeDeclarationSyntax.kinds.contains($0.kind) || RecordDeclarationSyntax.kinds.contains($0.kind)
      } ?? context.tree.root
    if let known = context.configureAwaitHabits[scope] { return known }
    var configured = 0
    var isBroken = false
    scope.walk { candidate in
      guard !isBroken else { return false }
      guard let awaiting = AwaitExpressionSyntax(candidate) else { return true }
      let operand = awaiting.expression.withoutParentheses
      if isConfigured(operand) {
        configured += 1
      } else if canBeConfigured(context.model.type(of: operand).type, at: candidate) {
        isBroken = true
      }
      return true
    }
    let isHabit = !isBroken && configured >= 2
    context.configureAwaitHabits[scope] = isHabit
    return isHabit
  }

  private func isConfigured(_ operand: SyntaxNode) -> Bool {
    guard operand.kind == .invocationExpression, invokedName(of: operand) == "ConfigureAwait" else { return false }
    return operand.requiredNode(1).nodeList(1).single?.text == "false"
  }
}
