import CSharpSyntax
import DotNetMetadata

/// What a namespace has beside its name.
final class NamespaceDetails {
  var namespaces: [Name: Symbol] = [:]
  var types: [Name: [Symbol]] = [:]
  /// Whether the references' part is known.
  var metadataState = SymbolData.Completion.none
  /// Full name, as references have it.
  var metadataName = ""
  /// Types of references by name that have no symbol yet.
  var pendingTypes: [Name: [TypeLocation]] = [:]
  /// Static classes of references that declare extension methods.
  var pendingExtensions: [TypeLocation] = []
  /// Static classes that declare extension methods or extension blocks.
  var extensionContainers: [Symbol] = []
  /// Extension methods and members by name, once asked for.
  var extensionMembers: [Name: [Symbol]] = [:]
}

/// What a named type has beside its name.
final class NamedTypeDetails {
  var typeKind: TypeKind = .class
  var specialType: SpecialType = .none
  /// Files and declarations of its parts.
  var parts: [(file: Int32, declaration: Int32)] = []
  /// Those of all containing types, then its own.
  var allTypeParameters: [Symbol] = []
  var membersState = SymbolData.Completion.none
  var members: [Symbol] = []
  var byName: [Name: [Symbol]] = [:]
  var nestedTypes: [Symbol] = []
  var basesState = SymbolData.Completion.none
  var base: TypeSymbol?
  var interfaces: [TypeSymbol] = []
  var qualifiedName: String?
  var documentationID: String?
  var hasExtensions = false
  /// Stands for a type of the language that no reference declares: nothing is known of its members.
  var isPlaceholder = false
  /// A `System.ValueTuple` of two or more elements.
  var isValueTuple = false
  /// Declares the top-level statements.
  var isProgram = false
  /// Of a type or extension block: the parameters behind its name.
  var primaryParameters: [Symbol] = []
  var primaryConstructor: Symbol?
  /// An extension block's receiver.
  var receiver: Symbol?
  /// User-defined operators of a name, of this type alone.
  var operators: [Name: [Symbol]] = [:]
  var enumUnderlying: TypeSymbol?
}

extension Symbol {
  /// Of a named type.
  var typeDetails: NamedTypeDetails {
    if let details = pointer.pointee.details {
      return unsafeDowncast(details, to: NamedTypeDetails.self)
    }
    let details = NamedTypeDetails()
    details.membersState = .done
    details.basesState = .done
    pointer.pointee.details = details
    return details
  }

  /// Of a namespace.
  var namespaceDetails: NamespaceDetails {
    if let details = pointer.pointee.details {
      return unsafeDowncast(details, to: NamespaceDetails.self)
    }
    let details = NamespaceDetails()
    pointer.pointee.details = details
    return details
  }
}

extension BindingContext {
  // MARK: Namespaces and types

  func ensureNamespace(_ name: Name, in parent: Symbol) -> Symbol {
    if let known = parent.namespaceDetails.namespaces[name] { return known }
    let symbol = makeSymbol(.namespace, name, in: parent)
    symbol.pointer.pointee.accessibility = .public
    let details = NamespaceDetails()
    let outer = parent.namespaceDetails.metadataName
    details.metadataName = outer.isEmpty ? text(name) : outer + "." + text(name)
    details.metadataState = references == nil ? .done : .none
    symbol.pointer.pointee.details = details
    parent.namespaceDetails.namespaces[name] = symbol
    return symbol
  }

