import CSharpSyntax
import DotNetMetadata

extension BindingContext {
  private static var maximumCompletionDepth: Int { 100 }

  /// Makes sure that a symbol's types, parameters and accessors are known. Cycles and too deep chains leave what is not
  /// known yet as unknown.
  func complete(_ symbol: Symbol) {
    guard symbol.pointer.pointee.state == .none else { return }
    guard completionDepth < BindingContext.maximumCompletionDepth else { return }
    symbol.pointer.pointee.state = .running
    completionDepth += 1
    if symbol.pointer.pointee.definition != nil {
      completeConstructed(symbol)
    } else if symbol.pointer.pointee.file >= 0 {
      completeSource(symbol)
    } else if symbol.isFromMetadata {
      completeMetadata(symbol)
    }
    completionDepth -= 1
    symbol.pointer.pointee.state = .done
    if symbol.pointer.pointee.arity > 0, symbol.kind == .method, symbol.pointer.pointee.file >= 0 {
      inheritConstraints(symbol)
    }
  }

  /// An override, and an explicit implementation, has the constraints of what it overrides or implements (C# §15.6.5).
  private func inheritConstraints(_ method: Symbol) {
    guard method.isOverride || method.isExplicitInterfaceImplementation, method.pointer.pointee.definition == nil,
      let base = overriddenMember(of: method) ?? implementedInterfaceMembers(of: method).first
    else { return }
    let definition = base.originalDefinition
    var map = typeMap(of: base.receiverType)
    map.method = definition
    map.methodArguments = method.pointer.pointee.typeParameters.map(\.type)
    for (own, other) in zip(method.pointer.pointee.typeParameters, definition.typeParameters) {
      completeTypeParameter(own)
      completeTypeParameter(other)
      guard let details = own.pointer.pointee.details.map({ unsafeDowncast($0, to: TypeParameterDetails.self) }),
        let inherited = other.pointer.pointee.details as? TypeParameterDetails
      else { continue }
      own.pointer.pointee.flags.formUnion(
        other.pointer.pointee.flags.intersection([.classConstraint, .structConstraint]))
      details.hasConstructorConstraint = details.hasConstructorConstraint || inherited.hasConstructorConstraint
      details.allowsRefStruct = details.allowsRefStruct || inherited.allowsRefStruct
      if details.constraintTypes.isEmpty, details.pending.isEmpty {
        details.constraintTypes = constraintTypes(of: other).map { substitute($0, map) }
      }
    }
  }

  /// The declaration of a source symbol in the tree that is current.
  func declaration(of symbol: Symbol) -> Declaration? {
    let file = Int(symbol.pointer.pointee.file)
    let index = Int(symbol.pointer.pointee.declaration)
    guard files.indices.contains(file) else { return nil }
    let declarations = files[file].declarations.declarations
    return declarations.indices.contains(index) ? declarations[index] : nil
  }

  /// A binder for the types in a member's signature.
  func signatureBinder(for symbol: Symbol, _ declaration: Declaration) -> TypeBinder {
    let isType = declaration.kind.isType && declaration.kind != .delegate
    let scope = scope(
      file: Int(symbol.pointer.pointee.file),
      declaration: isType || declaration.kind == .delegate ? symbol.pointer.pointee.declaration : declaration.parent)
    return TypeBinder(context: self, scope: scope, typeParameters: symbol.pointer.pointee.typeParameters)
  }

