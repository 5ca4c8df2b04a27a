import CSharpSyntax

/// What one file declares: a pure function of its tree.
///
/// Most files of a big workspace are only ever asked for their declarations, so their trees can go without bodies; who
/// looks into a body asks for ``whole()``.
package final class FileDeclarations: @unchecked Sendable {
  /// What ``declarations`` refer to; without bodies where there is a store that has the rest.
  let tree: SyntaxTree
  /// Has the tree that this one's was cut down from.
  private let store: (any WholeTreeStore)?
  /// What the store knows the file by.
  package let storeKey: UInt64
  /// Names the file in messages and results.
  package let path: String
  /// Equal for two texts whose declarations are the same: bodies, initializers of variables, comments and white space
  /// between members don't count.
  package let declarationHash: UInt64

  /// In pre-order; entry 0 is the compilation unit.
  let declarations: [Declaration]
  /// Declarations by the index of their node.
  let declarationByNode: [UInt32: Int32]
  /// Whether there are top-level statements.
  package let hasTopLevelStatements: Bool
  /// Names in `[assembly: InternalsVisibleTo("…")]`.
  let friendAssemblies: [String]
  /// Simple names of all attributes that target the assembly, as written.
  let assemblyAttributes: [String]
  /// `SuppressMessage` attributes on the assembly or module.
  package let suppressMessages: [SuppressMessage]

  /// - Parameter tree: the whole one.
  package init(path: String, tree: SyntaxTree) {
    var collector = DeclarationCollector(tree: tree)
    collector.collect()
    self.tree = tree
    store = nil
    storeKey = 0
    self.path = path
    self.declarationHash = collector.hash.value
    self.declarations = collector.declarations
    self.declarationByNode = collector.byNode
    self.hasTopLevelStatements = collector.hasTopLevelStatements
    self.friendAssemblies = collector.friends
    self.assemblyAttributes = collector.assemblyAttributes
    self.suppressMessages = collector.suppressMessages
  }

  private init(withoutBodies whole: FileDeclarations, store: any WholeTreeStore, key: UInt64) {
    let cut = BodilessTree(of: whole.tree)
    tree = cut.tree
    self.store = store
    storeKey = key
    path = whole.path
    declarationHash = whole.declarationHash
    declarations = whole.declarations.map { $0.moved(to: cut.node($0.node), cut.token($0.identifier)) }
    declarationByNode = Dictionary(
      declarations.enumerated().map { ($1.node.index, Int32(truncatingIfNeeded: $0)) },
      uniquingKeysWith: { _, last in last })
    hasTopLevelStatements = whole.hasTopLevelStatements
    friendAssemblies = whole.friendAssemblies
    assemblyAttributes = whole.assemblyAttributes
    suppressMessages = whole.suppressMessages
  }

  /// The same declarations in a quarter of the memory.
  ///
  /// - Parameter key: tells files of the store apart.
  package func withoutBodies(store: any WholeTreeStore, key: UInt64) -> FileDeclarations {
    FileDeclarations(withoutBodies: self, store: store, key: key)
  }

  /// The same declarations, in the same order, with the whole tree. Nodes of one are no nodes of the other.
  package func whole() -> FileDeclarations { store?.whole(self) ?? self }

  /// The text.
  package var bytes: [UInt8] { tree.bytes }

  package var parseOptions: ParseOptions { tree.options }

  /// The bytes that the tree takes, without the text.
  package var treeSize: Int { tree.storageSize }

  /// Whether the file names such an attribute for the assembly, with or without `Attribute`; what it means is not asked.
  package func hasAssemblyAttribute(_ name: String) -> Bool {
    assemblyAttributes.contains { $0 == name || $0.dropLast("Attribute".count) == name && $0.hasSuffix("Attribute") }
  }
}

/// Parses files again whose bodies were let go of.
package protocol WholeTreeStore: AnyObject, Sendable {
  /// The declarations of the same text with its whole tree.
  func whole(_ declarations: FileDeclarations) -> FileDeclarations
}

enum DeclarationKind: UInt8 {
  case compilationUnit
  case namespace
  case `class`
  case `struct`
  case interface
  case record
  case recordStruct
  case union
  case `enum`
  case delegate
  case extensionBlock
  case method
  case constructor
  case destructor
  case `operator`
  case conversion
  case property
  case indexer
  case field
  case eventField
  case event
  case enumMember

  var isType: Bool { rawValue >= DeclarationKind.class.rawValue && rawValue <= DeclarationKind.extensionBlock.rawValue }
}

