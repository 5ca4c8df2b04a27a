import CSharpSemantics
import CSharpSyntax

/// The rewriting of the returns of a function that returns tasks and is going to be `async` (T1, step 4).
struct ReturnLifting {
  let function: FunctionSyntax
  let context: RuleContext

  /// What came of it.
  struct Outcome {
    /// To be made beside edits inside the returned expressions; insertions before the expressions come first.
    var before: [TextEdit] = []
    /// Insertions behind the expressions.
    var after: [TextEdit] = []
    /// A null task became a default result, which is not the same.
    var changesNull = false
  }

  private var tree: SyntaxTree { context.tree }

  /// - Parameters:
  ///   - hasResult: whether the task has a result.
  ///   - site: the place that is going to be an `await`.
  /// - Returns: `nil` where a return can't be rewritten.
  func outcome(hasResult: Bool, awaiting site: SyntaxNode?) -> Outcome? {
    guard let body = function.body else { return nil }
    var outcome = Outcome()
    if body.kind != .block {
      return lift(expressionBody: body, hasResult: hasResult, site: site, into: &outcome) ? outcome : nil
    }
    var isPossible = true
    function.walkOwn { node in
      guard isPossible else { return false }
      if let statement = ReturnStatementSyntax(node), let value = statement.expression {
        if value.withoutParentheses == site { isPossible = false }
        let isDone =
          hasResult
          ? lift(value: value, of: statement, into: &outcome) : lift(statement, value: value, into: &outcome)
        if !isDone { isPossible = false }
      }
      return true
    }
    return isPossible ? outcome : nil
  }

  // MARK: With a result

  private func lift(value: SyntaxNode, of statement: ReturnStatementSyntax, into outcome: inout Outcome) -> Bool {
    switch ReturnedTask(value.withoutParentheses, context.model) {
    case .result(let inner): return unwrap(value, to: inner, into: &outcome)
    case .task(let inner):
      guard unwrap(value, to: inner, into: &outcome) else { return false }
      addAwait(to: inner, into: &outcome)
    case .exception(let inner):
      guard tree.comments(inside: statement.node)?.isEmpty == true else { return false }
      let start = statement.returnKeyword.range.start
      outcome.before.append(TextEdit(range: TextRange(start: start, end: inner.range.start), newText: "throw "))
      outcome.after.append(.deletion(TextRange(start: inner.range.end, end: value.range.end)))
    case .null, .defaultResult:
      if case .null = ReturnedTask(value.withoutParentheses, context.model) { outcome.changesNull = true }
      if value.text != "default" { outcome.before.append(TextEdit(range: value.range, newText: "default")) }
    case .completed: return false
    case .thrown: break
    case .other: addAwait(to: value, into: &outcome)
    }
    return true
  }

  private func addAwait(to value: SyntaxNode, into outcome: inout Outcome) {
    // `task!` speaks of the task's result, and so it has to after the `await`.
    let isSuppressed = value.kind == .suppressNullableWarningExpression
    let operand = isSuppressed ? value.requiredNode(0) : value
    let configuration = AwaitConfiguration(context: context).suffix(
      at: operand, awaiting: context.model.type(of: operand).type)
    let needsParentheses =
      operand.kind != .parenthesizedExpression
      && AwaitInsertion.needsParentheses(operand, isReceiver: !configuration.isEmpty)
    let prefix = (isSuppressed ? "(" : "") + (needsParentheses ? "await (" : "await ")
    outcome.before.append(.insertion(prefix, at: operand.range.start))
    let suffix = (needsParentheses ? ")" : "") + configuration + (isSuppressed ? ")" : "")
    if !suffix.isEmpty { outcome.after.append(.insertion(suffix, at: operand.range.end)) }
  }

  /// Removes what is around an inner expression.
  private func unwrap(_ outer: SyntaxNode, to inner: SyntaxNode, into outcome: inout Outcome) -> Bool {
    let before = TextRange(start: outer.range.start, end: inner.range.start)
    let after = TextRange(start: inner.range.end, end: outer.range.end)
    for range in [before, after] {
      guard let pieces = tree.pieces(toDelete: range, in: outer) else { return false }
      for piece in pieces {
        if range == before { outcome.before.append(.deletion(piece)) } else { outcome.after.append(.deletion(piece)) }
      }
    }
    return true
  }

  // MARK: Without a result