  private func completeSource(_ symbol: Symbol) {
    guard let declaration = declaration(of: symbol) else { return }
    let node = declaration.node
    switch (symbol.kind, declaration.kind) {
    case (.parameter, .extensionBlock):
      let binder = signatureBinder(for: symbol, declaration)
      if let parameter = node.optionalNode(4)?.nodeList(1).first {
        fill(parameter: symbol, from: parameter, binder)
      }
    case (.method, .delegate):
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.refKind = refKind(ofReturn: node.requiredNode(3))
      symbol.pointer.pointee.type = binder.bindType(node.requiredNode(3))
      symbol.pointer.pointee.parameters = makeParameters(node.requiredNode(6), owner: symbol, binder)
    case (.method, .method):
      if let list = node.optionalNode(5) {
        symbol.pointer.pointee.typeParameters = makeTypeParameters(list, owner: symbol, firstOrdinal: 0)
      }
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.refKind = refKind(ofReturn: node.requiredNode(2))
      symbol.pointer.pointee.type = binder.bindType(node.requiredNode(2))
      symbol.pointer.pointee.parameters = makeParameters(node.requiredNode(6), owner: symbol, binder)
    case (.method, .constructor):
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.type = voidType
      symbol.pointer.pointee.parameters = makeParameters(node.requiredNode(3), owner: symbol, binder)
    case (.method, .destructor):
      symbol.pointer.pointee.type = voidType
    case (.method, .operator):
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.type = binder.bindType(node.requiredNode(2))
      symbol.pointer.pointee.parameters = makeParameters(node.requiredNode(7), owner: symbol, binder)
    case (.method, .conversion):
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.type = binder.bindType(node.requiredNode(6))
      symbol.pointer.pointee.parameters = makeParameters(node.requiredNode(7), owner: symbol, binder)
    case (.method, let kind) where kind.isType:
      // A primary constructor.
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.type = voidType
      let slot = kind == .record || kind == .recordStruct ? 6 : 5
      if let list = node.optionalNode(slot) {
        symbol.pointer.pointee.parameters = makeParameters(list, owner: symbol, binder)
      }
    case (.property, .property):
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.refKind = refKind(ofReturn: node.requiredNode(2))
      symbol.pointer.pointee.type = binder.bindType(node.requiredNode(2))
      addAccessors(to: symbol, node.optionalNode(5), hasExpressionBody: node.optionalNode(6) != nil)
    case (.property, .indexer):
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.refKind = refKind(ofReturn: node.requiredNode(2))
      symbol.pointer.pointee.type = binder.bindType(node.requiredNode(2))
      symbol.pointer.pointee.parameters = makeParameters(node.requiredNode(5), owner: symbol, binder)
      addAccessors(to: symbol, node.optionalNode(6), hasExpressionBody: node.optionalNode(7) != nil)
    case (.field, .field), (.event, .eventField):
      let binder = signatureBinder(for: symbol, declaration)
      guard let list = node.parent else { return }
      let type = list.requiredNode(0)
      symbol.pointer.pointee.refKind = refKind(ofReturn: type)
      var bound = binder.bindType(type)
      if node.optionalNode(1) != nil { bound = pointerType(bound) }
      symbol.pointer.pointee.type = bound
    case (.event, .event):
      let binder = signatureBinder(for: symbol, declaration)
      symbol.pointer.pointee.type = binder.bindType(node.requiredNode(3))
    case (.field, .enumMember):
      symbol.pointer.pointee.type = symbol.containingType?.type
    default:
      break
    }
  }

  func refKind(ofReturn type: SyntaxNode) -> RefKind {
    guard type.kind == .refType else { return .none }
    return type.optionalToken(1) != nil ? .refReadOnly : .ref
  }

  private func addAccessors(to property: Symbol, _ list: SyntaxNode?, hasExpressionBody: Bool) {
    if hasExpressionBody {
      property.pointer.pointee.first = makeAccessor(property, nil)
      return
    }
    guard let list else { return }
    for accessor in list.nodeList(1) {
      switch accessor.kind {
      case .getAccessorDeclaration: property.pointer.pointee.first = makeAccessor(property, accessor)
      case .setAccessorDeclaration: property.pointer.pointee.second = makeAccessor(property, accessor)
      case .initAccessorDeclaration:
        property.pointer.pointee.flags.insert(.initOnly)
        property.pointer.pointee.second = makeAccessor(property, accessor)
      default: break
      }
    }
  }

