/// All types of a context by structure.
struct TypeTable {
  private var buckets: [UnsafeMutablePointer<TypeData>?] = Array(repeating: nil, count: 1 << 12)
  private var count = 0

  mutating func find(_ hash: Int, _ matches: (UnsafeMutablePointer<TypeData>) -> Bool) -> TypeSymbol? {
    let mask = buckets.count &- 1
    var place = hash & mask
    while let candidate = buckets[place] {
      if candidate.pointee.hash == hash, matches(candidate) { return TypeSymbol(candidate) }
      place = (place &+ 1) & mask
    }
    return nil
  }

  mutating func insert(_ type: UnsafeMutablePointer<TypeData>) {
    if count &* 2 > buckets.count { grow() }
    let mask = buckets.count &- 1
    var place = type.pointee.hash & mask
    while buckets[place] != nil { place = (place &+ 1) & mask }
    buckets[place] = type
    count &+= 1
  }

  private mutating func grow() {
    let old = buckets
    buckets = Array(repeating: nil, count: old.count &* 2)
    let mask = buckets.count &- 1
    for type in old {
      guard let type else { continue }
      var place = type.pointee.hash & mask
      while buckets[place] != nil { place = (place &+ 1) & mask }
      buckets[place] = type
    }
  }
}

/// Which type argument stands for which type parameter.
struct TypeMap {
  /// For the type parameters of the containing types and the type, in order.
  var typeArguments: [TypeSymbol] = []
  /// The definition whose type parameters ``methodArguments`` are for.
  var method: Symbol?
  var methodArguments: [TypeSymbol] = []

  var isEmpty: Bool { typeArguments.isEmpty && methodArguments.isEmpty }
}

struct ConstructedMemberKey: Hashable {
  let definition: Symbol
  let instance: TypeSymbol?
  let arguments: [TypeSymbol]
}

extension BindingContext {
  /// Types nested deeper than this are cut off as unknown.
  static var maximumTypeDepth: Int { 64 }

  func intern(_ data: TypeData) -> TypeSymbol {
    var hash = Int(data.kind.rawValue) &* 0x9E37_79B9 &+ Int(data.rank) &* 31
    if let definition = data.definition { hash = hash &* 31 &+ Int(bitPattern: definition.pointer) >> 4 }
    hash = hash &* 31 &+ Int(data.name.rawValue)
    for argument in data.arguments { hash = (hash &* 0x0100_0193) ^ (Int(bitPattern: argument.pointer) >> 4) }
    for name in data.elementNames { hash = hash &* 33 &+ Int(name.rawValue) }
    hash = (hash ^ (hash >> 17)) & Int.max
    if let known = typeTable.find(
      hash,
      { candidate in
        candidate.pointee.kind == data.kind && candidate.pointee.definition == data.definition
          && candidate.pointee.rank == data.rank && candidate.pointee.name == data.name
          && candidate.pointee.arguments == data.arguments && candidate.pointee.elementNames == data.elementNames
      })
    {
      return known
    }
    var data = data
    data.hash = hash
    for argument in data.arguments { data.flags.formUnion(argument.pointer.pointee.flags) }
    switch data.kind {
    case .error: data.flags.insert(.containsError)
    case .typeParameter: data.flags.insert(.containsTypeParameter)
    case .dynamic: data.flags.insert(.containsDynamic)
    case .anonymous: data.flags.insert(.containsAnonymous)
    case .tuple: if data.elementNames.contains(where: { !$0.isEmpty }) { data.flags.insert(.containsTupleNames) }
    default: break
    }
    if let definition = data.definition, definition.kind == .namedType {
      data.specialType = definition.typeDetails.specialType
    }
    let pointer = types.allocate(data)
    typeTable.insert(pointer)
    if data.flags.isDisjoint(with: [.containsDynamic, .containsTupleNames]) {
      pointer.pointee.canonical = pointer
    } else if data.kind == .dynamic {
      // `object` itself is known only once the references are; canonical form is set at the first comparison.
      pointer.pointee.canonical = pointer
    } else {
      pointer.pointee.canonical = canonical(of: pointer.pointee).pointer
    }
    return TypeSymbol(pointer)
  }

