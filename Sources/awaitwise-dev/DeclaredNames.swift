import CSharpSyntax

/// What a text declares, as other files see it: each declaration without its body, and the names by which code can mean it.
struct DeclaredNames {
  private var namesByHeader: [String: Set<String>] = [:]
  private var counts: [String: Int] = [:]

  init(_ tree: SyntaxTree) {
    tree.root.walk { node in
      if DeclaredNames.skipped.contains(node.kind) { return false }
      if DeclaredNames.declarations.contains(node.kind) { add(node) }
      return true
    }
  }

  /// The names of what only one of two texts declares, or each in another way.
  static func changed(_ old: DeclaredNames, _ new: DeclaredNames) -> Set<String> {
    var names: Set<String> = []
    for (header, named) in old.namesByHeader where old.counts[header] != new.counts[header] { names.formUnion(named) }
    for (header, named) in new.namesByHeader where old.counts[header] != new.counts[header] { names.formUnion(named) }
    return names
  }

  private mutating func add(_ node: SyntaxNode) {
    let container = DeclaredNames.container(of: node)
    var names = DeclaredNames.identifiers(of: node)
    // Operators and indexers are used without a name; who uses them says that of the type somewhere.
    if names.isEmpty, let container { names = [container] }
    let header = (container ?? "") + ":" + DeclaredNames.header(of: node)
    namesByHeader[header, default: []].formUnion(names)
    counts[header, default: 0] += 1
  }

  private static func container(of node: SyntaxNode) -> String? {
    var outer = node.parent
    while let current = outer {
      if types.contains(current.kind) { return identifiers(of: current).first }
      outer = current.parent
    }
    return nil
  }

  private static func identifiers(of node: SyntaxNode) -> Set<String> {
    if node.kind == .fieldDeclaration || node.kind == .eventFieldDeclaration {
      var names: Set<String> = []
      node.walk { inner in
        if inner.kind == .variableDeclarator { names.formUnion(identifiers(of: inner)) }
        return inner.kind != .equalsValueClause
      }
      return names
    }
    var names: Set<String> = []
    for slot in 0..<node.slotCount {
      if let token = node.optionalToken(slot), token.kind == .identifierToken { names.insert(token.text) }
    }
    return names
  }

  /// The tokens of a declaration but for bodies, initializers and, of a type, its members.
  private static func header(of node: SyntaxNode) -> String {
    var hidden: [TextRange] = []
    node.walk { inner in
      guard inner != node else { return true }
      let isBody =
        skipped.contains(inner.kind) || declarations.contains(inner.kind)
        || (inner.kind == .equalsValueClause && inner.parent?.kind != .parameter)
      if isBody { hidden.append(inner.range) }
      return !isBody
    }
    var header = ""
    var token: SyntaxToken? = node.firstToken
    let end = node.range.end
    var next = 0
    while let current = token, current.range.start < end {
      while next < hidden.count, hidden[next].end <= current.range.start { next += 1 }
      if next == hidden.count || !hidden[next].contains(current.range) { header += current.text + " " }
      token = current.next
    }
    return header
  }

  private static let skipped: Set<SyntaxKind> = [.block, .arrowExpressionClause, .globalStatement]

  private static let types: Set<SyntaxKind> = [
    .classDeclaration, .structDeclaration, .interfaceDeclaration, .recordDeclaration, .recordStructDeclaration,
    .unionDeclaration, .enumDeclaration,
  ]

  private static let declarations: Set<SyntaxKind> = types.union([
    .extensionBlockDeclaration, .delegateDeclaration, .enumMemberDeclaration, .fieldDeclaration,
    .eventFieldDeclaration, .methodDeclaration, .operatorDeclaration, .conversionOperatorDeclaration,
    .constructorDeclaration, .destructorDeclaration, .propertyDeclaration, .eventDeclaration, .indexerDeclaration,
  ])
}

/// Every word of some texts, comments and literals included.
struct WordSet {
  private var hashes: Set<UInt64> = []

  mutating func insert(wordsOf bytes: [UInt8]) {
    var hash = WordSet.start
    var isInside = false
    for byte in bytes {
      if WordSet.isWordByte(byte) {
        hash = WordSet.combine(hash, byte)
        isInside = true
      } else if isInside {
        hashes.insert(hash)
        hash = WordSet.start
        isInside = false
      }
    }
    if isInside { hashes.insert(hash) }
  }

  /// Whether some text may hold the word; now and then `true` for one that none holds.
  func mayContain(_ word: String) -> Bool {
    hashes.contains(word.utf8.filter { $0 != UInt8(ascii: "@") }.reduce(WordSet.start, WordSet.combine))
  }

  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