  private func makeAccessor(_ property: Symbol, _ node: SyntaxNode?) -> Symbol {
    let isGet = node.map { $0.kind == .getAccessorDeclaration } ?? true
    let base = property.pointer.pointee.flags.contains(.indexer) ? "Item" : text(property.pointer.pointee.name)
    let symbol = makeSymbol(
      .method, names.name((isGet ? "get_" : "set_") + base), in: property.pointer.pointee.containing)
    symbol.pointer.pointee.methodKind = isGet ? .propertyGet : .propertySet
    symbol.pointer.pointee.first = property
    symbol.pointer.pointee.file = property.pointer.pointee.file
    symbol.pointer.pointee.declaration = property.pointer.pointee.declaration
    symbol.pointer.pointee.flags = property.pointer.pointee.flags.intersection([
      .static, .abstract, .virtual, .override, .sealed, .extern,
    ])
    symbol.pointer.pointee.accessibility = property.pointer.pointee.accessibility
    if let node {
      let (_, accessibility) = DeclarationModifiers.read(node.tokenList(1))
      if accessibility != .notApplicable { symbol.pointer.pointee.accessibility = accessibility }
    }
    symbol.pointer.pointee.parameters = property.pointer.pointee.parameters
    if isGet {
      symbol.pointer.pointee.type = property.pointer.pointee.type
    } else {
      symbol.pointer.pointee.type = voidType
      let value = makeSymbol(.parameter, wellKnownNames.value, in: symbol)
      value.pointer.pointee.type = property.pointer.pointee.type
      value.pointer.pointee.ordinal = Int32(symbol.pointer.pointee.parameters.count)
      value.pointer.pointee.flags = .implicit
      symbol.pointer.pointee.parameters.append(value)
    }
    return symbol
  }

  // MARK: Parameters

  /// The parameters of a parameter list, their types bound.
  func makeParameters(_ list: SyntaxNode, owner: Symbol, _ binder: TypeBinder) -> [Symbol] {
    var result: [Symbol] = []
    for node in list.nodeList(1) where node.kind == .parameter {
      let parameter = makeSymbol(.parameter, name(of: node.requiredToken(3)), in: owner)
      parameter.pointer.pointee.file = owner.pointer.pointee.file
      parameter.pointer.pointee.declaration = owner.pointer.pointee.declaration
      parameter.pointer.pointee.ordinal = Int32(result.count)
      fill(parameter: parameter, from: node, binder)
      result.append(parameter)
    }
    return result
  }

  func fill(parameter: Symbol, from node: SyntaxNode, _ binder: TypeBinder) {
    readModifiers(of: parameter, from: node)
    if let type = node.optionalNode(2) {
      parameter.pointer.pointee.type = binder.bindType(type)
    }
    parameter.pointer.pointee.state = .done
  }

  func readModifiers(of parameter: Symbol, from node: SyntaxNode) {
    var refKind = RefKind.none
    var flags: SymbolFlags = []
    for token in node.tokenList(1) {
      switch token.kind {
      case .thisKeyword: flags.insert(.this)
      case .refKeyword: refKind = .ref
      case .outKeyword: refKind = .out
      case .inKeyword: refKind = .in
      case .readOnlyKeyword: if refKind == .ref { refKind = .refReadOnly }
      case .paramsKeyword: flags.insert(.params)
      default: break
      }
    }
    if node.optionalNode(4) != nil { flags.insert(.optional) }
    parameter.pointer.pointee.refKind = refKind
    parameter.pointer.pointee.flags = flags
  }

  // MARK: Type parameters

  /// Reads a type parameter's constraints as far as they can be seen without binding: `class`, `struct` …
  func completeTypeParameter(_ parameter: Symbol) {
    guard parameter.pointer.pointee.details == nil, let owner = parameter.pointer.pointee.containing else { return }
    let details = TypeParameterDetails()
    parameter.pointer.pointee.details = details
    if parameter.isFromMetadata {
      completeMetadataTypeParameter(parameter, details)
      return
    }
    if owner.kind == .method, owner.pointer.pointee.methodKind == .localFunction { return }
    for (clause, file, declaration) in constraintClauses(of: owner) {
      read(constraintClause: clause, of: parameter, details, file: file, declaration: declaration)
    }
  }

  func read(
    constraintClause clause: SyntaxNode, of parameter: Symbol, _ details: TypeParameterDetails, file: Int,
    declaration: Int32
  ) {
    guard name(of: clause.requiredNode(1).requiredToken(0)) == parameter.pointer.pointee.name else { return }
    for constraint in clause.nodeList(3) {
      switch constraint.kind {
      case .classConstraint: parameter.pointer.pointee.flags.insert(.classConstraint)
      case .structConstraint: parameter.pointer.pointee.flags.insert(.structConstraint)
      case .constructorConstraint: details.hasConstructorConstraint = true
      case .allowsConstraintClause: details.allowsRefStruct = true
      case .typeConstraint:
        let type = constraint.requiredNode(0)
        if type.kind == .identifierName {
          let name = name(of: type.requiredToken(0))
          if name == wellKnownNames.unmanaged {
            parameter.pointer.pointee.flags.insert(.structConstraint)
            continue
          }
          if name == wellKnownNames.notnull { continue }
        }
        details.pending.append((type, type.tree, file, declaration))
      default: break
      }
    }
  }

