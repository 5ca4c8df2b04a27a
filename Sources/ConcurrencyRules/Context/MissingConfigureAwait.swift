import CSharpSemantics
import CSharpSyntax

/// AW501: an `await` of a library that does not say where it resumes.
package enum MissingConfigureAwait: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .awaitExpression, .forEachStatement, .forEachVariableStatement, .usingStatement, .localDeclarationStatement,
  ]

  static let message =
    "This await resumes on the caller's context. State ConfigureAwait(false), or ConfigureAwait(true) if that is wanted."

  package static func decision(
    _ policy: SeverityPolicy.Decision, for input: AnalysisInput
  ) -> SeverityPolicy.Decision {
    ConfigureAwaitPolicy(input: input).decision(policy)
  }

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    switch node.kind {
    case .awaitExpression: checkAwait(node, in: context)
    case .forEachStatement, .forEachVariableStatement: checkEnumeration(node, in: context)
    default: checkDisposal(node, in: context)
    }
  }

  // MARK: Forms

  private static func checkAwait(_ node: SyntaxNode, in context: RuleContext) {
    let operand = node.requiredNode(1)
    let core = operand.withoutParentheses
    if core.kind == .invocationExpression, invokedName(of: core) == "ConfigureAwait" { return }
    guard let type = context.model.type(of: core).type, isConfigurable(type, at: node, in: context),
      isWanted(at: node, in: context), !context.completeTasks.isKnownComplete(core, at: node)
    else { return }
    report(node.requiredToken(0), place: node, in: context) { value in
      ConfigureAwaitFixes.appending(value, to: operand)
    }
  }

  private static func checkEnumeration(_ node: SyntaxNode, in context: RuleContext) {
    guard node.optionalToken(1)?.kind == .awaitKeyword,
      context.settings.flag("await_foreach", of: descriptor.id, default: true)
    else { return }
    let collection = node.requiredNode(node.kind == .forEachStatement ? 7 : 6)
    guard let type = context.model.type(of: collection.withoutParentheses).type,
      StreamTypes.isEnumerable(type) || isUnconfigured(collection, type),
      !ConfigureAwaitChain.isConfigured(collection), hasConfigureAwait(type, at: collection, in: context),
      isWanted(at: node, in: context), let keyword = node.optionalToken(1)
    else { return }
    report(keyword, place: node, in: context) { value in ConfigureAwaitFixes.appending(value, to: collection) }
  }

  /// `rows.WithCancellation(token)`: of the type of configured streams, but not configured.
  private static func isUnconfigured(_ collection: SyntaxNode, _ type: TypeSymbol) -> Bool {
    let core = collection.withoutParentheses
    return type.qualifiedName == "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable"
      && core.kind == .invocationExpression && invokedName(of: core) == "WithCancellation"
  }

  private static func checkDisposal(_ node: SyntaxNode, in context: RuleContext) {
    guard let keyword = node.optionalToken(1), keyword.kind == .awaitKeyword,
      node.kind == .usingStatement || node.optionalToken(2)?.kind == .usingKeyword,
      context.settings.flag("await_using", of: descriptor.id, default: true)
    else { return }
    let form: ConfigureAwaitFixes.Disposal
    let resource: TypeSymbol?
    if let expression = node.kind == .usingStatement ? node.optionalNode(5) : nil {
      form = .expression(expression)
      resource = context.model.type(of: expression).type
    } else if let declaration = node.optionalNode(4), let variable = declaration.nodeList(1).first {
      form = node.kind == .usingStatement ? .statement(declaration) : .declaration(declaration)
      resource = context.model.declaredSymbol(for: variable)?.type
    } else {
      return
    }
    guard let resource, !resource.isErrorType, resource.isOrDerives(from: "System.IAsyncDisposable"),
      hasConfigureAwait(resource, at: node, in: context), isWanted(at: node, in: context)
    else { return }
    report(keyword, place: node, in: context) { value in
      ConfigureAwaitFixes(context: context).disposal(form, of: node, value)
    }
  }

  // MARK: Conditions

  /// Whether a value of the type can be configured and then awaited.
  private static func isConfigurable(_ type: TypeSymbol, at node: SyntaxNode, in context: RuleContext) -> Bool {
    switch Awaitability(of: type) {
    case .task(nil), .valueTask(nil): return true
    case .task, .valueTask, .unknown: return false
    case .other, .none: return hasConfigureAwait(type, at: node, in: context)
    }
  }

  /// Whether a `ConfigureAwait` of one argument can be looked up on a value of the type.
  private static func hasConfigureAwait(_ type: TypeSymbol, at node: SyntaxNode, in context: RuleContext) -> Bool {
    guard !type.isErrorType, type.kind != .dynamic else { return false }
    return context.model.lookupMembers(of: type, named: "ConfigureAwait", at: node).contains { method in
      let own = method.parameters.first?.isThis ?? false ? Array(method.parameters.dropFirst()) : method.parameters
      guard method.kind == .method, own.count == 1, let wanted = own.first?.type else { return false }
      return wanted.specialType == .boolean
        || wanted.qualifiedName == "System.Threading.Tasks.ConfigureAwaitOptions"
    }
  }

  private static func isWanted(at node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let function = FunctionSyntax.nearest(to: node), function.kind != .topLevelProgram,
      !context.isTestCode(node)
    else { return false }
    if isAsyncVoid(function, in: context),
      context.settings.flag("exclude_async_void", of: descriptor.id, default: true)
        || peerFlag("exclude_async_void_methods", in: context)
    {
      return false
    }
    guard context.contextPresence(at: node) == .present else { return true }
    // Behind a configured await the context is gone anyway.
    return context.settings.flag("mixed", of: descriptor.id, default: true)
      && ConfigureAwaitChain.isBehindConfiguredAwait(node, in: function)
  }

  private static func isAsyncVoid(_ function: FunctionSyntax, in context: RuleContext) -> Bool {
    switch function.node.kind {
    case .methodDeclaration, .localFunctionStatement: return function.node.requiredNode(2).text == "void"
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
      let invoke = context.model.type(of: function.node).convertedType?.delegateInvokeMethod
      return invoke?.returnsVoid ?? false
    default: return false
    }
  }

  private static func peerFlag(_ name: String, in context: RuleContext) -> Bool {
    (context.settings.peerValue("dotnet_code_quality.CA2007.\(name)")
      ?? context.settings.peerValue("dotnet_code_quality.\(name)"))?.lowercased() == "true"
  }

  private static func report(
    _ keyword: SyntaxToken, place: SyntaxNode, in context: RuleContext, edits: @escaping (String) -> [TextEdit]?
  ) {
    context.report(descriptor, at: keyword.range, place: place, message: message) {
      let hasContext = context.contextPresence(at: place) == .present
      return ["false", "true"].compactMap { value in
        edits(value).map {
          Fix(
            title: "Append ConfigureAwait(\(value))", actionKey: "Append ConfigureAwait(\(value))",
            safety: hasContext && value == "false" ? .unsafe : .safe, isPreferred: value == "false", edits: $0)
        }
      }
    }
  }
}

