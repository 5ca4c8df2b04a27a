import CSharpSemantics
import CSharpSyntax

/// What a lock is taken on, as far as other locks on the same can be told.
enum LockedValue {
  /// `this` of a type.
  case this(Symbol)
  case typeObject(TypeSymbol)
  case member(Symbol)
  case local(Symbol)
  case text(ConstantValue)
  /// Anything else; the flag says whether it belongs to the type rather than to an object.
  case other(isStatic: Bool)

  /// `nil` for what another type's objects keep: a gate here would not be theirs.
  init?(_ target: LockTarget, in type: Symbol, _ model: SemanticModel) {
    var core = target.core
    if core.kind == .coalesceAssignmentExpression { core = core.requiredNode(0).withoutParentheses }
    switch core.kind {
    case .thisExpression:
      self = .this(type)
      return
    case .typeOfExpression:
      guard let locked = model.type(of: core.requiredNode(2)).type else { return nil }
      self = .typeObject(locked)
      return
    case .identifierName, .simpleMemberAccessExpression:
      if let symbol = model.symbol(of: core).symbol?.originalDefinition {
        switch symbol.kind {
        case .field, .property:
          if let value = model.constantValue(of: core), value != .unknown {
            self = .text(value)
            return
          }
          if !symbol.isStatic, let owner = symbol.containingType, owner != type, !LockedValue.isOwn(core) { return nil }
          self = .member(symbol)
          return
        case .local, .parameter:
          self = .local(symbol)
          return
        default: break
        }
      }
    default: break
    }
    if let value = model.constantValue(of: core), value != .unknown {
      self = .text(value)
      return
    }
    let isTypeObject = model.type(of: core).type?.isOrDerives(from: "System.Type") ?? false
    self = .other(isStatic: isTypeObject)
  }

  /// Whether a member is reached through `this`.
  private static func isOwn(_ core: SyntaxNode) -> Bool {
    guard core.kind == .simpleMemberAccessExpression else { return true }
    switch core.requiredNode(0).withoutParentheses.kind {
    case .thisExpression, .baseExpression: return true
    default: return false
    }
  }

  var isOnlyHere: Bool { if case .other = self { true } else { false } }

  var isMember: Bool { if case .member = self { true } else { false } }

  /// Whether one object is locked by all of the type.
  var isStatic: Bool {
    switch self {
    case .typeObject, .text: true
    case .member(let symbol): symbol.isStatic
    case .other(let isStatic): isStatic
    case .this, .local: false
    }
  }

  /// Whether an expression of the type is the same.
  func matches(_ core: SyntaxNode, _ model: SemanticModel) -> Bool {
    switch self {
    case .this(let type):
      guard core.kind == .thisExpression else { return false }
      for ancestor in core.ancestors
      where TypeDeclarationSyntax.kinds.contains(ancestor.kind) || RecordDeclarationSyntax.kinds.contains(ancestor.kind)
      {
        return model.declaredSymbol(for: ancestor) == type
      }
      return false
    case .typeObject(let type):
      return core.kind == .typeOfExpression && model.type(of: core.requiredNode(2)).type == type
    case .member(let symbol):
      var core = core
      if core.kind == .coalesceAssignmentExpression { core = core.requiredNode(0).withoutParentheses }
      guard core.kind == .identifierName || core.kind == .simpleMemberAccessExpression else { return false }
      return model.symbol(of: core).symbol?.originalDefinition == symbol
    case .local(let symbol): return core.kind == .identifierName && model.symbol(of: core).symbol == symbol
    case .text(let value): return model.constantValue(of: core) == value
    case .other: return false
    }
  }

  /// The declaration of a local that holds nothing but the old lock object.
  func obsoleteDeclaration(_ target: LockTarget, in context: RuleContext) -> SyntaxNode? {
    guard case .local(let symbol) = self, symbol.kind == .local,
      let declarator = LocalGate(symbol, target, in: context)?.declarator, let declaration = declarator.parent,
      declaration.nodeList(1).count == 1, let statement = declaration.parent,
      statement.kind == .localDeclarationStatement, statement.optionalToken(2) == nil
    else { return nil }
    return statement
  }