/// One declaration; for fields and field-like events one per declarator.
struct Declaration {
  let kind: DeclarationKind
  /// Written modifiers.
  var flags: SymbolFlags
  /// As written; `.notApplicable` where nothing is written.
  var accessibility: Accessibility
  var arity: UInt16
  /// Index of the declaration around.
  let parent: Int32
  /// Behind the last declaration inside.
  var end: Int32
  let node: SyntaxNode
  /// The token that names it; none for namespaces, indexers and operators.
  let identifier: SyntaxToken

  /// The same declaration in another tree of the same text.
  func moved(to node: SyntaxNode, _ identifier: SyntaxToken) -> Declaration {
    Declaration(
      kind: kind, flags: flags, accessibility: accessibility, arity: arity, parent: parent, end: end, node: node,
      identifier: identifier)
  }
}

/// FNV-1a in 64 bits over the parts of a text that declare something.
struct DeclarationHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  mutating func combine(_ bytes: ArraySlice<UInt8>) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.value = value
  }
}

private struct DeclarationCollector {
  let tree: SyntaxTree
  var declarations: [Declaration] = []
  var byNode: [UInt32: Int32] = [:]
  var hash = DeclarationHash()
  var hasTopLevelStatements = false
  var friends: [String] = []
  var assemblyAttributes: [String] = []
  var suppressMessages: [SuppressMessage] = []

  /// Deeper types than this are left out; the parser limits nesting as well.
  private static let maximumDepth = 200

  init(tree: SyntaxTree) { self.tree = tree }

  mutating func collect() {
    let root = tree.root
    let unit = open(.compilationUnit, root, SyntaxToken?.none, parent: -1)
    for list in root.nodeList(2) { collectAssemblyAttributes(list) }
    hashUsings(root.nodeList(0))
    hashUsings(root.nodeList(1))
    members(root.nodeList(3), parent: unit, depth: 0)
    close(unit)
  }

  private mutating func open(
    _ kind: DeclarationKind, _ node: SyntaxNode, _ identifier: SyntaxToken?, parent: Int32,
    modifiers: SyntaxTokenList? = nil
  ) -> Int32 {
    let index = Int32(truncatingIfNeeded: declarations.count)
    var flags: SymbolFlags = []
    var accessibility = Accessibility.notApplicable
    if let modifiers { (flags, accessibility) = DeclarationModifiers.read(modifiers) }
    declarations.append(
      Declaration(
        kind: kind, flags: flags, accessibility: accessibility, arity: 0, parent: parent, end: index &+ 1, node: node,
        identifier: identifier ?? node.requiredToken(-1)))
    byNode[node.index] = index
    hash.combine(kind.rawValue)
    return index
  }

  private mutating func close(_ index: Int32) {
    declarations[Int(index)].end = Int32(truncatingIfNeeded: declarations.count)
    hash.combine(0xff)
  }

  /// Hashes a stretch of text.
  private mutating func header(_ start: ByteOffset, _ end: ByteOffset) {
    hash.combine(tree.slice(TextRange(start: start, end: end)))
  }

  /// Hashes a member up to its body, and whether there is one.
  private mutating func member(_ node: SyntaxNode, upTo parts: [SyntaxNode?]) {
    let range = node.range
    var end = range.end
    for part in parts {
      guard let part, !part.range.isEmpty || part.isMissing == false else { continue }
      end = min(end, part.range.start)
      hash.combine(1)
    }
    header(range.start, end)
  }

  private mutating func hashUsings(_ usings: SyntaxNodeList) {
    for directive in usings { header(directive.range.start, directive.range.end) }
  }

  private mutating func collectAssemblyAttributes(_ list: SyntaxNode) {
    header(list.range.start, list.range.end)
    let targetsAssembly = list.optionalNode(1)?.requiredToken(0).text == "assembly"
    for attribute in list.nodeList(2) {
      if let suppression = SuppressMessage(attribute) { suppressMessages.append(suppression) }
      let name = attribute.requiredNode(0).text
      guard targetsAssembly else { continue }
      assemblyAttributes.append(name.split(separator: ".").last.map(String.init) ?? name)
      guard name.hasSuffix("InternalsVisibleTo") || name.hasSuffix("InternalsVisibleToAttribute"),
        let argument = attribute.optionalNode(1)?.nodeList(1).first
      else { continue }
      let text = argument.requiredNode(2).text
      let inner = text.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" && $0 != "," }
      friends.append(String(inner))
    }
  }

  private mutating func members(_ list: SyntaxNodeList, parent: Int32, depth: Int) {
    guard depth < DeclarationCollector.maximumDepth else { return }
    for node in list { member(node, parent: parent, depth: depth) }
  }

