import CSharpSemantics
import CSharpSyntax

/// A place that gives a field a value.
struct FieldWrite {
  enum Place {
    /// In the field's declaration.
    case initializer
    /// In a constructor (or `init` accessor) of its type, on the object that is being made.
    case constructor
    /// On an object that was made right there and nobody else has seen: `new X { field = … }`, a clone.
    case newObject
    /// `field = null`: nobody can lock what is not there.
    case cleared
    case other
  }

  /// The assignment, argument, or increment; the declarator for an initializer.
  let node: SyntaxNode
  let file: Int
  let place: Place
  /// `Interlocked.CompareExchange(ref field, …, null)`, `LazyInitializer.EnsureInitialized(ref field)`; `field ??= …` and
  /// `if (field == null) field = …` under a lock on something else.
  let isLazyInitialization: Bool
}

/// Finds where a field of this project is written.
struct FieldWriteFinder {
  let context: RuleContext

  /// - Returns: in the order of files and text; an initializer of `null` or `default` is left out. Files of other projects
  ///   are not looked at.
  func writes(to field: Symbol) -> [FieldWrite] {
    let field = field.originalDefinition
    var result: [FieldWrite] = []
    for reference in field.declaringSyntaxReferences where reference.node.kind == .variableDeclarator {
      guard let clause = reference.node.optionalNode(2) else { continue }
      switch clause.requiredNode(1).withoutParentheses.kind {
      case .nullLiteralExpression, .defaultLiteralExpression, .defaultExpression: continue
      default: break
      }
      result.append(
        FieldWrite(node: reference.node, file: reference.file, place: .initializer, isLazyInitialization: false))
    }
    for use in context.uses(of: field, where: { write(by: $0) != nil }) {
      guard let write = write(by: use.name), !isRead(write, use.model) else { continue }
      let place = clears(write) ? .cleared : place(of: use.name, field, use.model)
      result.append(
        FieldWrite(
          node: write, file: use.model.file, place: place,
          isLazyInitialization: isLazyInitialization(write, use.model)))
    }
    return result
  }

  /// The expression that a name stands for as a variable: `_gate`, `this._gate`, `other._gate`.
  private func variable(_ name: SyntaxNode) -> SyntaxNode {
    guard let parent = name.parent, parent.kind == .simpleMemberAccessExpression, parent.requiredNode(2) == name else {
      return name.outermostEquivalent
    }
    return parent.outermostEquivalent
  }

  /// What writes the variable that a name stands for.
  private func write(by name: SyntaxNode) -> SyntaxNode? {
    let variable = variable(name)
    guard let parent = variable.parent else { return nil }
    if AssignmentExpressionSyntax.kinds.contains(parent.kind) {
      return parent.requiredNode(0) == variable ? parent : nil
    }
    switch parent.kind {
    case .preIncrementExpression, .preDecrementExpression, .postIncrementExpression, .postDecrementExpression,
      .addressOfExpression, .refExpression:
      return parent
    case .argument:
      if let keyword = parent.optionalToken(1)?.kind { return keyword == .inKeyword ? nil : parent }
      return isDeconstructed(parent) ? parent : nil
    default: return nil
    }
  }

  /// Whether an argument is an element of a tuple that is assigned to.
  private func isDeconstructed(_ argument: SyntaxNode) -> Bool {
    var node = argument
    while let tuple = node.parent, tuple.kind == .tupleExpression, let parent = tuple.parent {
      if parent.kind == .simpleAssignmentExpression { return parent.requiredNode(0) == tuple }
      guard parent.kind == .argument else { return false }
      node = parent
    }
    return false
  }

  private func place(of name: SyntaxNode, _ field: Symbol, _ model: SemanticModel) -> FieldWrite.Place {
    let variable = variable(name)
    if variable.kind == .identifierName, let initializer = variable.parent?.parent?.kind,
      initializer == .objectInitializerExpression || initializer == .withInitializerExpression
    {
      return .newObject
    }
    var receiver: SyntaxNode?
    if let access = name.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(2) == name {
      receiver = access.requiredNode(0).withoutParentheses
    }
    let function = FunctionSyntax.nearest(to: name)
    let isOwn = receiver == nil || receiver?.kind == .thisExpression || field.isStatic
    if isOwn, let function, let type = model.declaredSymbol(for: function.node)?.containingType,
      type == field.containingType
    {
      switch function.kind {
      case .constructor: if !field.isStatic { return .constructor }
      case .staticConstructor: if field.isStatic { return .constructor }
      case .accessor: if function.node.kind == .initAccessorDeclaration, !field.isStatic { return .constructor }
      default: break
      }
      if isDeserialization(function, model) { return .newObject }
    }
    if let receiver, receiver.kind == .identifierName, let local = model.symbol(of: receiver).symbol,
      local.kind == .local, isFresh(local, around: name, model)
    {
      return .newObject
    }
    return .other
  }

