import CSharpSemantics
import CSharpSyntax

/// AW207: a value that is made once for many is made by blocking on a task.
package enum BlockingInInitialization: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = BlockingWaitFinder.nodeKinds

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let wait = context.waits.wait(at: node), wait.member != .configured,
      let initialization = InitializationWait(wait, context: context)
    else { return }
    let consequence = BlockingWaitWording.consequence(at: node, in: context)
    var severity: Severity?
    var related: [RelatedLocation] = []
    var placeholders = [Placeholder("member", wait.displayName)]
    let message: String
    let type = context.enclosingType(of: node)?.name ?? ""
    switch initialization.place {
    case .instance:
      if isBootstrapper(node, in: context) { return }
      if isTestType(node, in: context) { severity = .suggestion }
      message =
        "Constructors cannot await; '\(wait.displayName)' \(consequence). Create '\(type)' through an asynchronous "
        + "factory."
      placeholders += [Placeholder("consequence", consequence), Placeholder("type", type)]
    case .type:
      if isBootstrapper(node, in: context) { return }
      message =
        "'\(wait.displayName)' runs inside the static initialization of '\(type)': every other thread that touches the "
        + "type waits too, the awaited code included. Initialize asynchronously on first use."
      placeholders.append(Placeholder("type", type))
    case .factory(let factory):
      if factory.makesTask(context.model) { return }
      if factory.sort == .lazy, !isFirstWait(wait, in: initialization.function, context) { return }
      message =
        "'\(wait.displayName)' blocks inside the factory of \(factory.api), which may hold a lock or run for several "
        + "callers at once. \(advice(factory.sort))"
      placeholders.append(Placeholder("api", factory.api))
      related.append(
        RelatedLocation(range: factory.call.range, message: "\(factory.api) runs the factory"))
      if factory.sort == .container { related += ServiceResolution(context: context).late(in: initialization) }
    }
    context.report(
      descriptor, at: wait.name.range, place: node, message: message, defaultSeverity: severity,
      unresolvedName: wait.unresolvedName, related: related, placeholders: placeholders
    ) {
      BlockingInInitializationFixes(initialization: initialization, node: node, context: context).fixes()
    }
  }

  private static func advice(_ sort: InitializationWait.Factory.Sort) -> String {
    switch sort {
    case .cache: "Cache the task instead of its result."
    case .lazy: "Use Lazy<Task<T>>."
    case .container: "Resolve asynchronously outside the container."
    }
  }

  /// The type that the program starts in.
  private static func isBootstrapper(_ node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let type = context.enclosingType(of: node) else { return false }
    return type.members(named: "Main").contains { context.isEntryPoint($0) }
  }

  /// A type with tests in a project that is none for tests.
  private static func isTestType(_ node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let type = context.enclosingType(of: node)?.definition else { return false }
    return type.members.contains { $0.kind == .method && TestCode.isTestMethod($0) }
  }

  private static func isFirstWait(_ wait: BlockingWait, in function: FunctionSyntax, _ context: RuleContext) -> Bool {
    var first: SyntaxNode?
    function.body?.walk { node in
      guard first == nil else { return false }
      if BlockingWaitFinder.nodeKinds.contains(node.kind), context.waits.wait(at: node) != nil {
        // Of `a.Result.B().Result` the inner one comes first.
        if first == nil || first?.range.contains(node.range) == true { first = node }
      }
      return true
    }
    guard let first else { return true }
    return first == wait.node
  }
}

/// Services that a container's factory asks for after it has waited: they are resolved while the container waits.
struct ServiceResolution {
  let context: RuleContext

  private static let names: Set<String> = [
    "GetService", "GetRequiredService", "GetServices", "GetKeyedService", "GetRequiredKeyedService",
  ]
  private static let message = "resolved while the container waits"

  func late(in initialization: InitializationWait) -> [RelatedLocation] {
    let wait = initialization.wait
    if let body = initialization.function.body,
      let call = firstResolution(in: body, after: wait.node.range.end)
    {
      return [RelatedLocation(range: call.range, message: ServiceResolution.message)]
    }
    guard let task = wait.task, task.kind == .invocationExpression,
      let method = context.model.symbol(of: task).symbol?.originalDefinition, method.isFromSource
    else { return [] }
    for reference in method.declaringSyntaxReferences {
      guard let body = FunctionSyntax(declaredBy: reference.node)?.body, let awaiting = firstAwait(in: body),
        let call = firstResolution(in: body, after: awaiting.range.end)
      else { continue }
      let path = reference.tree === context.tree ? nil : reference.path(in: method)
      return [RelatedLocation(path: path, range: call.range, message: ServiceResolution.message)]
    }
    return []
  }

  private func firstAwait(in body: SyntaxNode) -> SyntaxNode? {
    var found: SyntaxNode?
    body.walk { node in
      if node != body, FunctionSyntax(declaredBy: node) != nil { return false }
      if node.kind == .awaitExpression, found == nil { found = node }
      return found == nil
    }
    return found
  }

  private func firstResolution(in body: SyntaxNode, after offset: ByteOffset) -> SyntaxNode? {
    var found: SyntaxNode?
    body.walk { node in
      guard found == nil else { return false }
      if node.kind == .invocationExpression, node.range.start >= offset, let name = invokedName(of: node),
        ServiceResolution.names.contains(name)
      {
        found = node
      }
      return found == nil
    }
    return found
  }
}