  private mutating func member(_ node: SyntaxNode, parent: Int32, depth: Int) {
    switch node.kind {
    case .globalStatement:
      if !hasTopLevelStatements { hash.combine(0xfe) }
      hasTopLevelStatements = true
    case .namespaceDeclaration:
      let index = open(.namespace, node, nil, parent: parent)
      let name = node.requiredNode(3).range
      header(name.start, name.end)
      hashUsings(node.nodeList(5))
      hashUsings(node.nodeList(6))
      members(node.nodeList(7), parent: index, depth: depth + 1)
      close(index)
    case .fileScopedNamespaceDeclaration:
      let index = open(.namespace, node, nil, parent: parent)
      let name = node.requiredNode(3).range
      header(name.start, name.end)
      hashUsings(node.nodeList(5))
      hashUsings(node.nodeList(6))
      members(node.nodeList(7), parent: index, depth: depth + 1)
      close(index)
    case .classDeclaration: type(.class, node, parent, identifier: 3, typeParameters: 4, brace: 8, members: 9, depth)
    case .structDeclaration: type(.struct, node, parent, identifier: 3, typeParameters: 4, brace: 8, members: 9, depth)
    case .interfaceDeclaration:
      type(.interface, node, parent, identifier: 3, typeParameters: 4, brace: 8, members: 9, depth)
    case .unionDeclaration: type(.union, node, parent, identifier: 3, typeParameters: 4, brace: 8, members: 9, depth)
    case .recordDeclaration:
      type(.record, node, parent, identifier: 4, typeParameters: 5, brace: 9, members: 10, depth)
    case .recordStructDeclaration:
      type(.recordStruct, node, parent, identifier: 4, typeParameters: 5, brace: 9, members: 10, depth)
    case .extensionBlockDeclaration:
      type(.extensionBlock, node, parent, identifier: -1, typeParameters: 3, brace: 6, members: 7, depth)
    case .enumDeclaration:
      let index = open(.enum, node, node.requiredToken(3), parent: parent, modifiers: node.tokenList(1))
      header(node.range.start, node.optionalToken(5)?.range.start ?? node.range.end)
      for value in node.nodeList(6) where value.kind == .enumMemberDeclaration {
        let child = open(.enumMember, value, value.requiredToken(2), parent: index)
        header(value.range.start, value.range.end)
        close(child)
      }
      close(index)
    case .delegateDeclaration:
      let index = open(.delegate, node, node.requiredToken(4), parent: parent, modifiers: node.tokenList(1))
      declarations[Int(index)].arity = arity(node.optionalNode(5))
      header(node.range.start, node.range.end)
      close(index)
    case .methodDeclaration:
      let index = open(.method, node, node.requiredToken(4), parent: parent, modifiers: node.tokenList(1))
      declarations[Int(index)].arity = arity(node.optionalNode(5))
      if node.optionalNode(3) != nil { declarations[Int(index)].flags.insert(.explicitImplementation) }
      if let first = node.requiredNode(6).nodeList(1).first, first.tokenList(1).contains(.thisKeyword) {
        declarations[Int(index)].flags.insert(.extensionMethod)
      }
      member(node, upTo: [node.optionalNode(8), node.optionalNode(9)])
      close(index)
    case .constructorDeclaration:
      let index = open(.constructor, node, node.requiredToken(2), parent: parent, modifiers: node.tokenList(1))
      member(node, upTo: [node.optionalNode(4), node.optionalNode(5), node.optionalNode(6)])
      close(index)
    case .destructorDeclaration:
      let index = open(.destructor, node, node.requiredToken(3), parent: parent, modifiers: node.tokenList(1))
      member(node, upTo: [node.optionalNode(5), node.optionalNode(6)])
      close(index)
    case .operatorDeclaration:
      let index = open(.operator, node, nil, parent: parent, modifiers: node.tokenList(1))
      if node.optionalNode(3) != nil { declarations[Int(index)].flags.insert(.explicitImplementation) }
      member(node, upTo: [node.optionalNode(8), node.optionalNode(9)])
      close(index)
    case .conversionOperatorDeclaration:
      let index = open(.conversion, node, nil, parent: parent, modifiers: node.tokenList(1))
      if node.optionalNode(3) != nil { declarations[Int(index)].flags.insert(.explicitImplementation) }
      member(node, upTo: [node.optionalNode(8), node.optionalNode(9)])
      close(index)
    case .propertyDeclaration:
      let index = open(.property, node, node.requiredToken(4), parent: parent, modifiers: node.tokenList(1))
      if node.optionalNode(3) != nil { declarations[Int(index)].flags.insert(.explicitImplementation) }
      member(node, upTo: [node.optionalNode(5), node.optionalNode(6), node.optionalNode(7)])
      accessors(node.optionalNode(5))
      close(index)
    case .indexerDeclaration:
      let index = open(.indexer, node, nil, parent: parent, modifiers: node.tokenList(1))
      declarations[Int(index)].flags.insert(.indexer)
      if node.optionalNode(3) != nil { declarations[Int(index)].flags.insert(.explicitImplementation) }
      member(node, upTo: [node.optionalNode(6), node.optionalNode(7)])
      accessors(node.optionalNode(6))
      close(index)
    case .eventDeclaration:
      let index = open(.event, node, node.requiredToken(5), parent: parent, modifiers: node.tokenList(1))
      if node.optionalNode(4) != nil { declarations[Int(index)].flags.insert(.explicitImplementation) }
      member(node, upTo: [node.optionalNode(6)])
      accessors(node.optionalNode(6))
      close(index)
    case .fieldDeclaration: fields(.field, node, node.requiredNode(2), parent)
    case .eventFieldDeclaration: fields(.eventField, node, node.requiredNode(3), parent)
    default:
      break
    }
  }

