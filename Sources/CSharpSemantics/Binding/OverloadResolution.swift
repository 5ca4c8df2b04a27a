import CSharpSyntax

/// A candidate that takes the arguments of a call, with everything found out about it.
struct ApplicableCandidate {
  let candidate: MethodCandidate
  var typeArguments: [TypeSymbol]
  /// Called in expanded `params` form.
  var isExpanded: Bool
  /// For each argument the index of its parameter.
  var parameterIndices: [Int]
  /// For each argument the type that it converts to.
  var parameterTypes: [TypeSymbol]
  var conversions: [Conversion]
  var usesDefaults: Bool
  /// Called as `receiver.M()`; the receiver is the first argument.
  var isReduced = false

  var method: Symbol { candidate.method }

  func constructed(_ context: BindingContext) -> Symbol {
    context.constructed(candidate.method, in: candidate.instance, arguments: typeArguments)
  }

  var isUnknown: Bool { conversions.contains { $0.kind == .unknown } }
}

/// What overload resolution came to.
struct Resolution {
  var best: ApplicableCandidate?
  /// When there is no best: those that come into question.
  var candidates: [Symbol] = []
  var reason = CandidateReason.none
  /// Depends on something that could not be resolved.
  var isUnknown = false
}

extension Binder {
  // MARK: Choosing

  /// Overload resolution for a call with arguments (C# §12.6.4).
  func resolve(
    _ candidates: [MethodCandidate], _ arguments: [Argument], typeArguments: [TypeSymbol] = [],
    isReduced: Bool = false, isIncomplete: Bool = false
  ) -> Resolution {
    var applicable: [ApplicableCandidate] = []
    for candidate in candidates {
      if let found = test(candidate, arguments, typeArguments: typeArguments, isReduced: isReduced) {
        applicable.append(found)
      }
    }
    if applicable.isEmpty {
      let hasUnknown = arguments.contains { $0.bound.isUnknown || isUnknownLambda($0.bound) }
      return Resolution(
        best: nil, candidates: candidates.map(\.method), reason: .overloadResolutionFailure,
        isUnknown: hasUnknown || isIncomplete)
    }
    if applicable.count > 1 { applicable = withoutLessDerived(applicable) }
    if applicable.count > 1 { applicable = withHighestPriority(applicable) }
    if applicable.count == 1 {
      if applicable[0].isUnknown, isIncomplete, candidates.count > 1 {
        return Resolution(candidates: candidates.map(\.method), isUnknown: true)
      }
      return Resolution(best: applicable[0])
    }
    // What is unknown could decide between them.
    if applicable.contains(where: \.isUnknown) {
      return Resolution(candidates: applicable.map(\.method), isUnknown: true)
    }
    // The one that is better than all others.
    var bestIndex = 0
    for index in 1..<applicable.count {
      if better(applicable[index], applicable[bestIndex], arguments) == .left { bestIndex = index }
    }
    var isBest = true
    for index in applicable.indices where index != bestIndex {
      if better(applicable[bestIndex], applicable[index], arguments) != .left {
        isBest = false
        break
      }
    }
    if isBest { return Resolution(best: applicable[bestIndex]) }
    return Resolution(candidates: applicable.map(\.method), reason: .ambiguous)
  }

  private func isUnknownLambda(_ bound: Bound) -> Bool {
    guard let lambda = bound.lambda else { return false }
    return lambda.results.values.contains { result in result.hasErrors || result.returns.contains { $0.isUnknown } }
      || lambda.parameterTypes.contains { $0?.isErrorType ?? false }
  }

  /// Methods of base types don't count when one of a nearer type applies.
  private func withoutLessDerived(_ applicable: [ApplicableCandidate]) -> [ApplicableCandidate] {
    guard applicable.contains(where: { $0.candidate.depth != applicable[0].candidate.depth }) else { return applicable }
    return applicable.filter { candidate in
      guard candidate.candidate.depth > 0, let own = candidate.candidate.instance else { return true }
      return !applicable.contains { other in
        guard other.candidate.depth < candidate.candidate.depth, let nearer = other.candidate.instance else {
          return false
        }
        if nearer.kind == .interface {
          return own.specialType == .object || context.allInterfaces(of: nearer).contains(own)
        }
        return own.kind != .interface || context.allInterfaces(of: nearer).contains(own)
      }
    }
  }

