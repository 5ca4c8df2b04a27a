import CSharpSyntax

extension Binder {
  // MARK: Arguments

  /// Binds the arguments of a list, without converting them.
  func bindArguments(_ list: SyntaxNode) -> [Argument] {
    var result: [Argument] = []
    for node in list.nodeList(1) {
      let expression = node.requiredNode(2)
      var argument = Argument(node: node, bound: unknown(expression))
      if let name = node.kind == .attributeArgument ? node.optionalNode(1) : node.optionalNode(0) {
        argument.name = context.name(of: name.requiredNode(0).requiredToken(0))
      }
      if node.kind == .argument, let keyword = node.optionalToken(1) {
        switch keyword.kind {
        case .refKeyword: argument.refKind = .ref
        case .outKeyword: argument.refKind = .out
        case .inKeyword: argument.refKind = .in
        default: break
        }
      }
      argument.bound = bind(expression)
      if argument.bound.kind == .type || argument.bound.kind == .namespace { argument.bound = unknown(expression) }
      result.append(argument)
    }
    return result
  }

  func bindArgumentsOnly(_ node: SyntaxNode, _ list: SyntaxNode) -> Bound {
    for argument in bindArguments(list) { finish(argument.bound) }
    return unknown(node)
  }

  /// Converts the arguments as the chosen method wants them; naturally where none is chosen.
  func convertArguments(_ arguments: [Argument], _ best: ApplicableCandidate?, offset: Int = 0) {
    guard let best else {
      for argument in arguments { finish(argument.bound) }
      return
    }
    let parameters = best.method.pointer.pointee.parameters
    for (index, argument) in arguments.enumerated() where index + offset < best.parameterTypes.count {
      convert(argument.bound, to: best.parameterTypes[index + offset])
      if !argument.name.isEmpty, best.parameterIndices[index + offset] < parameters.count {
        recordName(of: argument, parameters[best.parameterIndices[index + offset]])
      }
    }
  }

  /// `name:` in front of an argument means the parameter.
  private func recordName(of argument: Argument, _ parameter: Symbol) {
    let slot = argument.node.kind == .attributeArgument ? 1 : 0
    guard let colon = argument.node.optionalNode(slot), colon.kind == .nameColon else { return }
    model.recordSymbol(colon.requiredNode(0), parameter)
  }

  /// Lambdas in a call whose method is not known still get the parameter types that all candidates agree on.
  private func convertUnresolved(_ arguments: [Argument], _ resolution: Resolution) {
    for (index, argument) in arguments.enumerated() {
      if argument.bound.kind == .lambda, resolution.candidates.count == 1,
        let parameters = resolution.candidates.first?.parameters, index < parameters.count
      {
        let type = parameters[index].type
        if delegateType(of: type).kind == .delegate, !type.pointer.pointee.flags.contains(.containsTypeParameter) {
          finish(lambda: argument.bound, to: type)
          continue
        }
      }
      finish(argument.bound)
    }
  }

  // MARK: Invocations

  func bindInvocation(_ node: SyntaxNode) -> Bound {
    let callee = node.requiredNode(0)
    let list = node.requiredNode(1)
    if callee.kind == .identifierName, context.name(of: callee.requiredToken(0)) == names.nameof,
      scope.lookup(names.nameof) == nil, let result = bindNameOf(node, callee, list)
    {
      return result
    }
    let target = bindCallee(callee)
    let arguments = bindArguments(list)
    switch target.kind {
    case .methodGroup:
      guard let group = target.group else { return unknown(node) }
      return bindCall(of: group, target, arguments, node, callee)
    case .value:
      guard let type = target.type else { break }
      if type.kind == .delegate, let invoke = type.delegateInvokeMethod {
        let candidate = MethodCandidate(method: invoke.originalDefinition, instance: type)
        let resolution = resolve([candidate], arguments)
        convertArguments(arguments, resolution.best)
        if resolution.best == nil, !resolution.isUnknown {
          model.recordGroup(node, resolution.candidates, resolution.reason)
        }
        var result = Bound(node, .value, type: invoke.type, symbol: resolution.best == nil ? nil : invoke)
        result.isVariable = invoke.refKind != .none
        if resolution.best == nil { return value(node, invoke.type) }
        return result
      }
      if type.kind == .dynamic {
        for argument in arguments { finish(argument.bound) }
        model.recordGroup(node, [], .lateBound)
        return value(node, context.dynamicType)
      }
      if type.kind == .functionPointer {
        for argument in arguments { finish(argument.bound) }
        return value(node, type.pointer.pointee.arguments.last ?? context.unknownType)
      }
    default: break
    }
    for argument in arguments { finish(argument.bound) }
    return unknown(node)
  }