  /// Whether a method is called by a serializer while it makes the object.
  private func isDeserialization(_ function: FunctionSyntax, _ model: SemanticModel) -> Bool {
    guard function.kind == .method, let method = model.declaredSymbol(for: function.node) else { return false }
    return method.hasAttribute("System.Runtime.Serialization.OnDeserializedAttribute")
      || method.hasAttribute("System.Runtime.Serialization.OnDeserializingAttribute")
  }

  /// Whether a local is declared with a new object or a clone.
  private func isFresh(_ local: Symbol, around node: SyntaxNode, _ model: SemanticModel) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: node) else { return false }
    var isFresh = false
    member.walk { candidate in
      if candidate.kind == .variableDeclarator, candidate.requiredToken(0).text == local.name,
        let value = candidate.optionalNode(2)?.requiredNode(1), model.declaredSymbol(for: candidate) == local
      {
        let core = LockIdentity.withoutConversions(value)
        switch core.kind {
        case .objectCreationExpression, .implicitObjectCreationExpression: isFresh = true
        case .invocationExpression: isFresh = invokedName(of: core) == "MemberwiseClone"
        default: break
        }
      }
      return !isFresh
    }
    return isFresh
  }

  /// `Volatile.Read(ref field)`.
  private func isRead(_ write: SyntaxNode, _ model: SemanticModel) -> Bool {
    guard write.kind == .argument, let call = write.parent?.parent, call.kind == .invocationExpression,
      invokedName(of: call) == "Read", let type = model.symbol(of: call).symbol?.containingType?.qualifiedName
    else { return false }
    return type == "System.Threading.Volatile" || type == "System.Threading.Interlocked"
  }

  private func clears(_ write: SyntaxNode) -> Bool {
    guard write.kind == .simpleAssignmentExpression else { return false }
    switch write.requiredNode(2).withoutParentheses.kind {
    case .nullLiteralExpression, .defaultLiteralExpression: return true
    default: return false
    }
  }

  private func isLazyInitialization(_ write: SyntaxNode, _ model: SemanticModel) -> Bool {
    if AssignmentExpressionSyntax.kinds.contains(write.kind) { return isMadeUnderLock(write, model) }
    guard write.kind == .argument, let list = write.parent, let call = list.parent,
      call.kind == .invocationExpression, let name = invokedName(of: call),
      name == "CompareExchange" || name == "EnsureInitialized",
      let type = model.symbol(of: call).symbol?.containingType?.qualifiedName
    else { return false }
    if name == "EnsureInitialized" { return type == "System.Threading.LazyInitializer" }
    guard type == "System.Threading.Interlocked", let last = list.nodeList(1).last else { return false }
    switch last.requiredNode(2).withoutParentheses.kind {
    case .nullLiteralExpression, .defaultLiteralExpression, .defaultExpression: return true
    default: return false
    }
  }

  /// Whether an assignment is made only if there is no value yet, under a lock on something else.
  private func isMadeUnderLock(_ write: SyntaxNode, _ model: SemanticModel) -> Bool {
    guard let field = model.symbol(of: write.requiredNode(0)).symbol else { return false }
    var isTested = write.kind == .coalesceAssignmentExpression
    for ancestor in write.ancestors {
      if FunctionSyntax(declaredBy: ancestor) != nil { return false }
      switch ancestor.kind {
      case .ifStatement: if testsForNull(ancestor.requiredNode(3), field, model) { isTested = true }
      case .lockStatement: if isTested, model.symbol(of: ancestor.requiredNode(3)).symbol != field { return true }
      default: break
      }
    }
    return false
  }

  /// `field == null`, `field is null`.
  private func testsForNull(_ condition: SyntaxNode, _ field: Symbol, _ model: SemanticModel) -> Bool {
    let condition = condition.withoutParentheses
    guard condition.kind == .equalsExpression || condition.kind == .isPatternExpression,
      model.symbol(of: condition.requiredNode(0).withoutParentheses).symbol == field
    else { return false }
    let other = condition.requiredNode(2).withoutParentheses
    return (other.kind == .constantPattern ? other.requiredNode(0) : other).kind == .nullLiteralExpression
  }
}
