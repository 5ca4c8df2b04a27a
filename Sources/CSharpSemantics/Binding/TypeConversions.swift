/// Conversions between types, whatever the expression (C# §10).
extension BindingContext {
  /// A standard implicit conversion, or C# 14's span conversions; no user-defined ones.
  func standardImplicit(_ source: TypeSymbol, _ target: TypeSymbol, depth: Int = 0) -> Conversion {
    if source == target || source.isIdentical(to: target) { return .identity }
    if source.kind == .error || target.kind == .error { return .unknown }
    guard depth < 32 else { return .none }
    if target.kind == .dynamic {
      if source.specialType == .void || source.kind == .pointer || source.kind == .functionPointer { return .none }
      return Conversion(isReferenceType(source) ? .reference : .boxing)
    }
    if source.specialType == .void || target.specialType == .void { return .none }
    if isImplicitNumeric(source.specialType, target.specialType) { return Conversion(.numeric) }
    // Nullable value types.
    if target.specialType == .nullable, let inner = target.nullableUnderlyingType {
      if let sourceInner = source.nullableUnderlyingType {
        let underlying = standardImplicit(sourceInner, inner, depth: depth + 1)
        switch underlying.kind {
        case .identity, .numeric, .tuple: return Conversion(.nullable)
        case .unknown: return .unknown
        default: return .none
        }
      }
      let underlying = standardImplicit(source, inner, depth: depth + 1)
      switch underlying.kind {
      case .identity, .numeric, .tuple: return Conversion(.nullable)
      case .unknown: return .unknown
      default: return .none
      }
    }
    if source.kind == .tuple, target.kind == .tuple {
      return tupleConversion(source, target, depth: depth)
    }
    if let span = spanConversion(source, target, depth: depth) { return span }
    switch reference(source, target, depth: depth) {
    case .yes: return Conversion(isBoxing(source) ? .boxing : .reference)
    case .unknown: return .unknown
    case .no: break
    }
    if source.kind == .pointer, target.kind == .pointer, target.elementType?.specialType == .void {
      return Conversion(.pointer)
    }
    if source.kind == .functionPointer, target.kind == .pointer, target.elementType?.specialType == .void {
      return Conversion(.pointer)
    }
    return .none
  }

  private func isBoxing(_ source: TypeSymbol) -> Bool {
    isValueType(source) || (source.kind == .typeParameter && !isReferenceType(source))
  }

  private func tupleConversion(_ source: TypeSymbol, _ target: TypeSymbol, depth: Int) -> Conversion {
    let from = source.pointer.pointee.arguments
    let to = target.pointer.pointee.arguments
    guard from.count == to.count else { return .none }
    var isUnknown = false
    for (one, other) in zip(from, to) {
      let element = implicitConversion(one, other, depth: depth + 1)
      if element.kind == .unknown { isUnknown = true }
      if !element.exists { return .none }
    }
    return isUnknown ? .unknown : Conversion(.tuple)
  }

  enum Answer {
    case yes
    case no
    case unknown
  }

  /// An implicit reference or boxing conversion.
  func reference(_ source: TypeSymbol, _ target: TypeSymbol, depth: Int = 0) -> Answer {
    guard depth < 32 else { return .no }
    switch source.kind {
    case .pointer, .functionPointer: return .no
    case .error: return .unknown
    default: break
    }
    if target.specialType == .object { return .yes }
    if source.kind == .typeParameter {
      if let parameter = source.definition {
        for constraint in constraintTypes(of: parameter) where constraint != source {
          if constraint.isIdentical(to: target) { return .yes }
          let answer = reference(constraint, target, depth: depth + 1)
          if answer != .no { return answer }
        }
        if isValueType(source) {
          return reference(specialType(.valueType), target, depth: depth + 1) == .yes
            || specialType(.valueType) == target ? .yes : .no
        }
      }
      return .no
    }
    switch target.kind {
    case .class:
      var current: TypeSymbol? =
        source.kind == .struct || source.kind == .enum || source.kind == .tuple
        ? baseType(of: source) : source.kind == .interface ? nil : source
      var steps = 0
      while let type = current, steps < BindingContext.maximumBaseDepth {
        if type.isIdentical(to: target) { return .yes }
        if type.kind == .error { return .unknown }
        current = baseType(of: type)
        steps += 1
      }
      return .no
    case .interface:
      if source.specialType == .nullable, let inner = source.nullableUnderlyingType {
        return reference(inner, target, depth: depth + 1)
      }
      if source.kind == .interface || source.kind == .delegate, isVariant(source, target, depth: depth) { return .yes }
      var isUnknown = false
      for interface in allInterfaces(of: source) {
        if interface.kind == .error { isUnknown = true }
        if interface.isIdentical(to: target) || isVariant(interface, target, depth: depth) { return .yes }
      }
      if source.kind == .array { return arrayInterface(source, target, depth: depth) }
      if isUnknown || hasErrorBase(source) { return .unknown }
      return .no
    case .delegate:
      return source.kind == .delegate && isVariant(source, target, depth: depth) ? .yes : .no
    case .array:
      guard source.kind == .array, source.rank == target.rank, let from = source.elementType,
        let to = target.elementType
      else { return .no }
      if from.kind == .error || to.kind == .error { return .unknown }
      guard isReferenceType(from) else { return .no }
      return reference(from, to, depth: depth + 1)
    default:
      return .no
    }
  }

