import CSharpSemantics
import CSharpSyntax

/// AW807: the synchronous disposal of an object that can be disposed of asynchronously.
package enum SyncDisposal: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .usingStatement, .localDeclarationStatement, .invocationExpression,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    if node.kind == .invocationExpression {
      checkCall(node, in: context)
    } else if let resource = UsingResource(node), resource.awaitKeyword == nil {
      checkUsing(resource, in: context)
    }
  }

  // MARK: using

  private static func checkUsing(_ resource: UsingResource, in context: RuleContext) {
    guard context.isAsyncContext(resource.node) else { return }
    if let call = scopeCreation(resource, in: context) {
      reportScope(resource, call, in: context)
      return
    }
    guard let type = resource.type(context.model), !type.isErrorType,
      context.asyncDisposal.hasDisposeAsync(type, at: resource.node),
      !resource.values.allSatisfy({ context.asyncDisposal.isCheap(type, madeBy: $0) }),
      !endsWithFlush(resource, in: context)
    else { return }
    let isReader = isReader(resource, type, in: context)
    if isReader, !reportsReaders(context) { return }
    let name = type.minimalDisplayString
    let effect =
      context.asyncDisposal.flushes(type) ? "flushes and closes it synchronously" : "disposes it synchronously"
    context.report(
      descriptor, at: resource.usingKeyword.range, place: resource.place,
      message: "'\(name)' can be disposed asynchronously; 'using' \(effect). Use 'await using'.",
      defaultSeverity: isReader ? severityOfReaders(context) : nil,
      related: [RelatedLocation(range: resource.place.range, message: "The resource is a '\(name)'.")],
      placeholders: [Placeholder("type", name), Placeholder("effect", effect)]
    ) {
      SyncDisposalFixes(context: context).awaitUsing(resource, type)
    }
  }

  private static func isReader(_ resource: UsingResource, _ type: TypeSymbol, in context: RuleContext) -> Bool {
    let streams = ReadStreams(model: context.model)
    let names = resource.names(context.model)
    return resource.values.enumerated().allSatisfy { index, value in
      let local = names.indices.contains(index) && names[index].kind == .local ? names[index] : nil
      return streams.isReader(
        type, madeBy: context.asyncDisposal.origin(of: value), heldBy: local, at: resource.node)
    }
  }

  private static func reportsReaders(_ context: RuleContext) -> Bool {
    context.settings.flag("readers", of: descriptor.id, default: true)
  }

  /// Nothing is written at the end of what is only read: a suggestion at most.
  private static func severityOfReaders(_ context: RuleContext) -> Severity {
    min(descriptor.severity(in: context.project.kind), .suggestion)
  }

  /// Whether the last statement that sees a stream or writer awaits its flush.
  private static func endsWithFlush(_ resource: UsingResource, in context: RuleContext) -> Bool {
    guard let flushed = resource.lastStatement.flatMap({ flushed(by: $0, in: context) }) else { return false }
    return resource.names(context.model).contains(flushed)
  }

  /// The variable whose flush a statement awaits.
  private static func flushed(by statement: SyntaxNode, in context: RuleContext) -> Symbol? {
    guard statement.kind == .expressionStatement,
      case let awaiting = statement.requiredNode(1).withoutParentheses, awaiting.kind == .awaitExpression
    else { return nil }
    let call = awaiting.requiredNode(1).withoutConfigureAwait
    guard call.kind == .invocationExpression, invokedName(of: call) == "FlushAsync",
      call.requiredNode(0).kind == .simpleMemberAccessExpression
    else { return nil }
    return context.model.symbol(of: call.requiredNode(0).requiredNode(0).withoutParentheses).symbol
  }

  // MARK: Scopes

  private static let scopeFactories: Set<String> = [
    "Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions",
    "Microsoft.Extensions.DependencyInjection.IServiceScopeFactory",
  ]

  private static func scopeCreation(_ resource: UsingResource, in context: RuleContext) -> SyntaxNode? {
    guard resource.values.count == 1, let call = resource.values.first?.withoutParentheses,
      call.kind == .invocationExpression, invokedName(of: call) == "CreateScope",
      let type = context.model.symbol(of: call).symbol?.containingType?.qualifiedName, scopeFactories.contains(type),
      let extensions = context.model.context.type(
        named: "Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions"),
      !extensions.members(named: "CreateAsyncScope").isEmpty
    else { return nil }
    return call
  }

  private static func reportScope(_ resource: UsingResource, _ call: SyntaxNode, in context: RuleContext) {
    guard let name = simpleName(of: call.requiredNode(0)) else { return }
    context.report(
      descriptor, at: name.range, place: call,
      message: "CreateScope disposes its services synchronously. Use CreateAsyncScope with 'await using'.",
      related: [RelatedLocation(range: resource.place.range, message: "The scope is disposed of by this 'using'.")]
    ) {
      SyncDisposalFixes(context: context).asyncScope(resource, name)
    }
  }

  // MARK: Dispose()

  private static func checkCall(_ call: SyntaxNode, in context: RuleContext) {
    guard let name = simpleName(of: call.requiredNode(0)), name.kind == .identifierName,
      case let text = name.identifierText, text == "Dispose" || text == "Close",
      call.requiredNode(1).nodeList(1).isEmpty, call.outermostEquivalent.parent?.kind == .expressionStatement,
      let receiver = receiver(of: call), receiver.kind != .thisExpression, receiver.kind != .baseExpression,
      context.isAsyncContext(call), !isInDispose(call), context.model.symbol(of: call).isBound,
      let type = context.model.type(of: receiver).type, !type.isErrorType,
      let method = context.asyncDisposal.disposeAsync(of: type, at: call),
      // Closing what can be opened again is not the same as disposing of it.
      text == "Dispose" || type.members(named: "CloseAsync").isEmpty,
      !context.asyncDisposal.isCheap(type, madeBy: receiver), !isFlushedBefore(call, receiver, in: context)
    else { return }
    let local = context.model.symbol(of: receiver).symbol.flatMap { $0.kind == .local ? $0 : nil }
    let isReader = ReadStreams(model: context.model).isReader(
      type, madeBy: context.asyncDisposal.origin(of: receiver), heldBy: local, at: call)
    if isReader, !reportsReaders(context) { return }
    let display = type.minimalDisplayString
    context.report(
      descriptor, at: name.range, place: call,
      message: "'\(display)' can be disposed asynchronously. Await DisposeAsync().",
      defaultSeverity: isReader ? severityOfReaders(context) : nil,
      related: [RelatedLocation(range: receiver.range, message: "The resource is a '\(display)'.")],
      placeholders: [Placeholder("type", display)]
    ) {
      SyncDisposalFixes(context: context).disposeAsync(call, name, method)
    }
  }

  private static func receiver(of call: SyntaxNode) -> SyntaxNode? {
    let callee = call.requiredNode(0)
    if callee.kind == .simpleMemberAccessExpression { return callee.requiredNode(0).withoutParentheses }
    guard callee.kind == .memberBindingExpression, let access = call.parent,
      access.kind == .conditionalAccessExpression, access.requiredNode(2) == call
    else { return nil }
    return access.requiredNode(0).withoutParentheses
  }

  private static func isInDispose(_ node: SyntaxNode) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: node), member.kind == .methodDeclaration else { return false }
    return member.requiredToken(4).text == "Dispose"
  }

  /// Whether the statement before awaited the flush, so that nothing is left to write.
  private static func isFlushedBefore(_ call: SyntaxNode, _ receiver: SyntaxNode, in context: RuleContext) -> Bool {
    guard let statement = call.ancestors.first(where: { $0.kind == .expressionStatement }),
      let previous = statement.siblingStatements.prefix(while: { $0 != statement }).last,
      let symbol = context.model.symbol(of: receiver).symbol
    else { return false }
    return flushed(by: previous, in: context) == symbol
  }
}

