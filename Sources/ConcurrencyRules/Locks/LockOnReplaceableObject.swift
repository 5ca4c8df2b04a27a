import CSharpSemantics
import CSharpSyntax

/// AW602: a lock on an object that may be another one next time.
package enum LockOnReplaceableObject: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = LockTarget.kinds

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let target = LockTarget(node, model: context.model) else { return }
    if isBoxed(target, in: context) {
      context.report(
        descriptor, at: target.expression.range, place: target.expression,
        message: "The value is boxed for each call, so nobody ever waits (and Exit fails).")
      return
    }
    guard target.isAcquisition else { return }
    var core = target.core
    // `lock (_gate ??= new object())` is about the field.
    if core.kind == .coalesceAssignmentExpression { core = core.requiredNode(0).withoutParentheses }
    if makesNewObject(core, in: context) {
      context.report(
        descriptor, at: target.expression.range, place: target.expression,
        message: "A new object is locked each time, so nobody ever waits."
      ) { GateIntroduction(target, in: context)?.fixes(isAlwaysUnsafe: true, isPreferred: false) ?? [] }
      return
    }
    guard core.kind == .identifierName || core.kind == .simpleMemberAccessExpression,
      let symbol = context.model.symbol(of: core).symbol
    else { return }
    switch symbol.kind {
    case .field: checkField(symbol.originalDefinition, target, in: context)
    case .local: checkLocal(symbol, target, in: context)
    default: break
    }
  }

  // MARK: Values

  /// A value type, or a type parameter that may be one, becomes a new object for each call of `Monitor`.
  private static func isBoxed(_ target: LockTarget, in context: RuleContext) -> Bool {
    guard target.method != nil, let type = context.model.type(of: target.core).type else { return false }
    switch type.kind {
    case .struct, .enum, .tuple: return true
    case .typeParameter: return !type.isReferenceType && !type.constraintTypes.contains { $0.isErrorType }
    default: return false
    }
  }

  // MARK: New objects

  private static func makesNewObject(_ core: SyntaxNode, in context: RuleContext) -> Bool {
    switch core.kind {
    case .objectCreationExpression, .implicitObjectCreationExpression, .anonymousObjectCreationExpression,
      .arrayCreationExpression, .implicitArrayCreationExpression, .collectionExpression, .queryExpression,
      .interpolatedStringExpression:
      return true
    case .coalesceExpression:
      return makesNewObject(LockIdentity.withoutConversions(core.requiredNode(2)), in: context)
    case .simpleAssignmentExpression:
      return makesNewObject(LockIdentity.withoutConversions(core.requiredNode(2)), in: context)
    case .addExpression:
      return context.model.type(of: core).type?.specialType == .string && context.model.constantValue(of: core) == nil
    default: return false
    }
  }

  // MARK: Locals

  /// A local that only ever holds objects made in this very call, and that nobody else gets to see.
  private static func checkLocal(_ local: Symbol, _ target: LockTarget, in context: RuleContext) {
    guard let use = LocalGate(local, target, in: context), use.isPrivateToTheCall else { return }
    context.report(
      descriptor, at: target.expression.range, place: target.expression,
      message: "'\(local.name)' is created in this call: every caller locks an object of its own.",
      placeholders: [Placeholder("local", local.name)]
    ) { GateIntroduction(target, in: context)?.fixes(isAlwaysUnsafe: true, isPreferred: false) ?? [] }
  }

  // MARK: Fields

  private static func checkField(_ field: Symbol, _ target: LockTarget, in context: RuleContext) {
    guard field.isFromSource, !field.isReadOnly, !field.isConst else { return }
    let writes = FieldWriteFinder(context: context).writes(to: field)
    let related = writes.prefix(5).map { write in
      RelatedLocation(
        path: context.path(ofFile: write.file), range: write.node.range, message: "'\(field.name)' is assigned here.")
    }
    let placeholders = [Placeholder("field", field.name)]
    if target.method == nil, isWritten(writes, inside: target.node.requiredNode(5), in: context) {
      context.report(
        descriptor, at: target.expression.range, place: target.expression,
        message: "'\(field.name)' is assigned while it is locked.", related: related, placeholders: placeholders
      ) { GateIntroduction(target, in: context)?.fixes(isAlwaysUnsafe: true, isPreferred: false) ?? [] }
      return
    }
    if !writes.isEmpty, writes.allSatisfy(\.isLazyInitialization) { return }
    let isSettled = writes.allSatisfy { $0.place != .other }
    let isLock = field.type.qualifiedName == "System.Threading.Lock"
    context.report(
      descriptor, at: target.expression.range, place: target.expression,
      message: "'\(field.name)' is not readonly: after an assignment two threads hold different locks.",
      defaultSeverity: isSettled || isLock ? .suggestion : nil, related: related, placeholders: placeholders
    ) {
      var fixes: [Fix] = []
      if isSettled, let edits = readOnlyEdits(field, writes, in: context) {
        fixes.append(
          Fix(
            title: "Make '\(field.name)' readonly", actionKey: "Make readonly", safety: .safe, isPreferred: true,
            edits: edits))
      }
      return fixes + (GateIntroduction(target, in: context)?.fixes(isAlwaysUnsafe: true, isPreferred: false) ?? [])
    }
  }

  /// Whether the field is written in the body of the lock itself, not in a function that is made there.
  private static func isWritten(_ writes: [FieldWrite], inside body: SyntaxNode, in context: RuleContext) -> Bool {
    writes.contains { write in
      write.file == context.model.file && body.range.contains(write.node.range)
        && FunctionSyntax.nearest(to: write.node) == FunctionSyntax.nearest(to: body)
    }
  }

  /// Adds the modifier, if the compiler then still accepts all assignments.
  private static func readOnlyEdits(_ field: Symbol, _ writes: [FieldWrite], in context: RuleContext) -> [TextEdit]? {
    guard let reference = field.declaringSyntaxReferences.first, !field.isVolatile,
      writes.allSatisfy({ $0.place == .initializer || $0.place == .constructor }),
      let declaration = reference.node.parent, let member = declaration.parent, member.kind == .fieldDeclaration,
      // The modifier is for all variables of the declaration.
      declaration.nodeList(1).count == 1
    else { return nil }
    let place = declaration.requiredNode(0).range.start
    return [
      TextEdit(
        path: context.path(ofFile: reference.file), range: TextRange(start: place, end: place), newText: "readonly ")
    ]
  }
}