  private func withHighestPriority(_ applicable: [ApplicableCandidate]) -> [ApplicableCandidate] {
    var best: Int?
    for candidate in applicable {
      let priority = context.overloadPriority(of: candidate.method)
      best = max(best ?? priority, priority)
    }
    guard let best, applicable.contains(where: { context.overloadPriority(of: $0.method) != best }) else {
      return applicable
    }
    // Priorities are compared among methods of one type only.
    return applicable.filter { candidate in
      let own = context.overloadPriority(of: candidate.method)
      let owner = context.leastOverridden(candidate.method).containingType
      return !applicable.contains {
        context.overloadPriority(of: $0.method) > own && context.leastOverridden($0.method).containingType == owner
      }
    }
  }

  // MARK: Applicability

  /// Tests a candidate in normal, then in expanded form.
  func test(
    _ candidate: MethodCandidate, _ arguments: [Argument], typeArguments: [TypeSymbol], isReduced: Bool
  ) -> ApplicableCandidate? {
    let method = candidate.method
    if !typeArguments.isEmpty, method.arity != typeArguments.count { return nil }
    context.complete(method)
    let parameters = method.pointer.pointee.parameters
    let isParams = parameters.last?.isParams ?? false
    if arguments.count > parameters.count, !isParams { return nil }
    if let normal = test(
      candidate, parameters, arguments, typeArguments: typeArguments, isReduced: isReduced, isExpanded: false)
    {
      return normal
    }
    guard isParams else { return nil }
    return test(
      candidate, parameters, arguments, typeArguments: typeArguments, isReduced: isReduced, isExpanded: true)
  }

  private func test(
    _ candidate: MethodCandidate, _ parameters: [Symbol], _ arguments: [Argument], typeArguments: [TypeSymbol],
    isReduced: Bool, isExpanded: Bool
  ) -> ApplicableCandidate? {
    guard let mapping = map(arguments, to: parameters, isExpanded: isExpanded) else { return nil }
    let method = candidate.method
    var map = context.typeMap(of: candidate.instance)
    map.method = method
    // Declared types first, for inference.
    var declared: [TypeSymbol] = []
    declared.reserveCapacity(arguments.count)
    for index in mapping.indices {
      let parameter = parameters[index]
      var type = parameter.type
      if isExpanded, index == parameters.count - 1 {
        guard let element = paramsElementType(type) else { return nil }
        type = element
      }
      declared.append(type)
    }
    var inferred = typeArguments
    if method.arity > 0, typeArguments.isEmpty {
      let substituted = map.typeArguments.isEmpty ? declared : declared.map { context.substitute($0, map) }
      var inference = TypeInference(
        binder: self, method: method, parameterTypes: substituted,
        refKinds: mapping.indices.map { parameters[$0].refKind }, arguments: arguments)
      guard let result = inference.infer() else { return nil }
      inferred = result
    }
    map.methodArguments = inferred
    if method.arity > 0, !satisfiesConstraints(method, inferred, map) { return nil }
    var types: [TypeSymbol] = []
    types.reserveCapacity(arguments.count)
    var conversions: [Conversion] = []
    conversions.reserveCapacity(arguments.count)
    for (index, argument) in arguments.enumerated() {
      let parameter = parameters[mapping.indices[index]]
      let type = map.isEmpty ? declared[index] : context.substitute(declared[index], map)
      let conversion: Conversion
      if isReduced, index == 0 {
        conversion = receiverConversion(argument.bound, to: type)
      } else {
        conversion = classify(argument, parameter, type)
      }
      guard conversion.exists else { return nil }
      types.append(type)
      conversions.append(conversion)
    }
    return ApplicableCandidate(
      candidate: candidate, typeArguments: inferred, isExpanded: isExpanded, parameterIndices: mapping.indices,
      parameterTypes: types, conversions: conversions, usesDefaults: mapping.usesDefaults, isReduced: isReduced)
  }

  /// The receiver of an extension method: only identity, reference, boxing and span conversions.
  private func receiverConversion(_ bound: Bound, to type: TypeSymbol) -> Conversion {
    if bound.isUnknown { return .unknown }
    guard let source = bound.type else {
      return bound.kind == .tuple ? classify(bound, to: type) : .none
    }
    if source.kind == .dynamic { return .none }
    let conversion = context.standardImplicit(source, type)
    switch conversion.kind {
    case .identity, .reference, .boxing, .span, .unknown, .tuple: return conversion
    default: return .none
    }
  }