  /// Puts the namespaces and types of a file into the tables; members follow when they are asked for.
  func declare(file: Int) {
    let source = files[file].declarations
    var symbols = files[file].symbols
    files[file].symbols = []
    let declarations = source.declarations
    var index = 0
    while index < declarations.count {
      let declaration = declarations[index]
      let container = declaration.parent >= 0 ? symbols[Int(declaration.parent)] : nil
      switch declaration.kind {
      case .compilationUnit:
        symbols[index] = globalNamespace
      case .namespace:
        guard let container, container.kind == .namespace else {
          index = Int(declaration.end)
          continue
        }
        symbols[index] = ensureNamespace(declaration.node.requiredNode(3), in: container)
      case let kind where kind.isType:
        guard let container else {
          index = Int(declaration.end)
          continue
        }
        symbols[index] = declareType(declaration, Int32(file), Int32(index), in: container)
      default:
        if declaration.flags.contains(.extensionMethod), let container, container.kind == .namedType {
          markExtensionContainer(container)
        }
        index = Int(declaration.end)
        continue
      }
      index += 1
    }
    files[file].symbols = symbols
    if source.hasTopLevelStatements { declareProgram(file: file) }
  }

  /// The namespace of a (qualified) name, made where it is new.
  private func ensureNamespace(_ nameSyntax: SyntaxNode, in container: Symbol) -> Symbol {
    var tokens: [SyntaxToken] = []
    var current = nameSyntax
    while current.kind == .qualifiedName || current.kind == .aliasQualifiedName {
      tokens.append(current.requiredNode(2).requiredToken(0))
      current = current.requiredNode(0)
    }
    tokens.append(current.requiredToken(0))
    var result = container
    for token in tokens.reversed() { result = ensureNamespace(name(of: token), in: result) }
    return result
  }

  private func markExtensionContainer(_ type: Symbol) {
    guard !type.typeDetails.hasExtensions else { return }
    type.typeDetails.hasExtensions = true
    if let namespace = type.pointer.pointee.containing, namespace.kind == .namespace {
      namespace.namespaceDetails.extensionContainers.append(type)
    }
  }

  private func declareType(_ declaration: Declaration, _ file: Int32, _ index: Int32, in container: Symbol) -> Symbol {
    let assembly = files[Int(file)].assembly
    let kind: TypeKind =
      switch declaration.kind {
      case .class, .record: .class
      case .struct, .recordStruct, .union: .struct
      case .interface: .interface
      case .enum: .enum
      case .delegate: .delegate
      default: .extension
      }
    let typeName = declaration.kind == .extensionBlock ? .empty : name(of: declaration.identifier)
    if declaration.kind != .extensionBlock {
      let siblings =
        container.kind == .namespace
        ? container.namespaceDetails.types[typeName] ?? [] : container.typeDetails.byName[typeName] ?? []
      for sibling in siblings
      where sibling.kind == .namedType && sibling.arity == Int(declaration.arity)
        && sibling.pointer.pointee.file >= 0
        && files[Int(sibling.pointer.pointee.file)].assembly == assembly
        && sibling.typeDetails.typeKind == kind
        && (declaration.flags.contains(.partial) || sibling.isPartial)
        && (!declaration.flags.contains(.file) || sibling.pointer.pointee.file == file)
      {
        sibling.typeDetails.parts.append((file, index))
        var flags = declaration.flags
        flags.formUnion(sibling.pointer.pointee.flags)
        sibling.pointer.pointee.flags = flags
        if declaration.accessibility != .notApplicable {
          sibling.pointer.pointee.accessibility = declaration.accessibility
        }
        return sibling
      }
    }
    let symbol = makeSymbol(.namedType, typeName, in: container)
    let details = NamedTypeDetails()
    details.typeKind = kind
    details.parts = [(file, index)]
    symbol.pointer.pointee.details = details
    symbol.pointer.pointee.file = file
    symbol.pointer.pointee.declaration = index
    symbol.pointer.pointee.flags = declaration.flags
    symbol.pointer.pointee.arity = declaration.arity
    if kind == .struct || kind == .enum || kind == .delegate { symbol.pointer.pointee.flags.insert(.sealed) }
    if kind == .interface { symbol.pointer.pointee.flags.insert(.abstract) }
    if declaration.accessibility != .notApplicable {
      symbol.pointer.pointee.accessibility = declaration.accessibility
    } else if kind == .extension {
      symbol.pointer.pointee.accessibility = .public
    } else if container.kind == .namespace {
      symbol.pointer.pointee.accessibility = .internal
    } else {
      symbol.pointer.pointee.accessibility = container.typeDetails.typeKind == .interface ? .public : .private
    }
    details.allTypeParameters = container.kind == .namedType ? container.typeDetails.allTypeParameters : []
    if declaration.arity > 0, let list = typeParameterList(of: declaration) {
      symbol.pointer.pointee.typeParameters = makeTypeParameters(
        list, owner: symbol, firstOrdinal: details.allTypeParameters.count)
      details.allTypeParameters += symbol.pointer.pointee.typeParameters
    }
    symbol.pointer.pointee.type = namedType(symbol, details.allTypeParameters.map(\.type))
    if container.kind == .namespace {
      container.namespaceDetails.types[typeName, default: []].append(symbol)
    } else {
      container.typeDetails.nestedTypes.append(symbol)
      if kind == .extension {
        markExtensionContainer(container)
      } else {
        container.typeDetails.byName[typeName, default: []].append(symbol)
      }
    }
    return symbol
  }