  private func constraintClauses(of owner: Symbol) -> [(SyntaxNode, Int, Int32)] {
    var result: [(SyntaxNode, Int, Int32)] = []
    func add(_ file: Int32, _ index: Int32) {
      guard file >= 0, files.indices.contains(Int(file)) else { return }
      let declaration = files[Int(file)].declarations.declarations[Int(index)]
      let slot: Int =
        switch declaration.kind {
        case .class, .struct, .interface, .union, .method, .delegate: 7
        case .record, .recordStruct: 8
        case .extensionBlock: 5
        default: -1
        }
      for clause in declaration.node.nodeList(slot) where clause.kind == .typeParameterConstraintClause {
        result.append((clause, Int(file), index))
      }
    }
    if owner.kind == .namedType {
      for part in owner.typeDetails.parts { add(part.file, part.declaration) }
    } else {
      add(owner.pointer.pointee.file, owner.pointer.pointee.declaration)
    }
    return result
  }

  func constraintTypes(of parameter: Symbol) -> [TypeSymbol] {
    completeTypeParameter(parameter)
    guard let details = parameter.pointer.pointee.details.map({ unsafeDowncast($0, to: TypeParameterDetails.self) })
    else {
      return []
    }
    if !details.pendingMetadata.isEmpty { completeMetadataConstraints(parameter, details) }
    guard !details.pending.isEmpty, !details.isBinding else { return details.constraintTypes }
    details.isBinding = true
    let pending = details.pending
    details.pending = []
    guard let owner = parameter.pointer.pointee.containing else { return [] }
    for (node, _, file, index) in pending {
      let record = files[file].declarations.declarations[Int(index)]
      let isType = record.kind.isType
      let binder = TypeBinder(
        context: self, scope: scope(file: file, declaration: isType ? index : record.parent),
        typeParameters: owner.kind == .method ? owner.pointer.pointee.typeParameters : [])
      details.constraintTypes.append(binder.bindType(node))
    }
    details.isBinding = false
    return details.constraintTypes
  }

  // MARK: Bases

  func completeBases(_ type: Symbol) {
    let details = type.typeDetails
    guard details.basesState == .none else { return }
    details.basesState = .running
    if type.pointer.pointee.file >= 0 {
      completeSourceBases(type, details)
    } else if type.isFromMetadata {
      completeMetadataBases(type, details)
    }
    details.basesState = .done
    if let base = details.base, let definition = base.definition, isCyclic(type, base: definition) {
      details.base = details.typeKind == .class ? objectType : nil
    }
  }

  private func isCyclic(_ type: Symbol, base: Symbol) -> Bool {
    var current: Symbol? = base
    var steps = 0
    while let definition = current, definition.kind == .namedType, steps < 200 {
      if definition == type { return true }
      guard definition.typeDetails.basesState == .done else { return false }
      current = definition.typeDetails.base?.definition
      steps += 1
    }
    return steps >= 200
  }

  private func completeSourceBases(_ type: Symbol, _ details: NamedTypeDetails) {
    var base: TypeSymbol?
    var interfaces: [TypeSymbol] = []
    for part in details.parts {
      let record = files[Int(part.file)].declarations.declarations[Int(part.declaration)]
      let slot: Int
      switch record.kind {
      case .class, .struct, .interface, .union: slot = 6
      case .record, .recordStruct: slot = 7
      case .enum: slot = 4
      default: continue
      }
      guard let list = record.node.optionalNode(slot) else { continue }
      // Names in a base list are looked up around the type, but see its type parameters.
      let binder = TypeBinder(
        context: self, scope: scope(file: Int(part.file), declaration: record.parent),
        typeParameters: type.pointer.pointee.typeParameters)
      for (index, entry) in list.nodeList(1).enumerated() {
        let bound = binder.bindType(entry.requiredNode(0))
        if record.kind == .enum {
          details.enumUnderlying = bound
          continue
        }
        let isClassLike = details.typeKind == .class
        switch bound.kind {
        case .interface: interfaces.append(bound)
        case .error:
          let isInterfaceByName = looksLikeInterface(bound)
          if index == 0, isClassLike, !isInterfaceByName, base == nil { base = bound } else { interfaces.append(bound) }
        default:
          if isClassLike, base == nil, bound.kind == .class { base = bound }
        }
      }
    }
    details.interfaces = interfaces
    switch details.typeKind {
    case .class: details.base = base ?? objectType
    case .struct: details.base = specialType(.valueType)
    case .enum: details.base = specialType(.enum)
    case .delegate: details.base = specialType(.multicastDelegate)
    default: details.base = nil
    }
    if details.typeKind == .enum, details.enumUnderlying == nil { details.enumUnderlying = intType }
    if details.base?.definition == type { details.base = nil }
  }