  private func classify(_ argument: Argument, _ parameter: Symbol, _ type: TypeSymbol) -> Conversion {
    switch parameter.refKind {
    case .none:
      guard argument.refKind == .none else { return .none }
    case .ref where argument.refKind == .none && argument.bound.kind == .interpolatedString:
      // A handler is passed by reference of itself.
      guard isInterpolatedStringHandler(type) else { return .none }
    case .ref, .out:
      guard argument.refKind == parameter.refKind else { return .none }
    case .in:
      guard argument.refKind == .none || argument.refKind == .in || argument.refKind == .ref else { return .none }
    case .refReadOnly:
      guard argument.refKind != .out else { return .none }
    }
    if argument.refKind != .none {
      if argument.bound.kind == .outVariable || argument.bound.kind == .discard { return .identity }
      guard let own = argument.bound.type else { return .unknown }
      if own.isIdentical(to: type) { return .identity }
      return own.kind == .error || type.kind == .error || own.kind == .dynamic ? .unknown : .none
    }
    return classify(argument.bound, to: type)
  }

  func paramsElementType(_ type: TypeSymbol) -> TypeSymbol? {
    if type.kind == .array { return type.elementType }
    if type.kind == .error { return context.unknownType }
    return collectionElementType(type)
  }

  private struct ArgumentMap {
    var indices: [Int]
    var usesDefaults: Bool
  }

  /// Which parameter each argument belongs to (§12.6.2.2); `nil` if they don't fit.
  private func map(_ arguments: [Argument], to parameters: [Symbol], isExpanded: Bool) -> ArgumentMap? {
    var indices: [Int] = []
    indices.reserveCapacity(arguments.count)
    let last = parameters.count - 1
    var hasNames = false
    for (position, argument) in arguments.enumerated() {
      if argument.name.isEmpty {
        if hasNames {
          // After a named argument out of place no positional one may follow.
          guard indices.last == position - 1, position < parameters.count else { return nil }
        }
        if position > last {
          guard isExpanded, last >= 0 else { return nil }
          indices.append(last)
        } else {
          indices.append(position)
        }
      } else {
        hasNames = true
        guard let index = parameters.firstIndex(where: { $0.pointer.pointee.name == argument.name }) else { return nil }
        if indices.contains(index) { return nil }
        indices.append(index)
      }
    }
    var usesDefaults = false
    if arguments.count < parameters.count || hasNames || (isExpanded && arguments.count <= parameters.count) {
      for (index, parameter) in parameters.enumerated() where !indices.contains(index) {
        if isExpanded, index == last {
          continue
        }
        guard parameter.isOptional else { return nil }
        usesDefaults = true
      }
    }
    return ArgumentMap(indices: indices, usesDefaults: usesDefaults)
  }

  func satisfiesConstraints(_ method: Symbol, _ arguments: [TypeSymbol], _ map: TypeMap) -> Bool {
    for (index, parameter) in method.pointer.pointee.typeParameters.enumerated() where index < arguments.count {
      if !satisfies(arguments[index], parameter, map) { return false }
    }
    return true
  }

  private func satisfies(_ argument: TypeSymbol, _ parameter: Symbol, _ map: TypeMap) -> Bool {
    if argument.kind == .error || argument.kind == .dynamic { return true }
    if argument.specialType == .void || argument.kind == .pointer { return false }
    context.completeTypeParameter(parameter)
    let flags = parameter.pointer.pointee.flags
    if argument.kind == .struct, argument.definition?.isRefLikeType ?? false,
      !((parameter.pointer.pointee.details as? TypeParameterDetails)?.allowsRefStruct ?? false)
    {
      return false
    }
    if flags.contains(.classConstraint), !context.isReferenceType(argument) { return false }
    if flags.contains(.structConstraint), !context.isValueType(argument) || argument.specialType == .nullable {
      return false
    }
    for constraint in context.constraintTypes(of: parameter) {
      let type = context.substitute(constraint, map)
      if type.kind == .error { continue }
      let conversion = context.standardImplicit(argument, type)
      switch conversion.kind {
      case .identity, .reference, .boxing, .unknown: continue
      default:
        return false
      }
    }
    if let details = parameter.pointer.pointee.details as? TypeParameterDetails, details.hasConstructorConstraint,
      argument.kind == .class
    {
      if argument.definition?.isAbstract ?? false { return false }
      if let definition = argument.definition {
        let constructors = context.members(of: definition, named: names.constructor)
        if !constructors.isEmpty,
          !constructors.contains(where: { $0.accessibility == .public && $0.parameters.isEmpty })
        {
          return false
        }
      }
    }
    return true
  }

