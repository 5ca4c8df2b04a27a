import CSharpSemantics
import CSharpSyntax

/// Makes a private field whose value is waited for a `Lazy<Task<T>>`, which is awaited where it is read.
struct LazyTaskConversion {
  private let context: RuleContext
  private let field: Symbol
  /// The field's declarator.
  private let declarator: SyntaxNode
  private let source: Source

  private enum Source {
    /// The field's initializer waits.
    case initializer(SyntaxNode)
    /// `new Lazy<T>(…)`, and the delegate in it that waits.
    case lazy(creation: SyntaxNode, factory: FunctionSyntax)
  }

  /// For a wait in the initializer of a static field.
  init?(initializerOf wait: SyntaxNode, in context: RuleContext) {
    guard let clause = wait.ancestors.first(where: { $0.kind == .equalsValueClause }), let declarator = clause.parent,
      let value = EqualsValueClauseSyntax(clause)?.value
    else { return nil }
    self.init(declarator, .initializer(value), context)
    guard field.isStatic else { return nil }
  }

  /// For a wait in the factory of a `Lazy<T>` that a field holds.
  init?(_ factory: InitializationWait.Factory, in context: RuleContext) {
    guard let lambda = FunctionSyntax(declaredBy: factory.delegate.withoutParentheses),
      context.model.type(of: factory.call).type?.qualifiedName == LazyTaskConversion.lazyName
        || context.model.type(of: factory.call).convertedType?.qualifiedName == LazyTaskConversion.lazyName,
      let holder = factory.call.outermostEquivalent.parent
    else { return nil }
    let source = Source.lazy(creation: factory.call, factory: lambda)
    if holder.kind == .equalsValueClause, let declarator = holder.parent {
      self.init(declarator, source, context)
      return
    }
    guard let assignment = AssignmentExpressionSyntax(holder), holder.kind == .simpleAssignmentExpression,
      holder.parent?.kind == .expressionStatement, assignment.right == factory.call.outermostEquivalent,
      FunctionSyntax.nearest(to: holder)?.kind == .constructor
        || FunctionSyntax.nearest(to: holder)?.kind == .staticConstructor,
      let field = context.model.symbol(of: assignment.left).symbol, field.kind == .field,
      let reference = field.declaringSyntaxReferences.first, reference.tree === context.tree
    else { return nil }
    self.init(reference.node, source, context)
  }

  private init?(_ declarator: SyntaxNode, _ source: Source, _ context: RuleContext) {
    guard declarator.kind == .variableDeclarator, let declaration = declarator.parent,
      declaration.nodeList(1).count == 1, declaration.parent?.kind == .fieldDeclaration,
      let field = context.model.declaredSymbol(for: declarator), field.kind == .field,
      field.accessibility == .private, !field.isVolatile, !field.isConst, field.refKind == .none,
      !field.type.containsErrorType, !field.hasAttribute("System.ThreadStaticAttribute")
    else { return nil }
    self.context = context
    self.field = field
    self.declarator = declarator
    self.source = source
  }

  private static let lazyName = "System.Lazy"
  private static let title = "Use Lazy<Task<T>>"

  /// "Use Lazy<Task<T>>"; nothing where a read can't be awaited.
  func fixes() -> [Fix] {
    guard let solution = context.solutionForFixes(), let declaration = declarationEdits() else { return [] }
    let contexts = SolutionContexts(solution, around: context)
    guard let reads = reads(contexts) else { return [] }
    return AsyncConversion.fieldFix(
      title: LazyTaskConversion.title, declarations: declaration, awaiting: reads, contexts: contexts, own: context)
  }

  // MARK: Declaration

