import CSharpSemantics
import CSharpSyntax

/// AW101: `Task.Run` only forwards a call that already returns a task.
package enum RedundantTaskRun: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.invocationExpression]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let offload = context.offloads.offload(at: node), offload.isPlain,
      offload.method == .run || offload.isUnwrapped,
      let call = ForwardedCall(delegate: offload.delegate, model: context.model, statements: false),
      call.isMethodGroup || call.expression.kind == .invocationExpression
    else { return }
    guard case .task(let unresolvedTask) = result(of: call, in: context),
      let join = TaskJoin(of: offload.whole.outermostEquivalent, model: context.model),
      movesHarmlessly(call, offload: offload, join: join, in: context),
      typesAgree(call, offload: offload, join: join, in: context)
    else { return }
    if context.project.kind == .ui, !context.settings.flag("report_in_ui", of: descriptor.id, default: true) { return }
    if ExecutionContextFlow.isSuppressed(at: node) { return }

    let callee = call.displayName(model: context.model)
    let unresolvedName = unresolvedTask ?? offload.unresolvedName
    let message =
      call.isAwaited
      ? "The async lambda does nothing but await '\(callee)'; Task.Run only adds a thread hand-off. "
        + "Use the task of '\(callee)' directly."
      : "'\(callee)' already returns a task, Task.Run only adds a thread hand-off. "
        + "Use the task of '\(callee)' directly."
    context.report(
      descriptor, at: offload.calledExpression.range, place: offload.whole, message: message,
      unresolvedName: unresolvedName,
      related: [RelatedLocation(range: call.expression.range, message: "this call already returns the task")],
      placeholders: [Placeholder("callee", callee)]
    ) {
      fixes(offload, call: call, callee: callee, join: join, isBound: unresolvedName == nil, in: context)
    }
  }

  private static func result(of call: ForwardedCall, in context: RuleContext) -> CallResult {
    guard call.isMethodGroup else { return CallResult(of: call.expression, model: context.model) }
    guard let method = context.model.symbol(of: call.expression).symbol else { return .unknown }
    return CallResult(ofMethod: method)
  }

  /// Condition 2: receiver and arguments move to the calling thread. What is not known to be cheap may do so only where
  /// nothing else runs between start and join, and never in a user interface.
  private static func movesHarmlessly(
    _ call: ForwardedCall, offload: OffloadCall, join: TaskJoin, in context: RuleContext
  ) -> Bool {
    let trivial = TrivialExpression(model: context.model)
    let mustBeTrivial = context.project.kind == .ui || !isJoinedNearby(offload, join: join)
    if call.isMethodGroup {
      let receiver = call.expression.kind == .simpleMemberAccessExpression ? call.expression.requiredNode(0) : nil
      return receiver.map { part(canMove: $0, trivial, mustBeTrivial, 0) } ?? true
    }
    let callee = call.expression.requiredNode(0)
    if callee.kind == .simpleMemberAccessExpression {
      guard part(canMove: callee.requiredNode(0), trivial, mustBeTrivial, 0) else { return false }
    } else if simpleName(of: callee) == nil {
      return false
    }
    return call.expression.requiredNode(1).nodeList(1).allSatisfy { argument in
      guard let argument = ArgumentSyntax(argument) else { return false }
      return argument.refKindKeyword == nil && part(canMove: argument.expression, trivial, mustBeTrivial, 0)
    }
  }

  private static func part(
    canMove node: SyntaxNode, _ trivial: TrivialExpression, _ mustBeTrivial: Bool, _ depth: Int
  ) -> Bool {
    guard depth < 64 else { return false }
    if trivial.isTrivial(node) { return true }
    switch node.kind {
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression: return true
    case .identifierName, .genericName: return true
    case .parenthesizedExpression: return part(canMove: node.requiredNode(1), trivial, mustBeTrivial, depth + 1)
    case .simpleMemberAccessExpression: return part(canMove: node.requiredNode(0), trivial, mustBeTrivial, depth + 1)
    case .invocationExpression, .objectCreationExpression, .implicitObjectCreationExpression:
      if mustBeTrivial { return false }
      var parts: [SyntaxNode] = []
      if node.kind == .invocationExpression, node.requiredNode(0).kind == .simpleMemberAccessExpression {
        parts.append(node.requiredNode(0).requiredNode(0))
      }
      for child in node.childNodes {
        switch child.kind {
        case .argumentList: parts += child.nodeList(1).compactMap { ArgumentSyntax($0)?.expression }
        case .objectInitializerExpression, .collectionInitializerExpression:
          parts += child.nodeList(1).map { $0.kind == .simpleAssignmentExpression ? $0.requiredNode(2) : $0 }
        default: break
        }
      }
      return parts.allSatisfy { part(canMove: $0, trivial, mustBeTrivial, depth + 1) }
    default: return false
    }
  }

  /// Awaited or returned in the same or the following statement.
  private static func isJoinedNearby(_ offload: OffloadCall, join: TaskJoin) -> Bool {
    guard let statement = offload.whole.enclosingStatement else { return true }
    return join.places.allSatisfy { place in
      guard let joined = place.enclosingStatement else { return false }
      return joined == statement || statement.followingStatement?.range.contains(joined.range) == true
        || statement.range.contains(joined.range)
    }
  }

  /// Condition 4: the place of the offload can do with the type of the call.
  private static func typesAgree(
    _ call: ForwardedCall, offload: OffloadCall, join: TaskJoin, in context: RuleContext
  ) -> Bool {
    guard let outer = context.model.type(of: offload.whole).type else { return true }
    let inner =
      call.isMethodGroup
      ? context.model.symbol(of: call.expression).symbol?.returnType : context.model.type(of: call.expression).type
    guard let inner, !inner.containsErrorType, !outer.containsErrorType else { return true }
    if inner.isIdentical(to: outer) { return true }
    return join.isOnlyAwaited && inner.isOrDerives(from: Awaitability.taskName)
      && resultType(of: inner) == resultType(of: outer)
  }

  /// The single type argument of the `Task<T>` that a type is or derives from; `nil` for plain tasks.
  private static func resultType(of type: TypeSymbol) -> TypeSymbol? {
    var current: TypeSymbol? = type
    var depth = 0
    while let candidate = current, depth < 64 {
      if candidate.qualifiedName == Awaitability.taskName { return candidate.typeArguments.first }
      current = candidate.baseType
      depth += 1
    }
    return nil
  }

  // MARK: Fixes

  private static func fixes(
    _ offload: OffloadCall, call: ForwardedCall, callee: String, join: TaskJoin, isBound: Bool, in context: RuleContext
  ) -> [Fix] {
    let keeps = call.isMethodGroup ? [call.expression.range] : [call.expression.range]
    guard let edits = Replacement(of: offload.whole, by: call.text, keeping: keeps).edits else { return [] }
    let isUnsafe =
      !isBound || offload.token != nil || context.contextPresence(at: offload.whole) == .present
      || join.places.contains { beginsTry(between: offload.whole, and: $0) }
    let title = isBound ? "Remove Task.Run" : "Remove Task.Run (assumes that '\(callee)' returns a task)"
    var fixes = [
      Fix(
        title: title, actionKey: "Remove Task.Run", safety: isUnsafe ? .unsafe : .safe, isPreferred: true,
        edits: edits)
    ]
    if let token = offload.token, isBound,
      let passing = passToken(token, offload: offload, call: call, context: context)
    {
      fixes.append(
        Fix(
          title: "Remove Task.Run and pass '\(token.text)' to '\(callee)'",
          actionKey: "Remove Task.Run and pass the token",
          safety: .unsafe, isPreferred: false, edits: passing))
    }
    return fixes
  }

  private static func beginsTry(between start: SyntaxNode, and join: SyntaxNode) -> Bool {
    for ancestor in join.ancestors {
      if ancestor.range.contains(start.range) { return false }
      if ancestor.kind == .tryStatement { return true }
    }
    return false
  }

  /// The call with the offload's token as a further argument (T6), if it binds so.
  private static func passToken(
    _ token: SyntaxNode, offload: OffloadCall, call: ForwardedCall, context: RuleContext
  ) -> [TextEdit]? {
    guard let text = passing(token.text, to: call, context: context),
      let edits = Replacement(of: offload.whole, by: text, keeping: [call.expression.range, token.range]).edits,
      context.rebinds(offload.whole, as: text)
    else { return nil }
    return edits
  }

  private static func passing(_ token: String, to call: ForwardedCall, context: RuleContext) -> String? {
    if call.isMethodGroup { return call.expression.text + "(" + token + ")" }
    guard let cancellable = context.cancellableCalls.candidates(for: call.expression).first?.call else { return nil }
    return cancellable.edits(passing: token).flatMap { call.expression.text(applying: $0) }
  }
}