  // MARK: Better function member (§12.6.4.3)

  enum Comparison {
    case left
    case right
    case neither
    case equal
  }

  func better(_ a: ApplicableCandidate, _ b: ApplicableCandidate, _ arguments: [Argument]) -> Comparison {
    var leftWins = false
    var rightWins = false
    var areIdentical = true
    for (index, argument) in arguments.enumerated() {
      let one = a.parameterTypes[index]
      let other = b.parameterTypes[index]
      if one.isIdentical(to: other) {
        // `in` against by value.
        let first = a.method.pointer.pointee.parameters[a.parameterIndices[index]].pointer.pointee.refKind
        let second = b.method.pointer.pointee.parameters[b.parameterIndices[index]].pointer.pointee.refKind
        if argument.refKind == .none, first != second {
          if first == .none { leftWins = true } else if second == .none { rightWins = true }
        }
        continue
      }
      areIdentical = false
      switch betterConversion(argument.bound, one, a.conversions[index], other, b.conversions[index]) {
      case .left: leftWins = true
      case .right: rightWins = true
      default: break
      }
    }
    if leftWins, !rightWins { return .left }
    if rightWins, !leftWins { return .right }
    if leftWins, rightWins { return .neither }
    if !areIdentical {
      // Types that differ, none better: the tie-breakers below need equivalent lists, but for `params` counts.
      let isEquivalent = zip(a.parameterTypes, b.parameterTypes).allSatisfy { $0.isIdentical(to: $1) }
      if !isEquivalent, a.isExpanded == b.isExpanded, !hasTypelessDifference(a, b, arguments) { return .neither }
    }
    return tieBreak(a, b, arguments)
  }

  /// Lambdas and the like may leave parameter types different with neither better.
  private func hasTypelessDifference(_ a: ApplicableCandidate, _ b: ApplicableCandidate, _ arguments: [Argument])
    -> Bool
  {
    false
  }

  private func tieBreak(_ a: ApplicableCandidate, _ b: ApplicableCandidate, _ arguments: [Argument]) -> Comparison {
    let isGenericA = a.method.arity > 0
    let isGenericB = b.method.arity > 0
    if !isGenericA, isGenericB { return .left }
    if isGenericA, !isGenericB { return .right }
    if !a.isExpanded, b.isExpanded { return .left }
    if a.isExpanded, !b.isExpanded { return .right }
    if a.isExpanded, b.isExpanded {
      let countA = a.method.pointer.pointee.parameters.count
      let countB = b.method.pointer.pointee.parameters.count
      if countA != countB { return countA > countB ? .left : .right }
      if let preferred = betterParams(a, b) { return preferred }
    }
    if !a.usesDefaults, b.usesDefaults { return .left }
    if a.usesDefaults, !b.usesDefaults { return .right }
    // More specific declared types.
    let specificity = moreSpecific(declaredTypes(a, arguments.count), declaredTypes(b, arguments.count))
    if specificity != .equal, specificity != .neither { return specificity }
    return .neither
  }

  /// A `params` span is better than a `params` array.
  private func betterParams(_ a: ApplicableCandidate, _ b: ApplicableCandidate) -> Comparison? {
    guard let one = a.method.pointer.pointee.parameters.last?.type,
      let other = b.method.pointer.pointee.parameters.last?.type
    else { return nil }
    func rank(_ type: TypeSymbol) -> Int {
      context.isReadOnlySpan(type) ? 0 : context.isSpan(type) ? 1 : 2
    }
    let first = rank(one)
    let second = rank(other)
    if first == second { return nil }
    return first < second ? .left : .right
  }

  private func declaredTypes(_ candidate: ApplicableCandidate, _ count: Int) -> [TypeSymbol] {
    let parameters = candidate.method.originalDefinition.parameters
    return candidate.parameterIndices.map { index in
      guard index < parameters.count else { return context.unknownType }
      let type = parameters[index].type
      if candidate.isExpanded, index == parameters.count - 1 { return paramsElementType(type) ?? type }
      return type
    }
  }

  private func moreSpecific(_ a: [TypeSymbol], _ b: [TypeSymbol]) -> Comparison {
    guard a.count == b.count else { return .neither }
    var left = false
    var right = false
    for (one, other) in zip(a, b) {
      switch moreSpecific(one, other, depth: 0) {
      case .left: left = true
      case .right: right = true
      case .neither:
        left = true
        right = true
      case .equal: break
      }
    }
    if left, !right { return .left }
    if right, !left { return .right }
    return left ? .neither : .equal
  }

