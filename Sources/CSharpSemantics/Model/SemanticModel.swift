import CSharpSyntax

/// Answers what the syntax of one file means.
///
/// Bodies are bound when a question first touches them, one member at a time, and the answers kept. A model belongs to
/// its context's thread and keeps context and tree alive.
package final class SemanticModel {
  package let context: BindingContext
  /// The file's index in the compilation.
  package let file: Int
  package let tree: SyntaxTree
  /// What the file declares, with nodes of ``tree``.
  let source: FileDeclarations
  /// Polled between statements; once it answers `true`, binding stops and what is not bound yet stays unknown.
  package var isCancelledCheck: (() -> Bool)?

  let localSymbols = Arena<SymbolData>(chunkSize: 128)
  /// Place in ``infos`` by node, or one of the two values below.
  var infoIndex: [Int32]
  static let notAskedFor: Int32 = -1
  /// What the node belongs to is bound, and left no answer for it.
  static let withoutAnswer: Int32 = -2
  var infos: [NodeInfo] = []
  var declared: [UInt32: Symbol] = [:]
  var constants: [UInt32: ConstantValue] = [:]
  var localConstants: [Symbol: ConstantValue] = [:]
  var awaits: [UInt32: AwaitRecord] = [:]
  var forEachs: [UInt32: ForEachRecord] = [:]
  var adds: [UInt32: (method: Symbol, isReduced: Bool)] = [:]
  var deconstructs: [UInt32: Symbol] = [:]
  var queryCasts: [UInt32: (method: Symbol, isReduced: Bool)] = [:]
  var discards: Set<UInt32> = []
  /// Labels by their statement; a `goto` may stand in front of its label.
  var labels: [UInt32: Symbol] = [:]
  /// What is in scope below nodes, by node.
  var localFrames: [UInt32: LocalFrame] = [:]
  /// Roots that are bound, by node.
  var boundRoots: Set<UInt32> = []
  /// Names of extension members that were looked up.
  var extensionLevels: [ExtensionLevels.Key: ExtensionLevels] = [:]
  var isRecording = true
  /// See ``findPlainBodies()``.
  private lazy var plainBodies = findPlainBodies()
  private var cancelPolls = 0
  private var wasCancelled = false

  init(context: BindingContext, file: Int, source: FileDeclarations) {
    self.context = context
    self.file = file
    self.source = source
    tree = source.tree
    infoIndex = Array(repeating: SemanticModel.notAskedFor, count: tree.nodeCount)
    infos.reserveCapacity(256)
  }

  /// How many members, headers of types and directives were bound.
  package var boundMemberCount: Int { boundRoots.count }

  var isCancelled: Bool {
    if wasCancelled { return true }
    guard let isCancelledCheck else { return false }
    cancelPolls &+= 1
    guard cancelPolls & 0x3f == 0 else { return false }
    wasCancelled = isCancelledCheck()
    return wasCancelled
  }

  // MARK: Questions

  /// What a name, member access, invocation, object creation, element access, operator, attribute, constructor
  /// initializer or query clause refers to. For an invocation the method (or the delegate's `Invoke`); for a type's name
  /// the type's definition; for `new T(…)` the constructor.
  package func symbol(of node: SyntaxNode) -> SymbolInfo {
    ensureBound(node)
    guard let info = answer(node) else { return .unknown }
    return SymbolInfo(
      symbol: info.symbol ?? info.operatorMethod, candidates: info.candidates, reason: info.reason,
      isReducedExtension: info.isReduced)
  }

  /// The type of an expression (or of a type's syntax).
  package func type(of node: SyntaxNode) -> TypeInfo {
    ensureBound(node)
    guard let info = answer(node) else { return .none }
    return TypeInfo(type: info.type, convertedType: info.converted ?? info.type, conversionMethod: info.conversion)
  }

  /// Whether the node is a type's name or a namespace rather than a value.
  package func isTypeReference(_ node: SyntaxNode) -> Bool {
    ensureBound(node)
    return answer(node)?.isType ?? false
  }

  /// Whether `_` at this place discards a value.
  package func isDiscard(_ node: SyntaxNode) -> Bool {
    ensureBound(node)
    return discards.contains(node.index)
  }

  /// What was taken down for a node; names at the right of a dot stand for the whole.
  func answer(_ node: SyntaxNode) -> NodeInfo? {
    guard node.tree === tree, Int(node.index) < infoIndex.count else { return nil }
    let index = infoIndex[Int(node.index)]
    if index >= 0 { return infos[Int(index)] }
    guard let parent = node.parent else { return nil }
    switch parent.kind {
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression:
      return parent.requiredNode(2) == node ? answer(parent) : nil
    case .memberBindingExpression: return parent.requiredNode(1) == node ? answer(parent) : nil
    case .qualifiedName: return parent.requiredNode(2) == node ? answer(parent) : nil
    default: return nil
    }
  }

  /// What a declaration declares: types, members, accessors, parameters, locals (of a variable declarator, single
  /// variable designation, `foreach`, catch declaration, query clause), local functions, and for lambdas their
  /// anonymous function.
  package func declaredSymbol(for node: SyntaxNode) -> Symbol? {
    guard node.tree === tree else { return nil }
    if let index = source.declarationByNode[node.index] { return context.symbol(file: file, declaration: index) }
    if FunctionSyntax(declaredBy: node)?.kind == .accessor, let property = enclosingProperty(node) {
      return node.kind == .setAccessorDeclaration || node.kind == .initAccessorDeclaration
        ? property.setter : property.getter
    }
    ensureBound(node)
    return declared[node.index]
  }

  private func enclosingProperty(_ node: SyntaxNode) -> Symbol? {
    for ancestor in node.ancestors where ancestor.kind == .propertyDeclaration || ancestor.kind == .indexerDeclaration {
      return declaredSymbol(for: ancestor)
    }
    return nil
  }

  /// The members behind a `foreach`.
  package func forEachInfo(for node: SyntaxNode) -> ForEachInfo? {
    ensureBound(node)
    guard let record = forEachs[node.index] else { return nil }
    let pattern = record.pattern
    return ForEachInfo(
      getEnumerator: pattern.getEnumerator, moveNext: pattern.moveNext, current: pattern.current,
      dispose: pattern.dispose, elementType: pattern.elementType)
  }

  /// The members behind an `await` expression.
  package func awaitInfo(for node: SyntaxNode) -> AwaitInfo? {
    ensureBound(node)
    guard let record = awaits[node.index] else { return nil }
    return AwaitInfo(
      getAwaiter: record.pattern.getAwaiter, isCompleted: record.pattern.isCompleted,
      getResult: record.pattern.getResult, operandType: record.operand)
  }

  /// The method that an element of a collection initializer calls.
  package func addMethod(for element: SyntaxNode) -> Symbol? {
    ensureBound(element)
    return adds[element.index]?.method
  }

  /// The `Deconstruct` that a deconstructing assignment or `foreach` calls; `nil` for tuples.
  package func deconstructMethod(for node: SyntaxNode) -> Symbol? {
    ensureBound(node)
    return deconstructs[node.index]
  }

  /// The value of a constant expression.
  package func constantValue(of node: SyntaxNode) -> ConstantValue? {
    ensureBound(node)
    if let value = constants[node.index], value != .unknown { return value }
    return context.literalValue(node) ?? constants[node.index]
  }

  // MARK: Lookup

  /// What a simple name means at a place: locals declared before or around it, parameters, members (inherited ones
  /// too), types, namespaces, imports; all of the innermost scope that has the name.
  ///
  /// - Parameter arity: how many type arguments a type is to have.
  package func lookupSymbols(named name: String, arity: Int = 0, at node: SyntaxNode) -> [Symbol] {
    let interned = context.names.name(name)
    if arity == 0, let local = visibleLocal(named: interned, at: node) { return [local] }
    var scope: DeclarationScope? = declarationScope(at: node)
    while let current = scope {
      if current.container.kind == .namedType {
        let found = context.allMembers(of: current.container.type, named: interned)
        if !found.isEmpty { return found }
      }
      let lookup = context.lookupNamespaceOrType(interned, arity: arity, scope: current)
      if current.container.kind == .namespace {
        if let symbol = lookup.symbol ?? lookup.aliasTarget?.definition { return [symbol] }
      }
      scope = current.parent
    }
    return []
  }

  /// Members of a name that can be reached at a place through a receiver of this type: accessible instance members,
  /// then extension methods that are in scope there and apply.
  package func lookupMembers(of type: TypeSymbol, named name: String, at node: SyntaxNode) -> [Symbol] {
    let interned = context.names.name(name)
    let binder = makeBinder(at: node)
    var result: [Symbol] = []
    for entry in context.lookupMembers(interned, in: type).entries
    where binder.isAccessible(entry.symbol) && !entry.symbol.isExplicitInterfaceImplementation {
      result.append(context.constructed(entry.symbol, in: entry.instance))
    }
    binder.forEachExtensionLevel(interned) { members in
      for member in members where !result.contains(member) {
        guard let receiver = member.parameters.first?.type ?? member.containingType?.typeDetails.receiver?.type else {
          continue
        }
        let isGeneric = receiver.pointer.pointee.flags.contains(.containsTypeParameter)
        if isGeneric {
          if receiver.kind == .typeParameter || matches(type, receiver) { result.append(member) }
        } else if context.standardImplicit(type, receiver).exists {
          result.append(member)
        }
      }
      return false
    }
    return result
  }

  /// Whether a type is, derives from or implements some construction of a generic type.
  private func matches(_ type: TypeSymbol, _ generic: TypeSymbol) -> Bool {
    guard let definition = generic.definition else { return generic.kind == type.kind }
    if type.definition == definition { return true }
    if context.allInterfaces(of: type).contains(where: { $0.definition == definition }) { return true }
    return context.lookupOrder(of: type).contains { $0.definition == definition }
  }

  /// The type or member that encloses a place, local and anonymous functions included.
  package func enclosingSymbol(at node: SyntaxNode) -> Symbol? {
    ensureBound(node)
    for ancestor in node.ancestors {
      if let symbol = declared[ancestor.index], symbol.kind == .method { return symbol }
      if let index = source.declarationByNode[ancestor.index] {
        return context.symbol(file: file, declaration: index)
      }
    }
    return nil
  }

  /// Whether a symbol can be used at a place, by its accessibility.
  package func isAccessible(_ symbol: Symbol, at node: SyntaxNode) -> Bool {
    context.isAccessible(symbol, from: declarationScope(at: node).containingType, file: file)
  }

  /// Whether there is an implicit conversion; `false` where either is unknown.
  package func isImplicitlyConvertible(_ type: TypeSymbol, to target: TypeSymbol) -> Bool {
    let conversion = context.implicitConversion(type, target)
    return conversion.exists && conversion.kind != .unknown
  }

  /// The result type of awaiting a value of this type at a place; `nil` if it can't be awaited or is unknown.
  package func awaitedType(of type: TypeSymbol, at node: SyntaxNode) -> TypeSymbol? {
    let binder = makeBinder(at: node)
    return binder.findAwaiter(of: type, at: binder.value(node, type)).resultType
  }

  /// Scope of the declaration around a place.
  func declarationScope(at node: SyntaxNode) -> DeclarationScope {
    var current: SyntaxNode? = node
    while let candidate = current {
      if let index = source.declarationByNode[candidate.index] {
        let record = source.declarations[Int(index)]
        if record.kind.isType || record.kind == .namespace || record.kind == .compilationUnit {
          return context.scope(file: file, declaration: index)
        }
        return context.scope(file: file, declaration: record.parent)
      }
      current = candidate.parent
    }
    return context.scope(file: file, declaration: 0)
  }

  func makeBinder(at node: SyntaxNode) -> Binder {
    let scope = declarationScope(at: node)
    return Binder(
      context: context, model: self, declarationScope: scope,
      environment: FunctionEnvironment(
        parent: nil, symbol: nil, isStatic: false, isAsync: false, typeParameters: []))
  }

  // MARK: Rebinding

  /// Binds the file as it would be with some replacements (ascending, not overlapping), and answers what the expression
  /// that then covers the first replaced range means (D23).
  ///
  /// - Returns: `nil` if the changed text has new syntax errors, or the replacement is no expression.
  package func rebind(replacing edits: [(range: TextRange, text: String)]) -> Rebinding? {
    guard let first = edits.first else { return nil }
    guard let bytes = text(replacing: edits), let changed = parse(bytes, options: tree.options),
      changed.errors.count <= tree.errors.count
    else {
      return nil
    }
    let declarations = FileDeclarations(path: source.path, tree: changed)
    guard declarations.declarationHash == source.declarationHash else { return nil }
    let start = first.range.start.value
    let replaced = TextRange(start, start &+ UInt32(clamping: first.text.utf8.count))
    guard let expression = SemanticModel.expression(in: changed.root, covering: replaced) else { return nil }
    // The same symbols serve both texts; only where nodes lie differs while the changed one is bound.
    let model = SemanticModel(context: context, file: file, source: declarations)
    let (symbolInfo, typeInfo, after) = context.withText(declarations, ofFile: file) {
      (
        model.symbol(of: expression), model.type(of: expression),
        SemanticModel.statement(around: expression).map { model.summary(of: $0) }
      )
    }
    var keepsStatement = true
    if let after, let old = oldStatement(at: first.range) {
      let before = summary(of: old)
      keepsStatement = after.failures <= before.failures && after.variables == before.variables
    }
    return Rebinding(
      model: model, expression: expression, symbolInfo: symbolInfo, typeInfo: typeInfo, keepsStatement: keepsStatement)
  }

  /// The file's text with some replacements. Bodies that none of them touches are blanked: they mean nothing for the rest,
  /// and need not be parsed again.
  private func text(replacing edits: [(range: TextRange, text: String)]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tree.bytes.count + 64)
    var position = 0
    var bodies = plainBodies[...]
    func copy(upTo end: Int) {
      while let body = bodies.first, body.lowerBound < end {
        bodies.removeFirst()
        guard body.lowerBound >= position, body.upperBound <= end else { continue }
        bytes += tree.bytes[position..<body.lowerBound]
        bytes += repeatElement(UInt8(ascii: " "), count: body.count)
        position = body.upperBound
      }
      bytes += tree.bytes[position..<end]
    }
    for edit in edits {
      let range = edit.range.indices
      guard range.lowerBound >= position, range.upperBound <= tree.bytes.count else { return nil }
      copy(upTo: range.lowerBound)
      bytes += Array(edit.text.utf8)
      position = range.upperBound
    }
    copy(upTo: tree.bytes.count)
    return bytes
  }

  /// What lies between the braces of members' and accessors' bodies, ascending; without those that hold an error or a
  /// directive, which says something about the text behind it.
  func findPlainBodies() -> [Range<Int>] {
    var result: [Range<Int>] = []
    func add(_ body: SyntaxNode?) {
      guard let body, body.kind == .block, !body.containsErrors, let open = body.optionalToken(1),
        let close = body.optionalToken(3), !open.isMissing, !close.isMissing
      else { return }
      let start = open.range.indices.upperBound
      let end = close.range.indices.lowerBound
      guard start < end, end <= tree.bytes.count, start >= result.last?.upperBound ?? 0,
        !tree.bytes[start..<end].contains(UInt8(ascii: "#"))
      else { return }
      result.append(start..<end)
    }
    for declaration in source.declarations {
      for child in declaration.node.childNodes {
        switch child.kind {
        case .block: add(child)
        case .accessorList: for accessor in child.nodeList(1) { add(accessor.optionalNode(3)) }
        default: break
        }
      }
    }
    return result
  }

  private struct StatementSummary {
    var failures = 0
    /// Names and types of the declared variables, in order.
    var variables: [String] = []
  }

  private func summary(of statement: SyntaxNode) -> StatementSummary {
    ensureBound(statement)
    var result = StatementSummary()
    statement.walk { node in
      if node != statement, node.kind == .block { return false }
      switch node.kind {
      case .invocationExpression, .objectCreationExpression, .simpleMemberAccessExpression, .identifierName,
        .elementAccessExpression:
        if node.parent?.kind == .invocationExpression, node.parent?.requiredNode(0) == node { break }
        if let info = answer(node), info.symbol == nil, info.operatorMethod == nil, !info.isType,
          info.type?.isErrorType ?? (info.converted == nil)
        {
          result.failures += 1
        }
      case .variableDeclarator, .singleVariableDesignation:
        if let symbol = declared[node.index] { result.variables.append(symbol.name + ":" + symbol.type.displayString) }
      default: break
      }
      // An expression whose type has no way to the type that its place wants.
      if let info = answer(node), let type = info.type, let converted = info.converted, !info.isType, type != converted,
        !type.isErrorType, !converted.isErrorType, info.conversion == nil,
        !context.implicitConversion(type, converted).exists, constants[node.index] == nil
      {
        result.failures += 1
      }
      return true
    }
    return result
  }

  private func oldStatement(at range: TextRange) -> SyntaxNode? {
    SemanticModel.expression(in: tree.root, covering: range).flatMap { SemanticModel.statement(around: $0) }
  }

  private static func statement(around node: SyntaxNode) -> SyntaxNode? {
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .localDeclarationStatement, .expressionStatement, .returnStatement, .throwStatement, .yieldReturnStatement,
        .ifStatement, .whileStatement, .doStatement, .forStatement, .forEachStatement, .forEachVariableStatement,
        .usingStatement, .lockStatement, .switchStatement, .fixedStatement, .arrowExpressionClause,
        .equalsValueClause, .localFunctionStatement:
        return ancestor
      default: continue
      }
    }
    return nil
  }

  /// The smallest node that covers a range and is no token's mere holder.
  private static func expression(in root: SyntaxNode, covering range: TextRange) -> SyntaxNode? {
    var best: SyntaxNode?
    root.walk { node in
      guard node.range.contains(range) else { return false }
      best = node
      return true
    }
    // Of nodes with the same range the outermost expression.
    guard var node = best else { return nil }
    while let parent = node.parent, parent.range == node.range, parent.kind != .argument,
      parent.kind != .expressionStatement
    {
      node = parent
    }
    return node.kind == .compilationUnit ? nil : node
  }
}