/// The resource of a `using` statement or declaration.
struct UsingResource {
  let node: SyntaxNode
  let awaitKeyword: SyntaxToken?
  let usingKeyword: SyntaxToken
  let declaration: SyntaxNode?
  /// The expressions that the resources come from.
  let values: [SyntaxNode]

  /// `nil` for other nodes, and for broken ones.
  init?(_ node: SyntaxNode) {
    self.node = node
    awaitKeyword = node.optionalToken(1)
    if let statement = UsingStatementSyntax(node) {
      usingKeyword = statement.usingKeyword
      declaration = statement.declaration
      if let expression = statement.expression {
        values = [expression]
      } else {
        values = statement.declaration.map(UsingResource.values) ?? []
      }
    } else if let statement = LocalDeclarationStatementSyntax(node), let keyword = statement.usingKeyword {
      usingKeyword = keyword
      declaration = statement.declaration
      values = UsingResource.values(of: statement.declaration)
    } else {
      return nil
    }
    guard !values.isEmpty else { return nil }
  }

  private static func values(of declaration: SyntaxNode) -> [SyntaxNode] {
    declaration.nodeList(1).compactMap { $0.optionalNode(2)?.requiredNode(1) }
  }

  /// A node that is about nothing else: the declared type, or the expression.
  var place: SyntaxNode { declaration?.requiredNode(0) ?? values.first ?? node }

  func type(_ model: SemanticModel) -> TypeSymbol? {
    guard let declaration else { return values.first.flatMap { model.type(of: $0).type } }
    return declaration.nodeList(1).first.flatMap { model.declaredSymbol(for: $0)?.type }
  }

  /// The variables that hold the resources.
  func names(_ model: SemanticModel) -> [Symbol] {
    if let declaration { return declaration.nodeList(1).compactMap { model.declaredSymbol(for: $0) } }
    return values.compactMap { model.symbol(of: $0.withoutParentheses).symbol }
  }

  /// The last statement before the disposal.
  var lastStatement: SyntaxNode? {
    if node.kind == .usingStatement {
      let body = node.requiredNode(7)
      return body.kind == .block ? body.nodeList(2).last : body
    }
    return node.siblingStatements.last
  }
}