  private func lift(_ statement: ReturnStatementSyntax, value: SyntaxNode, into outcome: inout Outcome) -> Bool {
    let isLast = isTail(statement.node)
    switch ReturnedTask(value.withoutParentheses, context.model) {
    case .completed, .null, .defaultResult:
      if case .null = ReturnedTask(value.withoutParentheses, context.model) { outcome.changesNull = true }
      if isLast, statement.node.parent?.kind == .block, let removal = StatementRemoval(statement.node) {
        outcome.before.append(removal.edit)
      } else {
        let end = statement.returnKeyword.range.end
        outcome.before.append(.deletion(TextRange(start: end, end: statement.semicolonToken.range.start)))
      }
    case .exception(let inner):
      guard tree.comments(inside: statement.node)?.isEmpty == true else { return false }
      let start = statement.returnKeyword.range.start
      outcome.before.append(TextEdit(range: TextRange(start: start, end: inner.range.start), newText: "throw "))
      outcome.after.append(.deletion(TextRange(start: inner.range.end, end: value.range.end)))
    case .task(let inner):
      guard unwrap(value, to: inner, into: &outcome) else { return false }
      awaitStatement(inner, in: statement, isLast: isLast, into: &outcome)
    case .result, .other: awaitStatement(value, in: statement, isLast: isLast, into: &outcome)
    case .thrown:
      guard tree.comments(inside: statement.node)?.isEmpty == true else { return false }
      let start = statement.returnKeyword.range.start
      outcome.before.append(.deletion(TextRange(start: start, end: value.range.start)))
    }
    return true
  }

  private func awaitStatement(
    _ value: SyntaxNode, in statement: ReturnStatementSyntax, isLast: Bool, into outcome: inout Outcome
  ) {
    let configuration = AwaitConfiguration(context: context).suffix(
      at: value, awaiting: context.model.type(of: value).type)
    let needsParentheses =
      value.kind != .parenthesizedExpression
      && AwaitInsertion.needsParentheses(value, isReceiver: !configuration.isEmpty)
    let node = statement.node
    let keyword = statement.returnKeyword.range
    outcome.before.append(TextEdit(range: keyword, newText: "await"))
    if needsParentheses { outcome.before.append(.insertion("(", at: value.range.start)) }
    let suffix = (needsParentheses ? ")" : "") + configuration
    if !suffix.isEmpty { outcome.after.append(.insertion(suffix, at: value.range.end)) }
    guard !isLast else { return }
    let end = node.range.end
    guard let block = NewBlock(around: node) else {
      let indentation = tree.indentation(before: node.range.start)
      outcome.after.append(.insertion(indentation.map { tree.lineEnd + $0 + "return;" } ?? " return;", at: end))
      return
    }
    outcome.before.insert(block.opening, at: 0)
    outcome.after.append(.insertion(block.separator + "return;" + block.closing, at: end))
  }

  /// Whether control reaches the end of the function right after the statement.
  private func isTail(_ statement: SyntaxNode) -> Bool {
    var node = statement
    while let parent = node.parent {
      switch parent.kind {
      case .block:
        guard parent.nodeList(2).filter({ $0.kind != .localFunctionStatement }).last == node else { return false }
        if parent == function.body { return true }
        node = parent
      case .ifStatement, .elseClause, .usingStatement, .checkedStatement, .uncheckedStatement:
        node = parent
      case .tryStatement, .catchClause:
        node = parent
      default: return false
      }
    }
    return false
  }

  // MARK: Expression bodies

  private func lift(
    expressionBody body: SyntaxNode, hasResult: Bool, site: SyntaxNode?, into outcome: inout Outcome
  ) -> Bool {
    if body.withoutParentheses == site { return false }
    switch ReturnedTask(body.withoutParentheses, context.model) {
    case .result(let inner) where hasResult: return unwrap(body, to: inner, into: &outcome)
    case .task(let inner):
      guard unwrap(body, to: inner, into: &outcome) else { return false }
      addAwait(to: inner, into: &outcome)
    case .exception(let inner):
      guard unwrap(body, to: inner, into: &outcome) else { return false }
      outcome.before.append(.insertion("throw ", at: inner.range.start))
    case .null where hasResult, .defaultResult where hasResult:
      if case .null = ReturnedTask(body.withoutParentheses, context.model) { outcome.changesNull = true }
      if body.text != "default" { outcome.before.append(TextEdit(range: body.range, newText: "default")) }
    case .completed, .null, .defaultResult:
      if case .null = ReturnedTask(body.withoutParentheses, context.model) { outcome.changesNull = true }
      guard let replaced = BlockBody(insteadOf: body)?.emptied() else { return false }
      outcome.before += replaced
    case .thrown: break
    case .result, .other: addAwait(to: body, into: &outcome)
    }
    return true
  }
}

/// What a returned expression is, to a function that is going to be `async`.
enum ReturnedTask {
  /// `Task.FromResult(v)` and the like.
  case result(SyntaxNode)
  /// `new ValueTask<T>(task)`.
  case task(SyntaxNode)
  /// `Task.FromException(e)`.
  case exception(SyntaxNode)
  /// `Task.CompletedTask` and the like.
  case completed
  /// `null`, or the default of a class.
  case null
  /// The default of a value task with a result: a completed one.
  case defaultResult
  /// A `throw` expression.
  case thrown
  case other