  private func declareProgram(file: Int) {
    let name = names.name("Program")
    var program: Symbol?
    let assembly = files[file].assembly
    for candidate in globalNamespace.namespaceDetails.types[name] ?? []
    where candidate.arity == 0 && candidate.pointer.pointee.file >= 0
      && files[Int(candidate.pointer.pointee.file)].assembly == assembly
    {
      program = candidate
    }
    let symbol: Symbol
    if let program {
      symbol = program
    } else {
      symbol = makeSymbol(.namedType, name, in: globalNamespace)
      let details = NamedTypeDetails()
      symbol.pointer.pointee.details = details
      symbol.pointer.pointee.file = Int32(file)
      symbol.pointer.pointee.declaration = 0
      symbol.pointer.pointee.flags = [.partial, .implicit]
      symbol.pointer.pointee.accessibility = .internal
      symbol.pointer.pointee.type = namedType(symbol, [])
      globalNamespace.namespaceDetails.types[name, default: []].append(symbol)
    }
    guard !symbol.typeDetails.isProgram else { return }
    symbol.typeDetails.isProgram = true
    symbol.typeDetails.parts.append((Int32(file), 0))
  }

  func typeParameterList(of declaration: Declaration) -> SyntaxNode? {
    switch declaration.kind {
    case .class, .struct, .interface, .union: declaration.node.optionalNode(4)
    case .record, .recordStruct, .delegate, .method: declaration.node.optionalNode(5)
    case .extensionBlock: declaration.node.optionalNode(3)
    default: nil
    }
  }

  func makeTypeParameters(_ list: SyntaxNode, owner: Symbol, firstOrdinal: Int) -> [Symbol] {
    var result: [Symbol] = []
    for node in list.nodeList(1) {
      let parameter = makeSymbol(.typeParameter, name(of: node.requiredToken(2)), in: owner)
      parameter.pointer.pointee.ordinal = Int32(firstOrdinal + result.count)
      switch node.optionalToken(1)?.kind {
      case .outKeyword: parameter.pointer.pointee.flags = .covariant
      case .inKeyword: parameter.pointer.pointee.flags = .contravariant
      default: break
      }
      parameter.pointer.pointee.type = typeParameterType(parameter)
      result.append(parameter)
    }
    return result
  }

  func namespace(named name: Name, in parent: Symbol) -> Symbol? {
    loadMetadata(of: parent)
    return parent.namespaceDetails.namespaces[name]
  }

  /// Types of a namespace.
  func types(named name: Name, arity: Int, in namespace: Symbol) -> [Symbol] {
    loadMetadata(of: namespace)
    let details = namespace.namespaceDetails
    if !details.pendingTypes.isEmpty { materialize(name, in: namespace, details) }
    guard let all = details.types[name] else { return [] }
    if all.count == 1 { return all[0].arity == arity ? all : [] }
    return all.filter { $0.arity == arity }
  }