  private func moreSpecific(_ a: TypeSymbol, _ b: TypeSymbol, depth: Int) -> Comparison {
    if a == b || depth > 16 { return .equal }
    if a.kind == .typeParameter { return b.kind == .typeParameter ? .equal : .right }
    if b.kind == .typeParameter { return .left }
    if a.kind == .array, b.kind == .array, a.rank == b.rank, let one = a.elementType, let other = b.elementType {
      return moreSpecific(one, other, depth: depth + 1)
    }
    if a.definition == b.definition, a.kind == b.kind {
      let first = a.pointer.pointee.arguments
      let second = b.pointer.pointee.arguments
      guard first.count == second.count else { return .equal }
      var left = false
      var right = false
      for (one, other) in zip(first, second) {
        switch moreSpecific(one, other, depth: depth + 1) {
        case .left: left = true
        case .right: right = true
        case .neither: return .neither
        case .equal: break
        }
      }
      if left, !right { return .left }
      if right, !left { return .right }
      return left ? .neither : .equal
    }
    return .equal
  }

  // MARK: Better conversion (§12.6.4.5)

  func betterConversion(
    _ bound: Bound, _ a: TypeSymbol, _ first: Conversion, _ b: TypeSymbol, _ second: Conversion
  ) -> Comparison {
    if first.kind == .unknown || second.kind == .unknown {
      return .equal
    }
    if bound.kind == .interpolatedString {
      if first.kind == .interpolatedStringHandler, second.kind != .interpolatedStringHandler {
        return bound.constant == nil ? .left : .right
      }
      if second.kind == .interpolatedStringHandler, first.kind != .interpolatedStringHandler {
        return bound.constant == nil ? .right : .left
      }
    }
    // An exact match.
    let exactA = matchesExactly(bound, a)
    let exactB = matchesExactly(bound, b)
    if exactA, !exactB { return .left }
    if exactB, !exactA { return .right }
    // Spans are better than what an array converts to otherwise (C# 14).
    if first.kind == .span, second.kind == .reference { return .left }
    if second.kind == .span, first.kind == .reference { return .right }
    if bound.kind == .collection, let result = betterCollection(bound, a, b) { return result }
    if first.kind == .conditional || second.kind == .conditional, !bound.parts.isEmpty {
      // Natural conversions are better than target-typed ones.
      if first.kind != .conditional, second.kind == .conditional { return .left }
      if second.kind != .conditional, first.kind == .conditional { return .right }
    }
    if bound.kind == .lambda, let result = betterLambda(bound, a, b) { return result }
    if bound.kind == .tuple, a.kind == .tuple, b.kind == .tuple {
      var left = false
      var right = false
      let partsA = a.pointer.pointee.arguments
      let partsB = b.pointer.pointee.arguments
      for (index, part) in bound.parts.enumerated() where index < partsA.count && index < partsB.count {
        switch betterConversion(
          part, partsA[index], classify(part, to: partsA[index]), partsB[index], classify(part, to: partsB[index]))
        {
        case .left: left = true
        case .right: right = true
        default: break
        }
      }
      if left != right { return left ? .left : .right }
      return .equal
    }
    return betterTarget(a, b)
  }

  private func matchesExactly(_ bound: Bound, _ type: TypeSymbol) -> Bool {
    switch bound.kind {
    case .value:
      return bound.type.map { $0.isIdentical(to: type) } ?? false
    case .interpolatedString: return type.specialType == .string
    case .lambda:
      guard let lambda = bound.lambda, let invoke = delegateType(of: type).delegateInvokeMethod else { return false }
      let result = bindLambda(lambda, parameterTypes: lambdaParameterTypes(lambda, invoke.parameters))
      var wanted = invoke.type
      if lambda.isAsync {
        guard let element = taskElement(of: wanted)?.type else { return false }
        wanted = element
      }
      if let type = result.valueType, type.isIdentical(to: wanted) { return true }
      if result.returns.count == 1, wanted.specialType != .void { return matchesExactly(result.returns[0], wanted) }
      return false
    case .tuple:
      guard type.kind == .tuple, type.pointer.pointee.arguments.count == bound.parts.count else {
        return bound.type.map { $0.isIdentical(to: type) } ?? false
      }
      return zip(bound.parts, type.pointer.pointee.arguments).allSatisfy { matchesExactly($0, $1) }
    case .conditional, .switchExpression:
      return bound.type.map { $0.isIdentical(to: type) } ?? bound.parts.allSatisfy { matchesExactly($0, type) }
    default: return false
    }
  }