  private func looksLikeInterface(_ type: TypeSymbol) -> Bool {
    let name = type.name.utf8
    guard name.count >= 2, name.first == UInt8(ascii: "I") else { return false }
    let second = name[name.index(after: name.startIndex)]
    return second >= UInt8(ascii: "A") && second <= UInt8(ascii: "Z")
  }

  // MARK: Attributes

  func attributes(of symbol: Symbol) -> [AttributeData] {
    let definition = symbol.originalDefinition
    if let known = attributeCache[definition] { return known }
    var result: [AttributeData] = []
    if definition.pointer.pointee.file >= 0 {
      for (lists, file, declaration) in attributeLists(of: definition) {
        let binder = TypeBinder(
          context: self, scope: scope(file: file, declaration: declaration), typeParameters: [])
        for list in lists {
          for attribute in list.nodeList(2) {
            result.append(bind(attribute: attribute, file: file, binder))
          }
        }
      }
    } else if definition.isFromMetadata {
      result = metadataAttributes(of: definition)
    }
    attributeCache[definition] = result
    return result
  }

  private func bind(attribute: SyntaxNode, file: Int, _ binder: TypeBinder) -> AttributeData {
    let name = attribute.requiredNode(0)
    let type = bindAttributeType(name, binder)
    var arguments: [ConstantValue?] = []
    if let list = attribute.optionalNode(1) {
      for argument in list.nodeList(1) where argument.optionalNode(0) == nil {
        arguments.append(literalValue(argument.requiredNode(2)))
      }
    }
    return AttributeData(
      attributeClass: type, writtenName: name.text,
      syntax: SyntaxReference(file: file, tree: attribute.tree, node: attribute), arguments: arguments)
  }

  /// The class of an attribute: the name as written or with `Attribute` behind it.
  func bindAttributeType(_ name: SyntaxNode, _ binder: TypeBinder) -> TypeSymbol {
    let type = binder.bindType(name)
    if type.kind != .error, type.isAttributeClass || name.text.hasSuffix("Attribute") { return type }
    if let long = longAttributeType(name, binder) { return long }
    return type
  }

  private func longAttributeType(_ name: SyntaxNode, _ binder: TypeBinder) -> TypeSymbol? {
    let arity = name.kind == .genericName ? binder.arity(name) : 0
    func long(_ node: SyntaxNode) -> Name { names.name(text(self.name(of: node.requiredToken(0))) + "Attribute") }
    switch name.kind {
    case .identifierName, .genericName:
      let lookup = lookupNamespaceOrType(long(name), arity: arity, scope: binder.scope)
      if let alias = lookup.aliasTarget { return alias }
      guard let symbol = lookup.symbol, symbol.kind == .namedType else { return nil }
      return binder.instance(symbol, outer: lookup.outer, arguments: binder.typeArguments(name))
    case .qualifiedName:
      let right = name.requiredNode(2)
      switch binder.bindNamespaceOrType(name.requiredNode(0)) {
      case .namespace(let namespace):
        guard let type = preferred(types(named: long(right), arity: 0, in: namespace), file: binder.scope.file) else {
          return nil
        }
        return type.type
      case .type(let type):
        return lookupNestedType(long(right), arity: 0, in: type, file: binder.scope.file)?.symbol?.type
      }
    default:
      return nil
    }
  }

