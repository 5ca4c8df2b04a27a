import CSharpSyntax

/// Conversions of expressions (C# §10): what the expression is counts, not only its type.
extension Binder {
  /// Whether and how a bound expression becomes a value of a type. Binds lambdas on trial where it must.
  func classify(_ bound: Bound, to target: TypeSymbol) -> Conversion {
    if target.kind == .error {
      switch bound.kind {
      case .type, .namespace: return .none
      case .value: return bound.type == target ? .identity : .unknown
      default: return .unknown
      }
    }
    switch bound.kind {
    case .unknown: return .unknown
    case .value: return classifyValue(bound, to: target)
    case .type, .namespace: return .none
    case .null: return isNullable(target)
    case .defaultLiteral: return Conversion(.defaultLiteral)
    case .throwExpression: return Conversion(.throwExpression)
    case .outVariable, .discard: return .identity
    case .implicitNew: return classifyImplicitNew(target)
    case .methodGroup: return classifyMethodGroup(bound, to: target)
    case .lambda: return classifyLambda(bound, to: target)
    case .tuple: return classifyTuple(bound, to: target)
    case .conditional, .switchExpression:
      if let type = bound.type {
        let natural = classifyTypes(type, target)
        if natural.exists { return natural }
      }
      var isUnknown = false
      for part in bound.parts {
        let conversion = classify(part, to: target)
        if !conversion.exists { return .none }
        if conversion.kind == .unknown { isUnknown = true }
      }
      return isUnknown ? .unknown : Conversion(.conditional)
    case .interpolatedString:
      if target.specialType == .string { return .identity }
      if isFormattable(target) { return Conversion(.interpolatedString) }
      if isInterpolatedStringHandler(target) { return Conversion(.interpolatedStringHandler) }
      return classifyTypes(context.stringType, target)
    case .stackAlloc:
      guard let element = bound.type?.elementType ?? bound.type?.pointer.pointee.arguments.first else {
        return .unknown
      }
      if target.kind == .pointer { return target.elementType == element ? Conversion(.stackAlloc) : .none }
      if context.isSpan(target) || context.isReadOnlySpan(target) {
        return target.pointer.pointee.arguments.first == element ? Conversion(.stackAlloc) : .none
      }
      return .none
    case .collection: return classifyCollection(bound, to: target)
    }
  }

  func classifyTypes(_ source: TypeSymbol, _ target: TypeSymbol) -> Conversion {
    if source.kind == .dynamic, target.kind != .dynamic {
      return target.specialType == .object ? .identity : Conversion(.dynamic)
    }
    return context.implicitConversion(source, target)
  }

  private func classifyValue(_ bound: Bound, to target: TypeSymbol) -> Conversion {
    guard let type = bound.type else { return .unknown }
    if type == target { return .identity }
    if type.kind == .error { return .unknown }
    if let constant = bound.constant, let conversion = constantConversion(constant, type, target) { return conversion }
    return classifyTypes(type, target)
  }

  /// Implicit conversions that only constants have (§10.2.11), and of zero to enumerations.
  private func constantConversion(
    _ constant: ConstantValue, _ type: TypeSymbol, _ target: TypeSymbol
  ) -> Conversion? {
    let bare = target.nullableUnderlyingType ?? target
    switch constant {
    case .integer(let value):
      if bare.kind == .enum, value == 0, context.isIntegral(type.specialType), type.specialType != .char {
        return Conversion(.constant)
      }
      guard type.specialType == .int32 || (type.specialType == .int64 && bare.specialType == .uInt64) else {
        return nil
      }
      let fits: Bool
      switch bare.specialType {
      case .sByte: fits = value >= -128 && value <= 127
      case .byte: fits = value >= 0 && value <= 255
      case .int16: fits = value >= -32768 && value <= 32767
      case .uInt16: fits = value >= 0 && value <= 65535
      case .uInt32: fits = value >= 0 && value <= 4_294_967_295
      case .uInt64, .uIntPtr: fits = value >= 0
      default: return nil
      }
      guard fits else { return nil }
      return Conversion(target == bare ? .constant : .nullable)
    case .double(let value):
      if bare.kind == .enum, value == 0 { return Conversion(.constant) }
      return nil
    default:
      return nil
    }
  }