  private func betterCollection(_ bound: Bound, _ a: TypeSymbol, _ b: TypeSymbol) -> Comparison? {
    guard let one = collectionElementType(a), let other = collectionElementType(b) else { return nil }
    if one.isIdentical(to: other) {
      let rankA = spanRank(a)
      let rankB = spanRank(b)
      if rankA != rankB { return rankA < rankB ? .left : .right }
      return nil
    }
    // Compare element by element.
    if spanRank(a) < 2 && spanRank(b) < 2 || spanRank(a) < 2 || spanRank(b) < 2
      || (a.kind == .array && b.kind == .array)
    {
      var left = false
      var right = false
      for part in bound.parts {
        switch betterConversion(part, one, classify(part, to: one), other, classify(part, to: other)) {
        case .left: left = true
        case .right: right = true
        default: break
        }
      }
      if left != right { return left ? .left : .right }
    }
    return nil
  }

  private func spanRank(_ type: TypeSymbol) -> Int {
    context.isReadOnlySpan(type) ? 0 : context.isSpan(type) ? 1 : 2
  }

  /// Lambdas prefer the delegate whose return type suits them better.
  private func betterLambda(_ bound: Bound, _ a: TypeSymbol, _ b: TypeSymbol) -> Comparison? {
    guard let lambda = bound.lambda else { return nil }
    let isTreeA = delegateType(of: a) != a
    let isTreeB = delegateType(of: b) != b
    guard isTreeA == isTreeB else { return .equal }
    guard let one = delegateType(of: a).delegateInvokeMethod, let other = delegateType(of: b).delegateInvokeMethod
    else {
      return nil
    }
    let first = one.parameters
    let second = other.parameters
    guard first.count == second.count, zip(first, second).allSatisfy({ $0.type.isIdentical(to: $1.type) }) else {
      return nil
    }
    if other.type.specialType == .void, one.type.specialType != .void { return .left }
    if one.type.specialType == .void, other.type.specialType != .void { return .right }
    if one.type.specialType == .void { return .equal }
    let result = bindLambda(lambda, parameterTypes: lambdaParameterTypes(lambda, first))
    var typeA = one.type
    var typeB = other.type
    if lambda.isAsync {
      let elementA = taskElement(of: typeA)
      let elementB = taskElement(of: typeB)
      if let elementA, let elementB {
        switch (elementA.type, elementB.type) {
        case (let one?, let other?):
          if one.isIdentical(to: other) { return betterTarget(typeA, typeB) }
          typeA = one
          typeB = other
        case (nil, _?):
          // A value is returned: the one with a result is better.
          return result.valueType != nil && result.valueType?.specialType != .void ? .right : .left
        case (_?, nil):
          return result.valueType != nil && result.valueType?.specialType != .void ? .left : .right
        default: return betterTarget(typeA, typeB)
        }
      }
    }
    if let value = result.valueType, value.specialType != .void {
      let exactA = value.isIdentical(to: typeA)
      let exactB = value.isIdentical(to: typeB)
      if exactA != exactB { return exactA ? .left : .right }
    } else if result.returns.count == 1 {
      return betterConversion(
        result.returns[0], typeA, classify(result.returns[0], to: typeA), typeB, classify(result.returns[0], to: typeB))
    }
    return betterTarget(typeA, typeB)
  }

