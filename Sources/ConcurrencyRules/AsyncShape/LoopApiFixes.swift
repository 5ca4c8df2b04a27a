import CSharpSemantics
import CSharpSyntax

/// Loops that wait for their async bodies (AW305).
struct LoopApiFixes {
  let loop: LoopCall
  /// The lambda, anonymous method or method group.
  let delegate: SyntaxNode
  let context: RuleContext

  private var model: SemanticModel { context.model }
  private var tree: SyntaxTree { context.tree }

  /// What to use, for the message.
  var alternative: String {
    switch loop.api {
    case .parallelFor:
      parallelHas("ForAsync")
        ? "Parallel.ForAsync" : parallelHas("ForEachAsync") ? "Parallel.ForEachAsync" : "Task.WhenAll"
    case .parallelForEach, .forAll: parallelHas("ForEachAsync") ? "Parallel.ForEachAsync" : "Task.WhenAll"
    case .parallelInvoke: "Task.WhenAll"
    case .forEach: "a foreach loop"
    }
  }

  private func parallelHas(_ name: String) -> Bool {
    if loop.unresolvedName != nil { return name == "ForEachAsync" }
    return model.context.type(named: "System.Threading.Tasks.Parallel", arity: 0)?.members(named: name).isEmpty == false
  }

  func fixes() -> [Fix] {
    // What was judged by its name can't be rebound; the parallel forms need types that are known.
    guard statement != nil, FunctionSyntax(declaredBy: delegate) != nil else { return [] }
    switch loop.api {
    case .parallelForEach: return parallelForEach().map(makeAsync) ?? []
    case .parallelFor: return parallelFor().map(makeAsync) ?? []
    case .parallelInvoke: return parallelInvoke().map(makeAsync) ?? []
    case .forAll: return forAll().map(makeAsync) ?? []
    case .forEach: return foreachLoop() + whenAll()
    }
  }

  /// The statement that the call is all of: a used result has no counterpart.
  private var statement: SyntaxNode? {
    guard let parent = loop.invocation.parent, parent.kind == .expressionStatement else { return nil }
    return parent
  }

  private struct Replacement {
    let title: String
    var safety = FixSafety.safe
    var isPreferred = true
    /// Of the call's text, without `await`.
    let edits: [TextEdit]
    var directives: [TextEdit] = []
  }

