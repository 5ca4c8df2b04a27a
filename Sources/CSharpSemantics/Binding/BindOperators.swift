import CSharpSyntax

extension Binder {
  // MARK: Assignment

  func bindAssignment(_ node: SyntaxNode) -> Bound {
    let left = node.requiredNode(0)
    let right = node.requiredNode(2)
    if left.kind == .tupleExpression
      || (left.kind == .declarationExpression && left.requiredNode(1).kind == .parenthesizedVariableDesignation)
    {
      return bindDeconstruction(node, left, right)
    }
    if left.kind == .identifierName, context.name(of: left.requiredToken(0)) == names.underscore,
      scope.lookup(names.underscore) == nil
    {
      let target = bindSimpleName(left, isInvoked: false)
      if target.kind == .discard || target.kind == .unknown {
        let value = bindValue(right)
        model.recordDiscard(left, value.type)
        return self.value(node, value.type ?? context.unknownType)
      }
    }
    let target = bind(left)
    let type = target.type ?? context.unknownType
    bind(right, to: type)
    return value(node, type)
  }

  func bindCoalesceAssignment(_ node: SyntaxNode) -> Bound {
    let target = bindValue(node.requiredNode(0))
    let type = target.type ?? context.unknownType
    let right = bind(node.requiredNode(2))
    if let inner = type.nullableUnderlyingType, classify(right, to: inner).exists {
      convert(right, to: inner)
      return value(node, inner)
    }
    convert(right, to: type)
    return value(node, type)
  }

  func bindCompoundAssignment(_ node: SyntaxNode) -> Bound {
    let target = bindValue(node.requiredNode(0))
    let type = target.type ?? context.unknownType
    let right = bind(node.requiredNode(2))
    if let event = target.symbol, event.kind == .event {
      convert(right, to: type)
      model.recordOperator(node, event)
      return value(node, context.voidType)
    }
    guard let kind = BinaryOperator(compound: node.kind) else { return value(node, type) }
    if type.kind == .delegate, kind == .add || kind == .subtract {
      convert(right, to: type)
      return value(node, type)
    }
    // C# 14 instance operators.
    let instanceName = context.names.name(
      OperatorNames.metadataName(node.requiredToken(1).kind, parameterCount: 1, isInstance: true))
    if type.kind == .class || type.kind == .struct || type.kind == .typeParameter || type.kind == .interface,
      type.specialType == .none
    {
      if case .methods(let methods, _) = lookupMember(instanceName, in: type, isInvoked: true) {
        let resolution = resolve(methods, [Argument(node: right.node, bound: right)])
        if let best = resolution.best {
          convert(right, to: best.parameterTypes[0])
          model.recordOperator(node, best.constructed(context))
          return value(node, context.voidType)
        }
      }
    }
    let outcome = binaryOperator(kind, target, right, node)
    finishOperands(target, right, outcome)
    model.recordOperator(node, outcome.method)
    return value(node, type)
  }

  func bindDeconstruction(_ node: SyntaxNode, _ left: SyntaxNode, _ right: SyntaxNode) -> Bound {
    // Written types and existing variables give the right side a target.
    let source = bind(right)
    if source.kind == .tuple, left.kind == .tupleExpression {
      let targets = left.nodeList(1).map { $0.requiredNode(2) }
      if targets.count == source.parts.count {
        var types: [TypeSymbol] = []
        for (target, part) in zip(targets, source.parts) { types.append(assign(target, from: part)) }
        let type = context.tupleType(types)
        model.record(value(left, type))
        model.recordNaturalType(right, source.type ?? type)
        model.recordConversion(right, source.type ?? type, nil)
        return value(node, type)
      }
    }
    if source.kind == .tuple, left.kind == .declarationExpression {
      let variables = left.requiredNode(1).nodeList(1)
      let parts = source.parts
      if variables.count == parts.count {
        var types: [TypeSymbol] = []
        for (variable, part) in zip(variables, parts) {
          let finished = finish(part)
          let type = finished.type ?? context.unknownType
          designate(variable, type)
          types.append(type)
        }
        let type = context.tupleType(types)
        model.record(value(left, type))
        return value(node, type)
      }
    }
    let finished = finish(source)
    let type = finished.type ?? context.unknownType
    let count = left.kind == .tupleExpression ? left.nodeList(1).count : left.requiredNode(1).nodeList(1).count
    let elements = deconstruct(type, count: count, at: finished, node: node)
    var results: [TypeSymbol] = []
    if left.kind == .tupleExpression {
      for (index, argument) in left.nodeList(1).enumerated() {
        let element = index < elements.count ? elements[index] : context.unknownType
        results.append(assignTarget(argument.requiredNode(2), element))
      }
    } else {
      for (index, variable) in left.requiredNode(1).nodeList(1).enumerated() {
        let element = index < elements.count ? elements[index] : context.unknownType
        designate(variable, element)
        results.append(element)
      }
    }
    let tuple = results.isEmpty ? context.unknownType : context.tupleType(results)
    model.record(value(left, tuple))
    return value(node, tuple)
  }

