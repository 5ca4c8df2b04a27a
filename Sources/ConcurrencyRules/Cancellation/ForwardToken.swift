import CSharpSemantics
import CSharpSyntax

/// AW401: a token is in scope, and a call or enumeration that could take it gets none.
package enum ForwardToken: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .invocationExpression, .objectCreationExpression, .implicitObjectCreationExpression, .forEachStatement,
    .forEachVariableStatement,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    switch node.kind {
    case .forEachStatement, .forEachVariableStatement: checkEnumeration(node, in: context)
    default:
      if !checkDefaults(of: node, in: context) { checkCall(node, in: context) }
    }
  }

  // MARK: (a) Calls

  private static func checkCall(_ node: SyntaxNode, in context: RuleContext) {
    guard !isExempt(node) else { return }
    let candidates = context.cancellableCalls.candidates(for: node)
    guard let first = candidates.first, !isExempt(node, method: first.call.method, in: context),
      let best = TokenChoice(context: context).best(at: node)
    else { return }
    for (call, isCertain) in candidates {
      guard !isOwnFunction(call.target, at: node, in: context),
        isCertain || rebinds(call, with: best.text, in: context)
      else { continue }
      let callee = displayName(of: node, in: context)
      context.report(
        descriptor, at: nameRange(of: node), place: node,
        message: "'\(callee)' can be cancelled, but '\(best.text)' is not passed to it.",
        related: related(best, in: context),
        placeholders: [Placeholder("callee", callee), Placeholder("token", best.text)]
      ) {
        ForwardTokenFixes(context: context).passing(at: node) { call.edits(passing: $0) }
      }
      return
    }
  }

  /// Whether the call's name alone says that there is nothing to cancel.
  private static func isExempt(_ node: SyntaxNode) -> Bool {
    guard node.kind == .invocationExpression else { return false }
    guard let name = invokedName(of: node) else { return true }
    switch name {
    case "nameof", "ConfigureAwait", "Dispose", "DisposeAsync", "Close", "CloseAsync", "GetAwaiter",
      "CreateLinkedTokenSource":
      return true
    default: return false
    }
  }

  private static func isExempt(_ node: SyntaxNode, method: Symbol, in context: RuleContext) -> Bool {
    guard let type = method.containingType else { return method.methodKind != .localFunction }
    if method.isConstructor { return type.type.isOrDerives(from: "System.Exception") }
    switch type.qualifiedName {
    case TokenInScope.tokenType, TokenInScope.sourceType, "Microsoft.Extensions.Logging.LoggerExtensions",
      "Microsoft.Extensions.Logging.ILogger":
      return true
    case "System.Threading.Tasks.Task":
      if method.name == "Delay", isZero(node, in: context) { return true }
      return ["Run", "ContinueWith"].contains(method.name) && delegateUsesToken(node, in: context)
    case "System.Threading.Tasks.TaskFactory": return delegateUsesToken(node, in: context)
    case "System.Threading.Tasks.TaskCompletionSource":
      // The token is what the task says of its end; nothing waits.
      return method.name.hasSuffix("SetCanceled")
    default: break
    }
    // `rows.WithCancellation(token)` passes it already.
    return isFollowed(node, by: "WithCancellation")
  }

  private static func isZero(_ call: SyntaxNode, in context: RuleContext) -> Bool {
    guard let argument = ArgumentSyntax(call.requiredNode(1).nodeList(1).first)?.expression else { return false }
    if argument.withoutParentheses.text.hasSuffix("TimeSpan.Zero") { return true }
    return context.model.constantValue(of: argument) == .integer(0)
  }

  /// A delegate that looks at the token ends by itself; as an argument the token would only keep it from starting.
  private static func delegateUsesToken(_ call: SyntaxNode, in context: RuleContext) -> Bool {
    guard let list = call.childNodes.last(where: { $0.kind == .argumentList }) else { return false }
    let followed = DelegateBodies(model: context.model)
    return list.nodeList(1).contains { argument in
      guard let value = ArgumentSyntax(argument)?.expression else { return false }
      if usesToken(value, in: context) { return true }
      guard let body = followed.body(of: value), body.reference.tree === context.tree else { return false }
      return body.function.body.map { usesToken($0, in: context) } ?? false
    }
  }

  private static func usesToken(_ code: SyntaxNode, in context: RuleContext) -> Bool {
    var found = false
    code.walk { node in
      if node.kind == .identifierName, let symbol = context.model.symbol(of: node).symbol,
        [.parameter, .local, .field, .property].contains(symbol.kind)
      {
        let type = symbol.type.qualifiedName
        if type == TokenInScope.tokenType || type == TokenInScope.sourceType { found = true }
      }
      return !found
    }
    return found
  }

  private static func isFollowed(_ node: SyntaxNode, by name: String) -> Bool {
    guard let access = node.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(0) == node else {
      return false
    }
    return access.requiredNode(2).text == name
  }

  /// Whether a call would become recursion: it is the function or member around, or a member that stands for it.
  private static func isOwnFunction(_ target: Symbol, at node: SyntaxNode, in context: RuleContext) -> Bool {
    let definition = target.originalDefinition
    var owners: [Symbol] = []
    if let function = FunctionSyntax.nearest(to: node), let symbol = context.model.declaredSymbol(for: function.node) {
      owners.append(symbol)
    }
    if let member = FunctionSyntax.owningMember(of: node), let symbol = context.model.declaredSymbol(for: member) {
      owners.append(symbol)
    }
    for owner in owners {
      if owner.originalDefinition == definition { return true }
      guard owner.kind == .method, owner.name == definition.name else { continue }
      var overridden = definition.overriddenMember
      var depth = 0
      while let member = overridden, depth < 64 {
        if member.originalDefinition == owner.originalDefinition { return true }
        overridden = member.overriddenMember
        depth += 1
      }
      if definition.implementedInterfaceMembers.contains(where: {
        $0.originalDefinition == owner.originalDefinition
      }) {
        return true
      }
      // On the same object, what the member overrides or implements comes back to it.
      if isOnThis(node),
        owner.overriddenMember?.originalDefinition == definition
          || owner.implementedInterfaceMembers.contains(where: { $0.originalDefinition == definition })
      {
        return true
      }
    }
    return false
  }

  private static func isOnThis(_ call: SyntaxNode) -> Bool {
    guard call.kind == .invocationExpression else { return false }
    let callee = call.requiredNode(0)
    guard callee.kind == .simpleMemberAccessExpression else { return true }
    return callee.requiredNode(0).withoutParentheses.kind == .thisExpression
  }

  /// Whether the call with the token binds to exactly one member, of a type that does at its place (D23).
  private static func rebinds(_ call: CancellableCall, with token: String, in context: RuleContext) -> Bool {
    guard let edits = call.edits(passing: token), let rebinding = context.rebinding(call.call, edits: edits),
      rebinding.succeeds, let target = rebinding.symbolInfo.symbol,
      target.originalDefinition == call.target.originalDefinition
    else { return false }
    guard let before = context.model.type(of: call.call).type, let after = rebinding.typeInfo.type else {
      return call.method.returnsVoid
    }
    if before.isIdentical(to: after) { return true }
    let outer = call.call.outermostEquivalent
    if let awaiting = outer.parent, awaiting.kind == .awaitExpression {
      let old = context.model.awaitedType(of: before, at: call.call)
      let new = context.model.awaitedType(of: after, at: call.call)
      return old != nil && old == new
    }
    guard let wanted = context.model.type(of: call.call).convertedType else { return false }
    return context.model.isImplicitlyConvertible(after, to: wanted)
      && outer.parent?.kind != .simpleMemberAccessExpression
  }

  // MARK: (b) Defaults

  /// Reports arguments that are no token although the parameter wants one.
  ///
  /// - Returns: whether there is one.
  private static func checkDefaults(of node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let list = node.childNodes.last(where: { $0.kind == .argumentList }) else { return false }
    var found = false
    for argument in list.nodeList(1) {
      guard let argument = ArgumentSyntax(argument) else { continue }
      let value = argument.expression.withoutParentheses
      let form: String
      switch value.kind {
      case .defaultLiteralExpression, .defaultExpression: form = "default"
      case .objectCreationExpression, .implicitObjectCreationExpression: form = "new"
      case .simpleMemberAccessExpression:
        guard value.requiredNode(2).text == "None" else { continue }
        form = "None"
      default: continue
      }
      guard let wanted = context.model.type(of: value).convertedType,
        (wanted.nullableUnderlyingType ?? wanted).qualifiedName == TokenInScope.tokenType
      else { continue }
      if form == "new", !value.childNodes.allSatisfy({ $0.kind != .argumentList || $0.nodeList(1).isEmpty }) {
        continue
      }
      found = true
      if form == "None",
        !context.settings.flag("report_none", of: descriptor.id, default: false) || isCleanUp(node, in: context)
      {
        continue
      }
      reportDefault(value, in: node, context: context)
    }
    return found
  }

  private static func reportDefault(_ value: SyntaxNode, in node: SyntaxNode, context: RuleContext) {
    guard !value.ancestors.contains(where: { $0.kind == .catchClause }),
      let method = context.model.symbol(of: node).symbol, method.kind == .method,
      !isOwnFunction(method, at: node, in: context), let best = TokenChoice(context: context).best(at: node)
    else { return }
    if method.isConstructor, method.containingType?.type.isOrDerives(from: "System.Exception") ?? false { return }
    if method.containingType?.qualifiedName == TokenInScope.sourceType { return }
    let callee = displayName(of: node, in: context)
    context.report(
      descriptor, at: value.range, place: value,
      message: "'\(callee)' is given no token (default), although '\(best.text)' is in scope.",
      related: related(best, in: context),
      placeholders: [Placeholder("callee", callee), Placeholder("token", best.text)]
    ) {
      ForwardTokenFixes(context: context).passing(at: node) { token in
        Replacement(of: value, by: token, keeping: []).edits
      }
    }
  }

  /// Writing the rest behind a look at the token: `CancellationToken.None` is meant there.
  private static func isCleanUp(_ node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let name = node.kind == .invocationExpression ? invokedName(of: node) : nil,
      ["Write", "Flush", "Complete", "Close", "Shutdown", "Stop", "Commit", "Rollback"].contains(where: name.hasPrefix),
      let body = FunctionSyntax.nearest(to: node)?.body
    else { return false }
    var found = false
    body.walk { candidate in
      if candidate.range.start >= node.range.start { return false }
      if candidate.kind == .identifierName,
        candidate.text == "IsCancellationRequested" || candidate.text == "ThrowIfCancellationRequested"
      {
        found = true
      }
      return !found
    }
    return found
  }

  // MARK: (c) Enumerations

  private static func checkEnumeration(_ node: SyntaxNode, in context: RuleContext) {
    guard node.optionalToken(1)?.kind == .awaitKeyword else { return }
    let written = node.requiredNode(node.kind == .forEachStatement ? 7 : 6)
    let collection = written.withoutParentheses.withoutConfigureAwait
    guard let type = context.model.type(of: collection).type, StreamTypes.isEnumerable(type),
      !passesToken(collection, in: context, depth: 0), let best = TokenChoice(context: context).best(at: written)
    else { return }
    let shown = collection.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    context.report(
      descriptor, at: collection.range, place: collection,
      message: "The enumeration of '\(shown)' can be cancelled, but '\(best.text)' is not passed to it.",
      related: related(best, in: context),
      placeholders: [Placeholder("collection", shown), Placeholder("token", best.text)]
    ) {
      ForwardTokenFixes(context: context).withCancellation(collection, at: written)
    }
  }

  /// Whether some call in the chain has a token, or will be asked for one itself.
  private static func passesToken(_ expression: SyntaxNode, in context: RuleContext, depth: Int) -> Bool {
    guard depth < 8 else { return true }
    var current = expression.withoutParentheses
    while true {
      switch current.kind {
      case .invocationExpression:
        if invokedName(of: current) == "WithCancellation" { return true }
        for argument in current.requiredNode(1).nodeList(1) {
          guard let value = ArgumentSyntax(argument)?.expression else { continue }
          if let type = context.model.type(of: value).convertedType, type.qualifiedName == TokenInScope.tokenType {
            return true
          }
          // A stream that is put together of others.
          if let type = context.model.type(of: value).type, StreamTypes.isEnumerable(type),
            passesToken(value, in: context, depth: depth + 1)
          {
            return true
          }
        }
        if !context.cancellableCalls.candidates(for: current).isEmpty { return true }
        let callee = current.requiredNode(0)
        guard callee.kind == .simpleMemberAccessExpression else { return false }
        current = callee.requiredNode(0).withoutParentheses
      case .simpleMemberAccessExpression: current = current.requiredNode(0).withoutParentheses
      case .identifierName:
        // A local: what it was made of.
        guard let symbol = context.model.symbol(of: current).symbol, symbol.kind == .local,
          let declaration = context.model.declaringNode(of: symbol),
          let value = EqualsValueClauseSyntax(VariableDeclaratorSyntax(declaration)?.initializer)?.value
        else { return false }
        return passesToken(value.withoutConfigureAwait, in: context, depth: depth + 1)
      case .awaitExpression: current = current.requiredNode(1).withoutParentheses
      default: return false
      }
    }
  }

  // MARK: Reporting

  private static func related(_ token: ScopedToken, in context: RuleContext) -> [RelatedLocation] {
    token.declaration(in: context.model).map { [RelatedLocation(range: $0, message: "the token")] } ?? []
  }

  /// The called name; the type's in a creation, `new` where it is not written.
  private static func nameRange(of node: SyntaxNode) -> TextRange {
    switch node.kind {
    case .invocationExpression: (simpleName(of: node.requiredNode(0)) ?? node.requiredNode(0)).requiredToken(0).range
    case .objectCreationExpression: node.requiredNode(1).range
    default: node.requiredToken(0).range
    }
  }

  private static func displayName(of node: SyntaxNode, in context: RuleContext) -> String {
    switch node.kind {
    case .invocationExpression:
      let callee = node.requiredNode(0)
      guard let name = simpleName(of: callee)?.identifierText else { return callee.text }
      if callee.kind == .simpleMemberAccessExpression, context.model.isTypeReference(callee.requiredNode(0)),
        let type = simpleName(of: callee.requiredNode(0))
      {
        return type.identifierText + "." + name
      }
      return name
    case .objectCreationExpression: return node.requiredNode(1).text
    default: return context.model.type(of: node).type?.minimalDisplayString ?? "new"
    }
  }
}