  /// The new call, awaited.
  private func makeAsync(_ replacement: Replacement) -> [Fix] {
    guard
      let insertion = AwaitInsertion(replacing: loop.invocation, awaiting: loop.invocation, in: context, isTask: true)
    else { return [] }
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        loop.invocation, title: replacement.title, actionKey: replacement.title,
        safety: loop.unresolvedName == nil ? replacement.safety : .unsafe, isPreferred: replacement.isPreferred,
        edits: MakeAsync.merged(replacement.directives + insertion.edits + replacement.edits)))
  }

  // MARK: Parallel

  private func parallelForEach() -> Replacement? {
    let arguments = loop.arguments
    guard parallelHas("ForEachAsync"), (2...3).contains(arguments.count), arguments.last?.expression == delegate,
      arguments.allSatisfy({ $0.nameColon == nil }),
      arguments.count == 2 || isOptions(arguments[1].expression),
      let parameters = tokenParameter(), hasAtMostOneTypeArgument
    else { return nil }
    let rename = TextEdit(range: loop.name.requiredToken(0).range, newText: "ForEachAsync")
    let edits = [rename] + parameters.edits
    guard binds(edits) else { return nil }
    return Replacement(title: "Use Parallel.ForEachAsync", edits: edits, directives: parameters.directives)
  }

  private var hasAtMostOneTypeArgument: Bool {
    guard let generic = GenericNameSyntax(loop.name) else { return true }
    return TypeArgumentListSyntax(generic.typeArgumentList)?.arguments.count == 1
  }

  private func isOptions(_ node: SyntaxNode) -> Bool {
    guard let type = model.type(of: node).type else { return false }
    return type.qualifiedName == "System.Threading.Tasks.ParallelOptions"
      || (loop.unresolvedName != nil && type.isErrorType)
  }

  private func parallelFor() -> Replacement? {
    let arguments = loop.arguments
    guard (3...4).contains(arguments.count), arguments.last?.expression == delegate,
      arguments.allSatisfy({ $0.nameColon == nil }), arguments.count == 3 || isOptions(arguments[2].expression),
      loop.name.kind == .identifierName, let parameters = tokenParameter()
    else { return nil }
    let nameRange = loop.name.requiredToken(0).range
    if parallelHas("ForAsync") {
      let edits = [TextEdit(range: nameRange, newText: "ForAsync")] + parameters.edits
      guard binds(edits) else { return nil }
      return Replacement(title: "Use Parallel.ForAsync", edits: edits, directives: parameters.directives)
    }
    let (first, last) = (arguments[0].expression, arguments[1].expression)
    guard parallelHas("ForEachAsync"), model.type(of: first).type?.specialType == .int32,
      tree.comments(inside: loop.invocation)?.isEmpty == true
    else { return nil }
    let spelling = UsingDirectives(context: context).spelling(of: "Enumerable", in: "System.Linq", at: loop.invocation)
    let from = first.text
    let count = from == "0" ? last.text : "(\(last.text)) - (\(from))"
    let range = TextRange(start: first.range.start, end: last.range.end)
    let edits =
      [
        TextEdit(range: nameRange, newText: "ForEachAsync"),
        TextEdit(range: range, newText: "\(spelling.text).Range(\(from), \(count))"),
      ] + parameters.edits
    return Replacement(
      title: "Use Parallel.ForEachAsync", edits: edits,
      directives: parameters.directives + [spelling.directive].compactMap { $0 })
  }

  private func parallelInvoke() -> Replacement? {
    let arguments = loop.arguments
    guard let receiver = loop.receiver, arguments.allSatisfy({ $0.nameColon == nil }),
      arguments.allSatisfy({ FunctionSyntax(declaredBy: $0.expression.withoutParentheses) != nil }),
      tree.comments(inside: loop.invocation.requiredNode(0))?.isEmpty == true
    else { return nil }
    let spelling = UsingDirectives(context: context).spelling(
      of: "Task", in: "System.Threading.Tasks", at: loop.invocation)
    let callee = TextRange(start: receiver.range.start, end: loop.name.range.end)
    var edits = [TextEdit(range: callee, newText: spelling.text + ".WhenAll")]
    for argument in arguments {
      let range = argument.expression.range
      edits.append(.insertion(spelling.text + ".Run(", at: range.start))
      edits.append(.insertion(")", at: range.end))
    }
    guard binds(edits) || loop.unresolvedName != nil else { return nil }
    return Replacement(title: "Use Task.WhenAll", edits: edits, directives: [spelling.directive].compactMap { $0 })
  }

  /// `q.AsParallel().ForAll(async x => B)` over the query without its `AsParallel()`.
  private func forAll() -> Replacement? {
    guard parallelHas("ForEachAsync"), loop.arguments.count == 1, let receiver = loop.receiver,
      loop.name.kind == .identifierName, let parallel = asParallel(in: receiver), let parameters = tokenParameter()
    else { return nil }
    let spelling = UsingDirectives(context: context).spelling(
      of: "Parallel", in: "System.Threading.Tasks", at: loop.invocation)
    let open = loop.invocation.requiredNode(1).requiredToken(0).range
    let edits =
      [
        TextEdit.insertion(spelling.text + ".ForEachAsync(", at: receiver.range.start),
        .deletion(parallel),
        TextEdit(range: TextRange(start: receiver.range.end, end: open.end), newText: ", "),
      ] + parameters.edits
    guard tree.comments(in: receiver.lastToken.trailingTrivia)?.isEmpty == true, binds(edits) else { return nil }
    return Replacement(
      title: "Use Parallel.ForEachAsync", edits: edits,
      directives: parameters.directives + [spelling.directive].compactMap { $0 })
  }

  /// `.AsParallel()` with the dot, where it takes nothing and nothing but operators of sequences stands behind it.
  private func asParallel(in receiver: SyntaxNode) -> TextRange? {
    var node = receiver.withoutParentheses
    for _ in 0..<64 {
      guard node.kind == .invocationExpression, case let callee = node.requiredNode(0),
        callee.kind == .simpleMemberAccessExpression
      else { return nil }
      let source = callee.requiredNode(0)
      if callee.requiredNode(2).text == "AsParallel" {
        guard node.requiredNode(1).nodeList(1).isEmpty else { return nil }
        return TextRange(start: source.range.end, end: node.range.end)
      }
      node = source.withoutParentheses
    }
    return nil
  }

  /// The lambda with a token as its second and last parameter; `nil` where it uses the ones it has behind the first.
  private func tokenParameter() -> (edits: [TextEdit], directives: [TextEdit])? {
    guard let function = FunctionSyntax(declaredBy: delegate) else { return nil }
    let name = LocalName(context: context).free("cancellationToken", at: loop.invocation)
    if let lambda = SimpleLambdaExpressionSyntax(delegate) {
      return ([TextEdit(range: lambda.parameter.range, newText: "(\(lambda.parameter.text), \(name))")], [])
    }
    let list: ParameterListSyntax?
    if let lambda = ParenthesizedLambdaExpressionSyntax(delegate) {
      list = ParameterListSyntax(lambda.parameterList)
    } else {
      // An anonymous method without parameters fits every delegate.
      guard let written = AnonymousMethodExpressionSyntax(delegate)?.parameterList else { return ([], []) }
      list = ParameterListSyntax(written)
    }
    guard let parameters = list?.parameters, let first = ParameterSyntax(parameters.first),
      parameters.dropFirst().allSatisfy({ !isUsed($0, in: function) })
    else { return nil }
    guard let last = Array(parameters).last else { return nil }
    let rest = TextRange(start: first.range.end, end: last.range.end)
    guard first.type != nil else { return ([TextEdit(range: rest, newText: ", " + name)], []) }
    let spelling = UsingDirectives(context: context).spelling(
      of: "CancellationToken", in: "System.Threading", at: delegate)
    return (
      [TextEdit(range: rest, newText: ", \(spelling.text) \(name)")], [spelling.directive].compactMap { $0 }
    )
  }

  private func isUsed(_ parameter: SyntaxNode, in function: FunctionSyntax) -> Bool {
    guard let symbol = model.declaredSymbol(for: parameter), let body = function.body else { return true }
    var isUsed = false
    body.walk { node in
      if node.kind == .identifierName, model.symbol(of: node).symbol == symbol { isUsed = true }
      return !isUsed
    }
    return isUsed
  }

  /// Whether the changed call means something (D23). What is unresolved can't be asked.
  private func binds(_ edits: [TextEdit]) -> Bool {
    if loop.unresolvedName != nil { return true }
    let start = loop.invocation.range.start.value
    let shifted = edits.map {
      TextEdit(
        range: TextRange($0.range.start.value - start, $0.range.end.value - start), newText: $0.newText)
    }
    guard let text = applying(shifted, to: Array(loop.invocation.text.utf8)) else { return false }
    return model.rebind(replacing: [(loop.invocation.range, String(decoding: text, as: UTF8.self))])?
      .symbolInfo.isBound ?? false
  }

  // MARK: Sequences

  /// The sequence, and the lambda that is the only other argument.
  private var sequence: SyntaxNode? {
    let arguments = loop.arguments.map(\.expression)
    guard arguments.last?.withoutParentheses == delegate else { return nil }
    if arguments.count == 2, loop.method?.isStatic == true, !loop.isReducedExtension { return arguments[0] }
    return arguments.count == 1 ? loop.receiver : nil
  }

  private func foreachLoop() -> [Fix] {
    guard let statement, let sequence, let function = FunctionSyntax(declaredBy: delegate), let body = function.body,
      let variable = variable(of: function), !hasReturnInLoop(function), context.isAwaitInsertable(loop.invocation),
      let comments = tree.comments(inside: statement)
    else { return [] }
    // What stands before a block stays before it.
    let kept = [
      sequence.range, body.kind == .block ? TextRange(start: gapStart(body), end: body.range.end) : body.range,
    ]
    guard !comments.contains(where: { comment in !kept.contains { $0.contains(comment.range) } }) else { return [] }
    let settings = context.settings
    let layout = BlockLayout(at: statement, settings: settings)
    var edits: [TextEdit] = []
    let header = "foreach (\(variable.declaration) in \(sequence.text))"
    let head = TextRange(start: statement.range.start, end: body.range.start)
    let tail = TextRange(start: body.range.end, end: statement.range.end)
    if body.kind == .block {
      edits.append(TextEdit(range: head, newText: header + spaceBefore(body)))
      edits.append(TextEdit(range: tail, newText: ""))
    } else {
      let (before, after) = layout.wrapping(header)
      edits.append(TextEdit(range: head, newText: before))
      edits.append(TextEdit(range: tail, newText: ";" + after))
    }
    edits += variable.renames
    edits += returns(of: function).map { TextEdit(range: $0.requiredToken(1).range, newText: "continue") }
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        loop.invocation, title: "Use a foreach loop", actionKey: "Use a foreach loop",
        safety: loop.unresolvedName == nil ? .safe : .unsafe, isPreferred: true, edits: MakeAsync.merged(edits)))
  }

  private func gapStart(_ body: SyntaxNode) -> ByteOffset {
    body.firstToken.previous?.range.end ?? body.range.start
  }

  /// White space and comments before a block.
  private func spaceBefore(_ body: SyntaxNode) -> String {
    let text = tree.text(TextRange(start: gapStart(body), end: body.range.start))
    return text.isEmpty ? " " : text
  }

  private func returns(of function: FunctionSyntax) -> [SyntaxNode] {
    var found: [SyntaxNode] = []
    function.walkOwn { node in
      if node.kind == .returnStatement { found.append(node) }
      return true
    }
    return found
  }

  /// A `return` in a loop of the body would go on with that loop.
  private func hasReturnInLoop(_ function: FunctionSyntax) -> Bool {
    returns(of: function).contains { statement in
      for ancestor in statement.ancestors {
        if ancestor == function.node { return false }
        switch ancestor.kind {
        case .forStatement, .whileStatement, .doStatement, .forEachStatement, .forEachVariableStatement: return true
        default: break
        }
      }
      return true
    }
  }

  private struct Variable {
    /// `var x`, or with the written type.
    let declaration: String
    let renames: [TextEdit]
  }

  /// The lambda's only parameter as the loop's variable, under another name where a variable around has that one.
  private func variable(of function: FunctionSyntax) -> Variable? {
    let parameter: SyntaxNode?
    if let lambda = SimpleLambdaExpressionSyntax(delegate) {
      parameter = lambda.parameter
    } else {
      let list = delegate.childNodes.first { $0.kind == .parameterList }
      parameter = ParameterListSyntax(list)?.parameters.single
    }
    guard let view = ParameterSyntax(parameter), let symbol = model.declaredSymbol(for: view.node) else { return nil }
    let name = view.identifier.text
    let type = view.type?.text ?? "var"
    guard isTaken(name) else { return Variable(declaration: type + " " + name, renames: []) }
    let free = LocalName(context: context).free(name, at: loop.invocation)
    var renames: [TextEdit] = []
    function.body?.walk { node in
      if node.kind == .identifierName, model.symbol(of: node).symbol == symbol {
        renames.append(TextEdit(range: node.range, newText: free))
      }
      return true
    }
    return Variable(declaration: type + " " + free, renames: renames)
  }

  /// Whether a variable of that name is declared in a scope around the statement.
  private func isTaken(_ name: String) -> Bool {
    guard let statement, let member = FunctionSyntax.owningMember(of: statement) else { return true }
    var isTaken = false
    member.walk { node in
      guard !isTaken, node != delegate else { return false }
      switch node.kind {
      case .variableDeclarator, .singleVariableDesignation, .parameter, .forEachStatement:
        if node.declaredName?.text == name, scope(of: node).range.contains(statement.range) { isTaken = true }
      default: break
      }
      return true
    }
    return isTaken
  }

  private func scope(of declaration: SyntaxNode) -> SyntaxNode {
    for ancestor in declaration.ancestors {
      if ancestor.kind == .block || ancestor.kind == .switchSection || ancestor.kind == .compilationUnit
        || FunctionSyntax(declaredBy: ancestor) != nil
      {
        return ancestor
      }
      switch ancestor.kind {
      case .forStatement, .usingStatement, .fixedStatement: return ancestor
      default: break
      }
    }
    return tree.root
  }

  /// `await Task.WhenAll(list.Select(async x => B))`: all at once.
  private func whenAll() -> [Fix] {
    guard let sequence, loop.unresolvedName == nil, delegate.kind != .anonymousMethodExpression,
      tree.comments(inside: loop.invocation.requiredNode(0))?.isEmpty == true
    else { return [] }
    let directives = UsingDirectives(context: context)
    let spelling = directives.spelling(of: "Task", in: "System.Threading.Tasks", at: loop.invocation)
    var needed = [spelling.directive].compactMap { $0 }
    if let type = model.type(of: sequence).type,
      model.lookupMembers(of: type, named: "Select", at: loop.invocation).isEmpty
    {
      guard let linq = directives.directive(importing: "System.Linq") else { return [] }
      needed.append(linq)
    }
    let start = loop.invocation.range.start
    let isBinary =
      TrivialExpression(model: model).isSameExpressionChain(sequence) || sequence.kind == .invocationExpression
    let text = isBinary ? sequence.text : "(" + sequence.text + ")"
    let head = TextRange(start: start, end: delegate.range.start)
    let tail = TextRange(start: delegate.range.end, end: loop.invocation.range.end)
    let replacement = Replacement(
      title: "Use Task.WhenAll", safety: .unsafe, isPreferred: false,
      edits: [
        TextEdit(range: head, newText: "\(spelling.text).WhenAll(\(text).Select("),
        TextEdit(range: tail, newText: "))"),
      ],
      directives: needed)
    return makeAsync(replacement)
  }
}
