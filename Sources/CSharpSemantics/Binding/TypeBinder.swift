import CSharpSyntax

/// A namespace or a type.
enum NamespaceOrType {
  case namespace(Symbol)
  case type(TypeSymbol)
}

/// Binds the syntax of types in one scope.
struct TypeBinder {
  unowned(unsafe) let context: BindingContext
  let scope: DeclarationScope
  /// Of the methods and local functions around, innermost last.
  var typeParameters: [Symbol]
  /// Takes down what each name means; `nil` while signatures are bound.
  var recorder: SemanticModel?
  /// Whether `var` as a type is looked up as an ordinary name.
  private static let maximumDepth = 100

  init(
    context: BindingContext, scope: DeclarationScope, typeParameters: [Symbol], recorder: SemanticModel? = nil
  ) {
    self.context = context
    self.scope = scope
    self.typeParameters = typeParameters
    self.recorder = recorder
  }

  func bindType(_ node: SyntaxNode, depth: Int = 0) -> TypeSymbol {
    let type = bindTypeUnrecorded(node, depth: depth)
    recorder?.recordType(node, type)
    return type
  }

  private func bindTypeUnrecorded(_ node: SyntaxNode, depth: Int) -> TypeSymbol {
    guard depth < TypeBinder.maximumDepth else { return context.unknownType }
    switch node.kind {
    case .predefinedType:
      return context.specialType(TypeBinder.specialType(node.requiredToken(0).kind))
    case .identifierName, .genericName, .qualifiedName, .aliasQualifiedName:
      switch bindNamespaceOrType(node, depth: depth) {
      case .type(let type): return type
      case .namespace: return context.makeErrorType(writtenName(node), qualified: .empty, [])
      }
    case .nullableType:
      let element = bindType(node.requiredNode(0), depth: depth + 1)
      return nullable(element)
    case .arrayType:
      var type = bindType(node.requiredNode(0), depth: depth + 1)
      let ranks = node.nodeList(1).map { max(1, $0.nodeList(1).count) }
      for rank in ranks.reversed() { type = context.arrayType(type, rank: rank) }
      return type
    case .pointerType:
      return context.pointerType(bindType(node.requiredNode(0), depth: depth + 1))
    case .tupleType:
      var types: [TypeSymbol] = []
      var names: [Name] = []
      for element in node.nodeList(1) {
        types.append(bindType(element.requiredNode(0), depth: depth + 1))
        names.append(element.optionalToken(1).map { context.name(of: $0) } ?? .empty)
      }
      return types.isEmpty ? context.unknownType : context.tupleType(types, names: names)
    case .functionPointerType:
      let list = node.requiredNode(3)
      return context.functionPointerType(list.nodeList(1).map { bindType($0.requiredNode(2), depth: depth + 1) })
    case .refType: return bindType(node.requiredNode(2), depth: depth + 1)
    case .scopedType: return bindType(node.requiredNode(1), depth: depth + 1)
    default:
      return context.unknownType
    }
  }

  func nullable(_ element: TypeSymbol) -> TypeSymbol {
    if element.kind == .typeParameter, let parameter = element.definition {
      context.completeTypeParameter(parameter)
      return parameter.pointer.pointee.flags.contains(.structConstraint) ? context.nullableType(element) : element
    }
    if element.specialType == .nullable || element.specialType == .void { return element }
    return context.isValueType(element) ? context.nullableType(element) : element
  }

  func bindNamespaceOrType(_ node: SyntaxNode, depth: Int = 0) -> NamespaceOrType {
    guard depth < TypeBinder.maximumDepth else { return .type(context.unknownType) }
    switch node.kind {
    case .identifierName, .genericName:
      let result = bindSimple(node, depth: depth)
      record(node, result)
      return result
    case .qualifiedName:
      let left = bindNamespaceOrType(node.requiredNode(0), depth: depth + 1)
      let right = node.requiredNode(2)
      let result = bindMember(right, of: left, written: node, depth: depth)
      record(right, result)
      record(node, result)
      return result
    case .aliasQualifiedName:
      let alias = node.requiredNode(0)
      let name = context.name(of: alias.requiredToken(0))
      let left: NamespaceOrType
      if name == context.wellKnownNames.global {
        left = .namespace(context.globalNamespace)
      } else {
        left = bindSimple(alias, depth: depth)
        record(alias, left)
      }
      let result = bindMember(node.requiredNode(2), of: left, written: node, depth: depth)
      record(node.requiredNode(2), result)
      record(node, result)
      return result
    default:
      return .type(bindType(node, depth: depth + 1))
    }
  }

  private func record(_ node: SyntaxNode, _ result: NamespaceOrType) {
    guard let recorder else { return }
    switch result {
    case .namespace(let symbol): recorder.recordSymbol(node, symbol)
    case .type(let type):
      if type.kind != .error { recorder.recordSymbol(node, type.namedDefinition) }
      recorder.recordType(node, type)
    }
  }