  // MARK: Other users

  /// Whether code of the project outside of a type may lock the same object.
  func isLockedElsewhere(than type: Symbol, in context: RuleContext) -> Bool {
    if case .local = self { return true }
    if case .other = self { return true }
    for (index, file) in context.model.context.compilation.files.enumerated() {
      guard LockedValue.mentionsLocks(file.bytes), let model = context.model(ofFile: index) else { continue }
      let parts = type.declaringSyntaxReferences.filter { $0.file == index }.map(\.node)
      var isFound = false
      // What is locked as the same expression inside of the type is changed together.
      var isInside: TextRange?
      model.tree.root.walk { node in
        if isFound { return false }
        if parts.contains(node) { isInside = node.range }
        switch node.kind {
        case .lockStatement, .invocationExpression:
          if !LockedValue.isOwnGate(node), let target = LockTarget(node, model: model),
            !((isInside?.contains(node.range) ?? false) && matches(target.core, model)),
            mayBe(target.core, model, context)
          {
            isFound = true
          }
        default: break
        }
        return true
      }
      if isFound { return true }
    }
    return false
  }

  private static let lockWord = Array("lock".utf8)
  private static let monitorWord = Array("Monitor".utf8)

  private static func mentionsLocks(_ text: [UInt8]) -> Bool {
    text.contains(word: lockWord) || text.contains(word: monitorWord)
  }

  /// Whether a `lock` names a field of its type that is `readonly` and made right there, told without binding.
  private static func isOwnGate(_ node: SyntaxNode) -> Bool {
    guard node.kind == .lockStatement else { return false }
    let expression = node.requiredNode(3).withoutParentheses
    guard expression.kind == .identifierName else { return false }
    let name = expression.identifierText
    for ancestor in node.ancestors {
      guard TypeDeclarationSyntax.kinds.contains(ancestor.kind) else { continue }
      for member in ancestor.nodeList(9) where member.kind == .fieldDeclaration {
        guard member.tokenList(1).contains(.readOnlyKeyword) else { continue }
        for variable in member.requiredNode(2).nodeList(1) where variable.requiredToken(0).text == name {
          switch variable.optionalNode(2)?.requiredNode(1).kind {
          case .objectCreationExpression, .implicitObjectCreationExpression: return true
          default: return false
          }
        }
      }
    }
    return false
  }

  /// Whether an expression of another type may be the same object.
  private func mayBe(_ core: SyntaxNode, _ model: SemanticModel, _ context: RuleContext) -> Bool {
    switch self {
    case .this(let type):
      if core.kind == .thisExpression {
        guard let other = model.enclosingType(of: core) else { return true }
        return isRelated(other, type.type, context)
      }
      guard let other = model.type(of: core).type else { return false }
      return isRelated(other, type.type, context)
    case .typeObject:
      return model.type(of: core).type.map { $0.isOrDerives(from: "System.Type") || $0.isErrorType } ?? false
    case .member(let symbol):
      if model.symbol(of: core).symbol?.originalDefinition == symbol { return true }
      // The object may also be known by another name.
      return symbol.type.specialType == .string && model.type(of: core).type?.specialType == .string
    case .text: return model.type(of: core).type?.specialType == .string
    case .local, .other: return true
    }
  }

  /// Whether an expression of one type may hold an object of the other.
  private func isRelated(_ a: TypeSymbol, _ b: TypeSymbol, _ context: RuleContext) -> Bool {
    if a.isErrorType || a.kind == .typeParameter || a.kind == .dynamic || a.specialType == .object { return true }
    if a.kind == .interface { return b.isOrDerives(from: a.qualifiedName) || !(b.definition?.isSealed ?? false) }
    return a.isOrDerives(from: b.qualifiedName) || b.isOrDerives(from: a.qualifiedName)
  }
}