  private func hasErrorBase(_ type: TypeSymbol) -> Bool {
    var current = baseType(of: type)
    var steps = 0
    while let base = current, steps < BindingContext.maximumBaseDepth {
      if base.kind == .error { return true }
      current = baseType(of: base)
      steps += 1
    }
    return false
  }

  private func arrayInterface(_ source: TypeSymbol, _ target: TypeSymbol, depth: Int) -> Answer {
    guard source.rank == 1, let element = source.elementType, let argument = target.pointer.pointee.arguments.first,
      target.pointer.pointee.arguments.count == 1,
      interfaces(of: source).contains(where: { $0.definition == target.definition })
    else { return .no }
    if element.isIdentical(to: argument) { return .yes }
    return isReferenceType(element) ? reference(element, argument, depth: depth + 1) : .no
  }

  /// The same generic interface or delegate with arguments that vary as its parameters allow.
  func isVariant(_ source: TypeSymbol, _ target: TypeSymbol, depth: Int) -> Bool {
    guard let definition = source.definition, definition == target.definition, definition.kind == .namedType else {
      return false
    }
    let from = source.pointer.pointee.arguments
    let to = target.pointer.pointee.arguments
    guard from.count == to.count, !from.isEmpty, depth < 24 else { return from.isEmpty && to.isEmpty }
    for (index, parameter) in definition.typeDetails.allTypeParameters.enumerated() where index < from.count {
      if from[index].isIdentical(to: to[index]) { continue }
      let flags = parameter.pointer.pointee.flags
      if flags.contains(.covariant) {
        guard isReferenceType(from[index]), reference(from[index], to[index], depth: depth + 1) == .yes else {
          return false
        }
      } else if flags.contains(.contravariant) {
        guard isReferenceType(to[index]), reference(to[index], from[index], depth: depth + 1) == .yes else {
          return false
        }
      } else {
        return false
      }
    }
    return true
  }

  // MARK: Spans (C# 14)

  func isSpan(_ type: TypeSymbol) -> Bool { type.name == "Span" && type.qualifiedName == "System.Span" }
  func isReadOnlySpan(_ type: TypeSymbol) -> Bool {
    type.name == "ReadOnlySpan" && type.qualifiedName == "System.ReadOnlySpan"
  }

  private func spanConversion(_ source: TypeSymbol, _ target: TypeSymbol, depth: Int) -> Conversion? {
    guard target.kind == .struct, target.pointer.pointee.arguments.count == 1 else { return nil }
    let toReadOnly = isReadOnlySpan(target)
    guard toReadOnly || isSpan(target) else { return nil }
    let wanted = target.pointer.pointee.arguments[0]
    func element(_ type: TypeSymbol, covariant: Bool) -> Conversion? {
      if type.isIdentical(to: wanted) { return Conversion(.span) }
      if type.kind == .error || wanted.kind == .error { return .unknown }
      if covariant, isReferenceType(type), reference(type, wanted, depth: depth + 1) == .yes {
        return Conversion(.span)
      }
      return nil
    }
    if source.kind == .array, source.rank == 1, let from = source.elementType {
      return element(from, covariant: toReadOnly)
    }
    if source.kind == .struct, let from = inlineArrayElement(of: source) { return element(from, covariant: false) }
    guard toReadOnly else { return nil }
    if source.specialType == .string { return wanted.specialType == .char ? Conversion(.span) : nil }
    if source.kind == .struct, source.pointer.pointee.arguments.count == 1,
      isSpan(source) || isReadOnlySpan(source)
    {
      return element(source.pointer.pointee.arguments[0], covariant: true)
    }
    return nil
  }