  /// One target of a deconstruction whose source is the element of a tuple literal.
  private func assign(_ target: SyntaxNode, from part: Bound) -> TypeSymbol {
    switch target.kind {
    case .declarationExpression:
      let written = target.requiredNode(0)
      if isVar(written) || target.requiredNode(1).kind == .parenthesizedVariableDesignation {
        let finished = finish(part)
        let type = finished.type ?? context.unknownType
        if target.requiredNode(1).kind == .parenthesizedVariableDesignation {
          let inner = deconstruct(type, count: target.requiredNode(1).nodeList(1).count, at: finished, node: target)
          for (index, variable) in target.requiredNode(1).nodeList(1).enumerated() {
            designate(variable, index < inner.count ? inner[index] : context.unknownType)
          }
        } else {
          designate(target.requiredNode(1), type)
        }
        model.record(value(target, type))
        return type
      }
      let type = bindType(written)
      designate(target.requiredNode(1), type, isWritten: true)
      convert(part, to: type)
      model.record(value(target, type))
      return type
    case .tupleExpression:
      let targets = target.nodeList(1).map { $0.requiredNode(2) }
      if part.kind == .tuple, part.parts.count == targets.count {
        let types = zip(targets, part.parts).map { assign($0, from: $1) }
        let type = context.tupleType(types)
        model.record(value(target, type))
        return type
      }
      let finished = finish(part)
      let inner = deconstruct(finished.type ?? context.unknownType, count: targets.count, at: finished, node: target)
      let types = targets.enumerated().map { assignTarget($1, $0 < inner.count ? inner[$0] : context.unknownType) }
      return types.isEmpty ? context.unknownType : context.tupleType(types)
    default:
      let bound = bind(target)
      if bound.kind == .discard {
        let finished = finish(part)
        model.recordDiscard(target, finished.type)
        return finished.type ?? context.unknownType
      }
      let type = bound.type ?? context.unknownType
      convert(part, to: type)
      return type
    }
  }

  /// One target that takes a value of a known type.
  func assignTarget(_ target: SyntaxNode, _ type: TypeSymbol) -> TypeSymbol {
    switch target.kind {
    case .declarationExpression:
      let written = target.requiredNode(0)
      let designation = target.requiredNode(1)
      if isVar(written) || designation.kind == .parenthesizedVariableDesignation {
        if designation.kind == .parenthesizedVariableDesignation {
          let inner = deconstruct(
            type, count: designation.nodeList(1).count, at: value(target, type), node: target)
          for (index, variable) in designation.nodeList(1).enumerated() {
            designate(variable, index < inner.count ? inner[index] : context.unknownType)
          }
        } else {
          designate(designation, type)
        }
        model.record(value(target, type))
        return type
      }
      let own = bindType(written)
      designate(designation, own, isWritten: true)
      model.record(value(target, own))
      return own
    case .tupleExpression:
      let inner = deconstruct(type, count: target.nodeList(1).count, at: value(target, type), node: target)
      var types: [TypeSymbol] = []
      for (index, argument) in target.nodeList(1).enumerated() {
        types.append(
          assignTarget(argument.requiredNode(2), index < inner.count ? inner[index] : context.unknownType))
      }
      let tuple = types.isEmpty ? context.unknownType : context.tupleType(types)
      model.record(value(target, tuple))
      return tuple
    default:
      let bound = bind(target)
      if bound.kind == .discard {
        model.recordDiscard(target, type)
        return type
      }
      return bound.type ?? type
    }
  }

  /// The types of the parts that a value falls into: of a tuple, or the `out` parameters of its `Deconstruct`.
  func deconstruct(_ type: TypeSymbol, count: Int, at operand: Bound, node: SyntaxNode) -> [TypeSymbol] {
    if type.kind == .tuple {
      let elements = type.pointer.pointee.arguments
      return elements.count == count ? elements : []
    }
    if type.kind == .dynamic { return Array(repeating: type, count: count) }
    if type.kind == .error { return [] }
    var methods: [MethodCandidate] = []
    var isIncomplete = context.hasUnknownMembers(type)
    if case .methods(let found, let incomplete) = lookupMember(names.deconstruct, in: type, isInvoked: true) {
      methods = found
      isIncomplete = incomplete
    }
    let group = MethodGroup(name: names.deconstruct, methods: methods, receiver: .instance, receiverType: type)
    var receiver = operand
    receiver.kind = .value
    receiver.type = type
    group.receiverBound = receiver
    group.isIncomplete = isIncomplete
    let arguments = (0..<count).map { _ in Argument(node: node, refKind: .out, bound: Bound(node, .outVariable)) }
    guard let best = resolve(group, arguments).best else { return [] }
    model.recordDeconstruct(node, best.constructed(context))
    let offset = best.isReduced ? 1 : 0
    return Array(best.parameterTypes.dropFirst(offset))
  }

