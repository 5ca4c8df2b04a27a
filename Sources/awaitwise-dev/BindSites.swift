import CSharpSemantics
import CSharpSyntax

/// One place where something is bound, as the Roslyn tool's `bind` prints it.
struct BindSite {
  var kind: String
  var start: UInt32
  var end: UInt32
  /// The whole expression or statement.
  var wholeStart: UInt32
  var wholeEnd: UInt32
  var symbol: String?
  var why: String?
  var type: String?
  var convertedType: String?
  var conversion: String?
  var isExtension = false
  var typeArguments: [String] = []
  var access: String?
  var isAsync = false
  var returnType: String?
  var operand: String?
  var collection: String?
  var move: String?
  var current: String?
  var dispose: String?
  var op: String?

  init(_ kind: String, anchor: TextRange, whole: TextRange) {
    self.kind = kind
    start = anchor.start.value
    end = anchor.end.value
    wholeStart = whole.start.value
    wholeEnd = whole.end.value
  }
}

/// Collects the sites of one file.
final class BindSiteCollector {
  let model: SemanticModel
  var sites: [BindSite] = []

  init(model: SemanticModel) { self.model = model }

  func collect() {
    var nodes: [SyntaxNode] = []
    model.tree.root.walk { node in
      nodes.append(node)
      return true
    }
    for node in nodes { visit(node) }
    sites.sort { ($0.start, $0.end, $0.kind) < ($1.start, $1.end, $1.kind) }
  }

  // MARK: Texts

  private func text(_ type: TypeSymbol?) -> String? {
    guard let type else { return nil }
    return type.isErrorType ? "?" : type.displayString
  }

  private func text(_ symbol: Symbol?) -> String? {
    guard let symbol else { return nil }
    if symbol.kind == .property, symbol.containingSymbol == nil { return "A:" + symbol.name }
    let id = symbol.documentationCommentID
    return id.isEmpty ? nil : id
  }

  private static func why(_ reason: CandidateReason) -> String? {
    switch reason {
    case .none: nil
    case .notATypeOrNamespace: "NotATypeOrNamespace"
    case .notAValue: "NotAValue"
    case .notAVariable: "NotAVariable"
    case .notInvocable: "NotInvocable"
    case .inaccessible: "Inaccessible"
    case .staticInstanceMismatch: "StaticInstanceMismatch"
    case .wrongArity: "WrongArity"
    case .notCreatable: "NotCreatable"
    case .notReferencable: "NotReferencable"
    case .overloadResolutionFailure: "OverloadResolutionFailure"
    case .ambiguous: "Ambiguous"
    case .lateBound: "LateBound"
    case .memberGroup: "MemberGroup"
    }
  }

  private func add(
    _ kind: String, _ anchor: TextRange, _ whole: SyntaxNode, _ node: SyntaxNode? = nil,
    _ configure: (inout BindSite) -> Void = { _ in }
  ) {
    var site = BindSite(kind, anchor: anchor, whole: whole.range)
    if let node {
      let info = model.symbol(of: node)
      site.symbol = text(info.symbol)
      if info.symbol == nil { site.why = BindSiteCollector.why(info.reason) }
      site.isExtension = info.isReducedExtension
      let type = model.type(of: node)
      site.type = text(type.type)
      if let converted = type.convertedType, converted != type.type { site.convertedType = text(converted) }
      site.conversion = text(type.conversionMethod)
      if let symbol = info.symbol, symbol.kind == .method, symbol.arity > 0 {
        site.typeArguments = symbol.typeArguments.map { text($0) ?? "?" }
      }
    }
    configure(&site)
    sites.append(site)
  }

  // MARK: Nodes