  private func bindCallee(_ callee: SyntaxNode) -> Bound {
    let bound: Bound
    switch callee.kind {
    case .identifierName, .genericName: bound = bindSimpleName(callee, isInvoked: true)
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression:
      depth += 1
      defer { depth -= 1 }
      guard depth < Binder.maximumDepth else { return unknown(callee) }
      bound = bindMemberAccess(callee, isInvoked: true)
    case .memberBindingExpression: bound = bindMemberBinding(callee, isInvoked: true)
    default:
      return finish(bind(callee))
    }
    model.record(bound)
    return bound
  }

  private func bindCall(
    of group: MethodGroup, _ target: Bound, _ arguments: [Argument], _ node: SyntaxNode, _ callee: SyntaxNode
  ) -> Bound {
    if arguments.contains(where: { $0.bound.type?.kind == .dynamic && $0.bound.kind == .value }),
      let late = bindLate(group, arguments, node, callee)
    {
      return late
    }
    let resolution = resolve(group, arguments)
    guard let best = resolution.best else {
      convertUnresolved(arguments, resolution)
      if resolution.isUnknown || resolution.candidates.isEmpty {
        model.recordUnknown(node)
        model.recordUnknown(callee)
        // All candidates agree on what they return.
        if !group.isIncomplete, let type = commonReturnType(group.methods), !type.isErrorType {
          return value(node, type)
        }
      } else {
        model.recordGroup(node, resolution.candidates, resolution.reason)
        model.recordGroup(callee, resolution.candidates, resolution.reason)
        if let type = commonReturnType(group.methods) { return value(node, type) }
      }
      return unknown(node)
    }
    if let alternative = group.alternativeType, best.method.isStatic, !best.isReduced,
      let receiver = group.receiverBound
    {
      model.recordAsType(receiver.node, alternative)
    }
    convertArguments(arguments, best, offset: best.isReduced ? 1 : 0)
    var method = best.constructed(context)
    if best.isReduced, let receiver = group.receiverBound, let type = best.parameterTypes.first {
      // A literal receiver may still need its type.
      if receiver.kind != .value { convert(receiver, to: type) }
      if let original = best.method.pointer.pointee.second, best.method.pointer.pointee.methodKind == .ordinary,
        original.containingType?.typeDetails.typeKind == .extension
      {
        method = original
      }
    }
    model.recordSymbol(callee, method, isReduced: best.isReduced)
    model.recordSymbol(node, method, isReduced: best.isReduced)
    var result = Bound(node, .value, type: returnType(of: best), symbol: method)
    result.isVariable = best.method.pointer.pointee.refKind != .none
    model.recordReduced(node, best.isReduced)
    return result
  }

  func returnType(of best: ApplicableCandidate) -> TypeSymbol {
    var map = context.typeMap(of: best.candidate.instance)
    map.method = best.method
    map.methodArguments = best.typeArguments
    let type = best.method.type
    // `object.GetType()` and the like need nothing; everything else is put in.
    return context.substitute(type, map)
  }