  /// Types that a type itself declares.
  func nestedTypes(named name: Name, arity: Int, in type: Symbol) -> [Symbol] {
    let details = type.typeDetails
    return (details.byName[name] ?? []).filter { $0.kind == .namedType && $0.arity == arity }
  }

  // MARK: Members

  func members(of symbol: Symbol) -> [Symbol] {
    switch symbol.kind {
    case .namespace:
      loadMetadata(of: symbol)
      let details = symbol.namespaceDetails
      for name in Array(details.pendingTypes.keys) { materialize(name, in: symbol, details) }
      return Array(details.namespaces.values) + details.types.values.flatMap { $0 }
    case .namedType:
      completeMembers(symbol)
      return symbol.typeDetails.members
    default:
      return []
    }
  }

  func members(of symbol: Symbol, named name: Name) -> [Symbol] {
    switch symbol.kind {
    case .namespace:
      loadMetadata(of: symbol)
      let details = symbol.namespaceDetails
      materialize(name, in: symbol, details)
      return (details.namespaces[name].map { [$0] } ?? []) + (details.types[name] ?? [])
    case .namedType:
      completeMembers(symbol)
      return symbol.typeDetails.byName[name] ?? []
    default:
      return []
    }
  }

  func completeMembers(_ type: Symbol) {
    let details = type.typeDetails
    guard details.membersState == .none else { return }
    details.membersState = .running
    if type.pointer.pointee.file >= 0 {
      completeSourceMembers(type, details)
    } else if type.isFromMetadata, !details.isPlaceholder {
      completeMetadataMembers(type, details)
    }
    details.membersState = .done
  }

  private func completeSourceMembers(_ type: Symbol, _ details: NamedTypeDetails) {
    var builder = SourceMemberBuilder(context: self, type: type, details: details)
    for part in details.parts { builder.add(part: part) }
    builder.finish()
  }

  func addMember(_ symbol: Symbol, to details: NamedTypeDetails) {
    details.members.append(symbol)
    details.byName[symbol.pointer.pointee.name, default: []].append(symbol)
  }
}

/// Makes the member symbols of one type from its parts.
private struct SourceMemberBuilder {
  let context: BindingContext
  let type: Symbol
  let details: NamedTypeDetails
  var hasInstanceConstructor = false
  var hasParameterlessConstructor = false
  var nested = 0

  init(context: BindingContext, type: Symbol, details: NamedTypeDetails) {
    self.context = context
    self.type = type
    self.details = details
  }

  mutating func add(part: (file: Int32, declaration: Int32)) {
    let file = Int(part.file)
    let declarations = context.files[file].declarations.declarations
    guard Int(part.declaration) < declarations.count else { return }
    let owner = declarations[Int(part.declaration)]
    guard owner.kind != .compilationUnit else { return }
    if owner.kind == .delegate {
      addDelegateMembers(file, part.declaration, owner)
      return
    }
    if let list = primaryParameterList(of: owner), details.primaryConstructor == nil {
      if owner.kind == .extensionBlock {
        addReceiver(file, part.declaration, list)
      } else {
        addPrimaryConstructor(file, part.declaration, owner, list)
      }
    }
    var index = Int(part.declaration) + 1
    while index < Int(owner.end) {
      let declaration = declarations[index]
      if declaration.kind.isType {
        if let symbol = context.files[file].symbols[index], !details.members.contains(symbol) {
          details.members.append(symbol)
        }
      } else {
        add(declaration, file, Int32(index))
      }
      index = max(Int(declaration.end), index + 1)
    }
  }

  private func primaryParameterList(of declaration: Declaration) -> SyntaxNode? {
    switch declaration.kind {
    case .class, .struct, .interface, .union: declaration.node.optionalNode(5)
    case .record, .recordStruct: declaration.node.optionalNode(6)
    case .extensionBlock: declaration.node.optionalNode(4)
    default: nil
    }
  }