  /// The element type of a struct that is an inline array (C# 12); `nil` for other types.
  func inlineArrayElement(of type: TypeSymbol) -> TypeSymbol? {
    guard type.kind == .struct, type.specialType == .none, let definition = type.definition,
      definition.kind == .namedType, definition.hasAttribute("System.Runtime.CompilerServices.InlineArrayAttribute")
    else { return nil }
    let field = members(of: definition).first { $0.kind == .field && !$0.isStatic }
    return field.map { constructed($0, in: type).type }
  }

  // MARK: Numbers

  func isImplicitNumeric(_ source: SpecialType, _ target: SpecialType) -> Bool {
    switch source {
    case .sByte:
      switch target {
      case .int16, .int32, .int64, .single, .double, .decimal, .intPtr: true
      default: false
      }
    case .byte:
      switch target {
      case .int16, .uInt16, .int32, .uInt32, .int64, .uInt64, .single, .double, .decimal, .intPtr, .uIntPtr: true
      default: false
      }
    case .int16:
      switch target {
      case .int32, .int64, .single, .double, .decimal, .intPtr: true
      default: false
      }
    case .uInt16, .char:
      switch target {
      case .uInt16 where source == .char: true
      case .int32, .uInt32, .int64, .uInt64, .single, .double, .decimal, .intPtr, .uIntPtr: true
      default: false
      }
    case .int32:
      switch target {
      case .int64, .single, .double, .decimal, .intPtr: true
      default: false
      }
    case .uInt32:
      switch target {
      case .int64, .uInt64, .single, .double, .decimal, .uIntPtr: true
      default: false
      }
    case .int64, .uInt64:
      switch target {
      case .single, .double, .decimal: true
      default: false
      }
    case .intPtr:
      switch target {
      case .int64, .single, .double, .decimal: true
      default: false
      }
    case .uIntPtr:
      switch target {
      case .uInt64, .single, .double, .decimal: true
      default: false
      }
    case .single: target == .double
    default: false
    }
  }

  func isNumeric(_ type: SpecialType) -> Bool {
    switch type {
    case .char, .sByte, .byte, .int16, .uInt16, .int32, .uInt32, .int64, .uInt64, .single, .double, .decimal, .intPtr,
      .uIntPtr:
      true
    default: false
    }
  }

  func isIntegral(_ type: SpecialType) -> Bool {
    switch type {
    case .char, .sByte, .byte, .int16, .uInt16, .int32, .uInt32, .int64, .uInt64, .intPtr, .uIntPtr: true
    default: false
    }
  }

  // MARK: User-defined

  /// Standard or user-defined.
  func implicitConversion(_ source: TypeSymbol, _ target: TypeSymbol, depth: Int = 0) -> Conversion {
    let standard = standardImplicit(source, target, depth: depth)
    if standard.kind != .none { return standard }
    return userDefined(source, target, isExplicit: false)
  }

  /// What a cast may do beyond implicit conversions.
  func explicitConversion(_ source: TypeSymbol, _ target: TypeSymbol) -> Conversion {
    let implicit = implicitConversion(source, target)
    if implicit.kind != .none { return implicit }
    if standardExplicit(source, target) { return Conversion(.explicit) }
    let user = userDefined(source, target, isExplicit: true)
    return user.kind == .none ? Conversion(.explicit) : user
  }

  func standardExplicit(_ source: TypeSymbol, _ target: TypeSymbol) -> Bool {
    let from = source.nullableUnderlyingType ?? source
    let to = target.nullableUnderlyingType ?? target
    let isFromNumber = isNumeric(from.specialType) || from.kind == .enum
    let isToNumber = isNumeric(to.specialType) || to.kind == .enum
    if isFromNumber, isToNumber { return true }
    if from.isIdentical(to: to) { return true }
    if source.kind == .pointer || target.kind == .pointer {
      return (source.kind == .pointer || isIntegral(source.specialType))
        && (target.kind == .pointer || isIntegral(target.specialType))
    }
    if standardImplicit(target, source).exists { return true }
    if source.kind == .interface {
      return target.kind == .interface || (target.kind == .class && !(target.definition?.isSealed ?? false))
        || target.kind == .typeParameter || reference(target, source) == .yes
    }
    if target.kind == .interface {
      return (source.kind == .class && !(source.definition?.isSealed ?? false)) || source.kind == .typeParameter
    }
    if source.kind == .dynamic || source.kind == .typeParameter || target.kind == .typeParameter { return true }
    if source.kind == .array, target.kind == .array, source.rank == target.rank, let one = source.elementType,
      let other = target.elementType
    {
      return standardExplicit(one, other)
    }
    if source.kind == .delegate, target.kind == .delegate, source.definition == target.definition { return true }
    return false
  }

