import CSharpSyntax

/// Finds the type arguments of a generic method from a call's arguments (C# §12.6.3).
struct TypeInference {
  unowned(unsafe) let binder: Binder
  let method: Symbol
  let parameterTypes: [TypeSymbol]
  let refKinds: [RefKind]
  let arguments: [Argument]
  var context: BindingContext { binder.context }

  private var fixed: [TypeSymbol?]
  private var exact: [[TypeSymbol]]
  private var lower: [[TypeSymbol]]
  private var upper: [[TypeSymbol]]
  private static let maximumDepth = 24

  init(binder: Binder, method: Symbol, parameterTypes: [TypeSymbol], refKinds: [RefKind], arguments: [Argument]) {
    self.binder = binder
    self.method = method
    self.parameterTypes = parameterTypes
    self.refKinds = refKinds
    self.arguments = arguments
    let count = method.pointer.pointee.typeParameters.count
    fixed = Array(repeating: nil, count: count)
    exact = Array(repeating: [], count: count)
    lower = exact
    upper = exact
  }

  /// - Returns: `nil` if some type parameter can't be inferred.
  mutating func infer() -> [TypeSymbol]? {
    for (index, argument) in arguments.enumerated() {
      firstPhase(argument.bound, parameterTypes[index], refKinds[index])
    }
    var rounds = 0
    while fixed.contains(where: { $0 == nil }), rounds < 64 {
      rounds += 1
      if !secondPhaseStep() { break }
    }
    guard !fixed.contains(where: { $0 == nil }) else { return nil }
    return fixed.compactMap { $0 }
  }

  // MARK: First phase

  private mutating func firstPhase(_ bound: Bound, _ type: TypeSymbol, _ refKind: RefKind) {
    guard mentionsUnfixed(type) else { return }
    switch bound.kind {
    case .lambda:
      guard let lambda = bound.lambda, let invoke = binder.delegateType(of: type).delegateInvokeMethod else { return }
      for (index, parameter) in invoke.parameters.enumerated() where index < lambda.parameterTypes.count {
        if let written = lambda.parameterTypes[index] { exactInference(written, parameter.type, 0) }
      }
      if let explicit = lambda.explicitReturnType { exactInference(explicit, invoke.type, 0) }
    case .tuple where bound.type == nil:
      let target = type.nullableUnderlyingType ?? type
      guard target.kind == .tuple, target.pointer.pointee.arguments.count == bound.parts.count else { return }
      for (part, element) in zip(bound.parts, target.pointer.pointee.arguments) { firstPhase(part, element, .none) }
    case .tuple:
      let target = type.nullableUnderlyingType ?? type
      if target.kind == .tuple, target.pointer.pointee.arguments.count == bound.parts.count {
        for (part, element) in zip(bound.parts, target.pointer.pointee.arguments) { firstPhase(part, element, .none) }
      } else if let own = bound.type {
        lowerBound(own, type, 0)
      }
    case .collection:
      guard let element = binder.collectionElementType(type.nullableUnderlyingType ?? type) else { return }
      for part in bound.parts {
        if part.node.parent?.kind == .spreadElement {
          if let own = part.type, let inner = binder.enumeratedType(of: own) { lowerBound(inner, element, 0) }
        } else {
          firstPhase(part, element, .none)
        }
      }
    case .conditional, .switchExpression:
      if let own = bound.type {
        lowerBound(own, type, 0)
      } else {
        for part in bound.parts { firstPhase(part, type, .none) }
      }
    case .interpolatedString:
      lowerBound(context.stringType, type, 0)
    case .methodGroup, .null, .defaultLiteral, .implicitNew, .throwExpression, .outVariable, .discard, .type,
      .namespace:
      break
    case .value, .unknown, .stackAlloc:
      guard let own = bound.type, own.specialType != .void else { return }
      if refKind == .ref || refKind == .out { exactInference(own, type, 0) } else { lowerBound(own, type, 0) }
    }
  }

  // MARK: Second phase