  private func visit(_ node: SyntaxNode) {
    if let parent = node.parent, parent.kind == .collectionInitializerExpression {
      add("add", node.range, node) { site in
        site.symbol = text(model.addMethod(for: node))
        let type = model.type(of: node)
        site.type = text(type.type)
        if let converted = type.convertedType, converted != type.type { site.convertedType = text(converted) }
      }
    }
    switch node.kind {
    case .invocationExpression:
      let callee = node.requiredNode(0)
      if callee.kind == .identifierName, callee.requiredToken(0).text == "nameof", !model.symbol(of: node).isBound,
        model.type(of: node).type?.specialType == .string
      {
        add("nameof", callee.range, node) { $0.type = "string" }
        return
      }
      add("call", calledName(callee)?.range ?? callee.range, node, node)
    case .objectCreationExpression: add("new", node.requiredNode(1).range, node, node)
    case .implicitObjectCreationExpression: add("new", node.requiredToken(0).range, node, node)
    case .baseConstructorInitializer, .thisConstructorInitializer:
      add("ctorinit", node.requiredToken(1).range, node, node) { $0.type = nil }
    case .primaryConstructorBaseType: add("ctorinit", node.requiredNode(0).range, node, node)
    case .attribute: add("attribute", node.requiredNode(0).range, node, node)
    case .identifierName, .genericName: visitName(node)
    case .awaitExpression:
      add("await", node.requiredToken(0).range, node, node) { site in
        site.operand = text(model.awaitInfo(for: node)?.operandType)
      }
    case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
      add("lambda", node.range, node, nil) { site in
        let type = model.type(of: node)
        site.convertedType = text(type.convertedType)
        let symbol = model.declaredSymbol(for: node)
        site.returnType = text(symbol?.type)
        site.isAsync = symbol?.isAsync ?? false
      }
    case .parameter:
      var owner = node.parent
      if owner?.kind == .parameterList { owner = owner?.parent }
      switch owner?.kind {
      case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
        let token = node.requiredToken(3)
        addDeclared("lparam", token.range, node)
      default: break
      }
    case .variableDeclarator:
      guard let list = node.parent?.parent, list.kind != .fieldDeclaration, list.kind != .eventFieldDeclaration else {
        return
      }
      addDeclared(isInferred(node.parent?.requiredNode(0)) ? "var" : "local", node.requiredToken(0).range, node)
    case .singleVariableDesignation:
      addDeclared(isInferredDesignation(node) ? "var" : "local", node.requiredToken(0).range, node)
    case .forEachStatement:
      addDeclared(isInferred(node.requiredNode(4)) ? "var" : "local", node.requiredToken(5).range, node)
      addForEach(node)
    case .forEachVariableStatement: addForEach(node)
    case .catchDeclaration:
      if let token = node.optionalToken(2) { addDeclared("local", token.range, node) }
    case .usingStatement:
      add("using", node.requiredToken(2).range, node) { site in
        site.isAsync = node.optionalToken(1) != nil
        if let declaration = node.optionalNode(4) {
          site.type = text(declaration.nodeList(1).first.flatMap { model.declaredSymbol(for: $0)?.type })
        } else if let expression = node.optionalNode(5) {
          site.type = text(model.type(of: expression).type)
        }
      }
    case .localDeclarationStatement:
      guard let token = node.optionalToken(2) else { return }
      add("using", token.range, node) { site in
        site.isAsync = node.optionalToken(1) != nil
        site.type = text(node.requiredNode(4).nodeList(1).first.flatMap { model.declaredSymbol(for: $0)?.type })
      }
    case .elementAccessExpression: add("index", node.requiredNode(1).range, node, node)
    case .elementBindingExpression, .implicitElementAccess: add("index", node.requiredNode(0).range, node, node)
    case .castExpression:
      add("cast", node.requiredNode(1).range, node, node) { site in
        site.operand = text(model.type(of: node.requiredNode(3)).type)
      }
    default: visitOperators(node)
    }
  }