  /// Declares the variables of a designation.
  func designate(_ node: SyntaxNode, _ type: TypeSymbol, isWritten: Bool = false) {
    switch node.kind {
    case .singleVariableDesignation: declareLocal(node.requiredToken(0), type: type, node: node)
    case .parenthesizedVariableDesignation:
      let variables = Array(node.nodeList(1))
      let inner = deconstruct(type, count: variables.count, at: value(node, type), node: node)
      for (index, variable) in variables.enumerated() {
        designate(variable, index < inner.count ? inner[index] : context.unknownType)
      }
    case .discardDesignation: model.recordDiscard(node, type)
    default: break
    }
  }

  func isVar(_ type: SyntaxNode) -> Bool {
    guard type.kind == .identifierName else { return false }
    guard context.name(of: type.requiredToken(0)) == names.var else { return false }
    return !context.lookupNamespaceOrType(names.var, arity: 0, scope: declarationScope).isFound
  }

  func bindDeclarationExpression(_ node: SyntaxNode) -> Bound {
    let type = node.requiredNode(0)
    let designation = node.requiredNode(1)
    if isVar(type) {
      if designation.kind == .discardDesignation { return Bound(node, .outVariable) }
      if designation.kind == .singleVariableDesignation {
        // Declared at once, so that the rest of the call sees it; its type follows.
        declareLocal(designation.requiredToken(0), type: context.unknownType, node: designation)
        return Bound(node, .outVariable)
      }
      return Bound(node, .outVariable)
    }
    let bound = bindType(type)
    designate(designation, bound, isWritten: true)
    return variable(node, bound)
  }

  func finish(outVariable bound: Bound, to type: TypeSymbol) {
    model.recordNaturalType(bound.node, type)
    guard bound.node.kind == .declarationExpression else { return }
    let designation = bound.node.requiredNode(1)
    if designation.kind == .singleVariableDesignation, let local = model.declared[designation.index] {
      local.pointer.pointee.type = type
    } else if designation.kind == .discardDesignation {
      model.recordDiscard(designation, type)
    }
    if isVar(bound.node.requiredNode(0)) { model.recordType(bound.node.requiredNode(0), type) }
  }

  // MARK: Unary

  func bindPrefix(_ node: SyntaxNode) -> Bound {
    switch node.kind {
    case .addressOfExpression:
      let operand = bind(node.requiredNode(1))
      if operand.kind == .methodGroup { return rewrap(operand, node) }
      return value(node, operand.type.map { context.pointerType($0) } ?? context.unknownType)
    case .pointerIndirectionExpression:
      let operand = bindValue(node.requiredNode(1))
      return variable(node, operand.type?.elementType ?? context.unknownType)
    case .indexExpression:
      bind(node.requiredNode(1), to: context.intType)
      guard let index = context.type(named: "System.Index") else { return unknown(node) }
      let constructor = index.definition.flatMap { definition in
        context.members(of: definition, named: names.constructor).first { $0.parameters.count == 2 }
      }
      model.recordOperator(node, constructor)
      return value(node, index)
    default: break
    }
    let operand = bindValue(node.requiredNode(1))
    return unary(node, operand, node.requiredToken(0).kind)
  }

  private func rewrap(_ bound: Bound, _ node: SyntaxNode) -> Bound {
    var result = Bound(node, bound.kind, type: bound.type, symbol: bound.symbol)
    result.payload = bound.payload
    return result
  }

  func bindPostfix(_ node: SyntaxNode) -> Bound {
    let operand = bindValue(node.requiredNode(0))
    return unary(node, operand, node.requiredToken(1).kind)
  }

  private func unary(_ node: SyntaxNode, _ operand: Bound, _ token: SyntaxKind) -> Bound {
    guard let type = operand.type else { return unknown(node) }
    if type.kind == .error { return token == .exclamationToken ? value(node, context.booleanType) : unknown(node) }
    if type.kind == .dynamic { return value(node, type) }
    let isStep = token == .plusPlusToken || token == .minusMinusToken
    if let method = userUnary(operand, type, token, isStep: isStep) {
      model.recordOperator(node, method)
      if isStep { return value(node, method.type.specialType == .void ? type : type) }
      var result = method.type
      if type.specialType == .nullable, result.specialType != .nullable, context.isValueType(result),
        let parameter = method.parameters.first?.type, parameter.specialType != .nullable
      {
        result = context.nullableType(result)
      }
      return value(node, result)
    }
    if isStep { return value(node, type) }
    let bare = type.nullableUnderlyingType ?? type
    func lifted(_ result: TypeSymbol) -> TypeSymbol {
      type.specialType == .nullable ? context.nullableType(result) : result
    }
    var bound: Bound
    switch token {
    case .exclamationToken: bound = value(node, bare.specialType == .boolean ? lifted(bare) : context.unknownType)
    case .tildeToken where bare.kind == .enum: bound = value(node, lifted(bare))
    default:
      guard context.isNumeric(bare.specialType) else { return unknown(node) }
      var special = bare.specialType
      switch special {
      case .sByte, .byte, .int16, .uInt16, .char: special = .int32
      case .uInt32 where token == .minusToken: special = .int64
      default: break
      }
      bound = value(node, lifted(context.specialType(special)))
    }
    if let constant = operand.constant { bound.constant = ConstantFolding.unary(token, constant) }
    // `-2147483648` and the like.
    if token == .minusToken, operand.node.kind == .numericLiteralExpression, case .integer(let value)? = bound.constant
    {
      if bare.specialType == .uInt32, value == -2_147_483_648 { bound.type = context.intType }
      if bare.specialType == .uInt64, value == Int64.min { bound.type = context.specialType(.int64) }
    }
    return bound
  }