  private mutating func secondPhaseStep() -> Bool {
    let count = fixed.count
    var progress = false
    // Those that depend on no other.
    let dependencies = dependencies()
    var toFix: [Int] = []
    for index in 0..<count where fixed[index] == nil {
      if hasBounds(index), !dependencies[index].contains(where: { fixed[$0] == nil }) { toFix.append(index) }
    }
    if toFix.isEmpty,
      !(0..<count).contains(where: { fixed[$0] == nil && !hasBounds($0) && dependencies[$0].isEmpty == false })
    {
      for index in 0..<count where fixed[index] == nil && hasBounds(index) {
        let isNeeded = (0..<count).contains { other in fixed[other] == nil && dependencies[other].contains(index) }
        if isNeeded { toFix.append(index) }
      }
    }
    if toFix.isEmpty {
      for index in 0..<count where fixed[index] == nil && hasBounds(index) {
        let isNeeded = (0..<count).contains { other in
          other != index && fixed[other] == nil && dependencies[other].contains(index)
        }
        if isNeeded { toFix.append(index) }
      }
    }
    for index in toFix {
      guard fix(index) else { return false }
      progress = true
    }
    // Output types of arguments whose inputs are known.
    for (index, argument) in arguments.enumerated() {
      if outputInference(argument.bound, parameterTypes[index]) { progress = true }
    }
    return progress
  }

  private func hasBounds(_ index: Int) -> Bool {
    !exact[index].isEmpty || !lower[index].isEmpty || !upper[index].isEmpty
  }

  /// For each type parameter those that must be fixed before.
  private func dependencies() -> [Set<Int>] {
    var result = Array(repeating: Set<Int>(), count: fixed.count)
    for (index, argument) in arguments.enumerated() {
      collectDependencies(argument.bound, parameterTypes[index], &result)
    }
    // Transitive closure; lists are tiny.
    var changed = true
    var rounds = 0
    while changed, rounds < 16 {
      changed = false
      rounds += 1
      for index in result.indices {
        var union = result[index]
        for other in result[index] { union.formUnion(result[other]) }
        if union != result[index] {
          result[index] = union
          changed = true
        }
      }
    }
    return result
  }

  private func collectDependencies(_ bound: Bound, _ type: TypeSymbol, _ result: inout [Set<Int>]) {
    switch bound.kind {
    case .lambda, .methodGroup:
      guard let invoke = binder.delegateType(of: type).delegateInvokeMethod else { return }
      if let lambda = bound.lambda, lambda.isExplicitlyTyped, lambda.hasParameterList { return }
      var inputs: Set<Int> = []
      for parameter in invoke.parameters { collectParameters(parameter.type, &inputs, 0) }
      inputs = inputs.filter { fixed[$0] == nil }
      var outputs: Set<Int> = []
      collectParameters(invoke.type, &outputs, 0)
      for output in outputs { result[output].formUnion(inputs) }
    case .tuple, .conditional, .switchExpression:
      let target = type.nullableUnderlyingType ?? type
      if bound.kind == .tuple {
        guard target.kind == .tuple, target.pointer.pointee.arguments.count == bound.parts.count else { return }
        for (part, element) in zip(bound.parts, target.pointer.pointee.arguments) {
          collectDependencies(part, element, &result)
        }
      } else {
        for part in bound.parts { collectDependencies(part, type, &result) }
      }
    default: break
    }
  }

  private func collectParameters(_ type: TypeSymbol, _ result: inout Set<Int>, _ depth: Int) {
    guard depth < TypeInference.maximumDepth, type.pointer.pointee.flags.contains(.containsTypeParameter) else {
      return
    }
    if let index = parameterIndex(type) {
      result.insert(index)
      return
    }
    for argument in type.pointer.pointee.arguments { collectParameters(argument, &result, depth + 1) }
  }

  private func parameterIndex(_ type: TypeSymbol) -> Int? {
    guard type.kind == .typeParameter, let parameter = type.definition,
      parameter.pointer.pointee.containing == method
    else { return nil }
    let ordinal = Int(parameter.pointer.pointee.ordinal)
    return ordinal < fixed.count ? ordinal : nil
  }

  private func unfixedIndex(_ type: TypeSymbol) -> Int? {
    guard let index = parameterIndex(type), fixed[index] == nil else { return nil }
    return index
  }

  private func mentionsUnfixed(_ type: TypeSymbol) -> Bool {
    guard type.pointer.pointee.flags.contains(.containsTypeParameter) else { return false }
    var found: Set<Int> = []
    collectParameters(type, &found, 0)
    return found.contains { fixed[$0] == nil }
  }