  private func commonReturnType(_ methods: [MethodCandidate]) -> TypeSymbol? {
    guard let first = methods.first else { return nil }
    let type = context.constructed(first.method, in: first.instance).type
    if type.pointer.pointee.flags.contains(.containsTypeParameter) { return nil }
    for other in methods.dropFirst() {
      guard context.constructed(other.method, in: other.instance).type == type else { return nil }
    }
    return type
  }

  /// A call with a `dynamic` argument is bound when it runs.
  private func bindLate(_ group: MethodGroup, _ arguments: [Argument], _ node: SyntaxNode, _ callee: SyntaxNode)
    -> Bound?
  {
    let resolution = resolve(group, arguments)
    if let best = resolution.best, best.isReduced { return nil }
    if resolution.best != nil, group.methods.count == 1,
      group.methods[0].method.pointer.pointee.methodKind == .localFunction
    {
      return nil
    }
    for argument in arguments { finish(argument.bound) }
    let candidates = resolution.best.map { [$0.method] } ?? group.methods.map(\.method)
    model.recordGroup(node, candidates, .lateBound)
    model.recordGroup(callee, candidates, .lateBound)
    if group.methods.count == 1, let method = group.methods.first?.method, method.arity == 0, resolution.best != nil {
      let type = context.constructed(method, in: group.methods[0].instance).type
      return value(node, type.specialType == .void ? type : context.dynamicType)
    }
    return value(node, context.dynamicType)
  }

  private func bindNameOf(_ node: SyntaxNode, _ callee: SyntaxNode, _ list: SyntaxNode) -> Bound? {
    let arguments = Array(list.nodeList(1))
    guard arguments.count == 1 else { return nil }
    if case .methodGroup = bindSimpleName(callee, isInvoked: true).kind { return nil }
    let wasInNameOf = isInNameOf
    isInNameOf = true
    let operand = bind(arguments[0].requiredNode(2))
    isInNameOf = wasInNameOf
    if let group = operand.group {
      model.recordGroup(operand.node, group.methods.map(\.method), .memberGroup)
    }
    var bound = value(node, context.stringType)
    bound.constant = .unknown
    return bound
  }

  // MARK: Creation

  func bindObjectCreation(_ node: SyntaxNode) -> Bound {
    let type = bindType(node.requiredNode(1))
    let list = node.optionalNode(2)
    let arguments = list.map { bindArguments($0) } ?? []
    let constructor = resolveConstructor(of: type, arguments, node)
    model.recordSymbol(node, constructor)
    if let initializer = node.optionalNode(3) { bindInitializer(initializer, for: value(node, type)) }
    var result = Bound(node, .value, type: type, symbol: constructor)
    result.symbol = constructor
    return result
  }

  /// Overload resolution among a type's constructors.
  func resolveConstructor(of type: TypeSymbol, _ arguments: [Argument], _ node: SyntaxNode) -> Symbol? {
    if type.kind == .delegate {
      // `new D(method)` has no symbol of its own, as in Roslyn.
      for argument in arguments { convert(argument.bound, to: type) }
      return nil
    }
    if type.kind == .typeParameter {
      for argument in arguments { finish(argument.bound) }
      return nil
    }
    var instance = type
    if type.kind == .tuple { instance = context.tupleUnderlyingType(of: type) ?? type }
    if instance.kind == .interface, let coClass = context.coClass(of: instance) { instance = coClass }
    guard let definition = instance.definition, definition.kind == .namedType, instance.kind != .interface else {
      for argument in arguments { finish(argument.bound) }
      if instance.kind == .interface { model.recordGroup(node, [], .notCreatable) }
      return nil
    }
    let all = context.members(of: definition, named: names.constructor)
    var candidates: [MethodCandidate] = []
    for constructor in all where isAccessible(constructor) && !constructor.isStatic {
      candidates.append(MethodCandidate(method: constructor, instance: instance))
    }
    let isIncomplete = definition.typeDetails.isPlaceholder
    guard !candidates.isEmpty else {
      for argument in arguments { finish(argument.bound) }
      if !all.isEmpty, !isIncomplete { model.recordGroup(node, all, .inaccessible) }
      return nil
    }
    let resolution = resolve(candidates, arguments, isIncomplete: isIncomplete)
    if resolution.best == nil {
      for argument in arguments { finish(argument.bound) }
      if !resolution.isUnknown { model.recordGroup(node, resolution.candidates, resolution.reason) }
      return nil
    }
    convertArguments(arguments, resolution.best)
    if definition.isAbstract {
      model.recordGroup(node, resolution.best.map { [$0.method] } ?? [], .notCreatable)
      return nil
    }
    return resolution.best?.constructed(context)
  }

