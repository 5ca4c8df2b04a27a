import CSharpSyntax

/// What a call would mean if another name stood in it.
package struct CallResolution {
  /// The chosen method, constructed.
  package let method: Symbol
  /// What the call would give.
  package let returnType: TypeSymbol
  package let isReducedExtension: Bool
  /// For each argument its parameter, in the order in which the arguments were passed.
  package let parameters: [Symbol]
}

extension SemanticModel {
  /// Resolves a call as if another name stood in it: same receiver, type arguments and arguments (definition D23). Nothing
  /// is parsed, and nothing is taken down.
  ///
  /// - Parameters:
  ///   - callee: what is called, or a method group.
  ///   - arguments: the argument list; `nil` for a call without arguments.
  ///   - passing: types of further arguments.
  ///   - position: where those are put among the written ones; behind them otherwise.
  ///   - parameterName: how those are named; by position otherwise.
  ///   - dropped: a written argument that is left out.
  ///   - renaming: names of written arguments, and what stands in their place.
  ///   - extensions: a static class whose extension methods are asked instead of those in scope.
  /// - Returns: `nil` unless exactly one method is best.
  package func resolveCall(
    of callee: SyntaxNode, arguments list: SyntaxNode?, named name: String, passing: [TypeSymbol] = [],
    at position: Int? = nil, parameterName: String? = nil, without dropped: SyntaxNode? = nil,
    renaming: [String: String] = [:], extensions: Symbol? = nil
  ) -> CallResolution? {
    guard callee.tree === tree else { return nil }
    ensureBound(callee)
    let binder = speculativeBinder(at: callee)
    let wasRecording = isRecording
    isRecording = false
    defer { isRecording = wasRecording }
    let interned = context.names.name(name)
    let group: MethodGroup
    if let extensions {
      guard let made = extensionGroup(callee, interned, in: extensions, binder) else { return nil }
      group = made
    } else {
      guard let found = self.group(callee, interned, binder) else { return nil }
      group = found
    }
    var arguments = list.map { binder.bindArguments($0) } ?? []
    if let dropped { arguments.removeAll { $0.node == dropped } }
    for index in arguments.indices where !renaming.isEmpty {
      if let other = renaming[context.text(arguments[index].name)] { arguments[index].name = context.names.name(other) }
    }
    for (index, type) in passing.enumerated() {
      var argument = Argument(node: callee, bound: binder.value(callee, type))
      if let parameterName { argument.name = context.names.name(parameterName) }
      arguments.insert(argument, at: min((position ?? arguments.count) + index, arguments.count))
    }
    let resolution: Resolution
    if extensions != nil, let receiver = group.receiverBound {
      resolution = binder.resolve(
        group.methods, [Argument(node: receiver.node, bound: receiver)] + arguments,
        typeArguments: group.typeArguments, isReduced: true)
    } else {
      resolution = binder.resolve(group, arguments)
    }
    guard let best = resolution.best else { return nil }
    let own = best.method.pointer.pointee.parameters
    return CallResolution(
      method: best.constructed(context), returnType: binder.returnType(of: best), isReducedExtension: best.isReduced,
      parameters: best.parameterIndices.dropFirst(best.isReduced ? 1 : 0).compactMap {
        own.indices.contains($0) ? own[$0] : nil
      })
  }

  /// Whether the receiver of a call has methods of a name, or extension methods of that name are in scope: a cheap test
  /// before ``resolveCall(of:arguments:named:passing:at:parameterName:without:renaming:extensions:)``.
  package func mayCall(_ callee: SyntaxNode, named name: String) -> Bool {
    guard callee.tree === tree else { return false }
    ensureBound(callee)
    let interned = context.names.name(name)
    if callee.kind == .simpleMemberAccessExpression || callee.kind == .memberBindingExpression {
      let binder = makeBinder(at: callee)
      guard let receiver = receiver(of: callee, binder), let type = receiver.type else { return false }
      if !context.lookupMembers(interned, in: type).entries.isEmpty { return true }
      var isFound = false
      binder.forEachExtensionLevel(interned) { methods in
        isFound = !methods.isEmpty
        return isFound
      }
      return isFound
    }
    let wasRecording = isRecording
    isRecording = false
    defer { isRecording = wasRecording }
    return group(callee, interned, speculativeBinder(at: callee)) != nil
  }