  /// Better conversion target (§12.6.4.7).
  func betterTarget(_ a: TypeSymbol, _ b: TypeSymbol, depth: Int = 0) -> Comparison {
    if a.isIdentical(to: b) { return .equal }
    guard depth < 8 else { return .equal }
    // Spans of C# 14.
    if context.isReadOnlySpan(a), context.isSpan(b) { return spanElementComparison(a, b, readOnlyIsLeft: true) }
    if context.isSpan(a), context.isReadOnlySpan(b) { return spanElementComparison(b, a, readOnlyIsLeft: false) }
    let toB = context.implicitConversion(a, b)
    let toA = context.implicitConversion(b, a)
    if toB.exists, !toA.exists { return .left }
    if toA.exists, !toB.exists { return .right }
    // Tasks by their results.
    if let one = taskElement(of: a)?.type, let other = taskElement(of: b)?.type, a.definition == b.definition {
      return betterTarget(one, other, depth: depth + 1)
    }
    if a.kind == .delegate || b.kind == .delegate {
      if let one = a.delegateInvokeMethod, let other = b.delegateInvokeMethod {
        if other.type.specialType == .void, one.type.specialType != .void { return .left }
        if one.type.specialType == .void, other.type.specialType != .void { return .right }
        let first = one.parameters
        let second = other.parameters
        if first.count == second.count, zip(first, second).allSatisfy({ $0.type.isIdentical(to: $1.type) }),
          one.type.specialType != .void
        {
          return betterTarget(one.type, other.type, depth: depth + 1)
        }
      }
      return .equal
    }
    // Signed integers beat unsigned ones.
    let bareA = a.nullableUnderlyingType?.specialType ?? a.specialType
    let bareB = b.nullableUnderlyingType?.specialType ?? b.specialType
    if isSigned(bareA), isUnsignedAgainst(bareA, bareB) { return .left }
    if isSigned(bareB), isUnsignedAgainst(bareB, bareA) { return .right }
    return .equal
  }

  private func spanElementComparison(
    _ readOnly: TypeSymbol, _ span: TypeSymbol, readOnlyIsLeft: Bool
  ) -> Comparison {
    guard let one = readOnly.pointer.pointee.arguments.first, let other = span.pointer.pointee.arguments.first else {
      return .equal
    }
    if one.isIdentical(to: other) { return readOnlyIsLeft ? .left : .right }
    return .equal
  }

  private func isSigned(_ type: SpecialType) -> Bool {
    switch type {
    case .sByte, .int16, .int32, .int64, .intPtr: true
    default: false
    }
  }

  private func isUnsignedAgainst(_ signed: SpecialType, _ other: SpecialType) -> Bool {
    switch (signed, other) {
    case (.sByte, .byte), (.sByte, .uInt16), (.sByte, .uInt32), (.sByte, .uInt64), (.int16, .uInt16),
      (.int16, .uInt32), (.int16, .uInt64), (.int32, .uInt32), (.int32, .uInt64), (.int64, .uInt64),
      (.intPtr, .uIntPtr), (.intPtr, .uInt64), (.sByte, .uIntPtr), (.int16, .uIntPtr), (.int32, .uIntPtr),
      (.int64, .uIntPtr):
      true
    default: false
    }
  }

  // MARK: Method groups as values

  /// The method of a group that a delegate's `Invoke` would call.
  func resolve(_ group: MethodGroup, for invoke: Symbol) -> Resolution {
    let node = group.receiverBound?.node ?? model.tree.root
    let arguments = invoke.parameters.map { parameter in
      Argument(
        node: node, refKind: parameter.refKind == .in || parameter.refKind == .refReadOnly ? .none : parameter.refKind,
        bound: value(node, parameter.type))
    }
    return resolve(group, arguments)
  }

  /// The method of a group that a call with these arguments means; extension methods come last.
  func resolve(_ group: MethodGroup, _ arguments: [Argument]) -> Resolution {
    var methods = group.methods
    switch group.receiver {
    case .type:
      let fitting = methods.filter { $0.method.isStatic }
      if !fitting.isEmpty { methods = fitting }
    case .instance where group.alternativeType != nil:
      break
    case .instance, .base:
      let fitting = methods.filter { !$0.method.isStatic }
      if !fitting.isEmpty || !group.methods.isEmpty { methods = fitting }
    case .implicit:
      if isStaticContext {
        let fitting = methods.filter { $0.method.isStatic || $0.method.pointer.pointee.methodKind == .localFunction }
        if !fitting.isEmpty { methods = fitting }
      }
    }
    var own = Resolution()
    if !methods.isEmpty {
      own = resolve(methods, arguments, typeArguments: group.typeArguments, isIncomplete: group.isIncomplete)
      if own.best != nil || own.reason == .ambiguous { return own }
      if own.isUnknown, group.isIncomplete { return own }
    } else {
      own.isUnknown = group.isIncomplete
      own.candidates = group.methods.map(\.method)
      if !group.methods.isEmpty { own.reason = .staticInstanceMismatch }
    }
    guard group.receiver == .instance, let receiver = group.receiverBound, !group.isIncomplete || !methods.isEmpty
    else {
      return own
    }
    let extended = resolveExtension(group, receiver, arguments)
    if extended.best != nil || own.candidates.isEmpty { return extended }
    if extended.isUnknown { own.isUnknown = true }
    return own
  }