  private func make(
    _ kind: SymbolKind, _ name: Name, _ file: Int, _ index: Int32, flags: SymbolFlags, accessibility: Accessibility
  ) -> Symbol {
    let symbol = context.makeSymbol(kind, name, in: type)
    symbol.pointer.pointee.file = Int32(file)
    symbol.pointer.pointee.declaration = index
    symbol.pointer.pointee.flags = flags
    symbol.pointer.pointee.state = .none
    symbol.pointer.pointee.accessibility = accessibility
    return symbol
  }

  private mutating func add(_ declaration: Declaration, _ file: Int, _ index: Int32) {
    let node = declaration.node
    var flags = declaration.flags
    var accessibility = declaration.accessibility
    let isInterface = details.typeKind == .interface
    if accessibility == .notApplicable {
      accessibility = isInterface || details.typeKind == .enum || details.typeKind == .extension ? .public : .private
    }
    var kind = SymbolKind.method
    var methodKind = MethodKind.ordinary
    var name = Name.empty
    switch declaration.kind {
    case .method:
      name = context.name(of: declaration.identifier)
      if details.typeKind == .extension { flags.insert(.extensionMethod) }
    case .constructor:
      if flags.contains(.static) {
        methodKind = .staticConstructor
        name = context.wellKnownNames.staticConstructor
      } else {
        methodKind = .constructor
        name = context.wellKnownNames.constructor
        hasInstanceConstructor = true
        if node.requiredNode(3).nodeList(1).isEmpty { hasParameterlessConstructor = true }
      }
    case .destructor:
      methodKind = .destructor
      name = context.wellKnownNames.finalize
      accessibility = .protected
    case .operator:
      methodKind = .userDefinedOperator
      let count = node.requiredNode(7).nodeList(1).count
      name = context.names.name(
        OperatorNames.metadataName(
          node.requiredToken(6).kind, parameterCount: flags.contains(.static) || isInterface ? count : count + 1,
          isChecked: node.optionalToken(5) != nil, isInstance: !flags.contains(.static)))
    case .conversion:
      methodKind = .conversion
      let isExplicit = node.requiredToken(2).kind == .explicitKeyword
      name =
        isExplicit
        ? (node.optionalToken(5) != nil
          ? context.names.name("op_CheckedExplicit") : context.wellKnownNames.opExplicit)
        : context.wellKnownNames.opImplicit
    case .property:
      kind = .property
      name = context.name(of: declaration.identifier)
      if details.typeKind == .extension { flags.insert(.extensionMethod) }
    case .indexer:
      kind = .property
      name = context.wellKnownNames.indexer
    case .field:
      kind = .field
      name = context.name(of: declaration.identifier)
    case .eventField, .event:
      kind = .event
      name = context.name(of: declaration.identifier)
    case .enumMember:
      kind = .field
      flags.formUnion([.const, .static])
      accessibility = .public
      name = context.name(of: declaration.identifier)
    default:
      return
    }
    if flags.contains(.explicitImplementation) {
      name = context.names.name(explicitPrefix(declaration) + "." + context.text(name))
      accessibility = .private
    }
    if isInterface, declaration.kind != .field, !flags.contains(.static), !hasBody(declaration) {
      flags.insert(.abstract)
    } else if isInterface, !flags.contains(.sealed), !flags.contains(.static), declaration.accessibility != .private {
      flags.insert(.virtual)
    }
    if flags.contains(.partial), kind == .method || kind == .property,
      let other = otherPart(declaration, name, kind)
    {
      other.pointer.pointee.flags.formUnion(flags)
      other.pointer.pointee.second = kind == .method ? other : other.pointer.pointee.second
      context.files[file].symbols[Int(index)] = other
      if hasBody(declaration) {
        other.pointer.pointee.file = Int32(file)
        other.pointer.pointee.declaration = index
      }
      return
    }
    let symbol = make(kind, name, file, index, flags: flags, accessibility: accessibility)
    symbol.pointer.pointee.methodKind = methodKind
    symbol.pointer.pointee.arity = declaration.arity
    context.files[file].symbols[Int(index)] = symbol
    context.addMember(symbol, to: details)
    if methodKind == .userDefinedOperator || methodKind == .conversion {
      details.operators[name, default: []].append(symbol)
    }
  }