  init(_ expression: SyntaxNode, _ model: SemanticModel) {
    switch expression.kind {
    case .throwExpression: self = .thrown
    case .nullLiteralExpression: self = .null
    case .defaultLiteralExpression, .defaultExpression:
      // The default of a value task is a completed one; with a result, a completed one with the default result.
      self =
        model.type(of: expression).convertedType?.isValueType == true ? .completedDefault(model, expression) : .null
    case .simpleMemberAccessExpression:
      guard expression.requiredNode(2).text == "CompletedTask",
        ReturnedTask.isTask(model.symbol(of: expression).symbol?.containingType)
      else {
        self = .other
        return
      }
      self = .completed
    case .invocationExpression:
      self = ReturnedTask.call(expression, model)
    case .objectCreationExpression, .implicitObjectCreationExpression:
      guard let constructor = model.symbol(of: expression).symbol,
        constructor.containingType?.qualifiedName == Awaitability.valueTaskName
      else {
        self = .other
        return
      }
      let arguments = ArgumentListSyntax(expression.childNodes.first { $0.kind == .argumentList })?.arguments
      switch constructor.parameters.count {
      case 0: self = (model.type(of: expression).convertedType?.typeArguments.isEmpty ?? true) ? .completed : .other
      case 1:
        guard let value = ArgumentSyntax(arguments?.single)?.expression else {
          self = .other
          return
        }
        let isTask = constructor.parameters[0].type.qualifiedName == Awaitability.taskName
        self = isTask ? .task(value) : .result(value)
      default: self = .other
      }
    default: self = .other
    }
  }

  private static func completedDefault(_ model: SemanticModel, _ expression: SyntaxNode) -> ReturnedTask {
    let hasResult = model.type(of: expression).convertedType?.typeArguments.isEmpty == false
    return hasResult ? .defaultResult : .completed
  }

  private static func isTask(_ type: Symbol?) -> Bool {
    type?.qualifiedName == Awaitability.taskName || type?.qualifiedName == Awaitability.valueTaskName
  }

  private static func call(_ expression: SyntaxNode, _ model: SemanticModel) -> ReturnedTask {
    guard let name = invokedName(of: expression), name == "FromResult" || name == "FromException",
      isTask(model.symbol(of: expression).symbol?.containingType),
      let argument = ArgumentSyntax(ArgumentListSyntax(expression.requiredNode(1))?.arguments.single)
    else { return .other }
    return name == "FromResult" ? .result(argument.expression) : .exception(argument.expression)
  }
}

/// A block that is put around an embedded statement, laid out as the blocks near to it.
struct NewBlock {
  /// Goes before the statement.
  let opening: TextEdit
  /// Goes between statements of the block.
  let separator: String
  /// Goes behind the last.
  let closing: String

  /// `nil` where the statement stands in a list of statements already.
  init?(around statement: SyntaxNode) {
    guard let parent = statement.parent else { return nil }
    switch parent.kind {
    case .block, .switchSection, .globalStatement, .compilationUnit: return nil
    default: break
    }
    let tree = statement.tree
    let start = statement.range.start
    guard let inner = tree.indentation(before: start), let previous = statement.firstToken.previous,
      let outer = NewBlock.lineIndentation(of: parent.firstToken, in: tree),
      tree.comments(in: previous.trailingTrivia + statement.firstToken.leadingTrivia)?.isEmpty == true
    else {
      opening = .insertion("{ ", at: start)
      separator = " "
      closing = " }"
      return
    }
    separator = tree.lineEnd + inner
    closing = tree.lineEnd + outer + "}"
    if NewBlock.opensOnNewLine(near: statement) {
      let lineStart = ByteOffset(start.value - UInt32(min(inner.utf8.count, Int(start.value))))
      opening = TextEdit(
        range: TextRange(start: lineStart, end: start), newText: outer + "{" + tree.lineEnd + inner)
    } else {
      opening = .insertion(" {", at: previous.range.end)
    }
  }

  /// The white space that the line of a token begins with.
  static func lineIndentation(of token: SyntaxToken, in tree: SyntaxTree) -> String? {
    let end = Int(token.range.start.value)
    guard end <= tree.bytes.count else { return nil }
    var start = end
    while start > 0, tree.bytes[start - 1] != 0x0A, tree.bytes[start - 1] != 0x0D { start -= 1 }
    let blanks = tree.bytes[start..<end].prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: blanks, as: UTF8.self)
  }

  private static func opensOnNewLine(near statement: SyntaxNode) -> Bool {
    for ancestor in statement.ancestors where ancestor.kind == .block {
      return statement.tree.indentation(before: ancestor.range.start) != nil
    }
    return true
  }
}

extension SyntaxTree {
  /// The stretches to delete of a range that lies inside a node: all of it, or, where comments stand in it, its tokens.
  ///
  /// - Returns: `nil` if a directive lies in it.
  func pieces(toDelete range: TextRange, in node: SyntaxNode) -> [TextRange]? {
    if range.isEmpty { return [] }
    var hasComments = false
    var tokens: [TextRange] = []
    var current: SyntaxToken? = node.firstToken
    while let token = current, token.range.start < range.end {
      if range.contains(token.range) { tokens.append(token.range) }
      let between = TextRange(start: token.range.end, end: token.next?.range.start ?? token.range.end)
      if range.contains(between), !between.isEmpty {
        guard let comments = comments(in: token.trailingTrivia + (token.next?.leadingTrivia ?? [])) else { return nil }
        if !comments.isEmpty { hasComments = true }
      }
      current = token.next
    }
    return hasComments ? tokens : [range]
  }
}