  private func userUnary(_ operand: Bound, _ type: TypeSymbol, _ token: SyntaxKind, isStep: Bool) -> Symbol? {
    let bare = type.nullableUnderlyingType ?? type
    guard mayHaveOperators(bare) else { return nil }
    if isStep {
      let instance = context.names.name(OperatorNames.metadataName(token, parameterCount: 0, isInstance: true))
      if case .methods(let methods, _) = lookupMember(instance, in: bare, isInvoked: true), let first = methods.first {
        return context.constructed(first.method, in: first.instance)
      }
    }
    let name = context.names.name(OperatorNames.metadataName(token, parameterCount: 1))
    let candidates = operatorCandidates(name, in: bare)
    guard !candidates.isEmpty else { return nil }
    let arguments = [Argument(node: operand.node, bound: operand)]
    if let best = resolve(candidates, arguments).best { return best.constructed(context) }
    if type.specialType == .nullable {
      let unwrapped = [Argument(node: operand.node, bound: value(operand.node, bare))]
      return resolve(candidates, unwrapped).best?.constructed(context)
    }
    return nil
  }

  // MARK: User-defined operators

  func mayHaveOperators(_ type: TypeSymbol) -> Bool {
    switch type.kind {
    case .class, .struct, .interface:
      switch type.specialType {
      case .none, .nullable: return true
      default: return false
      }
    case .typeParameter: return true
    default: return false
    }
  }

  /// Operators of a name that a type or, failing that, its bases declare.
  func operatorCandidates(_ name: Name, in type: TypeSymbol) -> [MethodCandidate] {
    var result: [MethodCandidate] = []
    for instance in context.lookupOrder(of: type) {
      guard let definition = instance.definition, definition.kind == .namedType else { continue }
      context.completeMembers(definition)
      for method in definition.typeDetails.operators[name] ?? [] {
        result.append(MethodCandidate(method: method, instance: instance))
      }
      if !result.isEmpty, type.kind != .interface, type.kind != .typeParameter { break }
    }
    return result
  }

  struct OperatorOutcome {
    var type: TypeSymbol
    var method: Symbol?
    var leftType: TypeSymbol?
    var rightType: TypeSymbol?
    var constant: ConstantValue?
  }

  func finishOperands(_ left: Bound, _ right: Bound, _ outcome: OperatorOutcome) {
    if let type = outcome.leftType { convert(left, to: type) } else { finish(left) }
    if let type = outcome.rightType { convert(right, to: type) } else { finish(right) }
  }

  // MARK: Binary

  func bindBinary(_ node: SyntaxNode) -> Bound {
    // A long chain `a + b + c …` leans to the left: no recursion along it.
    var chain: [SyntaxNode] = []
    var current = node
    while BinaryOperator(current.kind) != nil, chain.count < 100_000 {
      chain.append(current)
      current = current.requiredNode(0)
    }
    var left = underlyingOperand(bind(current))
    for node in chain.reversed() {
      guard let kind = BinaryOperator(node.kind) else { return unknown(node) }
      let right = underlyingOperand(bind(node.requiredNode(2)))
      let outcome = binaryOperator(kind, left, right, node)
      finishOperands(left, right, outcome)
      model.recordOperator(node, outcome.method)
      left = value(node, outcome.type)
      left.constant = outcome.constant
      model.record(left)
    }
    return left
  }

  private func underlyingOperand(_ operand: Bound) -> Bound {
    guard let initializedEnum, operand.type?.definition == initializedEnum,
      let underlying = initializedEnum.typeDetails.enumUnderlying
    else { return operand }
    var copy = operand
    copy.type = underlying
    return copy
  }

  func binaryOperator(_ kind: BinaryOperator, _ left: Bound, _ right: Bound, _ node: SyntaxNode) -> OperatorOutcome {
    let unknownOutcome = OperatorOutcome(
      type: kind.isComparison || kind.isLogical ? context.booleanType : context.unknownType)
    if left.isUnknown || right.isUnknown {
      // Concatenation with a string is a string whatever the other side is.
      if kind == .add, left.type?.specialType == .string || right.type?.specialType == .string {
        return OperatorOutcome(type: context.stringType)
      }
      return unknownOutcome
    }
    let leftType = left.type
    let rightType = right.type
    if leftType?.kind == .dynamic || rightType?.kind == .dynamic {
      if kind.isLogical { return OperatorOutcome(type: context.dynamicType) }
      return OperatorOutcome(type: context.dynamicType)
    }
    if let outcome = userBinary(kind, left, right) { return outcome }
    return predefinedBinary(kind, left, right) ?? unknownOutcome
  }