  private func explicitPrefix(_ declaration: Declaration) -> String {
    for slot in 2...4 {
      if let node = declaration.node.optionalNode(slot), node.kind == .explicitInterfaceSpecifier {
        return node.requiredNode(0).text
      }
    }
    return ""
  }

  private func hasBody(_ declaration: Declaration) -> Bool {
    let node = declaration.node
    switch declaration.kind {
    case .method, .operator, .conversion: return node.optionalNode(8) != nil || node.optionalNode(9) != nil
    case .property:
      if node.optionalNode(6) != nil { return true }
      return node.optionalNode(5)?.nodeList(1).contains { $0.optionalNode(3) != nil || $0.optionalNode(4) != nil }
        ?? false
    case .indexer:
      if node.optionalNode(7) != nil { return true }
      return node.optionalNode(6)?.nodeList(1).contains { $0.optionalNode(3) != nil || $0.optionalNode(4) != nil }
        ?? false
    case .event:
      return node.optionalNode(6)?.nodeList(1).contains { $0.optionalNode(3) != nil || $0.optionalNode(4) != nil }
        ?? false
    case .eventField: return false
    default: return true
    }
  }

  /// The symbol that the other part of a partial member has already made.
  private func otherPart(_ declaration: Declaration, _ name: Name, _ kind: SymbolKind) -> Symbol? {
    for candidate in details.byName[name] ?? []
    where candidate.kind == kind && candidate.isPartial && candidate.arity == Int(declaration.arity) {
      if kind == .property { return candidate }
      let pointer = candidate.pointer
      let other = context.files[Int(pointer.pointee.file)].declarations.declarations[Int(pointer.pointee.declaration)]
      if parameterTexts(other.node) == parameterTexts(declaration.node) { return candidate }
    }
    return nil
  }

  private func parameterTexts(_ method: SyntaxNode) -> [String] {
    method.requiredNode(6).nodeList(1).map { $0.optionalNode(2)?.text ?? "" }
  }

  // MARK: What the compiler adds

  private mutating func addPrimaryConstructor(
    _ file: Int, _ index: Int32, _ owner: Declaration, _ list: SyntaxNode
  ) {
    hasInstanceConstructor = true
    if list.nodeList(1).isEmpty { hasParameterlessConstructor = true }
    let constructor = make(
      .method, context.wellKnownNames.constructor, file, index, flags: [], accessibility: .public)
    constructor.pointer.pointee.methodKind = .constructor
    details.primaryConstructor = constructor
    context.addMember(constructor, to: details)
  }

  private func addReceiver(_ file: Int, _ index: Int32, _ list: SyntaxNode) {
    guard let node = list.nodeList(1).first else { return }
    let receiver = context.makeSymbol(.parameter, context.name(of: node.requiredToken(3)), in: type)
    receiver.pointer.pointee.file = Int32(file)
    receiver.pointer.pointee.declaration = index
    receiver.pointer.pointee.state = .none
    details.receiver = receiver
  }