  /// Type arguments of a generic name; empty for others. `nil` in `typeof(List<>)`.
  func typeArguments(_ node: SyntaxNode, depth: Int = 0) -> [TypeSymbol]? {
    guard node.kind == .genericName else { return [] }
    let arguments = node.requiredNode(1).nodeList(1)
    if arguments.first?.kind == .omittedTypeArgument { return nil }
    return arguments.map { bindType($0, depth: depth + 1) }
  }

  func arity(_ node: SyntaxNode) -> Int {
    node.kind == .genericName ? node.requiredNode(1).nodeList(1).count : 0
  }

  private func bindSimple(_ node: SyntaxNode, depth: Int) -> NamespaceOrType {
    let name = context.name(of: node.requiredToken(0))
    let arity = arity(node)
    if arity == 0 {
      for parameter in typeParameters.reversed() where parameter.pointer.pointee.name == name {
        return .type(parameter.type)
      }
    }
    let lookup = context.lookupNamespaceOrType(name, arity: arity, scope: scope)
    if let alias = lookup.aliasTarget { return .type(alias) }
    let arguments = typeArguments(node, depth: depth)
    if let symbol = lookup.symbol {
      switch symbol.kind {
      case .namespace: return .namespace(symbol)
      case .typeParameter: return .type(symbol.type)
      default: return .type(instance(symbol, outer: lookup.outer, arguments: arguments))
      }
    }
    if arity == 0 {
      let names = context.wellKnownNames
      if name == names.dynamic { return .type(context.dynamicType) }
      if name == names.nint { return .type(context.specialType(.intPtr)) }
      if name == names.nuint { return .type(context.specialType(.uIntPtr)) }
    }
    return .type(context.makeErrorType(name, qualified: .empty, arguments ?? []))
  }

  private func bindMember(
    _ right: SyntaxNode, of left: NamespaceOrType, written: SyntaxNode, depth: Int
  ) -> NamespaceOrType {
    let name = context.name(of: right.requiredToken(0))
    let arity = arity(right)
    let arguments = typeArguments(right, depth: depth)
    switch left {
    case .namespace(let namespace):
      if let type = context.preferred(
        context.types(named: name, arity: arity, in: namespace), file: scope.file)
      {
        return .type(instance(type, outer: nil, arguments: arguments))
      }
      if arity == 0, let inner = context.namespace(named: name, in: namespace) { return .namespace(inner) }
    case .type(let type):
      if let found = context.lookupNestedType(name, arity: arity, in: type, file: scope.file),
        let symbol = found.symbol
      {
        return .type(instance(symbol, outer: found.outer, arguments: arguments))
      }
    }
    return .type(context.makeErrorType(name, qualified: writtenName(written), arguments ?? []))
  }

  /// The name as written, without type arguments.
  private func writtenName(_ node: SyntaxNode) -> Name {
    context.names.name(TypeBinder.written(node, depth: 0))
  }

  private static func written(_ node: SyntaxNode, depth: Int) -> String {
    guard depth < 50 else { return "" }
    switch node.kind {
    case .qualifiedName:
      return written(node.requiredNode(0), depth: depth + 1) + "." + node.requiredNode(2).requiredToken(0).text
    case .aliasQualifiedName: return node.requiredNode(2).requiredToken(0).text
    default: return node.requiredToken(0).text
    }
  }

  /// A definition with arguments; its own type parameters where none are written (`typeof(List<>)`).
  func instance(_ definition: Symbol, outer: TypeSymbol?, arguments: [TypeSymbol]?) -> TypeSymbol {
    let details = definition.typeDetails
    if details.allTypeParameters.isEmpty { return definition.type }
    let outerCount = details.allTypeParameters.count - definition.arity
    var all: [TypeSymbol]
    if outerCount == 0 {
      all = []
    } else if let outer, outer.pointer.pointee.arguments.count >= outerCount {
      all = Array(outer.pointer.pointee.arguments.prefix(outerCount))
    } else {
      all = details.allTypeParameters.prefix(outerCount).map(\.type)
    }
    let own = arguments ?? details.allTypeParameters.suffix(definition.arity).map(\.type)
    all += own
    return context.namedType(definition, all)
  }

  static func specialType(_ keyword: SyntaxKind) -> SpecialType {
    switch keyword {
    case .boolKeyword: .boolean
    case .byteKeyword: .byte
    case .sByteKeyword: .sByte
    case .shortKeyword: .int16
    case .uShortKeyword: .uInt16
    case .intKeyword: .int32
    case .uIntKeyword: .uInt32
    case .longKeyword: .int64
    case .uLongKeyword: .uInt64
    case .doubleKeyword: .double
    case .floatKeyword: .single
    case .decimalKeyword: .decimal
    case .stringKeyword: .string
    case .charKeyword: .char
    case .voidKeyword: .void
    default: .object
    }
  }
}
