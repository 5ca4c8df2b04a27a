import CSharpSemantics
import CSharpSyntax

/// AW317: a method that is called asynchronous and is not.
package enum AsyncSuffixUnwanted: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.methodDeclaration, .localFunctionStatement]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let token = node.declaredName else { return }
    let name = token.text
    guard name.hasSuffix(AsyncNaming.suffix), name.count > 5, !AsyncNaming.isImplementingPart(node),
      !node.tokenList(1).contains(.overrideKeyword),
      !node.tokenList(1).contains(.externKeyword), let symbol = context.model.declaredSymbol(for: node),
      symbol.kind == .method
    else { return }
    let type = symbol.returnType
    guard cannotBeAwaited(type, at: node, in: context), !isExempt(symbol, node: node, name: name, in: context) else {
      return
    }
    let shown = type.minimalDisplayString
    context.report(
      descriptor, at: token.range, place: node,
      message: "'\(name)' ends in 'Async' but returns '\(shown)', which cannot be awaited.",
      placeholders: [Placeholder("name", name), Placeholder("type", shown)]
    ) {
      fixes(node, name: name, in: context)
    }
  }

  /// Whether nothing that could be awaited or enumerated asynchronously comes out.
  private static func cannotBeAwaited(_ type: TypeSymbol, at node: SyntaxNode, in context: RuleContext) -> Bool {
    if type.containsErrorType { return false }
    switch type.kind {
    case .typeParameter, .dynamic, .pointer, .functionPointer, .unknown, .error: return false
    default: break
    }
    if type.specialType == .void { return true }
    let naming = AsyncNaming(context: context)
    if type.isStream { return naming.streams == .forbid }
    guard case .none = Awaitability(of: type), !type.isOrDerives(from: "System.IAsyncResult"),
      type.members(named: "GetAsyncEnumerator").isEmpty, !type.allInterfaces.contains(where: \.isErrorType),
      context.model.awaitedType(of: type, at: node) == nil,
      context.model.lookupMembers(of: type, named: "AsTask", at: node).isEmpty,
      context.model.lookupMembers(of: type, named: "GetAsyncEnumerator", at: node).isEmpty
    else { return false }
    return true
  }

  private static func isExempt(_ symbol: Symbol, node: SyntaxNode, name: String, in context: RuleContext) -> Bool {
    if symbol.isExtern || context.isContractMember(symbol) { return true }
    // A test is called after what it tests.
    if TestCode.isTestMethod(symbol), !AsyncNaming(context: context).reportsTests { return true }
    if symbol.isAsync, symbol.returnsVoid, !context.isEventHandlerShape(symbol) { return true }
    if let last = symbol.parameters.last, last.type.kind == .delegate { return true }
    guard node.kind == .methodDeclaration, let type = symbol.containingType else { return false }
    if type.hasAttribute("System.Runtime.InteropServices.ComImportAttribute") { return true }
    // What a generator implements is called after what it stands for, such as the method whose failure it logs.
    if symbol.isPartial, !PartialMethods.isImplementedByHand(symbol) { return true }
    // A base that nobody knows may prescribe the name.
    if type.type.hasUnknownBase || type.type.hasUnknownInterface { return true }
    guard symbol.returnsVoid else { return false }
    let event = String(name.dropLast(AsyncNaming.suffix.count)) + "Completed"
    return type.type.members(named: event).contains { $0.kind == .event }
  }

  // MARK: Fixes

  private static func fixes(_ node: SyntaxNode, name: String, in context: RuleContext) -> [Fix] {
    let plain = String(name.dropLast(AsyncNaming.suffix.count))
    var fixes = AsyncNaming(context: context).renaming(of: node, to: plain, actionKey: "Rename without 'Async'")
    fixes += asynchronous(node, in: context)
    return fixes
  }

  /// A method that blocks on tasks can keep its name and await them.
  private static func asynchronous(_ node: SyntaxNode, in context: RuleContext) -> [Fix] {
    guard let function = FunctionSyntax(declaredBy: node), function.body != nil,
      context.asyncTier(of: function) == .convertible
    else { return [] }
    var first: SyntaxNode?
    var edits: [TextEdit] = []
    function.walkOwn { candidate in
      guard let receiver = AwaitInsertion.receiver(ofWait: candidate),
        let type = context.model.type(of: receiver).type, type.isTaskLike,
        let insertion = AwaitInsertion(replacingWait: candidate, in: context)
      else { return true }
      first = first ?? candidate
      edits += insertion.edits
      return false
    }
    guard let first else { return [] }
    return MakeAsync(context: context).fixes(
      for: AwaitSite(
        first, title: "Make it asynchronous", actionKey: "Make it asynchronous", safety: .unsafe, isPreferred: false,
        edits: edits))
  }
}