  private func userBinary(_ kind: BinaryOperator, _ left: Bound, _ right: Bound) -> OperatorOutcome? {
    var types: [TypeSymbol] = []
    for type in [left.type, right.type] {
      guard let type else { continue }
      let bare = type.nullableUnderlyingType ?? type
      if mayHaveOperators(bare), !types.contains(bare) { types.append(bare) }
    }
    guard !types.isEmpty else { return nil }
    var candidates: [MethodCandidate] = []
    let operatorName = context.names.name(kind.metadataName)
    for type in types {
      for candidate in operatorCandidates(operatorName, in: type)
      where !candidates.contains(where: { $0.method == candidate.method && $0.instance == candidate.instance }) {
        candidates.append(candidate)
      }
    }
    guard !candidates.isEmpty else { return nil }
    if kind.isLogical {
      // `&&` on user types goes through `&`.
      if left.type?.specialType == .boolean, right.type?.specialType == .boolean { return nil }
    }
    let arguments = [Argument(node: left.node, bound: left), Argument(node: right.node, bound: right)]
    let resolution = resolve(candidates, arguments)
    if let best = resolution.best {
      return OperatorOutcome(
        type: returnTypeOf(best), method: best.constructed(context), leftType: best.parameterTypes[0],
        rightType: best.parameterTypes[1])
    }
    // Lifted: nullable operands of an operator on value types.
    func unwrapped(_ bound: Bound) -> Bound? {
      if bound.kind == .null { return bound }
      guard let type = bound.type else { return bound }
      return value(bound.node, type.nullableUnderlyingType ?? type)
    }
    guard
      left.type?.specialType == .nullable || right.type?.specialType == .nullable || left.kind == .null
        || right.kind == .null
    else { return nil }
    for candidate in candidates {
      let method = context.constructed(candidate.method, in: candidate.instance)
      let parameters = method.parameters
      guard parameters.count == 2,
        parameters.allSatisfy({ context.isValueType($0.type) && $0.type.specialType != .nullable })
      else { continue }
      let liftedTypes = parameters.map { context.nullableType($0.type) }
      guard let one = unwrapped(left), let other = unwrapped(right),
        one.kind == .null || classify(one, to: parameters[0].type).exists,
        other.kind == .null || classify(other, to: parameters[1].type).exists
      else { continue }
      var type = method.type
      if !kind.isComparison, context.isValueType(type), type.specialType != .nullable {
        type = context.nullableType(type)
      }
      return OperatorOutcome(type: type, method: method, leftType: liftedTypes[0], rightType: liftedTypes[1])
    }
    return nil
  }

  private func returnTypeOf(_ best: ApplicableCandidate) -> TypeSymbol { best.constructed(context).type }

  private func predefinedBinary(_ kind: BinaryOperator, _ left: Bound, _ right: Bound) -> OperatorOutcome? {
    let one = left.type
    let other = right.type
    func bare(_ type: TypeSymbol?) -> TypeSymbol? { type.map { $0.nullableUnderlyingType ?? $0 } }
    let isLifted = one?.specialType == .nullable || other?.specialType == .nullable
    func lifted(_ type: TypeSymbol) -> TypeSymbol { isLifted ? context.nullableType(type) : type }
    let a = bare(one)
    let b = bare(other)
    // Logic.
    if kind.isLogical {
      return OperatorOutcome(
        type: context.booleanType, leftType: context.booleanType, rightType: context.booleanType,
        constant: ConstantFolding.binary(kind, left.constant, right.constant))
    }
    if kind == .and || kind == .or || kind == .xor, a?.specialType == .boolean, b?.specialType == .boolean {
      return OperatorOutcome(type: lifted(context.booleanType))
    }
    // Strings.
    if kind == .add, a?.specialType == .string || b?.specialType == .string {
      return OperatorOutcome(
        type: context.stringType,
        constant: left.constant != nil && right.constant != nil ? .unknown : nil)
    }
    // Delegates.
    if kind == .add || kind == .subtract {
      if let type = a, type.kind == .delegate, classify(right, to: type).exists {
        return OperatorOutcome(type: type, leftType: type, rightType: type)
      }
      if let type = b, type.kind == .delegate, classify(left, to: type).exists {
        return OperatorOutcome(type: type, leftType: type, rightType: type)
      }
    }
    // Enumerations.
    if let outcome = enumeration(kind, left, right, a, b, isLifted: isLifted) { return outcome }
    // Numbers.
    if let a, let b, context.isNumeric(a.specialType), context.isNumeric(b.specialType) {
      if kind == .leftShift || kind == .rightShift || kind == .unsignedRightShift {
        var special = a.specialType
        switch special {
        case .sByte, .byte, .int16, .uInt16, .char: special = .int32
        default: break
        }
        return OperatorOutcome(
          type: lifted(context.specialType(special)),
          constant: ConstantFolding.binary(kind, left.constant, right.constant))
      }
      guard let promoted = promote(a.specialType, b.specialType, left.constant, right.constant) else { return nil }
      let type = context.specialType(promoted)
      let operand = lifted(type)
      return OperatorOutcome(
        type: kind.isComparison ? context.booleanType : operand, leftType: operand, rightType: operand,
        constant: ConstantFolding.binary(kind, left.constant, right.constant))
    }
    // Pointers.
    if let a, a.kind == .pointer, kind == .add || kind == .subtract {
      if b?.kind == .pointer { return OperatorOutcome(type: context.specialType(.int64)) }
      return OperatorOutcome(type: a)
    }
    if let b, b.kind == .pointer, kind == .add { return OperatorOutcome(type: b) }
    // Equality of everything else.
    if kind == .equals || kind == .notEquals {
      var outcome = OperatorOutcome(type: context.booleanType)
      if left.kind == .null || left.kind == .defaultLiteral || left.kind == .tuple, let type = other {
        outcome.leftType = type
      }
      if right.kind == .null || right.kind == .defaultLiteral || right.kind == .tuple, let type = one {
        outcome.rightType = type
      }
      if left.kind == .tuple, right.kind == .tuple {
        outcome.leftType = nil
        outcome.rightType = nil
      }
      return outcome
    }
    if kind.isComparison { return OperatorOutcome(type: context.booleanType) }
    if left.kind == .null || right.kind == .null, let type = a ?? b, context.isNumeric(type.specialType) {
      guard let promoted = promote(type.specialType, type.specialType, nil, nil) else { return nil }
      return OperatorOutcome(type: context.nullableType(context.specialType(promoted)))
    }
    if left.kind == .defaultLiteral, let type = other { return OperatorOutcome(type: type, leftType: type) }
    if right.kind == .defaultLiteral, let type = one { return OperatorOutcome(type: type, rightType: type) }
    return nil
  }