  private func declarationEdits() -> [(edits: [TextEdit], node: SyntaxNode)]? {
    guard let written = declarator.parent?.requiredNode(0) else { return nil }
    let directives = UsingDirectives(context: context)
    let task = directives.spelling(of: "Task", arity: 1, in: "System.Threading.Tasks", at: written)
    var head = task.directive.map { [$0] } ?? []
    switch source {
    case .initializer(let value):
      let lazy = directives.spelling(of: "Lazy", arity: 1, in: "System", at: written)
      let type = "\(lazy.text)<\(task.text)<\(written.text)>>"
      if let directive = lazy.directive, !head.contains(directive) { head.append(directive) }
      let creation = context.tree.options.languageVersion >= .csharp9 ? "new" : "new \(type)"
      guard let inner = UnblockedFactory(context: context, result: field.type).edits(forValue: value) else {
        return nil
      }
      let changed = TextEdit(range: written.range, newText: type)
      let around = [
        TextEdit.insertion("\(creation)(", at: value.range.start), TextEdit.insertion(")", at: value.range.end),
      ]
      return head.map { ([$0], written) } + [([changed], written), (around, value), (inner, value)]
    case .lazy(let creation, let factory):
      guard let own = LazyTaskConversion.valueType(in: written), let result = field.type.typeArguments.first,
        let inner = UnblockedFactory(context: context, result: result).edits(for: factory, written: own.text)
      else { return nil }
      var types = [own]
      if creation.kind == .objectCreationExpression {
        guard let type = ObjectCreationExpressionSyntax(creation)?.type,
          let made = LazyTaskConversion.valueType(in: type)
        else { return nil }
        types.append(made)
      }
      return head.map { ([$0], written) } + types.map { wrapped($0, in: task.text) } + [(inner, factory.node)]
    }
  }

  private func wrapped(_ type: SyntaxNode, in task: String) -> (edits: [TextEdit], node: SyntaxNode) {
    ([.insertion(task + "<", at: type.range.start), .insertion(">", at: type.range.end)], type)
  }

  /// `T` of `Lazy<T>`, as it is written.
  private static func valueType(in type: SyntaxNode) -> SyntaxNode? {
    let bare = type.kind == .nullableType ? type.requiredNode(0) : type
    let name = bare.kind == .qualifiedName ? bare.requiredNode(2) : bare
    return TypeArgumentListSyntax(GenericNameSyntax(name)?.typeArgumentList)?.arguments.single
  }

  // MARK: Reads

  /// The expressions that become tasks; `nil` if the field is used for anything but its value.
  private func reads(_ contexts: SolutionContexts) -> [AsyncConversion.NewTask]? {
    guard let uses = FieldReferences(to: field, contexts: contexts, around: context).all else { return nil }
    var tasks: [AsyncConversion.NewTask] = []
    for use in uses {
      if use.isNameOf { continue }
      let expression = use.expression
      if case .lazy(let creation, _) = source {
        if expression.outermostEquivalent.parent == creation.outermostEquivalent.parent { continue }
        guard let read = expression.outermostEquivalent.parent, read.kind == .simpleMemberAccessExpression,
          read.requiredNode(0) == expression.outermostEquivalent, read.requiredNode(2).text == "Value"
        else { return nil }
        tasks.append(AsyncConversion.NewTask(context: use.context, node: read, edits: []))
      } else {
        guard LazyTaskConversion.isRead(expression) else { return nil }
        tasks.append(
          AsyncConversion.NewTask(
            context: use.context, node: expression, edits: [.insertion(".Value", at: expression.range.end)]))
      }
    }
    return tasks
  }

  /// Whether a variable is not written, nor handed out as one.
  private static func isRead(_ expression: SyntaxNode) -> Bool {
    let variable = expression.outermostEquivalent
    guard let parent = variable.parent else { return false }
    if AssignmentExpressionSyntax.kinds.contains(parent.kind) { return parent.requiredNode(2) == variable }
    switch parent.kind {
    case .argument: return ArgumentSyntax(parent)?.refKindKeyword == nil && parent.parent?.kind != .tupleExpression
    case .refExpression, .addressOfExpression, .preIncrementExpression, .preDecrementExpression,
      .postIncrementExpression, .postDecrementExpression, .nameColon, .expressionColon:
      return false
    default: return true
    }
  }
}