  /// The type with what is fixed put in; unfixed parameters stay.
  private func substituted(_ type: TypeSymbol) -> TypeSymbol {
    var map = TypeMap()
    map.method = method
    map.methodArguments = method.pointer.pointee.typeParameters.enumerated().map { fixed[$0] ?? $1.type }
    return context.substitute(type, map)
  }

  private mutating func outputInference(_ bound: Bound, _ type: TypeSymbol) -> Bool {
    switch bound.kind {
    case .lambda:
      let delegate = binder.delegateType(of: type)
      guard let lambda = bound.lambda, let invoke = delegate.delegateInvokeMethod, mentionsUnfixed(invoke.type) else {
        return false
      }
      if lambda.hasParameterList, !lambda.parameterTypes.isEmpty,
        lambda.parameterTypes.count != invoke.parameters.count
      {
        return false
      }
      for (index, parameter) in invoke.parameters.enumerated() {
        let isWritten = index < lambda.parameterTypes.count && lambda.parameterTypes[index] != nil
        if !isWritten, mentionsUnfixed(parameter.type) { return false }
      }
      if lambda.explicitReturnType != nil { return false }
      let types = binder.lambdaParameterTypes(lambda, invoke.parameters).map { substituted($0) }
      let result = binder.bindLambda(lambda, parameterTypes: types)
      return infer(from: result, lambda, to: invoke.type)
    case .methodGroup:
      guard let group = bound.group, let invoke = binder.delegateType(of: type).delegateInvokeMethod,
        mentionsUnfixed(invoke.type), !invoke.parameters.contains(where: { mentionsUnfixed($0.type) })
      else { return false }
      let node = bound.node
      let values = invoke.parameters.map { parameter in
        Argument(
          node: node, refKind: parameter.refKind, bound: Bound(node, .value, type: substituted(parameter.type)))
      }
      guard let best = binder.resolve(group, values).best else { return false }
      let before = lower
      lowerBound(best.constructed(context).type, invoke.type, 0)
      return before != lower
    case .tuple:
      let target = type.nullableUnderlyingType ?? type
      guard target.kind == .tuple, target.pointer.pointee.arguments.count == bound.parts.count else { return false }
      var progress = false
      for (part, element) in zip(bound.parts, target.pointer.pointee.arguments)
      where outputInference(part, element) {
        progress = true
      }
      return progress
    case .conditional, .switchExpression:
      var progress = false
      for part in bound.parts where outputInference(part, type) { progress = true }
      return progress
    default:
      return false
    }
  }

  /// From what a lambda returns to the delegate's return type.
  private mutating func infer(from result: LambdaResult, _ lambda: LambdaInfo, to type: TypeSymbol) -> Bool {
    let beforeLower = lower
    let beforeExact = exact
    if lambda.isAsync {
      // The value goes against the task's result; a lambda without value is a plain task.
      if let element = binder.taskElement(of: type)?.type {
        if let value = result.valueType, value.specialType != .void {
          lowerBound(value, element, 0)
        } else if let single = result.returns.first, result.returns.count == 1, single.type == nil {
          _ = outputInference(single, element)
          firstPhase(single, element, .none)
        }
      } else if let index = unfixedIndex(type) {
        let task = binder.taskType(of: result.valueType.flatMap { $0.specialType == .void ? nil : $0 })
        if result.valueType != nil || result.returns.isEmpty { lower[index].append(task) }
      }
      return beforeLower != lower || beforeExact != exact
    }
    if let value = result.valueType, value.specialType != .void {
      lowerBound(value, type, 0)
    } else if result.returns.count == 1, let single = result.returns.first, single.kind != .value {
      _ = outputInference(single, type)
      firstPhase(single, type, .none)
    }
    return beforeLower != lower || beforeExact != exact
  }

  // MARK: Bounds

  private mutating func add(_ type: TypeSymbol, to list: WritableKeyPath<TypeInference, [[TypeSymbol]]>, _ index: Int) {
    if !self[keyPath: list][index].contains(type) { self[keyPath: list][index].append(type) }
  }