/// The tokens that the rule's options let it speak about.
struct TokenChoice {
  private let context: RuleContext
  private let grades: Set<ScopedToken.Grade>
  private let greatest: ScopedToken.Grade

  init(context: RuleContext) {
    self.context = context
    let named: [String: ScopedToken.Grade] = ["strong": .strong, "medium": .medium, "weak": .weak]
    let written = context.settings.list("grades", of: ForwardToken.descriptor.id)?
      .compactMap { named[$0.lowercased()] }
    grades = written.map(Set.init).flatMap { $0.isEmpty ? nil : $0 } ?? [.strong, .medium]
    greatest = grades.max() ?? .medium
  }

  /// The token that a finding names.
  func best(at node: SyntaxNode) -> ScopedToken? {
    if grades == [.strong, .medium], !context.isTestCode(node) { return context.tokens.bestToken(at: node) }
    return all(at: node).first
  }

  func all(at node: SyntaxNode) -> [ScopedToken] {
    let tokens = context.tokens.tokens(at: node, upTo: greatest).filter { grades.contains($0.grade) }
    if context.isTestCode(node), !context.settings.flag("tests", of: ForwardToken.descriptor.id, default: false) {
      return tokens.filter(\.isForTests)
    }
    return tokens
  }
}

/// The repairs of AW401.
struct ForwardTokenFixes {
  let context: RuleContext