  func bindImplicitCreation(_ node: SyntaxNode) -> Bound {
    var bound = Bound(node, .implicitNew)
    let parts = BoundParts([])
    parts.arguments = bindArguments(node.requiredNode(1))
    bound.payload = parts
    return bound
  }

  func finish(creation bound: Bound, to target: TypeSymbol) {
    let node = bound.node.withoutParentheses
    let type = target.nullableUnderlyingType ?? target
    let constructor = resolveConstructor(of: type, bound.arguments, node)
    if let constructor { model.recordSymbol(node, constructor) }
    model.recordNaturalType(node, type)
    if let initializer = node.optionalNode(2) { bindInitializer(initializer, for: value(node, type)) }
  }

  /// `{ A = 1, B = { … }, [k] = v }` or `{ a, { b, c } }`.
  func bindInitializer(_ node: SyntaxNode, for target: Bound) {
    depth += 1
    defer { depth -= 1 }
    guard depth < Binder.maximumDepth, let type = target.type else { return }
    initializerTypes.append(target)
    defer { initializerTypes.removeLast() }
    switch node.kind {
    case .objectInitializerExpression, .withInitializerExpression:
      for element in node.nodeList(1) {
        guard element.kind == .simpleAssignmentExpression else {
          bindValue(element)
          continue
        }
        let left = element.requiredNode(0)
        let member: Bound
        if left.kind == .identifierName {
          member = bindInstanceMember(
            context.name(of: left.requiredToken(0)), of: target, type, left, typeArguments: [], arity: 0,
            isInvoked: false)
          model.record(member)
        } else {
          member = bind(left)
        }
        let right = element.requiredNode(2)
        if right.kind == .objectInitializerExpression || right.kind == .collectionInitializerExpression {
          bindInitializer(right, for: value(left, member.type ?? context.unknownType))
        } else {
          bind(right, to: member.type ?? context.unknownType)
        }
        model.record(value(element, member.type ?? context.unknownType))
      }
    case .collectionInitializerExpression:
      for element in node.nodeList(1) {
        let arguments: [Argument]
        if element.kind == .complexElementInitializerExpression {
          arguments = element.nodeList(1).map { Argument(node: $0, bound: bind($0)) }
        } else {
          arguments = [Argument(node: element, bound: bind(element))]
        }
        bindAdd(element, target, type, arguments)
      }
    default:
      for element in node.nodeList(1) { bindValue(element) }
    }
  }

  private func bindAdd(_ element: SyntaxNode, _ target: Bound, _ type: TypeSymbol, _ arguments: [Argument]) {
    guard type.kind != .error, type.kind != .dynamic else {
      for argument in arguments { finish(argument.bound) }
      return
    }
    var candidates: [MethodCandidate] = []
    var isIncomplete = false
    if case .methods(let methods, let incomplete) = lookupMember(names.add, in: type, isInvoked: true) {
      candidates = methods
      isIncomplete = incomplete
    } else {
      isIncomplete = context.hasUnknownMembers(type)
    }
    let group = MethodGroup(name: names.add, methods: candidates, receiver: .instance, receiverType: type)
    group.receiverBound = target
    group.isIncomplete = isIncomplete
    let resolution = resolve(group, arguments)
    convertArguments(arguments, resolution.best, offset: resolution.best?.isReduced == true ? 1 : 0)
    if let best = resolution.best {
      model.recordAdd(element, best.constructed(context), isReduced: best.isReduced)
    }
  }