  private func visitOperators(_ node: SyntaxNode) {
    if let view = BinaryExpressionSyntax(node) {
      addOperator(node, view.operatorToken)
    } else if let view = PrefixUnaryExpressionSyntax(node) {
      addOperator(node, view.operatorToken)
    } else if let view = PostfixUnaryExpressionSyntax(node) {
      addOperator(node, view.operatorToken)
    } else if let view = AssignmentExpressionSyntax(node), node.kind != .simpleAssignmentExpression {
      addOperator(node, view.operatorToken)
    } else {
      visitOthers(node)
    }
  }

  private func visitOthers(_ node: SyntaxNode) {
    switch node.kind {
    case .simpleAssignmentExpression:
      let left = node.requiredNode(0)
      guard left.kind == .tupleExpression || left.kind == .declarationExpression else { return }
      add("deconstruct", node.requiredToken(1).range, node) { site in
        site.symbol = text(model.deconstructMethod(for: node))
        site.type = text(model.type(of: node.requiredNode(2)).type)
      }
    case .collectionExpression:
      add("collection", node.range, node) { site in
        site.convertedType = text(model.type(of: node).convertedType)
      }
    case .fromClause, .letClause, .joinClause, .whereClause, .selectClause, .groupClause, .ascendingOrdering,
      .descendingOrdering:
      let info = model.symbol(of: node)
      guard info.isBound else { return }
      let anchor =
        node.kind == .ascendingOrdering || node.kind == .descendingOrdering
        ? node.range : node.firstToken.range
      add("query", anchor, node, node)
    default: break
    }
  }

  private func addOperator(_ node: SyntaxNode, _ token: SyntaxToken) {
    add("op", token.range, node, node) { site in
      site.op = token.text
      site.why = nil
    }
  }

  private func addDeclared(_ kind: String, _ anchor: TextRange, _ node: SyntaxNode) {
    var site = BindSite(kind, anchor: anchor, whole: anchor)
    let symbol = model.declaredSymbol(for: node)
    site.symbol = text(symbol)
    site.type = text(symbol?.type)
    sites.append(site)
  }

  private func addForEach(_ node: SyntaxNode) {
    add("foreach", node.requiredToken(2).range, node) { site in
      let info = model.forEachInfo(for: node)
      site.symbol = text(info?.getEnumerator)
      site.type = text(info?.elementType)
      site.move = text(info?.moveNext)
      site.current = text(info?.current)
      site.dispose = text(info?.dispose)
      site.isAsync = node.optionalToken(1) != nil
      site.collection = text(model.type(of: node.requiredNode(node.kind == .forEachStatement ? 7 : 6)).type)
    }
  }

  private func isInferred(_ type: SyntaxNode?) -> Bool {
    guard var type else { return false }
    if type.kind == .scopedType { type = type.requiredNode(1) }
    if type.kind == .refType { type = type.requiredNode(2) }
    return type.kind == .identifierName && type.requiredToken(0).text == "var"
  }

