import CSharpSemantics
import CSharpSyntax

/// AW601: a lock on an object that others can lock too.
package enum LockOnSharedObject: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = LockTarget.kinds

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let target = LockTarget(node, model: context.model), target.isAcquisition,
      let verdict = verdict(on: target, in: context)
    else { return }
    let message: String
    let placeholder: Placeholder
    switch verdict {
    case .shared(let what, _):
      message =
        "Other code can lock \(what) as well, which can deadlock or stall this lock. Use a private readonly gate."
      placeholder = Placeholder("what", what)
    case .weak(let type):
      message = "'\(type)' objects may be shared across application domains or by the runtime; do not lock them."
      placeholder = Placeholder("type", type)
    }
    context.report(
      descriptor, at: target.expression.range, place: target.expression, message: message,
      defaultSeverity: verdict.severity, placeholders: [placeholder]
    ) {
      GateIntroduction(target, in: context)?.fixes(isAlwaysUnsafe: false, isPreferred: true) ?? []
    }
  }

  private enum Verdict {
    case shared(String, Severity?)
    case weak(String)

    var severity: Severity? {
      if case .shared(_, let severity) = self { severity } else { nil }
    }
  }

  private static func verdict(on target: LockTarget, in context: RuleContext) -> Verdict? {
    let core = target.core
    if core.kind == .thisExpression { return verdictOnThis(core, in: context) }
    if core.kind == .typeOfExpression { return .shared("the type object", nil) }
    guard let type = context.model.type(of: core).type, !type.isErrorType,
      type.qualifiedName != "System.Threading.Lock"
    else { return nil }
    if type.isOrDerives(from: "System.Type") { return .shared("the type object", nil) }
    if type.isOrDerives(from: "System.Reflection.MemberInfo")
      || type.isOrDerives(from: "System.Reflection.ParameterInfo")
    {
      return .shared("the reflection object", nil)
    }
    if type.specialType == .string { return .shared("an interned string", nil) }
    let symbol = context.model.symbol(of: core).symbol
    if let symbol, symbol.kind == .field, context.isExposed(symbol) {
      return .shared("the exposed field '\(symbol.name)'", nil)
    }
    if let weak = weakType(type) { return .weak(weak.minimalDisplayString) }
    guard let symbol, symbol.isFromSource else { return nil }
    switch symbol.kind {
    case .field:
      return HandedOutValue(context: context).property(handingOut: symbol) == nil
        ? nil : .shared("the exposed field '\(symbol.name)'", nil)
    case .property:
      guard let field = HandedOutValue(context: context).value(of: symbol) else { return nil }
      return .shared(field.map { "the exposed field '\($0)'" } ?? "the exposed property '\(symbol.name)'", nil)
    default: return nil
    }
  }

  /// Types that nobody outside can name are a matter of taste; nested private ones are their own secret.
  private static func verdictOnThis(_ node: SyntaxNode, in context: RuleContext) -> Verdict? {
    guard let type = context.enclosingType(of: node)?.definition else { return nil }
    if context.isExposed(type) { return .shared("'this'", nil) }
    var current: Symbol? = type
    while let candidate = current, candidate.kind == .namedType {
      if candidate.accessibility == .private { return nil }
      current = candidate.containingSymbol
    }
    if node.ancestors.contains(where: isFileLocal) { return nil }
    return .shared("'this'", .suggestion)
  }

  private static func isFileLocal(_ node: SyntaxNode) -> Bool {
    guard TypeDeclarationSyntax.kinds.contains(node.kind) || RecordDeclarationSyntax.kinds.contains(node.kind) else {
      return false
    }
    return node.tokenList(1).contains(.fileKeyword)
  }

  /// Types whose objects have an identity beyond the program's own.
  private static let weakTypes = [
    "System.MarshalByRefObject", "System.Threading.Thread", "System.OutOfMemoryException",
    "System.StackOverflowException", "System.ExecutionEngineException",
  ]

  private static func weakType(_ type: TypeSymbol) -> TypeSymbol? {
    switch type.kind {
    case .class: return weakTypes.contains(where: type.isOrDerives) ? type : nil
    case .typeParameter:
      var pending = type.constraintTypes
      var steps = 0
      while let constraint = pending.popLast(), steps < 64 {
        steps += 1
        if constraint.kind == .typeParameter {
          pending += constraint.constraintTypes
        } else if constraint.kind == .class, weakTypes.contains(where: constraint.isOrDerives) {
          return constraint
        }
      }
      return nil
    case .array:
      guard let element = type.elementType else { return nil }
      switch element.specialType {
      case .boolean, .char, .sByte, .byte, .int16, .uInt16, .int32, .uInt32, .int64, .uInt64, .single, .double,
        .intPtr, .uIntPtr:
        return type
      default: return nil
      }
    default: return nil
    }
  }
}

/// Finds exposed properties that hand out what a type keeps.
private struct HandedOutValue {
  let context: RuleContext

  /// The exposed property that returns a field.
  func property(handingOut field: Symbol) -> Symbol? {
    guard let type = field.containingType else { return nil }
    return type.members.first { member in
      guard member.kind == .property, isHandingOut(member), case .field(let name) = body(of: member) else {
        return false
      }
      return name == field.name
    }
  }

  /// The name of the field behind a property that hands it out, `.some(nil)` for an automatic property; `nil` for
  /// properties that nobody outside sees, or that compute their value.
  func value(of property: Symbol) -> String?? {
    guard isHandingOut(property) else { return nil }
    switch body(of: property) {
    case .field(let name): return .some(name)
    case .automatic: return .some(nil)
    case .other: return nil
    }
  }

  private func isHandingOut(_ property: Symbol) -> Bool {
    guard !property.isIndexer, property.containingType?.type.kind != .interface, !property.isAbstract,
      let getter = property.getter, context.isExposed(property)
    else { return false }
    // A getter without an accessibility of its own has the property's.
    if getter.accessibility != .notApplicable, !context.isExposed(getter) { return false }
    // Documented to be locked by whoever uses the collection.
    return !property.implementedInterfaceMembers.contains {
      $0.containingType?.qualifiedName == "System.Collections.ICollection"
    }
  }

  private enum Body {
    case field(String)
    case automatic
    case other
  }

  private func body(of property: Symbol) -> Body {
    // That of a record's parameter is written nowhere.
    if property.isImplicitlyDeclared, property.containingType?.isRecord ?? false { return .automatic }
    guard let node = property.declaringSyntaxReferences.first?.node, node.kind == .propertyDeclaration else {
      return .other
    }
    if let arrow = node.optionalNode(6) { return body(returning: arrow.requiredNode(1)) }
    guard let list = node.optionalNode(5),
      let getter = list.nodeList(1).first(where: { $0.kind == .getAccessorDeclaration })
    else { return .other }
    if let arrow = getter.optionalNode(4) { return body(returning: arrow.requiredNode(1)) }
    guard let block = getter.optionalNode(3) else { return .automatic }
    guard let statement = block.nodeList(2).single, statement.kind == .returnStatement,
      let value = statement.optionalNode(2)
    else { return .other }
    return body(returning: value)
  }

  private func body(returning value: SyntaxNode) -> Body {
    let core = LockIdentity.withoutConversions(value)
    switch core.kind {
    case .identifierName: return .field(core.identifierText)
    case .fieldExpression: return .automatic
    case .simpleMemberAccessExpression where core.requiredNode(0).kind == .thisExpression:
      return .field(core.requiredNode(2).text)
    default: return .other
    }
  }
}
