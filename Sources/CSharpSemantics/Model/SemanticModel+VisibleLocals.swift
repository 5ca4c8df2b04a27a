import CSharpSyntax

/// What one node around a place brings into scope: locals, parameters, range variables, local functions. Found once; who
/// asks at many places of one function only picks what is visible there.
struct LocalFrame {
  struct Entry {
    let symbol: Symbol
    let name: Name
    let visibility: Visibility
  }

  /// Where below the node a declaration is in scope.
  enum Visibility {
    case everywhere
    /// Behind the start of a part, but not in it.
    case behind(ByteOffset, part: UInt32)
    /// Behind the start of a declarator, in its own initializer too.
    case from(ByteOffset)
    /// In one part.
    case inside(part: UInt32)
    /// In all parts but one.
    case outside(part: UInt32)

    func holds(at position: ByteOffset, in part: UInt32) -> Bool {
      switch self {
      case .everywhere: true
      case .behind(let start, let own): start < position && part != own
      case .from(let start): start < position
      case .inside(let own): part == own
      case .outside(let own): part != own
      }
    }
  }

  /// Of two with one name the first that is visible counts.
  private(set) var entries: [Entry] = []
  private(set) var places: [Name: [Int]] = [:]

  mutating func add(_ symbol: Symbol, _ visibility: Visibility) {
    let name = symbol.pointer.pointee.name
    places[name, default: []].append(entries.count)
    entries.append(Entry(symbol: symbol, name: name, visibility: visibility))
  }
}

extension SemanticModel {
  /// All locals, parameters, range variables and local functions that are in scope at a place, innermost first.
  package func visibleLocals(at node: SyntaxNode) -> [Symbol] {
    var result: [Symbol] = []
    var seen: Set<Name> = []
    forEachFrame(around: node) { frame, part in
      for entry in frame.entries where entry.visibility.holds(at: node.range.start, in: part) {
        if seen.insert(entry.name).inserted { result.append(entry.symbol) }
      }
      return true
    }
    return result
  }

  /// The local, parameter, range variable or local function that a name means at a place.
  package func visibleLocal(named name: String, at node: SyntaxNode) -> Symbol? {
    visibleLocal(named: context.names.name(name), at: node)
  }

  func visibleLocal(named name: Name, at node: SyntaxNode) -> Symbol? {
    var result: Symbol?
    let position = node.range.start
    forEachFrame(around: node) { frame, part in
      for place in frame.places[name] ?? [] where frame.entries[place].visibility.holds(at: position, in: part) {
        result = frame.entries[place].symbol
        return false
      }
      return true
    }
    return result
  }

  /// Calls `visit` with the frames around a place, innermost first, and the part of each that holds the place, until it
  /// answers `false`.
  private func forEachFrame(around node: SyntaxNode, _ visit: (LocalFrame, _ part: UInt32) -> Bool) {
    ensureBound(node)
    var part = node.index
    for ancestor in node.ancestors {
      if SemanticModel.endsLocalScopes(ancestor.kind) { return }
      let frame: LocalFrame
      if let known = localFrames[ancestor.index] {
        frame = known
      } else {
        frame = makeFrame(of: ancestor)
        localFrames[ancestor.index] = frame
      }
      if !frame.entries.isEmpty, !visit(frame, part) { return }
      part = ancestor.index
    }
  }

  /// Locals of the top-level program are not seen in types.
  private static func endsLocalScopes(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .classDeclaration, .structDeclaration, .interfaceDeclaration, .recordDeclaration, .recordStructDeclaration,
      .unionDeclaration, .extensionBlockDeclaration, .enumDeclaration:
      true
    default: false
    }
  }

  private func makeFrame(of node: SyntaxNode) -> LocalFrame {
    var frame = LocalFrame()
    func add(_ declaration: SyntaxNode, _ visibility: LocalFrame.Visibility) {
      if let symbol = declared[declaration.index] { frame.add(symbol, visibility) }
    }
    switch node.kind {
    case .block, .switchSection, .compilationUnit:
      let statements = Array(node.nodeList(node.kind == .block ? 2 : node.kind == .switchSection ? 1 : 3))
      for statement in statements.reversed() {
        var inner = statement
        if inner.kind == .globalStatement { inner = inner.requiredNode(2) }
        if inner.kind == .localFunctionStatement { add(inner, .everywhere) }
        collectDeclarations(of: inner) { add($0, .behind(statement.range.start, part: statement.index)) }
      }
    case .forStatement, .usingStatement, .fixedStatement:
      for slot in 3...4 {
        if let declaration = node.optionalNode(slot), declaration.kind == .variableDeclaration {
          for variable in declaration.nodeList(1) { add(variable, .from(variable.range.start)) }
        }
      }
    case .forEachStatement: add(node, .inside(part: node.requiredNode(9).index))
    case .forEachVariableStatement:
      collectDesignations(in: node.requiredNode(4)) { add($0, .inside(part: node.requiredNode(8).index)) }
    case .ifStatement, .whileStatement, .lockStatement, .switchStatement, .switchExpressionArm,
      .expressionStatement, .returnStatement, .localDeclarationStatement, .arrowExpressionClause,
      .conditionalExpression, .logicalAndExpression:
      for part in node.childNodes where part.kind != .block {
        collectDesignations(in: part) { add($0, .behind(part.range.start, part: part.index)) }
      }
    case .catchClause: if let declaration = node.optionalNode(1) { add(declaration, .everywhere) }
    case .simpleLambdaExpression: add(node.requiredNode(2), .everywhere)
    case .parenthesizedLambdaExpression, .anonymousMethodExpression, .localFunctionStatement, .methodDeclaration,
      .constructorDeclaration, .operatorDeclaration, .conversionOperatorDeclaration, .indexerDeclaration:
      for part in node.childNodes where part.kind == .parameterList || part.kind == .bracketedParameterList {
        for parameter in part.nodeList(1) { add(parameter, .everywhere) }
      }
    case .queryBody:
      for clause in node.nodeList(0) { add(clause, .behind(clause.range.start, part: clause.index)) }
    case .queryExpression: add(node.requiredNode(0), .outside(part: node.requiredNode(0).index))
    default: break
    }
    return frame
  }

  /// The variables that a statement leaves behind in its block.
  private func collectDeclarations(of statement: SyntaxNode, _ add: (SyntaxNode) -> Void) {
    switch statement.kind {
    case .localDeclarationStatement:
      for variable in statement.requiredNode(4).nodeList(1) {
        add(variable)
        if let clause = variable.optionalNode(2) { collectDesignations(in: clause, add) }
      }
    case .expressionStatement, .returnStatement, .throwStatement, .yieldReturnStatement:
      collectDesignations(in: statement, add)
    case .labeledStatement: collectDeclarations(of: statement.requiredNode(3), add)
    default: break
    }
  }

  private func collectDesignations(in node: SyntaxNode, _ add: (SyntaxNode) -> Void) {
    node.walk { inner in
      switch inner.kind {
      case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression, .queryExpression:
        return false
      case .singleVariableDesignation:
        add(inner)
        return false
      default: return true
      }
    }
  }
}