  // MARK: Element access

  func bindElementAccess(_ node: SyntaxNode, receiver: Bound, list: SyntaxNode) -> Bound {
    let arguments = bindArguments(list)
    guard let type = receiver.type, receiver.kind != .type else {
      for argument in arguments { finish(argument.bound) }
      return unknown(node)
    }
    switch type.kind {
    case .array:
      let element = type.elementType ?? context.unknownType
      if arguments.count == 1, isRange(arguments[0].bound) { return value(node, type) }
      for argument in arguments { convertIndex(argument.bound) }
      return variable(node, element)
    case .pointer:
      for argument in arguments { convertIndex(argument.bound) }
      return variable(node, type.elementType ?? context.unknownType)
    case .dynamic:
      for argument in arguments { finish(argument.bound) }
      model.recordGroup(node, [], .lateBound)
      return value(node, context.dynamicType)
    case .error:
      for argument in arguments { finish(argument.bound) }
      return unknown(node)
    default: break
    }
    let lookup = context.lookupMembers(names.indexer, in: type)
    var candidates: [MethodCandidate] = []
    for entry in lookup.entries
    where entry.symbol.kind == .property && !entry.symbol.isExplicitInterfaceImplementation
      && isAccessible(entry.symbol)
    {
      candidates.append(MethodCandidate(method: entry.symbol, instance: entry.instance, depth: entry.depth))
    }
    if candidates.isEmpty, let element = context.inlineArrayElement(of: type) {
      if arguments.count == 1, isRange(arguments[0].bound), let span = context.type(named: "System.Span", arity: 1) {
        return value(node, context.namedType(span.definition ?? context.globalNamespace, [element]))
      }
      for argument in arguments { convertIndex(argument.bound) }
      return variable(node, element)
    }
    let resolution = resolve(candidates, arguments, isIncomplete: lookup.isIncomplete)
    if let best = resolution.best {
      convertArguments(arguments, best)
      let indexer = best.constructed(context)
      var result = Bound(node, .value, type: indexer.type, symbol: indexer)
      result.isVariable = indexer.refKind != .none
      return result
    }
    // `Index` and `Range` through `Length`/`Count`.
    if arguments.count == 1, let index = arguments[0].bound.type, hasCount(type) {
      if index.qualifiedName == "System.Index" {
        let integer = [Argument(node: arguments[0].node, bound: value(arguments[0].bound.node, context.intType))]
        if let best = resolve(candidates, integer).best {
          finish(arguments[0].bound)
          let indexer = best.constructed(context)
          var result = Bound(node, .value, type: indexer.type, symbol: indexer)
          result.isVariable = indexer.refKind != .none
          return result
        }
      }
      if index.qualifiedName == "System.Range" {
        finish(arguments[0].bound)
        if type.specialType == .string {
          let method = context.members(
            of: type.definition ?? context.globalNamespace, named: names.name("Substring", context)
          )
          .first { $0.parameters.count == 2 }
          return Bound(node, .value, type: type, symbol: method)
        }
        if case .methods(let methods, _) = lookupMember(names.slice, in: type, isInvoked: true),
          let slice = methods.first(where: { $0.method.parameters.count == 2 })
        {
          let method = context.constructed(slice.method, in: slice.instance)
          return Bound(node, .value, type: method.type, symbol: method)
        }
      }
    }
    for argument in arguments { finish(argument.bound) }
    if !resolution.isUnknown, !candidates.isEmpty {
      model.recordGroup(node, resolution.candidates, resolution.reason)
    }
    return unknown(node)
  }