  private mutating func type(
    _ kind: DeclarationKind, _ node: SyntaxNode, _ parent: Int32, identifier: Int, typeParameters: Int, brace: Int,
    members slot: Int, _ depth: Int
  ) {
    let index = open(kind, node, node.optionalToken(identifier), parent: parent, modifiers: node.tokenList(1))
    declarations[Int(index)].arity = arity(node.optionalNode(typeParameters))
    if kind == .record || kind == .recordStruct { declarations[Int(index)].flags.insert(.record) }
    header(node.range.start, node.optionalToken(brace)?.range.start ?? node.range.end)
    members(node.nodeList(slot), parent: index, depth: depth + 1)
    close(index)
  }

  private mutating func fields(
    _ kind: DeclarationKind, _ node: SyntaxNode, _ declaration: SyntaxNode, _ parent: Int32
  ) {
    let modifiers = node.tokenList(1)
    let isConst = modifiers.contains(.constKeyword)
    header(node.range.start, declaration.requiredNode(0).range.end)
    for variable in declaration.nodeList(1) where variable.kind == .variableDeclarator {
      let index = open(kind, variable, variable.requiredToken(0), parent: parent, modifiers: modifiers)
      let end = isConst ? variable.range.end : variable.requiredToken(0).range.end
      header(variable.range.start, end)
      if variable.optionalNode(1) != nil { hash.combine(2) }
      close(index)
    }
  }

  private mutating func accessors(_ list: SyntaxNode?) {
    guard let list else { return }
    for accessor in list.nodeList(1) {
      let body = accessor.optionalNode(3) ?? accessor.optionalNode(4)
      header(accessor.range.start, body?.range.start ?? accessor.range.end)
      hash.combine(body == nil ? 3 : 4)
    }
  }

  private func arity(_ list: SyntaxNode?) -> UInt16 {
    guard let list else { return 0 }
    return UInt16(clamping: list.nodeList(1).count)
  }
}

/// Reads written modifiers.
enum DeclarationModifiers {
  static func read(_ tokens: SyntaxTokenList) -> (SymbolFlags, Accessibility) {
    var flags: SymbolFlags = []
    var isPublic = false
    var isPrivate = false
    var isProtected = false
    var isInternal = false
    for token in tokens {
      switch token.kind {
      case .publicKeyword: isPublic = true
      case .privateKeyword: isPrivate = true
      case .protectedKeyword: isProtected = true
      case .internalKeyword: isInternal = true
      case .staticKeyword: flags.insert(.static)
      case .abstractKeyword: flags.insert(.abstract)
      case .virtualKeyword: flags.insert(.virtual)
      case .overrideKeyword: flags.insert(.override)
      case .sealedKeyword: flags.insert(.sealed)
      case .asyncKeyword: flags.insert(.async)
      case .externKeyword: flags.insert(.extern)
      case .readOnlyKeyword: flags.insert(.readOnly)
      case .constKeyword: flags.formUnion([.const, .static])
      case .requiredKeyword: flags.insert(.required)
      case .partialKeyword: flags.insert(.partial)
      case .volatileKeyword: flags.insert(.volatile)
      case .newKeyword: flags.insert(.new)
      case .refKeyword: flags.insert(.refLike)
      case .fileKeyword: flags.insert(.file)
      default: break
      }
    }
    let accessibility: Accessibility
    if isPublic {
      accessibility = .public
    } else if isProtected {
      accessibility = isInternal ? .protectedInternal : isPrivate ? .privateProtected : .protected
    } else if isInternal {
      accessibility = .internal
    } else if isPrivate {
      accessibility = .private
    } else {
      accessibility = .notApplicable
    }
    return (flags, accessibility)
  }
}