  private func isNullable(_ target: TypeSymbol) -> Conversion {
    if context.isReferenceType(target) || target.specialType == .nullable || target.kind == .pointer
      || target.kind == .functionPointer
    {
      return Conversion(.null)
    }
    if target.kind == .struct {
      // A user-defined conversion from a reference type takes null.
      for method in target.definition?.typeDetails.operators[names.opImplicit] ?? [] {
        if let parameter = method.parameters.first?.type, context.isReferenceType(parameter) {
          return Conversion(.userDefined, method: method)
        }
      }
    }
    return .none
  }

  private func classifyImplicitNew(_ target: TypeSymbol) -> Conversion {
    switch target.kind {
    case .class, .struct, .enum, .tuple, .typeParameter, .interface, .delegate: return Conversion(.objectCreation)
    default: return .none
    }
  }

  func isFormattable(_ type: TypeSymbol) -> Bool {
    let name = type.qualifiedName
    return name == "System.FormattableString" || name == "System.IFormattable"
  }

  func isInterpolatedStringHandler(_ type: TypeSymbol) -> Bool {
    guard let definition = type.definition, definition.kind == .namedType, type.kind == .struct || type.kind == .class,
      type.specialType == .none
    else { return false }
    return context.isInterpolatedStringHandler(definition)
  }

  private func classifyTuple(_ bound: Bound, to target: TypeSymbol) -> Conversion {
    let target = target.nullableUnderlyingType ?? target
    let parts = bound.parts
    guard target.kind == .tuple, target.pointer.pointee.arguments.count == parts.count else {
      if let type = bound.type { return classifyTypes(type, target) }
      return .none
    }
    if let type = bound.type, type == target { return .identity }
    var isUnknown = false
    var isIdentity = true
    for (part, element) in zip(parts, target.pointer.pointee.arguments) {
      let conversion = classify(part, to: element)
      if !conversion.exists { return .none }
      if conversion.kind == .unknown { isUnknown = true }
      if conversion.kind != .identity { isIdentity = false }
    }
    if isUnknown { return .unknown }
    return isIdentity ? .identity : Conversion(.tuple)
  }

  // MARK: Collections

  /// The element type that a collection expression's elements convert to.
  func collectionElementType(_ target: TypeSymbol) -> TypeSymbol? {
    switch target.kind {
    case .array: return target.rank == 1 ? target.elementType : nil
    case .error: return nil
    default: break
    }
    if context.isSpan(target) || context.isReadOnlySpan(target) { return target.pointer.pointee.arguments.first }
    if target.kind == .interface {
      switch target.qualifiedName {
      case "System.Collections.Generic.IEnumerable", "System.Collections.Generic.IReadOnlyCollection",
        "System.Collections.Generic.IReadOnlyList", "System.Collections.Generic.ICollection",
        "System.Collections.Generic.IList":
        return target.pointer.pointee.arguments.first
      default: break
      }
    }
    guard target.kind == .class || target.kind == .struct || target.kind == .interface || target.kind == .typeParameter
    else { return nil }
    if target.specialType != .none { return nil }
    return enumeratedType(of: target)
  }

  private func classifyCollection(_ bound: Bound, to target: TypeSymbol) -> Conversion {
    let target = target.nullableUnderlyingType ?? target
    guard let element = collectionElementType(target) else {
      return context.hasUnknownMembers(target) && target.kind != .interface && target.specialType == .none
        ? .unknown : .none
    }
    if target.kind == .class || target.kind == .struct || target.kind == .typeParameter,
      !context.isSpan(target), !context.isReadOnlySpan(target)
    {
      guard
        context.implements(target, "System.Collections.IEnumerable") || hasCollectionBuilder(target)
          || context.hasUnknownMembers(target)
      else { return .none }
    }
    var isUnknown = false
    for part in bound.parts {
      let conversion: Conversion
      if part.node.parent?.kind == .spreadElement {
        guard let type = part.type, let inner = enumeratedType(of: type) else {
          isUnknown = true
          continue
        }
        conversion = classifyTypes(inner, element)
      } else {
        conversion = classify(part, to: element)
      }
      if !conversion.exists { return .none }
      if conversion.kind == .unknown { isUnknown = true }
    }
    return isUnknown ? .unknown : Conversion(.collection)
  }