  mutating func exactInference(_ u: TypeSymbol, _ v: TypeSymbol, _ depth: Int) {
    guard depth < TypeInference.maximumDepth else { return }
    if let index = unfixedIndex(v) {
      if !exact[index].contains(u) { exact[index].append(u) }
      return
    }
    guard v.pointer.pointee.flags.contains(.containsTypeParameter) else { return }
    guard u.kind == v.kind || (u.kind == .error && false) else { return }
    let from = u.pointer.pointee.arguments
    let to = v.pointer.pointee.arguments
    guard from.count == to.count, u.definition == v.definition, u.rank == v.rank else { return }
    for (one, other) in zip(from, to) { exactInference(one, other, depth + 1) }
  }

  mutating func lowerBound(_ u: TypeSymbol, _ v: TypeSymbol, _ depth: Int) {
    guard depth < TypeInference.maximumDepth else { return }
    if let index = unfixedIndex(v) {
      if !lower[index].contains(u) { lower[index].append(u) }
      return
    }
    guard v.pointer.pointee.flags.contains(.containsTypeParameter) else { return }
    if u.kind == .error {
      // What is unknown makes what depends on it unknown.
      if v.name == u.name, v.pointer.pointee.arguments.count == u.pointer.pointee.arguments.count {
        for (one, other) in zip(u.pointer.pointee.arguments, v.pointer.pointee.arguments) {
          lowerBound(one, other, depth + 1)
        }
      } else {
        for argument in v.pointer.pointee.arguments { lowerBound(context.unknownType, argument, depth + 1) }
      }
      return
    }
    if v.specialType == .nullable, let inner = v.nullableUnderlyingType {
      if let own = u.nullableUnderlyingType {
        lowerBound(own, inner, depth + 1)
      } else if context.isValueType(u) || u.kind == .typeParameter {
        lowerBound(u, inner, depth + 1)
      }
      return
    }
    switch v.kind {
    case .array:
      guard u.kind == .array, u.rank == v.rank, let one = u.elementType, let other = v.elementType else { return }
      if context.isReferenceType(one) {
        lowerBound(one, other, depth + 1)
      } else {
        exactInference(one, other, depth + 1)
      }
      return
    case .tuple:
      guard u.kind == .tuple, u.pointer.pointee.arguments.count == v.pointer.pointee.arguments.count else { return }
      for (one, other) in zip(u.pointer.pointee.arguments, v.pointer.pointee.arguments) {
        lowerBound(one, other, depth + 1)
      }
      return
    case .pointer, .functionPointer:
      exactInference(u, v, depth)
      return
    default: break
    }
    let wanted = v.pointer.pointee.arguments
    guard let definition = v.definition, definition.kind == .namedType else { return }
    // Spans (C# 14).
    if context.isReadOnlySpan(v) || context.isSpan(v), wanted.count == 1 {
      if u.kind == .array, let element = u.elementType {
        if context.isReadOnlySpan(v), context.isReferenceType(element) {
          lowerBound(element, wanted[0], depth + 1)
        } else {
          exactInference(element, wanted[0], depth + 1)
        }
        return
      }
      if context.isReadOnlySpan(v) {
        if u.specialType == .string {
          exactInference(context.specialType(.char), wanted[0], depth + 1)
          return
        }
        if context.isSpan(u) || context.isReadOnlySpan(u), let element = u.pointer.pointee.arguments.first {
          if context.isReferenceType(element) {
            lowerBound(element, wanted[0], depth + 1)
          } else {
            exactInference(element, wanted[0], depth + 1)
          }
          return
        }
      }
    }
    guard let match = uniqueBase(of: u, definition: definition) else { return }
    let from = match.pointer.pointee.arguments
    guard from.count == wanted.count else { return }
    let parameters = definition.typeDetails.allTypeParameters
    for index in from.indices {
      let flags = index < parameters.count ? parameters[index].pointer.pointee.flags : []
      if !context.isReferenceType(from[index]), from[index].kind != .error || flags.isDisjoint(with: [.covariant]) {
        exactInference(from[index], wanted[index], depth + 1)
      } else if flags.contains(.covariant) {
        lowerBound(from[index], wanted[index], depth + 1)
      } else if flags.contains(.contravariant) {
        upperBound(from[index], wanted[index], depth + 1)
      } else {
        exactInference(from[index], wanted[index], depth + 1)
      }
    }
  }

