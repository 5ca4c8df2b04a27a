import CSharpSemantics
import CSharpSyntax

/// AW403: a token parameter that other plain parameters follow.
package enum TokenParameterPosition: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .methodDeclaration, .constructorDeclaration, .classDeclaration, .structDeclaration, .recordDeclaration,
    .recordStructDeclaration, .delegateDeclaration,
  ]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let list = parameterList(of: node) else { return }
    let parameters = Array(list.nodeList(1))
    // Before anything is bound: some parameter but the last is written as a token.
    guard parameters.dropLast().contains(where: isWrittenAsToken), let symbol = declaredMember(node, in: context),
      symbol.parameters.count == parameters.count, !isExempt(symbol, node, in: context)
    else { return }
    let kinds = symbol.parameters.map(ParameterRole.init)
    for (index, kind) in kinds.enumerated() where kind.isToken {
      guard !symbol.parameters[index].isThis, !TokenParameterPosition.isTail(kinds[(index + 1)...], behind: kind) else {
        continue
      }
      let name = symbol.parameters[index].name
      context.report(
        descriptor, at: parameters[index].range, place: parameters[index],
        message: "By convention the CancellationToken parameter '\(name)' comes last.",
        placeholders: [Placeholder("parameter", name)]
      ) {
        // The order of a record's parameters is that of its deconstruction too.
        symbol.containingType?.isRecord ?? false && symbol.isConstructor && node.kind != .constructorDeclaration
          ? []
          : TokenParameterMove(
            member: symbol, node: node, from: index, to: place(for: index, among: kinds), context: context
          ).fixes
      }
    }
  }

  // MARK: Places

  /// What a parameter is to one that wants to know what may follow a token.
  enum ParameterRole: Hashable {
    case plain
    case optional
    case token(isOptional: Bool)
    case callerInfo
    case params
    case reference
    case progress

    init(_ parameter: Symbol) {
      if parameter.isParams {
        self = .params
      } else if parameter.isOptional, ParameterRole.callerInfoAttributes.contains(where: parameter.hasAttribute) {
        self = .callerInfo
      } else if parameter.type.qualifiedName == TokenInScope.tokenType, parameter.refKind == .none {
        self = .token(isOptional: parameter.isOptional)
      } else if parameter.refKind != .none {
        self = .reference
      } else if parameter.type.qualifiedName == "System.IProgress" {
        self = .progress
      } else {
        self = parameter.isOptional ? .optional : .plain
      }
    }

    private static let callerInfoAttributes = [
      "System.Runtime.CompilerServices.CallerMemberNameAttribute",
      "System.Runtime.CompilerServices.CallerFilePathAttribute",
      "System.Runtime.CompilerServices.CallerLineNumberAttribute",
      "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute",
    ]

    var isToken: Bool {
      if case .token = self { return true }
      return false
    }
  }

  /// Whether parameters may follow a token: from the end one `params`, caller information, optional ones behind a required
  /// token, tokens, references, one `IProgress<T>`.
  static func isTail(_ parameters: ArraySlice<ParameterRole>, behind token: ParameterRole) -> Bool {
    var rest = parameters
    if rest.last == .params { rest.removeLast() }
    while rest.last == .callerInfo { rest.removeLast() }
    if token == .token(isOptional: false) {
      while let last = rest.last, last == .optional || last == .token(isOptional: true) { rest.removeLast() }
    }
    while let last = rest.last, last.isToken { rest.removeLast() }
    while rest.last == .reference { rest.removeLast() }
    if rest.last == .progress { rest.removeLast() }
    return rest.isEmpty
  }

  /// The place where a token belongs, counted with it taken out.
  static func place(for index: Int, among roles: [ParameterRole]) -> Int {
    var rest = roles
    let token = rest.remove(at: index)
    var place = rest.count
    if place > 0, rest[place - 1] == .params { place -= 1 }
    while place > 0, rest[place - 1] == .callerInfo { place -= 1 }
    if token == .token(isOptional: false) {
      while place > 0, rest[place - 1] == .optional || rest[place - 1] == .token(isOptional: true) { place -= 1 }
    }
    return place
  }

  // MARK: Syntax

  private static func parameterList(of node: SyntaxNode) -> SyntaxNode? {
    switch node.kind {
    case .methodDeclaration, .recordDeclaration, .recordStructDeclaration, .delegateDeclaration: node.optionalNode(6)
    case .constructorDeclaration: node.optionalNode(3)
    case .classDeclaration, .structDeclaration: node.optionalNode(5)
    default: nil
    }
  }

  private static func isWrittenAsToken(_ parameter: SyntaxNode) -> Bool {
    guard let type = parameter.optionalNode(2) else { return false }
    switch type.kind {
    case .identifierName, .qualifiedName, .aliasQualifiedName: return true
    default: return false
    }
  }

  /// The method, constructor, primary constructor or delegate's `Invoke` that a declaration declares.
  private static func declaredMember(_ node: SyntaxNode, in context: RuleContext) -> Symbol? {
    guard let symbol = context.model.declaredSymbol(for: node) else { return nil }
    switch node.kind {
    case .methodDeclaration, .constructorDeclaration: return symbol.kind == .method ? symbol : nil
    case .delegateDeclaration: return symbol.type.delegateInvokeMethod
    default:
      return symbol.members.first { member in
        member.isConstructor && member.declaringSyntaxReferences.first?.node == node
      }
    }
  }

  // MARK: Exemptions

  private static func isExempt(_ symbol: Symbol, _ node: SyntaxNode, in context: RuleContext) -> Bool {
    if node.kind == .methodDeclaration {
      // The part with the body follows the declaring part.
      if symbol.isPartial, FunctionSyntax(declaredBy: node)?.body != nil { return true }
      if symbol.isExtern || symbol.name == "Deconstruct" || context.isEntryPoint(symbol)
        || context.isContractMember(symbol) || mayBeContract(symbol)
        || symbol.hasAttribute("System.Runtime.InteropServices.LibraryImportAttribute")
        || symbol.hasAttribute("System.Runtime.InteropServices.DllImportAttribute")
      {
        return true
      }
    }
    return !isOnSurface(symbol, node, in: context) || isExcluded(symbol, in: context)
  }

  /// What nobody can see may give the signature.
  private static func mayBeContract(_ symbol: Symbol) -> Bool {
    guard let type = symbol.containingType?.type else { return false }
    if symbol.isOverride { return true }
    return symbol.accessibility == .public
      && (type.allInterfaces.contains(where: \.isErrorType)
        || type.interfaces.contains(where: \.isErrorType) || type.baseType?.isErrorType == true)
  }

  private static func isOnSurface(_ symbol: Symbol, _ node: SyntaxNode, in context: RuleContext) -> Bool {
    let member = node.kind == .delegateDeclaration ? context.model.declaredSymbol(for: node) ?? symbol : symbol
    let written =
      context.settings.option("api_surface", of: descriptor.id)
      ?? context.settings.peerValue("dotnet_code_quality.CA1068.api_surface")
      ?? context.settings.peerValue("dotnet_code_quality.api_surface")
    let surfaces = written?.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init) ?? ["all"]
    if surfaces.contains("all") || surfaces.isEmpty { return true }
    let isExposed = context.isExposed(member)
    return surfaces.contains { surface in
      switch surface {
      case "exposed", "public": isExposed
      case "internal", "private", "friend": !isExposed
      default: false
      }
    }
  }

  private static func isExcluded(_ symbol: Symbol, in context: RuleContext) -> Bool {
    var names = context.settings.list("excluded_symbols", of: descriptor.id) ?? []
    names += peerList("excluded_symbol_names", in: context)
    let owner = symbol.containingType
    if names.contains(where: { name in matches(name, symbol) || owner.map { matches(name, $0) } ?? false }) {
      return true
    }
    let types = peerList("excluded_type_names_with_derived_types", in: context)
    guard !types.isEmpty, let type = symbol.containingType else { return false }
    var current: TypeSymbol? = type.type
    var depth = 0
    while let candidate = current, depth < 64 {
      if let definition = candidate.definition, types.contains(where: { matches($0, definition) }) { return true }
      current = candidate.baseType
      depth += 1
    }
    return type.type.allInterfaces.contains { interface in
      interface.definition.map { definition in types.contains { matches($0, definition) } } ?? false
    }
  }

  private static func peerList(_ name: String, in context: RuleContext) -> [String] {
    (context.settings.peerValue("dotnet_code_quality.CA1068.\(name)")
      ?? context.settings.peerValue("dotnet_code_quality.\(name)"))?.split(separator: "|").map { trimmed($0) } ?? []
  }

  /// Names as other analyzers write them: simple, qualified, or a documentation-comment id without its prefix.
  private static func matches(_ written: String, _ symbol: Symbol) -> Bool {
    let bare = written.dropFirst(written.dropFirst().first == ":" ? 2 : 0)
    if bare == symbol.name || bare == symbol.qualifiedName { return true }
    return bare == symbol.documentationCommentID.dropFirst(2)
  }
}