  private func canonical(of data: TypeData) -> TypeSymbol {
    var copy = TypeData(context: self, kind: data.kind)
    copy.definition = data.definition
    copy.rank = data.rank
    copy.name = data.name
    copy.arguments = data.arguments.map { argument in
      if argument.kind == .dynamic { return objectType }
      return TypeSymbol(argument.pointer.pointee.canonical ?? argument.pointer)
    }
    copy.elementNames = data.kind == .tuple ? [] : data.elementNames
    return intern(copy)
  }

  func namedType(_ definition: Symbol, _ arguments: [TypeSymbol]) -> TypeSymbol {
    if definition.typeDetails.isValueTuple,
      definition.pointer.pointee.type.map({ $0.pointer.pointee.arguments != arguments }) ?? false
    {
      if arguments.count == 8, arguments[7].kind == .tuple {
        return tupleType(Array(arguments.prefix(7)) + arguments[7].pointer.pointee.arguments)
      }
      if arguments.count < 8 { return tupleType(arguments) }
    }
    return bareNamedType(definition, arguments)
  }

  /// Without making tuples of `System.ValueTuple`.
  func bareNamedType(_ definition: Symbol, _ arguments: [TypeSymbol]) -> TypeSymbol {
    var data = TypeData(context: self, kind: definition.typeDetails.typeKind)
    data.definition = definition
    data.arguments = arguments
    return intern(data)
  }

  func arrayType(_ element: TypeSymbol, rank: Int = 1) -> TypeSymbol {
    var data = TypeData(context: self, kind: .array)
    data.arguments = [element]
    data.rank = UInt8(clamping: rank)
    return intern(data)
  }

  func pointerType(_ element: TypeSymbol) -> TypeSymbol {
    var data = TypeData(context: self, kind: .pointer)
    data.arguments = [element]
    return intern(data)
  }

  /// `names` may be empty: no element has one.
  func tupleType(_ elements: [TypeSymbol], names: [Name] = []) -> TypeSymbol {
    var data = TypeData(context: self, kind: .tuple)
    data.arguments = elements
    data.elementNames = names.contains { !$0.isEmpty } ? names : []
    return intern(data)
  }

  func anonymousType(_ names: [Name], _ types: [TypeSymbol]) -> TypeSymbol {
    var data = TypeData(context: self, kind: .anonymous)
    data.arguments = types
    data.elementNames = names
    return intern(data)
  }

  /// Parameters' types, the return type last.
  func functionPointerType(_ signature: [TypeSymbol]) -> TypeSymbol {
    var data = TypeData(context: self, kind: .functionPointer)
    data.arguments = signature
    return intern(data)
  }

  func typeParameterType(_ parameter: Symbol) -> TypeSymbol {
    var data = TypeData(context: self, kind: .typeParameter)
    data.definition = parameter
    return intern(data)
  }

  /// The error type for a name that resolves to nothing.
  func makeErrorType(_ name: Name, qualified: Name, _ arguments: [TypeSymbol]) -> TypeSymbol {
    var data = TypeData(context: self, kind: .error)
    data.name = name
    data.arguments = arguments
    data.elementNames = qualified == name || qualified.isEmpty ? [] : [qualified]
    return intern(data)
  }

  // MARK: Substitution