  private func hasCount(_ type: TypeSymbol) -> Bool {
    for name in [names.length, names.count] {
      if case .member(let symbol, _) = lookupMember(name, in: type), symbol.kind == .property { return true }
    }
    return false
  }

  private func isRange(_ bound: Bound) -> Bool {
    bound.type?.qualifiedName == "System.Range"
  }

  private func convertIndex(_ bound: Bound) {
    for special in [SpecialType.int32, .uInt32, .int64, .uInt64] {
      let type = context.specialType(special)
      if classify(bound, to: type).exists {
        convert(bound, to: type)
        return
      }
    }
    finish(bound)
  }

  // MARK: Await

  func bindAwait(_ node: SyntaxNode) -> Bound {
    let operand = bindValue(node.requiredNode(1))
    guard let type = operand.type else { return unknown(node) }
    let pattern = findAwaiter(of: type, at: operand)
    model.recordAwait(node, pattern, operand: type)
    return Bound(node, .value, type: pattern.resultType ?? context.unknownType, symbol: pattern.getAwaiter)
  }

  struct AwaitPattern {
    var getAwaiter: Symbol?
    var isReduced = false
    var isCompleted: Symbol?
    var getResult: Symbol?
    var resultType: TypeSymbol?
  }

  func findAwaiter(of type: TypeSymbol, at operand: Bound) -> AwaitPattern {
    var pattern = AwaitPattern()
    if type.kind == .dynamic {
      pattern.resultType = type
      return pattern
    }
    if type.kind == .error {
      // A task that is known by its name only.
      if let element = taskElement(of: type) { pattern.resultType = element.type ?? context.voidType }
      return pattern
    }
    var methods: [MethodCandidate] = []
    var isIncomplete = context.hasUnknownMembers(type)
    if case .methods(let found, let incomplete) = lookupMember(names.getAwaiter, in: type, isInvoked: true) {
      methods = found
      isIncomplete = incomplete
    }
    let group = MethodGroup(name: names.getAwaiter, methods: methods, receiver: .instance, receiverType: type)
    var receiver = operand
    receiver.kind = .value
    receiver.type = type
    group.receiverBound = receiver
    group.isIncomplete = isIncomplete
    guard let best = resolve(group, []).best else {
      if let element = taskElement(of: type), isIncomplete { pattern.resultType = element.type ?? context.voidType }
      return pattern
    }
    let method = best.constructed(context)
    pattern.getAwaiter = method
    pattern.isReduced = best.isReduced
    var map = context.typeMap(of: best.candidate.instance)
    map.method = best.method
    map.methodArguments = best.typeArguments
    let awaiter = context.substitute(best.method.type, map)
    if awaiter.kind == .dynamic {
      pattern.resultType = awaiter
      return pattern
    }
    if case .methods(let found, _) = lookupMember(names.getResult, in: awaiter, isInvoked: true),
      let candidate = found.first(where: { $0.method.parameters.isEmpty && !$0.method.isStatic })
    {
      let getResult = context.constructed(candidate.method, in: candidate.instance)
      pattern.getResult = getResult
      pattern.resultType = getResult.type
    }
    if case .member(let symbol, let instance) = lookupMember(names.isCompleted, in: awaiter) {
      pattern.isCompleted = context.constructed(symbol, in: instance)
    }
    return pattern
  }

  /// What an `async` function with this return type returns; `nil` if the type is not task-like.
  func taskElement(of type: TypeSymbol) -> (type: TypeSymbol?, Void)? {
    if type.kind == .error {
      guard type.name == "Task" || type.name == "ValueTask" else { return nil }
      switch type.pointer.pointee.arguments.count {
      case 0: return (nil, ())
      case 1: return (type.pointer.pointee.arguments[0], ())
      default: return nil
      }
    }
    guard let definition = type.definition, definition.kind == .namedType, context.isTaskLike(definition) else {
      return nil
    }
    switch definition.arity {
    case 0: return (nil, ())
    case 1: return (type.pointer.pointee.arguments.last, ())
    default: return nil
    }
  }

