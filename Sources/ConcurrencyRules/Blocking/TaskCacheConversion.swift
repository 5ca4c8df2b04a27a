import CSharpSemantics
import CSharpSyntax

/// Makes a private dictionary of values that are waited for one of tasks, which are awaited where they are asked for.
struct TaskCacheConversion {
  private let context: RuleContext
  private let field: Symbol
  private let declarator: SyntaxNode
  /// The type of the values.
  private let value: TypeSymbol
  /// That type in the field's declaration.
  private let written: SyntaxNode

  private static let title = "Cache the task"

  /// - Parameter factory: of a `GetOrAdd` that waits.
  init?(_ factory: InitializationWait.Factory, in context: RuleContext) {
    guard factory.call.kind == .invocationExpression, invokedName(of: factory.call) == "GetOrAdd",
      let receiver = factory.call.requiredNode(0).receiver,
      let field = context.model.symbol(of: receiver).symbol?.originalDefinition, field.kind == .field,
      field.accessibility == .private, field.type.qualifiedName == TaskCacheConversion.dictionary,
      field.type.typeArguments.count == 2, !field.type.containsErrorType,
      let reference = field.declaringSyntaxReferences.first, reference.tree === context.tree,
      reference.node.kind == .variableDeclarator, let declaration = reference.node.parent,
      declaration.nodeList(1).count == 1,
      let written = TaskCacheConversion.valueType(in: declaration.requiredNode(0))
    else { return nil }
    self.context = context
    self.field = field
    declarator = reference.node
    value = field.type.typeArguments[1]
    self.written = written
  }

  private static let dictionary = "System.Collections.Concurrent.ConcurrentDictionary"

  /// `V` of `ConcurrentDictionary<K, V>`, as it is written.
  private static func valueType(in type: SyntaxNode) -> SyntaxNode? {
    let name = type.kind == .qualifiedName ? type.requiredNode(2) : type
    guard let arguments = TypeArgumentListSyntax(GenericNameSyntax(name)?.typeArgumentList)?.arguments,
      arguments.count == 2
    else { return nil }
    return arguments.last
  }

  /// "Cache the task"; nothing where the dictionary is used in another way, or a value can't be awaited.
  func fixes() -> [Fix] {
    guard let solution = context.solutionForFixes(), let declaration = declarationEdits() else { return [] }
    let contexts = SolutionContexts(solution, around: context)
    guard let uses = FieldReferences(to: field, contexts: contexts, around: context).all else { return [] }
    var tasks: [AsyncConversion.NewTask] = []
    for use in uses where !use.isNameOf {
      guard let call = TaskCacheConversion.call(on: use.expression) else { return [] }
      switch invokedName(of: call) {
      case "Clear": continue
      case "TryRemove": if !TaskCacheConversion.dropsValue(call) { return [] }
      case "GetOrAdd":
        guard let edits = edits(for: call, in: use.context) else { return [] }
        tasks.append(AsyncConversion.NewTask(context: use.context, node: call, edits: edits))
      default: return []
      }
    }
    return AsyncConversion.fieldFix(
      title: TaskCacheConversion.title, declarations: declaration, awaiting: tasks, contexts: contexts, own: context)
  }

  private func declarationEdits() -> [(edits: [TextEdit], node: SyntaxNode)]? {
    let task = UsingDirectives(context: context).spelling(
      of: "Task", arity: 1, in: "System.Threading.Tasks", at: written)
    var types = [written]
    if let creation = EqualsValueClauseSyntax(declarator.optionalNode(2))?.value {
      switch creation.kind {
      case .implicitObjectCreationExpression: break
      case .objectCreationExpression:
        guard let type = ObjectCreationExpressionSyntax(creation)?.type,
          let made = TaskCacheConversion.valueType(in: type)
        else { return nil }
        types.append(made)
      default: return nil
      }
      if creation.childNodes.contains(where: { $0.kind.isInitializer }) { return nil }
    }
    let head: [(edits: [TextEdit], node: SyntaxNode)] = task.directive.map { [([$0], written)] } ?? []
    return head
      + types.map { type in
        (
          [TextEdit.insertion(task.text + "<", at: type.range.start), TextEdit.insertion(">", at: type.range.end)], type
        )
      }
  }

  /// The call whose receiver an expression is.
  private static func call(on expression: SyntaxNode) -> SyntaxNode? {
    let receiver = expression.outermostEquivalent
    guard let access = receiver.parent, access.kind == .simpleMemberAccessExpression,
      access.requiredNode(0) == receiver, let call = access.parent, call.kind == .invocationExpression,
      call.requiredNode(0) == access
    else { return nil }
    return call
  }

  /// `TryRemove(key, out _)`.
  private static func dropsValue(_ call: SyntaxNode) -> Bool {
    let arguments = call.requiredNode(1).nodeList(1)
    guard arguments.count == 2, let last = ArgumentSyntax(arguments.last), last.refKindKeyword?.kind == .outKeyword
    else { return false }
    return last.expression.text == "_" || last.expression.text == "var _"
  }

  /// What makes a `GetOrAdd` give a task: edits inside its value or factory.
  private func edits(for call: SyntaxNode, in context: RuleContext) -> [TextEdit]? {
    guard call.requiredNode(0).requiredNode(2).kind == .identifierName,
      let method = context.model.symbol(of: call).symbol, method.parameters.count >= 2
    else { return nil }
    let arguments = call.requiredNode(1).nodeList(1).compactMap { ArgumentSyntax($0) }
    guard arguments.count == method.parameters.count, arguments.allSatisfy({ $0.nameColon == nil }) else { return nil }
    let made = arguments[1].expression
    if method.parameters[1].type.delegateInvokeMethod == nil {
      let name = UsingDirectives(context: context).spelling(of: "Task", in: "System.Threading.Tasks", at: call)
      guard name.directive == nil else { return nil }
      let isSame = context.model.type(of: made).type?.isIdentical(to: value) ?? false
      let argument = isSame ? "" : "<\(written.text)>"
      return [
        .insertion("\(name.text).FromResult\(argument)(", at: made.range.start), .insertion(")", at: made.range.end),
      ]
    }
    guard let lambda = FunctionSyntax(declaredBy: made.withoutParentheses) else { return nil }
    return UnblockedFactory(context: context, result: value).edits(for: lambda, written: written.text)
  }
}