/// What stands in chains of calls about configuration.
enum ConfigureAwaitChain {
  /// Whether a call named `ConfigureAwait` configures the stream of a chain.
  static func isConfigured(_ collection: SyntaxNode) -> Bool {
    var current = collection.withoutParentheses
    while current.kind == .invocationExpression {
      switch invokedName(of: current) {
      case "ConfigureAwait": return true
      case "WithCancellation": break
      default: return false
      }
      let callee = current.requiredNode(0)
      guard callee.kind == .simpleMemberAccessExpression else { return false }
      current = callee.requiredNode(0).withoutParentheses
    }
    return false
  }

  /// Whether an own `await … .ConfigureAwait(false)` of the function stands before a place in a statement list around it.
  static func isBehindConfiguredAwait(_ node: SyntaxNode, in function: FunctionSyntax) -> Bool {
    var child = node
    for ancestor in node.ancestors {
      if ancestor.kind == .block || ancestor.kind == .switchSection {
        for statement in ancestor.nodeList(ancestor.kind == .block ? 2 : 1) {
          if statement == child { break }
          if awaitsConfigured(statement) { return true }
        }
      }
      if ancestor == function.node { return false }
      child = ancestor
    }
    return false
  }

  /// Statements that always evaluate what they hold.
  private static func awaitsConfigured(_ statement: SyntaxNode) -> Bool {
    switch statement.kind {
    case .expressionStatement, .localDeclarationStatement, .returnStatement: break
    default: return false
    }
    var found = false
    statement.walk { node in
      switch node.kind {
      case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression,
        .conditionalExpression, .logicalAndExpression, .logicalOrExpression, .coalesceExpression,
        .conditionalAccessExpression, .switchExpression:
        return false
      case .awaitExpression:
        let operand = node.requiredNode(1).withoutParentheses
        if operand.kind == .invocationExpression, invokedName(of: operand) == "ConfigureAwait",
          operand.requiredNode(1).nodeList(1).single?.text == "false"
        {
          found = true
        }
      default: break
      }
      return !found
    }
    return found
  }
}