  private func enumeration(
    _ kind: BinaryOperator, _ left: Bound, _ right: Bound, _ a: TypeSymbol?, _ b: TypeSymbol?, isLifted: Bool
  ) -> OperatorOutcome? {
    let isEnumA = a?.kind == .enum
    let isEnumB = b?.kind == .enum
    guard isEnumA || isEnumB else { return nil }
    func lifted(_ type: TypeSymbol) -> TypeSymbol { isLifted ? context.nullableType(type) : type }
    guard let type = isEnumA ? a : b else { return nil }
    let underlying =
      type.definition.map { definition -> TypeSymbol in
        context.completeBases(definition)
        return definition.typeDetails.enumUnderlying ?? context.intType
      } ?? context.intType
    if kind.isComparison {
      let operand = lifted(type)
      return OperatorOutcome(type: context.booleanType, leftType: operand, rightType: operand)
    }
    switch kind {
    case .and, .or, .xor: return OperatorOutcome(type: lifted(type), leftType: lifted(type), rightType: lifted(type))
    case .subtract:
      if isEnumA, isEnumB { return OperatorOutcome(type: lifted(underlying)) }
      return OperatorOutcome(type: lifted(type))
    case .add: return OperatorOutcome(type: lifted(type))
    default: return nil
    }
  }

  /// Binary numeric promotion (§12.4.7.3).
  private func promote(
    _ a: SpecialType, _ b: SpecialType, _ first: ConstantValue?, _ second: ConstantValue?
  ) -> SpecialType? {
    func either(_ type: SpecialType) -> Bool { a == type || b == type }
    if either(.decimal) { return either(.single) || either(.double) ? nil : .decimal }
    if either(.double) { return .double }
    if either(.single) { return .single }
    if either(.uInt64) {
      let other = a == .uInt64 ? b : a
      let constant = a == .uInt64 ? second : first
      switch other {
      case .sByte, .int16, .int32, .int64, .intPtr:
        if case .integer(let value)? = constant, value >= 0 { return .uInt64 }
        return nil
      default: return .uInt64
      }
    }
    if either(.int64) { return .int64 }
    if either(.uIntPtr) { return .uIntPtr }
    if either(.intPtr) { return either(.uInt32) ? .int64 : .intPtr }
    if either(.uInt32) {
      let other = a == .uInt32 ? b : a
      let constant = a == .uInt32 ? second : first
      switch other {
      case .sByte, .int16, .int32:
        if other == .int32, case .integer(let value)? = constant, value >= 0 { return .uInt32 }
        return .int64
      default: return .uInt32
      }
    }
    return .int32
  }

  // MARK: `??`, `is`, casts, conditionals

  func bindCoalesce(_ node: SyntaxNode) -> Bound {
    let left = finish(bind(node.requiredNode(0)))
    let right = bind(node.requiredNode(2))
    guard let type = left.type, left.kind != .null else {
      let finished = finish(right)
      return value(node, finished.type ?? context.unknownType)
    }
    if type.kind == .error {
      let finished = finish(right)
      return left.kind == .unknown ? unknown(node) : value(node, finished.type.map { _ in type } ?? type)
    }
    if let inner = type.nullableUnderlyingType {
      let conversion = classify(right, to: inner)
      if conversion.exists, conversion.kind != .unknown {
        convert(right, to: inner)
        return value(node, inner)
      }
    }
    if right.kind != .value || right.type != nil, classify(right, to: type).exists {
      convert(right, to: type)
      return value(node, type)
    }
    let finished = finish(right)
    if let other = finished.type,
      classify(left, to: other).exists || type.nullableUnderlyingType.map({ classifyTypes($0, other).exists }) ?? false
    {
      convert(left, to: other)
      return value(node, other)
    }
    return unknown(node)
  }