  /// The methods of a name that the receiver of a call has, or that extend it.
  private func group(_ callee: SyntaxNode, _ name: Name, _ binder: Binder) -> MethodGroup? {
    let bound: Bound
    switch callee.kind {
    case .identifierName, .genericName:
      bound = binder.bindSimpleName(callee, isInvoked: true, named: name)
    case .simpleMemberAccessExpression:
      guard let left = receiver(of: callee, binder) else { return nil }
      bound = binder.bindMember(callee.requiredNode(2), of: left, callee, isInvoked: true, named: name)
    case .memberBindingExpression:
      guard let left = receiver(of: callee, binder) else { return nil }
      bound = binder.bindMember(callee.requiredNode(1), of: left, callee, isInvoked: true, named: name)
    default: return nil
    }
    return bound.group
  }

  private func extensionGroup(
    _ callee: SyntaxNode, _ name: Name, in type: Symbol, _ binder: Binder
  ) -> MethodGroup? {
    guard callee.kind == .simpleMemberAccessExpression || callee.kind == .memberBindingExpression,
      let receiver = receiver(of: callee, binder)
    else { return nil }
    let methods = context.extensionMembers(name, declaredIn: type).filter { $0.kind == .method }
    guard !methods.isEmpty else { return nil }
    let nameNode = callee.requiredNode(callee.kind == .memberBindingExpression ? 1 : 2)
    let group = MethodGroup(
      name: name, methods: methods.map { MethodCandidate(method: $0, instance: nil) }, receiver: .instance,
      receiverType: receiver.type, typeArguments: binder.typeBinder.typeArguments(nameNode) ?? [])
    group.receiverBound = receiver
    return group
  }

  /// The receiver of a member access as it was bound.
  private func receiver(of callee: SyntaxNode, _ binder: Binder) -> Bound? {
    var node = callee.requiredNode(0)
    if callee.kind == .memberBindingExpression {
      guard let access = SemanticModel.conditionalAccess(around: callee) else { return nil }
      node = access.requiredNode(0)
    }
    guard let info = answer(node), var type = info.type else { return nil }
    if info.isType { return Bound(node, .type, type: type, symbol: type.definition) }
    if callee.kind == .memberBindingExpression { type = type.nullableUnderlyingType ?? type }
    return binder.value(node, type)
  }

  /// The `?.` whose right side a member binding begins.
  private static func conditionalAccess(around node: SyntaxNode) -> SyntaxNode? {
    var child = node
    for ancestor in node.ancestors {
      if ancestor.kind == .conditionalAccessExpression, ancestor.requiredNode(2) == child { return ancestor }
      child = ancestor
    }
    return nil
  }

  /// A binder that sees at a place what the code there sees.
  private func speculativeBinder(at node: SyntaxNode) -> Binder {
    let member = FunctionSyntax.owningMember(of: node)
    let owner = member.flatMap { declaredSymbol(for: $0) }
    var isStatic = owner?.isStatic ?? false
    var typeParameters = owner?.kind == .method ? owner?.typeParameters ?? [] : []
    var scope = declarationScope(at: node)
    if member?.kind == .compilationUnit, let main = context.topLevelMain(), let program = main.containingType {
      isStatic = true
      scope = DeclarationScope(
        parent: context.scope(file: file, declaration: 0), container: program, imports: nil, file: file)
    }
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .localFunctionStatement:
        if let local = declared[ancestor.index] {
          typeParameters += local.typeParameters
          if local.isStatic { isStatic = true }
        }
      case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
        if FunctionSyntax(declaredBy: ancestor)?.isStatic == true { isStatic = true }
      case .fieldDeclaration: isStatic = ancestor.tokenList(1).contains(.staticKeyword)
      default: break
      }
    }
    let binder = Binder(
      context: context, model: self, declarationScope: scope,
      environment: FunctionEnvironment(
        parent: nil, symbol: owner?.kind == .method ? owner : nil, isStatic: isStatic, isAsync: true,
        typeParameters: typeParameters))
    if member?.kind == .fieldDeclaration || member?.kind == .propertyDeclaration { binder.isInInitializer = true }
    for local in visibleLocals(at: node).reversed() { binder.scope.declare(local) }
    for ancestor in node.ancestors
    where ancestor.kind == .setAccessorDeclaration || ancestor.kind == .initAccessorDeclaration {
      if let value = owner?.setter?.parameters.last { binder.scope.declare(value) }
    }
    return binder
  }
}
