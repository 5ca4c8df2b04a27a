import CSharpSemantics
import CSharpSyntax

/// The fixes of ``SyncDisposal``.
struct SyncDisposalFixes {
  let context: RuleContext

  func awaitUsing(_ resource: UsingResource, _ type: TypeSymbol) -> [Fix] {
    guard context.tree.options.languageVersion >= .csharp8 else { return flushBefore(resource, type) }
    guard context.isAwaitInsertable(resource.node) else { return [] }
    let site = AwaitSite(
      resource.node, title: "Use await using", actionKey: "Use await using",
      edits: [.insertion("await ", at: resource.usingKeyword.range.start)])
    return MakeAsync(context: context).fixes(for: site)
  }

  /// Before C# 8 the flush is all that can be awaited.
  private func flushBefore(_ resource: UsingResource, _ type: TypeSymbol) -> [Fix] {
    guard resource.node.kind == .usingStatement, let function = FunctionSyntax.nearest(to: resource.node),
      context.asyncTier(of: function) == .async, context.asyncDisposal.flushes(type),
      let name = resource.declaration?.nodeList(1).single?.requiredToken(0).text,
      case let body = resource.node.requiredNode(7), body.kind == .block, let last = body.nodeList(2).last,
      !leaves(last), context.tree.comments(in: last.lastToken.trailingTrivia) != nil,
      let method = type.members(named: "FlushAsync").first(where: { $0.parameters.isEmpty })
    else { return [] }
    let indentation = context.tree.indentation(before: last.range.start)
    let suffix = AwaitConfiguration(context: context).suffix(at: last, awaiting: method.returnType)
    let separator = indentation.map { context.tree.lineEnd + $0 } ?? " "
    return [
      Fix(
        title: "Await FlushAsync before disposing", actionKey: "Await FlushAsync before disposing", safety: .safe,
        isPreferred: true,
        edits: [.insertion("\(separator)await \(name).FlushAsync()\(suffix);", at: last.range.end)])
    ]
  }

  private func leaves(_ statement: SyntaxNode) -> Bool {
    switch statement.kind {
    case .returnStatement, .throwStatement, .breakStatement, .continueStatement, .gotoStatement, .yieldBreakStatement:
      true
    default: false
    }
  }

  func disposeAsync(_ call: SyntaxNode, _ name: SyntaxNode, _ method: Symbol) -> [Fix] {
    // `x?.Dispose()` would become the await of nothing.
    guard call.requiredNode(0).kind == .simpleMemberAccessExpression, context.isAwaitInsertable(call) else { return [] }
    let suffix = AwaitConfiguration(context: context).suffix(at: call, awaiting: method.returnType)
    var edits: [TextEdit] = [
      .insertion("await ", at: call.range.start), TextEdit(range: name.range, newText: "DisposeAsync"),
    ]
    if !suffix.isEmpty { edits.append(.insertion(suffix, at: call.range.end)) }
    let site = AwaitSite(call, title: "Await DisposeAsync", actionKey: "Await DisposeAsync", edits: edits)
    return MakeAsync(context: context).fixes(for: site)
  }

  func asyncScope(_ resource: UsingResource, _ name: SyntaxNode) -> [Fix] {
    guard context.tree.options.languageVersion >= .csharp8, context.isAwaitInsertable(resource.node) else { return [] }
    let namespace = "Microsoft.Extensions.DependencyInjection"
    let spelling = UsingDirectives(context: context).spelling(of: "AsyncServiceScope", in: namespace, at: name)
    var edits: [TextEdit] = spelling.directive.map { [$0] } ?? []
    // The extension is found only where its namespace is imported.
    guard spelling.directive != nil || !spelling.text.contains(".") else { return [] }
    edits.append(.insertion("await ", at: resource.usingKeyword.range.start))
    if let type = resource.declaration?.requiredNode(0), type.text != "var" {
      edits.append(TextEdit(range: type.range, newText: spelling.text))
    }
    edits.append(TextEdit(range: name.range, newText: "CreateAsyncScope"))
    let site = AwaitSite(
      resource.node, title: "Use CreateAsyncScope", actionKey: "Use CreateAsyncScope", edits: edits)
    return MakeAsync(context: context).fixes(for: site)
  }
}