  func hasCollectionBuilder(_ type: TypeSymbol) -> Bool {
    type.definition?.hasAttribute("System.Runtime.CompilerServices.CollectionBuilderAttribute") ?? false
  }

  /// The type of `x` in `foreach (var x in e)`, without taking anything down.
  func enumeratedType(of type: TypeSymbol) -> TypeSymbol? {
    if let element = type.elementType, type.kind == .array { return element }
    if type.specialType == .string { return context.specialType(.char) }
    if type.kind == .dynamic { return type }
    return findEnumerator(of: type, isAsync: false)?.elementType
  }

  // MARK: Delegates

  /// The delegate behind `Expression<TDelegate>`, or the type itself.
  func delegateType(of type: TypeSymbol) -> TypeSymbol {
    if type.kind == .class, type.name == "Expression", type.pointer.pointee.arguments.count == 1,
      type.qualifiedName == "System.Linq.Expressions.Expression"
    {
      return type.pointer.pointee.arguments[0]
    }
    return type
  }

  private func classifyMethodGroup(_ bound: Bound, to target: TypeSymbol) -> Conversion {
    guard let group = bound.group else { return .none }
    if target.kind == .delegate {
      guard let invoke = target.delegateInvokeMethod else { return .unknown }
      let resolution = resolve(group, for: invoke)
      guard let best = resolution.best else { return resolution.isUnknown ? .unknown : .none }
      let method = best.constructed(context)
      let returned = method.type
      if invoke.type.specialType == .void {
        return Conversion(.methodGroup)
      }
      if returned.kind == .error || invoke.type.kind == .error { return Conversion(.methodGroup) }
      if returned.isIdentical(to: invoke.type) || context.reference(returned, invoke.type) == .yes,
        returned.isIdentical(to: invoke.type) || context.isReferenceType(returned)
      {
        return Conversion(.methodGroup)
      }
      return .none
    }
    if target.kind == .functionPointer { return Conversion(.methodGroup) }
    guard isDelegateBase(target) else { return .none }
    return naturalDelegate(of: group) != nil ? Conversion(.methodGroup) : .none
  }

  /// `System.Delegate`, `object` … to which a natural function type converts.
  func isDelegateBase(_ target: TypeSymbol) -> Bool {
    switch target.specialType {
    case .object, .delegate, .multicastDelegate: return true
    default:
      let name = target.qualifiedName
      return name == "System.ICloneable" || name == "System.Runtime.Serialization.ISerializable"
        || (name == "System.Linq.Expressions.Expression" && target.arity == 0)
        || name == "System.Linq.Expressions.LambdaExpression"
    }
  }

  /// The delegate type of a group with one method (C# 10).
  func naturalDelegate(of group: MethodGroup) -> TypeSymbol? {
    var methods = group.methods.filter { candidate in
      switch group.receiver {
      case .type: return candidate.method.isStatic
      case .instance, .base: return !candidate.method.isStatic
      case .implicit: return true
      }
    }
    if let nearest = methods.map(\.depth).min() { methods = methods.filter { $0.depth == nearest } }
    guard methods.count == 1, let candidate = methods.first else { return nil }
    if candidate.method.arity > 0, group.typeArguments.count != candidate.method.arity { return nil }
    let method = context.constructed(candidate.method, in: candidate.instance, arguments: group.typeArguments)
    return delegateType(parameters: method.parameters.map { ($0.type, $0.refKind) }, returns: method.type)
  }

  /// `Func<…>` or `Action<…>` of a signature.
  func delegateType(parameters: [(TypeSymbol, RefKind)], returns: TypeSymbol) -> TypeSymbol? {
    guard parameters.allSatisfy({ $0.1 == .none }) else { return nil }
    let isVoid = returns.specialType == .void
    let arguments = parameters.map(\.0) + (isVoid ? [] : [returns])
    guard arguments.count <= 17 else { return nil }
    let name = isVoid ? "System.Action" : "System.Func"
    guard let definition = context.type(named: name, arity: arguments.count)?.definition else { return nil }
    return context.namedType(definition, arguments)
  }