  mutating func upperBound(_ u: TypeSymbol, _ v: TypeSymbol, _ depth: Int) {
    guard depth < TypeInference.maximumDepth else { return }
    if let index = unfixedIndex(v) {
      if !upper[index].contains(u) { upper[index].append(u) }
      return
    }
    guard v.pointer.pointee.flags.contains(.containsTypeParameter) else { return }
    if u.kind == .array, v.kind == .array, u.rank == v.rank, let one = u.elementType, let other = v.elementType {
      if context.isReferenceType(one) {
        upperBound(one, other, depth + 1)
      } else {
        exactInference(one, other, depth + 1)
      }
      return
    }
    guard let definition = u.definition, definition.kind == .namedType else { return }
    guard let match = uniqueBase(of: v, definition: definition) else { return }
    let from = u.pointer.pointee.arguments
    let wanted = match.pointer.pointee.arguments
    guard from.count == wanted.count else { return }
    let parameters = definition.typeDetails.allTypeParameters
    for index in from.indices {
      let flags = index < parameters.count ? parameters[index].pointer.pointee.flags : []
      if !context.isReferenceType(from[index]) {
        exactInference(from[index], wanted[index], depth + 1)
      } else if flags.contains(.covariant) {
        upperBound(from[index], wanted[index], depth + 1)
      } else if flags.contains(.contravariant) {
        lowerBound(from[index], wanted[index], depth + 1)
      } else {
        exactInference(from[index], wanted[index], depth + 1)
      }
    }
  }

  /// The one construction of a definition among a type, its bases and interfaces.
  private func uniqueBase(of type: TypeSymbol, definition: Symbol) -> TypeSymbol? {
    if type.definition == definition { return type }
    if definition.typeDetails.typeKind == .interface {
      var found: TypeSymbol?
      for interface in context.allInterfaces(of: type) where interface.definition == definition {
        if let found, found != interface { return nil }
        found = interface
      }
      return found
    }
    var current = context.baseType(of: type)
    var steps = 0
    while let base = current, steps < BindingContext.maximumBaseDepth {
      if base.definition == definition { return base }
      current = context.baseType(of: base)
      steps += 1
    }
    return nil
  }

  // MARK: Fixing (§12.6.3.12)

  private mutating func fix(_ index: Int) -> Bool {
    var candidates: [TypeSymbol] = []
    func add(_ type: TypeSymbol) {
      if !candidates.contains(where: { $0.isIdentical(to: type) }) { candidates.append(type) }
    }
    for type in exact[index] + lower[index] + upper[index] { add(type) }
    let known = candidates.filter { $0.kind != .error }
    if known.count != candidates.count {
      guard let first = known.first else {
        fixed[index] = candidates[0]
        return true
      }
      if known.count == 1 {
        fixed[index] = first
        return true
      }
      candidates = known
    }
    if candidates.count > 1 {
      let all = candidates
      for bound in exact[index] where bound.kind != .error {
        candidates = candidates.filter { $0.isIdentical(to: bound) }
      }
      for bound in lower[index] where bound.kind != .error {
        candidates = candidates.filter { convertsForInference(bound, $0) }
      }
      for bound in upper[index] where bound.kind != .error {
        candidates = candidates.filter { convertsForInference($0, bound) }
      }
      if candidates.count > 1 {
        // The one that all others convert to.
        if !lower[index].isEmpty {
          candidates = candidates.filter { candidate in
            candidates.allSatisfy { convertsForInference($0, candidate) }
          }
        } else {
          candidates = candidates.filter { candidate in
            candidates.allSatisfy { convertsForInference(candidate, $0) }
          }
        }
      }
      guard candidates.count == 1 else {
        _ = all
        return false
      }
    }
    guard var result = candidates.first else { return false }
    // Of identical types the one with tuple names wins only if all agree.
    let identical = (exact[index] + lower[index] + upper[index]).filter { $0.isIdentical(to: result) }
    if let first = identical.first, identical.contains(where: { $0 != first }) {
      result = identical.first { $0.kind == .dynamic } ?? TypeSymbol(result.pointer.pointee.canonical ?? result.pointer)
    } else if let first = identical.first {
      result = first
    }
    fixed[index] = result
    return true
  }

  private func convertsForInference(_ source: TypeSymbol, _ target: TypeSymbol) -> Bool {
    if source.isIdentical(to: target) { return true }
    if source.kind == .dynamic { return false }
    let conversion = context.implicitConversion(source, target)
    switch conversion.kind {
    case .none, .unknown: return false
    case .span: return false
    default: return true
    }
  }
}
