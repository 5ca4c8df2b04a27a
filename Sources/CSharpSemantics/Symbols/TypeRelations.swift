/// Bases, interfaces and inherited members.
extension BindingContext {
  static var maximumBaseDepth: Int { 64 }

  func isReferenceType(_ type: TypeSymbol) -> Bool {
    switch type.kind {
    case .class, .interface, .delegate, .array, .dynamic, .anonymous: return true
    case .typeParameter:
      guard let parameter = type.definition else { return false }
      completeTypeParameter(parameter)
      if parameter.pointer.pointee.flags.contains(.classConstraint) { return true }
      return constraintTypes(of: parameter).contains { $0.kind == .class && $0.specialType == .none }
    default: return false
    }
  }

  func isValueType(_ type: TypeSymbol) -> Bool {
    switch type.kind {
    case .struct, .enum, .tuple: return true
    case .typeParameter:
      guard let parameter = type.definition else { return false }
      completeTypeParameter(parameter)
      return parameter.pointer.pointee.flags.contains(.structConstraint)
    default: return false
    }
  }

  func baseType(of type: TypeSymbol) -> TypeSymbol? {
    let pointer = type.pointer
    switch pointer.pointee.kind {
    case .class, .struct, .enum, .delegate, .interface, .extension:
      if pointer.pointee.knowsBase { return pointer.pointee.base }
      guard let definition = pointer.pointee.definition else { return nil }
      completeBases(definition)
      let details = definition.typeDetails
      guard details.basesState == .done else { return nil }
      let base = details.base.map { substitute($0, typeMap(of: type)) }
      pointer.pointee.base = base
      pointer.pointee.knowsBase = true
      return base
    case .array: return specialType(.array)
    case .tuple: return tupleUnderlyingType(of: type).flatMap { baseType(of: $0) }
    case .anonymous: return objectType
    case .typeParameter: return effectiveBase(of: type)
    default: return nil
    }
  }

  /// The class that a type parameter's constraints make it derive from.
  func effectiveBase(of type: TypeSymbol, depth: Int = 0) -> TypeSymbol {
    guard let parameter = type.definition, depth < 16 else { return objectType }
    for constraint in constraintTypes(of: parameter) {
      switch constraint.kind {
      case .class, .struct, .enum, .delegate, .error, .array: return constraint
      case .typeParameter:
        let inner = effectiveBase(of: constraint, depth: depth + 1)
        if inner.specialType != .object { return inner }
      default: break
      }
    }
    return isValueType(type) ? specialType(.valueType) : objectType
  }

  func interfaces(of type: TypeSymbol) -> [TypeSymbol] {
    let pointer = type.pointer
    if let known = pointer.pointee.interfaces { return known }
    var result: [TypeSymbol] = []
    switch pointer.pointee.kind {
    case .class, .struct, .enum, .delegate, .interface:
      guard let definition = pointer.pointee.definition else { return [] }
      completeBases(definition)
      let details = definition.typeDetails
      guard details.basesState == .done else { return [] }
      let map = typeMap(of: type)
      result = details.interfaces.map { substitute($0, map) }
    case .array:
      if pointer.pointee.rank == 1, let element = pointer.pointee.arguments.first {
        result = arrayInterfaces(element)
      }
    case .typeParameter:
      guard let parameter = pointer.pointee.definition else { return [] }
      result = constraintTypes(of: parameter).filter { $0.kind == .interface }
      for constraint in constraintTypes(of: parameter) where constraint.kind == .typeParameter && constraint != type {
        result += interfaces(of: constraint)
      }
      return result
    case .tuple:
      result = tupleUnderlyingType(of: type).map { interfaces(of: $0) } ?? []
    default:
      break
    }
    pointer.pointee.interfaces = result
    return result
  }

  private func arrayInterfaces(_ element: TypeSymbol) -> [TypeSymbol] {
    ["IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection"].compactMap { name in
      guard let definition = type(named: "System.Collections.Generic." + name, arity: 1)?.definition else { return nil }
      return namedType(definition, [element])
    }
  }

  /// Every interface once, nearest first.
  func allInterfaces(of type: TypeSymbol) -> [TypeSymbol] {
    if let known = type.pointer.pointee.allInterfaces { return known }
    var result: [TypeSymbol] = []
    var seen: Set<TypeSymbol> = []
    var queue: [TypeSymbol] = []
    var current: TypeSymbol? = type
    var depth = 0
    while let instance = current, depth < BindingContext.maximumBaseDepth {
      queue += interfaces(of: instance)
      current = baseType(of: instance)
      depth += 1
    }
    var index = 0
    while index < queue.count, index < 4096 {
      let next = queue[index]
      index += 1
      guard seen.insert(next).inserted else { continue }
      result.append(next)
      queue += interfaces(of: next)
    }
    let isSettled = type.definition.map { $0.kind != .namedType || $0.typeDetails.basesState == .done } ?? true
    if isSettled, type.kind != .typeParameter { type.pointer.pointee.allInterfaces = result }
    return result
  }

  /// Whether something that the type inherits from is unknown, so that a name that is not found may still exist.
  func hasUnknownMembers(_ type: TypeSymbol) -> Bool {
    switch type.kind {
    case .error: return true
    case .dynamic: return true
    case .typeParameter:
      guard let parameter = type.definition else { return true }
      return hasUnknownMembers(effectiveBase(of: type))
        || constraintTypes(of: parameter).contains { $0 != type && $0.kind != .typeParameter && hasUnknownMembers($0) }
    default: break
    }
    var current: TypeSymbol? = type
    var depth = 0
    while let instance = current, depth < BindingContext.maximumBaseDepth {
      if instance.kind == .error { return true }
      if let definition = instance.definition, definition.kind == .namedType, definition.typeDetails.isPlaceholder {
        return true
      }
      current = baseType(of: instance)
      depth += 1
    }
    if type.kind == .interface {
      return hasUnknownMembers(objectType) || allInterfaces(of: type).contains { $0.kind == .error }
    }
    return false
  }