  /// The attribute lists on a source symbol, with the scope that they are bound in.
  private func attributeLists(of symbol: Symbol) -> [(SyntaxNodeList, Int, Int32)] {
    var result: [(SyntaxNodeList, Int, Int32)] = []
    if symbol.kind == .namedType {
      for part in symbol.typeDetails.parts {
        let record = files[Int(part.file)].declarations.declarations[Int(part.declaration)]
        guard record.kind != .compilationUnit else { continue }
        result.append((record.node.nodeList(0), Int(part.file), max(0, record.parent)))
      }
      return result
    }
    guard let record = declaration(of: symbol), !symbol.isImplicitlyDeclared else { return [] }
    let file = Int(symbol.pointer.pointee.file)
    let scope = record.kind == .delegate ? symbol.pointer.pointee.declaration : max(0, record.parent)
    switch symbol.kind {
    case .parameter:
      for slot in 3...7 {
        guard let list = record.node.optionalNode(slot),
          list.kind == .parameterList || list.kind == .bracketedParameterList
        else { continue }
        let parameters = Array(list.nodeList(1))
        let ordinal = symbol.ordinal
        if ordinal < parameters.count { result.append((parameters[ordinal].nodeList(0), file, scope)) }
        break
      }
    case .method
    where symbol.pointer.pointee.methodKind == .propertyGet
      || symbol.pointer.pointee.methodKind == .propertySet:
      break
    default:
      switch record.kind {
      case .field, .eventField:
        if let declaration = record.node.parent?.parent { result.append((declaration.nodeList(0), file, scope)) }
      default:
        result.append((record.node.nodeList(0), file, scope))
      }
    }
    return result
  }

  func declaringSyntaxReferences(of symbol: Symbol) -> [SyntaxReference] {
    let definition = symbol.originalDefinition
    if definition.kind == .namedType {
      return definition.typeDetails.parts.compactMap { part in
        guard part.file >= 0 else { return nil }
        let source = whole(file: Int(part.file))
        return SyntaxReference(
          file: Int(part.file), tree: source.tree, node: source.declarations[Int(part.declaration)].node)
      }
    }
    let file = Int(definition.pointer.pointee.file)
    let index = Int(definition.pointer.pointee.declaration)
    guard files.indices.contains(file), !definition.isImplicitlyDeclared else { return [] }
    let source = whole(file: file)
    guard source.declarations.indices.contains(index) else { return [] }
    var node = source.declarations[index].node
    let isAccessor =
      definition.kind == .method
      && (definition.pointer.pointee.methodKind == .propertyGet
        || definition.pointer.pointee.methodKind == .propertySet)
    if isAccessor {
      let list = node.optionalNode(5) ?? node.optionalNode(6)
      if let list, list.kind == .accessorList {
        let wanted: SyntaxKind =
          definition.pointer.pointee.methodKind == .propertyGet
          ? .getAccessorDeclaration : .setAccessorDeclaration
        for accessor in list.nodeList(1)
        where accessor.kind == wanted
          || (wanted == .setAccessorDeclaration && accessor.kind == .initAccessorDeclaration)
        {
          node = accessor
        }
      }
    } else if definition.kind == .parameter {
      for slot in 3...7 {
        guard let list = node.optionalNode(slot), list.kind == .parameterList || list.kind == .bracketedParameterList
        else { continue }
        let parameters = Array(list.nodeList(1))
        if definition.ordinal < parameters.count { node = parameters[definition.ordinal] }
        break
      }
    }
    return [SyntaxReference(file: file, tree: source.tree, node: node)]
  }
}

/// What a type parameter has beside its name.
final class TypeParameterDetails {
  var constraintTypes: [TypeSymbol] = []
  /// Constraints that are not bound yet; the tree is kept alive, whatever text the file has by then.
  var pending: [(SyntaxNode, SyntaxTree, Int, Int32)] = []
  var hasConstructorConstraint = false
  var allowsRefStruct = false
  var pendingMetadata: [EntityHandle] = []
  var isBinding = false
}

extension TypeSymbol {
  var isAttributeClass: Bool { isOrDerives(from: "System.Attribute") || containsUnknownBase }

  /// Whether some base class can't be resolved: what it has is not known.
  var containsUnknownBase: Bool { context.hasUnknownMembers(self) }
}