  func substitute(_ type: TypeSymbol, _ map: TypeMap, depth: Int = 0) -> TypeSymbol {
    guard type.pointer.pointee.flags.contains(.containsTypeParameter), !map.isEmpty else { return type }
    guard depth < BindingContext.maximumTypeDepth else { return unknownType }
    let data = type.pointer
    if data.pointee.kind == .typeParameter {
      guard let parameter = data.pointee.definition, let owner = parameter.pointer.pointee.containing else {
        return type
      }
      let ordinal = Int(parameter.pointer.pointee.ordinal)
      if owner.kind == .method {
        guard owner == map.method, ordinal < map.methodArguments.count else { return type }
        return map.methodArguments[ordinal]
      }
      return ordinal < map.typeArguments.count ? map.typeArguments[ordinal] : type
    }
    var copy = TypeData(context: self, kind: data.pointee.kind)
    copy.definition = data.pointee.definition
    copy.rank = data.pointee.rank
    copy.name = data.pointee.name
    copy.elementNames = data.pointee.elementNames
    copy.arguments = data.pointee.arguments.map { substitute($0, map, depth: depth + 1) }
    if copy.kind == .struct, let definition = copy.definition, definition.typeDetails.isValueTuple {
      return namedType(definition, copy.arguments)
    }
    return intern(copy)
  }

  /// The map of a member found in a constructed type.
  func typeMap(of instance: TypeSymbol?) -> TypeMap {
    guard let instance else { return TypeMap() }
    if instance.kind == .tuple {
      return TypeMap(typeArguments: tupleUnderlyingType(of: instance)?.pointer.pointee.arguments ?? [])
    }
    return TypeMap(typeArguments: instance.pointer.pointee.arguments)
  }

  func typeMap(of member: Symbol) -> TypeMap {
    var map = typeMap(of: member.pointer.pointee.containingInstance)
    if !member.pointer.pointee.typeArguments.isEmpty {
      map.method = member.originalDefinition
      map.methodArguments = member.pointer.pointee.typeArguments
    }
    return map
  }

  /// A member with type arguments put in; the definition itself where there are none.
  func constructed(_ definition: Symbol, in instance: TypeSymbol?, arguments: [TypeSymbol] = []) -> Symbol {
    var instance = instance
    if let type = instance, let owner = definition.containingType, type == owner.pointer.pointee.type {
      instance = nil
    }
    if instance?.pointer.pointee.arguments.isEmpty ?? false { instance = nil }
    var arguments = arguments
    if !arguments.isEmpty, arguments == definition.typeParameters.map(\.type) { arguments = [] }
    if instance == nil, arguments.isEmpty { return definition }
    let key = ConstructedMemberKey(definition: definition, instance: instance, arguments: arguments)
    if let known = memberTable[key] { return known }
    var data = definition.pointer.pointee
    data.definition = definition
    data.containingInstance = instance
    data.typeArguments = arguments
    data.state = .none
    data.details = nil
    let symbol = Symbol(symbols.allocate(data))
    memberTable[key] = symbol
    return symbol
  }

  func completeConstructed(_ symbol: Symbol) {
    guard let definition = symbol.pointer.pointee.definition else { return }
    complete(definition)
    let map = typeMap(of: symbol)
    let source = definition.pointer
    symbol.pointer.pointee.type = source.pointee.type.map { substitute($0, map) }
    symbol.pointer.pointee.refKind = source.pointee.refKind
    symbol.pointer.pointee.typeParameters = source.pointee.typeParameters
    symbol.pointer.pointee.flags = source.pointee.flags
    symbol.pointer.pointee.parameters = source.pointee.parameters.map { parameter in
      var data = parameter.pointer.pointee
      data.definition = parameter
      data.type = data.type.map { substitute($0, map) }
      data.state = .done
      data.containing = symbol
      return Symbol(symbols.allocate(data))
    }
    let instance = symbol.pointer.pointee.containingInstance
    switch symbol.kind {
    case .property, .event:
      symbol.pointer.pointee.first = source.pointee.first.map { constructed($0, in: instance) }
      symbol.pointer.pointee.second = source.pointee.second.map { constructed($0, in: instance) }
    case .method:
      symbol.pointer.pointee.first = source.pointee.first.map { constructed($0, in: instance) }
    default:
      break
    }
  }
}