  /// `Task` or `Task<T>`.
  func taskType(of type: TypeSymbol?) -> TypeSymbol {
    let name = "System.Threading.Tasks.Task"
    if let type {
      if let definition = context.type(named: name, arity: 1)?.definition {
        return context.namedType(definition, [type])
      }
      return context.makeErrorType(
        context.names.name("Task"), qualified: context.names.name(name), [type])
    }
    return context.type(named: name)
      ?? context.makeErrorType(context.names.name("Task"), qualified: context.names.name(name), [])
  }
}

extension BindingContext {
  /// `Task`, `ValueTask`, or a type with a method builder.
  func isTaskLike(_ definition: Symbol) -> Bool {
    if let known = taskLikeCache[definition] { return known }
    let name = definition.qualifiedName
    let answer =
      name == "System.Threading.Tasks.Task" || name == "System.Threading.Tasks.ValueTask"
      || definition.hasAttribute("System.Runtime.CompilerServices.AsyncMethodBuilderAttribute")
    taskLikeCache[definition] = answer
    return answer
  }

  /// The class that `new` on a COM interface makes.
  func coClass(of type: TypeSymbol) -> TypeSymbol? {
    guard let definition = type.definition, definition.kind == .namedType else { return nil }
    let name = "System.Runtime.InteropServices.CoClassAttribute"
    for attribute in attributes(of: definition) where attribute.matches(name) {
      guard let reference = attribute.syntax else { return metadataCoClass(of: definition) }
      guard let argument = reference.node.optionalNode(1)?.nodeList(1).single?.requiredNode(2),
        argument.kind == .typeOfExpression
      else { return nil }
      let model = SemanticModel(context: self, file: reference.file, source: files[reference.file].declarations)
      model.isRecording = false
      let made = model.makeBinder(at: reference.node).bindType(argument.requiredNode(2))
      return made.kind == .class ? made : nil
    }
    return nil
  }

  /// An extension property that applies to a receiver.
  func extensionProperty(_ property: Symbol, for type: TypeSymbol, _ binder: Binder) -> Symbol? {
    guard let block = property.containingType, block.typeDetails.typeKind == .extension, !property.isStatic,
      let receiver = block.typeDetails.receiver
    else { return nil }
    complete(receiver)
    complete(property)
    let parameters = block.pointer.pointee.typeParameters
    if parameters.isEmpty {
      let conversion = standardImplicit(type, receiver.type)
      switch conversion.kind {
      case .identity, .reference, .boxing, .span: return property
      default: return nil
      }
    }
    // Infer the block's type parameters from the receiver by making it a method of one parameter.
    let form = makeSymbol(.method, .empty, in: block.pointer.pointee.containing)
    let copies = parameters.enumerated().map { index, original in
      let copy = makeSymbol(.typeParameter, original.pointer.pointee.name, in: form)
      copy.pointer.pointee.ordinal = Int32(index)
      copy.pointer.pointee.flags = original.pointer.pointee.flags
      copy.pointer.pointee.details = TypeParameterDetails()
      copy.pointer.pointee.type = typeParameterType(copy)
      return copy
    }
    form.pointer.pointee.typeParameters = copies
    let wanted = substitute(receiver.type, TypeMap(typeArguments: copies.map(\.type)))
    let node = binder.model.tree.root
    var inference = TypeInference(
      binder: binder, method: form, parameterTypes: [wanted], refKinds: [.none],
      arguments: [Argument(node: node, bound: Bound(node, .value, type: type))])
    guard let arguments = inference.infer() else { return nil }
    return constructed(property, in: namedType(block, arguments))
  }
}

extension WellKnownNames {
  func name(_ text: String, _ context: BindingContext) -> Name { context.names.name(text) }
}