  private func isInferredDesignation(_ node: SyntaxNode) -> Bool {
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .parenthesizedVariableDesignation: continue
      case .declarationExpression, .declarationPattern: return isInferred(ancestor.requiredNode(0))
      case .varPattern: return true
      case .recursivePattern: return ancestor.optionalNode(0) == nil
      case .listPattern: return true
      default: return false
      }
    }
    return false
  }

  private func calledName(_ callee: SyntaxNode) -> SyntaxNode? {
    switch callee.kind {
    case .identifierName, .genericName: callee
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression: callee.requiredNode(2)
    case .memberBindingExpression: callee.requiredNode(1)
    default: nil
    }
  }

  // MARK: Names

  private func visitName(_ node: SyntaxNode) {
    guard let parent = node.parent else { return }
    switch parent.kind {
    case .namespaceDeclaration, .fileScopedNamespaceDeclaration, .nameEquals, .externAliasDirective,
      .attributeTargetSpecifier:
      if parent.kind != .nameEquals || parent.parent?.kind != .attributeArgument { return }
    case .gotoStatement: break
    case .simpleMemberAccessExpression, .pointerMemberAccessExpression, .memberBindingExpression:
      let name = parent.kind == .memberBindingExpression ? parent.requiredNode(1) : parent.requiredNode(2)
      if name == node {
        if isCallee(parent) { return }
        addValue("member", node, parent)
        return
      }
    case .attribute:
      if parent.requiredNode(0) == node {
        addAttributeName(node, parent)
        return
      }
    default: break
    }
    if isCallee(node) { return }
    if isInNamespaceName(node) { return }
    if node.kind == .identifierName, node.requiredToken(0).text == "var", isInferredType(node) { return }
    addValue("id", node, node)
  }

  private func addAttributeName(_ node: SyntaxNode, _ attribute: SyntaxNode) {
    add("id", node.range, node) { site in
      let type = model.type(of: attribute).type
      if let type, !type.isErrorType { site.symbol = text(type.definition) }
      site.type = text(type)
    }
  }

  private func isInNamespaceName(_ node: SyntaxNode) -> Bool {
    var current = node.parent
    while let parent = current, parent.kind == .qualifiedName { current = parent.parent }
    guard let parent = current else { return false }
    if parent.kind == .attribute { return false }
    return parent.kind == .namespaceDeclaration || parent.kind == .fileScopedNamespaceDeclaration
  }

  private func isInferredType(_ node: SyntaxNode) -> Bool {
    switch node.parent?.kind {
    case .variableDeclaration, .forEachStatement, .declarationExpression, .refType, .scopedType, .declarationPattern:
      true
    default: false
    }
  }

  private func isCallee(_ node: SyntaxNode) -> Bool {
    guard let parent = node.parent, parent.kind == .invocationExpression, parent.requiredNode(0) == node else {
      return false
    }
    // A called delegate is a value of its own.
    switch model.symbol(of: node).symbol?.kind {
    case .local, .parameter, .field, .property, .event, .rangeVariable: return false
    default: return true
    }
  }

  private func addValue(_ kind: String, _ anchor: SyntaxNode, _ node: SyntaxNode) {
    let info = model.symbol(of: node)
    let isGroup = (info.symbol?.kind == .method && !model.isTypeReference(node)) || info.reason == .memberGroup
    add(isGroup ? "mgroup" : kind, anchor.range, node, node) { site in
      if !isGroup { site.access = accessKind(node, info.symbol) }
      if site.symbol == nil, model.isDiscard(node) { site.symbol = "L:_" }
      if node.kind == .genericName, node.requiredNode(1).nodeList(1).first?.kind == .omittedTypeArgument,
        let type = model.type(of: node).type, type.specialType != .nullable
      {
        let commas = String(repeating: ",", count: max(0, type.arity - 1))
        site.type = type.qualifiedName + "<" + commas + ">"
      }
      if isGroup, let candidate = info.candidates.first, info.symbol == nil, info.candidates.count == 1 {
        site.symbol = text(candidate)
      }
    }
  }

  private func accessKind(_ node: SyntaxNode, _ symbol: Symbol?) -> String? {
    guard let symbol else { return nil }
    switch symbol.kind {
    case .local, .parameter, .field, .property, .event: break
    default: return nil
    }
    var outer = node
    while let parent = outer.parent, parent.kind == .parenthesizedExpression { outer = parent }
    guard let parent = outer.parent else { return nil }
    if let assignment = AssignmentExpressionSyntax(parent), assignment.left == outer {
      return parent.kind == .simpleAssignmentExpression ? "w" : "rw"
    }
    switch parent.kind {
    case .preIncrementExpression, .preDecrementExpression, .postIncrementExpression, .postDecrementExpression:
      return "rw"
    case .argument:
      if let keyword = parent.optionalToken(1) { return keyword.kind == .outKeyword ? "w" : "ref" }
      return nil
    case .refExpression, .addressOfExpression: return "ref"
    default: return nil
    }
  }
}