  private func addDelegateMembers(_ file: Int, _ index: Int32, _ declaration: Declaration) {
    let invoke = make(.method, context.wellKnownNames.invoke, file, index, flags: .implicit, accessibility: .public)
    invoke.pointer.pointee.methodKind = .delegateInvoke
    context.addMember(invoke, to: details)
    let constructor = make(
      .method, context.wellKnownNames.constructor, file, index, flags: .implicit, accessibility: .public)
    constructor.pointer.pointee.methodKind = .constructor
    constructor.pointer.pointee.state = .done
    constructor.pointer.pointee.type = context.voidType
    let target = context.makeSymbol(.parameter, context.names.name("object"), in: constructor)
    target.pointer.pointee.type = context.objectType
    let method = context.makeSymbol(.parameter, context.names.name("method"), in: constructor)
    method.pointer.pointee.type = context.specialType(.intPtr)
    method.pointer.pointee.ordinal = 1
    constructor.pointer.pointee.parameters = [target, method]
    context.addMember(constructor, to: details)
  }

  mutating func finish() {
    let isRecord = type.isRecord
    switch details.typeKind {
    case .class where !type.isStatic && !hasInstanceConstructor,
      .struct where !hasParameterlessConstructor:
      let part = details.parts[0]
      let constructor = make(
        .method, context.wellKnownNames.constructor, Int(part.file), part.declaration, flags: .implicit,
        accessibility: type.isAbstract && details.typeKind == .class ? .protected : .public)
      constructor.pointer.pointee.methodKind = .constructor
      constructor.pointer.pointee.state = .done
      constructor.pointer.pointee.type = context.voidType
      context.addMember(constructor, to: details)
    default:
      break
    }
    if isRecord { addRecordMembers() }
    if details.isProgram { addMain() }
  }

  private func addMain() {
    guard let part = details.parts.first(where: { $0.declaration == 0 }) else { return }
    let main = make(
      .method, context.names.name("<Main>$"), Int(part.file), 0, flags: [.static, .async, .implicit],
      accessibility: .private)
    main.pointer.pointee.state = .done
    main.pointer.pointee.type = context.voidType
    let arguments = context.makeSymbol(.parameter, context.names.name("args"), in: main)
    arguments.pointer.pointee.type = context.arrayType(context.stringType)
    main.pointer.pointee.parameters = [arguments]
    context.files[Int(part.file)].symbols[0] = main
    context.addMember(main, to: details)
  }