  func bindIs(_ node: SyntaxNode) -> Bound {
    bindValue(node.requiredNode(0))
    let right = node.requiredNode(2)
    let bound = bindTypeOrConstant(right)
    if bound.kind != .type { finish(bound) }
    return value(node, context.booleanType)
  }

  /// `x is A`: a type if it can be one, else a constant.
  func bindTypeOrConstant(_ node: SyntaxNode) -> Bound {
    switch node.kind {
    case .identifierName, .qualifiedName, .simpleMemberAccessExpression, .genericName, .aliasQualifiedName:
      if node.kind == .simpleMemberAccessExpression { return bind(node) }
      if node.kind == .identifierName, let local = scope.lookup(context.name(of: node.requiredToken(0))),
        local.kind != .method
      {
        return bind(node)
      }
      if case .type(let found) = unrecordedType(node), !found.isErrorType {
        let bound = bindType(node)
        return Bound(node, .type, type: bound, symbol: bound.definition)
      }
      if node.kind == .qualifiedName {
        // `A.B` may be a constant; only a type has those, also where a variable has the type's name.
        let prefix = node.requiredNode(0)
        if case .type(let owner) = unrecordedType(prefix), !owner.isErrorType {
          let left = Bound(prefix, .type, type: bindType(prefix), symbol: owner.definition)
          let bound = bindMember(node.requiredNode(2), of: left, node, isInvoked: false)
          model.record(bound)
          return bound
        }
        let left = bindLeftName(prefix)
        let bound = bindMember(node.requiredNode(2), of: left, node, isInvoked: false)
        model.record(bound)
        return bound
      }
      return bind(node)
    case .predefinedType, .arrayType, .nullableType, .pointerType, .tupleType:
      let type = bindType(node)
      return Bound(node, .type, type: type, symbol: type.definition)
    default:
      return bind(node)
    }
  }

  private func unrecordedType(_ node: SyntaxNode) -> NamespaceOrType {
    let wasRecording = model.isRecording
    model.isRecording = false
    defer { model.isRecording = wasRecording }
    return typeBinder.bindNamespaceOrType(node)
  }

  private func bindLeftName(_ node: SyntaxNode) -> Bound {
    guard node.kind == .qualifiedName else { return bind(node) }
    depth += 1
    defer { depth -= 1 }
    guard depth < Binder.maximumDepth else { return unknown(node) }
    let left = bindLeftName(node.requiredNode(0))
    let bound = bindMember(node.requiredNode(2), of: left, node, isInvoked: false)
    model.record(bound)
    return bound
  }

  func bindCast(_ node: SyntaxNode) -> Bound {
    let type = bindType(node.requiredNode(1))
    let operand = bind(node.requiredNode(3))
    var result = value(node, type)
    switch operand.kind {
    case .value where operand.type?.isErrorType == false:
      if let source = operand.type {
        let conversion: Conversion
        let implicit = classify(operand, to: type)
        conversion = implicit.exists ? implicit : context.explicitConversion(source, type)
        model.recordOperator(node, conversion.method)
        if let constant = operand.constant, context.isNumeric(type.specialType) || type.kind == .enum {
          result.constant = ConstantFolding.cast(constant, type.specialType)
        } else if operand.constant != nil, type.specialType == .string || type.specialType == .boolean {
          result.constant = operand.constant
        }
        if case .null = operand.kind { result.constant = .null }
      }
    case .collection, .lambda, .methodGroup, .implicitNew, .defaultLiteral, .null, .tuple, .conditional,
      .switchExpression, .stackAlloc:
      convert(operand, to: type)
    default:
      finish(operand)
    }
    return result
  }

  func bindConditional(_ node: SyntaxNode) -> Bound {
    bind(node.requiredNode(0), to: context.booleanType)
    let one = bind(node.requiredNode(2))
    let other = bind(node.requiredNode(4))
    var result = Bound(node, .conditional)
    result.payload = BoundParts([one, other])
    if let type = conditionalType(one, other) {
      if one.kind == .value, other.kind == .value, one.type == type, other.type == type {
        return Bound(node, .value, type: type)
      }
      result.type = type
    } else if one.isUnknown || other.isUnknown {
      // The branch that is known tells the type only if the other converts; it may not.
      finish(one)
      finish(other)
      let known = one.isUnknown ? other : one
      return value(node, known.type.flatMap { $0.isErrorType ? nil : $0 } ?? context.unknownType)
    }
    return result
  }