  /// One action for each token, the best one preferred.
  func passing(at node: SyntaxNode, edits: (String) -> [TextEdit]?) -> [Fix] {
    var fixes: [Fix] = []
    for token in TokenChoice(context: context).all(at: node).prefix(5) {
      guard let edits = edits(token.text) else { continue }
      fixes.append(
        Fix(
          title: "Pass '\(token.text)'", actionKey: fixes.isEmpty ? "Pass the token" : "Pass another token",
          safety: token.grade == .weak ? .unsafe : .safe, isPreferred: fixes.isEmpty && token.grade != .weak,
          edits: edits))
    }
    return fixes
  }

  /// `.WithCancellation(token)` behind a collection.
  func withCancellation(_ collection: SyntaxNode, at node: SyntaxNode) -> [Fix] {
    var fixes: [Fix] = []
    for token in TokenChoice(context: context).all(at: node).prefix(5) {
      let call = ".WithCancellation(" + token.text + ")"
      var edits: [TextEdit] = []
      let (start, end) = (collection.range.start, collection.range.end)
      if collection.needsParenthesesAsReceiver {
        edits.append(TextEdit(range: TextRange(start: start, end: start), newText: "("))
        edits.append(TextEdit(range: TextRange(start: end, end: end), newText: ")" + call))
      } else {
        edits.append(TextEdit(range: TextRange(start: end, end: end), newText: call))
      }
      fixes.append(
        Fix(
          title: "Add WithCancellation(\(token.text))",
          actionKey: fixes.isEmpty ? "Add WithCancellation" : "Add WithCancellation of another token",
          safety: token.grade == .weak ? .unsafe : .safe, isPreferred: fixes.isEmpty && token.grade != .weak,
          edits: edits))
    }
    return fixes
  }
}

/// Asynchronous streams (D3).
enum StreamTypes {
  static let enumerable = "System.Collections.Generic.IAsyncEnumerable"

  static func isEnumerable(_ type: TypeSymbol) -> Bool {
    switch type.kind {
    case .interface, .class, .struct, .typeParameter: type.isOrDerives(from: enumerable)
    default: false
    }
  }
}

extension SyntaxNode {
  /// Whether a member access on the expression needs parentheses around it.
  var needsParenthesesAsReceiver: Bool {
    switch kind {
    case .awaitExpression, .castExpression, .conditionalExpression, .coalesceExpression, .asExpression, .isExpression,
      .switchExpression, .simpleAssignmentExpression, .simpleLambdaExpression, .parenthesizedLambdaExpression,
      .queryExpression, .rangeExpression, .withExpression:
      true
    default: BinaryExpressionSyntax.kinds.contains(kind) || AssignmentExpressionSyntax.kinds.contains(kind)
    }
  }
}