  private func addRecordMembers() {
    let part =
      details.primaryConstructor.map { ($0.pointer.pointee.file, $0.pointer.pointee.declaration) }
      ?? (details.parts[0].file, details.parts[0].declaration)
    let file = Int(part.0)
    func method(_ name: String, _ returns: TypeSymbol, _ parameters: [(String, TypeSymbol)], _ flags: SymbolFlags) {
      let interned = context.names.name(name)
      let existing = (details.byName[interned] ?? []).filter { $0.kind == .method }
      for other in existing where other.pointer.pointee.file >= 0 && !other.isImplicitlyDeclared {
        // Written by hand: compare by count; a different type would be another overload, which does no harm.
        if parameterCount(of: other) == parameters.count { return }
      }
      let symbol = make(
        .method, interned, file, part.1, flags: flags.union(.implicit), accessibility: .public)
      symbol.pointer.pointee.state = .done
      symbol.pointer.pointee.type = returns
      if name.hasPrefix("op_") {
        symbol.pointer.pointee.methodKind = .userDefinedOperator
        details.operators[interned, default: []].append(symbol)
      }
      symbol.pointer.pointee.parameters = parameters.enumerated().map { ordinal, parameter in
        let made = context.makeSymbol(.parameter, context.names.name(parameter.0), in: symbol)
        made.pointer.pointee.type = parameter.1
        made.pointer.pointee.ordinal = Int32(ordinal)
        return made
      }
      context.addMember(symbol, to: details)
    }
    let own = type.type
    let isClass = details.typeKind == .class
    if let constructor = details.primaryConstructor {
      context.complete(constructor)
      for parameter in constructor.pointer.pointee.parameters {
        let name = parameter.pointer.pointee.name
        if (details.byName[name] ?? []).contains(where: { $0.kind == .property || $0.kind == .field }) { continue }
        let isReadOnlyStruct = type.pointer.pointee.flags.contains(.readOnly)
        let property = make(
          .property, name, file, part.1,
          flags: isClass || isReadOnlyStruct ? [.implicit, .initOnly] : .implicit, accessibility: .public)
        property.pointer.pointee.state = .done
        property.pointer.pointee.type = parameter.pointer.pointee.type
        property.pointer.pointee.ordinal = parameter.pointer.pointee.ordinal
        property.pointer.pointee.first = accessor(property, "get_", .propertyGet)
        property.pointer.pointee.second = accessor(property, "set_", .propertySet)
        context.addMember(property, to: details)
      }
      if !constructor.pointer.pointee.parameters.isEmpty {
        let name = context.names.name("Deconstruct")
        let count = constructor.pointer.pointee.parameters.count
        if !(details.byName[name] ?? []).contains(where: { parameterCount(of: $0) == count }) {
          let symbol = make(.method, name, file, part.1, flags: .implicit, accessibility: .public)
          symbol.pointer.pointee.state = .done
          symbol.pointer.pointee.type = context.voidType
          symbol.pointer.pointee.parameters = constructor.pointer.pointee.parameters.map { parameter in
            var data = parameter.pointer.pointee
            data.refKind = .out
            data.containing = symbol
            return Symbol(context.symbols.allocate(data))
          }
          context.addMember(symbol, to: details)
        }
      }
    }
    method("Equals", context.booleanType, [("other", own)], isClass ? .virtual : [])
    method("ToString", context.stringType, [], .override)
    method("GetHashCode", context.intType, [], .override)
    let equals = make(
      .method, context.names.name("Equals"), file, part.1, flags: [.implicit, .override], accessibility: .public)
    equals.pointer.pointee.state = .done
    equals.pointer.pointee.type = context.booleanType
    let object = context.makeSymbol(.parameter, context.names.name("obj"), in: equals)
    object.pointer.pointee.type = context.objectType
    equals.pointer.pointee.parameters = [object]
    context.addMember(equals, to: details)
    method("op_Equality", context.booleanType, [("left", own), ("right", own)], .static)
    method("op_Inequality", context.booleanType, [("left", own), ("right", own)], .static)
    if isClass {
      method("<Clone>$", own, [], .virtual)
      let copy = make(
        .method, context.wellKnownNames.constructor, file, part.1, flags: .implicit,
        accessibility: type.isSealed ? .private : .protected)
      copy.pointer.pointee.methodKind = .constructor
      copy.pointer.pointee.state = .done
      copy.pointer.pointee.type = context.voidType
      let original = context.makeSymbol(.parameter, context.names.name("original"), in: copy)
      original.pointer.pointee.type = own
      copy.pointer.pointee.parameters = [original]
      context.addMember(copy, to: details)
    }
  }

  private func accessor(_ property: Symbol, _ prefix: String, _ kind: MethodKind) -> Symbol {
    let symbol = context.makeSymbol(
      .method, context.names.name(prefix + context.text(property.pointer.pointee.name)), in: type)
    symbol.pointer.pointee.methodKind = kind
    symbol.pointer.pointee.first = property
    symbol.pointer.pointee.flags = .implicit
    symbol.pointer.pointee.accessibility = .public
    symbol.pointer.pointee.type = kind == .propertyGet ? property.pointer.pointee.type : context.voidType
    return symbol
  }

  /// Without binding anything.
  private func parameterCount(of method: Symbol) -> Int {
    let pointer = method.pointer
    if pointer.pointee.state == .done || pointer.pointee.file < 0 { return pointer.pointee.parameters.count }
    let declaration = context.files[Int(pointer.pointee.file)].declarations.declarations[
      Int(pointer.pointee.declaration)]
    switch declaration.kind {
    case .method: return declaration.node.requiredNode(6).nodeList(1).count
    case .operator: return declaration.node.requiredNode(7).nodeList(1).count
    default: return -1
    }
  }
}
