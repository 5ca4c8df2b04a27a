import CSharpSemantics
import CSharpSyntax

/// AW316: an asynchronous method whose name does not say so.
package enum AsyncSuffixMissing: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.methodDeclaration, .localFunctionStatement]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let token = node.declaredName else { return }
    let name = token.text
    guard !name.hasSuffix(AsyncNaming.suffix), !token.isMissing, !AsyncNaming.isImplementingPart(node),
      !fixedNames.contains(name),
      !node.tokenList(1).contains(.overrideKeyword),
      node.kind == .methodDeclaration || context.settings.flag("local_functions", of: "AW316", default: true),
      let symbol = context.model.declaredSymbol(for: node), symbol.kind == .method,
      isAsynchronous(symbol.returnType, in: context), !isExempt(symbol, node: node, name: name, in: context)
    else { return }
    let shown = symbol.returnType.minimalDisplayString
    context.report(
      descriptor, at: token.range, place: node,
      message: "'\(name)' returns '\(shown)'; by convention its name ends in 'Async'.",
      placeholders: [Placeholder("name", name), Placeholder("type", shown)]
    ) {
      AsyncNaming(context: context).renaming(
        of: node, to: name + AsyncNaming.suffix, actionKey: "Rename with 'Async'")
    }
  }

  /// Names that the language or a convention of libraries prescribes.
  private static let fixedNames: Set<String> = [
    "GetAwaiter", "ConfigureAwait", "WithCancellation", "DisposeAsyncCore", "Main", "GetAsyncEnumerator",
  ]

  private static func isAsynchronous(_ type: TypeSymbol, in context: RuleContext) -> Bool {
    if type.isTaskLike { return true }
    // A type parameter counts as what its constraints say.
    if type.kind == .typeParameter { return Awaitability(of: type).isTaskLike }
    let naming = AsyncNaming(context: context)
    if type.isStream { return naming.streams == .require }
    guard context.settings.flag("awaitables", of: "AW316", default: false), case .other = Awaitability(of: type) else {
      return false
    }
    return true
  }

  // MARK: Exemptions

  private static func isExempt(_ symbol: Symbol, node: SyntaxNode, name: String, in context: RuleContext) -> Bool {
    if context.isContractMember(symbol) || context.isEntryPoint(symbol) || symbol.isExtern { return true }
    if isCombinator(symbol, name: name) || context.hasEventHandlerParameters(symbol) { return true }
    if hasFrameworkAttribute(symbol, in: context) { return true }
    if context.settings.option("visibility", of: "AW316")?.lowercased() == "exposed", !context.isExposed(symbol) {
      return true
    }
    if node.kind == .localFunctionStatement { return isRequestHandler(symbol, node: node, in: context) }
    guard let type = symbol.containingType else { return false }
    if let excluded = context.settings.list("excluded_types", of: "AW316"), excluded.contains(type.qualifiedName) {
      return true
    }
    return context.isAction(symbol) || isMatchedByName(type.type, name: name)
  }

  /// `WhenBoth(Task, Task)`, `WithTimeout(this Task)`.
  private static func isCombinator(_ symbol: Symbol, name: String) -> Bool {
    if name.hasPrefix("When") { return symbol.parameters.contains { mentionsTask($0.type) } }
    guard name.hasPrefix("With"), let first = symbol.parameters.first, first.isThis else { return false }
    return first.type.isTaskLike
  }

  private static func mentionsTask(_ type: TypeSymbol) -> Bool {
    type.isTaskLike || type.elementType?.isTaskLike == true || type.typeArguments.contains(where: \.isTaskLike)
  }

  private static let attributes = [
    "BenchmarkDotNet.Attributes.BenchmarkAttribute", "BenchmarkDotNet.Attributes.GlobalSetupAttribute",
    "BenchmarkDotNet.Attributes.GlobalCleanupAttribute", "BenchmarkDotNet.Attributes.IterationSetupAttribute",
    "BenchmarkDotNet.Attributes.IterationCleanupAttribute", "Microsoft.Azure.Functions.Worker.FunctionAttribute",
    "Microsoft.Azure.WebJobs.FunctionNameAttribute", "Microsoft.JSInterop.JSInvokableAttribute",
  ]

  private static func hasFrameworkAttribute(_ symbol: Symbol, in context: RuleContext) -> Bool {
    if symbol.attributes.isEmpty { return false }
    if attributes.contains(where: symbol.hasAttribute) { return true }
    return TestCode.isTestMethod(symbol) && !AsyncNaming(context: context).reportsTests
  }

  /// Frameworks that find methods by their names.
  private static func isMatchedByName(_ type: TypeSymbol, name: String) -> Bool {
    if type.isOrDerives(from: "Microsoft.AspNetCore.Mvc.RazorPages.PageModel") { return name.hasPrefix("On") }
    if name == "Invoke", type.interfaces.isEmpty, type.name.hasSuffix("Middleware") { return true }
    return type.isOrDerives(from: "Microsoft.AspNetCore.SignalR.Hub")
      || type.isOrDerives(from: "Microsoft.AspNetCore.Components.ComponentBase")
      || type.isOrDerives(from: "Microsoft.AspNetCore.Components.IComponent")
  }

  /// A local function that is given to `MapGet` and the like.
  private static func isRequestHandler(_ symbol: Symbol, node: SyntaxNode, in context: RuleContext) -> Bool {
    let uses = TaskFates(model: context.model).uses(of: symbol, name: symbol.name, around: node)
    return uses.contains { use in
      guard let argument = use.outermostEquivalent.parent, argument.kind == .argument,
        let call = argument.parent?.parent, call.kind == .invocationExpression, let name = invokedName(of: call)
      else { return false }
      return name.hasPrefix("Map")
    }
  }
}