  /// The natural type of `c ? one : other` (§12.18).
  private func conditionalType(_ one: Bound, _ other: Bound) -> TypeSymbol? {
    if one.kind == .throwExpression { return other.type }
    if other.kind == .throwExpression { return one.type }
    guard !one.isUnknown, !other.isUnknown else { return nil }
    switch (one.type, other.type) {
    case (let a?, let b?):
      if a == b { return a }
      if a.isIdentical(to: b) { return TypeSymbol(a.pointer.pointee.canonical ?? a.pointer) }
      let toB = classify(one, to: b)
      let toA = classify(other, to: a)
      if toB.exists, !toA.exists { return b }
      if toA.exists, !toB.exists { return a }
      if toA.exists, toB.exists {
        // Both constants fit: the type that the other does not convert to by its type alone.
        let typeToB = classifyTypes(a, b).exists
        let typeToA = classifyTypes(b, a).exists
        if typeToB, !typeToA { return b }
        if typeToA, !typeToB { return a }
        return one.constant != nil && other.constant == nil ? b : a
      }
      return nil
    case (let a?, nil): return classify(other, to: a).exists ? a : nil
    case (nil, let b?): return classify(one, to: b).exists ? b : nil
    default: return nil
    }
  }

  func bindConditionalAccess(_ node: SyntaxNode) -> Bound {
    let receiver = bindValue(node.requiredNode(0))
    let type = receiver.type ?? context.unknownType
    var inner = receiver
    inner.kind = receiver.kind == .unknown ? .unknown : .value
    inner.type = type.nullableUnderlyingType ?? type
    inner.symbol = nil
    inner.alternativeType = nil
    inner.constant = nil
    conditionalReceivers.append(inner)
    var tail = bind(node.requiredNode(2))
    tail = finish(tail)
    conditionalReceivers.removeLast()
    guard let result = tail.type, !result.isErrorType else { return unknown(node) }
    if result.specialType == .void { return value(node, result) }
    if context.isValueType(result), result.specialType != .nullable { return value(node, context.nullableType(result)) }
    return value(node, result)
  }
}

enum BinaryOperator {
  case add, subtract, multiply, divide, modulo, leftShift, rightShift, unsignedRightShift, and, or, xor, logicalAnd,
    logicalOr, equals, notEquals, less, lessOrEqual, greater, greaterOrEqual

  init?(_ kind: SyntaxKind) {
    switch kind {
    case .addExpression: self = .add
    case .subtractExpression: self = .subtract
    case .multiplyExpression: self = .multiply
    case .divideExpression: self = .divide
    case .moduloExpression: self = .modulo
    case .leftShiftExpression: self = .leftShift
    case .rightShiftExpression: self = .rightShift
    case .unsignedRightShiftExpression: self = .unsignedRightShift
    case .bitwiseAndExpression: self = .and
    case .bitwiseOrExpression: self = .or
    case .exclusiveOrExpression: self = .xor
    case .logicalAndExpression: self = .logicalAnd
    case .logicalOrExpression: self = .logicalOr
    case .equalsExpression: self = .equals
    case .notEqualsExpression: self = .notEquals
    case .lessThanExpression: self = .less
    case .lessThanOrEqualExpression: self = .lessOrEqual
    case .greaterThanExpression: self = .greater
    case .greaterThanOrEqualExpression: self = .greaterOrEqual
    default: return nil
    }
  }

  init?(compound kind: SyntaxKind) {
    switch kind {
    case .addAssignmentExpression: self = .add
    case .subtractAssignmentExpression: self = .subtract
    case .multiplyAssignmentExpression: self = .multiply
    case .divideAssignmentExpression: self = .divide
    case .moduloAssignmentExpression: self = .modulo
    case .andAssignmentExpression: self = .and
    case .orAssignmentExpression: self = .or
    case .exclusiveOrAssignmentExpression: self = .xor
    case .leftShiftAssignmentExpression: self = .leftShift
    case .rightShiftAssignmentExpression: self = .rightShift
    case .unsignedRightShiftAssignmentExpression: self = .unsignedRightShift
    default: return nil
    }
  }

  var isComparison: Bool {
    switch self {
    case .equals, .notEquals, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }

  var isLogical: Bool { self == .logicalAnd || self == .logicalOr }

  var metadataName: String {
    switch self {
    case .add: "op_Addition"
    case .subtract: "op_Subtraction"
    case .multiply: "op_Multiply"
    case .divide: "op_Division"
    case .modulo: "op_Modulus"
    case .leftShift: "op_LeftShift"
    case .rightShift: "op_RightShift"
    case .unsignedRightShift: "op_UnsignedRightShift"
    case .and, .logicalAnd: "op_BitwiseAnd"
    case .or, .logicalOr: "op_BitwiseOr"
    case .xor: "op_ExclusiveOr"
    case .equals: "op_Equality"
    case .notEquals: "op_Inequality"
    case .less: "op_LessThan"
    case .lessOrEqual: "op_LessThanOrEqual"
    case .greater: "op_GreaterThan"
    case .greaterOrEqual: "op_GreaterThanOrEqual"
    }
  }
}