  private func classifyLambda(_ bound: Bound, to target: TypeSymbol) -> Conversion {
    guard let lambda = bound.lambda else { return .none }
    let delegate = delegateType(of: target)
    guard delegate.kind == .delegate else {
      if delegate.kind == .error { return .unknown }
      return isDelegateBase(target) && lambda.isExplicitlyTyped ? Conversion(.anonymousFunction) : .none
    }
    guard let invoke = delegate.delegateInvokeMethod else { return .unknown }
    let parameters = invoke.parameters
    if lambda.hasParameterList {
      guard parameters.count == lambda.parameterTypes.count else { return .none }
      for (index, parameter) in parameters.enumerated() {
        if let written = lambda.parameterTypes[index] {
          guard written.isIdentical(to: parameter.type) || written.kind == .error || parameter.type.kind == .error
          else {
            return .none
          }
          guard
            lambda.parameterRefKinds[index] == parameter.refKind || parameter.refKind == .in
              || parameter.refKind == .refReadOnly
          else { return .none }
        } else if parameter.refKind != .none, lambda.parameterRefKinds[index] != parameter.refKind {
          return .none
        }
      }
    } else if parameters.contains(where: { $0.refKind == .out }) {
      return .none
    }
    let types = lambdaParameterTypes(lambda, parameters)
    let result = bindLambda(lambda, parameterTypes: types)
    return lambdaBodyConversion(lambda, result, returnType: invoke.type)
  }

  func lambdaParameterTypes(_ lambda: LambdaInfo, _ parameters: [Symbol]) -> [TypeSymbol] {
    guard lambda.hasParameterList else { return parameters.map(\.type) }
    return lambda.parameterTypes.enumerated().map { index, written in
      written ?? (index < parameters.count ? parameters[index].type : context.unknownType)
    }
  }

  /// Whether what the body returns suits the delegate's return type.
  private func lambdaBodyConversion(
    _ lambda: LambdaInfo, _ result: LambdaResult, returnType: TypeSymbol
  ) -> Conversion {
    var wanted = returnType
    if lambda.isAsync {
      guard returnType.specialType != .void else { return bodyWithoutValue(result) }
      guard returnType.kind != .error || !returnType.name.isEmpty else { return .unknown }
      guard let element = taskElement(of: returnType) else { return .none }
      guard let type = element.type else { return bodyWithoutValue(result) }
      wanted = type
    } else if returnType.specialType == .void {
      return bodyWithoutValue(result)
    }
    if let explicit = lambda.explicitReturnType {
      return explicit.isIdentical(to: returnType) || explicit.kind == .error ? Conversion(.anonymousFunction) : .none
    }
    if result.returns.isEmpty {
      // Only `throw`, or an endless loop: fits anything; a reachable end fits nothing.
      return result.fallsThrough || result.returnsNothing || result.isExpressionBody
        ? .none : Conversion(.anonymousFunction)
    }
    if result.fallsThrough || result.returnsNothing { return .none }
    var isUnknown = false
    for value in result.returns {
      let conversion = classify(value, to: wanted)
      if !conversion.exists { return .none }
      if conversion.kind == .unknown { isUnknown = true }
    }
    return isUnknown ? .unknown : Conversion(.anonymousFunction)
  }

  private func bodyWithoutValue(_ result: LambdaResult) -> Conversion {
    if result.isExpressionBody { return result.isStatementExpression ? Conversion(.anonymousFunction) : .none }
    return result.returns.isEmpty ? Conversion(.anonymousFunction) : .none
  }
}

extension BindingContext {
  func implements(_ type: TypeSymbol, _ qualifiedName: String) -> Bool {
    type.qualifiedName == qualifiedName || allInterfaces(of: type).contains { $0.qualifiedName == qualifiedName }
  }

  func isInterpolatedStringHandler(_ definition: Symbol) -> Bool {
    if let known = handlerCache[definition] { return known }
    let answer = definition.hasAttribute("System.Runtime.CompilerServices.InterpolatedStringHandlerAttribute")
    handlerCache[definition] = answer
    return answer
  }
}