  /// The user-defined conversion from one type to another (§10.5).
  func userDefined(_ source: TypeSymbol, _ target: TypeSymbol, isExplicit: Bool) -> Conversion {
    if source.kind == .interface || target.kind == .interface { return .none }
    let from = source.nullableUnderlyingType ?? source
    let to = target.nullableUnderlyingType ?? target
    if !mayConvert(from), !mayConvert(to) { return .none }
    var candidates: [(method: Symbol, parameter: TypeSymbol, result: TypeSymbol)] = []
    var isIncomplete = false
    for type in [from, to] {
      for instance in lookupOrder(of: type) {
        guard let definition = instance.definition, definition.kind == .namedType else { continue }
        completeMembers(definition)
        let details = definition.typeDetails
        if details.isPlaceholder, details.specialType == .none { isIncomplete = true }
        if details.operators.isEmpty { continue }
        for name in isExplicit ? [wellKnownNames.opImplicit, wellKnownNames.opExplicit] : [wellKnownNames.opImplicit] {
          for method in details.operators[name] ?? [] {
            let symbol = constructed(method, in: instance)
            guard let parameter = symbol.parameters.first?.type else { continue }
            if candidates.contains(where: { $0.method == symbol }) { continue }
            candidates.append((symbol, parameter, symbol.type))
          }
        }
      }
      if from == to { break }
    }
    func encompasses(_ a: TypeSymbol, _ b: TypeSymbol) -> Bool {
      if standardImplicit(a, b).exists { return true }
      return isExplicit && standardImplicit(b, a).exists
    }
    var applicable: [(method: Symbol, parameter: TypeSymbol, result: TypeSymbol)] = []
    for candidate in candidates {
      if encompasses(source, candidate.parameter), encompasses(candidate.result, target) {
        applicable.append(candidate)
      } else if isLiftable(candidate.parameter, candidate.result) {
        let parameter = source.specialType == .nullable ? nullableType(candidate.parameter) : candidate.parameter
        let result = target.specialType == .nullable ? nullableType(candidate.result) : candidate.result
        if encompasses(source, parameter), encompasses(result, target) {
          applicable.append((candidate.method, parameter, result))
        }
      }
    }
    guard !applicable.isEmpty else { return isIncomplete ? .unknown : .none }
    // Most specific source type.
    let specificSource: TypeSymbol
    if let exact = applicable.first(where: { $0.parameter.isIdentical(to: source) }) {
      specificSource = exact.parameter
    } else {
      specificSource = mostEncompassed(applicable.map(\.parameter)) ?? applicable[0].parameter
    }
    let specificTarget: TypeSymbol
    if let exact = applicable.first(where: { $0.result.isIdentical(to: target) }) {
      specificTarget = exact.result
    } else {
      specificTarget = mostEncompassing(applicable.map(\.result)) ?? applicable[0].result
    }
    if let best = applicable.first(where: {
      $0.parameter.isIdentical(to: specificSource) && $0.result.isIdentical(to: specificTarget)
    }) {
      return Conversion(.userDefined, method: best.method)
    }
    return applicable.count == 1 ? Conversion(.userDefined, method: applicable[0].method) : .none
  }

  /// Whether a type or a base of it declares operators, as far as that is known.
  private func mayConvert(_ type: TypeSymbol) -> Bool {
    if let known = type.pointer.pointee.mayConvert { return known }
    var mayConvert = false
    // While something is being completed the answer may be another one later.
    var isSettled = type.kind != .typeParameter
    for instance in lookupOrder(of: type) {
      guard let definition = instance.definition, definition.kind == .namedType else { continue }
      completeMembers(definition)
      let details = definition.typeDetails
      if details.membersState != .done || details.basesState != .done { isSettled = false }
      if !details.operators.isEmpty || details.isPlaceholder && details.specialType == .none { mayConvert = true }
    }
    if isSettled { type.pointer.pointee.mayConvert = mayConvert }
    return mayConvert
  }

  private func isLiftable(_ parameter: TypeSymbol, _ result: TypeSymbol) -> Bool {
    isValueType(parameter) && parameter.specialType != .nullable && isValueType(result)
      && result.specialType != .nullable
  }

  private func mostEncompassed(_ types: [TypeSymbol]) -> TypeSymbol? {
    types.first { candidate in types.allSatisfy { standardImplicit(candidate, $0).exists } }
  }

  private func mostEncompassing(_ types: [TypeSymbol]) -> TypeSymbol? {
    types.first { candidate in types.allSatisfy { standardImplicit($0, candidate).exists } }
  }
}