  func delegateInvokeMethod(of type: TypeSymbol) -> Symbol? {
    guard type.kind == .delegate, let definition = type.definition else { return nil }
    if let known = type.pointer.pointee.invoke { return known }
    let invoke = members(of: definition, named: wellKnownNames.invoke).first { $0.kind == .method }
    guard let invoke else { return nil }
    let result = constructed(invoke, in: type)
    type.pointer.pointee.invoke = result
    return result
  }

  func tupleUnderlyingType(of type: TypeSymbol) -> TypeSymbol? {
    valueTuple(type.pointer.pointee.arguments[...], depth: 0)
  }

  private func valueTuple(_ elements: ArraySlice<TypeSymbol>, depth: Int) -> TypeSymbol? {
    guard !elements.isEmpty, depth < 32 else { return nil }
    if elements.count < 8 {
      guard let definition = self.type(named: "System.ValueTuple", arity: elements.count)?.definition else {
        return nil
      }
      return bareNamedType(definition, Array(elements))
    }
    guard let definition = self.type(named: "System.ValueTuple", arity: 8)?.definition,
      let rest = valueTuple(elements.dropFirst(7), depth: depth + 1)
    else { return nil }
    return bareNamedType(definition, Array(elements.prefix(7)) + [rest])
  }

  // MARK: Members of bases

  /// The type and its base classes, nearest first; for an interface its base interfaces, then `object`.
  func lookupOrder(of type: TypeSymbol) -> [TypeSymbol] {
    var result: [TypeSymbol] = []
    switch type.kind {
    case .interface:
      return [type] + allInterfaces(of: type) + [objectType]
    case .typeParameter:
      result = lookupOrder(of: effectiveBase(of: type))
      for interface in allInterfaces(of: type) where !result.contains(interface) { result.append(interface) }
      return result
    case .tuple:
      if let underlying = tupleUnderlyingType(of: type) { return lookupOrder(of: underlying) }
      return []
    default:
      var current: TypeSymbol? = type
      while let instance = current, result.count < BindingContext.maximumBaseDepth {
        result.append(instance)
        current = baseType(of: instance)
      }
      return result
    }
  }

  func allMembers(of type: TypeSymbol, named name: String) -> [Symbol] {
    allMembers(of: type, named: names.name(name))
  }

  func allMembers(of type: TypeSymbol, named name: Name) -> [Symbol] {
    var result: [Symbol] = []
    for instance in lookupOrder(of: type) {
      guard let definition = instance.definition, definition.kind == .namedType else { continue }
      for member in members(of: definition, named: name) {
        result.append(member.kind == .namedType ? member : constructed(member, in: instance))
      }
    }
    return result
  }

  func overriddenMember(of symbol: Symbol) -> Symbol? {
    guard symbol.isOverride, let owner = symbol.receiverType else { return nil }
    var current = baseType(of: owner)
    var depth = 0
    while let instance = current, depth < BindingContext.maximumBaseDepth {
      if let definition = instance.definition, definition.kind == .namedType {
        for member in members(of: definition, named: symbol.pointer.pointee.name)
        where member.kind == symbol.kind && member.arity == symbol.arity
          && (member.isVirtual || member.isAbstract || member.isOverride)
        {
          let candidate = constructed(member, in: instance)
          if haveSameParameters(candidate, symbol) { return candidate }
        }
      }
      current = baseType(of: instance)
      depth += 1
    }
    return nil
  }

  /// The same number, types and ways of passing; method type parameters are compared by position.
  func haveSameParameters(_ a: Symbol, _ b: Symbol) -> Bool {
    let first = a.parameters
    let second = b.parameters
    guard first.count == second.count else { return false }
    var map = TypeMap()
    if a.arity > 0 {
      map.method = a.originalDefinition
      map.methodArguments = b.typeParameters.map(\.type)
    }
    for (one, other) in zip(first, second) {
      guard (one.refKind == .none) == (other.refKind == .none) else { return false }
      let type = map.isEmpty ? one.type : substitute(one.type, map)
      guard type.isIdentical(to: other.type) else { return false }
    }
    return true
  }

  func implementedInterfaceMembers(of symbol: Symbol) -> [Symbol] {
    guard let owner = symbol.receiverType, owner.kind != .interface,
      symbol.kind == .method || symbol.kind == .property || symbol.kind == .event
    else { return [] }
    var result: [Symbol] = []
    let isExplicit = symbol.isExplicitInterfaceImplementation
    let simple =
      isExplicit
      ? names.name(String(symbol.name.split(separator: ".").last ?? "")) : symbol.pointer.pointee.name
    for interface in allInterfaces(of: owner) {
      guard let definition = interface.definition, definition.kind == .namedType else { continue }
      for member in members(of: definition, named: simple)
      where member.kind == symbol.kind && member.arity == symbol.arity {
        if isExplicit {
          let written = symbol.name
          guard written.contains(definition.name) else { continue }
        } else if symbol.accessibility != .public {
          continue
        }
        let candidate = constructed(member, in: interface)
        guard haveSameParameters(candidate, symbol) else { continue }
        if symbol.kind == .method, !candidate.type.isIdentical(to: symbol.type), symbol.arity == 0 { continue }
        result.append(candidate)
      }
    }
    return result
  }
}