  private func resolveExtension(_ group: MethodGroup, _ receiver: Bound, _ arguments: [Argument]) -> Resolution {
    var result = Resolution()
    let all = [Argument(node: receiver.node, bound: receiver)] + arguments
    forEachExtensionLevel(group.name) { methods in
      let candidates = methods.compactMap { extensionCandidate($0) }
      let resolution = resolve(
        candidates, all, typeArguments: group.typeArguments, isReduced: true)
      if resolution.best != nil || resolution.reason == .ambiguous {
        result = resolution
        return true
      }
      result.candidates += resolution.candidates
      if resolution.isUnknown { result.isUnknown = true }
      if result.reason == .none { result.reason = resolution.reason }
      return false
    }
    if result.best == nil, mayMissExtensions { result.isUnknown = true }
    return result
  }

  private func extensionCandidate(_ method: Symbol) -> MethodCandidate? {
    guard method.kind == .method else { return nil }
    if let owner = method.containingType, owner.typeDetails.typeKind == .extension {
      return context.extensionBlockMethod(method).map { MethodCandidate(method: $0, instance: nil) }
    }
    return MethodCandidate(method: method, instance: nil)
  }
}

extension BindingContext {
  /// The definition that introduced what a method overrides; the method's own definition if it overrides nothing.
  func leastOverridden(_ method: Symbol) -> Symbol {
    var current = method.originalDefinition
    var steps = 0
    while current.isOverride, steps < 32, let overridden = overriddenMember(of: current)?.originalDefinition {
      current = overridden
      steps += 1
    }
    return current
  }

  /// The value of `OverloadResolutionPriorityAttribute`.
  func overloadPriority(of method: Symbol) -> Int {
    let definition = leastOverridden(method)
    guard definition.isFromMetadata || definition.pointer.pointee.file >= 0 else { return 0 }
    if let known = priorityCache[definition] { return known }
    if definition.isFromMetadata {
      let priority = metadataOverloadPriority(of: definition)
      priorityCache[definition] = priority
      return priority
    }
    var result = 0
    for attribute in attributes(of: definition)
    where attribute.matches("System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute") {
      if case .integer(let value)? = attribute.arguments.first ?? nil { result = Int(clamping: value) }
    }
    priorityCache[definition] = result
    return result
  }

  /// A method of an extension block as an ordinary extension method: the receiver first, the block's type parameters
  /// before its own.
  func extensionBlockMethod(_ method: Symbol) -> Symbol? {
    guard !method.isStatic, let block = method.containingType, let receiver = block.typeDetails.receiver else {
      return nil
    }
    if let known = extensionFormCache[method] { return known }
    complete(method)
    complete(receiver)
    let form = makeSymbol(.method, method.pointer.pointee.name, in: block.pointer.pointee.containing)
    let outer = block.pointer.pointee.typeParameters
    let inner = method.pointer.pointee.typeParameters
    let parameters = (outer + inner).enumerated().map { index, original in
      let copy = makeSymbol(.typeParameter, original.pointer.pointee.name, in: form)
      copy.pointer.pointee.ordinal = Int32(index)
      copy.pointer.pointee.flags = original.pointer.pointee.flags
      copy.pointer.pointee.details = TypeParameterDetails()
      copy.pointer.pointee.type = typeParameterType(copy)
      return copy
    }
    var map = TypeMap(typeArguments: parameters.prefix(outer.count).map(\.type))
    map.method = method
    map.methodArguments = parameters.suffix(inner.count).map(\.type)
    func copy(_ parameter: Symbol, ordinal: Int) -> Symbol {
      var data = parameter.pointer.pointee
      data.type = data.type.map { substitute($0, map) }
      data.ordinal = Int32(ordinal)
      data.containing = form
      data.state = .done
      return Symbol(symbols.allocate(data))
    }
    form.pointer.pointee.typeParameters = parameters
    form.pointer.pointee.arity = UInt16(clamping: parameters.count)
    form.pointer.pointee.parameters =
      [copy(receiver, ordinal: 0)]
      + method.pointer.pointee.parameters.enumerated().map { copy($1, ordinal: $0 + 1) }
    form.pointer.pointee.type = method.pointer.pointee.type.map { substitute($0, map) }
    form.pointer.pointee.flags = method.pointer.pointee.flags.union(.extensionMethod)
    form.pointer.pointee.accessibility = method.pointer.pointee.accessibility
    form.pointer.pointee.second = method
    extensionFormCache[method] = form
    return form
  }
}
